"""The application: which page answers which address, who looks, and what is said when it fails.

What stands on a page is made beside this; how it looks is in the templates.
"""

from __future__ import annotations

import importlib.resources
import inspect
import logging
from collections.abc import Awaitable, Callable, Sequence

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from samenwerk.core.policies import Policy
from samenwerk.engine import Engine
from samenwerk.front import catalogue_with
from samenwerk.language.catalogue import Speaker
from samenwerk.language.errors import say_error
from samenwerk.values.errors import SamenwerkError, UnknownName
from samenwerk.web.asked import LANGUAGES, Asked, NotAsked, asked_by, preferred
from samenwerk.web.fence import HEADERS, INLINE, Fence
from samenwerk.web.kept import Kept
from samenwerk.web.looking import Reader
from samenwerk.web.paged import PAGES, Visit
from samenwerk.web.words import words
from samenwerk.web.written import fault_page

_log = logging.getLogger(__name__)
Page = Callable[[Visit], str]
Visiting = Callable[[Asked, str | None], Visit]


def application(
    engine: Engine, reader: Reader | None, policy: Policy, hosts: Sequence[str] | None
) -> Starlette:
    """The pages over an engine; see `samenwerk.web.pages`."""
    style = importlib.resources.files("samenwerk.web").joinpath("style.css").read_text("utf-8")

    async def look(request: Request) -> Response:
        return Response(style, media_type="text/css", headers={"cache-control": "max-age=3600"})

    kept = Kept()

    def visit(asked: Asked, party: str | None) -> Visit:
        return Visit(engine, asked, party, policy, kept)

    def route(name: str, page: Page) -> Route:
        return Route(f"/{name}", _answering(name, page, reader, visit), methods=["GET"])

    return Starlette(
        routes=[*(route(name, page) for name, page in PAGES.items()), Route("/style.css", look)],
        middleware=[Middleware(Fence, hosts=hosts)],
        exception_handlers={HTTPException: _not_there, Exception: _failed},
    )


def _answering(
    name: str, page: Page, reader: Reader | None, visit: Visiting
) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        party = None
        if reader is not None:
            found = reader(request)
            party = await found if inspect.isawaitable(found) else found
            if not party:
                return _fault(request, words(_lang(request))("fault.closed"), 403)
        return await run_in_threadpool(_made, name, page, party, visit, request)

    return answer


def _made(
    name: str, page: Page, party: str | None, visit: Visiting, request: Request
) -> Response:
    try:
        asked = asked_by(request, name)
        shown = page(visit(asked, party))
    except NotAsked as fault:
        return _fault(request, words(_lang(request))(fault.id, **fault.params), fault.status)
    except UnknownName as fault:
        # of who sees a part: what is not there and what is not for it cannot be told apart
        say = words(_lang(request))
        said = say("fault.gone") if party is not None else _unknown(fault, _lang(request))
        return _fault(request, said, 404)
    except SamenwerkError as fault:
        said = say_error(fault, Speaker(_lang(request), catalogue=catalogue_with()))
        return _fault(request, said, 503)
    headers = {"content-language": asked.lang, "vary": "accept-language"}
    if name in ("wall", "portfolio"):
        headers["content-security-policy"] = INLINE
    return HTMLResponse(shown, headers=headers)


def _unknown(fault: UnknownName, lang: str) -> str:
    """What is said of a name that nothing has to who may know every name."""
    return say_error(fault, Speaker(lang, catalogue=catalogue_with()))


async def _not_there(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 404
    return _fault(request, words(_lang(request))("fault.gone"), status)


async def _failed(request: Request, fault: Exception) -> Response:
    _log.error("a page could not be made", exc_info=fault)
    said = _fault(request, words(_lang(request))("fault.ours"), 500)
    for name, value in HEADERS.items():  # Starlette makes this answer outside the fence
        said.headers.setdefault(name, value)
    return said


def _lang(request: Request) -> str:
    chosen = request.query_params.get("lang")
    wanted = request.headers.get("accept-language", "")
    return chosen if chosen in LANGUAGES else preferred(wanted)


def _fault(request: Request, said: str, status: int) -> Response:
    lang = _lang(request)
    chosen = request.query_params.get("lang")
    asked = Asked("", lang, chosen if chosen in LANGUAGES else None, None, {})
    return HTMLResponse(fault_page(asked, said), status, headers={"content-language": lang})
