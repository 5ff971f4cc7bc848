"""`samenwerk plugins`: everything that is known of a plugin, and how it fares in stories."""

import json
import re
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest
from tests.cli.world import Run
from tests.hooks.zoo import facts, plugin, rule, small

from samenwerk.core.leaves.document import Document
from samenwerk.hooks import installed as room
from samenwerk.hooks.gather import Source

RULE = """
[lifecycle.change.rule.judged]
nl = "Beoordeeld"
en = "Judged"
plugin = "proef.small"
with = { limit = 100 }
"""


def source(name: str, made: object, required: str | None = None) -> Source:
    """A plugin as it is found installed, in package `samenwerk-NAME`."""
    return Source(name, "1.5", lambda: made, f"samenwerk-{name}", f"samenwerk_{name}",
                  lambda: required)  # fmt: skip


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Source]:
    """The plugins that are installed: one that works; others can be added."""
    module = ModuleType("samenwerk_proef")
    module.__file__ = "/site/samenwerk_proef/__init__.py"
    monkeypatch.setitem(sys.modules, module.__name__, module)
    messages = {"nl": {"proef.a": "a"}, "en": {"proef.a": "a"}}
    works = plugin(rules=[rule(small)], facts=[facts(dict)], messages=messages)
    sources = [source("proef", works, ">=0.1,<1")]
    monkeypatch.setattr(room, "sources", lambda: tuple(sources))
    return sources


def with_plugin(file: Path) -> None:
    """Have adopting a change rest on the rule of plugin `proef`."""
    text = file.read_text(encoding="utf-8")
    text = text.replace('id = "balie"\n', 'id = "balie"\nplugins = ["proef"]\n', 1)
    text = text.replace('needs = ["carried"', 'needs = ["carried", "judged"', 1)
    file.write_text(text + RULE, encoding="utf-8")


def timeless(text: str) -> str:
    """The text without how long things took."""
    return re.sub(r"\d+ ms|\d+\.\d s", "0 ms", text)


def test_what_is_told_of_a_plugin(run: Run, found: list[Source]) -> None:
    """Where it is from, for which samenwerk it is made, what it brings and what it reads."""
    ran = run("plugins")
    assert 0 == ran.code
    assert """\
proef 1.5
  pakket        samenwerk-proef
  staat in      /site/samenwerk_proef
  gemaakt voor  samenwerk >=0.1,<1
  brengt mee    rules     small
                facts     counted
                messages  1 zin
  leest         amount
  geladen in    0 ms

In een eigen proces (samenwerk worker, Engine met apart) begrenst dit systeem:
de tijd, het geheugen, de rekentijd.
""" == timeless(ran.out)
    ran = run("plugins", "--lang", "en")
    assert """\
proef 1.5
  package    samenwerk-proef
  is in      /site/samenwerk_proef
  made for   samenwerk >=0.1,<1
  brings     rules     small
             facts     counted
             messages  1 sentence
  reads      amount
  loaded in  0 ms

In a process of its own (samenwerk worker, Engine with apart) this system
limits: time, memory, processor time.
""" == timeless(ran.out)


def test_a_word_for_conditions_is_among_it(run: Run, found: list[Source]) -> None:
    """By its name; what it reads depends on the case, so none of it is told."""
    paper = type("Paper", (Document,), {"word": "paper"})
    found.append(source("papier", plugin(leaf_kinds=[paper])))
    (told,) = [one for one in json.loads(run("plugins", "--format", "json").out)["plugins"]
               if one["name"] == "papier"]  # fmt: skip
    assert ({"leaf_kinds": ["paper"]}, []) == (told["brings"], told["reads"])


def test_the_same_as_data(run: Run, found: list[Source]) -> None:
    """Everything in values; times in seconds."""
    (told,) = (data := json.loads(run("plugins", "--format", "json").out))["plugins"]
    assert 0 <= told.pop("seconds")
    assert {
        "name": "proef", "version": "1.5", "package": "samenwerk-proef",
        "path": "/site/samenwerk_proef", "made_for": ">=0.1,<1",
        "brings": {"rules": ["small"], "facts": ["counted"], "messages": ["proef.a"]},
        "reads": ["amount"], "slow": False, "lacks": {}, "taken": [],
    } == told  # fmt: skip
    assert {} == data["faults"]
    assert "seconds" == data["limits"][0]
    assert "calls" not in data


