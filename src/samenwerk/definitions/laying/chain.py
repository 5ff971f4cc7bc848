"""From a file to one merged document: its parts, those of plugins, and what it extends, under it.

Which names the document uses is none of this file's business, and who may change what of a
base is asked of `overlay`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, TypeAlias

import attrs

from samenwerk.definitions.laying.as_meant import as_meant
from samenwerk.definitions.laying.brought import (
    Offered,
    Used,
    own_heading,
    tell_unfit,
    together,
    used,
)
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node, is_patch, join, merge, node_of, plain, settle
from samenwerk.definitions.laying.overlay import OF_ONE_FILE, check_overlay
from samenwerk.definitions.spelling.places import Source, Unreadable, read_bytes, read_source
from samenwerk.packaged import workflow_names
from samenwerk.values.place import Place

Find: TypeAlias = Callable[[str], Path | None]
"""From the name of a workflow to its file; None when there is none of that name."""

LONGEST = 20
"""Definitions above each other; nobody oversees more."""

_BESIDE = ("./", "../")
_NEVER_INHERITED = ("register", "scenario")


@attrs.frozen(eq=False)
class Loaded:
    """A document with everything it builds on.

    `whole` is False when a part of it could not be read: then names cannot be judged. `own` is
    what the author's own files say, `extends` the chain of `name@version`, nearest first, `uses`
    the parts of plugins.
    """

    merged: Node
    own: Node
    sources: tuple[Source, ...]
    extends: tuple[str, ...]
    whole: bool
    uses: tuple[Used, ...] = ()


NOTHING_OFFERED = Offered()


def load(
    path: Path, find: Find, faults: Faults, offered: Offered = NOTHING_OFFERED
) -> Loaded:
    """Read a file, its parts and its parents; faults go to `faults`, nothing is raised.

    >>> load(Path("workflow.toml"), find_workflow, Faults()).extends           # doctest: +SKIP
    ('landelijk@2026.1',)
    """
    return _Loader(find, faults, offered).load(path)


def load_text(
    data: bytes, file: str, find: Find, faults: Faults, offered: Offered = NOTHING_OFFERED
) -> Loaded:
    """The same for a text that is in no file; parts and parents by path lie in this folder."""
    return _Loader(find, faults, offered).load(Path(file), data)


@attrs.define(eq=False)
class _Layer:
    """A definition as written, the parts that lie below it, and which definitions it is."""

    document: Node
    uses: list[tuple[Used, Node]]
    told: tuple[str, ...]


class _Loader:
    def __init__(self, find: Find, faults: Faults, offered: Offered) -> None:
        self.find = find
        self.faults = faults
        self.offered = offered
        self.sources: list[Source] = []
        self.whole = True
        self.known = False

    def load(self, path: Path, data: bytes | None = None) -> Loaded:
        own = self._document(path, path.as_posix(), None, data)
        layers, extends = [self._layer(own, ())], []
        seen = {_identity(path)}
        name = path.as_posix()
        while (wanted := _workflow(layers[-1].document).get("extends")) is not None:
            found = self._parent(wanted, path, name, seen)
            if found is None:
                self.whole = False
                break
            path, name, told = found
            self.known = not told.startswith(_BESIDE)
            seen.add(_identity(path))
            extends.append(told)
            before = len(self.sources)
            parent = self._document(path, name, wanted)
            id = _workflow(parent).get("id")
            called = told.partition("@")[0] if id is None or id.text is None else id.text
            self.faults.came_with(called, self.sources[before:])
            if len(self.sources) == before or not parent.table:
                break
            self._version(parent, wanted)
            layers.append(self._layer(parent, (told, _told(parent))))
        merged = self._laid(layers)
        if self.whole:
            self._below_each(layers)
        uses = tuple(one for layer in layers for one, _ in layer.uses)
        return Loaded(merged, own, tuple(self.sources), tuple(extends), self.whole, uses)

    def _layer(self, document: Node, told: tuple[str, ...]) -> _Layer:
        uses = used(_workflow(document).get("uses"), self.offered, self.faults)
        return _Layer(document, [(one, self._part(one)) for one in uses], told)

    def _part(self, one: Used) -> Node:
        """The texts of a part as one document; nothing for one that is not there."""
        texts = {} if one.part is None else one.part.texts
        self.whole = self.whole and one.part is not None
        before, known = len(self.sources), self.known
        self.known = True  # places in a plugin's own texts are seldom asked for
        part = _nothing(one.node, {})
        for file, text in texts.items():
            data = text.encode("utf-8", "surrogatepass")
            more = self._read(Path(file), f"{one.name}: {file}", one.node, data)
            first = len(self.sources) == before + 1
            part = more if first else join(part, more, self._clash)
        self.known = known
        self.faults.came_with(one.name, self.sources[before:])
        return own_heading(part, one.name, self.faults)

    def _below_each(self, layers: list[_Layer]) -> None:
        """Report parts that are written for something else than what lies below them."""
        for number, layer in enumerate(layers):
            below = tuple(told for under in layers[number + 1 :] for told in under.told)
            for one, _ in layer.uses:
                tell_unfit(one, below, self.faults)

    def _laid(self, layers: list[_Layer]) -> Node:
        merged: Node | None = None
        known: dict[str, Used] = {}
        for layer in reversed(layers):
            parts: Node | None = None
            for one, part in layer.uses:
                first = known.setdefault(one.name, one)
                if first is not one:  # what lies below has it
                    self.faults.add("SW105", one.node, nearest_at=first.node, case="part",
                                    written=one.name)  # fmt: skip
                elif parts is None:
                    parts = part
                else:
                    under = Node({}, part.source, ()) if merged is None else merged
                    parts = together(under, parts, part, self._differ)
            for more in (parts, layer.document):
                merged = merged if more is None else self._above(merged, more)
        assert merged is not None
        return merged

    def _above(self, merged: Node | None, layer: Node) -> Node:
        """The layer laid over what lies below it, so far as that allows it."""
        if merged is None:
            return self._over(Node({}, layer.source, ()), layer)
        check_overlay(merged, layer, self.faults)
        self.faults.taken_away(layer)
        return self._over(_inherited(merged), layer)

    def _differ(self, new: Node, old: Node) -> None:
        self.faults.add("SW104", new, key=True, nearest_at=old, case="of_plugins",
                        written=".".join(map(str, new.path)), one=self.faults.base_of(old),
                        other=self.faults.base_of(new))  # fmt: skip

    def _over(self, base: Node, layer: Node) -> Node:
        def report(code: str, node: Node, under: Node | None) -> None:
            if code == "SW112":
                words = _suggested(node)
                self.faults.add(code, node, key=True, nearest_at=under, written=words)
            else:
                whole = node.value is True and len(node.path) > 1  # `remove = true` of a table
                written = str(node.path[-2]) if whole else _short(plain(node))
                self.faults.add(code, node, nearest_at=under, case="changed", written=written)

        return settle(merge(base, layer, report))

    def _document(
        self, path: Path, name: str, asked: Node | None, data: bytes | None = None
    ) -> Node:
        main = self._read(path, name, asked, data)
        seen = {_identity(path)}
        for part in (_workflow(main).get("parts") or _nothing(main)).items:
            text = part.text
            if text is None:
                continue
            beside = PurePosixPath(text)
            if not _below(path.parent, text):
                self.faults.add("SW111", part, case="part", written=text)
                self.whole = False
                continue
            if _identity(path.parent / beside) in seen:
                self.faults.add("SW105", part, written=text)
                continue
            seen.add(_identity(path.parent / beside))
            shown = (PurePosixPath(name).parent / beside).as_posix()
            more = self._read(path.parent / beside, shown, part)
            main = join(main, more, self._clash)
        return main

    def _clash(self, new: Node, old: Node) -> None:
        self.faults.add("SW104", new, key=True, nearest_at=old, case="parts",
                        written=".".join(map(str, new.path)))  # fmt: skip

    def _read(self, path: Path, name: str, asked: Node | None, data: bytes | None = None) -> Node:
        try:
            if data is None:
                data = read_bytes(path)
            source = read_source(data, name, known=self.known)
        except Unreadable as fault:
            self.faults.extend(fault.diagnostics)
            source = Source(name, "", fault.lines, {}, {}, {})
            self.whole = False
        except OSError:
            at: Node | Place = asked if asked is not None else Place(name, 1, 1)
            case = "part" if asked is not None else "file"
            self.faults.add("SW111", at, case=case, written=name)
            self.whole = False
            source = Source(name, "", (), {}, {}, {})
        self.sources.append(source)
        return as_meant(node_of(source), self.faults)

    def _parent(
        self, wanted: Node, path: Path, name: str, seen: set[str]
    ) -> tuple[Path, str, str] | None:
        """The file of the parent, its name in messages, and `name@version`."""
        text = wanted.text
        if text is None:
            return None
        called, at, version = text.rpartition("@")
        if not at or not called or not version:
            self.faults.add("SW111", wanted, case="no_version", written=text)
            return None
        if called.startswith(_BESIDE):
            beside = path.parent / called
            found: Path | None = beside if _is_definition(beside) else None
            shown = (PurePosixPath(name).parent / called).as_posix()
        else:
            found = self.find(called)
            shown = f"{called}/{found.name if found else ''}"
        if found is None or not _is_file(found):
            near = self.faults.nearest(called, workflow_names())
            self.faults.add("SW111", wanted, nearest=near, case="parent", written=called)
            return None
        if _identity(found) in seen:
            self.faults.add("SW109", wanted, written=called)
            return None
        if len(seen) >= LONGEST:
            self.faults.add("SW109", wanted, case="long", written=called, most=LONGEST)
            return None
        return found, shown, text

    def _version(self, parent: Node, wanted: Node) -> None:
        found = _workflow(parent).get("version")
        version = (wanted.text or "").rpartition("@")[2]
        if found is not None and found.text is not None and found.text != version:
            self.whole = False  # another version may declare other names
            self.faults.add("SW111", wanted, case="version", written=wanted.text,
                            found=found.text, nearest_at=found)  # fmt: skip


def _workflow(document: Node) -> dict[str, Node]:
    found = document.get("workflow")
    return {} if found is None or is_patch(found) else found.table


def _told(document: Node) -> str:
    heading = _workflow(document)
    id, version = heading.get("id"), heading.get("version")
    return f"{id.text if id else ''}@{version.text if version else ''}"


def _nothing(node: Node, value: Any = ()) -> Node:
    return Node(value if isinstance(value, dict) else list(value), node.source, ())


def _identity(path: Path) -> str:
    try:
        return str(path.resolve())
    except (OSError, RuntimeError, ValueError):  # a link to itself, or a path no file can have
        return str(path)


def _is_file(path: Path) -> bool:
    """Whether it is an ordinary file: a pipe or a device named in a text might never end."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_definition(path: Path) -> bool:
    """Whether a path in a text leads to a definition, and not to whatever lies on the machine,
    of which a fault would show a line."""
    return path.suffix == ".toml" and _is_file(path) and path.resolve().suffix == ".toml"


def _below(folder: Path, written: str) -> bool:
    """Whether a part lies in the folder of the workflow or below it, also behind links."""
    if PureWindowsPath(written).drive or not _is_definition(folder / written):
        return False
    return (folder / written).resolve().is_relative_to(folder.resolve())


def _inherited(base: Node) -> Node:
    """What a child gets of a base: not its name and version, and nobody's register or stories."""
    items = {key: item for key, item in base.table.items() if key not in _NEVER_INHERITED}
    workflow = items.get("workflow")
    if workflow is not None:
        kept = {key: item for key, item in workflow.table.items() if key not in OF_ONE_FILE}
        items["workflow"] = Node(kept, workflow.source, workflow.path)
    return Node(items, base.source, base.path)


def _suggested(node: Node) -> str:
    items = ", ".join(f'"{one.text}"' if one.text else "..." for one in node.items[:3])
    more = ", ..." if len(node.items) > 3 else ""
    return f"[{items}{more}]"


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."
