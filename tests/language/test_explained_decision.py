"""What a decision says on its page, before any case: nothing that decides the count is left out."""

import pytest

from samenwerk.language.catalogue import Speaker
from samenwerk.language.explained import explain_declared
from samenwerk.values.declared import Decision
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.who import Who

MEMBER = Who("group", "member")
WHOLE = Decision(
    name="adopt", lifecycle="plan", by=(MEMBER,), method="double", share=Share(2, 3),
    weight="reach", weight_share=Share(1, 2), quorum=3, sorts=("provider",), absent="against",
    abstain="trusts", may_ask=(Who("sort", "council"),), veto=(Who("role", "chair", "plan"),),
    second_person=True, same_text="text", held="writing", opens_at="offer",
    answer_within=Term.parse("3 weeks"),
)  # fmt: skip


def said(decision: Decision, lang: str = "en") -> list[str]:
    """The sentences of its page."""
    return explain_declared(decision, Speaker(lang))


def test_everything_that_is_written_is_told():
    """Who and how, what is counted, the round, silence, abstaining, a veto and questions."""
    assert [
        "This is decided by: member; by double majority.",
        "For must be: at least two thirds of all who may decide.",
        "Those for also have together at least half of: reach.",
        "Taking part must: at least 3.",
        "Of each of these sorts at least one is for: provider.",
        "At least one other than who opened the case is for.",
        "It is decided in writing.",
        "The round begins with the step offer.",
        "It is about the latest version of text.",
        "Answers can be given for 3 weeks.",
        "Who has said nothing by then counts as against.",
        "Who abstains trusts the others and counts as for.",
        "One vote against is enough when it comes from: chair.",
        "Questions may also be asked by: council.",
    ] == said(WHOLE)


def test_of_a_plain_decision_only_who_and_how_is_told():
    """Silence means nothing as long as no round closes."""
    plain = Decision(name="adopt", by=(MEMBER,), method="consent")
    assert ["Hierover beslissen: member; bij consent."] == said(plain, "nl")


@pytest.mark.parametrize(
    ("share_of", "absent", "told"),
    [
        ("members", "stays_open", []),
        ("members", "left_out", ["Wie dan niets heeft gezegd, telt niet mee."]),
        ("members", "trusts", ["Wie dan niets heeft gezegd, vertrouwt de anderen."]),
        ("cast", "stays_open", ["Wie dan niets heeft gezegd, telt niet mee."]),
        ("present", "stays_open", ["Wie dan niets heeft gezegd, telt niet mee."]),
    ],
)
def test_silence_is_told_as_it_is_counted(share_of: str, absent: str, told: list[str]):
    """Also where the text does not name it: of who takes part, the silent are left out."""
    decision = Decision(
        name="adopt", by=(MEMBER,), method="majority", share_of=share_of, absent=absent,
        answer_within=Term.parse("2 weeks"),
    )  # fmt: skip
    assert [
        "Hierover beslissen: member; bij meerderheid.", "Antwoorden kan 2 weken lang.", *told,
    ] == said(decision, "nl")  # fmt: skip


def test_a_weight_without_a_share_asks_more_than_half():
    """As it is counted."""
    decision = Decision(name="adopt", by=(MEMBER,), method="double", weight="plan.reach")
    assert [
        "Hierover beslissen: member; bij dubbele meerderheid.",
        "Wie voor is, heeft samen ook meer dan de helft van: reach.",
    ] == said(decision, "nl")
