"""The four streams: by which names their texts speak of an award, and how it is paid.

Only names; the texts themselves are the files in `texts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files

import attrs

from samenwerk import Part, Question


@attrs.frozen
class Stream:
    """One stream: its award, where it hangs, and its steps and states by their names.

    `payer` is the role that pays, of the award itself or of the case `above` it. `awards` is the
    step that awards. In `running` money is still paid out; in `claimed` it was awarded, now or
    before. `use_until` is the fact with the last day to use the money.
    """

    name: str
    law: str
    award: str
    above: str | None
    payer: str
    awards: str
    running: tuple[str, ...]
    claimed: tuple[str, ...]
    use_until: str | None = "use_until"

    def last_day(self, question: Question) -> date | None:
        """The last day to use the money of an award; None as long as it is not known."""
        if self.use_until is None:
            first = question.fact("first_day", above=self.above)
            return date(first.year, 12, 31) if isinstance(first, date) else None
        found = question.fact(self.use_until, above=self.above)
        return found if isinstance(found, date) else None


STREAMS = (
    Stream("wlz", "Wlz", "wlz_award", "wlz_budget", "office", "grant",
           ("granted", "again"),
           ("granted", "left_over", "backed", "carried", "again", "done")),
    Stream("zvw", "Zvw", "zvw_award", None, "assessor", "grant",
           ("granted",), ("granted", "done")),
    Stream("wmo", "Wmo", "wmo_award", "wmo_year", "treasurer", "agree",
           ("agreed", "invoiced"), ("agreed", "invoiced", "done"), None),
    Stream("subsidie", "subsidie", "subsidy_award", "subsidy_scheme", "giver", "grant",
           ("granted",), ("granted", "accounted", "cleared", "settled")),
)  # fmt: skip
AWARDS = tuple(one.award for one in STREAMS)

LABELS = {
    "wlz": {"nl": "geld uit de Wlz", "en": "Wlz money"},
    "zvw": {"nl": "geld uit de Zvw", "en": "Zvw money"},
    "wmo": {"nl": "geld uit de Wmo", "en": "Wmo money"},
    "subsidie": {"nl": "een subsidie met een plafond", "en": "a grant with a ceiling"},
}


def texts() -> tuple[Part, ...]:
    """The text of each stream, as a part that a workflow can use."""
    folder = files("samenwerk_geldstromen") / "texts"
    return tuple(
        Part(name, labels, {f"{name}.toml": (folder / f"{name}.toml").read_text("utf-8")})
        for name, labels in LABELS.items()
    )


def stream_of(lifecycle: str) -> Stream | None:
    """The stream of an award; None for another lifecycle."""
    return next((one for one in STREAMS if one.award == lifecycle), None)


def named(name: str) -> str | None:
    """The stream that a pool or lifecycle of our texts is of, by how its name begins.

    >>> named("subsidy_free"), named("general")
    ('subsidie', None)
    """
    begins = name.partition("_")[0]
    return {"wlz": "wlz", "zvw": "zvw", "wmo": "wmo", "subsidy": "subsidie"}.get(begins)


def holders(question: Question, role: str, above: str | None = None) -> Iterator[str]:
    """Who holds a role of the case, or of the case above it."""
    case = question.case
    yield from case.roles.get(role, ())
    parent = question.collaboration.cases.get(case.parent or "")
    if above is not None and parent is not None and parent.lifecycle == above:
        yield from parent.roles.get(role, ())
