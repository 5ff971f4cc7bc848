"""What an address asks: the language, the day, and of what; and the addresses that lead on from it.

Every page stands at one height, so that links work wherever the pages are mounted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

import attrs
from starlette.requests import Request

LANGUAGES = ("nl", "en")
_LONGEST = 500
_LONGEST_ACT = 5000
"""An act that goes before another stands whole in the address of that other."""


class NotAsked(Exception):
    """What is asked makes no sense: `id` and `params` say why, `status` is that of the answer."""

    def __init__(self, id: str, status: int = 400, **params: object) -> None:
        super().__init__(id)
        self.id = id
        self.status = status
        self.params = params


@attrs.frozen
class Asked:
    """One request: which page, in which language, on which day (None: today), and the rest.

    `chosen` is the language that the address itself names; else it is what the browser prefers.
    """

    page: str
    lang: str
    chosen: str | None
    day: date | None
    given: Mapping[str, str]

    def one(self, name: str) -> str:
        """What was given under a name; raises NotAsked when nothing was."""
        found = self.given.get(name, "")
        if not found:
            raise NotAsked("asked.lacks", name=name)
        return found

    def number(self, name: str, otherwise: int) -> int:
        """A number of at least 1 that was given; raises NotAsked for what is none."""
        found = self.given.get(name, "")
        if not found:
            return otherwise
        if not re.fullmatch(r"[0-9]{1,12}", found) or int(found) < 1:
            raise NotAsked("asked.number", name=name)
        return int(found)

    def link(self, page: str, /, **given: object) -> str:
        """The address of another page, in the same language and on the same day."""
        shown = {"lang": self.chosen, "day": None if self.day is None else self.day.isoformat()}
        return address(page, {**shown, **given})

    def here(self, /, **changed: object) -> str:
        """The address of this page with something else in it; None takes it away."""
        day = None if self.day is None else self.day.isoformat()
        return address(self.page, {**self.given, "lang": self.chosen, "day": day, **changed})


def address(page: str, given: Mapping[str, object]) -> str:
    """A page with what is asked of it.

    >>> address("case", {"in": "regio", "case": "a&b", "day": None})
    'case?in=regio&case=a%26b'
    """
    query = urlencode(
        {name: str(one) for name, one in given.items() if one not in (None, "")},
        errors="replace",
    )  # fmt: skip
    return (page or "./") + (f"?{query}" if query else "")


def asked_by(request: Request, page: str) -> Asked:
    """What a request asks of a page; raises NotAsked for a day that is none, and for what is too
    long: cut short it would ask something else."""
    given = {name: one for name, one in request.query_params.items() if one}
    for name, one in given.items():
        if len(one) > (_LONGEST_ACT if re.fullmatch("s[1-9]", name) else _LONGEST):
            raise NotAsked("asked.long", name=name[:_LONGEST])
    wanted = given.pop("lang", None)
    chosen = wanted if wanted in LANGUAGES else None
    written = given.pop("day", "").strip()
    lang = chosen or preferred(request.headers.get("accept-language", ""))
    return Asked(page, lang, chosen, read_day(written), given)


def read_day(written: str) -> date | None:
    """A day of an address, None for none; raises NotAsked for what is no day."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise NotAsked("asked.day", written=written) from None


def preferred(header: str) -> str:
    """The first of our languages that a browser asks for, by its own order of weight.

    >>> preferred("de, en-GB;q=0.8, nl;q=0.9"), preferred("fr"), preferred("en")
    ('nl', 'nl', 'en')
    """
    weighed: list[tuple[float, int, str]] = []
    for place, part in enumerate(header.split(",")[:20]):
        name, _, rest = part.strip().partition(";")
        found = re.fullmatch(r"\s*q=([0-9.]{1,5})\s*", rest)
        try:
            weight = float(found[1]) if found else 1.0
        except ValueError:
            weight = 0.0
        lang = name.casefold().partition("-")[0]
        if lang in LANGUAGES and weight > 0:
            weighed.append((-weight, place, lang))
    return min(weighed)[2] if weighed else LANGUAGES[0]
