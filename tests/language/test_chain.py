"""Whether a record is whole, as a reader sees it."""

import pytest

from samenwerk.core.chain import ChainReport, verify
from samenwerk.core.encode import hash_of
from samenwerk.language.catalogue import Speaker
from samenwerk.language.chain import render_chain
from samenwerk.values.message import Message


def test_a_whole_record() -> None:
    """How many, whether an earlier head was found in it, and the head to keep."""
    anchored = ChainReport(True, 14, "abc", anchored=True)

    assert """\
Het logboek klopt: 14 vastleggingen, elk sluit aan op de vorige.
Ook de eindcode die u opgaf staat erin: tot daar is niets weggehaald.
Eindcode: abc""" == render_chain(anchored, Speaker("nl"))
    assert """\
The record is whole: 1 event, each following the one before it.
You gave no earlier head. So it cannot be seen whether something was cut off at
the end.
Head: abc""" == render_chain(ChainReport(True, 1, "abc"), Speaker("en"))


def test_a_record_that_was_cut_off() -> None:
    """The head that is missing, and what stands there now."""
    what = Message("chain.expect", {"expect": "def", "count": 13, "head": "abc"})
    expected = """\
Het logboek klopt niet. In orde: de eerste 13 vastleggingen.
  De eindcode die u opgaf (def) komt er niet in voor: het eind is weggehaald, of
  alles is opnieuw geschreven. Na 13 vastleggingen staat er abc."""

    assert expected == render_chain(ChainReport(False, 13, "abc", what=what), Speaker("nl"))


BODY = '{"before":"","collaboration":"r","sequence":1}'


@pytest.mark.parametrize(
    ("rows", "nl", "en"),
    [
        (
            [(1, BODY, "0")],
            "Vastlegging 1 is veranderd: de tekst past niet bij de code ervan.",
            "Event 1 was changed: its text does not fit its digest.",
        ),
        (
            [(3, BODY, "0")],
            "Er ontbreken vastleggingen: 1 tot en met 2.",
            "Events are missing: 1 up to and including 2.",
        ),
        (
            [(1, "{", hash_of("{"))],
            "Vastlegging 1 is niet te lezen.",
            "Event 1 cannot be read.",
        ),
        (
            [(0, BODY, "0")],
            "Vastlegging 0 staat op de plaats van 1.",
            "Event 0 stands in the place of 1.",
        ),
    ],
)
def test_what_is_wrong(rows: list[tuple[int, str, str]], nl: str, en: str) -> None:
    """What the chain finds is said in words, with the event it points at."""
    report = verify(rows)

    assert nl == render_chain(report, Speaker("nl")).split("\n  ")[1]
    assert en == render_chain(report, Speaker("en")).split("\n  ")[1]


def test_every_fault_of_a_chain_is_said_with_what_it_brings() -> None:
    """No hole of these sentences stays empty."""
    params = {"sequence": 12_345, "found": "b", "wanted": "a", "first": 1, "last": 2}
    params |= {"expect": "c", "count": 3, "head": "d"}
    ids = ("hash", "unreadable", "order", "gap", "before", "stream", "expect")
    said = [Speaker("nl").say(Message(f"chain.{id}", params)) for id in ids]

    assert [] == [one for one in said if "…" in one or "chain." in one or "12.345" in one]
