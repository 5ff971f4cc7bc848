"""The method `weighted`: votes by a scale, with a second count by heads if that is asked.

TOML can weigh by a number that stands in a fact; not by steps, a root, a cap, or a blocking
minority of so many members.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil, floor

import attrs

from samenwerk import Answer, Message, Name, Parameter, PluginMethod, Share, Vote, Voter
from samenwerk_besluitvorming.weights import CURVES, ROUNDINGS, Scale, brackets_of, part_of

BASES = ("cast", "all")


@attrs.frozen
class Asked:
    """What it takes: which share of which votes, of the heads too, and how many can block it."""

    share: Fraction
    more_than: bool
    of: str
    heads: Fraction
    blockers: int


@attrs.frozen
class Tally:
    """Who is for, against and left out, with the votes that each has."""

    votes: Mapping[str, int]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    out: tuple[str, ...] = ()

    def weight(self, parties: Sequence[str]) -> int:
        """Their votes together."""
        return sum(self.votes[one] for one in parties)

    def base(self, of: str) -> tuple[str, ...]:
        """Those of whom a share is asked."""
        return (*self.yes, *self.no, *(self.out if of == "all" else ()))

    def needed(self, asked: Asked) -> int:
        """The fewest votes for that are enough."""
        part = asked.share * self.weight(self.base(asked.of))
        return floor(part) + 1 if asked.more_than else max(1, ceil(part))

    def carried(self, asked: Asked) -> bool:
        """Whether it is decided when everyone's position is this."""
        base = self.base(asked.of)
        if not self.weight(self.yes) or len(self.yes) < asked.heads * len(base):
            return False
        enough = self.weight(self.yes) >= self.needed(asked)
        return enough or len(base) - len(self.yes) < asked.blockers


def decide(vote: Vote) -> Answer:
    """Yes or no as soon as nobody can turn it any more; not known while a number is missing."""
    parameters = vote.parameters
    try:
        scale = _scale(parameters)
    except ValueError as fault:
        return Answer(1, Message("besluitvorming.scale", {"detail": str(fault)}))
    unknown = tuple(Name("party", one.party) for one in vote.voters if one.weight is None)
    if unknown or not vote.voters:
        id = "besluitvorming.number_missing" if unknown else "besluitvorming.nobody"
        return Answer(1 if unknown else 0, Message(id, {"parties": unknown}))
    votes = scale.votes({one.party: one.weight or 0 for one in vote.voters})
    asked = Asked(
        part_of(parameters["share"]), bool(parameters["more_than"]), str(parameters["of"]),
        part_of(parameters["heads"]), _whole(parameters["blockers"]),
    )  # fmt: skip
    yes, no, out, waiting = (_named(vote.of(one)) for one in ("for", "against", "out", "open"))
    best = Tally(votes, (*yes, *waiting), no, out)
    worst = Tally(votes, yes, (*no, *waiting), out)
    truth = 2 if worst.carried(asked) else 1 if best.carried(asked) else 0
    return _told(truth, worst, asked, vote)


def _told(truth: int, tally: Tally, asked: Asked, vote: Vote) -> Answer:
    base = tally.base(asked.of)
    mine, needed = tally.weight(tally.yes), tally.needed(asked)
    told = {
        "yes": mine, "all": tally.weight(base), "needed": needed,
        "heads": len(tally.yes), "members": len(base),
    }  # fmt: skip
    if truth == 2:
        blocked = mine < needed
        id = "besluitvorming.too_few_block" if blocked else "besluitvorming.weighed.met"
        return Answer(2, Message(id, told))
    short = len(tally.yes) < asked.heads * len(base) and mine >= needed
    if short:
        least = ceil(asked.heads * len(base))
        return Answer(truth, Message("besluitvorming.heads", {**told, "least": least}))
    id = "besluitvorming.weighed.unmet" if truth == 0 else "besluitvorming.weighed.open"
    ways = tuple(
        Message("besluitvorming.has_votes", {"party": Name("party", one.party),
                                             "votes": tally.votes[one.party]})
        for one in sorted(vote.of("open"), key=lambda one: -tally.votes[one.party])[:5]
    )  # fmt: skip
    return Answer(truth, Message(id, {**told, "short": max(0, needed - mine)}), ways)


def _scale(parameters: Mapping[str, object]) -> Scale:
    rounding, curve = str(parameters["rounding"]), str(parameters["curve"])
    if rounding not in ROUNDINGS or curve not in CURVES or parameters["of"] not in BASES:
        raise ValueError(f"{rounding}, {curve}, {parameters['of']}")
    return Scale(
        per=_whole(parameters["per"]), rounding=rounding, curve=curve,
        brackets=brackets_of(str(parameters["brackets"])), least=_whole(parameters["least"]),
        most=_whole(parameters["most"]), cap=part_of(parameters["cap"]),
    )  # fmt: skip


def _named(voters: Sequence[Voter]) -> tuple[str, ...]:
    return tuple(one.party for one in voters)


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


WEIGHTED = PluginMethod(
    name="weighted",
    labels={"nl": "gewogen stemmen", "en": "weighted votes"},
    decide=decide,
    parameters=(
        Parameter("share", "share", Share(1, 2), {"nl": "deel van de stemmen dat voor moet zijn",
                                                  "en": "share of the votes that must be for"}),
        Parameter("more_than", "yes_no", True, {"nl": "meer dan dat deel, niet precies dat deel",
                                                "en": "more than that share, not just that"}),
        Parameter("of", "text", "cast", {"nl": "deel van wat? cast: wie voor of tegen is; all: "
                                         "allen", "en": "share of what? cast: for or against; "
                                         "all: everyone"}),
        Parameter("per", "whole_number", 1, {"nl": "één stem voor elke zoveel",
                                             "en": "one vote for each so many"}),
        Parameter("rounding", "text", "up", {"nl": "afronden: up, down of nearest",
                                             "en": "rounding: up, down or nearest"}),
        Parameter("curve", "text", "plain", {"nl": "plain: evenredig; root: naar de wortel",
                                             "en": "plain: in proportion; root: by the root"}),
        Parameter("brackets", "text", "", {"nl": "staffel, als 0=2 20000=4: vanaf welk getal "
                                           "hoeveel stemmen", "en": "steps, as 0=2 20000=4: from "
                                           "which number how many votes"}),
        Parameter("least", "whole_number", 0, {"nl": "minste stemmen", "en": "fewest votes"}),
        Parameter("most", "whole_number", 0, {"nl": "meeste stemmen; 0: geen grens",
                                              "en": "most votes; 0: no limit"}),
        Parameter("cap", "share", Share(1, 1), {"nl": "grootste deel van alle stemmen dat één "
                                                "partij kan hebben", "en": "largest share of all "
                                                "votes that one party can have"}),
        Parameter("heads", "share", Share(0, 1), {"nl": "deel van de leden dat ook voor moet zijn",
                                                  "en": "share of the members also to be for"}),
        Parameter("blockers", "whole_number", 1, {"nl": "met hoeveel men minstens moet zijn om het "
                                                  "tegen te houden", "en": "how many it takes at "
                                                  "least to stop it"}),
    ),
    takes=("weight",),
)  # fmt: skip
