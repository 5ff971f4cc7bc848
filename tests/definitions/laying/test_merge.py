"""How one definition lies over another: the laws of merging, and who may change what."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.definitions.laying.merge import Node, merge, node_of, plain, settle
from samenwerk.definitions.read import read_workflow
from samenwerk.definitions.spelling.places import Source

WORDS = st.sampled_from(["a", "b", "c", "d"])
ITEMS = st.lists(WORDS, unique=True, max_size=4)
PATCH = st.one_of(
    st.fixed_dictionaries({"replace": ITEMS}),
    st.fixed_dictionaries({"add": ITEMS, "remove": ITEMS}),
    st.fixed_dictionaries({"add": ITEMS}),
    st.fixed_dictionaries({"remove": ITEMS}),
)
NAMES = st.sampled_from(["x", "y", "z"])


def elements(lists: st.SearchStrategy[Any], removing: bool) -> st.SearchStrategy[Any]:
    """A named thing with a plain value, a list, and something below it."""
    optional: dict[str, Any] = {
        "plain": st.integers(0, 3),
        "list": lists,
        "below": st.fixed_dictionaries({}, optional={"deep": st.booleans(), "list": lists}),
    }
    if removing:
        optional["remove"] = st.just(True)
    return st.fixed_dictionaries({}, optional=optional)


def documents(lists: st.SearchStrategy[Any], removing: bool) -> st.SearchStrategy[Any]:
    """Families of such things."""
    return st.dictionaries(
        st.sampled_from(["rule", "role"]),
        st.dictionaries(NAMES, elements(lists, removing), max_size=3),
        max_size=2,
    )


BASES = documents(ITEMS, removing=False)
CHILDREN = documents(PATCH, removing=True)


def node(values: Any) -> Node:
    """A tree of plain values, as if it were read."""
    return node_of(Source("a.toml", "", (), values, {}, {}))


def whole(merged: Node) -> Any:
    """What is left when every change is carried out."""
    return plain(settle(merged))


@given(BASES)
def test_an_empty_child_changes_nothing(base: Any) -> None:
    """Who extends and writes nothing gets the base."""
    assert base == whole(merge(node(base), node({})))


@given(BASES, CHILDREN, CHILDREN)
def test_merging_is_associative(base: Any, child: Any, grandchild: Any) -> None:
    """A chain means the same whichever two of its layers are laid together first."""
    a, b, c = node(base), node(child), node(grandchild)
    assert whole(merge(merge(a, b), c)) == whole(merge(a, merge(b, c)))


@given(CHILDREN, CHILDREN, CHILDREN)
def test_changes_alone_are_associative_too(one: Any, two: Any, three: Any) -> None:
    """That holds for layers that only change, before any base is known."""
    a, b, c = node(one), node(two), node(three)
    assert whole(merge(merge(a, b), c)) == whole(merge(a, merge(b, c)))


@given(BASES, st.integers(10, 20), NAMES)
def test_a_plain_value_of_the_child_wins(base: Any, value: int, name: str) -> None:
    """And every other value stays what it was."""
    merged = whole(merge(node(base), node({"rule": {name: {"plain": value}}})))
    expected = {**base, "rule": {**base.get("rule", {})}}
    expected["rule"][name] = {**expected["rule"].get(name, {}), "plain": value}
    assert expected == merged


def turned(values: Any) -> Any:
    """The same tables with their names in the opposite order."""
    if isinstance(values, dict):
        return {key: turned(values[key]) for key in reversed(values)}
    return values


@given(BASES, CHILDREN)
def test_the_order_of_families_and_names_does_not_matter(base: Any, child: Any) -> None:
    """A file may be arranged as its author likes."""
    assert whole(merge(node(base), node(child))) == whole(
        merge(node(turned(base)), node(turned(child)))
    )


def lists(values: Any, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
    """Every list in a document."""
    if isinstance(values, list):
        return {path: values}
    found: dict[tuple[str, ...], Any] = {}
    for key, one in values.items() if isinstance(values, dict) else ():
        found |= lists(one, (*path, key))
    return found


@given(BASES, BASES)
def test_a_list_changes_only_when_that_is_written_out(base: Any, child: Any) -> None:
    """A bare list over an inherited one is reported, so that no merge without faults loses one."""
    faults: list[str] = []
    merged = whole(merge(node(base), node(child), lambda code, *_: faults.append(code)))
    changed = [path for path, one in lists(base).items() if lists(merged)[path] != one]
    over = [path for path in lists(base) if path in lists(child)]
    assert ["SW112"] * len(over) == faults
    assert set(changed) <= set(over)


@given(ITEMS, WORDS)
def test_removing_and_then_adding_is_adding_at_the_end(items: list[str], word: str) -> None:
    """Whoever takes something away and puts it back finds it last."""
    base = node({"l": items})
    merged = merge(base, node({"l": {"remove": [word], "add": [word]}}))
    assert {"l": [*(one for one in items if one != word), word]} == whole(merged)


@given(BASES, CHILDREN)
def test_removing_and_writing_anew_is_writing_anew(base: Any, child: Any) -> None:
    """`remove = true` beside other keys begins afresh."""
    fresh = {"rule": {"x": {"remove": True, "plain": 7}}}
    merged = merge(merge(node(base), node(child)), node(fresh))
    assert {"plain": 7} == whole(merged)["rule"]["x"]


def test_a_merged_value_knows_the_file_it_came_from() -> None:
    """After merging, each value still points to its own source."""
    one = node_of(Source("one.toml", "", (), {"a": {"x": 1, "y": 2}}, {}, {}))
    two = node_of(Source("two.toml", "", (), {"a": {"y": 3}}, {}, {}))
    below = merge(one, two).table["a"].table
    assert {"x": "one.toml", "y": "two.toml"} == {k: n.place.file for k, n in below.items()}


BASE = """\
[workflow]
id = "basis"
version = "1"
[sort]
a = { nl = "A" }
b = { nl = "B" }
[group]
g = { sort = ["a", "b"] }
[parameter]
soort = { value = 3, at_least = 1, at_most = 5, overlay = "range" }
minimum = { value = 3, overlay = "stricter" }
[fact]
n = { type = "whole_number", by = "a" }
[rule.open_rule]
overlay = "open"
all = [{ known = "n" }]
[rule.shut]
all = [{ fact = "n", at_least = "minimum" }]
[decision.d]
by = "g"
method = "qualified"
share = "1/2"
overlay = "stricter"
quorum = 2
weight_share = "1/2"
[decision.turned]
by = "g"
method = "qualified"
share = "1/2"
overlay = "stricter"
[rule.not_turned]
none = ["turned"]
[rule.choice]
overlay = "stricter"
severity = "explain"
all = [{ known = "n" }]
[parameter.ceiling]
value = 9
overlay = "stricter"
[parameter.both]
value = 9
overlay = "stricter"
[parameter.word]
value = "a"
one_of = ["a", "b"]
overlay = "range"
[parameter.loose]
value = 3
overlay = "range"
[rule.under]
overlay = "open"
all = [
  { fact = "n", at_most = "ceiling" },
  { fact = "n", at_most = "both" },
  { fact = "n", is_not = 3, at_least = "both" },
]
[lifecycle.shut]
under = "collaboration"
overlay = "closed"
[lifecycle.shut.state]
on = { final = true }
[lifecycle.shut.step.begin]
to = "on"
by = "g"
[lifecycle.collaboration.state]
on = {}
off = { final = true }
[lifecycle.collaboration.step.begin]
to = "on"
by = "g"
[lifecycle.collaboration.step.stop]
from = "on"
to = "off"
by = "g"
needs = ["shut", "d"]
[lifecycle.collaboration.step.stop_too]
overlay = "stricter"
from = "on"
to = "off"
by = "g"
needs = ["shut"]
"""
HEAD = '[workflow]\nid = "kind"\nversion = "1"\nextends = "./basis.toml@1"\n'


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        ('rule.shut.nl = "Dicht"', ()),
        ('rule.shut.severity = "hint"', (("SW113", "closed"),)),
        ("rule.shut.remove = true", (("SW113", "closed"),)),
        ('rule.shut.overlay = "open"', (("SW113", "overlay"),)),
        ('rule.open_rule.severity = "hint"', ()),
        ("rule.open_rule.remove = true", ()),
        ("parameter.soort.value = 5", ()),
        ("parameter.soort.at_most = 9", (("SW113", "range"),)),
        ("parameter.minimum.value = 4", ()),
        ("parameter.minimum.value = 2", (("SW113", "stricter number"),)),
        ('decision.d.share = "2/3"', ()),
        ('decision.d.share = "1/3"', (("SW113", "stricter number"),)),
        ('decision.turned.share = "2/3"', (("SW113", "stricter number"),)),
        ('lifecycle.collaboration.step.begin.by = "a"', ()),
        (
            'lifecycle.collaboration.step.stop.by = "a"',
            (("SW113", "closed"),),
        ),
        ('lifecycle.collaboration.step.stop_too.needs = { add = ["d"] }', ()),
        (
            'lifecycle.collaboration.step.stop_too.needs = { remove = ["shut"] }',
            (("SW113", "stricter needs"),),
        ),
        ('lifecycle.collaboration.step.stop_too.overlay = "closed"', ()),
        ('rule.choice.severity = "block"', ()),
        ('rule.choice.severity = "warn"', (("SW113", "stricter severity"),)),
        ('rule.choice.source = "anders"', (("SW113", "stricter"),)),
        ("decision.d.quorum = 3", ()),
        ("decision.d.quorum = 1", (("SW113", "stricter number"),)),
        ('decision.d.quorum = "1/1"', (("SW113", "stricter number"),)),
        ('decision.d.weight_share = "2/3"', ()),
        ('decision.d.method = "majority"', (("SW113", "stricter"),)),
        ('decision.d.share = "1/2"', ()),
        ("parameter.ceiling.value = 8", ()),
        ("parameter.ceiling.value = 10", (("SW113", "stricter number"),)),
        ("parameter.both.value = 8", (("SW113", "stricter number"),)),
        ('parameter.word.value = "b"', ()),
        ("parameter.loose.value = 4", (("SW113", "closed"),)),
        ('lifecycle.shut.nl = "Dicht"', ()),
        ("lifecycle.shut.one = true", (("SW113", "closed"),)),
        ('lifecycle.shut.state.on.due = "1 week"', (("SW113", "closed"),)),
        ("lifecycle.shut.state.extra = {}", (("SW113", "closed"),)),
        ('group.g.sort = { remove = ["b"] }', ()),
        ('group.g.sort = ["a"]', (("SW112", None),)),
        ('group.g.sort = "a"', (("SW112", None),)),
    ],
)
def test_a_child_changes_only_what_the_base_leaves_open(
    tmp_path: Path, written: str, faults: tuple[tuple[str, str | None], ...]
) -> None:
    """Rules and steps with needs are closed; stricter must be shown; a range has bounds."""
    (tmp_path / "basis.toml").write_text(BASE)
    child = tmp_path / "workflow.toml"
    child.write_text(f"{written}\n{HEAD}")
    reading = read_workflow(child, checks=())
    key = written.partition(" =")[0].rpartition(".")[2]
    taken = written.find("{ remove") + 2  # what asks less of a list is told at its own word
    at = f"{child.as_posix()}:1:{taken + 1 if taken > 1 else written.index('.' + key) + 2}"
    found = tuple((one.code, one.params.get("case"), str(one.place)) for one in reading.diagnostics)
    assert tuple((*fault, at) for fault in faults) == found
    assert (not faults) == (reading.workflow is not None)


def test_a_value_outside_the_range_of_the_base_is_one_fault(tmp_path: Path) -> None:
    """Told once, at the value, with the bounds that the base gives."""
    (tmp_path / "basis.toml").write_text(BASE)
    child = tmp_path / "workflow.toml"
    child.write_text(f"parameter.soort.value = 6\n{HEAD}")
    found = [(one.code, one.place.column) for one in read_workflow(child, checks=()).diagnostics]
    assert [("SW115", 25)] == found


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        (({"l": ["a"]}, {"l": {"replace": ["b"]}}, {"l": {"replace": ["c"]}}), {"l": ["c"]}),
        (({"l": ["a"]}, {"l": {"replace": ["b"]}}, {"l": {"add": ["c"]}}), {"l": ["b", "c"]}),
        (({"l": ["a"]}, {"l": {"add": ["b"]}}, {"l": {"replace": ["c"]}}), {"l": ["c"]}),
        (({"l": {"x": 1}}, {"l": {"replace": ["c"]}}), {"l": ["c"]}),
        (({"l": ["a"]}, {"l": {"x": 1}}), {"l": {"x": 1}}),
        (({"l": "a"}, {"l": {"add": ["b"]}}), {"l": ["a", "b"]}),
    ],
)
def test_changes_over_changes(layers: tuple[Any, ...], expected: Any) -> None:
    """The last one to replace a list decides; what is of another kind takes its place."""
    first, *others = (node(layer) for layer in layers)
    below = first
    for one in others:
        below = merge(below, one)
    above = others[-1]
    for one in reversed(others[:-1]):
        above = merge(one, above)
    assert (expected, expected) == (whole(below), whole(merge(first, above)))
