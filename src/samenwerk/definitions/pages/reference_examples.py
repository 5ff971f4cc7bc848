"""A small example of every family, for the reference of the language.

Together with those of `reference_conditions` the examples are one workflow, with the register
and stories of `reference_story`; a test reads and plays it. The page around them is `reference`.
"""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.definitions.pages.reference_calendars import CALENDARS
from samenwerk.definitions.pages.reference_changes import CHANGES
from samenwerk.definitions.pages.reference_effects import EFFECT
from samenwerk.definitions.pages.reference_invariants import INVARIANTS
from samenwerk.definitions.pages.reference_rules import RULES
from samenwerk.definitions.pages.reference_voices import VOICES

EXAMPLES: Mapping[str, str] = {
    "workflow": """\
[workflow]
id = "balie"
version = "2027.1"
nl = "Samen een balie"
en = "One desk together"
plugins = ["voorbeeld>=0.1"]
zone = "Europe/Amsterdam"
back_dating = "1 year"

[workflow.purpose]
nl = "Wie zorg zoekt, vraagt één keer."
en = "Who looks for care asks once."
""",
    "sort": """\
[sort.aanbieder]
nl = "Zorgaanbieder"
en = "Care provider"

[sort.raad]
nl = "Cliëntenraad"
en = "Client council"
belongs_to = "aanbieder"
""",
    "group": """\
[group.deelnemer]
nl = "Deelnemer"
en = "Member"
table = "regiotafel"
not_in = "toehoorder"

[group.iedereen]
nl = "Wie meedoet"
en = "Everyone who takes part"
sort = ["aanbieder", "raad"]

[group.oosten]
nl = "Aanbieder in het oosten"
en = "Provider in the east"
sort = "aanbieder"
map = "zorgkaart"
region = "oost"
""",
    "map": """\
[map.zorgkaart]
nl = "Zorgkaart"
en = "Care map"
one_region_each = true
""",
    "region": """\
[map.zorgkaart.region]
oost = { nl = "Oost", en = "East" }
west = { nl = "West", en = "West" }
""",
    "subject": """\
[subject]
balie = { nl = "De balie", en = "The desk" }
uren = { nl = "Openingstijden", en = "Opening hours", part_of = "balie" }
""",
    "table": """\
[table.regiotafel]
nl = "Regiotafel"
en = "Regional table"
level = "vertical"

[table.radentafel]
nl = "Tafel van de raden"
en = "Table of the councils"
level = "horizontal"
members = "raad"
speaks_at = "regiotafel"
representatives = "woordvoerder"
""",
    "role": """\
[role.voorzitter]
nl = "Voorzitter"
en = "Chair"
sort = "aanbieder"
exactly = 1

[role.woordvoerder]
nl = "Woordvoerder van de raden"
en = "Spokesperson of the councils"
sort = "raad"

[role.toehoorder]
nl = "Toehoorder"
en = "Listener"
never = ["vote", "decide"]
""",
    "mandate": """\
[mandate.tekenen]
nl = "Tekenen voor een aanbieder"
en = "Signing for a provider"
form = "volmacht"
may = ["sign", "decide"]
on = "balie"
giver = "aanbieder"
""",
    "fact": """\
[fact.kosten]
nl = "Kosten per jaar"
en = "Costs a year"
type = "money"
by = "voorzitter"

[fact.akkoord_eigen_bestuur]
nl = "Eigen bestuur is akkoord"
en = "Own board agrees"
type = "yes_no"
per = "party"
own = true
by = "deelnemer"
silence = false

[fact.gevolg]
nl = "Gevolg voor de wachttijd"
en = "Effect on the waiting time"
type = "choice"
one_of = ["shorter", "same"]
by = "voorzitter"

[fact.gevolg.word]
shorter = { nl = "korter", en = "shorter" }
same = { nl = "even lang", en = "just as long" }
""",
    "open": """\
[open.past_bij_visie]
nl = "Past dit bij de visie?"
en = "Does this fit the vision?"
why = "Wat past, is niet uit te rekenen."
by = "voorzitter"
answers = ["ja", "nee"]
""",
    "silent": RULES["silent"],
    "document": """\
[document.nota]
nl = "Impactnotitie"
en = "Impact note"
by = ["voorzitter", "balie.initiatiefnemer"]
""",
    "date": """\
[date]
start = { is = 2027-01-01, nl = "Begin van de afspraak" }
jaar_om = { term = "1 year", after = "start", nl = "Na een jaar" }
sluiting = { day = "06-30", year = "start", plus = "1 year", nl = "Sluiting" }
nieuw_jaar = { first = "new_year", after = "start", nl = "Het eerste nieuwe jaar" }
laatste = { latest = ["jaar_om", "sluiting"], nl = "De laatste van de twee" }
""",
    "calendar": CALENDARS["calendar"],
    "parameter": RULES["parameter"],
    "calculation": """\
[calculation.onvoorzien]
nl = "Onvoorzien"
en = "Unforeseen"
percent = 10
of_amount = "kosten"
round = "cent"

[calculation.alles_samen]
nl = "Alles samen"
en = "All together"
add = ["kosten", "onvoorzien"]
""",
    "pool": """\
[pool.budget]
nl = "Budget voor de balie"
en = "Budget for the desk"
amount = 250000
last_day = 2029-12-31
""",
    "queue": """\
[queue.om_de_beurt]
nl = "Wachten op de beurt"
en = "Waiting for a turn"
holds = "balie.gepland"
order = ["balie.plan"]
""",
    "effect": EFFECT,
    "rule": """\
[rule.betaalbaar]
nl = "Binnen het afgesproken bedrag"
en = "Within the agreed amount"
source = "Afspraken van de regiotafel, artikel 3"
severity = "explain"
or_explain = "nota"
all = [{ fact = "alles_samen", at_most = "grens" }]
way_out = { nl = "Begin kleiner, of leg uit waarom.", en = "Start smaller, or explain why." }

[rule.voorbereid]
nl = "Goed voorbereid"
en = "Well prepared"
at_least = 2
among = [{ known = "kosten" }, { document = "nota" }, "betaalbaar", "op_tijd"]
""",
    "version": RULES["version"],
    "decision": """\
[decision.samen_open]
nl = "Besluit om de balie te openen"
en = "Decision to open the desk"
by = "deelnemer"
method = "qualified"
share = "draagvlak"
held = "writing"
answer_within = "3 weeks"
absent = "stays_open"
second_person = true
""",
    "window": """\
[window.aanmelden]
nl = "Aanmelden"
en = "Applications"
opens = "start"
last_day = "sluiting"
""",
    "exception": """\
[window.aanmelden.exception.later]
nl = "Later aanmelden met een volledige nota"
en = "Apply later with a whole note"
last_day = { term = "1 month", after = "sluiting" }
needs = ["voorbereid"]
""",
    "invariant": INVARIANTS,
    "lifecycle": """\
[lifecycle.collaboration]
nl = "Samenwerking"
en = "Collaboration"

[lifecycle.balie]
nl = "Balie"
en = "Desk"
under = "collaboration"
rests_on = "jaarplan"
subject = "balie"

[lifecycle.jaarplan]
nl = "Jaarplan"
en = "Plan of the year"
under = "collaboration"
one = true

[lifecycle.reactie]
nl = "Reactie"
en = "Response"
under = "balie"
per = "deelnemer"

[lifecycle.balie.role]
initiatiefnemer = { nl = "Initiatiefnemer", en = "Initiator" }
bezetter = { nl = "Wie de balie bezet", en = "Who staffs the desk", many = true }

[lifecycle.balie.fact.einde]
nl = "Laatste dag van de proef"
en = "Last day of the trial"
type = "date"
""",
    "state": """\
[lifecycle.collaboration.state]
loopt = { nl = "Loopt", en = "Running" }
klaar = { nl = "Klaar", en = "Finished", final = true }

[lifecycle.balie.state]
gepland = { nl = "Gepland", en = "Planned", due = "8 weeks" }
open = { nl = "Open", en = "Open" }
dicht = { nl = "Gesloten", en = "Closed", final = true }

[lifecycle.reactie.state]
gegeven = { nl = "Gegeven", en = "Given", final = true }

[lifecycle.jaarplan.state]
opzet = { nl = "In opzet", en = "Drafted" }
vast = { nl = "Vastgesteld", en = "Adopted", final = true }
""",
    "step": """\
[lifecycle.collaboration.step.begin]
nl = "Beginnen"
en = "Begin"
to = "loopt"
by = "iedereen"

[lifecycle.collaboration.step.stop]
nl = "Stoppen"
en = "Stop"
from = "loopt"
to = "klaar"
by = "voorzitter"
needs = [{ no = "balie", in = ["gepland", "open"] }]

[lifecycle.balie.step.plan]
nl = "Een balie voorstellen"
en = "Plan a desk"
to = "gepland"
by = "iedereen"
act = "propose"
takes = "initiatiefnemer"
needs = ["aanmelden"]
fill_in = ["nota", "kosten"]

[lifecycle.balie.step.praten]
nl = "Erover praten"
en = "Talk about it"
from = "gepland"
to = "stays"
by = "voorzitter"

[lifecycle.balie.step.openen]
nl = "De balie openen"
en = "Open the desk"
from = "gepland"
to = "open"
by = "voorzitter"
act = "decide"
fill_in = "einde"
needs = ["samen_open", "betaalbaar", "voorbereid"]
moves = { amount = "alles_samen", out_of = "budget", into = "this" }

[lifecycle.balie.step.herzien]
nl = "Terug naar de tekentafel"
en = "Back to the drawing board"
from = "open"
back_before = "openen"
by = "voorzitter"

[lifecycle.balie.step.meedoen]
nl = "Meedoen"
en = "Join in"
from = "open"
to = "stays"
by = "iedereen"
takes = "bezetter"

[lifecycle.balie.step.stoppen]
nl = "Niet meer meedoen"
en = "Stop joining in"
from = "open"
to = "stays"
by = "iedereen"
gives_up = "bezetter"

[lifecycle.reactie.step.reageer]
nl = "Reageren"
en = "Respond"
to = "gegeven"
by = "deelnemer"

[lifecycle.balie.step.vergoed]
nl = "De kosten vergoeden"
en = "Refund the costs"
from = "open"
to = "stays"
by = "voorzitter"
for = "deelnemer"
partly = true
needs = [{ fact = "akkoord_eigen_bestuur", is = true }]

[lifecycle.balie.step.sluit]
nl = "De proef is voorbij"
en = "The trial is over"
from = "open"
to = "dicht"
by = "time"
once_past = "einde"

[lifecycle.jaarplan.step.schrijf]
nl = "Het jaarplan schrijven"
en = "Write the plan of the year"
to = "opzet"
by = "voorzitter"

[lifecycle.jaarplan.step.vaststel]
nl = "Het jaarplan vaststellen"
en = "Adopt the plan of the year"
from = "opzet"
to = "vast"
by = "voorzitter"
not_before = "start"
""",
    **VOICES,
    **CHANGES,
}
"""Of every family, as it stands in `workflow.toml`."""
