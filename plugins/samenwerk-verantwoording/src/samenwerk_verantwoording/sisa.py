"""`sisa`: the account of a specific grant, each year on 15 July.

Money that went on to another government is accounted for by that one first, and by who passed it
on one year later. Which code belongs to a scheme, and from what amount an accountant must sign,
differs by scheme: those are facts of the case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from samenwerk import DueItem, Message, Name, PluginDue, Question
from samenwerk_verantwoording.people import accountable

SOURCE = "SiSa: verantwoorden voor 15 juli, ook over geld dat is doorgegeven"
MONTH, DAY = 7, 15
LONGEST = 30
"""So many years of one grant are looked at."""

READS = (
    "first_year", "last_year", "granted", "sisa_code", "statement_from", "accounted_until",
    "passed_on", "sub_accounted_until", "passed_on_accounted_until",
)  # fmt: skip


def items(question: Question) -> Sequence[DueItem]:
    """What is still to be accounted for, year by year; nothing where no years are known."""
    first, last = question.fact("first_year"), question.fact("last_year")
    if not isinstance(first, int) or not isinstance(last, int) or not 1900 <= first <= last:
        return []
    years = range(first, min(last, first + LONGEST, 9000) + 1)
    return [item for year in years for item in _of_year(question, year)]


def _of_year(question: Question, year: int) -> Iterator[DueItem]:
    who = accountable(question)
    passed_on = _passed_on(question)
    if year > _until(question, "accounted_until"):
        signed = _must_be_signed(question)
        id = "verantwoording.sisa.signed" if signed else "verantwoording.sisa.own"
        yield _item(question, id, year, year + 1, who, str(year))
    if not passed_on:
        return
    for party in passed_on:
        if year > _until(question, "sub_accounted_until", party):
            told = Name("party", party)
            yield _item(question, "verantwoording.sisa.sub", year, year + 1, (party,),
                        f"{year}.{party}", party=told)  # fmt: skip
    if year > _until(question, "passed_on_accounted_until"):
        yield _item(question, "verantwoording.sisa.passed_on", year, year + 2, who,
                    f"{year}.passed_on")  # fmt: skip


def _item(
    question: Question, id: str, year: int, due: int, who: tuple[str, ...], key: str,
    **params: object,
) -> DueItem:  # fmt: skip
    code = question.fact("sisa_code")
    coded = isinstance(code, str)
    told: dict[str, object] = {"year": year, **params}
    if coded:
        told["code"] = Name("word", f"sisa_code={code}")
    message = Message(f"{id}.coded" if coded else id, told)
    return DueItem(date(due, MONTH, DAY), message, who, key, SOURCE)


def _passed_on(question: Question) -> tuple[str, ...]:
    """Who got some of the money, and accounts for it first."""
    found = question.per_party("passed_on")
    return tuple(who for who, one in found.items() if isinstance(one, Decimal | int) and one > 0)


def _until(question: Question, name: str, of: str | None = None) -> int:
    """The last year that was accounted for."""
    found = question.fact(name, of=of)
    return found if isinstance(found, int) else 0


def _must_be_signed(question: Question) -> bool:
    """Whether an accountant must sign: from an amount that the scheme says."""
    amount, least = question.fact("granted"), question.fact("statement_from")
    known = isinstance(amount, Decimal | int) and isinstance(least, Decimal | int)
    return known and amount >= least  # type: ignore[operator]


SISA = PluginDue(
    name="sisa",
    labels={"nl": "verantwoorden van een uitkering", "en": "accounting for a grant"},
    items=items,
    reads=READS,
)
