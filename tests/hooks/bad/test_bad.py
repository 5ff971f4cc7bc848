"""Every bad plugin, as a rule in the process and as a fact apart: what is seen, what is kept.

After each the record is whole, a good plugin beside it answers, and other steps can be done.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from docs import make_bad_plugins
from tests.hooks.bad.animals import ANIMALS, LOADING, REPORTED
from tests.hooks.bad.seeing import FILE, SLOW, fact_apart, loading, loading_apart, rule_here, seen

from samenwerk import Engine, Room, open_store
from samenwerk.hooks.gather import gather

SEEN = tomllib.loads(FILE.read_text(encoding="utf-8"))
HERE = [name for name, animal in ANIMALS.items() if not animal.ends]
ROOT = Path(__file__).resolve().parents[3]


def unharmed(room: Room, before: int) -> None:
    """The record is whole; a step that rests on nothing is done, with what a good plugin told."""
    for _ in range(2):
        assert room.verify().whole
        assert room.collaboration.sequence == len(list(room.history()))
        if room.collaboration.cases["b"].over:
            break
        assert before == room.collaboration.sequence
        assert room.do("budget.work", case="b", actor="noord").carried_out
        good = room.collaboration.cases["b"].entry("facts", "good")
        assert good is not None
        assert 3 == good.value
        before = room.collaboration.sequence


@pytest.mark.parametrize("name", HERE)
def test_a_bad_rule_in_the_process(name: str) -> None:
    """What is seen of it, whole; nothing else suffers."""
    engine, room = rule_here(name)
    before = room.collaboration.sequence
    assert SEEN[name]["rule"] == seen(room, engine)
    if name in SLOW:
        assert [1] == [one.slow for one in engine.calls if one.plugin == "proef"]
        assert REPORTED == ANIMALS[name].rule
    unharmed(room, before)


@pytest.mark.parametrize("name", ANIMALS)
def test_a_bad_fact_apart(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """What is seen of it, whole; nothing else suffers, and nothing of it is printed by us."""
    engine, room = fact_apart(name)
    before = room.collaboration.sequence
    with engine:
        assert SEEN[name]["fact"] == seen(room, engine)
        unharmed(room, before)
    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize("name", [name for name, animal in ANIMALS.items() if animal.ends])
def test_a_rule_that_ends_the_process(name: str, tmp_path: Path) -> None:
    """The program is gone, as with any library; the record holds what it held and goes on."""
    store = tmp_path / "region.db"
    program = f"""
from tests.handmade import NOON, judged, OF_PLUGIN
from tests.hooks.bad.animals import RULES
from tests.hooks.bad.seeing import begun
from tests.handmade import TEXT
from samenwerk import Engine, Plugins, open_store
engine = Engine(open_store({str(store)!r}), plugins=Plugins.of(proef=RULES.{name}),
                clock=lambda: NOON)
text = TEXT.format(plugins='plugins = ["proef"]', needs='"judged"') + OF_PLUGIN
room = begun(engine, text)
print(room.collaboration.sequence, flush=True)
room.do("budget.agree", case="b", actor="zuid")
print("went on")
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
    )  # fmt: skip
    assert ("", {"ends": 3, "kills": -9}[name]) == (ran.stderr, ran.returncode)
    with Engine(open_store(store)) as engine:
        room = engine.room("regio")
        assert [str(room.collaboration.sequence)] == ran.stdout.split()
        assert room.verify().whole


@pytest.mark.parametrize("name", [name for name, one in LOADING.items() if not one.ends])
def test_a_plugin_that_is_bad_before_it_is_asked(name: str) -> None:
    """What is seen when a collaboration is started with it, whole; then nothing is kept."""
    assert SEEN["loading"][name] == loading(name)


@pytest.mark.parametrize("name", [name for name, one in LOADING.items() if one.apart])
def test_a_plugin_that_is_loaded_apart_first(name: str) -> None:
    """What hangs, ends or eats there is stopped, and is not loaded in our process."""
    assert SEEN["loading_apart"][name] == loading_apart(name)


def test_a_slow_import_is_reported() -> None:
    """How long it took to load a plugin is known of each."""
    gathered = gather(LOADING["import_slow"].sources)
    assert gathered.named["proef"].seconds > 0.5


def test_what_is_asked_in_vain_three_times() -> None:
    """After three steps that failed somebody reads that it is set aside, and how to ask anew."""
    engine, room = rule_here("raises")
    for _ in range(3):
        told = seen(room, engine)
    once = told
    told = seen(room, engine)
    said = {"nl": once["nl"].partition(" De maker")[0], "en": once["en"].partition(" Who made")[0]}
    assert {
        "nl": "Plug-in proef ging 3 keer achter elkaar mis bij rules small en wordt daar niet meer "
        "naar gevraagd. Opnieuw vragen kan met Engine.ask_anew, of door het programma opnieuw te "
        f"starten. De laatste keer: {said['nl']}",
        "en": "Plugin proef went wrong at rules small 3 times in a row and is no longer asked for "
        "it. Ask again with Engine.ask_anew, or by starting the program anew. The last time: "
        f"{said['en']}",
        "lines": [],
    } == told
    assert [True] == [one.set_aside for one in engine.calls if one.plugin == "proef"]
    unharmed(room, room.collaboration.sequence)
    engine.ask_anew("proef")
    assert once == seen(room, engine)


def test_nobody_is_forgotten() -> None:
    """What is seen is written down of every one, in each of its classes, and of no other."""
    wanted = {name: {"fact"} if animal.ends else {"rule", "fact"}
              for name, animal in ANIMALS.items()}  # fmt: skip
    wanted["loading"] = {name for name, one in LOADING.items() if not one.ends}
    wanted["loading_apart"] = {name for name, one in LOADING.items() if one.apart}
    assert wanted == {name: set(kinds) for name, kinds in SEEN.items()}




def test_the_page_about_bad_plugins_is_true() -> None:
    """It is made from the zoo and from what is seen of it."""
    assert make_bad_plugins.page() == make_bad_plugins.PAGE.read_text(encoding="utf-8")
