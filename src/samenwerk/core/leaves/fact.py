"""`fact`: something known, compared with a constant or with something else known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs

from samenwerk.core.allowed import ABSENT, COMPARE, MIRROR, OPPOSITE, THERE, Allowed, allow
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import cells, entry_in, getter
from samenwerk.core.view import View
from samenwerk.core.ways import Want, Way, any_of, every
from samenwerk.core.wording import operand_name
from samenwerk.values.cell import TODAY, Cell, Value
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message
from samenwerk.values.operand import Constant, FactOf, Operand, Today

Bound = Operand | frozenset[Value]


@attrs.frozen
class Fact:
    """What is known about `subject` passes every one of `tests`."""

    subject: Operand
    tests: tuple[tuple[str, Bound], ...]

    word: ClassVar[str] = "fact"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "fact": Key("operand", "wat vergeleken wordt", "what is compared", needed=True),
        "is": Key("constant", "is precies dit", "is exactly this"),
        "is_not": Key("constant", "is iets anders dan dit", "is something else"),
        "one_of": Key("constants", "is een van deze", "is one of these"),
        "at_least": Key("operand", "is minstens", "is at least"),
        "at_most": Key("operand", "is hoogstens", "is at most"),
        "more_than": Key("operand", "is meer dan", "is more than"),
        "less_than": Key("operand", "is minder dan", "is less than"),
        "before": Key("operand", "ligt voor deze dag", "lies before this day"),
        "at_latest": Key("operand", "ligt uiterlijk op deze dag", "lies on this day or before"),
        "at_earliest": Key("operand", "ligt op zijn vroegst op deze dag", "on this day or after"),
        "after": Key("operand", "ligt na deze dag", "lies after this day"),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "fact.met": "{subject} is {value}, en dat moest {tests} zijn",
            "fact.unmet": "{subject} is {value}, maar moet {tests} zijn",
            "fact.unknown": "{subject} is nog niet bekend; het moet {tests} zijn",
            "fact.fixed": "{subject} kan niet meer {tests} worden",
            "test.is": "{bound}",
            "test.is_not": "niet {bound}",
            "test.one_of": "{bound|of}",
            "test.at_least": "minstens {bound}",
            "test.at_most": "hoogstens {bound}",
            "test.more_than": "meer dan {bound}",
            "test.less_than": "minder dan {bound}",
            "test.before": "voor {bound}",
            "test.at_latest": "uiterlijk {bound}",
            "test.at_earliest": "op zijn vroegst {bound}",
            "test.after": "na {bound}",
        },
        "en": {
            "fact.met": "{subject} is {value}, and had to be {tests}",
            "fact.unmet": "{subject} is {value}, but must be {tests}",
            "fact.unknown": "{subject} is not known yet; it must be {tests}",
            "fact.fixed": "{subject} can no longer become {tests}",
            "test.is": "{bound}",
            "test.is_not": "not {bound}",
            "test.one_of": "{bound|or}",
            "test.at_least": "at least {bound}",
            "test.at_most": "at most {bound}",
            "test.more_than": "more than {bound}",
            "test.less_than": "less than {bound}",
            "test.before": "before {bound}",
            "test.at_latest": "on {bound} at the latest",
            "test.at_earliest": "on {bound} at the earliest",
            "test.after": "after {bound}",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ fact = "cost", at_most = "ceiling" }`."""
        subject = line.operand("fact")
        if subject is None:
            return None
        tests = line.comparisons(subject)
        return cls(subject, tests) if tests else None

    @property
    def key(self) -> str:
        """As `fact cost at_most ceiling`."""
        parts = [f"{op} {_spelled(bound)}" for op, bound in self.tests]
        return " ".join(["fact", _spelled(self.subject), *parts])

    def evaluate(self) -> Evaluate:
        """Unknown as long as one side is not known, unless another test already fails."""
        subject = getter(self.subject)
        tests = [_test(op, bound) for op, bound in self.tests]
        if len(tests) == 1:
            passes = tests[0]

            def single(view: View) -> int:
                value = subject(view)
                return UNKNOWN if value is None else passes(value, view)

            return single

        def evaluate(view: View) -> int:
            value = subject(view)
            return UNKNOWN if value is None else min(passes(value, view) for passes in tests)

        return evaluate

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The cells of both sides."""
        sides = [self.subject, *(b for _, b in self.tests if not isinstance(b, frozenset))]
        return tuple(dict.fromkeys(cell for side in sides for cell in cells(side, view)))

    def message(self, view: View, truth: int) -> Message:
        """The subject, its value, and what it must be."""
        value = getter(self.subject)(view)
        tests = tuple(
            Message(f"test.{op}", {"bound": _shown(bound, view)}) for op, bound in self.tests
        )
        ending = "unknown" if value is None else ("unmet", "unknown", "met")[truth]
        subject = operand_name(self.subject)
        return Message(f"fact.{ending}", {"subject": subject, "value": value, "tests": tests})

    def ways(self, view: View, wanted: bool) -> Way:
        """Change either side, keeping the other; a day can be waited for."""
        nobody = Message(
            "fact.fixed",
            {
                "subject": operand_name(self.subject),
                "tests": tuple(
                    Message(f"test.{op}", {"bound": _shown(b, view)}) for op, b in self.tests
                ),
            },
        )
        if wanted:
            return every([self._way(view, op, bound, nobody) for op, bound in self.tests])
        return any_of(
            [self._way(view, OPPOSITE[op], bound, nobody) for op, bound in self.tests], nobody
        )

    def _way(self, view: View, op: str, bound: Bound, nobody: Message) -> Way:
        value = getter(self.subject)(view)
        if isinstance(bound, frozenset):
            moved = _moved(self.subject, allow(op, bound), view, self.key)
            return any_of([moved] if moved else _met(value, op, bound), nobody)
        limit = getter(bound)(view)
        ways: list[Way] = []
        for side, other, against, how in (
            (self.subject, bound, limit, op),
            (bound, self.subject, value, MIRROR[op]),
        ):
            target: Any = against
            if against is None or isinstance(other, FactOf):
                linked = _only_cell(other, view)
                target = linked if linked is not None else against
            moved = None if target is None else _moved(side, allow(how, target), view, self.key)
            if moved is None and against is None and isinstance(side, FactOf | Today):
                moved = every(())
            if moved is not None:
                ways.append(every([*_kept(other, view, self.key), moved]))
        if not ways and value is not None and limit is not None:
            ways = [every(_kept(self.subject, view, self.key))] if _holds(op, value, limit) else []
        return any_of(ways, nobody)

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """Constants cut the subject; two sides that can both move are linked."""
        mine = cells(self.subject, view)
        points: list[Value] = []
        words: set[Value] = set()
        links: list[Cell] = []
        for op, bound in self.tests:
            if isinstance(bound, frozenset):
                words |= bound
            elif isinstance(bound, Constant):
                (words.add if op in ("is", "is_not") else points.append)(bound.value)
            else:
                links += cells(bound, view)
        simple = isinstance(self.subject, FactOf | Today) and all(
            isinstance(b, frozenset | Constant | FactOf | Today) for _, b in self.tests
        )
        if simple:
            cuts = [Cut(c, tuple(points), frozenset(words), links=tuple(links)) for c in mine]
            return (*cuts, *(Cut(cell, links=mine) for cell in links if cell not in mine))
        return tuple(Cut(cell, exact=True) for cell in self.reads(view))

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Shown for the same subject with constants that lie further inside."""
        if not isinstance(other, Fact) or other.subject != self.subject:
            return False
        if self == other:
            return True
        if len(self.tests) != 1 or len(other.tests) != 1:
            return False
        (op, mine), (its_op, its) = self.tests[0], other.tests[0]
        if op != its_op or not (isinstance(mine, Constant) and isinstance(its, Constant)):
            return False
        inner, outer = (mine.value, its.value) if wanted else (its.value, mine.value)
        if op in ("at_least", "more_than", "at_earliest", "after"):
            return COMPARE["at_least"](inner, outer)
        if op in ("at_most", "less_than", "at_latest", "before"):
            return COMPARE["at_most"](inner, outer)
        return False


