"""A workflow in a few lines of Python, for tests: what is built is TOML, and read as any other.

So its faults have places, and a test shows what an author of workflows would have written. Which
keys there are is for the language; nothing here knows them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import tomli_w

from samenwerk.authoring.formatting import formatted
from samenwerk.values.declared import Workflow
from samenwerk.values.diagnostic import Diagnostic

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading
    from samenwerk.hooks.plugins import Plugins


@attrs.frozen(eq=False)
class Building:
    """A workflow in the making; each call gives another one with more in it.

    What is declared after `lifecycle` belongs to that lifecycle. Whoever does not say how a
    thing is called gets its name, in Dutch and in English.
    """

    tables: Mapping[str, Any]
    lifecycle_name: str = ""

    def put(self, path: str, **keys: Any) -> Building:
        """Anything: the table at this path, written with points, gets these keys.

        A key that is a word of Python ends with `_`: `from_`, `in_`, `with_`.
        """
        written = {name.removesuffix("_"): value for name, value in keys.items()}
        return attrs.evolve(self, tables=_with(self.tables, path.split("."), written))

    def named(self, path: str, **keys: Any) -> Building:
        """The same for what has a name: without `nl` and `en` it is called as the path ends."""
        label = path.rpartition(".")[2].replace("_", " ").capitalize()
        return self.put(path, **{"nl": label, "en": label, **keys})

    def lifecycle(self, name: str, *states: str, by: str = "chair", **keys: Any) -> Building:
        """A lifecycle with these states, of which the last is final.

        Step `begin` opens a case in the first state; `by` does it.
        """
        made = attrs.evolve(self.named(f"lifecycle.{name}", **keys), lifecycle_name=name)
        for state in states:
            more = {"final": True} if state == states[-1] and len(states) > 1 else {}
            made = made.named(f"lifecycle.{name}.state.{state}", **more)
        return made.step("begin", to=states[0], by=by) if states else made

    def step(self, name: str, from_: str | None = None, to: str = "stays", by: str = "chair",
             **keys: Any) -> Building:  # fmt: skip
        """A step of the lifecycle: from a state (None: it opens a case) to another."""
        told = {"to": to, "by": by, **keys}
        told = told if from_ is None else {"from": from_, **told}
        return self.named(self._inside("step", name), **told)

    def fact(self, name: str, type: str, by: Iterable[str] = ("member", "chair"),
             **keys: Any) -> Building:  # fmt: skip
        """A fact of the lifecycle; `per="party"` keeps it for each party, `by=()` for plugins."""
        told = {"type": type, **keys, **({"by": list(by)} if by else {})}
        return self.named(self._inside("fact", name), **told)

    def rule(self, name: str, plugin: str | None = None, *, with_: Mapping[str, Any] | None = None,
             **keys: Any) -> Building:  # fmt: skip
        """A rule of the lifecycle: a plugin's (`plugin="name.rule"`), or what the keys say."""
        told = dict(keys)
        if plugin is not None:
            told["plugin"] = plugin
        if with_ is not None:
            told["with"] = dict(with_)
        return self.named(self._inside("rule", name), **told)

    @property
    def text(self) -> str:
        """The workflow as an author would write it."""
        return formatted(tomli_w.dumps(_plain(self.tables)))

    def check(self, plugins: Plugins | None = None) -> Reading:
        """What comes of reading it, with these plugins (None: the installed ones)."""
        from samenwerk.front import check

        with tempfile.TemporaryDirectory() as folder:
            return check(self.write(Path(folder)), plugins=plugins)

    def read(self, plugins: Plugins | None = None) -> Workflow:
        """The workflow; raises NotReadable with every fault when there are any."""
        from samenwerk.values.errors import NotReadable

        reading = self.check(plugins)
        if reading.workflow is None:
            raise NotReadable(reading.diagnostics)
        return reading.workflow

    def faults(self, plugins: Plugins | None = None) -> tuple[tuple[str, str], ...]:
        """The code of each fault, with the line of the text at which it is.

        >>> building("x").lifecycle("a", "open", "shut").step("go", "opne", "shut").faults()
        (('SW103', 'from = "opne"'),)
        """
        lines = self.text.splitlines()

        def line(fault: Diagnostic) -> str:
            at = fault.place.line - 1
            return lines[at].strip() if at < len(lines) else ""

        return tuple((one.code, line(one)) for one in self.check(plugins).diagnostics)

    def write(self, folder: Path) -> Path:
        """Write it in a folder as `workflow.toml`, and say where; raises OSError."""
        path = folder / "workflow.toml"
        path.write_text(self.text, encoding="utf-8", newline="\n")
        return path

    def _inside(self, family: str, name: str) -> str:
        return f"lifecycle.{self.lifecycle_name}.{family}.{name}" if self.lifecycle_name else (
            f"{family}.{name}"
        )  # fmt: skip


def building(id: str, *plugins: str, **keys: Any) -> Building:
    """Begin a workflow that names these plugins: with parties, members, and a chair.

    >>> made = building("talks").lifecycle("talk", "open", "shut").step("shut", "open", "shut")
    >>> print(made.text.rpartition("[lifecycle.talk.step.shut]")[2].strip())
    nl = "Shut"
    en = "Shut"
    from = "open"
    to = "shut"
    by = "chair"
    """
    named = {"plugins": list(plugins)} if plugins else {}
    begun = Building({"workflow": {"id": id, "version": "1"}})
    return (
        begun.named("workflow", nl=id, en=id, **named, **keys)
        .named("sort.provider")
        .named("group.member", sort="provider")
        .named("role.chair", sort="provider")
    )


def gathered(*modules: object, **named: object) -> Plugins:
    """These plugins and no others, with all that they bring: their checks and commands too.

    Raises PluginError for the first that does not fit.
    """
    from samenwerk.hooks.families import HOOKS
    from samenwerk.hooks.gather import gather, source_of

    sources = [source_of(one) for one in modules]
    sources += [source_of(one, name) for name, one in named.items()]
    found = gather(sources, HOOKS)
    found.check()
    return found


def _with(tables: Mapping[str, Any], path: list[str], keys: Mapping[str, Any]) -> dict[str, Any]:
    first, rest = path[0], path[1:]
    inside = tables.get(first, {})
    return {**tables, first: _with(inside, rest, keys) if rest else {**inside, **keys}}


def _plain(value: Any) -> Any:
    """The same in what TOML can hold: lists for tuples, tables for mappings."""
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
