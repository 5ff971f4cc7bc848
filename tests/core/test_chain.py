"""The chain finds every changed, removed, swapped and inserted line, and says where."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies_events import MOMENT

from samenwerk.core.chain import ChainReport, checked, verify
from samenwerk.core.encode import hash_of, line_of
from samenwerk.values.errors import RecordBroken
from samenwerk.values.event import Line, PositionGiven, RecordedEvent, StepDone

COUNT = 7


def chained(collaboration="regio", count=COUNT, what=None):
    """So many lines that follow each other."""
    lines, head = [], ""
    for sequence in range(1, count + 1):
        event = RecordedEvent(
            collaboration=collaboration,
            sequence=sequence,
            id=f"e-{sequence}",
            command=f"c-{sequence}",
            effective=MOMENT.date(),
            recorded=MOMENT,
            definition="0" * 64,
            what=what or StepDone(),
            before=head,
        )
        lines.append(line_of(event))
        head = lines[-1].hash
    return lines


LINES = chained()
ROWS = [(line.event.sequence, line.body, line.hash) for line in LINES]
HEAD = LINES[-1].hash


def fault(rows, expect=None):
    """What a verification finds: the word, the first wrong sequence, how many lines hold."""
    report = verify(rows, expect)
    assert not report.whole
    return report.what.id, report.wrong, report.count


def numbered(rows):
    """The same rows, numbered in the order in which they now stand."""
    return [(place, body, digest) for place, (_, body, digest) in enumerate(rows, 1)]


@pytest.mark.parametrize("lines", [LINES, ROWS], ids=["lines", "rows"])
def test_a_whole_chain_is_whole(lines):
    """Lines that follow each other verify, with their count and head."""
    assert ChainReport(True, COUNT, HEAD) == verify(lines)
    assert ChainReport(True, COUNT, HEAD, anchored=True) == verify(lines, HEAD)
    assert LINES == list(checked(LINES))


def test_nothing_is_whole_but_not_anchored():
    """An empty record verifies; if a head was acknowledged, it was cut off altogether."""
    assert ChainReport(True, 0, "") == verify([])
    assert ChainReport(True, 0, "") == verify([], "")
    assert ("chain.expect", None, 0) == fault([], HEAD)


def test_an_earlier_head_is_an_anchor_too():
    """Who kept the head of last year can still hold today's record against it."""
    assert ChainReport(True, COUNT, HEAD, anchored=True) == verify(ROWS, LINES[2].hash)


def test_a_cut_off_end_shows_only_by_a_head():
    """Without an anchor the report says that it has none; with one it finds the cut."""
    cut = ROWS[:-2]
    assert ChainReport(True, COUNT - 2, ROWS[-3][2]) == verify(cut)
    assert ("chain.expect", None, COUNT - 2) == fault(cut, HEAD)


def test_a_chain_worked_out_anew_shows_only_by_a_head():
    """Whoever rewrites everything cannot keep the head that was given out."""
    anew = chained(what=PositionGiven("a", "for"))
    assert verify(anew).whole
    assert ("chain.expect", None, COUNT) == fault(anew, HEAD)


@pytest.mark.parametrize("at", range(COUNT))
def test_a_changed_text_is_placed(at):
    """A text with another character no longer has its hash."""
    sequence, body, digest = ROWS[at]
    rows = [*ROWS[:at], (sequence, body.replace("c-", "x-"), digest), *ROWS[at + 1 :]]
    assert ("chain.hash", at + 1, at) == fault(rows)


@pytest.mark.parametrize("at", range(COUNT - 1))
def test_a_changed_text_with_a_new_hash_breaks_the_next_line(at):
    """The line after it still knows the old hash."""
    sequence, body, _ = ROWS[at]
    body = body.replace("c-", "x-")
    rows = [*ROWS[:at], (sequence, body, hash_of(body)), *ROWS[at + 1 :]]
    assert ("chain.before", at + 2, at + 1) == fault(rows)


