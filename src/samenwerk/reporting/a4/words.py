"""What the A4 says, in Dutch and English."""

from __future__ import annotations

WORDING = {
    "nl": {
        "report.a4.title": "{id} op één A4",
        "report.a4.said": "stand op {day}; werkwijze {workflow}, versie {version}",
        "report.a4.rehearsal": "dit is een oefening; stand op {day}; werkwijze {workflow}, versie "
        "{version}",
        "report.a4.head.why": "waarom we dit doen",
        "report.a4.head.agreed": "wat we afspraken",
        "report.a4.head.runs": "wat er loopt",
        "report.a4.head.needed": "wat er nu nodig is",
        "report.a4.head.ask": "bij wie u terechtkunt",
        "report.a4.why.none": "er is nog niets begonnen",
        "report.a4.why.since": "sinds {since} wordt hieraan gewerkt, nu door {count} "
        "{count|organisatie|organisaties}",
        "report.a4.why.source": "de werkwijze rust op: {source}",
        "report.a4.why.sealed": "waar dossiers voor zijn, staat in {count} vrije "
        "{count|tekst|teksten}; {count|die komt|die komen} hier alleen als daarom gevraagd is",
        "report.a4.agreed.none": "er is nog niets afgesproken",
        "report.a4.runs.none": "er loopt nu niets",
        "report.a4.needed.none": "er is nu niets nodig",
        "report.a4.ask.none": "er is nog niemand aangewezen",
        "report.a4.fact": "{fact}: {value}",
        "report.a4.case": "{case} ({kind})",
        "report.a4.decided": "{decision}: {counts} ({day})",
        "report.a4.counted": "{count} {position}",
        "report.a4.runs": "{state}, sinds {since}",
        "report.a4.late": "te laat sinds {day}",
        "report.a4.until": "uiterlijk {day}",
        "report.a4.role": "{role} ({cases})",
        "report.a4.begun": "begon {cases}",
        "report.a4.need.plain": "{what} ({case})",
        "report.a4.need.ready": "kan nu: {what} ({case})",
        "report.a4.need.step": "{what} ({case}, voor: {step})",
        "report.a4.need.by": "{what} ({case}), uiterlijk {day}",
        "report.a4.need.late": "{what} ({case}), te laat sinds {day}",
        "report.a4.who": "{who|of}",
        "report.a4.who.many": "{who} of een van {count} andere",
        "report.a4.not_looked": "van nog {count} {count|dossier|dossiers} is hier niet uitgezocht "
        "wat {count|het|ze} nodig {count|heeft|hebben}",
        "report.a4.more": "en nog {count} {count|punt|punten}",
        "report.a4.short.rows": "om op één bladzijde te passen {rows|is|zijn} {rows} "
        "{rows|punt|punten} weggelaten; alles staat op de muur: samenwerk report wall",
        "report.a4.short.texts": "om op één bladzijde te passen {texts|is|zijn} {texts} "
        "{texts|tekst|teksten} ingekort; alles staat op de muur: samenwerk report wall",
        "report.a4.short.both": "om op één bladzijde te passen {rows|is|zijn} {rows} "
        "{rows|punt|punten} weggelaten en {texts} {texts|tekst|teksten} ingekort; alles staat op "
        "de muur: samenwerk report wall",
    },
    "en": {
        "report.a4.title": "{id} on one A4",
        "report.a4.said": "as on {day}; workflow {workflow}, version {version}",
        "report.a4.rehearsal": "this is a rehearsal; as on {day}; workflow {workflow}, version "
        "{version}",
        "report.a4.head.why": "why we do this",
        "report.a4.head.agreed": "what we agreed",
        "report.a4.head.runs": "what is running",
        "report.a4.head.needed": "what is needed now",
        "report.a4.head.ask": "who you can ask",
        "report.a4.why.none": "nothing has begun yet",
        "report.a4.why.since": "this has been worked on since {since}, now by {count} "
        "{count|party|parties}",
        "report.a4.why.source": "the workflow rests on: {source}",
        "report.a4.why.sealed": "what cases are for stands in {count} free {count|text|texts}, "
        "which {count|comes|come} here only when that was asked for",
        "report.a4.agreed.none": "nothing was agreed yet",
        "report.a4.runs.none": "nothing is running now",
        "report.a4.needed.none": "nothing is needed now",
        "report.a4.ask.none": "nobody was appointed yet",
        "report.a4.fact": "{fact}: {value}",
        "report.a4.case": "{case} ({kind})",
        "report.a4.decided": "{decision}: {counts} ({day})",
        "report.a4.counted": "{count} {position}",
        "report.a4.runs": "{state}, since {since}",
        "report.a4.late": "late since {day}",
        "report.a4.until": "by {day}",
        "report.a4.role": "{role} ({cases})",
        "report.a4.begun": "began {cases}",
        "report.a4.need.plain": "{what} ({case})",
        "report.a4.need.ready": "can be done now: {what} ({case})",
        "report.a4.need.step": "{what} ({case}, for: {step})",
        "report.a4.need.by": "{what} ({case}), by {day}",
        "report.a4.need.late": "{what} ({case}), late since {day}",
        "report.a4.who": "{who|or}",
        "report.a4.who.many": "{who} or one of {count} {count|other|others}",
        "report.a4.not_looked": "of {count} more {count|case|cases} it was not worked out here "
        "what {count|it needs|they need}",
        "report.a4.more": "and {count} more {count|point|points}",
        "report.a4.short.rows": "to fit on one page {rows} {rows|point was|points were} left out; "
        "all of it stands on the wall: samenwerk report wall",
        "report.a4.short.texts": "to fit on one page {texts} {texts|text was|texts were} "
        "shortened; all of it stands on the wall: samenwerk report wall",
        "report.a4.short.both": "to fit on one page {rows} {rows|point was|points were} left out "
        "and {texts} {texts|text|texts} shortened; all of it stands on the wall: samenwerk report "
        "wall",
    },
}
"""Language to message id to sentence."""
