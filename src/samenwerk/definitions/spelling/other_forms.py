"""A file that is no TOML at all: of another program, in another coding, or in another language.

Looked at before anything is read, or after nothing could be; what is told of it stands with the
checks SW001 and SW009.
"""

from __future__ import annotations

import re

from samenwerk.definitions.spelling.stretch import Fault, line_end, pack

_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\x1f\x8b", "zip"),
    (b"7z\xbc\xaf", "zip"),
)
_INSIDE: tuple[tuple[bytes, str], ...] = (
    (b"word/", "docx"),
    (b"xl/", "xlsx"),
    (b"ppt/", "pptx"),
    (b"opendocument.text", "odt"),
    (b"opendocument.spreadsheet", "ods"),
)
KINDS = {
    "pdf": ("een pdf", "a PDF"),
    "rtf": ("een RTF-document", "an RTF document"),
    "office": ("een ouder Office-document", "an older Office document"),
    "picture": ("een afbeelding", "a picture"),
    "zip": ("een ingepakt bestand", "a packed file"),
    "docx": ("een Word-document", "a Word document"),
    "xlsx": ("een Excel-bestand", "an Excel file"),
    "pptx": ("een PowerPoint-bestand", "a PowerPoint file"),
    "odt": ("een document van LibreOffice", "a document of LibreOffice"),
    "ods": ("een rekenblad van LibreOffice", "a spreadsheet of LibreOffice"),
}
"""What each is called, in Dutch and in English."""

_key_line = re.compile(r"[\"']?[\w -]+[\"']?[ \t]*:[ \t]*\r?$").match
_deeper = re.compile(r"[ \t]+(?:- )?[\"']?[\w -]+[\"']?[ \t]*:|[ \t]*- ").match


def other_program(data: bytes) -> str | None:
    """Of which kind of file these bytes are, in the words of `KINDS`; None for a text.

    >>> other_program(b"%PDF-1.7"), other_program(b"[workflow]")
    ('pdf', None)
    """
    for sign, kind in _SIGNS:
        if data.startswith(sign):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return next((kind for sign, kind in _INSIDE if sign in data), "zip")
    return None


def two_bytes_each(data: bytes) -> bool:
    """Whether a text was saved with two bytes for each character, as Notepad's Unicode is."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    start = data[:200]
    return len(start) >= 8 and (not any(start[1::2]) or not any(start[::2]))


def as_text(data: bytes) -> str:
    """The text of bytes that are `two_bytes_each`, for showing a line of it."""
    little = data.startswith(b"\xff\xfe") or (data[:1] != b"\xfe" and not any(data[1:200:2]))
    return data.decode("utf-16-le" if little else "utf-16-be", "replace").lstrip("\ufeff")


def other_language(text: str) -> str | None:
    """In which other language a text is written that could not be read; None where unknown.

    >>> other_language('{"workflow": {}}'), other_language("workflow:\\n  id: regio")
    ('json', 'yaml')
    """
    lines = [line for line in text.splitlines() if line.strip() and line.strip()[0] not in "#;"]
    first = lines[0].strip() if lines else ""
    if re.match(r"<(?:!doctype|html|\?xml|[a-z]+>)", first, re.IGNORECASE):
        return "html"
    if first == "{" or re.match(r"[\[{]\s*[\"{]", "".join(lines)[:200]):
        return "json"
    if first == "---" or (len(lines) > 1 and _key_line(lines[0]) and _deeper(lines[1])):
        return "yaml"
    if "\r" in text and "\n" not in text:
        return "mac"
    return None


def in_other_form(text: str, form: str) -> Fault:
    """The fault of a text in another language, at the first line that says so."""
    start = next((at for at, char in enumerate(text) if not char.isspace()), 0)
    end = min(line_end(text, start), start + 40)
    change = (0, len(text), text.replace("\r", "\n")) if form == "mac" else None
    return Fault("SW009", form, pack(start, max(end, start + 1)), start, change=change)
