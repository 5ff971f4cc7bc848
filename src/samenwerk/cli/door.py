"""The door between a terminal and the engine: language, width, format, and what is printed.

How something is said is `language`; what a command does stands in `cli.commands`.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from itertools import pairwise
from typing import TYPE_CHECKING

import attrs

from samenwerk.cli.words import words
from samenwerk.hooks.calling.voices import Aside, alone
from samenwerk.hooks.calling.watching import TELLER

if TYPE_CHECKING:
    from samenwerk.language.catalogue import Speaker
    from samenwerk.values.declared import Workflow
    from samenwerk.values.register import Register

FINE, FOUND, WRONG, OURS = 0, 1, 2, 3
"""The exit codes: fine; findings or a refusal; wrong use or unreadable input; a fault of ours."""

NOT_DECIDED = 4
"""Nothing is wrong as far as could be seen, but not all that was asked could be decided."""

CLOSED = 141
"""What a shell expects of a program whose reader went away."""

INTERRUPTED = 130
"""What a shell expects of a program that was stopped with Ctrl-C."""

LANGUAGES = ("nl", "en")

_ASIDE: ContextVar[Aside | None] = ContextVar("_ASIDE", default=None)
"""What stands at standard output, and where our answers go."""


@attrs.frozen
class Door:
    """What every command is given: who is spoken to, in what form.

    `asked` is the language that was asked for, `lang` the one that is spoken as long as no
    workflow is known. With `apart` plugins are asked in processes of their own where they can be.
    `log` is the file to which is logged what an engine does; "-" is standard error.
    """

    command: str
    lang: str
    asked: str | None = None
    format: str = "text"
    width: int = 80
    apart: bool = False
    log: str | None = None

    @classmethod
    def opened(cls, command: str, lang: str, asked: str | None, format: str) -> Door:
        """The door for this call, as wide as its terminal."""
        asked = asked or from_environment()
        return cls(command, asked or lang, asked, format, _width())

    def with_workflow(self, workflow: Workflow | None) -> Door:
        """The same door, speaking the language of the workflow when none was asked for."""
        own = None if workflow is None else workflow_language(workflow)
        return self if self.asked or own is None else attrs.evolve(self, lang=own)

    def speaker(
        self, workflow: Workflow | None = None, register: Register | None = None
    ) -> Speaker:
        """Who says messages through this door, those of the plugins of a workflow among them."""
        from samenwerk.language.catalogue import Speaker

        if workflow is None or not workflow.plugins:
            return Speaker(self.lang, workflow, register)
        from samenwerk.front import catalogue_with
        from samenwerk.hooks.installed import installed

        named = installed(one.name for one in workflow.plugins)
        return Speaker(self.lang, workflow, register, catalogue_with(named))

    def words(self, id: str, /, **params: object) -> str:
        """A sentence of the command line itself."""
        return words(self.lang, id, **params)

    def words_in(self, lang: str, id: str, /, **params: object) -> str:
        """The same in a language that is chosen."""
        return words(lang, id, **params)

    def answer(
        self,
        code: int,
        text: Callable[[], str],
        data: Callable[[], Mapping[str, object]],
    ) -> int:
        """Print the answer in the form that was asked for, and give the exit code."""
        if self.format == "json":
            self.print_json(code, data())
        else:
            said = text()
            if said:
                print_text(said)
        return code

    def print_json(self, code: int, data: Mapping[str, object]) -> None:
        """Print one JSON object: the command, its exit code, and the answer."""
        from samenwerk.language.clean import json_text

        told = {"command": self.command, "exit": code, "lang": self.lang, **data}
        print_text(json_text(told))

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Inside it no line of a plugin comes between our answers: it goes to standard error.

        Who waits for a plugin that is being loaded is told so there.
        """
        telling = TELLER.set(self._still_loading)
        with alone(strict=self.format == "json") as aside:
            before = _ASIDE.set(aside)
            try:
                yield
            finally:
                _ASIDE.reset(before)
                TELLER.reset(telling)

    def _still_loading(self, plugin: str, seconds: float) -> None:
        told = self.words("plugins.still_loading", plugin=plugin, seconds=f"{seconds:.0f}")
        sys.stderr.write(told + "\n")
        sys.stderr.flush()

    @property
    def on_terminal(self) -> bool:
        """Whether somebody watches: only then is progress shown, beside the answer."""
        return self.watched and sys.stderr.isatty()

    @property
    def watched(self) -> bool:
        """Whether a person reads the answer on a screen, and no program or file gets it."""
        return self.format == "text" and sys.stdout.isatty()


def print_text(text: str) -> None:
    """Print text with a newline at its end."""
    aside = _ASIDE.get()
    stream = sys.stdout if aside is None else aside.answers
    stream.write(text if text.endswith("\n") else text + "\n")


def from_environment() -> str | None:
    """The language that SAMENWERK_LANG asks for, if it is one that we speak."""
    return _spoken(os.environ.get("SAMENWERK_LANG", ""))


def system_language() -> str:
    """The language of the system, or English when that is none that we speak."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return _spoken(value) or "en"
    if sys.platform == "win32":
        import locale

        return _spoken((locale.getlocale()[0] or "").lower().replace("dutch", "nl")) or "en"
    return "en"


def workflow_language(workflow: Workflow) -> str | None:
    """The language a workflow is written in, when it has labels in no other one."""
    spoken = [lang for lang in LANGUAGES if workflow.labels.get(lang)]
    return spoken[0] if len(spoken) == 1 else None


def early_language(words: list[str]) -> str:
    """The language to speak before the words of a call have been understood."""
    for number, word in enumerate(words):
        after = words[number + 1] if number + 1 < len(words) else ""
        asked = word.removeprefix("--lang=") if word.startswith("--lang=") else after
        if word.startswith("--lang") and asked in LANGUAGES:
            return asked
    if "demo" in words:
        return from_environment() or "nl"  # it plays in the language of its workflows
    return from_environment() or system_language()


def early_format(words: list[str]) -> str:
    """The form that is asked for, before the words of a call have been understood."""
    asked = "--format=json" in words or ("--format", "json") in pairwise(words)
    return "json" if asked else "text"


def _spoken(value: str) -> str | None:
    found = value.strip().lower()[:2]
    return found if found in LANGUAGES else None


def _width() -> int:
    if not sys.stdout.isatty():
        return 80
    import shutil

    return max(40, min(100, shutil.get_terminal_size((80, 24)).columns))
