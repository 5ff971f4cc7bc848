"""Reports and exports of a room: ours and those of plugins, by the same hooks."""

import pickle
from datetime import date
from typing import Any

import attrs
import pytest
from tests.handmade import DAY, judged, started, workflow
from tests.hooks.zoo import plugin, rule, small

from samenwerk import (
    DueItem,
    Engine,
    MemoryStore,
    Message,
    Misuse,
    PluginDue,
    PluginError,
    PluginExport,
    PluginReport,
    Plugins,
    Room,
    UnknownName,
    Whole,
)
from samenwerk.hooks.calling.rooms import _pickled
from samenwerk.hooks.gather import gather, source_of
from samenwerk.reporting.status import render

LABELS = {"nl": "proef", "en": "trial"}


def report(render: Any, *formats: str) -> PluginReport:
    """A report that renders so."""
    return PluginReport("paper", LABELS, formats or ("text", "html"), render)


def with_plugin(**hooks: Any) -> Room:
    """A room whose plugin brings these."""
    brought = plugin("1.0", rules=[rule(small)], **hooks)
    return started(judged(), Plugins.of(proef=brought))[1]


def test_a_report_of_a_plugin_is_given_the_whole() -> None:
    """As it stands on the day, with its record, its labels, and what is due."""
    seen: list[Whole] = []

    def render(whole: Whole, lang: str, format: str) -> str:
        seen.append(whole)
        return f"{lang} {format} {whole.label(lang, 'state', 'budget.drafted')}"

    day = PluginDue("yearly", LABELS, lambda question: [
        DueItem(date(2028, 1, 1), Message("proef.x"), ("noord",), "k")
    ], ("budget",))  # fmt: skip
    room = with_plugin(reports=[report(render)], due_items=[day])
    assert "nl text Ontwerp" == room.report("proef.paper")
    assert "en html Draft" == room.report("proef.paper", "en", "html", since=DAY)
    whole, other = seen
    assert (None, DAY, DAY) == (whole.since, other.since, whole.day)
    assert ["c", "b"] == [case.id for case in whole.cases]
    assert list(room.history()) == list(whole.record)
    assert room.collaboration.head == whole.collaboration.head
    assert ("budgets", "1") == (whole.workflow.name, whole.workflow.version)
    assert [None, "proef"] == [one.plugin for one in whole.due]
    assert ("budget.agree",) == whole.steps("b")
    assert room.needs("budget.agree", case="b") == whole.needs("budget.agree", "b")
    assert room.todo("noord") == whole.todo("noord")


def test_a_report_on_another_day_sees_what_time_has_done() -> None:
    """The budget has lapsed by then; the record has not changed."""
    room = started(workflow())[1]
    later = date(2028, 1, 1)
    assert "b (Budget): Lapsed" in room.report("status", "en", day=later)
    assert "b (Budget): Draft" in room.report("status", "en")
    assert room.collaboration.head == room.whole(day=later).collaboration.head


def test_what_a_report_is_given_cannot_be_changed() -> None:
    """Nothing that it does to the whole reaches the room."""

    def render(whole: Whole, lang: str, format: str) -> str:
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            whole.day = date(1, 1, 1)  # type: ignore[misc]
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            whole.collaboration.rehearsal = False  # type: ignore[misc]
        with pytest.raises(TypeError):
            whole.texts["x"] = "y"  # type: ignore[index]
        whole.collaboration.register.memo["parties"] = {}
        return "tried"

    room = with_plugin(reports=[report(render)])
    assert "tried" == room.report("proef.paper")
    assert room.collaboration.register.party("noord") is not None


def raising(*given: Any) -> str:
    """A plugin that goes wrong."""
    raise RuntimeError("no paper")


def exiting(*given: Any) -> str:
    """A plugin that wants to end the process."""
    raise SystemExit(9)


BAD_REPORTS = {
    "raises": raising, "exits": exiting, "bytes": lambda *_: b"x", "none": lambda *_: None,
    "empty": lambda *_: " \n", "half": lambda *_: "\ud800",
}  # fmt: skip


@pytest.mark.parametrize("how", BAD_REPORTS)
def test_a_report_that_goes_wrong_is_named(how: str) -> None:
    """The plugin and the report are in the error; our own reports go on."""
    room = with_plugin(reports=[report(BAD_REPORTS[how])])
    with pytest.raises(PluginError) as caught:
        room.report("proef.paper")
    named = (caught.value.params["plugin"], caught.value.params["hook"])
    assert ("proef", "reports paper") == named
    assert room.report("status")


@pytest.mark.parametrize("made", ["text", None, ["x"]])
def test_an_export_that_gives_no_bytes_is_named(made: Any) -> None:
    """Only bytes are written."""
    room = with_plugin(exports=[PluginExport("file", LABELS, "bin", lambda whole: made)])
    with pytest.raises(PluginError, match="asked is bytes"):
        room.export("proef.file")
    assert room.export("record")


def test_an_export_of_a_plugin_gives_its_bytes() -> None:
    """Exactly those."""
    count = PluginExport("count", LABELS, "txt", lambda whole: str(len(whole.record)).encode())
    room = with_plugin(exports=[count])
    assert str(room.collaboration.sequence).encode() == room.export("proef.count")


