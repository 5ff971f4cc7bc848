"""Whatever a file holds, a person is answered: no words of the trade, and never a crash."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samenwerk.cli import texts_en, texts_nl
from samenwerk.cli.main import main
from samenwerk.definitions.checks import texts_of
from samenwerk.definitions.checks.example import BASE, REGISTER
from samenwerk.definitions.words import WORDING as FAULT_WORDS
from samenwerk.front import catalogue_with
from samenwerk.scenarios.faults import every_check
from samenwerk.scenarios.faults.example import STORY

TRADE = re.compile(
    r"(?<![.\w])(str|int|bool|dict|tuple|NoneType|None|Traceback|traceback|Exception|"
    r"[A-Z]\w+Error|Decimal|datetime|isinstance|Undefined|NaN|lambda|__\w+__)(?!\w)"
    r"|<class|object at 0x"
)
"""Words that only somebody who programs knows."""


def sentences(value: object) -> list[str]:
    """All texts in a nest of tables."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [one for part in value.values() for one in sentences(part)]
    return []


def test_no_sentence_has_a_word_of_the_trade() -> None:
    """Not in the catalogues, not at the command line, and not of any fault."""
    faults = [
        sentence
        for by in texts_of(every_check()).values()
        for one in by.values()
        for sentence in (one.what, one.label, one.why, one.mend)
    ]
    spoken = [*sentences(texts_nl.TEXTS), *sentences(texts_en.TEXTS), *sentences(FAULT_WORDS)]
    known = sentences(catalogue_with().sentences)
    assert len(faults) > 500
    assert [] == [one for one in (*faults, *spoken, *known) if TRADE.search(one)]


FILES = {"workflow.toml": BASE, "register.toml": REGISTER, "scenarios.toml": STORY}

odd = st.sampled_from(
    ['"', "'", "[", "]", "{", "}", "=", ",", "#", "\n", "\\", "\0", "é", "𝄞", "1e9", "true", "nan",
     "inf", "1979-05-27T07:32:00Z", "[[", "]]", '"""', "remove = true", "\ufeff", "-1", "0x1f"]
)  # fmt: skip


@st.composite
def mangled(draw: st.DrawFn, text: str) -> str:
    """A sound text after some cuts, doubled stretches and odd signs."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        to = min(len(text), at + draw(st.integers(0, 40)))
        put = draw(st.one_of(odd, st.just(""), st.just(text[at:to] * 2), st.text(max_size=4)))
        text = text[:at] + put + text[to:]
    return text


@pytest.mark.parametrize("name", FILES)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data(), lang=st.sampled_from(["nl", "en"]))
def test_a_mangled_file_is_answered(
    name: str,
    data: st.DataObject,
    lang: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With faults or with none: exit 0, 1 or 2, in words that anybody knows."""
    monkeypatch.chdir(tmp_path)
    for other, text in FILES.items():
        Path(other).write_text(text, encoding="utf-8")
    text = mangled(FILES[name]).map(lambda one: one.encode("utf-8", "replace"))
    Path(name).write_bytes(data.draw(st.one_of(text, st.binary(max_size=200))))
    for words in (["check", "."], ["test", "."], ["check", ".", "--format", "json"]):
        code = main([*words, "--lang", lang])
        told = capsys.readouterr()
        assert code in (0, 1, 2), told
        ours = [
            row for row in (told.out + told.err).splitlines() if not re.match(r" +\d* ?\|", row)
        ]
        assert [] == [row for row in ours if TRADE.search(re.sub(r'"[^"]*"', "", row))]
