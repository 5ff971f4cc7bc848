"""Reading the files of a whole record, which may come from anybody: what is not exactly one is
refused, with its place.

Nothing is ever written to disk under a name that a bundle gives. Whether the record itself is right
is for `care.whole`.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from samenwerk.care.bundle import COMMANDS, EVENTS, MANIFEST, OUTBOX, PLAIN, TEXTS, VERSION
from samenwerk.core.encode import decode
from samenwerk.store.looking_after import Kept, WholeRecord
from samenwerk.values.errors import Misuse, RecordBroken, SamenwerkError, StoreVersion
from samenwerk.values.event import Line, SealedText

LARGEST = 2**30
"""So many bytes all files together may have, unless the caller allows more."""

MOST = 10_000
"""So many files at most."""

_DEFINITION = re.compile(r"definitions/([0-9a-f]{64})/(effective|[0-9]{2,4})\.toml")
_FOLDER = re.compile(r"definitions/([0-9a-f]{64}/)?")
_HASH = re.compile(r',"hash":"([0-9a-f]{64})"\}')
_DIGEST = re.compile(r"[0-9a-f]{64}")
_EVENT = '{"event":'
_TAIL = len(',"hash":""}') + 64


def read_bundle(path: str | os.PathLike[str], largest: int = LARGEST) -> WholeRecord:
    """The record in a zip, or in a folder with the files of one.

    Raises Misuse, its `what` one of `bundle_none`, `bundle_newer`, `bundle_name`, `bundle_large`,
    `bundle_missing`, `bundle_changed` and `bundle_line`, with the `place` and a `detail`;
    StoreVersion for events of a newer samenwerk.
    """
    place = Path(path)
    try:
        files = _of_folder(place, largest) if place.is_dir() else _of_zip(place, largest)
    except SamenwerkError:
        raise
    except Exception as error:  # what zipfile and all that unpacks for it stumble over
        raise refusal("none", str(path), str(error)) from error
    return _whole(files)


def refusal(what: str, place: str, detail: object = "") -> Misuse:
    """Why a bundle is refused."""
    told = str(detail).encode("utf-8", "backslashreplace").decode("utf-8")
    place = place.encode("utf-8", "backslashreplace").decode("utf-8")
    return Misuse(f"{place}: {what} {told}", what=f"bundle_{what}", place=place, detail=told)


def _of_zip(path: Path, largest: int) -> dict[str, bytes]:
    if not path.is_file() or not zipfile.is_zipfile(path):
        raise refusal("none", str(path), "no zip")
    if path.stat().st_size > largest:
        raise refusal("large", str(path), path.stat().st_size)
    files: dict[str, bytes] = {}
    left = largest
    with zipfile.ZipFile(path) as bundle:
        members = bundle.infolist()
        if len(members) > MOST:
            raise refusal("large", str(path), len(members))
        for one in members:
            name = one.filename
            if one.is_dir() and _FOLDER.fullmatch(name):
                continue
            _check_name(name, one.orig_filename, files)
            kind = stat.S_IFMT(one.external_attr >> 16)
            if one.flag_bits & 1 or kind not in (0, stat.S_IFREG):
                raise refusal("name", name, "locked" if one.flag_bits & 1 else "no file")
            with bundle.open(one) as file:
                content = file.read(left + 1)  # whatever size it says that it has
            left -= len(content)
            if left < 0:
                raise refusal("large", name, largest)
            files[name] = content
    return files


def _of_folder(path: Path, largest: int) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    left = largest
    for folder, folders, names in os.walk(path):
        for inner in folders:
            if (Path(folder) / inner).is_symlink():
                raise refusal("name", inner, "a link")
        for each in names:
            file = Path(folder) / each
            name = file.relative_to(path).as_posix()
            _check_name(name, name, files)
            if len(files) >= MOST:
                raise refusal("large", str(path), len(files))
            if file.is_symlink() or not file.is_file():
                raise refusal("name", name, "no file")
            with file.open("rb") as opened:
                files[name] = opened.read(left + 1)
            left -= len(files[name])
            if left < 0:
                raise refusal("large", name, largest)
    return files


def _check_name(name: str, written: str, files: Mapping[str, bytes]) -> None:
    if name != written or not (
        name == MANIFEST or name in PLAIN or _DEFINITION.fullmatch(name)
    ):
        raise refusal("name", written)
    if name in files:
        raise refusal("name", name, "twice")


def _whole(files: Mapping[str, bytes]) -> WholeRecord:
    manifest = _manifest(files)
    named = manifest["files"]
    for name in sorted({*named, *PLAIN} - files.keys()):
        raise refusal("missing", name)
    for name in sorted(files.keys() - named.keys() - {MANIFEST}):
        raise refusal("name", name)
    for name, digest in named.items():
        if hashlib.sha256(files[name]).hexdigest() != digest:
            raise refusal("changed", name)
    id = manifest["collaboration"]
    lines = tuple(_lines(_text(files, EVENTS)))
    if len(lines) != manifest["events"] or (lines and lines[-1].hash != manifest["head"]):
        raise refusal("missing", EVENTS, len(lines))
    commands = tuple(
        Kept(**_exactly(COMMANDS, place, row, _COMMAND))
        for place, row in _rows(_text(files, COMMANDS), COMMANDS)
    )
    texts = tuple(
        SealedText(**_exactly(TEXTS, place, row, _TEXT))
        for place, row in _rows(_text(files, TEXTS), TEXTS)
    )
    for place, row in _rows(_text(files, OUTBOX), OUTBOX):
        _exactly(OUTBOX, place, row, _POSTED)
    _once(COMMANDS, [one.command for one in commands])
    _once(TEXTS, [one.sealed for one in texts])
    return WholeRecord(id, lines, commands, texts, _definitions(files, manifest["sources"]))


_COMMAND = {"command": str, "content": str, "verdict": str, "first": int, "last": int, "head": str}
_TEXT = {"sealed": str, "salt": str, "text": str}
_POSTED = {
    "key": str, "sequence": int, "plugin": str, "attempts": int, "tried": bool, "dead": bool,
}  # fmt: skip


def _manifest(files: Mapping[str, bytes]) -> dict[str, Any]:
    if MANIFEST not in files:
        raise refusal("missing", MANIFEST)
    raw = _json(_text(files, MANIFEST), MANIFEST, 1)
    wanted = {"samenwerk", "version", "collaboration", "events", "head", "sources", "files"}
    if not isinstance(raw, dict) or raw.get("samenwerk") != "whole":
        raise refusal("none", MANIFEST, "of another kind")
    if type(raw.get("version")) is int and raw["version"] > VERSION:
        raise refusal("newer", MANIFEST, raw.get("version"))
    right = (
        raw.keys() == wanted
        and raw["version"] == VERSION and type(raw["version"]) is int
        and isinstance(raw["collaboration"], str) and raw["collaboration"].strip()
        and type(raw["events"]) is int
        and isinstance(raw["head"], str)
        and isinstance(raw["sources"], dict) and isinstance(raw["files"], dict)
        and all(isinstance(one, str) and _DIGEST.fullmatch(one) for one in raw["files"].values())
    )  # fmt: skip
    if not right:
        raise refusal("line", MANIFEST, "keys")
    return raw


def _definitions(
    files: Mapping[str, bytes], sources: Mapping[str, Any]
) -> dict[str, tuple[str, Mapping[str, str]]]:
    found: dict[str, tuple[str, Mapping[str, str]]] = {}
    used = set()
    for digest, named in sources.items():
        effective = f"definitions/{digest}/effective.toml"
        if effective not in files or not isinstance(named, dict):
            raise refusal("missing", effective)
        texts: dict[str, str] = {}
        for file, name in named.items():
            own = _DEFINITION.fullmatch(file)
            if own is None or own[1] != digest or file not in files or not isinstance(name, str):
                raise refusal("missing", str(file))
            if name in texts:
                raise refusal("name", name, "twice")
            texts[name] = _text(files, file)
        used |= {effective, *named}
        found[digest] = (_text(files, effective), texts)
    for name in sorted(files.keys() - used - {MANIFEST, *PLAIN}):
        raise refusal("name", name)
    return found


def _lines(text: str) -> Iterator[Line]:
    for number, row in enumerate(_split(text, EVENTS), 1):
        place = f"{EVENTS}:{number}"
        tail = _HASH.fullmatch(row[-_TAIL:])
        if not row.startswith(_EVENT) or tail is None:
            raise refusal("line", place, "event")
        body = row[len(_EVENT) : -_TAIL]
        try:
            yield Line(decode(body), body, tail[1])
        except StoreVersion:
            raise
        except RecordBroken as error:
            raise refusal("line", place, "event") from error


def _rows(text: str, file: str) -> Iterator[tuple[int, Any]]:
    for number, row in enumerate(_split(text, file), 1):
        yield number, _json(row, file, number)


def _split(text: str, file: str) -> list[str]:
    if text and not text.endswith("\n"):
        raise refusal("line", f"{file}:{text.count(chr(10)) + 1}", "half")
    return text.split("\n")[:-1]


def _text(files: Mapping[str, bytes], name: str) -> str:
    try:
        return files[name].decode("utf-8")
    except UnicodeDecodeError as error:
        number = files[name].count(b"\n", 0, error.start) + 1
        raise refusal("line", f"{name}:{number}", "UTF-8") from error


def _json(text: str, file: str, number: int) -> Any:
    try:
        found = json.loads(
            text, object_pairs_hook=_apart, parse_constant=_never, parse_float=_never
        )
        json.dumps(found, ensure_ascii=False).encode("utf-8")  # half a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise refusal("line", f"{file}:{number}", "JSON") from error
    return found


def _apart(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _never(written: str) -> None:
    raise ValueError(f"no whole number: {written}")


def _exactly(file: str, number: int, row: Any, wanted: Mapping[str, type]) -> dict[str, Any]:
    if not isinstance(row, dict) or {name: type(one) for name, one in row.items()} != wanted:
        raise refusal("line", f"{file}:{number}", "keys")
    return row


def _once(file: str, names: list[str]) -> None:
    seen: set[str] = set()
    for number, name in enumerate(names, 1):
        if name in seen:
            raise refusal("line", f"{file}:{number}", "twice")
        seen.add(name)
