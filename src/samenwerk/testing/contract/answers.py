"""What a plugin answers: asked twice, watched, and held against what its family may give.

The questions are real ones, of the stories beside it, and odd ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from samenwerk.hooks.plugins import Plugin
from samenwerk.hooks.values import Answer, Question
from samenwerk.testing.contract.beside import CALLS, Beside
from samenwerk.testing.contract.questions import odd_questions, watching
from samenwerk.testing.contract.watching import Seen, watched
from samenwerk.values.message import Message

MOST_REAL = 60
"""So many questions of the stories are asked again, of each rule and each provider of facts."""


@attrs.frozen(eq=False)
class Answered:
    """One question put to one member of a plugin, twice, and what was seen.

    `before` and `after` show what was given; `looked_at` are the facts it asked for.
    """

    hook: str
    name: str
    about: str
    first: Seen
    second: Seen
    before: str
    after: str
    looked_at: frozenset[str] = frozenset()

    @property
    def told(self) -> str:
        """Who was asked, and what."""
        return f"{self.hook} {self.name} ({self.about})"


Questions = Iterable[tuple[str, Question]]


def ask_all(
    plugin: Plugin, beside: Beside, outside: Iterable[str], patience: float
) -> tuple[Answered, ...]:
    """Put every question to everything that is asked questions, except what goes outside.

    An answer that takes more than `patience` seconds is broken off.
    """
    left_out = set(outside)
    found: list[Answered] = []
    for hook, questions in QUESTIONS.items():
        for one in plugin.all(hook):
            if one.name not in left_out:
                call = getattr(one, CALLS[hook])
                odd = questions(one, beside)
                found += _each(hook, one.name, call, odd, beside, patience)
    return tuple(found)


def _of_rule(rule: Any, beside: Beside) -> Questions:
    return odd_questions(rule.reads, beside.facts, rule.parameters)


def _of_facts(facts: Any, beside: Beside) -> Questions:
    return odd_questions((*beside.facts, *facts.provides), beside.facts)


QUESTIONS: Mapping[str, Callable[[Any, Beside], Questions]] = {
    "rules": _of_rule, "facts": _of_facts,
}  # fmt: skip
"""What odd questions each family is asked."""


def _each(
    hook: str, name: str, call: Callable[[Question], Any], questions: Questions, beside: Beside,
    patience: float,
) -> Iterator[Answered]:  # fmt: skip
    real = beside.asked.get((hook, name), [])[:MOST_REAL]
    told = [("as a story asks it", given[0]) for given, _ in real]
    for about, question in (*told, *questions):
        answered = _twice(hook, name, about, call, question, patience)
        yield answered
        if _gone(answered.first):  # one such answer says enough
            return


def _gone(seen: Seen) -> bool:
    """Whether it hung, or wanted to leave."""
    return seen.raised is not None and not isinstance(seen.raised, Exception)


def _twice(
    hook: str, name: str, about: str, call: Callable[[Question], Any], question: Question,
    patience: float,
) -> Answered:  # fmt: skip
    asked = watching(question)
    before = shown(asked)
    first = watched(lambda: call(asked), patience)
    second = first if _gone(first) else watched(lambda: call(asked), patience)
    return Answered(
        hook, name, about, first, second, before, shown(asked), frozenset(asked.looked_at)
    )


def shown(question: Question) -> str:
    """All that a question holds, as text: equal before and after, or it was changed."""
    parts = (question.case, question.collaboration, question.day, question.actor, question.party)
    return repr((*parts, sorted(question.parameters.items(), key=repr)))


def wrong_form(answered: Answered) -> str | None:
    """What is wrong with the form of an answer; None: nothing, or it raised."""
    answer = answered.first.answer
    if answered.hook == "rules":
        return _wrong_answer(answer)
    if answered.hook == "facts" and not isinstance(answer, Mapping):
        return f"gives {_type(answer)}; a mapping of facts to values is asked"
    return None


def _wrong_answer(answer: object) -> str | None:
    if not isinstance(answer, Answer):
        return f"gives {_type(answer)}; an Answer is asked"
    if type(answer.truth) is not int or answer.truth not in (0, 1, 2):
        return f"answers with truth {answer.truth!r}; 0 (no), 1 (not known) or 2 (yes) is asked"
    ways: object = answer.ways
    said = (answer.message, *ways) if isinstance(ways, tuple) else (answer.message, ways)
    for one in said:
        if not isinstance(one, Message | None):
            return f"says {_type(one)}; a Message is asked, and a tuple of them as ways"
    if answer.message is None and answer.truth < 2:
        return "says no or not known without a message: a person cannot see why"
    return None


def messages_of(answer: object) -> Iterator[Message]:
    """Every message in an answer, those inside messages too."""
    if isinstance(answer, Answer):
        for one in (answer.message, *answer.ways):
            if isinstance(one, Message):
                yield from _nested(one)


def _nested(message: Message) -> Iterator[Message]:
    yield message
    for value in message.params.values():
        for one in value if isinstance(value, tuple | list) else (value,):
            if isinstance(one, Message):
                yield from _nested(one)


def _type(what: object) -> str:
    return f"{type(what).__name__} {what!r:.60}"