def test_one_that_cannot_be_used(run: Run, found: list[Source]) -> None:
    """It is named with why, and the others are told as ever."""
    found.append(source("stuk", plugin(rules=ValueError("geen verbinding"))))
    found.append(source("oud", plugin(rules=[]), "<0.1"))
    ran = run("plugins")
    assert 1 == ran.code
    said = " ".join(ran.out.split())
    for told in (
        "proef 1.5 ",
        "bij rules, in tests/hooks/zoo.py:",
        "; er is niets vastgelegd. Wat hij meldde: ValueError: geen verbinding. De maker moet dit "
        "verhelpen (samenwerk-stuk 1.5); wie zonder hem verder wil, installeert een versie die "
        "werkt of haalt hem uit plugins in de werkwijze. ",
        "oud: niet te gebruiken. Plug-in oud 1.5 is gemaakt voor samenwerk <0.1; hier staat ",
    ):
        assert told in said


def test_long_ones_stay_readable(run: Run, found: list[Source]) -> None:
    """A path is never broken, many sentences are a number, and versions begin with the lowest."""
    home = "/site/" + "een-lange-naam/" * 6 + "samenwerk_proef"
    sys.modules["samenwerk_proef"].__file__ = f"{home}/__init__.py"
    said = {f"proef.{number}": "a" for number in range(40)}
    made = plugin(rules=[rule(small)], messages={"nl": said, "en": said})
    found[0] = source("proef", made, "<1,>=0.1")
    assert f"""\
proef 1.5
  pakket        samenwerk-proef
  staat in      {home}
  gemaakt voor  samenwerk >=0.1,<1
  brengt mee    rules     small
                messages  40 zinnen
""" == run("plugins").out.partition("  leest")[0]


def test_nothing_installed(run: Run, found: list[Source]) -> None:
    """Then that is said."""
    found.clear()
    assert (0, "Er zijn geen plug-ins.\n") == (run("plugins").code, run("plugins").out)


def test_how_they_fare_in_stories(run: Run, found: list[Source], folder: Path) -> None:
    """With a workflow its stories are played, and everything that was asked is told."""
    assert run("plugins", "balie").out.rstrip().endswith(
        "In een eigen proces (samenwerk worker, Engine met apart) begrenst dit systeem:\n"
        "de tijd, het geheugen, de rekentijd."
    )
    assert "is geen plug-in iets gevraagd.\n" in run("plugins", "balie").out
    with_plugin(folder / "balie" / "workflow.toml")
    ran = run("plugins", "balie")
    assert "  - proef, rules small: 2 keer, samen 0 ms, het langst 0 ms\n" in timeless(ran.out)
    found[0] = source("proef", plugin(rules=[rule(lambda question: 3)]))
    ran = run("plugins", "balie")
    assert (1, True) == (ran.code, "; 1 keer mis" in " ".join(ran.out.split())), ran.out
    (told,) = json.loads(run("plugins", "balie", "--format", "json").out)["calls"]
    assert ("proef", "rules small", 1, 1, False) == tuple(
        told[one] for one in ("plugin", "hook", "times", "failed", "set_aside")
    )


def test_a_workflow_with_faults_is_not_played(run: Run, folder: Path) -> None:
    """Who asks for its stories hears where to look first."""
    (folder / "balie" / "workflow.toml").write_text("[workflow]\n", encoding="utf-8")
    ran = run("plugins", "balie")
    assert (2, True) == (ran.code, "samenwerk check" in ran.err), ran


def test_a_command_says_what_it_cannot_read(run: Run, found: list[Source]) -> None:
    """In its own words, with no empty place where the name of an option would be."""

    @click.command("tel")
    @click.argument("word")
    def command(word: str) -> None:
        raise click.BadParameter(f"{word}: write it as noord:300")

    found[0] = source("proef", plugin(cli_commands=[command]))
    ran = run("tel", "zuid")
    assert (2, "zuid: write it as noord:300") == (ran.code, ran.err.splitlines()[0])
