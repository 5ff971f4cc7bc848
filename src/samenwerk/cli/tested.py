"""What went otherwise in a scenario, for people and as data."""

from __future__ import annotations

from datetime import date

from samenwerk.cli.door import Door
from samenwerk.language.catalogue import Speaker
from samenwerk.language.errors import say_error
from samenwerk.language.layout import wrap
from samenwerk.language.outcome import render_outcome
from samenwerk.scenarios.compare import Mismatch
from samenwerk.scenarios.play import ActPlayed, Played
from samenwerk.scenarios.story import Act
from samenwerk.values.declared import Workflow
from samenwerk.values.message import Name

MARGIN = "        "


def failure(played: Played, door: Door, workflow: Workflow) -> list[str]:
    """Each act that went otherwise: where it stands, what was expected, what came of it."""
    rows: list[str] = []
    for one in played.acts:
        if not one.passed:
            rows += [*([""] if rows else []), *_failure(one, played, door, workflow)]
    return rows


def _failure(one: ActPlayed, played: Played, door: Door, workflow: Workflow) -> list[str]:
    speaker = _speaker(played, door, workflow)
    said = door.words("test.at", place=one.act.place, act=act_text(one.act, door, speaker))
    rows = wrap(said, door.width, MARGIN)
    if one.error is not None:
        return rows + wrap(say_error(one.error, speaker), door.width, MARGIN + "  ")
    for wrong in one.wrong:
        word = door.words(f"test.{wrong.what}")
        for id in ("expected", "got"):
            value = _shown(wrong, getattr(wrong, id), one, door, speaker)
            rows += wrap(f"{word}, {door.words(f'test.{id}')}: {value}", door.width, MARGIN + "  ")
    if one.outcome is not None:
        rows.append(MARGIN + "  " + door.words("test.reasons"))
        told = render_outcome(one.outcome, speaker, door.width - len(MARGIN) - 4)
        rows += [(MARGIN + "    " + row).rstrip() for row in told.splitlines()]
    return rows


def act_text(act: Act, door: Door, speaker: Speaker) -> str:
    """An act in words, by the names of its story."""
    who = act.who or ""
    if act.on_behalf_of is not None:
        who = door.words("test.for", who=who, other=act.on_behalf_of)
    position = speaker.tell(Name("position", act.position)) if act.position else ""
    return door.words(
        f"test.act.{act.kind}", on=act.on.isoformat(), who=who, name=act.name, case=act.case,
        position=position,
    )  # fmt: skip


def failure_data(played: Played, door: Door, workflow: Workflow) -> list[dict[str, object]]:
    """The same as plain data."""
    speaker = _speaker(played, door, workflow)
    return [
        {
            "file": one.act.place.file,
            "line": one.act.place.line,
            "act": act_text(one.act, door, speaker),
            "error": None if one.error is None else say_error(one.error, speaker),
            "points": [
                {"what": wrong.what, "expected": _plain(wrong.expected), "got": _plain(wrong.got)}
                for wrong in one.wrong
            ],
            "answer": None if one.outcome is None else render_outcome(one.outcome, speaker),
        }
        for one in played.acts
        if not one.passed
    ]


def _speaker(played: Played, door: Door, workflow: Workflow) -> Speaker:
    register = None if played.end is None else played.end.known.register
    return door.speaker(workflow, register)


def _shown(
    wrong: Mismatch, value: object, one: ActPlayed, door: Door, speaker: Speaker
) -> str:
    if value is None or value == ():
        return door.words("test.nothing")
    if isinstance(value, tuple):
        return ", ".join(str(name) for name in value)
    return speaker.tell(value) if isinstance(value, date) else str(value)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
