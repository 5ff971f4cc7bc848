"""What is still needed, as a reader sees it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.language.catalogue import Speaker, built_in
from samenwerk.language.clean import clean
from samenwerk.language.layout import display_width
from samenwerk.language.obligations import ground_text, render_obligation
from samenwerk.language.shorter import compact
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation

ACTS = built_in().joined(
    "test",
    {
        "nl": {
            "test.say": "geef standpunt {position} over {decision}",
            "test.hand_in": "dien {document} in",
        },
        "en": {
            "test.say": "give position {position} on {decision}",
            "test.hand_in": "hand in {document}",
        },
    },
)
SAY = Message("test.say", {"position": "for", "decision": Name("decision", "adoption")})
HAND_IN = Message("test.hand_in", {"document": Name("document", "impact_note")})
APRIL = date(2027, 4, 1)


@pytest.fixture
def dutch(nl: Speaker) -> Speaker:
    return Speaker("nl", nl.workflow, nl.register, ACTS)


@pytest.fixture
def english(en: Speaker) -> Speaker:
    return Speaker("en", en.workflow, en.register, ACTS)


def act(*who: str, **more: object) -> Obligation:
    return Obligation("act", SAY, who, **more)


PROVIDERS = ("west", "oost", "noord")
TREE = Obligation(
    "all",
    parts=(
        Obligation(
            "least",
            count=2,
            parts=tuple(act(who, due=APRIL, ground="rule support") for who in PROVIDERS),
        ),
        Obligation(
            "any",
            parts=(
                Obligation(
                    "act",
                    HAND_IN,
                    ("polis",),
                    about=("role:lead",),
                    earliest=APRIL,
                    ground="document impact_note",
                    source="Afspraken, artikel 4",
                    case="change-1",
                ),
                Obligation("wait", earliest=date(2027, 5, 1)),
                Obligation(
                    "least",
                    count=2,
                    parts=(act("west"), act("west"), Obligation("nothing")),
                ),
            ),
        ),
        Obligation(
            "then",
            parts=(
                Obligation("act", HAND_IN, (), about=("role:lead", "sort:insurer")),
                Obligation("act", HAND_IN, ()),
                Obligation("never", Message("document.stays", {"document": HAND_IN})),
                Obligation("unadvised"),
            ),
        ),
    ),
)


def test_a_whole_tree_in_dutch(dutch: Speaker) -> None:
    """Who, what, by when and why, with choices below what is asked of them."""
    expected = """\
Nog nodig:
  - nog 2 van deze 3 (Zorg West, Zorg Oost en Zorg Noord): geef standpunt voor
    over Vaststelling, uiterlijk 1 april 2027 [voor: Draagvlak]
  - een van deze 3:
    - Polis (trekker): dien effectnotitie in, op zijn vroegst 1 april 2027
      [dossier change-1; Afspraken, artikel 4]
    - wachten tot 1 mei 2027
    - nog 2 van deze 3:
      - Zorg West: geef standpunt voor over Vaststelling
      - Zorg West: geef standpunt voor over Vaststelling
      - niets meer
  - dit, in deze volgorde:
    1. nu kan niemand dit doen, want er is geen trekker of insurer: dien
       effectnotitie in
    2. nu kan niemand dit doen: dien effectnotitie in
    3. dit kan niemand: dien effectnotitie in is ingediend, en dat blijft zo
    4. hierover is geen advies te geven"""

    assert expected == render_obligation(TREE, dutch)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nl", "Alleen dit nog:\n  - noord: geef uitleg, want dit is nog niet zo: small"),
        ("en", "This only:\n  - noord: give an explanation, because this is not so yet: small"),
    ],
)
def test_what_may_happen_with_an_explanation_names_it(lang: str, expected: str) -> None:
    """It is not said that nothing more is needed."""
    why = Message("act.explain.rule", {"rule": Name("rule", "small")})
    explain = Obligation("act", Message("act.explain", {"why": why}), ("noord",))
    step = Obligation("act", Message("test.hand_in", {"document": "x"}), ("noord",))
    needed = Obligation("nothing", parts=(explain, step))
    assert expected == render_obligation(needed, Speaker(lang, catalogue=ACTS), 100)
    without = Obligation("nothing", parts=(step,))
    assert {"nl": "Er is niets meer nodig.", "en": "Nothing more is needed."}[lang] == (
        render_obligation(without, Speaker(lang, catalogue=ACTS))
    )


def test_a_choice_in_english_on_a_narrow_terminal(english: Speaker) -> None:
    """Forty places are enough."""
    tree = Obligation("any", parts=(act(*PROVIDERS, count=3), act(*PROVIDERS), act("polis")))
    expected = """\
