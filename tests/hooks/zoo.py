"""Plugins for tests: one that works, and many that do not, each in its own way."""

from types import SimpleNamespace
from typing import Any

from samenwerk import Answer, Message, Parameter, PluginFacts, PluginRule, Question, hookimpl


def rule(judge: Any, name: str = "small") -> PluginRule:
    """A rule with parameter `limit`."""
    limit = Parameter("limit", "whole_number")
    return PluginRule(name, {"nl": "klein", "en": "small"}, judge, (limit,), ("amount",))


def facts(collect: Any, *provides: str) -> PluginFacts:
    """A provider of `counted`, or of these."""
    return PluginFacts("counter", provides or ("counted",), collect)


def plugin(version: str = "1.0", **hooks: Any) -> Any:
    """A plugin that answers each of these hooks with this."""
    made = SimpleNamespace(__version__=version)
    for name, answer in hooks.items():
        setattr(made, name, marked(name, answer))
    return made


def marked(name: str, answer: Any) -> Any:
    """A hook that gives this, or raises it."""

    def hook() -> Any:
        if isinstance(answer, BaseException):
            raise answer
        return answer

    hook.__name__ = name
    return hookimpl(hook)


def small(question: Question) -> Answer:
    """Yes up to the limit, no above it, unknown without an amount."""
    amount, limit = question.fact("amount"), question.parameters["limit"]
    if not isinstance(amount, int) or not isinstance(limit, int):
        return Answer(1, Message("proef.none"), (Message("proef.record"),))
    told = {"amount": amount, "limit": limit}
    return Answer(2 if amount <= limit else 0, Message("proef.amount", told))


MESSAGES = {
    "nl": {"proef.none": "er is geen bedrag", "proef.record": "leg een bedrag vast",
           "proef.amount": "{amount} tegen {limit}"},
    "en": {"proef.none": "there is no amount", "proef.record": "record an amount",
           "proef.amount": "{amount} against {limit}"},
}  # fmt: skip


def count_parties(question: Question) -> dict[str, int]:
    """How many parties take part."""
    return {"counted": len(question.parties())}


def working(version: str = "1.0") -> Any:
    """A plugin whose rule and facts do what they should."""
    return plugin(version, rules=[rule(small)], facts=[facts(count_parties)], messages=MESSAGES)
