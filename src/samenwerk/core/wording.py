"""Names of operands for messages: which declared thing a sentence should call by its label."""

from __future__ import annotations

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
)


def operand_name(operand: Operand) -> object:
    """What to call an operand in a sentence."""
    match operand:
        case Constant(value=value, name=name):
            return value if name is None else Name("parameter", name)
        case FactOf(name=name, above=above):
            return Name("fact", f"{above}.{name}" if above else name)
        case DayOfStep(step=step, above=above):
            full = f"{above}.{step}" if above else step
            return Message("day.of_step", {"step": Name("step", full)})
        case Shifted(base=base, term=term, back=back):
            told = "day.before" if back else "day.after"
            return Message(told, {"term": term, "base": operand_name(base)})
        case DayInYear(month=month, day=day, year=year):
            told_year = operand_name(year)
            return Message("day.in_year", {"day": day, "month": month, "year": told_year})
        case FirstAfter(what=what, base=base):
            return Message(f"day.{what}", {"base": operand_name(base)})
        case Latest(parts=parts):
            return Message("day.latest", {"parts": tuple(operand_name(part) for part in parts)})
    return Message("day.today")


def value_name(fact: str, type_: str, value: object) -> object:
    """What to call a value of a fact: a word that was chosen by its label, all else as it is."""
    if type_ == "choice" and isinstance(value, str):
        return Name("word", f"{fact}={value}")
    return value


def worth(operand: Operand, value: object) -> object:
    """The same for a value that an operand has, or is compared with."""
    if isinstance(operand, FactOf):
        full = f"{operand.above}.{operand.name}" if operand.above else operand.name
        return value_name(full, operand.type, value)
    return value


WORDING = {
    "nl": {
        "value.named": "{name} ({value})",
        "day.today": "vandaag",
        "day.of_step": "de dag van {step}",
        "day.before": "{term} voor {base}",
        "day.after": "{term} na {base}",
        "day.in_year": "{day}-{month} in het jaar van {year}",
        "day.new_month": "de eerste dag van de maand na {base}",
        "day.new_year": "1 januari na {base}",
        "day.latest": "de laatste van {parts}",
    },
    "en": {
        "value.named": "{name} ({value})",
        "day.today": "today",
        "day.of_step": "the day of {step}",
        "day.before": "{term} before {base}",
        "day.after": "{term} after {base}",
        "day.in_year": "{day}-{month} in the year of {year}",
        "day.new_month": "the first day of the month after {base}",
        "day.new_year": "1 January after {base}",
        "day.latest": "the latest of {parts}",
    },
}
