"""Reading the files of scenarios of one workflow as one: scenarios, and every fault.

The shape of a single line is `lines`; a fault never stops the reading of the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from samenwerk.definitions.keys.story_keys import SCENARIO_KEYS
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.spelling.places import Source
from samenwerk.language.written import value_written
from samenwerk.scenarios.expecting import effect_told, expecting
from samenwerk.scenarios.lines import Lines, fits, if_fits, names_in, scenarios_in, starts_with_act
from samenwerk.scenarios.naming import (
    Known,
    all_names,
    copied,
    declared,
    labels_of,
    steps_of,
    to_fill,
)
from samenwerk.scenarios.several import Written, single
from samenwerk.scenarios.story import Act, Scenario, contradiction
from samenwerk.values.declared import Fact, Workflow
from samenwerk.values.place import Path

_KEYS = tuple(key.name for key in SCENARIO_KEYS)
_TEXTS = tuple(key.name for key in SCENARIO_KEYS if key.type in ("text", "name"))


def read_scenarios(
    sources: Iterable[Source], known: Known, faults: Faults
) -> tuple[Scenario, ...]:
    """The scenarios of these files, in order; those with a fault are left out, and so are
    those that go on from them. A name counts over all files. Faults go to `faults`."""
    found: dict[str, Any] = {}
    homes: dict[str, Lines] = {}
    for source in sources:
        lines = Lines(source, faults)
        for name, table in scenarios_in(lines):
            if name in found:
                first = homes[name].place("scenario", name)
                place = source.place(("scenario", name))
                faults.add("SW311", place, nearest_at=first, written=name, first=first)
            else:
                found[name], homes[name] = table, lines
    reader = _Reader(homes, known, found)
    read = [reader.scenario(name) for name in found]
    return tuple(one for one in read if one is not None)


class _Reader:
    def __init__(
        self, homes: Mapping[str, Lines], known: Known, written: Mapping[str, Any]
    ) -> None:
        self.homes = homes
        self.known = known
        self.written = written
        self.names = all_names(known.workflow)
        self.done: dict[str, Scenario | None] = {}
        self.cases: dict[str, dict[str, str]] = {}
        self.doubtful: dict[str, set[str]] = {}
        self.last: dict[str, str] = {}

    def scenario(self, name: str) -> Scenario | None:
        """One scenario; those it goes on from are read before it."""
        if name not in self.done:
            self.done[name] = None  # while it is being read, and for good when it has a fault
            self.done[name] = self._scenario(name)
        return self.done[name]

    def _scenario(self, name: str) -> Scenario | None:
        path: Path = ("scenario", name)
        table = self.written[name]
        lines = self.homes[name]
        faults = lines.faults
        if not isinstance(table, dict):
            lines.wrong_type(path, "table")
            return None
        before = len(faults.in_order(()))
        meant: set[str | None] = set()
        for key in table:
            if key not in _KEYS:
                meant.add(lines.strange((*path, key), table, _KEYS))
            elif key in _TEXTS and not isinstance(table[key], str):
                lines.wrong_type((*path, key), "text")
        after = self._after(name, table, path)
        register = table.get("register", after.register if after else None)
        if not isinstance(register, str) or register not in self.known.registers:
            register = None
        inherited = after.settings if after else {}
        settings = {**inherited, **self._settings(lines, table, path)}
        before_it = str(table.get("after"))
        cases = dict(self.cases.get(before_it, {}))
        doubtful = set(self.doubtful.get(before_it, ()))
        last = self.last.get(before_it, "")
        parties = self.known.registers.get(register or "")
        story = _Story(
            lines, self.known.workflow, self.names, parties, self.known.names, cases, doubtful, last
        )
        if "story" not in table and "story" not in meant:
            faults.add("SW304", lines.place(*path), missing="story")
        acts = tuple(story.acts((*path, "story"), table.get("story", [])))
        self.cases[name], self.last[name] = story.cases, story.last
        self.doubtful[name] = story.doubtful
        broken = len(faults.in_order(())) > before or ("after" in table and after is None)
        if broken:
            return None
        return Scenario(
            name=name, place=lines.source.place(path), story=acts,
            labels={lang: table[lang] for lang in ("nl", "en") if lang in table},
            after=after.name if after else None, register=register, settings=settings,
        )  # fmt: skip

    def _after(self, name: str, table: Mapping[str, Any], path: Path) -> Scenario | None:
        after = table.get("after")
        if not isinstance(after, str):
            return None
        lines = self.homes[name]
        if after not in self.written:
            others = [one for one in self.written if one != name]
            lines.unknown((*path, "after"), "scenario", after, others)
            return None
        seen: set[object] = {name}
        at: object = after
        while isinstance(at, str) and at in self.written:
            if at in seen:
                if at == name:
                    lines.faults.add("SW306", lines.place(*path, "after"), written=name)
                return None
            seen.add(at)
            further = self.written[at]
            at = further.get("after") if isinstance(further, dict) else None
        return self.scenario(after)

    def _settings(
        self, lines: Lines, table: Mapping[str, Any], path: Path
    ) -> Mapping[str, object]:
        settings = table.get("set", {})
        if not isinstance(settings, dict):
            lines.wrong_type((*path, "set"), "table")
            return {}
        known = self.known.workflow.parameters
        for name, value in settings.items():
            if name not in known:
                lines.unknown((*path, "set", name), "parameter", name, known)
            elif not fits(value, "value"):
                lines.wrong_type((*path, "set", name), "value")
        return settings


class _Story:
    """The acts of one story, with the cases that were opened on the way.

    A line with a fault still counts for those below it, so that one fault is not told twice:
    its day and case are theirs, and cases that are `doubtful` may be of any lifecycle.
    """

    def __init__(
        self,
        lines: Lines,
        workflow: Workflow,
        names: frozenset[str],
        parties: tuple[str, ...] | None,
        called: Mapping[str, tuple[str, ...]],
        cases: dict[str, str],
        doubtful: set[str],
        last: str,
    ) -> None:
        self.lines = lines
        self.workflow = workflow
        self.names = names
        self.parties = parties
        self.called = called
        self.cases = cases
        self.doubtful = doubtful
        self.last = last
        self.came = last  # the last case that is there: one whose opening is refused never comes
        self.day: Any = None

    def acts(self, path: Path, story: object) -> Iterator[Act]:
        """Every act, with what stands under it; it counts for each act that a line stands for."""
        acts: tuple[Act, ...] = ()
        expected: set[str] = set()
        sound = True
        for line in self.lines.of(path, story):
            if not line.kind:
                if starts_with_act(line.words):
                    yield from (self._checked(act, expected) for act in acts)
                    acts, expected, sound = (), set(), False
                    self._passed_over(line.words)
                continue
            if line.kind in ("with", "expect"):
                if not acts:
                    if sound:  # else what it belongs to has a fault itself
                        self.lines.faults.add("SW307", self.lines.place(*line.path))
                elif line.kind == "with":
                    acts = tuple(self._filled(act, line) for act in acts)
                else:
                    before = frozenset(expected)
                    acts = tuple(expecting(self, act, line, before) for act in acts)
                    expected |= set(line.words)
                continue
            yield from (self._checked(act, expected) for act in acts)
            made = [self._act(one) for one in single(line)]
            acts, expected = tuple(act for act in made if act is not None), set()
            sound = len(acts) == len(made)
        yield from (self._checked(act, expected) for act in acts)

    def _passed_over(self, words: Mapping[str, object]) -> None:
        """Take from an act with a fault what the lines below it may rest on."""
        self.day = if_fits(words, "on") or self.day
        case = if_fits(words, "case")
        step = self.workflow.step(str(words.get("does")))
        if case is not None:
            self.last = case
        elif "case" in words or (step is not None and step.opens):
            self.last = ""
        if step is not None and step.opens:
            self.cases.setdefault(self.last, step.lifecycle)
            self.came = self.last
        elif self.last not in self.cases:
            self.doubtful.add(self.last)

    def _act(self, line: Written) -> Act | None:
        words: Mapping[str, Any] = line.words
        for key in ("who", "for", "of"):
            self.party(words.get(key), (*line.path, key))
        many = words["for"] if isinstance(words.get("for"), list) else []
        for one in many:
            self.party(one, (*line.path, "for"))
        if many and line.kind not in ("does", "asks"):
            self.lines.wrong_type((*line.path, "for"), "text")
        self.day = words.get("on", self.day)
        if self.day is None:
            self.lines.faults.add("SW304", self.lines.place(*line.path), missing="on")
            self.day = date.min  # told once; what else is wrong with this story is told as well
        shared: dict[str, Any] = {
            "kind": line.kind,
            "on": self.day,
            "place": self.lines.place(*line.path),
            "case": words.get("case", self.last),
            "who": words.get("who"),
            "on_behalf_of": None if many else words.get("for"),
            "trial": "try" in words,
            "anyway": "anyway" in words,
        }
        self.last = shared["case"]
        at = (*line.path, line.kind)
        if line.kind in ("does", "asks"):
            return self._step(line, shared, at)
        if line.kind == "settles":
            return Act(**shared)
        lifecycle = self.lifecycle(shared["case"], line)
        if lifecycle is None:
            return None
        if line.kind == "says":
            at = (*line.path, "about")
            name = self._named("decision", words["about"], lifecycle, at)
            given = {"position": words["says"], "reasons": words.get("reasons")}
            return None if name is None else Act(**shared, name=name, **given)
        if line.kind == "hands_in":
            name = self._named("document", words["hands_in"], lifecycle, line.name_path)
            return None if name is None else Act(**shared, name=name, value=str(words["is"]))
        if line.kind == "effect":
            return effect_told(self, line, shared, lifecycle)
        name = self._named("fact", words["records"], lifecycle, line.name_path)
        if name is None:
            return None
        fact = declared(self.workflow, "fact", lifecycle, name)
        value = self.value(fact, words["is"], line.value_path)
        return None if value is None else Act(**shared, name=name, value=value, of=words.get("of"))

    def _step(self, line: Written, shared: dict[str, Any], at: Path) -> Act | None:
        written = str(line.words[line.kind])
        step = self.workflow.step(written)
        if step is None:
            steps = steps_of(self.workflow)
            self.lines.unknown(at, "step", written, steps, steps)
            self.doubtful.add(shared["case"])
            return None
        if step.opens:
            if "case" not in line.words:
                self._passed_over(line.words)
                self.lines.faults.add("SW304", self.lines.place(*line.path), missing="case")
                return None
            self.cases.setdefault(shared["case"], step.lifecycle)
        elif self.lifecycle(shared["case"], line) is None:
            return None
        words: Mapping[str, Any] = line.words
        merges = names_in(words.get("merges", ()))
        named = [("merges", one) for one in merges]
        named += [(key, words[key]) for key in ("under", "rests_on") if key in words]
        for key, one in named:
            known = one in self.cases or one in self.doubtful
            if not known and not copied(self.workflow, self.cases, one):
                self.lines.unknown((*line.path, key), "case", one, self.cases)
        into = {new: names_in(who) for new, who in words.get("into", {}).items()}
        for new, who in into.items():
            self.cases.setdefault(new, step.lifecycle)
            for one in who:
                self.party(one, (*line.path, "into", new))
        many = words["for"] if isinstance(words.get("for"), list) else []
        return Act(
            **shared, name=written, parent=words.get("under"), explains=words.get("explains"),
            rests_on=words.get("rests_on"), into=into, heir=words.get("heir"), merges=merges,
            for_each=tuple(many),
        )  # fmt: skip

    def lifecycle(self, case: str, line: Written) -> str | None:
        """The lifecycle of a case; one that is not known is reported."""
        found = self.cases.get(case) or copied(self.workflow, self.cases, case)
        if found is None and case in self.doubtful:
            return None
        if found is None and not case:
            self.doubtful.add(case)
            self.lines.faults.add("SW304", self.lines.place(*line.path), missing="case")
        elif found is None:
            at = (*line.path, "case") if "case" in line.words else line.path
            self.lines.unknown(at, "case", case, self.cases)
        return found

    def party(self, written: object, path: Path) -> None:
        """Report a party that the register does not have."""
        if isinstance(written, str) and self.parties is not None and written not in self.parties:
            self.lines.unknown(path, "party", written, self.parties, self.called)

    def _named(self, family: str, written: str, lifecycle: str, path: Path) -> str | None:
        if declared(self.workflow, family, lifecycle, written) is not None:
            return written
        labels = labels_of(self.workflow, family, lifecycle)
        self.lines.unknown(path, family, written, labels, labels)
        return None

    def value(self, fact: Fact, written: object, path: Path) -> Any:
        """The value of a fact; one that does not fit is reported."""
        value = value_written(fact, written)
        if value is None:
            self.lines.wrong_type(path, f"fact.{fact.type}", fact.one_of, written)
        return value

    def _filled(self, act: Act, line: Written) -> Act:
        name, written = str(line.words["with"]), line.words["is"]
        if act.kind not in ("does", "asks"):
            self.lines.faults.add("SW307", self.lines.place(*line.path))
            return act
        step = self.workflow.step(act.name)
        assert step is not None
        lifecycle = step.lifecycle
        fact = declared(self.workflow, "fact", lifecycle, name)
        if fact is not None:
            value = self.value(fact, written, (*line.path, "is"))
            return attrs.evolve(act, facts={**act.facts, name: value})
        listed = isinstance(written, list)
        if not listed and declared(self.workflow, "document", lifecycle, name) is not None:
            return attrs.evolve(act, documents={**act.documents, name: str(written)})
        role = self.workflow.roles.get(f"{lifecycle}.{name}")
        if role is not None and (role.many or not listed):
            who = names_in(written)
            for one in who:
                self.party(one, (*line.path, "is"))
            return attrs.evolve(act, roles={**act.roles, name: who})
        if listed:
            self.lines.wrong_type((*line.path, "is"), "value")
            return act
        self.lines.unknown((*line.path, "with"), "fact", name, to_fill(self.workflow, step))
        return act

    def _checked(self, act: Act, expected: set[str]) -> Act:
        step = self.workflow.step(act.name)
        if step is None or not step.opens or act.comes_about:
            self.came = act.case
        elif self.last == act.case:
            self.last = self.came
        wrong = contradiction(act, expected)
        if wrong is not None:
            self.lines.faults.add("SW308", act.place, case=wrong[0], written=wrong[1])
        return act
