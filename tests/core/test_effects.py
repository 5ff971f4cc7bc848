"""Effects in the core: asked with the step, open until there is an end, and never twice."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from samenwerk.core.compiled import Compiled, compile_workflow
from samenwerk.core.decide import decide
from samenwerk.core.encode import decode
from samenwerk.core.evolve import evolve, replay
from samenwerk.core.obligations import needs
from samenwerk.core.worklists import due, todo
from samenwerk.definitions.read import read_text
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command, Conclude, Do, Enrol, Record, Settle, Start
from samenwerk.values.errors import PluginError, UnknownName
from samenwerk.values.event import (
    EffectAgain,
    EffectAsked,
    EffectDone,
    EffectDropped,
    EffectFailed,
    FactValue,
    Line,
    Sealed,
    StepDone,
)
from samenwerk.values.outcome import Verdict
from samenwerk.values.register import Party

TEXT = """\
[workflow]
id = "post"
version = "1"
nl = "Post"
plugins = ["voorbeeld>=0.1"]

[sort.office]
nl = "Kantoor"

[parameter.part]
nl = "Deel"
value = "1/3"

[lifecycle.grant]
nl = "Toezegging"
[lifecycle.grant.role.receiver]
nl = "Ontvanger"
sort = "office"
[lifecycle.grant.fact.amount]
nl = "Bedrag"
type = "money"
by = "office"
[lifecycle.grant.fact.reason]
nl = "Reden"
type = "text"
by = "office"
[lifecycle.grant.fact.told]
nl = "Verteld"
type = "yes_no"
[lifecycle.grant.fact.number]
nl = "Nummer"
type = "whole_number"
[lifecycle.grant.document.note]
nl = "Nota"
by = "office"
[lifecycle.grant.state]
open = { nl = "Open" }
given = { nl = "Gegeven" }
done = { nl = "Klaar", final = true }
[lifecycle.grant.step.begin]
nl = "Beginnen"
to = "open"
by = "office"
takes = "receiver"
[lifecycle.grant.step.give]
nl = "Geven"
from = "open"
to = "given"
by = "office"
done_anyway = "given"
needs = [{ known = "amount" }]
[lifecycle.grant.step.end]
nl = "Eindigen"
from = "given"
to = "done"
by = "itself"
needs = [{ fact = "told", is = true }]

[effect.letter]
nl = "Brief"
on_step = "grant.give"
plugin = "voorbeeld.letter"
records = "told"
gives = { number = "number" }
[effect.letter.with]
to = { role = "receiver" }
sum = { fact = "amount" }
why = { fact = "reason" }
paper = { document = "note" }
part = { parameter = "part" }
tone = "kort"
copies = 2
"""
MOMENT = datetime(2027, 2, 1, 9, tzinfo=UTC)
DAY = date(2027, 2, 1)


def compiled() -> Compiled:
    reading = read_text(TEXT, checks=())
    assert () == reading.diagnostics
    assert reading.workflow is not None
    return compile_workflow(reading.workflow)


COMPILED = compiled()


class Told:
    """A collaboration that commands are carried out in, with all its lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.count = 0
        self.do(Start, collaboration="regio", workflow="post", actor=None,
                definition=COMPILED.workflow.digest)  # fmt: skip
        self.do(Enrol, parties=(Party("p", "office"), Party("q", "office")), actor=None)
        self.do(Do, case="g", step="grant.begin", actor="p")

    @property
    def known(self) -> Collaboration | None:
        return replay(self.lines)

    def do(self, kind: type[Command], **asked: object) -> tuple[Line, ...]:
        self.count += 1
        told = {"id": f"c-{self.count}", "moment": MOMENT, "day": DAY, **asked}
        outcome = decide(COMPILED, self.known, kind(**told))  # type: ignore[arg-type]
        self.verdict = outcome.verdict
        self.lines += outcome.lines
        return outcome.lines

    def given(self) -> tuple[Line, ...]:
        """The letter is asked."""
        self.do(Record, case="g", fact="amount", value=Decimal(5), actor="p")
        self.do(Record, case="g", fact="reason", value="Omdat", actor="p")
        return self.do(Do, case="g", step="grant.give", actor="q")


def whats(lines: tuple[Line, ...]) -> list[object]:
    return [line.event.what for line in lines]


def test_a_step_asks_its_effect_right_behind_it() -> None:
    """In the same command, with what the case holds after the step, and no free text."""
    told = Told()
    done, asked = told.given()
    assert isinstance(done.event.what, StepDone)
    what = asked.event.what
    assert isinstance(what, EffectAsked)
    known = told.known
    assert known is not None
    reason = known.cases["g"].entry("facts", "reason")
    assert reason is not None
    assert (
        FactValue("copies", "whole_number", 2),
        FactValue("part", "text", "1/3"),
        FactValue("sum", "money", Decimal(5)),
        FactValue("tone", "text", "kort"),
        FactValue("why", "text", Sealed(str(reason.value))),
    ) == what.given
    assert (("to", ("p",)),) == what.roles
    assert ("letter", "voorbeeld.letter", 6) == (what.effect, what.plugin, what.cause)
    assert (done.event.command, "q", "g", "give") == (
        asked.event.command, asked.event.actor, asked.event.case, asked.event.step,
    )  # fmt: skip
    assert "Omdat" not in asked.body
    assert asked.event == decode(asked.body)


