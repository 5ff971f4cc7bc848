"""Parts of plugins: a layer between a definition and its base, with all that holds for layers."""

from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.definitions.test_told_of_a_base import texts_for

from samenwerk.definitions.checks.example import BASE
from samenwerk.definitions.laying.brought import together
from samenwerk.definitions.laying.effective import effective_text
from samenwerk.definitions.laying.merge import Node, merge, node_of, plain, settle
from samenwerk.definitions.read import read_effective, read_workflow
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.spelling.places import read_source


@attrs.frozen
class Part:
    """What a plugin brings."""

    texts: Mapping[str, str]
    fits: tuple[str, ...] = ()


FACT = '[fact.toets]\nnl = "Toets"\ntype = "yes_no"\nby = "voorzitter"\n'
RULE = '[rule.getoetst]\nnl = "Getoetst"\nall = [{ fact = "toets", is = true }]\n'
NEED = '[lifecycle.collaboration.step.stop]\nneeds = { add = ["getoetst"] }\n'
OPEN = BASE.replace('by = "voorzitter"\nneeds', 'by = "voorzitter"\noverlay = "open"\nneeds')
STREAM = Part({"wlz.toml": f"# Toets\n{FACT}{RULE}{NEED}"})
USES = 'plugins = ["geld>=1"]\nuses = ["geld.wlz"]\n'
HEAD = '[workflow]\nid = "regio"\nversion = "1"\nnl = "Regio"\nextends = "./basis.toml@1"\n'


def reading(
    folder: Path,
    more: str = "",
    parts: Mapping[str, Part] | None = None,
    base: str = OPEN,
    head: str = USES,
    plugins: Mapping[str, str] | None = None,
) -> Reading:
    """A region with these parts, over a base."""
    (folder / "basis.toml").write_text(base, encoding="utf-8")
    path = folder / "workflow.toml"
    path.write_text(HEAD + head + more, encoding="utf-8")
    found = {"geld.wlz": STREAM} if parts is None else parts
    return read_workflow(path, plugin_parts=found, plugins=plugins or {"geld": "1.2"}, checks=())


def faults(found: Reading) -> list[tuple[str, object, str]]:
    """Code, case and place of every fault, without the folder."""
    return [
        (one.code, one.params.get("case"), str(one.place).rpartition("/")[2])
        for one in found.diagnostics
    ]


def test_a_part_is_read_as_if_it_were_a_base_of_its_own(tmp_path: Path) -> None:
    """Its names are there, the step of the base has its need, and what came from where is known."""
    found = reading(tmp_path)
    assert [] == faults(found)
    assert found.workflow is not None
    assert {"betaalbaar", "getoetst"} == {*found.workflow.rules}
    assert "geld.wlz: wlz.toml:6:1" == str(found.place("rule", "getoetst", key=False))
    own = [one.file.rpartition("/")[2] for one in found.sources]
    assert ["workflow.toml", "geld.wlz: wlz.toml", "basis.toml"] == own


def test_the_digest_holds_the_part_and_its_text_reads_back_without_the_plugin(
    tmp_path: Path,
) -> None:
    """What a store keeps needs no plugin; another text of the part is another digest."""
    workflow = reading(tmp_path).workflow
    assert workflow is not None
    text = effective_text(workflow.effective)
    assert 'uses = [\n    "geld.wlz",\n]' in text
    assert 'geld = "1.2"' in text
    assert workflow.digest == read_effective(text).digest
    other = Part({"wlz.toml": STREAM.texts["wlz.toml"].replace("Getoetst", "Nagegaan")})
    changed = reading(tmp_path, parts={"geld.wlz": other}).workflow
    assert changed is not None
    assert workflow.digest != changed.digest


def test_what_the_base_closed_is_closed_for_the_part(tmp_path: Path) -> None:
    """The fault points into the text of the plugin, with the line of the base beside it."""
    found = reading(tmp_path, base=BASE)
    (fault,) = found.diagnostics
    assert ("SW113", "geld.wlz: wlz.toml:10:1") == (fault.code, str(fault.place))
    assert fault.nearest_place is not None
    assert fault.nearest_place.file.endswith("basis.toml")


@pytest.mark.parametrize(
    ("overlay", "expected"),
    [
        ("", [("SW113", "closed", "workflow.toml:9:1")]),
        ('overlay = "open"\n', []),
        ('overlay = "stricter"\n', [("SW113", "stricter", "workflow.toml:9:9")]),
    ],
)
def test_what_the_part_closed_is_closed_for_who_uses_it(
    tmp_path: Path, overlay: str, expected: list[tuple[str, object, str]]
) -> None:
    """A rule is closed unless the part says otherwise."""
    part = Part({"wlz.toml": f"{FACT}{RULE}{overlay}"})
    mine = '[rule.getoetst]\nall = { replace = [{ known = "toets" }] }\n'
    assert expected == faults(reading(tmp_path, mine, {"geld.wlz": part}))


