"""Attempts to do harm, one for each claim of docs/threats.md that no other test tries."""

import json
import logging
import re
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import attrs
import pytest
from tests.engine.test_who_may import WORKFLOW, region
from tests.handmade import DAY, NOON

from samenwerk import (
    CommandReused,
    Engine,
    Giving,
    Holding,
    MemoryStore,
    Misuse,
    Party,
    Plugins,
    Room,
    Span,
    Verdict,
    open_store,
    render,
)
from samenwerk.care.verifying import verify_store
from samenwerk.core.snapshot import snapshot_of
from samenwerk.front import check, speaker_for
from samenwerk.language.attempts import render_attempts
from samenwerk.language.history import render_history
from samenwerk.store.contract import Store
from samenwerk.telling.logs import LOGGER, JsonLines, to_logging

ROOT = Path(__file__).parents[1]
SQL = [
    "'; DROP TABLE event; --", '" OR 1=1 --', "regio' UNION SELECT text FROM sealed --", "%", "_",
    "a\\'b", "?1", ":key", "$1", "%s", "{0}", "../../etc/passwd", "/etc/passwd", "C:\\boot.ini",
    "~", "a\x01b",
]  # fmt: skip
ESCAPES = [
    "\x1b]0;hacked\x07", "\x1b[2J\x1b[H", "\x9b31m", "a\r\nNoord: vastgesteld", "\u202eevil",
    "\x08\x08\x08zuid", "\u2028x",
]  # fmt: skip
HOSTILE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each store in turn."""
    made: Store = MemoryStore() if request.param == "memory" else open_store(tmp_path / "s.db")
    yield made
    made.close()


def played(
    store: Store, name: str, label: str | None = None, **more: object
) -> tuple[Engine, Room]:
    """A collaboration in which everything that can have a name of its own is called this."""
    engine = Engine(store, plugins=Plugins.of(), clock=lambda: NOON, record_refusals=True,
                    **more)  # type: ignore[arg-type]  # fmt: skip
    room = engine.start(WORKFLOW, f"r{name}", rehearsal=True, command_id=f"s{name}")
    names = (("nl", label or name), ("en", label or name))
    since = Span(DAY - timedelta(days=30))
    room.enrol(parties=[Party(name, "provider", names=names, span=since), Party("p", "provider")],
               holds=[Holding("chair", name, since)])  # fmt: skip
    room.do("collaboration.found", case=f"c{name}", actor=name, command_id=f"k{name}")
    room.do("budget.draft", case=name, actor=name, parent=f"c{name}")
    room.record("remark", name, case=name, actor=name)
    room.hand_in("note", name, case=name, actor=name)
    room.say("support", "against", case=name, actor=name, reasons=name)
    assert not room.do("budget.spend", case=name, actor="p").carried_out
    assert not engine.by(f"x{name}").room(room.id).do("budget.work", case=name).carried_out
    return engine, room


@pytest.mark.parametrize("name", SQL)
def test_a_name_is_never_part_of_a_statement(store: Store, name: str) -> None:
    """SQL, formats and paths as names of collaborations, cases, parties and commands come back as
    they were, and what stands beside them stays."""
    other = Engine(store, plugins=Plugins.of(), clock=lambda: NOON).start(WORKFLOW, "other")
    engine, room = played(store, name)
    assert name in room.collaboration.cases
    assert {name, f"x{name}", "p"} >= {one.actor for one in engine.attempts(room.id)}
    assert 2 == len(engine.attempts(room.id))
    assert {"other", f"r{name}"} == set(engine.collaborations())
    assert room.verify(room.collaboration.head).whole
    assert 1 == other.collaboration.sequence
    assert store.kept(room.id, f"k{name}") is not None
    assert 2 == engine.forget_attempts(NOON + timedelta(days=1), room.id)


@pytest.mark.parametrize("name", ESCAPES)
def test_a_name_does_not_steer_a_terminal(name: str) -> None:
    """Escape codes, line ends and turned letters in names and texts reach no line as they are."""
    engine, room = played(MemoryStore(), name)
    speaker = speaker_for("nl", room)
    events = [line.event for line in room.history()]
    said = [
        render_history(events, speaker, room.text),
        render_attempts(engine.attempts(room.id), speaker, "Europe/Amsterdam"),
        render(room.do("budget.agree", case=name, actor="p"), "nl", room),
        render(engine.by(f"x{name}").room(room.id).do("budget.work", case=name), "nl", room),
        render(room.needs("budget.spend", case=name), "nl", room),
        *(room.report("status", "nl", form) for form in ("text", "markdown")),
    ]
    with pytest.raises(Misuse) as unknown:
        engine.room(f"no{name}")
    said.append(render(unknown.value, "nl"))
    assert [] == [text for text in said if HOSTILE.search(text)]


def test_a_name_is_no_markup() -> None:
    """A name that is a script or a link is shown as its letters in a report of Markdown."""
    _, room = played(MemoryStore(), "noord", "<script>alert(1)</script>[x](javascript:1)")
    said = room.report("status", "nl", "markdown")
    assert "alert" in said
    assert not re.search(r"(?<!\\)<script|(?<!\\)\]\(javascript:", said)


@pytest.mark.parametrize("name", ESCAPES)
def test_a_name_makes_no_line_of_a_log(name: str) -> None:
    """One thing that happens is one line, in JSON and in plain logs; nothing steers who reads."""
    lines: list[str] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(JsonLines().format(record))
            lines.append(logging.Formatter("%(message)s").format(record))

    handler, level = Keeping(), LOGGER.level
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.DEBUG)
    try:
        played(MemoryStore(), name, tell=to_logging)
    finally:
        LOGGER.removeHandler(handler)
        LOGGER.setLevel(level)
    assert lines
    assert [] == [line for line in lines if HOSTILE.search(line) or "\n" in line]
    assert all(isinstance(json.loads(line), dict) for line in lines[::2])


def test_another_cannot_send_a_command_again(store: Store) -> None:
    """A command id that was seen on the wire is of no use to somebody else, nor with other content:
    nothing is done and no outcome given."""
    engine, room = region()
    room.do("budget.work", case="b", actor="noord", command_id="k-1")
    head = room.collaboration.head
    for actor, step in (("oost", "budget.work"), ("noord", "budget.agree")):
        with pytest.raises(CommandReused):
            engine.by(actor).room("regio").do(step, case="b", command_id="k-1")
    assert head == room.collaboration.head


def test_a_mandate_that_is_entered_later_changes_no_decision() -> None:
    """Who keeps the register can enter a mandate from a day in the past, and the record shows when.
    What was refused stays so, and what is done by it is a new act, recorded now."""
    engine, room = region()
    noord = engine.by("noord").room("regio")
    early = DAY - timedelta(days=5)
    asked = {"case": "b", "on_behalf_of": "zuid", "day": early}
    assert Verdict.NOT_YOU is noord.do("budget.agree", **asked).verdict  # type: ignore[arg-type]
    before = [line.hash for line in room.history()]
    room.enrol(gives=[Giving("acting", ("zuid",), "noord", Span(early))])
    entered = list(room.history())[-1].event
    assert ("drafted", NOON, DAY) == (
        room.collaboration.cases["b"].state, entered.recorded, entered.effective)  # fmt: skip
    done = noord.do("budget.agree", **asked)  # type: ignore[arg-type]
    assert (NOON, early, "acting") == (
        done.events[-1].recorded, done.events[-1].effective, done.events[-1].mandate)  # fmt: skip
    assert before == [line.hash for line in room.history()][: len(before)]


def test_a_definition_reads_no_file_that_is_none(tmp_path: Path) -> None:
    """A part outside its folder, by `..`, a full path or a link, and a base that is no TOML file,
    are not read, and nothing of what stands in them is told."""
    for name in ("secret.toml", "secret.txt"):
        (tmp_path / name).write_text('[workflow]\npassword = "hunter2', encoding="utf-8")
    inside = tmp_path / "inside"
    inside.mkdir()
    for kind in ("toml", "txt"):
        (inside / f"{kind}.toml").symlink_to(tmp_path / f"secret.{kind}")
    outside = str(tmp_path / "secret")
    asked = [
        *(("parts", name) for name in (
            "../secret.toml", f"{outside}.toml", "toml.toml", "txt.toml", "x/../../secret.toml")),
        *(("extends", f"{name}@1") for name in (
            "./../secret.txt", f"{outside}.txt", "./txt.toml", f"{outside}.toml", "toml.toml")),
    ]  # fmt: skip
    for key, name in asked:
        written = json.dumps([name] if key == "parts" else name)
        text = f'[workflow]\nid = "a"\nversion = "1"\n{key} = {written}\n'
        (inside / "workflow.toml").write_text(text, encoding="utf-8")
        reading = check(inside)
        assert reading.workflow is None, (key, name)
        assert "hunter2" not in render(reading, "en"), (key, name)


def test_a_large_text_stays_beside_the_record(store: Store) -> None:
    """A title of five megabytes is kept, for nobody told its bound; the record itself stays small,
    and a refusal keeps nothing of it."""
    engine, room = played(store, "noord")
    title = "x" * 5_000_000
    done = room.hand_in("note", title, case="noord", actor="noord")
    assert title == room.text(done.events[-1].what.document.title)  # type: ignore[union-attr,arg-type]
    assert max(len(line.body) for line in room.history()) < 5_000
    engine.by("nobody").room(room.id).hand_in("note", title, case="noord")
    assert max(len(one.body) for one in engine.attempts()) < 5_000


def test_a_collaboration_cannot_be_a_file(tmp_path: Path) -> None:
    """A name that is a path makes no file beside the store."""
    store = open_store(tmp_path / "s.db")
    played(store, "../../outside")
    store.close()
    assert {"s.db"} == {path.name for path in tmp_path.iterdir()}
    assert not (tmp_path.parent.parent / "outside").exists()


def test_a_store_that_is_told_to_do_something_does_not(tmp_path: Path) -> None:
    """A trigger that somebody put in the file is the work of who may write there; what it changes
    is found by the chain."""
    path = tmp_path / "s.db"
    engine = Engine(open_store(path), plugins=Plugins.of(), clock=lambda: NOON)
    room = engine.start(WORKFLOW, "regio")
    room.enrol(parties=[Party("noord", "provider")])
    engine.close()
    with sqlite3.connect(path) as file:
        file.execute("""CREATE TRIGGER evil AFTER INSERT ON event BEGIN
            UPDATE event SET body = replace(body, 'noord', 'zuid'); END""")
    engine = Engine(open_store(path), plugins=Plugins.of(), clock=lambda: NOON)
    engine.room("regio").enrol(parties=[Party("oost", "provider")])
    report = engine.room("regio").verify()
    engine.close()
    assert (False, 1) == (report.whole, report.count)


def test_a_snapshot_that_lies_is_found(tmp_path: Path) -> None:
    """A snapshot is no part of the chain, and what stands in one is believed: whoever may write in
    the store could give himself a role that way. Looking at the store finds it, with its place."""
    store = open_store(tmp_path / "s.db")
    room = Engine(store, plugins=Plugins.of(), clock=lambda: NOON).start(WORKFLOW, "regio")
    room.enrol(parties=[Party("noord", "provider"), Party("oost", "provider")])
    known = room.collaboration
    store.keep_snapshot(snapshot_of(known))
    assert verify_store(store).whole
    more = attrs.evolve(known.register, holds=(Holding("chair", "oost"),))
    store.keep_snapshot(snapshot_of(known.changed(register=more)))
    believing = Engine(store, plugins=Plugins.of(), clock=lambda: NOON).room("regio")
    assert (Holding("chair", "oost"),) == believing.collaboration.register.holds
    assert believing.verify(known.head).whole
    found = [(one.what.id, one.collaboration, one.sequence) for one in verify_store(store).faults]
    assert [("care.snapshot", "regio", 2)] == found
    store.drop_snapshots("regio")
    assert verify_store(store).whole
    store.close()


def test_the_page_names_tests_that_are_there() -> None:
    """Each test that docs/threats.md appeals to exists, under that name."""
    page = (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    there = {
        name
        for folder in ("tests", "src/samenwerk/testing", "plugins")
        for path in (ROOT / folder).rglob("*.py")
        for name in re.findall(r"^\s*def (test_\w+)", path.read_text(encoding="utf-8"), re.M)
    }
    assert set() == named - there
    assert 20 < len(named)
