"""Which mends of a key are certain, and where they stand in the text."""

import pytest

from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.mending import certain_key
from samenwerk.definitions.laying.merge import node_of
from samenwerk.definitions.laying.structure import check_structure
from samenwerk.definitions.spelling.places import read_source
from samenwerk.values.repair import Repair


def mends(text: str) -> list[Repair]:
    """The repairs of everything that is wrong with the keys of a text."""
    faults = Faults()
    check_structure(node_of(read_source(text.encode(), "w.toml")), faults)
    return [one.repair for one in faults.in_order(["w.toml"]) if one.repair is not None]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("needd", "needs"), ("neds", "needs"), ("needss", "needs"), ("Needs", "needs"),
        ("nodig", "needs"), ("way-out", "way_out"),
        ("nedes", None),  # two letters changed places: two are different
        ("b", None), ("toe", None),  # too short to be sure
        ("role", None),  # a word that belongs elsewhere
        ("noods", None), ("zorg", None),
    ],
)  # fmt: skip
def test_when_a_key_is_certain(written: str, meant: str | None) -> None:
    """A Dutch word, other capitals, or one letter wrong in a word that is not too short."""
    assert meant == certain_key(written, ("needs", "by", "to", "way_out"), {"nodig": "needs"})


def test_two_that_are_as_near() -> None:
    """Where two known words differ by one letter, nobody can tell which was meant."""
    assert certain_key("rolle", ("rolls", "roller", "by")) is None


def test_the_repair_is_the_key_alone() -> None:
    """It is given in characters and as line and column, also behind wide characters."""
    text = '# één ✓\n[workflow]\nid = "a"\nversoin = "1"\nversionn = "1"\n'
    start = text.index("versionn")
    expected = Repair("w.toml", start, start + 8, "version", (5, 1), (5, 9))
    assert [expected] == mends(text)


def test_a_key_that_is_taken_is_not_certain() -> None:
    """`versie` beside `version` was meant otherwise, or one of the two must go."""
    assert [] == mends('[workflow]\nid = "a"\nversion = "1"\nversie = "2"\n')


def test_headings_may_be_joined() -> None:
    """`[rol.b]` under a `[role.a]` is mended, unless both say the same thing."""
    head = '[workflow]\nid = "a"\nversion = "1"\n[role.a]\nnl = "A"\n'
    assert ["role"] == [one.text for one in mends(head + '[rol.b]\nnl = "B"\n')]
    assert [] == mends(head + '[rol.a]\nen = "B"\n')
    assert ["role"] == [one.text for one in mends(head + '[rol]\nb.nl = "B"\n')]
    deep = '[lifecycle.a]\nnl = "A"\n[levensloop.a.state.b]\nnl = "B"\n'
    assert ["lifecycle"] == [one.text for one in mends(head + deep)]
    assert [] == mends(head + "[lifecycle.a.state.b]\n" + deep[17:].partition("\n")[2])
