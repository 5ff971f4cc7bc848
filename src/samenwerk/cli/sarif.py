"""Faults as SARIF 2.1.0: what code scanning and editors read, with the page of each code as help.

Where a fault is and what mends it is in the fault; how a page is made is `code_page`.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import attrs

from samenwerk.cli.code_page import code_markdown, known_code, page_of
from samenwerk.cli.definition import fault_catalogue, fault_texts
from samenwerk.cli.door import Door
from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.language.diagnostics import told_texts
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.place import Place
from samenwerk.values.repair import Repair

if TYPE_CHECKING:
    from samenwerk.scenarios.folder import Folder

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"

Lines = Mapping[str, Sequence[str]]


def sarif(folders: Iterable[Folder], door: Door) -> dict[str, object]:
    """One log with one run: a rule for each code that was found, a result for each fault.

    Columns count as SARIF says here, in code units of UTF-16; names of files go from the
    working folder.
    """
    speaker = attrs.evolve(door.speaker(), catalogue=fault_catalogue())
    found = [(fault, folder.lines) for folder in folders for fault in folder.diagnostics]
    codes = sorted({fault.code for fault, _ in found})
    rules = [_rule(code, door) for code in codes]
    number = {code: at for at, code in enumerate(codes)}
    results = [
        {**_result(fault, lines, speaker), "ruleIndex": number[fault.code]}
        for fault, lines in found
    ]
    run: dict[str, object] = {
        "tool": {"driver": {
            "name": "samenwerk", **_version(), "rules": rules,
        }},
        "language": door.lang,
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {ROOT: {"uri": Path.cwd().as_uri().rstrip("/") + "/"}},
        "results": results,
    }  # fmt: skip
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _version() -> dict[str, str]:
    """Which samenwerk this is, where it was installed as a package."""
    try:
        return {"version": importlib.metadata.version("samenwerk")}
    except importlib.metadata.PackageNotFoundError:
        return {}


def _rule(code: str, door: Door) -> dict[str, object]:
    if not known_code(code):
        return {"id": code}  # a check of a plugin, which has no page
    title = page_of(code, door).title
    other = attrs.evolve(door, lang="en" if door.lang == "nl" else "nl")
    both = [code_markdown(code, one) for one in (door, other)]
    return {
        "id": code,
        "shortDescription": {"text": f"{title}."},
        "fullDescription": {"text": f"{title}. {page_of(code, door).weight}"},
        "help": {
            "text": f"samenwerk explain {code}",
            "markdown": "\n\n---\n\n".join(both),
        },
    }


def _result(fault: Diagnostic, lines: Lines, speaker: Speaker) -> dict[str, object]:
    told = told_texts(fault, fault_texts(), speaker)
    said = [
        as_sentence(told.what, speaker.lang),
        *(speaker.words(f"diagnostic.{id}", text=text)
          for id, text in (("why", told.why), ("mend", told.mend)) if text),
    ]  # fmt: skip
    result: dict[str, object] = {
        "ruleId": fault.code,
        "level": "error" if fault.serious else "warning",
        "message": {"text": "\n".join(said)},
        "locations": [_location(fault.place, lines, told.label)],
        "partialFingerprints": {"samenwerk/v1": _fingerprint(fault, lines)},
    }
    if fault.nearest_place is not None:
        result["relatedLocations"] = [_location(fault.nearest_place, lines)]
    if fault.repair is not None:
        result["fixes"] = [_fix(fault.repair, told.mend, lines)]
    return result


def _location(place: Place, lines: Lines, label: str = "") -> dict[str, object]:
    start = _unit(lines, place.file, place.line, place.column)
    end = _unit(lines, place.file, place.line, place.column + max(place.length, 1))
    region = {
        "startLine": place.line, "startColumn": start,
        "endLine": place.line, "endColumn": max(end, start),
    }  # fmt: skip
    found: dict[str, object] = {
        "physicalLocation": {"artifactLocation": _artifact(place.file), "region": region}
    }
    return {**found, "message": {"text": label}} if label else found


def _fix(repair: Repair, told: str, lines: Lines) -> dict[str, object]:
    (line, column), (last_line, last_column) = repair.first, repair.last
    region = {
        "startLine": line, "startColumn": _unit(lines, repair.file, line, column),
        "endLine": last_line, "endColumn": _unit(lines, repair.file, last_line, last_column),
    }  # fmt: skip
    change = {"deletedRegion": region, "insertedContent": {"text": repair.text}}
    return {
        "description": {"text": told},
        "artifactChanges": [
            {"artifactLocation": _artifact(repair.file), "replacements": [change]}
        ],
    }


def _unit(lines: Lines, file: str, line: int, column: int) -> int:
    """A column in code units of UTF-16; that of characters where the line is not known."""
    known = lines.get(file, ())
    if not 1 <= line <= len(known):
        return column
    before = known[line - 1][: column - 1]
    beyond = column - 1 - len(before)
    return len(before.encode("utf-16-le", "surrogatepass")) // 2 + beyond + 1


def _artifact(file: str) -> dict[str, Any]:
    """A file by its path from the working folder, or else as an address of its own."""
    path = Path(file)
    if path.is_absolute() and not path.is_relative_to(Path.cwd()):
        return {"uri": path.as_uri()}
    inside = path.relative_to(Path.cwd()) if path.is_absolute() else path
    return {"uri": quote("/".join(_flat(inside.as_posix().split("/")))), "uriBaseId": ROOT}


def _flat(parts: Iterable[str]) -> Iterator[str]:
    """The parts of a path without those that say nothing."""
    yield from (part for part in parts if part not in ("", "."))


def _fingerprint(fault: Diagnostic, lines: Lines) -> str:
    """The same for the same fault on the same line, wherever that line has moved to."""
    known = lines.get(fault.place.file, ())
    line = known[fault.place.line - 1] if 1 <= fault.place.line <= len(known) else ""
    parts = (fault.code, str(fault.params.get("case", "")), fault.place.file, line.strip())
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
