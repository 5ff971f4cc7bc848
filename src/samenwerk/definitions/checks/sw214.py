"""A decision in which nobody can have a voice, or not of a sort that it asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.definitions.checks.example import Cases, changed
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.who import Who

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

code = "SW214"
title = {
    "nl": "Een besluit waaraan niemand kan meedoen",
    "en": "A decision in which nobody can have a voice, or not of a sort that it asks",
}

TEXTS: TextsByCode = {
    "SW214": {
        "nl": Texts(
            'aan besluit "{name}" kan niemand meedoen',
            "hier hoort nooit iemand bij",
            "een besluit zonder deelnemers wordt nooit genomen.",
            "noem bij by wie besluiten, of kijk naar exactly en sort van die rol of groep.",
        ),
        "en": Texts(
            'nobody can take part in decision "{name}"',
            "nobody is ever one of these",
            "a decision without anyone taking part is never taken.",
            "name at by who decide, or look at exactly and sort of that role or group.",
        ),
    },
    "SW214 sort": {
        "nl": Texts(
            'besluit "{name}" vraagt een stem van soort "{sort}", en die doet niet mee',
            "deze soort hoort niet bij wie besluiten",
            "zonder die stem is er nooit een besluit.",
            "haal de soort hier weg, of noem bij by ook partijen van deze soort.",
        ),
        "en": Texts(
            'decision "{name}" asks a voice of sort "{sort}", which does not take part',
            "this sort is not among those who decide",
            "without that voice there is never a decision.",
            "take the sort away here, or name parties of this sort at by too.",
        ),
    },
}

good = changed('share = "2/3"', 'share = "2/3"\nsorts = ["gemeente"]')
bad = changed(
    '[decision.akkoord]\nnl = "Akkoord"\nby = "deelnemer"',
    '[decision.akkoord]\nnl = "Akkoord"\nby = "aanbieder"\nsorts = ["gemeente"]',
)
cases: Cases = {
    "": changed(
        "exactly = 1",
        "exactly = 0",
        changed('by = "deelnemer"\nmethod', 'by = "voorzitter"\nmethod'),
    ),
}


def check(reading: Reading) -> Iterator[Diagnostic]:
    """What can be said without a register: of which sorts those who decide can be."""
    workflow = reading.workflow
    for decision in workflow.decisions.values() if workflow is not None else ():
        above = ("lifecycle", decision.lifecycle) if decision.lifecycle else ()
        path = (*above, "decision", decision.name)
        found = [possible_sorts(who) for who in decision.by]
        known = [one for one in found if one is not None]
        if len(known) < len(found):
            continue
        sorts = frozenset[str]().union(*known)
        if not sorts:
            place = reading.place(*path, "by", key=False)
            yield Diagnostic(code, place, {"name": decision.name})
            continue
        for number, sort in enumerate(decision.sorts):
            if sort not in sorts:
                node = reading.node(*path, "sorts")
                place = reading.place(*path) if node is None else node.items[number].place
                params = {"case": "sort", "name": decision.name, "sort": sort}
                yield Diagnostic(code, place, params)


def possible_sorts(who: Who) -> frozenset[str] | None:
    """Of which sorts a party that is one of these can be; None when it can be of any.

    >>> possible_sorts(Who("sort", "provider"))
    frozenset({'provider'})
    """
    if who.kind == "sort":
        return frozenset((who.name,))
    if who.role is not None:
        if who.role.exactly == 0 and who.role.lifecycle is None:
            return frozenset()
        return frozenset(who.role.sort) or None
    if who.group is not None:
        parts = [frozenset(who.group.sorts) or None]
        parts += [possible_sorts(one) for one in (who.group.role, who.group.table) if one]
        known = [part for part in parts if part is not None]
        return frozenset.intersection(*known) if known else None
    return None
