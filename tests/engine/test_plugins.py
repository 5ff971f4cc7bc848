"""Plugins in the engine: what they say counts, and what goes wrong with them harms nothing else."""

from decimal import Decimal
from typing import Any

import attrs
import pytest
from tests.handmade import DAY, NOON, OF_PLUGIN, TEXT, judged, read, started
from tests.hooks.zoo import MESSAGES, count_parties, facts, plugin, rule, small, working

from samenwerk import (
    Answer,
    Engine,
    MemoryStore,
    Message,
    PluginError,
    Plugins,
    Question,
    Room,
    Verdict,
    render,
)
from samenwerk.definitions.read import read_text
from samenwerk.values.event import FactRecorded, FactValue
from samenwerk.values.share import Share


def with_rule(judge: Any) -> Room:
    """A room whose `agree` rests on this rule."""
    _, room = started(judged(), Plugins.of(proef=plugin("1.0", rules=[rule(judge)])))
    return room


def agree(room: Room, **more: Any) -> Any:
    """The step that rests on the plugin."""
    return room.do("budget.agree", case="b", actor="zuid", **more)


def unharmed(room: Room, sequence: int) -> None:
    """Nothing was recorded since, the record is readable, and other steps can be done."""
    assert sequence == room.collaboration.sequence
    assert sequence == len(list(room.history()))
    assert room.verify().whole
    assert room.do("budget.work", case="b", actor="noord").carried_out
    assert room.record("amount", 5, case="b", actor="noord").carried_out


def test_what_a_rule_answers_decides_and_stands_in_the_record() -> None:
    """No stops the step, yes lets it through, and the finding names the plugin."""
    _, room = started(judged(), Plugins.of(proef=working()))
    room.record("amount", 150, case="b", actor="noord")
    refused = agree(room)
    assert Verdict.NOT_YET == refused.verdict
    (finding,) = refused.findings[0].children
    assert (0, Message("proef.amount", {"amount": 150, "limit": 100}), "proef 1.0") == (
        finding.truth, finding.message, finding.plugin)  # fmt: skip
    assert "150 tegen 100" in render(refused, "nl", room)
    room.record("amount", 50, case="b", actor="noord")
    outcome = agree(room)
    assert outcome.carried_out
    (record,) = outcome.events[-1].findings
    assert ("plugin proef.small limit=100", 2, "proef") == (
        record.leaf, record.truth, str(record.plugin).partition(" ")[0])  # fmt: skip


def test_advice_of_a_plugin_is_a_way_out() -> None:
    """What the plugin says would help comes first; without advice that is said."""
    _, room = started(judged(), Plugins.of(proef=working()))
    assert Message("proef.record") == agree(room).way_out[0]
    assert "plugin_rule.ask" not in [way.id for way in agree(room).way_out]
    silent = with_rule(lambda question: Answer(0))
    assert "plugin_rule.ask" in [way.id for way in agree(silent).way_out]


def test_advice_of_a_plugin_stands_in_what_is_needed() -> None:
    """Also before anybody tries: in `needs`, and in what waits for a party."""
    _, room = started(judged(), Plugins.of(proef=working()))
    needed = render(room.needs("budget.agree", case="b"), "nl", room)
    assert "Volgens plug-in proef helpt dit: leg een bedrag vast [dossier b]." == needed
    assert "Plugin proef says that this helps: record an amount" in render(
        room.needs("budget.agree", case="b"), "en", room
    )
    (task,) = [one for one in room.todo("zuid") if one.step == "budget.agree"]
    assert "leg een bedrag vast" in render(task.obligation, "nl", room)


