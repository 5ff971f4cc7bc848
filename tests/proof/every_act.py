"""Every act that can be tried in a small workflow, and when two situations are the same.

Knows nothing of how proof looks for an answer: what can matter is read off the text, and what
comes of an act is asked of the real `decide`. Which order they are tried in is `brute`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import attrs
from immutables import Map

from samenwerk.core.compiled import Compiled
from samenwerk.core.decide import decide
from samenwerk.core.tree import Tree, compile_tree
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Value
from samenwerk.values.command import Command, Do, HandIn, Record, Say, Settle
from samenwerk.values.declared import Fact, Step
from samenwerk.values.errors import Misuse
from samenwerk.values.operand import Constant
from samenwerk.values.register import Holding, Party
from samenwerk.values.time import Term

START = date(2027, 2, 1)


@attrs.frozen
class Company:
    """Who takes part: a register of members, perhaps an office, and who holds which role."""

    parties: tuple[Party, ...]
    holds: tuple[Holding, ...]

    @property
    def alike(self) -> tuple[str, ...]:
        """The parties that nothing tells apart: members without a role."""
        held = {one.who for one in self.holds}
        return tuple(one.id for one in self.parties if one.id not in held)


def companies(compiled: Compiled, most: int) -> Iterator[Company]:
    """Every one with up to so many members in which each role is held, apart from their names."""
    roles = compiled.workflow.roles
    for size in range(most + 1):
        members = tuple(Party(f"m{at}", "member") for at in range(size))
        office = (Party("office", "office"),) if "office" in compiled.workflow.sorts else ()
        seats = [
            ["office"] if role.sort == ("office",) else [one.id for one in members[:place]]
            for place, role in enumerate(roles.values(), 1)
        ]
        for who in itertools.product(*seats):
            holds = tuple(Holding(*pair) for pair in zip(roles, who, strict=True))
            yield Company((*members, *office), holds)


# ------------------------------------------------------------------ what is looked at


@attrs.frozen(eq=False)
class Looked:
    """What of a workflow can matter, read off its text: which names occur, which terms."""

    compiled: Compiled
    names: frozenset[str]
    watched: frozenset[str]
    jumps: tuple[int, ...]
    cases: int

    @classmethod
    def at(cls, compiled: Compiled, tables: Mapping[str, Any], cases: int) -> Looked:
        """From a workflow and the tables that it was read from."""
        words = [one for one in _texts(tables) if isinstance(one, str)]
        names = frozenset(word.rpartition(".")[2] for word in words)
        watched = {
            made["done"].rpartition(".")[2] for made in _tables(tables) if "done" in made
            and {"every", "some", "count", "no", "share", "by"} & set(made)
        }  # fmt: skip
        watched |= {
            step.name for found in compiled.workflow.lifecycles.values()
            for step in found.steps.values() if step.each
        }  # fmt: skip
        terms = [_term(word) for word in words]
        days = {(term.after(START) - START).days for term in terms if term is not None}
        jumps = tuple(sorted({one + more for one in days for more in (0, 1)}))
        return cls(compiled, names, frozenset(watched), jumps, cases)


def _texts(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        value = value.values()
    if isinstance(value, (str, bool, int)):
        yield value
    else:
        for one in value:
            yield from _texts(one)


def _tables(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        yield value
        value = value.values()
    if not isinstance(value, (str, bool, int)):
        for one in value:
            yield from _tables(one)


def _term(word: str) -> Term | None:
    try:
        return Term.parse(word)
    except ValueError:
        return None


# ------------------------------------------------------------------ the same situation


def form(known: Collaboration, day: date, looked: Looked, company: Company) -> tuple[Any, ...]:
    """What can make a difference later, and nothing else; parties that are alike are sorted."""
    alike = company.alike
    rows: list[tuple[Any, ...]] = []
    for case in known.cases.values():
        rows.append((_plain(case, day, looked), case))
    rows.sort(key=lambda row: repr(row[0]))
    told = {
        one.id: tuple(_of_party(case, one.id, day, looked) for _, case in rows)
        for one in company.parties
    }
    same = sorted((told[one] for one in alike), key=repr)
    held = tuple(told[one.who] for one in company.holds)
    return (tuple(row[0] for row in rows), tuple(same), held)


def _age(since: date, day: date, looked: Looked) -> int:
    if not looked.jumps:
        return 0
    return min((day - since).days, looked.jumps[-1])


def _plain(case: Case, day: date, looked: Looked) -> tuple[Any, ...]:
    steps = tuple(
        (name, _age(case.steps[name][None].day, day, looked))
        for name in sorted(case.steps) if name in looked.names
    )  # fmt: skip
    facts = tuple(
        (name, str(case.facts[name][None].value))
        for name in sorted(case.facts) if name in looked.names
    )  # fmt: skip
    age = _age(case.opened.day, day, looked)
    return (
        case.lifecycle, case.state, case.trail, case.over, steps, facts,
        tuple(sorted(case.documents)), age,
    )  # fmt: skip


def _of_party(case: Case, party: str, day: date, looked: Looked) -> tuple[Any, ...]:
    done = tuple(
        (name, entry.sequence > case.state_since, _age(entry.day, day, looked))
        for name in sorted(case.steps) if name in looked.watched
        if (entry := case.steps[name].get(party)) is not None
    )  # fmt: skip
    said = []
    for name in sorted(case.positions):
        entry = case.positions[name].get(party)
        if entry is not None:
            paper = looked.compiled.workflow.decisions[name].same_text
            text = None if paper is None else case.entry("documents", paper)
            stale = text is not None and text.sequence > entry.sequence
            said.append((name, str(entry.value), stale, _age(entry.day, day, looked)))
    return (case.opened.by == party, done, tuple(said))


# ------------------------------------------------------------------ every act


@attrs.frozen(eq=False)
class Situation:
    """A collaboration on a day, and how it came about."""

    known: Collaboration
    day: date
    marks: Map[tuple[str, str], Any]
    depth: int = 0
    before: Situation | None = None
    act: str = ""

    @property
    def story(self) -> tuple[str, ...]:
        """Every act up to here."""
        return () if self.before is None else (*self.before.story, self.act)


def values_of(fact: Fact, looked: Looked) -> tuple[Value, ...]:
    """Values of a fact that differ for some condition, read off the comparisons with it."""
    match fact.type:
        case "yes_no":
            return (True, False)
        case "choice":
            return fact.one_of
    points = {
        bound.value
        for found in looked.compiled.steps.values() for need in found.needs
        for leaf in _leaves(need.tree) for _, bound in getattr(leaf, "tests", ())
        if isinstance(bound, Constant)
    }  # fmt: skip
    points |= {
        bound.value
        for one in looked.compiled.workflow.invariants.values() for node in one.needs
        for leaf in _leaves(compile_tree(node)) for _, bound in getattr(leaf, "tests", ())
        if isinstance(bound, Constant)
    }  # fmt: skip
    numbers = sorted(one for one in points if isinstance(one, int) and not isinstance(one, bool))
    near = {one + more for one in numbers for more in (-1, 0, 1)}
    return tuple(sorted(near or {0}))


def _leaves(tree: Tree) -> Iterator[Any]:
    leaf = getattr(tree, "leaf", None)
    if leaf is not None:
        yield leaf
    for part in tree.parts:
        yield from _leaves(part)


def acts(
    at: Situation, looked: Looked, company: Company, alone: str | None
) -> Iterator[list[dict[str, Any]]]:
    """Everything that somebody can try, each as alternatives of which the first that succeeds
    stands for all; `alone`: only this one acts in the cases under the root."""
    workflow, known = looked.compiled.workflow, at.known
    everyone = _unlike(at, looked, company)
    actors = everyone if alone is None else [alone]
    for found in looked.compiled.steps.values():
        step, lifecycle = found.step, found.lifecycle
        if step.automatic is not None:
            continue
        if step.opens:
            listed = known.by_lifecycle.get(lifecycle.name, Map())
            above = [None] if lifecycle.under is None else list(
                known.by_lifecycle.get(lifecycle.under, Map()))  # fmt: skip
            if len(listed) >= (1 if lifecycle.one else looked.cases):
                continue
            places = [(f"{lifecycle.name}{len(listed)}", parent) for parent in above]
        else:
            places = [
                (case.id, None) for case in known.cases.values()
                if case.lifecycle == lifecycle.name and case.state in step.sources
            ]  # fmt: skip
        root = lifecycle.under is None and len(workflow.lifecycles) > 1
        for case, parent in places:
            for actor in everyone if root else actors:
                for facts in _filled(step, lifecycle.name, looked):
                    yield [{"kind": Do, "case": case, "parent": parent, "actor": actor,
                            "step": step.full_name, "facts": facts}]  # fmt: skip
    for case in known.cases.values():
        if case.over or case.lifecycle != "work":
            continue
        for name, fact in workflow.facts.items():
            short = name.rpartition(".")[2]
            if not fact.by or short not in looked.names:
                continue
            old = case.entry("facts", short)
            for value in values_of(fact, looked):
                if old is None or old.value != value:
                    yield [{"kind": Record, "case": case.id, "fact": short, "value": value,
                            "actor": actor} for actor in actors]  # fmt: skip
        for name in workflow.documents:
            stands = workflow.decisions.get("carry")
            if name not in case.documents or (stands is not None and stands.same_text == name):
                yield [{"kind": HandIn, "case": case.id, "document": name, "title": "paper",
                        "actor": actor} for actor in actors]  # fmt: skip
        for name, decision in workflow.decisions.items():
            against = "object" if decision.method == "consent" else "against"
            for actor in actors:
                old = case.entry("positions", name, actor)
                for word in ("for", against, "abstain"):
                    if old is None or old.value != word or decision.same_text or looked.jumps:
                        yield [{"kind": Say, "case": case.id, "decision": name, "position": word,
                                "reasons": "so", "actor": actor}]  # fmt: skip
    for days in looked.jumps:
        yield [{"kind": Settle, "actor": None, "days": days}]


def _unlike(at: Situation, looked: Looked, company: Company) -> list[str]:
    """The parties, of those that are alike and did the same only one."""
    told: dict[Any, str] = {}
    alike = company.alike
    for one in company.parties:
        of = [_of_party(case, one.id, at.day, looked) for case in at.known.cases.values()]
        told.setdefault((None if one.id in alike else one.id, tuple(of)), one.id)
    return list(told.values())


def _filled(step: Step, lifecycle: str, looked: Looked) -> Iterator[dict[str, Value]]:
    workflow = looked.compiled.workflow
    found = [workflow.facts[f"{lifecycle}.{name}"] for name in step.fill_in]
    for values in itertools.product(*(values_of(fact, looked) for fact in found)):
        yield dict(zip(step.fill_in, values, strict=True))
    if found:
        yield {}  # what was recorded before stands


def tried(at: Situation, looked: Looked, told: Mapping[str, Any]) -> Any:
    """What comes of one act: the day and the lines, or None when it is refused."""
    told = dict(told)
    kind: type[Command] = told.pop("kind")
    day = at.day + timedelta(days=told.pop("days", 0))
    moment = datetime.combine(day, time(12), UTC)
    command = kind(id="c", moment=moment, day=day, **told)
    try:
        outcome = decide(looked.compiled, at.known, command, seal=False, look=False)
    except Misuse:
        return None
    return (day, outcome.lines) if outcome.carried_out else None
