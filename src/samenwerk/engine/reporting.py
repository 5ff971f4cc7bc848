"""Reports and exports of a room: found by name, asked with care, and what comes back looked at.

What they say is theirs; how they are written to a file is for the command line.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.core.collected import Answers
from samenwerk.core.obligations import standing
from samenwerk.core.worklists import due
from samenwerk.engine.acting import Desk, civil_day
from samenwerk.engine.dues import order, plugin_dues
from samenwerk.engine.shelf import Running
from samenwerk.engine.speaking import speaker_for
from samenwerk.engine.wholes import Bare, worked_out, written
from samenwerk.hooks.families import exports, reports
from samenwerk.hooks.installed import own
from samenwerk.hooks.plugins import OWN, Plugins
from samenwerk.hooks.shapes import wrong
from samenwerk.hooks.whole import Whole, Written, seals
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Settle
from samenwerk.values.errors import Misuse, PluginError, SamenwerkError, UnknownName

if TYPE_CHECKING:
    from samenwerk.engine.readable import Readable

Now = Callable[[], tuple[Collaboration, Settle, Running, Answers]]


def whole_of(
    room: Readable, desk: Desk, now: Now, since: date | None, texts: bool, record: bool = True
) -> Whole:
    """The whole of a room's collaboration; `now` works out how it stands."""
    recorded = room.collaboration
    read = room.history() if record or texts else ()
    lines = tuple(line for line in read if line.event.sequence <= recorded.sequence)
    known: dict[str, str] = {}
    if texts:
        for seal in dict.fromkeys(seal for line in lines for seal in seals(line)):
            text = room.text(seal)
            if text is not None:
                known[seal] = text
    speaker = speaker_for("nl", room)
    try:
        consulted, at, running, truths = now()
    except SamenwerkError as fault:
        bare = Bare(speaker, recorded.zone, known)
        return _bare(recorded, lines, desk, fault, bare, since, known)
    compiled, faults = running.compiled, list[PluginError]()
    there = standing(compiled, consulted, at, truths)
    # worked out for reading: the record itself ends where it did
    there = there.changed(sequence=recorded.sequence, head=recorded.head)
    theirs = plugin_dues(running, there, at.day, faults.append)
    dues = tuple(sorted((*due(compiled, consulted, at, truths), *theirs), key=order))
    inner = worked_out(running, there, at, truths, theirs, speaker, known)
    return Whole(_apart(there), at.day, written(running), lines, dues, inner, since, known,
                 tuple(faults))  # fmt: skip


def _bare(
    known: Collaboration, record: Any, desk: Desk, fault: SamenwerkError, inner: Bare,
    since: date | None, texts: dict[str, str],
) -> Whole:  # fmt: skip
    day = known.latest if known.rehearsal else None
    day = day or civil_day(desk.moment(), known.zone)
    bare = Written(known.workflow, "?", known.definition)
    return Whole(_apart(known), day, bare, record, (), inner, since, texts, (fault,))


def _apart(known: Collaboration) -> Collaboration:
    """The same with a register whose memory is its own, so that nobody can change ours."""
    return known.changed(register=attrs.evolve(known.register))


def brought(room: Readable, hook: str) -> dict[str, tuple[str, Any]]:
    """What can be asked for by name, with the plugin it is of; samenwerk's own comes first."""
    return {
        (one.name if plugin.name == OWN else f"{plugin.name}.{one.name}"): (plugin.name, one)
        for plugin, one in _plugins(room).each(hook)
    }


def _plugins(room: Readable) -> Plugins:
    try:
        return room.plugins
    except SamenwerkError:
        return own()  # its workflow cannot be read: what is our own can still be asked


def found(room: Readable, hook: str, name: str) -> tuple[str, Any]:
    """The report or export of this name, after the plugin that brings it; raises UnknownName with
    the nearest, and the error of a plugin that could have brought it."""
    known = brought(room, hook)
    if name in known:
        return known[name]
    fault = _plugins(room).faults.get(name.partition(".")[0])
    if fault is not None:
        raise fault
    near = difflib.get_close_matches(name, known, 1)
    what = {"reports": "report", "exports": "export"}[hook]
    raise UnknownName(what=what, name=name, nearest=near[0] if near else None)


def rendered(
    room: Readable, desk: Desk, name: str, lang: str, format: str | None, whole: Whole
) -> str:
    """A report as its text, in the format that is asked or its usual one.

    Raises Misuse for a format that is no text.
    """
    made = _made(room, desk, name, lang, format, whole)
    if isinstance(made, bytes):
        raise Misuse(f"{name} is no text as that", what="report_paper", name=name)
    return made


def filed(
    room: Readable, desk: Desk, name: str, lang: str, format: str | None, whole: Whole
) -> bytes:
    """A report as the bytes of a file: a text as UTF-8 with one newline at its end."""
    made = _made(room, desk, name, lang, format, whole)
    return made if isinstance(made, bytes) else (made.rstrip("\n") + "\n").encode("utf-8")


def _made(
    room: Readable, desk: Desk, name: str, lang: str, format: str | None, whole: Whole
) -> str | bytes:
    """What its `render` gives, looked at."""
    plugin, report = found(room, "reports", name)
    asked = report.formats[0] if format is None else format
    if asked not in report.formats:
        raise Misuse(f"{name} cannot be made as {asked}", what="report_format", name=name,
                     asked=asked, formats=report.formats)  # fmt: skip

    def right(answer: Any) -> str | bytes:
        wanted = reports.fitting(answer, asked)
        if wanted is not None:
            raise wrong(plugin, f"reports {report.name}", answer, wanted)
        return answer if type(answer) is bytes else str(answer)

    if plugin == OWN:
        return right(report.render(whole, lang, asked))  # a fault of our own is seen as one
    caller = desk.shelf.judging(room.collaboration).caller
    return caller.asked(plugin, "reports", report.name, "render", whole, lang, asked, right=right)


def exported(room: Readable, desk: Desk, name: str, whole: Whole) -> bytes:
    """An export as its bytes."""
    plugin, export = found(room, "exports", name)

    def right(answer: Any) -> bytes:
        wanted = exports.fitting(answer)
        if wanted is not None:
            raise wrong(plugin, f"exports {export.name}", answer, wanted)
        return bytes(answer)

    if plugin == OWN:
        return right(export.export(whole))
    caller = desk.shelf.judging(room.collaboration).caller
    return caller.asked(plugin, "exports", export.name, "export", whole, right=right)
