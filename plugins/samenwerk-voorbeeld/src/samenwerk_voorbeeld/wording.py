"""Every sentence of this plugin, in Dutch and English."""

from __future__ import annotations

WORDING = {
    "nl": {
        "voorbeeld.fits": "elk van de {count} bijdragen past bij wat die partij kan dragen",
        "voorbeeld.unfair": "{party} draagt {given} bij; naar draagkracht zou dat {fair} zijn",
        "voorbeeld.missing": "van {parties} is de bijdrage of de draagkracht nog niet bekend",
        "voorbeeld.nothing": "er is nog geen bijdrage vastgelegd",
        "voorbeeld.way": "leg voor {party} een bijdrage vast die dichter bij {fair} ligt",
        "voorbeeld.record_both": "leg van elke partij de bijdrage en de draagkracht vast",
    },
    "en": {
        "voorbeeld.fits": "each of the {count} contributions fits what that party can bear",
        "voorbeeld.unfair": "{party} contributes {given}; by what it can bear it would be {fair}",
        "voorbeeld.missing": "contribution or capacity is not yet known of {parties}",
        "voorbeeld.nothing": "no contribution has been recorded yet",
        "voorbeeld.way": "record a contribution for {party} that is closer to {fair}",
        "voorbeeld.record_both": "record the contribution and the capacity of each party",
    },
}
