"""The package of a plugin: what it is called, which versions it fits, what its README tells.

Also how it is imported, in a Python of its own. What the plugin answers is `answers`.
"""

from __future__ import annotations

import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from samenwerk.definitions.resolving.versions import accepts
from samenwerk.hooks.families import FAMILIES
from samenwerk.hooks.plugins import Plugin
from samenwerk.hooks.spec import GROUP
from samenwerk.testing.contract.beside import Beside

_NEEDS = re.compile(r"samenwerk\b\s*(?:\[[^\]]*\])?\s*([^;]*)")
_IMPORTED = """
import sys, time
import samenwerk.hooks.gather, samenwerk.hooks.spec
seen = set()
def hear(event, arguments):
    if event.startswith(("socket.connect", "subprocess.Popen", "os.system")):
        seen.add(event)
sys.addaudithook(hear)
started = time.perf_counter()
import importlib
importlib.import_module(sys.argv[1])
took = time.perf_counter() - started
print("\\x00%f %s" % (took, " ".join(sorted(seen))))
"""


def root_of(path: Path) -> Path | None:
    """The folder of the package in which a file lies: the nearest with a pyproject.toml."""
    return next((one for one in path.parents if (one / "pyproject.toml").is_file()), None)


def _project(root: Path) -> dict[str, Any]:
    data = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = data.get("project", {})
    return found


def package_faults(root: Path, plugin: Plugin, module: object) -> Iterator[str]:
    """What the package says of itself and is not so."""
    project = _project(root)
    name = f"samenwerk-{plugin.name.replace('_', '-')}"
    if project.get("name") != name:
        yield f"pyproject.toml: the package is called {project.get('name')}; call it {name}"
    points = project.get("entry-points", {}).get("samenwerk", {})
    own = module.__name__ if isinstance(module, ModuleType) else None
    if own is not None and points.get(plugin.name) != own:
        line = f'[project.entry-points.samenwerk] {plugin.name} = "{own}"'
        yield f"pyproject.toml: nobody finds the plugin; write {line}"
    version = getattr(module, "__version__", None)
    if version is None:
        yield "the module has no __version__"
    elif "version" not in project.get("dynamic", ()) and str(version) != project.get("version"):
        yield f"the module says version {version}, pyproject.toml {project.get('version')}"
    yield from _fit(project)
    if isinstance(module, ModuleType) and module.__file__ is not None:
        here = Path(module.__file__).parent
        for one in sorted(here.iterdir()):
            if one.stem in {family.hook for family in FAMILIES} and one.suffix in ("", ".py"):
                yield (
                    f"{here.name}/{one.name} hides hook {one.stem} as soon as it is imported: "
                    "call it something else"
                )
        yield from _unmarked(module)
        if not (here / "py.typed").is_file():
            yield f"{here.name}/py.typed is not there: type checkers then look at nothing of it"


def _unmarked(module: ModuleType) -> Iterator[str]:
    """Functions of its own that are called as a hook, and that nobody will ask."""
    for family in FAMILIES:
        there = vars(module).get(family.hook)
        if (
            isinstance(there, FunctionType)
            and there.__module__ == module.__name__
            and not hasattr(there, f"{GROUP}_impl")
        ):
            place = f"{Path(there.__code__.co_filename).name}:{there.__code__.co_firstlineno}"
            yield (
                f"{place} {family.hook} is called as a hook and is not marked: put @hookimpl above "
                "it, or call it something else"
            )


def _fit(project: dict[str, Any]) -> Iterator[str]:
    found = [_NEEDS.fullmatch(one) for one in project.get("dependencies", ())]
    wanted = [one[1].strip() for one in found if one is not None]
    if not wanted or not wanted[0]:
        yield 'pyproject.toml: say which samenwerk it fits, as dependencies = ["samenwerk>=0.1,<1"]'
        return
    if ">=" not in wanted[0] or "<" not in wanted[0].replace("<=", "<"):
        yield f"pyproject.toml: samenwerk{wanted[0]} has no first and no last version, as >=0.1,<1"
    here = _installed()
    if here is not None and not accepts(wanted[0], here):
        yield f"pyproject.toml: samenwerk{wanted[0]} does not fit; tested here is {here}"


def _installed() -> str | None:
    try:
        return importlib.metadata.version("samenwerk")
    except importlib.metadata.PackageNotFoundError:
        return None


def readme_faults(root: Path, plugin: Plugin) -> Iterator[str]:
    """What a person cannot find in the README."""
    path = root / "README.md"
    if not path.is_file():
        yield "README.md is not there"
        return
    text = path.read_text(encoding="utf-8")
    if plugin.name not in text:
        yield f"README.md does not say by which name workflows call it: {plugin.name}"
    for hook, names in plugin.names.items():
        for name in () if hook == "messages" else names:
            if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                yield f"README.md does not tell of {name} ({hook})"


