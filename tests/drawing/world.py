"""A small workflow of a festival in both languages, and drawings of it."""

from __future__ import annotations

from pathlib import Path

from samenwerk.drawing.draw import draw
from samenwerk.drawing.drawn import Drawing, Standing
from samenwerk.front import load
from samenwerk.language.catalogue import Speaker
from samenwerk.values.declared import Workflow

FESTIVAL = """\
[workflow]
id = "feest"
version = "1"
nl = "Buurtfeest"
en = "Street party"

[sort]
neighbour = { nl = "buur", en = "neighbour" }

[rule.quiet]
nl = "de straat is vrij"
en = "the street is free"
source = "Afspraak van de straat"
severity = "explain"
all = [{ document = "permit" }]

[document.permit]
nl = "vergunning"
en = "permit"
by = "neighbour"

[lifecycle.party]
nl = "feest"
en = "party"

[lifecycle.party.date.late]
nl = "twee weken na het plan"
en = "two weeks after the plan"
term = "2 weeks"
after = "plan"

[lifecycle.party.state]
planned = { nl = "gepland", en = "planned", due = "4 weeks" }
agreed = { nl = "afgesproken", en = "agreed" }
held = { nl = "gevierd", en = "held", final = true }
off = { nl = "afgelast", en = "called off", final = true }

[lifecycle.party.step.plan]
nl = "plannen"
en = "plan"
to = "planned"
by = "neighbour"

[lifecycle.party.step.agree]
nl = "afspreken"
en = "agree"
from = "planned"
to = "agreed"
by = "neighbour"
needs = ["quiet"]

[lifecycle.party.step.step_back]
nl = "een stap terug"
en = "a step back"
from = "agreed"
to = "back"
by = "neighbour"

[lifecycle.party.step.bake]
nl = "taart bakken"
en = "bake a cake"
from = "agreed"
to = "stays"
by = "neighbour"

[lifecycle.party.step.hold]
nl = "vieren"
en = "hold it"
from = "agreed"
to = "held"
by = "itself"
needs = [{ done = "bake" }]

[lifecycle.party.step.lapse]
nl = "niets van gekomen"
en = "came to nothing"
from = ["planned", "agreed"]
to = "off"
by = "time"
once_past = "late"
"""


def festival(folder: Path) -> Workflow:
    """The small workflow, read from a file."""
    file = folder / "workflow.toml"
    file.write_text(FESTIVAL, encoding="utf-8")
    return load(file)


def drawn(
    workflow: Workflow, lifecycle: str, lang: str = "nl", standing: Standing | None = None
) -> Drawing:
    """The drawing of a lifecycle in a language."""
    return draw(workflow, lifecycle, Speaker(lang, workflow), standing)


WALKED = Standing(
    case="zomer",
    state="agreed",
    walked=(("plan", ("planned", "planned")), ("agree", ("planned", "agreed"))),
    open=frozenset({"bake", "step_back"}),
)
