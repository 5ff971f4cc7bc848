"""The contract suite of plugins: it accepts a good one, and says of each bad one what is wrong.

Every plugin here but the first breaks one promise; the test that looks at it must fail, with a
sentence that says where.
"""

import importlib
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest
from tests.hooks.zoo import MESSAGES, count_parties, facts, plugin, rule, small

from samenwerk import (
    Answer,
    Delivered,
    DueItem,
    Entry,
    Message,
    Parameter,
    Part,
    Payment,
    PluginAccount,
    PluginCalendar,
    PluginDue,
    PluginEffect,
    PluginExport,
    PluginFacts,
    PluginMethod,
    PluginPayments,
    PluginRank,
    PluginReport,
    PluginRule,
    Question,
    Sending,
)
from samenwerk.core.leaves.document import Document
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


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a workflow that needs plugin `proef`, a register and stories."""
    (tmp_path / "workflow").mkdir()
    WORKFLOW.write(tmp_path / "workflow")
    (tmp_path / "workflow" / "register.toml").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "workflow" / "scenarios.toml").write_text(STORIES, encoding="utf-8")
    return tmp_path


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


_LABELS = {"nl": "klein", "en": "small"}
_NO_ENGLISH = {"nl": MESSAGES["nl"], "en": {k: v for k, v in MESSAGES["en"].items() if "way" in k}}
_OTHER_HOLES = {**MESSAGES, "en": {**MESSAGES["en"], "proef.amount": "{amount} against {bound}"}}
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
    "a name of somebody else": (
        good(messages=_STRANGE), "every_sentence_is_there_in_both_languages",
        r"message other.id does not begin with proef\.",
    ),
    "no sentence": (
        judging(said("proef.unknown")), "every_sentence_that_is_said_is_there",
        "rules small says proef.unknown, and there is no sentence for it in nl",
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


def test_stories_that_leave_something_untold(home: Path) -> None:
    """A rule that nobody asks, one that always says yes, a fact that nobody is told."""
    other = PluginRule("other", _LABELS, lambda question: Answer(2))
    made = good(rules=[SMALL, other], facts=[COUNTER, PluginFacts("none", ("more",), dict)])
    text = STORIES.replace("is=500", "is=5").replace('{verdict="not_yet", because="affordable"},',
                                                     '{verdict="allowed"},')  # fmt: skip
    text = text.partition("[scenario.little]")[0]
    (home / "workflow" / "scenarios.toml").write_text(text, "utf-8")
    assert [
        "every story sees rule small say yes: tell one in which it does not",
        "no story asks rule other",
        "no story is told fact more",
    ] == failing(contract(made, home), "the_stories_beside_it_tell_of_everything").splitlines()


def test_a_workflow_that_is_not_right(home: Path) -> None:
    """A fault is told with its place, a story that goes otherwise with its line."""
    wrong = WORKFLOW.step("odd", "opne", "held")
    wrong.write(home / "workflow")
    found = failing(contract(good(), home), "the_workflow_beside_it_is_right")
    assert "workflow/workflow.toml:" in found
    WORKFLOW.write(home / "workflow")
    (home / "workflow" / "scenarios.toml").write_text(STORIES.replace("is=50,", "is=150,"), "utf-8")
    found = failing(contract(good(), home), "the_stories_beside_it_go_as_they_say")
    assert "story little, line 18: expected verdict allowed, got not_yet" in found.splitlines()


def test_without_a_workflow_there_is_nothing_to_see(tmp_path: Path) -> None:
    """A plugin comes with a workflow that needs it, and stories."""
    suite = contract(good(), tmp_path)
    assert "no workflow lies beside it" in failing(suite, "the_workflow_beside_it_is_right")
    assert "no story lies beside it" in failing(suite, "the_stories_beside_it_go_as_they_say")


def brought(home: Path, test: str, **hooks: Any) -> str:
    """What the suite says of a plugin that brings this too."""
    return failing(contract(good(**hooks), home), test)


def item(**changes: Any) -> DueItem:
    """A day that a plugin knows of."""
    told = {"day": date(2027, 3, 1), "what": Message("proef.none"), "who": (), "key": "a"}
    return DueItem(**{**told, **changes})


FORM = "its_answers_have_the_form_that_is_asked"


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ([item(), item()], "one item with the key a is asked"),
        ([item(who=("nobody",))], "a party of the register, not nobody is asked"),
        ([item(day=3)], "a DueItem whose day is a date is asked"),
        (3, "gives int 3; a list of DueItem is asked"),
    ],
    ids=["twice", "nobody", "no day", "no list"],
)
def test_days_that_are_no_days(items: Any, sentence: str, home: Path) -> None:
    """What a plugin knows of is told as the family asks, in every case and in odd ones."""
    due = PluginDue("days", _LABELS, lambda question: items)
    assert sentence in brought(home, FORM, due_items=[due])
    right = PluginDue("days", _LABELS, lambda question: [item()])
    suite = contract(good(due_items=[right]), home)()
    suite.test_its_answers_have_the_form_that_is_asked()
    asked = [one.about for one in suite.examined().answers if one.hook == "due_items"]
    assert "case t at the end of story much" in asked


def test_what_is_said_of_a_day_is_looked_at_too(home: Path) -> None:
    """Its sentence must be there."""
    due = PluginDue("days", _LABELS, lambda question: [item(what=Message("proef.gone"))])
    assert "due_items days says proef.gone, and there is no sentence for it in nl" in brought(
        home, "every_sentence_that_is_said_is_there", due_items=[due]
    )


def test_a_report_is_made_of_every_story(home: Path) -> None:
    """And of a collaboration in which nothing happened yet, in each language and format."""
    empty = PluginReport("page", _LABELS, ("text",), lambda whole, lang, format: "")
    assert "reports page (before anything happened, in nl, as text) gives str ''" in brought(
        home, FORM, reports=[empty]
    )
    broken = attrs.evolve(empty, render=lambda whole, lang, format: str(whole.cases[0]))
    assert "before anything happened, in nl, as text) raises IndexError" in brought(
        home, "it_answers_whatever_it_is_asked", reports=[broken]
    )
    timed = PluginExport("file", _LABELS, "txt", lambda whole: str(time.time()).encode())
    assert "exports file looks at the clock (time.time)" in brought(
        home, "it_looks_at_nothing_but_its_question", exports=[timed]
    )
    assert "exports file (at the end of story much) gives str 'x'; bytes is asked" in brought(
        home, FORM, exports=[attrs.evolve(timed, export=lambda whole: "x")]
    )


def test_a_method_is_asked_of_odd_votes(home: Path) -> None:
    """Nobody who decides, weights that are not known; and a story must see it."""
    method = PluginMethod(
        "all", _LABELS, lambda vote: Answer(2 if vote.voters[0].side == "for" else 0)
    )
    assert "methods all (nobody decides, open) raises IndexError" in brought(
        home, "it_answers_whatever_it_is_asked", methods=[method]
    )
    assert "no story asks method all" in brought(
        home, "the_stories_beside_it_tell_of_everything", methods=[method]
    )


def test_a_calendar_gives_days_of_the_year(home: Path) -> None:
    """That it was asked for, each with what day it is."""
    calendar = PluginCalendar("feasts", _LABELS, lambda year, given: {date(2027, 1, 1): "New Year"})
    assert "calendars feasts (year 2000) gives datetime.date(2027, 1, 1)" in brought(
        home, FORM, calendars=[calendar]
    )


def test_money_that_is_none(home: Path) -> None:
    """A rank of another type than its fact, a payment of nothing, entries that do not balance."""
    what = Message("proef.none")
    rank = PluginRank("amount", _LABELS, lambda question: True)
    paid = Payment(date(2027, 3, 1), Decimal(0), "noord", "zuid", what, "a")
    payments = PluginPayments("due", _LABELS, lambda question: [paid], ("talk",))
    entry = Entry(date(2027, 3, 1), "purse", Decimal(5), what, what)
    account = PluginAccount("purse", _LABELS, lambda ledger: [entry])
    assert "gives True for amount, which is of type whole_number" in brought(
        home, FORM, ranks=[rank]
    )
    found = brought(home, FORM, payments=[payments], accounts=[account])
    assert "payments due (case t at the end of story much) gives what may not be" in found
    assert "accounts purse (before anything happened) gives what may not be" in found


def test_a_part_or_an_effect_that_nothing_uses(home: Path) -> None:
    """A workflow beside the plugin shows what each is for."""
    part = Part("piece", _LABELS, {"piece.toml": "[fact]"})
    effect = PluginEffect("letter", _LABELS, lambda sending: Delivered(), lambda sending: None)
    assert [
        "no workflow beside it uses part piece", "no workflow beside it uses effect letter",
    ] == brought(home, "the_stories_beside_it_tell_of_everything", parts=[part],
                 effects=[effect]).splitlines()  # fmt: skip


def kind(word: str, **sentences: str) -> Any:
    """A word like `document`, with sentences of its own."""
    wording = {lang: {**table, **sentences} for lang, table in Document.WORDING.items()}
    return type("Paper", (Document,), {"word": word, "WORDING": wording})


def test_a_word_that_nothing_uses(home: Path) -> None:
    """Nor one that says its sentences under the name of another."""
    told = brought(home, "the_stories_beside_it_tell_of_everything", leaf_kinds=[kind("paper")])
    assert "no workflow beside it uses word paper" == told
    made = good(leaf_kinds=[kind("paper", odd="?")])
    assert "message odd does not begin with proef., and is not one of samenwerk" == failing(
        contract(made, home), "every_sentence_is_there_in_both_languages"
    )


class Post:
    """Letters by their keys, with one thing wrong."""

    def __init__(self, wrong: str) -> None:
        self.wrong, self.sent = wrong, list[str]()

    def deliver(self, sending: Sending) -> Any:
        """Send it, once more when that is what is wrong."""
        if sending.key not in self.sent or self.wrong == "again":
            self.sent.append(sending.key)
        if self.wrong == "raises":
            raise OSError("no post")
        return Delivered({"number": len(self.sent)} if self.wrong != "odd" else {"size": 1})

    def look_up(self, sending: Sending) -> Any:
        """Whether it was sent."""
        if sending.key in self.sent and self.wrong != "forgets":
            return Delivered({"number": len(self.sent)})
        return Delivered() if self.wrong == "knows" else None


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("", ""),
        ("again", "a second attempt with the same key gives"),
        ("forgets", "does not know it after it was delivered: it would be sent twice"),
        ("knows", "look_up knows a key that was never delivered"),
        ("raises", "effects letter: plugin proef"),
        ("odd", "asked is one of number"),
    ],
    ids=["right", "again", "forgets", "knows", "raises", "odd"],
)
def test_an_effect_comes_about_once(
    wrong: str, sentence: str, home: Path, tmp_path: Path
) -> None:
    """For a key, however often it is asked."""
    post = Post(wrong)
    number = Parameter("number", "whole_number", 0, _LABELS)
    effect = PluginEffect("letter", _LABELS, post.deliver, post.look_up, (), (number,))
    sending = Sending("abc", "letter", "region", "t", date(2027, 2, 1))
    suite = contract(
        good(effects=[effect]), home, sendings=lambda self, folder: {"letter": [sending]}
    )()
    if not wrong:
        suite.test_an_effect_comes_about_once_for_a_key(tmp_path)
        return
    with pytest.raises(pytest.fail.Exception) as fault:
        suite.test_an_effect_comes_about_once_for_a_key(tmp_path)
    assert sentence in str(fault.value)


def test_an_effect_that_is_not_tried(home: Path, tmp_path: Path) -> None:
    """Its author says with what, or that it is tried elsewhere."""
    effect = PluginEffect("letter", _LABELS, lambda sending: Delivered(), lambda sending: None)
    with pytest.raises(pytest.fail.Exception, match="effects letter is not tried"):
        contract(good(effects=[effect]), home)().test_an_effect_comes_about_once_for_a_key(tmp_path)
    suite = contract(good(effects=[effect]), home, outside=("letter",))
    suite().test_an_effect_comes_about_once_for_a_key(tmp_path)


PROJECT = """
[project]
name = "samenwerk-ding"
version = "1.0"
dependencies = ["samenwerk>=0.1,<1"]

