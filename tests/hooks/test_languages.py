"""What a plugin brings without words in one of the two languages."""

from typing import Any

import attrs
import pytest
from tests.hooks.zoo import MESSAGES, plugin, rule, small

from samenwerk import Parameter, Texts
from samenwerk.hooks.families import HOOKS
from samenwerk.hooks.gather import gather, source_of
from samenwerk.hooks.languages import lacking

BOTH = {"nl": "klein", "en": "small"}
TEXTS = Texts("what", "label", "why", "mend")


def brought(**hooks: Any) -> Any:
    """What a plugin brings by these hooks."""
    return gather([source_of(plugin("1", **hooks), "proef")], HOOKS).named["proef"]


def of(labels: dict[str, str], limit: dict[str, str]) -> Any:
    """A rule with these words for itself and for its parameter."""
    parameter = Parameter("limit", "whole_number", None, limit)
    return attrs.evolve(rule(small), labels=labels, parameters=(parameter,))


class Check:
    """A check with words in one language."""

    code = "PR001"
    TEXTS = {"PR001": {"en": TEXTS}}  # noqa: RUF012

    def check(self, reading: object) -> list[object]:
        """Nothing."""
        return []


@pytest.mark.parametrize(
    ("hooks", "expected"),
    [
        ({"rules": [of(BOTH, BOTH)], "messages": MESSAGES}, {}),
        ({"rules": [of({"nl": "klein", "en": " "}, BOTH)]}, {"en": ("rules small",)}),
        ({"rules": [of(BOTH, {"en": "limit"})]}, {"nl": ("rules small, parameter limit",)}),
        ({"rules": [of(BOTH, {})]}, {}),
        (
            {"messages": {"nl": {"proef.a": "a"}, "en": {"proef.b": "b"}}},
            {"nl": ("messages proef.b",), "en": ("messages proef.a",)},
        ),
        ({"checks": [Check()]}, {"nl": ("checks PR001",)}),
    ],
    ids=["both", "label", "parameter", "nothing", "sentence", "check"],
)
def test_what_has_no_words_is_named(
    hooks: dict[str, Any], expected: dict[str, tuple[str, ...]]
) -> None:
    """By the language that lacks; it is loaded all the same. What is called nothing in either is
    for the contract suite."""
    assert expected == lacking(brought(**hooks))