def test_a_key_is_of_one_effect_and_stays_the_same() -> None:
    """Deciding again gives the same key, another doing another one."""
    keys = [next(iter(told.known.effects)) for told in (Told(), Told()) if told.given()]
    assert keys[0] == keys[1]
    again = Told()
    again.count = 50
    again.given()
    assert keys[0] not in again.known.effects


def test_an_effect_is_open_until_it_came_about() -> None:
    """Its end records the facts, and what rests on them follows in the same command."""
    told = Told()
    told.given()
    (key,) = told.known.effects
    lines = told.do(Conclude, key=key, how="delivered", gives={"number": 7}, actor=None,
                    plugin="voorbeeld 0.1.0", attempts=2, looked_up=True)  # fmt: skip
    facts = (FactValue("told", "yes_no", True), FactValue("number", "whole_number", 7))
    done = EffectDone("letter", key, "voorbeeld 0.1.0", 2, True, facts)
    assert [done] == whats(lines)[:1]
    assert ("end", "done") == (lines[1].event.step, lines[1].event.to_state)
    assert {} == dict(told.known.effects)
    case = told.known.cases["g"]
    assert [True, 7] == [case.entry("facts", name).value for name in ("told", "number")]
    assert "delivered" == case.entry("effects", "letter").value
    with pytest.raises(UnknownName):
        told.do(Conclude, key=key, how="delivered", actor=None)


def test_a_person_decides_about_one_that_failed() -> None:
    """It stays open; saying the same twice records nothing; again, and given up, are acts."""
    told = Told()
    told.given()
    (key,) = told.known.effects
    failing = {"key": key, "how": "failed", "fault": "raised", "said": "geen papier", "actor": None}
    (failed,) = told.do(Conclude, **failing)
    assert isinstance(failed.event.what, EffectFailed)
    assert "geen papier" not in failed.body
    assert () == told.do(Conclude, **failing)
    assert told.known.effects[key].failed
    assert [EffectAgain("letter", key)] == whats(told.do(Conclude, key=key, how="again", actor="p"))
    assert (False, 2) == (told.known.effects[key].failed, told.known.effects[key].round)
    assert () == told.do(Conclude, key=key, how="again", actor="p")
    (dropped,) = told.do(Conclude, key=key, how="dropped", because="Verhuisd", actor="p")
    assert isinstance(dropped.event.what, EffectDropped)
    assert "Verhuisd" not in dropped.body
    assert {} == dict(told.known.effects)
    assert "dropped" == told.known.cases["g"].entry("effects", "letter").value
    assert told.known.cases["g"].entry("facts", "told") is None


def test_an_effect_is_found_by_its_name() -> None:
    """Of several with one name in a case, the one asked first is meant."""
    told = Told()
    told.given()
    told.do(Conclude, case="g", effect="letter", how="delivered", actor=None)
    assert {} == dict(told.known.effects)
    with pytest.raises(UnknownName):
        told.do(Conclude, case="g", effect="letter", how="delivered", actor=None)


def test_what_comes_back_must_fit() -> None:
    """A value of another type is an error that names plugin and fact, and nothing is recorded."""
    told = Told()
    told.given()
    (key,) = told.known.effects
    with pytest.raises(PluginError) as refused:
        told.do(Conclude, key=key, how="delivered", gives={"number": "zeven"}, actor=None)
    assert ("voorbeeld.letter", "number") == (
        refused.value.params["plugin"], refused.value.params["fact"],
    )  # fmt: skip
    assert [key] == list(told.known.effects)


def test_a_breach_sets_nothing_going() -> None:
    """What happened though it was refused does not write letters."""
    told = Told()
    (breach,) = told.do(Do, case="g", step="grant.give", actor="q", anyway=True)
    assert Verdict.BREACH == told.verdict
    assert breach.event.what.breach
    assert {} == dict(told.known.effects)


def test_an_outcome_for_a_key_that_is_gone_changes_nothing() -> None:
    """Evolving is total: a second end in a record that somebody glued together is no crash."""
    told = Told()
    told.given()
    (key,) = told.known.effects
    (failed,) = told.do(Conclude, key=key, how="failed", actor=None)
    (dropped,) = told.do(Conclude, key=key, how="dropped", actor=None)
    known = told.known
    for line in (failed, dropped):
        assert {} == dict(evolve(known, line.event).effects)


def test_advice_tells_to_wait_for_it() -> None:
    """First what asks it, then wait until it came; when it failed, have it sent again."""
    told = Told()

    def acts() -> list[str]:
        goal = Do(id="goal", actor=None, moment=MOMENT, day=DAY, case="g", step="grant.end")
        needed = needs(COMPILED, told.known, goal)
        return [act.act.id for act in needed.acts if act.act is not None]

    assert "act.sent" == acts()[-1]
    assert "act.do" in acts()
    told.given()
    assert ["act.sent"] == acts()
    (key,) = told.known.effects
    told.do(Conclude, key=key, how="failed", actor=None)
    assert ["act.send_again"] == acts()
    assert ["act.send_again"] == [
        one.obligation.act.id for one in todo(COMPILED, told.known, "q", settling())
    ]
    (due_,) = due(COMPILED, told.known, settling())
    assert ("due.effect", ("q",), True) == (due_.what.id, due_.who, due_.overdue)


def settling() -> Settle:
    return Settle(id="now", actor=None, moment=MOMENT, day=DAY)
