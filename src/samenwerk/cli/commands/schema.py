"""`samenwerk schema`: the schemas of the files of a workflow, for editors that complete TOML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.words import words

FOLDER = ".schema"
"""Where the schemas of a workflow lie, beside its files."""


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "workflow", required=False),
        option(lang, "--folder", metavar=words(lang, "metavar.folder")),
        option(lang, "--output", metavar=words(lang, "metavar.file")),
    ])  # fmt: skip


def run(door: Door, workflow: str | None, folder: str | None, output: str | None) -> int:
    """Print the schema of a workflow, or write it to a file, or all three in a folder."""
    from samenwerk.cli.output import to_file
    from samenwerk.definitions.pages.json_schema import schema_text, schemas

    plugins = {} if workflow is None else _plugins()
    made = schemas(_known(workflow), lang=door.lang, installed=plugins)
    if folder is None and output is None:
        return door.answer(FINE, lambda: schema_text(made["workflow"]), lambda: {"schemas": made})
    files = {} if output is None else {output: made["workflow"]}
    if folder is not None:
        inside = Path(folder) / FOLDER
        files |= {(inside / f"{file}.json").as_posix(): one for file, one in made.items()}
        _make(inside)
    for file, schema in files.items():
        to_file(file, schema_text(schema))
    return door.answer(
        FINE,
        lambda: "\n".join(door.words("output.made", file=file) for file in files),
        lambda: {"files": list(files)},
    )


def _known(name: str | None) -> Any:
    """The workflow of which the names are suggested; one with faults as far as it was read."""
    if name is None:
        return None
    from samenwerk.cli.definition import located
    from samenwerk.definitions.laying.merge import plain
    from samenwerk.front import check

    reading = check(located(name))
    if reading.workflow is not None or reading.merged is None:
        return reading.workflow
    return plain(reading.merged)


def _plugins() -> dict[str, dict[str, Mapping[str, str]]]:
    """The plugins that are installed and the rules that they bring, as they are named."""
    from samenwerk.hooks.installed import installed

    found = installed().named.values()
    rules = {f"{one.name}.{rule.name}": rule.labels for one in found for rule in one.all("rules")}
    return {"plugin": {f"{one.name}>={one.version}": {} for one in found}, "plugin_rule": rules}


def _make(folder: Path) -> None:
    from samenwerk.cli.failing import Fail

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError):
        raise Fail("output.unwritable", file=folder.as_posix()) from None
