"""VB001: a workflow that asks for `fair_share` declares, per party, the facts that it reads."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk import Diagnostic, Reading, Texts
from samenwerk_voorbeeld.fair_share import FAIR_SHARE

code = "VB001"

TEXTS = {
    "VB001": {
        "nl": Texts(
            what='regel "{rule}" leest gegeven "{fact}", en dat is hier niet per partij beschreven',
            label="deze regel rekent met bijdrage en draagkracht",
            why="zonder dat gegeven blijft onbekend of er naar draagkracht wordt bijgedragen, en "
            "kan de stap nooit gezet worden.",
            mend='beschrijf het: [fact.{fact}] met type = "money" en per = "party".',
        ),
        "en": Texts(
            what='rule "{rule}" reads fact "{fact}", which is not declared per party here',
            label="this rule reckons with contribution and capacity",
            why="without that fact it stays unknown whether contributions fit what each can bear, "
            "and the step can never be done.",
            mend='declare it: [fact.{fact}] with type = "money" and per = "party".',
        ),
    }
}

good = """
[workflow]
id = "delen"
version = "1"
nl = "Delen"
en = "Sharing"
plugins = ["voorbeeld>=0.1,<1"]
"""
bad = good + """
[rule.fair]
nl = "Naar draagkracht"
en = "By what each can bear"
plugin = "voorbeeld.fair_share"
"""


def check(reading: Reading) -> Iterator[Diagnostic]:
    """One diagnostic for each fact that a rule of ours would miss."""
    for path in _rules(reading):
        node = reading.node(*path, "plugin")
        if node is None or node.text != f"voorbeeld.{FAIR_SHARE.name}":
            continue
        lifecycle = path[1] if path[0] == "lifecycle" else None
        for fact in FAIR_SHARE.reads:
            if not _declared(reading, fact, lifecycle):
                place = reading.place(*path, "plugin", key=False)
                yield Diagnostic(code, place, {"rule": path[-1], "fact": fact})


def _rules(reading: Reading) -> Iterator[tuple[str, ...]]:
    for name in _names(reading, "rule"):
        yield ("rule", name)
    for lifecycle in _names(reading, "lifecycle"):
        for name in _names(reading, "lifecycle", lifecycle, "rule"):
            yield ("lifecycle", lifecycle, "rule", name)


def _names(reading: Reading, *path: str) -> tuple[str, ...]:
    node = reading.node(*path)
    return () if node is None or not node.is_table else tuple(node.table)


def _declared(reading: Reading, fact: str, lifecycle: str | None) -> bool:
    own = ("lifecycle", lifecycle, "fact", fact) if lifecycle is not None else None
    for path in (("fact", fact), own):
        node = None if path is None else reading.node(*path, "per")
        if node is not None and node.text == "party":
            return True
    return False
