"""What kinds of names and values are called in the sentences about faults.

A fault carries these as messages ("kind.role"); the sentences themselves stand with the checks.
"""

from __future__ import annotations

from samenwerk.definitions.keys.schema import TYPES
from samenwerk.definitions.spelling.other_forms import KINDS

_KINDS = {
    "operand": ("gegeven, dag, instelling, berekening of stap",
                "fact, day, parameter, calculation or step"),
    "condition": ("regel, besluit, inspraak, plicht of periode",
                  "rule, decision, say, duty or window"),
    "must": ("stap, stuk of gegeven van deze levensloop",
             "step, document or fact of this lifecycle"),
    "instead": ("regel, besluit, periode of stuk", "rule, decision, window or document"),
    "who": ("soort, groep, tafel of rol", "sort, group, table or role"),
    "among": ("soort, groep, tafel, rol of levensloop", "sort, group, table, role or lifecycle"),
    "filled": ("gegeven, stuk of rol van deze levensloop",
               "fact, document or role of this lifecycle"),
    "share": ("instelling met een deel", "parameter that holds a share"),
    "zone": ("tijdzone", "time zone"),
    "sort": ("soort", "sort"),
    "group": ("groep", "group"),
    "map": ("kaart", "map"),
    "region": ("regio", "region"),
    "subject": ("onderwerp", "subject"),
    "table": ("tafel", "table"),
    "role": ("rol", "role"),
    "mandate": ("mandaat", "mandate"),
    "fact": ("gegeven", "fact"),
    "open": ("vraag", "question"),
    "silent": ("zwijgende regeling", "silence of the rules"),
    "document": ("stuk", "document"),
    "date": ("dag", "day"),
    "calendar": ("kalender", "calendar"),
    "parameter": ("instelling", "parameter"),
    "pool": ("pot", "pool"),
    "queue": ("wachtrij", "queue"),
    "calculation": ("berekening", "calculation"),
    "rule": ("regel", "rule"),
    "version": ("versie van een regel", "version of a rule"),
    "decision": ("besluit", "decision"),
    "say": ("inspraak", "say"),
    "duty": ("plicht", "duty"),
    "window": ("periode", "window"),
    "exception": ("uitzondering", "exception"),
    "effect": ("verzending", "effect"),
    "invariant": ("waarborg", "invariant"),
    "transition": ("overgangsregel", "transitional clause"),
    "lifecycle": ("levensloop", "lifecycle"),
    "state": ("fase", "state"),
    "step": ("stap", "step"),
    "scenario": ("verhaal", "scenario"),
    "party": ("partij", "party"),
    "text": ("tekst", "text"),
    "whole_number": ("geheel getal", "whole number"),
    "money": ("bedrag", "amount of money"),
    "term": ("termijn", "term"),
    "yes_no": ("ja of nee", "yes or no"),
    "parties": ("partijen, als { role = ... }", "parties, as { role = ... }"),
    "choice": ("keuze uit woorden", "choice of words"),
}  # fmt: skip

_GIVEN = {
    "text": ("een tekst", "a text"),
    "whole_number": ("een geheel getal", "a whole number"),
    "money": ("een bedrag, als 250 of \"250.00\"", "an amount, as 250 or \"250.00\""),
    "date": ("een dag, als 2027-01-31", "a day, as 2027-01-31"),
    "term": ("een termijn, als \"4 weeks\"", "a term, as \"4 weeks\""),
    "share": ("een deel, als \"2/3\"", "a part, as \"2/3\""),
    "yes_no": ("true of false", "true or false"),
    "parties": ("partijen, als { role = ... }", "parties, as { role = ... }"),
}
"""What a plugin is given, by the type of its parameter."""

_FOUND = {
    "flag": ("true of false", "true or false"),
    "number": ("een geheel getal", "a whole number"),
    "fraction": ("een getal met cijfers achter de punt", "a number with decimals"),
    "text": ("een tekst", "a text"),
    "list": ("een lijst", "a list"),
    "table": ("een tabel", "a table"),
    "day": ("een dag", "a day"),
    "moment": ("een tijdstip", "a moment"),
}

WORDING = {
    language: {
        **{f"kind.{name}": words[at] for name, words in _KINDS.items()},
        **{f"given.{name}": words[at] for name, words in _GIVEN.items()},
        "register.every_day": ("elke dag", "every day")[at],
        **{f"file.{name}": words[at] for name, words in KINDS.items()},
        **{f"found.{name}": words[at] for name, words in _FOUND.items()},
        **{f"type.{name}": (type.nl, type.en)[at] for name, type in TYPES.items()},
    }
    for at, language in enumerate(("nl", "en"))
}
"""The words, by language and message id."""
