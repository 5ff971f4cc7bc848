"""The stories that show a name met and not met, for people and as data.

Finding them is the work of `scenarios.shown`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from samenwerk.cli.definition import shortened
from samenwerk.cli.door import Door
from samenwerk.language.catalogue import Speaker
from samenwerk.language.labels import Labels
from samenwerk.language.layout import wrap
from samenwerk.language.obligations import declared_of, render_obligation
from samenwerk.language.outcome import render_findings, verdict_text
from samenwerk.scenarios.folder import Folder, read_folder
from samenwerk.scenarios.shown import Examples, Shown, examples
from samenwerk.values.message import Name

_FAMILIES = ("rule", "decision", "say", "duty", "document", "window", "pool", "queue")


def _examples(name: Name, steps: Collection[str], folder: Folder | None) -> Examples | None:
    """From the folder itself, and what is missing there from what it extends."""
    if folder is None or not steps or name.family not in _FAMILIES or not folder.sound:
        return None
    found = examples(folder, name, steps)
    for above in folder.workflow.extends if folder.workflow is not None else ():
        if found.met is not None and found.unmet is not None:
            break
        more = _of_base(name, steps, above, folder)
        found = Examples(found.met or more.met, found.unmet or more.unmet)
    return found


def _of_base(name: Name, steps: Iterable[str], above: str, folder: Folder) -> Examples:
    """The stories beside a packaged base, when the base says the same under this name."""
    from samenwerk.packaged import find_workflow

    path = find_workflow(above.partition("@")[0])
    if path is None or path.parent.resolve() == folder.path.parent.resolve():
        return Examples()
    base = read_folder(shortened(path))
    if base.workflow is None or folder.workflow is None:
        return Examples()
    pairs = [Labels("en", one).declared(name.family, name.name)
             for one in (base.workflow, folder.workflow)]  # fmt: skip
    same = pairs[0] is not None and pairs[0] == pairs[1]
    return examples(base, name, steps) if same else Examples()


def example_rows(
    name: Name, steps: Mapping[str, None], folder: Folder | None, door: Door, speaker: Speaker
) -> list[str]:
    """Both stories with where they stand; of a refusal for this alone also what was needed."""
    found = _examples(name, steps, folder)
    if found is None:
        return []
    rows = ["", *wrap(door.words("explain.stories"), door.width, "  ")]
    for id, one in (("met", found.met), ("unmet", found.unmet)):
        if one is None:
            rows += wrap(door.words(f"explain.no_story.{id}"), door.width, "  - ")
            continue
        label = speaker.labels.among(one.scenario.labels) or one.scenario.name
        place = f"{one.played.act.place.file}:{one.played.act.place.line}"
        said = door.words(f"explain.story.{id}", label=label, name=one.scenario.name, place=place)
        rows += wrap(said, door.width, "  - ")
        if id == "unmet":
            rows += _answer(one, door, speaker)
    return rows


def _answer(shown: Shown, door: Door, speaker: Speaker) -> list[str]:
    before = shown.played.before
    speaker = door.speaker(speaker.workflow, None if before is None else before.known.register)
    outcome = shown.outcome
    if outcome is None:
        return []
    act = shown.played.act
    actor = act.on_behalf_of or act.who
    margin = "    "
    rows = []
    if act.kind in ("does", "asks") and actor is not None:
        said = door.words(
            "explain.story.act", on=speaker.tell(act.on), who=speaker.labels.party(actor),
            step=speaker.labels.of("step", act.name),
        )  # fmt: skip
        rows += wrap(said, door.width, margin)
    rows += wrap(verdict_text(outcome, speaker, actor), door.width, margin)
    rows += [margin + row for row in render_findings((shown.finding,), speaker, door.width - 4)]
    about = declared_of(shown.finding.leaf)
    alone = outcome.unmet and all(declared_of(one.leaf) == about for one in outcome.unmet)
    if outcome.needs is not None and alone and not outcome.carried_out:
        needed = render_obligation(outcome.needs, speaker, door.width - 4)
        rows += [(margin + row).rstrip() for row in needed.split("\n")]
    return rows


def example_data(
    name: Name, steps: Mapping[str, None], folder: Folder | None
) -> dict[str, object] | None:
    """The same as plain data; None where there are no stories to look in."""
    found = _examples(name, steps, folder)
    if found is None:
        return None
    return {id: _data(one) for id, one in (("met", found.met), ("unmet", found.unmet))}


def _data(shown: Shown | None) -> dict[str, object] | None:
    if shown is None:
        return None
    place = shown.played.act.place
    return {
        "scenario": shown.scenario.name,
        "labels": dict(shown.scenario.labels),
        "file": place.file,
        "line": place.line,
    }
