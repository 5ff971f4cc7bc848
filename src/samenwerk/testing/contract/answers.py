"""What a plugin answers: asked twice, watched, and held against what its family may give.

The questions are real ones, of the stories beside it, and odd ones: `asking` says which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from samenwerk.hooks.plugins import Plugin
from samenwerk.hooks.values import Question
from samenwerk.testing.contract.asking import ASKS, Given
from samenwerk.testing.contract.beside import Beside
from samenwerk.testing.contract.questions import watching
from samenwerk.testing.contract.watching import Seen, watched
from samenwerk.values.message import Message


@attrs.frozen(eq=False)
class Answered:
    """One question put to one member of a plugin, twice, and what was seen.

    `before` and `after` show what was given; `looked_at` are the facts it asked for. `wrong` is
    what is wrong with the form of the answer.
    """

    hook: str
    name: str
    about: str
    first: Seen
    second: Seen
    before: str
    after: str
    looked_at: frozenset[str] = frozenset()
    wrong: str | None = None

    @property
    def told(self) -> str:
        """Who was asked, and what."""
        return f"{self.hook} {self.name} ({self.about})"


def ask_all(
    plugin: Plugin, beside: Beside, outside: Iterable[str], patience: float
) -> tuple[Answered, ...]:
    """Put every question to everything that is asked questions, except what goes outside.

    An answer that takes more than `patience` seconds is broken off.
    """
    left_out = set(outside)
    found: list[Answered] = []
    for hook in ASKS:
        for one in plugin.all(hook):
            if one.name not in left_out:
                found += _each(hook, one, beside, patience)
    return tuple(found)


def _each(hook: str, brought: Any, beside: Beside, patience: float) -> Iterator[Answered]:
    ask = ASKS[hook]
    call = getattr(brought, ask.function)
    for about, given in ask.things(hook, brought, beside):
        answered = _twice(hook, brought.name, about, call, given, patience)
        if answered.first.raised is None:
            wrong = ask.wrong(brought, given, answered.first.answer, beside)
            answered = attrs.evolve(answered, wrong=wrong)
        yield answered
        if _gone(answered.first):  # one such answer says enough
            return


def _gone(seen: Seen) -> bool:
    """Whether it hung, or wanted to leave."""
    return seen.raised is not None and not isinstance(seen.raised, Exception)


def _twice(
    hook: str, name: str, about: str, call: Callable[..., Any], given: Given, patience: float
) -> Answered:
    asked, looked_at = given, frozenset[str]()
    watch = type(given[0]) is Question
    if watch:
        asked = (watching(given[0]), *given[1:])
    before = shown(asked)
    first = watched(lambda: call(*asked), patience)
    second = first if _gone(first) else watched(lambda: call(*asked), patience)
    if watch:
        looked_at = frozenset(asked[0].looked_at)
    return Answered(hook, name, about, first, second, before, shown(asked), looked_at)


def shown(given: Given) -> str:
    """All that was given, as text: equal before and after, or it was changed."""
    return repr([_plain(one) for one in given])


def _plain(one: Any) -> Any:
    if not isinstance(one, Question):
        return one
    own = (field.name for field in attrs.fields(type(one)) if field.name != "looked_at")
    values = {name: getattr(one, name) for name in own}
    return {**values, "parameters": sorted(one.parameters.items(), key=repr)}


def messages_of(answer: object) -> Iterator[Message]:
    """Every message in an answer, those inside other messages too."""
    if isinstance(answer, Message):
        yield answer
        yield from messages_of(answer.params)
    elif isinstance(answer, Mapping):
        for one in answer.values():
            yield from messages_of(one)
    elif isinstance(answer, tuple | list):
        for one in answer:
            yield from messages_of(one)
    elif attrs.has(type(answer)):
        kind: Any = type(answer)
        for field in attrs.fields(kind):
            yield from messages_of(getattr(answer, field.name))
