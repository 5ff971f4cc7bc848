"""Gathering: what fits comes in, what does not is named, and nothing else suffers from it."""

import sys
from types import SimpleNamespace
from typing import Any

import click
import pytest
from tests.hooks.zoo import MESSAGES, facts, marked, plugin, rule, small, working

from samenwerk import PluginError, PluginRank, Plugins, hookimpl
from samenwerk.definitions.checks import all_checks
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.hooks.families import HOOKS, RUNNING
from samenwerk.hooks.gather import Source, gather
from samenwerk.hooks.installed import own
from samenwerk.values.declared import PluginNeed


def what(raised: pytest.ExceptionInfo[PluginError]) -> tuple[object, ...]:
    """What is wrong, and with which plugin."""
    return raised.value.params["what"], raised.value.params["plugin"]


def source(name: str, made: Any, version: str = "1", distribution: str | None = None) -> Source:
    """A plugin as it would be found installed."""
    return Source(name, version, lambda: made, distribution)


def test_our_own_things_come_in_by_the_same_hooks() -> None:
    """samenwerk's leaves and checks are gathered like those of a plugin."""
    gathered = own((*RUNNING, "checks"))
    assert dict(KINDS) == dict(gathered.kinds)
    assert all_checks() == gathered.checks
    assert {} == gathered.named


def test_what_a_plugin_brings_is_frozen() -> None:
    """Everything stands in values that cannot be changed, by the names a workflow uses."""
    gathered = Plugins.of(proef=working("1.4"))
    assert ["proef.small"] == list(gathered.rules)
    assert {"proef": "1.4"} == gathered.versions
    sentences = tuple(MESSAGES["nl"])
    assert {"rules": ("small",), "facts": ("counted",), "messages": sentences} == (
        gathered.named["proef"].names
    )
    with pytest.raises(AttributeError):
        gathered.named["proef"].version = "2"  # type: ignore[misc]


def test_a_hook_that_does_not_exist_is_told_with_the_nearest() -> None:
    """All misspelt hooks are told at once, each with the one that comes closest."""
    with pytest.raises(PluginError) as raised:
        Plugins.of(proef=plugin(rulez=[], fact=[], rules=[]))
    assert ("hooks", "proef") == what(raised)
    assert ("fact (facts?)", "rulez (rules?)") == raised.value.params["hooks"]


def test_a_plugin_without_marks_is_told() -> None:
    """Who forgot `hookimpl` hears that nothing was brought."""
    with pytest.raises(PluginError) as raised:
        Plugins.of(proef=SimpleNamespace(rules=list))
    assert ("empty", "proef") == what(raised)


def test_a_hook_with_arguments_of_its_own_is_told() -> None:
    """A hook takes what its contract says and nothing else."""

    def rules(case: object) -> list[object]:
        return []

    with pytest.raises(PluginError) as raised:
        Plugins.of(proef=SimpleNamespace(rules=hookimpl(rules)))
    assert ("signature", "proef") == what(raised)


WRONG: list[tuple[str, object]] = [
    ("rules", None),
    ("rules", 3),
    ("rules", "small"),
    ("rules", {"small": small}),
    ("rules", [small]),
    ("rules", [rule("no function")]),
    ("rules", [rule(small, "with space")]),
    ("facts", [facts(None)]),
    ("facts", [SimpleNamespace(provides=("x",), collect=list)]),
    ("messages", ["nl"]),
    ("messages", {"nl": {"a": 3}}),
    ("messages", {"nl": "tekst"}),
    ("leaf_kinds", [object]),
    ("leaf_kinds", [3]),
]


@pytest.mark.parametrize(("hook", "answer"), WRONG)
def test_rubbish_is_refused(hook: str, answer: object) -> None:
    """Whatever a hook gives that it may not give is a fault that names plugin and hook."""
    with pytest.raises(PluginError) as raised:
        Plugins.of(proef=plugin(**{hook: answer}))
    assert ("answered", "proef") == what(raised)
    assert hook == raised.value.params["hook"]


@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize("fault", [ValueError("boem"), SystemExit(3), RecursionError(), OSError()])
def test_what_raises_is_left_out(hook: str, fault: BaseException) -> None:
    """A plugin that raises is left out with a fault; the others come in."""
    gathered = gather(
        [source("stuk", plugin(**{hook: fault})), source("proef", working())], HOOKS
    )
    assert ["proef"] == list(gathered.named)
    assert ["stuk"] == list(gathered.faults)
    told = gathered.faults["stuk"].params
    assert ("raised", hook) == (told["what"], told["hook"])


def test_a_plugin_that_cannot_be_imported_is_left_out() -> None:
    """Also what goes wrong at import is contained and named."""

    def load() -> object:
        raise SyntaxError("no python")

    gathered = gather([Source("stuk", "1", load), source("proef", working())])
    assert ["proef"] == list(gathered.named)
    assert "import" == gathered.faults["stuk"].params["what"]


def test_an_interrupt_is_not_swallowed() -> None:
    """Who stops the program is obeyed."""
    with pytest.raises(KeyboardInterrupt):
        Plugins.of(proef=plugin(rules=KeyboardInterrupt()))


def test_two_plugins_of_one_name() -> None:
    """Two packages that call their plugin the same are both named, and neither is used."""
    gathered = gather([
        source("proef", working(), distribution="samenwerk-proef"),
        source("ander", plugin(rules=[])),
        source("proef", working(), distribution="anders-proef"),
        source("proef", working(), distribution="derde-proef"),
    ])  # fmt: skip
    assert ["ander"] == list(gathered.named)
    params = gathered.faults["proef"].params
    assert ("samenwerk-proef", "anders-proef") == (params["first"], params["second"])


