"""What somebody can change when a story goes otherwise: the story, or the rule behind it.

Nothing is changed here, and which of the two is right only the writer knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samenwerk.cli.door import Door
from samenwerk.definitions.reading import Reading
from samenwerk.language.catalogue import Speaker
from samenwerk.language.layout import display_width, wrap
from samenwerk.language.obligations import declared_of
from samenwerk.scenarios.compare import advisory, reasons
from samenwerk.scenarios.folder import Folder
from samenwerk.scenarios.play import ActPlayed
from samenwerk.scenarios.sites import step_place
from samenwerk.scenarios.story import short
from samenwerk.values.finding import YES, Finding
from samenwerk.values.message import Name
from samenwerk.values.place import Place

MARGIN = "  "
_DEEPER = "    "
_FAMILIES = ("rule", "decision", "say")
_MOST = 4
"""More places to look at would be none."""


def to_change(one: ActPlayed, door: Door, speaker: Speaker, folder: Folder) -> list[str]:
    """What to write when the answer is right, and where to look when it is not."""
    rows: list[str] = []
    written = suggested(one, folder)
    if written:
        rows += wrap(door.words("test.mend.story"), door.width, MARGIN)
        rows += [row for each in _fitting(written, door.width) for row in each]
    places = look_at(one, folder)
    if places:
        rows += wrap(door.words("test.mend.rule"), door.width, MARGIN)
        for name, place in places:
            label = speaker.labels.of(name.family, name.name)
            said = door.words("test.mend.place", what=name.family, label=label)
            rows += wrap(f"{place.file}:{place.line}: {said}", door.width, _DEEPER)
    return rows


def suggested(one: ActPlayed, folder: Folder) -> tuple[str, ...]:
    """The expectation that would have come out, key by key as a story writes it.

    Only for what went otherwise; a refusal that was not expected comes with its reasons.
    """
    outcome, workflow = one.outcome, folder.workflow
    if outcome is None or workflow is None or not one.wrong:
        return ()
    told: dict[str, object] = {}
    for wrong in one.wrong:
        if wrong.what == "verdict":
            told["verdict"] = wrong.got
            stood = reasons(workflow, one.act, outcome)
            if not outcome.allowed and stood:
                told["because"] = stood
        elif wrong.got is not None and not (wrong.got == () and "verdict" in told):
            told[wrong.what] = wrong.got
    return tuple(f"{key} = {_toml(value)}" for key, value in told.items())


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        if len(value) == 1:
            return _toml(value[0])
        return "[" + ", ".join(_toml(each) for each in value) + "]"
    return value.isoformat() if isinstance(value, date) else f'"{value}"'


def _fitting(written: tuple[str, ...], width: int) -> Iterator[list[str]]:
    """The expectation on one line where it fits, else each key on its own."""
    whole = f"{_DEEPER}{{ {', '.join(written)} }},"
    if display_width(whole) <= width:
        yield [whole]
        return
    for one in written:
        yield wrap(f"{{ {one} }},", width, _DEEPER, _DEEPER + "  ")


def look_at(one: ActPlayed, folder: Folder) -> tuple[tuple[Name, Place], ...]:
    """Where the step is written, and the rules, decisions and says that made the difference.

    First those that stand in the way, then those that were expected to and did not.
    """
    outcome, workflow, reading = one.outcome, folder.workflow, folder.reading
    step = None if workflow is None else workflow.step(one.act.name)
    if outcome is None or workflow is None or step is None:
        return ()
    unmet = (each for each in outcome.findings if each.truth != YES)
    names = [name for each in unmet for name in _names_of(each)]
    stood = {*reasons(workflow, one.act, outcome), *advisory(outcome, "warn"),
             *advisory(outcome, "hint")}  # fmt: skip
    missed = {short(name) for name in _asked_for(one)} - stood
    found: dict[Name, Place] = {}
    names += [name for name in _all_of(outcome.findings) if short(name.name) in missed]
    for name in names:
        place = _place(reading, name)
        if place is not None:
            found.setdefault(name, place)
    places = list(found.items())[: _MOST - 1]
    return (*places, (Name("step", step.full_name), step_place(reading, step)))


def _place(reading: Reading, name: Name) -> Place | None:
    lifecycle, _, own = name.name.rpartition(".")
    path = ("lifecycle", lifecycle, name.family, own) if lifecycle else (name.family, own)
    node = reading.node(*path)
    return None if node is None else node.key_place


def _asked_for(one: ActPlayed) -> Iterator[str]:
    expected = one.act.expected
    for names in (expected.because, expected.warns, expected.hints):
        yield from names or ()


def _names_of(finding: Finding) -> Iterator[Name]:
    """What a finding that is not met is about, as near to the top as it has a name."""
    named = declared_of(finding.leaf)
    if named is not None and named.family in _FAMILIES:
        yield named
        return
    for child in finding.children:
        if child.truth != YES:
            yield from _names_of(child)


def _all_of(found: tuple[Finding, ...]) -> Iterator[Name]:
    for one in found:
        named = declared_of(one.leaf)
        if named is not None and named.family in _FAMILIES:
            yield named
        yield from _all_of(one.children)
