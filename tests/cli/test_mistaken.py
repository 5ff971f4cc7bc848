"""A file of another kind or name than a command asks for: told what it is and what to type."""

from pathlib import Path

import pytest
from tests.cli.world import REGISTER, SCENARIOS, WORKFLOW, Run

NONE = {
    "nl": "In de map {where} staat geen {file}",
    "en": "There is no {file} in the folder {where}",
}
RENAME = {
    "nl": "; {found} is er wel een. Hernoem {found} tot {file}.",
    "en": ", but {found} is one. Rename {found} to {file}.",
}
HIDDEN = {
    "nl": "; {found} is er wel een. Hernoem dat tot {file}. Op Windows ziet u het einde van een "
    'naam met "Beeld", "Bestandsnaamextensies".',
    "en": ", but {found} is one. Rename it to {file}. On Windows the end of a name is seen with "
    '"View", "File name extensions".',
}


def unwrapped(said: str) -> str:
    """What was said as one line, however wide the terminal; a long folder pushes a comma on."""
    return " ".join(said.split()).replace(" ,", ",")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("command", ["check", "test", "start", "register"])
@pytest.mark.parametrize(
    ("found", "said"),
    [
        ("werkwijze.toml", RENAME), ("{stem}.toml.txt", HIDDEN), ("{stem}.txt", RENAME),
        ("mijn {stem}.TOML", RENAME),
    ],
)  # fmt: skip
def test_the_file_of_a_folder_has_another_name(
    run: Run, folder: Path, command: str, found: str, said: dict[str, str], lang: str
) -> None:
    """Looked for by what stands in it, and told how it must be called."""
    stem, text = ("register", REGISTER) if command == "register" else ("workflow", WORKFLOW)
    found = found.format(stem=stem)
    (folder / "regio").mkdir()
    (folder / "regio" / found).write_text(text, encoding="utf-8")
    (folder / "regio" / "lees mij.txt").write_text("Over deze map", encoding="utf-8")
    ran = run(command, "regio", "--lang", lang)
    where = (folder / "regio").resolve().as_posix()
    told = (NONE[lang] + said[lang]).format(where=where, file=f"{stem}.toml", found=found)
    assert (2, "", told) == (ran.code, ran.out, unwrapped(ran.err))


def test_several_could_be_it(run: Run, folder: Path) -> None:
    """Then the person chooses."""
    (folder / "regio").mkdir()
    for name in ("oud.toml", "nieuw.toml"):
        (folder / "regio" / name).write_text(WORKFLOW, encoding="utf-8")
    where = (folder / "regio").resolve().as_posix()
    expected = (
        f"In de map {where} staat geen workflow.toml; dit kan er een zijn: nieuw.toml, oud.toml. "
        "Hernoem het juiste bestand tot workflow.toml."
    )
    assert expected == unwrapped(run("check", "regio").err)


KINDS = {
    "register": {"nl": "{file} is een register en geen werkwijze. ",
                 "en": "{file} is a register, and no workflow. "},
    "scenarios": {"nl": "In {file} staan verhalen en geen werkwijze. ",
                  "en": "{file} has stories in it, and no workflow. "},
}  # fmt: skip
GIVE = {"nl": "Geef de map van de werkwijze: balie", "en": "Give the folder of its workflow: balie"}
ALONE = {
    "nl": "Zet het naast de workflow.toml waar het bij hoort, en geef die map.",
    "en": "Put it beside the workflow.toml that it belongs to, and give that folder.",
}


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["start", "explain", "check", "test"])
def test_no_workflow_is_given(run: Run, folder: Path, command: str, kind: str, lang: str) -> None:
    """A register or stories where a workflow is asked: the folder beside it, or where to put it.

    `check` and `test` need not be told: what lies beside a workflow means that workflow.
    """
    about = ("--workflow",) if command == "explain" else ()
    words = (command, *about) if command != "explain" else ("explain", "change.adopt", *about)
    file = f"balie/{kind}.toml"
    if command in ("start", "explain"):
        ran = run(*words, file, "--lang", lang)
        expected = KINDS[kind][lang].format(file=file) + GIVE[lang]
        assert (2, "", expected) == (ran.code, ran.out, unwrapped(ran.err))
    else:
        assert 0 == run(*words, file, "--lang", lang).code
    text = REGISTER if kind == "register" else SCENARIOS
    (folder / "los.toml").write_text(text, encoding="utf-8")
    ran = run(*words, "los.toml", "--lang", lang)
    expected = KINDS[kind][lang].format(file="los.toml") + ALONE[lang]
    assert (2, "", expected) == (ran.code, ran.out, unwrapped(ran.err))


@pytest.mark.parametrize(
    ("lang", "file", "told"),
    [
        ("nl", "workflow", "balie/workflow.toml is een werkwijze en geen register."),
        ("en", "workflow", "balie/workflow.toml is a workflow, and no register."),
        ("nl", "scenarios", "In balie/scenarios.toml staan verhalen en geen register."),
        ("en", "scenarios", "balie/scenarios.toml has stories in it, and no register."),
    ],
)
def test_no_register_is_given(run: Run, folder: Path, lang: str, file: str, told: str) -> None:
    """The command to type, or where who takes part belongs when there is no register yet."""
    type_it = {"nl": "Typ", "en": "Type"}[lang]
    ran = run("register", f"balie/{file}.toml", "--lang", lang)
    expected = f"{told} {type_it}: samenwerk register balie/register.toml"
    assert (2, "", expected) == (ran.code, ran.out, unwrapped(ran.err))
    (folder / "balie" / "register.toml").unlink()
    put = {
        "nl": "Zet wie meedoen in balie/register.toml, en geef dat bestand.",
        "en": "Put who takes part in balie/register.toml, and give that file.",
    }[lang]
    assert f"{told} {put}" == unwrapped(run("register", f"balie/{file}.toml", "--lang", lang).err)


def test_the_register_of_a_folder(begun: Run) -> None:
    """A folder means the register that lies in it."""
    ran = begun("register", "balie")
    assert (0, "Opgenomen: 3 partijen, 1 rol en 1 mandaat.") == (ran.code, ran.out.split("\n")[0])
