"""`messages`: sentences of a plugin, in as many languages as it speaks.

How sentences are filled in and joined is `language`.
"""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.hooks.calling.contained import contained
from samenwerk.hooks.shapes import labelled, wrong


def fits(plugin: str, answer: object) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """The tables a plugin gave, each with its language; raises PluginError."""

    def read() -> tuple[tuple[str, Mapping[str, str]], ...] | None:
        if not isinstance(answer, Mapping) or not all(map(labelled, answer.values())):
            return None
        return tuple((str(lang), dict(table)) for lang, table in answer.items())

    def unfit() -> tuple[object, str] | None:
        tables = answer.items() if isinstance(answer, Mapping) else ()
        for lang, table in tables:
            for id, text in table.items() if isinstance(table, Mapping) else ():
                if not isinstance(text, str):
                    return text, f"{lang}, {id}: str"
            if not isinstance(table, Mapping):
                return table, f"{lang}: Mapping[str, str]"
        return None

    found: tuple[tuple[str, Mapping[str, str]], ...] | None = contained(plugin, "messages", read)
    if found is None:
        odd: tuple[object, str] | None = contained(plugin, "messages", unfit)
        if odd is not None:
            raise wrong(plugin, "messages", *odd)
        raise wrong(plugin, "messages", answer, "Mapping[str, Mapping[str, str]]")
    return found


def names(brought: tuple[tuple[str, Mapping[str, str]], ...]) -> tuple[str, ...]:
    """The ids of the sentences, each once."""
    return tuple(dict.fromkeys(id for _, table in brought for id in table))
