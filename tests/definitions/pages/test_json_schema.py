"""What the schemas accept is what is read, in structure; nothing more, nothing less.

In structure: which keys there are, what kind of value stands at each, and which fixed words.
Whether a name exists, a key is lacking that a base may bring, a value is given twice or a figure
fits, no schema can say.
"""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import HealthCheck, example, given, settings
from tests.strategies_documents import TEXTS, changed, changes
from tests.typed_toml import Validator, misfit

from samenwerk.definitions.checks import all_checks
from samenwerk.definitions.keys.condition_keys import QUANTIFIERS, condition_keys, first_words
from samenwerk.definitions.keys.families import FAMILIES
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.pages.json_schema import FILES, schemas
from samenwerk.definitions.read import read_text, read_workflow
from samenwerk.definitions.register_file import read_register_text
from samenwerk.definitions.spelling.places import read_source
from samenwerk.scenarios.naming import Known
from samenwerk.scenarios.read import read_scenarios
from samenwerk.values.declared import Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.message import Message

ROOT = Path(__file__).resolve().parents[3]
WRITTEN = sorted(
    path
    for folder in ("workflows", "examples")
    for path in (ROOT / folder).rglob("*.toml")
    if path.name != "pyproject.toml"
)

_FIRST = {*first_words(KINDS), *QUANTIFIERS}
_FIXED = {
    key.words for family in FAMILIES.values() for part in (family, *family.parts)
    for key in part.keys if key.words
} | {key.words for keys in condition_keys(KINDS).values() for key in keys.values()}  # fmt: skip


def structural(one: Diagnostic) -> bool:
    """Whether a fault is one of structure, and nothing else."""
    case, written = str(one.params.get("case")), str(one.params.get("written"))
    match one.code:
        case "SW101" | "SW130" | "SW301" | "SW303":
            return True
        case "SW102":
            wanted = one.params.get("wanted")  # a name of a fact that turns out to be a day
            text = one.params.get("found") == Message("found.text")  # or a value written as a text
            named = isinstance(wanted, Message) and wanted.id in ("type.name", "type.named")
            if case == "meant" and wanted == Message("type.operand"):
                return False  # "0,67" where a name may stand is a text like any other
            return not (named and (text or wanted == Message("type.name")))
        case "SW106":
            return one.params.get("allowed") in _FIXED
        case "SW107":
            return case == "both" and {written, str(one.params["other"])} <= _FIRST
        case "SW108":  # in a condition, where nothing is inherited
            return case in ("key in", "key first", "key count", "key share")
        case "SW116":  # `in` is right beside a quantifier over cases only
            return written != "in"
        case "SW302":  # what fits one fact and not another is no structure
            return not case.startswith("fact.") and case != "value"
        case "SW304":  # a day or case that is left out is that of the line before
            return one.params["missing"] not in ("on", "case")
    return False


def file_of(path: Path) -> str:
    """Which of the files it is, by its name."""
    if "scenarios" in (path.stem, path.parent.name):
        return "scenarios"
    return "register" if path.stem.startswith("register") else "workflow"


@pytest.fixture(scope="module")
def workflow() -> Workflow:
    """The workflow that is changed, as it is."""
    found = read_text(TEXTS["workflow"], checks=()).workflow
    assert found is not None
    return found


def read(file: str, document: dict[str, Any], workflow: Workflow) -> tuple[Diagnostic, ...]:
    """What a reader says of a document."""
    text = tomli_w.dumps(document)
    if file == "workflow":
        return read_text(text, checks=()).diagnostics
    if file == "register":
        return read_register_text(text, workflow).diagnostics
    faults = Faults()
    parties = ("noord", "zuid", "raad_noord", "radentafel")
    known = Known(workflow, {"": parties})
    read_scenarios([read_source(text.encode(), "scenarios.toml")], known, faults)
    return faults.in_order(["scenarios.toml"])


def agree(file: str, some: Any, workflow: Workflow) -> None:
    """Of a document in which some things were changed, schema and reader say the same."""
    document = changed(file, *some)
    said = read(file, document, workflow)
    wrong = misfit(file, document)
    if wrong is None:
        assert [] == [one for one in said if structural(one)]
    else:
        # a fault of names can keep a reader from looking further
        assert [] != said, wrong


@pytest.mark.no_cover
@example(some=[("replace", ("queue", "om_de_beurt", "order", 0), "", "0,67")])
@given(some=changes("workflow"))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_workflow_is_accepted_by_both_or_by_none(some: Any, workflow: Workflow) -> None:
    """Whatever in it is changed, left out, renamed or added."""
    agree("workflow", some, workflow)


