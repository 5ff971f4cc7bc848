"""`due_items`: days that a plugin knows of, beside those that a workflow says itself.

What a workflow can say with `[duty.x]` it says there; this is for days that come back, or that
follow from a list of the plugin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.hooks.shapes import can_be_called, is_name, labelled, listed, texts
from samenwerk.values.message import Message

if TYPE_CHECKING:
    from samenwerk.hooks.values import Question

MOST = 1000
"""So many days one plugin may name for one case."""


@attrs.frozen
class DueItem:
    """A day by which something must be done, what that is, and by whom.

    `who` are ids of parties (none: nobody in particular). `key` names this item among those of
    the case and stays the same as long as it is the same one, so that a calendar can follow it.
    """

    day: date
    what: Message
    who: tuple[str, ...]
    key: str
    source: str | None = None


@attrs.frozen(eq=False)
class PluginDue:
    """Days that a plugin knows of.

    `items` is asked for each open case of `lifecycles` (empty: of every lifecycle), and must give
    the same answer to the same question: no clock, no network, no memory. `reads` are the
    facts that it looks at.
    """

    name: str
    labels: Mapping[str, str]
    items: Callable[[Question], Sequence[DueItem]]
    lifecycles: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()

    def for_each(self, questions: Sequence[Question]) -> list[object]:
        """What `items` gives for each of these, in one go: they may travel to another process."""
        return [self.items(question) for question in questions]


def fits(plugin: str, answer: object) -> tuple[PluginDue, ...]:
    """What a plugin gave, checked; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, PluginDue)
            and is_name(one.name)
            and labelled(one.labels)
            and can_be_called(one.items)
            and texts(one.lifecycles)
            and texts(one.reads)
        )

    return listed(plugin, "due_items", answer, right, "PluginDue")


def names(brought: tuple[PluginDue, ...]) -> tuple[str, ...]:
    """Their names, after the name of the plugin."""
    return tuple(one.name for one in brought)


def fitting(answer: object, parties: Callable[[str], bool]) -> tuple[object, Message] | None:
    """What does not fit in what `items` gave, with what is asked there; None when all of it fits.

    `parties` says whether there is a party of that id.
    """
    if isinstance(answer, str) or not isinstance(answer, Sequence):
        return answer, Message("wanted.due_items")
    if len(answer) > MOST:
        return len(answer), Message("wanted.due_items.most", {"most": MOST})
    seen: set[str] = set()
    for one in answer:
        wrong = _wrong(one, parties)
        if wrong is not None:
            return wrong
        if one.key in seen:
            return one, Message("wanted.due_item.once", {"key": one.key})
        seen.add(one.key)
    return None


def _wrong(item: object, parties: Callable[[str], bool]) -> tuple[object, Message] | None:
    one: Any = item  # its fields can hold anything
    if not isinstance(item, DueItem):
        return item, Message("wanted.due_items")
    if type(one.day) is not date:
        return one.day, Message("wanted.due_item.day")
    if not isinstance(one.what, Message):
        return one.what, Message("wanted.due_item.what")
    if not isinstance(one.key, str) or not one.key:
        return one.key, Message("wanted.due_item.key")
    if not (one.source is None or isinstance(one.source, str)):
        return one.source, Message("wanted.due_item.source")
    if not texts(one.who):
        return one.who, Message("wanted.due_item.who")
    unknown = [who for who in one.who if not parties(who)]
    return (one.who, Message("wanted.due_item.party", {"who": unknown[0]})) if unknown else None
