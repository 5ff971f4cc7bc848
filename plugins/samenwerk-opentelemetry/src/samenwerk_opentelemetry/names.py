"""What spans, measurements and their attributes are called: a promise to who makes dashboards.

Nothing of a person is among them, and measurements do not say which collaboration it was: that
would give each its own series.
"""

from __future__ import annotations

from samenwerk import Happened

COMMAND_DURATION = "samenwerk.command.duration"
APPEND_DURATION = "samenwerk.append.duration"
READ_DURATION = "samenwerk.read.duration"
PLUGIN_DURATION = "samenwerk.plugin.duration"
SENDING_DURATION = "samenwerk.sending.duration"
UPKEEP_DURATION = "samenwerk.upkeep.duration"
EVENTS = "samenwerk.events"
CONFLICTS = "samenwerk.conflicts"
SET_ASIDE = "samenwerk.plugin.set_aside"
REMINDERS = "samenwerk.reminders"

DURATIONS = {
    COMMAND_DURATION: "How long a command took, from being asked to being recorded or refused",
    APPEND_DURATION: "How long it took to put events in the store, durably",
    READ_DURATION: "How long it took to read a record",
    PLUGIN_DURATION: "How long a plugin took for an answer",
    SENDING_DURATION: "How long an attempt to send an effect took",
    UPKEEP_DURATION: "How long it took to see to what time moved in a collaboration",
}
COUNTS = {
    EVENTS: ("{event}", "Events recorded"),
    CONFLICTS: ("{conflict}", "Times that somebody else wrote first"),
    SET_ASIDE: ("{plugin}", "Times that something of a plugin was set aside"),
    REMINDERS: ("{reminder}", "Reminders sent to parties"),
}

_MEASURED = {
    "of": "samenwerk.of",
    "command": "samenwerk.command",
    "verdict": "samenwerk.verdict",
    "plugin": "samenwerk.plugin",
    "hook": "samenwerk.hook",
    "effect": "samenwerk.effect",
    "outcome": "samenwerk.outcome",
    "slow": "samenwerk.slow",
    "fault": "error.type",
}
_SEEN = {**_MEASURED, "collaboration": "samenwerk.collaboration", "count": "samenwerk.count"}

ENDS = {
    "decided": "command",
    "refused": "command",
    "repeated": "command",
    "answered": "plugin",
    "unanswered": "plugin",
    "sent": "sending",
    "kept_up": "upkeep",
}
"""What ended, by the word that tells it; `failed` says so itself."""


def of_span(happened: Happened) -> dict[str, str | int | bool]:
    """The attributes of a span: all that was told but the seconds."""
    return _named(happened, _SEEN)


def of_measurement(happened: Happened) -> dict[str, str | int | bool]:
    """The attributes of a measurement, with how a command ended."""
    found = _named(happened, _MEASURED)
    found.pop("samenwerk.of", None)
    if "command" in (ENDS.get(happened.what), happened.of):
        found["samenwerk.outcome"] = happened.what
    return found


def _named(happened: Happened, names: dict[str, str]) -> dict[str, str | int | bool]:
    return {
        name: value for one, name in names.items()
        if (value := getattr(happened, one)) is not None
    }  # fmt: skip


def span_name(happened: Happened) -> str:
    """What a span is called: few names, so that equal things stand together."""
    match happened.of or ENDS.get(happened.what, happened.what):
        case "command":
            return f"samenwerk {happened.command}"
        case "plugin":
            return f"samenwerk plugin {happened.plugin} {happened.hook}"
        case "sending":
            return f"samenwerk send {happened.plugin}"
        case "upkeep":
            return "samenwerk upkeep"
        case "appended":
            return "samenwerk append"
        case other:
            return f"samenwerk {other}"
