"""A report on a record that was judged again: as plain text, as Markdown, and as data.

What it tells was worked out by `replaying`.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.core.encode import to_raw
from samenwerk.language.catalogue import Speaker
from samenwerk.language.errors import say_error
from samenwerk.language.history import Unseal, event_line
from samenwerk.language.layout import WIDTH, wrap
from samenwerk.language.outcome import headline
from samenwerk.language.sources import cited
from samenwerk.upgrade.replaying import KINDS, Otherwise, Replayed
from samenwerk.upgrade.replaying_wording import WORDING
from samenwerk.values.event import RecordedEvent
from samenwerk.values.finding import UNKNOWN, YES, Finding
from samenwerk.values.message import Name


@attrs.frozen
class Again:
    """A replay that can be told; `unseal` gives the text behind a seal."""

    replay: Replayed
    speaker: Speaker
    unseal: Unseal
    zone: str

    def words(self, id: str, /, **params: object) -> str:
        """A sentence of the report."""
        return self.speaker.words(id, **params)


def again(replay: Replayed, speaker: Speaker, unseal: Unseal, zone: str) -> Again:
    """A replay told by a speaker who knows the labels of the text that the record ran by."""
    joined = speaker.catalogue.joined("samenwerk.upgrade.replaying_wording", WORDING)
    known = tuple(one for one in (speaker.workflow, *speaker.earlier) if one is not None)
    told = attrs.evolve(speaker, catalogue=joined, workflow=replay.workflow, earlier=known)
    return Again(replay, told, unseal, zone)


def as_text(made: Again, width: int = WIDTH) -> str:
    """The report as text of at most `width` places."""
    title, *intro = _intro(made)
    blocks = [wrap(title, width), [row for one in intro for row in wrap(one, width)]]
    for one in _counts(made):
        blocks[-1] += wrap(one, width, "  - ")
    for kind in KINDS:
        those = made.replay.of(kind)
        if those:
            blocks.append(wrap(made.words(f"replay.kind.{kind}").upper(), width))
        for other in those:
            rows = wrap(_line(other, made), width)
            for said in _why(other, made):
                rows += wrap(said, width, "  - ")
            blocks.append(rows)
    return "\n\n".join("\n".join(rows) for rows in blocks)


def as_markdown(made: Again) -> str:
    """The same as Markdown, a heading for each way in which it would have gone otherwise."""
    title, *intro = _intro(made)
    rows = [f"# {title}", "", *(f"{one}\n" for one in intro)]
    counts = _counts(made)
    rows += [*(f"- {one}" for one in counts), ""] if counts else []
    for kind in KINDS:
        those = made.replay.of(kind)
        if those:
            rows += [f"## {made.words(f'replay.kind.{kind}')}", ""]
        for other in those:
            rows.append(f"- {_line(other, made)}")
            rows += [f"  - {said}" for said in _why(other, made)]
        if those:
            rows.append("")
    return "\n".join(rows).rstrip() + "\n"


def as_data(made: Again) -> dict[str, object]:
    """The same as plain data."""
    replay = made.replay
    return {
        "collaboration": replay.collaboration,
        "workflow": {"id": replay.workflow.name, "version": replay.workflow.version,
                     "digest": replay.workflow.digest},
        "events": replay.lines,
        "acts": replay.acts,
        "counts": {kind: len(replay.of(kind)) for kind in KINDS},
        "otherwise": [_data(one, made) for one in replay.otherwise],
    }  # fmt: skip


def _intro(made: Again) -> list[str]:
    replay = made.replay
    name = Name("workflow", replay.workflow.name)
    rows = [
        made.words("replay.title", collaboration=replay.collaboration, workflow=name,
                   version=replay.workflow.version),
        made.words("replay.about", acts=replay.acts),
    ]  # fmt: skip
    if not replay.otherwise:
        return [*rows, made.words("replay.same")]
    return [*rows, made.words("replay.count", count=len(replay.otherwise))]


def _counts(made: Again) -> list[str]:
    counted = ((kind, len(made.replay.of(kind))) for kind in KINDS)
    return [made.words(f"replay.count.{kind}", count=many) for kind, many in counted if many]


def _line(one: Otherwise, made: Again) -> str:
    """The line of the record; of what nobody recorded, the line that there would have been."""
    id = "replay.after" if one.kind == "by_itself" else "replay.line"
    sequence = one.event.sequence - (1 if one.kind == "by_itself" else 0)
    return made.words(id, sequence=sequence, what=_told(one.event, made))


def _told(event: RecordedEvent, made: Again) -> str:
    return event_line(event, made.speaker, made.unseal, made.zone)


def _why(one: Otherwise, made: Again) -> Iterator[str]:
    speaker = made.speaker.inside(one.event.lifecycle)
    if one.error is not None and one.kind == "absent":
        id = "replay.value" if one.error.params.get("what") == "fact_value" else ""
        yield made.words(id) if id else say_error(one.error, speaker)
    outcome = one.outcome
    if outcome is not None and one.kind in ("refused", "late"):
        yield headline(outcome, speaker, one.event.on_behalf_of or one.event.actor)
    if one.kind == "other_day":
        yield made.words("replay.day", day=one.day)
    if one.kind == "elsewhere":
        state = Name("state", f"{one.event.lifecycle}.{one.state}")
        yield made.words("replay.to", state=state)
    if outcome is not None and one.kind not in ("allowed", "elsewhere"):
        yield from (_finding(each, speaker, made) for each in outcome.unmet)
    for event in one.later:
        yield made.words("replay.later", what=_told(event, made))


def _finding(one: Finding, speaker: Speaker, made: Again) -> str:
    id = "replay.unknown" if one.truth == UNKNOWN else "replay.unmet"
    deeper = [speaker.say(each.message) for each in one.children if each.truth < YES]
    what = speaker.say(one.message)
    said = made.words(id, what=f"{what} ({'; '.join(deeper)})" if deeper else what)
    return f"{said} [{cited(one.source)}]" if one.source else said


def _data(one: Otherwise, made: Again) -> dict[str, object]:
    outcome = one.outcome
    return {
        "kind": one.kind,
        "sequence": None if one.kind == "by_itself" else one.event.sequence,
        "type": to_raw(one.event)["type"],
        "case": one.event.case,
        "step": one.event.step and f"{one.event.lifecycle}.{one.event.step}",
        "effective": one.event.effective.isoformat(),
        "actor": one.event.actor,
        "verdict": None if outcome is None else outcome.verdict.value,
        "conditions": [] if outcome is None else [each.leaf for each in outcome.unmet],
        "state": one.state,
        "day": one.day and one.day.isoformat(),
        "later": [event.sequence for event in one.later],
        "says": [_line(one, made), *_why(one, made)],
    }
