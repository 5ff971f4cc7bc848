"""An outcome as a reader sees it, whole."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.language.catalogue import Speaker
from samenwerk.language.clean import clean
from samenwerk.language.layout import display_width
from samenwerk.language.outcome import headline, render_outcome
from samenwerk.values.finding import NO, UNKNOWN, YES, Finding
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict

NOTE = Name("document", "impact_note")
COST = Name("fact", "cost")
BENEFIT = Name("fact", "benefit")


def document(truth: int, **more: object) -> Finding:
    params = {"document": NOTE, "day": date(2027, 3, 3)}
    id = "document.met" if truth == YES else "document.unmet"
    return Finding("document impact_note", truth, Message(id, params), **more)


def unknown(name: Name, **more: object) -> Finding:
    return Finding(f"known {name.name}", UNKNOWN, Message("known.unmet", {"subject": name}), **more)


REFUSED = Outcome(
    Verdict.NOT_YET,
    (
        document(YES, source="Samenwerkingsafspraken 2026, artikel 4"),
        Finding(
            "rule support",
            NO,
            Message(
                "fact.unmet",
                {
                    "subject": COST,
                    "value": Decimal("1234.50"),
                    "tests": (Message("test.at_most", {"bound": BENEFIT}),),
                },
            ),
            children=(
                unknown(BENEFIT, plugin="voorbeeld", source="Tarieven"),
                document(YES, children=(document(NO),)),
            ),
        ),
        unknown(COST),
        document(NO, severity="explain"),
        document(NO, severity="warn"),
        unknown(COST, severity="hint"),
        unknown(COST, severity="explain"),
    ),
    headline=Message("known.unmet", {"subject": BENEFIT}),
    way_out=(Message("document.unmet", {"document": NOTE}), Message("own.ask", {})),
    can=("west", "horizontal"),
)


def test_a_refusal_in_dutch(nl: Speaker) -> None:
    """What stands in the way first, with mark and source; the way out, and who can act."""
    expected = """\
Dit kan nog niet. Baat: nog niet bekend.

  nee  Kosten: € 1.234,50, maar dat moet hoogstens baat zijn
       ?    baat: nog niet bekend [Tarieven; volgens plugin voorbeeld]
  ?    Kosten: nog niet bekend
  nee  Effectnotitie is nog niet ingediend (mag toch, met uitleg)
  ?    Kosten: nog niet bekend
  nee  Effectnotitie is nog niet ingediend (waarschuwing, houdt niets tegen)
  ?    Kosten: nog niet bekend (tip, houdt niets tegen)
  ja   Effectnotitie is ingediend op 3 maart 2027

Wat wel kan:
  - Effectnotitie is nog niet ingediend.
  - Own.ask.
Wie hier nu iets aan kan doen: Zorg West en Horizontale tafel."""

    assert expected == render_outcome(REFUSED, nl)


def test_a_refusal_in_english_on_a_narrow_terminal(en: Speaker) -> None:
    """Forty places are enough; what stands deep keeps room for its words."""
    expected = """\
This cannot happen yet. Benefit: not
known yet.

  no   Cost: €1,234.50, but must be at
       most benefit
       ?    benefit: not known yet
            [Tarieven; according to
            plugin voorbeeld]
  ?    Cost: not known yet
  no   Impact note has not been handed
       in yet (allowed all the same,
       with an explanation)
  ?    Cost: not known yet
  no   Impact note has not been handed
       in yet (a warning, stops nothing)
  ?    Cost: not known yet (a tip, stops
       nothing)
  yes  Impact note was handed in on 3
       March 2027

What can be done:
  - Impact note has not been handed in
    yet.
  - Own.ask.
Who can do something about it now: Zorg
West and Horizontale tafel."""

    assert expected == render_outcome(REFUSED, en, 40)


def test_what_was_allowed_needs_no_way_out(nl: Speaker) -> None:
    """The verdict, and what it rests on."""
    expected = """\
Dit mag.

  ja   Effectnotitie is ingediend op 3 maart 2027"""

    assert expected == render_outcome(Outcome(Verdict.ALLOWED, (document(YES),)), nl)


def test_who_can_act_is_said_once(nl: Speaker) -> None:
    """A way out that names them all leaves no second list."""
    expected = """\
Dit kan nog niet.

Wat wel kan:
  - "Vaststellen" is nog niet gedaan door Zorg West."""
    step = Name("step", "change.adopt")
    way = Message("done.unmet_by", {"step": step, "who": Name("party", "west")})
    named = Outcome(Verdict.NOT_YET, way_out=(way,), can=("west",))

    assert expected == render_outcome(named, nl)


def test_the_same_command_again(nl: Speaker) -> None:
    """An answer that was given before says so."""
    expected = """\
