"""From what stands on a page to its HTML: templates that know no rule, in which every text stays
text.
"""

from __future__ import annotations

from typing import Any

from samenwerk.reporting.html import templates
from samenwerk.web.asked import Asked
from samenwerk.web.words import words

_PAGES = templates("samenwerk.web", "templates")
SIGNS = {"late": "!", "waits": "…", "ready": "▸", "stuck": "?", "over": "✓",
         "yes": "✓", "no": "✗", "unknown": "?",
         "good": "✓", "part": "~", "wait": "…", "never": "✗"}  # fmt: skip
"""What stands beside a colour, for whoever sees none."""


def written(template: str, asked: Asked, **shown: Any) -> str:
    """A page by its template, in the language that is asked."""
    say = words(asked.lang)
    other = "en" if asked.lang == "nl" else "nl"
    page: str = _PAGES.get_template(f"{template}.html").render(
        asked=asked, lang=asked.lang, other=other, w=say, link=asked.link, here=asked.here,
        signs=SIGNS, **{"party": None, "here_in": None, **shown},
    )  # fmt: skip
    return page


def fault_page(asked: Asked, said: str) -> str:
    """A page that says what went wrong."""
    return written("fault", asked, said=said)


def bar(asked: Asked, id: str | None = None) -> str:
    """The way back from a report of one collaboration, or of all, for the top of a page with a
    style of its own."""
    return written("bar", asked, here_in=id)
