"""What a value or a name in a comparison is worth: constants, facts, days, parameters, steps.

Types are looked after here too: which constants fit which fact. What is asked about them is
for `conditions` and `line`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

import attrs

from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.fitting import names_a_term, share_in, term_in, wrong_type
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.laying.otherwise import tell_otherwise
from samenwerk.definitions.laying.plain import fitting, type_of
from samenwerk.definitions.resolving.calendars import Calendars
from samenwerk.definitions.resolving.names import Context, Hit, Names
from samenwerk.definitions.resolving.parameters import Parameters
from samenwerk.definitions.resolving.resting import Resting
from samenwerk.values.cell import Value
from samenwerk.values.declared import Fact, Parameter
from samenwerk.values.message import Message
from samenwerk.values.operand import (
    Calculated,
    Constant,
    DayInYear,
    DayOfStep,
    FactOf,
    FirstAfter,
    Held,
    Latest,
    Operand,
    Shifted,
    Today,
    Unset,
)
from samenwerk.values.share import Share
from samenwerk.values.time import Term

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.calculations import Calculations

_DAY_OF_YEAR = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\Z")


def operand_type(operand: Operand) -> str | None:
    """The type of what an operand is worth."""
    match operand:
        case Constant(value=value):
            return type_of(value)
        case FactOf(type=kind) | Calculated(type=kind):
            return kind
        case Unset(type=unset):
            return unset
        case Held():
            return "money"
    return "date"


class Days:
    """Makes operands; what has faults is None and was reported."""

    calculations: Calculations

    def __init__(
        self, names: Names, faults: Faults, fact: Callable[[Hit], Fact | None],
        calendars: Calendars,
    ) -> None:  # fmt: skip
        self.names = names
        self.faults = faults
        self.fact = fact
        self._resting = Resting(faults)
        self.parameters = Parameters(names, faults)
        self.calendars = calendars

    def operand(self, node: Node | None, context: Context) -> Operand | None:
        """What stands at a node, by habit 3: a plain value is itself, a text names something."""
        if node is None or isinstance(node.value, list | datetime):
            return None
        if node.is_table:
            where = ".".join(str(part) for part in node.path)
            made: Callable[[], Operand | None] = partial(self._day_of, node, context)
            return self._resting.once("date", where, node, made, id(node), context)
        if node.text is None:
            return None if type_of(node.value) is None else Constant(node.value)
        if node.text == "today":
            return Today()
        term = term_in(node)
        if term is not None:
            return Constant(term)
        hit = self.names.look_up("operand", node, context)
        return None if hit is None else self.named(hit, node, context)

    def bound(self, node: Node, context: Context) -> Operand | None:
        """What something is compared with; that may be a parameter that nobody has set yet."""
        hit = None
        if node.text is not None and node.text != "today" and term_in(node) is None:
            hit = self.names.find("operand", node.text, context.scopes)
        unset = None if hit is None or hit.family != "parameter" else self.parameters.unset(hit)
        return unset or self.operand(node, context)

    def named(self, hit: Hit, node: Node, context: Context) -> Operand | None:
        """The operand that a found name stands for; `node` is where it is used."""
        match hit.family:
            case "date":
                return self.named_day(hit, node, context)
            case "calculation":
                return self.calculations.named(hit, node, context)
            case "step":
                above = context.above(hit)
                return DayOfStep(hit.name, above, None if above else hit.lifecycle)
            case "parameter":
                value = self.constant(hit, node)
                return None if value is None else Constant(value, hit.name)
        fact = self.fact(hit)
        if fact is None:
            return None
        above = context.above(hit)
        home = None if above else hit.lifecycle
        return FactOf(hit.name, fact.type, above, fact.per, fact.silence, home)

    def day(self, node: Node | None, context: Context) -> Operand | None:
        """An operand that must be a day; anything else is reported as SW117."""
        operand = self.operand(node, context)
        if node is None or operand is None:
            return None
        if operand_type(operand) != "date" and node.text is None:
            return None  # a value that its type already tells of
        if operand_type(operand) != "date":
            self.faults.add("SW117", node, case="day", written=str(node.value),
                            found=Message(f"kind.{operand_type(operand)}"))  # fmt: skip
            return None
        return operand

    def named_day(self, hit: Hit, at: Node, context: Context) -> Operand | None:
        """The operand of a declared date, for a case of the context."""
        scopes = (hit.lifecycle,) if hit.lifecycle else ()
        inner = attrs.evolve(context, scopes=scopes)
        made: Callable[[], Operand | None] = partial(self._day_of, hit.node, inner)
        return self._resting.once("date", hit.full, at, made, context.home)

    def _day_of(self, table: Node, context: Context) -> Operand | None:
        if (is_ := table.get("is")) is not None:
            return self.day(is_, context)
        if (written := table.get("term")) is not None:
            return self._shifted(table, written, context)
        if (written := table.get("day")) is not None:
            return self._in_year(table, written, context)
        if (written := table.get("first")) is not None:
            base = self._needed(table, "after", context)
            known = written.text in ("new_month", "new_year")
            return FirstAfter(str(written.text), base) if base is not None and known else None
        latest = table.get("latest")
        parts = [self.day(one, context) for one in (latest.items if latest is not None else [])]
        found = tuple(part for part in parts if part is not None)
        return Latest(found) if found and len(found) == len(parts) else None

    def _needed(self, table: Node, key: str, context: Context) -> Operand | None:
        node = table.get(key)
        if node is None:
            self.faults.add("SW108", table, key=True, case=f"key {key}", written=key)
        return self.day(node, context)

    def _shifted(self, table: Node, written: Node, context: Context) -> Operand | None:
        back = table.get("before") is not None
        base = self._needed(table, "before" if back else "after", context)
        term = self.term(written, context, table)
        if base is None or term is None:
            return None
        return self.calendars.seen(Shifted(base, term, back), table)

    def _in_year(self, table: Node, written: Node, context: Context) -> Operand | None:
        year = self._needed(table, "year", context)
        match = _DAY_OF_YEAR.match(written.text or "")
        try:
            found = None if match is None else date(2001, int(match[1]), int(match[2]))
        except ValueError:
            found = None
        if found is None:
            if written.text is not None:
                wrong_type(self.faults, written, "day_of_year")
            return None
        plus = self.term(table.get("plus"), context, table)
        if year is None:
            return None
        return self.calendars.seen(DayInYear(found.month, found.day, year, plus), table)

    def constant(self, hit: Hit, at: Node) -> Value | None:
        """The value of a parameter where it is used; one without a value is reported."""
        parameter = self.parameter(hit)
        if parameter is None:
            return None
        value = parameter.value
        if value is None:
            self.faults.add("SW108", at, case="value", nearest_at=hit.node, written=hit.name)
        if isinstance(value, Share):
            self.faults.add("SW117", at, case="share", written=hit.name)
        return None if isinstance(value, Share) else value

    def given(self, node: Node | None, context: Context) -> tuple[Node | None, bool]:
        """What a plugin is given in `with`, in values: a parameter by what it is worth.

        The second says whether all of it has a value; what has none is reported.
        """
        if node is None or not node.is_table:
            return node, True
        found: dict[str, Node] = {}
        for name, item in node.table.items():
            at = item.get("parameter")
            if at is None:
                found[name] = item
                continue
            hit = self.names.look_up("parameter", at, context)
            parameter = None if hit is None else self.parameter(hit)
            if hit is None or parameter is None:
                return node, False
            if parameter.value is None:
                self.faults.add("SW108", at, case="value", nearest_at=hit.node, written=hit.name)
                return node, False
            value = parameter.value
            plain = str(value) if isinstance(value, Share | Term) else value
            found[name] = Node(plain, at.source, at.path)
        return Node(found, node.source, node.path), True

    def share(self, node: Node | None, context: Context) -> Share | None:
        """A share, or the parameter that holds one."""
        if node is None or node.text is None:
            return None
        found = share_in(node)
        if found is not None or not names_a_term(node):
            return found
        hit = self.names.look_up("share", node, context)
        parameter = None if hit is None else self.parameter(hit)
        if hit is None or parameter is None:
            return None
        if parameter.value is None:
            self.faults.add("SW108", node, case="value", nearest_at=hit.node, written=hit.name)
        elif not isinstance(parameter.value, Share):
            at = hit.node.get("value") or node
            self.faults.add("SW114", at, written=str(parameter.value))
            return None
        return parameter.value if isinstance(parameter.value, Share) else None

    def term(self, node: Node | None, context: Context, owner: Node | None) -> Term | None:
        """A term, or the parameter that holds one, by the calendar that its `owner` names."""
        return self.calendars.bound(self._term(node, context), node, owner)

    def back_dating(self, node: Node | None, context: Context) -> Term | None:
        """A term in days, weeks, months or years, which no calendar moves."""
        term = self._term(node, context)
        if term is not None and term.working and node is not None:
            self.faults.add("SW125", node, case="back_dating", written=str(term))
            return None
        return term

    def _term(self, node: Node | None, context: Context) -> Term | None:
        found = term_in(node)
        if node is None or found is not None or not names_a_term(node):
            return found
        hit = self.names.look_up("term", node, context)
        parameter = None if hit is None else self.parameter(hit)
        if hit is None or parameter is None:
            return None
        if parameter.value is None:
            self.faults.add("SW108", node, case="value", nearest_at=hit.node, written=hit.name)
        elif not isinstance(parameter.value, Term):
            self.faults.add("SW117", node, case="term", written=str(parameter.value),
                            kind=Message("kind.term"))  # fmt: skip
        return parameter.value if isinstance(parameter.value, Term) else None

    def parameter(self, hit: Hit) -> Parameter | None:
        """A declared parameter; one outside its bounds is reported and None."""
        return self.parameters.made(hit)

    def value(self, kind: str, node: Node, one_of: tuple[str, ...] = ()) -> Value | None:
        """A plain value that must fit a fact of this type; reported as SW117 or SW106 if not."""
        value = fitting(kind, node.value)
        if isinstance(node.value, list | dict | datetime):
            return None
        if value is None and tell_otherwise(self.faults, node, kind, f"kind.{kind}"):
            return None
        if value is None:
            self.faults.add("SW117", node, case=kind, written=str(node.value),
                            kind=Message(f"kind.{kind}"))  # fmt: skip
        elif kind == "choice" and one_of and value not in one_of:
            near = self.faults.nearest(str(value), one_of)
            self.faults.add("SW106", node, nearest=near, written=str(value), allowed=one_of)
            return None
        return value

