"""The catalogue of sentences, and saying messages from it."""

import ast
import importlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.language.catalogue import ROOMS, Catalogue, Speaker, built_in, gaps, own_tables
from samenwerk.language.clean import clean
from samenwerk.values.declared import POSITIONS, SEVERITIES
from samenwerk.values.errors import PluginError
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Verdict
from samenwerk.values.who import ACTS, Who


@pytest.mark.parametrize("table", [pytest.param(one, id=owner) for owner, one in own_tables()])
def test_every_sentence_exists_in_both_languages(table: dict[str, dict[str, str]]) -> None:
    """Each id of a WORDING table is there in Dutch and in English, with the same holes."""
    assert [] == gaps(table)


def test_no_id_is_said_in_two_places() -> None:
    """Each id of ours stands in one table, so that nobody edits a sentence that is not said."""
    owners: dict[str, list[str]] = {}
    for owner, table in own_tables():
        for id in table["nl"]:
            owners.setdefault(id, []).append(owner)

    assert {} == {id: both for id, both in owners.items() if len(both) > 1}


def literal_ids() -> set[str]:
    """The ids that stand written out where core or language makes a message."""
    rooms = [Path(importlib.import_module(room).__file__).parent for room in ROOMS]
    trees = [ast.parse(path.read_text("utf-8")) for room in rooms for path in room.glob("*.py")]
    return {
        node.args[0].value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.args
        if ast.unparse(node.func) in ("Message", "speaker.words")
        if isinstance(node.args[0], ast.Constant)
    }


def test_every_message_that_is_made_has_a_sentence() -> None:
    """No answer of ours is printed by its id."""
    ids = literal_ids()

    assert {"decision.nobody", "needs.head"} <= ids
    assert [] == sorted(ids - set(built_in().sentences["nl"]))


def test_the_tables_of_leaves_and_rooms_are_found() -> None:
    """A table needs no list to be gathered: it stands on its module or on its leaf kind."""
    owners = {owner for owner, _ in own_tables()}

    assert {
        "samenwerk.core.wording",
        "samenwerk.core.leaves.fact.Fact",
        "samenwerk.core.leaves.done.Done",
        "samenwerk.language.outcome",
    } <= owners


def test_gaps_names_what_is_missing() -> None:
    """The test above can fail: an id in one language only, and holes that differ."""
    table = {"nl": {"a": "{x}", "b": "{y|een|meer}"}, "en": {"b": "{z}", "c": ""}}

    assert ["a: not in en", "b: holes differ (nl: y; en: z)", "c: not in nl"] == gaps(table)


def test_nested_messages_names_and_values(nl: Speaker, en: Speaker) -> None:
    """A finding of the leaf `fact` reads as a sentence, its parts nested three deep."""
    bound = Message("value.named", {"name": Name("fact", "benefit"), "value": Decimal(1000)})
    message = Message(
        "fact.unmet",
        {
            "subject": Name("fact", "cost"),
            "value": Decimal("1234.5"),
            "tests": (
                Message("test.at_least", {"bound": Decimal(5)}),
                Message("test.at_most", {"bound": bound}),
            ),
        },
    )

    assert (
        "kosten: € 1.234,50, maar dat moet minstens € 5,00 en hoogstens baat (€ 1.000,00) zijn"
        == nl.say(message)
    )
    assert (
        "cost: €1,234.50, but must be at least €5.00 and at most benefit (€1,000.00)"
        == en.say(message)
    )


def test_days_and_who_is_meant(nl: Speaker) -> None:
    """Days are written out; a doer of a case goes by the label of its role."""
    step = Name("step", "change.adopt")
    done = Message("done.met", {"step": step, "day": date(2027, 3, 3)})
    by = Message("done.unmet_by", {"step": step, "who": Who("role", "lead", "change")})

    assert '"Vaststellen" is gedaan op 3 maart 2027' == nl.say(done)
    assert '"Vaststellen" is nog niet gedaan door trekker' == nl.say(by)
    assert nl.workflow is not None
    assert "kosten" == nl.tell(nl.workflow.facts["cost"])


def test_an_unknown_id_is_printed_readably(nl: Speaker) -> None:
    """A message from a plugin that is gone still says what it can."""
    message = Message("gone.checked", {"party": Name("party", "west"), "amount": Decimal(5)})

    assert "gone.checked (party: Zorg West, amount: € 5,00)" == nl.say(message)
    assert "gone.checked" == nl.say(Message("gone.checked"))


def test_an_empty_hole_shows(nl: Speaker) -> None:
    """A message without its params is short, not a failure."""
    assert "…: …" == nl.say(Message("known.met"))


