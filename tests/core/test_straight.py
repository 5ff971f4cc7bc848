"""The fast way to read an event never says anything else than the thorough one."""

import json

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.test_encode import GOLDEN
from tests.strategies_events import events

from samenwerk.core.border import event_reader
from samenwerk.core.encode import encode, raise_to_current, read_raw
from samenwerk.core.straight import read_straight
from samenwerk.values.event import RecordedEvent, StepDone

ANYTHING = st.sampled_from(
    (None, True, False, 0, 1, -1, 10**20, 0.5, "", "a", "no", "yes", "2027-02-01", [], {})
) | st.text(max_size=3)


def thorough(text):
    """What the other way makes of a text; None when it refuses it."""
    try:
        return event_reader()(raise_to_current(read_raw(text)))
    except Exception:
        return None


def agree(text):
    """Whether the fast way leaves a text alone, or makes of it what the thorough one does."""
    found = read_straight(text)
    return found is None or repr(thorough(text)) == repr(found)


@pytest.mark.parametrize("name", GOLDEN)
def test_what_we_write_is_read_straight(name):
    """The golden texts, of which none has an escape beside its findings, are read the fast way."""
    one, text, _ = GOLDEN[name]
    plain = "\\" not in text.partition('"what"')[0].partition('"findings"')[0]
    assert (one if plain and "\\u" not in text else None) == read_straight(text)


@given(events)
def test_an_event_is_read_straight_or_left_alone(one):
    """It is the same event with the same fields, whatever stands in its texts."""
    text = encode(one)
    found = read_straight(text)
    assert found in (None, one)
    assert agree(text)


@given(events, st.data())
def test_a_damaged_text_is_not_understood_otherwise(one, data):
    """Some characters are changed: both ways read the same event, or the fast one reads none."""
    text = encode(one)
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 5))
    put = data.draw(st.text(max_size=5) | st.sampled_from(('"', "\\", "{}", ",", "}", " ", "1")))
    assert agree(text[:start] + put + text[start + length :])


@given(events, st.data())
def test_a_part_of_another_kind_is_not_understood_otherwise(one, data):
    """Some part, however deep, is another one, is gone, or stands there as a stranger."""
    raw = json.loads(encode(one))
    parts = [raw]
    while isinstance(parts[-1], dict | list) and parts[-1]:
        held = parts[-1]
        keys = sorted(held) if isinstance(held, dict) else range(len(held))
        key = data.draw(st.sampled_from(list(keys)))
        parts.append(held[key])
        if data.draw(st.booleans()) or not isinstance(held[key], dict | list):
            how = data.draw(st.sampled_from(("other", "gone", "stranger")))
            if how == "gone":
                del held[key]
            elif how == "other":
                held[key] = data.draw(ANYTHING)
            elif isinstance(held, dict):
                held["stranger"] = data.draw(ANYTHING)
            else:
                held.append(data.draw(ANYTHING))
            break
    text = json.dumps(raw, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert agree(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"type":', '"type" :'),
        ('{"before"', '{ "before"'),
        ('"sequence":', '"sequence":0'),
        ('"sequence":', '"sequence":-'),
        ('"schema":1', '"schema":2'),
        ('"schema":1', '"schema":true'),
        ('{"decision"', '{"stranger":1,"decision"'),
        ('{"decision"', '{"decision":"half \\ud83d","decision"'),
        ('"what":{', '"what":{},"what":{'),
        ('"before":"', '"before":"\n'),
        ('"before":"', '"before":"\ud83d'),
    ],
)
def test_another_spelling_is_left_alone(old, new):
    """White space, a key twice, a number or a character that we never write."""
    text = GOLDEN["position"][1]
    assert read_straight(text) is not None
    assert old in text
    assert None is read_straight(text.replace(old, new, 1))


@pytest.mark.parametrize("what", ['{},"what":{"over":true}', '{},"x":{}', "{} ", "{}}", "{},{}"])
def test_more_than_one_thing_that_happened_is_not_understood_otherwise(what):
    """The text of what happened is one object to its end: a step without more is not half of it."""
    text = encode(attrs.evolve(GOLDEN["position"][0], what=StepDone()))
    assert read_straight(text) is not None
    assert agree(f'{text[:-1]},"what":{what}}}')


def test_no_field_is_forgotten():
    """Each field is set by itself: a new one that is not would be missing here."""
    made = read_straight(GOLDEN["position"][1])
    assert {one.name for one in attrs.fields(RecordedEvent)} == set(vars(made))