def test_one_that_is_not_there() -> None:
    """It is said, with the nearest; so is a format that a report does not have."""
    room = with_plugin(reports=[report(lambda *_: "x")])
    with pytest.raises(UnknownName) as caught:
        room.report("proef.papers")
    assert "proef.paper" == caught.value.params["nearest"]
    with pytest.raises(UnknownName):
        room.export("recrod")
    with pytest.raises(Misuse) as misused:
        room.report("proef.paper", format="markdown")
    assert "report_format" == misused.value.params["what"]


BAD_VALUES = {
    "reports": [
        PluginReport("a paper", LABELS, ("text",), raising),
        PluginReport("paper", LABELS, (), raising),
        PluginReport("paper", LABELS, ("png",), raising),
        PluginReport("paper", {"nl": 1}, ("text",), raising),  # type: ignore[dict-item]
        PluginReport("paper", LABELS, ("text",), "render"),  # type: ignore[arg-type]
        "paper",
    ],
    "exports": [
        PluginExport("file", LABELS, "../x", raising),  # type: ignore[arg-type]
        PluginExport("file", LABELS, "txt", None),  # type: ignore[arg-type]
    ],
    "due_items": [
        PluginDue("", LABELS, raising),  # type: ignore[arg-type]
        PluginDue("due", LABELS, raising, "budget"),  # type: ignore[arg-type]
    ],
}  # fmt: skip


def test_a_report_may_be_a_paper() -> None:
    """Then it gives bytes, which only a file can hold; a text as a file ends with a newline."""
    paper = report(lambda whole, lang, format: b"%PDF-" + lang.encode(), "pdf")
    room = with_plugin(reports=[paper])
    assert b"%PDF-en" == room.report_file("proef.paper", "en")
    with pytest.raises(Misuse) as asked:
        room.report("proef.paper")
    assert "report_paper" == asked.value.params["what"]
    room = with_plugin(reports=[report(lambda whole, lang, format: "x\n\n", "text", "docx")])
    assert b"x\n" == room.report_file("proef.paper")
    with pytest.raises(PluginError):
        room.report_file("proef.paper", "nl", "docx")


@pytest.mark.parametrize(
    ("hook", "value"), [(hook, one) for hook, each in BAD_VALUES.items() for one in each]
)
def test_what_does_not_fit_leaves_the_plugin_out(hook: str, value: Any) -> None:
    """It is refused when it is gathered, with the plugin and the hook."""
    found = gather([source_of(plugin("1.0", **{hook: [value]}), "proef")])
    assert ["proef"] == list(found.faults)
    params = found.faults["proef"].params
    assert (hook, "answered") == (params["hook"], params["what"])


def test_our_own_come_in_by_the_same_hooks() -> None:
    """A plugin's stand after the name of the plugin, ours by their name alone."""
    own = Plugins.of()
    assert ["status", "wall", "a4"] == list(own.by_name("reports"))
    ours = [
        "record", "cases", "parties", "positions", "facts", "history", "agenda", "xes", "ocel",
    ]  # fmt: skip
    assert ours == list(own.by_name("exports"))
    assert [] == list(own.by_name("due_items"))


def test_what_was_recorded_can_be_taken_out_when_the_workflow_cannot_be_read() -> None:
    """Without its definition the record, the tables and a bare status are still there."""
    store = MemoryStore()
    started(workflow(), store=store)
    store._definitions.clear()
    room = Engine(store, plugins=Plugins.of()).room("regio")
    assert room.collaboration.sequence == len(room.export("record").splitlines())
    assert b"budget" in room.export("cases")
    told = room.report("status", "en")
    assert "b (budget): drafted" in told
    assert "not complete" in told


def test_a_whole_can_travel_to_another_process() -> None:
    """There it gives the same answers, worked out anew from what came along."""
    room = started(workflow())[1]
    room.needs("budget.agree", case="b")  # so that the register remembers things
    whole = room.whole()
    (there,) = pickle.loads(_pickled((whole,)))
    assert whole.needs("budget.agree", "b") == there.needs("budget.agree", "b")
    assert whole.todo("noord") == there.todo("noord")
    assert whole.speaker("nl").event(whole.history[-1]) == there.speaker("nl").event(
        there.history[-1]
    )
    assert render(whole, "en", "markdown") == render(there, "en", "markdown")


def test_a_report_does_not_say_that_a_text_was_erased_when_it_was_not() -> None:
    """Free text is left out of a report, and that is what it says."""
    room = started(workflow())[1]
    room.record("remark", "over een mens", case="b", actor="noord")
    whole = room.whole()
    told = whole.speaker("nl").event(whole.history[-1])
    assert "Opmerking is (tekst staat hier niet)" in told
    given = room.whole(texts=True)
    assert '"over een mens"' in given.speaker("nl").event(given.history[-1])


def test_a_report_tells_what_moves_a_case_on() -> None:
    """Not what pauses it, and what ends it only where nothing is left to go on."""
    room = started(workflow())[1]
    whole = room.whole()
    assert ("budget.agree",) == whole.steps("b")
    assert () == whole.steps("c")
    room.hand_in("note", "nota", case="b", actor="noord")
    for who in ("noord", "zuid", "oost"):
        room.say("support", "for", case="b", actor=who)
    assert room.do("budget.agree", case="b", actor="zuid").carried_out
    assert ("collaboration.close",) == room.whole().steps("c")
    assert "b: still needed for Agree" in render(whole, "en", "text")
