"""A small workflow with register and scenarios, and what running a command gives back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import attrs

WORKFLOW = """\
[workflow]
id = "balie"
version = "2027.1"
nl = "Gezamenlijke balie"

[sort]
provider = { nl = "Aanbieder" }

[group]
member = { sort = "provider", nl = "Deelnemer" }

[role]
chair = { sort = "provider", exactly = 1, nl = "Voorzitter" }

[mandate.speak_for]
nl = "Volmacht"
may = ["propose", "vote", "report"]
giver = "member"

[lifecycle.collaboration]
nl = "Samenwerking"
[lifecycle.collaboration.state]
active = { nl = "Actief" }
ended = { nl = "Beëindigd", final = true }
[lifecycle.collaboration.step.found]
nl = "Oprichten"
to = "active"
by = "chair"
[lifecycle.collaboration.step.end]
nl = "Beëindigen"
from = "active"
to = "ended"
by = "chair"

[lifecycle.change]
nl = "Wijziging"
under = "collaboration"
[lifecycle.change.role]
proposer = { nl = "Indiener" }
[lifecycle.change.state]
proposed = { nl = "Voorgesteld", due = "6 weeks" }
adopted = { nl = "Vastgesteld", final = true }
withdrawn = { nl = "Ingetrokken", final = true }
[lifecycle.change.fact.cost]
nl = "Kosten"
type = "money"
by = "member"
[lifecycle.change.fact.effect]
nl = "Ingangsdag"
type = "date"
[lifecycle.change.document.note]
nl = "Impactnotitie"
by = "proposer"
[lifecycle.change.decision.carry]
nl = "Draagvlak"
by = "member"
method = "qualified"
share = "2/3"
absent = "stays_open"
[lifecycle.change.rule.carried]
nl = "De regio draagt de wijziging"
source = "Afspraken 2026, art. 4"
all = ["carry"]
[lifecycle.change.step.open]
nl = "Voorstellen"
to = "proposed"
by = "member"
act = "propose"
takes = "proposer"
[lifecycle.change.step.adopt]
nl = "Vaststellen"
from = "proposed"
to = "adopted"
by = "chair"
act = "decide"
fill_in = ["effect"]
needs = ["carried", { document = "note" }]
[lifecycle.change.step.withdraw]
nl = "Intrekken"
from = "proposed"
to = "withdrawn"
by = "proposer"
act = "withdraw"
"""

REGISTER = """\
[register.party]
noord = { sort = "provider", nl = "Zorg Noord" }
zuid = { sort = "provider", nl = "Zorg Zuid" }
west = { sort = "provider", nl = "Zorg West" }
[register]
holds = [{ role = "chair", who = "zuid", starts = 2027-01-01 }]
gives = [
  { mandate = "speak_for", who = ["west"], to = "noord", last_day = 2027-02-28 },
]
"""

SCENARIOS = """\
[scenario.begin]
nl = "Oprichten en voorstellen"
story = [
  { on = 2027-02-01, who = "zuid", does = "collaboration.found", case = "s" },
  { on = 2027-02-02, who = "noord", does = "change.open", case = "w" },
  { on = 2027-02-03, who = "noord", case = "w", hands_in = "note", is = "Nota" },
]

[scenario.te_weinig]
nl = "Te weinig steun"
after = "begin"
story = [
  { on = 2027-02-04, who = "noord", case = "w", says = "for", about = "carry" },
  { on = 2027-02-05, who = "zuid", does = "change.adopt", case = "w" },
  { with = "effect", is = 2027-03-01 },
  { verdict = "not_yet", because = "carried", can = ["zuid", "west"] },
  { state = "proposed" },
  { on = 2027-02-06, who = "noord", for = "west", case = "w", says = "for", about = "carry" },
  { on = 2027-02-07, who = "zuid", does = "change.adopt", case = "w" },
  { with = "effect", is = 2027-03-01 },
  { state = "adopted" },
]
"""


@attrs.frozen
class Ran:
    """What a command gave back and printed."""

    code: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Ran]
"""Runs `samenwerk` with these words."""
