"""`decision`: whether the parties decided, by the way of deciding that the text names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import ClassVar

import attrs

from samenwerk.core.allowed import THERE, Allowed, allow
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import cells
from samenwerk.core.view import View, located
from samenwerk.core.votes import Count, count
from samenwerk.core.ways import Bound, Bounds, Hopeless, Want, Way, any_of, every
from samenwerk.core.who import turning_days
from samenwerk.values.case import Case
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.declared import POSITIONS
from samenwerk.values.declared import Decision as Declared
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message, Name
from samenwerk.values.share import Share

_AGAINST = {"consent": "object"}


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
            "decision.against": "{decision}: niet besloten; {against} stemde tegen",
            "decision.unknown": "{decision}: nog open; {yes} van {voters} voor, nodig {needed}; "
            "nog niets gezegd: {waiting}",
            "decision.objection": "{decision}: niet besloten; bezwaar van {against}",
            "decision.weights": "{decision}: het gewicht van een van de stemmen is niet bekend",
            "decision.nobody": "{decision}: niemand beslist hierover op deze dag",
            "decision.nowhere": "{decision}: hier is geen dossier voor dit besluit",
            "decision.closed": "{decision}: de ronde sloot op {closing}",
        },
        "en": {
            "decision.met": "{decision}: decided with {yes} of {voters} for",
            "decision.unmet": "{decision}: not decided; {yes} of {voters} for, needed {needed}",
            "decision.against": "{decision}: not decided; {against} voted against",
            "decision.unknown": "{decision}: still open; {yes} of {voters} for, needed {needed}; "
            "not heard yet: {waiting}",
            "decision.objection": "{decision}: not decided; objection by {against}",
            "decision.weights": "{decision}: the weight of one of the votes is not known",
            "decision.nobody": "{decision}: nobody decides on this on that day",
            "decision.nowhere": "{decision}: there is no case here for this decision",
            "decision.closed": "{decision}: the round closed on {closing}",
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
    def key(self) -> str:
        """As `decision adopt_desk`."""
        return f"decision {self.full_name}"

    def evaluate(self) -> Evaluate:
        """Counted anew in each view."""
        declared, above = self.declared, self.above

        def evaluate(view: View) -> int:
            found = count(declared, above, view)
            return NO if found is None else found.truth()

        return evaluate

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
        if decision.opens_at is not None:
            read.append(Cell(case.id, "step", decision.opens_at))
        if decision.same_text is not None:
            read.append(Cell(case.id, "document", decision.same_text))
        if decision.closes is not None:
            read += cells(decision.closes, view.in_case(case))
        if decision.weight is not None:
            lifecycle, _, name = decision.weight.rpartition(".")
            at = located(view.in_case(case), lifecycle or None)
            read += [Cell(at.id, "fact", name, voter) for voter in found.voters] if at else []
        return tuple(dict.fromkeys([*read, TODAY]))

    def message(self, view: View, truth: int) -> Message:
        """The score, what was needed, and who is still to speak."""
        found = count(self.declared, self.above, view)
        decision = Name("decision", self.full_name)
        if found is None:
            return Message("decision.nowhere", {"decision": decision})
        if not found.voters:
            return Message("decision.nobody", {"decision": decision})
        params: dict[str, object] = {
            "decision": decision,
            "yes": len(found.yes),
            "voters": len(found.voters),
            "needed": self._needed(found),
            "waiting": _named(found.open),
        }
        if found.weights is None and truth == UNKNOWN:
            return Message("decision.weights", {"decision": decision})
        if truth != NO:
            return Message("decision.met" if truth == YES else "decision.unknown", params)
        objectors = [one for one in found.no if one in found.words]
        if objectors and self.declared.method in ("consent", "unanimity", "joint"):
            ending = "objection" if self.declared.method == "consent" else "against"
            return Message(
                f"decision.{ending}", {"decision": decision, "against": _named(objectors)}
            )
        return Message("decision.unmet", params)

    def _needed(self, found: Count) -> int:
        """The smallest number of yes that would carry it, were everyone to speak."""
        everyone = len(found.voters) - len(found.out)
        pool = [one for one in found.voters if one not in found.out]
        for size in range(1, everyone + 1):
            if found.carried(pool[:size], pool[size:], found.out, len(found.voters)):
                return size
        return everyone

    def ways(self, view: View, wanted: bool) -> Way:
        """Positions to be given or changed, the closing to be waited for, or a new round."""
        case = located(view, self.above)
        found = count(self.declared, self.above, view)
        decision = Name("decision", self.full_name)
        if case is None or found is None:
            nowhere = Message("decision.nowhere", {"decision": decision})
            return Hopeless(nowhere) if wanted else every(())
        if not found.voters:
            nobody = Message("decision.nobody", {"decision": decision})
            return Hopeless(nobody) if wanted else every(())
        if found.truth() == (YES if wanted else NO):
            return self._keep(found, case)
        over = Message("decision.closed", {"decision": decision, "closing": found.closing})
        ways: list[Way] = []
        if not found.closed:
            ways += self._yes(found, case) if wanted else self._no(found, case)
            ways += self._waiting(found, case, wanted)
        if not ways and wanted and self.declared.opens_at is not None:
            step = Cell(case.id, "step", self.declared.opens_at)
            ways.append(Want(step, THERE.meet(allow("newer", found.since)), self.key))
        return any_of(ways, over)

    def _says(self, found: Count, *words: str) -> Allowed:
        demand = allow("one_of", frozenset(words)).meet(allow("newer", found.since))
        return demand.meet(allow("dated_by", found.closing)) if found.final else demand

    def _keep(self, found: Count, case: Case) -> Way:
        kept: list[Way] = []
        for voter, entry in found.words.items():
            said = self._says(found, str(entry.value))
            kept.append(Want(self._cell(case, voter), said, self.key))
        if found.closed:
            kept.append(self._after(found))
        return every(kept)

    def _after(self, found: Count) -> Way:
        closing = found.closing
        assert closing is not None
        meeting = self.declared.closes is not None
        return Want(TODAY, allow("at_earliest", closing if meeting else _next(closing)), self.key)

    def _frontier(self, found: Count, *, closing: bool) -> list[tuple[int, int]]:
        """Pairs (new yes of those open, yes of those who said otherwise) that just suffice."""
        others = [one for one in (*found.out, *found.no) if one in found.words]
        pairs: list[tuple[int, int]] = []
        for changed in range(len(others) + 1):
            turned = others[len(others) - changed :]
            left_no = [one for one in found.no if one not in turned]
            left_out = [one for one in found.out if one not in turned]
            for new in range(len(found.open) + 1):
                yes = [*found.yes, *turned, *found.open[:new]]
                rest = found.open[new:]
                if closing:
                    score = found.after_closing(yes, left_no, left_out, rest)
                    ok = found.carried(*score[:3], found.spoke + new)
                else:
                    spoke = found.spoke + len(found.open)
                    ok = found.carried(yes, [*left_no, *rest], left_out, spoke)
                    if ok and found.final:
                        score = found.after_closing(yes, left_no, left_out, rest)
                        ok = found.carried(*score[:3], found.spoke + new)
                if ok:
                    if not pairs or new < pairs[-1][0]:
                        pairs.append((new, changed))
                    break
        return pairs

    def _yes(self, found: Count, case: Case) -> list[Way]:
        return [
            self._bounds(found, case, new, changed)
            for new, changed in self._frontier(found, closing=False)
        ]

    def _waiting(self, found: Count, case: Case, wanted: bool) -> list[Way]:
        if not found.final:
            return []
        if not wanted:
            score = found.after_closing(found.yes, found.no, found.out, found.open)
            return [] if found.passes(*score) else [self._after(found)]
        return [
            every([self._after(found), self._bounds(found, case, new, changed)])
            for new, changed in self._frontier(found, closing=True)
        ]

    def _bounds(self, found: Count, case: Case, new: int, changed: int) -> Way:
        """So many new yes and so many turned ones, with at least one of each sort, and so on."""
        yes = self._says(found, "for")
        decision = self.declared

        def cell(voter: str) -> Cell:
            return self._cell(case, voter)

        def among(total: int, voters: list[str]) -> Bound:
            return Bound(total, tuple((cell(one), 1) for one in voters), yes)

        turned = [one for one in (*found.out, *found.no) if one in found.words]
        bounds = [among(new, found.open)] if new else []
        bounds += [among(changed, turned)] if changed else []
        if decision.weight is not None and found.weights:
            total = sum(found.weights.values())
            share = decision.weight_share or Share(1, 2)
            enough = -(-total * share.part // share.whole)
            enough += 1 if decision.weight_share is None and enough * 2 == total else 0
            weighed = tuple((cell(one), found.weights[one]) for one in found.voters)
            bounds.append(Bound(enough, weighed, yes))
        for those in found.sorts.values():
            bounds.append(among(1, [one for one in found.voters if one in those]))
        if decision.second_person:
            bounds.append(among(1, [one for one in found.voters if one != found.opener]))
        parts: list[Way] = [
            Want(cell(one), self._says(found, "for", "abstain"), self.key)
            for one in found.no
            if one in found.vetoers and one in found.words
        ]
        parts += [Want(cell(one), yes, self.key) for one in found.yes if one in found.words]
        short = [one for one in bounds if sum(weight for _, weight in one.cells) < one.total]
        if short:
            name = Name("decision", self.full_name)
            return Hopeless(Message("decision.nobody", {"decision": name}))
        if bounds:
            parts.insert(0, Bounds(tuple(bounds), self.key))
        return every(parts)

    def _no(self, found: Count, case: Case) -> list[Way]:
        """The fewest who must say no for the rest to be unable to carry it."""
        word = _AGAINST.get(self.declared.method, "against")
        movable = [*found.open, *found.yes]
        movable = [one for one in movable if one in found.words or one in found.open]
        for size in range(1, len(movable) + 1):
            turned = movable[:size]
            yes = [one for one in (*found.yes, *found.open) if one not in turned]
            spoke = len(found.voters)
            if not found.carried(yes, [*found.no, *turned], found.out, spoke) or not yes:
                cell_list = tuple((self._cell(case, one), 1) for one in movable)
                bound = Bound(size, cell_list, self._says(found, word))
                kept: list[Way] = [
                    Want(self._cell(case, one), self._says(found, str(found.words[one].value)))
                    for one in found.no
                    if one in found.words
                ]
                return [every([Bounds((bound,), self.key), *kept])]
        return []

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """The words of each voter, in or out of the round; what opens and closes it exactly."""
        case = located(view, self.above)
        found = count(self.declared, self.above, view)
        if case is None or found is None:
            return ()
        read = self.reads(view)
        marks = tuple(cell for cell in read if cell.kind in ("step", "document"))
        closing = () if found.closing is None else (found.closing,)
        cuts: list[Cut] = []
        for cell in read:
            if cell.kind == "position":
                words = frozenset(POSITIONS)
                cuts.append(Cut(cell, words=words, days=closing, newer_than=marks))
            elif cell == TODAY:
                turning = turning_days(view.collaboration.register)
                cuts.append(Cut(cell, points=(*turning, *closing)))
            else:
                cuts.append(Cut(cell, exact=True))
        return tuple(cuts)

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Shown for the same voters and way of counting, with a share or quorum that asks more."""
        if not isinstance(other, Decision) or self.above != other.above:
            return False
        strict, loose = (self, other) if wanted else (other, self)
        mine, its = strict.declared, loose.declared
        plain = attrs.evolve(mine, share=its.share, quorum=its.quorum)
        if plain != its or mine.method == "double":
            return mine == its
        return _more(mine.share, its.share) and _more(mine.quorum, its.quorum)


def _more(mine: Share | int | None, its: Share | int | None) -> bool:
    if its is None or mine is None or mine == its:
        return mine == its
    if isinstance(mine, Share) and isinstance(its, Share):
        return mine.fraction >= its.fraction
    return isinstance(mine, int) and isinstance(its, int) and mine >= its


def _named(parties: list[str]) -> tuple[Name, ...]:
    return tuple(Name("party", one) for one in parties)


def _next(day: object) -> object:
    return day + timedelta(days=1)  # type: ignore[operator]
