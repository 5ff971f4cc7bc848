"""What stories touch of a workflow, for people and as data: counts, and what no story shows.

What was touched is worked out in `scenarios.coverage`.
"""

from __future__ import annotations

from samenwerk.cli.door import Door
from samenwerk.language.catalogue import Speaker
from samenwerk.language.layout import wrap
from samenwerk.language.steps import condition_text
from samenwerk.scenarios.coverage import WHAT, Coverage, Seen
from samenwerk.values.declared import Workflow


def summary(seen: Coverage, door: Door, id: str, named: bool) -> list[str]:
    """How much was seen both ways, kind by kind; `named` when the rest follows.

    What there is none of is not told: an author who has written no duty need not know the word.
    """
    parts = [_of(seen, what, door) for what in WHAT if seen.count(what)[1]]
    if not parts:
        return []
    said = door.words(id, parts=parts)
    if seen.missing and not named:
        said += " " + door.words("test.covered.rest")
    return wrap(said, door.width)


def _of(seen: Coverage, what: str, door: Door) -> str:
    both, whole = seen.count(what)
    return door.words(f"test.of.{what}", both=both, all=whole)


def unseen(seen: Coverage, door: Door, workflow: Workflow) -> list[str]:
    """Whatever no story shows both ways, each with its place and what is missing."""
    if not seen.missing:
        return []
    speaker = door.speaker(workflow)
    rows = ["", door.words("test.unseen")]
    for one in seen.missing:
        at = f"{one.place.file}:{one.place.line}"
        rows += wrap(f"{at}: {said(one, door, speaker)}", door.width, "  ", "      ")
    return rows


def said(one: Seen, door: Door, speaker: Speaker) -> str:
    """One thing in words, with what was never seen of it."""
    steps = one.what == "step"
    missing = door.words(f"test.missing.{'step.' if steps else ''}{one.missing}")
    told: dict[str, object] = {"missing": missing}
    if one.what in ("rule", "step"):
        told["label"] = speaker.labels.of(one.what, one.name)
    if one.node is not None:
        told["condition"] = condition_text(one.node, speaker.inside(home_of(one.name)))
    if one.severity:
        told["severity"] = speaker.words(f"said.severity.{one.severity}")
    return door.words(f"test.unseen.{one.what}", **told)


def home_of(owner: str) -> str | None:
    """The lifecycle of a step or rule that conditions stand with.

    >>> home_of("rule change.carried"), home_of("rule well_ended")
    ('change', None)
    """
    name = owner.partition(" ")[2].partition("@")[0]
    return name.rpartition(".")[0] or None


def coverage_data(
    seen: Coverage | None, door: Door, workflow: Workflow, named: bool
) -> dict[str, object] | None:
    """The same as plain data; None when not all stories were played."""
    if seen is None:
        return None
    counts: dict[str, object] = {}
    for what in WHAT:
        both, whole = seen.count(what)
        counts[what] = {"both": both, "all": whole}
    if not named:
        return counts
    speaker = door.speaker(workflow)
    missing = [
        {
            "what": one.what,
            "name": one.name,
            "file": one.place.file,
            "line": one.place.line,
            "missing": one.missing,
            "said": said(one, door, speaker),
        }
        for one in seen.missing
    ]
    return {**counts, "missing": missing}
