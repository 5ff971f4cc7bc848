"""Reading a definition: from TOML to a `Workflow`, or to every fault of the file at once.

The order of the work stands here: load and merge, shape, names, checks, effective text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs

from samenwerk.core.leaf import Leaf
from samenwerk.definitions.checks import Check, all_checks
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.definitions.laying.baking import baked
from samenwerk.definitions.laying.brought import CalendarOfPlugin, Offered, PartOfPlugin
from samenwerk.definitions.laying.chain import Find, Loaded, load, load_text
from samenwerk.definitions.laying.effective import (
    GRAMMAR,
    digest_of,
    effective_values,
)
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node, is_patch, node_of
from samenwerk.definitions.laying.structure import check_structure
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.register_file import register_of
from samenwerk.definitions.resolving.plugins_named import (
    check_plugins,
    check_uses,
    needs_of,
)
from samenwerk.definitions.resolving.resolve import Resolver
from samenwerk.definitions.spelling.places import Unreadable, read_source
from samenwerk.packaged import find_workflow
from samenwerk.values.declared import Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.errors import NotReadable
from samenwerk.values.place import Place

NOTHING: Mapping[str, Any] = MappingProxyType({})


def read_workflow(
    path: Path,
    *,
    find: Find = find_workflow,
    kinds: Mapping[str, type[Leaf]] = KINDS,
    checks: Sequence[Check] | None = None,
    plugin_rules: Mapping[str, object] | None = None,
    plugin_parts: Mapping[str, PartOfPlugin] = NOTHING,
    plugin_calendars: Mapping[str, CalendarOfPlugin] = NOTHING,
    plugin_effects: Mapping[str, Any] | None = None,
    plugins: Mapping[str, str] | None = None,
    plugin_methods: Mapping[str, object] | None = None,
) -> Reading:
    """The workflow in a file, with everything it extends.

    `find` gives the file of a workflow by name. `checks` are asked of what was read (None: those
    that come with samenwerk). `plugins` are the installed ones with their version,
    `plugin_rules` the rules they bring by `plugin.rule`, `plugin_methods` the methods, and
    `plugin_effects` what they bring about; None: not looked after. `plugin_parts` are the parts
    that a heading can use, `plugin_calendars` the calendars. Never raises for a mistake of an
    author: faults are in the reading.

    >>> read_workflow(Path("workflow.toml")).diagnostics                       # doctest: +SKIP
    ()
    """
    faults = Faults()
    offered = Offered(plugin_parts, plugins, plugin_effects, plugin_methods, plugin_calendars)
    loaded = load(path, find, faults, offered)
    return _read(loaded, faults, kinds, checks, plugin_rules, offered)


def read_text(
    text: str | bytes,
    *,
    file: str = "workflow.toml",
    find: Find = find_workflow,
    kinds: Mapping[str, type[Leaf]] = KINDS,
    checks: Sequence[Check] | None = None,
    plugin_rules: Mapping[str, object] | None = None,
    plugin_parts: Mapping[str, PartOfPlugin] = NOTHING,
    plugin_calendars: Mapping[str, CalendarOfPlugin] = NOTHING,
    plugin_effects: Mapping[str, Any] | None = None,
    plugins: Mapping[str, str] | None = None,
    plugin_methods: Mapping[str, object] | None = None,
) -> Reading:
    """The same for a text; `file` is its name in messages, and where paths in it start."""
    faults = Faults()
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    offered = Offered(plugin_parts, plugins, plugin_effects, plugin_methods, plugin_calendars)
    loaded = load_text(data, file, find, faults, offered)
    return _read(loaded, faults, kinds, checks, plugin_rules, offered)


def _read(
    loaded: Loaded,
    faults: Faults,
    kinds: Mapping[str, type[Leaf]],
    checks: Sequence[Check] | None,
    plugin_rules: Mapping[str, object] | None,
    offered: Offered,
) -> Reading:
    plugins = offered.plugins
    files = [source.file for source in loaded.sources]
    workflow: Workflow | None = None
    pinned: dict[str, str] = {}
    if loaded.uses:
        check_uses(loaded.uses, loaded.merged, offered, faults)
    if loaded.whole:
        needed = frozenset(one.name for one in needs_of(loaded.merged))
        loaded = attrs.evolve(loaded, merged=baked(loaded.merged, offered, needed, faults))
        check_structure(loaded.merged, faults)
        resolver = Resolver(
            loaded.merged, faults, kinds, plugin_rules, plugins, offered.effects, offered.methods
        )
        pinned = {
            need.name: plugins[need.name]
            for need in resolver.plugin_needs
            if plugins is not None and need.name in plugins
        }
        workflow = resolver.workflow(
            digest="", effective="", extends=loaded.extends, sources=_sources(loaded)
        )
    elif loaded.own.table:
        # what a parent or part that could not be read says is no fault of this author
        alone = Faults()
        check_structure(loaded.own, alone)
        changes = frozenset(_changes(loaded.own))
        told = alone.in_order(files)
        faults.extend(one for one in told if not _may_be_inherited(one, changes))
        check_plugins(loaded.merged, plugins, faults)
    if workflow is not None and not faults and loaded.own.get("register") is not None:
        register_of(loaded.own, workflow, faults)
    if workflow is not None and not faults:
        values = effective_values(
            loaded.merged, loaded.extends, pinned, tuple(one.name for one in loaded.uses)
        )
        workflow = attrs.evolve(
            workflow, digest=digest_of(values), effective=values
        )
    sound = workflow if not faults else None
    reading = Reading(sound, faults.in_order(files), loaded.sources, loaded.merged, loaded.own)
    for check in all_checks() if checks is None else checks:
        faults.extend(check.check(reading))
    sound = workflow if not faults else None
    return Reading(sound, faults.in_order(files), loaded.sources, loaded.merged, loaded.own)


def _may_be_inherited(fault: Diagnostic, changes: frozenset[Place]) -> bool:
    """Whether only something is lacking that what lies below may say, as the list that changes."""
    if fault.code == "SW108" or (fault.code, fault.params.get("case")) in _LACKING:
        return True
    return fault.code == "SW102" and fault.place in changes


_LACKING = (("SW107", "none"), ("SW107", "heading"))


def _changes(node: Node) -> Iterator[Place]:
    """Where it stands how an inherited list changes."""
    if is_patch(node):
        yield node.place
    for one in node.table.values():
        yield from _changes(one)


def _sources(loaded: Loaded) -> dict[str, str]:
    """The texts by a name that says nothing about the machine they were read on."""
    own = loaded.own.get("workflow")
    id = own.get("id") if own is not None else None
    folder = Path(loaded.sources[0].file).parent.as_posix()
    named: dict[str, str] = {}
    for source in loaded.sources:
        path = Path(source.file)
        inside = path.as_posix().startswith(folder + "/") or folder == "."
        short = path.relative_to(folder).as_posix() if inside and folder != "." else source.file
        if source is loaded.sources[0]:
            short = f"{id.text}/{path.name}" if id is not None and id.text else path.name
        elif path.is_absolute() and not inside:
            short = f"{path.parent.name}/{path.name}"
        named[short] = source.text
    return named


def read_effective(
    text: str,
    *,
    kinds: Mapping[str, type[Leaf]] = KINDS,
    plugin_rules: Mapping[str, object] | None = None,
    sources: Mapping[str, str] | None = None,
) -> Workflow:
    """The workflow of an effective text, as a store keeps it; the same digest comes out.

    Raises NotReadable with every fault when the text is none, or in another grammar.
    """
    faults = Faults()
    try:
        source = read_source(text.encode("utf-8", "surrogatepass"), "effective.toml")
    except Unreadable as fault:
        raise NotReadable(fault.diagnostics) from fault
    whole = node_of(source)
    made = whole.get("effective")
    document = Node(
        {key: one for key, one in whole.table.items() if key != "effective"}, source, ()
    )
    grammar = None if made is None else made.get("grammar")
    if made is None or grammar is None or grammar.value != GRAMMAR:
        written = "" if grammar is None else str(grammar.value)
        faults.add("SW111", source.place(("effective",)), case="grammar", written=written)
        raise NotReadable(faults.in_order((source.file,)))
    extends = tuple(one.text or "" for one in _items(made.get("extends")))
    pins = made.get("plugins")
    pinned = {name: one.text or "" for name, one in (pins.table if pins else {}).items()}
    check_structure(document, faults)
    uses = tuple(one.text or "" for one in _items(made.get("uses")))
    values: dict[str, Any] = effective_values(document, extends, pinned, uses)
    workflow = Resolver(document, faults, kinds, plugin_rules, None).workflow(
        digest=digest_of(values),
        effective=values,
        extends=extends,
        sources=dict(sources or {}),
    )
    if faults:
        raise NotReadable(faults.in_order((source.file,)))
    return workflow


def _items(node: Node | None) -> list[Node]:
    return [] if node is None else node.items
