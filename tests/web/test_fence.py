"""What goes around every page: hosts, ways of asking, and what a browser may not do."""

import asyncio
from typing import Any

import pytest
from tests.web.visiting import get

from samenwerk import Engine, Room
from samenwerk.web import pages
from samenwerk.web.fence import HEADERS, INLINE, STRICT

PATHS = ("/", "/standing?in=regio", "/case?in=regio&case=b", "/style.css", "/nowhere",
         "/standing?in=nowhere")  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_forbids_scripts_and_other_hosts(app: Any, path: str) -> None:
    """Also one that says that something is not there; only a style sheet may be read."""
    answer = get(app, path)
    told = {name: answer.headers.get(name) for name in HEADERS if name != "cache-control"}
    assert {name: one for name, one in HEADERS.items() if name != "cache-control"} == told
    assert "script-src" not in STRICT + INLINE
    assert STRICT.startswith("default-src 'none'")


def test_a_page_is_kept_nowhere(app: Any) -> None:
    """What stands on it may be about people."""
    assert "no-store" == get(app, "/case?in=regio&case=b").headers["cache-control"]


def test_the_wall_may_have_its_own_style_and_no_more(app: Any) -> None:
    """It is one file with its style in it, and needs no script either."""
    assert INLINE == get(app, "/wall?in=regio").headers["content-security-policy"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_there_is_no_way_to_write(app: Any, method: str) -> None:
    """Only reading is answered, on every address."""
    answers = [get(app, path, method) for path in PATHS]
    assert [405] * len(PATHS) == [one.status_code for one in answers]
    assert "GET, HEAD" == answers[0].headers["allow"]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200), ("LocalHost:8000", 200), ("127.0.0.1:80", 200), ("[::1]:8000", 200),
        ("evil.example", 421), ("localhost.evil.example", 421), ("", 421),
        ("localhost@evil.example", 421), ("[::1]", 200), ("::1", 421),
    ],
)  # fmt: skip
def test_another_name_for_this_computer_is_not_answered(
    engine_and_room: tuple[Engine, Room], host: str, status: int
) -> None:
    """A page elsewhere cannot have a browser read ours under a name that it made up."""
    app = pages(engine_and_room[0], hosts=("localhost", "127.0.0.1", "[::1]"))
    assert status == get(app, "/", host=host).status_code


def test_a_request_that_names_two_hosts_is_not_answered(
    engine_and_room: tuple[Engine, Room],
) -> None:
    """Nobody can tell which of the two a browser meant."""
    app = pages(engine_and_room[0], hosts=("localhost",))
    for hosts, status in ((("localhost",), 200), (("localhost", "evil.example"), 421), ((), 421)):
        assert status == asked_of(app, hosts)


def asked_of(app: Any, hosts: tuple[str, ...]) -> int:
    """The status of an answer to a request with these hosts, as it comes in."""
    said: list[Any] = []

    async def send(message: Any) -> None:
        said.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    named = [(b"host", one.encode()) for one in hosts]
    scope = {"type": "http", "method": "GET", "path": "/style.css", "raw_path": b"/style.css",
             "query_string": b"", "headers": named, "root_path": ""}  # fmt: skip
    asyncio.run(app(scope, receive, send))
    return int(said[0]["status"])


def test_mounted_it_leaves_hosts_to_the_application_around_it(app: Any) -> None:
    """Without `hosts` any name will do."""
    assert 200 == get(app, "/", host="zorg.example").status_code
