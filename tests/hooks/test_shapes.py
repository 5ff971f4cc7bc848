"""What a plugin gives that does not fit is told by the field in which it stands."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from tests.hooks.zoo import plugin

from samenwerk import (
    Answer,
    Parameter,
    Part,
    PluginAccount,
    PluginEffect,
    PluginError,
    PluginExport,
    PluginFacts,
    PluginMethod,
    PluginReport,
    PluginRule,
    Plugins,
    Question,
    render,
)
from samenwerk.core.leaves.document import Document
from samenwerk.hooks.families import HOOKS
from samenwerk.hooks.gather import gather, source_of

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


def limit(**other: Any) -> PluginRule:
    """A rule with a parameter that fits, but for what is given."""
    return rule(parameters=(Parameter(**{"name": "most", "type": "share", **other}),))


def word(**other: Any) -> Any:
    """A word like `document`, but for what is given."""
    return type("Paper", (Document,), {"word": "paper", **other})


class Odd:
    """A check, but for its texts."""

    code = "PR001"
    TEXTS: Any = {"PR001": {"nl": "fout"}}  # noqa: RUF012

    def check(self, reading: object) -> list[object]:
        """Nothing."""
        return []


@pytest.mark.parametrize(
    ("hook", "make", "given", "field"),
    [
        ("rules", lambda: limit(default="1/2"), "'1/2'", "Parameter.default of most, of type"),
        ("rules", lambda: limit(type="money", default=0.5), "0.5", "Parameter.default of most"),
        ("rules", lambda: limit(type="whole_number", default=True), "True", "Parameter.default"),
        ("rules", lambda: limit(type="date", default=datetime(2027, 1, 1)), "datetime", "type d"),
        ("rules", lambda: limit(name="the most"), "'the most'", "Parameter.name"),
        ("rules", lambda: limit(labels="most"), "'most'", "Parameter.labels"),
        ("rules", lambda: rule(parameters=limit().parameters * 2), "'most'", "one Parameter of"),
        ("facts", lambda: PluginFacts(None, ("a",), dict), "None", "PluginFacts.name"),  # type: ignore[arg-type]
        ("facts", lambda: PluginFacts("a", ("a",), dict, "a"), "str 'a'", "PluginFacts.labels"),  # type: ignore[arg-type]
        ("methods", lambda: PluginMethod("a", LABELS, None), "None", "PluginMethod.decide: Call"),
        ("methods", lambda: PluginMethod("a", LABELS, any, takes=("share",)),  # type: ignore[arg-type]
         "('share',)", "PluginMethod.takes: of weight, looks_at"),
        ("effects", lambda: PluginEffect("a", LABELS, any, any, (), limit(default=1).parameters),  # type: ignore[arg-type]
         "int 1", "PluginEffect.gives: Parameter.default"),
        ("reports", lambda: PluginReport("a", LABELS, ("word",), any), "('word',)",  # type: ignore[arg-type]
         "PluginReport.formats: tuple[str, ...] of text, markdown, html, pdf, docx"),
        ("exports", lambda: PluginExport("a", LABELS, ".csv", any), "'.csv'",  # type: ignore[arg-type]
         "PluginExport.extension: letters and digits, without the point"),
        ("parts", lambda: Part("a", LABELS, {}), "{}", "Part.texts: Mapping[str, str] with one"),
        ("accounts", lambda: PluginAccount("a", LABELS, list, {"nl": "kas"}), "'kas'",  # type: ignore[dict-item]
         "PluginAccount.words: "),
        ("leaf_kinds", lambda: word(word="on paper"), "'on paper'", "Paper.word: a name"),
        ("checks", Odd, "'fout'", "TEXTS['PR001']['nl']: Texts"),
    ],
)  # fmt: skip
def test_a_field_of_each_family_is_named(
    hook: str, make: Callable[[], Any], given: str, field: str
) -> None:
    """Also where only the family knows what belongs there; and the plugin is left out."""
    fault = gather([source_of(plugin("1", **{hook: [make()]}), "proef")], HOOKS).faults["proef"]
    for said in (str(fault), render(fault, "nl"), render(fault, "en")):
        assert given in said
        assert field in said


@pytest.mark.parametrize(
    ("answer", "given", "field"),
    [
        ({"nl": {"proef.a": 5}}, "int 5", "nl, proef.a: str"),
        ({"proef.a": "x"}, "str 'x'", "proef.a: Mapping[str, str]"),
        ([], "list []", "Mapping[str, Mapping[str, str]]"),
    ],
)
def test_a_sentence_that_is_none_is_named(answer: Any, given: str, field: str) -> None:
    """By its language and its id, not as the whole table."""
    with pytest.raises(PluginError) as told:
        Plugins.of(proef=plugin("1", messages=answer))
    assert (given, field) == (told.value.params["answer"], told.value.params["wanted"])


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
