"""`samenwerk new lifecycle`, `rule` and `scenario`: more, and nothing less."""

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.world import Run

from samenwerk.authoring.judging import Judged
from samenwerk.cli import making
from samenwerk.packaged import workflows_folder

KINDS = ("lifecycle", "rule", "scenario")
PACKAGED = ("vv-tafel", "achterhoek-2030", "triageteam", "regioplan")


def texts(folder: Path) -> dict[str, list[str]]:
    """The lines of every file that somebody wrote, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8").splitlines()
        for path in sorted(folder.rglob("*.toml"))
    }


def lost(before: dict[str, list[str]], after: dict[str, list[str]]) -> list[str]:
    """The lines that are no longer there, in their order; a comma or item more is nothing lost."""
    gone = []
    for file, rows in before.items():
        left = iter(after[file])
        for row in rows:
            if not any(now == row or now.startswith(row.rstrip("]")) for now in left):
                gone.append(f"{file}: {row}")
                left = iter(after[file])
    return gone


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("base", ["landelijk", "none"])
def test_each_kind_on_a_new_region(run: Run, folder: Path, base: str, lang: str) -> None:
    """One after another: each is right, all that was there stays, and the commands that are
    told to do next work."""
    assert 0 == run("new", "region", "noord", "--extends", base, "--lang", lang).code
    for kind in KINDS:
        before = texts(folder / "noord")
        ran = run("new", kind, f"mijn-{kind}", "--workflow", "noord", "--lang", lang)
        assert (0, "") == (ran.code, ran.err)
        assert [] == [row for row in ran.out.splitlines() if len(row) > 80]
        assert [] == lost(before, texts(folder / "noord"))
        assert 0 == run("fmt", "--check", "noord").code
        for row in ran.out.splitlines():
            if row.startswith("  samenwerk"):
                done = run(*row.split()[1:], "--lang", lang)
                assert (0, "") == (done.code, done.err), done.out
    checked = json.loads(run("check", "noord", "--format", "json").out)["checked"]
    assert [[]] == [one["faults"] for one in checked]
    assert [] == [path for path in folder.iterdir() if path.name.startswith(".")]
    words = (folder / "noord" / ".schema" / "workflow.json").read_text(encoding="utf-8")
    assert "mijn-rule" in words


@pytest.mark.parametrize("name", PACKAGED)
def test_each_kind_on_a_workflow_that_is_there(run: Run, folder: Path, name: str) -> None:
    """Whatever its files look like, everything that they say stays."""
    shutil.copytree(workflows_folder() / name, folder / name)
    before = texts(folder / name)
    for kind in KINDS:
        ran = run("new", kind, f"eigen_{kind}", "--workflow", name)
        assert (0, "") == (ran.code, ran.err)
    assert [] == lost(before, texts(folder / name))


@pytest.mark.parametrize("step", ["collaboration.found", "change.adopt", "collaboration.pause"])
def test_a_rule_for_a_step_of_the_base(run: Run, folder: Path, step: str) -> None:
    """The list that the region adds to already, or one of its own: the step asks for the rule."""
    assert 0 == run("new", "region", "noord").code
    before = texts(folder / "noord")
    ran = run("new", "rule", "eerst_praten", "--step", step, "--workflow", "noord")
    assert (0, "") == (ran.code, ran.err)
    assert [] == lost(before, texts(folder / "noord"))
    assert 0 == run("fmt", "--check", "noord").code
    told = run("explain", "eerst_praten", "--workflow", "noord", "--format", "json").out
    assert [step] == json.loads(told)["found"][0]["used_in"]


def test_a_workflow_with_parts_gets_another(run: Run, folder: Path) -> None:
    """The file is named in `parts`, and nothing else of the first file changes."""
    assert 0 == run("new", "region", "noord", "--extends", "none").code
    main = folder / "noord" / "workflow.toml"
    said = main.read_text(encoding="utf-8")
    more = said.replace("[workflow]\n", '[workflow]\nparts = ["extra.toml"] # hier\n')
    main.write_text(more, encoding="utf-8")
    (folder / "noord" / "extra.toml").write_text("# nog niets\n", encoding="utf-8")
    ran = run("new", "lifecycle", "werkgroep", "--workflow", "noord")
    assert (0, "") == (ran.code, ran.err)
    assert more.replace('["extra.toml"]', '["extra.toml", "werkgroep.toml"]') == main.read_text(
        encoding="utf-8"
    )
    assert (folder / "noord" / "werkgroep.toml").is_file()


def test_as_data(run: Run) -> None:
    """What was made, where, and what to do next."""
    assert 0 == run("new", "region", "noord", "--extends", "none").code
    words = ("--workflow", "noord", "--step", "samenwerking.stoppen", "--format", "json")
    told = json.loads(run("new", "rule", "afscheid", *words).out)
    stories = ["voorbereid", "opgericht", "te_weinig_steun", "niets_op_papier"]
    assert {
        "command": "new rule",
        "exit": 0,
        "lang": "nl",
        "made": {
            "kind": "rule",
            "name": "afscheid",
            "folder": "noord",
            "files": ["workflow.toml"],
            "scenarios": stories,
        },
        "next": [
            "samenwerk check noord",
            "samenwerk test noord",
            "samenwerk explain afscheid --workflow noord",
        ],
    } == told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rule", "Mijn regel"), "samenwerk new rule mijn_regel"),
        (("rule", "op_papier"), "samenwerk new rule op_papier_2"),
        (("rule", "x", "--step", "samenwerking.stopen"), '"samenwerking.stoppen"?'),
        (("scenario", "opgericht"), "samenwerk new scenario opgericht_2"),
        (("scenario", "x", "--after", "opgerict"), 'Bedoelde u "opgericht"?'),
        (("scenario", "x", "--after", "niets_op_papier"), "geen plaats te vinden"),
        (("lifecycle", "x", "--nl", " "), "kan niet leeg zijn"),
        (("lifecycle", "x", "--workflow", "landelijk"), "staat geen workflow.toml"),
    ],
)
def test_what_cannot_be_is_told(run: Run, folder: Path, words: tuple[str, ...], said: str) -> None:
    """Exit 2, a sentence that says what is possible, and nothing changed."""
    assert 0 == run("new", "region", "noord", "--extends", "none").code
    before = texts(folder)
    of = () if "--workflow" in words else ("--workflow", "noord")
    ran = run("new", *words, *of)
    assert (2, "") == (ran.code, ran.out)
    assert said in " ".join(ran.err.split())
    assert before == texts(folder)


def test_what_is_not_right_is_mended_first(run: Run, folder: Path) -> None:
    """Else nobody sees which fault was there and which came."""
    assert 0 == run("new", "region", "noord", "--extends", "none").code
    stories = folder / "noord" / "scenarios.toml"
    text = stories.read_text(encoding="utf-8")
    stories.write_text(text.replace('"allowed"', '"never"'), encoding="utf-8")
    before = texts(folder)
    ran = run("new", "scenario", "x", "--workflow", "noord")
    assert (2, True) == (ran.code, "samenwerk test noord" in " ".join(ran.err.split()))
    assert before == texts(folder)


@pytest.mark.parametrize("kind", KINDS)
def test_in_the_working_folder(
    run: Run, folder: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The usual way: in the folder of the workflow itself, on a packaged base."""
    assert 0 == run("new", "region", "noord").code
    monkeypatch.chdir(folder / "noord")
    ran = run("new", kind, "eerst_praten")
    assert (0, "") == (ran.code, ran.err)
    assert 0 == run("check", ".").code
    assert 0 == run("fmt", "--check").code


