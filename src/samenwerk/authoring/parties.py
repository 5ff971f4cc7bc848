"""The parties that a new region begins with: those that its writer names, or invented ones.

How they come to stand in files is `region`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import attrs

from samenwerk.authoring.naming import name_like

SORTS: Mapping[str, Mapping[str, str]] = {
    "provider": {"nl": "zorgaanbieder", "en": "care provider", "id": "aanbieder"},
    "insurer": {"nl": "zorgverzekeraar", "en": "health insurer", "id": "verzekeraar"},
    "care_office": {"nl": "zorgkantoor", "en": "care office", "id": "zorgkantoor"},
    "municipality": {"nl": "gemeente", "en": "municipality", "id": "gemeente"},
    "housing": {"nl": "woningcorporatie", "en": "housing corporation", "id": "corporatie"},
    "residents": {"nl": "inwonersorganisatie", "en": "residents' organisation", "id": "inwoners"},
}
"""The sorts that a region can begin with, as the national base calls them; `id` is Dutch."""

FINANCIERS = ("insurer", "care_office", "municipality")
"""Of these the national base asks for one at least."""

SUPPORTING = "knowledge"

_INVENTED: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "nl": (
        ("noord", "provider", "Zorg Noord"),
        ("zuid", "provider", "Zorg Zuid"),
        ("brug", "insurer", "Zorgverzekeraar De Brug"),
        ("lindedaal", "municipality", "Gemeente Lindedaal"),
        ("wijk", "residents", "Bewonersplatform De Wijk"),
    ),
    "en": (
        ("north", "provider", "Care North"),
        ("south", "provider", "Care South"),
        ("bridge", "insurer", "The Bridge health insurance"),
        ("lindedaal", "municipality", "Municipality of Lindedaal"),
        ("district", "residents", "Residents' platform The District"),
    ),
}
_SUPPORTER = {"nl": ("gids", "Bureau De Gids"), "en": ("guide", "The Guide bureau")}
_OTHERWISE = {"nl": "partij", "en": "party"}
_NO_NAMES = {"de", "het", "een", "the", "a", "of", "van", "stichting", "foundation"}
_SHORT = 20


@attrs.frozen
class Party:
    """A party with its short name in the register, its sort, and its name for people."""

    name: str
    sort: str
    called: str


def sort_of(word: str) -> str | None:
    """The sort that a word means, in Dutch or English; None for none that we know.

    >>> sort_of("Gemeente"), sort_of("care provider"), sort_of("aanbieder"), sort_of("bakker")
    ('municipality', 'provider', 'provider', None)
    """
    said = " ".join(word.replace("_", " ").casefold().split())
    for sort, told in SORTS.items():
        if said in (sort.replace("_", " "), *told.values()):
            return sort
    return None


def invented(lang: str) -> tuple[Party, ...]:
    """The parties of somebody who named none."""
    return tuple(Party(*one) for one in _INVENTED[lang])


def invented_supporter(lang: str, taken: Iterable[Party]) -> Party:
    """The supporter of somebody who named none, beside these parties."""
    name, called = _SUPPORTER[lang]
    return Party(name_like(name, name, taken={one.name for one in taken}), SUPPORTING, called)


def named(
    told: Iterable[tuple[str, str]], lang: str, taken: Collection[str] = ()
) -> tuple[Party, ...]:
    """Parties of a sort and a name for people; each gets a short name of its own.

    >>> [one.name for one in named([("municipality", "Gemeente De Linde")], "nl")]
    ['linde']
    """
    found: list[Party] = []
    used = set(taken)
    for sort, called in told:
        name = name_like(_shorter(called, sort), _OTHERWISE[lang], taken=used)
        used.add(name)
        found.append(Party(name, sort, called))
    return tuple(found)


def _shorter(called: str, sort: str) -> str:
    """The words that tell a party from others, as far as they are short together."""
    told = SORTS.get(sort, {})
    left_out = _NO_NAMES | {word for label in told.values() for word in label.split()}
    every = called.split()
    words = [word for word in every if word.casefold() not in left_out] or every
    short = words[:1]
    for word in words[1:]:
        if len(" ".join((*short, word))) <= _SHORT:
            short.append(word)
    return " ".join(short)
