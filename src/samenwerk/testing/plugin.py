"""The contract suite of a plugin: inherit from `PluginContract`, name your module, run pytest.

    import samenwerk_small
    from samenwerk.testing.plugin import PluginContract

    class TestContract(PluginContract):
        plugin = samenwerk_small

What each test looks at stands in `contract`; what your plugin means is for tests of your own.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

from samenwerk.hooks.families import HOOKS
from samenwerk.hooks.families.effects import Sending
from samenwerk.hooks.gather import gather, source_of
from samenwerk.hooks.plugins import Plugin, Plugins
from samenwerk.testing.contract import project, said
from samenwerk.testing.contract.answers import Answered, ask_all
from samenwerk.testing.contract.beside import Beside, look_beside
from samenwerk.testing.contract.effects import effect_faults
from samenwerk.values.errors import PluginError


@attrs.frozen(eq=False)
class Examined:
    """A plugin as it was gathered, what lies beside it, and all that it answered."""

    plugins: Plugins
    plugin: Plugin
    root: Path | None
    beside: Beside
    answers: tuple[Answered, ...]


class PluginContract:
    """What every plugin promises.

    `plugin` is the module (or object) that brings the hooks, `name` how workflows call it when
    the module does not say so. Of what must go outside to answer (a file, a service) name the
    member in `outside`: the suite does not ask it, and you test it yourself. `seconds` is how
    long one answer may take, `import_seconds` how long importing may; after `patience` seconds an
    answer is broken off. The package is found from where the inheriting class stands; say `root`
    where it is elsewhere.
    """

    plugin: Any
    name: str | None = None
    outside: tuple[str, ...] = ()
    seconds: float = 1.0
    import_seconds: float = 2.0
    patience: float = 10.0
    root: Path | None = None
    _found: Examined

    @classmethod
    def examined(cls) -> Examined:
        """Everything there is to look at, worked out once; fails when it cannot be gathered."""
        if "_found" not in vars(cls):
            cls._found = _examined(cls)
        return cls._found

    def sendings(self, folder: Path) -> Mapping[str, Iterable[Sending]]:
        """What to try each effect with, by its name; `folder` is empty and yours to write in.

        An effect is really asked to come about: give it somewhere to do that.
        """
        return {}

    def test_it_can_be_gathered(self) -> None:
        """Every hook is one that there is, and gives what it may give."""
        self.examined()

    def test_everything_has_a_name_for_people(self) -> None:
        """What it brings is called something in Dutch and in English."""
        _none(said.unnamed(self.examined().plugin))

    def test_every_sentence_is_there_in_both_languages(self) -> None:
        """With the same holes, and under ids that begin with the name of the plugin."""
        _none(said.unfinished(self.examined().plugin))

    def test_every_sentence_that_is_said_is_there(self) -> None:
        """In the answers that it gave, and in the code where ids stand as they are."""
        found = self.examined()
        _none(said.unsaid(found.plugin, found.answers))
        if isinstance(self.plugin, ModuleType) and self.plugin.__file__ is not None:
            file = Path(self.plugin.__file__)
            _none(said.named_in_code(found.plugin, file.parent if _is_package(file) else file))

    def test_it_answers_whatever_it_is_asked(self) -> None:
        """Nothing recorded, nobody there, many, values at their ends: never an exception."""
        _none(
            f"{one.told} raises {type(one.first.raised).__name__}: {one.first.raised}"
            for one in self.examined().answers
            if one.first.raised is not None
        )

    def test_its_answers_have_the_form_that_is_asked(self) -> None:
        """A rule gives an Answer that says why, a provider of facts values of declared types."""
        _none(f"{one.told} {one.wrong}" for one in self.examined().answers if one.wrong)

    def test_the_same_question_has_the_same_answer(self) -> None:
        """Asked twice, it says the same: it remembers nothing, and nothing is left to chance."""
        _none(
            f"{one.told} gives {one.first.answer!r:.80}, and then {one.second.answer!r:.80}"
            for one in self.examined().answers
            if one.first.raised is None
            and (one.second.raised is not None or one.first.answer != one.second.answer)
        )

    def test_it_changes_nothing_that_it_is_given(self) -> None:
        """A question is as it was, after it was answered."""
        _none(
            f"{one.told} changes what it is given"
            for one in self.examined().answers
            if one.before != one.after
        )

    def test_it_prints_nothing(self) -> None:
        """What there is to say is in its answer: others print it, where people look."""
        _none(
            f"{one.told} prints: {one.first.printed.strip():.80}"
            for one in self.examined().answers
            if one.first.printed
        )

    def test_it_looks_at_nothing_but_its_question(self) -> None:
        """No clock, chance, environment, file or network, as far as can be seen."""
        _none(
            f"{one.hook} {one.name} looks at {what}. If it must, name it in `outside` (facts), "
            "or let a fact tell it (rules)"
            for one in self.examined().answers
            for what in one.first.outside
        )

    def test_it_reads_what_it_says_that_it_reads(self) -> None:
        """The facts that it asks for are among its `reads`: people are shown those."""
        found = self.examined()
        reads = {
            (hook, one.name): set(one.reads)
            for hook, brought in found.plugin.brought.items()
            for one in brought
            if hasattr(one, "reads") and hook != "leaf_kinds"
        }
        _none(
            f"{one.hook} {one.name} asks for fact {name}, and its reads do not say so"
            for one in found.answers
            if (one.hook, one.name) in reads
            for name in sorted(one.looked_at - reads[one.hook, one.name])
        )

    def test_an_effect_comes_about_once_for_a_key(self, tmp_path: Path) -> None:
        """However often it is asked; before that it is not known, and afterwards it is."""
        found, tried = self.examined(), self.sendings(tmp_path)
        _none(effect_faults(found.plugins, found.plugin, tried, self.outside))

    def test_it_is_quick(self) -> None:
        """Somebody waits for every answer."""
        _none(
            f"{one.told} takes {one.first.seconds:.1f} s, allowed is {self.seconds:g}"
            for one in self.examined().answers
            if one.first.seconds > self.seconds
        )

    def test_importing_it_only_brings_it(self) -> None:
        """Nothing is printed, nobody is called, and it does not take long."""
        self.examined()
        if isinstance(self.plugin, ModuleType):
            _none(project.import_faults(self.plugin, self.import_seconds))

    def test_the_package_says_what_it_is(self) -> None:
        """Its name, its entry point, its version, and which versions of samenwerk it fits."""
        found = self.examined()
        _none(project.package_faults(_root(found), found.plugin, self.plugin))

    def test_the_readme_tells_of_everything(self) -> None:
        """By the name that workflows use."""
        found = self.examined()
        _none(project.readme_faults(_root(found), found.plugin))

    def test_the_workflow_beside_it_is_right(self) -> None:
        """There is one that needs the plugin, and it has no fault."""
        found = self.examined()
        _none(project.workflow_faults(found.beside, found.plugin))

    def test_the_stories_beside_it_go_as_they_say(self) -> None:
        """They are played with this plugin alone."""
        _none(project.story_faults(self.examined().beside))

    def test_the_stories_beside_it_tell_of_everything(self) -> None:
        """A rule and a method say yes and something else; facts, parts and effects are used."""
        found = self.examined()
        _none(project.untold_faults(found.beside, found.plugin))


def _examined(contract: type[PluginContract]) -> Examined:
    plugins = gather([source_of(contract.plugin, contract.name)], HOOKS)
    for fault in plugins.faults.values():
        pytest.fail(f"it cannot be gathered: {fault}", pytrace=False)
    (plugin,) = plugins.named.values()
    root = contract.root or project.root_of(Path(inspect.getfile(contract)))
    beside = Beside() if root is None else look_beside(root, plugins)
    try:
        answers = ask_all(plugin, beside, contract.outside, contract.patience)
    except PluginError as fault:
        pytest.fail(str(fault), pytrace=False)
    return Examined(plugins, plugin, root, beside, answers)


def _root(found: Examined) -> Path:
    if found.root is None:
        pytest.fail("no pyproject.toml in any folder above this test: say `root`", pytrace=False)
    return found.root


def _is_package(file: Path) -> bool:
    return file.name == "__init__.py"


def _none(faults: Iterable[str]) -> None:
    found = list(dict.fromkeys(faults))
    if found:
        more = [f"... and {len(found) - 10} more like these"] if len(found) > 10 else []
        pytest.fail("\n".join((*found[:10], *more)), pytrace=False)
