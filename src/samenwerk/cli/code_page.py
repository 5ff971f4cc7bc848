"""The page of a code: what it means, why it matters, how to mend it, and an example."""

from __future__ import annotations

import attrs

from samenwerk.cli.definition import fault_catalogue, fault_texts
from samenwerk.cli.door import Door
from samenwerk.cli.failing import Fail
from samenwerk.definitions.faults import nearest
from samenwerk.definitions.texts import Texts
from samenwerk.language.catalogue import as_sentence
from samenwerk.language.layout import wrap
from samenwerk.language.template import filled


def code_page(code: str, door: Door) -> str:
    """The page as text; raises Fail for a code that is not there."""
    rows: list[str] = []
    for texts in _texts(code, door):
        rows += [*([""] if rows else []), *_block(code, texts, door)]
    example = _example(code, door)
    return "\n".join([*rows, *(["", *example] if example else [])])


def code_data(code: str, door: Door) -> dict[str, object]:
    """The same as plain data."""
    return {
        "code": code,
        "texts": [
            {name: _plain(text) for name, text in attrs.asdict(one).items()}
            for one in _texts(code, door)
        ],
    }


def _texts(code: str, door: Door) -> list[Texts]:
    known = fault_texts()
    found = [by for key, by in known.items() if key.split(" ")[0] == code]
    if not found:
        codes = {key.split(" ")[0] for key in known}
        near = nearest(code, sorted(codes))
        raise Fail("explain.code_near" if near else "explain.code", code_name=code, near=near)
    return [by.get(door.lang) or next(iter(by.values())) for by in found]


def _block(code: str, texts: Texts, door: Door) -> list[str]:
    rows = wrap(f"{code}: {as_sentence(_plain(texts.what), door.lang)}", door.width)
    speaker = door.speaker()
    for id, text in (("why", texts.why), ("mend", texts.mend)):
        if text:
            said = speaker.words(f"diagnostic.{id}", text=_plain(text))
            rows += wrap(said, door.width, "  ")
    return rows


def _plain(template: str) -> str:
    """A sentence with its holes as dots: there is no fault to fill them."""
    return filled(template, lambda name, forms: forms[-1] if forms else "…")


def _example(code: str, door: Door) -> list[str]:
    """What an author is told about the faulty example of a check, where there is one."""
    from samenwerk.definitions.checks import all_checks
    from samenwerk.definitions.read import read_text
    from samenwerk.language.diagnostics import render_diagnostic

    check = next((one for one in all_checks() if one.code == code), None)
    if check is None or not check.bad:
        return []
    reading = read_text(check.bad)
    found = [one for one in reading.diagnostics if one.code == code]
    if not found:
        return []
    lines = {source.file: source.lines for source in reading.sources}
    speaker = attrs.evolve(door.speaker(), catalogue=fault_catalogue())
    told = render_diagnostic(found[0], fault_texts(), lines, speaker, door.width - 4)
    return [door.words("explain.example"), "", *("    " + row for row in told.splitlines())]
