"""The method `sorts`: each sort of party weighs the same, however many of it there are.

So that three insurers have as much to say as fourteen municipalities, and each sort can be asked
for a share of its own. TOML can ask for one vote of each sort; not for this.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from samenwerk import Answer, Message, Name, Parameter, PluginMethod, Share, Vote, Voter
from samenwerk_besluitvorming.weights import part_of


def decide(vote: Vote) -> Answer:
    """Yes or no as soon as nobody can turn it any more."""
    share, each = (part_of(vote.parameters[one]) for one in ("share", "each"))
    more_than = bool(vote.parameters["more_than"])
    worst, best = (shares(vote.voters, {"open": side}) for side in ("against", "for"))
    if not worst:
        return Answer(0 if not vote.of("open") else 1, Message("besluitvorming.nobody"))

    def carried(found: Mapping[str, Fraction]) -> bool:
        mine = sum(found.values(), Fraction(0)) / len(found)
        enough = mine > share if more_than else mine >= share
        return enough and mine > 0 and all(one >= each for one in found.values())

    truth = 2 if carried(worst) else 1 if carried(best) else 0
    low = tuple(
        Message("besluitvorming.of_sort", {"sort": Name("sort", sort), "share": _percent(one)})
        for sort, one in worst.items()
    )
    id = ("besluitvorming.sorts.unmet", "besluitvorming.sorts.open", "besluitvorming.sorts.met")
    return Answer(truth, Message(id[truth], {"shares": low}))


def shares(voters: tuple[Voter, ...], turned: Mapping[str, str]) -> dict[str, Fraction]:
    """By sort, which part of those who count is for; `turned` is how whoever is open counts."""
    sides: dict[str, list[str]] = {}
    for one in voters:
        side = turned.get(one.side, one.side)
        if side != "out":
            sides.setdefault(one.sort, []).append(side)
    return {sort: Fraction(those.count("for"), len(those)) for sort, those in sides.items()}


def _percent(share: Fraction) -> int:
    return round(share * 100)


SORTS = PluginMethod(
    name="sorts",
    labels={"nl": "elke soort even zwaar", "en": "each sort weighs the same"},
    decide=decide,
    parameters=(
        Parameter("share", "share", Share(1, 2), {"nl": "deel dat gemiddeld voor moet zijn",
                                                  "en": "share that must be for on average"}),
        Parameter("more_than", "yes_no", True, {"nl": "meer dan dat deel, niet precies dat deel",
                                                "en": "more than that share, not just that"}),
        Parameter("each", "share", Share(0, 1), {"nl": "deel dat in elke soort voor moet zijn",
                                                 "en": "share that must be for in each sort"}),
    ),
)  # fmt: skip
