"""The report `overview`: each sharing, with what every party contributes and can bear."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk import (
    Block,
    Heading,
    Message,
    Name,
    Page,
    Paragraph,
    PluginReport,
    Speaks,
    Table,
    Whole,
)
from samenwerk_voorbeeld.fair_share import CAPACITY, CONTRIBUTION

LIFECYCLE = "sharing"
HEADS = ("voorbeeld.party", "voorbeeld.given", "voorbeeld.able")


def render(whole: Whole, lang: str, format: str) -> str:
    """The page in Dutch or English, as text or as Markdown."""
    speaker = whole.speaker(lang)
    title = speaker.sentence(Message("voorbeeld.overview", {"id": whole.collaboration.id}))
    return Page(title.removesuffix("."), tuple(_blocks(whole, speaker))).written(format)


def _blocks(whole: Whole, speaker: Speaks) -> Iterator[Block]:
    cases = [case for case in whole.cases if case.lifecycle == LIFECYCLE]
    if not cases:
        yield Paragraph(speaker.sentence(Message("voorbeeld.no_sharing")))
    for case in cases:
        yield Heading(f"{case.id}: {speaker.tell(Name('state', f'{LIFECYCLE}.{case.state}'))}")
        rows: list[tuple[str, ...]] = []
        for party in whole.collaboration.register.parties:
            told = [whole.fact(case, fact, party.id) for fact in (CONTRIBUTION, CAPACITY)]
            known = ["-" if one is None else speaker.tell(one) for one in told]
            rows.append((speaker.tell(Name("party", party.id)), *known))
        yield Table(tuple(speaker.say(Message(one)) for one in HEADS), tuple(rows))


OVERVIEW = PluginReport(
    name="overview",
    labels={"nl": "overzicht van de verdelingen", "en": "overview of the sharings"},
    formats=("text", "markdown"),
    render=render,
)
