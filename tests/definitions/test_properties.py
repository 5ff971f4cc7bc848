"""Whatever becomes of a valid text: no exception, faults in order and once, or a sound workflow."""

import tomllib
from collections.abc import Iterable
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.core.compiled import compile_workflow
from samenwerk.definitions.laying.effective import effective_text
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.pages.reference_conditions import CONDITIONS
from samenwerk.definitions.pages.reference_examples import EXAMPLES
from samenwerk.definitions.pages.reference_story import REGISTER
from samenwerk.definitions.read import read_effective, read_text
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.register_file import read_register_text
from samenwerk.values.declared import Moves, Step, Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.operand import Constant

STEP = '[lifecycle.balie.step.alles]\nfrom = "open"\nto = "stays"\nby = "voorzitter"\n'
MORE = STEP + "needs = [\n" + "".join(f"  {one},\n" for one in CONDITIONS.values()) + "]\n"
WHOLE = "\n".join([*EXAMPLES.values(), MORE])


def parsed(text: str) -> dict[str, Any]:
    """The values of a text."""
    return tomllib.loads(text, parse_float=Decimal)


def paths(values: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every key and item of a document."""
    if not isinstance(values, dict | list):
        return []
    found = []
    for key, one in values.items() if isinstance(values, dict) else enumerate(values):
        found += [(*path, key), *paths(one, (*path, key))]
    return found


def texts(values: Any) -> list[str]:
    """Every text in a document, names among them."""
    if isinstance(values, dict):
        return [*values, *(text for one in values.values() for text in texts(one))]
    if isinstance(values, list):
        return [text for one in values for text in texts(one)]
    return [values] if isinstance(values, str) else []


WORDS = sorted({*texts(parsed(WHOLE)), "", "a.b", "balie.", ".", "1/0", "2/1", "0 days", "today"})
ODD = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([True, False, -1, 0, 10**30, Decimal("0.5"), Decimal("1.005"), Decimal("NaN")]),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.text(max_size=4),
    st.lists(st.sampled_from(WORDS), max_size=3),
    st.lists(st.integers(), max_size=2),
    st.sampled_from(sorted(CONDITIONS.values())).map(lambda line: parsed(f"a = {line}")["a"]),
    st.dictionaries(st.sampled_from(WORDS), st.sampled_from(WORDS), max_size=3),
)


def at(values: Any, path: tuple[Any, ...]) -> Any:
    """What stands at the end of a path."""
    for part in path:
        values = values[part]
    return values


def spoil(values: dict[str, Any], draw: Any) -> None:
    """One thing written otherwise: a value, a key, a name, an item; taken away, or twice."""
    known = paths(values)
    if not known:
        return
    *above, last = draw(st.sampled_from(known))
    table = at(values, tuple(above))
    match draw(st.sampled_from(["value", "word", "away", "misspelt", "renamed", "moved", "twice"])):
        case "value":
            table[last] = draw(ODD)
        case "word" if isinstance(table[last], str):
            table[last] = draw(st.sampled_from(WORDS))
        case "away":
            del table[last]
        case "misspelt" if isinstance(last, str) and len(last) > 1:
            cut = draw(st.integers(0, len(last) - 1))
            table[last[:cut] + last[cut + 1 :]] = table.pop(last)
        case "renamed" if isinstance(last, str):
            table[draw(st.sampled_from(WORDS))] = table.pop(last)
        case "moved":
            *there, key = draw(st.sampled_from(known))
            at(values, tuple(there))[key] = deepcopy(table[last])
        case "twice" if isinstance(table, list):
            table.append(table[last])


def fields(workflow: Workflow) -> dict[str, Any]:
    """Everything a workflow says, its files apart."""
    names = [one.name for one in attrs.fields(Workflow) if one.name != "sources"]
    return {name: getattr(workflow, name) for name in names}


def whole(workflow: Workflow, document: Node) -> None:
    """What is declared and needed is in the workflow: nothing is left out without a fault."""
    made = {family: set(getattr(workflow, many)) for family, many in MADE.items()}
    for family in ("fact", "open", "silent"):
        made[family] = {name for name, one in workflow.facts.items() if one.family == family}
    declared = {family: names(document, family) for family in made}
    for name in names(document, "lifecycle"):
        below, own = document.table["lifecycle"].table[name], workflow.lifecycles[name]
        assert names(below, "state") == set(own.states)
        assert names(below, "step") == set(own.steps)
        for step in own.steps.values():
            written = below.table["step"].table[step.name]
            listed = written.get("needs")
            items = () if listed is None else listed.items
            days = [key for key in ("not_before", "not_after") if written.get(key) is not None]
            needs = len(days) + len(items) + moving(step.moves)
            assert needs <= len(step.needs) <= needs + spoken(workflow, step, items)
        for family, found in declared.items():
            found |= {f"{name}.{one}" for one in names(below, family)}
    assert declared == made


MADE = {
    "sort": "sorts", "group": "groups", "map": "maps", "table": "tables", "role": "roles",
    "subject": "subjects",
    "mandate": "mandates", "fact": "facts", "open": "facts", "silent": "facts",
    "document": "documents", "date": "days", "calculation": "calculations", "pool": "pools",
    "queue": "queues", "say": "says", "duty": "duties", "parameter": "parameters",
    "rule": "rules", "decision": "decisions", "window": "windows", "invariant": "invariants",
    "lifecycle": "lifecycles",
}  # fmt: skip
"""Where a workflow keeps what is declared."""


def moving(moves: Moves | None) -> int:
    """How much a step needs because of what it moves: the amount, its end, a year."""
    if moves is None:
        return 0
    dated = moves.into is not None and moves.into.chosen_on is not None
    return (not isinstance(moves.amount, Constant)) + (moves.out_of is not None) + dated


def spoken(workflow: Workflow, step: Step, listed: Iterable[Node]) -> int:
    """How much says can ask of a step beside what is listed there."""
    most = 0
    for say in workflow.says.values():
        named = [(one.get("say") or one).text for one in listed]
        about = sum(one in (say.name, say.full_name) for one in named)
        about += step.full_name in say.before
        most += about * (1 + say.reasons) + (say.holds_up == step.full_name)
    return most


def names(document: Node, family: str) -> set[str]:
    """The names of a family that stand in a document or in a lifecycle."""
    return set((document.get(family) or Node({}, document.source, ())).table)


def keeps_its_word(reading: Reading) -> None:
    """What every reading promises, whatever was read."""
    told(reading.diagnostics)
    serious = any(one.serious for one in reading.diagnostics)
    assert serious == (reading.workflow is None)
    if reading.workflow is not None:
        whole(reading.workflow, reading.merged)
        compile_workflow(reading.workflow)
        again = read_effective(effective_text(reading.workflow.effective))
        assert fields(reading.workflow) == fields(again)


def told(faults: tuple[Diagnostic, ...]) -> None:
    """Faults of one file stand in reading order, and none is told twice."""
    spots = [(one.place.line, one.place.column) for one in faults]
    assert sorted(spots) == spots
    once = {(one.code, one.place, one.params.get("case")) for one in faults}
    assert len(once) == len(faults)


def written(values: dict[str, Any]) -> str:
    """As TOML; what TOML cannot write is left out of the play."""
    try:
        return tomli_w.dumps(values)
    except (TypeError, ValueError, RecursionError):
        return ""


@given(st.data())
def test_a_spoiled_workflow_keeps_the_word_of_reading(data: st.DataObject) -> None:
    """Keys misspelt, values of other types, names gone, twice, moved, in rings."""
    values = parsed(WHOLE)
    for family in data.draw(st.sets(st.sampled_from(sorted(values)), max_size=3)):
        if data.draw(st.booleans()):
            del values[family]
    for _ in range(data.draw(st.integers(0, 4))):
        spoil(values, data.draw)
    keeps_its_word(read_text(written(values)))


LINES = WHOLE.splitlines()


@given(st.data())
def test_a_text_with_lines_out_of_place_keeps_the_word_of_reading(data: st.DataObject) -> None:
    """Lines doubled, lost, put elsewhere, or cut off halfway."""
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 3))):
        where = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["twice", "gone", "elsewhere", "cut"])):
            case "twice":
                lines.insert(data.draw(st.integers(0, len(lines))), lines[where])
            case "gone":
                del lines[where]
            case "elsewhere":
                lines.insert(data.draw(st.integers(0, len(lines) - 1)), lines.pop(where))
            case "cut":
                lines[where] = lines[where][: data.draw(st.integers(0, len(lines[where])))]
    keeps_its_word(read_text("\n".join(lines)))


@pytest.fixture(scope="module")
def workflow() -> Workflow:
    """The workflow of the reference."""
    found = read_text("\n".join(EXAMPLES.values())).workflow
    assert found is not None
    return found


@given(data=st.data())
def test_a_spoiled_register_keeps_the_word_of_reading(
    workflow: Workflow, data: st.DataObject
) -> None:
    """Never an exception; faults in order and once; and what is sound can be enrolled."""
    values = parsed(REGISTER)
    for _ in range(data.draw(st.integers(1, 4))):
        spoil(values, data.draw)
    reading = read_register_text(written(values), workflow)
    told(reading.diagnostics)
    parties = {party.id for party in reading.parties}
    named = {seat.who for seat in reading.sits} | {line.who for line in reading.holds}
    named |= {one for line in reading.gives for one in (*line.who, line.to)}
    assert named <= parties


@given(data=st.data())
def test_a_spoiled_child_keeps_the_word_of_reading(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """The same for what lies over a sound base."""
    base = Path(tmp_path_factory.getbasetemp()) / "base.toml"
    base.write_text("\n".join(EXAMPLES.values()), encoding="utf-8")
    values = parsed(WHOLE)
    for family in data.draw(st.sets(st.sampled_from(sorted(values)), min_size=8)):
        del values[family]
    for _ in range(data.draw(st.integers(1, 4))):
        spoil(values, data.draw)
    header = {"id": "kind", "version": "1", "extends": "base@2027.1"}
    reading = read_text(written({**values, "workflow": header}), find=lambda name: base)
    own = tuple(one for one in reading.diagnostics if one.place.file == "workflow.toml")
    told(own)
    assert any(one.serious for one in reading.diagnostics) == (reading.workflow is None)
    if reading.workflow is not None:
        whole(reading.workflow, reading.merged)
        compile_workflow(reading.workflow)
        again = read_effective(effective_text(reading.workflow.effective))
        assert fields(reading.workflow) == fields(again)


def test_a_state_that_is_no_table_is_one_fault() -> None:
    """Checks of the whole do not stumble over what shape already told."""
    text = "\n".join(EXAMPLES.values()).replace(
        'loopt = { nl = "Loopt", en = "Running" }', "loopt = 3"
    )
    assert ["SW102"] == [one.code for one in read_text(text).diagnostics]