def test_parameters_of_the_workflow_reach_a_plugin() -> None:
    """One that `with` names is worth its value; all that have one stand in the question."""
    asked: list[Question] = []

    def judge(question: Question) -> Answer:
        asked.append(question)
        return Answer(2)

    text = TEXT.format(plugins='plugins = ["proef"]', needs='"judged"') + OF_PLUGIN
    text = text.replace("limit = 100", 'limit = { parameter = "ceiling" }') + """
[parameter.ceiling]
nl = "Grens"
en = "Ceiling"
value = 70

[parameter.part]
nl = "Deel"
en = "Part"
value = "1/3"

[parameter.unset]
nl = "Open"
en = "Unset"
"""
    plugins = Plugins.of(proef=plugin("1.0", rules=[rule(judge)]))
    _, room = started(read(text), plugins)
    outcome = agree(room)
    assert outcome.carried_out
    (question,) = asked
    assert ({"limit": 70}, {"ceiling": 70, "part": Share(1, 3)}) == (
        dict(question.parameters), dict(question.settings),
    )  # fmt: skip
    assert "plugin proef.small limit=70" == outcome.events[-1].findings[0].leaf
    fault = read_text(text.replace('"ceiling" }', '"unset" }'), checks=())
    assert [("SW108", "value", "unset")] == [
        (one.code, one.params["case"], one.params["written"]) for one in fault.diagnostics
    ]


def test_a_rule_is_asked_once_per_decision() -> None:
    """However often a condition is used, it is asked once; and never again by reading."""
    asked: list[Question] = []

    def judge(question: Question) -> Answer:
        asked.append(question)
        return Answer(2)

    needs = '"judged", { any = ["judged", "support"] }, { rule = "judged", severity = "warn" }'
    used = judged(needs)
    plugins = Plugins.of(proef=plugin("1.0", rules=[rule(judge)]))
    engine, room = started(used, plugins)
    assert agree(room).carried_out
    assert 1 == len(asked)
    (question,) = asked
    assert ("b", DAY, "zuid", {"limit": 100}) == (
        question.case.id, question.day, question.actor, dict(question.parameters))  # fmt: skip
    store = engine._desk.store
    fresh = Engine(store, plugins=plugins, clock=lambda: NOON).room("regio")
    assert "agreed" == fresh.collaboration.cases["b"].state
    assert fresh.verify().whole
    assert 1 == len(asked)


def test_a_rule_sees_what_is_being_filled_in() -> None:
    """What comes with the step is in the case that the plugin is given."""
    used = read(
        TEXT.format(plugins='plugins = ["proef>=1"]', needs='"judged"').replace(
            "by = \"chair\"\nneeds", "by = \"chair\"\nfill_in = [\"amount\"]\nneeds"
        )
        + '[lifecycle.budget.rule.judged]\nnl = "x"\nplugin = "proef.small"\nwith = { limit = 9 }\n'
    )
    _, room = started(used, Plugins.of(proef=working()))
    assert not agree(room, facts={"amount": 10}).carried_out
    assert agree(room, facts={"amount": 9}).carried_out


def test_a_rule_is_asked_about_each_party() -> None:
    """Under a quantifier the rule is asked for every one, and speaks for each."""

    def judge(question: Question) -> Answer:
        good = question.party != "oost"
        return Answer(2 if good else 0, Message("proef.amount", {"amount": 1, "limit": 2}))

    _, room = started(
        judged('{ every = "member", rule = "judged" }'),
        Plugins.of(proef=plugin("1.0", rules=[rule(judge)], messages=MESSAGES)),
    )
    refused = agree(room)
    assert [2, 0, 2] == [one.truth for one in sorted_children(refused)]
    assert not refused.carried_out


def sorted_children(outcome: Any) -> list[Any]:
    """The findings for each party, by party."""
    (each,) = outcome.findings
    return sorted(each.children, key=lambda one: one.leaf)


RUBBISH = [None, True, 2, "ja", Answer(3), Answer(True), Answer(2, "tekst"), Answer(2, None, ["x"])]


@pytest.mark.parametrize("answer", RUBBISH)
def test_rubbish_is_a_clear_refusal(answer: object) -> None:
    """A rule that answers what it may not is named with what it answered; nothing is recorded."""
    room = with_rule(lambda question: answer)
    with pytest.raises(PluginError) as raised:
        agree(room)
    told = raised.value.params
    assert ("answered", "proef", "rules small") == (told["what"], told["plugin"], told["hook"])
    unharmed(room, 4)


