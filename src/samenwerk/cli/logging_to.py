"""Where what an engine does is logged: a file, or standard error, one line of JSON each."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.cli.door import Door
from samenwerk.cli.failing import Fail

if TYPE_CHECKING:
    from samenwerk.telling.happened import Tell


def listeners(written: str | None) -> tuple[Tell, ...]:
    """Who listens besides: what the function `MODULE:NAME` gives. Raises Fail when there is none.

    What goes wrong in it is shown as it is: it is the host's own.
    """
    if written is None:
        return ()
    import importlib

    module, _, name = written.partition(":")
    try:
        made = getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError, ValueError) as fault:
        raise Fail("listener.absent", name=written, said=fault) from fault
    found = made() if callable(made) else made
    if not callable(found):
        raise Fail("listener.wrong", name=written)
    return (found,)


@contextlib.contextmanager
def logging_to(door: Door, *also: Tell) -> Iterator[Tell | None]:
    """Inside it what is told is logged where the door says; None when nobody listens.

    Lines are added to a file that is there. `also` are others who listen. Raises Fail when it
    cannot be written to.
    """
    from samenwerk.telling.happened import several

    if door.log is None:
        yield several(*also) if also else None
        return
    import logging

    from samenwerk.cli.output import check_kept
    from samenwerk.telling.logs import LOGGER, JsonLines, to_logging

    if door.log != "-":
        check_kept(door.log)
    try:
        handler = (
            logging.StreamHandler() if door.log == "-"
            else logging.FileHandler(door.log, encoding="utf-8", errors="backslashreplace")
        )  # fmt: skip
    except (OSError, ValueError):
        raise Fail("output.unwritable", file=door.log) from None
    handler.setFormatter(JsonLines())
    before, raising = LOGGER.level, logging.raiseExceptions
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.DEBUG)
    logging.raiseExceptions = False  # a full disk stops no step
    try:
        yield several(to_logging, *also) if also else to_logging
    finally:
        logging.raiseExceptions = raising
        LOGGER.setLevel(before)
        LOGGER.removeHandler(handler)
        with contextlib.suppress(OSError):
            handler.close()
