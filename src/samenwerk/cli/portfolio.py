"""`samenwerk report portfolio`: every collaboration of one or more stores on one page.

What stands on the page is `reporting.portfolio`; who sums up a collaboration is `engine.summing`.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail

if TYPE_CHECKING:
    from samenwerk.engine import Engine
    from samenwerk.reporting.portfolio.told import Summary

PORTFOLIO = "portfolio"


def report_portfolio(
    door: Door, stores: Sequence[str], day: date | None, output: str | None, force: bool
) -> int:
    """Write the portfolio of these stores to a file; 1 when a collaboration could not be read."""
    from samenwerk.cli.output import new_file
    from samenwerk.cli.progress import Progress
    from samenwerk.engine.summing import portfolio

    if output is None:
        raise Fail("export.output", name=PORTFOLIO)
    with _opened(door, stores) as engines:
        whole = sum(len(one.collaborations()) for one in engines)
        found: list[Summary] = []
        with Progress(door, "portfolio.reading", whole) as progress:
            for engine in engines:
                for one in engine.summaries(door.lang, day=day):
                    found.append(one)
                    progress.at(len(found))
    text = portfolio(found, door.lang)
    new_file(output, (text.rstrip("\n") + "\n").encode("utf-8"), force)
    stuck = [one for one in found if one.faults]
    said = door.words("output.made", file=output)
    if stuck:
        said += "\n" + door.words("portfolio.stuck", count=len(stuck))
    data = {"report": PORTFOLIO, "output": output, "collaborations": len(found),
            "faults": [one.id for one in stuck]}  # fmt: skip
    return door.answer(FOUND if stuck else FINE, lambda: said, lambda: data)


@contextlib.contextmanager
def _opened(door: Door, stores: Sequence[str]) -> Iterator[tuple[Engine, ...]]:
    """An engine on each of these stores, each once; raises Fail for one that is not there."""
    from samenwerk.cli.logging_to import logging_to
    from samenwerk.cli.stores import opened_there
    from samenwerk.engine import Engine
    from samenwerk.hooks.calling.apart import Apart

    apart = Apart() if door.apart else None
    with contextlib.ExitStack() as stack:
        tell = stack.enter_context(logging_to(door))
        yield tuple(
            stack.enter_context(Engine(opened_there(one), apart=apart, tell=tell))
            for one in dict.fromkeys(stores)
        )
