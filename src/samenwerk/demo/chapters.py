"""The chapters of the demo, in order: what is played, what is shown of it, what is said between."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import attrs

from samenwerk.core.chain import verify
from samenwerk.demo.spoil import change_character, copy_store, cut_last
from samenwerk.demo.stage import Stage, Teller
from samenwerk.engine import Engine
from samenwerk.language.catalogue import Speaker
from samenwerk.language.chain import render_chain
from samenwerk.language.obligations import render_obligation
from samenwerk.language.outcome import render_outcome
from samenwerk.packaged import find_workflow, workflows_folder
from samenwerk.scenarios.folder import Folder, read_folder
from samenwerk.scenarios.play import ActPlayed
from samenwerk.store.sqlite import SqliteStore

PLAN, ONE, ALL, BACK, PLUGIN = "regioplan", "eigenbelang", "vv-tafel", "terug", "draagkracht"
"""What the collaborations in the store of the demo are called."""

Shown = Callable[[ActPlayed], bool]


@attrs.frozen(eq=False)
class Demo:
    """A demo under way: its store, and who tells it."""

    store: Path
    engine: Engine
    teller: Teller


def play_demo(store: Path, lang: str, width: int, write: Callable[[str], None]) -> None:
    """Play all of it into a new store, which stays behind; the text goes to `write`.

    Raises Unplayable when a story no longer goes as it says.
    """
    teller = Teller(lang, width, write)
    with Engine(SqliteStore(store, durability="normal")) as engine:
        demo = Demo(store, engine, teller)
        title = teller.words("title")
        write(f"{title}\n{'=' * len(title)}\n\n")
        teller.say("intro")
        _plan(demo)
        table = _folder("vv-tafel")
        _one_gains(demo, table)
        _carried(demo, table)
        _back(demo, table)
        _plugin(demo)
    _record(demo)
    _end(demo)


def _plan(demo: Demo) -> None:
    teller = demo.teller
    stage = Stage(demo.engine, _folder("regioplan"), PLAN, teller)
    teller.head("plan.head")
    teller.say("plan.start")
    done = [one for name in ("voortraject", "procedure") for one in stage.play(name)]
    stage.tell(one for one in done if one.act.kind == "does")
    teller.say("plan.picture")
    done = [one for name in ("gestart", "regiobeeld") for one in stage.play(name)]
    stage.tell_all_but(done, "hands_in")
    teller.say("plan.adopt")
    done = [one for name in ("ontwerp", "gehoord", "vastgesteld") for one in stage.play(name)]
    stage.tell(
        one for one in done
        if one.act.kind in ("does", "says") and one.act.name != "meeting.hold"
    )  # fmt: skip
    teller.say("plan.time")
    stage.tell(stage.play("herijking", slice(0, 2)))


def _one_gains(demo: Demo, table: Folder) -> None:
    teller = demo.teller
    stage = Stage(demo.engine, table, ONE, teller)
    teller.head("one.head")
    teller.say("one.start")
    _found(stage)
    story = stage.story("voor_een_aanbieder").story
    tested = next(n for n, act in enumerate(story) if act.expected.verdict != "allowed")
    stage.tell(stage.play("voor_een_aanbieder", slice(0, tested)))
    teller.say("one.refused")
    (refused,) = stage.play("voor_een_aanbieder", slice(tested, tested + 1))
    assert refused.outcome is not None
    speaker = stage.speaker.inside("change")
    teller.show(render_outcome(refused.outcome, speaker, teller.width - 2))
    teller.say("one.end")
    stage.tell(stage.play("voor_een_aanbieder", slice(tested + 1, None)))


def _carried(demo: Demo, table: Folder) -> None:
    teller = demo.teller
    stage = Stage(demo.engine, table, ALL, teller)
    teller.head("all.head")
    teller.say("all.start")
    _found(stage)
    stage.tell_all_but(stage.play("voorstel"), "hands_in")
    teller.say("all.mandate")
    stage.tell(stage.play("volmacht_verlopen"))
    teller.say("all.stand")
    stage.tell(stage.play("standpunt"))
    teller.say("all.carry")
    story = stage.story("te_weinig").story
    asked = next(n for n, act in enumerate(story) if act.expected.verdict != "allowed") + 1
    done = stage.play("te_weinig", slice(0, asked))
    stage.tell_all_but(done, "hands_in", "records")
    teller.say("all.needs")
    needed = stage.room.needs(done[-1].act.name, case="w")
    speaker = stage.speaker.inside("change")
    teller.show(render_obligation(needed, speaker, teller.width - 2))
    teller.say("all.adopt")
    done = stage.play("te_weinig", slice(asked, None))
    stage.tell([*done, *stage.play("vastgesteld", slice(-1, None))])


def _back(demo: Demo, table: Folder) -> None:
    teller = demo.teller
    stage = Stage(demo.engine, table, BACK, teller)
    teller.head("back.head")
    teller.say("back.start")
    for name in ("opgericht", "voorstel", "standpunt"):
        stage.play(name)
    done = stage.play("stap_terug")
    stage.tell(done)
    teller.say("back.end")


def _plugin(demo: Demo) -> None:
    from samenwerk.hooks.installed import InstalledVersions

    teller = demo.teller
    teller.head("plugin.head")
    beside = workflows_folder().parent / "plugins" / "samenwerk-voorbeeld" / "workflow"
    if "voorbeeld" not in InstalledVersions():
        teller.say("plugin.missing")
        return
    if not (beside / "workflow.toml").is_file():
        teller.say("plugin.elsewhere")
        return
    stage = Stage(demo.engine, read_folder(beside / "workflow.toml"), PLUGIN, teller)
    teller.say("plugin.start")
    done = stage.play("uneven")
    last = done[-1]
    stage.tell(one for one in done[:-1] if one.act.kind == "records")
    assert last.outcome is not None
    speaker = stage.speaker.inside("sharing")
    teller.show(render_outcome(last.outcome, speaker, teller.width - 2))
    stage.tell(stage.play("spread"))


def _record(demo: Demo) -> None:
    teller, speaker = demo.teller, Speaker(demo.teller.lang)

    def report(path: Path, expect: str | None = None) -> str:
        store = SqliteStore(path, create=False)
        try:
            found = verify(store.rows(ALL), expect)
        finally:
            store.close()
        teller.show(render_chain(found, speaker, teller.width - 2))
        return found.head

    teller.head("record.head")
    teller.say("record.start")
    head = report(demo.store)
    with tempfile.TemporaryDirectory() as folder:
        changed, cut = Path(folder, "changed.db"), Path(folder, "cut.db")
        copy_store(demo.store, changed)
        sequence, before, after = change_character(changed, ALL)
        teller.say("record.change", sequence=sequence, before=before, after=after)
        report(changed)
        copy_store(demo.store, cut)
        teller.say("record.cut", sequence=cut_last(cut, ALL))
        report(cut)
        teller.say("record.expect")
        report(cut, head)


def explore(file: str) -> tuple[str, ...]:
    """Commands that work on the store that the demo leaves behind."""
    at = f"--store {file} --in {BACK}"
    return (
        f"samenwerk status {at}",
        f"samenwerk needs w adopt {at}",
        f"samenwerk todo wijk {at}",
        f"samenwerk say w carry for --as wijk {at}",
        f"samenwerk explain adopt --case w {at}",
        f"samenwerk history {at}",
        f"samenwerk history --verify --store {file} --in {ALL}",
        "samenwerk check vv-tafel --effective",
        "samenwerk test regioplan",
    )


def _end(demo: Demo) -> None:
    teller = demo.teller
    file = demo.store.name
    teller.head("end.head")
    teller.say("end.start", file=file)
    teller.show("\n".join(explore(file)))
    teller.say("end.edit")


def _found(stage: Stage) -> None:
    """The founding, played and not told."""
    done = stage.play("opgericht")
    stage.teller.say("founding", count=len(done))


def _folder(name: str) -> Folder:
    path = find_workflow(name)
    assert path is not None, f"the workflow {name} comes with samenwerk"
    return read_folder(path)
