"""Reading as one party: what the host says of who it is, and what is then to be seen."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from tests.handmade import started
from tests.web.visiting import get, text

from samenwerk import Engine, Party, Room, Sight, open_store
from samenwerk.core.policies import nothing
from samenwerk.values.case import Collaboration
from samenwerk.web import pages

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("standing?in=regio", "wall?in=regio", "parties?in=regio", "record?in=regio",
         "case?in=regio&case=b", "case?in=regio&case=apart", "try?in=regio&case=apart",
         "party?in=regio&party=oost")  # fmt: skip


def signed_in(request: Request) -> str | None:
    """Who a request is of; a test says so in a header, a host looks at its session."""
    return request.headers.get("x-party")


def without_apart(party: str, known: Collaboration, of: object, day: object) -> Sight:
    """Everything but the case `apart`, and no free text."""
    return Sight(who=party, cases=frozenset(known.cases) - {"apart"}, texts=False)


@pytest.fixture
def there() -> Iterator[tuple[Engine, Room]]:
    """Two open budgets, of which `apart` is not for everybody."""
    engine, room = started()
    assert room.do("budget.draft", case="apart", parent="c", actor="oost").carried_out
    assert room.hand_in("note", "Vertrouwelijk", case="apart", actor="oost").carried_out
    assert room.hand_in("note", "Gewoon", case="b", actor="noord").carried_out
    yield engine, room
    engine.close()


@pytest.mark.parametrize("page", ["", *PAGES, "style.css"])
def test_who_is_not_known_is_not_let_in(there: tuple[Engine, Room], page: str) -> None:
    """No page of a collaboration is made then; the style is nobody's secret."""
    answer = get(pages(there[0], reader=signed_in), f"/{page}")
    assert (200 if page == "style.css" else 403) == answer.status_code


@pytest.mark.parametrize("page", PAGES)
def test_what_is_out_of_sight_is_on_no_page(there: tuple[Engine, Room], page: str) -> None:
    """A case that is not in sight is as one that is not there, for its links and texts too."""
    app = pages(there[0], reader=signed_in, policy=without_apart)
    answer = get(app, f"/{page}", x_party="noord")
    hidden = "case=apart" in page or "party=oost" in page
    assert (404 if hidden else 200) == answer.status_code
    assert "apart" not in answer.text
    assert "Vertrouwelijk" not in answer.text
    assert "Gewoon" not in answer.text


def test_the_portfolio_counts_what_a_reader_sees(there: tuple[Engine, Room]) -> None:
    """A case out of sight is in no number, and for a stranger there is nothing."""
    app = pages(there[0], reader=signed_in, policy=without_apart)
    assert "2 cases are running" in text(get(app, "/portfolio?lang=en", x_party="noord"))
    assert "3 cases are running" in text(get(pages(there[0]), "/portfolio?lang=en"))
    stranger = get(app, "/portfolio?lang=en", x_party="vreemd")
    assert "There are no collaborations yet." in text(stranger)
    assert "regio" not in stranger.text
    assert 403 == get(app, "/portfolio").status_code


def test_a_case_that_is_not_there_looks_the_same(there: tuple[Engine, Room]) -> None:
    """One that is hidden and one that never was give the same answer."""
    app = pages(there[0], reader=signed_in, policy=without_apart)
    hidden, absent = (
        get(app, f"/case?in=regio&case={one}", x_party="noord") for one in ("apart", "never")
    )
    assert (absent.status_code, absent.text) == (hidden.status_code, hidden.text)


def test_a_stranger_finds_no_collaboration(there: tuple[Engine, Room]) -> None:
    """Who is not in the register sees that there is nothing."""
    app = pages(there[0], reader=signed_in)
    assert "There are no collaborations" in text(get(app, "/?lang=en", x_party="vreemd"))
    assert [404] * len(PAGES) == [
        get(app, f"/{page}", x_party="vreemd").status_code for page in PAGES
    ]


def test_a_reader_tries_as_itself_alone(there: tuple[Engine, Room]) -> None:
    """Whatever the address says: another party cannot be named."""
    app = pages(there[0], reader=signed_in, policy=without_apart)
    asked = "/try?in=regio&case=b&lang=en&act=do:budget.agree&try=1&actor=zuid"
    said = text(get(app, asked, x_party="noord"))
    assert "noord may not do this; somebody else may." in said
    assert 'name="actor"' not in get(app, asked, x_party="noord").text


def test_a_reader_tries_on_a_day_to_come(there: tuple[Engine, Room]) -> None:
    """As from that day, with what is in sight told as fully as today."""
    app = pages(there[0], reader=signed_in, policy=without_apart)
    asked = "/try?in=regio&case=b&lang=en&act=do:budget.agree&try=1&actor=zuid&day="
    said = text(get(app, f"{asked}2027-03-01", x_party="zuid"))
    assert "You look as if it were 1 March 2027." in said
    assert "This cannot happen yet." in said
    assert "Support: still open" in said
    assert "This would be recorded" not in said
    late = text(get(app, f"{asked}2027-06-01", x_party="zuid"))
    assert "This cannot be tried in this case." in late


def test_a_reader_sees_its_own_tasks(there: tuple[Engine, Room]) -> None:
    """And is told as whom it looks."""
    app = pages(there[0], reader=signed_in, policy=without_apart)
    said = text(get(app, "/party?in=regio&party=noord&lang=en", x_party="noord"))
    assert "b Work on" in said
    assert "You look as noord" in said


def test_who_sees_nothing_sees_nothing(there: tuple[Engine, Room]) -> None:
    """With a policy that shows nothing every page is empty and none fails."""

    def no_sight(party: str, known: object, of: object, day: object) -> Sight:
        return nothing(party)

    app = pages(there[0], reader=signed_in, policy=no_sight)
    answers = {page: get(app, f"/{page}", x_party="noord") for page in PAGES}
    assert {"oost"} & {word for one in answers.values() for word in text(one).split()} == set()
    assert {200, 404} == {one.status_code for one in answers.values()}


def test_a_host_may_take_its_time_to_say_who_it_is(there: tuple[Engine, Room]) -> None:
    """The callable may be asynchronous too."""

    async def later(request: Request) -> str | None:
        return request.headers.get("x-party")

    app: Any = pages(there[0], reader=later)
    assert [403, 200] == [get(app, "/").status_code, get(app, "/", x_party="oost").status_code]


def test_who_came_in_later_is_let_in_from_that_day(there: tuple[Engine, Room]) -> None:
    """The register of the day decides."""
    engine, room = there
    app = pages(engine, reader=signed_in)
    assert 404 == get(app, "/standing?in=regio", x_party="west").status_code
    assert room.enrol(parties=[Party("west", "provider")]).carried_out
    assert 200 == get(app, "/standing?in=regio", x_party="west").status_code


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_the_how_to_shows_works(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The application of the page is mounted, and asks who it is."""
    page = ROOT / "docs" / lang / "how-to" / "look-in-a-browser.md"
    block = re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)
    monkeypatch.chdir(tmp_path)
    with started(store=open_store("regio.db" if lang == "nl" else "region.db"))[0]:
        there: dict[str, Any] = {}
        exec(compile(block[0], str(page), "exec"), there)
        at = there["app"].routes[0].path
        assert 403 == get(there["app"], f"{at}/").status_code
        assert 'in=regio"' in get(there["app"], f"{at}/", x_organisation="noord").text
        there["engine"].close()
