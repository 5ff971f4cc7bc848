"""The A4 as PDF: set by typst, tagged, with its title and language, from values alone.

How long a text may be to fit is `fitting`; here a sheet is laid out and its pages are counted.
"""

from __future__ import annotations

import functools
import json
import re
from importlib.resources import files
from typing import Any

from samenwerk.language.clean import one_line
from samenwerk.reporting.a4.sheet import Sheet
from samenwerk.values.errors import Misuse

STANDARD = "ua-1"
"""PDF/UA: a page that can be read aloud as it was meant."""
_LONG = re.compile(r"\S{24,}")
_PIECE = re.compile(r".{12}(?=.{4})")
_BREAK = "\u200b"


def pdf(sheet: Sheet) -> bytes:
    """A sheet as PDF; raises Misuse where the extra `document` is not installed.

    Where no font on the machine has a letter of a name, it is tagged all the same but promises
    no standard: that asks that each letter can be seen.
    """
    typst, inputs = _typst(), _inputs(sheet)
    try:
        return bytes(typst.compile(_source(), sys_inputs=inputs, pdf_standards=[STANDARD]))
    except typst.TypstError:
        return bytes(typst.compile(_source(), sys_inputs=inputs))


def on_one_page(sheet: Sheet) -> bool:
    """Whether a sheet fits on one page; raises Misuse as `pdf`."""
    found = _typst().query(_source(), "<pages>", field="value", one=True,
                           sys_inputs=_inputs(sheet))  # fmt: skip
    return int(json.loads(found)) == 1


def _inputs(sheet: Sheet) -> dict[str, str]:
    """The sheet as the template reads it; it takes only texts."""
    told = {
        "lang": sheet.lang,
        "title": one_line(sheet.title),
        "said": one_line(sheet.said),
        "day": sheet.day,
        "short": one_line(sheet.short),
        "sections": [
            {
                "head": _broken(one.head),
                "rows": [
                    {"lead": _broken(row.lead), "text": _broken(row.text), "late": row.late}
                    for row in one.rows
                ],
                "more": _broken(one.more),
            }
            for one in sheet.sections
        ],
    }
    return {"sheet": json.dumps(told, ensure_ascii=False)}


def _broken(text: str) -> str:
    """A text in which a word that is longer than a line can be parted."""
    return _LONG.sub(lambda word: _PIECE.sub(rf"\g<0>{_BREAK}", word[0]), one_line(text))


@functools.cache
def _source() -> bytes:
    return files("samenwerk.reporting.a4").joinpath("a4.typ").read_bytes()


def _typst() -> Any:
    try:
        import typst
    except ImportError as absent:
        raise Misuse("typst is not installed", what="extra", extra="document") from absent
    return typst