def test_a_value_that_a_part_leaves_to_the_region(tmp_path: Path) -> None:
    """A parameter with `range` takes another value within its bounds, and none outside."""
    part = Part({"wlz.toml": '[parameter.plafond]\nnl = "Plafond"\noverlay = "range"\n'
                 "value = 100\nat_most = 200\n"})  # fmt: skip
    found = reading(tmp_path, "[parameter.plafond]\nvalue = 150\n", {"geld.wlz": part})
    assert [] == faults(found)
    assert found.workflow is not None
    assert "150" == str(found.workflow.parameters["plafond"].value)
    outside = reading(tmp_path, "[parameter.plafond]\nvalue = 250\n", {"geld.wlz": part})
    assert ["SW115"] == [code for code, _, _ in faults(outside)]


@pytest.mark.parametrize(
    ("head", "plugins", "expected"),
    [
        ('plugins = ["geld"]\nuses = ["geld.wzl"]\n', {"geld": "1"}, ("part", "geld.wlz")),
        ('plugins = ["geld"]\nuses = ["wlz"]\n', {"geld": "1"}, ("part_form", None)),
        ('uses = ["geld.wlz"]\n', {"geld": "1"}, ("not_named", None)),
        ('plugins = ["geld>=1"]\nuses = ["geld.wlz"]\n', {"geld": "0.9"}, ("version", None)),
        ('plugins = ["geld"]\nuses = ["geld.wlz"]\n', {"veld": "1"}, ("missing", None)),
    ],
)
def test_a_part_that_is_not_there_is_one_fault(
    tmp_path: Path, head: str, plugins: Mapping[str, str], expected: tuple[str, str | None]
) -> None:
    """Unknown, not named, of another version, or of a plugin that is not installed."""
    parts = {"geld.wlz": STREAM} if "geld" in plugins else {}
    found = reading(tmp_path, "", parts, head=head, plugins=plugins)
    told = [(one.code, one.params.get("case"), one.nearest) for one in found.diagnostics]
    if expected[0] == "missing":
        assert [("SW120", "missing")] == [one[:2] for one in told]
    else:
        assert [("SW120", *expected)] == told


def test_what_a_part_that_is_not_there_would_say_is_no_fault_of_who_uses_it(
    tmp_path: Path,
) -> None:
    """One fault: what is written over the part may well be whole with it."""
    mine = '[parameter.plafond]\nvalue = 150\n[fact.toets]\nen = "T"\n[rule.getoetst]\nen = "T"\n'
    found = reading(tmp_path, mine, {}, plugins={"veld": "1"})
    assert [("SW120", "missing")] == [one[:2] for one in faults(found)]


@pytest.mark.parametrize(
    ("fits", "case"),
    [
        ((), None), (("voorbeeld",), None), (("voorbeeld@1",), None), (("./basis.toml@1",), None),
        (("voorbeeld@2",), "fits"), (("landelijk@2026.1", "voorbeeld@1"), None),
        (("landelijk",), "fits"),
    ],
)  # fmt: skip
def test_a_part_can_say_what_it_is_written_for(
    tmp_path: Path, fits: tuple[str, ...], case: str | None
) -> None:
    """By name, or by name and version; a fault at the line that uses it otherwise."""
    part = attrs.evolve(STREAM, fits=fits)
    expected = [] if case is None else [("SW120", case, "workflow.toml:7:9")]
    assert expected == faults(reading(tmp_path, parts={"geld.wlz": part}))


TWO = 'plugins = ["geld>=1"]\nuses = ["geld.wlz", "geld.zvw"]\n'


def two(folder: Path, first: str, second: str) -> Reading:
    """A region that uses two parts."""
    parts = {"geld.wlz": Part({"a.toml": first}), "geld.zvw": Part({"b.toml": second})}
    return reading(folder, "", parts, head=TWO)


def test_two_parts_that_say_different_things_of_one_name_are_both_named(tmp_path: Path) -> None:
    """Neither goes first; the fault stands in the second and shows the first."""
    other = FACT.replace("Toets", "Toetsing")
    found = two(tmp_path, FACT, other)
    assert [("SW104", "of_plugins", "geld.zvw: b.toml:1:7")] == faults(found)
    assert (
        "geld.wlz and geld.zvw say different things of fact.toets"
        == texts_for(found.diagnostics[0], "en").what
    )
    assert [] == faults(two(tmp_path, FACT, FACT))


def test_two_parts_may_both_add_to_one_list(tmp_path: Path) -> None:
    """Each stream adds its own rule to the step of the base; what one adds the other keeps."""
    second = (FACT + RULE + NEED).replace("getoetst", "gemeten").replace("toets", "meting")
    found = two(tmp_path, STREAM.texts["wlz.toml"], second)
    assert [] == faults(found)
    step = found.node("lifecycle", "collaboration", "step", "stop", "needs")
    assert step is not None
    assert ["betaalbaar", "akkoord", "getoetst", "gemeten"] == [
        one.text for one in step.items if one.text is not None
    ]