def test_what_somebody_else_changes_meanwhile_stays(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is written while the piece is tried is left as it is, and so are the others."""
    assert 0 == run("new", "region", "noord", "--extends", "none").code
    file = folder / "noord" / "workflow.toml"
    judged = making.judged

    def meanwhile(path: Path) -> Judged:
        with file.open("a", encoding="utf-8") as written:
            written.write("# van een ander\n")
        return judged(path)

    monkeypatch.setattr(making, "judged", meanwhile)
    before = texts(folder / "noord")
    ran = run("new", "lifecycle", "werkgroep", "--workflow", "noord")
    assert 2 == ran.code
    assert "Dit bestand is intussen door iets anders gewijzigd" in ran.err
    monkeypatch.undo()
    before["workflow.toml"].append("# van een ander")
    assert before == texts(folder / "noord")


def test_a_file_keeps_its_mode_and_a_link_stays_one(run: Run, folder: Path) -> None:
    """What is added goes into the file that the link points to."""
    assert 0 == run("new", "region", "noord").code
    file, real = folder / "noord" / "workflow.toml", folder / "elders.toml"
    file.rename(real)
    real.chmod(0o600)
    file.symlink_to(real)
    assert 0 == run("new", "rule", "eerst_praten", "--workflow", "noord").code
    assert file.is_symlink()
    assert 0o600 == real.stat().st_mode & 0o777
    assert "[rule.eerst_praten]" in real.read_text(encoding="utf-8")


def test_a_file_that_may_not_change(run: Run, folder: Path) -> None:
    """Then nothing of the piece is there, also not in the other files."""
    assert 0 == run("new", "region", "noord", "--extends", "none").code
    (folder / "noord" / "scenarios.toml").chmod(0o444)
    before = texts(folder / "noord")
    ran = run("new", "lifecycle", "werkgroep", "--workflow", "noord")
    assert 2 == ran.code
    assert "Dit bestand mag niet gewijzigd worden" in ran.err
    assert before == texts(folder / "noord")


def test_what_was_stopped_before_is_in_nobodys_way(run: Run, folder: Path) -> None:
    """A folder that a command left when it was ended hard."""
    for name in (".noord.new", ".balie.new"):
        (folder / name).mkdir()
    assert 0 == run("new", "region", "noord", "--extends", "none").code
    assert 0 == run("new", "rule", "praten", "--workflow", "noord").code


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_keeps_its_line_ends_and_its_mark(run: Run, folder: Path, kind: str) -> None:
    """What an editor on another system wrote stays so on every line, and `fmt` agrees."""
    assert 0 == run("new", "region", "noord", "--extends", "none").code
    files = [folder / "noord" / name for name in ("workflow.toml", "scenarios.toml")]
    for file in files:
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert 0 == run("new", kind, "praten", "--workflow", "noord").code
    for file in files:
        data = file.read_bytes()
        assert b"\xef\xbb\xbf" == data[:3]
        assert data.count(b"\n") == data.count(b"\r\n")
    assert 0 == run("fmt", "--check", "noord").code
