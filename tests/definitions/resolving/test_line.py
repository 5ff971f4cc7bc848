"""One condition as its leaf kind sees it: what is written, what is not, and what does not fit."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, ClassVar

import pytest

from samenwerk.core.leaf import Key, Line
from samenwerk.definitions.checks.example import BASE, changed
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.definitions.read import read_text
from samenwerk.values.operand import Constant
from samenwerk.values.share import Share
from samenwerk.values.time import Term

NEEDS = 'needs = ["betaalbaar", "akkoord", { document = "nota" }]'
MORE = (
    '[parameter]\nwoord = { value = "kort" }\ndeel = { value = "2/3" }\nleeg = { nl = "L" }\n'
    'termijn = { value = "4 weeks" }\nbedrag = { value = "12.50" }\nduur = { value = "veel" }\n'
    '[fact]\ndag = { type = "date", by = "voorzitter" }\n'
    'lang = { type = "term", by = "voorzitter" }\n'
)


def text(condition: str) -> str:
    """The example with one condition at its last step, and more to compare with."""
    return changed("[parameter]\n", MORE.split("[fact]\n")[0], BASE).replace(
        "[fact]\n", "[fact]\n" + MORE.split("[fact]\n")[1]
    ).replace(NEEDS, f'needs = ["betaalbaar", "akkoord", {condition}]')  # fmt: skip


def faults(condition: str) -> list[tuple[str, object, str]]:
    """Code, case and what stands at the place of each fault."""
    reading = read_text(text(condition), checks=())
    lines = text(condition).splitlines()
    return [
        (one.code, one.params.get("case"), lines[one.place.line - 1][one.place.column - 1 :])
        for one in reading.diagnostics
    ]


@pytest.mark.parametrize(
    ("condition", "code", "case", "at"),
    [
        ('{ known = "4 weeks" }', "SW102", None, '"4 weeks"'),
        ('{ known = 2027-01-01 }', "SW102", None, "2027-01-01"),
        ('{ fact = "0,67", is = 3 }', "SW102", None, '"0,67"'),
        ('{ known = ["kosten"] }', "SW102", None, '["kosten"]'),
        ('{ fact = "kosten", one_of = 3 }', "SW102", None, "3"),
        ('{ fact = "kosten", one_of = [] }', "SW102", None, "[]"),
        ('{ fact = "kosten", is = [3] }', "SW102", None, "[3]"),
        ('{ fact = "kosten", is = { a = 1 } }', "SW102", None, "{ a"),
        ('{ fact = "kosten", at_most = [3] }', "SW102", None, "[3]"),
        ('{ fact = "kosten", at_most = true }', "SW117", "kinds", "true"),
        ('{ fact = "kosten", at_most = "dag" }', "SW117", "kinds", '"dag"'),
        ('{ fact = "kosten", at_most = "duur" }', "SW117", "amount", '"veel"'),
        ('{ fact = "kosten", at_most = "woord" }', "SW117", "amount", '"kort"'),
        ('{ fact = "kosten", at_most = "deel" }', "SW117", "share", '"deel"'),
        ('{ fact = "kosten", at_most = 1.005 }', "SW117", "money", "1.005"),
        ('{ fact = "kosten", at_most = { is = 2027-01-01 } }', "SW117", "kinds", "{ is"),
        ('{ fact = "woord", at_most = 3 }', "SW117", "test choice", "at_most"),
        ('{ fact = "deel", is = 3 }', "SW117", "share", '"deel"'),
        ('{ fact = "dag", is = "morgen" }', "SW117", "date", '"morgen"'),
        ('{ fact = "dag", before = "4 weeks" }', "SW117", "kinds", '"4 weeks"'),
        ('{ fact = "dag", before = { day = "13-01", year = "today" } }', "SW102", None, '"13-'),
        ('{ fact = "dag", before = { latest = [] } }', "SW102", None, "[]"),
        ('{ fact = "dag", before = { dag = 3, is = "today" } }', "SW101", None, "dag"),
        ('{ fact = "dag", before = { first = "new_day", after = "today" } }', "SW106", None,
         '"new_day"'),
        ('{ fact = "lang", is = "lang" }', "SW117", "term", '"lang"'),
        ('{ fact = "lang", at_least = "4 weeks" }', "SW117", "test term", "at_least"),
        ('{ done = "begin", ago = "grens" }', "SW117", "term", '"grens"'),
        ('{ done = "begin", ago = "leeg" }', "SW108", "value", '"leeg"'),
        ('{ done = "begin", ago = "nergens" }', "SW103", None, '"nergens"'),
        ("{ any = [] }", "SW102", None, "[]"),
        ('{ any = ["betaalbaar", "betaalbaar"] }', "SW105", None, '"betaalbaar"]'),
        ('{ count = 3, at_least = 1 }', "SW102", None, "3"),
        ('{ share = "deelnemer", at_least = "leeg" }', "SW108", "value", '"leeg"'),
        ('{ every = "deelnemer", when_empty = "ja", known = "kosten" }', "SW106", None, '"ja"'),
        ('{ parent = "collaboration", in = 3 }', "SW102", None, "3"),
        ('{ parent = "collaboration", in = [] }', "SW102", None, "[]"),
        ('{ open = "vorm", is = "kort" }', "SW103", "other", '"vorm"'),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_where_it_stands(
    condition: str, code: str, case: str | None, at: str
) -> None:
    """Once, and at the value that has to change."""
    (found,) = faults(condition)
    assert (code, case) == found[:2]
    assert at == found[2][: len(at)]


@pytest.mark.parametrize(
    ("condition", "bound"),
    [
        ('{ fact = "kosten", at_most = "bedrag" }', Constant(Decimal("12.50"), "bedrag")),
        ('{ fact = "kosten", at_most = "grens" }', Constant(Decimal("5000.00"), "grens")),
        ('{ fact = "kosten", is = "7.5" }', Constant(Decimal("7.50"))),
        ('{ fact = "kosten", is = 7 }', Constant(Decimal("7.00"))),
        ('{ fact = "lang", is_not = "4 weeks" }', Constant(Term(4, "week"))),
    ],
)
def test_an_amount_is_an_amount_however_it_is_written(condition: str, bound: Constant) -> None:
    """A whole number, a number with decimals, or a text; here or in a parameter."""
    workflow = read_text(text(condition), checks=()).workflow
    assert workflow is not None
    part: Any = workflow.lifecycles["collaboration"].steps["stop"].needs[2].part
    assert bound == part.leaf.tests[0][1]


class Probe:
    """A leaf kind of a plugin that asks one thing of its line, and keeps what it got."""

    word: ClassVar[str] = "probe"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "probe": Key("name", "wat", "what", needed=True),
        "more": Key("values", "meer", "more"),
    }
    ask: ClassVar[Callable[[Line], object]]
    got: ClassVar[list[object]]

    @classmethod
    def read(cls, line: Line) -> None:
        """Asks, and is no leaf."""
        cls.got.append(cls.ask(line))


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (lambda line: line.has("probe"), True),
        (lambda line: line.has("other"), False),
        (lambda line: line.bound, None),
        (lambda line: line.operand("other"), None),
        (lambda line: line.step("other"), None),
        (lambda line: line.states("other", None), None),
        (lambda line: line.lifecycle("other"), None),
        (lambda line: line.declared("other", "document"), None),
        (lambda line: line.declared("other", "plugin_rule"), None),
        (lambda line: line.who("other"), None),
        (lambda line: line.term("other"), None),
        (lambda line: line.share("other"), None),
        (lambda line: line.words("other"), None),
        (lambda line: line.words("probe"), ("2/3",)),
        (lambda line: line.share("probe"), Share(2, 3)),
    ],
)
def test_a_key_that_is_not_written_gives_nothing(
    ask: Callable[[Line], object], expected: object
) -> None:
    """And is no fault: a leaf kind can ask for what may be there."""

    class Asking(Probe):
        pass

    Asking.ask, Asking.got = staticmethod(ask), []
    kinds: Any = {**KINDS, "probe": Asking}
    found = read_text(text('{ probe = "2/3" }'), kinds=kinds, checks=()).diagnostics
    assert ((), [expected]) == (found, Asking.got)


@pytest.mark.parametrize(
    ("key", "params", "expected"),
    [
        ("probe", {"written": "nota", "allowed": ("notas", "brief")}, ("SW106", "notas", '"2/3"')),
        ("probe", {}, ("SW106", None, '"2/3"')),
        (None, {}, ("SW106", None, "{ probe")),
        ("other", {}, ("SW106", None, "{ probe")),
    ],
)
def test_a_leaf_reports_at_a_key_or_at_its_line(
    key: str | None, params: dict[str, object], expected: tuple[str, str | None, str]
) -> None:
    """With the nearest of the words that are allowed, when it says what was written."""

    class Asking(Probe):
        pass

    Asking.ask, Asking.got = staticmethod(lambda line: line.fault("SW106", key, **params)), []
    kinds: Any = {**KINDS, "probe": Asking}
    whole = text('{ probe = "2/3" }')
    (found,) = read_text(whole, kinds=kinds, checks=()).diagnostics
    shown = whole.splitlines()[found.place.line - 1][found.place.column - 1 :]
    assert expected == (found.code, found.nearest, shown[: len(expected[2])])
