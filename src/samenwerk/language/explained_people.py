"""What a role and a mandate let their holder do, as sentences.

Who holds them in a collaboration stands in its register, and is told elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.language.catalogue import Speaker
from samenwerk.language.explained_decision import who_names
from samenwerk.values.message import Name
from samenwerk.values.who import Mandate, Role


def role_says(role: Role, speaker: Speaker) -> Iterator[str]:
    """Who can hold it, how many do, and from which acts it fences them off."""
    if role.sort:
        sorts = tuple(Name("sort", one) for one in role.sort)
        yield speaker.words("explained.role.sort", sorts=sorts)
    if role.exactly is not None:
        yield speaker.words("explained.role.exactly", count=role.exactly)
    if role.many:
        yield speaker.words("explained.role.many")
    if role.may is not None:
        yield speaker.words("explained.role.may", acts=_acts(role.may))
    if role.never:
        yield speaker.words("explained.role.never", acts=_acts(role.never))


def mandate_says(mandate: Mandate, speaker: Speaker) -> Iterator[str]:
    """What may be done with it, on what, and who can give it."""
    if mandate.may:
        yield speaker.words("explained.mandate.may", acts=_acts(mandate.may))
    if mandate.on:
        about = tuple(Name("subject", one) for one in mandate.on)
        yield speaker.words("explained.mandate.on", subjects=about)
    if mandate.giver:
        yield speaker.words("explained.mandate.giver", who=who_names(mandate.giver))


def _acts(acts: tuple[str, ...]) -> tuple[Name, ...]:
    return tuple(Name("act", one) for one in acts)


WORDING = {
    "nl": {
        "explained.role.sort": "wie de rol heeft, is een {sorts|of}",
        "explained.role.exactly": "precies {count} {count|partij heeft|partijen hebben} de rol",
        "explained.role.many": "meer dan één partij kan de rol hebben",
        "explained.role.may": "wie de rol heeft, mag alleen dit: {acts|en}",
        "explained.role.never": "wie de rol heeft, mag nooit {acts|of}",
        "explained.mandate.may": "wie het heeft, mag namens wie het gaf {acts|en}",
        "explained.mandate.on": "dat gaat over {subjects|en}",
        "explained.mandate.giver": "wie het kan geven: {who|of}",
    },
    "en": {
        "explained.role.sort": "its holder is of this sort: {sorts|or}",
        "explained.role.exactly": "exactly {count} {count|party holds|parties hold} it",
        "explained.role.many": "more than one party can hold it",
        "explained.role.may": "its holder may do this only: {acts|and}",
        "explained.role.never": "its holder may never {acts|or}",
        "explained.mandate.may": "on behalf of whoever gave it, its holder may {acts|and}",
        "explained.mandate.on": "it is about {subjects|and}",
        "explained.mandate.giver": "who can give it: {who|or}",
    },
}
"""The sentences, by language and id."""
