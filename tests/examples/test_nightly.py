"""The nightly job of the examples: many collaborations, a day passes, a record was bent."""

import json
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.examples.desk import example, opened, planned

MARCH = datetime(2027, 3, 30, 2, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store in which two regions have planned a desk."""
    made = tmp_path / "region.db"
    with opened(made) as engine:
        planned(engine, "berg")
        planned(engine, "dal")
    return made


def test_each_organisation_gets_what_it_must_do_everywhere(store: Path, tmp_path: Path) -> None:
    """Within two weeks, over both regions; who has nothing to do gets nothing."""
    nightly, heads = example("nightly/nightly.py"), dict[str, str]()
    with opened(store, MARCH) as engine:
        assert [] == nightly.nightly(engine, heads, tmp_path / "letters", date(2027, 3, 30))
        assert heads == {id: engine.room(id).collaboration.head for id in ("berg", "dal")}
    assert ["noord.txt", "west.txt", "zuid.txt"] == sorted(
        one.name for one in (tmp_path / "letters").iterdir()
    )
    assert [
        "Zorg Noord", "",
        "- berg: 5 april 2027: De tijd voor de fase \"gepland\" is om. Aan zet: Zorg Noord.",
        "- dal: 5 april 2027: De tijd voor de fase \"gepland\" is om. Aan zet: Zorg Noord.",
    ] == [
        row for row in (tmp_path / "letters" / "noord.txt").read_text(encoding="utf-8").splitlines()
        if "ronde" not in row
    ]  # fmt: skip


def test_a_record_that_was_bent_is_told(store: Path, tmp_path: Path) -> None:
    """An end that was cut off shows by the head of yesterday, and the others go on."""
    nightly, letters = example("nightly/nightly.py"), tmp_path / "letters"
    heads = tmp_path / "heads.json"
    with opened(store) as engine:
        known = {id: engine.room(id).collaboration.head for id in ("berg", "dal")}
    heads.write_text(json.dumps({**known, "kust": "00"}), encoding="utf-8")
    with sqlite3.connect(store) as bent:
        bent.execute("DELETE FROM event WHERE collaboration = 'dal' AND sequence = 4")
    bent.close()
    with opened(store, MARCH) as engine:
        known = json.loads(heads.read_text(encoding="utf-8"))
        wrong = nightly.nightly(engine, known, letters, date(2027, 3, 30))
    assert ["kust", "dal"] == [one.partition(":")[0] for one in wrong]


def test_it_runs_over_files(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a scheduler runs it: exit code 0, and the heads are kept for tomorrow."""
    main = example("nightly/nightly.py").main
    heads = tmp_path / "heads.json"
    assert 0 == main(str(store), str(heads), str(tmp_path / "letters"))
    assert "2 records hold.\n" == capsys.readouterr().out
    assert {"berg", "dal"} == json.loads(heads.read_text(encoding="utf-8")).keys()
