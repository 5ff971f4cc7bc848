"""The report of all answers about one workflow, as text or Markdown.

How a story is told is `telling`; the same as plain data is `data`.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.language.layout import display_width, padded, wrap
from samenwerk.language.sources import cited
from samenwerk.proof.answer import Bounds
from samenwerk.proof.standing import Standing
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Invariant
from samenwerk.values.message import Message, Name
from samenwerk.values.place import Place
from samenwerk.verify.answers import BROKEN, NOT_DECIDED, VERDICTS, WITHIN, Answer, Verified
from samenwerk.verify.slips import Slip
from samenwerk.verify.telling import MARGIN, acts, cast, should, slip_rows, slip_texts, story_rows

Where = Callable[[Answer | Standing], tuple[Place | None, tuple[Slip, ...]]]
"""Where an invariant is written, or what was found; and the places that let its story through."""


def home(found: Standing) -> str | None:
    """The lifecycle that something found stands in."""
    return found.what.name.rpartition(".")[0] or None


def rows(found: Verified, speaker: Speaker, where: Where, width: int = 80) -> list[str]:
    """Every answer, with the story of what is broken; the count stands at the end."""
    told: list[str] = []
    for answer in found.answers:
        told += _rows(answer, speaker, where, width)
    if found.standing:
        told += [*([""] if told and told[-1] else []), speaker.words("verify.standing")]
        for one in found.standing:
            place = where(one)[0]
            at = "" if place is None else f"{place.file}:{place.line}: "
            said = speaker.inside(home(one)).say(one.message)
            told += wrap(f"{at}{said}", width, MARGIN, MARGIN * 2)
    if told and told[-1]:
        told.append("")
    return [*told, *count_rows(found, speaker, width)]


def _rows(answer: Answer, speaker: Speaker, where: Where, width: int) -> list[str]:
    lead = verdict(answer, speaker)
    room = max(display_width(speaker.words(f"verify.verdict.{one}")) for one in VERDICTS) + 2
    margin = " " * room
    rows = wrap(title(answer.invariant, speaker), width, padded(lead, room), margin)
    said = detail(answer, speaker)
    rows += wrap(said, width, margin) if said else []
    if answer.broken is None:
        return rows
    place, slips = where(answer)
    told = [] if place is None else [f"{place.file}:{place.line}"]
    told += [cited(answer.invariant.source)] if answer.invariant.source else []
    rows += wrap("; ".join(told), width, margin) if told else []
    speaker = _about(answer, speaker)
    rows += story_rows(answer.broken, answer.invariant, speaker, width)
    return [*rows, *slip_rows(slips, speaker, width), ""]


def _about(answer: Answer, speaker: Speaker) -> Speaker:
    """The same speaker, knowing the parties of the story."""
    register = None if answer.broken is None else answer.broken.known.register
    return attrs.evolve(speaker, register=register)


def verdict(answer: Answer, speaker: Speaker) -> str:
    """The word of the answer."""
    return speaker.words(f"verify.verdict.{answer.verdict}")


def title(invariant: Invariant, speaker: Speaker) -> str:
    """What the invariant is called."""
    return as_sentence(speaker.labels.of("invariant", invariant.name), speaker.lang).rstrip(".")


def detail(answer: Answer, speaker: Speaker) -> str:
    """The bounds of what was proved within them, or why nothing was decided; else nothing."""
    if answer.verdict == WITHIN:
        return bounds_text(answer.bounds, speaker)
    if answer.verdict == NOT_DECIDED:
        return as_sentence(why_text(answer, speaker), speaker.lang)
    return ""


def bounds_text(bounds: Bounds | None, speaker: Speaker) -> str:
    """Up to where a proof reaches, in words."""
    counts: dict[str, int | None] = {}
    if bounds is not None:
        counts = {"members": bounds.members, "cases": bounds.cases}
    parts = tuple(
        Message(f"verify.bounds.{name}{'.one' if (name, count) == ('members', 1) else ''}",
                {"count": count})
        for name, count in counts.items() if count is not None
    )  # fmt: skip
    told = speaker.words("verify.bounds", parts=parts or (Message("verify.bounds.none"),))
    if bounds is not None and bounds.mandates:
        return f"{told}; {speaker.words('verify.bounds.mandates')}"
    return told


def why_text(answer: Answer, speaker: Speaker) -> str:
    """Why it was not decided, and what would take it further."""
    id = f"verify.why.{answer.why}" if answer.cells else f"verify.why.{answer.why}.nothing"
    if speaker.catalogue.sentence(id, speaker.lang) is None:
        id = f"verify.why.{answer.why}"
    cells = tuple(dict.fromkeys(map(_called, answer.cells)))[:4]
    params = {"worlds": answer.worlds, "cells": cells, "why": answer.why,
              "more": _rounder(answer.worlds)}  # fmt: skip
    known = speaker.catalogue.sentence(id, speaker.lang) is not None
    return speaker.words(id if known else "verify.why.other", **params)


def _called(cell: Cell) -> Name | str:
    """A state by its label, and anything else by its name."""
    if cell.kind == "state" and cell.name != "state":
        return Name("state", f"{cell.case}.{cell.name}")
    return cell.name.replace("_", " ")


def _rounder(worlds: int) -> str:
    """Ten times as many, as a round number to type."""
    return str(10 ** len(str(max(worlds, 99_999))))


def count_rows(found: Verified, speaker: Speaker, width: int) -> list[str]:
    """How many of each answer, how much was looked at, and how long that took."""
    parts = tuple(
        Message(f"verify.count.{one}", {"count": found.count(one)})
        for one in reversed(VERDICTS) if found.count(one)
    )  # fmt: skip
    seconds = f"{found.seconds:.1f}".replace(".", "," if speaker.lang == "nl" else ".")
    told = wrap(
        speaker.words(
            "verify.count" if found.worlds else "verify.count.at_once",
            asked=len(found.answers), parts=parts, worlds=found.worlds, seconds=seconds,
        ),
        width,
    )  # fmt: skip
    if not found.whole:
        told += wrap(
            speaker.words("verify.stopped", done=len(found.answers), asked=found.asked), width
        )
    return told


def markdown(found: Verified, head: str, speaker: Speaker, where: Where) -> str:
    """The same for a paper: a heading, a table of answers, and each story under its own heading."""
    table = [f"# {head}", "", "| | |", "| --- | --- |"]
    stories: list[str] = []
    for answer in found.answers:
        said = detail(answer, speaker)
        cell = title(answer.invariant, speaker) + (f"<br>{said}" if said else "")
        word = verdict(answer, speaker)
        table.append(f"| {f'**{word}**' if answer.verdict == BROKEN else word} | {cell} |")
        if answer.broken is not None:
            stories += _markdown_story(answer, _about(answer, speaker), where)
    also = [f"- {as_sentence(speaker.inside(home(one)).say(one.message), speaker.lang)}"
            for one in found.standing]  # fmt: skip
    if also:
        also = ["", speaker.words("verify.standing"), "", *also]
    said = " ".join(count_rows(found, speaker, 10_000))
    return "\n".join([*table, *stories, *also, "", said]) + "\n"


def _markdown_story(answer: Answer, speaker: Speaker, where: Where) -> list[str]:
    broken = answer.broken
    assert broken is not None
    _, slips = where(answer)
    rows = ["", f"## {title(answer.invariant, speaker)}", "", speaker.words("verify.how"), "",
            cast(broken, speaker), ""]  # fmt: skip
    rows += [f"{number}. {one}" for number, one in enumerate(acts(broken, speaker), start=1)]
    first, *findings = should(broken, answer.invariant, speaker, 10_000)
    rows += ["", first.strip(), ""]
    rows += [f"- {' '.join(one.split())}" for one in findings]
    if slips:
        rows += ["", speaker.words("verify.where"), ""]
        for slip in slips:
            what, _ = slip_texts(slip, speaker)
            rows.append(f"- `{slip.place.file}:{slip.place.line}`: {what}")
        rows += ["", speaker.words("verify.mends"), ""]
        mends = dict.fromkeys(slip_texts(slip, speaker)[1] for slip in slips)
        rows += [f"- {as_sentence(one, speaker.lang)}" for one in mends]
    return rows
