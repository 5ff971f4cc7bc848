"""What a writer sees in an editor: words that complete, what they mean, and what is wrong.

The editor's side is tombi's language server, without a network; its schemas are those that
`samenwerk schema REGION --folder REGION` makes.
"""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from tests.editor import TOMBI, Editor

from samenwerk.definitions.keys.condition_keys import QUANTIFIERS, first_words
from samenwerk.definitions.keys.families import COMMON, FAMILIES
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.definitions.read import read_workflow

pytestmark = pytest.mark.skipif(TOMBI is None, reason="tombi is not installed")

WORKFLOW = """\
#:schema .schema/workflow.json

[workflow]
id = "noord"
version = "2027.1"
extends = "landelijk@2026.1"
nl = "Regio Noord"
en = "Region North"

[rule.noord_betaalbaar]
nl = "Betaalbaar voor Noord"
en = "Affordable for North"
all = [{ fact = "noord_kosten", at_most = 1000 }]

[fact.noord_kosten]
nl = "Kosten"
en = "Costs"
type = "money"

[date.noord_begin]
nl = "Het begin"
en = "The beginning"
is = 2027-01-01
"""
STEP = "[lifecycle.change.step.noord]\n"
STORY = '#:schema .schema/scenarios.json\n\n[scenario.a]\nnl = "A"\nstory = [\n'


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor in the folder of a region."""
    folder = tmp_path_factory.mktemp("region")
    (folder / "workflow.toml").write_text(WORKFLOW, encoding="utf-8")
    command = [sys.executable, "-m", "samenwerk", "schema", ".", "--folder", ".", "--lang", "nl"]
    subprocess.run(command, cwd=folder, env=os.environ, check=True, capture_output=True)
    editor = Editor(folder)
    yield editor
    editor.close()


def test_the_keys_of_a_step_complete(editor: Editor) -> None:
    """All of them and nothing else, each told in Dutch with the English below it."""
    found = editor.completions("workflow.toml", f"{WORKFLOW}\n{STEP}|")
    assert {key.name for key in (*FAMILIES["step"].keys, *COMMON)} == set(found)
    assert found["from"].startswith("vanuit welke fase; geen: het opent een dossier\n")
    assert "*from which state; none: it opens a case*" in found["from"]


def test_names_of_rules_complete(editor: Editor) -> None:
    """Those of the region and those of the base, each with what it is called."""
    found = editor.completions("workflow.toml", f'{WORKFLOW}\n{STEP}needs = ["|"]')
    assert found['"noord_betaalbaar"'].startswith("Betaalbaar voor Noord\n")
    reading = read_workflow(editor.folder / "workflow.toml")
    assert reading.workflow is not None
    assert {f'"{name}"' for name in reading.workflow.rules} <= set(found)


def test_a_line_completes_what_belongs_to_its_first_word(editor: Editor) -> None:
    """At its beginning every first word is there; beside one, only what goes with it."""
    text = f"{WORKFLOW}\n{STEP}needs = [{{ | }}]"
    assert {*first_words(KINDS), *QUANTIFIERS} - {"in"} <= {
        one.partition(" ")[0] for one in editor.completions("workflow.toml", text)
    }
    beside = editor.completions("workflow.toml", text.replace("|", 'done = "x", |'))
    assert {"by", "within", "ago"} <= set(beside)
    assert not {"is", "at_most", "outcome", "document", "fact"} & set(beside)
    rules = editor.completions("workflow.toml", text.replace("|", 'rule = "|"'))
    assert '"noord_betaalbaar"' in rules
    assert '"noord_kosten"' not in rules


def test_fixed_words_complete(editor: Editor) -> None:
    """Whoever does not know them by heart picks one."""
    found = editor.completions("workflow.toml", f'{WORKFLOW}\n[rule.b]\nseverity = "|"')
    assert {'"block"', '"explain"', '"warn"', '"hint"'} == set(found)


def test_a_key_is_explained(editor: Editor) -> None:
    """In Dutch, with what may stand there, and in English below it."""
    told = editor.hover("workflow.toml", f"{WORKFLOW}\n{STEP}not_bef|ore = 2027-01-01")
    nl, stands, en, *_ = told.split("\n\n")
    assert "niet voor deze dag" == nl
    assert "Hier staat: een dag als 2027-01-31, of de naam van een dag." == stands
    assert "*not before this day*" == en


def test_a_name_is_explained(editor: Editor) -> None:
    """By what it is called, before what the key says at which it stands."""
    told = editor.hover("workflow.toml", f'{WORKFLOW}\n{STEP}not_before = "noord|_begin"')
    assert told.startswith("Het begin\n\n*The beginning*\n\nniet voor deze dag\n")


def test_a_family_is_explained_with_an_example(editor: Editor) -> None:
    """So that a writer sees how one looks."""
    told = editor.hover("workflow.toml", WORKFLOW.replace("[rule.", "[ru|le.", 1))
    assert told.startswith("een regel\n\n```toml\n[rule.betaalbaar]\n")


def test_what_is_right_shows_no_fault(editor: Editor) -> None:
    """Not even where a name is used that nobody has described yet."""
    text = f'{WORKFLOW}\n{STEP}not_before = 2027-01-01\nneeds = ["nog_te_schrijven"]\n'
    assert [] == editor.faults("workflow.toml", text)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('form = "proposed"', '"form" is not allowed'),
        ('needs = [{ docment = "note" }]', '"docment" is not allowed'),
        ('needs = [{ done = "x", wthin = "3 days" }]', '"wthin" is not allowed'),
        ('needs = [{ within = "3 days", by = "member" }]', None),
        ('act = "voten"', None),
        ("back_dating = 3", "expected a value of type String, but found Integer"),
    ],
)
def test_a_misspelt_word_is_one_fault(editor: Editor, line: str, said: str | None) -> None:
    """And not also all that could have been meant."""
    found = editor.faults("workflow.toml", f"{WORKFLOW}\n{STEP}{line}\n")
    assert [] != found
    assert said is None or [said] == found


def test_a_story_completes(editor: Editor) -> None:
    """The words of a line, and the steps that there are by their full name."""
    found = editor.completions("scenarios.toml", f"{STORY}  {{ on=2027-01-01, | }},\n]\n")
    assert {"does", "says", "records", "hands_in", "asks", "with", "verdict"} <= set(found)
    steps = editor.completions("scenarios.toml", f'{STORY}  {{ does="|", who="a" }},\n]\n')
    assert '"change.propose"' in steps
    told = editor.hover("scenarios.toml", f'{STORY}{{ do|es="a", who="b" }}]\n')
    assert told.startswith("een stap zetten\n")


def test_a_day_written_as_a_text_is_a_fault(editor: Editor) -> None:
    """The beginner's slip with quotes, in the line where it stands."""
    line = '  { on="2027-01-01", who="noord", does="change.propose" },\n]\n'
    assert ["expected a value of type LocalDate, but found String"] == editor.faults(
        "scenarios.toml", STORY + line
    )


def test_a_register_completes(editor: Editor) -> None:
    """With the sorts of party that the workflow knows."""
    text = '#:schema .schema/register.json\n\n[register.party]\nnoord = { sort = "|" }\n'
    found = editor.completions("register.toml", text)
    assert found['"insurer"'].startswith("zorgverzekeraar\n")
