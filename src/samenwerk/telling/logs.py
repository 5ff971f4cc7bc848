"""Logs: what an engine tells, handed to Python's `logging` under `samenwerk`, as lines of JSON.

The shape of a line is `SCHEMA`; where the lines go is for who sets logging up.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from samenwerk.telling.happened import KINDS, OF, Happened

LOGGER = logging.getLogger("samenwerk")
LOGGER.addHandler(logging.NullHandler())

_OFTEN = ("began", "read", "appended", "answered")
_LEFT = {
    "dead": logging.ERROR, "unknown": logging.ERROR, "failed": logging.WARNING,
    "rests": logging.WARNING,
}  # fmt: skip


def level_of(happened: Happened) -> int:
    """How loud it is: what goes well and often is DEBUG, what a person must see is ERROR.

    >>> [logging.getLevelName(level_of(Happened(what=one))) for one in ("read", "set_aside")]
    ['DEBUG', 'ERROR']
    """
    if happened.what == "set_aside":
        return logging.ERROR
    if happened.what == "sent":
        return _LEFT.get(happened.outcome or "", logging.INFO)
    if happened.fault is not None or happened.slow:
        return logging.WARNING
    return logging.DEBUG if happened.what in _OFTEN else logging.INFO


def to_logging(happened: Happened) -> None:
    """Log one thing under `samenwerk`; give this to `Engine(..., tell=to_logging)`.

    The record has the value itself as `happened`.
    """
    level = level_of(happened)
    if LOGGER.isEnabledFor(level):
        LOGGER.log(level, "%s", _Said(happened), extra={"happened": happened})


class _Said:
    """What happened as one line for people, made only when somebody reads it."""

    def __init__(self, happened: Happened) -> None:
        self._happened = happened

    def __str__(self) -> str:
        what, *rest = self._happened.data.items()
        return " ".join([str(what[1]), *(f"{name}={_plain(value)}" for name, value in rest)])


def _plain(value: object) -> str:
    """A value on one line; a text with more than plain letters in it as JSON spells it.

    >>> _plain("regio"), _plain("a" + chr(10) + "b")
    ('regio', '"a\\\\nb"')
    """
    text = str(value)
    return text if text.isprintable() and " " not in text else json.dumps(text)


class JsonLines(logging.Formatter):
    """Formats each record as one line of JSON, in the shape of `SCHEMA`."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        moment = datetime.fromtimestamp(record.created, UTC)
        told: dict[str, Any] = {
            "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        happened = getattr(record, "happened", None)
        if isinstance(happened, Happened):
            told |= happened.data
            if happened.seconds is not None:
                told["seconds"] = round(happened.seconds, 6)
        else:
            told |= {"what": "said", "message": record.getMessage()}
        return json.dumps(told)  # in ASCII: no letter of a name steers who reads it


_TYPES: dict[str, dict[str, Any]] = {
    "of": {"enum": list(OF)},
    "slow": {"type": "boolean"},
    "count": {"type": "integer", "minimum": 0},
    "seconds": {"type": "number", "minimum": 0},
}


def _kind(what: str, carries: tuple[str, ...]) -> dict[str, Any]:
    each = {one: _TYPES.get(one, {"type": "string"}) for one in carries}
    head = dict.fromkeys(("time", "level", "logger"), True)
    return {
        "properties": {**head, "what": {"const": what}, **each},
        "additionalProperties": False,
    }


SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A line of the log of samenwerk",
    "type": "object",
    "required": ["time", "level", "logger", "what"],
    "properties": {
        "time": {"type": "string", "format": "date-time"},
        "level": {"enum": ["debug", "info", "warning", "error", "critical"]},
        "logger": {"type": "string", "pattern": "^samenwerk"},
        "what": {"enum": [*KINDS, "said"]},
    },
    "oneOf": [_kind(*one) for one in {**KINDS, "said": ("message",)}.items()],
}
"""The JSON Schema of a line; `docs/schema/log.json` is written from it."""
