"""A whole record as plain files: written into one zip, the same record always the same bytes.

Reading one, which may come from anybody, is `care.unbundled`; docs/record.md describes the files.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping

from samenwerk.care.readme import README
from samenwerk.store.looking_after import WholeRecord
from samenwerk.store.outbox import Posted

VERSION = 1
MANIFEST = "manifest.json"
EVENTS = "events.jsonl"
COMMANDS = "commands.jsonl"
TEXTS = "texts.jsonl"
OUTBOX = "outbox.jsonl"
README_NAME = "README.md"
PLAIN = (README_NAME, EVENTS, COMMANDS, TEXTS, OUTBOX)
"""The files that are in every bundle, beside the manifest and the definitions."""

_THEN = (1980, 1, 1, 0, 0, 0)


def files_of(whole: WholeRecord, posted: Iterable[Posted] = ()) -> dict[str, bytes]:
    """The files of a bundle by name, the manifest first."""
    files = {
        README_NAME: README.format(
            collaboration=whole.collaboration, events=len(whole.lines), head=whole.head
        ),
        EVENTS: "".join(
            f'{{"event":{line.body},"hash":"{line.hash}"}}\n' for line in whole.lines
        ),
        COMMANDS: _json_lines(
            {
                "command": one.command, "content": one.content, "verdict": one.verdict,
                "first": one.first, "last": one.last, "head": one.head,
            }
            for one in whole.commands
        ),
        TEXTS: _json_lines(
            {"sealed": one.sealed, "salt": one.salt, "text": one.text}
            for one in sorted(whole.texts, key=lambda one: one.sealed)
        ),
        OUTBOX: _json_lines(
            {
                "key": one.key, "sequence": one.sequence, "plugin": one.plugin,
                "attempts": one.attempts, "tried": one.tried, "dead": one.dead,
            }
            for one in sorted(posted, key=lambda one: one.sequence)
        ),
    }  # fmt: skip
    definitions: dict[str, dict[str, str]] = {}
    for digest, (effective, sources) in sorted(whole.definitions.items()):
        files[f"definitions/{digest}/effective.toml"] = effective
        named = definitions[digest] = {}
        for number, (name, text) in enumerate(sorted(sources.items()), 1):
            file = f"definitions/{digest}/{number:02}.toml"
            files[file], named[file] = text, name
    made = {name: text.encode("utf-8") for name, text in files.items()}
    manifest = {
        "samenwerk": "whole",
        "version": VERSION,
        "collaboration": whole.collaboration,
        "events": len(whole.lines),
        "head": whole.head,
        "sources": definitions,
        "files": {name: hashlib.sha256(of).hexdigest() for name, of in sorted(made.items())},
    }
    told = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    return {MANIFEST: told.encode("utf-8"), **made}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """One zip with these files; the same files give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _THEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            bundle.writestr(info, content)
    return made.getvalue()


def _json_lines(rows: Iterable[Mapping[str, object]]) -> str:
    return "".join(
        json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows
    )
