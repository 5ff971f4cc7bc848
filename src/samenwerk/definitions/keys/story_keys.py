"""The lines of a story as tables: what each line is about, and what may stand beside it.

One source for who reads a story, for the schema of editors and for the reference; reading a
story is `scenarios`.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerk.definitions.keys.families import COMMON, FAMILIES
from samenwerk.definitions.keys.schema import DATE, PLAIN, TEXT, Key, Type
from samenwerk.values.declared import POSITIONS
from samenwerk.values.effect import HOW

VERDICTS = (
    "allowed", "allowed_with_explanation", "in_part", "not_yet", "not_you", "never", "breach",
)  # fmt: skip
GROUNDS = ("forbidden", "nothing_allows_it", "over")

_NAMES = {"anyOf": [TEXT, {"type": "array", "items": TEXT}]}
_BY_NAME = {"type": "object", "additionalProperties": PLAIN}

STORY_TYPES: Mapping[str, Type] = {
    "text": Type('een tekst, als "zo"', 'a text, as "this"', TEXT),
    "name": Type('een naam, als "noord"', 'a name, as "north"', TEXT),
    "day": Type("een dag, als 2027-02-01", "a day, as 2027-02-01", DATE),
    "value": Type("een waarde (tekst, getal, dag, true of false)",
                  "a value (a text, a number, a day, true or false)", PLAIN),
    "value_or_names": Type("een waarde, of een lijst van namen", "a value, or a list of names",
                           {"anyOf": [PLAIN, {"type": "array", "items": TEXT}]}),
    "value_or_table": Type("een waarde, of { partij = waarde } voor meer partijen",
                           "a value, or { party = value } for several parties",
                           {"anyOf": [PLAIN, _BY_NAME]}),
    "name_or_table": Type("een naam, of { gegeven = waarde } voor meer gegevens",
                          "a name, or { fact = value } for several facts",
                          {"anyOf": [TEXT, _BY_NAME]}),
    "named_values": Type("{ gegeven = waarde } voor meer gegevens",
                         "{ fact = value } for several facts", _BY_NAME),
    "names": Type('een naam, of een lijst als ["a", "b"]', 'a name, or a list as ["a", "b"]',
                  _NAMES),
    "groups": Type('een verdeling over nieuwe dossiers, als { oost = ["a", "b"] }',
                   'a division over new cases, as { east = ["a", "b"] }',
                   {"type": "object", "additionalProperties": _NAMES}),
    "true": Type("true", "true", {"const": True, "type": "boolean"}),
    "lines": Type("een lijst van regels tussen [ en ]", "a list of lines between [ and ]",
                  {"type": "array", "items": {"type": "object"}}),
    "table": Type("een rij namen met een waarde, als { grens = 6000 }",
                  "a row of names with a value, as { limit = 6000 }", {"type": "object"}),
}  # fmt: skip
"""What may stand at a key of a story."""

STORY_KEYS: Mapping[str, Key] = {key.name: key for key in (
    Key("on", "day", "de dag; geen: die van de regel erboven",
        "the day; none: that of the line above"),
    Key("who", "names", "wie het doet; een lijst: ieder na elkaar",
        "who does it; a list: each in turn"),
    Key("for", "names", "namens wie; bij een stap voor partijen: voor wie",
        "on whose behalf; of a step for parties: for whom"),
    Key("case", "name",
        "het dossier; geen: dat van de regel erboven (kwam dat er niet: het vorige)",
        "the case; none: that of the line above (if it never came: the one before)"),
    Key("under", "name", "het dossier waar het nieuwe onder hangt",
        "the case that the new one opens under"),
    Key("rests_on", "name", "het eerdere dossier waarop het voortbouwt",
        "the earlier case that it builds on"),
    Key("into", "groups", "de nieuwe dossiers van een splitsing, met wie waarheen gaat",
        "the new cases of a split, with who goes where"),
    Key("heir", "name", "welk nieuw dossier de erfgenaam is", "which of the new cases inherits"),
    Key("merges", "names", "de dossiers die hierin opgaan", "the cases that go up in this one"),
    Key("explains", "text", "de uitleg waarmee een regel niet gevolgd wordt",
        "the explanation with which a rule is not followed"),
    Key("anyway", "true", "het gebeurde, hoewel het niet mocht",
        "it happened, though it was not allowed"),
    Key("try", "true", "alleen beoordelen, niet doen", "judge it only, do not do it"),
    Key("about", "name", "het besluit of de inspraak waarover het gaat",
        "the decision or say that it is about"),
    Key("reasons", "text", "de redenen bij een standpunt", "the reasons for a position"),
    Key("is", "value", "de waarde, of de tekst van een stuk", "the value, or a document's text"),
    Key("of", "name", "de partij waarvan dit gegeven is", "the party whose fact this is"),
    Key("outcome", "text", "wat ervan kwam", "what came of it", words=HOW),
    Key("gives", "named_values", "wat de plug-in teruggaf, bij naam",
        "what the plugin gave back, by name"),
)}  # fmt: skip
"""What may stand beside the word that a line is about."""

EXPECTED: Mapping[str, Key] = {key.name: key for key in (
    Key("verdict", "text", "het oordeel", "the verdict", words=VERDICTS),
    Key("because", "names", "alles waaraan het ligt, bij naam", "all that it is due to, by name"),
    Key("warns", "names", "alles wat alleen waarschuwt, bij naam",
        "all that only warns, by name"),
    Key("hints", "names", "alle tips, bij naam", "all tips, by name"),
    Key("can", "names", "wie het wel kunnen", "who could do it"),
    Key("not_for", "names", "wie het niet kunnen; bij in_part: voor wie het niet is gedaan",
        "who could not; with in_part: for whom it was not done"),
    Key("ground", "text", "waarom het nooit kan", "why it never can be", words=GROUNDS),
    Key("earliest", "day", "de eerste dag waarop het kan", "the first day on which it can"),
    Key("state", "name", "de fase van het dossier daarna", "the state of the case afterwards"),
    Key("sends", "names", "alles wat daarna voor dit dossier nog te verzenden is",
        "all that is still to be sent for this case afterwards"),
)}  # fmt: skip
"""What can be expected of an act; all in one line, or in several below each other."""
EXPECTATIONS = tuple(EXPECTED)


@attrs.frozen
class Line:
    """One kind of line: the key that says what it is about, and the names of those beside it.

    `types` are the types of keys that have another one in this line than in others.
    """

    key: Key
    needed: tuple[str, ...]
    may: tuple[str, ...]
    types: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def keys(self) -> dict[str, Key]:
        """Every key that may stand in such a line, as it is read there."""
        keys = {self.key.name: attrs.evolve(self.key, needed=True)}
        for name in (*self.needed, *self.may):
            key = STORY_KEYS[name]
            type = self.types.get(name, key.type)
            keys[name] = attrs.evolve(key, type=type, needed=name in self.needed)
        return keys


_CASES = ("rests_on", "into", "heir", "merges")

LINES: Mapping[str, Line] = {line.key.name: line for line in (
    Line(Key("does", "name", "een stap zetten", "do a step"), ("who",),
         ("on", "case", "for", "under", "explains", "anyway", "try", *_CASES)),
    Line(Key("says", "text", "een standpunt geven", "give a position", words=POSITIONS),
         ("who", "about"), ("on", "case", "for", "reasons", "try")),
    Line(Key("records", "name_or_table", "een gegeven vastleggen", "record a fact"), ("who",),
         ("on", "case", "is", "for", "of", "try"), {"is": "value_or_table"}),
    Line(Key("hands_in", "names", "een stuk indienen", "hand in a document"), ("who", "is"),
         ("on", "case", "for", "try")),
    Line(Key("asks", "name", "vragen of een stap kan", "ask whether a step can be done"),
         ("who",), ("on", "case", "for", "under", "explains", *_CASES)),
    Line(Key("settles", "true", "de tijd laten verstrijken (true)", "let time pass (true)"), (),
         ("on",)),
    Line(Key("effect", "name", "een verzending die uitging", "an effect that was sent"),
         ("outcome",), ("on", "case", "gives")),
    Line(Key("with", "name", "wat bij de stap erboven wordt ingevuld",
             "what is filled in with the step above"), ("is",), (), {"is": "value_or_names"}),
)}  # fmt: skip
"""The kinds of line, by their word; a line of expectations has `EXPECTED` and `case`."""
ACT_WORDS = tuple(word for word in LINES if word != "with")
"""The word that makes a line an act, and tells which one."""

SCENARIO_KEYS = (*COMMON[:3], *FAMILIES["scenario"].keys)
"""What may stand at a story as a whole."""

STORY_DUTCH: Mapping[str, str] = {
    "verhaal": "story", "verhalen": "scenario", "na": "after", "naam": "nl", "op": "on",
    "dag": "on", "datum": "on", "wie": "who", "namens": "for", "voor": "for", "dossier": "case",
    "zaak": "case", "onder": "under", "rust_op": "rests_on", "erfgenaam": "heir",
    "uitleg": "explains", "toch": "anyway", "probeer": "try", "over": "about",
    "reden": "reasons", "redenen": "reasons",
    "waarde": "is", "van": "of", "doet": "does", "zet": "does", "zegt": "says",
    "legt_vast": "records", "dient_in": "hands_in", "vraagt": "asks", "met": "with",
    "verzending": "effect", "uitkomst": "outcome",
    "oordeel": "verdict", "omdat": "because", "waarschuwt": "warns", "fase": "state",
}  # fmt: skip
"""Dutch words that people write for a word of a story."""
TOP_DUTCH: Mapping[str, str] = {"verhaal": "scenario", "verhalen": "scenario"}
"""The same for the heading of a story."""
