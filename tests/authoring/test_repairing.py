"""Certain mends carried out on a text."""

from hypothesis import given
from hypothesis import strategies as st

from samenwerk.authoring.repairing import everywhere, harms, repaired, together
from samenwerk.values.repair import Repair


def change(start: int, end: int, text: str) -> Repair:
    """A repair in a file whose name does not matter."""
    return Repair("a.toml", start, end, text)


def test_all_are_done_at_their_own_spot() -> None:
    """A longer word early in the text moves nothing that comes after it."""
    assert "from = 1\nto = 2\n" == repaired(
        "van = 1\nnaar = 2\n", [change(8, 12, "to"), change(0, 3, "from")]
    )


def test_of_two_that_touch_the_first_counts() -> None:
    """The second is for a second look; the same one twice is one."""
    first, second = change(0, 3, "ab"), change(2, 4, "cd")
    assert (first,) == together([second, first, first])
    assert "abde" == repaired("xyzde", [second, first])


def test_two_beside_each_other_are_both_done() -> None:
    """An end that is the next one's start does not overlap; two at one spot do."""
    assert "AB" == repaired("ab", [change(0, 1, "A"), change(1, 2, "B")])
    assert '"ab' == repaired("ab", [change(0, 0, '"'), change(0, 0, "'")])


def test_beyond_the_text_nothing_happens() -> None:
    """A repair of another text does no harm."""
    assert "ab" == repaired("ab", [change(1, 9, "x")])


def test_harm_is_seen() -> None:
    """What could be read must still be readable; what could not, can only get better."""
    assert harms("a = 1\nb = 2\n", "a = 1\na = 2\n")
    assert not harms("a = 1\n", "b = 1\n")
    assert not harms("a = \n", "a == \n")


def test_headings_are_mended_together() -> None:
    """The same word in the headings that follow, not in a text, nor where it is another name."""
    text = (
        '[a]\nx = """\n[ regel . c ]\n"""\n[[regel.a]]\n[ regel . b ]\n[regel]\n[regels.c]\n'
        "[x.regel.d]\n#[regel.e]\n"
    )
    start = text.index("[[regel") + 2
    found = everywhere(text, [change(start, start + 5, "rule")])
    expected = text[:start] + text[start:].replace("regel.a", "rule.a").replace(
        "[ regel .", "[ rule ."
    ).replace("[regel]", "[rule]")
    assert expected == repaired(text, found)
    assert [(1, 1), (6, 3), (7, 2)] == [one.first for one in found]


def test_a_key_is_mended_alone() -> None:
    """Only headings go on from each other: a key may mean something else in another table."""
    text = "[a]\nvan = 1\n[b]\nvan = 1\n"
    one = change(4, 7, "from")
    assert (one,) == everywhere(text, [one])


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5)), max_size=8))
def test_what_no_repair_touches_stays(text: str, spots: list[tuple[int, int]]) -> None:
    """Taking stretches out leaves all other characters, in their order."""
    repairs = [change(at, at + size, "") for at, size in spots if at + size <= len(text)]
    gone = {at for one in together(repairs) for at in range(one.start, one.end)}
    assert "".join(c for at, c in enumerate(text) if at not in gone) == repaired(text, repairs)
