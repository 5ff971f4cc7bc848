"""Our own caller: the one way in which anything of a plugin is asked; contains and measures.

It decides nothing. What is asked and what may come back is for the families, in `hooks.families`;
what it remembers is `health`, and a process of its own for a plugin is `apart`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from samenwerk.hooks.calling.apart import Apart
from samenwerk.hooks.calling.blamed import blame
from samenwerk.hooks.calling.contained import contained
from samenwerk.hooks.calling.health import SLOW, Health
from samenwerk.hooks.calling.health import Calls as Calls
from samenwerk.hooks.calling.plain import NotPlain, plain
from samenwerk.hooks.families import family
from samenwerk.hooks.plugins import OWN, Plugin, Plugins
from samenwerk.hooks.shapes import not_plain
from samenwerk.telling.happened import Happened, Tell, fault_of
from samenwerk.values.errors import PluginError
from samenwerk.values.given import NOTHING_GIVEN, Given

if TYPE_CHECKING:
    from samenwerk.hooks.calling.rooms import Rooms

T = TypeVar("T")


@attrs.frozen(eq=False)
class Asked:
    """What several plugins answered to one question, with who did, and what went wrong."""

    answers: tuple[tuple[Plugin, Any, Any], ...]
    faults: tuple[PluginError, ...]


class Calling:
    """What everything that one engine asks has in common. Safe from several threads.

    `apart`: the limits within which plugins are asked in a process of their own, for the families
    where that can be; None: they are asked in this process. `tell` is told how each answer went.
    """

    def __init__(
        self, apart: Apart | None = None, now: Callable[[], float] = time.perf_counter,
        tell: Tell | None = None,
    ) -> None:  # fmt: skip
        self.health = Health()
        self.tell = tell
        self.apart = apart
        self.now = now
        self.rooms: Rooms | None = None
        if apart is not None:
            from samenwerk.hooks.calling.rooms import Rooms

            self.rooms = Rooms(apart)

    @property
    def said(self) -> tuple[tuple[str, str], ...]:
        """The last lines that plugins printed in a process of their own, with who did."""
        return () if self.rooms is None else self.rooms.said

    def close(self) -> None:
        """Stop the processes of plugins."""
        if self.rooms is not None:
            self.rooms.close()


class Caller:
    """Asks the plugins of one workflow. Safe from several threads; plugins must be so too.

    `settings` are the parameters of that workflow, which questions hold.
    """

    def __init__(
        self, plugins: Plugins, calling: Calling | None = None,
        settings: Mapping[str, Given] = NOTHING_GIVEN,
    ) -> None:  # fmt: skip
        self.plugins = plugins
        self.settings = settings
        self.calling = calling or Calling()

    @property
    def calls(self) -> tuple[Calls, ...]:
        """What was asked so far, the slowest first."""
        return tuple(self.calling.health)

    def asked(
        self, plugin: str, hook: str, what: str, call: str, *given: Any, right: Callable[[Any], T]
    ) -> T:
        """What a plugin answers: function `call` of what it brought by `hook` under name `what`.

        `given` are values, for they may travel to another process. The answer is rebuilt from
        plain values before `right` sees it, which gives it as it should be or raises PluginError
        (`hooks.shapes.wrong`). Raises PluginError when the plugin is not there, does not bring
        it, is set aside, or goes wrong in any way.

        >>> caller.asked("post", "effects", "letter", "deliver", sending,      # doctest: +SKIP
        ...              right=delivered)
        """
        calling, named = self.calling, f"{hook} {what}"
        member = self.plugins.found(hook, plugin, what)
        tell = None if plugin == OWN else calling.tell
        if tell is not None:
            _begins(tell, plugin, named, calling.health)
        calling.health.check(plugin, named)
        started, fault = calling.now(), None
        try:
            rooms = calling.rooms
            if rooms is not None and plugin != OWN and family(hook).apart:
                there = self.plugins.named[plugin]
                return right(rooms.asked(there, hook, what, call, given))
            return right(_in_process(plugin, named, getattr(member, call), given))
        except PluginError as raised:
            brought = self.plugins.named.get(plugin)
            if brought is not None:
                blame(raised, plugin, brought.distribution, brought.version)
            fault = raised
            raise
        finally:
            seconds = calling.now() - started
            aside = calling.health.note(plugin, named, seconds, fault)
            if tell is not None:
                _ends(tell, plugin, named, seconds, fault, aside)

    def each(
        self, hook: str, call: str, *given: Any, right: Callable[[Plugin, Any, Any], Any]
    ) -> Asked:
        """The same of everything that plugins bring by a hook: one that fails stops no other.

        `right` gets the plugin, what it brought, and its answer.
        """
        answers, faults = [], []
        for plugin, member in self.plugins.each(hook):

            def fits(answer: Any, plugin: Plugin = plugin, member: Any = member) -> Any:
                return right(plugin, member, answer)

            try:
                answer = self.asked(plugin.name, hook, member.name, call, *given, right=fits)
            except PluginError as fault:
                faults.append(fault)
            else:
                answers.append((plugin, member, answer))
        return Asked(tuple(answers), tuple(faults))


def _begins(tell: Tell, plugin: str, named: str, health: Health) -> None:
    """Tell that a plugin is asked; raises PluginError, and tells so, when it is set aside."""
    tell(Happened(what="began", of="plugin", plugin=plugin, hook=named))
    try:
        health.check(plugin, named)
    except PluginError as fault:
        _ends(tell, plugin, named, 0.0, fault, False)
        raise


def _ends(
    tell: Tell, plugin: str, named: str, seconds: float, fault: PluginError | None, aside: bool
) -> None:
    what, slow = "answered" if fault is None else "unanswered", seconds > SLOW
    word = None if fault is None else fault_of(fault)
    tell(Happened(what=what, plugin=plugin, hook=named, fault=word, slow=slow, seconds=seconds))
    if aside:
        tell(Happened(what="set_aside", plugin=plugin, hook=named, fault=word))


def _in_process(plugin: str, named: str, call: Callable[..., Any], given: tuple[Any, ...]) -> Any:
    def ask() -> Any:
        answer = call(*given)
        try:
            return plain(answer)
        except NotPlain as fault:
            return fault

    found = contained(plugin, named, ask)
    if type(found) is NotPlain:
        raise not_plain(plugin, named, str(found))
    return found
