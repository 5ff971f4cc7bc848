"""What plugins print in our process: known by its plugin, and kept out of our answers.

Who answers on standard output says so with `alone`; nothing is put aside for anybody else. What a
plugin prints in a process of its own is for `rooms`.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from typing import Any, TextIO

WIDE = 500
"""So much of a line that a plugin prints is shown."""
_HERE = threading.local()


@contextlib.contextmanager
def speaking(plugin: str) -> Iterator[None]:
    """Inside it this thread prints for a plugin."""
    before = getattr(_HERE, "plugin", None)
    _HERE.plugin = plugin
    aside = sys.stdout
    if isinstance(aside, Aside):
        aside.keep_clear()
    try:
        yield
    finally:
        _HERE.plugin = before
        if isinstance(aside, Aside):
            aside.said_all(plugin)


class Aside:
    """Stands where standard output stood: our answers go on, what plugins print goes aside.

    It goes to standard error, each line behind the name of its plugin; what other threads print
    goes there too, for those are not ours. With `strict` nothing but `answers` comes through.
    """

    def __init__(self, answers: TextIO, strict: bool = False) -> None:
        self.answers = answers
        self._strict = strict
        self._ours = threading.get_ident()
        self._lock = threading.Lock()
        self._begun: dict[str, str] = {}
        self._kept: int | None = None

    def write(self, text: str) -> int:
        """Write for us, or for the plugin that speaks."""
        plugin = getattr(_HERE, "plugin", None)
        if plugin is not None and isinstance(text, str):
            self._aside(plugin, text)
            return len(text)
        if self._strict or threading.get_ident() != self._ours:
            return sys.stderr.write(text)
        return self.answers.write(text)

    def writelines(self, lines: Any) -> None:
        """Several of them."""
        for one in lines:
            self.write(one)

    def flush(self) -> None:
        """Have it written out."""
        self.answers.flush()

    def close(self) -> None:
        """Nothing: standard output is not for a plugin to close. That it tried is told."""
        plugin = getattr(_HERE, "plugin", None)
        if plugin is not None:
            self._aside(plugin, "sys.stdout.close()\n")

    def __getattr__(self, name: str) -> Any:
        return getattr(self.answers, name)

    def _aside(self, plugin: str, text: str) -> None:
        with self._lock:
            *lines, self._begun[plugin] = (self._begun.get(plugin, "") + text).split("\n")
            if len(self._begun[plugin]) > WIDE:  # a line without an end
                lines, self._begun[plugin] = [*lines, self._begun[plugin]], ""
        for line in lines:
            if line.strip():
                sys.stderr.write(f"{plugin}: {_clean(line)}\n")

    def said_all(self, plugin: str) -> None:
        """What it began to print is a line."""
        if self._begun.get(plugin):
            self._aside(plugin, "\n")

    def keep_clear(self) -> None:
        """What goes to the handle of standard output, past Python, goes to standard error too.

        Once, and only where that handle is our own.
        """
        if self._kept is not None:
            return
        self._kept = -1
        with contextlib.suppress(OSError, ValueError, AttributeError):
            if self.answers.fileno() != 1:
                return
            self.answers.flush()
            kept = os.dup(1)
            os.dup2(2, 1)
            self._kept = kept
            self.answers = open(  # noqa: SIM115 - it is closed by `give_back`
                kept, "w", encoding="utf-8", errors="backslashreplace", closefd=False
            )

    def give_back(self, stream: TextIO) -> None:
        """Standard output is as it was."""
        kept, self._kept = self._kept, -1
        if kept is None or kept < 0:
            return
        ours, self.answers = self.answers, stream
        os.dup2(kept, 1)
        try:
            ours.flush()
        except OSError:  # who reads is gone: what is left must not be tried again at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), kept)
            ours.flush()
            raise
        finally:
            os.close(kept)


@contextlib.contextmanager
def alone(strict: bool = False) -> Iterator[Aside]:
    """Inside it what plugins print stays out of standard output; gives where our answers go.

    With `strict` only what is written to its `answers` is one.
    """
    stream = sys.stdout
    aside = Aside(stream, strict)
    sys.stdout = aside
    try:
        yield aside
    finally:
        sys.stdout = stream
        aside.give_back(stream)


def _clean(line: str) -> str:
    return "".join(one if one.isprintable() else " " for one in line[:WIDE]).rstrip()
