"""The pages: what stands on them, in two languages, with every name as text."""

import re
import sys
from datetime import date
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from tests.web.visiting import get, text

from samenwerk import Engine, Misuse, Party, Room, render
from samenwerk.hooks.whole import Point
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.waiting import Task
from samenwerk.web import pages
from samenwerk.web.fence import HEADERS
from samenwerk.web.standing import asked_of
from samenwerk.web.words import WORDING, words

HOSTILE = "<script>alert(1)</script>\"'&\u202e"


def test_the_list_leads_to_each_collaboration(app: Any) -> None:
    """One link for each, whose address is whole."""
    page = get(app, "/?lang=en")
    assert 'href="standing?lang=en&amp;in=regio"' in page.text
    assert "Collaborations" in text(page)


def test_the_portfolio_is_live_and_leads_to_each_collaboration(app: Any, room: Room) -> None:
    """What was just recorded is counted; the name of a collaboration leads to its pages."""
    assert 'href="portfolio?lang=en"' in get(app, "/?lang=en").text
    before = text(get(app, "/portfolio?lang=en"))
    assert room.do("budget.draft", case="more", parent="c", actor="noord").carried_out
    page = get(app, "/portfolio?lang=en")
    assert [True, False] == ["2 cases are running" in one for one in (before, text(page))]
    assert "3 cases are running" in text(page)
    assert '<a href="standing?lang=en&amp;in=regio"><bdi>regio</bdi></a>' in page.text
    assert 'href="portfolio?lang=nl">Nederlands</a>' in page.text
    assert "style-src 'unsafe-inline'" in page.headers["content-security-policy"]
    assert 405 == get(app, "/portfolio", "POST").status_code


def test_the_portfolio_on_a_day_to_come_stands_as_it_does_then(app: Any) -> None:
    """A day that has passed, and one that nobody can know of, are refused."""
    assert "2 cases are running, 0 are done" in text(get(app, "/portfolio?lang=en"))
    then = text(get(app, "/portfolio?lang=en&day=2027-06-01"))
    assert "1 collaboration, as on 1 June 2027" in then
    assert "1 case is running, 1 is done" in then
    assert "has passed" in text(get(app, "/portfolio?lang=en&day=2020-01-01"))
    assert [400, 400, 400] == [
        get(app, f"/portfolio?day={day}").status_code
        for day in ("2020-01-01", "9999-01-01", "morgen")
    ]


def test_how_it_stands_says_who_is_waited_for(app: Any) -> None:
    """The budget waits for its members, and says until which day it may take."""
    said = text(get(app, "/standing?in=regio&lang=en"))
    assert "b Budget … waits for noord, zuid and oost Draft 10 February 2027" in said
    assert "24 March 2027" in said


def test_a_case_shows_its_tree_with_what_it_rests_on(app: Any, room: Room) -> None:
    """What stands in the way is open, what is met says on which line of the record it rests."""
    page = get(app, "/case?in=regio&case=b&lang=en")
    assert re.search(r'<details class="step wait" open>\s*<summary>.*Agree', page.text)
    assert "✗ no Note has not been handed in yet" in text(page)
    assert room.hand_in("note", "Nota 1", case="b", actor="noord").carried_out
    page = get(app, "/case?in=regio&case=b&lang=en")
    line = room.collaboration.cases["b"].entry("documents", "note")
    assert line is not None
    assert f'before={line.sequence + 1}#line-{line.sequence}">{line.sequence}</a>' in page.text
    assert "Nota 1" in text(page)


def test_a_day_to_come_is_looked_at_from_that_day(app: Any, room: Room) -> None:
    """The term has passed then, and the page says that this is only supposed."""
    head = room.collaboration.head
    said = text(get(app, "/case?in=regio&case=b&lang=en&day=2027-06-01"))
    assert "You look as if it were 1 June 2027." in said
    assert "This case is closed." in said
    assert head == room.collaboration.head


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ("standing?in=regoi", 404, 'met de naam "regoi". Bedoelde u "regio"?'),
        ("case?in=regio&case=nergens", 404, 'Er is geen dossier met de naam "nergens".'),
        ("party?in=regio&party=nord", 404, 'geen partij met de naam "nord". Bedoelde u "noord"?'),
        ("nergens", 404, "Deze pagina is er niet, of niet voor u."),
        ("standing", 400, "In het adres ontbreekt iets (in)."),
        ("standing?in=regio&day=31-02-2027", 400, "31-02-2027 is geen dag."),
        ("standing?in=regio&day=2020-01-01", 400, "1 januari 2020 is voorbij"),
        ("standing?in=regio&day=9999-12-31", 400, "31 december 9999 ligt te ver weg."),
        ("standing?in=regio&day=2128-02-01", 400, "1 februari 2128 ligt te ver weg."),
        ("standing?in=regio&page=0", 400, "Dat is geen geldig getal (page)."),
        ("record?in=regio&before=-1", 400, "Dat is geen geldig getal (before)."),
        ("try?in=regio&case=b&act=do:budget.nergens", 400, "niet te proberen"),
    ],
)
def test_what_cannot_be_shown_is_said(app: Any, asked: str, status: int, said: str) -> None:
    """In a sentence, on a page with a way back."""
    answer = get(app, f"/{asked}")
    assert status == answer.status_code
    assert said in text(answer)
    assert "Naar het begin" in text(answer)


