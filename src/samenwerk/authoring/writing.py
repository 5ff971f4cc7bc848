"""Texts of people put into TOML, and templates filled with them: nothing breaks out of its quotes.

Which names can be names is `naming`; what the templates say stands in the folder `templates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

import tomli_w

WIDTH = 80
"""No line of ours is longer."""

_SPOT = re.compile(r"\{\{(\w+)\}\}")
_HALVES = re.compile(r"[\ud800-\udfff]")


def quoted(text: str) -> str:
    r"""A text between quotes, as TOML writes it; halves of surrogate pairs are left out.

    >>> print(quoted('Zorg "Noord"'), quoted("a\nb"))
    "Zorg \"Noord\"" "a\nb"
    """
    return tomli_w.dumps({"a": _HALVES.sub("", text)}).removeprefix("a = ").rstrip("\n")


def listed(texts: Iterable[str], before: str, indent: str = "") -> str:
    """A list behind the text before it: on one line where that fits, else each on its own.

    >>> print(listed(["a", "b"], "who = "))
    who = ["a", "b"]
    """
    items = [quoted(text) for text in texts]
    whole = f"{before}[{', '.join(items)}]"
    if len(whole) + 4 <= WIDTH:
        return whole
    rows = "".join(f"{indent}  {item},\n" for item in items)
    return f"{before}[\n{rows}{indent}]"


def template(lang: str, *path: str) -> str:
    """The text of a template in a language; raises FileNotFoundError when there is none."""
    return _place(lang, path).read_text(encoding="utf-8")


def is_template(lang: str, *path: str) -> bool:
    """Whether there is a template of this name.

    >>> is_template("both", "plugin", "init.py.txt"), is_template("both", "plugin", "?")
    (True, False)
    """
    return _place(lang, path).is_file()


def _place(lang: str, path: Iterable[str]) -> Traversable:
    place = files("samenwerk.authoring") / "templates" / lang
    for part in path:
        place = place / part
    return place


def filled(text: str, values: Mapping[str, str]) -> str:
    """A template with what stands at each `{{name}}`; what is filled in is not looked at again.

    Raises KeyError for a name that has no value.

    >>> filled("nl = {{title}}", {"title": '"{{x}}"'})
    'nl = "{{x}}"'
    """
    return _SPOT.sub(lambda spot: values[spot[1]], text)
