"""What if: an act that is tried on a page, what would become of it, and that nothing is kept."""

import html
import re
from typing import Any

import pytest
from tests.web.visiting import get, text

from samenwerk import Room
from samenwerk.web import pages

TRY = "/try?in=regio&case=b&lang=en"


def test_what_can_be_tried_is_listed(app: Any) -> None:
    """Steps from where the case is, positions, facts and documents; free text is not asked."""
    said = text(get(app, TRY))
    told = "A step Agree Work on A position Support A fact Amount Handing in a document Note"
    assert told in said
    assert "Remark" not in said


def test_the_form_asks_what_the_act_needs(app: Any) -> None:
    """Who does it, which position, and the day."""
    page = get(app, f"{TRY}&act=say:budget.support")
    for name in ("actor", "position", "explained", "day"):
        assert f'name="{name}"' in page.text
    assert "What happens then" not in text(page).replace("What happens then?", "")


def test_a_refusal_says_what_is_in_the_way(app: Any) -> None:
    """With the tree and what is still needed, as on the page of the case."""
    said = text(get(app, f"{TRY}&act=do:budget.agree&actor=zuid&try=1"))
    assert "This cannot happen yet." in said
    assert "What is still needed" in said
    assert "This would be recorded" not in said


def test_what_is_allowed_says_how_it_would_stand_then(app: Any, room: Room) -> None:
    """The line that would be recorded, and what the case would still need after it."""
    before = room.collaboration
    said = text(get(app, f"{TRY}&act=hand_in:budget.note&actor=noord&try=1"))
    assert "This may happen." in said
    assert "This would be recorded" in said
    assert "And after that Agree: still needed then" in said
    assert "hand in: Note" not in said.partition("And after that")[2].partition("Try")[0]
    assert before == room.collaboration


def test_a_case_that_would_go_on_is_named(app: Any, room: Room) -> None:
    """From which state to which."""
    assert room.hand_in("note", "Nota", case="b", actor="noord").carried_out
    for one in ("noord", "zuid"):
        assert room.say("support", "for", case="b", actor=one).carried_out
    said = text(get(app, f"{TRY}&act=do:budget.agree&actor=zuid&try=1"))
    assert "Cases that go on then b: from Draft to Agreed" in said
    assert "drafted" == room.collaboration.cases["b"].state


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ("act=record:budget.amount&actor=noord&value=12&try=1", 200, "This may happen."),
        ("act=record:budget.amount&actor=noord&value=veel&try=1", 400, "does not fit there"),
        ("act=say:budget.support&actor=noord&position=for&try=1", 200, "This may happen."),
        ("act=say:budget.support&actor=noord&position=ja&try=1", 200, "There is no position named"),
        ("act=do:budget.work&actor=nergens&try=1", 200, "may not do this"),
    ],
)
def test_each_kind_of_act_can_be_tried(app: Any, asked: str, status: int, said: str) -> None:
    """And what makes no sense is answered, not failed on."""
    answer = get(app, f"{TRY}&{asked}")
    assert status == answer.status_code
    assert said in text(answer)


def follow(app: Any, page: Any, label: str) -> Any:
    """The page behind the link that says so."""
    found = re.search(rf'<a href="([^"]*)">{re.escape(label)}</a>', page.text)
    assert found, text(page)
    return get(app, "/" + html.unescape(found[1]))


def test_acts_are_tried_one_after_another(app: Any, room: Room) -> None:
    """The next is tried as if those before it were done, on its own day; nothing is recorded."""
    before = room.collaboration
    page = get(app, f"{TRY}&act=hand_in:budget.note&actor=noord&try=1")
    for day, who in (("11", "noord"), ("12", "zuid"), ("13", "oost")):
        page = follow(app, page, "Go on in b")
        address = str(page.url).partition("/try")[2]
        more = f"&act=say:budget.support&position=for&actor={who}&try=1"
        undated = re.sub("&day=[0-9-]*", "", address)
        page = get(app, f"/try{undated}&day=2027-02-{day}{more}")
        assert "This may happen." in text(page)
    page = follow(app, page, "Go on in b")
    said = text(page)
    assert "Supposed to have been done already 10 February 2027: Note in b, by noord" in said
    assert "13 February 2027: Support in b, by oost" in said
    page = get(app, "/try" + str(page.url).partition("/try")[2]
               + "&act=do:budget.agree&actor=zuid&try=1")  # fmt: skip
    assert "Cases that go on then b: from Draft to Agreed" in text(page)
    assert "Go on in b" not in text(page)
    assert before == room.collaboration


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("s1=case%3Db%26act%3Ddo:budget.agree%26actor%3Dzuid", "Agree in b cannot be done"),
        ("s1=case%3Db%26act%3Dhand_in:budget.note%26actor%3Dnoord%26day%3D2027-03-01&day=2027-02-20",
         "20 February 2027 has passed: it is 1 March 2027"),
        ("s1=case%3Db%26act%3Dhand_in:budget.note%26actor%3Dnoord%26day%3Dooit", "is not a day"),
        ("s1=niets", "Something is missing in the address (case)"),
        ("s1=case%3Db", "This cannot be tried in this case"),
        ("s1=case%3Db%26act%3D<script>", "This cannot be tried in this case"),
    ],
)  # fmt: skip
def test_what_cannot_go_before_is_said(app: Any, asked: str, said: str) -> None:
    """An address that somebody changed makes no page that is wrong."""
    answer = get(app, f"{TRY}&{asked}")
    assert 400 == answer.status_code
    assert said in text(answer)
    assert "<script>" not in answer.text


def test_eight_acts_go_before_another_and_no_more(app: Any) -> None:
    """After these the next can be tried, and nothing after that: an address has an end."""
    again = "case%3Db%26act%3Dhand_in:budget.note%26actor%3Dnoord%26day%3D2027-02-10"
    for count, goes_on in ((7, True), (8, False)):
        chain = "".join(f"&s{at}={again}" for at in range(1, count + 1))
        page = get(app, f"{TRY}{chain}&act=hand_in:budget.note&actor=noord&try=1")
        assert (200, goes_on) == (page.status_code, "Go on in b" in text(page))


def test_a_long_act_goes_before_whole(app: Any) -> None:
    """Nothing of it is lost on the way: neither its day, which stands last, nor anything else."""
    page = get(app, f"{TRY}&act=hand_in:budget.note&actor=noord&day=2027-03-01&fill.x={'é' * 400}"
               "&try=1")  # fmt: skip
    assert "1 March 2027: Note in b, by noord" in text(follow(app, page, "Go on in b"))


def test_what_is_too_long_is_not_cut_short(app: Any) -> None:
    """Half of what somebody asked would be something else."""
    answer = get(app, f"/case?in=regio&case={'b' * 501}&lang=en")
    assert (400, True) == (answer.status_code, "is too long (case)" in text(answer))


def test_who_sees_a_part_tries_one_at_a_time(room: Room, engine_and_room: Any) -> None:
    """How the whole would stand is not theirs to see, so nothing can be tried after it."""
    app = pages(engine_and_room[0], reader=lambda request: "noord")
    page = get(app, f"{TRY}&act=hand_in:budget.note&try=1")
    assert "This may happen." in text(page)
    assert "Go on in b" not in text(page)
    done = "s1=case%3Db%26act%3Dhand_in:budget.note%26actor%3Dnoord"
    assert 400 == get(app, f"{TRY}&{done}").status_code
