"""The one evaluated tree: conditions compiled once, walked for every question.

Verdict (`judge`), findings, ways and cells read are walks over the same nodes; each node calls
the same evaluate of its leaves. Truths are 0 (no), 1 (unknown), 2 (yes): all is the smallest,
any the largest, not is two minus it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from samenwerk.core.leaf import Leaf
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.operands import read
from samenwerk.core.view import View, located
from samenwerk.core.ways import NOTHING_NEEDED, Hopeless, Way, any_of, every, least
from samenwerk.core.who import members
from samenwerk.values.case import Case
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.finding import NO, UNKNOWN, YES, Finding
from samenwerk.values.message import Message, Name
from samenwerk.values.tree import All, Ask, AtLeast, Each, Named, Node, Not, Some

Judge = Callable[[View, list[int]], int]


class Tree:
    """A compiled node. `judge` gives the truth and writes one truth per leaf into the record."""

    judge: Judge
    parts: tuple[Tree, ...] = ()

    def truth(self, view: View) -> int:
        """The truth alone."""
        return self.judge(view, [])

    def finding(self, view: View) -> Finding:
        """What it answered, opened for reading."""
        raise AssertionError

    def ways(self, view: View, wanted: bool) -> Way:
        """What would have to stand where."""
        raise AssertionError

    def reads(self, view: View) -> tuple[Cell, ...]:
        """Every cell its answer can depend on, in this view."""
        found = (cell for part in self.parts for cell in part.reads(view))
        return tuple(dict.fromkeys(found))

    def recorded(self) -> tuple[Tree, ...]:
        """The nodes that write into the record, in the order in which they write."""
        return tuple(node for part in self.parts for node in part.recorded())

    @property
    def key(self) -> str:
        """The stable name of this node in the record."""
        raise AssertionError


class AskTree(Tree):
    """A leaf."""

    def __init__(self, leaf: Leaf) -> None:
        self.leaf = leaf
        evaluate = self.evaluate = leaf.evaluate()

        def judge(view: View, record: list[int]) -> int:
            truth = evaluate(view)
            record.append(truth)
            return truth

        self.judge = judge

    @property
    def key(self) -> str:
        """The leaf's own."""
        return self.leaf.key

    def finding(self, view: View) -> Finding:
        """The leaf's message, and the entries it read."""
        truth = self.evaluate(view)
        evidence = read(view, self.leaf.reads(view))
        message = self.leaf.message(view, truth)
        return Finding(self.key, truth, message, tuple(e for e in evidence if e[0] != TODAY))

    def ways(self, view: View, wanted: bool) -> Way:
        """The leaf's own."""
        return self.leaf.ways(view, wanted)

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The leaf's own."""
        return self.leaf.reads(view)

    def recorded(self) -> tuple[Tree, ...]:
        """Itself."""
        return (self,)


class AllTree(Tree):
    """All of the parts."""

    def __init__(self, parts: Sequence[Tree]) -> None:
        self.parts = tuple(parts)
        judges = [part.judge for part in parts]
        self.judge = lambda view, record: min([judge(view, record) for judge in judges])

    @property
    def key(self) -> str:
        """As `all(a, b)`."""
        return f"all({', '.join(part.key for part in self.parts)})"

    def finding(self, view: View) -> Finding:
        """With a finding per part."""
        return _joined("all", self.key, self.truth(view), self.parts, view)

    def ways(self, view: View, wanted: bool) -> Way:
        """All of the parts' ways; one suffices for a no."""
        ways = [part.ways(view, wanted) for part in self.parts]
        return every(ways) if wanted else any_of(ways, _nobody(self.key))


class SomeTree(Tree):
    """So many of the parts; one for any."""

    def __init__(self, count: int, parts: Sequence[Tree]) -> None:
        self.count, self.parts = count, tuple(parts)
        judges = [part.judge for part in parts]
        if count == 1:
            self.judge = lambda view, record: max([judge(view, record) for judge in judges])
        else:
            self.judge = lambda view, record: _counted(
                [judge(view, record) for judge in judges], count
            )

    @property
    def key(self) -> str:
        """As `any(a, b)` or `2 of(a, b, c)`."""
        word = "any" if self.count == 1 else f"{self.count} of"
        return f"{word}({', '.join(part.key for part in self.parts)})"

    def finding(self, view: View) -> Finding:
        """With a finding per part."""
        found = _joined("any", self.key, self.truth(view), self.parts, view)
        if self.count == 1:
            return found
        told = {"count": self.count, "of": len(self.parts)}
        return Finding(
            self.key, found.truth, Message("tree.at_least", told), children=found.children
        )

    def ways(self, view: View, wanted: bool) -> Way:
        """So many of the parts' ways; for a no, so many that too few are left."""
        ways = [part.ways(view, wanted) for part in self.parts]
        needed = self.count if wanted else len(ways) - self.count + 1
        return least(needed, ways, _nobody(self.key))


