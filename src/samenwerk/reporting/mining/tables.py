"""The export `history`: every recorded event as a line of a table.

Many tools for process mining, and every spreadsheet, read such a table before any other format.
"""

from __future__ import annotations

from samenwerk.hooks.whole import Whole
from samenwerk.reporting.mining.attribute import moment
from samenwerk.reporting.mining.happenings import happenings
from samenwerk.reporting.tables import table
from samenwerk.values.event import PositionGiven

HISTORY = (
    "case", "activity", "time", "name", "lifecycle", "from", "to", "position", "by",
    "on_behalf_of", "mandate", "day", "recorded", "sequence",
)  # fmt: skip


def history(whole: Whole) -> bytes:
    """A line for each event in each case that it is about; one that is about none has no case."""
    return table(HISTORY, (
        (case, one.label, moment(one.time), one.activity.name, one.event.lifecycle,
         one.event.from_state, one.event.to_state,
         one.event.what.position if isinstance(one.event.what, PositionGiven) else None,
         one.event.actor, one.event.on_behalf_of, one.event.mandate, one.event.effective,
         moment(one.event.recorded), one.event.sequence)
        for one in happenings(whole)
        for case in one.cases or (None,)
    ))  # fmt: skip