[project.entry-points.samenwerk]
ding = "samenwerk_ding"
"""
MODULE = """
from samenwerk import Answer, PluginRule, hookimpl
__version__ = "1.0"

@hookimpl
def rules():
    return [PluginRule("thing", {"nl": "ding", "en": "thing"}, lambda question: Answer(2))]
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., ModuleType]]:
    """Makes an importable plugin `ding`, with changes to its module."""
    monkeypatch.syspath_prepend(tmp_path)

    def made(more: str = "", project: str = PROJECT, readme: str | None = "ding: thing") -> Any:
        folder = tmp_path / "samenwerk_ding"
        folder.mkdir()
        (folder / "__init__.py").write_text(MODULE + more, encoding="utf-8")
        (folder / "py.typed").touch()
        (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
        if readme is not None:
            (tmp_path / "README.md").write_text(readme, encoding="utf-8")
        importlib.invalidate_caches()
        return importlib.import_module("samenwerk_ding")

    yield made
    sys.modules.pop("samenwerk_ding", None)


def of_package(module: ModuleType, tmp_path: Path) -> type[PluginContract]:
    """The suite of the plugin `ding`."""
    return type("Suite", (PluginContract,), {"plugin": module, "root": tmp_path})


Package = Callable[..., ModuleType]


def test_a_good_package(package: Package, tmp_path: Path) -> None:
    """All that it says of itself is so."""
    suite = of_package(package(), tmp_path)()
    suite.test_the_package_says_what_it_is()
    suite.test_the_readme_tells_of_everything()
    suite.test_importing_it_only_brings_it()
    suite.test_every_sentence_that_is_said_is_there()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (('name = "samenwerk-ding"', 'name = "ding"'), "call it samenwerk-ding"),
        (('ding = "samenwerk_ding"', 'dong = "samenwerk_ding"'), 'write [project.entry-points.sam'),
        (('version = "1.0"', 'version = "1.1"'), "version 1.0, pyproject.toml 1.1"),
        (("samenwerk>=0.1,<1", "samenwerk"), "say which samenwerk it fits"),
        (("samenwerk>=0.1,<1", "samenwerk>=0.1"), "has no first and no last version"),
        (("samenwerk>=0.1,<1", "samenwerk>=7,<8"), "samenwerk>=7,<8 does not fit; tested here is"),
    ],
    ids=["name", "entry point", "version", "any", "no end", "another"],
)  # fmt: skip
def test_a_package_that_is_not_what_it_says(
    change: tuple[str, str], sentence: str, package: Package, tmp_path: Path
) -> None:
    """What is not so is told, with what to write."""
    suite = of_package(package(project=PROJECT.replace(*change)), tmp_path)
    assert sentence in failing(suite, "the_package_says_what_it_is")


