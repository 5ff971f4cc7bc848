"""Faults in a file of scenarios: one file for each, with its sentences and its examples.

Where these faults are found is `read`, and for the settings of a scenario `folder`.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from typing import cast

from samenwerk.definitions.checks import Check, all_checks


@functools.cache
def scenario_checks() -> tuple[Check, ...]:
    """Every fault of this folder, by code. The files are read when first asked for."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(cast(Check, module) for module in modules if hasattr(module, "code"))


def every_check() -> tuple[Check, ...]:
    """Every code that a command can tell of, those of plugins left out."""
    return (*all_checks(), *scenario_checks())
