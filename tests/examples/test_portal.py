"""The portal of the examples: what waits is shown, done once, and refused with its reasons."""

import asyncio
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.examples.desk import example, opened, planned

from samenwerk import Engine, Party, Seat

pytest.importorskip("starlette", reason="the extra `web` is not installed")
httpx = pytest.importorskip("httpx")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A store in a file, with a desk that is planned."""
    with opened(tmp_path / "region.db") as engine:
        planned(engine)
        yield engine


class Portal:
    """The portal as this organisation has it before it."""

    def __init__(self, engine: Engine, party: str | None) -> None:
        self.app = example("portal/portal.py").portal(engine, lambda request: party)

    def get(self) -> Any:
        """The page."""
        return self._asked("GET")

    def post(self, data: Mapping[str, str], **headers: str) -> Any:
        """A form that is sent."""
        return self._asked("POST", data=data, headers=headers)

    def _asked(self, method: str, **told: Any) -> Any:
        async def asked() -> Any:
            through = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=through, base_url="http://portal") as client:
                return await client.request(method, "/", **told)

        return asyncio.run(asked())


def form(page: str, holding: str) -> dict[str, str]:
    """The hidden fields of the form that holds these words."""
    (found,) = [one for one in re.findall(r"<li>.*?</li>", page, re.DOTALL) if holding in one]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found))


def test_a_desk_is_opened_from_the_portal(engine: Engine) -> None:
    """Two positions and a day that is filled in, each by who it was asked of."""
    room = engine.room("balie")
    for party in ("zuid", "west"):
        client = Portal(engine, party)
        asked = form(client.get().text, "besluit om de balie te openen")
        for _ in range(2):  # as who presses twice
            assert "Dit mag." in client.post({**asked, "position": "for"}).text
    assert ["zuid", "west"] == [
        one.event.actor for one in room.history() if one.event.case == "b"
    ][1:]
    client = Portal(engine, "noord")
    page = client.get().text
    assert "laatste dag van de proef <input" in page
    asked = form(page, "De balie openen.")
    said = client.post({**asked, "trial_end": "31 december 2027"}).text
    assert "Dit mag." in said
    assert "open" == room.collaboration.cases["b"].state


def test_a_refusal_and_a_slip_are_said_as_they_are(engine: Engine) -> None:
    """Too early is answered with what is missing; a day that is none with what would be one."""
    client = Portal(engine, "noord")
    early = {"room": "balie", "case": "b", "step": "desk.begin", "once": "1"}
    told = client.post({**early, "trial_end": "2027-12-31"}).text
    assert "Dit kan nog niet." in told
    told = client.post({**early, "trial_end": "ooit"}).text
    assert "kan niet &quot;ooit&quot; zijn" in told
    assert "planned" == engine.room("balie").collaboration.cases["b"].state


def test_who_is_not_let_in_does_nothing(engine: Engine) -> None:
    """No name, a form of another site, and a name that is not in the register."""
    assert 401 == Portal(engine, None).get().status_code
    from_elsewhere = Portal(engine, "noord").post(
        {"room": "balie"}, **{"sec-fetch-site": "cross-site"}
    )
    assert 403 == from_elsewhere.status_code
    assert "<li>" not in Portal(engine, "oost").get().text


@pytest.mark.parametrize(
    "asked", [{}, {"step": "none"}, {"decision": "none"}, {"decision": "open_together"}]
)
def test_a_form_that_makes_no_sense_is_answered(engine: Engine, asked: dict[str, str]) -> None:
    """A step or decision that is not there, or no position: a sentence, and nothing recorded."""
    client, room = Portal(engine, "noord"), engine.room("balie")
    before = room.collaboration.head
    answer = client.post({"room": "balie", "case": "b", "once": "1", **asked})
    assert 200 == answer.status_code
    assert '<pre role="status">' in answer.text
    assert 400 == client.post({"room": "balie"}).status_code
    assert before == room.collaboration.head


def test_a_hostile_name_stays_text(engine: Engine) -> None:
    """What an organisation or a case is called is shown, and nothing of it is run."""
    room = engine.room("balie")
    evil = '"><script>alert(1)</script>'
    room.enrol(parties=[Party("oost", "provider", names=(("nl", evil), ("en", evil)))],
               sits=[Seat("regional_table", "oost")])  # fmt: skip
    planned_too = room.do("desk.plan", case=evil, actor="oost", facts={"costs": Decimal(1)},
                          documents={"impact_note": evil})  # fmt: skip
    assert planned_too.carried_out
    client = Portal(engine, "noord")
    early = {"room": "balie", "case": "b", "step": "desk.begin", "once": "1"}
    told = client.post({**early, "trial_end": "2027-12-31"}).text
    assert "&quot;&gt;&lt;script&gt;" in told.partition("<h2>")[0]
    assert "&quot;&gt;&lt;script&gt;" in told.partition("<h2>")[2]
    assert "<script>" not in told
