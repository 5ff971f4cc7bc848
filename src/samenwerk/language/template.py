"""The small syntax of sentences with holes, as WORDING tables and the texts of checks have it.

    {name}              what `name` is, as a person writes it
    {name|one|many}     the word `one` when `name` is 1 (or a list of one), else `many`;
                        the number itself is not printed: write "{count} {count|case|cases}"
    {name|or}           a list with this word before the last: "a, b or c"
    {{ and }}           a brace

What fills a hole is never read as a template again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_HOLE = re.compile(r"\{\{|\}\}|\{(\w+)((?:\|[^{}|]*){0,2})\}")


def filled(template: str, fill: Callable[[str, tuple[str, ...]], str]) -> str:
    """The template with each hole filled by `fill(name, forms)`, `forms` being what is
    written after the bars.

    >>> filled("{n} {n|dossier|dossiers}", lambda name, forms: forms[1] if forms else "3")
    '3 dossiers'
    """

    def put(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0][0]
        return fill(found[1], tuple(found[2].split("|")[1:]))

    return _HOLE.sub(put, template)


def holes(template: str) -> frozenset[str]:
    """The names that a template asks for.

    >>> sorted(holes("{count} {count|stap|stappen} in {{{case}}}"))
    ['case', 'count']
    """
    return frozenset(found[1] for found in _HOLE.finditer(template) if found[1])


def loose(template: str) -> bool:
    """Whether there is a brace in it that is no hole and no doubled one.

    >>> loose("{case is open"), loose("{case} is {{open}}")
    (True, False)
    """
    return not {"{", "}"}.isdisjoint(_HOLE.sub("", template))
