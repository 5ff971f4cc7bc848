"""The Datasette of the examples: questions to the record, read-only, without what is personal."""

import asyncio
import re
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.examples.desk import EXAMPLES, opened, planned

from samenwerk import Engine, open_store
from samenwerk.cli.main import main

pytest.importorskip("datasette", reason="Datasette is not installed")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

SECRET = "wij vrezen voor onze plek"
ROTA = EXAMPLES.parent / "workflows" / "dienstrooster-achterhoek"
QUERIES = ("record", "standing", "durations", "positions", "breaches", "waiting")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the example, with a store in which a desk was agreed and opened."""
    made: Path = tmp_path_factory.mktemp("datasette")
    for name in ("metadata.yaml", "settings.json"):
        shutil.copy(EXAMPLES / "datasette" / name, made)
    with opened(made / "region.db") as engine:
        room = planned(engine)
        room.say("open_together", "against", case="b", actor="zuid", reasons=SECRET)
        for party in ("zuid", "west"):
            room.say("open_together", "for", case="b", actor=party)
    with opened(made / "region.db", datetime(2027, 2, 18, 9, tzinfo=UTC)) as engine:
        day = engine.room("balie").collaboration.cases["b"].entered
        done = engine.room("balie").do(
            "desk.begin", case="b", actor="noord", facts={"trial_end": day.replace(month=12)}
        )
        assert done.carried_out
        list(engine.upkeep().due())
    return made


def asked(folder: Path, *paths: str) -> list[Any]:
    """What Datasette answers to each of these."""
    from datasette.app import Datasette

    async def all_of_them() -> list[Any]:
        served = Datasette([str(folder / "region.db")], config_dir=folder)
        await served.invoke_startup()
        return [await served.client.get(path) for path in paths]

    return asyncio.run(all_of_them())


def test_each_question_has_its_answer(folder: Path) -> None:
    """What was kept in the store comes back in words that can be sorted and saved as CSV."""
    answers = asked(folder, *(f"/region/{one}.json?_shape=array" for one in QUERIES[1:]))
    standing, durations, positions, breaches, waiting = (one.json() for one in answers)
    assert [("b", "open", "2027-02-18"), ("s", "preparing", "2027-02-08")] == [
        (one["case"], one["state"], one["since"]) for one in standing
    ]
    assert [("desk", "planned", 1, 10.0)] == [
        (one["lifecycle"], one["state"], one["times"], one["average"]) for one in durations
    ]
    assert [("west", "for"), ("zuid", "for")] == [
        (one["party"], one["position"]) for one in positions
    ]
    assert [] == breaches
    assert {"gids", "noord", "west", "zuid"} == {one["party"] for one in waiting}
    (record,) = asked(folder, "/region/record.json?_shape=array&collaboration=balie")
    assert [1, 2, 3, 4, 5, 6, 7, 8] == [one["sequence"] for one in record.json()]


def test_where_each_case_stands_is_what_the_engine_says(tmp_path: Path) -> None:
    """Also of cases that came of a split, of which no step was done yet."""
    yaml = pytest.importorskip("yaml")
    page = yaml.safe_load((EXAMPLES / "datasette" / "metadata.yaml").read_text(encoding="utf-8"))
    store = tmp_path / "split.db"
    assert 0 == main(["test", str(ROTA), "--scenario", "in_twee_groepen", "--keep", str(store)])
    with Engine(open_store(store)) as engine:
        (id,) = engine.collaborations()
        cases = engine.room(id).collaboration.cases.values()
    there = sqlite3.connect(store)
    told = there.execute(page["databases"]["region"]["queries"]["standing"]["sql"]).fetchall()
    there.close()
    assert {(one.id, one.state) for one in cases} == {(row[1], row[3]) for row in told}


def test_what_is_personal_is_nowhere(folder: Path) -> None:
    """No table, no query of one's own and no download leads to a free text about people."""
    closed = ("/region/sealed", "/region/sealed.json", "/region/command", "/region/attempt",
              "/region/outbox", "/region/snapshot", "/region.json?sql=select+*+from+sealed",
              "/region/event?_where=1", "/region.db")  # fmt: skip
    assert dict.fromkeys(closed, 403) == {
        path: one.status_code for path, one in zip(closed, asked(folder, *closed), strict=True)
    }
    shown = asked(folder, "/", "/region", "/region/event", *(f"/region/{one}" for one in QUERIES))
    assert {200} == {one.status_code for one in shown}
    assert not any(SECRET in one.text for one in shown)
    assert "sealed" not in re.findall(r'href="/region/(\w+)"', shown[1].text)


def test_nothing_can_be_written(folder: Path) -> None:
    """The store is the same after all that was asked."""
    before = (folder / "region.db").read_bytes()
    asked(folder, "/region/event", "/region/standing.csv")
    assert before == (folder / "region.db").read_bytes()
