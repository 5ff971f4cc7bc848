"""The page of a code: what it is about, every case of it as an author meets it, and how it is good.

The same page stands in docs/checks; its sentences and examples stand with the check.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import attrs

from samenwerk.cli.definition import fault_catalogue, fault_texts
from samenwerk.cli.door import Door
from samenwerk.cli.examples import Found, found_in
from samenwerk.cli.failing import Fail
from samenwerk.definitions.checks import Check
from samenwerk.definitions.checks.shown import Shown, bad_of, good_of
from samenwerk.definitions.laying.faults import nearest
from samenwerk.definitions.texts import Texts
from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.language.diagnostics import render_diagnostic
from samenwerk.language.layout import wrap
from samenwerk.language.template import filled
from samenwerk.scenarios.faults import every_check
from samenwerk.values.diagnostic import Diagnostic

MARGIN = "    "
LONGEST = 14
"""Lines of an example that are shown; of a longer one the page shows only what is told of it."""


@attrs.frozen
class Case:
    """One case of a code: its sentences, and what is printed for an example where there is one."""

    texts: Texts
    told: tuple[str, ...] = ()


@attrs.frozen
class CodePage:
    """All that is told of a code in one language.

    `weight` is a line about whether it can be used with this fault, `beside` the lines of the
    file that the example builds on, `good` those of the example without the fault.
    """

    code: str
    title: str
    weight: str
    cases: tuple[Case, ...]
    good: tuple[str, ...]


def page_of(code: str, door: Door) -> CodePage:
    """The page in the language and width of the door; raises Fail for a code that is not there."""
    checks = _checks()
    check = checks.get(code)
    if check is None:
        near = nearest(code, sorted(checks))
        raise Fail("explain.code_near" if near else "explain.code", code_name=code, near=near)
    speaker = attrs.evolve(door.speaker(), catalogue=fault_catalogue())
    found = _read(code)
    cases = [*_shown_cases(check, found, speaker, door.width - len(MARGIN))]
    serious = {one.serious for _, faults in found for one in faults.diagnostics}
    weight = "both" if len(serious) > 1 else "fault" if True in serious else "warning"
    return CodePage(
        code,
        titles_of(check)[door.lang],
        door.words(f"explain.weight.{weight}"),
        tuple(cases),
        tuple(_differing(good_of(check), found[0][0])),
    )


@functools.cache
def _read(code: str) -> tuple[tuple[Shown, Found], ...]:
    """The examples of a code with what is found in them, the same in every language."""
    return tuple((one, found_in(one)) for one in bad_of(_checks()[code]))


@functools.cache
def _checks() -> dict[str, Check]:
    return {check.code: check for check in every_check()}


def titles_of(check: Check) -> dict[str, str]:
    """What a code is about, by language; of a check of a plugin it is its code."""
    title: dict[str, str] = getattr(check, "title", {})
    return {lang: title.get(lang, check.code) for lang in ("nl", "en")}


def known_code(code: str) -> bool:
    """Whether there is a page of this code."""
    return code in _checks()


def code_markdown(code: str, door: Door) -> str:
    """The page as Markdown: what it shows stands between fences."""
    blocks = []
    for block in code_page(code, door).split("\n\n"):
        rows = block.split("\n")
        if block.startswith(MARGIN):
            rows = ["```text", *(row.removeprefix(MARGIN) for row in rows), "```"]
        blocks.append("\n".join(rows))
    return "\n\n".join(blocks)


def code_page(code: str, door: Door) -> str:
    """The page as text; raises Fail for a code that is not there."""
    page = page_of(code, door)
    blocks = [[*wrap(f"{page.code}: {page.title}.", door.width), *wrap(page.weight, door.width)]]
    for case in page.cases:
        told = [*case.told] or _general(page.code, case.texts, door)
        blocks.append([MARGIN + row if row else "" for row in told])
    if page.good:
        blocks += [[door.words("explain.good")], [MARGIN + row for row in page.good]]
    return "\n\n".join("\n".join(block) for block in blocks)


def code_data(code: str, door: Door) -> dict[str, object]:
    """The same as plain data."""
    page = page_of(code, door)
    return {
        "code": page.code,
        "title": page.title,
        "weight": page.weight,
        "texts": [
            {**{name: _plain(text) for name, text in attrs.asdict(one.texts).items()},
             "told": "\n".join(one.told) or None}
            for one in page.cases
        ],
        "good": "\n".join(page.good) or None,
    }  # fmt: skip


def _shown_cases(
    check: Check, found: Sequence[tuple[Shown, Found]], speaker: Speaker, width: int
) -> Iterator[Case]:
    """The cases of a code in the order of their sentences, each as it was met in an example."""
    met: dict[str, Case] = {}
    for _, faults in found:
        for one in faults.diagnostics:
            key = _key(check, one)
            if one.code == check.code and key not in met:
                rows = render_diagnostic(one, fault_texts(), faults.lines, speaker, width)
                # the last line says where this page is
                told = tuple(rows.splitlines()[:-1])
                met[key] = Case(_texts(check, key, speaker.lang), told)
    for key in check.TEXTS:
        yield met.get(key) or Case(_texts(check, key, speaker.lang))


def _key(check: Check, fault: Diagnostic) -> str:
    key = f"{fault.code} {fault.params.get('case', '')}"
    return key if key in check.TEXTS else fault.code


def _texts(check: Check, key: str, lang: str) -> Texts:
    by = check.TEXTS[key]
    return by.get(lang) or next(iter(by.values()))


def _general(code: str, texts: Texts, door: Door) -> list[str]:
    """The sentences of a case that no example shows, with its holes open."""
    width = door.width - len(MARGIN)
    rows = wrap(f"{code}: {as_sentence(_plain(texts.what), door.lang)}", width)
    speaker = door.speaker()
    for id, text in (("why", texts.why), ("mend", texts.mend)):
        if text:
            rows += wrap(speaker.words(f"diagnostic.{id}", text=_plain(text)), width, "   ")
    return rows


def _plain(template: str) -> str:
    """A sentence with its holes as dots: there is no fault to fill them."""
    return filled(template, lambda name, forms: forms[-1] if forms else "…")


def _differing(good: Shown, bad: Shown) -> Iterator[str]:
    """The lines of the sound text in which it differs, with the heading that they stand under."""
    if callable(bad.written):
        return
    lines = good.text.splitlines()
    kept: set[int] = set()
    for tag, _, _, start, end in SequenceMatcher(
        None, bad.text.splitlines(), lines, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            kept |= set(range(start, end))
            kept |= {at for at in (start - 1, end) if _beside(lines, at)}
    if kept:
        above = (at for at in range(min(kept), -1, -1) if lines[at].startswith("["))
        kept |= {next(above, min(kept))}
    if len(kept) > LONGEST:
        return
    before = None
    for at in sorted(at for at in kept if lines[at]):
        if before is not None and at > before + 1 and lines[at - 1 : at] != [""]:
            yield "..."
        yield lines[at]
        before = at


def _beside(lines: Sequence[str], at: int) -> bool:
    return 0 <= at < len(lines) and lines[at] != "" and not lines[at].startswith("[")
