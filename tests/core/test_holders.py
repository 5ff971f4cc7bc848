"""Who holds the roles of a case, and what steps make of that."""

from datetime import timedelta

import attrs
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map
from tests.small import START, Story, lifecycle, step, workflow

from samenwerk.core.holders import with_holders
from samenwerk.core.obligations import needs
from samenwerk.values.command import Do, Enrol, holders
from samenwerk.values.message import Message
from samenwerk.values.outcome import Verdict
from samenwerk.values.register import Party, Span
from samenwerk.values.who import Role, Table

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


def test_who_takes_a_role_is_of_its_sort() -> None:
    """Of those who may do the step the others are told who could; who may not is told so too."""
    join = step("join", ("busy",), takes="partner", takes_sorts=("insurer",))
    life = lifecycle("change", step("open", to="busy"), join)
    story = Story(workflow(life, roles=PARTNER)).done("c", "open")
    refused = story.do("c", "join", "noord")
    assert refused.headline is not None
    told = refused.headline.params["what"]
    assert isinstance(told, Message)
    assert ("filled.other_sort", Verdict.NOT_YOU, ("zuid",)) == (
        told.id, refused.verdict, refused.can,
    )  # fmt: skip
    assert {"partner": ("zuid",)} == roles_of(story.done("c", "join", "zuid"))


def test_one_may_be_written_alone_and_nobody_twice() -> None:
    """What a caller writes becomes holders, in the order in which they were named."""
    written = {"lead": "noord", "partner": ["zuid", "oost", "zuid"], "none": []}
    expected = {"lead": ("noord",), "partner": ("zuid", "oost"), "none": ()}
    assert expected == holders(written)


def test_who_is_given_a_role_is_there_and_fits_it() -> None:
    """Refused with the names of who does not; a table that speaks at a table may hold it."""
    role = Role(name="partner", lifecycle="change", many=True, sort=("provider",))
    for sort, who, headline, named in (
        (role.sort, ("noord", "west"), "filled.absent", ["west"]),
        (role.sort, ("noord", "zuid"), "filled.other_sort", ["zuid"]),
        (role.sort, ("noord", "bench"), "filled.other_sort", ["bench"]),
        ((), ("west", "bench"), "filled.absent", ["west"]),
        ((), ("zuid", "bench"), "decide.allowed", []),
        (role.sort, ("noord", "oost"), "decide.allowed", []),
    ):
        roles = {"change.partner": attrs.evolve(role, sort=sort)}
        story = Story(workflow(LIFE, roles=roles, tables={"bench": Table(name="bench")}))
        story.done("c", "open")
        outcome = story.do("c", "name", roles={"partner": who})
        assert headline == outcome.headline.id
        assert (headline == "decide.allowed") == outcome.carried_out
        assert named == [one.name for one in outcome.headline.params.get("who", ())]


def test_who_is_not_there_yet_is_given_no_role() -> None:
    """The day of the step counts; a plan names nobody who is gone either."""
    story = Story(workflow(LIFE, roles=PARTNER)).done("c", "open")
    gone = Party("noord", "provider", span=Span(START, START + timedelta(days=3)))
    assert story.give(Enrol, parties=(gone,)).carried_out
    story.on(START + timedelta(days=4))
    refused = story.do("c", "name", "oost", roles={"partner": ("noord",)})
    assert "filled.absent" == refused.headline.id
    asked = story.command(Do, case="c", step="change.name", actor="oost")
    assert needs(story.compiled, story.known, asked).kind != "unadvised"
    assert story.do("c", "name", "oost", roles={"partner": ("oost",)}).carried_out


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
