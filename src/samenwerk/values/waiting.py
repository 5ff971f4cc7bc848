"""What waits: what a party is asked, which days are coming, and who blocks.

Data only; how it is worked out is `core.worklists`, how it reads is `language`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from samenwerk.values.message import Message
from samenwerk.values.obligation import Obligation


@attrs.frozen
class Task:
    """One thing asked of a party: in which case, for which step (none: a duty), and what.

    `plugin` is the plugin that knows of it; none: the workflow itself says so.
    """

    case: str
    step: str
    obligation: Obligation
    ready: bool
    plugin: str | None = None


@attrs.frozen
class Due:
    """A day that is coming (or past) in a case: what, and who can see to it.

    One that a plugin knows of names the `plugin`, its own stable `key`, and the source.
    """

    case: str
    what: Message
    day: date
    who: tuple[str, ...]
    overdue: bool
    plugin: str | None = None
    key: str | None = None
    source: str | None = None


@attrs.frozen
class Start:
    """When work on a step must begin at the latest for it to be done `by` its last day.

    `latest` is that day: the same one where nothing takes time. None: `why` says why there is no
    such day. `act` is what it begins with, and `who` can do that.
    """

    case: str
    step: str
    by: date
    latest: date | None = None
    act: Message | None = None
    who: tuple[str, ...] = ()
    why: Message | None = None


@attrs.frozen
class Blocked:
    """A step that would move a case on, and without whom it cannot."""

    case: str
    step: str
    who: tuple[str, ...]


@attrs.frozen
class Waiting:
    """Everything that waits: what each party is asked, the days that are coming, who blocks.

    `holds_until` is the first day on which time alone may change any of it; None when it never
    does.
    """

    todo: Mapping[str, tuple[Task, ...]]
    due: tuple[Due, ...]
    blockers: tuple[Blocked, ...]
    holds_until: date | None = attrs.field(default=None, eq=False)
