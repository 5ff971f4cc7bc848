"""What came of the stories of workflows, for people and as data; the count stands at the end.

What went otherwise in one act is `tested`, what stories touch `covered`, what they do not notice
`mutated`.
"""

from __future__ import annotations

from collections.abc import Sequence

from samenwerk.cli.door import Door
from samenwerk.cli.playing import Asked, Tested, all_noticed
from samenwerk.language.layout import wrap
from samenwerk.scenarios.play import Played


def stories_text(door: Door, found: Sequence[Tested], asked: Asked) -> str:
    """All of it as text; with what no story touches and does not notice where that was asked."""
    parts = [_text(door, one, asked, whole=True) for one in found]
    if len(found) > 1:
        parts.append(_together(door, found, covered=True))
    return "\n\n".join(parts)


def wrong_text(door: Door, found: Sequence[Tested], asked: Asked) -> str:
    """Only what has faults or went otherwise, with the count: who is writing looks at that."""
    shown = [one for one in found if len(found) == 1 or not one.passed]
    parts = [_text(door, one, asked, whole=False) for one in shown]
    if len(found) > 1:
        parts.append(_together(door, found, covered=False))
    return "\n\n".join(parts)


def _text(door: Door, tested: Tested, asked: Asked, *, whole: bool) -> str:
    """One workflow; with `whole` also the stories that went well, and how much they touch."""
    from samenwerk.cli.covered import summary, unseen

    folder, workflow = tested.folder, tested.folder.workflow
    door = door.with_workflow(workflow)
    if not folder.sound or workflow is None:
        return _faulty(door, tested)
    if not tested.played:
        return door.words("test.none", path=folder.path.parent.as_posix())
    rows = [_head(door, tested)]
    for one in tested.played if whole else ():
        rows += _line(door, tested, one)
    rows += ["", *_failures(door, tested)] if tested.wrong else []
    named = asked.coverage
    if tested.seen is not None and (named or (whole and tested.passed)):
        rows += unseen(tested.seen, door, workflow) if named else []
        rows += [""] if named and tested.seen.missing else []
        rows += summary(tested.seen, door, "test.covered", named)
    if tested.noticed is not None:
        from samenwerk.cli.mutated import report

        rows += report(tested.noticed, door, workflow)
    elif asked.mutations:
        rows += wrap(door.words("test.noticed.first"), door.width)
    return "\n".join([*rows, *_count(door, [tested])])


def _head(door: Door, tested: Tested) -> str:
    workflow = tested.folder.workflow
    assert workflow is not None
    path = tested.folder.path.parent.as_posix()
    id = "test.head.here" if path == "." else "test.head"
    return door.words(id, path=path, name=workflow.name, version=workflow.version)


def _faulty(door: Door, tested: Tested) -> str:
    from samenwerk.cli.commands.check import report

    path = tested.folder.path.as_posix()
    return report(door, tested.folder) + "\n" + door.words("test.not_played", path=path)


def _line(door: Door, tested: Tested, one: Played) -> list[str]:
    """A story on a line: how it went, its name and its label."""
    marks = {id: door.words(f"test.{id}") for id in ("ok", "wrong", "waits")}
    mark = marks["ok" if one.passed else "wrong" if one.stuck is None else "waits"]
    scenario = one.scenario
    label = door.speaker(tested.folder.workflow).labels.among(scenario.labels) or ""
    said = f"{scenario.name}: {label}" if label else scenario.name
    margin = f"  {mark:<{max(map(len, marks.values()))}}  "
    rows = wrap(said, door.width, margin)
    if one.stuck is not None:
        told = door.words("test.stuck", after=one.stuck)
        rows += wrap(told, door.width, " " * len(margin))
    return rows


def _failures(door: Door, tested: Tested) -> list[str]:
    """Each story in which something went otherwise, with every act that did."""
    from samenwerk.cli.tested import failure

    rows: list[str] = []
    for one in tested.wrong:
        rows += [*_line(door, tested, one), "", *failure(one, door, tested.folder), ""]
    return rows


def _count(door: Door, found: Sequence[Tested]) -> list[str]:
    return _counted(door, "test.count", _counts(found))


def _counted(door: Door, id: str, counts: dict[str, object]) -> list[str]:
    told = door.words(id, **counts)
    if counts["waiting"]:
        told += " " + door.words("test.waiting", **counts)
    return wrap(told, door.width)


def _together(door: Door, found: Sequence[Tested], *, covered: bool) -> str:
    """What came of several workflows, as one; whatever went otherwise is named again."""
    from samenwerk.cli.covered import summary
    from samenwerk.scenarios.coverage import joined

    counts = _counts(found)
    seen = joined(one.seen for one in found if one.seen is not None)
    covered = covered and not counts["failed"]
    rows = summary(seen, door, "test.covered.in_all", False) if covered else []
    weaker = all_noticed(found)
    if weaker is not None:
        from samenwerk.cli.mutated import total

        rows += total(weaker, door)
    for one in found:
        path = one.folder.path.parent.as_posix()
        names = [each.scenario.name for each in one.wrong]
        if not one.folder.sound:
            rows += wrap(door.words("test.faulty", path=path), door.width)
        elif names:
            rows += wrap(door.words("test.wrong_in", path=path, names=names), door.width)
    counts["folders"] = len(found)
    return "\n".join([*rows, *_counted(door, "test.total", counts)])


def _counts(found: Sequence[Tested]) -> dict[str, object]:
    played = [one for each in found for one in each.played]
    acts = sum(len(one.acts) for one in played)
    seconds = sum(one.seconds for one in found)
    return {
        "scenarios": len(played),
        "failed": sum(len(each.wrong) for each in found),
        "waiting": sum(one.stuck is not None for one in played),
        "acts": acts,
        "steps": sum(one.steps for one in played),
        "seconds": f"{seconds:.2f}",
        "speed": round(acts / seconds) if seconds > 0 else 0,
    }


def stories_data(door: Door, found: Sequence[Tested], named: bool) -> list[dict[str, object]]:
    """The same as plain data."""
    return [_data(door, one, named) for one in found]


def _data(door: Door, tested: Tested, named: bool) -> dict[str, object]:
    from samenwerk.cli.covered import coverage_data
    from samenwerk.cli.mutated import mutations_data
    from samenwerk.cli.tested import failure_data

    folder, workflow = tested.folder, tested.folder.workflow
    path = folder.path.as_posix()
    if not folder.sound or workflow is None:
        return {"path": path, "sound": False, "scenarios": []}
    door = door.with_workflow(workflow)
    return {
        "path": path,
        "sound": True,
        "workflow": {"id": workflow.name, "version": workflow.version},
        "counts": {**_counts([tested]), "seconds": round(tested.seconds, 3)},
        "coverage": coverage_data(tested.seen, door, workflow, named),
        "mutations": mutations_data(tested.noticed, door, workflow),
        "scenarios": [
            {
                "name": one.scenario.name,
                "passed": one.passed,
                "stuck": one.stuck,
                "acts": len(one.acts),
                "wrong": failure_data(one, door, folder),
            }
            for one in tested.played
        ],
    }
