"""A small example of every condition, for the reference of the language.

They stand in the workflow of `reference_examples`; the page around them is `reference`.
"""

from __future__ import annotations

from collections.abc import Mapping

CONDITIONS: Mapping[str, str] = {
    "rule": '{ rule = "betaalbaar", severity = "warn" }',
    "not": '{ not = "aanmelden" }',
    "any": '{ any = ["samen_open", "voorbereid"] }',
    "fact": '{ fact = "kosten", at_least = 100, less_than = "grens" }',
    "known": '{ known = "kosten" }',
    "done": '{ done = "plan", by = "deelnemer", within = "6 months" }',
    "breach": '{ breach = "balie.openen" }',
    "not_done": '{ not_done = "openen" }',
    "decision": '{ decision = "samen_open", outcome = "against" }',
    "say": '{ say = "advies_raden" }',
    "duty": '{ duty = "evaluatie_sturen" }',
    "document": '{ document = "nota" }',
    "silent": '{ silent = "buiten_regio" }',
    "open": '{ open = "past_bij_visie", is = "ja" }',
    "mandate": '{ mandate = "tekenen" }',
    "case": '{ case = "jaarplan", in = "vast" }',
    "parent": '{ parent = "collaboration", in = "loopt" }',
    "rests_on": '{ rests_on = "jaarplan", in = "vast" }',
    "window": '{ window = "aanmelden" }',
    "queue": '{ queue = "om_de_beurt", first = true }',
    "pool": '{ pool = "budget", at_least = "kosten" }',
    "in": '{ some = "balie", in = ["gepland", "open"] }',
    "every": '{ every = "deelnemer", fact = "akkoord_eigen_bestuur", is = true }',
    "some": '{ some = "deelnemer", done = "plan" }',
    "no": '{ no = "balie", in = "open" }',
    "count": '{ count = "aanbieder", at_least = 2 }',
    "share": '{ share = "deelnemer", at_least = "1/2", done = "plan" }',
}
"""Of every word a condition can begin with, as a line among `needs` of a step of `balie`."""
