"""`samenwerk todo`, `due` and `blockers` over all collaborations of a store, and `upkeep`."""

import json
import re
import shlex
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import Ran
from tests.engine.test_upkeep import opened, workflow

from samenwerk import Engine, open_store
from samenwerk.cli import everywhere

Run = Callable[..., Ran]


@pytest.fixture
def many(run: Run, tmp_path: Path) -> Run:
    """A store with some collaborations, in each of which one request is open."""
    begin(tmp_path, "dal", "berg", "zee")
    return run


def begin(folder: Path, *ids: str, rehearsal: bool = False) -> None:
    """Collaborations by the same workflow."""
    with Engine(open_store(folder / "samenwerk.db")) as engine:
        for id in ids:
            opened(engine.start(workflow(), id, rehearsal=rehearsal))


def whole(ran: Ran) -> str:
    """What was said, on one line."""
    return " ".join(ran.out.split())


def test_with_several_all_of_them_are_told(many: Run) -> None:
    """Without --in: what each tells by itself, under its name; also by the name of a party."""
    each = [many("todo", "noord", "--in", id).out.strip() for id in ("berg", "dal", "zee")]
    assert 1 == len(set(each))
    told = many("todo", "noord")
    assert 0 == told.code
    assert [f"In {id}:\n\n{one}" for id, one in zip(("berg", "dal", "zee"), each, strict=True)] == [
        one.strip() for one in re.split(r"\n(?=In )", told.out)
    ]
    assert told.out == many("todo", "Noord").out
    due = whole(many("due"))
    assert ["berg", "dal", "zee"] * 2 == re.findall(r"\d{4}, (\w+), v:", due)
    due = whole(many("due", "--of", "zuid"))
    assert ["berg", "dal", "zee"] == re.findall(r"\d{4}, (\w+), v:", due)
    assert "Er is geen stap die op iemand wacht." == many("blockers").out.strip()


def test_one_is_told_as_before_unless_all_are_asked(run: Run, tmp_path: Path) -> None:
    """With one collaboration its own list is told; with --everywhere that of the lists."""
    begin(tmp_path, "dal")
    assert "In dal:" not in run("todo", "noord").out
    assert "In dal:" in run("todo", "noord", "--everywhere").out
    assert 2 == len(json.loads(run("due", "--format", "json").out)["due"])
    assert 1 == len(json.loads(run("due", "--of", "noord", "--format", "json").out)["due"])


def test_json_tells_all_and_how_old_it_is(many: Run) -> None:
    """Each thing with its collaboration, and how much of the lists is up to date."""
    told = json.loads(many("todo", "zuid", "--format", "json").out)
    assert (True, 3, 0, 0, None, []) == tuple(
        told[name] for name in ("everywhere", "collaborations", "stale", "never", "since", "faults")
    )
    assert [("berg", "v", "zuid"), ("dal", "v", "zuid"), ("zee", "v", "zuid")] == [
        (one["collaboration"], one["case"], told["party"]) for one in told["tasks"]
    ]
    due = json.loads(many("due", "--format", "json").out)["due"]
    assert ["berg", "dal", "zee"] * 2 == [one["collaboration"] for one in due]


def test_what_is_not_up_to_date_is_told(run: Run, tmp_path: Path) -> None:
    """With how many, and how to go on; a few are worked out on the spot."""
    ids = [f"r{number:02}" for number in range(everywhere.FEW + 2)]
    begin(tmp_path, *ids)
    said = whole(run("due"))
    assert "2 van 12 samenwerkingen nog nooit bijgewerkt." in said
    assert "samenwerk upkeep --store samenwerk.db" in said
    done = run("upkeep", "--most", "1")
    assert (0, "Bijgewerkt: 1 van 12 samenwerkingen. Stappen die vanzelf gebeurden: 0. "
            "Nog niet bijgewerkt: 1.") == (done.code, whole(done))  # fmt: skip
    told = json.loads(run("upkeep", "--format", "json").out)
    assert (1, 0, 0, 12, []) == tuple(
        told[name] for name in ("done", "steps", "stale", "collaborations", "faults")
    )
    assert "Alles is bij: 12 samenwerkingen." == run("upkeep").out.strip()
    assert "bijgewerkt" not in run("due").out


