"""`samenwerk fmt`: files in the layout of the house, whole or not at all."""

import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.world import WORKFLOW, Run

from samenwerk.cli.tidied import of_bytes

ROOT = Path(__file__).resolve().parents[2]
UNTIDY = b"[ a ]\nb='x'   # hier\n"
TIDY = b'[a]\nb = "x"  # hier\n'


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_our_own_files_are_laid_out() -> None:
    """Every workflow, example and plugin of the house looks as fmt would make it."""
    files = [
        path
        for room in ("workflows", "examples", "plugins/samenwerk-voorbeeld/workflow")
        for path in sorted((ROOT / room).rglob("*.toml"))
        if not any(part.startswith(".") for part in path.parts)
    ]
    assert len(files) > 90
    odd = [path for path in files if of_bytes(path.read_bytes(), path.name).changes]
    assert [] == odd, "samenwerk fmt workflows examples plugins"


def test_a_folder_of_a_workflow(run: Run, folder: Path) -> None:
    """Every TOML file in it is laid out, what is hidden and what lies elsewhere is not."""
    for name in ("balie/scenarios.d/a.toml", "balie/.schema/b.toml", "elders/c.toml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(UNTIDY)
    run("fmt", "balie")
    ran = run("fmt", ".")
    assert (0, "0 bestanden opgemaakt, 4 waren al goed\n", "") == (ran.code, ran.out, ran.err)
    assert TIDY == (folder / "balie/scenarios.d/a.toml").read_bytes()
    assert UNTIDY == (folder / "balie/.schema/b.toml").read_bytes()
    assert UNTIDY == (folder / "elders/c.toml").read_bytes()
    assert 0 == run("check", "balie").code


def test_what_was_done_is_told(run: Run, folder: Path) -> None:
    """A line for each file that changed, and how many; the second time nothing changes."""
    (folder / "a.toml").write_bytes(UNTIDY)
    ran = run("fmt", "a.toml", "--lang", "en")
    assert (0, "a.toml: laid out\n1 file laid out, 0 were fine already\n") == (ran.code, ran.out)
    assert TIDY == (folder / "a.toml").read_bytes()
    assert "0 files laid out, 1 was fine already\n" == run("fmt", "a.toml", "--lang", "en").out


def test_check_changes_nothing(run: Run, folder: Path) -> None:
    """It names what would change, with exit code 1; 0 when all is well."""
    (folder / "a.toml").write_bytes(UNTIDY)
    (folder / "b.toml").write_bytes(TIDY)
    ran = run("fmt", "a.toml", "b.toml", "--check")
    told = "a.toml: nog niet opgemaakt\n1 bestand nog niet opgemaakt, 1 goed\n"
    assert (1, told, UNTIDY) == (ran.code, ran.out, (folder / "a.toml").read_bytes())
    assert 0 == run("fmt", "b.toml", "--check").code


def test_diff_shows_what_would_change(run: Run, folder: Path) -> None:
    """As a patch; with --check beside it the exit code tells too."""
    (folder / "a.toml").write_bytes(UNTIDY)
    ran = run("fmt", "a.toml", "--diff")
    assert (
        """\
--- a.toml
+++ a.toml
@@ -1,2 +1,2 @@
-[ a ]
-b='x'   # hier
+[a]
+b = "x"  # hier

1 bestand nog niet opgemaakt, 0 goed
"""
        == ran.out
    )
    assert (0, 1) == (ran.code, run("fmt", "a.toml", "--diff", "--check").code)
    assert UNTIDY == (folder / "a.toml").read_bytes()


def test_json(run: Run, folder: Path) -> None:
    """Each file with whether it changes, its faults, and what could not be done."""
    (folder / "a.toml").write_bytes(UNTIDY)
    (folder / "b.toml").write_bytes(b"a = \n")
    data = json.loads(run("fmt", "a.toml", "b.toml", "--format", "json").out)
    assert (1, True) == (data["exit"], data["written"])
    first, second = data["files"]
    assert {"path": "a.toml", "changes": True, "faults": [], "refused": None} == first
    assert ("b.toml", False, ["SW007"]) == (
        second["path"], second["changes"], [one["code"] for one in second["faults"]],
    )  # fmt: skip


def test_a_file_with_faults_is_left_alone(run: Run, folder: Path) -> None:
    """Its faults are told as check does, and the other files are laid out."""
    (folder / "a.toml").write_bytes(b"[ a ]\nb = x\n")
    (folder / "b.toml").write_bytes(UNTIDY)
    ran = run("fmt", "a.toml", "b.toml")
    assert 1 == ran.code
    assert ran.out.startswith("a.toml:2:5: SW007 ")
    assert "\nb.toml: opgemaakt\n1 bestand opgemaakt, 0 waren al goed\n" in ran.out
    assert ran.out.endswith("1 bestand met rust gelaten\n")
    assert b"[ a ]\nb = x\n" == (folder / "a.toml").read_bytes()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe[\x00a\x00]", 2),
        (b"a = 1\x00", 1),
        (b"a = 1\r", 1),
        (b"# " + b"x" * 5_000_000, 2),
        (b"a = " + b"[" * 200 + b"]" * 200, 1),
        (b"", 0),
        (b"\xef\xbb\xbf", 0),
        (b"# " + b"x" * 4_000_000 + b"\n", 0),
        (b"a = " + b"[" * 30 + b"]" * 30 + b"\n", 0),
    ],
    ids=["utf-16", "nul", "lone-cr", "too-large", "too-deep", "empty", "mark", "large", "deep"],
)
def test_odd_bytes(run: Run, folder: Path, data: bytes, code: int) -> None:
    """What is no good TOML stays as it is, and so does what is good already."""
    (folder / "a.toml").write_bytes(data)
    ran = run("fmt", "a.toml")
    assert (code, "", data) == (ran.code, ran.err, (folder / "a.toml").read_bytes())