@pytest.mark.parametrize(
    ("hook", "answer"),
    [
        ("facts", [facts(dict)]),
        ("messages", {"nl": {"gedeeld.zin": "een"}}),
        ("cli_commands", [click.Command("doe")]),
        ("checks", [SimpleNamespace(code="XX001", TEXTS={}, check=list)]),
    ],
)
def test_two_plugins_that_bring_the_same_name(hook: str, answer: object) -> None:
    """The same fact, sentence, command or check from two plugins is a fault of both."""
    found = gather([source(one, plugin(**{hook: answer})) for one in ("een", "twee")], HOOKS)
    assert {} == found.named
    assert {"een", "twee"} == set(found.faults)
    assert ("clash", "een", "twee", hook) == tuple(
        found.faults["een"].params[one] for one in ("what", "other", "plugin", "hook")
    )


def test_a_fact_that_is_told_and_ranked_by() -> None:
    """The names of ranks are facts: two plugins cannot both tell one, nor can one twice."""
    rank = PluginRank("counted", {"nl": "aantal"}, lambda question: 1)
    one, two = plugin(facts=[facts(dict)]), plugin(ranks=[rank])
    for order in ((("een", one), ("twee", two)), (("een", two), ("twee", one))):
        found = gather([source(*each) for each in order], HOOKS)
        assert {} == found.named
        assert ("clash", "een", "twee", "counted") == tuple(
            found.faults["twee"].params[one] for one in ("what", "other", "plugin", "name")
        )
    with pytest.raises(PluginError) as raised:
        Plugins.of(proef=plugin(facts=[facts(dict)], ranks=[rank]))
    assert ("twice", "proef") == what(raised)


def test_a_plugin_that_takes_a_name_of_ours() -> None:
    """What is samenwerk's own stays; the plugin that takes its name is left out."""
    taken = plugin(leaf_kinds=[KINDS["fact"]])
    gathered = gather([source("proef", taken)])
    assert dict(KINDS) == dict(gathered.kinds)
    assert "clash" == gathered.faults["proef"].params["what"]


def test_a_name_twice_in_one_plugin() -> None:
    """A plugin cannot bring the same rule twice."""
    with pytest.raises(PluginError) as raised:
        Plugins.of(proef=plugin(rules=[rule(small), rule(small)]))
    assert ("twice", "proef") == what(raised)


def test_rules_of_two_plugins_may_have_one_name() -> None:
    """A rule has the name of its plugin before it, so that it never clashes."""
    both = Plugins.of(een=plugin(rules=[rule(small)]), twee=plugin(rules=[rule(small)]))
    assert {"een.small", "twee.small"} == set(both.rules)


def test_a_new_leaf_kind_comes_in() -> None:
    """A class that keeps the leaf protocol is a new first word for conditions."""

    class Known(KINDS["known"]):  # type: ignore[misc, name-defined]
        word = "surely_known"

    gathered = Plugins.of(proef=plugin(leaf_kinds=[Known]))
    assert Known is gathered.kinds["surely_known"]


@pytest.mark.parametrize(
    ("versions", "found", "fault"),
    [
        (">=1,<2", "1.4", None),
        ("", "0", None),
        ("==1.4", "1.4.0", None),
        (">=2", "1.4", "version"),
        ("<1.4", "1.4", "version"),
    ],
)
def test_only_what_is_named_and_fits_is_chosen(
    versions: str, found: str, fault: str | None
) -> None:
    """A workflow gets the plugins it names, in versions it accepts, and no others."""
    gathered = Plugins.of(proef=working(found), ander=plugin(rules=[]))
    chosen = gathered.chosen([PluginNeed(name="proef", versions=versions)])
    assert ([] if fault else ["proef"]) == list(chosen.named)
    assert fault == (chosen.faults["proef"].params["what"] if fault else None)
    missing = gathered.chosen([PluginNeed(name="weg", versions="")])
    assert "missing" == missing.faults["weg"].params["what"]
    with pytest.raises(PluginError):
        missing.check()


def test_a_module_is_named_after_itself() -> None:
    """The plugin in module `samenwerk_iets` is called `iets`."""
    module = type(sys)("samenwerk_iets")
    module.rules = marked("rules", [])  # type: ignore[attr-defined]
    assert ["iets"] == list(Plugins.of(module).named)


def test_a_check_that_goes_wrong_is_named() -> None:
    """A plugin's check that raises or finds rubbish stops reading, with the plugin's name."""

    def boom(reading: object) -> list[object]:
        raise ValueError("boem")

    for check in (boom, lambda reading: ["x"]):
        made = SimpleNamespace(code="XX001", TEXTS={}, check=check)
        gathered = gather([source("proef", plugin(checks=[made]))], HOOKS)
        with pytest.raises(PluginError) as raised:
            list(gathered.checks[-1].check(None))  # type: ignore[arg-type]
        assert "proef" == raised.value.params["plugin"]


@pytest.mark.parametrize(
    ("declared", "required", "found"),
    [
        (None, None, None),
        (">=0.1,<1", None, None),
        (">=0.1,<1", ">=99", None),
        (None, ">=0.1", None),
        (">=99", None, "unfit"),
        (None, "<0.1", "unfit"),
        ("latest", None, "answered"),
        (3, None, "answered"),
    ],
)
def test_a_plugin_says_for_which_versions_it_is_made(
    declared: object, required: str | None, found: str | None
) -> None:
    """It says so itself or its package does; one that does not fit is left out and named."""
    made = working()
    if declared is not None:
        made.__samenwerk__ = declared
    gathered = gather([Source("proef", "1.5", lambda: made, required=lambda: required)])
    fault = gathered.faults.get("proef")
    assert found == (None if fault is None else fault.params["what"])
    if found == "unfit":
        assert f"plugin proef 1.5 is made for samenwerk {declared or required}" in str(fault)
