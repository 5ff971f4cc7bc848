"""The fixed words of a value as Dutch people write them, and which one is certainly meant.

Which words may stand where is for `families` and `story_keys`; keys are `mending`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

DUTCH_WORDS: Mapping[str, str] = {
    "tekst": "text", "getal": "whole_number", "geheel_getal": "whole_number",
    "bedrag": "money", "geld": "money", "datum": "date", "dag": "date", "termijn": "term",
    "ja_nee": "yes_no", "ja_of_nee": "yes_no", "keuze": "choice",
    "spreken": "speak", "vragen": "ask", "voorstellen": "propose", "voorbereiden": "prepare",
    "verslag_doen": "report", "adviseren": "advise", "advies": "advise", "instemmen": "agree",
    "instemming": "agree", "stemmen": "vote", "besluiten": "decide", "weigeren": "refuse",
    "intrekken": "withdraw", "ondertekenen": "sign", "tekenen": "sign", "toetreden": "join",
    "aanvragen": "apply", "verantwoorden": "account", "betalen": "pay", "uitvoeren": "execute",
    "toezien": "monitor", "machtigen": "authorise", "opdracht_geven": "instruct",
    "unanimiteit": "unanimity", "unaniem": "unanimity", "meerderheid": "majority",
    "gekwalificeerd": "qualified", "gekwalificeerde_meerderheid": "qualified",
    "dubbel": "double", "dubbele_meerderheid": "double", "gezamenlijk": "joint",
    "leden": "members", "aanwezigen": "present", "vergadering": "meeting",
    "in_vergadering": "meeting", "schriftelijk": "writing",
    "tegenhouden": "block", "houdt_tegen": "block", "uitleggen": "explain", "uitleg": "explain",
    "waarschuwing": "warn", "waarschuwen": "warn", "tip": "hint",
    "gesloten": "closed", "strenger": "stricter",
    "voor": "for", "tegen": "against", "bezwaar": "object", "onthouding": "abstain",
    "mag": "allowed", "mag_met_uitleg": "allowed_with_explanation", "deels": "in_part",
    "nog_niet": "not_yet", "niet_door_u": "not_you", "nooit": "never", "schending": "breach",
}  # fmt: skip
"""Dutch words that people write for a fixed word of a value."""


def certain_word(written: str, known: Iterable[str]) -> str | None:
    """The fixed word that must have been meant: in Dutch, or with capitals or spaces in it.

    >>> certain_word("meerderheid", ["unanimity", "majority"]), certain_word("Not yet", ["not_yet"])
    ('majority', 'not_yet')
    >>> certain_word("majorty", ["unanimity", "majority"]) is None
    True
    """
    words = tuple(known)
    low = "_".join(written.lower().replace("-", " ").replace(",", " ").split())
    meant = DUTCH_WORDS.get(low, low)
    return meant if meant in words else None
