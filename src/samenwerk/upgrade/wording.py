"""The words of a report on two texts, in Dutch and in English."""

from __future__ import annotations

import attrs

from samenwerk.language.catalogue import Speaker
from samenwerk.upgrade.wording_en import SENTENCES as EN
from samenwerk.upgrade.wording_nl import SENTENCES as NL

WORDING = {"nl": NL, "en": EN}
"""The sentences, by language and id."""


def with_words(speaker: Speaker) -> Speaker:
    """The same speaker, who also knows the sentences of this report."""
    joined = speaker.catalogue.joined("samenwerk.upgrade.wording", WORDING)
    return attrs.evolve(speaker, catalogue=joined)