def import_faults(module: ModuleType, seconds: float) -> Iterator[str]:
    """What importing the plugin does beside bringing it, in a Python of its own."""
    path = os.pathsep.join(one for one in sys.path if one)
    ran = subprocess.run(
        [sys.executable, "-c", _IMPORTED, module.__name__],
        env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True,
        encoding="utf-8", errors="replace", timeout=120, check=False,
    )  # fmt: skip
    printed, _, told = ran.stdout.partition("\x00")
    if ran.returncode != 0 or not told:
        last = (ran.stderr.strip() or "it ended Python itself").splitlines()[-1]
        yield f"importing {module.__name__} fails: {last}"
        return
    took, _, outside = told.strip().partition(" ")
    if printed.strip() or ran.stderr.strip():
        said = (printed.strip() or ran.stderr.strip()).splitlines()[0]
        yield f"importing {module.__name__} prints: {said}"
    if outside:
        yield f"importing {module.__name__} goes outside: {outside}"
    if float(took) > seconds:
        yield (
            f"importing {module.__name__} takes {float(took):.1f} s, allowed is {seconds:g}; "
            "import what is large where it is used"
        )


def workflow_faults(beside: Beside, plugin: Plugin) -> Iterator[str]:
    """What is wrong with the workflows beside a plugin, and what they leave untold."""
    needing = [one for one in beside.folders if one.workflow is not None]
    yield from beside.raised
    if not beside.folders:
        yield "no workflow lies beside it that needs it: make workflow/workflow.toml"
    for folder in beside.folders:
        for fault in folder.diagnostics:
            place = f"{Path(fault.place.file).name}:{fault.place.line}:{fault.place.column}"
            told = ", ".join(f"{key}={value}" for key, value in fault.params.items())
            yield f"{folder.path.parent.name}/{place}: {fault.code} {told}"
    needs = {need.name: need for one in needing if one.workflow for need in one.workflow.plugins}
    if needing and plugin.name not in needs:
        yield f'no workflow beside it names it: plugins = ["{plugin.name}>=..."]'
    elif plugin.name in needs and not accepts(needs[plugin.name].versions, plugin.version):
        wanted = f"{plugin.name}{needs[plugin.name].versions}"
        yield f"the workflow asks for {wanted}, here is {plugin.version}"


def story_faults(beside: Beside) -> Iterator[str]:
    """Which stories go otherwise than they say."""
    if not beside.played and not beside.raised:
        yield "no story lies beside it: write workflow/scenarios.toml"
    for _, played in beside.played:
        name = played.scenario.name
        if played.stuck is not None:
            yield f"story {name} cannot go on from {played.stuck}"
        for act in played.acts:
            if act.passed:
                continue
            where = f"story {name}, line {act.act.place.line}"
            for one in act.wrong:
                yield f"{where}: expected {one.what} {one.expected}, got {one.got}"
            if act.error is not None:
                yield f"{where}: {act.error}"


def untold_faults(beside: Beside, plugin: Plugin) -> Iterator[str]:
    """What no story sees both ways, and what nothing beside the plugin uses."""
    for hook, word in (("rules", "rule"), ("methods", "method")):
        for one in plugin.all(hook):
            truths = {answer.truth for _, answer in beside.asked.get((hook, one.name), ())}
            if not truths:
                yield f"no story asks {word} {one.name}"
            elif 2 not in truths:
                yield f"no story sees {word} {one.name} say yes"
            elif truths == {2}:
                yield (
                    f"every story sees {word} {one.name} say yes: tell one in which it does not"
                )
    for facts in plugin.all("facts"):
        heard = beside.asked.get(("facts", facts.name), ())
        told = {name for _, answer in heard for name in answer}
        for name in facts.provides:
            if name not in told:
                yield f"no story is told fact {name}"
    used, wanted = _used(beside), (("parts", "part"), ("effects", "effect"))
    for hook, word in wanted:
        for one in plugin.all(hook):
            if f"{plugin.name}.{one.name}" not in used:
                yield f"no workflow beside it uses {word} {one.name}"
    texts = [one.path.read_text(encoding="utf-8") for one in beside.folders]
    for kind in plugin.all("leaf_kinds"):
        if not any(re.search(rf"[{{,\s]{re.escape(kind.word)}\s*=", text) for text in texts):
            yield f"no workflow beside it uses word {kind.word}"


def _used(beside: Beside) -> set[str]:
    """What the workflows use by a plugin's name and a point."""
    found = set()
    for folder in beside.folders:
        node = folder.reading.node("workflow", "uses")
        found |= {one.text or "" for one in ([] if node is None else node.items)}
        if folder.workflow is not None:
            found |= {one.full_name for one in folder.workflow.effects.values()}
    return found
