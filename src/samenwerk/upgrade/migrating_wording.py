"""The words of a report on moving running cases, in Dutch and in English."""

from __future__ import annotations

WORDING = {
    "nl": {
        "migrate.title": "{collaboration} gaat over naar {workflow}, versie {new}",
        "migrate.same_version": "{collaboration} en {workflow}, versie {new}: de tekst is anders",
        "migrate.already": "{collaboration} loopt al volgens deze tekst van {workflow} ({new})",
        "migrate.about": "Op {day}, vanaf versie {old}. Nieuwe dossiers vallen vanaf dan onder de "
        "nieuwe tekst.",
        "migrate.about_again": "Op {day}. Dit gaat over dossiers die eerder onder een oude tekst "
        "bleven.",
        "migrate.texts": "In de tekst is anders (wat dat betekent, zegt samenwerk diff):",
        "migrate.texts_more": "en nog {count} {count|verschil|verschillen}",
        "migrate.none": "Er zijn geen lopende dossiers die hiervan iets merken.",
        "migrate.count": "{count} {count|dossier loopt|dossiers lopen} volgens een oude tekst:",
        "migrate.count.cannot": "{count} {count|kan|kunnen} niet over",
        "migrate.count.added": "{count} {count|gaat over, en daarin wordt|gaan over, en daarin "
        "wordt} meer gevraagd",
        "migrate.count.changed": "{count} {count|gaat|gaan} over, met andere dagen of anderen die "
        "aan zet zijn",
        "migrate.count.dropped": "{count} {count|gaat over, en daarin wordt|gaan over, en daarin "
        "wordt} minder gevraagd",
        "migrate.count.kept": "{count} {count|blijft|blijven} door een overgangsregel onder de "
        "oude tekst",
        "migrate.count.same": "{count} {count|gaat|gaan} over zonder dat er iets verandert",
        "migrate.kind.cannot": "Kan niet over",
        "migrate.kind.added": "Gaat over, en er wordt meer gevraagd",
        "migrate.kind.changed": "Gaat over, met andere dagen of anderen die aan zet zijn",
        "migrate.kind.dropped": "Gaat over, en er wordt minder gevraagd",
        "migrate.kind.kept": "Blijft onder de oude tekst",
        "migrate.kind.same": "Gaat over zonder dat er iets verandert",
        "migrate.case": "{case} ({lifecycle}, {state})",
        "migrate.clause": "volgens de overgangsregel: {clause}",
        "migrate.until": "tot en met {until}; daarna kan het alsnog over",
        "migrate.until_only": "tot en met {until}",
        "migrate.no_until": "tot het klaar is",
        "migrate.else_cannot": "het zou ook niet over kunnen: {why}",
        "migrate.cannot": "{why}",
        "migrate.stays": "het gaat verder onder de tekst waaronder het liep",
        "migrate.state": "de fase heet daar: {state}",
        "migrate.step": "voor: {step}",
        "migrate.step_new": "nieuw is: {step}",
        "migrate.step_gone": "vervalt: {step}",
        "migrate.added": "erbij: {what}",
        "migrate.dropped": "vervalt: {what}",
        "migrate.was": "was: {what}",
        "migrate.now": "wordt: {what}",
        "migrate.day": "{what}: {now}, en was {was}",
        "migrate.day_new": "{what}: {now}, en daarvoor was er geen dag",
        "migrate.day_gone": "{what}: die dag ({was}) vervalt",
        "migrate.follows": "dit volgt meteen vanzelf: {step}; het dossier is dan {state}",
        "migrate.who": "dit gaat aan: {who}",
        "migrate.settled": "{count} {count|stap was|stappen waren} door de tijd al aan de orde, en "
        "{count|wordt|worden} eerst nog volgens de oude tekst gezet.",
        "migrate.dry": "Dit is een proef: er is niets vastgelegd. Zo legt u het vast:",
        "migrate.done": "Dit is vastgelegd.",
        "migrate.head": "Bewaar deze code; daarmee is later te zien of het logboek nog klopt: "
        "{head}",
        "migrate.nothing": "Er is niets vast te leggen.",
    },
    "en": {
        "migrate.title": "{collaboration} moves to {workflow}, version {new}",
        "migrate.same_version": "{collaboration} and {workflow}, version {new}: its text is "
        "another",
        "migrate.already": "{collaboration} runs by this text of {workflow} already ({new})",
        "migrate.about": "On {day}, from version {old}. New cases come under the new text from "
        "then on.",
        "migrate.about_again": "On {day}. This is about cases that stayed under an old text "
        "before.",
        "migrate.texts": "In the text these differ (what that means, samenwerk diff tells):",
        "migrate.texts_more": "and {count} more {count|difference|differences}",
        "migrate.none": "There are no running cases that notice anything of this.",
        "migrate.count": "{count} {count|case runs|cases run} under an old text:",
        "migrate.count.cannot": "{count} cannot be moved",
        "migrate.count.added": "{count} {count|moves|move}, and more is asked there",
        "migrate.count.changed": "{count} {count|moves|move}, with other days or others whose "
        "turn it is",
        "migrate.count.dropped": "{count} {count|moves|move}, and less is asked there",
        "migrate.count.kept": "{count} {count|stays|stay} under the old text by a transitional "
        "clause",
        "migrate.count.same": "{count} {count|moves|move} and nothing changes",
        "migrate.kind.cannot": "Cannot be moved",
        "migrate.kind.added": "Moves, and more is asked",
        "migrate.kind.changed": "Moves, with other days or others whose turn it is",
        "migrate.kind.dropped": "Moves, and less is asked",
        "migrate.kind.kept": "Stays under the old text",
        "migrate.kind.same": "Moves and nothing changes",
        "migrate.case": "{case} ({lifecycle}, {state})",
        "migrate.clause": "by the transitional clause: {clause}",
        "migrate.until": "until {until}; after that it can still be moved",
        "migrate.until_only": "until {until}",
        "migrate.no_until": "until it is done",
        "migrate.else_cannot": "it could not be moved either: {why}",
        "migrate.cannot": "{why}",
        "migrate.stays": "it goes on under the text by which it ran",
        "migrate.state": "the state is called there: {state}",
        "migrate.step": "for: {step}",
        "migrate.step_new": "new is: {step}",
        "migrate.step_gone": "no longer there: {step}",
        "migrate.added": "added: {what}",
        "migrate.dropped": "dropped: {what}",
        "migrate.was": "was: {what}",
        "migrate.now": "becomes: {what}",
        "migrate.day": "{what}: {now}, and was {was}",
        "migrate.day_new": "{what}: {now}, and there was no day before",
        "migrate.day_gone": "{what}: that day ({was}) is dropped",
        "migrate.follows": "this follows at once by itself: {step}; the case is then {state}",
        "migrate.who": "this concerns: {who}",
        "migrate.settled": "{count} {count|step was|steps were} due by time already, and {count|"
        "is|are} done by the old text first.",
        "migrate.dry": "This is a trial: nothing has been recorded. To record it:",
        "migrate.done": "This has been recorded.",
        "migrate.head": "Keep this code; it shows later whether the record is still whole: {head}",
        "migrate.nothing": "There is nothing to record.",
    },
}
"""The sentences, by language and id."""
