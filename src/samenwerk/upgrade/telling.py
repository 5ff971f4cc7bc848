"""A difference in words: what it was, what it is now, an example, the source, and the lines.

The words themselves stand in `wording`; how they are laid out on a page is `written`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.language.explained import explain_declared
from samenwerk.language.sources import cited
from samenwerk.language.steps import condition_text
from samenwerk.proof.anywhere import Somewhere
from samenwerk.proof.asked import Undecided
from samenwerk.proof.asked_of import Line
from samenwerk.proof.compare import Shift
from samenwerk.proof.swapping import without_names
from samenwerk.upgrade.difference import Difference, Report, Side
from samenwerk.upgrade.situation import situation, unmet
from samenwerk.upgrade.values import home_of, key_text
from samenwerk.upgrade.votes import votes_rows
from samenwerk.values.declared import Lifecycle, State, Step
from samenwerk.values.place import Place
from samenwerk.values.tree import Named
from samenwerk.values.who import Declared

WHOLE = (
    "decision", "say", "duty", "role", "mandate", "pool", "window", "queue", "calendar", "effect",
    "transition",
)  # fmt: skip
"""Families whose whole text is explained by `language`."""


@attrs.frozen
class Told:
    """One difference in words; `places` are where it stands in the old and the new text.

    `need` is what both texts say in the same words, while what holds for it is another.
    """

    kind: str
    family: str
    name: str
    title: str
    need: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    example: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    source: str | None = None
    places: tuple[Place | None, Place | None] = (None, None)


@attrs.frozen
class Teller:
    """Tells the differences of a report, the old text by its own labels and the new one by its.

    `then` begins the ids of the sentences that say what became of an example.
    """

    report: Report
    old: Speaker
    new: Speaker
    then: str = "diff.then"

    def all(self) -> tuple[Told, ...]:
        """Every difference, in the order of the report."""
        return tuple(self.told(one) for one in self.report.differences)

    def text_alone(self) -> tuple[str, ...]:
        """What is only written otherwise, each by what it is and is called."""
        return tuple(
            self.new.words("diff.text", what=self._family(family), label=self._label(family, name),
                           name=name or self.report.new.workflow.name)
            for family, name in self.report.texts
        )  # fmt: skip

    def told(self, one: Difference) -> Told:
        """One difference."""
        places = (self.report.old.place(one.family, one.name) if one.old else None,
                  self.report.new.place(one.family, one.name) if one.new else None)  # fmt: skip
        thing = one.new or one.old
        source = None if thing is None else thing.source
        told = Told(one.kind, one.family, one.name, self._title(one), places=places, source=source)
        if one.shift is not None:
            told = self._of_shift(told, one, one.shift)
        elif one.old is None or one.new is None:
            told = self._of_presence(told, one)
        else:
            was, now = self._of_keys(one, one.old, one.new)
            told = attrs.evolve(told, was=was, now=now)
        if told.was and told.was == told.now:
            rest = _sentence(self.new, f"{self.then.partition('.')[0]}.same_words", {})
            told = attrs.evolve(told, need=(*told.was, rest), was=(), now=())
        means = tuple(row for votes in one.votes for row in votes_rows(votes, self.new))
        cleaned = None if told.source is None else cited(told.source)
        return attrs.evolve(told, means=(*told.means, *means), source=cleaned)

    def _title(self, one: Difference) -> str:
        speaker = self.new if one.new is not None else self.old
        if one.family == "workflow":
            return self._label("workflow", one.name)
        label = speaker.labels.of(one.family, one.name)
        home = one.name.rpartition(".")[0]
        told = {"what": self._family(one.family), "label": label, "name": one.name}
        if home and one.family != "lifecycle":
            return speaker.words("diff.title.in", home=speaker.labels.of("lifecycle", home), **told)
        return speaker.words("diff.title", **told)

    def _family(self, family: str) -> str:
        return self.new.words(f"diff.family.{family}")

    def _label(self, family: str, name: str) -> str:
        if family == "workflow":
            workflow = self.report.new.workflow
            return self.new.labels.among(workflow.labels) or workflow.name
        known = self.new.labels.declared(family, name) is not None
        return (self.new if known else self.old).labels.of(family, name)

    def _of_presence(self, told: Told, one: Difference) -> Told:
        """What was added or taken away says in full; with a state, what becomes of its cases."""
        if one.new is not None:
            now = (self.new.words("diff.added"), *self._says(one, one.new, self.new))
            return attrs.evolve(told, now=now)
        assert one.old is not None
        rows = [self.new.words("diff.removed"), *self._says(one, one.old, self.old)]
        means: tuple[str, ...] = ()
        if isinstance(one.old, State) and not one.old.final:
            means = (self.new.words("diff.cases.state"),)
        if isinstance(one.old, Lifecycle):
            means = (self.new.words("diff.cases.lifecycle"),)
        return attrs.evolve(told, was=tuple(rows), means=means)

    def _says(self, one: Difference, thing: Declared, speaker: Speaker) -> list[str]:
        if isinstance(thing, Step) or one.family in (*WHOLE, "fact", "document", "map"):
            return explain_declared(thing, speaker.inside(home_of(thing, one.name) or None))
        if isinstance(thing, Lifecycle):
            told = {"states": len(thing.states), "steps": len(thing.steps)}
            return [as_sentence(speaker.words("diff.holds", **told), speaker.lang)]
        return []

    def _of_keys(
        self, one: Difference, old: Declared, new: Declared
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if one.family in WHOLE:
            was, now = (
                explain_declared(thing, speaker.inside(home_of(thing, one.name) or None))
                for thing, speaker in ((old, self.old), (new, self.new))
            )
            gone = tuple(row for row in was if row not in now)
            came = tuple(row for row in now if row not in was)
            if gone or came:
                nothing = as_sentence(self.new.words("diff.nothing"), self.new.lang)
                return gone or (nothing,), came or (nothing,)
        was_rows, now_rows = list[str](), list[str]()
        for key in one.keys:
            texts = [
                key_text(thing, key, home_of(thing, one.name), speaker)
                for thing, speaker in ((old, self.old), (new, self.new))
            ]
            for rows, text in zip((was_rows, now_rows), texts, strict=True):
                rows.append(self._row(one.family, key, text))
        return tuple(was_rows), tuple(now_rows)

    def _row(self, family: str, key: str, text: str) -> str:
        id = f"diff.{family}.{key}"
        known = self.new.catalogue.sentence(id, self.new.lang) is not None
        told = {"value": text} if known else {"value": text, "key": key}
        return _sentence(self.new, id if known else "diff.key", told)

    def _of_shift(self, told: Told, one: Difference, shift: Shift) -> Told:
        was, now = self._conditions(shift)
        rules = [rule for line in (*shift.now, *shift.was) for rule in line.rules[-1:]]
        places, source = told.places, told.source
        if rules:
            known = [side.workflow.rules.get(rules[0]) for side in (self.report.new,
                                                                   self.report.old)]  # fmt: skip
            source = next((rule.source for rule in known if rule and rule.source), source)
            places = (self._rule_place(self.report.old, shift.was, places[0]),
                      self._rule_place(self.report.new, shift.now, places[1]))  # fmt: skip
        told = attrs.evolve(told, was=was, now=now, source=source, places=places)
        if isinstance(shift.answer, Undecided):
            id = f"diff.undecided.{shift.kind}"
            id = id if shift.kind in ("allowed", "refused") else "diff.undecided"
            why = _sentence(self.new, id, {"why": self._why(shift.answer)})
            return attrs.evolve(told, undecided=(why,))
        return attrs.evolve(told, example=tuple(self._example(shift, shift.answer, one)))

    def _rule_place(
        self, side: Side, lines: Sequence[Line], otherwise: Place | None
    ) -> Place | None:
        rule = next((line.rules[-1] for line in lines if line.rules), None)
        return otherwise if rule is None else side.place("rule", rule) or otherwise

    def _conditions(self, shift: Shift) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What was and what is asked; when that sounds alike, with what the rules in it ask."""
        found = None
        for rules in (False, True):
            found = (
                tuple(self._condition(line, self.old, rules) for line in shift.was),
                tuple(self._condition(line, self.new, rules) for line in shift.now),
            )
            if found[0] != found[1]:
                break
        assert found is not None
        nothing = (as_sentence(self.new.words("diff.asks_nothing"), self.new.lang),)
        return found[0] or nothing, found[1] or nothing

    def _condition(self, line: Line, speaker: Speaker, rules: bool) -> str:
        home = next((one.rpartition(".")[0] for one in reversed(line.rules)), "")
        speaker = speaker.inside(home or speaker.lifecycle)
        node = line.node
        while isinstance(node, Named):
            node = node.rule.part
        text = condition_text(without_names(node, rules), speaker)
        if line.severity != "block":
            text += " " + speaker.words(f"said.severity.{line.severity}")
        if not line.rules:
            return as_sentence(text, speaker.lang)
        rule = speaker.labels.of("rule", line.rules[-1])
        return as_sentence(speaker.words("diff.in_rule", rule=rule, said=text), speaker.lang)

    def _example(self, shift: Shift, world: Somewhere, one: Difference) -> Iterator[str]:
        home = home_of(one.new, one.name) if one.new is not None else ""
        old, new = (
            attrs.evolve(one, register=world.found.view.collaboration.register, lifecycle=home)
            for one in (self.old, self.new)
        )
        lines = tuple(line for some in shift.whole for line in some) if (
            shift.kind == "otherwise") else (*shift.was, *shift.now)
        facts = situation(world, lines, new)
        yield _sentence(new, "diff.example", {"facts": "; ".join(facts)})
        broken = {
            "allowed": (shift.was, old), "refused": (shift.now, new),
            "unexplained": (shift.was, old), "explained": (shift.now, new),
            "unwarned": (shift.was, old), "warned": (shift.now, new),
            "untipped": (shift.was, old), "tipped": (shift.now, new),
        }  # fmt: skip
        view = world.found.view
        if shift.kind == "otherwise":
            told = {}
            for key, lines, speaker in zip(("was", "now"), shift.whole, (old, new), strict=True):
                answer = min(line.tree.truth(view) for line in lines)
                told[key] = new.words(f"diff.answer.{answer}")
                worst = [line for line in lines if line.tree.truth(view) == answer]
                why = unmet([line.tree.finding(view) for line in worst], speaker)
                told[f"why_{key}"] = "; ".join(why)
            yield _sentence(new, "diff.then.otherwise", told)
            return
        those, speaker = broken[shift.kind]
        why = unmet([line.tree.finding(view) for line in those], speaker)
        ending = ".explained" if shift.explained and shift.kind in ("allowed", "refused") else ""
        yield _sentence(new, f"{self.then}.{shift.kind}{ending}", {"why": "; ".join(why)})

    def _why(self, answer: Undecided) -> str:
        id = f"diff.why.{answer.why}"
        known = self.new.catalogue.sentence(id, self.new.lang) is not None
        return self.new.words(id) if known else answer.why


def _sentence(speaker: Speaker, id: str, told: dict[str, str]) -> str:
    return as_sentence(speaker.words(id, **told), speaker.lang)
