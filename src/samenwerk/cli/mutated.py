"""Which weakened conditions no story noticed, for people and as data.

How conditions are weakened, and what it means to notice, is `scenarios`.
"""

from __future__ import annotations

from samenwerk.cli.covered import home_of
from samenwerk.cli.door import Door
from samenwerk.cli.progress import Progress
from samenwerk.language.catalogue import Speaker
from samenwerk.language.layout import wrap
from samenwerk.language.steps import condition_text
from samenwerk.scenarios.folder import Folder
from samenwerk.scenarios.mutants import Mutant
from samenwerk.scenarios.noticing import Noticed, noticed
from samenwerk.scenarios.play import Played
from samenwerk.scenarios.sites import DOERS, doers, sites, stands_in
from samenwerk.values.declared import Workflow


def weakened(folder: Folder, played: tuple[Played, ...], door: Door) -> Noticed:
    """Weaken every condition that stands in the folder itself; shows how far it is."""
    workflow, home = folder.workflow, folder.path.absolute().parent
    assert workflow is not None
    whole = (*sites(workflow, folder.reading), *doers(workflow, folder.reading))
    own = [one for one in whole if stands_in(one.place, home)]

    with Progress(door, "test.weakening", len(own)) as progress:
        return noticed(workflow, own, played, progress.at)


def report(found: Noticed, door: Door, workflow: Workflow) -> list[str]:
    """Each condition that nobody would miss, with its place, and how many were noticed."""
    rows: list[str] = []
    if found.unnoticed:
        rows = ["", door.words("test.unnoticed")]
        speaker = door.speaker(workflow)
        for one in found.in_order:
            place = one.site.place
            told = f"{place.file}:{place.line}: {said(one, door, speaker)}"
            rows += wrap(told, door.width, "  ", "      ")
    if found.alike:
        rows += ["", *wrap(door.words("test.alike"), door.width)]
        speaker = door.speaker(workflow)
        for one in found.alike:
            place = one.site.place
            condition = condition_text(one.site.node, speaker.inside(home_of(one.site.owner)))
            rows += wrap(f"{place.file}:{place.line}: {condition}", door.width, "  ", "      ")
    return [*rows, "", *total(found, door)]


def total(found: Noticed, door: Door) -> list[str]:
    """How many weakenings were tried, and how many noticed."""
    told = {"tried": found.tried, "noticed": found.noticed, "percent": found.percent}
    stopped = [] if found.whole else wrap(door.words("test.noticed.stopped"), door.width)
    return [*stopped, *wrap(door.words("test.noticed", **told), door.width)]


def said(mutant: Mutant, door: Door, speaker: Speaker) -> str:
    """One weakening in words."""
    site = mutant.site
    kind, _, name = site.owner.partition(" ")
    name = name.partition("@")[0]
    id = f"test.mutant.{kind}"
    if site.route == DOERS:
        id = "test.mutant.doers"
    elif kind == "rule" and not site.route:
        id = "test.mutant.whole"
    return door.words(
        id,
        label=speaker.labels.of(kind, name),
        condition=condition_text(site.node, speaker.inside(home_of(site.owner))),
        how=door.words(f"test.how.{mutant.how}"),
    )


def mutations_data(
    found: Noticed | None, door: Door, workflow: Workflow
) -> dict[str, object] | None:
    """The same as plain data; None when it was not asked, or stories go otherwise."""
    if found is None:
        return None
    speaker = door.speaker(workflow)
    return {
        "whole": found.whole,
        "tried": found.tried,
        "noticed": found.noticed,
        "percent": found.percent,
        "alike": [{"file": one.site.place.file, "line": one.site.place.line,
                   "owner": one.site.owner} for one in found.alike],
        "unnoticed": [
            {
                "file": one.site.place.file,
                "line": one.site.place.line,
                "owner": one.site.owner,
                "how": one.how,
                "said": said(one, door, speaker),
            }
            for one in found.in_order
        ],
    }