def test_more_than_fits_is_said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text tells so many, and how many more there are."""
    monkeypatch.setattr(everywhere, "SHOWN", 2)
    begin(tmp_path, "a", "b", "c")
    said = run("due").out
    assert 2 == said.count("- ")
    assert "En nog 4. Met --format json staat alles er." in whole(run("due"))
    assert 6 == len(json.loads(run("due", "--format", "json").out)["due"])


def test_what_makes_no_sense_is_refused(many: Run) -> None:
    """An unknown party, another day, a case without its collaboration."""
    for words, id in (
        (("todo", "midden"), "error.unknown_name"),
        (("due", "--of", "midden"), "error.unknown_name"),
        (("due", "--everywhere", "--in", "dal"), "everywhere.in"),
        (("todo", "noord", "--everywhere", "--on", "2027-01-01"), "everywhere.day"),
        (("blockers", "--everywhere", "v"), "everywhere.case"),
        (("todo", "noord", "--on", "2027-01-01"), "store.several"),
        (("blockers", "v"), "store.several"),
    ):
        ran = many(*words, "--format", "json")
        assert (2, id) == (ran.code, json.loads(ran.out)["error"]["id"]), words


def test_rehearsals_are_left_out(run: Run, tmp_path: Path) -> None:
    """What is only tried stands in no list."""
    begin(tmp_path, "echt")
    begin(tmp_path, "oefening", rehearsal=True)
    told = json.loads(run("todo", "noord", "--format", "json").out)
    assert ["echt"] == [one["collaboration"] for one in told["tasks"]]


def test_one_that_cannot_be_worked_out_is_named(many: Run, tmp_path: Path) -> None:
    """The others are told all the same."""
    import sqlite3

    with sqlite3.connect(tmp_path / "samenwerk.db") as db:
        db.execute("UPDATE event SET body = replace(body, 'noord', 'oost') "
                   "WHERE collaboration = 'dal'")  # fmt: skip
    db.close()
    ran = many("upkeep")
    assert 1 == ran.code
    assert "dal kon niet worden bijgewerkt" in whole(ran)
    told = many("due")
    assert ["berg", "zee"] * 2 == re.findall(r"\d{4}, (\w+), v:", whole(told))
    assert "dal kon niet worden bijgewerkt" in whole(told)


def test_the_command_that_verify_store_tells_mends_the_lists(many: Run, tmp_path: Path) -> None:
    """Of one collaboration, of one with a name that a shell would split, and in another file."""
    begin(tmp_path, "twee dalen")
    other = tmp_path / "een ander.db"
    for file, id, words in (
        (tmp_path / "samenwerk.db", "dal", []),
        (tmp_path / "samenwerk.db", "twee dalen", []),
        (other, "zee", ["--store", str(other)]),
    ):
        if file == other:
            shutil.copy(tmp_path / "samenwerk.db", other)
        assert 0 == many("upkeep", *words).code
        bend(file, f"UPDATE listed SET body = '[]' WHERE collaboration = '{id}'")
        told = json.loads(many("verify-store", *words, "--format", "json").out)
        assert [("care.lists_differ", id)] == [
            (one["fault"], one["collaboration"]) for one in told["faults"]
        ]
        assert f"{id} " not in many("upkeep", *words).out
        (one,) = told["faults"]
        (command,) = re.findall(r"\(samenwerk (.*?)\)", one["do"])
        assert ["upkeep", "--anew", "--in", id, *words] == shlex.split(command)
        shown = many("verify-store", *words).out  # a long path is folded at its hyphens
        assert "".join(command.split()) in "".join(shown.split())
        done = many(*shlex.split(command))
        assert (0, "Opnieuw opgemaakt: de lijsten van 1 samenwerking. Stappen die vanzelf "
                "gebeurden: 0.") == (done.code, whole(done))  # fmt: skip
        assert [] == json.loads(many("verify-store", *words, "--format", "json").out)["faults"]


def test_all_lists_are_made_anew_by_one_command(many: Run, tmp_path: Path) -> None:
    """Also when something is listed of a collaboration that is not there."""
    many("upkeep")
    for table in ("listed", "listed_for"):
        bend(tmp_path / "samenwerk.db",
             f"UPDATE {table} SET collaboration = 'weg' WHERE collaboration = 'zee'")  # fmt: skip
    told = json.loads(many("verify-store", "--format", "json").out)["faults"]
    assert ["zee", "weg"] == [one["collaboration"] for one in told]
    assert "(samenwerk upkeep --anew)" in told[1]["do"]
    made = json.loads(many("upkeep", "--anew", "--format", "json").out)
    assert (3, 0) == (made["done"], made["stale"])
    assert [] == json.loads(many("verify-store", "--format", "json").out)["faults"]


def test_making_anew_is_of_one_or_of_all(many: Run) -> None:
    """One that is not there, one without --anew, and a number of them are refused."""
    for words, id in (
        (("--in", "dal"), "upkeep.in"),
        (("--anew", "--most", "1"), "upkeep.most"),
        (("--anew", "--in", "dahl"), "unknown.near"),
    ):
        ran = many("upkeep", *words, "--format", "json")
        assert (2, id) == (ran.code, json.loads(ran.out)["error"]["id"]), words


def bend(file: Path, change: str) -> None:
    """Change something behind the back of a store."""
    with closing(sqlite3.connect(file)) as db:
        db.execute(change)
        db.commit()
