"""What the reports of samenwerk itself say, in Dutch and English."""

from __future__ import annotations

WORDING = {
    "nl": {
        "report.status.title": "Stand van zaken van {id} op {day}:",
        "report.status.head": "Werkwijze {workflow}, versie {version}. Er {open|loopt|lopen} "
        "{open} {open|dossier|dossiers}; {over} {over|is|zijn} klaar.",
        "report.status.rehearsal": "Dit is een oefening. Werkwijze {workflow}, versie {version}. "
        "Er {open|loopt|lopen} {open} {open|dossier|dossiers}; {over} {over|is|zijn} klaar.",
        "report.status.cases": "waar elk dossier staat:",
        "report.status.cases.none": "er zijn nog geen dossiers",
        "report.status.due": "wat op een dag klaar moet zijn:",
        "report.status.due.none": "er is niets dat op een dag klaar moet zijn",
        "report.status.due.line": "{day}, {case}: {what}. Aan zet: {who}",
        "report.status.due.late": "VOORBIJ, {day}, {case}: {what}. Aan zet: {who}",
        "report.status.due.line.nobody": "{day}, {case}: {what}",
        "report.status.due.late.nobody": "VOORBIJ, {day}, {case}: {what}",
        "report.status.fault": "let op, deze lijst is niet volledig: {why}",
        "report.status.needs": "wat nu kan, en wat nog nodig is:",
        "report.status.needs.none": "er is nu geen stap waar iets voor nodig is",
        "report.status.needs.ready": "{case}: {step} kan nu, door {who|of}",
        "report.status.needs.ready.free": "{case}: {step} kan nu",
        "report.status.needs.step": "{case}: nog nodig voor {step}:",
        "report.status.needs.more": "van nog {count} lopende {count|dossier|dossiers} staat dit "
        "hier niet: vraag het met samenwerk needs",
        "report.status.since": "besloten en gedaan sinds {day}:",
        "report.status.since.none": "sindsdien is geen dossier verder gegaan",
        "export.agenda.summary": "{case}: {what}",
        "export.agenda.name": "Dagen van {id}",
        "export.agenda.who": "aan zet: {who}",
        "export.agenda.source": "volgt uit {source}",
        "export.agenda.late": "deze dag is voorbij",
        "export.agenda.start": "{case}: uiterlijk vandaag beginnen aan: {step}",
        "export.agenda.start.by": "wie later begint, haalt {day} niet meer: dan moet dit er zijn: "
        "{step}",
        "export.agenda.start.with": "het begint met: {act}",
        "export.agenda.last": "{case}: de laatste dag voor: {step}",
        "export.agenda.begin_by": "{step}: begin uiterlijk op {day}",
        "export.agenda.same_day": "{step}: kan nog op {day} zelf",
        "export.agenda.no_start": "{step}: wanneer dit uiterlijk moet beginnen, is niet te zeggen; "
        "{why}",
        "export.agenda.not_looked": "wanneer dit uiterlijk moet beginnen, is niet uitgezocht",
    },
    "en": {
        "report.status.title": "How {id} stands on {day}:",
        "report.status.head": "Workflow {workflow}, version {version}. {open} {open|case is|cases "
        "are} running; {over} {over|is|are} done.",
        "report.status.rehearsal": "This is a rehearsal. Workflow {workflow}, version {version}. "
        "{open} {open|case is|cases are} running; {over} {over|is|are} done.",
        "report.status.cases": "where each case stands:",
        "report.status.cases.none": "there are no cases yet",
        "report.status.due": "what must be done by a day:",
        "report.status.due.none": "there is nothing that must be done by a day",
        "report.status.due.line": "{day}, {case}: {what}. Up to: {who}",
        "report.status.due.late": "PASSED, {day}, {case}: {what}. Up to: {who}",
        "report.status.due.line.nobody": "{day}, {case}: {what}",
        "report.status.due.late.nobody": "PASSED, {day}, {case}: {what}",
        "report.status.fault": "mind that this list is not complete: {why}",
        "report.status.needs": "what can be done now, and what is still needed:",
        "report.status.needs.none": "there is no step now that something is needed for",
        "report.status.needs.ready": "{case}: {step} can be done now, by {who|or}",
        "report.status.needs.ready.free": "{case}: {step} can be done now",
        "report.status.needs.step": "{case}: still needed for {step}:",
        "report.status.needs.more": "of {count} more running {count|case|cases} this is not told "
        "here: ask samenwerk needs",
        "report.status.since": "decided and done since {day}:",
        "report.status.since.none": "no case has moved on since then",
        "export.agenda.summary": "{case}: {what}",
        "export.agenda.name": "Days of {id}",
        "export.agenda.who": "up to: {who}",
        "export.agenda.source": "follows from {source}",
        "export.agenda.late": "this day has passed",
        "export.agenda.start": "{case}: begin today at the latest with: {step}",
        "export.agenda.start.by": "who begins later will not make {day}, by which this must be "
        "done: {step}",
        "export.agenda.start.with": "it begins with: {act}",
        "export.agenda.last": "{case}: the last day for: {step}",
        "export.agenda.begin_by": "{step}: begin by {day}",
        "export.agenda.same_day": "{step}: can still be done on {day} itself",
        "export.agenda.no_start": "{step}: when this must begin at the latest cannot be told; "
        "{why}",
        "export.agenda.not_looked": "when this must begin at the latest was not worked out",
    },
}
"""Language to message id to sentence."""
