"""What a plugin gives that does not fit is told by the field in which it stands."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.hooks.zoo import plugin

from samenwerk import Answer, Parameter, PluginError, PluginRule, Plugins, Question, render

LABELS = {"nl": "klein", "en": "small"}


def judge(question: Question) -> Answer:
    """Yes."""
    return Answer(2)


def rule(**other: Any) -> PluginRule:
    """A rule that fits, but for what is given."""
    return PluginRule(**{"name": "small", "labels": LABELS, "judge": judge, **other})


@pytest.mark.parametrize(
    ("make", "given", "field"),
    [
        (lambda: rule(name="Bad Name"), "'Bad Name'", "PluginRule.name: "),
        (lambda: rule(labels="small"), "'small'", "PluginRule.labels: Mapping[str, str]"),
        (lambda: rule(judge="judge"), "'judge'", "PluginRule.judge: Callable["),
        (lambda: rule(reads=["amount"]), "['amount']", "PluginRule.reads: tuple[str, ...]"),
        (lambda: rule(parameters=[]), "list []", "PluginRule.parameters: tuple[Parameter, ...]"),
        (lambda: rule(parameters=(Parameter("limit", "number"),)), "'number'", "whole_number"),
    ],
)
def test_the_field_that_does_not_fit_is_named(
    make: Callable[[], PluginRule], given: str, field: str
) -> None:
    """With what stands there and what belongs there, in both languages."""
    with pytest.raises(PluginError) as told:
        Plugins.of(proef=plugin("1", rules=[make()]))
    for said in (str(told.value), render(told.value, "nl"), render(told.value, "en")):
        assert given in said
        assert field in said


def test_what_is_no_rule_at_all_is_shown_itself() -> None:
    """Then there is no field to blame."""
    with pytest.raises(PluginError) as told:
        Plugins.of(proef=plugin("1", rules=[judge]))
    assert ("answered", "PluginRule") == (told.value.params["what"], told.value.params["wanted"])
    assert str(told.value.params["answer"]).startswith("function <function judge")


def test_the_name_of_a_type_is_told_once() -> None:
    """An answer that shows its own type needs no other word for it."""
    with pytest.raises(PluginError) as told:
        Plugins.of(proef=plugin("1", rules=rule()))
    assert str(told.value.params["answer"]).startswith("PluginRule(name='small'")
