"""Something that counts when a round closes, while it never closes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.chart import is_sound, is_whole
from samenwerk.definitions.checks.example import BASE, changed
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW209"
title = {
    "nl": "Iets dat telt als een ronde sluit, terwijl zij nooit sluit",
    "en": "Something that counts when a round closes, while it never closes",
}

TEXTS: TextsByCode = {
    "SW209": {
        "nl": Texts(
            'bij besluit "{name}" staat {written}, maar de ronde sluit nooit',
            "dit telt pas als de ronde sluit",
            "zolang de ronde open is, kan iedereen nog spreken; wie zweeg of meedeed, staat "
            "dus nooit vast.",
            "schrijf closes = met een dag of met de stap van de vergadering, of answer_within = "
            "met een termijn.",
        ),
        "en": Texts(
            'decision "{name}" has {written}, but its round never closes',
            "this counts only when the round closes",
            "as long as the round is open everyone can still speak; so who kept silent or took "
            "part is never settled.",
            "write closes = with a day or the step of the meeting, or answer_within = with a term.",
        ),
    },
}

good = BASE
bad = changed('share = "2/3"', 'share = "2/3"\nabsent = "left_out"')


def check(reading: Reading) -> Iterator[Diagnostic]:
    """One for each decision, at the first of its words that needs a day."""
    if not is_whole(reading):
        return
    for name, node in _decisions(reading.merged):
        if "closes" in node.table or "answer_within" in node.table:
            continue
        words = [one for key, one in node.table.items() if _waits(key, one)]
        if words and is_sound(reading, node):
            params = {"name": name, "written": words[0].path[-1]}
            yield Diagnostic(code, words[0].key_place, params)


def _waits(key: str, node: Node) -> bool:
    """Whether what is written can only be counted when the round is over."""
    if key == "absent":
        return node.text != "stays_open"
    return key == "quorum" or (key == "share_of" and node.text != "members")


def _decisions(document: Node) -> Iterator[tuple[str, Node]]:
    lifecycles = document.get("lifecycle")
    above = [document, *(lifecycles.table.values() if lifecycles is not None else ())]
    for node in above:
        found = node.get("decision")
        for name, one in (found.table if found is not None else {}).items():
            if one.is_table:
                yield name, one
