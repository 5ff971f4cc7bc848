"""`samenwerk plugins`: which plugins are installed, what they bring, what is wrong."""

from __future__ import annotations

import click

from samenwerk.cli.command import made
from samenwerk.cli.door import FINE, FOUND, Door


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [])


def run(door: Door) -> int:
    """Show them all; 1 when one of them cannot be used."""
    from samenwerk.front import catalogue_with
    from samenwerk.hooks.families import HOOKS
    from samenwerk.hooks.installed import installed
    from samenwerk.hooks.plugins import OWN
    from samenwerk.language.catalogue import Speaker
    from samenwerk.language.errors import say_error
    from samenwerk.language.layout import wrap

    found = installed(None, HOOKS)
    speaker = Speaker(door.lang, catalogue=catalogue_with())
    others = [one for one in found.plugins if one.name != OWN]
    faults = {name: say_error(fault, speaker) for name, fault in found.faults.items()}

    def text() -> str:
        rows = []
        for one in others:
            said = door.words("plugins.line", name=one.name, version=one.version,
                              package=one.distribution or "-")  # fmt: skip
            rows += wrap(said, door.width)
            for hook, names in one.names.items():
                rows += wrap(f"{hook}: {', '.join(names)}", door.width, "  - ")
        for name, said in faults.items():
            rows += wrap(door.words("plugins.fault", name=name, why=said), door.width)
        return "\n".join(rows) or door.words("plugins.none")

    def data() -> dict[str, object]:
        return {
            "plugins": [
                {
                    "name": one.name,
                    "version": one.version,
                    "package": one.distribution,
                    "brings": {hook: list(names) for hook, names in one.names.items()},
                }
                for one in others
            ],
            "faults": faults,
        }

    return door.answer(FOUND if faults else FINE, text, data)
