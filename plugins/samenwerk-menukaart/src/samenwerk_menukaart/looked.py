"""The rule `looked`: somebody looked for support not too long ago.

TOML can ask for the day; which support fits it cannot name. Use it as a hint or a warning.
"""

from __future__ import annotations

from datetime import date

from samenwerk import Answer, Message, Parameter, PluginRule, Question, Term
from samenwerk_menukaart.offers import OLD, PROBLEMS, fitting
from samenwerk_menukaart.wording import told

FACT, ABOUT = "support_looked_at", "support_about"
MOST = 3
"""So many offers are named."""


def judge(question: Question) -> Answer:
    """Yes when the day lies within the term, else no with the offers that fit the problem."""
    looked, within = question.fact(FACT), question.parameters["within"]
    term = within if isinstance(within, Term) else OLD
    if isinstance(looked, date) and term.after(looked) >= question.day:
        return Answer(2, Message("menukaart.looked", {"day": looked}))
    about = question.parameters["about"] or question.fact(ABOUT)
    known = str(about) if about in PROBLEMS else None
    named = tuple(told("name", one) for one in fitting(question.day, problem=known)[:MOST])
    ways = tuple(Message("menukaart.way", {"offer": one}) for one in named)
    if isinstance(looked, date):
        return Answer(0, Message("menukaart.looked_long_ago", {"day": looked, "offers": named}),
                      ways)  # fmt: skip
    return Answer(0, Message("menukaart.not_looked", {"offers": named}), ways)


LOOKED = PluginRule(
    name="looked",
    labels={"nl": "naar ondersteuning gekeken", "en": "looked for support"},
    judge=judge,
    parameters=(
        Parameter("about", "text", "", {"nl": "waarbij hulp nodig is", "en": "what help is for"}),
        Parameter("within", "term", OLD, {"nl": "hoe lang dat telt", "en": "how long it counts"}),
    ),
    reads=(FACT, ABOUT),
)
