"""The small workflow that the examples of checks start from, and what they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.shown import Cases, Shown
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

BASE = """\
[workflow]
id = "voorbeeld"
version = "1"
nl = "Voorbeeld"

[sort]
aanbieder = { nl = "Aanbieder" }
gemeente = { nl = "Gemeente" }

[group]
deelnemer = { sort = ["aanbieder", "gemeente"], nl = "Deelnemer" }

[map]
zorgkaart = { one_region_each = true, nl = "Zorgkaart" }

[table]
regiotafel = { members = "deelnemer", nl = "Regiotafel" }

[role]
voorzitter = { sort = "aanbieder", exactly = 1, nl = "Voorzitter" }

[subject]
balie = { nl = "Balie" }

[mandate]
tekenen = { may = ["sign"], on = "balie", giver = "aanbieder", nl = "Tekenen" }

[fact]
kosten = { type = "money", by = "voorzitter", nl = "Kosten" }
vorm = { type = "choice", one_of = ["kort", "lang"], by = "voorzitter", nl = "Vorm" }
toelichting = { type = "text", by = "voorzitter", nl = "Toelichting" }

[document]
nota = { by = "voorzitter", nl = "Nota" }

[parameter]
grens = { value = 5000, at_most = 9000, nl = "Grens" }

[rule.betaalbaar]
nl = "Betaalbaar"
all = [{ fact = "kosten", at_most = "grens" }]

[decision.akkoord]
nl = "Akkoord"
by = "deelnemer"
method = "qualified"
share = "2/3"

[lifecycle.collaboration]
nl = "Samenwerking"
[lifecycle.collaboration.state]
lopend = { nl = "Lopend" }
klaar = { nl = "Klaar", final = true }
[lifecycle.collaboration.step.begin]
nl = "Beginnen"
to = "lopend"
by = "deelnemer"
[lifecycle.collaboration.step.stop]
nl = "Stoppen"
from = "lopend"
to = "klaar"
by = "voorzitter"
needs = ["betaalbaar", "akkoord", { document = "nota" }]
"""
"""A workflow without faults."""

TOP = """\
[workflow]
id = "regio"
version = "1"
nl = "Regio"
"""
HEAD = f'{TOP}extends = "./basis.toml@1"\n'
"""How a workflow begins that builds on it."""

REGISTER = """\
[register.party]
noord = { sort = "aanbieder", nl = "Noord" }
zuid = { sort = "aanbieder", nl = "Zuid" }
stad = { sort = "gemeente", nl = "Stad" }
[register]
sits = [{ table = "regiotafel", who = "noord", starts = 2027-01-01 }]
holds = [{ role = "voorzitter", who = "zuid", starts = 2027-01-01 }]
gives = [{ mandate = "tekenen", who = ["noord"], to = "zuid", starts = 2027-01-01 }]
"""
"""A register without faults for that workflow."""

MAP = f"""{REGISTER}regions = [
  {{ map = "zorgkaart", region = "oost", who = "noord", last_day = 2027-06-30 }},
  {{ map = "zorgkaart", region = "west", who = "noord", starts = 2027-07-01 }},
]
"""
"""The same with a party that moves to another region."""


FACTS = f"""{BASE}
[fact.ingang]
nl = "Ingangsdag"
type = "date"
by = "voorzitter"

[fact.uren]
nl = "Uren"
type = "whole_number"
per = "party"
by = "deelnemer"
"""
"""The same with a day, and a number for each party."""

VERSIONS = f"""{BASE}
[rule.tijdig]
nl = "Op tijd"
chosen_on = "today"
[rule.tijdig.version.eerst]
starts = 2028-01-01
all = [{{ document = "nota" }}]
[rule.tijdig.version.later]
starts = 2029-01-01
all = ["akkoord"]
"""
"""The same with a rule of which two versions hold one after the other."""

TASK = f"""{BASE}
[lifecycle.klus]
nl = "Klus"
under = "collaboration"
[lifecycle.klus.role]
keurder = {{ nl = "Keurder" }}
[lifecycle.klus.state]
loopt = {{ nl = "Loopt" }}
af = {{ nl = "Af", final = true }}
[lifecycle.klus.step.open]
nl = "Openen"
to = "loopt"
by = "deelnemer"
takes = "keurder"
[lifecycle.klus.step.rond_af]
nl = "Afronden"
from = "loopt"
to = "af"
by = "keurder"
"""
"""The same with a lifecycle that hangs under the first."""


def changed(old: str, new: str, text: str = BASE) -> str:
    """The example with one thing written otherwise."""
    assert old in text, old
    return text.replace(old, new, 1)


def plus(text: str, to: str = BASE) -> str:
    """The example with something written below it."""
    return f"{to}\n{text}"


def a_step(name: str, *lines: str, lifecycle: str = "collaboration") -> str:
    """One step as it is written in a lifecycle of the example."""
    head = f"[lifecycle.{lifecycle}.step.{name}]"
    return "\n".join([head, f'nl = "{name.capitalize()}"', *lines]) + "\n"


def over(text: str, base: str = BASE, asked: str = "./basis.toml@1") -> Shown:
    """A workflow of a region with this in it, that builds on the example."""
    return Shown(f'{TOP}extends = "{asked}"\n{text}', files={"basis.toml": base})


def found_while_reading(reading: Reading) -> Iterator[Diagnostic]:
    """The `check` of a fault that reading itself reports: there is nothing left to find."""
    return iter(())


__all__ = [
    "BASE", "FACTS", "HEAD", "MAP", "REGISTER", "TASK", "TOP", "VERSIONS", "Cases", "Shown",
    "a_step", "changed", "found_while_reading", "over", "plus",
]  # fmt: skip
