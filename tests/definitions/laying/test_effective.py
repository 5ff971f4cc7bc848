"""The effective definition: one digest for one meaning, and a text that reads back to it."""

from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.definitions.checks.example import BASE
from samenwerk.definitions.laying.effective import canonical_text, digest_of, effective_text
from samenwerk.definitions.read import read_effective, read_text, read_workflow
from samenwerk.packaged import workflow_names, workflows_folder
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import NotReadable


def read(text: str) -> Workflow:
    """The workflow of a text without faults."""
    workflow = read_text(text, checks=()).workflow
    assert workflow is not None
    return workflow


def fields(workflow: Workflow) -> dict[str, Any]:
    """Everything a workflow says, for comparing two; its files apart."""
    return {
        field.name: getattr(workflow, field.name)
        for field in attrs.fields(Workflow)
        if field.name != "sources"
    }


def test_the_example_reads_back_from_its_effective_text() -> None:
    """The store keeps the text; everything is in it."""
    workflow = read(BASE)
    assert fields(workflow) == fields(read_effective(effective_text(workflow.effective)))


@pytest.mark.parametrize("name", workflow_names())
def test_a_packaged_workflow_reads_back_from_its_effective_text(name: str) -> None:
    """That also holds after `extends`, for everything that comes with samenwerk."""
    workflow = read_workflow(workflows_folder() / name / "workflow.toml", checks=()).workflow
    assert workflow is not None
    again = read_effective(effective_text(workflow.effective), sources=workflow.sources)
    assert (fields(workflow), workflow.sources) == (fields(again), again.sources)


VALUES = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(-(10**12), 10**12),
        st.dates(),
        st.text(max_size=8),
        st.decimals(-1000, 1000, allow_nan=False, places=2),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("ab-é", max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), VALUES, max_size=4))
def test_a_text_reads_back_to_the_same_canonical_form(values: dict[str, Any]) -> None:
    """Whatever the values are: written as TOML and read again they have the same digest."""
    from samenwerk.definitions.spelling.places import read_source

    again = read_source(effective_text(values).encode(), "effective.toml").values
    assert canonical_text(values) == canonical_text(again)


def test_comments_order_and_files_do_not_change_the_digest(tmp_path: Path) -> None:
    """The same definition, arranged otherwise, is the same definition."""
    families = BASE.split("\n[")
    turned = families[0] + "\n[" + "\n# iets\n[".join(reversed(families[1:]))
    (tmp_path / "deel.toml").write_text("[" + "\n[".join(families[1:]))
    header = families[0].replace('nl = "Voorbeeld"', 'nl = "Voorbeeld"\nparts = ["deel.toml"]')
    (tmp_path / "workflow.toml").write_text(header)
    parts = read_workflow(tmp_path / "workflow.toml", checks=()).workflow
    assert parts is not None
    assert {read(BASE).digest} == {read(turned).digest, parts.digest}
    assert read(BASE).effective == read(turned).effective == parts.effective


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('nl = "Betaalbaar"', 'nl = "Te betalen"'),
        ("value = 5000", "value = 5001"),
        ("exactly = 1", "exactly = 2"),
        ('share = "2/3"', 'share = "3/4"'),
        ('nl = "Betaalbaar"', 'nl = "Betaalbaar"\nsource = "art. 4"'),
    ],
)
def test_every_other_difference_changes_the_digest(old: str, new: str) -> None:
    """A label or a source is part of what was agreed."""
    assert read(BASE).digest != read(BASE.replace(old, new)).digest


def test_values_of_different_types_have_different_digests() -> None:
    """A day is no text, and one is not true."""
    from datetime import date
    from decimal import Decimal

    values: list[Any] = [1, True, "1", Decimal("1.0"), "2027-01-01", date(2027, 1, 1), [1], {}]
    assert len(values) == len({digest_of({"a": value}) for value in values})


def test_the_versions_of_plugins_are_pinned() -> None:
    """Another version of a plugin is another definition; reading back keeps the pin."""
    text = BASE.replace('version = "1"', 'version = "1"\nplugins = ["voorbeeld>=0.1"]')
    found = [
        read_text(text, checks=(), plugins={"voorbeeld": version}).workflow
        for version in ("0.1", "0.2")
    ]
    digests = {one.digest for one in found if one is not None}
    texts = [effective_text(one.effective) for one in found if one is not None]
    again = {read_effective(text).digest for text in texts}
    assert 2 == len(digests)
    assert digests == again


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a = ", ["SW007"]),
        ("", ["SW111"]),
        ("[effective]\ngrammar = 2\n", ["SW111"]),
        ("[effective]\ngrammar = 1\n", ["SW108"]),
    ],
)
def test_what_is_no_effective_text_is_refused(text: str, codes: list[str]) -> None:
    """With every fault it has."""
    with pytest.raises(NotReadable) as refused:
        read_effective(text)
    assert codes == [one.code for one in refused.value.diagnostics]
