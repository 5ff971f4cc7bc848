"""What an engine of samenwerk does, as traces and measurements of OpenTelemetry.

One line wires it: `Engine(store, tell=samenwerk_opentelemetry.telling())`. What everything is
called stands in `names`, and in the README.
"""

from __future__ import annotations

from opentelemetry import metrics, trace

from samenwerk_opentelemetry.listening import Listening

__version__ = "0.1.0"


def telling(
    tracer_provider: trace.TracerProvider | None = None,
    meter_provider: metrics.MeterProvider | None = None,
) -> Listening:
    """What an engine is to tell; the providers are those of the process where none are given.

    One for all engines of a process is enough. Safe from several threads.

    >>> Engine(MemoryStore(), tell=telling())                                  # doctest: +SKIP
    """
    return Listening(
        trace.get_tracer("samenwerk", __version__, tracer_provider),
        metrics.get_meter("samenwerk", __version__, meter_provider),
    )
