"""What an engine tells while it works: `Happened`, and what each kind of it carries.

It never holds a text that somebody wrote, nor who somebody is. What becomes of it is for who
listens: `counters`, `logs`, or a host's own function.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import attrs

from samenwerk.values.errors import SamenwerkError

KINDS: Mapping[str, tuple[str, ...]] = {
    "began": ("of", "collaboration", "command", "plugin", "hook"),
    "decided": ("collaboration", "command", "verdict", "count", "seconds"),
    "refused": ("collaboration", "command", "verdict", "count", "seconds"),
    "repeated": ("collaboration", "command", "verdict", "count", "seconds"),
    "failed": ("of", "collaboration", "command", "fault", "seconds"),
    "conflicted": ("collaboration", "seconds"),
    "appended": ("collaboration", "count", "seconds"),
    "read": ("collaboration", "count", "seconds"),
    "answered": ("plugin", "hook", "slow", "seconds"),
    "unanswered": ("plugin", "hook", "fault", "slow", "seconds"),
    "set_aside": ("plugin", "hook", "fault"),
    "sent": ("collaboration", "effect", "plugin", "outcome", "fault", "count", "seconds"),
    "kept_up": ("collaboration", "fault", "count", "seconds"),
    "reminded": ("collaboration", "count"),
}
"""Each thing that is told, with what it may carry beside its name."""

OF = ("command", "plugin", "sending", "upkeep")
"""What may begin: for each that did, one that says how it ended follows in the same thread."""


@attrs.frozen(kw_only=True)
class Happened:
    """One thing that happened in an engine; `KINDS` says which of these each kind carries.

    `what` is its kind. `of` is what began or failed (`OF`), `command` the kind of command (do,
    say, settle ...), `count` how many events, lines or attempts there were, `outcome` what became
    of a sending, `fault` what went wrong, in one word, and `seconds` how long it took.

    >>> Happened(what="appended", collaboration="regio", count=2, seconds=0.001).data
    {'what': 'appended', 'collaboration': 'regio', 'count': 2, 'seconds': 0.001}
    """

    what: str
    of: str | None = None
    collaboration: str | None = None
    command: str | None = None
    verdict: str | None = None
    plugin: str | None = None
    hook: str | None = None
    effect: str | None = None
    outcome: str | None = None
    fault: str | None = None
    slow: bool | None = None
    count: int | None = None
    seconds: float | None = None

    @property
    def data(self) -> dict[str, Any]:
        """The same as plain values, without what it does not carry."""
        return {
            one: value
            for one in _FIELDS
            if (value := getattr(self, one)) is not None
        }  # fmt: skip


_FIELDS = tuple(one.name for one in attrs.fields(Happened))

Tell: TypeAlias = Callable[[Happened], object]
"""Who listens to an engine: a function that is given each thing that happens, at once."""


def guarded(tell: Tell) -> Tell:
    """The same, but what it raises stays with it: an engine is not harmed by who listens.

    An interrupt goes through.

    >>> guarded(lambda happened: 1 / 0)(Happened(what="read"))
    """

    def told(happened: Happened) -> None:
        with contextlib.suppress(Exception):
            tell(happened)

    return told


def several(*tells: Tell) -> Tell:
    """What tells each of these, also when one of them raises."""
    each = tuple(guarded(one) for one in tells)

    def told(happened: Happened) -> None:
        for one in each:
            one(happened)

    return told


def fault_of(error: BaseException) -> str:
    """What went wrong, in one word without any of the text: its kind, and which of that kind.

    >>> fault_of(SamenwerkError()), fault_of(ValueError("of somebody"))
    ('general', 'ValueError')
    """
    if not isinstance(error, SamenwerkError):
        return type(error).__name__
    kind, which = error.id.removeprefix("error."), error.params.get("what")
    known = isinstance(which, str) and which.isidentifier() and not kind.endswith(f".{which}")
    return f"{kind}.{which}" if known else kind