def _test(op: str, bound: Bound) -> Any:
    if isinstance(bound, frozenset):
        return lambda value, view: YES if (value in bound) == (op == "one_of") else NO
    compare = COMPARE[op]
    if isinstance(bound, Constant):
        constant = bound.value
        return lambda value, view: YES if compare(value, constant) else NO
    of = getter(bound)

    def passes(value: Value, view: View) -> int:
        limit = of(view)
        if limit is None:
            return UNKNOWN
        return YES if compare(value, limit) else NO

    return passes


def _holds(op: str, value: Value, bound: Any) -> bool:
    if isinstance(bound, frozenset):
        return (value in bound) == (op == "one_of")
    return COMPARE[op](value, bound)


def _met(value: Value | None, op: str, bound: Any) -> list[Way]:
    return [every(())] if value is not None and _holds(op, value, bound) else []


def _only_cell(operand: Operand, view: View) -> Cell | None:
    found = cells(operand, view) if isinstance(operand, FactOf | Today) else ()
    return found[0] if found else None


def _moved(side: Operand, demand: Allowed, view: View, why: str) -> Way | None:
    """A demand on a side that can be moved by itself: a fact, or the day."""
    if isinstance(side, Today):
        return Want(TODAY, demand, why)
    cell = _only_cell(side, view)
    if cell is None or not isinstance(side, FactOf):
        return None
    want = Want(cell, demand.meet(THERE), why)
    if side.silence is None or entry_in(view, cell) is not None:
        return want
    kept = [test for test in demand.tests if not isinstance(test.operand, Cell)]
    silent = all(_holds(test.op, side.silence, test.operand) for test in kept)
    if silent and len(kept) == len(demand.tests):
        return any_of([Want(cell, ABSENT, why), want], Message("fact.fixed"))
    return want


def _kept(operand: Operand, view: View, why: str) -> list[Way]:
    """Demands that the other side stays known as it is; or becomes known."""
    kept: list[Way] = []
    for cell in cells(operand, view):
        if cell == TODAY:
            continue
        entry = entry_in(view, cell)
        if entry is not None:
            kept.append(Want(cell, THERE, why))
        elif isinstance(operand, FactOf) and operand.silence is not None:
            kept.append(any_of([Want(cell, ABSENT, why), Want(cell, THERE, why)], _NOBODY))
        else:
            kept.append(Want(cell, THERE, why))
    return kept


_NOBODY = Message("fact.fixed")


def _spelled(bound: Bound) -> str:
    if isinstance(bound, frozenset):
        return "|".join(sorted(map(str, bound)))
    if isinstance(bound, Constant):
        return str(bound.value)
    if isinstance(bound, FactOf):
        return f"{bound.above}.{bound.name}" if bound.above else bound.name
    return "today" if isinstance(bound, Today) else repr(bound)


def _shown(bound: Bound, view: View) -> object:
    if isinstance(bound, frozenset):
        return tuple(sorted(bound, key=str))
    if isinstance(bound, Constant):
        return bound.value
    value = getter(bound)(view)
    named = operand_name(bound)
    return named if value is None else Message("value.named", {"name": named, "value": value})