@pytest.mark.parametrize("at", range(COUNT - 1))
def test_a_removed_line_is_placed(at):
    """A missing line is a gap; if the rest was numbered anew, a line in another's place."""
    rows = [*ROWS[:at], *ROWS[at + 1 :]]
    assert ("chain.gap", at + 1, at) == fault(rows)
    assert ("chain.order", at + 1, at) == fault(numbered(rows))


@pytest.mark.parametrize("at", range(COUNT - 1))
def test_swapped_lines_are_placed(at):
    """Two lines that changed places do so visibly, numbered anew or not."""
    rows = [*ROWS[:at], ROWS[at + 1], ROWS[at], *ROWS[at + 2 :]]
    assert ("chain.gap", at + 1, at) == fault(rows)
    assert ("chain.order", at + 1, at) == fault(numbered(rows))


@pytest.mark.parametrize("at", range(COUNT))
def test_an_inserted_line_is_placed(at):
    """A line twice, or a new one between two others, does not fit."""
    assert ("chain.order", at + 1, at + 1) == fault([*ROWS[: at + 1], *ROWS[at:]])
    between = chained(what=PositionGiven("a", "for"))[at]
    rows = [*LINES[:at], between, *LINES[at:]]
    word = "chain.order" if at == 0 else "chain.before"
    assert (word, at + 1, max(at, 1)) == fault(rows)


def test_a_text_that_cannot_be_read_is_placed():
    """No JSON, no object or no UTF-8, each under a true hash or none, is found where it stands."""
    for body in ("", "[]", "{", '{"sequence":2.0}'):
        assert ("chain.unreadable", 2, 1) == fault([ROWS[0], (2, body, hash_of(body))])
    assert ("chain.unreadable", 2, 1) == fault([ROWS[0], (2, "\udcff", "0" * 64)])


def test_a_line_of_another_collaboration_is_placed():
    """A line that was moved from one stream into another is found."""
    body = json.dumps({**json.loads(ROWS[1][1]), "collaboration": "zee"})
    assert ("chain.stream", 2, 1) == fault([ROWS[0], (2, body, hash_of(body))])


def test_a_fault_after_the_anchor_still_says_that_it_was_found():
    """What stands before a break and was anchored can be relied on."""
    rows = [*ROWS[:4], (5, "{}", "0" * 64)]
    assert verify(rows, LINES[1].hash).anchored
    assert not verify(rows, HEAD).anchored


def test_checking_goes_on_from_where_it_stood():
    """A replay from a later line checks against the head that was known there."""
    assert LINES[3:] == list(checked(LINES[3:], 3, LINES[2].hash))
    with pytest.raises(RecordBroken) as broken:
        list(checked(LINES[3:], 3, LINES[1].hash))
    assert (4, "chain.before") == (broken.value.params["sequence"], broken.value.params["what"])


def test_checking_stops_at_the_first_wrong_line():
    """Lines up to the break are passed on, the wrong one is not."""
    spoilt = Line(LINES[2].event, LINES[2].body + " ", LINES[2].hash)
    passed = []
    with pytest.raises(RecordBroken) as broken:
        passed.extend(checked([*LINES[:2], spoilt, *LINES[3:]]))
    assert (3, "chain.hash") == (broken.value.params["sequence"], broken.value.params["what"])


@given(st.data())
def test_whatever_is_done_to_the_rows_is_found(data):
    """Any other list of rows than the one that was written fails against its head."""
    rows = list(ROWS)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, max(len(rows) - 1, 0)))
        way = data.draw(st.sampled_from(("cut", "drop", "double", "move", "spoil", "number")))
        if not rows or way == "cut":
            rows = rows[:at]
        elif way == "drop":
            del rows[at]
        elif way == "double":
            rows.insert(at, data.draw(st.sampled_from(ROWS)))
        elif way == "move":
            rows.insert(data.draw(st.integers(0, len(rows) - 1)), rows.pop(at))
        elif way == "spoil":
            sequence, body, digest = rows[at]
            body = body[: at * 9] + data.draw(st.text(max_size=2)) + body[at * 9 + 1 :]
            rows[at] = (sequence, body, data.draw(st.sampled_from((digest, hash_of(body)))))
        else:
            rows = numbered(rows)
    assert verify(rows, HEAD).whole == (rows == ROWS)
