"""Faults of an author as text: place, what, the author's own line with a caret, why, how to mend.

The sentences of a code stand beside its check and come in as `TextsByCode`; the line with its
caret is `excerpt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from samenwerk.definitions.texts import Texts, TextsByCode, choose_texts
from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.language.clean import one_line
from samenwerk.language.excerpt import excerpt
from samenwerk.language.layout import WIDTH, wrap
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.place import Place
from samenwerk.values.repair import Repair

Lines = Mapping[str, Sequence[str]]
"""File name to its lines, as the author wrote them and without their endings."""

MARGIN = "   "


_BROUGHT = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)\.[A-Za-z][A-Za-z0-9_-]*: (.+)")
"""How a text is called that a plugin brings: its part, and the file in it."""


def render_diagnostics(
    diagnostics: Iterable[Diagnostic],
    texts: TextsByCode,
    lines: Lines,
    speaker: Speaker,
    width: int = WIDTH,
) -> str:
    """Every fault in reading order, an empty line between them, and the count at the end.

    `lines` are those of the files; a fault in a file that is not there, or beyond its end, is
    shown without the author's line. The first line of each is never wrapped: it reads
    `file:line:column: CODE what`, for people and programs. Raises nothing for odd input.
    """
    ordered = sorted(diagnostics, key=lambda one: one.order)
    blocks = [render_diagnostic(one, texts, lines, speaker, width) for one in ordered]
    return "\n\n".join([*blocks, count_line(ordered, speaker)])


def render_diagnostic(
    diagnostic: Diagnostic,
    texts: TextsByCode,
    lines: Lines,
    speaker: Speaker,
    width: int = WIDTH,
) -> str:
    """One fault as text, without a newline at its end."""
    told = told_texts(diagnostic, texts, speaker)
    place = diagnostic.place
    warning = "" if diagnostic.serious else speaker.words("diagnostic.warning") + ": "
    rows = [one_line(f"{place}: {diagnostic.code} {warning}{told.what}")]
    line = _line(place, lines)
    if line is not None:
        rows += excerpt(place, line, told.label, width)
    elif told.label:
        rows += wrap(told.label, width, MARGIN)
    rows += _elsewhere(diagnostic, lines, speaker, width)
    for id, text in (("why", told.why), ("mend", told.mend)):
        if text:
            said = speaker.words(f"diagnostic.{id}", text=text)
            rows += wrap(said, width, MARGIN)
    brought = _BROUGHT.match(place.file)
    if brought is not None:
        said = speaker.words("diagnostic.brought", plugin=brought[1], file=brought[2])
        rows += wrap(said, width, MARGIN)
    rows += wrap(speaker.words("diagnostic.more", code=diagnostic.code), width, MARGIN)
    return "\n".join(rows)


def _elsewhere(
    diagnostic: Diagnostic, lines: Lines, speaker: Speaker, width: int
) -> list[str]:
    """The other place that a fault is about, where that is in another file: that of a base."""
    place = diagnostic.nearest_place
    if place is None or diagnostic.nearest is not None or place.file == diagnostic.place.file:
        return []
    said = speaker.words("diagnostic.elsewhere", file=place.file, line=place.line)
    line = _line(place, lines)
    return wrap(said, width, MARGIN) + ([] if line is None else excerpt(place, line, "", width))


def told_texts(diagnostic: Diagnostic, texts: TextsByCode, speaker: Speaker) -> Texts:
    """The texts of a fault, filled and clean; a known name that comes close opens `mend`.

    A code without texts in this language is told in the other one, and one without any by its
    params alone.
    """
    params: dict[str, object] = {
        "nearest": diagnostic.nearest,
        "nearest_line": diagnostic.nearest_place and diagnostic.nearest_place.line,
        "there": _there(diagnostic, speaker),
        **diagnostic.params,
    }
    found = _chosen(diagnostic, texts, speaker.lang)
    if found is None:
        told = [f"{name}: {speaker.tell(value)}" for name, value in diagnostic.params.items()]
        found = Texts("{told}" if told else "", "", "", "")
        params["told"] = ", ".join(told)
    mend = speaker.fill(found.mend, params)
    if diagnostic.nearest is not None and "{nearest}" not in found.mend:
        nearest = speaker.words(*_nearest(diagnostic), **_nearest_params(diagnostic))
        mend = f"{nearest} {as_sentence(mend, speaker.lang)}".strip()
    return Texts(
        speaker.fill(found.what, params),
        speaker.fill(found.label, params),
        speaker.fill(found.why, params),
        mend,
    )


def as_json(
    diagnostics: Iterable[Diagnostic], texts: TextsByCode, speaker: Speaker
) -> list[dict[str, object]]:
    """The faults in reading order as plain data, with their sentences in the speaker's language.

    Print it with `clean.json_text`: names of files are exact here, not cleaned.
    """
    rows: list[dict[str, object]] = []
    for one in sorted(diagnostics, key=lambda one: one.order):
        told = told_texts(one, texts, speaker)
        rows.append(
            {
                "code": one.code,
                "serious": one.serious,
                **_place_data(one.place),
                "what": told.what,
                "label": told.label,
                "why": told.why,
                "mend": told.mend,
                "nearest": one.nearest,
                "nearest_place": one.nearest_place and _place_data(one.nearest_place),
                "repair": one.repair and _repair_data(one.repair),
            }
        )
    return rows


def count_line(diagnostics: Sequence[Diagnostic], speaker: Speaker) -> str:
    """How many faults, and apart from them how many warnings: `3 fouten, 1 waarschuwing`."""
    faults = sum(one.serious for one in diagnostics)
    warnings = len(diagnostics) - faults
    parts = [speaker.words("diagnostic.faults" if faults else "diagnostic.none", count=faults)]
    if warnings:
        parts.append(speaker.words("diagnostic.warnings", count=warnings))
    return ", ".join(parts)


def _chosen(diagnostic: Diagnostic, texts: TextsByCode, lang: str) -> Texts | None:
    for one in (lang, "en", "nl"):
        try:
            return choose_texts(texts, diagnostic, one)
        except KeyError:
            continue
    return None


def _line(place: Place, lines: Lines) -> str | None:
    known = lines.get(place.file, ())
    return known[place.line - 1] if 1 <= place.line <= len(known) else None


def _there(diagnostic: Diagnostic, speaker: Speaker) -> str:
    """Where the other thing stands that a fault is about: its line, and its file if another."""
    place = diagnostic.nearest_place
    if place is None:
        return ""
    same = place.file == diagnostic.place.file
    id = "diagnostic.there_line" if same else "diagnostic.there_file"
    return speaker.words(id, line=place.line, file=place.file)


def _nearest(diagnostic: Diagnostic) -> tuple[str]:
    place = diagnostic.nearest_place
    if place is None:
        return ("diagnostic.nearest",)
    same = place.file == diagnostic.place.file
    return ("diagnostic.nearest_line" if same else "diagnostic.nearest_file",)


def _nearest_params(diagnostic: Diagnostic) -> dict[str, object]:
    params: dict[str, object] = {"nearest": diagnostic.nearest}
    if diagnostic.nearest_place is not None:
        params |= {"line": diagnostic.nearest_place.line, "file": diagnostic.nearest_place.file}
    return params


def _repair_data(repair: Repair) -> dict[str, object]:
    return {
        "file": repair.file,
        "start": dict(zip(("line", "column"), repair.first, strict=True)),
        "end": dict(zip(("line", "column"), repair.last, strict=True)),
        "text": repair.text,
    }


def _place_data(place: Place) -> dict[str, object]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "length": place.length,
    }


WORDING = {
    "nl": {
        "diagnostic.why": "Waarom: {text}",
        "diagnostic.mend": "Oplossing: {text}",
        "diagnostic.brought": "Dit staat niet bij u, maar in {file} van plug-in {plugin}: de maker "
        "daarvan moet het verhelpen.",
        "diagnostic.more": "Meer uitleg: samenwerk explain {code}",
        "diagnostic.elsewhere": "In {file} staat op regel {line}:",
        "diagnostic.warning": "waarschuwing",
        "diagnostic.nearest": 'bedoelde u "{nearest}"?',
        "diagnostic.nearest_line": 'bedoelde u "{nearest}" (regel {line})?',
        "diagnostic.nearest_file": 'bedoelde u "{nearest}" ({file}, regel {line})?',
        "diagnostic.there_line": "regel {line}",
        "diagnostic.there_file": "{file}, regel {line}",
        "diagnostic.none": "geen fouten",
        "diagnostic.faults": "{count} {count|fout|fouten}",
        "diagnostic.warnings": "{count} {count|waarschuwing|waarschuwingen}",
    },
    "en": {
        "diagnostic.why": "Why: {text}",
        "diagnostic.mend": "Mend: {text}",
        "diagnostic.brought": "This is not in your text but in {file} of plugin {plugin}: who made "
        "that must mend it.",
        "diagnostic.more": "More: samenwerk explain {code}",
        "diagnostic.elsewhere": "In {file} line {line} says:",
        "diagnostic.warning": "warning",
        "diagnostic.nearest": 'did you mean "{nearest}"?',
        "diagnostic.nearest_line": 'did you mean "{nearest}" (line {line})?',
        "diagnostic.nearest_file": 'did you mean "{nearest}" ({file}, line {line})?',
        "diagnostic.there_line": "line {line}",
        "diagnostic.there_file": "{file}, line {line}",
        "diagnostic.none": "no faults",
        "diagnostic.faults": "{count} {count|fault|faults}",
        "diagnostic.warnings": "{count} {count|warning|warnings}",
    },
}
