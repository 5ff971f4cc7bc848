"""A case as a page and as JSON in your own Django project: where it is, and what holds it up.

    urlpatterns = [path("cases/", include("yourapp.views"))]
"""

from __future__ import annotations

import functools

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template import engines
from django.urls import path
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from samenwerk import (
    Engine,
    Name,
    Policy,
    RoomBy,
    UnknownName,
    as_data,
    open_store,
    own_cases,
    render,
    without_texts,
)  # fmt: skip

SEES: Policy = without_texts(own_cases)
"""What an organisation may read: its own cases, without free text of others."""

PAGE = """<!doctype html><html lang="{{ lang }}"><title>{{ case }}</title>
<h1>{{ case }}: {{ state }}</h1>
{% for one in steps %}<h2>{{ one.label }}</h2><pre>{{ one.said }}</pre>{% endfor %}
<ul>{% for one in days %}<li>{{ one }}</li>{% endfor %}</ul></html>"""


@functools.cache
def engine() -> Engine:
    """One for the whole process: it is safe from several threads."""
    return Engine(open_store(settings.SAMENWERK_STORE, create=False))


@login_required
@require_safe
def case(request: HttpRequest, collaboration: str, case: str) -> HttpResponse:
    """The page of a case, or its JSON with `?format=json`, as who is logged in may see it."""
    mine = room_of(request, collaboration)
    known = mine.seen.collaboration.cases.get(case)
    if known is None:  # not there, or not for these eyes: that looks the same
        raise Http404
    lang = "nl" if (get_language() or "nl").startswith("nl") else "en"
    asked = [(step, mine.ask(step, case=case))
             for step in engine().room(collaboration).whole().steps(case)]  # fmt: skip
    days = [one for one in mine.seen.due() if one.case == case]
    state = render(Name("state", f"{known.lifecycle}.{known.state}"), lang, mine)
    if request.GET.get("format") == "json":
        return JsonResponse({
            "case": case, "state": known.state, "label": state,
            "steps": {step: as_data(outcome, lang, mine) for step, outcome in asked},
            "due": [as_data(one, lang, mine) for one in days],
        })  # fmt: skip
    steps = [{"label": render(Name("step", step), lang, mine), "said": render(outcome, lang, mine)}
             for step, outcome in asked]  # fmt: skip
    told = {"lang": lang, "case": case, "state": state, "steps": steps,
            "days": [render(one, lang, mine) for one in days]}  # fmt: skip
    return HttpResponse(engines["django"].from_string(PAGE).render(told, request))


def room_of(request: HttpRequest, collaboration: str) -> RoomBy:
    """The room of a collaboration for who is logged in; here the user is named as its party."""
    try:
        return engine().by(request.user.get_username(), SEES).room(collaboration)
    except UnknownName as unknown:
        raise Http404 from unknown


urlpatterns = [path("<str:collaboration>/<str:case>", case, name="case")]
