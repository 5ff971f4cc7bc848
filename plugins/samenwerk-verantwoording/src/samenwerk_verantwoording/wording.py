"""Every sentence of this plugin, in Dutch and English."""

from __future__ import annotations

WORDING = {
    "nl": {
        "verantwoording.sisa.own": "de uitkering over {year} verantwoorden",
        "verantwoording.sisa.own.coded": "de uitkering over {year} verantwoorden (code {code})",
        "verantwoording.sisa.signed": "de uitkering over {year} verantwoorden, met een verklaring "
        "van de accountant",
        "verantwoording.sisa.signed.coded": "de uitkering over {year} verantwoorden (code {code}), "
        "met een verklaring van de accountant",
        "verantwoording.sisa.sub": "{party} verantwoordt wat over {year} aan haar is doorgegeven",
        "verantwoording.sisa.sub.coded": "{party} verantwoordt wat over {year} aan haar is "
        "doorgegeven (code {code})",
        "verantwoording.sisa.passed_on": "verantwoorden wat over {year} is doorgegeven, een jaar "
        "later",
        "verantwoording.sisa.passed_on.coded": "verantwoorden wat over {year} is doorgegeven, een "
        "jaar later (code {code})",
        "verantwoording.progress": "de voortgang melden over kwartaal {number} van {year}",
        "verantwoording.test": "samen toetsen, helft {number} van {year}",
        "verantwoording.national.recalibration": "regiobeeld en regioplan herijken in {year}",
        "verantwoording.national.scan": "de regioscan herhalen eind {year}",
        "verantwoording.in_time": "wat verantwoord moest zijn, is verantwoord",
        "verantwoording.late": "dit had er op {day} moeten zijn: {what}{count|| (en er is meer te "
        "laat)}",
        "verantwoording.way": "doe dit eerst: {what}",
        "verantwoording.summary.title": "plannen van {id} in het kort:",
        "verantwoording.summary.intro": "dit is wat anderen van deze plannen kunnen overnemen; het "
        "is openbaar en bijgewerkt tot {day}",
        "verantwoording.summary.none": "er zijn nog geen plannen",
        "verantwoording.summary.state": "{lifecycle}: {state}, sinds {since}",
        "verantwoording.summary.fact": "{fact}: {value}",
        "verantwoording.summary.milestone": "mijlpaal {case}: {state}",
        "verantwoording.summary.milestone.day": "mijlpaal {case}, {day}: {state}",
        "verantwoording.summary.with": "wie meedoen:",
        "verantwoording.account.title": "verantwoording van {id} over {year}:",
        "verantwoording.account.intro": "opgemaakt op {day}, uit wat er is vastgelegd",
        "verantwoording.account.grants": "uitkeringen:",
        "verantwoording.account.none": "over {year} zijn er geen uitkeringen",
        "verantwoording.account.case": "dossier",
        "verantwoording.account.granted": "toegekend",
        "verantwoording.account.passed_on": "doorgegeven",
        "verantwoording.account.own": "eigen deel verantwoord",
        "verantwoording.account.on": "doorgegeven deel verantwoord",
        "verantwoording.account.later": "volgt in {year}",
        "verantwoording.account.nothing": "niets doorgegeven",
        "verantwoording.account.open": "wat nog verantwoord moet worden:",
        "verantwoording.account.open.none": "er staat niets open",
        "verantwoording.account.open.line": "{day}, {case}: {what}. Aan zet: {who}",
        "verantwoording.account.open.nobody": "{day}, {case}: {what}",
        "verantwoording.account.moved": "wat er in {year} gebeurde:",
        "verantwoording.account.moved.none": "in {year} is geen dossier verder gegaan",
        "verantwoording.account.back": "{count} {count|stap was|stappen waren} een stap terug; "
        "daar is van geleerd",
    },
    "en": {
        "verantwoording.sisa.own": "account for the grant of {year}",
        "verantwoording.sisa.own.coded": "account for the grant of {year} (code {code})",
        "verantwoording.sisa.signed": "account for the grant of {year}, with a statement of the "
        "accountant",
        "verantwoording.sisa.signed.coded": "account for the grant of {year} (code {code}), with "
        "a statement of the accountant",
        "verantwoording.sisa.sub": "{party} accounts for what was passed on to it in {year}",
        "verantwoording.sisa.sub.coded": "{party} accounts for what was passed on to it in "
        "{year} (code {code})",
        "verantwoording.sisa.passed_on": "account for what was passed on in {year}, a year later",
        "verantwoording.sisa.passed_on.coded": "account for what was passed on in {year}, a year "
        "later (code {code})",
        "verantwoording.progress": "tell the progress of quarter {number} of {year}",
        "verantwoording.test": "test together, half {number} of {year}",
        "verantwoording.national.recalibration": "recalibrate regional picture and plan in {year}",
        "verantwoording.national.scan": "repeat the regional scan at the end of {year}",
        "verantwoording.in_time": "what had to be accounted for has been",
        "verantwoording.late": "this should have been there on {day}: {what}{count|| (and more is "
        "late)}",
        "verantwoording.way": "do this first: {what}",
        "verantwoording.summary.title": "plans of {id} in short:",
        "verantwoording.summary.intro": "this is what others can take from these plans; it is "
        "public and kept up to {day}",
        "verantwoording.summary.none": "there are no plans yet",
        "verantwoording.summary.state": "{lifecycle}: {state}, since {since}",
        "verantwoording.summary.fact": "{fact}: {value}",
        "verantwoording.summary.milestone": "milestone {case}: {state}",
        "verantwoording.summary.milestone.day": "milestone {case}, {day}: {state}",
        "verantwoording.summary.with": "who take part:",
        "verantwoording.account.title": "account of {id} for {year}:",
        "verantwoording.account.intro": "made on {day}, from what was recorded",
        "verantwoording.account.grants": "grants:",
        "verantwoording.account.none": "there are no grants for {year}",
        "verantwoording.account.case": "case",
        "verantwoording.account.granted": "granted",
        "verantwoording.account.passed_on": "passed on",
        "verantwoording.account.own": "own part accounted for",
        "verantwoording.account.on": "passed-on part accounted for",
        "verantwoording.account.later": "follows in {year}",
        "verantwoording.account.nothing": "nothing passed on",
        "verantwoording.account.open": "what is still to be accounted for:",
        "verantwoording.account.open.none": "nothing is open",
        "verantwoording.account.open.line": "{day}, {case}: {what}. Up to: {who}",
        "verantwoording.account.open.nobody": "{day}, {case}: {what}",
        "verantwoording.account.moved": "what happened in {year}:",
        "verantwoording.account.moved.none": "no case moved on in {year}",
        "verantwoording.account.back": "{count} {count|step was|steps were} a step back; something "
        "was learnt from it",
    },
}