@pytest.mark.parametrize("fault", [ValueError("boem"), SystemExit(1), RecursionError("diep")])
def test_a_rule_that_raises_is_a_clear_refusal(fault: BaseException) -> None:
    """Whatever a rule raises is contained and named; asking is refused like doing."""

    def judge(question: Question) -> Answer:
        raise fault

    room = with_rule(judge)
    for ask in (agree, lambda room: room.ask("budget.agree", case="b", actor="zuid")):
        with pytest.raises(PluginError) as raised:
            ask(room)
        assert fault is raised.value.__cause__
        assert "proef" in render(raised.value, "nl", room)
    assert [] != list(room.todo("noord"))
    unharmed(room, 4)


def test_a_plugin_cannot_change_what_it_is_given() -> None:
    """A question is made of values: tries to change it fail, and the engine sees nothing."""
    tried: list[str] = []

    def judge(question: Question) -> Answer:
        def attempt(name: str, change: Any) -> None:
            try:
                change()
            except (AttributeError, TypeError):
                tried.append(name)

        attempt("case", lambda: setattr(question, "case", None))
        attempt("state", lambda: setattr(question.case, "state", "agreed"))
        attempt("facts", lambda: question.case.facts.update)  # gives a new map
        attempt("map", lambda: question.case.facts.__setitem__("amount", 1))  # type: ignore[attr-defined]
        attempt("parameters", lambda: question.parameters.__setitem__("limit", 1))  # type: ignore[attr-defined]
        attempt("parties", lambda: setattr(question.collaboration.register, "parties", ()))
        question.collaboration.register.memo.clear()
        question.collaboration.register.memo["parties"] = {}
        return Answer(2)

    room = with_rule(judge)
    before = room.collaboration
    assert agree(room).carried_out
    assert ["case", "state", "map", "parameters", "parties"] == tried
    assert {"noord", "zuid", "oost"} == {one.id for one in room.collaboration.register.parties}
    assert before.register.party("noord") is not None


@pytest.mark.parametrize(
    ("plugins", "what"),
    [
        (Plugins.of(), "missing"),
        (Plugins.of(proef=working("0.9")), "version"),
        (Plugins.of(proef=working("2")), "version"),
    ],
)
def test_without_its_plugin_a_workflow_does_not_start(plugins: Plugins, what: str) -> None:
    """A missing plugin or a wrong version is told at the start, and nothing is kept."""
    store = MemoryStore()
    engine = Engine(store, plugins=plugins, clock=lambda: NOON)
    with pytest.raises(PluginError) as raised:
        engine.start(judged(), "regio")
    assert (what, "proef") == (raised.value.params["what"], raised.value.params["plugin"])
    assert ((), None) == (engine.collaborations(), store.definition(judged().digest))


@pytest.mark.parametrize("plugins", [Plugins.of(), Plugins.of(proef=working("2"))])
def test_when_a_plugin_is_gone(plugins: Plugins) -> None:
    """Record and status stay readable, steps that do not need it go on, the others name it."""
    store = MemoryStore()
    started(judged(), Plugins.of(proef=working()), store)
    room = Engine(store, plugins=plugins, clock=lambda: NOON).room("regio")
    assert "drafted" == room.standing().cases["b"].state
    assert [] != list(room.todo("noord"))
    assert 1 == len(room.due())
    with pytest.raises(PluginError) as raised:
        agree(room)
    assert "proef" == raised.value.params["plugin"]
    assert 4 == room.collaboration.sequence
    unharmed(room, 4)
    assert "proef" in room.plugins.faults


def test_a_rule_that_the_plugin_does_not_have() -> None:
    """A plugin of the right version without the rule is named with the rule."""
    _, room = started(judged(), Plugins.of(proef=plugin("1.0", rules=[rule(small, "other")])))
    with pytest.raises(PluginError) as raised:
        agree(room)
    assert ("absent", "small") == (raised.value.params["what"], raised.value.params["name"])