def test_one_adds_what_another_takes_away(tmp_path: Path) -> None:
    """That depends on the order, so it is a fault."""
    away = '[lifecycle.collaboration.step.stop]\nneeds = { remove = ["akkoord"] }\n'
    again = '[lifecycle.collaboration.step.stop]\nneeds = { add = ["akkoord"] }\n'
    found = two(tmp_path, away, again)
    assert [("SW104", "of_plugins")] == [one[:2] for one in faults(found)][:1]


def test_a_part_is_laid_in_once(tmp_path: Path) -> None:
    """What the base uses the region inherits: naming it again is told."""
    base = OPEN.replace('nl = "Voorbeeld"\n', 'nl = "Voorbeeld"\n' + USES, 1)
    parts = {"geld.wlz": Part({"wlz.toml": FACT})}
    again = 'uses = ["geld.wlz"]\n'
    assert [("SW105", "part", "workflow.toml:6:9")] == faults(
        reading(tmp_path, "", parts, base, again)
    )
    found = reading(tmp_path, "", parts, base, "")
    assert [] == faults(found)
    assert found.workflow is not None
    assert "toets" in found.workflow.facts


def test_what_only_a_workflow_can_say_is_told_of_in_a_part(tmp_path: Path) -> None:
    """Nothing that stands in a part is silently left out."""
    part = Part({"wlz.toml": '[workflow]\nid = "wlz"\nzone = "Europe/Brussels"\n[register]\n'})
    found = reading(tmp_path, "", {"geld.wlz": part})
    assert [
        ("SW120", "part_says", "geld.wlz: wlz.toml:2:1"),
        ("SW120", "part_says", "geld.wlz: wlz.toml:4:2"),
    ] == sorted(faults(found), key=lambda one: one[2])


def test_a_part_in_several_files_and_one_that_is_no_toml(tmp_path: Path) -> None:
    """Files of a part are one text; a slip in one points into it."""
    part = Part({"a.toml": FACT, "b.toml": RULE + NEED})
    assert [] == faults(reading(tmp_path, "", {"geld.wlz": part}))
    twice = Part({"a.toml": FACT, "b.toml": FACT})
    assert [("SW104", "parts", "geld.wlz: b.toml:2:1")] == faults(
        reading(tmp_path, "", {"geld.wlz": twice})
    )[:1]
    broken = Part({"a.toml": "[fact.toets\n"})
    assert ["geld.wlz: a.toml:1:1"] == [
        at for _, _, at in faults(reading(tmp_path, "", {"geld.wlz": broken}))
    ]


def test_a_part_under_a_workflow_that_builds_on_nothing(tmp_path: Path) -> None:
    """Then the part is what it builds on."""
    path = tmp_path / "workflow.toml"
    heading = 'nl = "Voorbeeld"\n'
    path.write_text(BASE.replace(heading, heading + USES, 1), encoding="utf-8")
    part = Part({"wlz.toml": FACT + RULE})
    found = read_workflow(path, plugin_parts={"geld.wlz": part}, plugins={"geld": "1"}, checks=())
    assert [] == faults(found)
    assert found.workflow is not None
    assert {"betaalbaar", "getoetst"} == {*found.workflow.rules}
    unfit = {"geld.wlz": Part({"wlz.toml": FACT}, ("landelijk",))}
    found = read_workflow(path, plugin_parts=unfit, plugins={"geld": "1"}, checks=())
    assert [("SW120", "fits_nothing")] == [one[:2] for one in faults(found)]


NAMES = st.sampled_from(["a", "b"])
ADDED = st.lists(st.sampled_from("xyz"), unique=True)


def _text(facts: dict[str, str], added: list[str]) -> str:
    rows = [f'[fact.{name}]\ntype = "{type}"\n' for name, type in facts.items()]
    listed = ", ".join(f'"{one}"' for one in added)
    return "".join(rows) + f"[group.g]\nsort = {{ add = [{listed}] }}\n"


@given(
    st.dictionaries(NAMES, st.sampled_from(["day", "text"])),
    st.dictionaries(NAMES, st.sampled_from(["day", "text"])),
    ADDED,
    ADDED,
)
def test_the_order_of_parts_means_nothing_where_they_do_not_clash(
    first: dict[str, str], second: dict[str, str], mine: list[str], theirs: list[str]
) -> None:
    """Side by side in either order, they say the same; and they clash in both orders or none."""
    base = _node('[group.g]\nsort = ["s"]\n')

    def side_by_side(one: str, other: str) -> tuple[object, bool]:
        clashes: list[Node] = []
        both = together(base, _node(one), _node(other), lambda new, old: clashes.append(new))
        found = plain(settle(merge(base, both)))
        found["group"]["g"]["sort"].sort()
        return (None if clashes else found), bool(clashes)

    one, other = _text(first, mine), _text(second, theirs)
    assert side_by_side(one, other) == side_by_side(other, one)


def _node(text: str) -> Node:
    return node_of(read_source(text.encode(), "a.toml"))