Still needed:
  - one of these 3:
    - Zorg West, Zorg Oost and Zorg
      Noord, each: give position for on
      Adoption
    - Zorg West, Zorg Oost or Zorg
      Noord: give position for on
      Adoption
    - Policy: give position for on
      Adoption"""

    assert expected == render_obligation(tree, english, 40)


def test_a_big_set_stays_one_line(dutch: Speaker) -> None:
    """Twenty of sixty consents: a number, the first names, and how many more."""
    parts = tuple(act(f"lid_{number}") for number in range(1, 61))
    expected = """\
Nog nodig:
  - nog 20 van deze 60 (lid 1, lid 2, lid 3, lid 4, lid 5, lid 6, lid 7, lid 8
    en nog 52 anderen): geef standpunt voor over Vaststelling"""

    assert expected == render_obligation(Obligation("least", count=20, parts=parts), dutch)


@pytest.mark.parametrize(
    ("needed", "nl_says", "en_says"),
    [
        (Obligation("nothing"), "Er is niets meer nodig.", "Nothing more is needed."),
        (
            Obligation("unadvised", HAND_IN),
            "Hierover is geen advies te geven: dien effectnotitie in.",
            "No advice can be given on this: hand in impact note.",
        ),
        (Obligation("never"), "Dit kan niemand.", "Nobody can do this."),
        (
            act("west", about=("party:west",), ground="support"),
            "Nog nodig:\n  - Zorg West: geef standpunt voor over Vaststelling [voor: Draagvlak]",
            "Still needed:\n  - Zorg West: give position for on Adoption [for: Support]",
        ),
        (Obligation("all"), "Er is niets meer nodig.", "Nothing more is needed."),
        (Obligation("any"), "Dit kan niemand.", "Nobody can do this."),
    ],
)
def test_small_ones(
    dutch: Speaker, english: Speaker, needed: Obligation, nl_says: str, en_says: str
) -> None:
    """One act, none, or none that anybody can do."""
    assert (nl_says, en_says) == (
        render_obligation(needed, dutch),
        render_obligation(needed, english),
    )


def test_equal_acts_are_joined_only_where_that_says_the_same() -> None:
    """All of several is each of them, any is one of them; different acts stay apart."""
    west, oost, other = act("west"), act("oost"), act("noord", due=APRIL)

    assert act("west", "oost", count=2) == compact(Obligation("all", parts=(west, oost)))
    assert act("west", "oost") == compact(Obligation("any", parts=(west, oost)))
    assert Obligation("all", parts=(act("west", "oost", count=2), other)) == compact(
        Obligation("all", parts=(west, other, oost))
    )
    assert Obligation("least", count=2, parts=(west, oost, other)) == compact(
        Obligation("least", count=2, parts=(west, oost, other))
    )
    assert Obligation("then", parts=(west, oost)) == compact(Obligation("then", parts=(west, oost)))


@pytest.mark.parametrize(
    ("ground", "text"),
    [
        ("rule support", "Draagvlak"),
        ("support", "Draagvlak"),
        ("fact cost at_most 5", "kosten"),
        ("done change.adopt by each", "Vaststellen"),
        ("own something", "own something"),
        ("", ""),
    ],
)
def test_grounds_by_their_labels(dutch: Speaker, ground: str, text: str) -> None:
    """The stable name of a condition reads as what it is about."""
    assert text == ground_text(ground, dutch)


OBLIGATIONS = st.recursive(
    st.builds(
        Obligation,
        kind=st.sampled_from(["act", "wait", "nothing", "never", "unadvised", "new"]),
        act=st.none() | st.builds(Message, st.text(max_size=30)),
        who=st.lists(st.sampled_from("abc") | st.text(max_size=9), max_size=4).map(tuple),
        about=st.lists(st.text(max_size=9), max_size=2).map(tuple),
        count=st.integers(0, 3),
        due=st.none() | st.dates(),
        earliest=st.none() | st.dates(),
        ground=st.none() | st.text(),
        source=st.none() | st.text(),
        case=st.none() | st.text(),
    ),
    lambda inner: st.builds(
        Obligation,
        kind=st.sampled_from(["all", "any", "least", "then"]),
        count=st.integers(0, 3),
        parts=st.lists(inner, max_size=4).map(tuple),
    ),
    max_leaves=15,
)


@given(OBLIGATIONS, st.integers(32, 100), st.sampled_from(["nl", "en"]))
def test_any_tree_fits_and_is_clean(needed: Obligation, width: int, lang: str) -> None:
    """Whatever names and sources hold, no line is too wide and nothing is raw."""
    text = render_obligation(needed, Speaker(lang), width)

    assert text == clean(text)
    assert [] == [row for row in text.split("\n") if display_width(row) > width]


def test_an_amount_in_an_act_is_told_whole(nl: Speaker) -> None:
    """The full stop in an amount is no end of a name: what must be done is a text of its own."""
    cost, least = Name("fact", "cost"), Message("test.at_least", {"bound": Decimal("40000.00")})
    act = Message("act.record_as", {"fact": cost, "tests": (least,)})
    one = Obligation("act", act=act, who=("west",))
    assert "leg vast: kosten (minstens € 40.000,00)" in render_obligation(one, nl)
