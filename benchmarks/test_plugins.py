"""What plugins cost: ten that are loaded and not asked, a rule of one, and starting with ten.

A decision is the whole of what the engine does for a step but the writing: plugins consulted, the
conditions judged, the lines made. The rule is the same comparison, in TOML and in Python.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.precondition import ADOPT, MET, TEXT, collaboration
from benchmarks.processes import run, taken
from benchmarks.turns import Taken, take_turns
from samenwerk import Answer, PluginFacts, PluginRule, Plugins, Question, hookimpl
from samenwerk.definitions.read import read_text
from samenwerk.engine.consulting import decided
from samenwerk.engine.shelf import Running, made_ready

TEN = 10
ROUNDS = 60
BUILT_IN = '[{ fact = "regional", at_least = "single" }]'

MODULE = """\
from samenwerk import Answer, PluginFacts, PluginRule, hookimpl

@hookimpl
def rules():
    labels = {{"nl": "minstens", "en": "at least"}}
    return [PluginRule("at_least", labels, lambda question: Answer(2))]

@hookimpl
def facts():
    return [PluginFacts("other", ("other_{number}",), lambda question: {{}})]

@hookimpl
def messages():
    return {{"nl": {{"plugin_{number}.a": "a"}}, "en": {{"plugin_{number}.a": "a"}}}}
"""


def at_least(question: Question) -> Answer:
    """Whether the region gains at least what a single party gains."""
    regional, single = question.fact("regional"), question.fact("single")
    if regional is None or single is None:
        return Answer(1)
    return Answer(2 if regional >= single else 0)  # type: ignore[operator]


def plugin(number: int) -> Any:
    """A plugin with a rule and a fact, neither of which the workflow uses."""

    def rules() -> list[PluginRule]:
        return [PluginRule("at_least", {"nl": "minstens", "en": "at least"}, at_least)]

    def facts() -> list[PluginFacts]:
        return [PluginFacts("other", (f"other_{number}",), lambda question: {})]

    return SimpleNamespace(
        __version__="1.0", rules=hookimpl(rules), facts=hookimpl(facts)
    )


def running(text: str, plugins: int) -> Running:
    """A workflow with so many plugins, ready to run."""
    names = [f"plugin_{number}" for number in range(plugins)]
    listed = ", ".join(f'"{name}"' for name in names)
    named = text.replace("[workflow]\n", f"[workflow]\nplugins = [{listed}]\n", 1)
    made = Plugins.of(**{name: plugin(number) for number, name in enumerate(names)})
    reading = read_text(named, checks=(), plugin_rules=made.rules, plugins=made.versions)
    assert reading.workflow is not None, reading.diagnostics
    return made_ready(reading.workflow, lambda wanted: made)


def alone(text: str) -> str:
    """The definition with a step that needs this one rule."""
    start = text.index("needs = [", text.index("adopt"))
    end = text.index("]", start)
    return f'{text[:start]}needs = ["not_for_one"{text[end:]}'


def deciding(ready: Running) -> Callable[[], object]:
    """The step `adopt`, which may happen."""
    known = collaboration(ready.compiled, MET)
    assert decided(ready, known, ADOPT)[0].carried_out
    return lambda: decided(ready, known, ADOPT)


def test_ten_loaded(note: Callable[..., None], repeat: Callable[..., None]) -> None:
    """Ten plugins that the workflow names, and that take no part in the decision."""
    calls = {"none": deciding(running(TEXT, 0)), "ten": deciding(running(TEXT, TEN))}
    found = take_turns(calls, ROUNDS)
    note("a decision with ten plugins loaded that take no part in it, over none",
         found["ten"], found["none"], what="none", goal=1.30)  # fmt: skip
    repeat(calls["ten"], 5)


@pytest.mark.parametrize("single", [False, True])
def test_rule(note: Callable[..., None], repeat: Callable[..., None], single: bool) -> None:
    """The same rule, built in and of a plugin."""
    text = alone(TEXT) if single else TEXT
    of_plugin = text.replace(f"all = {BUILT_IN}", 'plugin = "plugin_0.at_least"')
    assert of_plugin != text
    calls = {"built in": deciding(running(text, 1)), "plugin": deciding(running(of_plugin, 1))}
    found = take_turns(calls, ROUNDS)
    among = "the only one" if single else "one of four"
    note(f"a decision with a rule of a plugin, {among}, over the same rule built in",
         found["plugin"], found["built in"], what="built in", goal=1.30)  # fmt: skip
    repeat(calls["plugin"], 5)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which ten plugins are installed, and two workflows: one names them, one none."""
    made = tmp_path_factory.mktemp("site")
    for number in range(TEN):
        name = f"plugin_{number}"
        (made / f"samenwerk_{name}.py").write_text(MODULE.format(number=number), encoding="utf-8")
        info = made / f"samenwerk_{name}-1.0.dist-info"
        info.mkdir()
        metadata = f"Metadata-Version: 2.1\nName: samenwerk-{name}\nVersion: 1.0\n"
        (info / "METADATA").write_text(metadata, encoding="utf-8")
        points = f"[samenwerk]\n{name} = samenwerk_{name}\n"
        (info / "entry_points.txt").write_text(points, encoding="utf-8")
    listed = ", ".join(f'"plugin_{number}>=1"' for number in range(TEN))
    named = TEXT.replace("[workflow]\n", f"[workflow]\nplugins = [{listed}]\n", 1)
    for folder, text in (("none", TEXT), ("ten", named)):
        (made / folder).mkdir()
        (made / folder / "workflow.toml").write_text(text, encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("name", "folder", "goal"),
    [
        ("samenwerk check with ten plugins installed, none named, over none", "none", 0.060),
        ("samenwerk check of a workflow that names ten plugins, over none", "ten", 0.060),
    ],
)
def test_start(
    site: Path,
    note: Callable[..., None],
    repeat: Callable[..., None],
    name: str,
    folder: str,
    goal: float,
) -> None:
    """What plugins add to a whole process, from its start to its end."""
    check = ("-c", "import sys; from samenwerk.cli.main import main; sys.exit(main())", "check")
    ours = ("-c", f"import sys; sys.path.insert(0, {str(site)!r}); {check[1]}", "check", folder)
    assert 0 == run(site, *ours).returncode, run(site, *ours).stdout
    none, ten = taken(site, (*check, "none"), ours)
    added = [one - other for one, other in zip(ten.rounds, none.rounds, strict=True)]
    note(name, Taken(tuple(added)), goal=goal)
    repeat(lambda: run(site, *ours), 2)
