"""Dutch words that people write where the language has an English one, for "did you mean".

Those of registers and stories stand with their own keys.
"""

from __future__ import annotations

from collections.abc import Mapping

DUTCH: Mapping[str, str] = {
    "werkwijze": "workflow", "soort": "sort", "groep": "group", "onderwerp": "subject",
    "tafel": "table", "kaart": "map", "regio": "region",
    "rol": "role", "mandaat": "mandate", "gegeven": "fact", "vraag": "open",
    "stuk": "document", "datum": "date", "dag": "date",
    "kalender": "calendar", "instelling": "parameter",
    "berekening": "calculation", "pot": "pool", "wachtrij": "queue", "verplaatst": "moves",
    "procent": "percent", "afronden": "round", "min": "less",
    "regel": "rule", "besluit": "decision", "inspraak": "say", "plicht": "duty",
    "periode": "window", "waarborg": "invariant", "overgangsregel": "transition",
    "levensloop": "lifecycle", "fase": "state", "stap": "step", "verhaal": "scenario",
    "versie": "version", "van": "from", "vanuit": "from", "naar": "to", "door": "by",
    "nodig": "needs", "voorwaarden": "needs", "bron": "source", "onder": "under",
    "waarde": "value", "minstens": "at_least", "hoogstens": "at_most", "een_van": "one_of",
    "alle": "all", "geen": "none", "niet": "not", "gedaan": "done", "bekend": "known",
    "ieder": "every", "elke": "every", "aantal": "count", "deel": "share", "methode": "method",
    "leden": "members", "niveau": "level", "eind": "final", "einde": "final",
    "laatste_dag": "last_day", "uitzondering": "exception",
    "antwoorden": "answers", "waarom": "why", "over": "on",
    "uitweg": "way_out", "delen": "parts", "neemt": "takes", "invullen": "fill_in",
    "legt_neer": "gives_up", "wie": "by", "naam": "nl", "verzending": "effect",
    "doel": "purpose", "waarvoor": "purpose",
}  # fmt: skip
"""Dutch words that people write for a word of the language."""
