"""A made-up world as an example in words: what stands where, as far as it matters.

Which world it is was found by `proof`; why a condition is not met there is said by its leaf.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from samenwerk.core.operands import entry_in
from samenwerk.language.catalogue import Speaker
from samenwerk.proof.anywhere import Somewhere
from samenwerk.proof.asked_of import Line
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.finding import YES, Finding
from samenwerk.values.message import Name

MOST = 10
"""So many facts of an example are told; the others are counted."""
_ANSWERS = ("no", "unknown", "yes")
_SILENT = ("actor",)


def situation(world: Somewhere, lines: Sequence[Line], speaker: Speaker) -> tuple[str, ...]:
    """What stands in the cells that these conditions look at, the positions of one decision
    together; how many there are where a group is looked at."""
    view = world.found.view
    cells = tuple(dict.fromkeys(cell for line in lines for cell in line.tree.reads(view)))
    told = [*_sizes(world, cells, speaker), *_positions(world, cells, speaker)]
    dated = any(_is_dated(entry_in(view, cell), cell) for cell in cells)
    for cell in cells:
        said = _cell(cell, entry_in(view, cell), world, speaker, dated)
        if said is not None:
            told.append(said)
    if len(told) > MOST:
        told = [*told[: MOST - 1], speaker.words("diff.at.more", count=len(told) - MOST + 1)]
    return tuple(dict.fromkeys(told)) or (speaker.words("diff.at.nothing"),)


def _sizes(world: Somewhere, cells: Sequence[Cell], speaker: Speaker) -> list[str]:
    """How many there are of what is looked at as a set."""
    if not any(cell.kind in ("members", "cases") for cell in cells):
        return []
    return [
        speaker.words("diff.at.size", of=Name(_kind(name, speaker), name), count=count)
        for name, count in world.setting.sizes.items()
    ]


def _kind(name: str, speaker: Speaker) -> str:
    workflow = speaker.workflow
    for kind in ("group", "table", "role", "sort", "lifecycle"):
        if workflow is not None and name in getattr(workflow, f"{kind}s"):
            return kind
    return "group"


def _positions(world: Somewhere, cells: Sequence[Cell], speaker: Speaker) -> list[str]:
    found: dict[str, Counter[str]] = {}
    for cell in cells:
        if cell.kind == "position":
            entry = entry_in(world.found.view, cell)
            word = "silent" if entry is None else str(entry.value)
            found.setdefault(cell.name, Counter())[word] += 1
    told = []
    for name, counts in found.items():
        said = tuple(
            speaker.words(f"diff.at.{word}", count=counts[word])
            for word in ("for", "against", "object", "abstain", "ask", "silent") if counts[word]
        )  # fmt: skip
        told.append(speaker.words("diff.at.positions", decision=_voice(name, speaker), said=said))
    return told


def _voice(name: str, speaker: Speaker) -> Name:
    for family in ("decision", "say"):
        if speaker.labels.declared(family, name) is not None:
            return Name(family, name)
    return Name("decision", name)


def _is_dated(entry: Entry | None, cell: Cell) -> bool:
    """Whether a day is told of it, which says something only beside the day that it is."""
    return entry is not None and cell.case != "" and (
        cell.kind == "step" or isinstance(entry.value, date)
    )  # fmt: skip


def _cell(
    cell: Cell, entry: Entry | None, world: Somewhere, speaker: Speaker, dated: bool
) -> str | None:
    view = world.found.view
    if cell.kind in ("position", "members", "cases", *_SILENT):
        return None
    if cell.kind == "day" and not (cell in world.found.contents or dated):
        return None
    ending = "" if entry is not None else ".none"
    told: dict[str, object] = {}
    match cell.kind:
        case "fact" | "document":
            told["name"] = Name(cell.kind, cell.name)
            if entry is not None and cell.kind == "fact":
                word = isinstance(entry.value, str)
                told["value"] = Name("word", f"{cell.name}={entry.value}") if word else entry.value
        case "step":
            told["name"] = Name("step", f"{_lifecycle(cell, world)}.{cell.name}")
            if entry is not None:
                told["day"] = entry.day
        case "state":
            case = view.collaboration.cases.get(cell.case)
            if cell.case == view.case.id or case is None:
                return None
            told |= {"name": Name("lifecycle", case.lifecycle),
                     "state": Name("state", f"{case.lifecycle}.{case.state}")}  # fmt: skip
        case "day":
            return speaker.words("diff.at.day", day=view.day)
        case "answer":
            answer = _ANSWERS[int(str(entry.value))] if entry is not None else "unknown"
            family, _, rest = cell.name.partition(" ")
            about = rest.partition(" ")[0] or family
            if family == "decision":
                decided, _, method = rest.partition(" by ")
                about = f"{speaker.labels.of(family, decided)} ({method})"
            return speaker.words(f"diff.at.answer.{answer}", name=about)
        case _:
            told["name"] = " ".join([cell.kind, cell.name])
            return speaker.words(f"diff.at.other{ending}", **told)
    said = speaker.words(f"diff.at.{cell.kind}{ending}", **told)
    if cell.who is None:
        return said
    return speaker.words("diff.at.of", party=Name("party", cell.who), said=said)


def _lifecycle(cell: Cell, world: Somewhere) -> str:
    view = world.found.view
    case = view.case if cell.case == view.case.id else view.collaboration.cases.get(cell.case)
    return view.case.lifecycle if case is None else case.lifecycle


def unmet(findings: Sequence[Finding], speaker: Speaker) -> tuple[str, ...]:
    """Why these are not met: what the conditions say that are not, each once."""
    told: dict[str, None] = {}
    for finding in findings:
        for said in _reasons(finding, speaker):
            told[said] = None
    return tuple(told)


def _reasons(finding: Finding, speaker: Speaker) -> list[str]:
    if finding.truth == YES:
        return []
    below = [said for one in finding.children for said in _reasons(one, speaker)]
    if below and finding.message.id in ("tree.all", "tree.rule_unmet", "tree.rule_unknown"):
        return below
    said = speaker.say(finding.message)
    shown = [speaker.say(one.message) for one in finding.children]
    if finding.message.id in ("tree.any", "tree.not", "tree.at_least") and shown:
        return [speaker.words("diff.at.reason", said=said, those="; ".join(shown))]
    return [said]
