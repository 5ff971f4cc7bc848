"""Random collaborations and readers: nothing that is out of sight stands on any page."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from tests.engine.test_seen import CASES, MANY, PARTIES, found, hidden, random_sight
from tests.engine.test_seen import random_collaboration as some_collaboration
from tests.web.visiting import get

from samenwerk.web import pages
from samenwerk.web.asked import address

ACTS: tuple[dict[str, str], ...] = (
    {"act": "do:budget.agree"}, {"act": "do:budget.weigh"}, {"act": "do:budget.pay"},
    {"act": "say:budget.support", "position": "for"},
    {"act": "record:budget.limit", "value": "3"}, {"act": "hand_in:budget.note"},
)  # fmt: skip


def addresses(who: str, dice: Random) -> Iterator[str]:
    """Every page that a reader may think of, those of names that are hidden among them."""
    day = dice.choice([None, "2027-04-01"])
    asked: dict[str, Any] = {"in": "regio", "lang": dice.choice(["nl", "en"])}
    yield "/" + address("portfolio", {"lang": asked["lang"]})
    yield from ("/", *(f"/{address(page, {**asked, 'day': day})}" for page in (
        "standing", "wall", "parties", "record")))
    yield "/" + address("standing", {**asked, "show": "over"})
    yield "/" + address("party", {**asked, "party": who, "day": day})
    for case in ("top", *CASES):
        yield "/" + address("case", {**asked, "case": case, "day": day})
        tried = {**dice.choice(ACTS), "try": "1", "actor": "another"}
        yield "/" + address("try", {**asked, "case": case, "day": day, **tried})


@pytest.mark.parametrize("seed", range(MANY))
def test_nothing_out_of_sight_is_on_any_page(seed: int) -> None:
    """No name, amount or text that is hidden; and no page fails for what is not there."""
    dice = Random(7000 + seed)
    told = some_collaboration(dice)
    who = dice.choice(PARTIES)
    sight = random_sight(dice, who)
    marks = list(hidden(told, sight))
    app = pages(told.engine, reader=lambda request: who, policy=lambda *_: sight)
    for one in addresses(who, dice):
        answer = get(app, one)
        assert answer.status_code in (200, 400, 404), one
        assert (one, []) == (one, found(answer.text, marks)), answer.text
