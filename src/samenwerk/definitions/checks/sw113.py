"""A change of what may not be changed."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.definitions.checks.example import (
    BASE,
    HEAD,
    VERSIONS,
    Cases,
    changed,
    found_while_reading,
    over,
)
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW113"
title = {"nl": "Een verandering van wat vastligt", "en": "A change of what is closed"}

TEXTS: TextsByCode = {
    "SW113 closed": {
        "nl": Texts(
            "{name} ligt vast in de basis",
            "dit mag u niet veranderen",
            "wie op deze basis voortbouwt, kan hierop rekenen. Een regel, en een stap met needs, "
            "ligt vast, ook als er geen overlay bij staat.",
            "haal deze verandering weg. Zelf schrijven mag u hier alleen way_out en de namen "
            "(nl, en). Wilt u meer vragen, schrijf dan iets eigens onder een nieuwe naam.",
        ),
        "en": Texts(
            "{name} is closed in the base",
            "you may not change this",
            "whoever builds on this base can count on it. A rule, and a step with needs, is "
            "closed also when no overlay is written.",
            "take this change away. Only way_out and the names (nl, en) are yours to write here. "
            "If you want to ask more, write something of your own under a new name.",
        ),
    },
    "SW113 overlay": {
        "nl": Texts(
            "{name} mag niet ruimer worden dan de basis toelaat",
            "in de basis geldt hier: {word}",
            "wie op deze basis voortbouwt, kan op deze grens rekenen.",
            "haal overlay weg, of kies een woord dat minder toelaat: open laat het meeste toe, dan "
            "range, dan stricter, en closed niets.",
        ),
        "en": Texts(
            "{name} may not become wider than the base allows",
            "the base says here: {word}",
            "whoever builds on this base can count on this limit.",
            "take overlay away, or choose a word that allows less: open allows most, then range, "
            "then stricter, and closed nothing.",
        ),
    },
    "SW113 stricter": {
        "nl": Texts(
            "{name} mag u alleen strenger maken, en {key_name} hoort daar niet bij",
            "dit mag u niet veranderen",
            "de basis staat alleen toe wat meer vraagt, niet wat minder of iets anders vraagt.",
            "haal deze verandering weg. Wel mogen: needs = {{ add = [...] }}, een zwaardere "
            "severity, een hogere share, weight_share of quorum, en een value die aantoonbaar "
            "meer vraagt.",
        ),
        "en": Texts(
            "{name} may only be made stricter by you, and {key_name} is no part of that",
            "you may not change this",
            "the base allows only what asks more, not what asks less or something else.",
            "take this change away. What you may write: needs = {{ add = [...] }}, a heavier "
            "severity, a higher share, weight_share or quorum, and a value that is shown to ask "
            "more.",
        ),
    },
    "SW113 stricter needs": {
        "nl": Texts(
            "aan {name} mag u voorwaarden toevoegen, niet weghalen of vervangen",
            "hiermee vraagt u misschien minder",
            "de basis staat alleen toe wat meer vraagt.",
            "haal dit weg. Wat u extra vraagt, zet u in een lijst achter add: "
            "needs = {{ add = [...] }}.",
        ),
        "en": Texts(
            "you may add conditions to {name}, not take away or replace any",
            "this may ask less",
            "the base allows only what asks more.",
            "take this away. What you ask besides goes into a list behind add: "
            "needs = {{ add = [...] }}.",
        ),
    },
    "SW113 stricter severity": {
        "nl": Texts(
            "de severity van {name} mag alleen zwaarder worden",
            "dit weegt lichter dan in de basis",
            "de basis staat alleen toe wat meer vraagt.",
            "haal severity weg, of kies een zwaarder woord: block weegt het zwaarst, dan explain, "
            "dan warn, dan hint.",
        ),
        "en": Texts(
            "the severity of {name} may only become heavier",
            "this weighs less than in the base",
            "the base allows only what asks more.",
            "take severity away, or choose a heavier word: block weighs most, then explain, then "
            "warn, then hint.",
        ),
    },
    "SW113 stricter number": {
        "nl": Texts(
            "bij {name} is niet te zien dat dit strenger is dan {was} in de basis",
            "dit is niet aantoonbaar strenger",
            "de basis staat alleen toe wat meer vraagt, waar het ook gebruikt wordt.",
            "kies {key_name} = {was} of wat meer vraagt, of laat het zoals het was.",
        ),
        "en": Texts(
            "it cannot be shown that this makes {name} stricter than {was} in the base",
            "this is not shown to be stricter",
            "the base allows only what asks more, wherever it is used.",
            "choose {key_name} = {was} or what asks more, or leave it as it was.",
        ),
    },
    "SW113 family": {
        "nl": Texts(
            "alles onder {name} in één keer weghalen kan niet",
            "hiermee zou alles onder {name} verdwijnen",
            "wie dit leest moet kunnen zien welke afspraken er niet meer zijn.",
            "schrijf remove = true onder elke naam apart die weg moet.",
        ),
        "en": Texts(
            "you cannot take everything below {name} away at once",
            "this would take everything below {name} away",
            "whoever reads this must see which agreements are no more.",
            "write remove = true below each name that has to go.",
        ),
    },
    "SW113 range": {
        "nl": Texts(
            "van {name} mag u alleen de waarde kiezen",
            "dit mag u niet veranderen",
            "de basis geeft ruimte tussen twee grenzen, en de grenzen zelf liggen vast.",
            "haal deze verandering weg. Een eigen value mag, binnen: {room}.",
        ),
        "en": Texts(
            "you may choose only the value of {name}",
            "you may not change this",
            "the base leaves room between two bounds, and the bounds themselves are fixed.",
            "take this change away. A value of your own is allowed, within: {room}.",
        ),
    },
    "SW113 range versions": {
        "nl": Texts(
            "van {name} mag u alleen een latere versie schrijven",
            "dit mag u niet veranderen",
            "wat tot nu toe geldt, ligt vast in de basis.",
            "schrijf een versie met een eigen naam en met starts na de laatste van de basis.",
        ),
        "en": Texts(
            "you may write only a later version of {name}",
            "you may not change this",
            "what holds until now is fixed in the base.",
            "write a version with a name of its own, with starts after the last one of the base.",
        ),
    },
}

good = HEAD + '[rule.betaalbaar]\nnl = "Te betalen"\n'
bad = HEAD + '[rule.betaalbaar]\nall = { replace = ["akkoord"] }\n'
files: Mapping[str, str] = {"basis.toml": BASE}

_STRICTER = changed('share = "2/3"', 'share = "2/3"\noverlay = "stricter"')
_STEP = changed('to = "klaar"', 'to = "klaar"\noverlay = "stricter"')
_RULE = changed('nl = "Betaalbaar"', 'nl = "Betaalbaar"\noverlay = "stricter"')
_RANGE = changed("at_most = 9000", 'at_most = 9000, overlay = "range"')

cases: Cases = {
    "family": HEAD + "[document]\nremove = true\n",
    "overlay": over('[decision.akkoord]\noverlay = "open"\n', _STRICTER),
    "stricter": over('[decision.akkoord]\nby = "aanbieder"\n', _STRICTER),
    "stricter number": over('[decision.akkoord]\nshare = "1/2"\n', _STRICTER),
    "stricter severity": over('[rule.betaalbaar]\nseverity = "warn"\n', _RULE),
    "stricter needs": over(
        '[lifecycle.collaboration.step.stop]\nneeds = { remove = ["akkoord"] }\n', _STEP
    ),
    "range": over("[parameter.grens]\nat_most = 12000\n", _RANGE),
    "range versions": over(
        "[rule.tijdig.version.eerst]\nstarts = 2030-01-01\n",
        changed('chosen_on = "today"', 'chosen_on = "today"\noverlay = "range"',
                changed('"akkoord", {', '"akkoord", "tijdig", {', VERSIONS)),
    ),
}  # fmt: skip

check = found_while_reading
