"""Finding and reading what lies on disk: a workflow by name or path, with what lies beside it.

What a definition means is `definitions`, a story `scenarios`; here they only come together.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from samenwerk.cli.failing import Fail
from samenwerk.definitions.faults import Faults, nearest
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.texts import TextsByCode
from samenwerk.packaged import find_workflow, workflow_names
from samenwerk.values.declared import Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.errors import Misuse
from samenwerk.values.register import Register

if TYPE_CHECKING:
    from samenwerk.definitions.places import Source
    from samenwerk.language.catalogue import Catalogue
    from samenwerk.scenarios.story import Scenario

FILE = "workflow.toml"
REGISTER = "register.toml"
SCENARIOS = "scenarios.toml"


@attrs.frozen(eq=False)
class Folder:
    """A workflow with its register and scenarios, as far as they could be read.

    `registers` are by the name that scenarios use, the usual one under the empty name.
    `sources` are all files that were read, for showing their lines.
    """

    path: Path
    reading: Reading
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Source, ...]
    registers: Mapping[str, Register]
    scenarios: tuple[Scenario, ...]

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


def located(name: str) -> Path:
    """The file of a workflow given as a folder, a file, or the name of a packaged one.

    Raises Fail when there is none, with the nearest name.
    """
    if "\0" not in name:
        path = Path(name)
        if path.is_dir():
            if (path / FILE).is_file():
                return path / FILE
            raise Fail("file.no_workflow_in", folder=name, file=FILE)
        if path.exists():
            return path
    found = find_workflow(name)
    if found is not None:
        return _short(found)
    near = nearest(name, workflow_names())
    raise Fail("file.nothing_near" if near else "file.nothing", name=name, near=near,
               names=workflow_names())  # fmt: skip


def read(path: Path) -> Reading:
    """The workflow in a file, with the plugins it names looked after."""
    from samenwerk.front import check

    return check(path)


def set_for(workflow: Workflow, scenario: Scenario) -> Workflow:
    """The workflow with the settings of a scenario; raises Misuse when they do not fit."""
    from samenwerk.definitions.read import read_effective
    from samenwerk.hooks.installed import InstalledRules
    from samenwerk.scenarios.settings import with_settings

    def again(text: str) -> Workflow:
        return read_effective(text, plugin_rules=InstalledRules(), sources=workflow.sources)

    return with_settings(workflow, scenario.settings, again)


def read_folder(path: Path) -> Folder:
    """The workflow in a file with the register and the scenarios that lie beside it."""
    reading = read(path)
    faults = Faults()
    faults.extend(reading.diagnostics)
    files = [source.file for source in reading.sources]
    if reading.workflow is None:
        return Folder(path, reading, faults.in_order(files), reading.sources, {}, ())
    beside = _Beside(path, reading.workflow, reading, faults)
    registers, scenarios = beside.read() if path.name == FILE else ({}, ())
    sources = (*reading.sources, *beside.sources)
    ordered = faults.in_order([*files, *(source.file for source in beside.sources)])
    return Folder(path, reading, ordered, sources, registers, scenarios)


class _Beside:
    """Reads the files beside a workflow; faults go to `faults`."""

    def __init__(self, path: Path, workflow: Workflow, reading: Reading, faults: Faults) -> None:
        self.path = path
        self.workflow = workflow
        self.reading = reading
        self.faults = faults
        self.sources: list[Source] = []
        self.registers: dict[str, Register | None] = {}

    def read(self) -> tuple[Mapping[str, Register], tuple[Scenario, ...]]:
        """Every register that is used, and the scenarios."""
        self._usual_register()
        scenarios = self._scenarios()
        sound = {name: one for name, one in self.registers.items() if one is not None}
        return sound, scenarios

    def _usual_register(self) -> None:
        if (self.path.parent / REGISTER).is_file():
            self.registers[""] = self._register(self.path.parent / REGISTER)
            return
        if self.reading.own.get("register") is not None:
            from samenwerk.definitions.register_file import register_of

            found = register_of(self.reading.own, self.workflow, Faults(), self.reading.sources)
            self.faults.extend(found.diagnostics)
            sound = Register(found.parties, found.sits, found.holds, found.gives)
            self.registers[""] = None if found.diagnostics else sound

    def _register(self, path: Path) -> Register | None:
        from samenwerk.definitions.register_file import read_register

        found = read_register(path, self.workflow)
        self.faults.extend(found.diagnostics)
        self.sources += found.sources
        if any(fault.serious for fault in found.diagnostics):
            return None
        return Register(found.parties, found.sits, found.holds, found.gives)

    def _scenarios(self) -> tuple[Scenario, ...]:
        path = self.path.parent / SCENARIOS
        if not path.is_file():
            return ()
        from samenwerk.definitions.places import Unreadable, read_source
        from samenwerk.scenarios.read import Known, read_scenarios

        try:
            source = read_source(read_bytes(path), path.as_posix())
        except Unreadable as fault:
            self.faults.extend(fault.diagnostics)
            self.sources.append(empty_source(path.as_posix(), fault.lines))
            return ()
        self.sources.append(source)
        self._named_registers(source)
        parties = {
            name: None if one is None else parties_of(one, self.workflow)
            for name, one in self.registers.items()
        }
        found = read_scenarios(source, Known(self.workflow, parties), self.faults)
        for scenario in found:
            self._fitting(source, scenario)
        return found

    def _fitting(self, source: Source, scenario: Scenario) -> None:
        written = source.values["scenario"][scenario.name]
        if "set" not in written:
            return
        try:
            set_for(self.workflow, scenario)
        except Misuse:
            names = ", ".join(written["set"])
            place = source.place(("scenario", scenario.name, "set"))
            self.faults.add("SW310", place, written=names)

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


def parties_of(register: Register, workflow: Workflow) -> tuple[str, ...]:
    """Who can act or be spoken for: the parties, and the tables that speak elsewhere."""
    tables = [name for name, table in workflow.tables.items() if table.speaks_at]
    return (*(party.id for party in register.parties), *tables)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, no more than one beyond what is ever read; raises Fail."""
    from samenwerk.definitions.places import LARGEST_FILE

    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except (OSError, ValueError):
        raise Fail("file.unreadable", file=path.as_posix()) from None


def empty_source(file: str, lines: tuple[str, ...]) -> Source:
    """A file of which only the lines are known."""
    from samenwerk.definitions.places import Source

    return Source(file, "", lines, {}, {}, {})


@functools.cache
def fault_texts() -> TextsByCode:
    """The sentences of every code, those of plugins left out."""
    from samenwerk.definitions.checks import all_checks, texts_of
    from samenwerk.definitions.syntax_texts import TEXTS as SYNTAX
    from samenwerk.scenarios.faults import TEXTS as SCENARIO

    return {**SYNTAX, **texts_of(all_checks()), **SCENARIO}


@functools.cache
def fault_catalogue() -> Catalogue:
    """The catalogue with what the sentences about faults speak of."""
    from samenwerk.definitions.words import WORDING
    from samenwerk.front import catalogue_with

    return catalogue_with().joined("samenwerk.definitions.words", WORDING)


def _short(path: Path) -> Path:
    """A packaged file by its path from the working folder, where that is shorter."""
    try:
        inside = path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path
    return inside