Dit mag, met uitleg.
Deze opdracht was al uitgevoerd; dit is het antwoord van toen."""
    outcome = Outcome(Verdict.ALLOWED_WITH_EXPLANATION, repeated=True)

    assert expected == render_outcome(outcome, nl)


def test_a_refusal_without_a_way_says_that_nobody_can(nl: Speaker) -> None:
    """A reader is never left without an answer to "who then?"."""
    expected = """\
Dit kan niet: de werkwijze verbiedt het.

Op dit moment kan niemand hier iets aan doen."""

    assert expected == render_outcome(Outcome(Verdict.NEVER, ground="forbidden"), nl)


@pytest.mark.parametrize(
    ("outcome", "actor", "nl_says", "en_says"),
    [
        (Outcome(Verdict.ALLOWED), None, "Dit mag.", "This may happen."),
        (
            Outcome(Verdict.NOT_YOU, can=("west",)),
            None,
            "Dit mag u niet doen; een ander wel.",
            "You may not do this; somebody else may.",
        ),
        (
            Outcome(Verdict.NOT_YOU, can=("west",)),
            "horizontal",
            "Dit mag Horizontale tafel niet doen; een ander wel.",
            "Horizontale tafel may not do this; somebody else may.",
        ),
        (Outcome(Verdict.NOT_YOU), None, "Dit mag u niet doen.", "You may not do this."),
        (
            Outcome(Verdict.NOT_YOU),
            "oost",
            "Dit mag Zorg Oost niet doen.",
            "Zorg Oost may not do this.",
        ),
        (Outcome(Verdict.NEVER), None, "Dit kan niet.", "This cannot happen."),
        (
            Outcome(Verdict.NEVER, ground="over"),
            None,
            "Dit kan niet meer.",
            "This can no longer happen.",
        ),
        (
            Outcome(Verdict.NEVER, ground="nothing_allows_it"),
            None,
            "Dit kan niet: niets in de werkwijze laat het toe.",
            "This cannot happen: nothing in the workflow allows it.",
        ),
        (Outcome(Verdict.NEVER, ground="other"), None, "Dit kan niet.", "This cannot happen."),
        (
            Outcome(Verdict.NOT_YET, headline=Message("verdict.not_yet")),
            None,
            "Dit kan nog niet.",
            "This cannot happen yet.",
        ),
    ],
)
def test_headlines(
    nl: Speaker, en: Speaker, outcome: Outcome, actor: str | None, nl_says: str, en_says: str
) -> None:
    """Each verdict is a sentence, to the reader or about a party or table."""
    assert (nl_says, en_says) == (headline(outcome, nl, actor), headline(outcome, en, actor))


def test_every_verdict_has_its_words(nl: Speaker) -> None:
    """No verdict is printed by its key."""
    assert [] == [one for one in Verdict if "verdict." in headline(Outcome(one), nl)]


FINDINGS = st.recursive(
    st.builds(
        Finding,
        leaf=st.just("x"),
        truth=st.integers(-1, 3),
        message=st.builds(Message, st.text(max_size=30)),
        severity=st.text(max_size=5) | st.sampled_from(["block", "explain", "warn", "hint"]),
        source=st.none() | st.text(),
        plugin=st.none() | st.text(),
    ),
    lambda inner: st.builds(
        Finding,
        leaf=st.just("x"),
        truth=st.integers(0, 2),
        message=st.builds(Message, st.text(max_size=30)),
        children=st.lists(inner, max_size=3).map(tuple),
    ),
    max_leaves=20,
)


@given(
    st.builds(
        Outcome,
        verdict=st.sampled_from(Verdict),
        findings=st.lists(FINDINGS, max_size=3).map(tuple),
        way_out=st.lists(st.builds(Message, st.text()), max_size=2).map(tuple),
        can=st.lists(st.text(), max_size=3).map(tuple),
        ground=st.none() | st.text(),
    ),
    st.integers(32, 100),
    st.sampled_from(["nl", "en"]),
)
def test_hostile_outcomes_fit_and_are_clean(outcome: Outcome, width: int, lang: str) -> None:
    """Whatever labels and sources hold, no line is too wide and nothing is raw."""
    text = render_outcome(outcome, Speaker(lang), width)

    assert text == clean(text)
    assert [] == [row for row in text.split("\n") if display_width(row) > width]
