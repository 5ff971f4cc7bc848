"""The register and the stories of the small workflow in the reference of the language.

The workflow itself stands in `reference_examples`, the page around them is `reference`.
"""

from __future__ import annotations

REGISTER = """\
[register.party]
noord = { sort = "aanbieder", nl = "Zorg Noord", en = "Care North" }
zuid = { sort = "aanbieder", nl = "Zorg Zuid", en = "Care South" }
raad_noord = { sort = "raad", belongs_to = "noord", nl = "Raad van Noord", en = "North Council" }

[register]
regions = [
  { map = "zorgkaart", region = "oost", who = "noord", starts = 2027-01-01 },
  { map = "zorgkaart", region = "west", who = "zuid", last_day = 2027-06-30 },
  { map = "zorgkaart", region = "oost", who = "zuid", starts = 2027-07-01 },
]
sits = [
  { table = "regiotafel", who = "noord", starts = 2027-01-01 },
  { table = "regiotafel", who = "zuid", starts = 2027-01-01, last_day = 2029-12-31 },
]
holds = [
  { role = "voorzitter", who = "noord", starts = 2027-01-01 },
  { role = "woordvoerder", who = "raad_noord", starts = 2027-01-01 },
]
gives = [
  { mandate = "tekenen", who = ["zuid"], to = "noord", starts = 2027-01-01, on = ["uren"] },
]
"""
"""As it stands in `register.toml`."""

SCENARIO = """\
[scenario.voorstel]
nl = "Zorg Noord stelt een balie voor"
en = "Care North plans a desk"
story = [
  { on=2027-01-04, who="noord", does="collaboration.begin", case="s" },
  { on=2027-01-05, who="noord", does="jaarplan.schrijf", case="j" },
  { on=2027-02-01, who="noord", does="balie.plan", case="b" },
    { with="nota", is="Nota" },
    { with="kosten", is="48000.00" },
    { state="gepland" },
]

[scenario.te_duur]
nl = "Samen open, maar duurder dan afgesproken"
en = "Open together, but dearer than agreed"
after = "voorstel"
set = { grens = 40000 }
story = [
  { on=2027-02-02, who="noord", case="b", says="for", about="samen_open" },
  { on=2027-02-03, who="noord", does="balie.openen", case="b", try=true },
    { with="einde", is=2027-12-31 },
    { verdict="not_yet", because=["samen_open", "betaalbaar", "advies_raden"] },
  { on=2027-02-03, who="zuid", case="b", says="for", about="samen_open" },
  { on=2027-02-04, who="raad_noord", for="radentafel", case="b", says="for", about="samen_open" },
  { on=2027-02-05, who="raad_noord", case="b", says="for", about="advies_raden" },
  { on=2027-02-15, who="noord", does="balie.openen", case="b", explains="Meer uren" },
    { with="einde", is=2027-12-31 },
    { verdict="allowed_with_explanation", because="betaalbaar", state="open" },
  { on=2028-01-01, settles=true },
    { state="dicht", case="b" },
]
"""
"""As it stands in `scenarios.toml`."""
