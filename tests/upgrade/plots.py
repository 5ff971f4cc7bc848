"""A small workflow in two versions, for tests of moving running cases: plots that are given out.

`NEW` asks one thing more to give a plot out, has it given out by somebody else, and is stricter
about terms; words of a test say what else is otherwise there.
"""

from datetime import UTC, date, datetime

from samenwerk import Engine, Holding, MemoryStore, Party, Plugins, Room, Span, Workflow
from samenwerk.definitions.read import read_text
from samenwerk.store.contract import Store

START = datetime(2027, 2, 10, 12, tzinfo=UTC)
LATER = date(2027, 3, 1)

OLD = """
[workflow]
id = "plots"
version = "1"
nl = "Kavels"
en = "Plots"

[sort.gardener]
nl = "Tuinier"
en = "Gardener"

[role.chair]
nl = "Voorzitter"
en = "Chair"

[role.keeper]
nl = "Beheerder"
en = "Keeper"

[lifecycle.garden]
nl = "Tuin"
en = "Garden"

[lifecycle.garden.state.open]
nl = "Open"
en = "Open"

[lifecycle.garden.step.begin]
nl = "Beginnen"
en = "Begin"
to = "open"
by = "gardener"

[lifecycle.plot]
nl = "Kavel"
en = "Plot"
under = "garden"

[lifecycle.plot.state.asked]
nl = "Gevraagd"
en = "Asked"

[lifecycle.plot.state.weighed]
nl = "Gewogen"
en = "Weighed"
due = "4 weeks"

[lifecycle.plot.state.given]
nl = "Gegeven"
en = "Given"
final = true

[lifecycle.plot.state.lapsed]
nl = "Vervallen"
en = "Lapsed"
final = true

[lifecycle.plot.fact.size]
nl = "Grootte"
en = "Size"
type = "whole_number"
by = "gardener"

[lifecycle.plot.document.plan]
nl = "Plan"
en = "Plan"
by = "gardener"

[lifecycle.plot.document.soil]
nl = "Bodemonderzoek"
en = "Soil report"
by = "keeper"

[lifecycle.plot.date.too_late]
nl = "Te laat"
en = "Too late"
term = "1 year"
after = "ask"

[lifecycle.plot.step.ask]
nl = "Vragen"
en = "Ask"
to = "asked"
by = "gardener"

[lifecycle.plot.step.weigh]
nl = "Wegen"
en = "Weigh"
from = "asked"
to = "weighed"
by = "chair"

[lifecycle.plot.step.give]
nl = "Geven"
en = "Give"
from = "weighed"
to = "given"
by = "chair"
needs = [{ document = "plan" }]

[lifecycle.plot.step.lapse]
nl = "Vervallen"
en = "Lapse"
from = ["asked", "weighed"]
to = "lapsed"
by = "time"
once_past = "too_late"
"""

_CHANGED = (
    ('version = "1"', 'version = "2"'),
    ('due = "4 weeks"', 'due = "2 weeks"'),
    ('by = "chair"\nneeds = [{ document = "plan" }]',
     'by = "keeper"\nneeds = [{ document = "plan" }, { document = "soil" }]'),
    ('term = "1 year"', 'term = "6 months"'),
)  # fmt: skip


def changed(text: str, *pairs: tuple[str, str]) -> str:
    """The text with each piece replaced once; a piece that is not there is a mistake."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


NEW = changed(OLD, *_CHANGED)


def made(text: str) -> Workflow:
    """The workflow of a text without faults."""
    reading = read_text(text, checks=())
    assert reading.workflow is not None, reading.diagnostics
    return reading.workflow


def garden(store: Store | None = None, text: str = OLD, rehearsal: bool = False) -> Room:
    """A garden with three gardeners that has begun: `rosa` asked for a plot, `iris` for one that
    was weighed."""
    engine = Engine(store or MemoryStore(), plugins=Plugins.of(), clock=lambda: START)
    room = engine.start(made(text), "garden", rehearsal=rehearsal)
    always = Span(date(2027, 1, 1))
    names = ("anna", "bram", "cees")
    room.enrol(
        parties=[Party(one, "gardener", span=always) for one in names],
        holds=[Holding("chair", "anna", always), Holding("keeper", "bram", always)],
    )
    acted = [
        room.do("garden.begin", case="g", actor="anna"),
        room.do("plot.ask", case="rosa", actor="cees"),
        room.do("plot.ask", case="iris", actor="cees"),
        room.do("plot.weigh", case="iris", actor="anna"),
    ]
    assert all(one.carried_out for one in acted)
    return room
