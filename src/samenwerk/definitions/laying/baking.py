"""The days off that a plugin knows, written into a calendar when it is read.

So the digest holds them and nobody asks the plugin again. What a calendar means is for
`resolving.calendars`.
"""

from __future__ import annotations

from samenwerk.definitions.laying.brought import PART_NAME, Offered
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node, plain
from samenwerk.values.errors import PluginError

MOST_YEARS = 60


def baked(
    document: Node, offered: Offered, needed: frozenset[str], faults: Faults
) -> Node:
    """The document with the days off of every calendar that a plugin knows.

    What the document says of a day itself stays. `needed` are the plugins that it names.
    """
    calendars = document.get("calendar")
    if calendars is None or not any(one.get("plugin") for one in calendars.table.values()):
        return document
    made = {
        name: _with_days(node, offered, needed, faults)
        for name, node in calendars.table.items()
    }
    items = {**document.table, "calendar": Node(made, calendars.source, calendars.path)}
    return Node(items, document.source, document.path)


def _with_days(node: Node, offered: Offered, needed: frozenset[str], faults: Faults) -> Node:
    named = node.get("plugin")
    if named is None or named.text is None:
        return node
    plugin = named.text.partition(".")[0]
    if PART_NAME.fullmatch(named.text) is None:
        faults.add("SW125", named, case="form", written=named.text)
        return node
    if plugin not in needed:
        faults.add("SW120", named, case="not_named", written=named.text, plugin=plugin)
        return node
    calendar = offered.calendars.get(named.text)
    if calendar is None:
        if offered.plugins is None or plugin in offered.plugins:
            near = faults.nearest(named.text, offered.calendars)
            faults.add("SW125", named, nearest=near, case="plugin", written=named.text,
                       plugin=plugin)  # fmt: skip
        return node
    years = [one.value for key in ("first_year", "last_year") if (one := node.get(key))]
    if len(years) < 2 or not all(type(one) is int for one in years):
        return node
    first, last = years
    if not 1900 <= first <= last < first + MOST_YEARS:
        return node  # told where the calendar is made
    given = node.get("with")
    if given is not None and not given.is_table:
        return node  # told where the calendar is read
    try:
        found = calendar.days(first, last, {} if given is None else plain(given))
    except PluginError as fault:
        if fault.params.get("what") != "parameters":
            raise
        at = named if given is None else given
        faults.add("SW125", at, key=True, case="with", detail=str(fault.params.get("detail", "")))
        return node
    days = {day.isoformat(): Node(why, named.source, named.path) for day, why in found.items()}
    written = node.get("days_off")
    if written is not None and written.is_table:
        days |= written.table
    off = Node(dict(sorted(days.items())), named.source, named.path)
    return Node({**node.table, "days_off": off}, node.source, node.path)
