"""Questions at a terminal, each with what is taken when nobody answers.

Which questions a command has is its own business.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import attrs
import click

from samenwerk.cli.door import Door
from samenwerk.cli.failing import Fail
from samenwerk.language.clean import one_line
from samenwerk.language.layout import fitted, wrap

T = TypeVar("T")


@attrs.frozen
class Asker:
    """Asks through a door, when somebody is there to answer."""

    door: Door
    asks: bool

    @classmethod
    def at(cls, door: Door, yes: bool) -> Asker:
        """Somebody is there when the answers come from a terminal, and were not given by `yes`."""
        return cls(door, not yes and door.format == "text" and sys.stdin.isatty())

    def tell(self, id: str, **params: object) -> None:
        """Say something to who answers."""
        if self.asks:
            said = "\n".join(wrap(self.door.words(id, **params), self.door.width))
            click.echo(f"\n{said}", err=True)

    def answer(
        self,
        id: str,
        given: str | None,
        default: str,
        read: Callable[[str], T],
        **params: object,
    ) -> T:
        """What was given, what is answered, or the default, as `read` understands it.

        `read` raises Fail for what it cannot understand: it is asked again, or the command stops.
        """
        if given is not None:
            return read(given)
        while self.asks:
            shown = one_line(default)
            said = self.door.words(id, **params) + (f" [{shown}]" if shown else "")
            answer = click.prompt(
                said, default=default, show_default=False, prompt_suffix=": ", err=True
            )
            try:
                return read(answer)
            except Fail as fault:
                told = self.door.words(fault.id, **fault.params)
                click.echo(fitted(told, self.door.width), err=True)
        return read(default)
