"""`samenwerk check --fix`: what is certain is mended in the author's own files; nothing else is."""

import json
import os
import stat
from pathlib import Path

import pytest
from tests.cli.test_check import change
from tests.cli.world import Run

from samenwerk.cli.failing import Fail
from samenwerk.cli.rewriting import rewrite


def spoil(folder: Path) -> str:
    """Write Dutch and misspelt words in the workflow; gives what it said before."""
    path = folder / "balie" / "workflow.toml"
    before = path.read_text(encoding="utf-8")
    change(folder, 'from = "active"', 'vanuit = "active"')
    change(folder, 'giver = "member"', 'givr = "member"')
    change(folder, "[lifecycle.collaboration.step.found]", "[levensloop.collaboration.step.found]")
    return before


def test_what_is_certain_is_mended(run: Run, folder: Path) -> None:
    """Each mend is told with its place, the file is as it was before, and check is content."""
    before = spoil(folder)
    ran = run("check", "balie", "--fix")
    assert (
        """\
balie/workflow.toml:18:1: givr is nu giver
balie/workflow.toml:25:2: levensloop is nu lifecycle
balie/workflow.toml:31:1: vanuit is nu from
3 fouten hersteld

balie/workflow.toml: geen fouten (balie 2027.1: 5 stappen, 1 regel, 3 partijen, 2 verhalen)
"""
        == ran.out
    )
    assert (0, "") == (ran.code, ran.err)
    assert before == (folder / "balie" / "workflow.toml").read_text(encoding="utf-8")


