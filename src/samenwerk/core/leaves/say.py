"""`say`: whether those who do not decide were told, heard or asked, advised or agreed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

import attrs

from samenwerk.core.allowed import ABSENT, THERE, allow
from samenwerk.core.beyond import told_ended
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.sayings import Sayings
from samenwerk.core.says import MILD, Standing, after_closing, position_cell, standing, step_cell
from samenwerk.core.view import View
from samenwerk.core.ways import (
    NOTHING_NEEDED,
    Hopeless,
    Unadvisable,
    Want,
    Way,
    any_of,
    every,
)
from samenwerk.core.who import turning_days
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.declared import POSITIONS
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message, Name
from samenwerk.values.say import Say as Declared
from samenwerk.values.time import Term


@attrs.frozen
class Say:
    """What a say asks of a step, in the case at hand or the one above it.

    `asks` is one of three. `said`: that they had their say; unknown as long as it is open, no
    only where a no stands in the way. `followed`: that nobody is against. `waited`: that
    nobody is, or that the step `after` was done long enough ago.
    """

    declared: Declared
    above: str | None = None
    asks: str = "said"

    word: ClassVar[str] = "say"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "say": Key("say", "de inspraak die nodig is", "the say that is needed", True),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "say.met.be_told": "{say}: bekendgemaakt op {day}",
            "say.met.ask": "{say}: vragen houden dit niet op",
            "say.met.be_heard": "{say}: gehoord",
            "say.met.advise": "{say}: uitgebracht",
            "say.met.agree": "{say}: gegeven door {who}",
            "say.met.authorise": "{say}: gegeven door {who}",
            "say.not_asked": "{say}: nog niet gevraagd; dat gebeurt met {step}",
            "say.early": "{say}: er moet {term} tijd zijn; dit kan vanaf {day}",
            "say.waiting": "{say}: nog niets gehoord van {who}",
            "say.waiting_until": "{say}: nog niets gehoord van {who}; antwoorden kan tot en met "
            "{day}",
            "say.against": "{say}: niet gegeven; tegen: {who}",
            "say.first": "{say}: tegen: {who}; nu eerst: {step}",
            "say.followed": "{say}: niemand is tegen",
            "say.not_followed": "{say}: tegen: {who}; wie daarvan afwijkt, legt uit waarom",
            "say.waited": "{say}: lang genoeg gewacht na {step}",
            "say.too_soon": "{say}: tegen: {who}; dit kan pas {term} na {step}",
            "say.too_soon_until": "{say}: tegen: {who}; dit kan vanaf {day}",
            "say.nobody": "{say}: op deze dag gaat niemand hierover",
            "say.nowhere": "{say}: hier is geen dossier waarin dit speelt",
            "say.never_no": "{say}: hier kan niemand iets tegenhouden",
            "say.own_word": "{say}: wat {party} zegt, is aan {party} zelf",
        },
        "en": {
            "say.met.be_told": "{say}: made known on {day}",
            "say.met.ask": "{say}: questions do not hold this up",
            "say.met.be_heard": "{say}: heard",
            "say.met.advise": "{say}: given",
            "say.met.agree": "{say}: given by {who}",
            "say.met.authorise": "{say}: given by {who}",
            "say.not_asked": "{say}: not asked yet; that is done with {step}",
            "say.early": "{say}: there must be {term} of time; this can be from {day}",
            "say.waiting": "{say}: nothing heard yet from {who}",
            "say.waiting_until": "{say}: nothing heard yet from {who}; answers can be given "
            "until {day}",
            "say.against": "{say}: not given; against: {who}",
            "say.first": "{say}: against: {who}; first: {step}",
            "say.followed": "{say}: nobody is against",
            "say.not_followed": "{say}: against: {who}; who departs from that explains why",
            "say.waited": "{say}: waited long enough after {step}",
            "say.too_soon": "{say}: against: {who}; this can be only {term} after {step}",
            "say.too_soon_until": "{say}: against: {who}; this can be from {day}",
            "say.nobody": "{say}: on this day nobody has this say",
            "say.nowhere": "{say}: there is no case here in which this matters",
            "say.never_no": "{say}: nobody can stop anything here",
            "say.own_word": "{say}: what {party} says is up to {party}",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ say = "council_advice" }`."""
        found = line.declared("say", "say")
        return None if found is None else cls(*found)

    @property
    def full_name(self) -> str:
        """The name it has outside its lifecycle."""
        return self.declared.full_name

    @property
    def key(self) -> str:
        """As `say change.council_advice`, and what is asked of it beside its being said."""
        return f"say {self.full_name}" + ("" if self.asks == "said" else f" {self.asks}")

    def evaluate(self) -> Evaluate:
        """Looked up anew in each view."""

        def evaluate(view: View) -> int:
            found = standing(self.declared, self.above, view)
            return NO if found is None else self._truth(found)

        return evaluate

    def _truth(self, found: Standing) -> int:
        if self.asks == "said":
            return found.truth()
        if self._beyond(found) is not None:
            return UNKNOWN
        if not found.against:
            return YES
        return YES if self.asks == "waited" and self._waited(found) else NO

    def _waited(self, found: Standing) -> bool:
        say = self.declared
        entry = None if say.after is None else found.case.entry("steps", say.after)
        return entry is not None and say.wait is not None and found.day >= say.wait.after(entry.day)

    def _beyond(self, found: Standing) -> Term | None:
        """The term that this rests on and whose calendar ends before it is over."""
        say = self.declared
        if self.asks != "waited" or found.beyond is not None:
            return found.beyond
        entry = None if say.after is None else found.case.entry("steps", say.after)
        late = entry is not None and say.wait is not None and say.wait.beyond(entry.day)
        return say.wait if late else None

    def reads(self, view: View) -> tuple[Cell, ...]:
        """Positions of who has the say, the steps it rests on, and the day."""
        found = standing(self.declared, self.above, view)
        if found is None:
            return ()
        voices = found.who if self.declared.right in MILD else ()
        return (
            *(position_cell(found, one) for one in voices),
            *(step_cell(found, one) for one in self._steps()), TODAY,
        )  # fmt: skip

    def _steps(self) -> tuple[str, ...]:
        say = self.declared
        more = {"said": say.first, "waited": say.after}.get(self.asks)
        return tuple(dict.fromkeys(one for one in (say.opens_at, more) if one is not None))

    def message(self, view: View, truth: int) -> Message:
        """What is still lacking, and for whom one waits; else how it came to be met."""
        found = standing(self.declared, self.above, view)
        told: dict[str, object] = {"say": Name("say", self.full_name)}
        if found is None:
            return Message("say.nowhere", told)
        beyond = self._beyond(found)
        if beyond is not None:
            return told_ended(beyond, told["say"])
        against = {**told, "who": _named(found.against)}
        if self.asks == "followed":
            return Message("say.followed" if truth == YES else "say.not_followed", against)
        if self.asks == "waited":
            return self._told_waiting(found, truth, against)
        if truth == NO and not found.talk_lacks:
            return Message("say.against", against)
        if truth == NO:
            return Message("say.first", {**against, "step": self._step(found.say.first)})
        if truth == YES and found.say.right != "ask" and not found.who:
            return Message("say.nobody", told)
        if truth == YES:
            spoke = _named(tuple(one for one in found.who if found.said(one) is not None))
            day = None if found.asked is None else found.asked.day
            return Message(f"say.met.{found.say.right}", {**told, "who": spoke, "day": day})
        return self._told_open(found, told)

    def _told_open(self, found: Standing, told: Mapping[str, object]) -> Message:
        say = found.say
        if found.asked is None:
            return Message("say.not_asked", {**told, "step": self._step(say.opens_at)})
        if not found.who and say.right != "ask":
            return Message("say.nobody", told)
        if found.open:
            lasts = found.closing is not None and not found.passed
            told = {**told, "who": _named(found.open), "day": found.closing}
            return Message("say.waiting_until" if lasts else "say.waiting", told)
        return Message("say.early", {**told, "term": say.notice, "day": found.notice_day})

    def _told_waiting(
        self, found: Standing, truth: int, told: Mapping[str, object]
    ) -> Message:
        say = found.say
        step = self._step(say.after)
        if truth == YES:
            id = "say.waited" if found.against else "say.followed"
            return Message(id, {**told, "step": step})
        entry = None if say.after is None else found.case.entry("steps", say.after)
        if entry is None or say.wait is None:
            return Message("say.too_soon", {**told, "term": say.wait, "step": step})
        return Message("say.too_soon_until", {**told, "day": say.wait.after(entry.day)})

    def _step(self, step: str | None) -> Name:
        home = self.above or self.declared.lifecycle
        return Name("step", f"{home}.{step}" if home else str(step))

    def ways(self, view: View, wanted: bool) -> Way:
        """Ask them, let them speak, wait; a no is its giver's own, and is not advised away."""
        found = standing(self.declared, self.above, view)
        told = {"say": Name("say", self.full_name)}
        if found is None:
            return Hopeless(Message("say.nowhere", told)) if wanted else NOTHING_NEEDED
        beyond = self._beyond(found)
        if beyond is not None:
            return Unadvisable(told_ended(beyond, told["say"]))
        sayings = Sayings(found, self.key)
        if self.asks != "said":
            return self._of_no(found, sayings, wanted)
        needed = found.say.right in MILD or (wanted and found.say.right == "be_told")
        if not found.who and needed and not (wanted and found.say.met_when_empty):
            return Unadvisable(Message("say.nobody", told))
        return sayings.met() if wanted else sayings.refused()

    def _of_no(self, found: Standing, sayings: Sayings, wanted: bool) -> Way:
        """What follows from a no: that it is followed, or that one waits."""
        say = self.declared
        if self.asks == "followed" or say.after is None or say.wait is None:
            return sayings.unopposed() if wanted else sayings.opposed()
        cell = step_cell(found, say.after)
        nobody = Message("say.nobody", {"say": Name("say", self.full_name)})
        if wanted:
            waited = Want(cell, THERE.meet(allow("aged_at_least", say.wait)), self.key)
            return any_of([waited, sayings.unopposed()], nobody)
        soon: list[Way] = [Want(cell, THERE.meet(allow("aged_less", say.wait)), self.key)]
        if found.case.entry("steps", say.after) is None:
            soon.append(Want(cell, ABSENT, self.key))
        return every([sayings.opposed(), any_of(soon, nobody)])

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """The words of each, before or after the steps; the days on which something passes."""
        found = standing(self.declared, self.above, view)
        if found is None:
            return ()
        say = self.declared
        steps = tuple(step_cell(found, one) for one in self._steps())
        cuts: list[Cut] = []
        for cell in self.reads(view):
            if cell.kind == "position":
                words = frozenset(POSITIONS)
                cuts.append(Cut(cell, words=words, newer_than=steps, like="asked"))
            elif cell == TODAY:
                cuts.append(Cut(cell, points=self._turning(found, view)))
            else:
                terms = tuple(
                    term for step, term in (
                        (say.opens_at, say.notice), (say.opens_at, say.answer_within),
                        (say.after, say.wait),
                    ) if term is not None and step == cell.name
                )  # fmt: skip
                others = tuple(one for one in steps if one != cell)
                cuts.append(Cut(cell, terms=terms, newer_than=others))
        return tuple(cuts)

    def _turning(self, found: Standing, view: View) -> tuple[date, ...]:
        days = [*turning_days(view.collaboration.register)]
        if self.declared.opens_at is None:
            closing = () if found.closing is None else (found.closing, after_closing(found.closing))
            days += [*closing, *([found.notice_day] if found.notice_day else [])]
        return tuple(days)

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other


def _named(parties: tuple[str, ...]) -> tuple[Name, ...]:
    return tuple(Name("party", one) for one in parties)
