"""`samenwerk schema`: the schema of a workflow, for editors that complete and check TOML."""

from __future__ import annotations

import click

from samenwerk.cli.command import made, option
from samenwerk.cli.door import FINE, Door


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [option(lang, "--output", metavar="FILE")])


def run(door: Door, output: str | None) -> int:
    """Print the schema, or write it to a file."""
    import json

    from samenwerk.cli.output import to_file
    from samenwerk.definitions.json_schema import json_schema

    text = json.dumps(json_schema(), ensure_ascii=False, indent=2)
    if output is not None:
        to_file(output, text)
        return door.answer(FINE, lambda: door.words("output.made", file=output),
                           lambda: {"output": output})  # fmt: skip
    return door.answer(FINE, lambda: text, lambda: {"schema": json_schema()})
