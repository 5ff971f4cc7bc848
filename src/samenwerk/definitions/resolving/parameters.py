"""Parameters as written: their value, their bounds, what other sources say, who settles it.

Where a parameter is used is `days` and `line`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from samenwerk.definitions.keys.inner_keys import SAID
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.fitting import check_value
from samenwerk.definitions.laying.mending import unknown_key
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.laying.otherwise import otherwise, tell_otherwise
from samenwerk.definitions.laying.plain import amount, plain_value, type_of
from samenwerk.definitions.laying.structure import missing
from samenwerk.definitions.resolving.names import Hit, Names
from samenwerk.definitions.resolving.people import common, told
from samenwerk.values.declared import AlsoSaid, Parameter
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import Unset
from samenwerk.values.share import Share
from samenwerk.values.time import Term

_MONTHS = tuple(date(2001, month, 1) for month in range(1, 13))


class Parameters:
    """Makes each of them once; one with faults is None and was reported."""

    def __init__(self, names: Names, faults: Faults) -> None:
        self.names = names
        self.faults = faults
        self._made: dict[str, Parameter | None] = {}

    def made(self, hit: Hit) -> Parameter | None:
        """A declared parameter; one outside its bounds is reported and None."""
        if hit.full not in self._made:
            self._made[hit.full] = self._parameter(hit) if hit.node.is_table else None
        return self._made[hit.full]

    def unset(self, hit: Hit) -> Unset | None:
        """The operand of a parameter that nobody has set; None for one that has a value."""
        parameter = self.made(hit)
        if parameter is None or parameter.value is not None:
            return None
        bounds = (parameter.at_least, parameter.at_most, *parameter.one_of)
        kinds = [type_of(one) for one in bounds if one is not None]
        return Unset(hit.name, kinds[0] if kinds else None)

    def _settled_by(self, node: Node | None) -> Name | None:
        """Who settles it, when that is somebody known by name."""
        text = None if node is None else node.text
        hit = None if text is None else self.names.find("who", text)
        return None if hit is None else Name(hit.family, hit.full)

    def _also_said(self, hit: Hit, value: object) -> tuple[AlsoSaid, ...]:
        """What other sources say; one that is of another type than the value is reported."""
        listed, found = hit.node.get("also_said"), []
        for one in _items(listed):
            self._check(one)
            at = one.get("value")
            other = None if at is None else plain_value(at)
            source = one.get("source")
            if at is None or other is None or source is None or not source.text:
                continue
            if isinstance(value, str) or value is None or type_of(value) == type_of(other):
                found.append(AlsoSaid(other, source.text))
            elif type_of(value) == "money" and (money := amount(at.value)) is not None:
                found.append(AlsoSaid(money, source.text))
            else:
                self.faults.add("SW117", at, case="bounds", written=hit.name)
        return tuple(found)

    def _check(self, said: Node) -> None:
        known = {key.name: key for key in SAID}
        for name, one in said.table.items():
            if name in known:
                check_value(known[name], one, self.faults)
            else:
                unknown_key(self.faults, one, name, known, said.table, None)
        if said.is_table:
            missing(SAID, said, self.faults)

    def _parameter(self, hit: Hit) -> Parameter | None:
        node = hit.node
        keys = ("value", "at_least", "at_most")
        texts = [one for key in keys if (one := node.get(key)) is not None and one.text]
        odd = [tell_otherwise(self.faults, one, "value") for one in texts]
        if any(odd):
            return None
        found = {key: plain_value(one) for key in keys if (one := node.get(key)) is not None}
        listed = node.get("one_of")
        choices = [plain_value(one) for one in _items(listed)]
        sound = None not in found.values() and None not in choices
        value, at = found.get("value"), node.get("value")
        kinds = {type_of(one) for one in [*found.values(), *choices]}
        if sound and "money" in kinds and kinds <= {"whole_number", "money"}:
            if not self._all_amounts([*(node.table[key] for key in found), *_items(listed)]):
                return None
            found = {key: amount(one) for key, one in found.items()}
            choices, value = [amount(one) for one in choices], found.get("value")
        elif len(kinds) > 1 and sound:
            if "share" in kinds and at is not None and type_of(value) in ("money", "whole_number"):
                self._no_share(at)
            elif (meant := _as_term(value, found)) is not None and at is not None:
                self.faults.add("SW117", at, case="no_term", written=str(value), meant=meant)
            else:
                self.faults.add("SW117", node, key=True, case="bounds", written=hit.name)
            return None
        if not sound:
            return None
        low, high = found.get("at_least"), found.get("at_most")
        fits = (low is None or value is None or _reaches(value, low)) and (
            high is None or value is None or _reaches(high, value)
        )
        if (
            value is not None
            and at is not None
            and not (fits and (not choices or value in choices))
        ):
            bound = _bound(low, high, value)
            self.faults.add(
                "SW115", at, written=str(value), name=hit.name,
                nearest_at=listed if choices else None if bound is None else node.get(bound),
                case=_case(choices, low, high),
                low="" if low is None else str(low), high="" if high is None else str(high),
                allowed=tuple(str(one) for one in choices),
            )  # fmt: skip
            return None
        chosen: Any = tuple(choices)
        settled = node.get("settled_by")
        settler = self._settled_by(settled)
        return Parameter(
            name=hit.name, value=value, at_least=low, at_most=high, one_of=chosen,
            also_said=self._also_said(hit, value), settled_by=settler,
            settled_text=told(settled) if settler is None else {}, **common(node),
        )  # fmt: skip

    def _no_share(self, node: Node) -> None:
        """Report a number where a share belongs, with the fraction where that is a simple one."""
        meant = otherwise(node, "share")
        if meant is None:
            self.faults.add("SW114", node, written=str(node.value))
        else:
            self.faults.add("SW114", node, case="meant", written=str(node.value), meant=meant,
                            repair=node.source.repair(node.place, meant))  # fmt: skip

    def _all_amounts(self, nodes: Iterable[Node]) -> bool:
        """Whether all of these are amounts; the first that is none is reported."""
        for node in nodes:
            if amount(node.value) is None:
                if 0 < node.value < 1:  # a share that was written as a number
                    self._no_share(node)
                else:
                    self.faults.add("SW117", node, case="money", written=str(node.value),
                                    kind=Message("kind.money"))  # fmt: skip
                return False
        return True


def _as_term(value: object, found: Mapping[str, object]) -> str | None:
    """A bare number as a term, in the unit of the bound that it has."""
    bound = next((one for one in found.values() if isinstance(one, Term)), None)
    if bound is None or isinstance(value, bool) or not isinstance(value, int) or value < 1:
        return None
    return f'"{Term(value, bound.unit)}"'


def _bound(low: Any, high: Any, value: Any) -> str | None:
    """The key of the bound that a value does not keep."""
    if low is not None and not _reaches(value, low):
        return "at_least"
    return "at_most" if high is not None and not _reaches(high, value) else None


def _items(node: Node | None) -> list[Node]:
    return [] if node is None else node.items


def _case(choices: list[Any], low: object, high: object) -> str:
    if choices:
        return "one_of"
    if low is not None and high is not None:
        return "bounds"
    return "most" if low is None else "least"


def _reaches(value: Any, least: Any) -> bool:
    if isinstance(value, Share):
        return bool(value.fraction >= least.fraction)
    if isinstance(value, Term):
        return all(value.after(day) >= least.after(day) for day in _MONTHS)
    return bool(value >= least) if not isinstance(value, str | bool) else True
