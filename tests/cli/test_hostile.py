"""What no careful author writes: bytes, sizes, depths, types and letters that should break it.

Each time there is an answer, exit 1 or 2, no traceback, and no more memory than is bounded.
"""

import os
import random
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.world import REGISTER, SCENARIOS, WORKFLOW, Run

MOST = 600_000_000
"""Bytes of address space that a command gets; a bare interpreter with its modules takes half."""

HOSTILE = {
    "bytes": bytes(range(256)),
    "nothing": b"",
    "nul": b"[workflow]\0\nid = 'a'",
    "utf-16": "[workflow]\nid = 'a'".encode("utf-16"),
    "half a pair": b'[workflow]\nid = "\xed\xa0\x80"',
    "deep list": b"a = " + b"[" * 50_000 + b"]" * 50_000,
    "deep table": b"[" + b"a." * 50_000 + b"a]",
    "deep braces": b"a = " + b"{ a = " * 20_000 + b"1" + b" }" * 20_000,
    "long line": b'a = "' + b"x" * 1_000_000 + b'"',
    "many keys": b"\n".join(b"k%d = 1" % n for n in range(5_000)),
    "many faults": b"\n".join(b"[sort.x%d]\nfoo = 1" % n for n in range(3_000)),
    "huge number": b"a = " + b"9" * 100_000,
    "escapes": '[workflow]\nid = "\x1b[2J\u202eabc\u2066"\nversion = "\u200b"'.encode(),
    "non-BMP": '[workflow]\nid = "\U0001f480"\n"\U0001f480" = 1'.encode(),
    "list for table": b"workflow = []\nregister = 1\nscenario = 'x'\nlifecycle = [[]]",
    "wrong everywhere": b"[workflow]\nid = 1\nversion = []\nextends = {}\nparts = 3\n"
    b"[lifecycle]\nx = 1\n[rule.a]\nall = [[[1]]]\n[register]\nsits = {}\nparty = []",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_workflow(run: Run, folder: Path, name: str) -> None:
    """`check` answers with a message, whatever stands in the file."""
    (folder / "balie" / "workflow.toml").write_bytes(HOSTILE[name])
    ran = run("check", "balie")
    assert ran.code in (1, 2), ran.out[:300] + ran.err
    assert "Traceback" not in ran.out + ran.err
    assert ran.out or ran.err
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_register_and_scenarios(begun: Run, folder: Path, name: str) -> None:
    """`register` and the files beside a workflow are no other."""
    (folder / "balie" / "register.toml").write_bytes(HOSTILE[name])
    ran = begun("register", "balie/register.toml")
    assert ran.code in (0, 1, 2), ran.err
    assert ran.code > 0
    (folder / "balie" / "scenarios.toml").write_bytes(HOSTILE[name])
    for command in ("check", "test"):
        ran = begun(command, "balie")
        assert ran.code in (0, 1, 2), ran.err
        assert name == "nothing" or ran.code > 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(data=st.data())
def test_damaged_files(run: Run, folder: Path, data: st.DataObject) -> None:
    """A sound file with pieces cut out, doubled or turned into noise: an answer each time."""
    for name, text in (
        ("workflow.toml", WORKFLOW), ("register.toml", REGISTER), ("scenarios.toml", SCENARIOS),
    ):  # fmt: skip
        at = data.draw(st.integers(0, len(text)), label=f"{name} at")
        length = data.draw(st.integers(0, 80), label=f"{name} length")
        noise = data.draw(st.text(max_size=8) | st.sampled_from(["[", "{", '"""', "= =", "\r"]))
        whole = text[:at] + noise + text[at + length :]
        (folder / "balie" / name).write_bytes(whole.encode("utf-8", "surrogatepass"))
    for command in ("check", "test"):
        ran = run(command, "balie")
        assert ran.code in (0, 1, 2), ran.err


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))


@pytest.mark.skipif(sys.platform == "win32", reason="there memory cannot be bounded like this")
@pytest.mark.parametrize("command", ["check", "register", "test"])
def test_a_file_of_100_mb(begun: Run, folder: Path, command: str) -> None:
    """It is refused at once, with a message, within bounded memory, in a process of its own."""
    large = folder / "groot.toml"
    piece = random.Random(7).randbytes(1_000_000)
    with large.open("wb") as file:
        for _ in range(100):
            file.write(piece)
    ran = subprocess.run(
        [sys.executable, "-m", "samenwerk", command, "groot.toml"],
        cwd=folder, env={**os.environ, "SAMENWERK_LANG": "nl"}, preexec_fn=_bounded,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ran.returncode in (1, 2), ran.stderr
    assert "Traceback" not in ran.stdout + ran.stderr
    assert "5 MB" in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "word", ["", "\0", "../../etc/passwd", "-", "x" * 5_000, "\ud800", "\x1b[2J", "a\nb", "💀"]
)
def test_hostile_words(begun: Run, word: str) -> None:
    """Names that are none, wherever a name can be given: wrong use, or a refusal, and no more."""
    for words in (
        ("check", word),
        ("test", word),
        ("explain", word),
        ("explain", word, "--workflow", "balie"),
        ("status", "--in", word),
        ("history", "--expect", word),
        ("todo", word),
        ("needs", word, word),
        ("do", word, "change.open", "--as", "noord"),
        ("do", "w", word, "--as", word),
        ("do", "w", "adopt", "--as", "zuid", "--fill", word),
        ("document", "w", "note", word, "--as", "noord"),
        ("say", "w", word, word, "--as", "noord"),
        ("fact", "w", "cost", word, "--as", "noord"),
        ("start", "balie", "--id", word),
        ("register", word),
    ):
        ran = begun(*words)
        assert ran.code in (0, 1, 2), (words, ran.err)
        assert "\x1b" not in ran.out + ran.err


def test_a_store_that_is_none(run: Run, folder: Path) -> None:
    """Another file, an empty one or a folder in its place: a message, and it is left alone."""
    (folder / "iets.db").write_bytes(b"geen opslag, " * 1000)
    (folder / "leeg.db").touch()
    (folder / "map.db").mkdir()
    for name in ("iets.db", "leeg.db", "map.db"):
        for words in (("status",), ("todo", "noord"), ("history",), ("history", "--verify")):
            ran = run(*words, "--store", name)
            assert (2, "") == (ran.code, ran.out), (name, words)
            assert ran.err
    assert b"geen opslag, " * 1000 == (folder / "iets.db").read_bytes()
