"""A change of what may not be changed."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.definitions.checks.example import (
    BASE,
    HEAD,
    Cases,
    changed,
    found_while_reading,
    over,
)
from samenwerk.definitions.overlay import GUARDED, STEP_NEEDS
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW113"
title = {"nl": "Een verandering van wat vastligt", "en": "A change of what is closed"}

_GUARDED, _NEEDS = ", ".join(GUARDED), ", ".join(STEP_NEEDS)

TEXTS: TextsByCode = {
    "SW113 closed": {
        "nl": Texts(
            "{name} ligt vast in de basis",
            "dit mag u niet veranderen",
            "wie hierop voortbouwt, kan hierop rekenen. Gesloten is, zonder overlay: "
            f"{_GUARDED}; en een step met {_NEEDS}.",
            "haal deze verandering weg. Alleen de namen nl en en en way_out mag u zelf "
            "schrijven; een eigen regel onder een nieuwe naam mag ook.",
        ),
        "en": Texts(
            "{name} is fixed in the base",
            "you may not change this",
            "whoever builds on this can rely on it. Closed, without overlay, are: "
            f"{_GUARDED}; and a step with {_NEEDS}.",
            "take this change away. Only the names nl and en and way_out are yours to write; "
            "a rule of your own under a new name is fine too.",
        ),
    },
    "SW113 stricter": {
        "nl": Texts(
            "van deze verandering van {name} is niet te zien dat zij strenger is",
            "dit is niet aantoonbaar strenger",
            "de basis staat alleen toe wat meer vraagt, niet wat minder vraagt.",
            "onder stricter mag dit: needs = {{ add = [...] }}, een zwaardere severity, een hogere "
            "share, weight_share of quorum, en value waar elk gebruik laat zien welke kant "
            "strenger is. Laat al het andere zoals het was.",
        ),
        "en": Texts(
            "it cannot be shown that this change of {name} asks more",
            "this is not shown to be stricter",
            "the base only allows what asks more, not what asks less.",
            "under stricter this may be: needs = {{ add = [...] }}, a heavier severity, a higher "
            "share, weight_share or quorum, and value where every use shows which way is stricter. "
            "Leave all else as it was.",
        ),
    },
    "SW113 family": {
        "nl": Texts(
            "alles onder {name} in een keer weghalen kan niet",
            "hiermee zou alles onder {name} verdwijnen",
            "wie dit leest moet kunnen zien welke afspraken er niet meer zijn.",
            "schrijf remove = true onder elke naam apart die weg moet.",
        ),
        "en": Texts(
            "everything below {name} cannot be taken away at once",
            "this would take away everything below {name}",
            "whoever reads this must be able to see which agreements are gone.",
            "write remove = true below each name that has to go.",
        ),
    },
    "SW113 range": {
        "nl": Texts(
            "van {name} mag u alleen de waarde kiezen, binnen de grenzen van de basis",
            "dit valt buiten de ruimte die u hebt",
            "de basis geeft ruimte tussen twee grenzen, en de grenzen zelf liggen vast.",
            "schrijf alleen value, met een waarde die tussen at_least en at_most van de "
            "basis ligt.",
        ),
        "en": Texts(
            "of {name} you may choose the value only, within the bounds of the base",
            "this is outside the room that you have",
            "the base leaves room between two bounds, and the bounds themselves are fixed.",
            "write value only, between at_least and at_most of the base.",
        ),
    },
}

good = HEAD + '[rule.betaalbaar]\nnl = "Te betalen"\n'
bad = HEAD + '[rule.betaalbaar]\nall = { replace = ["akkoord"] }\n'
files: Mapping[str, str] = {"basis.toml": BASE}
cases: Cases = {
    "family": HEAD + "[document]\nremove = true\n",
    "stricter": over(
        '[decision.akkoord]\nshare = "1/2"\n',
        changed('share = "2/3"', 'share = "2/3"\noverlay = "stricter"'),
    ),
    "range": over(
        "[parameter.grens]\nat_most = 12000\n",
        changed("at_most = 9000", 'at_most = 9000, overlay = "range"'),
    ),
}

check = found_while_reading
