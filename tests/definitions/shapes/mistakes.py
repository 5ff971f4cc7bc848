"""What a person who never wrote such a file gets wrong, one mistake at a time in a sound file.

Each mistake replaces one stretch of `SOUND`; what is printed for it stands in `nl.txt` and
`en.txt`. Run this file's neighbour `pages.py` to write those anew.
"""

from __future__ import annotations

SOUND = """\
# De werkwijze van de regio
[workflow]
id = "regio"
version = "1"
nl = "Regio"

[sort]
aanbieder = { nl = "Aanbieder" }
gemeente = { nl = "Gemeente" }

[group.deelnemer]
nl = "Deelnemer"
sort = ["aanbieder", "gemeente"]

[role]
voorzitter = { sort = "aanbieder", exactly = 1, nl = "Voorzitter" }

[fact.kosten]
nl = "Kosten"
type = "money"
by = "voorzitter"

[fact.aantal]
nl = "Aantal"
type = "whole_number"
by = "voorzitter"

[document.nota]
nl = "Nota"
by = "voorzitter"

[parameter.grens]
nl = "Grens"
value = 5000
at_most = 9000

[parameter.bedenktijd]
nl = "Bedenktijd"
value = "4 weeks"

[date.peildatum]
nl = "Peildatum"
is = 2027-03-01

[rule.betaalbaar]
nl = "Betaalbaar"
source = "Afspraak van de tafel"
all = [{ fact = "kosten", at_most = 1250.50 }]

[decision.akkoord]
nl = "Akkoord"
by = "deelnemer"
method = "qualified"
share = "2/3"
answer_within = "4 weeks"

[lifecycle.collaboration]
nl = "Samenwerking"

[lifecycle.collaboration.state]
lopend = { nl = "Lopend", due = "4 weeks" }
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
not_before = 2027-03-01
source = "Afspraak van de tafel"
needs = [
  "betaalbaar",
  "akkoord",
  { document = "nota" },
]
"""
"""A workflow without faults."""

