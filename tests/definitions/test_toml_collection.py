"""The public collection of TOML documents that every reader of TOML is held against."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path as File
from typing import Any

import pytest

from samenwerk.definitions.checks import all_checks, texts_of
from samenwerk.definitions.spelling.places import Unreadable, read_source
from samenwerk.definitions.spelling.scanner import scan
from samenwerk.definitions.words import WORDING
from samenwerk.language.catalogue import Speaker, built_in
from samenwerk.language.diagnostics import told_texts
from samenwerk.values.place import Path

FOLDER = os.environ.get("SAMENWERK_TOML_TEST", "")
LISTED = "files-toml-1.0.0"
TEXTS = texts_of(all_checks())
CATALOGUE = built_in().joined("definitions.words", WORDING)
PYTHON = re.compile(r"\b(?:str|int|dict|None|NoneType|tuple|boolean|exception|traceback)\b")

pytestmark = pytest.mark.skipif(
    not FOLDER, reason="SAMENWERK_TOML_TEST does not name the folder of the toml-test collection"
)


def listed(kind: str) -> list[str]:
    """The documents of one kind that the collection counts as TOML 1.0."""
    if not FOLDER:
        return []
    lines = (File(FOLDER) / "tests" / LISTED).read_text().splitlines()
    return [line for line in lines if line.startswith(f"{kind}/") and line.endswith(".toml")]


def leaves(values: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every path with what stands there, tables and lists included."""
    if isinstance(values, dict | list):
        items = values.items() if isinstance(values, dict) else enumerate(values)
        for key, value in items:
            yield (*path, key), value
            yield from leaves(value, (*path, key))


def expected(told: Any) -> Any:
    """The values that the collection writes down beside a document."""
    if isinstance(told, list):
        return [expected(item) for item in told]
    if set(told) != {"type", "value"} or not isinstance(told["type"], str):
        return {key: expected(value) for key, value in told.items()}
    kind, value = told["type"], told["value"]
    if kind == "integer":
        return int(value)
    if kind == "float":
        return figure(Decimal(value))
    if kind == "bool":
        return value == "true"
    if kind == "string":
        return value
    return moment(kind, value)


def figure(value: Decimal) -> str:
    """One spelling of a number; the collection gives no sign to what is not a number."""
    return "nan" if value.is_nan() else str(value.normalize())


def moment(kind: str, value: str) -> str:
    if kind == "date-local":
        return value
    if kind == "time-local":
        return moment("datetime", f"2000-01-01T{value}")[11:]
    return datetime.fromisoformat(value.replace("Z", "+00:00")).isoformat()


def comparable(value: Any) -> Any:
    """Values as read, in the words of `expected`."""
    if isinstance(value, dict):
        return {key: comparable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [comparable(item) for item in value]
    if isinstance(value, Decimal):
        return figure(value)
    return value if isinstance(value, int | str) else value.isoformat()


def read_back(text: str, start: int, length: int) -> Any:
    """The value written from start on: on its line, or up to the quotes that close it."""
    ends = [start + length]
    quotes = text[start : start + 3]
    if quotes in ('"""', "'''"):
        closing = start + 3
        while (closing := text.find(quotes, closing)) >= 0:
            ends += [closing + 5, closing + 4, closing + 3]
            closing += 1
    for end in ends:
        try:
            return tomllib.loads(f"x = {text[start:end]}", parse_float=Decimal)["x"]
        except tomllib.TOMLDecodeError:
            continue
    return None


def test_the_collection_is_whole() -> None:
    """210 documents that are TOML 1.0 and 499 that are none: each of the 709 is looked at here."""
    assert (210, 499) == (len(listed("valid")), len(listed("invalid")))


@pytest.mark.parametrize("name", listed("valid"))
def test_valid_documents(name: str) -> None:
    """Values are as the collection says, and each stands where its place says."""
    file = File(FOLDER) / "tests" / name
    source = read_source(file.read_bytes(), name)
    starts = [0]
    for line in source.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    told = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
    assert expected(told) == comparable(source.values)
    assert repr(tomllib.loads(source.text, parse_float=Decimal)) == repr(source.values)
    assert ((), {path for path, _ in leaves(source.values)}) == (
        scan(source.text)[1],
        set(source.places),
    )
    for path, value in leaves(source.values):
        if not isinstance(value, dict | list):
            place = source.places[path]
            start = starts[place.line - 1] + place.column - 1
            assert (path, repr(value)) == (path, repr(read_back(source.text, start, place.length)))


@pytest.mark.parametrize("name", listed("invalid"))
def test_invalid_documents(name: str) -> None:
    """Each is refused, as `tomllib` refuses it, on one of its own lines, in both languages."""
    data = (File(FOLDER) / "tests" / name).read_bytes()
    with pytest.raises((tomllib.TOMLDecodeError, UnicodeDecodeError)):
        tomllib.loads(data.decode())
    with pytest.raises(Unreadable) as caught:
        read_source(data, name)

    assert caught.value.diagnostics
    for fault in caught.value.diagnostics:
        line = caught.value.lines[fault.place.line - 1]
        assert 1 <= fault.place.column <= len(line) + 1
        for language in ("nl", "en"):
            told = told_texts(fault, TEXTS, Speaker(language, catalogue=CATALOGUE))
            sentences = (told.what, told.label, told.why, told.mend)
            assert all(sentences)
            assert [] == [one for one in sentences if PYTHON.search(one)]
