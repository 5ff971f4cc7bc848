"""What went otherwise in a story, for people and as data: the line, what was expected, what came.

What its writer can change is `otherwise`.
"""

from __future__ import annotations

from datetime import date

from samenwerk.cli.door import Door
from samenwerk.language.catalogue import Speaker
from samenwerk.language.errors import say_error
from samenwerk.language.excerpt import excerpt
from samenwerk.language.layout import display_width, padded, wrap
from samenwerk.language.outcome import headline, render_findings, render_outcome, way_out
from samenwerk.scenarios.compare import Mismatch
from samenwerk.scenarios.folder import Folder
from samenwerk.scenarios.play import ActPlayed, Played
from samenwerk.scenarios.story import Act
from samenwerk.values.finding import YES
from samenwerk.values.message import Name

MARGIN = "  "
_DEEPER = "    "
_PARTIES = ("can", "not_for")


def failure(played: Played, door: Door, folder: Folder) -> list[str]:
    """Each act that went otherwise: its line, what was expected, what came, what to change."""
    rows: list[str] = []
    for one in played.acts:
        if not one.passed:
            rows += [*([""] if rows else []), *_failure(one, played, door, folder)]
    return rows


def _failure(one: ActPlayed, played: Played, door: Door, folder: Folder) -> list[str]:
    from samenwerk.cli.otherwise import to_change

    speaker = _speaker(played, door, folder)
    place = one.act.place
    rows = [f"{MARGIN}{place.file}:{place.line}"]
    lines = folder.lines.get(place.file, ())
    if 1 <= place.line <= len(lines):
        rows += excerpt(place, lines[place.line - 1], "", door.width)[:1]
    rows += wrap(act_text(one.act, door, speaker), door.width, MARGIN)
    if one.error is not None:
        told = say_error(one.error, speaker)
        return rows + _beside(door, "got", told, _width(door))
    for wrong in one.wrong:
        rows += _beside(door, "expected", _point(wrong, wrong.expected, one, door, speaker),
                        _width(door))  # fmt: skip
        rows += _beside(door, "got", _point(wrong, wrong.got, one, door, speaker), _width(door))
    return rows + _reasons(one, door, speaker) + to_change(one, door, speaker, folder)


def _reasons(one: ActPlayed, door: Door, speaker: Speaker) -> list[str]:
    """Why it came out like this: the verdict, what was not met, and who can act if that differs."""
    outcome = one.outcome
    if outcome is None:
        return []
    width = door.width - len(_DEEPER)
    told = wrap(headline(outcome, speaker), width)
    unmet = tuple(each for each in outcome.findings if each.truth != YES)
    told += render_findings(unmet or outcome.findings, speaker, width)
    if any(wrong.what in _PARTIES for wrong in one.wrong):
        told += way_out(outcome, speaker, width)
    return [MARGIN + door.words("test.reasons"), *((_DEEPER + row).rstrip() for row in told)]


def _width(door: Door) -> int:
    return max(display_width(door.words(f"test.{id}")) for id in ("expected", "got"))


def _beside(door: Door, id: str, told: str, width: int) -> list[str]:
    return wrap(told, door.width, f"{MARGIN}{padded(door.words(f'test.{id}'), width)}  ")


def act_text(act: Act, door: Door, speaker: Speaker) -> str:
    """An act as a sentence, with the labels of the workflow and the register."""
    who = "" if act.who is None else speaker.labels.party(act.who)
    if act.on_behalf_of is not None:
        other = speaker.labels.party(act.on_behalf_of)
        who = door.words("test.for", who=who, other=other)
    family = "outcome" if act.kind == "effect" else "position"
    position = speaker.tell(Name(family, act.position)) if act.position else ""
    return door.words(
        f"test.act.{act.kind}", on=speaker.tell(act.on), who=who, name=_label(act, speaker),
        case=act.case, position=position,
    )  # fmt: skip


_FAMILIES = {"does": ("step",), "asks": ("step",), "says": ("decision", "say"),
             "records": ("fact",), "hands_in": ("document",), "effect": ("effect",)}  # fmt: skip


def _label(act: Act, speaker: Speaker) -> str:
    families = _FAMILIES.get(act.kind, ())
    for family in families:
        if speaker.labels.declared(family, act.name) is not None:
            return speaker.labels.of(family, act.name)
    return act.name


def failure_data(played: Played, door: Door, folder: Folder) -> list[dict[str, object]]:
    """The same as plain data."""
    from samenwerk.cli.otherwise import look_at, suggested

    speaker = _speaker(played, door, folder)
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
            "write": list(suggested(one, folder)),
            "look_at": [
                {"file": place.file, "line": place.line, "family": name.family, "name": name.name}
                for name, place in look_at(one, folder)
            ],
        }
        for one in played.acts
        if not one.passed
    ]


def _speaker(played: Played, door: Door, folder: Folder) -> Speaker:
    register = None if played.end is None else played.end.known.register
    return door.speaker(folder.workflow, register)


def _point(wrong: Mismatch, value: object, one: ActPlayed, door: Door, speaker: Speaker) -> str:
    """One point as it was expected or came out: in words, and between brackets as it is written."""
    if wrong.what == "verdict":
        return door.words("test.named", said=door.words(f"test.verdict.{value}"), name=value)
    if value is None or value == ():
        said = door.words("test.nothing")
    elif isinstance(value, date):
        said = speaker.tell(value)
    elif wrong.what in _PARTIES and isinstance(value, tuple):
        said = ", ".join(_named(door, speaker.labels.party(name), name) for name in value)
    elif isinstance(value, tuple):
        said = ", ".join(str(name) for name in value)
    elif wrong.what == "state":
        said = _named(door, _state(one.act, str(value), speaker), str(value))
    else:
        said = str(value)
    return door.words(f"test.{wrong.what}", told=said)


def _state(act: Act, state: str, speaker: Speaker) -> str:
    lifecycle = act.name.rpartition(".")[0]
    full = f"{lifecycle}.{state}"
    known = lifecycle and speaker.labels.declared("state", full) is not None
    return speaker.labels.of("state", full) if known else state


def _named(door: Door, said: str, name: str) -> str:
    return name if said == name else door.words("test.named", said=said, name=name)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
