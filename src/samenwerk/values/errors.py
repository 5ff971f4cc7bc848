"""What samenwerk raises, drawn once.

SamenwerkError
├── Misuse             the caller asked something that makes no sense (wrong id, wrong type)
│   ├── UnknownName        no collaboration, case, step or name of that spelling
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

from samenwerk.values.diagnostic import Diagnostic


class SamenwerkError(Exception):
    """Anything that samenwerk itself raises. `id` and `params` let a door say it in nl and en."""

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


class NotReadable(Misuse):
    """A text could not be read as a definition; every fault found is in `diagnostics`."""

    id = "error.not_readable"

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(f"{len(diagnostics)} fault(s)", count=len(diagnostics))
        self.diagnostics = diagnostics


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
