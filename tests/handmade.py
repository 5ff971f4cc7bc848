"""A small workflow for tests of the engine: budgets that members agree on, with every kind of step.

With `plugin` it has a step that rests on a rule and on a fact of plugin `proef`.
"""

from datetime import UTC, date, datetime

from samenwerk import Engine, Holding, MemoryStore, Party, Plugins, Room, Span, Workflow
from samenwerk.definitions.read import read_text

NOON = datetime(2027, 2, 10, 12, tzinfo=UTC)
DAY = date(2027, 2, 10)

TEXT = """
[workflow]
id = "budgets"
version = "1"
nl = "Begrotingen"
en = "Budgets"
{plugins}

[sort.provider]
nl = "Aanbieder"
en = "Provider"

[group.member]
nl = "Deelnemer"
en = "Member"
sort = "provider"

[role.chair]
nl = "Voorzitter"
en = "Chair"
sort = "provider"

[lifecycle.collaboration]
nl = "Samenwerking"
en = "Collaboration"
state.active = {{ nl = "Actief", en = "Active" }}
state.closed = {{ nl = "Gesloten", en = "Closed", final = true }}

[lifecycle.collaboration.step.found]
nl = "Oprichten"
en = "Found"
to = "active"
by = "member"

[lifecycle.collaboration.step.close]
nl = "Sluiten"
en = "Close"
from = "active"
to = "closed"
by = "chair"

[lifecycle.budget]
nl = "Begroting"
en = "Budget"
under = "collaboration"
state.drafted = {{ nl = "Ontwerp", en = "Draft" }}
state.agreed = {{ nl = "Vastgesteld", en = "Agreed", final = true }}
state.lapsed = {{ nl = "Vervallen", en = "Lapsed", final = true }}

[lifecycle.budget.fact.amount]
nl = "Bedrag"
en = "Amount"
type = "whole_number"
by = ["member"]

[lifecycle.budget.fact.remark]
nl = "Opmerking"
en = "Remark"
type = "text"
by = ["member"]

[lifecycle.budget.fact.counted]
nl = "Geteld"
en = "Counted"
type = "whole_number"

[lifecycle.budget.document.note]
nl = "Nota"
en = "Note"
by = ["member"]

[lifecycle.budget.decision.support]
nl = "Steun"
en = "Support"
by = "member"
method = "majority"

[lifecycle.budget.date.until]
nl = "Uiterste dag"
en = "Last day"
term = "6 weeks"
after = "draft"

[lifecycle.budget.step.draft]
nl = "Ontwerpen"
en = "Draft"
to = "drafted"
by = "member"

[lifecycle.budget.step.work]
nl = "Bijwerken"
en = "Work on"
from = "drafted"
to = "stays"
by = "member"

[lifecycle.budget.step.agree]
nl = "Vaststellen"
en = "Agree"
from = "drafted"
to = "agreed"
by = "chair"
needs = [{needs}]

[lifecycle.budget.step.lapse]
nl = "Vervallen"
en = "Lapse"
from = "drafted"
to = "lapsed"
by = "time"
once_past = "until"
"""

OF_PLUGIN = """
[lifecycle.budget.rule.judged]
nl = "Beoordeeld"
en = "Judged"
plugin = "proef.small"
with = { limit = 100 }

[lifecycle.budget.rule.counted_enough]
nl = "Genoeg geteld"
en = "Counted enough"
all = [{ fact = "counted", at_least = 2 }]
"""


def read(text: str) -> Workflow:
    """The workflow of a text that has no faults."""
    reading = read_text(text, checks=())
    assert reading.workflow is not None, reading.diagnostics
    return reading.workflow


def workflow(plugin: str = "", needs: str = '{ document = "note" }, "support"') -> Workflow:
    """The workflow; `plugin` as a workflow would name it, `needs` those of `agree`."""
    named = f'plugins = ["{plugin}"]' if plugin else ""
    return read(TEXT.format(plugins=named, needs=needs) + (OF_PLUGIN if plugin else ""))


def judged(needs: str = '"judged"', plugin: str = "proef>=1,<2") -> Workflow:
    """The workflow whose `agree` rests on plugin `proef`."""
    return workflow(plugin, needs)


def started(
    used: Workflow | None = None, plugins: Plugins | None = None, store: object = None
) -> tuple[Engine, Room]:
    """An engine at noon, with a rehearsal in which noord, zuid and oost have one open budget."""
    engine = Engine(
        store or MemoryStore(),  # type: ignore[arg-type]
        plugins=plugins or Plugins.of(),
        clock=lambda: NOON,
    )
    room = engine.start(used or workflow(), "regio", rehearsal=True)
    enrolled(room)
    assert room.do("collaboration.found", case="c", actor="noord").carried_out
    assert room.do("budget.draft", case="b", actor="noord").carried_out
    return engine, room


def enrolled(room: Room) -> None:
    """Put the three parties in the register, zuid in the chair."""
    since = Span(date(2027, 1, 1))
    parties = [Party(one, "provider", span=since) for one in ("noord", "zuid", "oost")]
    assert room.enrol(parties=parties, holds=[Holding("chair", "zuid", since)]).carried_out