class NotTree(Tree):
    """Not the part."""

    def __init__(self, part: Tree) -> None:
        self.parts = (part,)
        judge = part.judge
        self.judge = lambda view, record: YES - judge(view, record)

    @property
    def key(self) -> str:
        """As `not(a)`."""
        return f"not({self.parts[0].key})"

    def finding(self, view: View) -> Finding:
        """With the finding of the part, which keeps its own truth."""
        return _joined("not", self.key, self.truth(view), self.parts, view)

    def ways(self, view: View, wanted: bool) -> Way:
        """The part's ways to the opposite."""
        return self.parts[0].ways(view, not wanted)


class NamedTree(Tree):
    """A rule by its name."""

    def __init__(self, named: Named, part: Tree) -> None:
        self.rule, self.parts = named.rule, (part,)
        self.severity = named.severity or named.rule.severity
        self.judge = part.judge

    @property
    def key(self) -> str:
        """As `rule regional_legitimacy`."""
        return f"rule {self.rule.name}"

    def finding(self, view: View) -> Finding:
        """The rule, with what it is made of beneath."""
        inner = self.parts[0].finding(view)
        told = {NO: "tree.rule_unmet", UNKNOWN: "tree.rule_unknown", YES: "tree.rule_met"}
        message = Message(told[inner.truth], {"rule": Name("rule", self.rule.name)})
        children = inner.children if inner.leaf.startswith("all(") else (inner,)
        return Finding(
            self.key, inner.truth, message, (), children, self.severity, self.rule.source
        )

    def ways(self, view: View, wanted: bool) -> Way:
        """Those of what it is made of."""
        return self.parts[0].ways(view, wanted)


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

    @property
    def key(self) -> str:
        """As `every member done change.adopt`."""
        each = self.each
        what = each.among.name if each.among is not None else each.cases
        size = {"count": f" {each.count}", "share": f" {each.share}"}.get(each.quantifier, "")
        return f"{each.quantifier}{size} {what}" + (f" {self.part.key}" if self.part else "")

    def views(self, view: View, narrow: bool = False) -> list[View]:
        """A view for each of the set; `narrow` leaves out cases that cannot answer yes."""
        each = self.each
        if each.among is not None:
            return [view.of_party(party) for party in members(each.among, view)]
        assert each.cases is not None
        collaboration = view.collaboration
        if narrow and self.narrow is not None:
            shelves = [collaboration.by_state.get((each.cases, one)) for one in self.narrow]
        else:
            shelves = [collaboration.by_lifecycle.get(each.cases)]
        order = sorted((n, id) for shelf in shelves if shelf for id, n in shelf.items())
        home = located(view, each.home)
        found = (collaboration.cases[id] for _, id in order if id != view.case.id)
        return [view.in_case(case) for case in found if _under(case, home, view)]

    def truth(self, view: View) -> int:
        """By the quantifier; an empty set has an answer of its own."""
        each = self.each
        views = self.views(view, narrow=True)
        truths = [YES if self.part is None else self.part.judge(one, []) for one in views]
        match each.quantifier:
            case "every":
                return min(truths) if truths else self._empty()
            case "some":
                return max(truths, default=NO)
            case "no":
                return YES - max(truths, default=NO)
            case "count":
                return _counted(truths, each.count)
        return _counted(truths, self._enough(len(truths))) if truths else self._empty()

    def _empty(self) -> int:
        return YES if self.each.met_when_empty else NO

    def _enough(self, total: int) -> int:
        share = self.each.share
        return total if share is None else -(-share.part * total // share.whole)

    def finding(self, view: View) -> Finding:
        """With a finding for each of the set that has something to say."""
        each, truth = self.each, self.truth(view)
        views = self.views(view)
        whole = Name(each.among.kind if each.among else "lifecycle",
                     each.among.name if each.among else str(each.cases))  # fmt: skip
        told: dict[str, object] = {"group": whole, "total": len(views)}
        if not views:
            return Finding(self.key, truth, Message("tree.empty", told))
        children = tuple(
            Finding(f"{self.key} [{label}]", inner.truth, Message("tree.of", {
                "who": Name("party" if one.who else "case", label), "finding": inner.message,
            }), inner.read, inner.children)
            for one in views if self.part is not None
            for inner in (self.part.finding(one),)
            for label in (one.who or one.case.id,)
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
        told = {"group": Name(each.among.kind, each.among.name)} if each.among else {
            "group": Name("lifecycle", str(each.cases))
        }  # fmt: skip
        empty = Message("tree.empty_group", told)
        if self.part is None or (not views and each.quantifier in ("every", "share")):
            right = self.truth(view) == (YES if wanted else NO)
            return NOTHING_NEEDED if right else Hopeless(empty)
        flip = each.quantifier == "no"
        ways = [self.part.ways(one, wanted != flip) for one in views]
        match each.quantifier:
            case "every" | "no" if wanted:
                return every(ways)
            case "some" if not wanted:
                return every(ways)
            case "some" | "every" | "no":
                return any_of(ways, empty)
        enough = each.count if each.quantifier == "count" else self._enough(len(views))
        return least(enough if wanted else len(views) - enough + 1, ways, empty)

    def reads(self, view: View) -> tuple[Cell, ...]:
        """What the part reads about each, and the set itself."""
        inner = [cell for one in self.views(view) if self.part for cell in self.part.reads(one)]
        each = self.each
        if each.among is not None:
            whole = Cell("", "members", each.among.name)
        else:
            whole = Cell("", "cases", str(each.cases))
        return tuple(dict.fromkeys([*inner, whole, TODAY]))

    def recorded(self) -> tuple[Tree, ...]:
        """Itself, as one."""
        return (self,)


def compile_tree(node: Node, memo: dict[Any, Tree] | None = None) -> Tree:
    """Compile a node once; equal leaves and rules share one compiled tree through `memo`."""
    memo = {} if memo is None else memo
    match node:
        case Ask(leaf=leaf):
            key: Any = leaf
        case Named(rule=rule, severity=severity):
            key = (id(rule), severity)
        case _:
            key = None
    if key is not None and key in memo:
        return memo[key]
    tree = _compiled(node, memo)
    if key is not None:
        memo[key] = tree
    return tree


def _compiled(node: Node, memo: dict[Any, Tree]) -> Tree:
    match node:
        case Ask(leaf=leaf):
            return AskTree(leaf)
        case All(parts=parts):
            return AllTree([compile_tree(part, memo) for part in parts])
        case Some(parts=parts):
            return SomeTree(1, [compile_tree(part, memo) for part in parts])
        case AtLeast(count=count, parts=parts):
            return SomeTree(count, [compile_tree(part, memo) for part in parts])
        case Not(part=part):
            return NotTree(compile_tree(part, memo))
        case Named(rule=rule):
            return NamedTree(node, compile_tree(rule.part, memo))
        case Each(part=part):
            return EachTree(node, None if part is None else compile_tree(part, memo))


def _counted(truths: Sequence[int], enough: int) -> int:
    """At least so many: decided as soon as the unknown ones cannot change it."""
    yes = sum(truth == YES for truth in truths)
    if yes >= enough:
        return YES
    return UNKNOWN if yes + sum(truth == UNKNOWN for truth in truths) >= enough else NO


def _under(case: Case, home: Case | None, view: View) -> bool:
    if home is None:
        return True
    at: Case | None = case
    while at is not None and at.id != home.id:
        at = None if at.parent is None else view.collaboration.cases.get(at.parent)
    return at is not None


def _joined(word: str, key: str, truth: int, parts: tuple[Tree, ...], view: View) -> Finding:
    children = tuple(part.finding(view) for part in parts)
    return Finding(key, truth, Message(f"tree.{word}"), children=children)


def _nobody(key: str) -> Message:
    return Message("tree.no_way", {"condition": key})


WORDING = {
    "nl": {
        "tree.all": "al deze voorwaarden",
        "tree.any": "een van deze voorwaarden",
        "tree.not": "dit juist niet",
        "tree.at_least": "minstens {count} van deze {of} voorwaarden",
        "tree.rule_met": "{rule}",
        "tree.rule_unmet": "{rule}",
        "tree.rule_unknown": "{rule}",
        "tree.of": "{who}: {finding}",
        "tree.every": "iedereen in {group}: {met} van {total}",
        "tree.some": "iemand in {group}: {met} van {total}",
        "tree.no": "niemand in {group}: {met} van {total}",
        "tree.count": "minstens {count} in {group}: {met} van {total}",
        "tree.share": "minstens {share} van {group}: {met} van {total}",
        "tree.empty": "in {group} zit op deze dag niemand",
        "tree.empty_group": "in {group} zit op deze dag niemand die dit kan",
        "tree.no_way": "hier is geen weg meer naartoe",
    },
    "en": {
        "tree.all": "all of these conditions",
        "tree.any": "one of these conditions",
        "tree.not": "this must not be so",
        "tree.at_least": "at least {count} of these {of} conditions",
        "tree.rule_met": "{rule}",
        "tree.rule_unmet": "{rule}",
        "tree.rule_unknown": "{rule}",
        "tree.of": "{who}: {finding}",
        "tree.every": "everyone in {group}: {met} of {total}",
        "tree.some": "someone in {group}: {met} of {total}",
        "tree.no": "nobody in {group}: {met} of {total}",
        "tree.count": "at least {count} in {group}: {met} of {total}",
        "tree.share": "at least {share} of {group}: {met} of {total}",
        "tree.empty": "nobody is in {group} on that day",
        "tree.empty_group": "nobody in {group} can do this on that day",
        "tree.no_way": "there is no way left to this",
    },
}
