"""`samenwerk history`: the record as it reads, and what is found when it was spoiled."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.world import Run


def change_store(statement: str) -> None:
    """Change the file of the store behind its back."""
    with closing(sqlite3.connect("samenwerk.db")) as file, file:
        file.execute(statement)


def head_of(run: Run) -> str:
    """The head that the record ends in."""
    told = json.loads(run("history", "--verify", "--format", "json").out)
    return str(told["record"]["head"])


def test_every_event_on_its_line(begun: Run) -> None:
    """Sequence, day, who, what; wrapped under its start."""
    ran = begun("history")
    assert """\
   1  1 februari 2027  het systeem: een oefening is begonnen, volgens werkwijze
      balie
   2  1 februari 2027  het systeem: in het register: 3 partijen, 0 plaatsen aan
""".splitlines()[:2] == ran.out.splitlines()[:2]
    assert 4 == json.loads(begun("history", "--format", "json").out)["events"][-1]["sequence"]


def test_a_whole_record_says_how_sure_that_is(begun: Run) -> None:
    """Without an earlier head it says that the end was not checked; with it, that it was."""
    loose = begun("history", "--verify")
    assert (0, True) == (loose.code, "U gaf geen eerdere eindcode op." in loose.out)
    anchored = begun("history", "--expect", head_of(begun))
    assert (0, True) == (anchored.code, "Ook de eindcode die u opgaf staat erin" in anchored.out)


def test_a_changed_byte_is_found(begun: Run) -> None:
    """The first wrong sequence is named, and the exit code is 1."""
    change_store("UPDATE event SET body = replace(body, 'noord', 'noorD') WHERE sequence = 4")
    ran = begun("history", "--verify", "--format", "json")
    record = json.loads(ran.out)["record"]
    assert (1, False, 4, 3) == (ran.code, record["whole"], record["first_wrong"], record["count"])
    assert 1 == begun("status").code
    assert 1 == begun("todo", "noord").code


def test_a_missing_last_row_is_found_with_the_head(begun: Run) -> None:
    """Cut off at the end: whole as far as it goes, and found by whoever kept the head."""
    head = head_of(begun)
    change_store("DELETE FROM event WHERE sequence = 4")
    assert 0 == begun("history", "--verify").code
    ran = begun("history", "--verify", "--expect", head)
    assert 1 == ran.code
    assert "de eindcode die u opgaf" in " ".join(ran.out.split()).lower()


def test_the_record_outlives_its_workflow(begun: Run) -> None:
    """With the kept definition gone, history and status still read, in bare names."""
    change_store("DELETE FROM definition_source")
    change_store("DELETE FROM definition")
    history, status = begun("history"), begun("status")
    assert (0, 0) == (history.code, status.code)
    assert "w (change): proposed" in status.out
    assert "kale namen" in status.out


def test_history_to_a_file(begun: Run, folder: Path) -> None:
    """`--output` writes what would have been printed."""
    printed = begun("history").out
    assert 0 == begun("history", "--output", "log.txt").code
    assert printed == (folder / "log.txt").read_text(encoding="utf-8")
    assert 2 == begun("history", "--output", "nergens/log.txt").code


def test_what_was_refused_stands_apart(begun: Run) -> None:
    """With `--record-refusals` a refusal is kept and shown below the record, which stays as it
    was; without it nothing is kept."""
    head = head_of(begun)
    assert 1 == begun("do", "w", "change.adopt", "--as", "west").code
    assert "Geweigerd" not in begun("history").out
    for _ in range(2):
        begun("do", "w", "change.adopt", "--as", "west", "--record-refusals")
    ran = begun("history")
    record, _, apart = ran.out.partition("\n\n")
    assert "Geweigerd" not in record
    assert apart.startswith("Geweigerd; dit staat niet in het logboek:\n  - ")
    assert "2 keer" in apart
    told = json.loads(begun("history", "--format", "json").out)
    assert [("west", "Do", 2)] == [
        (one["actor"], one["command"], one["times"]) for one in told["refused"]]  # fmt: skip
    assert head == head_of(begun)
