"""`decision`: whether the parties decided, by the way of deciding that the text names."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from typing import ClassVar

import attrs

from samenwerk.core.allowed import THERE, allow
from samenwerk.core.ballots import rests_on
from samenwerk.core.beyond import told_ended
from samenwerk.core.by_method import by_method, spelled_method
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import cells, question
from samenwerk.core.reaching import Reaching, asks_more, fresh_round
from samenwerk.core.scored import scored
from samenwerk.core.view import View, located
from samenwerk.core.votes import Count, closes_for_good, count, is_closed, silence, written_closing
from samenwerk.core.ways import (
    NOTHING_NEEDED,
    Hopeless,
    Unadvisable,
    Want,
    Way,
    any_of,
    asks_too_much,
    every,
)
from samenwerk.core.who import settled, turning_days
from samenwerk.values.case import Case
from samenwerk.values.cell import TODAY, Cell, Value
from samenwerk.values.declared import Decision as Declared
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import DayOfStep, Operand, Shifted, Today


@attrs.frozen
class Decision:
    """The decision was taken, in the case at hand or the one above it.

    Unknown as long as those who have not spoken can still make it or break it; silence is
    never consent unless the text says that the absent trust the others.
    """

    declared: Declared
    above: str | None = None

    word: ClassVar[str] = "decision"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "decision": Key("decision", "het besluit van de partijen", "the parties' decision", True),
        "outcome": Key("word:against", "gevraagd is dat het is afgewezen", "asked is a refusal"),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "decision.met": "{decision}: besloten met {yes} van {voters} voor",
            "decision.unmet": "{decision}: niet besloten; {yes} van {voters} voor, nodig {needed}",
            "decision.quorum": "{decision}: niet besloten; {present} van {voters} deden mee, "
            "nodig {quorum}",
            "decision.against": "{decision}: niet besloten; {against} stemde tegen",
            "decision.unknown": "{decision}: nog open; {yes} van {voters} voor, nodig {needed}; "
            "nog niets gezegd: {waiting}",
            "decision.objection": "{decision}: niet besloten; bezwaar van {against}",
            "decision.veto": "{decision}: niet besloten; {yes} van {voters} voor, maar een veto "
            "van {against}",
            "decision.no_sort": "{decision}: niet besloten; {yes} van {voters} voor, maar niemand "
            "van {sorts}",
            "decision.weights": "{decision}: het gewicht van een van de stemmen is niet bekend",
            "decision.nobody": "{decision}: niemand beslist hierover op deze dag",
            "decision.nowhere": "{decision}: hier is geen dossier voor dit besluit",
            "decision.closed": "{decision}: de ronde sloot op {closing}",
            "decision.no_way": "{decision}: zo kan hierover niet meer worden besloten",
            "decision.new_round": "{decision}: wat daarna nodig is, hangt af van de nieuwe ronde",
            "decision.method.met": "{decision}: besloten, volgens {method}",
            "decision.method.unmet": "{decision}: niet besloten, volgens {method}",
            "decision.method.unknown": "{decision}: nog open, volgens {method}; nog niets gezegd: "
            "{waiting}",
            "decision.method.ask": "{decision}: wat het dan wordt, bepaalt {method}; daar is hier "
            "geen advies over",
        },
        "en": {
            "decision.met": "{decision}: decided with {yes} of {voters} for",
            "decision.unmet": "{decision}: not decided; {yes} of {voters} for, needed {needed}",
            "decision.quorum": "{decision}: not decided; {present} of {voters} took part, "
            "needed {quorum}",
            "decision.against": "{decision}: not decided; {against} voted against",
            "decision.unknown": "{decision}: still open; {yes} of {voters} for, needed {needed}; "
            "not heard yet: {waiting}",
            "decision.objection": "{decision}: not decided; objection by {against}",
            "decision.veto": "{decision}: not decided; {yes} of {voters} for, but a veto by "
            "{against}",
            "decision.no_sort": "{decision}: not decided; {yes} of {voters} for, but nobody of "
            "{sorts}",
            "decision.weights": "{decision}: the weight of one of the votes is not known",
            "decision.nobody": "{decision}: nobody decides on this on that day",
            "decision.nowhere": "{decision}: there is no case here for this decision",
            "decision.closed": "{decision}: the round closed on {closing}",
            "decision.no_way": "{decision}: this can no longer be decided in this way",
            "decision.new_round": "{decision}: what is needed then depends on the new round",
            "decision.method.met": "{decision}: decided, by {method}",
            "decision.method.unmet": "{decision}: not decided, by {method}",
            "decision.method.unknown": "{decision}: still open, by {method}; not heard yet: "
            "{waiting}",
            "decision.method.ask": "{decision}: what it comes to then is for {method}; no advice "
            "on that here",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ decision = "adopt_desk" }`."""
        found = line.declared("decision", "decision")
        return None if found is None else cls(*found)

    @property
    def full_name(self) -> str:
        """The name it has outside its lifecycle."""
        own = self.declared.lifecycle
        return f"{own}.{self.declared.name}" if own else self.declared.name

    @property
    def _name(self) -> Name:
        return Name("decision", self.full_name)

    @property
    def key(self) -> str:
        """As `decision adopt_desk`."""
        return f"decision {self.full_name}"

    @property
    def plugin(self) -> str:
        """The plugin that must answer beforehand; empty for a method of ours."""
        return self.declared.plugin

    @property
    def asks(self) -> str:
        """What the plugin is asked: another method, or given other things, is another question."""
        return f"{self.key} by {spelled_method(self.declared)}"

    def question(self, view: View) -> str:
        """The name under which the plugin's answer travels with the command."""
        return question(Cell(view.case.id, "answer", self.asks))

    def evaluate(self) -> Evaluate:
        """Counted anew in each view; by a plugin's method what it answered, if nothing stops it."""
        declared, above = self.declared, self.above

        def evaluate(view: View) -> int:
            found = count(declared, above, view)
            return NO if found is None else found.truth()

        def with_answer(view: View) -> int:
            return min(evaluate(view), view.answers.get(self.question(view), UNKNOWN))

        return with_answer if declared.plugin else evaluate

    def _cell(self, case: Case, voter: str) -> Cell:
        return Cell(case.id, "position", self.declared.name, voter)

    def reads(self, view: View) -> tuple[Cell, ...]:
        """Positions of who decides, what opens the round, the text, weights, and the day."""
        case = located(view, self.above)
        found = count(self.declared, self.above, view)
        if case is None or found is None:
            return ()
        decision = self.declared
        read = [self._cell(case, voter) for voter in found.voters]
        marks = (("step", decision.opens_at), ("document", decision.same_text))
        read += [Cell(case.id, kind, name) for kind, name in marks if name is not None]
        read += self._marks(view, case)
        if decision.weight is not None:
            at, name = self._weighed_by(view, case)
            read += [Cell(at.id, "fact", name, voter) for voter in found.voters] if at else []
        if decision.plugin:
            read += rests_on(decision, case, view, found.voters)
            read.append(Cell(view.case.id, "answer", self.asks))
        return tuple(dict.fromkeys([*read, TODAY]))

    def message(self, view: View, truth: int) -> Message:
        """The score, what was needed, and who is still to speak."""
        found, decision = count(self.declared, self.above, view), self._name
        if found is None:
            return Message("decision.nowhere", {"decision": decision})
        if not found.voters:
            return Message("decision.nobody", {"decision": decision})
        return scored(found, decision, truth)

    def ways(self, view: View, wanted: bool) -> Way:
        """Positions to be given or changed, the closing to be waited for, or a new round."""
        case = located(view, self.above)
        found = count(self.declared, self.above, view)
        if found is not None and found.beyond is not None:
            so = self.evaluate()(view) == (YES if wanted else NO)  # a plugin can have said no
            return NOTHING_NEEDED if so else Unadvisable(told_ended(found.beyond, self._name))
        if case is None or found is None or not found.voters:
            if not wanted:
                return NOTHING_NEEDED
            where = "nowhere" if case is None else "nobody"
            what = Message(f"decision.{where}", {"decision": self._name})
            return Hopeless(what) if case is None else Unadvisable(what)
        reaching = Reaching(found, case.id, self.key)
        if self.evaluate()(view) == (YES if wanted else NO):
            return every([*reaching.keep(), *([reaching.after_closing()] if found.closed else [])])
        if not self.plugin:
            return self._reach(reaching, case, view, wanted)
        stopped = wanted and found.truth() == NO
        around = self._reach(reaching, case, view, wanted) if stopped else NOTHING_NEEDED
        if isinstance(around, Hopeless):
            return around
        return every([around, *by_method(reaching, case, self._name, wanted)])

    def _reach(self, reaching: Reaching, case: Case, view: View, wanted: bool) -> Way:
        """By what we count ourselves; for a plugin's method that is what the text asks beside."""
        found, named = reaching.found, {"decision": self._name}
        if wanted and found.weights is None:
            return self._weights_first(found, case, view)
        if not found.opened or (found.closed and wanted and self.declared.opens_at is not None):
            return self._new_round(found, case, view, wanted)
        over = Message("decision.closed", {**named, "closing": found.closing})
        no_way = Message("decision.no_way", named)
        if found.closed:
            rests = bool(self.declared.same_text or self.declared.opens_at)
            rests = rests or bool(self._marks(view, case))
            rests = rests or not settled(view.collaboration.register, view.day)
            return Unadvisable(over) if rests or found.weights else Hopeless(over)
        ways = reaching.carrying() if wanted else reaching.breaking()
        if found.final and wanted:
            ways += reaching.carrying_at_closing()
        elif found.final:
            score = found.after_closing(found.yes, found.no, found.out, found.open)
            if not found.passes(*score):
                ways.append(every([reaching.after_closing(), *reaching.keep()]))
        return self._possible(ways, view, no_way)

    def _possible(self, ways: list[Way], view: View, no_way: Message) -> Way:
        """Those of the ways whose counts can be reached at all."""
        left = [way for way in ways if not asks_too_much(way)]
        # weights can be recorded otherwise, and who decides can change
        settles = self.declared.weight is None and settled(view.collaboration.register, view.day)
        return any_of(left, no_way) if left or settles else Unadvisable(no_way)

    def _marks(self, view: View, case: Case) -> tuple[Cell, ...]:
        """The cells on which the closing day rests."""
        closes = self.declared.closes
        return () if closes is None else cells(closes, view.in_case(case))

    def _weights_first(self, found: Count, case: Case, view: View) -> Way:
        """What else is needed cannot be said while a weight is not known."""
        unknown = Unadvisable(Message("decision.weights", {"decision": self._name}))
        at, name = self._weighed_by(view, case)
        if at is None:
            return Hopeless(unknown.what)
        missing: list[Way] = [
            Want(Cell(at.id, "fact", name, one), THERE.meet(allow("at_least", 0)), self.key)
            for one in found.voters
        ]
        return every([*missing, unknown])

    def _weighed_by(self, view: View, case: Case) -> tuple[Case | None, str]:
        lifecycle, _, name = (self.declared.weight or "").rpartition(".")
        return located(view.in_case(case), lifecycle or None), name

    def _new_round(self, found: Count, case: Case, view: View, wanted: bool) -> Way:
        """Open the round, for the first time or again, and then speak in it."""
        decision = self.declared
        assert decision.opens_at is not None
        entry = case.entry("steps", decision.opens_at)
        demand = THERE if entry is None else THERE.meet(allow("newer", entry.sequence))
        opening = Want(Cell(case.id, "step", decision.opens_at), demand, self.key)
        closing: date | None = None
        if decision.closes is not None:
            closing = written_closing(decision, view, case)
            if closing is None or is_closed(decision, closing, view.day):
                what = Message("decision.new_round", {"decision": self._name})
                return every([opening, Unadvisable(what)])
        elif decision.answer_within is not None:
            if decision.answer_within.beyond(view.day):
                return every([opening, Unadvisable(told_ended(decision.answer_within, self._name))])
            closing = decision.answer_within.after(view.day)
        later = fresh_round(found, view.collaboration.sequence, closing)
        reaching = Reaching(later, case.id, self.key)
        ways = reaching.carrying() if wanted else reaching.breaking()
        spoken = self._possible(ways, view, Message("decision.no_way", {"decision": self._name}))
        return every([opening, spoken])

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """The words of each voter, in or out of the round; what closes it exactly.

        A question is no position, and being against is being against in every word. What opens
        the round is there or not, unless the round closes so long after it.
        """
        case = located(view, self.above)
        found = count(self.declared, self.above, view)
        if case is None or found is None:
            return ()
        read = self.reads(view)
        marks = tuple(cell for cell in read if cell.kind in ("step", "document"))
        declared = self.declared
        # a plugin is told whether the round is over, whatever that means for our own count
        ends = closes_for_good(declared) or bool(declared.plugin)
        timed = ends and bool(declared.closes or declared.answer_within)
        closing = (found.closing,) if found.closing is not None and timed else ()
        sides = self._closings() if timed else ()
        words: frozenset[Value] = frozenset({"for", "abstain"})
        # an old word only matters where silence would mean trust and somebody was against
        forgets = not (timed and silence(declared) == "trusts")
        cuts: list[Cut] = []
        for cell in read:
            if cell.kind == "position":
                like = None if declared.weight else self._like(found, str(cell.who))
                cuts.append(Cut(
                    cell, words=words, days=closing, newer_than=marks, like=like,
                    ignores=frozenset({"ask"}), forgets=forgets,
                    until=tuple(one for one, _ in sides), at=case.id,
                ))  # fmt: skip
            elif cell in marks and not timed:
                cuts.append(Cut(cell))
            elif cell.kind == "answer":
                cuts.append(Cut(cell, words=frozenset((NO, UNKNOWN, YES))))
            elif cell.kind == "fact" and declared.plugin and cell not in self._marks(view, case):
                continue  # only the plugin looks at it
            elif cell == TODAY:
                turning = turning_days(view.collaboration.register)
                own = TODAY in self._marks(view, case)  # a closing that moves with the day
                cuts.append(Cut(cell, points=(*turning, *closing), exact=own, sides=sides,
                                at=case.id))  # fmt: skip
            else:
                dated = cell.kind == "step" or cell.name != (declared.weight or "")
                cuts.append(Cut(cell, exact=True, sides=sides if dated else (), at=case.id))
        return tuple(cuts)

    def _closings(self) -> tuple[tuple[Operand, Operand], ...]:
        """The day on which the round closes, beside the day on which one asks."""
        declared = self.declared
        if declared.closes is not None:
            return ((declared.closes, Today()),)
        if declared.opens_at is None or declared.answer_within is None:
            return ()
        return ((Shifted(DayOfStep(declared.opens_at), declared.answer_within), Today()),)

    def _like(self, found: Count, voter: str) -> Hashable:
        """What of a voter matters beside its word."""
        sorts = tuple(voter in those for those in found.sorts.values())
        second = self.declared.second_person and voter == found.opener
        return "voter", voter in found.vetoers, second, sorts

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Shown for the same voters and way of counting, with a share or quorum that asks more."""
        if not isinstance(other, Decision) or self.above != other.above:
            return False
        strict, loose = (self, other) if wanted else (other, self)
        mine, its = strict.declared, loose.declared
        plain = attrs.evolve(mine, share=its.share, quorum=its.quorum)
        if plain != its or mine.method == "double" or mine.plugin:
            return mine == its
        return asks_more(mine.share, its.share) and asks_more(mine.quorum, its.quorum)