MISTAKES: dict[str, tuple[str, str]] = {
    # What a word processor makes of it
    "curly quotes": ('nl = "Regio"', "nl = “Regio”"),
    "low and high quotes": ('nl = "Regio"', "nl = „Regio”"),
    "curly single quotes": ('nl = "Regio"', "nl = ‘Regio’"),
    "guillemets": ('nl = "Regio"', "nl = «Regio»"),
    "curly quotes in a list": ('["aanbieder", "gemeente"]', "[“aanbieder”, “gemeente”]"),
    "curly quotes between braces": (
        '{ fact = "kosten", at_most = 1250.50 }', "{ fact = “kosten”, at_most = 1250.50 }"),
    "a straight quote closed by a curly one": ('nl = "Regio"', 'nl = "Regio”'),
    "a curly quote closed by a straight one": ('nl = "Regio"', 'nl = “Regio"'),
    "curly quotes around a number": ("value = 5000", "value = “5000”"),
    "backticks": ('nl = "Regio"', "nl = `Regio`"),
    "two single quotes for a double one": ('nl = "Regio"', "nl = ''Regio''"),
    "a no-break space before a key": ('nl = "Regio"', '\u00a0\u00a0nl = "Regio"'),
    "a no-break space around the sign": ('nl = "Regio"', 'nl\u00a0=\u00a0"Regio"'),
    "a no-break space in a list": ('  { document = "nota" },', '\u00a0 { document = "nota" },'),
    "a no-break space between braces": (
        '{ nl = "Gemeente" }', '{\u00a0nl\u00a0=\u00a0"Gemeente"\u00a0}'),
    "a no-break space in a heading": ("[fact.kosten]", "[fact.kosten]\u00a0"),
    "a no-break space in a term": ('value = "4 weeks"', 'value = "4\u00a0weeks"'),
    "a zero-width space before a heading": ("[fact.kosten]", "\u200b[fact.kosten]"),
    "a zero-width space in a name": ("[fact.kosten]", "[fact.kos\u200bten]"),
    "a zero-width space in a reference": ('fact = "kosten"', 'fact = "kos\u200bten"'),
    "a soft hyphen in a key": ("version", "ver\u00adsion"),
    "a soft hyphen in a reference": ('by = "voorzitter"', 'by = "voor\u00adzitter"'),
    "an ideographic space": ('nl = "Regio"', 'nl\u3000= "Regio"'),
    "a thin space between thousands": ("value = 5000", "value = 5\u2009000"),
    "a bullet": ('nl = "Regio"', '• nl = "Regio"'),
    "a dash as a bullet": ('nl = "Regio"', '- nl = "Regio"'),
    "a star as a bullet": ('nl = "Regio"', '* nl = "Regio"'),
    "numbered lines": ('nl = "Regio"', '1. nl = "Regio"'),
    "an en dash for a minus": ("value = 5000", "value = –5000"),
    "an en dash in a day": ("is = 2027-03-01", "is = 2027–03–01"),
    "dots left out with an ellipsis": ("value = 5000", "value = …"),
    "three dots for a value": ("value = 5000", "value = ..."),
    "a curly quote for inches of a remark": ("# De werkwijze", "“De werkwijze"),
    "a form feed": ("[fact.kosten]", "\f[fact.kosten]"),
    "a line separator": ('id = "regio"\n', 'id = "regio"\u2028'),
    "a fullwidth equals sign": ('nl = "Regio"', 'nl ＝ "Regio"'),
    "a cyrillic letter in a key": ('version = "1"', 'v\u0435rsion = "1"'),
    # Dutch
    "a Dutch key": ('source = "Afspraak van de tafel"\nall', 'bron = "Afspraak van de tafel"\nall'),
    "a Dutch key: by": ('to = "lopend"\nby', 'to = "lopend"\nwie'),
    "a Dutch key: to": ('to = "klaar"', 'naar = "klaar"'),
    "a Dutch key: from": ('from = "lopend"', 'van = "lopend"'),
    "a Dutch key: version": ('version = "1"', 'versie = "1"'),
    "a Dutch key: name": ('nl = "Regio"', 'naam = "Regio"'),
    "a Dutch key: value": ("value = 5000", "waarde = 5000"),
    "a Dutch key: needs": ("needs = [", "nodig = ["),
    "a key in capitals": ('version = "1"', 'Version = "1"'),
    "a Dutch heading": ("[rule.betaalbaar]", "[regel.betaalbaar]"),
    "a Dutch heading of a step": (
        "[lifecycle.collaboration.step.stop]", "[lifecycle.collaboration.stap.stop]"),
    "a Dutch lifecycle": ("[lifecycle.collaboration]\n", "[levensloop.collaboration]\n"),
    "a Dutch workflow": ("[workflow]", "[werkwijze]"),
    "a heading in capitals": ("[rule.betaalbaar]", "[Rule.betaalbaar]"),
    "a step at the top": ("[lifecycle.collaboration.step.stop]", "[step.stop]"),
    "a plural heading": ("[rule.betaalbaar]", "[rules.betaalbaar]"),
    "ja": ("final = true", "final = ja"),
    "Ja": ("final = true", "final = Ja"),
    "waar": ("final = true", "final = waar"),
    "onwaar": ("final = true", "final = onwaar"),
    "yes": ("final = true", "final = yes"),
    "True": ("final = true", "final = True"),
    "TRUE": ("final = true", "final = TRUE"),
    "true between quotes": ("final = true", 'final = "true"'),
    "ja between quotes": ("final = true", 'final = "ja"'),
    "1 for true": ("final = true", "final = 1"),
    "geen": ("value = 5000", "value = geen"),
    "a Dutch type": ('type = "money"', 'type = "bedrag"'),
    "a Dutch term": ('value = "4 weeks"', 'value = "4 weken"'),
    "a Dutch term at a key": ('due = "4 weeks"', 'due = "4 weken"'),
    "a short term": ('due = "4 weeks"', 'due = "4 wk"'),
    "a bare term": ('due = "4 weeks"', "due = 4 weken"),
    "a term written as a word": ('due = "4 weeks"', 'due = "vier weken"'),
    "a number where a term belongs": ('due = "4 weeks"', "due = 4"),
    # Quotes
    "no quotes": ('by = "voorzitter"\n\n[fact.aantal]', "by = voorzitter\n\n[fact.aantal]"),
    "no quotes around more words": ('nl = "Regio"', "nl = De regio Noord"),
    "no quotes in a list": ('["aanbieder", "gemeente"]', "[aanbieder, gemeente]"),
    "no quotes between braces": ('{ document = "nota" }', "{ document = nota }"),
    "no closing quote": ('nl = "Regio"', 'nl = "Regio'),
    "no opening quote": ('nl = "Regio"', 'nl = Regio"'),
    "no closing quote in a list": ('["aanbieder", "gemeente"]', '["aanbieder, "gemeente"]'),
    "no closing quote between braces": ('{ document = "nota" }', '{ document = "nota }'),
    "a quote inside a text": ('nl = "Regio"', 'nl = "De "oude" regio"'),
    "a double quote closed by a single one": ('nl = "Regio"', "nl = \"Regio'"),
    "quotes around a key": ('nl = "Regio"', '"nl = "Regio"'),
    "quotes around the whole line": ('nl = "Regio"', '"nl = Regio"'),
    "doubled quotes": ('nl = "Regio"', 'nl = ""Regio""'),
    "quotes around a whole number": ("exactly = 1", 'exactly = "1"'),
    "quotes around a day": ("is = 2027-03-01", 'is = "2027-03-01"'),
    "quotes around a list": ('["aanbieder", "gemeente"]', '"[aanbieder, gemeente]"'),
    # Numbers
    "a comma for the point": ("at_most = 1250.50 }", "at_most = 1250,50 }"),
    "a comma for the point on a line of its own": ("value = 5000", "value = 5000,50"),
    "zero with a comma": ("value = 5000", "value = 0,5"),
    "a point between thousands": ("value = 5000", "value = 5.000"),
    "points and a comma": ("value = 5000", "value = 1.250,50"),
    "points and a comma between braces": ("at_most = 1250.50 }", "at_most = 1.250,50 }"),
    "a comma between thousands": ("value = 5000", "value = 1,250.50"),
    "a space between thousands": ("value = 5000", "value = 5 000"),
    "an euro sign": ("value = 5000", "value = € 5000"),
    "an euro sign with points and a comma": ("value = 5000", "value = € 1.250,50"),
    "euro as a word": ("value = 5000", "value = 5000 euro"),
    "a comma and a dash": ("value = 5000", "value = 5000,-"),
    "a point and a dash between braces": ("at_most = 1250.50 }", "at_most = 1250,- }"),
    "an amount between quotes": ("value = 5000", 'value = "€ 5.000,-"'),
    "an amount with a comma between quotes": ("at_most = 1250.50 }", 'at_most = "1250,50" }'),
    "k for thousands": ("value = 5000", "value = 5k"),
    "a percentage": ("value = 5000", "value = 50%"),
    "a percentage with a space": ("value = 5000", "value = 50 %"),
    "a percentage as a share": ('share = "2/3"', "share = 67%"),
    "a percentage between quotes": ('share = "2/3"', 'share = "67%"'),
    "a bare fraction": ('share = "2/3"', "share = 2/3"),
    "a fraction sign": ('share = "2/3"', "share = ½"),
    "a fraction sign between quotes": ('share = "2/3"', 'share = "½"'),
    "a share as a word": ('share = "2/3"', 'share = "twee derde"'),
    "a share with a comma": ('share = "2/3"', "share = 0,67"),
    "a zero first": ("value = 5000", "value = 05000"),
    "a point without a zero": ("value = 5000", "value = .5"),
    "a point at the end": ("value = 5000", "value = 5000."),
    "a number as a word": ("exactly = 1", "exactly = een"),
    "at least in signs": ("value = 5000", "value = >= 5000"),
    "a sum": ("value = 5000", "value = 5 * 1000"),
    # Days and times
    "day-month-year": ("is = 2027-03-01", "is = 1-3-2027"),
    "day/month/year": ("is = 2027-03-01", "is = 01/03/2027"),
    "day.month.year": ("is = 2027-03-01", "is = 1.3.2027"),
    "day-month-year between quotes": ("is = 2027-03-01", 'is = "1-3-2027"'),
    "day-month-year at a step": ("not_before = 2027-03-01", "not_before = 01-03-2027"),
    "a short year": ("is = 2027-03-01", "is = 1-3-27"),
    "a month as a word": ("is = 2027-03-01", "is = 1 maart 2027"),
    "a month as an English word": ("is = 2027-03-01", "is = 1 March 2027"),
    "a month as a word between quotes": ("is = 2027-03-01", 'is = "1 maart 2027"'),
    "no zeros in a day": ("is = 2027-03-01", "is = 2027-3-1"),
    "slashes in a day": ("is = 2027-03-01", "is = 2027/03/01"),
    "a day that does not exist": ("is = 2027-03-01", "is = 2027-02-30"),
    "day-month-year that does not exist": ("is = 2027-03-01", "is = 30-2-2027"),
    "a month too many": ("is = 2027-03-01", "is = 2027-13-01"),
    "a year and a month": ("is = 2027-03-01", "is = 2027-03"),
    "a year only": ("is = 2027-03-01", "is = 2027"),
    "a day as one number": ("is = 2027-03-01", "is = 20270301"),
    "a time with a point": ("is = 2027-03-01", "is = 9.30"),
    "a time with a colon": ("is = 2027-03-01", "is = 9:30"),
    "a day with a time": ("is = 2027-03-01", "is = 2027-03-01 09:30"),
    "today in Dutch": ("is = 2027-03-01", 'is = "vandaag"'),
    # Signs
    "a colon for the equals sign": ('nl = "Regio"', 'nl: "Regio"'),
    "a colon and an equals sign": ('nl = "Regio"', 'nl := "Regio"'),
    "two equals signs": ('nl = "Regio"', 'nl == "Regio"'),
    "an arrow": ('nl = "Regio"', 'nl => "Regio"'),
    "no equals sign": ('nl = "Regio"', 'nl "Regio"'),
    "is for the equals sign": ('nl = "Regio"', 'nl is "Regio"'),
    "a colon between braces": ('{ document = "nota" }', '{ document: "nota" }'),
    "quoted keys with colons": ('{ document = "nota" }', '{ "document": "nota" }'),
    "a semicolon at the end": ('nl = "Regio"', 'nl = "Regio";'),
    "a comma at the end": ('nl = "Regio"', 'nl = "Regio",'),
    "a full stop at the end": ('nl = "Regio"', 'nl = "Regio".'),
    "a remark with //": ("# De werkwijze van de regio", "// De werkwijze van de regio"),
    "a remark with ;": ("# De werkwijze van de regio", "; De werkwijze van de regio"),
    "a remark with --": ("# De werkwijze van de regio", "-- De werkwijze van de regio"),
    "a remark with /* */": ("# De werkwijze van de regio", "/* De werkwijze van de regio */"),
    "a remark with <!-- -->": ("# De werkwijze van de regio", "<!-- De werkwijze -->"),
    "a remark behind with //": ('nl = "Regio"', 'nl = "Regio" // onze regio'),
    "a remark behind with ;": ('nl = "Regio"', 'nl = "Regio" ; onze regio'),
    "a remark without a sign": ("# De werkwijze van de regio", "De werkwijze van de regio"),
    "a line of dashes": ("# De werkwijze van de regio", "----------"),
    "a line of equals signs": ("# De werkwijze van de regio", "=========="),
    "a code fence": ("# De werkwijze van de regio", "```toml"),
    "a path of Windows": (
        'source = "Afspraak van de tafel"\nall', 'source = "C:\\Users\\tafel.docx"\nall'),
    "a path of Windows with a known letter": (
        'source = "Afspraak van de tafel"\nall', 'source = "C:\\nota\\tafel.docx"\nall'),
    # Brackets and braces
    "a comma after the last part between braces": (
        '{ document = "nota" }', '{ document = "nota", }'),
    "braces over two lines": (
        '{ nl = "Lopend", due = "4 weeks" }', '{\n  nl = "Lopend",\n  due = "4 weeks"\n}'),
    "braces broken after a comma": (
        '{ nl = "Lopend", due = "4 weeks" }', '{ nl = "Lopend",\n  due = "4 weeks" }'),
    "no comma in a list": ('["aanbieder", "gemeente"]', '["aanbieder" "gemeente"]'),
    "no comma at the end of a line in a list": ('  "betaalbaar",\n', '  "betaalbaar"\n'),
    "no comma between braces": ('fact = "kosten", at_most', 'fact = "kosten" at_most'),
    "a semicolon in a list": ('["aanbieder", "gemeente"]', '["aanbieder"; "gemeente"]'),
    "and in a list": ('["aanbieder", "gemeente"]', '["aanbieder" en "gemeente"]'),
    "two commas": ('["aanbieder", "gemeente"]', '["aanbieder",, "gemeente"]'),
    "no closing bracket": ('["aanbieder", "gemeente"]', '["aanbieder", "gemeente"'),
    "no closing bracket of a long list": (
        '  { document = "nota" },\n]', '  { document = "nota" },\n'),
    "no opening bracket": ('["aanbieder", "gemeente"]', '"aanbieder", "gemeente"]'),
    "a list without brackets": ('["aanbieder", "gemeente"]', '"aanbieder", "gemeente"'),
    "round brackets": ('["aanbieder", "gemeente"]', '("aanbieder", "gemeente")'),
    "braces for a list": ('["aanbieder", "gemeente"]', '{"aanbieder", "gemeente"}'),
    "a bracket closed by a brace": ('["aanbieder", "gemeente"]', '["aanbieder", "gemeente"}'),
    "a brace closed by a bracket": ('{ document = "nota" }', '{ document = "nota" ]'),
    "no closing brace": ('{ nl = "Gemeente" }', '{ nl = "Gemeente"'),
    "brackets for braces": ('{ document = "nota" }', '[ document = "nota" ]'),
    "a bracket too many": ('["aanbieder", "gemeente"]', '["aanbieder", "gemeente"]]'),
    # Headings and names
    "double brackets": ("[rule.betaalbaar]", "[[rule.betaalbaar]]"),
    "double brackets around a family": ("[rule.betaalbaar]", "[[rule]]"),
    "a heading without its last bracket": ("[rule.betaalbaar]", "[rule.betaalbaar"),
    "a heading without brackets": ("[rule.betaalbaar]", "rule.betaalbaar"),
    "a heading with a colon": ("[rule.betaalbaar]", "rule betaalbaar:"),
    "a heading between other brackets": ("[rule.betaalbaar]", "(rule.betaalbaar)"),
    "a heading between angles": ("[rule.betaalbaar]", "<rule.betaalbaar>"),
    "a heading as in a wiki": ("[rule.betaalbaar]", "## rule.betaalbaar"),
    "a heading with a space": ("[rule.betaalbaar]", "[rule betaalbaar]"),
    "a name with a space": ("[rule.betaalbaar]", "[rule.is betaalbaar]"),
    "a name with a space between quotes": ("[rule.betaalbaar]", '[rule."is betaalbaar"]'),
    "a name with an accent": ("[document.nota]", "[document.nóta]"),
    "a name with an accent between quotes": ("[document.nota]", '[document."nóta"]'),
    "a name with a slash": ("[document.nota]", "[document.nota/brief]"),
    "a name with a digit first": ("[document.nota]", "[document.2e-nota]"),
    "a name with capitals": ("[document.nota]", "[document.Nota]"),
    "a name with a dot": ("[document.nota]", "[document.nota.kort]"),
    "an empty name": ("[document.nota]", "[document.]"),
    "an empty name between quotes": ("[document.nota]", '[document.""]'),
    "an empty heading": ("[document.nota]", "[]"),
    "a key with a space": ("not_before =", "not before ="),
    "a key with a dash": ("not_before =", "not-before ="),
    "a key with an accent": ("gemeente = {", "gemeenté = {"),
    "a heading twice": ("[document.nota]", "[fact.kosten]"),
    "a key twice": ('to = "klaar"', 'from = "klaar"'),
    "a family that is a table and a line": ("[document.nota]", "[fact.kosten.nl]"),
    "a reference with capitals": ('by = "deelnemer"\nmethod', 'by = "Deelnemer"\nmethod'),
    "a reference to what people read": ('{ document = "nota" }', '{ document = "De nota" }'),
    "a reference with a space": ('by = "deelnemer"\nmethod', 'by = "deelnemer "\nmethod'),
}  # fmt: skip
"""What the mistake is, what stood there, and what stands there now."""