@given(some=changes("register"))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_register_is_accepted_by_both_or_by_none(some: Any, workflow: Workflow) -> None:
    """Whatever in it is changed, left out, renamed or added."""
    agree("register", some, workflow)


@example(some=[("rename", ("scenario", "te_duur", "set"), "register", 0)])
@given(some=changes("scenarios"))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_stories_are_accepted_by_both_or_by_none(some: Any, workflow: Workflow) -> None:
    """Whatever in them is changed, left out, renamed or added."""
    agree("scenarios", some, workflow)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_the_house_fits(path: Path) -> None:
    """An editor shows no fault in what is right."""
    values = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    assert misfit(file_of(path), values) is None


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_every_good_example_fits(check: Any) -> None:
    """What a page of a check shows as right, an editor finds right."""
    file = "register" if getattr(check, "of", "") == "register" else "workflow"
    values = tomllib.loads(check.good, parse_float=Decimal)
    assert misfit(file, values) is None


@pytest.mark.parametrize("code", ["SW101", "SW102", "SW106", "SW116", "SW130"])
def test_a_bad_example_of_structure_does_not_fit(code: str) -> None:
    """An editor shows it while somebody writes."""
    (check,) = (check for check in all_checks() if check.code == code)
    file = "register" if getattr(check, "of", "") == "register" else "workflow"
    values = tomllib.loads(check.bad, parse_float=Decimal)
    assert misfit(file, values) is not None


@pytest.mark.parametrize("file", FILES)
def test_each_language_says_all_that_the_other_says(file: str) -> None:
    """Only what people read differs: an editor refuses the same in both."""

    def without_sentences(schema: Any) -> Any:
        if isinstance(schema, dict):
            rest = {key: one for key, one in schema.items() if key != "description"}
            return {key: without_sentences(one) for key, one in rest.items()}
        return [without_sentences(one) for one in schema] if isinstance(schema, list) else schema

    dutch, english = schemas(lang="nl")[file], schemas(lang="en")[file]
    assert dutch != english
    assert without_sentences(dutch) == without_sentences(english)


def suggested(schema: dict[str, Any], kind: str) -> dict[str, str]:
    """The names of a kind that a schema suggests, each with what is told of it."""
    definitions = schema["definitions"]
    found = {}
    for one in definitions[f"name_of_{kind}"]["anyOf"]:
        of = definitions[one["$ref"].rpartition("/")[2]]["anyOf"] if "$ref" in one else [one]
        found |= {known["const"]: known.get("description", "") for known in of if "const" in known}
    return found


def test_names_of_the_workflow_are_suggested_and_others_can_be_written() -> None:
    """Its own names and those of the base come; who is about to write a rule may name it."""
    found = read_workflow(ROOT / "workflows" / "regioplan" / "workflow.toml").workflow
    assert found is not None
    schema = schemas(found)["workflow"]
    rules = suggested(schema, "condition")
    assert set(found.rules) <= set(rules)
    values = {"rule": {"mine": {"any": ["not_written_yet", sorted(rules)[0]]}}}
    assert misfit("workflow", values, Validator(schema)) is None


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_name_is_suggested_with_what_it_is_called(lang: str, workflow: Workflow) -> None:
    """In the language of the schema first."""
    rules = suggested(schemas(workflow, lang=lang)["workflow"], "condition")
    nl, en = "Binnen het afgesproken bedrag", "Within the agreed amount"
    told = {"nl": f"{nl}\n\n*{en}*", "en": f"{en}\n\n*{nl}*"}
    assert told[lang] == rules["betaalbaar"]


def test_plugins_and_their_rules_are_suggested(workflow: Workflow) -> None:
    """Those that are installed; another one can be named too."""
    of = {"plugin": {"deler>=1": {}}, "plugin_rule": {"deler.eerlijk": {"nl": "Eerlijk deel"}}}
    schema = schemas(workflow, installed=of)["workflow"]
    assert {"deler>=1": ""} == suggested(schema, "plugin")
    assert {"deler.eerlijk": "Eerlijk deel"} == suggested(schema, "plugin_rule")
    values = {"workflow": {"plugins": ["ander"]}, "rule": {"r": {"plugin": "ander.regel"}}}
    assert misfit("workflow", values, Validator(schema)) is None
