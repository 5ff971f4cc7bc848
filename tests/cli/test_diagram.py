"""`samenwerk diagram`: which lifecycles, in which form, to where, and what a mistake gives."""

import json
from pathlib import Path

from tests.cli.world import Run


def test_one_lifecycle_is_printed_as_mermaid(run: Run) -> None:
    """Without a form it is Mermaid, that can be pasted as it is."""
    ran = run("diagram", "balie", "--lifecycle", "change")
    assert (0, "") == (ran.code, ran.err)
    assert ran.out.startswith('---\ntitle: "Wijziging"\n---\nflowchart TD\n')
    assert "<b>Voorgesteld</b>" in ran.out


def test_all_lifecycles_are_printed_as_a_page(run: Run) -> None:
    """Several are a page of Markdown, each after the one that it hangs under."""
    ran = run("diagram", "balie")
    heads = [row for row in ran.out.splitlines() if row.startswith("## ")]
    assert ["## Samenwerking", "## Wijziging"] == heads


def test_dot_is_printed(run: Run) -> None:
    """As DOT each lifecycle is a graph of its own."""
    ran = run("diagram", "balie", "--format", "dot", "--lang", "en")
    assert 2 == ran.out.count("digraph lifecycle {")


def test_a_file_for_each_in_a_folder(run: Run, folder: Path) -> None:
    """A folder gets a file for each lifecycle, named after it."""
    ran = run("diagram", "balie", "--output", "plaatjes")
    files = ["plaatjes/change.mmd", "plaatjes/collaboration.mmd"]
    assert files == sorted(one.relative_to(folder).as_posix()
                           for one in (folder / "plaatjes").iterdir())  # fmt: skip
    assert "Gemaakt: plaatjes/collaboration.mmd\nGemaakt: plaatjes/change.mmd\n" == ran.out


def test_the_end_of_a_file_name_says_the_form(run: Run, folder: Path) -> None:
    """A file that ends in .dot is DOT, and one that ends in .md a page."""
    assert 0 == run("diagram", "balie", "--output", "alles.md").code
    assert 0 == run("diagram", "balie", "--lifecycle", "change", "--output", "een.dot").code
    assert (folder / "alles.md").read_text(encoding="utf-8").startswith("## Samenwerking\n")
    assert (folder / "een.dot").read_text(encoding="utf-8").startswith("digraph lifecycle {\n")


def test_several_do_not_fit_in_one_file(run: Run) -> None:
    """Several pictures in one file that holds one: the answer says what to do instead."""
    ran = run("diagram", "balie", "--output", "alles.mmd")
    assert (2, "") == (ran.code, ran.out)
    assert (
        "Er is meer dan één levensloop: noem een map bij --output, of kies er een met "
        "--lifecycle."
    ) == " ".join(ran.err.split())


def test_a_lifecycle_that_is_not_there(run: Run) -> None:
    """The nearest name is told."""
    ran = run("diagram", "balie", "--lifecycle", "chnage")
    assert (2, "") == (ran.code, ran.out)
    assert 'Er is geen levensloop met de naam "chnage". Bedoelde u "change"?\n' == ran.err


def test_a_case_in_its_picture(begun: Run) -> None:
    """Of a case it shows where it is, what it did and what can be done now."""
    ran = begun("diagram", "--case", "w", "--format", "json")
    (drawing,) = json.loads(ran.out)["drawings"]
    assert ("change", "w") == (drawing["lifecycle"], drawing["case"])
    states = {one["state"]: one["mark"] for one in drawing["states"]}
    assert {"proposed": "here", "adopted": None, "withdrawn": None} == states
    steps = {one["step"]: one["mark"] for one in drawing["steps"]}
    assert {"open": "done", "adopt": None, "withdraw": "open"} == steps


def test_a_case_that_is_not_there(begun: Run) -> None:
    """A case that the store does not have is a mistake with its own sentence."""
    ran = begun("diagram", "--case", "x")
    assert (2, 'Er is geen dossier met de naam "x"; wel: s, w.\n') == (ran.code, ran.err)


def test_a_form_that_is_not_there(run: Run) -> None:
    """A form that there is not: the answer names those there are."""
    ran = run("diagram", "balie", "--format", "png")
    assert 2 == ran.code
    assert "mermaid, dot" in ran.err


def test_svg_of_several_asks_for_a_folder(run: Run, folder: Path) -> None:
    """One picture is printed; several go to a folder, and without one the answer says so."""
    ran = run("diagram", "balie", "--format", "svg")
    assert 2 == ran.code
    assert "noem een map bij --output" in ran.err
    assert 0 == run("diagram", "balie", "--format", "svg", "--output", "p").code
    assert ["change.svg", "collaboration.svg"] == sorted(
        one.name for one in (folder / "p").iterdir()
    )


def test_the_case_as_svg(begun: Run, folder: Path) -> None:
    """Where a case is can be kept as a picture."""
    ran = begun("diagram", "--case", "w", "--output", "w.svg")
    assert (0, "Gemaakt: w.svg\n") == (ran.code, ran.out)
    assert "hier staat dit dossier nu" in (folder / "w.svg").read_text(encoding="utf-8")


def test_models_of_several_ask_for_a_folder(run: Run, folder: Path) -> None:
    """A model holds one lifecycle; a folder gets each, and the end of a name says the form."""
    for form in ("bpmn", "scxml"):
        assert 2 == run("diagram", "balie", "--format", form).code
        assert 0 == run("diagram", "balie", "--format", form, "--output", form).code
        assert [f"change.{form}", f"collaboration.{form}"] == sorted(
            one.name for one in (folder / form).iterdir()
        )
        name = f"een.{form}"
        assert 0 == run("diagram", "balie", "--lifecycle", "change", "--output", name).code
        same = (folder / form / f"change.{form}").read_text(encoding="utf-8")
        assert same == (folder / name).read_text(encoding="utf-8")


def test_the_case_in_a_model(begun: Run, folder: Path) -> None:
    """Where a case is stands in the model by its colour, and in the machine by a mark."""
    assert 0 == begun("diagram", "--case", "w", "--output", "w.bpmn").code
    assert 0 == begun("diagram", "--case", "w", "--output", "w.scxml").code
    assert 'bpmnElement="state.proposed" color:background-color="#ffd968"' in (
        folder / "w.bpmn"
    ).read_text(encoding="utf-8")
    assert 'samenwerk:mark="here"' in (folder / "w.scxml").read_text(encoding="utf-8")
