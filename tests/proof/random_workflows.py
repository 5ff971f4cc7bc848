"""Small random workflows as TOML text, each with one invariant of every form it has room for.

Made as plain tables, from which things can be left out (`smaller`). What comes of a text is
nothing of this file.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import attrs
import tomli_w
from hypothesis import strategies as st

from samenwerk.core.compiled import Compiled, compile_workflow
from samenwerk.definitions.read import read_text
from samenwerk.definitions.reading import Reading

Table = dict[str, Any]

TERMS = ("1 week", "2 weeks")
"""The terms that occur; how long must be waited to get past them follows from the text."""


def read(tables: Table) -> Reading:
    """What the reader makes of these tables, as a text."""
    return read_text(tomli_w.dumps(tables), checks=())


def compiled(tables: Table) -> Compiled:
    """The workflow of tables that have no faults."""
    reading = read(tables)
    assert reading.workflow is not None, [
        (one.place, one.code, one.params) for one in reading.diagnostics
    ]
    return compile_workflow(reading.workflow)


@attrs.define
class Writer:
    """Writes one workflow. With `plain`: only what has no time, number or document in it."""

    dice: Random
    plain: bool = False
    steps: list[str] = attrs.field(factory=list)
    states: list[str] = attrs.field(factory=list)
    parents: list[str] = attrs.field(factory=list)
    rules: list[str] = attrs.field(factory=list)
    facts: Table = attrs.field(factory=dict)
    decided: bool = False
    noted: bool = False
    timed: bool = False
    clerk: bool = False

    def chance(self, of: int) -> bool:
        """Once in so many times."""
        return self.dice.randrange(of) == 0

    def some(self, *those: Any) -> Any:
        """One of these."""
        return self.dice.choice(those)

    def write(self) -> Table:
        """The tables of one workflow."""
        office = self.chance(2)
        sorts: Table = {"member": named("Lid", "Member")}
        if office:
            sorts["office"] = named("Bureau", "Office")
        chair = {"sort": "office" if office else "member", "exactly": 1}
        self.timed = not self.plain and self.chance(3)
        self.clerk = not self.plain and self.chance(3)
        self.states = [f"s{at}" for at in range(self.dice.randint(2, 4))]
        two = self.chance(2)
        if two:
            self.parents = ["active", "asleep"][: self.dice.randint(1, 2)]
        tables: Table = {
            "workflow": {"id": "random", "version": "1", "nl": "Toeval", "en": "Chance"},
            "sort": sorts,
            "role": {"chair": {**named("Voorzitter", "Chair"), **chair}},
        }
        if self.clerk:
            clerk = {**named("Griffier", "Clerk"), "sort": "member", "exactly": 1}
            tables["role"]["clerk"] = clerk
        self.write_facts(tables)
        steps = self.moves()
        self.steps = list(steps)
        self.write_rules(tables)
        for name, step in steps.items():
            self.fill(name, step)
        work: Table = {
            **named("Werk", "Work"),
            "state": {one: named(one, one) for one in self.states},
            "step": steps,
        }
        if len(self.states) > 2 and self.chance(2):
            work["state"][self.states[-1]]["final"] = True
            for step in steps.values():
                sources = step.get("from")
                if sources is not None and self.states[-1] in sources:
                    step["from"] = [one for one in sources if one != self.states[-1]] or [
                        self.states[0]
                    ]
        lifecycles: Table = {}
        if two:
            work["under"] = "region"
            lifecycles["region"] = self.region()
        elif self.chance(2):
            work["one"] = True
        tables["lifecycle"] = {**lifecycles, "work": work}
        for name, fact in self.facts.items():
            if self.chance(3) and len(self.steps) > 1:
                fact["fixed_from"] = f"work.{self.some(*self.steps[1:])}"
            tables["lifecycle"]["work"].setdefault("fact", {})[name] = fact
        tables["invariant"] = self.invariants(two)
        return tables

    # -------------------------------------------------------------- what is known

    def write_facts(self, tables: Table) -> None:
        """Facts, a document and a decision."""
        kinds = ["ok", "ripe", "known"] if self.plain else ["ok", "kind", "n"]
        for name in self.dice.sample(kinds, self.dice.randint(1, 2)):
            fact: Table = {**named(name, name), "by": self.some("chair", "member")}
            if name == "n":
                fact["type"] = "whole_number"
            elif name == "kind":
                fact |= {"type": "choice", "one_of": ["red", "blue"]}
                fact["word"] = {one: {"nl": one, "en": one} for one in ("red", "blue")}
            else:
                fact["type"] = "yes_no"
            self.facts[name] = fact
        if not self.plain and self.chance(2):
            self.noted = True
            tables["document"] = {"note": {**named("Nota", "Note"), "by": self.who()}}
        if self.chance(2):
            self.decided = True
            tables["decision"] = {"carry": self.decision()}

    def decision(self) -> Table:
        """How is decided."""
        method = self.some("unanimity", "majority", "qualified", "consent")
        made: Table = {**named("Besluit", "Decision"), "by": "member", "method": method}
        if method == "qualified":
            made["share"] = self.some("1/2", "2/3")
        if self.plain:
            return made
        if self.timed and self.chance(2):
            made["answer_within"] = self.some(*TERMS)
            made["absent"] = self.some("stays_open", "left_out", "against", "trusts")
        if self.noted and self.chance(3):
            made["same_text"] = "note"
        if self.chance(4):
            made["second_person"] = True
        if self.chance(4):
            made["veto"] = self.role()
        return made

    # -------------------------------------------------------------- steps

    def moves(self) -> Table:
        """Steps without needs: an opening one, forward ones, and perhaps back and by itself."""
        steps: Table = {"start": {"to": self.states[0], "by": self.who()}}
        for at, state in enumerate(self.states[1:]):
            source = self.states[self.dice.randint(0, at)]
            steps[f"go{at + 1}"] = {"from": [source], "to": state, "by": self.who()}
        for at in range(self.dice.randint(0, 2)):
            source = self.some(*self.states)
            others = [one for one in self.states if one != source]
            to = self.some(*others, "stays", "stays")
            steps[f"act{at}"] = {"from": [source], "to": to, "by": self.who()}
        if self.chance(3) and len(self.states) > 1:
            steps["undo"] = {"from": [self.some(*self.states[1:])], "to": "back",
                             "by": self.who()}  # fmt: skip
        if self.chance(4):
            at = self.dice.randrange(len(self.states) - 1)
            steps["auto"] = {"from": [self.states[at]], "to": self.states[at + 1], "by": "itself"}
        for name, step in steps.items():
            step |= named(name, name)
        return steps

    def fill(self, name: str, step: Table) -> None:
        """What a step needs, and who else does it."""
        if name == "auto":
            step["needs"] = [self.condition()]
            return
        opening = "from" not in step
        if not opening:
            step["needs"] = [self.condition() for _ in range(self.some(0, 1, 1, 2))]
            if not step["needs"]:
                del step["needs"]
        if step["to"] == "stays" and self.chance(3):
            step["each"] = True
        if not opening and self.facts and self.chance(5):
            fact = self.some(*self.facts)
            step["fill_in"] = fact
            if self.chance(2):
                self.facts[fact].pop("by", None)

    def who(self) -> Any:
        """Who does it."""
        if self.clerk and self.chance(4):
            return self.some("clerk", ["chair", "clerk"])
        return self.some("chair", "member", "member", ["chair", "member"])

    def role(self) -> str:
        """One of the roles."""
        return str(self.some("chair", "clerk")) if self.clerk else "chair"

    def region(self) -> Table:
        """The lifecycle above."""
        steps: Table = {"found": {"to": "active", "by": self.who(), **named("Begin", "Found")}}
        if len(self.parents) > 1:
            steps["rest"] = {"from": ["active"], "to": "asleep", "by": self.who(),
                             **named("Rust", "Rest")}  # fmt: skip
            if self.chance(2):
                word = self.some("no", "some", "every")
                steps["rest"]["needs"] = [{word: "work", "in": self.some(*self.states)}]
            if self.chance(2):
                steps["wake"] = {"from": ["asleep"], "to": "active", "by": "chair",
                                 **named("Wek", "Wake")}  # fmt: skip
        return {
            **named("Regio", "Region"), "one": True, "step": steps,
            "state": {one: named(one, one) for one in self.parents},
        }  # fmt: skip

    # -------------------------------------------------------------- conditions

    def write_rules(self, tables: Table) -> None:
        """One or two rules, of which the later may rest on the earlier."""
        found: Table = {}
        for at in range(self.dice.randint(0, 2)):
            parts = [self.condition() for _ in range(self.dice.randint(1, 3))]
            word = self.some("all", "all", "any", "none")
            made: Table = {word: parts}
            if len(parts) == 3 and self.chance(2):
                made = {"at_least": 2, "among": parts}
            found[f"rule{at}"] = {**named(f"Regel {at}", f"Rule {at}"), **made}
            self.rules.append(f"rule{at}")
        if found:
            tables["lifecycle_rules"] = found  # moved where the facts are, by `workflow`

    def condition(self) -> Any:
        """One condition, as it stands in `needs`."""
        kinds: list[Callable[[], Any]] = [self.fact, self.fact, self.done]
        if self.rules:
            kinds += [self.rule, self.rule, self.negated, self.either]
        if self.decided:
            kinds += [lambda: "carry", lambda: "carry"]
            if not self.plain:
                kinds.append(lambda: {"decision": "carry", "outcome": "against"})
        if self.noted:
            kinds.append(lambda: {"document": "note"})
        if self.parents:
            kinds.append(lambda: {"parent": "region", "in": self.some(*self.parents)})
        kinds.append(self.each)
        return self.some(*kinds)()

    def rule(self) -> Any:
        """A rule by its name."""
        return self.some(*self.rules)

    def negated(self) -> Table:
        """Not a rule."""
        return {"not": self.some(*self.rules)}

    def either(self) -> Table:
        """Any of some named things."""
        return {"any": list(self.rules)}

    def fact(self) -> Table:
        """A fact compared, or known."""
        name = self.some(*self.facts)
        if name == "n":
            test = self.some({"at_least": 5}, {"less_than": 5}, {"is": 3}, {"more_than": 2})
            return {"fact": name, **test} if not self.chance(5) else {"known": name}
        if name == "kind":
            return {"fact": name, "is": self.some("red", "blue")}
        return {"fact": name, "is": self.some(True, True, False)}

    def done(self) -> Table:
        """A step done, or not."""
        step = self.some(*self.steps)
        made: Table = {"done" if not self.chance(3) else "not_done": step}
        if self.timed and "done" in made and self.chance(2):
            made["within" if self.chance(2) else "ago"] = self.some(*TERMS)
        elif "done" in made and not self.plain and self.chance(4):
            made["by"] = self.role()
        return made

    def each(self) -> Table:
        """Each of the members did a step."""
        step = self.some(*self.steps)
        match self.some("every", "some", "count"):
            case "count":
                return {"count": "member", "at_least": 2, "done": step}
            case word:
                return {word: "member", "done": step}

    # -------------------------------------------------------------- invariants

    def invariants(self, two: bool) -> Table:
        """One of each form."""
        late = self.states[1:] or self.states
        moved = [one for one in self.steps if one not in ("start", "auto")] or self.steps
        state = f"work.{self.some(*late)}"

        def about(made: Table) -> Table:
            if self.chance(2):
                return {"to_reach": f"work.{self.some(*late)}", **made}
            return {"on_step": f"work.{self.some(*moved)}", **made}

        def needs() -> list[Any]:
            return [self.in_work(self.condition()) for _ in range(self.some(1, 1, 2))]

        found: Table = {
            "holds": about({"needs": needs()}),
            "while": {"while_in": state, "needs": needs()},
            "since": about({"needs": needs(), "held_since": f"work.{self.some(*self.steps)}"}),
            "after": about({"only_after": f"work.{self.some(*self.steps)}"}),
            "once": {"on_step": f"work.{self.some(*moved)}", "at_most": self.some(1, 2)},
            "together": about({"not_alone": True}),
        }
        if two:
            found["few"] = {"while_in": state, "at_most": 1}
        if self.plain:
            del found["together"]
        return {name: {**named(name, name), **made} for name, made in found.items()}

    def in_work(self, condition: Any) -> Any:
        """A condition as it is written outside the lifecycle."""
        if isinstance(condition, str):
            return f"work.{condition}" if condition in self.rules else condition
        made = dict(condition)
        for key in ("done", "not_done", "fact", "known"):
            if key in made:
                made[key] = f"work.{made[key]}"
        if "not" in made:
            made["not"] = f"work.{made['not']}"
        if "any" in made:
            made["any"] = [self.in_work(one) for one in made["any"]]
        return made


def named(nl: str, en: str) -> Table:
    """Both names, and where it comes from."""
    return {"nl": nl, "en": en, "source": "Verzonnen"}


def workflow(seed: int, plain: bool = False) -> Table:
    """The tables of one random workflow; without faults, which the reader has confirmed."""
    for again in range(50):
        tables = Writer(Random(f"{seed}.{again}"), plain).write()
        rules = tables.pop("lifecycle_rules", None)
        if rules:
            tables["lifecycle"]["work"]["rule"] = rules
        if read(tables).workflow is not None:
            return tables
    raise AssertionError(f"nothing readable came of seed {seed}")


seeds = st.integers(0, 2**32)


def workflows(plain: bool = False) -> st.SearchStrategy[Table]:
    """Random workflows. Made of a seed, which is drawn at once where each part would be slow."""
    return seeds.map(lambda seed: workflow(seed, plain))
