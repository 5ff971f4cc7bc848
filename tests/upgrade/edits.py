"""A small workflow, and edits of it: some that change nothing, and some that do.

Each edit is what stood there and what stands there then; everything is made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samenwerk.definitions.read import read_text
from samenwerk.language.catalogue import Speaker
from samenwerk.proof.asked import Limits
from samenwerk.upgrade.comparing import compare
from samenwerk.upgrade.difference import Report, Side
from samenwerk.upgrade.written import as_text, paper

DAY = date(2027, 2, 1)

TEXT = '''\
[workflow]
id = "tuin"
version = "1"
nl = "Samen een tuin"
en = "A garden together"

[sort]
neighbour = { nl = "Buur", en = "Neighbour" }
school = { nl = "School", en = "School" }

[group.gardener]
nl = "tuinier"
en = "gardener"
sort = ["neighbour", "school"]

[role.treasurer]
nl = "penningmeester"
en = "treasurer"
exactly = 1

[parameter.ceiling]
nl = "hoogste bedrag"
en = "highest amount"
overlay = "range"
value = 100
at_least = 50
at_most = 500

[lifecycle.plan]
nl = "plan"
en = "plan"

[lifecycle.plan.state]
drafted = { nl = "ontworpen", en = "drafted", due = "4 weeks" }
adopted = { nl = "besloten", en = "adopted" }
stopped = { nl = "gestopt", en = "stopped", final = true }
planted = { nl = "geplant", en = "planted", final = true }

[lifecycle.plan.role.drafter]
nl = "ontwerper"
en = "drafter"

[lifecycle.plan.fact.cost]
nl = "kosten"
en = "cost"
type = "whole_number"
by = "treasurer"

[lifecycle.plan.fact.shade]
nl = "genoeg schaduw"
en = "enough shade"
type = "yes_no"
by = "drafter"

[lifecycle.plan.document.sketch]
nl = "schets"
en = "sketch"
by = "drafter"

[lifecycle.plan.decision.agreed]
nl = "instemming met het plan"
en = "agreement to the plan"
by = "gardener"
method = "qualified"
share = "2/3"
absent = "stays_open"

[lifecycle.plan.duty.account]
nl = "verantwoording"
en = "account"
by = "treasurer"
must = "check"
due = "2 weeks"
while_in = "adopted"

[lifecycle.plan.rule.affordable]
nl = "betaalbaar"
en = "affordable"
source = "Afspraken van de buurt 2027"
all = [{ fact = "cost", at_most = "ceiling" }]

[lifecycle.plan.rule.drawn]
nl = "getekend"
en = "drawn"
source = "Afspraken van de buurt 2027"
all = [{ document = "sketch" }, { fact = "shade", is = true }]

[lifecycle.plan.rule.carried]
nl = "gedragen"
en = "carried"
source = "Afspraken van de buurt 2027"
all = ["agreed"]

[lifecycle.plan.step.draft]
nl = "een plan ontwerpen"
en = "draft a plan"
to = "drafted"
by = "gardener"
act = "propose"
takes = "drafter"

[lifecycle.plan.step.adopt]
nl = "het plan vaststellen"
en = "adopt the plan"
from = "drafted"
to = "adopted"
by = "treasurer"
act = "decide"
needs = ["affordable", "drawn", "carried"]

[lifecycle.plan.step.stop]
nl = "stoppen"
en = "stop"
from = ["drafted", "adopted"]
to = "stopped"
by = "drafter"
act = "withdraw"

[lifecycle.plan.step.check]
nl = "de rekening nazien"
en = "look through the account"
from = "adopted"
to = "stays"
by = "treasurer"
act = "account"

[lifecycle.plan.step.plant]
nl = "planten"
en = "plant"
from = "adopted"
to = "planted"
by = "gardener"
act = "execute"
needs = [{ done = "check" }]
'''

Edit = Sequence[tuple[str, str]]

HARMLESS: dict[str, Edit] = {
    "labels": [('nl = "betaalbaar"', 'nl = "te betalen"'), ('en = "stop"', 'en = "end it"')],
    "sources": [("Afspraken van de buurt 2027", "Buurtafspraken, artikel 3")],
    "order": [
        ('needs = ["affordable", "drawn", "carried"]',
         'needs = ["carried", "affordable", "drawn"]'),
        ('from = ["drafted", "adopted"]', 'from = ["adopted", "drafted"]'),
    ],
    "a rule in place of what it asks": [
        ('needs = [{ done = "check" }]', 'needs = ["looked_through"]'),
        ("[lifecycle.plan.step.draft]", '[lifecycle.plan.rule.looked_through]\nnl = "nagezien"\n'
         'en = "looked through"\nall = [{ done = "check" }]\n\n[lifecycle.plan.step.draft]'),
    ],
    "what it asks in place of a rule": [
        ('needs = ["affordable", "drawn", "carried"]',
         'needs = ["affordable", { document = "sketch" }, { fact = "shade", is = true }, '
         '"carried"]'),
    ],
    "a rule renamed": [("affordable", "within_means")],
    "a number in place of a parameter": [('at_most = "ceiling"', "at_most = 100")],
    "not no is yes": [("is = true }]", "is_not = false }]")],
    "denied twice": [
        ('all = [{ document = "sketch" }, { fact = "shade", is = true }]',
         'all = [{ not = "undrawn" }, { fact = "shade", is = true }]'),
        ("[lifecycle.plan.rule.carried]", '[lifecycle.plan.rule.undrawn]\nnl = "zonder schets"\n'
         'en = "without a sketch"\nnone = [{ document = "sketch" }]\n\n'
         "[lifecycle.plan.rule.carried]"),
    ],
    "weeks in days": [
        ('due = "4 weeks"', 'due = "28 days"'), ('due = "2 weeks"', 'due = "14 days"'),
    ],
    "a share written otherwise": [('share = "2/3"', 'share = "4/6"')],
    "a bound that another one says already": [
        ('at_most = "ceiling" }]', 'at_most = "ceiling" }, { fact = "cost", less_than = 900 }]'),
    ],
}  # fmt: skip

REAL: dict[str, Edit] = {
    "ceiling": [("value = 100", "value = 120")],
    "second_way": [
        ('all = [{ document = "sketch" }, { fact = "shade", is = true }]',
         'any = [{ document = "sketch" }, { fact = "shade", is = true }]'),
    ],
    "one_more": [
        ('needs = [{ done = "check" }]', 'needs = [{ done = "check" }, { document = "sketch" }]'),
    ],
    "half": [('share = "2/3"', 'share = "1/2"')],
    "explained": [
        ('en = "affordable"\n', 'en = "affordable"\nseverity = "explain"\n'),
    ],
    "who": [('to = "adopted"\nby = "treasurer"', 'to = "adopted"\nby = ["treasurer", "drafter"]')],
    "days": [('due = "4 weeks"', 'due = "6 weeks"'), ('due = "2 weeks"', 'due = "1 month"')],
    "flow": [
        ("[lifecycle.plan.step.stop]", '[lifecycle.plan.step.reopen]\nnl = "heropenen"\n'
         'en = "reopen"\nfrom = "adopted"\nto = "drafted"\nby = "drafter"\nact = "propose"\n\n'
         "[lifecycle.plan.step.stop]"),
        ('from = ["drafted", "adopted"]', 'from = "drafted"'),
    ],
    "kept": [
        ("[lifecycle.plan]\n", '[transition.begun]\nnl = "wat al ontworpen was"\n'
         'en = "what was drafted already"\nsource = "Buurtbesluit 7"\nlifecycle = "plan"\n'
         'while_in = ["drafted"]\nopened_before = 2027-02-01\n'
         'needs = [{ document = "sketch" }]\nuntil = 2027-06-30\n\n[lifecycle.plan]\n'),
    ],
    "otherwise": [
        ('{ fact = "shade", is = true }]', '{ fact = "shade", is = true }, { known = "shade" }]'),
    ],
    "state": [
        ('planted = { nl = "geplant", en = "planted", final = true }\n', ""),
        ('to = "planted"', 'to = "stopped"'),
    ],
    "warned": [
        ('needs = [{ done = "check" }]', 'needs = [{ done = "check" }, "drawn"]'),
        ('en = "drawn"\n', 'en = "drawn"\nseverity = "warn"\n'),
    ],
}  # fmt: skip
"""Each changes something; what, stands in the pages beside the tests."""


def edited(edit: Edit) -> str:
    """The text after an edit, of which every part must be found."""
    text = TEXT
    for was, now in edit:
        assert was in text, was
        text = text.replace(was, now)
    return text


def side(text: str, name: str) -> Side:
    """One of two texts."""
    reading = read_text(text, file=f"{name}.toml")
    assert reading.workflow is not None, reading.diagnostics
    return Side(f"{name}.toml", reading.workflow, reading)


def report(edit: Edit, limits: Limits | None = None) -> Report:
    """What comparing finds."""
    sides = side(TEXT, "old"), side(edited(edit), "new")
    return compare(*sides, DAY, limits or Limits(members=3, cases=1))


def printed(found: Report, lang: str) -> str:
    """The report as a person reads it."""
    return as_text(paper(found, Speaker(lang)))
