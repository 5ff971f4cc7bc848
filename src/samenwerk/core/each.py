"""Conditions about each of a set: every, some, no, so many, or a share of parties or cases."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.core.allowed import THERE
from samenwerk.core.copies import copies, copy_id, in_order, meant
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.node import AskTree, Tree, counted
from samenwerk.core.view import View, located, within
from samenwerk.core.ways import (
    NOTHING_NEEDED,
    Hopeless,
    Unadvisable,
    Want,
    Way,
    any_of,
    every,
    least,
)
from samenwerk.core.who import members, roll, settled
from samenwerk.values.case import Case
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.finding import NO, YES, Finding
from samenwerk.values.message import Message, Name
from samenwerk.values.tree import Each


class EachTree(Tree):
    """A condition about each of a set of parties or cases."""

    def __init__(self, each: Each, part: Tree | None) -> None:
        self.each, self.parts = each, () if part is None else (part,)
        self.part = part
        leaf = part.leaf if isinstance(part, AskTree) else None
        # only cases in these states can answer yes: the others need not be visited
        narrow = isinstance(leaf, CaseState) and leaf.where == "here"
        narrow = narrow and each.quantifier in ("some", "no", "count")
        self.narrow: tuple[str, ...] | None = None
        if narrow and isinstance(leaf, CaseState):
            self.narrow = tuple(sorted(leaf.states))

        def judge(view: View, record: list[int]) -> int:
            truth = self.truth(view)
            record.append(truth)
            return truth

        self.judge = judge
        self._roll = None if each.among is None else roll(each.among)
        what = each.among.key if each.among is not None else each.cases
        size = {"count": f" {each.count}", "share": f" {each.share}"}.get(each.quantifier, "")
        self._key = f"{each.quantifier}{size} {what}" + (f" {part.key}" if part else "")

    @property
    def key(self) -> str:
        """As `every member done change.adopt`."""
        return self._key

    def views(self, view: View, narrow: bool = False) -> list[View]:
        """A view for each of the set; `narrow` leaves out cases that cannot answer yes."""
        each = self.each
        if each.among is not None:
            return [view.of_party(party) for party in members(each.among, view)]
        assert each.cases is not None
        if each.per is not None:
            return self._copies(view, narrow)
        collaboration = view.collaboration
        if narrow and self.narrow is not None:
            shelves = [collaboration.by_state.get((each.cases, one)) for one in self.narrow]
        else:
            shelves = [collaboration.by_lifecycle.get(each.cases)]
        order = sorted((n, id) for shelf in shelves if shelf for id, n in shelf.items())
        home = located(view, each.home)
        found = (collaboration.cases[id] for _, id in order if id != view.case.id)
        return [view.in_case(case) for case in found if within(case, home, view)]

    def _copies(self, view: View, narrow: bool) -> list[View]:
        """A view of the copy of each who has one."""
        states = self.narrow if narrow else None
        return [
            view.in_case(case)
            for above, those, own in self._places(view)
            for party in those
            if (case := own.get(party)) is not None and case.id != view.case.id
            and (states is None or case.state in states)
        ]  # fmt: skip

    def missing(self, view: View) -> list[tuple[str, str]]:
        """Who has no copy, each with the case under which it would be ("" for none)."""
        if self.each.per is None:
            return []
        at, mine = view.case, view.case.lifecycle == self.each.cases
        return [
            (above, party)
            for above, those, own in self._places(view)
            for party in those
            if party not in own
            and not (mine and (at.parent or "", at.of) == (above, party))
        ]  # fmt: skip

    def _places(self, view: View) -> Iterator[tuple[str, tuple[str, ...], dict[str, Case]]]:
        """Each case under which there are copies, who can have one there, and who has."""
        each = self.each
        assert each.per is not None
        assert each.cases is not None
        known = view.collaboration
        for above in self._above(view):
            those = meant(each.per, known, above, view.day)
            parent = None if above is None else above.id
            yield parent or "", those, copies(known, each.cases, parent)

    def _above(self, view: View) -> list[Case | None]:
        under = self.each.under
        if under is None:
            return [None]
        home = located(view, self.each.home)
        if home is not None and home.lifecycle == under:
            return [home]
        found = in_order(view.collaboration, under)
        return [case for case in found if within(case, home, view)]

    def truth(self, view: View) -> int:
        """By the quantifier; an empty set has an answer of its own."""
        each = self.each
        truths = self._truths(view)
        match each.quantifier:
            case "every":
                return min(truths) if truths else self._empty()
            case "some":
                return max(truths, default=NO)
            case "no":
                return YES - max(truths, default=NO)
            case "count":
                return counted(truths, each.count)
        return counted(truths, self._enough(len(truths))) if truths else self._empty()

    def _truths(self, view: View) -> list[int]:
        """What the part answers about each."""
        if self._roll is not None and self.part is None:
            return [YES] * len(self._roll(view))
        if self._roll is None or self.part is None:
            views = self.views(view, narrow=True)
            found = [YES if self.part is None else self.part.judge(one, []) for one in views]
            # who has no copy cannot say yes; where only a yes counts it need not be looked for
            lacking = [] if self.each.quantifier in ("some", "no", "count") else self.missing(view)
            return found + [NO] * len(lacking)
        judge, record, truths = self.part.judge, [], []  # type: ignore[var-annotated]
        about = view.of_party("")  # one view serves all, for nobody keeps it
        for party in self._roll(view):
            about.who = party
            truths.append(judge(about, record))
        return truths

    def _empty(self) -> int:
        return YES if self.each.met_when_empty else NO

    def _enough(self, total: int) -> int:
        share = self.each.share
        return total if share is None else -(-share.part * total // share.whole)

    def finding(self, view: View) -> Finding:
        """With a finding for each of the set that has something to say."""
        each, truth = self.each, self.truth(view)
        views, missing = self.views(view), self.missing(view)
        whole = Name(each.among.kind if each.among else "lifecycle",
                     each.among.full_name if each.among else str(each.cases))  # fmt: skip
        told: dict[str, object] = {"group": whole, "total": len(views) + len(missing)}
        if not views and not missing:
            return Finding(self.key, truth, Message("tree.empty", told))
        children = tuple(
            Finding(f"{self.key} [{label}]", inner.truth, Message("tree.of", {
                "who": Name("case", label) if party is None else Name("party", party),
                "finding": inner.message,
            }), inner.read, inner.children)
            for one in views if self.part is not None
            for inner in (self.part.finding(one),)
            for party in (one.who if each.per is None else one.case.of,)
            for label in (one.who or one.case.id,)
        )  # fmt: skip
        if self.part is not None or each.quantifier in ("every", "share"):
            children += tuple(
                Finding(f"{self.key} [{copy_id(above, str(each.cases), party)}]", NO,
                        Message("tree.of", {"who": Name("party", party), "finding": Message(
                            "tree.no_copy", {"group": whole})}))
                for above, party in missing
            )  # fmt: skip
        met = len(views) if self.part is None else sum(c.truth == YES for c in children)
        told |= {"met": met, "count": each.count, "share": each.share}
        return Finding(
            self.key, truth, Message(f"tree.{each.quantifier}", told), children=children
        )

    def ways(self, view: View, wanted: bool) -> Way:
        """The ways for each, joined by the quantifier; the set itself is taken as it is."""
        each = self.each
        views = self.views(view)
        told = {"group": Name(each.among.kind, each.among.full_name)} if each.among else {
            "group": Name("lifecycle", str(each.cases))
        }  # fmt: skip
        empty = Message("tree.empty_group", told)
        missing = self.missing(view)
        way = self._joined(views, missing, view, wanted, empty)
        size = len(views) + len(missing)
        if isinstance(way, Hopeless) and self._may_change(view, wanted, size):
            return Unadvisable(way.ground)
        return way

    def _joined(
        self, views: list[View], missing: list[tuple[str, str]], view: View, wanted: bool,
        empty: Message,
    ) -> Way:  # fmt: skip
        each = self.each
        size = len(views) + len(missing)
        taken = self.part is None and not missing  # the set itself is taken as it is
        if taken or (not size and each.quantifier in ("every", "share")):
            right = self.truth(view) == (YES if wanted else NO)
            return NOTHING_NEEDED if right else Hopeless(empty)
        flip = each.quantifier == "no"
        ways = [self._way(one, wanted != flip, empty) for one in views]
        for above, party in missing:
            # an open copy is not a yes yet: what it still needs is asked once it is there
            opened = Want(Cell(above, "copy", str(each.cases), party), THERE, self.key)
            ways.append(opened if wanted != flip else NOTHING_NEEDED)
        match each.quantifier:
            case "every" | "no" if wanted:
                return every(ways)
            case "some" if not wanted:
                return every(ways)
            case "some" | "every" | "no":
                return any_of(ways, empty)
        enough = each.count if each.quantifier == "count" else self._enough(size)
        return least(enough if wanted else size - enough + 1, ways, empty)

    def _way(self, one: View, wanted: bool, empty: Message) -> Way:
        if self.part is not None:
            return self.part.ways(one, wanted)
        return NOTHING_NEEDED if wanted else Hopeless(empty)

    def _may_change(self, view: View, wanted: bool, size: int) -> bool:
        """Whether another set could help: one that is too small can grow, and a register that
        changes with the days can do anything."""
        each = self.each
        if each.among is not None and not settled(view.collaboration.register, view.day):
            return True
        if each.quantifier == "share" or each.met_when_empty:
            return True
        more = each.quantifier in ("some", "count") if wanted else each.quantifier in (
            "every", "no"
        )  # fmt: skip
        short = size < (each.count if each.quantifier == "count" else 1)
        return short or (more and each.cases is not None)

    def reads(self, view: View) -> tuple[Cell, ...]:
        """What the part reads about each, and the set itself."""
        inner = [cell for one in self.views(view) if self.part for cell in self.part.reads(one)]
        each = self.each
        if each.among is not None:
            whole = [Cell("", "members", each.among.name)]
        else:
            whole = [Cell("", "cases", str(each.cases))]
        if each.per is not None:
            whole.append(Cell("", "members", each.per.name))
        return tuple(dict.fromkeys([*inner, *whole, TODAY]))

    def sequences(self, view: View) -> set[int]:
        """Those that the part read about each."""
        part = self.part
        if part is None:
            return set()
        found: set[int] = set()
        for one in self.views(view):
            found |= part.sequences(one)
        return found

    def recorded(self) -> tuple[Tree, ...]:
        """Itself, as one."""
        return (self,)


WORDING = {
    "nl": {
        "tree.of": "{who}: {finding}",
        "tree.every": "{group}: {met} van {total}; nodig: allemaal",
        "tree.some": "{group}: {met} van {total}; nodig: minstens één",
        "tree.no": "{group}: {met} van {total}; nodig: geen enkele",
        "tree.count": "{group}: {met} van {total}; nodig: minstens {count}",
        "tree.share": "{group}: {met} van {total}; nodig: minstens {share}",
        "tree.no_copy": "er is nog geen {group}",
        "tree.empty": "er is op deze dag geen {group}",
        "tree.empty_group": "er is op deze dag geen {group} die dit kan",
    },
    "en": {
        "tree.of": "{who}: {finding}",
        "tree.every": "{group}: {met} of {total}; needed: all of them",
        "tree.some": "{group}: {met} of {total}; needed: at least one",
        "tree.no": "{group}: {met} of {total}; needed: none",
        "tree.count": "{group}: {met} of {total}; needed: at least {count}",
        "tree.share": "{group}: {met} of {total}; needed: at least {share}",
        "tree.no_copy": "there is no {group} yet",
        "tree.empty": "there is no {group} on that day",
        "tree.empty_group": "there is no {group} on that day who can do this",
    },
}
