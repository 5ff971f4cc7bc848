"""The export `xes`: the record as an event log, a trace for each case (IEEE 1849).

Only what happened in a case is in it: a trace is what happened to something. The rest, and what
holds between cases, is in `ocel`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from samenwerk.hooks.whole import Whole
from samenwerk.reporting.mining.attribute import Attribute, attribute, moment
from samenwerk.reporting.mining.happenings import Happening, happenings
from samenwerk.reporting.mining.objects import belongings, standing
from samenwerk.values.case import Case
from samenwerk.values.message import Name

_TAGS = {
    "string": "string", "integer": "int", "float": "float", "boolean": "boolean", "time": "date",
}  # fmt: skip
_BROUGHT = (
    ("Concept", "concept"), ("Time", "time"), ("Organizational", "org"), ("Lifecycle", "lifecycle"),
)  # fmt: skip
_ESCAPED = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_NO_XML = re.compile("[^\t\n\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What cannot stand in XML, however it is written."""


def export(whole: Whole) -> bytes:
    """The log: activities by their labels in the language of the whole, beside their names.

    The same record on the same day gives the same bytes.
    """
    return "".join(f"{line}\n" for line in _lines(whole)).encode("utf-8")


def _lines(whole: Whole) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">'
    for name, prefix in _BROUGHT:
        uri = f"http://www.xes-standard.org/{prefix}.xesext"
        yield f'  <extension name="{name}" prefix="{prefix}" uri="{uri}"/>'
    yield from _global("trace", ("concept:name", "lifecycle"))
    yield from _global("event", ("concept:name", "time:timestamp", "lifecycle:transition",
                                 "activity"))  # fmt: skip
    yield '  <classifier name="Activity" scope="event" keys="concept:name"/>'
    yield '  <classifier name="Name of the activity" scope="event" keys="activity"/>'
    yield _element(attribute("concept:name", whole.collaboration.id), 2)
    yield _element(attribute("workflow", whole.workflow.name), 2)
    yield _element(attribute("rehearsal", whole.collaboration.rehearsal), 2)
    traces: dict[str, list[Happening]] = {one.id: [] for one in whole.cases}
    for happening in happenings(whole):
        for case in happening.cases:
            if case in traces:
                traces[case].append(happening)
    for one in whole.cases:
        yield from _trace(whole, one, traces[one.id])
    yield "</log>"


def _global(scope: str, keys: Iterable[str]) -> Iterator[str]:
    yield f'  <global scope="{scope}">'
    for key in keys:
        if key == "time:timestamp":
            yield f'    <date key="{key}" value="1970-01-01T00:00:00.000Z"/>'
        else:
            yield f'    <string key="{key}" value="-"/>'
    yield "  </global>"


def _trace(whole: Whole, case: Case, found: list[Happening]) -> Iterator[str]:
    yield "  <trace>"
    yield _element(attribute("concept:name", case.id), 4)
    for one in (*belongings(case), *standing(case)):
        yield _element(one, 4)
    speaker = whole.speaker(whole.lang)
    for happening in found:
        yield "    <event>"
        yield _element(attribute("concept:name", happening.label), 6)
        yield _element(Attribute("time:timestamp", "time", moment(happening.time)), 6)
        yield _element(attribute("lifecycle:transition", "complete"), 6)
        actor = happening.event.actor
        if actor is not None:
            yield _element(attribute("org:resource", speaker.tell(Name("party", actor))), 6)
        for one in happening.attributes:
            yield _element(one, 6)
        yield "    </event>"
    yield "  </trace>"


def _element(one: Attribute, indent: int) -> str:
    """An attribute as an element; what no XML can hold is shown as a replacement character.

    >>> _element(Attribute("n", "integer", "1"), 2)
    '  <int key="n" value="1"/>'
    """
    tag = _TAGS[one.type]
    return f"{' ' * indent}<{tag} key={_quoted(one.key)} value={_quoted(one.value)}/>"


def _quoted(text: str) -> str:
    return f'"{escape(_NO_XML.sub(chr(0xFFFD), text), _ESCAPED)}"'
