"""What the command line itself says, in Dutch and in English: one table for each language.

What is said about rules, outcomes and faults stands in `language`.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Mapping

from samenwerk.language.clean import one_line
from samenwerk.language.template import filled


@functools.cache
def texts(lang: str) -> Mapping[str, str]:
    """Everything the command line says in one language; only that language is read."""
    found: Mapping[str, str] = importlib.import_module(f"samenwerk.cli.texts_{lang}").TEXTS
    return found


def words(lang: str, id: str, /, **params: object) -> str:
    """A sentence by its id, filled.

    >>> words("nl", "usage.no_command", name="chekc")
    'Er is geen opdracht "chekc".'
    >>> words("nl", "register.done", parts=["1 partij", "2 rollen", "1 mandaat"])
    'Opgenomen: 1 partij, 2 rollen en 1 mandaat.'
    """

    def fill(name: str, forms: tuple[str, ...]) -> str:
        value = params[name]
        if name == "what":
            return texts(lang)[f"what.{value}"]
        if len(forms) == 2:
            return forms[0] if value == 1 else forms[1]
        if isinstance(value, tuple | list):
            *others, last = [one_line(str(one)) for one in value] or [""]
            between = f" {forms[0]} " if forms else ", "
            return between.join([", ".join(others), last]) if others else last
        return one_line(str(value))

    return filled(texts(lang)[id], fill)
