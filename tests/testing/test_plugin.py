"""The contract suite of plugins: it accepts a good one, and says of each bad one what is wrong.

Every plugin here but the first breaks one promise; the test that looks at it must fail, with a
sentence that says where. What is promised of one family, of what lies beside a plugin and of its
package is in the files beside this one.
"""

import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.hooks.zoo import MESSAGES, plugin, rule, small
from tests.testing.contracts import ON_DISK, SMALL, collecting, contract, failing, good, judging

from samenwerk import Answer, Message, Question
from samenwerk.testing.plugin import PluginContract


def test_a_good_plugin_keeps_every_promise(home: Path) -> None:
    """Apart from those of its package, of which it has none."""
    suite = contract(good(), home)
    for name in vars(PluginContract):
        if name.startswith("test_") and name[5:] not in ON_DISK:
            more = (home,) if "effect" in name else ()
            getattr(suite(), name)(*more)


_asked: list[int] = []


def forgetful(question: Question) -> Answer:
    """Another answer each time."""
    _asked.append(1)
    return Answer(2, Message("proef.amount", {"amount": len(_asked), "limit": 1}))


def meddling(question: Question) -> Answer:
    """Changes the case it is given."""
    changed = question.case.facts.set("amount", question.case.facts.get("amount"))
    object.__setattr__(question, "case", question.case.changed(facts=changed.delete("amount")))
    return small(question)


def looking(function: Callable[[], object]) -> Callable[[Question], Answer]:
    """A rule that looks at something else than its question."""

    def judge(question: Question) -> Answer:
        function()
        return small(question)

    return judge


def raising(question: Question) -> Answer:
    """Does not expect that there is no amount."""
    return Answer(2 if question.fact("amount") <= 100 else 0)  # type: ignore[operator]


def leaving(question: Question) -> Answer:
    """Ends the process."""
    sys.exit(3)


def curious(question: Question) -> Answer:
    """Looks at a fact that it does not tell of."""
    question.fact("counted")
    return small(question)


def said(id: str, **params: object) -> Callable[[Question], Answer]:
    """A rule that says no, in these words."""
    return lambda question: Answer(0, Message(id, params))


def _read_file() -> object:
    return Path(__file__).read_text(encoding="utf-8")


