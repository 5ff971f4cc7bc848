"""What lies outside a command: a full disk, a closed stream, a folder that is gone, a pipe.

Each is told in a sentence, with the exit code of wrong use, and nothing that was there is lost.
"""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.world import Run

FULL = Path("/dev/full")
CALLS = [
    ("check", "balie"), ("check", "balie", "--format", "json"), ("fmt", "--check", "balie"),
    ("diagram", "balie", "--format", "dot"), ("explain", "SW103"), ("nonsense", "--format", "json"),
]  # fmt: skip


def told(folder: Path, words: str) -> tuple[int, str]:
    """The exit code of a line for a shell in that folder, and what it says beside its answer."""
    line = f"{sys.executable} -m samenwerk {words}"
    ran = subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, encoding="utf-8",
                         timeout=60)  # fmt: skip
    return ran.returncode, " ".join(ran.stderr.split())


@pytest.mark.skipif(not FULL.exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", CALLS)
def test_an_answer_that_cannot_be_written(
    folder: Path, words: tuple[str, ...], unbuffered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is said, once, whenever the system tells it."""
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    said = "Er kan niets meer worden geschreven: het antwoord is niet compleet. Is de schijf vol?"
    assert (2, said) == told(folder, f"{' '.join(words)} > {FULL}")


@pytest.mark.skipif(os.name == "nt", reason="a shell that can close a stream")
@pytest.mark.parametrize("words", CALLS[:-1])
def test_nobody_listens(folder: Path, words: tuple[str, ...]) -> None:
    """With standard output closed the exit code tells all the same."""
    assert (0, "") == told(folder, f"fmt balie > {os.devnull}")
    assert (0, "") == told(folder, f"{' '.join(words)} >&-")


@pytest.mark.skipif(os.name == "nt", reason="a folder in use can be taken away")
@pytest.mark.parametrize("words", ["fmt", "new region x", "explain SW103", "check ../balie"])
def test_the_working_folder_is_gone(folder: Path, words: str) -> None:
    """Then that is what is wrong, not samenwerk."""
    said = "De map waarin u werkt is er niet meer. Ga eerst naar een andere map.\n"
    (folder / "weg").mkdir()
    line = f"{sys.executable} -m samenwerk {words}"
    ran = subprocess.run(["sh", "-c", f"cd weg && rmdir ../weg && {line}"], cwd=folder, timeout=60,
                         capture_output=True, encoding="utf-8")  # fmt: skip
    assert (2, said) == (ran.returncode, ran.stderr)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
def test_a_pipe_is_no_file(run: Run, folder: Path) -> None:
    """Nothing waits for what may never come."""
    os.mkfifo(folder / "pijp.toml")
    os.mkfifo(folder / "balie" / "nog.toml")
    assert 2 == (ran := run("check", "pijp.toml")).code
    assert "Dit bestand is niet te lezen: pijp.toml\n" == ran.err
    for words in (("fmt", "pijp.toml"), ("fmt", "balie")):
        assert 2 == (ran := run(*words)).code
        assert "Dit bestand is niet te lezen" in ran.out
    (folder / "balie" / "register.toml").unlink()
    (folder / "balie" / "scenarios.toml").unlink()
    os.mkfifo(folder / "balie" / "register.toml")
    os.mkfifo(folder / "balie" / "scenarios.toml")
    assert 0 == run("check", "balie").code


@pytest.mark.parametrize("words", [("check",), ("check", "--fix"), ("fmt",), ("schema",)])
def test_nothing_is_not_the_folder_here(
    run: Run, folder: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that is empty by mistake changes no files."""
    monkeypatch.chdir(folder / "balie")
    assert 2 == run(*words, "").code


def test_nothing_is_no_word(run: Run) -> None:
    """Nothing is explained of it."""
    assert (2, "") == ((ran := run("explain", "")).code, ran.out)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "balie", "--effective"),
        ("check", "balie", "--format", "sarif"),
        ("diagram", "balie", "--format", "dot"),
        ("schema",),
    ],
)
def test_what_is_made_replaces_no_source(run: Run, folder: Path, words: tuple[str, ...]) -> None:
    """Files of a workflow and stores stay as they are; what was made before may be made anew."""
    store = folder / "samenwerk.db"
    with sqlite3.connect(store) as made:
        made.execute("create table t (x)")
    for file in (folder / "balie" / "workflow.toml", store):
        before = file.read_bytes()
        ran = run(*words, "--output", str(file))
        assert 2 == ran.code
        assert "blijft zoals het is" in " ".join(ran.err.split())
        assert before == file.read_bytes()
    for _ in range(2):
        assert 0 == run(*words, "--output", "made.txt").code
