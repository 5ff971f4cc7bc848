"""A workflow on disk with what lies beside it: its register and its scenarios, and every fault.

What a definition means is `definitions`, how a story is written `read`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.spelling.places import Source, Unreadable, read_bytes, read_source
from samenwerk.scenarios.strays import REGISTER_KIND, SCENARIOS_KIND, of_kind
from samenwerk.values.declared import Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.errors import Misuse, NotReadable
from samenwerk.values.place import Path as Keys
from samenwerk.values.place import Place
from samenwerk.values.register import Register

if TYPE_CHECKING:
    from samenwerk.hooks.plugins import Plugins
    from samenwerk.scenarios.story import Scenario

FILE = "workflow.toml"
REGISTER = "register.toml"
SCENARIOS = "scenarios.toml"
MORE_SCENARIOS = "scenarios"
_HOLDS = ("register", "holds")


@attrs.frozen(eq=False)
class Folder:
    """A workflow with its register and scenarios, as far as they could be read.

    `registers` are by the name that scenarios use, the usual one under the empty name.
    `sources` are all files that were read, for showing their lines. `variants` are the workflow
    with other settings, by the scenario that has them.
    """

    path: Path
    reading: Reading
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Source, ...]
    registers: Mapping[str, Register]
    scenarios: tuple[Scenario, ...]
    variants: Mapping[str, Workflow] = attrs.field(factory=dict)

    @property
    def workflow(self) -> Workflow | None:
        """The workflow, when it has no serious fault."""
        return self.reading.workflow

    @property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """The lines of every file by its name in messages."""
        return {source.file: source.lines for source in self.sources}

    @property
    def sound(self) -> bool:
        """Whether nothing serious is wrong anywhere."""
        return not any(fault.serious for fault in self.diagnostics)


def read(path: Path, plugins: Plugins | None = None) -> Reading:
    """The workflow in a file, with the plugins it names looked after (None: installed ones)."""
    from samenwerk.front import check

    return check(path, plugins=plugins)


def set_for(workflow: Workflow, scenario: Scenario, plugins: Plugins | None = None) -> Workflow:
    """The workflow with the settings of a scenario; raises Misuse when they do not fit."""
    from samenwerk.definitions.read import read_effective
    from samenwerk.hooks.installed import InstalledByName
    from samenwerk.scenarios.settings import with_settings

    def again(text: str) -> Workflow:
        rules = InstalledByName("rules") if plugins is None else plugins.rules
        return read_effective(text, plugin_rules=rules, sources=workflow.sources)

    return with_settings(workflow, scenario.settings, again)


def read_folder(path: Path, plugins: Plugins | None = None) -> Folder:
    """The workflow in a file with the register and the scenarios that lie beside it.

    `plugins` are those there are (None: the installed ones).
    """
    reading = read(path, plugins)
    faults = Faults()
    faults.extend(reading.diagnostics)
    files = [source.file for source in reading.sources]
    if reading.workflow is None:
        return Folder(path, reading, faults.in_order(files), reading.sources, {}, ())
    beside = _Beside(path, reading.workflow, reading, faults, plugins)
    registers, scenarios = beside.read() if path.name == FILE else ({}, ())
    sources = (*reading.sources, *beside.sources)
    ordered = faults.in_order([*files, *(source.file for source in beside.sources)])
    return Folder(path, reading, ordered, sources, registers, scenarios, beside.variants)


class _Beside:
    """Reads the files beside a workflow; faults go to `faults`."""

    def __init__(
        self, path: Path, workflow: Workflow, reading: Reading, faults: Faults,
        plugins: Plugins | None,
    ) -> None:  # fmt: skip
        self.plugins = plugins
        self.path = path
        self.workflow = workflow
        self.reading = reading
        self.faults = faults
        self.sources: list[Source] = []
        self.registers: dict[str, Register | None] = {}
        self.variants: dict[str, Workflow] = {}
        self._set: dict[str, Workflow] = {}

    def read(self) -> tuple[Mapping[str, Register], tuple[Scenario, ...]]:
        """Every register that is used, and the scenarios."""
        self._usual_register()
        scenarios = self._scenarios()
        self._unread()
        sound = {name: one for name, one in self.registers.items() if one is not None}
        return sound, scenarios

    def _unread(self) -> None:
        """Warn of a register or stories under a name that nobody reads."""
        folder = self.path.parent
        parts = {Path(source.file).name for source in self.reading.sources}
        known = {*parts, *self.registers, REGISTER, SCENARIOS}
        wanted = {SCENARIOS_KIND: SCENARIOS}
        if "" not in self.registers:
            wanted[REGISTER_KIND] = REGISTER
        for kind, name in wanted.items():
            for path in of_kind(folder, kind):
                if path.name not in known:
                    case = "beside" if (folder / name).is_file() else kind
                    self.faults.add("SW312", Place(path.as_posix(), 1, 1), serious=False,
                                    case=case, written=path.name, wanted=name)  # fmt: skip

    def _usual_register(self) -> None:
        if (self.path.parent / REGISTER).is_file():
            self.registers[""] = usual = self._register(self.path.parent / REGISTER)
            if self.sources:
                self._unfilled(usual, self.sources[-1].place(_HOLDS, key=True))
            return
        written = self.reading.own.get("register")
        if written is not None:
            from samenwerk.definitions.register_file import register_of

            found = register_of(self.reading.own, self.workflow, Faults(), self.reading.sources)
            self.faults.extend(found.diagnostics)
            faulty = any(fault.serious for fault in found.diagnostics)
            self.registers[""] = None if faulty else found.register
            holds = written.get("holds") or written
            self._unfilled(self.registers[""], holds.key_place)

    def _unfilled(self, register: Register | None, place: Place) -> None:
        """Warn of a role that must have holders, has none, and keeps a step undone."""
        from samenwerk.scenarios.unfilled import unfilled

        for role, step in () if register is None else unfilled(self.workflow, register):
            self.faults.add("SW313", place, serious=False, case=role.name, role=role.name,
                            step=step.full_name)  # fmt: skip

    def _register(self, path: Path) -> Register | None:
        from samenwerk.definitions.register_file import read_register

        found = read_register(path, self.workflow)
        self.faults.extend(found.diagnostics)
        self.sources += found.sources
        if any(fault.serious for fault in found.diagnostics):
            return None
        return found.register

    def _scenarios(self) -> tuple[Scenario, ...]:
        read = [self._source(path) for path in scenario_files(self.path.parent)]
        sources = [source for source in read if source is not None]
        if not sources:
            return ()
        from samenwerk.scenarios.naming import Known
        from samenwerk.scenarios.read import read_scenarios

        for source in sources:
            self._named_registers(source)
        parties = {
            name: None if one is None else parties_of(one, self.workflow)
            for name, one in self.registers.items()
        }
        names = {
            party.id: tuple(label for _, label in party.names)
            for one in self.registers.values() if one is not None
            for party in one.parties
        }  # fmt: skip
        found = read_scenarios(sources, Known(self.workflow, parties, names), self.faults)
        by_file = {source.file: source for source in sources}
        for scenario in found:
            self._fitting(by_file[scenario.place.file], scenario)
        return found

    def _source(self, path: Path) -> Source | None:
        """The text of a file of scenarios; None, with its faults told, where it is unreadable."""
        name = path.as_posix()
        try:
            source = read_source(read_bytes(path), name)
        except OSError:
            self.faults.add("SW111", Place(name, 1, 1), case="file", written=name)
            return None
        except Unreadable as fault:
            self.faults.extend(fault.diagnostics)
            self.sources.append(empty_source(name, fault.lines))
            return None
        self.sources.append(source)
        return source

    def _fitting(self, source: Source, scenario: Scenario) -> None:
        if not scenario.settings:
            return
        key = repr(sorted(scenario.settings.items()))
        try:
            if key not in self._set:
                self._set[key] = set_for(self.workflow, scenario, self.plugins)
            self.variants[scenario.name] = self._set[key]
        except Misuse as fault:
            self._unfit(source, scenario, fault)

    def _unfit(self, source: Source, scenario: Scenario, fault: Misuse) -> None:
        """Report settings that do not fit, with the bound where one was broken."""
        own = source.values["scenario"][scenario.name].get("set", scenario.settings)
        path: Keys = ("scenario", scenario.name, "set")
        faults = fault.diagnostics if isinstance(fault, NotReadable) else ()
        told = [one for one in faults if one.code == "SW115"]
        for one in told:
            name = str(one.params["name"])
            place = source.place((*path, name) if name in own else path)
            params: dict[str, Any] = dict(one.params)
            self.faults.add("SW310", place, **params)
        if not told:
            self.faults.add("SW310", source.place(path), written=", ".join(own))

    def _named_registers(self, source: Source) -> None:
        written = source.values.get("scenario", {})
        for name, table in written.items() if isinstance(written, dict) else ():
            register = table.get("register") if isinstance(table, dict) else None
            if not isinstance(register, str) or register in self.registers:
                continue
            inside = Path(register).parts
            beside = self.path.parent / register
            if ".." in inside or Path(register).is_absolute() or not beside.is_file():
                place = source.place(("scenario", name, "register"))
                self.faults.add("SW309", place, written=register)
                self.registers[register] = None
            else:
                self.registers[register] = self._register(beside)


def scenario_files(folder: Path) -> tuple[Path, ...]:
    """The files with scenarios of a workflow's folder, in the order in which they are read.

    That is `scenarios.toml`, and every `.toml` in the folder `scenarios`, by name.
    """
    one = folder / SCENARIOS
    more = sorted(path for path in (folder / MORE_SCENARIOS).glob("*.toml") if path.is_file())
    return (*([one] if one.is_file() else []), *more)


def parties_of(register: Register, workflow: Workflow) -> tuple[str, ...]:
    """Who can act or be spoken for: the parties, and the tables that speak elsewhere."""
    tables = [name for name, table in workflow.tables.items() if table.speaks_at]
    return (*(party.id for party in register.parties), *tables)


def empty_source(file: str, lines: tuple[str, ...]) -> Source:
    """A file of which only the lines are known."""
    return Source(file, "", lines, {}, {}, {})
