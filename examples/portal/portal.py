"""A portal for the organisations of a region: what waits on mine, and buttons to do it.

    uvicorn --factory portal:app

It trusts the header Remote-User: run it behind a proxy that logs people in and sets that.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable
from html import escape
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from samenwerk import (
    Engine,
    Name,
    RoomBy,
    SamenwerkError,
    Task,
    fields,
    open_store,
    own_cases,
    render,
    typed,
)  # fmt: skip

POSITIONS = ("for", "against", "abstain", "object")


def app() -> Starlette:
    """The portal over the store that the environment names."""
    engine = Engine(open_store(os.environ.get("STORE", "region.db"), create=False))
    return portal(engine, lambda request: request.headers.get("remote-user"))


def portal(engine: Engine, who: Callable[[Request], str | None], lang: str = "nl") -> Starlette:
    """The portal over an engine; `who` says which organisation a request comes from, if any."""

    async def home(request: Request) -> Response:
        party, sent = who(request), (await request.body()).decode(errors="replace")
        form = dict(parse_qsl(sent))
        if party is None:
            return PlainTextResponse("Please log in.", 401)
        if form and request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return PlainTextResponse("This came from another site.", 403)
        if form and not {"room", "case", "once"} <= form.keys():
            return PlainTextResponse("This form is not whole.", 400)
        return HTMLResponse(await run_in_threadpool(page, party, form))  # the engine is not async

    def page(party: str, form: dict[str, str]) -> str:
        told = f'<pre role="status">{escape(act(party, form))}</pre>' if form else ""
        rooms = [engine.by(party, own_cases).room(id) for id in engine.collaborations()]
        lists = "".join(
            f"<h2>{escape(mine.id)}</h2><ul>{''.join(shown)}</ul>" for mine in rooms
            if (shown := [task_shown(mine, task) for task in mine.seen.todo()])
        )  # fmt: skip
        return (f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>Portal</title>'
                f"<h1>{escape(party)}</h1>{told}{lists}</html>")  # fmt: skip

    def act(party: str, form: dict[str, str]) -> str:
        try:
            mine = engine.by(party, own_cases).room(form["room"])
            case, once = form["case"], form["once"]  # sent twice, it is done once
            if "decision" in form:
                done = mine.say(form["decision"], form.get("position", ""), case=case,
                                command_id=once)  # fmt: skip
            else:
                step = form.get("step", "")
                filled = typed(step, form, mine.workflow_of(case))
                done = mine.do(step, case=case, command_id=once,
                               explanation=form.get("explanation"), **filled)  # fmt: skip
        except SamenwerkError as fault:
            return render(fault, lang)
        return render(done, lang, mine)  # a refusal too: it says why, and what can be done

    def task_shown(mine: RoomBy, task: Task) -> str:
        hidden = {"room": mine.id, "case": task.case, "once": uuid.uuid4().hex}
        inputs, buttons, what = "", "", task.obligation.what
        if what is not None and what.family == "decision":
            hidden["decision"] = what.short
            for position in POSITIONS:
                named = said(mine, Name("position", position))
                buttons += f'<button name="position" value="{position}">{named}</button>'
        elif task.ready and what is not None and what.family == "step":
            hidden["step"], buttons = task.step, f"<button>{said(mine, what)}</button>"
            for one in fields(task.step, mine.workflow_of(task.case)):
                inputs += f'<label>{said(mine, one)} <input name="{one.short}"></label> '
            if task.obligation.explanations:
                inputs += '<textarea name="explanation" aria-label="Toelichting"></textarea>'
        inputs += "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">'
                          for name, value in hidden.items())  # fmt: skip
        form = f'<form method="post">{inputs}{buttons}</form>' if buttons else ""
        return f"<li>{said(mine, task)} {form}</li>"

    def said(mine: RoomBy, shown: Task | Name) -> str:
        return escape(render(shown, lang, mine))

    made = Starlette(routes=[Route("/", home, methods=["GET", "POST"])])
    made.state.engine = engine
    return made
