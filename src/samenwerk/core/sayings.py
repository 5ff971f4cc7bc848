"""What must stand where for a say to be met, or to be refused: the ways of a `Standing`.

What a party that was against should say instead is never advised: an advice is its giver's own.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from samenwerk.core.allowed import ABSENT, THERE, Allowed, allow
from samenwerk.core.says import AGAINST, MILD, Standing, after_closing, position_cell, step_cell
from samenwerk.core.ways import NOTHING_NEEDED, Hopeless, Unadvisable, Want, Way, any_of, every
from samenwerk.values.case import Entries
from samenwerk.values.cell import TODAY
from samenwerk.values.message import Message, Name


@attrs.frozen(eq=False)
class Sayings:
    """The ways that are left to a say as it stands; `why` names who asks."""

    found: Standing
    why: str

    def _told(self, id: str, **more: object) -> Message:
        return Message(id, {"say": Name("say", self.found.say.full_name), **more})

    def _opening(self, demand: Allowed = THERE) -> list[Way]:
        """That they were asked, in such a way."""
        step = self.found.say.opens_at
        return [] if step is None else [Want(step_cell(self.found, step), demand, self.why)]

    def _asked(self) -> list[Way]:
        """That they were asked, and that there was time enough."""
        notice, opened = self.found.say.notice, self.found.notice_day
        if notice is None:
            return self._opening()
        if self.found.say.opens_at is not None:
            return self._opening(THERE.meet(allow("aged_at_least", notice)))
        return [Want(TODAY, allow("at_earliest", opened), self.why)]

    def _passed(self) -> list[Way] | None:
        """That the time to answer is over; None when it never is."""
        within, closing = self.found.say.answer_within, self.found.closing
        if within is None:
            return None
        if self.found.say.opens_at is not None:
            return self._opening(THERE.meet(allow("aged_more", within)))
        assert closing is not None
        return [Want(TODAY, allow("at_earliest", after_closing(closing)), self.why)]

    def _not_passed(self) -> list[Way]:
        """That there still is time, when silence would become a no."""
        say, closing = self.found.say, self.found.closing
        if closing is None or say.if_silent != AGAINST or say.right == "be_heard":
            return []
        if say.opens_at is not None:
            return self._opening(THERE.meet(allow("aged_at_most", say.answer_within)))
        return [Want(TODAY, allow("at_latest", closing), self.why)]

    def _says(self, party: str, words: Sequence[str], since: int | None = None) -> Want:
        after = self.found.since if since is None else since
        demand = allow("one_of", frozenset(words)).meet(allow("newer", after))
        return Want(position_cell(self.found, party), demand, self.why)

    def _quiet(self, party: str) -> list[Way] | None:
        """That a party that said nothing keeps it so; None when it did speak."""
        if self.found.said(party) is not None:
            return None
        given: Entries | None = self.found.case.positions.get(self.found.say.name)
        entry = None if given is None else given.get(party)
        demand = ABSENT if entry is None else allow("one_of", frozenset((entry.value,)))
        return [Want(position_cell(self.found, party), demand, self.why)]

    def _own_word(self, party: str) -> Way:
        return Unadvisable(self._told("say.own_word", party=Name("party", party)))

    def met(self) -> Way:
        """Ways to their having had their say: asked in time, everyone spoke, no no in the way."""
        found, say = self.found, self.found.say
        if say.right not in MILD:
            return every(self._asked())
        if say.first is None:
            return every([*self._asked(), *(self._given(one) for one in found.who)])
        if not found.against:
            return every([*self._asked(), *(self._mildly(one) for one in found.who)])
        since = allow("newer", found.talked_after)
        talk = Want(step_cell(found, say.first), THERE.meet(since), self.why)
        return every([*self._asked(), talk, *(self._kept(one) for one in found.who)])

    def _given(self, party: str) -> Way:
        """That a party spoke, whatever it said, or let the time pass."""
        say = self.found.say
        if say.consent:
            return self._says(party, MILD[say.right])
        ways: list[Way] = [self._says(party, (*MILD[say.right], AGAINST))]
        passed = self._passed()
        if passed is not None and (say.right == "be_heard" or say.if_silent != "waits"):
            ways.append(every(passed))
        return any_of(ways, self._told("say.nobody"))

    def _mildly(self, party: str) -> Way:
        """That a party spoke and is not against, or let the time pass without a word."""
        say = self.found.say
        if self.found.said(party) == AGAINST:
            return self._own_word(party)
        ways: list[Way] = [self._says(party, MILD[say.right])]
        passed, quiet = self._passed(), self._quiet(party)
        goes_on = say.right == "be_heard" or say.if_silent == "goes_on"
        if passed is not None and quiet is not None and goes_on:
            ways.append(every([*passed, *quiet]))
        return any_of(ways, self._told("say.nobody"))

    def _kept(self, party: str) -> Way:
        """That a party that is against stays so, and the others are not."""
        if self.found.said(party) == AGAINST:
            return self._says(party, (AGAINST,))
        quiet = self._quiet(party)
        if party not in self.found.against or quiet is None:
            return self._mildly(party)
        return any_of([self._mildly(party), every(quiet)], self._told("say.nobody"))

    def refused(self) -> Way:
        """Ways to a no that stands in the way."""
        found, say = self.found, self.found.say
        if say.right not in MILD or not (say.consent or say.first is not None):
            return Hopeless(self._told("say.never_no"))
        if say.consent:
            return self.opposed()
        assert say.first is not None
        entry = found.case.entry("steps", say.first)
        since = found.since if entry is None else max(found.since, entry.sequence)
        ways: list[Way] = [
            every([*self._opening(), self._says(one, (AGAINST,), since)]) for one in found.who
        ]
        if entry is None or entry.sequence <= found.since:
            talk = [Want(step_cell(found, say.first), ABSENT, self.why)] if entry is None else []
            ways += [every([one, *talk]) for one in self._silent_no()]
        return self._possible(ways)

    def opposed(self) -> Way:
        """Ways to somebody being against."""
        if self.found.say.right not in MILD:
            return Hopeless(self._told("say.never_no"))
        ways: list[Way] = [
            every([*self._opening(), self._says(one, (AGAINST,))]) for one in self.found.who
        ]
        return self._possible([*ways, *self._silent_no()])

    def _silent_no(self) -> list[Way]:
        """Silence that counts as a no, of each who may keep it."""
        say, passed = self.found.say, self._passed()
        if passed is None or say.if_silent != AGAINST or say.right == "be_heard":
            return []
        return [
            every([*passed, *quiet])
            for one in self.found.who
            if (quiet := self._quiet(one)) is not None
        ]

    def _possible(self, ways: list[Way]) -> Way:
        nobody = self._told("say.nobody")
        return any_of(ways, nobody) if ways else Unadvisable(nobody)

    def unopposed(self) -> Way:
        """Ways to nobody being against."""
        if self.found.say.right not in MILD:
            return NOTHING_NEEDED
        return every([self._unopposed(one) for one in self.found.who])

    def _unopposed(self, party: str) -> Way:
        if self.found.said(party) == AGAINST:
            return self._own_word(party)
        ways: list[Way] = [self._says(party, (*MILD[self.found.say.right], "abstain"))]
        quiet = self._quiet(party)
        if quiet is not None and party not in self.found.against:
            ways.append(every([*quiet, *self._not_passed()]))
        return any_of(ways, self._told("say.nobody"))
