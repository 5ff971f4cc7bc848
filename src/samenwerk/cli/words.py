"""What the command line itself says, in Dutch and in English: one table for each language.

What is said about rules, outcomes and faults stands in `language`.
"""

from __future__ import annotations

from samenwerk.cli.texts_en import EN
from samenwerk.cli.texts_nl import NL
from samenwerk.language.clean import one_line
from samenwerk.language.template import filled

TEXTS = {"nl": NL, "en": EN}


def words(lang: str, id: str, /, **params: object) -> str:
    """A sentence by its id, filled.

    >>> words("nl", "usage.no_command", name="chekc")
    'Er is geen opdracht "chekc".'
    """

    def fill(name: str, forms: tuple[str, ...]) -> str:
        value = params[name]
        if name == "what":
            return TEXTS[lang][f"what.{value}"]
        if len(forms) == 2:
            return forms[0] if value == 1 else forms[1]
        if isinstance(value, tuple | list):
            return ", ".join(one_line(str(one)) for one in value)
        return one_line(str(value))

    return filled(TEXTS[lang][id], fill)
