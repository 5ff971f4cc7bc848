"""Every sentence of this plugin, in Dutch and English."""

from __future__ import annotations

WORDING: dict[str, dict[str, str]] = {
    "nl": {
        "voorbeeld.nothing": "er is nog geen bijdrage vastgelegd",
        "voorbeeld.record": "leg vast wat elke partij bijdraagt",
        "voorbeeld.spread": "{party} draagt het meest bij: {amount} van {whole}",
        "voorbeeld.too_much": "{party} draagt {amount} bij van {whole}, en dat is te veel",
        "voorbeeld.less": "laat {party} minder bijdragen, of de andere partijen meer",
        "voorbeeld.fits": "elk van de {count} bijdragen past bij wat die partij kan dragen",
        "voorbeeld.unfair": "{party} draagt {given} bij; naar draagkracht zou dat {fair} zijn",
        "voorbeeld.missing": "van {parties} is de bijdrage of de draagkracht nog niet bekend",
        "voorbeeld.closer": "leg voor {party} een bijdrage vast die dichter bij {fair} ligt",
        "voorbeeld.both": "leg van elke partij de bijdrage en de draagkracht vast",
        "voorbeeld.overview": "verdelingen in {id}",
        "voorbeeld.no_sharing": "er is nog geen verdeling",
        "voorbeeld.party": "partij",
        "voorbeeld.given": "bijdrage",
        "voorbeeld.able": "draagkracht",
    },
    "en": {
        "voorbeeld.nothing": "no contribution has been recorded yet",
        "voorbeeld.record": "record what each party contributes",
        "voorbeeld.spread": "{party} contributes most: {amount} of {whole}",
        "voorbeeld.too_much": "{party} contributes {amount} of {whole}, and that is too much",
        "voorbeeld.less": "have {party} contribute less, or the other parties more",
        "voorbeeld.fits": "each of the {count} contributions fits what that party can bear",
        "voorbeeld.unfair": "{party} contributes {given}; by what it can bear it would be {fair}",
        "voorbeeld.missing": "contribution or capacity is not yet known of {parties}",
        "voorbeeld.closer": "record a contribution for {party} that is closer to {fair}",
        "voorbeeld.both": "record the contribution and the capacity of each party",
        "voorbeeld.overview": "sharings in {id}",
        "voorbeeld.no_sharing": "there is no sharing yet",
        "voorbeeld.party": "party",
        "voorbeeld.given": "contribution",
        "voorbeeld.able": "capacity",
    },
}
