"""The plugins that a workflow names, and whether they and the parts it uses of them are there.

What a rule asks of a plugin is read by `resolve`; how the texts of a part are laid in, by
`laying.brought`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from samenwerk.definitions.laying.brought import PART_NAME, Offered, Used
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.versions import accepts, readable
from samenwerk.values.declared import PluginNeed

_NEED = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)\s*(.*)\Z")


def needs_of(document: Node) -> tuple[PluginNeed, ...]:
    """The plugins that a workflow names, by name, with the versions it accepts."""
    found = []
    for node in _listed(document):
        match = None if node.text is None else _NEED.match(node.text)
        if match is not None and (not match[2] or readable(match[2])):
            found.append(PluginNeed(name=match[1], versions=match[2].strip()))
    return tuple(sorted(found, key=lambda one: one.name))


def check_plugins(document: Node, plugins: Mapping[str, str] | None, faults: Faults) -> None:
    """Report plugins that are named and cannot be used (SW120).

    `plugins` are the installed ones with their version; None: not looked after.
    """
    for node in _listed(document):
        if node.text is None:
            continue
        match = _NEED.match(node.text)
        if match is None or (match[2] and not readable(match[2])):
            faults.add("SW120", node, case="need", written=node.text)
        elif plugins is not None:
            name, versions = match[1], match[2].strip()
            found = plugins.get(name)
            if found is None:
                near = faults.nearest(name, plugins)
                faults.add("SW120", node, nearest=near, case="missing", written=name)
            elif not accepts(versions, found):
                faults.add("SW120", node, case="version", written=name, found=found,
                           wanted=versions)  # fmt: skip


def check_uses(uses: Iterable[Used], document: Node, offered: Offered, faults: Faults) -> None:
    """Report parts whose plugin is not named, or that their plugin has not (SW120).

    That a plugin is not installed is told where it is named.
    """
    needed = {need.name for need in needs_of(document)}
    for one in uses:
        plugin = one.name.partition(".")[0]
        if PART_NAME.fullmatch(one.name) is None:
            faults.add("SW120", one.node, case="part_form", written=one.name)
        elif plugin not in needed:
            faults.add("SW120", one.node, case="not_named", written=one.name, plugin=plugin)
        elif one.part is None and (offered.plugins is None or plugin in offered.plugins):
            near = faults.nearest(one.name, offered.parts)
            faults.add("SW120", one.node, nearest=near, case="part", written=one.name,
                       plugin=plugin)  # fmt: skip


def _listed(document: Node) -> list[Node]:
    workflow = document.get("workflow")
    listed = None if workflow is None else workflow.get("plugins")
    return [] if listed is None else listed.items
