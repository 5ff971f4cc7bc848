"""Names of operands for messages: which declared thing a sentence should call by its label.

Of a calculation also what it is made of; sentences themselves are said in `language`.
"""

from __future__ import annotations

from decimal import Decimal

from samenwerk.core.calculating import views_of
from samenwerk.core.operands import getter
from samenwerk.core.view import View
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import (
    Added,
    Calculated,
    Constant,
    DayInYear,
    DayOfStep,
    Extreme,
    FactOf,
    FirstAfter,
    Form,
    Held,
    Latest,
    Operand,
    Percent,
    Shifted,
    Summed,
    Unset,
)

_MOST_SHOWN = 8


def operand_name(operand: Operand) -> object:
    """What to call an operand in a sentence."""
    match operand:
        case Constant(value=value, name=name):
            return value if name is None else Name("parameter", name)
        case Unset(name=unset):
            return Name("parameter", unset)
        case FactOf():
            return Name("fact", operand.full_name)
        case DayOfStep():
            return Message("day.of_step", {"step": Name("step", operand.full_name)})
        case Shifted(base=base, term=term, back=back):
            told = "day.before" if back else "day.after"
            return Message(told, {"term": term, "base": operand_name(base)})
        case DayInYear(month=month, day=day, year=year):
            told_year = operand_name(year)
            params = {"day": day, "month": Name("month", str(month)), "year": told_year}
            return Message("day.in_year", params)
        case FirstAfter(what=what, base=base):
            return Message(f"day.{what}", {"base": operand_name(base)})
        case Latest(parts=parts):
            return Message("day.latest", {"parts": tuple(operand_name(part) for part in parts)})
        case Calculated(full_name=name):
            return Name("calculation", name)
        case Held(pool=pool):
            return Message("pool.this") if pool is None else Name("pool", pool)
    return Message("day.today")


def value_name(fact: str, type_: str, value: object) -> object:
    """What to call a value of a fact: a word that was chosen by its label, all else as it is."""
    if type_ == "choice" and isinstance(value, str):
        return Name("word", f"{fact}={value}")
    return value


def worth(operand: Operand, value: object) -> object:
    """The same for a value that an operand has, or is compared with."""
    if isinstance(operand, FactOf):
        return value_name(operand.full_name, operand.type, value)
    return value


def made_of(operand: Operand, view: View) -> object:
    """The name of an operand; of a calculation with what its parts are worth in the view."""
    if not isinstance(operand, Calculated):
        return operand_name(operand)
    told = {"name": operand_name(operand), "made": _made(operand.form, view)}
    return Message("value.made", told)


def bound_of(operand: Operand, view: View) -> object:
    """What something is compared with: its value first, if it has one, and then what it is."""
    value, named = getter(operand)(view), made_of(operand, view)
    if value is None:
        return named
    if isinstance(operand, Calculated) and isinstance(named, Message):
        return Message("value.bound", {**named.params, "value": value})
    return Message("value.named", {"name": named, "value": value})


def _made(form: Form, view: View) -> Message:
    match form:
        case Added(add=add, less=less):
            told: dict[str, object] = {"parts": _worth(add, view), "less": _worth(less, view)}
            return Message("made.less" if less else "made.added", told)
        case Percent(percent=percent, of=of):
            told = {"percent": _percent(percent, view), "parts": _worth((of,), view)}
            return Message("made.percent", told)
        case Extreme(parts=parts, most=most):
            return Message("made.most" if most else "made.least", {"parts": _worth(parts, view)})
        case Summed(part=part):
            each = views_of(form, view)
            told = {"part": operand_name(part), "count": len(each)}
            if not 0 < len(each) <= _MOST_SHOWN:
                return Message("made.sum", told)
            told["parts"] = tuple(
                _part(Name("party", one.who) if one.who else Name("case", one.case.id),
                      getter(part)(one)) for one in each
            )  # fmt: skip
            return Message("made.each", told)


def _worth(parts: tuple[Operand, ...], view: View) -> tuple[object, ...]:
    return tuple(
        part.value if isinstance(part, Constant) and part.name is None else
        _part(operand_name(part), getter(part)(view))
        for part in parts
    )  # fmt: skip


def _part(name: object, value: object) -> Message:
    return Message("value.unknown" if value is None else "value.part", {
        "name": name, "value": value,
    })  # fmt: skip


def _percent(percent: Operand, view: View) -> object:
    value = getter(percent)(view)
    return _decimal(value) if isinstance(value, Decimal) else value