SEVERAL = {
    "curly quotes in a list": 2,
    "no quotes in a list": 2,
    "double brackets around a family": 2,
    "a name with a space between quotes": 2,
    "a name with an accent between quotes": 2,
    "a name with a digit first": 2,
    "an empty name between quotes": 2,
}
"""Where a mistake was made twice, or a name is gone that is used elsewhere: how many findings."""

ELSEWHERE = {
    "double brackets around a family": {45, 77},
    "a name with a space between quotes": {45, 77},
    "a name with an accent between quotes": {28, 79},
    "a name with a digit first": {28, 79},
    "an empty name between quotes": {28, 79},
    "a name with capitals": {79},
    "a heading as in a wiki": {46},
    "no closing bracket of a long list": {76},
}
"""Where a mistake comes to light on another line than it was made."""

MEANT_OTHERWISE: dict[str, str] = {
    "curly quotes around a number": 'value = "5000"',
    "an en dash for a minus": "value = -5000",
    "no quotes around more words": 'nl = "De regio Noord"',
    "onwaar": "final = false",
    "a comma for the point on a line of its own": "value = 5000.50",
    "zero with a comma": "value = 0.5",
    "points and a comma": "value = 1250.50",
    "a comma between thousands": "value = 1250.50",
    "an euro sign with points and a comma": "value = 1250.50",
    "a point and a dash between braces": "at_most = 1250 }",
    "a fraction sign": 'share = "1/2"',
    "a fraction sign between quotes": 'share = "1/2"',
    "a share with a comma": "share = 0.67",
    "a point without a zero": "value = 0.5",
    "today in Dutch": 'is = "today"',
    "a path of Windows": "source = 'C:\\Users\\tafel.docx'\nall",
}
"""What a mend makes of it, where that is not what stood there before."""

NOT_SEEN = {"a path of Windows with a known letter"}
"""Mistakes that leave a file that says something else, and is sound."""


def made() -> dict[str, str]:
    """The sound file with each mistake in it."""
    found = {}
    for name, (old, new) in MISTAKES.items():
        assert old in SOUND, name
        found[name] = SOUND.replace(old, new, 1)
    return found
