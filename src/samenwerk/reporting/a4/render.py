"""The report `a4`: the core of a collaboration on one page, as PDF or for a word processor."""

from __future__ import annotations

from samenwerk.hooks.whole import Whole
from samenwerk.reporting.a4.fitting import fitted
from samenwerk.reporting.a4.gathered import gathered


def render(whole: Whole, lang: str, format: str) -> bytes:
    """One page in Dutch or English, as pdf or docx.

    Raises Misuse where the extra `document` is not installed.
    """
    sheet = gathered(whole, lang)
    if format == "docx":
        from samenwerk.reporting.a4.word import docx, on_one_page

        return docx(fitted(sheet, on_one_page))
    from samenwerk.reporting.a4.typeset import on_one_page as set_on_one_page
    from samenwerk.reporting.a4.typeset import pdf

    return pdf(fitted(sheet, set_on_one_page))
