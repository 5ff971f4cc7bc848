"""The A4 for a word processor: headings and lists that are such, with line heights of their own.

Whether it fits is `measured`. The same sheet gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from samenwerk.language.clean import one_line
from samenwerk.reporting.a4 import measured
from samenwerk.reporting.a4.measured import on_one_page
from samenwerk.reporting.a4.sheet import Row, Sheet
from samenwerk.values.errors import Misuse

__all__ = ["docx", "on_one_page"]

FONT = "Arial"
_LANGS = {"nl": "nl-NL", "en": "en-GB"}
_ACCENT, _INK, _LATE = "0B5A6B", "1D2A33", "A3220F"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""What a ZIP can tell of a day at the least: no clock stands in the file."""


def docx(sheet: Sheet) -> bytes:
    """A sheet as DOCX; raises Misuse where the extra `document` is not installed."""
    try:
        import docx as library
    except ImportError as absent:
        raise Misuse("python-docx is not installed", what="extra", extra="document") from absent
    made: Any = library.Document()
    _prepared(made, sheet)
    made.add_paragraph(one_line(sheet.title), style="Title")
    made.add_paragraph(one_line(sheet.said), style="Subtitle")
    for section in sheet.sections:
        made.add_paragraph(one_line(section.head), style="Heading 1")
        for row in section.rows:
            _row(made.add_paragraph(style="List Bullet"), row)
        if section.more:
            made.add_paragraph(style="Normal").add_run(one_line(section.more)).italic = True
    if sheet.short:
        made.add_paragraph(one_line(sheet.short), style="Caption")
    written = io.BytesIO()
    made.save(written)
    return _timeless(written)


def _row(paragraph: Any, row: Row) -> None:
    from docx.shared import RGBColor

    if row.late:
        sign = paragraph.add_run("! ")
        sign.bold, sign.font.color.rgb = True, RGBColor.from_string(_LATE)
    if row.lead:
        paragraph.add_run(f"{one_line(row.lead)}: ").bold = True
    paragraph.add_run(one_line(row.text))


def _prepared(made: Any, sheet: Sheet) -> None:
    """The page, its styles and what is told about it."""
    from docx.shared import Mm, Pt

    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin, page.bottom_margin = Mm(16), Mm(16)
    page.header_distance = page.footer_distance = Mm(8)
    above, below = measured.ABOVE_HEAD, measured.BELOW_HEAD
    for name, how, spaced, bold, colour in (
        ("Normal", measured.ROW, (0, 0), False, _INK),
        ("Title", measured.TITLE, (0, 0), True, _ACCENT),
        ("Subtitle", measured.SAID, (0, 0), False, _INK),
        ("Heading 1", measured.HEAD, (above, below), True, _ACCENT),
        ("List Bullet", measured.ROW, (0, 0), False, _INK),
        ("Caption", measured.SHORT, (above, 0), False, _INK),
    ):
        _styled(made.styles[name], how, spaced, bold, colour)
    bullet = made.styles["List Bullet"].paragraph_format
    bullet.left_indent, bullet.first_line_indent = Pt(measured.INDENT), Pt(-measured.INDENT)
    told = made.core_properties
    told.title, told.subject, told.author = sheet.title, sheet.said, "samenwerk"
    told.language, told.comments, told.keywords = _LANGS.get(sheet.lang, sheet.lang), "", ""
    told.created = told.modified = datetime(*sheet.day)
    told.last_modified_by, told.revision = "samenwerk", 1
    for lang in made.styles.element.iter(_word("lang")):
        lang.set(_word("val"), _LANGS.get(sheet.lang, sheet.lang))


def _styled(
    style: Any, how: tuple[float, float], spaced: tuple[float, float], bold: bool, colour: str
) -> None:
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt, RGBColor

    size, line = how
    font, shape = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.rPr.rFonts
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(_word(kind), None)  # a theme's font would go before ours
    for kind in ("eastAsia", "cs"):
        fonts.set(_word(kind), FONT)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)
    shape.space_before, shape.space_after = Pt(spaced[0]), Pt(spaced[1])
    for border in style.element.iter(_word("pBdr")):
        border.getparent().remove(border)
        break
    for space in style.element.iter(_word("contextualSpacing"), _word("spacing")):
        if space.getparent() is style.element.rPr:
            space.getparent().remove(space)


def _word(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def _timeless(written: io.BytesIO) -> bytes:
    """The same file with the same bytes whenever it is made."""
    again = io.BytesIO()
    with (
        zipfile.ZipFile(written) as found,
        zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for one in found.infolist():
            entry = zipfile.ZipInfo(one.filename, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, found.read(one.filename))
    return again.getvalue()
