"""The log: each thing that happens is one line of JSON, in the shape that is promised."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import jsonschema
import pytest
from tests.engine.posting import Office

from samenwerk import Engine, Happened, MemoryStore, Misuse, Plugins, to_logging
from samenwerk.store.contract import fault
from samenwerk.telling.happened import KINDS, fault_of
from samenwerk.telling.logs import LOGGER, SCHEMA, JsonLines, _Said


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Where the log goes for as long as a test lasts."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.DEBUG)
    yield stream
    LOGGER.removeHandler(handler)
    LOGGER.setLevel(logging.NOTSET)


def test_for_people_each_value_is_one_word() -> None:
    """One with a space or a line end in it stands as JSON spells it, so that no name adds one."""
    said = str(_Said(Happened(what="read", collaboration="regio zuid\nfault=x", count=2)))
    assert 'read collaboration="regio zuid\\nfault=x" count=2' == said
    assert 'read collaboration="regio zuid"' == str(
        _Said(Happened(what="read", collaboration="regio zuid"))
    )


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (Misuse("x", what="wrong_type"), "misuse.wrong_type"),
        (Misuse("x", what="a name: noord"), "misuse"),
        (Misuse("x", what=3), "misuse"),
        (fault("full", "/data/noord/regio.db"), "store.full"),
        (ValueError("noord"), "ValueError"),
    ],
)
def test_what_went_wrong_is_a_word_without_any_text(error: Exception, word: str) -> None:
    """Its kind, and which of that kind where that is a word of ours; each word once."""
    assert word == fault_of(error)


def test_each_line_has_the_promised_shape(lines: io.StringIO) -> None:
    """Steps, letters that come and do not come: every line fits the schema."""
    office = Office(MemoryStore())
    engine = Engine(office.store, plugins=Plugins.of(office=office.outside), tell=to_logging)
    engine.room("regio").do("grant.give", case="g", actor="p")
    engine.room("regio").do("grant.shout", case="g", actor="p")
    assert ["delivered", "failed"] == [one.how for one in engine.sender().due()]
    LOGGER.warning("something of a host: %s", "é")
    told = [json.loads(line) for line in lines.getvalue().splitlines()]
    for one in told:
        jsonschema.validate(one, SCHEMA)
    assert {"began", "read", "appended", "decided", "answered", "unanswered", "sent", "said"} == {
        one["what"] for one in told
    }
    assert ["info", "warning"] == [one["level"] for one in told if one["what"] == "sent"]
    assert "something of a host: é" == told[-1]["message"]


def test_the_schema_knows_each_kind_and_refuses_what_does_not_belong() -> None:
    """A kind with all that it may carry fits; a name of somebody would not."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    head = {"time": "2027-02-01T12:00:00.000Z", "level": "info", "logger": "samenwerk"}
    values = {"count": 1, "seconds": 0.5, "slow": True, "of": "command"}
    for what, carries in KINDS.items():
        whole = {**head, "what": what, **{one: values.get(one, "x") for one in carries}}
        jsonschema.validate(whole, SCHEMA)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**whole, "actor": "somebody"}, SCHEMA)


def test_nothing_is_made_of_what_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A level that is not wanted costs no line, and the words are made when a handler asks."""
    LOGGER.setLevel(logging.WARNING)
    monkeypatch.setattr(LOGGER, "handle", lambda record: pytest.fail(record.getMessage()))
    to_logging(Happened(what="decided", command="do"))
    LOGGER.setLevel(logging.NOTSET)


def test_a_line_for_people(caplog: pytest.LogCaptureFixture) -> None:
    """A host with its own format reads the same in one line, and finds the value on the record."""
    happened = Happened(what="sent", outcome="dead", plugin="post.letter")
    with caplog.at_level(logging.DEBUG, "samenwerk"):
        to_logging(happened)
    (record,) = caplog.records
    assert ("sent plugin=post.letter outcome=dead", "ERROR") == (
        record.getMessage(), record.levelname,
    )  # fmt: skip
    assert happened is record.happened  # type: ignore[attr-defined]
