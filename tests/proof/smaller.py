"""A text that shows a mistake, made as small as it can be while it still shows it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

from tests.proof.random_workflows import Table, read


def smaller(tables: Table, wrong: Callable[[Table], bool]) -> Table:
    """The same with everything left out that is not needed for `wrong` to stay so."""
    while True:
        for left in _less(tables):
            if read(left).workflow is not None and wrong(left):
                tables = left
                break
        else:
            return tables


def _less(tables: Table) -> Iterator[Table]:
    """The same tables, each time without one thing."""
    for path in _paths(tables):
        made = copy.deepcopy(tables)
        at: Any = made
        for part in path[:-1]:
            at = at[part]
        del at[path[-1]]
        yield made


def _paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inside:
        if key in ("nl", "en", "source"):
            continue
        yield (*before, key)
        if isinstance(one, (dict, list)):
            yield from _paths(one, (*before, key))