def test_plurals_and_the_word_before_the_last() -> None:
    """The small syntax of templates, with numbers and lists."""
    speaker = Speaker("nl")
    template = "{n} {n|dossier|dossiers} van {who|of}"

    assert "1 dossier van a of b" == speaker.fill(template, {"n": 1, "who": ("a", "b")})
    assert "12.000 dossiers van a" == speaker.fill(template, {"n": 12_000, "who": ("a",)})
    assert "stukken" == speaker.fill("{docs|stuk|stukken}", {"docs": ("a", "b")})


def test_places_in_the_record_are_not_grouped() -> None:
    """A sequence is a name, not an amount: 12345, never 12.345."""
    assert "12345" == Speaker("nl").fill("{sequence}", {"sequence": 12_345})


def test_words_of_the_language_are_translated(nl: Speaker, en: Speaker) -> None:
    """A position is said in the reader's language, as a Name and as the bare word."""
    named = Message("x", {"position": Name("position", "against")})
    bare = Message("x", {"position": "against"})

    assert ("x (position: tegen)", "x (position: against)") == (nl.say(named), en.say(named))
    assert ("x (position: tegen)", "x (position: against)") == (nl.say(bare), en.say(bare))


def test_every_fixed_word_has_a_translation() -> None:
    """Positions, acts, severities and verdicts: none falls back to its English key."""
    catalogue = built_in()
    words = [f"word.position.{one}" for one in POSITIONS]
    words += [f"word.act.{one}" for one in ACTS] + [f"word.severity.{one}" for one in SEVERITIES]

    assert [] == [id for id in words if id not in catalogue.sentences["nl"]]
    assert "x (verdict: not_yet)" == Speaker("nl").say(Message("x", {"verdict": Verdict.NOT_YET}))


def test_a_sentence_begins_and_ends_as_one() -> None:
    """A capital and a full stop; the Dutch ij is one letter; a question keeps its mark."""
    dutch = Speaker("nl", catalogue=Catalogue().joined("t", {"nl": {"a": "{x}"}}))

    said = [dutch.sentence(Message("a", {"x": text})) for text in ("ijs", "mag dit?", "", "1 dag")]
    assert ["IJs.", "Mag dit?", "", "1 dag."] == said


def test_a_table_may_add_and_translate_but_not_replace() -> None:
    """A plugin brings sentences of its own, and languages; it cannot change what ours say."""
    catalogue = built_in().joined("fy", {"fy": {"known.unmet": "{subject} is noch net bekend"}})
    catalogue = catalogue.joined("eigen", {"nl": {"own.a": "van mij"}})
    fact = Message("known.unmet", {"subject": Name("fact", "cost")})

    assert "cost is noch net bekend" == Speaker("fy", catalogue=catalogue).say(fact)
    assert "van mij" == Speaker("fy", catalogue=catalogue).say(Message("own.a"))
    with pytest.raises(PluginError) as refused:
        catalogue.joined("kwaad", {"nl": {"verdict.never": "Dit mag."}})
    assert {"message": str(refused.value), "owner": "kwaad", "message_id": "verdict.never"} == (
        refused.value.params
    )


def test_many_parties_are_counted(nl: Speaker, en: Speaker) -> None:
    """Up to nine are named; of more than that the rest is a number."""
    ids = tuple("abcdefghijkl")

    assert "a, b, c, d, e, f, g, h en nog 4 anderen" == nl.parties(ids)
    assert "a, b, c, d, e, f, g, h and 4 others" == en.parties(ids)
    assert "a, b, c, d, e, f, g, h en i" == nl.parties(ids[:9])
    assert "Zorg West en Horizontale tafel" == nl.parties(("west", "horizontal"))


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals()
    | st.text()
    | st.builds(Name, st.sampled_from(["fact", "step", "party", "word", ""]), st.text()),
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.builds(
            Message,
            st.sampled_from(["known.met", "fact.unmet", "own.unknown", "day.latest"]),
            st.dictionaries(st.sampled_from(["subject", "value", "tests", "parts"]), inner),
        )
    ),
)


@given(VALUES, st.sampled_from(["nl", "en", "fy", ""]))
def test_anything_can_be_said(value: object, lang: str) -> None:
    """Whatever a message holds, saying it gives one clean line."""
    said = Speaker(lang).say(Message("value.named", {"name": value, "value": value}))

    assert "\n" not in said
    assert clean(said) == said


def test_a_message_without_end_is_cut() -> None:
    """Messages nested deeper than anybody reads end in a mark."""
    message = Message("own.deep")
    for _ in range(3000):
        message = Message("value.named", {"name": "x", "value": message})

    assert "x (" * 21 + "… (…)" + ")" * 21 == Speaker("nl").say(message)
