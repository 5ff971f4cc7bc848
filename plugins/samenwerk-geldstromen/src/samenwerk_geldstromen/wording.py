"""Every sentence of this plugin, in Dutch and English."""

from __future__ import annotations

WORDING = {
    "nl": {
        "geldstromen.pay.ahead": "jaardeel {number} van {count}, vooruit",
        "geldstromen.pay.milestone": "mijlpaal {number} van {count}",
        "geldstromen.pay.invoice": "factuur {number}",
        "geldstromen.pay.back": "wat teruggevorderd wordt",
        "geldstromen.source.award": "de toekenning van {day}",
        "geldstromen.source.account": "de verantwoording van {day}; afrekenen binnen 37 weken",
        "geldstromen.source.invoice": "de factuur van {day}",
        "geldstromen.source.record": "vastlegging {sequence}",
        "geldstromen.source.time": "de kalender; nog niet vastgelegd",
        "geldstromen.source.last_day": "te gebruiken tot en met {day}",
        "geldstromen.entry.begun": "wat de geldgever beschikbaar stelt",
        "geldstromen.entry.step": "{step}, in dossier {case}",
        "geldstromen.entry.at_risk": "nog niet gebruikt in dossier {case}",
        "geldstromen.once.fine": "geen andere geldstroom betaalt deze activiteit",
        "geldstromen.once.twice": "dossier {case} betaalt deze activiteit al ({stream})",
        "geldstromen.once.unknown": "van wie welke activiteit is, is nog niet bekend",
        "geldstromen.once.way": "kies een andere activiteit, of stop wat dossier {case} betaalt",
    },
    "en": {
        "geldstromen.pay.ahead": "yearly part {number} of {count}, in advance",
        "geldstromen.pay.milestone": "milestone {number} of {count}",
        "geldstromen.pay.invoice": "invoice {number}",
        "geldstromen.pay.back": "what is claimed back",
        "geldstromen.source.award": "the award of {day}",
        "geldstromen.source.account": "the account of {day}; to be settled within 37 weeks",
        "geldstromen.source.invoice": "the invoice of {day}",
        "geldstromen.source.record": "recorded event {sequence}",
        "geldstromen.source.time": "the calendar; not recorded yet",
        "geldstromen.source.last_day": "to be used until {day}",
        "geldstromen.entry.begun": "what the funder makes available",
        "geldstromen.entry.step": "{step}, in case {case}",
        "geldstromen.entry.at_risk": "not used yet in case {case}",
        "geldstromen.once.fine": "no other stream pays for this activity",
        "geldstromen.once.twice": "case {case} pays for this activity already ({stream})",
        "geldstromen.once.unknown": "whose activity it is, and which, is not known yet",
        "geldstromen.once.way": "choose another activity, or stop what case {case} pays for",
    },
}
