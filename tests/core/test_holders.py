"""Who holds the roles of a case, and what steps make of that."""

from hypothesis import given
from hypothesis import strategies as st
from immutables import Map
from tests.small import Story, lifecycle, step, workflow

from samenwerk.core.holders import with_holders
from samenwerk.values.command import holders
from samenwerk.values.outcome import Verdict
from samenwerk.values.who import Role

PARTNER = {"change.partner": Role(name="partner", lifecycle="change", many=True)}
LIFE = lifecycle(
    "change",
    step("open", to="busy", takes="partner"),
    step("join", ("busy",), takes="partner"),
    step("leave", ("busy",), gives_up="partner"),
    step("name", ("busy",), fill_in=("partner",)),
)


def roles_of(story: Story) -> dict[str, tuple[str, ...]]:
    """The holders of the only case there is."""
    return dict(next(iter(story.known.cases.values())).roles)


def test_joining_and_leaving_up_to_the_last_one() -> None:
    """Each who takes the role has it beside the others; when the last one leaves, nobody has."""
    story = Story(workflow(LIFE, roles=PARTNER))
    story.done("c", "open").done("c", "join", "oost").done("c", "join", "oost")
    assert {"partner": ("noord", "oost")} == roles_of(story)
    story.done("c", "leave").done("c", "leave", "oost")
    assert {} == roles_of(story)
    refused = story.do("c", "leave", "oost")
    assert (Verdict.NOT_YOU, ()) == (refused.verdict, refused.can)
    story.done("c", "join", "zuid")
    assert {"partner": ("zuid",)} == roles_of(story)


def test_one_may_be_written_alone_and_nobody_twice() -> None:
    """What a caller writes becomes holders, in the order in which they were named."""
    written = {"lead": "noord", "partner": ["zuid", "oost", "zuid"], "none": []}
    expected = {"lead": ("noord",), "partner": ("zuid", "oost"), "none": ()}
    assert expected == holders(written)


PARTIES = st.sampled_from(("noord", "oost", "zuid", "west"))
CHANGES = st.lists(st.tuples(st.booleans(), PARTIES), max_size=12)


@given(CHANGES)
def test_holders_are_those_who_joined_last(changes: list[tuple[bool, str]]) -> None:
    """Joining and leaving in any order: a set, and no role without a holder."""
    known, expected = Map[str, tuple[str, ...]](), set[str]()
    for joins, party in changes:
        if joins and party not in expected:
            known = with_holders(known, joined=[("partner", party)])
            expected.add(party)
        elif not joins:
            known = with_holders(known, left=[("partner", party)])
            expected.discard(party)
        assert expected == set(known.get("partner", ()))
        assert bool(expected) == ("partner" in known)