def test_mark_mode_and_line_ends_stay(run: Run, folder: Path) -> None:
    """What an editor or a colleague needs of a file is not for the layout to change."""
    path = folder / "a.toml"
    path.write_bytes(b"\xef\xbb\xbf" + UNTIDY.replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    assert 0 == run("fmt", "a.toml").code
    assert b"\xef\xbb\xbf" + TIDY.replace(b"\n", b"\r\n") == path.read_bytes()
    assert 0o640 == stat.S_IMODE(path.stat().st_mode)


def test_a_link_stays_a_link(run: Run, folder: Path) -> None:
    """What it points to is laid out, once, also when both are given."""
    (folder / "echt.toml").write_bytes(UNTIDY)
    (folder / "link.toml").symlink_to("echt.toml")
    ran = run("fmt", "link.toml", "echt.toml")
    assert (0, True) == (ran.code, (folder / "link.toml").is_symlink())
    assert "link.toml: opgemaakt\n1 bestand opgemaakt, 0 waren al goed\n" == ran.out
    assert TIDY == (folder / "echt.toml").read_bytes()


def test_a_file_that_may_not_be_written(run: Run, folder: Path) -> None:
    """It is told, the others are done, and the exit code is 2."""
    (folder / "a.toml").write_bytes(UNTIDY)
    (folder / "a.toml").chmod(0o444)
    (folder / "b.toml").write_bytes(UNTIDY)
    ran = run("fmt", "a.toml", "b.toml")
    assert (2, UNTIDY, TIDY) == (
        ran.code, (folder / "a.toml").read_bytes(), (folder / "b.toml").read_bytes(),
    )  # fmt: skip
    assert ran.out.startswith("Dit bestand mag niet gewijzigd worden: a.toml\n")


def test_what_is_not_there(run: Run, folder: Path) -> None:
    """A name, a folder without a workflow and - with more are wrong use."""
    (folder / "leeg").mkdir()
    assert (2, 'Er is geen bestand of map "niet.toml".\n') == (
        run("fmt", "niet.toml").code, run("fmt", "niet.toml").err,
    )  # fmt: skip
    assert "staat geen workflow.toml" in " ".join(run("fmt", "leeg").err.split())
    assert (2, "Geef - alleen, zonder bestanden erbij.\n") == (
        run("fmt", "-", "a.toml").code, run("fmt", "-", "a.toml").err,
    )  # fmt: skip
    assert 2 == run("fmt", "a\0b").code


def test_from_input_to_output(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor can send a text through it; with faults nothing comes back but those."""
    stdin(monkeypatch, UNTIDY)
    ran = run("fmt", "-")
    assert (0, TIDY.decode(), "") == (ran.code, ran.out, ran.err)
    stdin(monkeypatch, UNTIDY)
    assert (1, "") == ((ran := run("fmt", "-", "--check")).code, ran.out)
    stdin(monkeypatch, b"a = \n")
    ran = run("fmt", "-")
    assert (1, "") == (ran.code, ran.out)
    assert ran.err.startswith("-:1:3: SW007 ")


def test_killed_halfway_loses_nothing(tmp_path: Path) -> None:
    """Each file is all of the old or all of the new, whenever we are stopped."""
    old = WORKFLOW.replace(" = ", "=") + "".join(f"[a{n}]\nb='x'\n" for n in range(300))
    for number in range(40):
        home = tmp_path / f"w{number:02}"
        home.mkdir()
        (home / "workflow.toml").write_text(old, encoding="utf-8")
    first = tmp_path / "w00" / "workflow.toml"
    command = [sys.executable, "-m", "samenwerk", "fmt", str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    while first.read_text(encoding="utf-8") == old and process.poll() is None:
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()
    new = of_bytes(old.encode(), "a.toml").after
    found = {path.read_text(encoding="utf-8") for path in tmp_path.rglob("workflow.toml")}
    assert found <= {old, new}
    assert 40 == len(list(tmp_path.rglob("workflow.toml")))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_file_that_may_not_be_read(run: Run, folder: Path) -> None:
    """It is named, and the exit code is 2."""
    (folder / "a.toml").write_bytes(UNTIDY)
    (folder / "a.toml").chmod(0)
    ran = run("fmt", "a.toml")
    assert (2, True) == (ran.code, ran.out.startswith("Dit bestand is niet te lezen: a.toml\n"))