def test_every_heading_of_a_word_is_mended(run: Run, folder: Path) -> None:
    """The fault is told once; all headings with that word are mended, each with its place."""
    path = folder / "balie" / "workflow.toml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("[lifecycle.", "[levensloop."), encoding="utf-8")
    ran = run("check", "balie", "--fix")
    assert (0, before) == (ran.code, path.read_text(encoding="utf-8")), ran.out
    assert before.count("[lifecycle.") == ran.out.count('levensloop is nu lifecycle') > 9


def test_what_is_left_is_told(run: Run, folder: Path) -> None:
    """A name that is not there stays as it is, and the exit code is that of check."""
    change(folder, 'to = "adopted"', 'to = "adoptd"')
    ran = run("check", "balie", "--fix", "--lang", "en")
    assert 1 == ran.code
    assert ran.out.startswith("0 faults mended\n\nbalie/workflow.toml:73:6: SW103 ")
    assert "SW103" in ran.out
    assert 'to = "adoptd"' in (folder / "balie" / "workflow.toml").read_text(encoding="utf-8")


def test_without_it_the_last_line_counts_them(run: Run, folder: Path) -> None:
    """Nothing is written; the line is only there when something can be mended."""
    spoil(folder)
    spoiled = (folder / "balie" / "workflow.toml").read_bytes()
    ran = run("check", "balie")
    assert (
        "3 van deze fouten kunnen zeker hersteld worden: dat doet samenwerk check --fix."
    ) == ran.out.splitlines()[-1]
    assert spoiled == (folder / "balie" / "workflow.toml").read_bytes()
    run("check", "balie", "--fix")
    change(folder, 'to = "adopted"', 'to = "adoptd"')
    assert "--fix" not in run("check", "balie").out


def test_json_tells_repairs_and_mends(run: Run, folder: Path) -> None:
    """A fault has its repair with line and column; afterwards stands what was mended."""
    change(folder, 'giver = "member"', 'givr = "member"')
    data = json.loads(run("check", "balie", "--format", "json").out)
    repair = {
        "file": "balie/workflow.toml",
        "start": {"line": 18, "column": 1},
        "end": {"line": 18, "column": 5},
        "text": "giver",
    }
    assert repair in [one["repair"] for one in data["checked"][0]["faults"]]
    assert 1 == data["mendable"]
    data = json.loads(run("check", "balie", "--fix", "--format", "json").out)
    where = {"file": "balie/workflow.toml", "line": 18, "column": 1}
    assert [{**where, "was": "givr", "became": "giver"}] == data["mended"]
    assert ([], 0, []) == (data["refused"], data["mendable"], data["checked"][0]["faults"])


def test_stories_and_registers_too(run: Run, folder: Path) -> None:
    """The files beside the workflow are the author's own."""
    change(folder, "does = ", "doess = ", "scenarios.toml")
    change(folder, "starts = ", "start = ", "register.toml")
    ran = run("check", "balie", "--fix")
    assert 0 == ran.code, ran.out
    assert "2 fouten hersteld" in ran.out


def test_mode_line_ends_and_mark_stay(run: Run, folder: Path) -> None:
    """A file from another system keeps its own line ends, its mark and who may read it."""
    before = spoil(folder)
    path = folder / "balie" / "workflow.toml"
    text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    path.chmod(0o640)
    assert 0 == run("check", "balie", "--fix").code
    assert b"\xef\xbb\xbf" + before.replace("\n", "\r\n").encode() == path.read_bytes()
    assert 0o640 == stat.S_IMODE(path.stat().st_mode)
    assert ["register.toml", "scenarios.toml", "workflow.toml"] == sorted(
        os.listdir(folder / "balie")
    )


def test_a_link_stays_a_link(run: Run, folder: Path) -> None:
    """What a link in the folder points to is mended when that is the author's own too."""
    before = spoil(folder)
    path = folder / "balie" / "workflow.toml"
    path.rename(folder / "balie" / "echt.txt")
    path.symlink_to("echt.txt")
    assert 0 == run("check", "balie", "--fix").code
    assert path.is_symlink()
    assert before == path.read_text(encoding="utf-8")


def test_a_link_out_of_the_folder_is_left_alone(run: Run, folder: Path) -> None:
    """A file that lies elsewhere is not the author's to mend here."""
    spoil(folder)
    path = folder / "balie" / "workflow.toml"
    path.rename(folder / "echt.txt")
    path.symlink_to("../echt.txt")
    spoiled = path.read_bytes()
    ran = run("check", "balie", "--fix")
    assert (1, spoiled) == (ran.code, path.read_bytes())
    assert ran.out.startswith("0 fouten hersteld\n")


def test_a_base_is_not_touched(run: Run, folder: Path) -> None:
    """Faults of a base are told, and mended only when the base itself is given."""
    spoil(folder)
    (folder / "eigen").mkdir()
    (folder / "eigen" / "workflow.toml").write_text(
        '[workflow]\nid = "eigen"\nversion = "1"\nnl = "Eigen"\nextends = "../balie"\n',
        encoding="utf-8",
    )
    spoiled = (folder / "balie" / "workflow.toml").read_bytes()
    ran = run("check", "eigen", "--fix")
    assert 1 == ran.code
    assert spoiled == (folder / "balie" / "workflow.toml").read_bytes()


def test_a_file_that_may_not_be_written(run: Run, folder: Path) -> None:
    """It is told which file that is, and the exit code is 2."""
    spoil(folder)
    path = folder / "balie" / "workflow.toml"
    path.chmod(0o444)
    spoiled = path.read_bytes()
    ran = run("check", "balie", "--fix")
    assert (2, spoiled) == (ran.code, path.read_bytes())
    assert ran.out.startswith("Dit bestand mag niet gewijzigd worden: balie/workflow.toml\n")


def test_what_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """A file that no longer holds what was read stays, and nothing lies beside it."""
    path = tmp_path / "a.toml"
    path.write_bytes(b"nieuw")
    with pytest.raises(Fail) as caught:
        rewrite(path, b"oud", b"beter")
    assert "rewrite.changed" == caught.value.id
    assert (b"nieuw", ["a.toml"]) == (path.read_bytes(), os.listdir(tmp_path))