@pytest.mark.parametrize(
    ("wanted", "lang"), [("en-GB,en;q=0.9", "en"), ("fr", "nl"), ("nl,en;q=0.9", "nl"),
                       ("en;q=0, fr", "nl"), ("de, en;q=0.2, nl;q=0.1", "en")]
)
def test_the_language_is_what_the_browser_prefers(app: Any, wanted: str, lang: str) -> None:
    """Unless the address says otherwise; and every page leads to itself in the other one."""
    answer = get(app, "/standing?in=regio", accept_language=wanted)
    assert f'<html lang="{lang}">' in answer.text
    assert lang == answer.headers["content-language"]
    other = get(app, "/standing?in=regio&lang=en", accept_language="nl")
    assert 'href="standing?in=regio&amp;lang=nl"' in other.text


def test_names_and_texts_stay_text(engine_and_room: tuple[Engine, Room]) -> None:
    """Whatever a case, a party or a document is called, no page has an element of its making."""
    engine, room = engine_and_room
    party = Party("vreemd", "provider", names=(("nl", HOSTILE), ("en", HOSTILE)))
    assert room.enrol(parties=[party]).carried_out
    assert room.do("budget.draft", case=HOSTILE, parent="c", actor="vreemd").carried_out
    assert room.hand_in("note", HOSTILE, case=HOSTILE, actor="vreemd").carried_out
    app = pages(engine)
    asked = {"in": "regio", "case": HOSTILE, "party": "vreemd"}
    for page in ("standing", "case", "try", "parties", "party", "record", "wall"):
        answer = get(app, _address(page, asked))
        assert 200 == answer.status_code, page
        assert "<script" not in answer.text, page
        assert "\u202e" not in answer.text, page
    wrong = get(app, _address("standing", {"in": HOSTILE, "lang": HOSTILE, "day": HOSTILE}))
    assert (400, True) == (wrong.status_code, "<script" not in wrong.text)


def _address(page: str, asked: dict[str, str]) -> str:
    from samenwerk.web.asked import address

    return "/" + address(page, asked)


def test_it_can_be_mounted_anywhere(engine_and_room: tuple[Engine, Room]) -> None:
    """Every link leads on from where the page stands, and never from the root of the host."""
    around = Starlette(routes=[Mount("/a/b", app=pages(engine_and_room[0]))])
    for page in ("", "standing?in=regio", "case?in=regio&case=b", "wall?in=regio", "nergens"):
        answer = get(around, f"/a/b/{page}")
        assert answer.status_code in (200, 404)
        links = re.findall(r'(?:href|action)="([^"]*)"', answer.text)
        assert links
        assert [] == [one for one in links if one.startswith("/") or "://" in one]
    assert "text/css; charset=utf-8" == get(around, "/a/b/style.css").headers["content-type"]


def test_the_record_is_read_page_by_page(app: Any, room: Room) -> None:
    """The last line first; the next page goes on where this one ends."""
    for _ in range(60):
        assert room.do("budget.work", case="b", actor="noord").carried_out
    last = room.collaboration.sequence
    first = get(app, "/record?in=regio&lang=en")
    lines = [int(one) for one in re.findall(r'id="line-(\d+)"', first.text)]
    assert list(range(last, last - 50, -1)) == lines
    older = get(app, f"/record?in=regio&lang=en&before={lines[-1]}")
    assert list(range(lines[-1] - 1, 0, -1)) == [
        int(one) for one in re.findall(r'id="line-(\d+)"', older.text)
    ]
    assert "To the latest lines" in text(older)
    assert (True, False) == (">Older<" in first.text, ">Older<" in older.text)


def test_what_a_party_must_do_is_told_apart(app: Any, room: Room) -> None:
    """What it can do now, and what others wait for; each case and each step in it is named once."""
    assert room.do("budget.draft", case="more", parent="c", actor="noord").carried_out
    said = text(get(app, "/party?in=regio&party=noord&lang=en"))
    now, _, needed = said.partition("Needed for this")
    assert "Can be done now b Work on more Work on" in now
    assert 2 == now.count("Work on")
    assert "b Agree noord, zuid or oost: hand in: Note" in needed
    assert 2 == needed.count("Agree") == needed.count("hand in: Note")