@pytest.mark.parametrize("given", ["{}", "{ limit = 1, more = 2 }", '{ limit = "veel" }'])
def test_what_a_rule_is_given_must_fit(given: str) -> None:
    """A parameter that is missing, unknown, or of another type is told before judging."""
    used = read(
        TEXT.format(plugins='plugins = ["proef"]', needs='"judged"')
        + f'[lifecycle.budget.rule.judged]\nnl = "x"\nplugin = "proef.small"\nwith = {given}\n'
    )
    _, room = started(used, Plugins.of(proef=working()))
    with pytest.raises(PluginError) as raised:
        agree(room)
    assert "parameters" == raised.value.params["what"]


# Facts


def counting(collect: Any, *provides: str) -> tuple[Engine, Room]:
    """A room whose `agree` asks that at least two are counted."""
    made = plugin("1.0", facts=[facts(collect, *provides)])
    return started(judged('"counted_enough"'), Plugins.of(proef=made))


def test_what_was_collected_is_recorded_with_the_step() -> None:
    """What a plugin knows comes into the record just before the step, with the plugin's name."""
    _, room = counting(count_parties)
    outcome = agree(room)
    told = FactRecorded(FactValue("counted", "whole_number", 3), "proef 1.0")
    assert (told, "agree") == (outcome.events[0].what, outcome.events[1].step)
    assert [5, 6] == [event.sequence for event in outcome.events]
    assert 1 == len({event.command for event in outcome.events})
    assert 2 == len({event.id for event in outcome.events})
    assert [5] == list(outcome.events[1].findings[0].sequences)
    assert room.verify(outcome.head).whole


def test_what_did_not_change_is_not_recorded_again() -> None:
    """Only a value that differs from the record is recorded; the same command repeats the whole."""
    _, room = counting(count_parties)
    first = room.do("budget.work", case="b", actor="noord", command_id="k-1")
    assert 2 == len(first.lines)
    assert 1 == len(room.do("budget.work", case="b", actor="noord").lines)
    assert first.lines == room.do("budget.work", case="b", actor="noord", command_id="k-1").lines


def test_when_the_step_is_refused_nothing_is_recorded() -> None:
    """A refusal leaves no trace of what was collected."""
    _, room = counting(lambda question: {"counted": 1})
    assert not agree(room).carried_out
    assert 4 == room.collaboration.sequence
    assert None is room.collaboration.cases["b"].entry("facts", "counted")


def test_what_is_not_known_leaves_the_record_as_it_is() -> None:
    """A provider that leaves a fact out says nothing about it."""
    known = [{"counted": 3}, {}]
    _, room = counting(lambda question: known.pop(0))
    room.do("budget.work", case="b", actor="noord")
    assert 1 == len(agree(room).lines)


@pytest.mark.parametrize(
    "told",
    [None, [], {"counted": "drie"}, {"counted": None}, {"counted": Decimal(3)}, {"amount": 3},
     {"counted": {"noord": 3}}, {3: 3}],
)  # fmt: skip
def test_facts_that_do_not_fit_are_refused(told: object) -> None:
    """A value of another type, or of a fact that was not promised, is named; nothing is kept."""
    _, room = counting(lambda question: told)
    with pytest.raises(PluginError) as raised:
        agree(room)
    assert "proef" == raised.value.params["plugin"]
    assert 4 == room.collaboration.sequence


def test_a_provider_that_raises_is_refused() -> None:
    """A provider that fails stops steps in that case, names itself, and leaves the rest alone."""

    def collect(question: Question) -> dict[str, int]:
        raise OSError("weg")

    _, room = counting(collect)
    with pytest.raises(PluginError):
        agree(room)
    assert 4 == room.collaboration.sequence
    assert room.record("amount", 5, case="b", actor="noord").carried_out
    assert () == room.settle().lines


def test_facts_that_only_a_gone_plugin_knows() -> None:
    """A step that rests on such a fact names the plugin; it is not decided on old knowledge."""
    store = MemoryStore()
    started(judged('"counted_enough"'), Plugins.of(proef=working()), store)
    room = Engine(store, plugins=Plugins.of(), clock=lambda: NOON).room("regio")
    with pytest.raises(PluginError) as raised:
        agree(room)
    assert ("facts_missing", ("counted",)) == (
        raised.value.params["what"], raised.value.params["facts"])  # fmt: skip
    unharmed(room, 4)


