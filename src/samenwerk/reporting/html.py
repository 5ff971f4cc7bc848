"""Templates of pages of HTML that need nothing else: no script, no network, no font.

What stands on a page is for who fills it in; here every name and text in it stays text.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from samenwerk.language.clean import one_line
from samenwerk.values.errors import Misuse

SIGNS = {
    "late": "!", "waits": "…", "ready": "▸", "stuck": "?", "over": "✓", "open": "·", "none": "·",
}  # fmt: skip
"""What stands beside a colour, for whoever sees none."""
_MONTHS = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def months(lang: str) -> Sequence[str]:
    """The short names of the twelve months."""
    return _MONTHS.get(lang, _MONTHS["en"])


def template(name: str) -> Any:
    """The template of a page, as `wall/wall.html`; raises Misuse without the extra `report`."""
    return templates("samenwerk.reporting", ".").get_template(name)


@functools.cache
def templates(package: str, folder: str) -> Any:
    """The templates in a folder of a package, in which every text stays text; raises Misuse
    without the extra `report`."""
    try:
        import jinja2
        from markupsafe import Markup
    except ImportError as absent:
        raise Misuse("jinja2 is not installed", what="extra", extra="report") from absent

    def text(value: object) -> Markup:
        """A text on one line, whose direction stays its own; a long name breaks where it joins."""
        whole = Markup("<bdi>{}</bdi>").format(one_line(str(value)))
        return whole.replace("_", Markup("_<wbr>"))

    room = jinja2.Environment(
        loader=jinja2.PackageLoader(package, folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: one_line(value) if type(value) is str else value,
    )
    room.filters["t"] = text
    return room
