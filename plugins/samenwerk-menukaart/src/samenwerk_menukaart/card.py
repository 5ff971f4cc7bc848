"""The offers as they are shown: one point each, with what is known and how old that is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from samenwerk import Message, Point
from samenwerk_menukaart.offers import Offer
from samenwerk_menukaart.wording import kind, problem, told


class Says(Protocol):
    """Who says a message as a sentence."""

    def say(self, message: Message) -> str:
        """A message as one line."""

    def sentence(self, message: Message) -> str:
        """A message as a whole sentence."""


def point(offer: Offer, day: date, says: Says) -> Point:
    """An offer with what is known of it below its name."""
    below = tuple(Point(says.sentence(one)) for one in _known(offer, day))
    return Point(says.say(told("name", offer)), below)


def _known(offer: Offer, day: date) -> Iterator[Message]:
    yield Message(
        "menukaart.what", {"what": told("what", offer), "whom": told("for", offer)}
    )
    kinds, helps = tuple(map(kind, offer.kinds)), tuple(map(problem, offer.helps))
    yield Message("menukaart.kind", {"kinds": kinds, "helps": helps})
    if offer.cost is not None:
        yield Message("menukaart.cost", {"cost": told("cost", offer)})
    if offer.where is not None:
        yield Message("menukaart.where", {"where": offer.where})
    if offer.over(day):
        yield Message("menukaart.until", {"day": offer.until})
    if offer.checked is None:
        yield Message("menukaart.never")
    else:
        id = "menukaart.old" if offer.old(day) else "menukaart.checked"
        yield Message(id, {"day": offer.checked})
    yield Message("menukaart.source", {"source": offer.source})
