"""Spans and measurements of an engine at work, as the real SDK exports them."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode
from tests.engine.posting import Office, Outside

import samenwerk_opentelemetry
from samenwerk import Delivered, Engine, MemoryStore, Plugins, Sending, UnknownName
from samenwerk.telling.happened import KINDS, OF
from samenwerk_opentelemetry import names

README = Path(__file__).resolve().parents[1] / "README.md"


class Traced(Office):
    """An office whose engine is traced and measured."""

    def __init__(self, outside: Outside | None = None) -> None:
        self.exporter, self.reader = InMemorySpanExporter(), InMemoryMetricReader()
        self.spans_from = TracerProvider()
        self.spans_from.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.tell = samenwerk_opentelemetry.telling(
            self.spans_from, MeterProvider(metric_readers=[self.reader])
        )
        super().__init__(MemoryStore(), outside)

    def engine(self) -> Engine:
        """A process that begins anew, with the same telemetry."""
        return Engine(self.store, plugins=Plugins.of(office=self.outside), tell=self.tell,
                      clock=lambda: self.now)  # fmt: skip

    def spans(self) -> list[ReadableSpan]:
        """The spans that ended since the last time, in the order in which they began."""
        found = sorted(self.exporter.get_finished_spans(), key=lambda one: one.start_time or 0)
        self.exporter.clear()
        return found

    def measured(self) -> dict[tuple[str, str], float]:
        """Each measurement with how it ended: how often, or how many."""
        found: dict[tuple[str, str], float] = {}
        data = self.reader.get_metrics_data()
        for resource in data.resource_metrics if data is not None else ():
            for scope in resource.scope_metrics:
                for metric in scope.metrics:
                    for point in metric.data.data_points:
                        end = str((point.attributes or {}).get("samenwerk.outcome", ""))
                        number = getattr(point, "count", None) or getattr(point, "value", 0)
                        key = (metric.name, end)
                        found[key] = found.get(key, 0) + number
        return found


def below(span: ReadableSpan, spans: list[ReadableSpan]) -> list[str]:
    """The names of the spans that hang right below one."""
    assert span.context is not None
    return [
        one.name for one in spans
        if one.parent is not None and one.parent.span_id == span.context.span_id
    ]  # fmt: skip


def test_a_command_is_a_span_with_what_it_did_below_it() -> None:
    """The span has the collaboration and the verdict; the append hangs below it."""
    office = Traced()
    room = office.room
    office.spans()
    room.do("grant.give", case="g", actor="p")
    spans = office.spans()
    (command,) = [one for one in spans if one.name == "samenwerk do"]
    assert {
        "samenwerk.of": "command", "samenwerk.collaboration": "regio",
        "samenwerk.command": "do", "samenwerk.verdict": "allowed", "samenwerk.count": 2,
    } == dict(command.attributes or {})  # fmt: skip
    assert "samenwerk append" in below(command, spans)
    assert StatusCode.UNSET == command.status.status_code
    for one in spans:  # what hangs below lies within
        assert command.start_time is not None
        assert command.end_time is not None
        assert command.start_time <= (one.end_time or 0) <= command.end_time


def test_a_letter_is_traced_from_the_worker_to_the_plugin_and_the_record() -> None:
    """What the plugin does outside hangs below the plugin, and that below the sending."""
    outside = Outside()
    office = Traced(outside)

    def reach(sending: Sending) -> None:
        with office.spans_from.get_tracer("http").start_as_current_span("POST"):
            pass

    outside.before = reach
    office.ask()
    office.spans()
    assert office.sender().send() is not None
    spans = office.spans()
    by_name = {one.name: one for one in spans}
    sending = by_name["samenwerk send office.letter"]
    plugin = by_name["samenwerk plugin office effects letter"]
    hanging = [one for one in below(sending, spans) if one != "samenwerk read"]
    assert [plugin.name, "samenwerk conclude"] == hanging
    assert ["POST"] == below(plugin, spans)
    attributes = dict(sending.attributes or {})
    assert ("delivered", "letter") == (
        attributes["samenwerk.outcome"], attributes["samenwerk.effect"],
    )  # fmt: skip


def test_what_goes_wrong_is_marked_without_its_words() -> None:
    """A plugin that raises, and a command that makes no sense: an error type, and no text."""
    office = Traced()
    office.ask("grant.give", "case-of-somebody")
    office.ask("grant.shout", "case-of-somebody")
    assert 2 == len(list(office.sender().due()))
    with pytest.raises(UnknownName):
        office.room.do("grant.fly", case="case-of-somebody", actor="p")
    spans = office.spans()
    wrong = [(one.name, dict(one.attributes or {}).get("error.type"))
             for one in spans if one.status.status_code == StatusCode.ERROR]  # fmt: skip
    assert [
        ("samenwerk send office.shout", "plugin.raised"),
        ("samenwerk plugin office effects shout", "plugin.raised"),
        ("samenwerk do", "unknown_name.step"),
    ] == wrong
    told = str([(one.name, dict(one.attributes or {}), one.events, one.status.description)
                for one in spans])  # fmt: skip
    assert "somebody" not in told
    assert "nobody hears" not in told


def test_everything_is_measured() -> None:
    """Durations by how it ended, events, and nothing that names a collaboration."""
    office = Traced()
    office.ask(case="g")
    office.ask("grant.shout", "g")
    assert 2 == len(list(office.sender().due()))
    before = office.measured()
    assert {
        ("samenwerk.command.duration", "decided"): 5,  # begun, enrolled, two steps, a letter
        ("samenwerk.sending.duration", "delivered"): 1,
        ("samenwerk.sending.duration", "failed"): 1,
        ("samenwerk.plugin.duration", ""): 2,
        ("samenwerk.append.duration", ""): 5,
    } == {key: number for key, number in before.items() if key[0].endswith("n.duration")
          or key[0] in ("samenwerk.append.duration", "samenwerk.command.duration",
                        "samenwerk.sending.duration")}  # fmt: skip
    assert before["samenwerk.events", ""] == len(list(office.store.read("regio")))
    data = office.reader.get_metrics_data()
    assert "regio" not in str(data)


def test_the_host_s_own_span_is_above_ours() -> None:
    """A request of a host that traces has the command below it, in the same trace."""
    office = Traced()
    room = office.room
    office.spans()
    with office.spans_from.get_tracer("host").start_as_current_span("GET /cases"):
        room.do("grant.give", case="g", actor="p")
        room.todo("p")
    spans = office.spans()
    (request,) = [one for one in spans if one.name == "GET /cases"]
    assert "samenwerk do" in below(request, spans)
    assert 1 == len({one.context.trace_id for one in spans if one.context is not None})


def test_reading_alone_makes_no_trace() -> None:
    """Where nothing is traced, a read is measured and no more."""
    office = Traced()
    office.spans()
    list(office.room.history())
    assert [] == office.spans()
    assert office.measured()["samenwerk.read.duration", ""] > 0


def test_threads_do_not_mix() -> None:
    """Each thread's spans hang below its own command."""
    office = Traced()
    engine = office.engine()
    office.spans()

    def work(number: int) -> None:
        engine.room("regio").do("grant.give", case=f"g-{number}", actor="p")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    spans = office.spans()
    commands = [one for one in spans if one.name == "samenwerk do"]
    assert 4 == len(commands)
    assert all(one.parent is None for one in commands)
    assert all("samenwerk append" in below(one, spans) for one in commands)


def test_everything_that_is_told_is_known_here() -> None:
    """A kind that the engine tells has its place, or is an event or a number."""
    others = {"began", "failed", "appended", "read", "conflicted", "set_aside", "reminded"}
    assert set(KINDS) == others | set(names.ENDS)
    assert set(OF) == set(names.ENDS.values())


def test_the_readme_names_every_measurement() -> None:
    """What dashboards are made of stands in the README, by its name."""
    text = README.read_text(encoding="utf-8")
    assert [] == [one for one in (*names.DURATIONS, *names.COUNTS) if f"`{one}`" not in text]


def test_an_effect_may_come_with_what_it_gives() -> None:
    """What a plugin gives back goes into the record, and not into a span."""
    outside = Outside()
    outside.number = 123456
    office = Traced(outside)
    office.ask()
    sent = office.sender().send()
    assert sent is not None
    assert Delivered({"number": 123456}) == outside.deliver(
        Sending("k", "letter", "regio", "g", office.now.date(), {}, None, 1)
    )
    assert "123456" not in str([dict(one.attributes or {}) for one in office.spans()])
