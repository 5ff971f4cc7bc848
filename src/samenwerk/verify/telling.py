"""A story told: who take part, act by act with its day, what should have held, where and how.

Rows of text about one workflow in one language; the report around it is `report`.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.language.catalogue import Speaker, as_sentence, built_in
from samenwerk.language.history import event_line
from samenwerk.language.layout import wrap
from samenwerk.language.outcome import render_findings
from samenwerk.language.steps import condition_text
from samenwerk.scenarios.story import short
from samenwerk.values.declared import Invariant, Workflow
from samenwerk.values.event import (
    CollaborationStarted,
    DocumentHandedIn,
    Enrolled,
    PositionGiven,
    RecordedEvent,
    StepDone,
)
from samenwerk.values.finding import YES
from samenwerk.values.message import Message, Name
from samenwerk.values.register import Register
from samenwerk.verify.drafts import Broken
from samenwerk.verify.slips import Slip
from samenwerk.verify.wording import WORDING

MARGIN = "  "
DEEPER = "    "


def speaker_of(lang: str, workflow: Workflow, register: Register | None = None) -> Speaker:
    """Who tells answers about a workflow."""
    catalogue = built_in().joined("samenwerk.verify", WORDING)
    return Speaker(lang, workflow, register, catalogue)


def cast(found: Broken, speaker: Speaker) -> str:
    """Who take part, each with its sort and the roles that it has from the start."""
    register = found.draft.register
    if not register.parties:
        return as_sentence(speaker.words("verify.nobody"), speaker.lang)
    told = []
    for party in register.parties:
        what = [Name("sort", party.sort)]
        what += [Name("role", one.role) for one in register.holds if one.who == party.id]
        seen = tuple(dict.fromkeys(what))
        told.append(
            Message("verify.cast.one", {"party": Name("party", party.id), "what": seen})
        )
    return as_sentence(speaker.words("verify.cast", who=tuple(told)), speaker.lang)


def acts(found: Broken, speaker: Speaker) -> list[str]:
    """Everything that happened, a sentence for each, with its day and who did it."""
    zone = found.known.zone
    events = (line.event for line in found.lines)
    return [
        event_line(_bare(event), speaker, lambda seal: "…", zone)
        for event in events
        if not isinstance(event.what, CollaborationStarted | Enrolled)
    ]


def _bare(event: RecordedEvent) -> RecordedEvent:
    """An event without made-up words: titles, reasons and explanations of nobody."""
    what = event.what
    match what:
        case DocumentHandedIn(document=document):
            what = attrs.evolve(what, document=attrs.evolve(document, title=None))
        case PositionGiven():
            what = attrs.evolve(what, reasons=None)
        case StepDone(documents=documents):
            papers = tuple(attrs.evolve(one, title=None) for one in documents)
            what = attrs.evolve(what, documents=papers)
    return attrs.evolve(event, what=what)


def should(found: Broken, invariant: Invariant, speaker: Speaker, width: int) -> list[str]:
    """What should have held, and how it stood."""
    broken = found.broken
    inside = speaker.inside(found.known.cases[broken.case].lifecycle)
    before = invariant.only_after or invariant.held_since or ""
    params = {
        "step": Name("step", broken.step or ""), "before": Name("step", before),
        "party": Name("party", broken.party or ""), "count": broken.count,
        "most": invariant.at_most,
    }  # fmt: skip
    id = "verify.should" if broken.how == "unmet" else f"verify.should.{broken.how}"
    rows = wrap(_started(inside.words(id, **params), speaker), width, MARGIN)
    if broken.finding is not None:
        unmet = tuple(one for one in broken.finding.children if one.truth < YES)
        told = render_findings(unmet or (broken.finding,), inside, width - len(MARGIN))
        rows += [MARGIN + row for row in told]
    return rows


def _started(text: str, speaker: Speaker) -> str:
    """With a capital, and its own ending."""
    return text if text.endswith(":") else as_sentence(text, speaker.lang)


def story_rows(found: Broken, invariant: Invariant, speaker: Speaker, width: int) -> list[str]:
    """The whole story: who, what happened, and what should have held."""
    rows = wrap(speaker.words("verify.how"), width, MARGIN)
    rows += wrap(cast(found, speaker), width, DEEPER)
    told = acts(found, speaker)
    digits = len(str(len(told)))
    for number, one in enumerate(told, start=1):
        rows += wrap(one, width, f"{DEEPER}{number:>{digits}}. ")
    return rows + should(found, invariant, speaker, width)


def slip_texts(slip: Slip, speaker: Speaker) -> tuple[str, str]:
    """What is said at a place, and what would mend it, both without place."""
    step = slip.what.params.get("step")
    home = step.name.rpartition(".")[0] if isinstance(step, Name) else None
    inside = speaker.inside(home)
    more = {} if slip.asked is None else {"what": condition_text(slip.asked, inside)}
    return (
        inside.words(slip.what.id, **{**slip.what.params, **more}),
        inside.words(slip.mend.id, **{**slip.mend.params, **more}),
    )


def slip_rows(slips: tuple[Slip, ...], speaker: Speaker, width: int) -> list[str]:
    """Where it got through, and how to mend that."""
    if not slips:
        return []
    rows = wrap(speaker.words("verify.where"), width, MARGIN)
    for slip in slips:
        at = f"{slip.place.file}:{slip.place.line}"
        rows += wrap(f"{at}: {slip_texts(slip, speaker)[0]}", width, DEEPER)
    rows += wrap(speaker.words("verify.mends"), width, MARGIN)
    for mend in dict.fromkeys(slip_texts(slip, speaker)[1] for slip in slips):
        rows += wrap(as_sentence(mend, speaker.lang), width, f"{DEEPER}- ")
    return rows


def remarks(invariant: Invariant, speaker: Speaker) -> Iterator[str]:
    """What stands above a saved story, as lines of a comment."""
    name = short(invariant.name)
    for id in ("verify.remark.story", "verify.remark.mended"):
        yield from wrap(speaker.words(id, name=name), 76)