_NO_ENGLISH = {"nl": MESSAGES["nl"], "en": {k: v for k, v in MESSAGES["en"].items() if "way" in k}}
_OTHER_HOLES = {**MESSAGES, "en": {**MESSAGES["en"], "proef.amount": "{amount} against {bound}"}}
_BRACE = {lang: {**table, "proef.none": "no {amount yet"} for lang, table in MESSAGES.items()}
_STRANGE = {lang: {**table, "other.id": "x"} for lang, table in MESSAGES.items()}
BAD: dict[str, tuple[Any, str, str]] = {
    "raises when gathered": (good(rules=ValueError("oh")), "it_can_be_gathered", "oh"),
    "another hook": (plugin(rulez=[]), "it_can_be_gathered", r"rulez \(rules\?\)"),
    "no label": (
        good(rules=[attrs.evolve(SMALL, labels={"nl": "klein"})]),
        "everything_has_a_name_for_people", "rules small has no name for people in en",
    ),
    "no label of a parameter": (
        good(rules=[rule(small)]), "everything_has_a_name_for_people",
        "rules small, parameter limit has no name for people in nl",
    ),
    "one language": (
        good(messages=_NO_ENGLISH), "every_sentence_is_there_in_both_languages",
        "message proef.amount has no sentence in en",
    ),
    "other holes": (
        good(messages=_OTHER_HOLES), "every_sentence_is_there_in_both_languages",
        r"other holes in nl \(amount, limit\) than in en \(amount, bound\)",
    ),
    "a brace that fills nothing": (
        good(messages=_BRACE), "every_sentence_is_there_in_both_languages",
        "message proef.none has a brace in nl that fills nothing: write {{ or }}",
    ),
    "a name of somebody else": (
        good(messages=_STRANGE), "every_sentence_is_there_in_both_languages",
        r"message other.id does not begin with proef\.",
    ),
    "no sentence": (
        judging(said("proef.unknown")), "every_sentence_that_is_said_is_there",
        "rules small says proef.unknown, and there is no sentence for it in nl",
    ),
    "money as a float": (
        judging(said("proef.amount", amount=0.5, limit=1)), "every_sentence_that_is_said_is_there",
        "rules small says proef.amount with amount = 0.5, a float: give a Decimal or an int",
    ),
    "empty hole": (
        judging(said("proef.amount", amount=1)), "every_sentence_that_is_said_is_there",
        "nothing fills {limit} in en",
    ),
    "raises": (
        judging(raising), "it_answers_whatever_it_is_asked",
        r"rules small \(nothing recorded, 0 parties\) raises TypeError",
    ),
    "leaves": (judging(leaving), "it_answers_whatever_it_is_asked", "raises SystemExit: 3"),
    "no answer": (
        judging(lambda question: True), "its_answers_have_the_form_that_is_asked",
        "gives bool True; an Answer is asked",
    ),
    "no truth": (
        judging(lambda question: Answer(3)), "its_answers_have_the_form_that_is_asked",
        "answers with truth 3; ",
    ),
    "no reason": (
        judging(lambda question: Answer(0)), "its_answers_have_the_form_that_is_asked",
        "without a message: a person cannot see why",
    ),
    "no mapping": (
        collecting(lambda question: 3), "its_answers_have_the_form_that_is_asked",
        "facts counter .* gives int 3; a mapping of facts to values is asked",
    ),
    "a fact of another type": (
        collecting(lambda question: {"counted": "three"}),
        "its_answers_have_the_form_that_is_asked",
        "gives 'three' for counted, which is of type whole_number",
    ),
    "a fact per party that is not": (
        collecting(lambda question: {"counted": {"noord": 1}}),
        "its_answers_have_the_form_that_is_asked", "one value is asked",
    ),
    "another fact": (
        collecting(lambda question: {"amount": 1}), "its_answers_have_the_form_that_is_asked",
        "tells amount, and provides only counted",
    ),
    "remembers": (judging(forgetful), "the_same_question_has_the_same_answer", "and then Answer"),
    "meddles": (
        judging(meddling), "it_changes_nothing_that_it_is_given", "changes what it is given",
    ),
    "prints": (
        judging(looking(lambda: print("hello"))), "it_prints_nothing", "prints: hello",
    ),
    "the clock": (
        judging(looking(date.today)), "it_looks_at_nothing_but_its_question",
        r"rules small looks at the clock \(date.today\)",
    ),
    "the time": (
        judging(looking(time.time)), "it_looks_at_nothing_but_its_question", r"time\.time",
    ),
    "chance": (
        judging(looking(random.random)), "it_looks_at_nothing_but_its_question", "chance",
    ),
    "the environment": (
        judging(looking(lambda: sys.modules["os"].environ["PATH"])),
        "it_looks_at_nothing_but_its_question", "the environment",
    ),
    "a file": (
        judging(looking(_read_file)), "it_looks_at_nothing_but_its_question", "open .*test_plugin",
    ),
    "reads more": (
        judging(curious), "it_reads_what_it_says_that_it_reads",
        "rules small asks for fact counted, and its reads do not say so",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_plugin_hears_what_is_wrong(name: str, home: Path) -> None:
    """The test of that promise fails, with a sentence that says where and what."""
    made, test, sentence = BAD[name]
    with pytest.raises(pytest.fail.Exception, match=sentence):
        getattr(contract(made, home)(), f"test_{test}")()


def test_who_is_slow_is_told_how_slow(home: Path) -> None:
    """And how long is allowed, which the author may change."""
    suite = contract(good(), home, seconds=-1.0)
    assert "s, allowed is -1" in failing(suite, "it_is_quick")


def test_who_hangs_is_stopped(home: Path) -> None:
    """The suite ends all the same, and says who did not."""

    def hanging(question: Question) -> Answer:
        while question:
            pass
        return small(question)

    (home / "workflow" / "scenarios.toml").unlink()
    suite = contract(judging(hanging), home, patience=0.2)
    found = failing(suite, "it_answers_whatever_it_is_asked")
    assert "raises Endless: no answer within 0.2 seconds" in found


def test_what_goes_outside_is_left_to_its_author(home: Path) -> None:
    """A provider of facts that is named is not asked by the suite, beyond the stories."""
    made = collecting(lambda question: {"counted": len(_read_file())})  # type: ignore[arg-type]
    assert "facts counter looks at open" in failing(
        contract(made, home), "it_looks_at_nothing_but_its_question"
    )
    contract(made, home, outside=("counter",))().test_it_looks_at_nothing_but_its_question()
