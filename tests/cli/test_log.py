"""`--log` and `--counters`: what the command line lets others see of an engine at work."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.cli.test_outbox import BRIEF, ask, said, told
from tests.cli.test_outbox import store as store

from samenwerk.telling.logs import LOGGER, SCHEMA


def logged(path: Path) -> list[dict]:
    """The lines of a log, each in the promised shape."""
    lines = [json.loads(one) for one in path.read_text(encoding="utf-8").splitlines()]
    for one in lines:
        jsonschema.validate(one, SCHEMA)
    return lines


def test_a_step_and_a_letter_are_logged(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command adds its lines to the file, and leaves logging as it was."""
    before = [*LOGGER.handlers]
    step = ("do", "b", "application.file", "--as", "noord", "--log", "work.log")
    assert 0 == said(capsys, *step)[0]
    lines = logged(store / "work.log")
    assert ("decided", "do", "allowed") == tuple(
        lines[-1][one] for one in ("what", "command", "verdict")
    )
    assert 1 == told(capsys, "worker", "--once", "--here", "--log", "work.log")["delivered"]
    more = logged(store / "work.log")
    assert lines == more[: len(lines)]
    (sent,) = [one for one in more if one["what"] == "sent"]
    assert ("delivered", "r") == (sent["outcome"], sent["collaboration"])
    assert before == LOGGER.handlers


def test_to_standard_error(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With - the lines go beside the answer, which stays as it is."""
    capsys.readouterr()
    from samenwerk.cli.main import main

    assert 0 == main(["due", "--log", "-", "--format", "json"])
    printed = capsys.readouterr()
    assert "due" == json.loads(printed.out)["command"]
    assert {"read"} == {json.loads(line)["what"] for line in printed.err.splitlines()}


def test_starting_and_deciding_are_logged(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`start` and `outbox` do what is recorded too."""
    assert 0 == said(capsys, "start", str(BRIEF), "--id", "s", "--log", "a.log")[0]
    assert ("decided", "start") == tuple(
        logged(store / "a.log")[-1][one] for one in ("what", "command")
    )
    (one,) = told(capsys, "outbox")["outbox"]
    words = ("outbox", "--drop", one["key"], "--because", "By post", "--log", "b.log")
    assert 0 == said(capsys, *words)[0]
    assert ("decided", "conclude") == tuple(
        logged(store / "b.log")[-1][one] for one in ("what", "command")
    )


def test_the_counters_of_a_worker(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After its work the file has the numbers, as JSON that another program can read."""
    ask("b")
    words = ("worker", "--once", "--here", "--counters", "counts.json")
    assert 2 == told(capsys, *words)["delivered"]
    counts = json.loads((store / "counts.json").read_text(encoding="utf-8"))
    assert (2, 1, 0) == (counts["sent.delivered"], counts["kept_up"], counts["sent.dead"])


@pytest.mark.parametrize("option", ["--log", "--counters"])
@pytest.mark.parametrize("path", ["samenwerk.db", "nowhere/x", "."])
def test_what_cannot_be_written_is_said(
    store: Path, capsys: pytest.CaptureFixture[str], option: str, path: str
) -> None:
    """A store is not written over, a folder that is not there is named, and nothing is sent."""
    before = (store / "samenwerk.db").read_bytes()
    code, out = said(capsys, "worker", "--once", "--here", option, path)
    assert (2, True) == (code, path in out)
    assert before == (store / "samenwerk.db").read_bytes()
    assert 1 == len(told(capsys, "outbox")["outbox"])


def test_somebody_else_listens(
    store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a function of another module gives is told too; a name that is not there is said."""
    monkeypatch.syspath_prepend(store)
    ears = "heard = []\ndef telling():\n    return heard.append\nno = 3\n"
    (store / "my_ears.py").write_text(ears)
    words = ("worker", "--once", "--here", "--listener")
    for wrong in ("my_ears:nobody", "my_eyes:telling", "my_ears", ":", "my_ears:no"):
        assert 2 == said(capsys, *words, wrong)[0]
    assert 0 == said(capsys, *words, "my_ears:telling")[0]
    import my_ears  # type: ignore[import-not-found]

    assert {"sent", "kept_up"} <= {one.what for one in my_ears.heard}
