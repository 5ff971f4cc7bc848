"""Playing stories in a store that stays, and telling each act on a line of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import attrs

from samenwerk.core.wording import value_name
from samenwerk.demo.texts import TEXTS
from samenwerk.engine import Engine
from samenwerk.engine.room import Room
from samenwerk.front import speaker_for
from samenwerk.language.catalogue import Speaker
from samenwerk.language.history import event_line, voice_family
from samenwerk.language.layout import wrap
from samenwerk.language.template import filled
from samenwerk.language.values import list_text
from samenwerk.scenarios.folder import Folder
from samenwerk.scenarios.in_room import enrol, play_act
from samenwerk.scenarios.play import ActPlayed
from samenwerk.scenarios.stage import noon
from samenwerk.scenarios.story import Act, Scenario
from samenwerk.values.event import RecordedEvent, StepDone
from samenwerk.values.message import Name

_AT = 21
"""Where an act begins on its line, after the day."""


@attrs.frozen
class Teller:
    """Who writes the demo: in one language, no wider than a terminal."""

    lang: str
    width: int
    write: Callable[[str], None]

    def words(self, id: str, **params: object) -> str:
        """A sentence of the demo itself."""
        return filled(TEXTS[self.lang][id], lambda name, forms: str(params[name]))

    def head(self, id: str) -> None:
        """The heading of a chapter."""
        said = self.words(id)
        self.write(f"{said}\n{'=' * len(said)}\n\n")

    def say(self, id: str, **params: object) -> None:
        """A paragraph of guidance."""
        rows = wrap(self.words(id, **params), self.width)
        self.write("\n".join(rows) + "\n\n")

    def show(self, text: str) -> None:
        """An answer of samenwerk, set apart by its margin."""
        self.write("\n".join(f"  {row}".rstrip() for row in text.splitlines()) + "\n\n")


class Unplayable(Exception):
    """A story did not go as it says: the demo cannot show what it promises."""


class Stage:
    """One collaboration of the demo, with the folder its stories come from."""

    def __init__(self, engine: Engine, folder: Folder, id: str, teller: Teller) -> None:
        assert folder.workflow is not None
        self.folder = folder
        self.id = id
        self.teller = teller
        self._engine = engine
        self._moment: datetime | None = None

    @property
    def room(self) -> Room:
        """The collaboration at the day the story has come to."""
        assert self._moment is not None
        return self._engine.at(self._moment).room(self.id)

    @property
    def speaker(self) -> Speaker:
        """Who calls everything by its label."""
        return speaker_for(self.teller.lang, self.room)

    def story(self, name: str) -> Scenario:
        """A scenario of the folder."""
        return next(one for one in self.folder.scenarios if one.name == name)

    def play(self, name: str, acts: slice = slice(None)) -> list[ActPlayed]:
        """Play (a part of) one story; raises Unplayable when it goes otherwise than it says."""
        return [self.act(act) for act in self.story(name).story[acts]]

    def act(self, act: Act) -> ActPlayed:
        """Play one act."""
        workflow = self.folder.workflow
        assert workflow is not None
        moment = noon(act.on, workflow.zone)
        if self._moment is None:
            self._moment = moment
            self._engine.at(moment).start(workflow, self.id, rehearsal=True, day=act.on)
            enrol(self.room, self.folder.registers[""], act.on)
        self._moment = max(self._moment, moment)
        played = play_act(self.room, act)
        if played.lost:
            raise Unplayable(f"{act.place}: {played.wrong or played.error}")
        return played

    def tell_all_but(self, played: Iterable[ActPlayed], *kinds: str) -> None:
        """Tell acts, without those of these kinds that went through."""
        self.tell(
            one for one in played
            if one.act.kind not in kinds or not (one.outcome and one.outcome.carried_out)
        )  # fmt: skip

    def tell(self, played: Iterable[ActPlayed]) -> None:
        """Tell acts, each on a line; equal ones that follow each other together."""
        teller = self.teller
        for group in _alike(played):
            act = group[0].act
            told = list(self._told(group))
            if told:
                day = self.speaker.tell(act.on)
                rows = wrap(told[0], teller.width - _AT)
                rows += [row for more in told[1:] for row in wrap(more, teller.width - _AT)]
                for number, row in enumerate(rows):
                    start = f"  {day if number == 0 else '':<{_AT - 2}}"
                    teller.write((start + row).rstrip() + "\n")
        teller.write("\n")

    def _told(self, group: list[ActPlayed]) -> Iterator[str]:
        speaker, act, outcome = self.speaker, group[0].act, group[0].outcome
        assert outcome is not None
        known = self.room.collaboration.cases.get(act.case)
        speaker = speaker.inside(known.lifecycle if known else None)
        if outcome.carried_out and act.kind == "settles":
            yield from self._by_itself(group, speaker)
            return
        doers = list(dict.fromkeys(self._doer(one.act, speaker) for one in group))
        what = self._what(group[0], speaker)
        about = [one.act.of for one in group if one.act.of is not None]
        said = f"{list_text(doers, self.teller.lang)}: {what}"
        yield f"{said} ({speaker.parties(tuple(about), 9)})" if about else said
        if outcome.carried_out:
            return
        unmet = [speaker.say(one.message) for one in outcome.unmet]
        if unmet:
            yield self.teller.words("line.unmet", names=", ".join(unmet))
        elif outcome.headline is not None:
            why = speaker.sentence(outcome.headline)
            yield self.teller.words("line.refused", why=why)
        if outcome.can:
            yield speaker.words("outcome.can", who=speaker.parties(outcome.can, 6))

    def _doer(self, act: Act, speaker: Speaker) -> str:
        who = speaker.labels.party(act.who or "")
        if act.on_behalf_of is None:
            return who
        other = speaker.labels.party(act.on_behalf_of)
        return self.teller.words("line.for", who=who, other=other)

    def _by_itself(self, group: list[ActPlayed], speaker: Speaker) -> Iterator[str]:
        for one in group:
            for event in one.outcome.events if one.outcome else ():
                line = event_line(event, speaker, lambda seal: None)
                yield line.partition("  ")[2]

    def _what(self, played: ActPlayed, speaker: Speaker) -> str:
        act, words = played.act, self.teller.words
        match act.kind:
            case "says":
                position = speaker.tell(Name("position", act.position))
                inside = speaker.labels.lifecycle or ""
                family = voice_family(speaker.workflow, act.name, inside)
                decision = speaker.labels.of(family, act.name)
                return words("line.says", position=position, decision=decision)
            case "records":
                fact = speaker.labels.of("fact", act.name)
                facts = {} if speaker.workflow is None else speaker.workflow.facts
                found = facts.get(f"{speaker.lifecycle}.{act.name}") or facts.get(act.name)
                kind = "text" if found is None else found.type
                value = speaker.tell(value_name(act.name, kind, act.value))
                return words("line.records", fact=fact, value=value)
            case "hands_in":
                return words("line.hands_in", document=speaker.labels.of("document", act.name))
        step = speaker.labels.of("step", act.name)
        event = next((one for one in _events(played) if isinstance(one.what, StepDone)), None)
        if event is None or event.from_state == event.to_state:
            return step
        state = speaker.labels.of("state", f"{event.lifecycle}.{event.to_state}")
        return words("line.moves", step=step, state=state)


def _events(played: ActPlayed) -> tuple[RecordedEvent, ...]:
    return () if played.outcome is None else played.outcome.events


def _alike(played: Iterable[ActPlayed]) -> Iterator[list[ActPlayed]]:
    """Acts that follow each other and differ only in who does them."""
    group: list[ActPlayed] = []
    for one in played:
        if group and _key(group[0]) != _key(one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _key(played: ActPlayed) -> tuple[object, ...]:
    act, outcome = played.act, played.outcome
    done = outcome is not None and outcome.carried_out
    alone = None if done else id(played)
    return (act.kind, act.name, act.position, act.value, act.on, alone)
