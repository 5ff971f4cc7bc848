"""`samenwerk check`: every fault at once with its place, and what holds after `extends`."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest
from tests.cli.world import WORKFLOW, Run

from samenwerk.packaged import workflow_names


def change(folder: Path, before: str, after: str, file: str = "workflow.toml") -> None:
    """Write something else in a file of the workflow."""
    path = folder / "balie" / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_a_workflow_without_faults_is_counted(run: Run) -> None:
    """What was looked at is told on one line, and the exit code is 0."""
    ran = run("check", "balie")
    told = (
        "balie/workflow.toml: geen fouten (balie 2027.1: 5 stappen, 1 regel, 3 partijen, "
        "2 verhalen)\n"
    )
    assert (0, told, "") == (ran.code, ran.out, ran.err)


def test_a_fault_is_shown_whole(run: Run, folder: Path) -> None:
    """Place, code, the author's own line with a caret, why, how to mend: in Dutch."""
    change(folder, 'to = "adopted"', 'to = "adoptd"')
    ran = run("check", "balie")
    told = """\
   73 | to = "adoptd"
      |      ^^^^^^^^ deze naam bestaat hier niet
"""
    first, shown = ran.out.split("\n", 1)
    assert 1 == ran.code
    assert first.startswith("balie/workflow.toml:73:6: SW103 er is geen fase met de naam ")
    assert told == shown[: len(told)]
    assert 'bedoelde u "adopted" (regel ' in " ".join(shown.split())
    assert "   Waarom: " in shown


def test_faults_of_all_files_come_together(run: Run, folder: Path) -> None:
    """The workflow, its register and its scenarios are read in one go."""
    change(folder, 'who = "zuid", starts', 'who = "zuit", starts', "register.toml")
    change(folder, 'does = "change.adopt"', 'does = "change.adapt"', "scenarios.toml")
    ran = run("check", "balie", "--format", "json")
    faults = json.loads(ran.out)["checked"][0]["faults"]
    assert 1 == ran.code
    assert [
        ("balie/register.toml", 6, "SW103"),
        ("balie/scenarios.toml", 14, "SW305"),
    ] == [(one["file"], one["line"], one["code"]) for one in faults]
    assert ["zuid", "change.adopt"] == [one["nearest"] for one in faults]


def test_a_folder_of_workflows(run: Run, folder: Path) -> None:
    """Every workflow in it is checked or played, by name; a folder without any is refused."""
    (folder / "regio").mkdir()
    for name in ("b", "a"):
        shutil.copytree(folder / "balie", folder / "regio" / name)
    (folder / "regio" / "leeg").mkdir()
    checked = json.loads(run("check", "regio", "--format", "json").out)["checked"]
    tested = json.loads(run("test", "regio", "--format", "json").out)["tested"]
    files = ["regio/a/workflow.toml", "regio/b/workflow.toml"]
    assert files == [one["path"] for one in checked]
    assert files == [one["path"] for one in tested]
    assert [2, 2] == [one["counts"]["scenarios"] for one in tested]
    assert 2 == run("test", "regio/leeg").code


def test_english_when_asked(run: Run, folder: Path) -> None:
    """`--lang en` goes before SAMENWERK_LANG."""
    change(folder, 'to = "adopted"', 'to = "adoptd"')
    ran = run("check", "balie", "--lang", "en")
    assert "adoptd" in ran.out.splitlines()[0]
    assert "   Why: " in ran.out
    assert "Waarom" not in ran.out


def test_effective_reads_back_and_names_origins(run: Run) -> None:
    """Without its comments it is TOML; lines say from which file and line they come."""
    ran = run("check", "vv-tafel", "--effective")
    assert 0 == ran.code
    values = tomllib.loads(ran.out)
    assert "vv-tafel" == values["workflow"]["id"]
    assert "carry" in values["lifecycle"]["change"]["decision"]
    legend = [line for line in ran.out.splitlines() if line[3:6] == " = " and line[:2] == "# "]
    assert ["# A = ", "# B = "] == [line[:6] for line in legend[:2]]
    own = next(line for line in ran.out.splitlines() if line.startswith('id = "vv-tafel"'))
    assert own.rsplit("# ", 1)[1].split(":")[1].removesuffix(" *").isdigit()


def test_every_step_is_a_sentence(run: Run) -> None:
    """Faults that hide in TOML show in prose: who, from where to where, and when."""
    ran = run("check", "balie", "--effective")
    told = ran.out[ran.out.index("# Elke stap als zin:") :]
    assert """\
# change.adopt:
#   Vaststellen: de Voorzitter brengt het dossier van Voorgesteld naar
#   Vastgesteld, en vult in: Ingangsdag, zodra: de regio draagt de wijziging;
#   het stuk Impactnotitie is ingediend.
""" in told
    steps = [line for line in told.splitlines() if line.startswith("# c") and line.endswith(":")]
    assert 5 == len(steps)


def test_effective_to_a_file(run: Run, folder: Path) -> None:
    """`--output` writes the same text, as UTF-8 with plain line ends."""
    printed = run("check", "balie", "--effective").out
    assert 0 == run("check", "balie", "--effective", "--output", "al.toml").code
    assert printed.encode() == (folder / "al.toml").read_bytes()


@pytest.mark.parametrize("name", workflow_names())
def test_packaged_workflows_have_no_faults(run: Run, name: str) -> None:
    """What comes with samenwerk passes its own check, found by its name alone."""
    ran = run("check", name)
    assert (0, 1) == (ran.code, len(ran.out.splitlines())), ran.out


def test_what_is_not_there_names_the_nearest(run: Run) -> None:
    """A wrong name is wrong use: exit 2, a sentence, nothing on standard output."""
    ran = run("check", "regioplam")
    told = 'Er is geen bestand, map of werkwijze "regioplam". Bedoelde u "regioplan"?\n'
    assert (2, "", told) == (ran.code, ran.out, ran.err)


def test_a_folder_without_a_workflow(run: Run, folder: Path) -> None:
    """An empty folder says which file it lacks, and which folder that is: `.` says nothing."""
    (folder / "leeg").mkdir()
    ran = run("check", "./leeg")
    said = (
        f"In de map {(folder / 'leeg').resolve().as_posix()} staat geen workflow.toml. Geef een "
        "map waar er wel een in staat."
    )
    assert (2, said) == (ran.code, " ".join(ran.err.split()))  # a long name moves to its own line


def test_a_register_inside_the_workflow(run: Run, folder: Path) -> None:
    """Where no register.toml lies beside it, the one in the workflow is used and checked."""
    register = (folder / "balie" / "register.toml").read_text(encoding="utf-8")
    (folder / "balie" / "register.toml").unlink()
    (folder / "balie" / "workflow.toml").write_text(WORKFLOW + register, encoding="utf-8")
    assert "3 partijen" in run("check", "balie").out
    assert 0 == run("test", "balie").code
