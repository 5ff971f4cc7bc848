"""A plugin that keeps its promises, with what lies beside it, and the suite that looks at it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.hooks.zoo import MESSAGES, count_parties, facts, plugin, rule, small

from samenwerk import Parameter, Question
from samenwerk.testing.building import building
from samenwerk.testing.plugin import PluginContract

LIMIT = Parameter("limit", "whole_number", None, {"nl": "grens", "en": "limit"})
SMALL = attrs.evolve(rule(small), parameters=(LIMIT,))
COUNTER = attrs.evolve(facts(count_parties), labels={"nl": "teller", "en": "counter"})
STORIES = """
[scenario.much]
nl = "Te veel"
en = "Too much"
story = [
  {on=2027-02-01, who="noord", does="talk.begin", case="t"},
  {on=2027-02-02, who="noord", records="amount", is=500, case="t"},
  {on=2027-02-03, who="noord", does="talk.hold", case="t"},
  {verdict="not_yet", because="affordable"},
]

[scenario.little]
nl = "Niet te veel"
en = "Not too much"
after = "much"
story = [
  {on=2027-02-04, who="noord", records="amount", is=50, case="t"},
  {on=2027-02-05, who="noord", does="talk.hold", case="t"},
  {state="held"},
]
"""
REGISTER = """
[register.party]
noord = { sort = "provider", nl = "Noord", en = "North" }

[register]
holds = [{ role = "chair", who = "noord" }]
"""
WORKFLOW = (
    building("small", "proef>=1")
    .lifecycle("talk", "open", "held")
    .fact("amount", "whole_number")
    .fact("counted", "whole_number", by=())
    .rule("affordable", "proef.small", with_={"limit": 100})
    .step("hold", "open", "held", needs=["affordable"])
)


def good(**instead: Any) -> Any:
    """The plugin that keeps its promises, or one that gives something else by these hooks."""
    hooks = {"rules": [SMALL], "facts": [COUNTER], "messages": MESSAGES, **instead}
    return plugin("1.0", **hooks)


def judging(judge: Callable[[Question], Any]) -> Any:
    """The plugin with another rule."""
    return good(rules=[attrs.evolve(SMALL, judge=judge)])


def collecting(collect: Callable[[Question], Any]) -> Any:
    """The plugin that tells something else."""
    return good(facts=[attrs.evolve(COUNTER, collect=collect)])


def contract(made: Any, root: Path | None, **more: Any) -> type[PluginContract]:
    """The suite of a plugin called `proef`."""
    told = {"plugin": made, "name": "proef", "root": root, **more}
    return type("Suite", (PluginContract,), told)


def failing(suite: type[PluginContract], test: str) -> str:
    """What the suite says at one test, which must fail."""
    with pytest.raises(pytest.fail.Exception) as fault:
        getattr(suite(), f"test_{test}")()
    return str(fault.value)


ON_DISK = ("the_package_says_what_it_is", "the_readme_tells_of_everything")
LABELS = {"nl": "klein", "en": "small"}


def brought(home: Path, test: str, **hooks: Any) -> str:
    """What the suite says of a plugin that brings this too."""
    return failing(contract(good(**hooks), home), test)


FORM = "its_answers_have_the_form_that_is_asked"
