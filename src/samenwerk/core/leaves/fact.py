"""`fact`: something known, compared with a constant or with something else known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import attrs

from samenwerk.core.allowed import COMPARE, OPPOSITE, compared
from samenwerk.core.beyond import ended_in, told_ended
from samenwerk.core.comparing import comparing
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import cells, getter, spelled
from samenwerk.core.view import View
from samenwerk.core.ways import Unadvisable, Way, any_of, every
from samenwerk.core.wording import bound_of, made_of, operand_name, worth
from samenwerk.values.cell import TODAY, Cell, Value
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import (
    Constant,
    DayInYear,
    DayOfStep,
    FactOf,
    FirstAfter,
    Latest,
    Operand,
    Shifted,
    Today,
    Unset,
)

Bound = Operand | frozenset[Value]


@attrs.frozen
class Fact:
    """What is known about `subject` passes every one of `tests`."""

    subject: Operand
    tests: tuple[tuple[str, Bound], ...]

    word: ClassVar[str] = "fact"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "fact": Key("named", "wat vergeleken wordt", "what is compared", needed=True),
        "is": Key("constant", "is precies dit", "is exactly this"),
        "is_not": Key("constant", "is iets anders dan dit", "is something else"),
        "one_of": Key("choices", "is een van deze", "is one of these"),
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
            "fact.met": "{subject}: {value}, en dat moest {tests} zijn",
            "fact.unmet": "{subject}: {value}, maar dat moet {tests} zijn",
            "fact.unknown": "{subject}: nog niet bekend; dat moet {tests} zijn",
            "fact.undecided": "{subject}: {value}; of dat {tests} is, is nog niet bekend",
            "fact.unset": "{subject} moet {tests} zijn, maar {parameter} heeft nog niemand "
            "bepaald; dat kan {who}",
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
            "fact.met": "{subject}: {value}, and had to be {tests}",
            "fact.unmet": "{subject}: {value}, but must be {tests}",
            "fact.unknown": "{subject}: not known yet; it must be {tests}",
            "fact.undecided": "{subject}: {value}; whether that is {tests} is not known yet",
            "fact.unset": "{subject} must be {tests}, but nobody has set {parameter} yet; "
            "{who} may",
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
        return " ".join(["fact", spelled(self.subject), *parts])

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
            if value is None:
                return UNKNOWN
            return min([passes(value, view) for passes in tests], default=YES)

        return evaluate

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The cells of both sides."""
        sides = self._sides()
        return tuple(dict.fromkeys(cell for side in sides for cell in cells(side, view)))

    def message(self, view: View, truth: int) -> Message:
        """The subject, its value, and what it must be."""
        value = getter(self.subject)(view)
        beyond = ended_in(self._sides(), view) if truth == UNKNOWN else None
        if beyond is not None:
            return told_ended(beyond, made_of(self.subject, view))
        tests = tuple(
            Message(f"test.{op}", {"bound": _shown(self.subject, bound, view)})
            for op, bound in self.tests
        )
        ending = "unknown" if value is None else ("unmet", "undecided", "met")[truth]
        subject = made_of(self.subject, view)
        unset = [bound for _, bound in self.tests if isinstance(bound, Unset)]
        if unset and truth == UNKNOWN:
            named = {"parameter": operand_name(unset[0]), "who": Name("settled_by", unset[0].name)}
            return Message("fact.unset", {"subject": subject, "tests": tests, **named})
        told = {"subject": subject, "value": worth(self.subject, value), "tests": tests}
        return Message(f"fact.{ending}", told)

    def _sides(self) -> tuple[Operand, ...]:
        return (self.subject, *(b for _, b in self.tests if not isinstance(b, frozenset)))

    def ways(self, view: View, wanted: bool) -> Way:
        """Change either side, keeping the other; a day can be waited for."""
        beyond = ended_in(self._sides(), view)
        if beyond is not None and self.evaluate()(view) == UNKNOWN:
            return Unadvisable(told_ended(beyond, made_of(self.subject, view)))
        tests = tuple(
            Message(f"test.{op}", {"bound": _shown(self.subject, b, view)}) for op, b in self.tests
        )
        nobody = Message("fact.fixed", {"subject": operand_name(self.subject), "tests": tests})
        if wanted:
            return every([comparing(self, view, op, bound, nobody) for op, bound in self.tests])
        ways = [comparing(self, view, OPPOSITE[op], bound, nobody) for op, bound in self.tests]
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
                points += _silence(bound)
        simple = isinstance(self.subject, FactOf | Today) and all(
            isinstance(b, frozenset | Constant | FactOf | Today) for _, b in self.tests
        )
        if simple:
            cuts = [Cut(c, tuple(points), frozenset(words), links=tuple(links)) for c in mine]
            silence = tuple(_silence(self.subject))
            others = [cell for cell in links if cell not in mine]
            return (*cuts, *(Cut(cell, points=silence, links=mine) for cell in others))
        # who there are is no content of a cell: it is not cut, and never the same by its class
        told = (cell for cell in self.reads(view) if cell.case or cell == TODAY)
        sides = tuple((self.subject, b) for _, b in self.tests if not isinstance(b, frozenset))
        if len(sides) < len(self.tests) or not all(_is_day(one) for pair in sides for one in pair):
            sides = ()
        return tuple(Cut(cell, exact=True, sides=sides, at=view.case.id) for cell in told)

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Shown for the same subject when each of the tests that matter lies further inside."""
        if not isinstance(other, Fact) or other.subject != self.subject:
            return False
        if wanted:
            return all(any(_inside(a, b, True) for a in self.tests) for b in other.tests)
        return all(any(_inside(a, b, False) for b in other.tests) for a in self.tests)


def _is_day(operand: Operand) -> bool:
    """Whether it is a day that only grows with those it is made of."""
    match operand:
        case FactOf(type=type, silence=silence):
            return type == "date" and silence is None
        case Constant(value=value):
            return isinstance(value, date)
        case Shifted(base=base) | DayInYear(year=base) | FirstAfter(base=base):
            return _is_day(base)
        case Latest(parts=parts):
            return all(_is_day(part) for part in parts)
    return isinstance(operand, Today | DayOfStep | Unset)


def _silence(operand: Operand) -> list[Value]:
    known = isinstance(operand, FactOf) and operand.silence is not None
    return [operand.silence] if known else []  # type: ignore[union-attr, list-item]


def _inside(one: tuple[str, Bound], other: tuple[str, Bound], wanted: bool) -> bool:
    """Whether a yes (or a no) of one test on a value is one of the other."""
    if one == other:
        return True
    (op, mine), (its_op, its) = one, other
    if op in ("is", "one_of") and its_op in ("is", "one_of"):
        these, those = _words(mine), _words(its)
        if these is None or those is None:
            return False
        return these <= those if wanted else those <= these
    if op != its_op or not (isinstance(mine, Constant) and isinstance(its, Constant)):
        return False
    inner, outer = (mine.value, its.value) if wanted else (its.value, mine.value)
    if op in ("at_least", "more_than", "at_earliest", "after"):
        return compared("at_least", inner, outer) is True
    if op in ("at_most", "less_than", "at_latest", "before"):
        return compared("at_most", inner, outer) is True
    return False


def _words(bound: Bound) -> frozenset[Value] | None:
    if isinstance(bound, frozenset):
        return bound
    return frozenset((bound.value,)) if isinstance(bound, Constant) else None


def _test(op: str, bound: Bound) -> Any:
    if isinstance(bound, frozenset):
        return lambda value, view: YES if (value in bound) == (op == "one_of") else NO
    compare = COMPARE[op]
    of = getter(bound)

    def passes(value: Value, view: View) -> int:
        limit = of(view)
        if limit is None:
            return UNKNOWN
        try:
            return YES if compare(value, limit) else NO
        except TypeError:  # a value of another type: its case runs by another definition
            return UNKNOWN

    return passes


def _spelled(bound: Bound) -> str:
    if isinstance(bound, frozenset):
        return "|".join(sorted(map(str, bound)))
    return spelled(bound)


def _shown(subject: Operand, bound: Bound, view: View) -> object:
    if isinstance(bound, frozenset):
        return tuple(worth(subject, one) for one in sorted(bound, key=str))
    if isinstance(bound, Constant):
        return worth(subject, bound.value)
    return bound_of(bound, view)


