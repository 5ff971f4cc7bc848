"""The limits within which a plugin is asked in a process of its own: `Apart`.

How such a process is kept is `rooms`, what runs in it `serving`.
"""

from __future__ import annotations

import importlib.util
import math
from typing import Any

import attrs

from samenwerk.values.checking import check_is, wrong_type
from samenwerk.values.errors import Misuse


def _positive(apart: Apart, field: attrs.Attribute[Any], value: float) -> None:
    wanted = (int,) if isinstance(field.default, int) else (int, float)
    if isinstance(value, bool):
        raise wrong_type(field.name, value, " or ".join(one.__name__ for one in wanted))
    check_is(field.name, value, wanted)
    if not 0 < value < math.inf:
        raise Misuse(f"{field.name} must be more than nothing, and not without end",
                     what="apart", name=field.name)  # fmt: skip


@attrs.frozen
class Apart:
    """What a plugin may use for one answer: seconds on the clock, and megabytes of memory.

    Time that it counts (on a processor) is limited to the same seconds. Time is kept everywhere;
    `limits` says what else this system can keep. Raises Misuse for what is no limit.

    >>> Apart(seconds=2).megabytes
    512
    """

    seconds: float = attrs.field(default=10.0, validator=_positive)
    megabytes: int = attrs.field(default=512, validator=_positive)

    @property
    def limits(self) -> tuple[str, ...]:
        """The limits that are kept on this system: "seconds" alone, or also the other two."""
        both = importlib.util.find_spec("resource") is not None
        return ("seconds", "megabytes", "processor") if both else ("seconds",)