def test_facts_per_party() -> None:
    """A fact that is kept per party is told for each party."""
    used = read(
        TEXT.format(plugins='plugins = ["proef"]', needs="").replace(
            'en = "Counted"\ntype = "whole_number"',
            'en = "Counted"\ntype = "whole_number"\nper = "party"',
        )
    )
    told = {"counted": {"noord": 1, "oost": 2}}
    made = plugin("1.0", facts=[facts(lambda question: told)])
    _, room = started(used, Plugins.of(proef=made))
    outcome = room.do("budget.work", case="b", actor="noord")
    assert [("noord", 1), ("oost", 2)] == [
        (event.what.fact.who, event.what.fact.value)  # type: ignore[union-attr]
        for event in outcome.events[:2]
    ]


# Steps that nobody does

WAITING = """
[lifecycle.budget.rule.judged]
nl = "Beoordeeld"
plugin = "proef.small"
with = { limit = 100 }

[lifecycle.budget.step.pass]
nl = "Vanzelf"
from = "drafted"
to = "agreed"
by = "itself"
needs = ["judged"]
"""


def waiting(judge: Any) -> Room:
    """A room in which a budget is agreed by itself once the plugin says yes."""
    used = read(TEXT.format(plugins='plugins = ["proef"]', needs="") + WAITING)
    return started(used, Plugins.of(proef=plugin("1.0", rules=[rule(judge)])))[1]


def test_a_step_by_itself_asks_the_plugin() -> None:
    """What an act makes true is asked and done in the same append."""
    room = waiting(small)
    assert "drafted" == room.collaboration.cases["b"].state
    room.record("amount", 101, case="b", actor="noord")
    outcome = room.record("amount", 99, case="b", actor="noord", command_id="k-1")
    assert [None, "pass"] == [event.step for event in outcome.events]
    assert ["k-1/1", "k-1/2"] == [event.id for event in outcome.events]
    assert "agreed" == room.collaboration.cases["b"].state
    assert outcome.head == room.collaboration.head
    assert room.verify(outcome.head).anchored
    again = room.record("amount", 99, case="b", actor="noord", command_id="k-1")
    assert (True, outcome.lines) == (again.repeated, again.lines)


def test_what_was_so_before_an_act_comes_before_it() -> None:
    """A step that the plugin lets through before the act is recorded first, and the act sees it."""
    answers = {"now": 0}
    room = waiting(lambda question: Answer(answers["now"]))
    answers["now"] = 2
    refused = room.do("budget.work", case="b", actor="noord")
    assert (Verdict.NEVER, "over") == (refused.verdict, refused.ground)
    assert "drafted" == room.collaboration.cases["b"].state
    assert "agreed" == room.standing().cases["b"].state
    assert ["pass"] == [event.step for event in room.settle().events]


def test_a_step_by_itself_waits_for_a_plugin_that_fails() -> None:
    """A broken plugin holds up what nobody does, and nothing of what people do."""
    broken = [True]

    def judge(question: Question) -> Answer:
        if broken:
            raise ValueError("boem")
        return Answer(2)

    room = waiting(judge)
    assert room.do("budget.work", case="b", actor="noord").carried_out
    assert "drafted" == room.collaboration.cases["b"].state
    broken.clear()
    assert ["pass"] == [event.step for event in room.settle().events]


def test_how_long_plugins_take_is_told() -> None:
    """What was asked, how often it failed, and how long it took can be read from the engine."""
    answers = [Answer(2), None]
    engine, room = started(
        judged(), Plugins.of(proef=plugin("1.0", rules=[rule(lambda question: answers.pop())]))
    )
    with pytest.raises(PluginError):
        agree(room)
    assert agree(room).carried_out
    (calls,) = engine.calls
    assert ("proef", "rules small", 2, 1) == (calls.plugin, calls.hook, calls.times, calls.failed)
    assert calls.seconds >= calls.slowest > 0


def test_an_unfrozen_subclass_of_answer_is_an_answer() -> None:
    """What counts is the value that was answered."""

    @attrs.frozen
    class Own(Answer):
        note: str = ""

    assert agree(with_rule(lambda question: Own(2))).carried_out
