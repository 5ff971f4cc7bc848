"""The reference page is what the tables say, and its examples are what a reader may copy."""

from pathlib import Path

import pytest

from samenwerk.definitions.keys.condition_keys import EACH, QUANTIFIERS, condition_keys, first_words
from samenwerk.definitions.keys.families import COMMON, FAMILIES
from samenwerk.definitions.keys.inner_keys import INNER
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.definitions.keys.register_keys import LINES, PARTY
from samenwerk.definitions.keys.story_keys import EXPECTED, STORY_KEYS
from samenwerk.definitions.keys.story_keys import LINES as STORY_LINES
from samenwerk.definitions.laying.overlay import GUARDED, STEP_NEEDS
from samenwerk.definitions.pages.reference import reference
from samenwerk.definitions.pages.reference_conditions import CONDITIONS
from samenwerk.definitions.pages.reference_examples import EXAMPLES
from samenwerk.definitions.pages.reference_story import REGISTER, SCENARIO
from samenwerk.definitions.read import read_text
from samenwerk.scenarios.folder import read_folder, set_for
from samenwerk.scenarios.play import Player

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = {"en": DOCS / "language.md", "nl": DOCS / "language.nl.md"}
WHOLE = "\n".join(EXAMPLES.values())


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_is_what_the_language_makes_of_it(lang: str) -> None:
    """Whoever changes a word makes the page anew: `python docs/make_reference.py`."""
    assert reference(lang=lang) == PAGES[lang].read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", PAGES)
def test_every_key_of_all_three_files_is_told(lang: str) -> None:
    """What an editor completes, the page tells in the same words."""
    page = reference(lang=lang)
    families = [*FAMILIES.values(), *LINES.values(), PARTY]
    families += [part for family in FAMILIES.values() for part in family.parts]
    keys = [key for family in families for key in family.keys]
    keys += [key for some in (*INNER.values(), *EACH.values()) for key in some]
    keys += [key for some in condition_keys(KINDS).values() for key in some.values()]
    keys += [*COMMON, *STORY_KEYS.values(), *EXPECTED.values()]
    keys += [line.key for line in STORY_LINES.values()]
    told = {(key.name, key.nl if lang == "nl" else key.en) for key in keys}
    rows = [row.split(" | ") for row in page.splitlines() if row.startswith("| `")]
    shown = {(row[0].split("`")[1], row[1]) for row in rows if len(row) > 2}
    assert set() == told - shown


def test_the_page_says_the_same_in_both_languages() -> None:
    """The same headings, tables and examples, one after another."""
    shapes = []
    for lang in PAGES:
        lines = [line.partition(" ")[0] for line in reference(lang=lang).splitlines()]
        shapes.append([line for line in lines if line.startswith(("#", "|", "```"))])
    assert shapes[0] == shapes[1]


def test_every_family_and_every_condition_has_an_example() -> None:
    """Nothing can be written that the page does not show."""
    assert set(FAMILIES) - {"scenario"} == set(EXAMPLES)
    assert {*first_words(KINDS), *QUANTIFIERS} == set(CONDITIONS)


def test_the_page_shows_every_word_of_a_story() -> None:
    """Also those of a few steps only, such as `into` and `merges`."""
    page = reference()
    words = {*STORY_LINES, *STORY_KEYS, *EXPECTED}
    assert words == {word for word in words if f"| `{word}`" in page}


def test_the_page_names_all_that_is_closed_from_the_start() -> None:
    """A reader of the table need not find out by a fault."""
    (closed,) = (line for line in reference().splitlines() if line.startswith("| `closed` |"))
    named = {one for one in (*FAMILIES, *STEP_NEEDS) if f"`{one}`" in closed}
    assert {*GUARDED, *STEP_NEEDS} == named


def test_the_examples_are_one_workflow_without_faults() -> None:
    """Not even a warning: who copies them begins well."""
    assert () == read_text(WHOLE).diagnostics


@pytest.mark.parametrize("word", CONDITIONS)
def test_a_condition_can_be_copied(word: str) -> None:
    """Into the needs of a step of the example."""
    step = '[lifecycle.balie.step.extra]\nnl = "E"\nen = "E"\nfrom = "open"\nto = "stays"\n'
    text = f'{WHOLE}\n{step}by = "voorzitter"\nneeds = [{CONDITIONS[word]}]\n'
    assert () == read_text(text, checks=()).diagnostics


def test_the_stories_go_as_they_are_told(tmp_path: Path) -> None:
    """With the register and the workflow of the page, through the real engine."""
    files = {"workflow": WHOLE, "register": REGISTER, "scenarios": SCENARIO}
    for name, text in files.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    folder = read_folder(tmp_path / "workflow.toml")
    assert () == folder.diagnostics
    workflow = folder.workflow
    assert workflow is not None
    player = Player(
        workflow,
        folder.scenarios,
        folder.registers,
        workflow_with=lambda scenario: set_for(workflow, scenario),
    )
    assert {"voorstel": True, "te_duur": True} == {
        one.scenario.name: one.passed for one in player.play_all()
    }
