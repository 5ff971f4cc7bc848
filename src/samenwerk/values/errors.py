"""What samenwerk raises, drawn once.

SamenwerkError
├── Misuse             the caller asked something that makes no sense (wrong id, wrong type)
│   ├── UnknownName        no collaboration, case, step or name of that spelling
│   ├── NotYou             a way in that gives no outcome was refused to who came; says why
│   └── NotReadable        a definition or file could not be read; carries its diagnostics
├── StoreError         the store could not do what was asked; nothing half done
│   ├── Conflict           somebody else wrote first; read again
│   ├── CommandReused      this command id was used before for something else
│   ├── RecordBroken       the record does not verify, with the first sequence that is wrong
│   └── StoreVersion       the store was written by a newer samenwerk
└── PluginError        a plugin is missing, does not fit, or answered what it may not

A refusal is never an exception: it is an `Outcome`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenwerk.values.diagnostic import Diagnostic

MOST = 3
"""So many faults stand in the message of an error; `diagnostics` holds them all."""


class SamenwerkError(Exception):
    """Anything that samenwerk itself raises. `id` and `params` let a door say it in nl and en.

    `str` is for a log or a traceback; `samenwerk.render` says it to a person.
    """

    id = "error.general"

    def __init__(self, message: str = "", **params: object) -> None:
        super().__init__(message or self.id)
        self.params: dict[str, object] = {"message": message, **params}


class Misuse(SamenwerkError):
    """The caller asked something that makes no sense."""

    id = "error.misuse"


class UnknownName(Misuse):
    """Nothing has this name; `params` hold what, name and, if one is near, nearest."""

    id = "error.unknown_name"

    def __init__(self, message: str = "", **params: object) -> None:
        super().__init__(message or _unknown(params), **params)


class NotYou(Misuse):
    """What was asked is not up to who asked, where no outcome is given back.

    `params` hold why, as a message.
    """

    id = "error.not_you"


class NotReadable(Misuse):
    """A text could not be read as a definition; every fault found is in `diagnostics`."""

    id = "error.not_readable"

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(_faults(diagnostics), count=len(diagnostics))
        self.diagnostics = diagnostics

    def __reduce__(self) -> tuple[type[NotReadable], tuple[tuple[Diagnostic, ...]]]:
        return (type(self), (self.diagnostics,))


class StoreError(SamenwerkError):
    """The store could not do what was asked; nothing was half done."""

    id = "error.store"


class Conflict(StoreError):
    """Somebody else wrote to this collaboration first: read again and decide again."""

    id = "error.conflict"


class CommandReused(StoreError):
    """A command id that was used before came back with other content."""

    id = "error.command_reused"


class RecordBroken(StoreError):
    """The record does not verify; `params` hold the first wrong sequence and what is wrong."""

    id = "error.record_broken"


class StoreVersion(StoreError):
    """The store was written by a newer samenwerk than this one."""

    id = "error.store_version"


class PluginError(SamenwerkError):
    """A plugin is missing, does not fit, or answered what it may not; `params` name it."""

    id = "error.plugin"


def _unknown(params: Mapping[str, object]) -> str:
    """Which name is not there, and the one that may have been meant.

    >>> str(UnknownName(what="step", name="change.adpot", nearest="change.adopt"))
    "there is no step named 'change.adpot'; did you mean 'change.adopt'?"
    """
    what, nearest = params.get("what") or "thing", params.get("nearest")
    known = f"; did you mean {nearest!r}?" if nearest else ""
    return f"there is no {str(what).replace('_', ' ')} named {params.get('name')!r}{known}"


def _faults(diagnostics: Sequence[Diagnostic]) -> str:
    """How many there are, and where the first of them stand; the serious ones come first."""
    first = sorted(diagnostics, key=lambda one: not one.serious)[:MOST]
    shown = "; ".join(f"{one.place}: {one.code}" for one in first)
    more = len(diagnostics) - len(first)
    count = f"{len(diagnostics)} fault{'' if len(diagnostics) == 1 else 's'}"
    return f"{count}: {shown}{f'; and {more} more' if more else ''}"
