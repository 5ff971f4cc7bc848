"""Checks: one file for each fault, with the sentences that tell of it in Dutch and English.

A new file in this folder is found by itself. Faults that reading finds on its way have a file
here too, for their sentences and examples; their `check` finds nothing more.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Protocol, cast

from samenwerk.definitions.checks.shown import Shown
from samenwerk.definitions.texts import TextsByCode
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading


class Check(Protocol):
    """What a module in this folder has, or an object that a plugin brings.

    `code` is what it is called by. `TEXTS` are its sentences, by code, or by code and case with
    a space between where one remedy does not fit all. `good` and `bad` are texts that it
    finds nothing and something in, and `cases` (which may be left out) more of the latter, one
    for each case that `bad` does not show. `check` gives what it finds in a reading; it is asked of
    every reading, also of one without a workflow, and raises nothing.
    """

    @property
    def code(self) -> str:
        """As `SW201`."""
        ...

    @property
    def TEXTS(self) -> TextsByCode:
        """Code, or code and case, to language to texts."""
        ...

    @property
    def good(self) -> str:
        """A definition without this fault."""
        ...

    @property
    def bad(self) -> str | bytes | Shown:
        """The same with this fault."""
        ...

    def check(self, reading: Reading) -> Iterator[Diagnostic]:
        """The faults of this code."""
        ...


@functools.cache
def all_checks() -> tuple[Check, ...]:
    """Every check of this folder, by code. The files are read when first asked for."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    checks = [cast(Check, module) for module in modules if hasattr(module, "code")]
    return tuple(sorted(checks, key=lambda check: check.code))


def texts_of(checks: tuple[Check, ...]) -> TextsByCode:
    """The sentences of all these checks together."""
    found: dict[str, Mapping[str, object]] = {}
    for check in checks:
        found.update(check.TEXTS)
    return cast(TextsByCode, found)
