"""Listening to an engine: what begins opens a span, what ends closes it and is measured.

What everything is called is `names`. Spans go where the host's own go; nothing is set up here.
"""

from __future__ import annotations

import threading
import time

from opentelemetry import context, metrics, trace
from opentelemetry.trace import SpanKind, Status, StatusCode

from samenwerk import Happened
from samenwerk_opentelemetry import names

_DURATION_OF = {
    "command": names.COMMAND_DURATION,
    "plugin": names.PLUGIN_DURATION,
    "sending": names.SENDING_DURATION,
    "upkeep": names.UPKEEP_DURATION,
    "appended": names.APPEND_DURATION,
    "read": names.READ_DURATION,
}


class Listening:
    """Makes spans and measurements of what an engine tells. Safe from several threads.

    A span that began in a thread ends in it; what a plugin does outside hangs below its span.
    """

    def __init__(self, tracer: trace.Tracer, meter: metrics.Meter) -> None:
        self._tracer = tracer
        self._here = threading.local()
        self._durations = {
            name: meter.create_histogram(name, "s", told)
            for name, told in names.DURATIONS.items()
        }  # fmt: skip
        self._counts = {
            name: meter.create_counter(name, unit, told)
            for name, (unit, told) in names.COUNTS.items()
        }

    def __call__(self, happened: Happened) -> None:
        """Take one thing that happened."""
        match happened.what:
            case "began":
                self._begin(happened)
                return
            case "appended" | "read":
                self._between(happened)
                if happened.what == "appended" and happened.count:
                    self._counts[names.EVENTS].add(happened.count)
                self._measure(happened.what, happened)
            case "conflicted":
                trace.get_current_span().add_event("conflicted")
                self._counts[names.CONFLICTS].add(1)
            case "set_aside":
                told = names.of_measurement(happened)
                trace.get_current_span().add_event("set_aside", told)
                self._counts[names.SET_ASIDE].add(1, told)
            case "reminded":
                self._counts[names.REMINDERS].add(happened.count or 0)
            case what:
                ended = happened.of if what == "failed" else names.ENDS.get(what)
                if ended is not None:
                    self._end(happened)
                    self._measure(ended, happened)

    @property
    def _pile(self) -> list[tuple[trace.Span, object]]:
        """The spans that are open in this thread, the last one on top."""
        pile: list[tuple[trace.Span, object]] | None = getattr(self._here, "pile", None)
        if pile is None:
            pile = self._here.pile = []
        return pile

    def _begin(self, happened: Happened) -> None:
        kind = SpanKind.PRODUCER if happened.of == "sending" else SpanKind.INTERNAL
        span = self._tracer.start_span(
            names.span_name(happened), kind=kind, attributes=names.of_span(happened)
        )
        self._pile.append((span, context.attach(trace.set_span_in_context(span))))

    def _end(self, happened: Happened) -> None:
        if not self._pile:
            return  # it began before anybody listened
        span, token = self._pile.pop()
        context.detach(token)  # type: ignore[arg-type]
        span.set_attributes(names.of_span(happened))
        if happened.fault is not None:
            span.set_status(Status(StatusCode.ERROR, happened.fault))
        span.end()

    def _between(self, happened: Happened) -> None:
        """A span for what was told at its end, where it is part of something that is traced."""
        if not trace.get_current_span().is_recording():
            return
        until = time.time_ns()
        since = until - int((happened.seconds or 0) * 1e9)
        span = self._tracer.start_span(
            names.span_name(happened), start_time=since, kind=SpanKind.CLIENT,
            attributes=names.of_span(happened),
        )  # fmt: skip
        span.end(until)

    def _measure(self, what: str, happened: Happened) -> None:
        if happened.seconds is not None:
            told = names.of_measurement(happened)
            self._durations[_DURATION_OF[what]].record(happened.seconds, told)