@pytest.mark.parametrize("name", ["facts.py", "reports"])
def test_a_module_that_is_called_as_a_hook(name: str, package: Package, tmp_path: Path) -> None:
    """Once imported it stands where the function of the hook stood, and nothing is brought."""
    module = package()
    path = tmp_path / "samenwerk_ding" / name
    path.touch() if path.suffix else path.mkdir()
    assert (
        f"samenwerk_ding/{name} hides hook {path.stem} as soon as it is imported: "
        "call it something else"
    ) == failing(of_package(module, tmp_path), "the_package_says_what_it_is")


def test_a_readme_that_leaves_something_out(package: Package, tmp_path: Path) -> None:
    """By the name that workflows use."""
    suite = of_package(package(readme="about ding"), tmp_path)
    assert "README.md does not tell of thing (rules)" == failing(
        suite, "the_readme_tells_of_everything"
    )


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("import sys\nprint('hello', file=sys.stdout)", "prints: hello"),
        ("import subprocess, sys\nsubprocess.run([sys.executable, '-V'], stdout=-3)",
         "goes outside: subprocess.Popen"),
        ("import time\ntime.sleep(0.3)", "s, allowed is 0.25"),
        ("import os, sys\nif 'pytest' not in sys.modules: os._exit(4)", "it ended Python itself"),
    ],
    ids=["prints", "outside", "slow", "exits"],
)  # fmt: skip
def test_importing_does_nothing_else(
    more: str, sentence: str, package: Package, tmp_path: Path
) -> None:
    """A plugin that does more than bring what it brings hears what it does."""
    suite = of_package(package(more), tmp_path)
    suite.import_seconds = 0.25
    assert sentence in failing(suite, "importing_it_only_brings_it")


def test_the_code_says_only_what_there_are_sentences_for(package: Package, tmp_path: Path) -> None:
    """Also where no question came."""
    more = "from samenwerk import Message\ndef never():\n    return Message('ding.gone')\n"
    suite = of_package(package(more), tmp_path)
    assert "__init__.py:10 says ding.gone, and there is no such sentence" == failing(
        suite, "every_sentence_that_is_said_is_there"
    )


def test_checks_and_commands_are_looked_at_too(home: Path) -> None:
    """A check without texts in a language or an example, a command without help."""
    import click

    from samenwerk import Texts

    texts = Texts("wrong {name}", "here", "because", "mend")
    check = plugin(checks=[])
    check.code, check.check, check.TEXTS = "PR001", lambda reading: (), {"PR001": {"nl": texts}}
    made = good(checks=[check], cli_commands=[click.Command("proef")])
    assert [
        "checks PR001 says nothing in en",
        "checks PR001 has no example: give it `good` and `bad`, two texts",
        "cli_commands proef has no help: give its function a docstring",
    ] == failing(contract(made, home), "everything_has_a_name_for_people").splitlines()
