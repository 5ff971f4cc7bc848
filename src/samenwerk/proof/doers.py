"""Which doers stand in a condition, and of which other doers each of them is made."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.values.who import Who


def doers_in(value: object) -> Iterator[Who]:
    """Every doer that stands anywhere in a leaf."""
    if isinstance(value, Who):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from doers_in(one)
    elif attrs.has(type(value)):
        for name in (one.name for one in attrs.fields(type(value))):  # type: ignore[arg-type]
            if name not in ("labels", "way_out", "instead"):
                yield from doers_in(getattr(value, name))


def made_of(who: Who) -> Iterator[Who]:
    """A doer and those that it is made of."""
    yield who
    if who.group is not None:
        for one in (who.group.role, who.group.table, *who.group.not_in):
            if one is not None:
                yield from made_of(one)
    if who.table is not None:
        for one in who.table.members:
            yield from made_of(one)