def test_what_is_asked_in_another_case_says_in_which(room: Room) -> None:
    """A step may wait for what is done in a case below it; the case that it is for is not named."""
    speaker = room.whole().speaker("en")
    act = Message("act.hand_in", {"document": Name("document", "budget.note")})
    tasks = [
        Task("c", "collaboration.close",
             Obligation("act", act=act, who=("noord",), case=case), ready=False)
        for case in ("c", "b", "b")
    ]  # fmt: skip
    (found,) = asked_of(tasks, speaker)
    assert ["noord: hand in: Note", "noord: hand in: Note [case b]"] == [
        one.text for one in found.steps["Close"]
    ]


def test_what_cannot_all_be_advised_on_tells_what_can(room: Room) -> None:
    """As the command line does: that there is more, and beside it what is known to be needed."""
    act = Message("act.hand_in", {"document": Name("document", "budget.note")})
    known = Obligation("act", act=act, who=("noord",))
    wait = Obligation("wait", earliest=date(2027, 3, 1))
    whole = Obligation("all", parts=(known, wait))
    speaker = room.whole().speaker("en")
    told = [
        speaker.needed(Obligation(kind, act=Message("way.unadvised"), parts=parts))
        for kind, parts in (("unadvised", (whole,)), ("unadvised", ()), ("never", (known,)))
    ]
    assert [
        (Point("no advice can be given on this"),
         Point("What does go with it:", (Point("noord: hand in: Note"),
                                         Point("wait until 1 March 2027")))),
        (Point("no advice can be given on this"),),
        (Point("nobody can do this"),
         Point("What does go with it:", (Point("noord: hand in: Note"),))),
    ] == told  # fmt: skip


def test_a_line_of_the_record_names_its_case_once(app: Any) -> None:
    """There it leads on to the case."""
    page = get(app, "/record?in=regio&lang=en")
    assert "noord: Draft; case b (Budget) is now Draft" in text(page)
    assert (
        '<bdi>noord: Draft; case</bdi> <a href="case?lang=en&amp;in=regio&amp;case=b">'
        "<bdi>b</bdi></a> <bdi>(Budget) is now Draft</bdi>"
    ) in page.text


def test_looking_records_nothing(app: Any, room: Room) -> None:
    """After every page and every try the record is what it was."""
    before = list(room.history())
    for page in ("", "standing?in=regio", "wall?in=regio", "case?in=regio&case=b",
                 "case?in=regio&case=b&day=2027-12-01", "record?in=regio",
                 "try?in=regio&case=b&act=do:budget.work&actor=noord&try=1"):  # fmt: skip
        assert 200 == get(app, f"/{page}").status_code
    assert before == list(room.history())


def test_a_fault_of_ours_is_no_traceback(
    engine_and_room: tuple[Engine, Room], caplog: pytest.LogCaptureFixture
) -> None:
    """The reader is told that it is ours; what it was stands in the log."""

    def broken(request: object) -> str:
        raise RuntimeError("geheim")

    answer = get(pages(engine_and_room[0], reader=broken), "/?lang=en")
    assert 500 == answer.status_code
    assert "Something went wrong on our side." in text(answer)
    assert "geheim" not in answer.text
    assert "geheim" in caplog.text
    assert HEADERS.items() <= dict(answer.headers).items()


def test_without_the_extra_it_is_named(
    engine_and_room: tuple[Engine, Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has not installed what it takes is told which extra that is."""
    for name in [one for one in sys.modules if one.startswith(("starlette", "samenwerk.web."))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "starlette", None)
    with pytest.raises(Misuse) as raised:
        pages(engine_and_room[0])
    assert "samenwerk[web]" in render(raised.value, "nl")


def test_both_languages_say_the_same_things() -> None:
    """Each sentence stands in both, with the same holes in it, and fits a template."""
    from samenwerk.language.catalogue import gaps

    assert [] == gaps(WORDING)
    assert "1 dossier" == words("nl")("cases.count", count=1)


def test_every_sentence_is_said_somewhere() -> None:
    """No sentence is left over."""
    import importlib.resources

    room = importlib.resources.files("samenwerk.web")
    parts = [*room.iterdir(), *room.joinpath("templates").iterdir()]
    used = "".join(
        one.read_text("utf-8") for one in parts
        if one.name.endswith((".py", ".html")) and not one.name.startswith("words_")
    )  # fmt: skip
    made = ("nav.", "how.", "field.", "try.")
    assert [] == [
        id for id in WORDING["nl"] if f'"{id}"' not in used and not id.startswith(made)
    ]