def _decimal(value: Decimal) -> object:
    """A number that is no amount, with the digits behind its point if there are any."""
    whole, _, broken = f"{value.normalize():f}".partition(".")
    return Message("value.broken", {"whole": whole, "broken": broken}) if broken else int(value)


def plain_form(operand: Calculated) -> Message:
    """What a calculation says, before any case."""
    told: dict[str, object] = {}
    match operand.form:
        case Added(add=add, less=less):
            told = {"parts": _names(add), "less": _names(less)}
            word = "made_less" if less else "made_of"
        case Percent(percent=Constant(value=int() | Decimal() as value, name=None), of=of):
            told = {"percent": _decimal(Decimal(value)), "parts": _names((of,))}
            word = "made_percent"
        case Percent(percent=percent, of=of):
            told, word = {"percent": operand_name(percent), "parts": _names((of,))}, "share"
        case Extreme(parts=parts, most=most):
            told, word = {"parts": _names(parts)}, "made_most" if most else "made_least"
        case Summed(part=part, among=among, cases=cases, states=states):
            over = Name(among.kind, among.full_name) if among else Name("lifecycle", str(cases))
            inside = tuple(Name("state", f"{cases}.{state}") for state in states)
            told = {"part": operand_name(part), "over": over, "states": inside}
            word = "over_states" if states else "over"
    return Message(f"says.{word}", told)


def _names(parts: tuple[Operand, ...]) -> tuple[object, ...]:
    return tuple(operand_name(part) for part in parts)


WORDING = {
    "nl": {
        "value.named": "{name} ({value})",
        "value.part": "{name} {value}",
        "value.unknown": "{name} (niet bekend)",
        "value.broken": "{whole},{broken}",
        "value.made": "{name} ({made})",
        "value.bound": "{value} ({name}: {made})",
        "made.added": "samen: {parts}",
        "made.less": "{parts}, min {less}",
        "made.percent": "{percent}% van {parts}",
        "made.most": "de hoogste van {parts}",
        "made.least": "de laagste van {parts}",
        "made.sum": "{part} van {count} samen",
        "made.each": "{part} samen: {parts}",
        "says.made_of": "tel bij elkaar op: {parts}",
        "says.made_less": "tel bij elkaar op: {parts}; haal daar van af: {less}",
        "says.made_percent": "neem {percent}% van {parts}",
        "says.share": "neem dit percentage van {parts}: {percent}",
        "says.made_most": "neem de hoogste van {parts}",
        "says.made_least": "neem de laagste van {parts}",
        "says.over": "tel {part} op over elke {over}",
        "says.over_states": "tel {part} op over elke {over} in {states|of}",
        "day.today": "vandaag",
        "day.of_step": "de dag van {step}",
        "day.before": "{term} voor {base}",
        "day.after": "{term} na {base}",
        "day.in_year": "{day} {month} in het jaar van {year}",
        "day.new_month": "de eerste dag van de maand na {base}",
        "day.new_year": "1 januari na {base}",
        "day.latest": "de laatste van {parts}",
    },
    "en": {
        "value.named": "{name} ({value})",
        "value.part": "{name} {value}",
        "value.unknown": "{name} (not known)",
        "value.broken": "{whole}.{broken}",
        "value.made": "{name} ({made})",
        "value.bound": "{value} ({name}: {made})",
        "made.added": "together: {parts}",
        "made.less": "{parts}, less {less}",
        "made.percent": "{percent}% of {parts}",
        "made.most": "the most of {parts}",
        "made.least": "the least of {parts}",
        "made.sum": "{part} of {count} together",
        "made.each": "{part} together: {parts}",
        "says.made_of": "add up: {parts}",
        "says.made_less": "add up: {parts}; take off: {less}",
        "says.made_percent": "take {percent}% of {parts}",
        "says.share": "take this percentage of {parts}: {percent}",
        "says.made_most": "take the most of {parts}",
        "says.made_least": "take the least of {parts}",
        "says.over": "add up {part} over each {over}",
        "says.over_states": "add up {part} over each {over} in {states|or}",
        "day.today": "today",
        "day.of_step": "the day of {step}",
        "day.before": "{term} before {base}",
        "day.after": "{term} after {base}",
        "day.in_year": "{day} {month} in the year of {year}",
        "day.new_month": "the first day of the month after {base}",
        "day.new_year": "1 January after {base}",
        "day.latest": "the latest of {parts}",
    },
}
