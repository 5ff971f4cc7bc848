"""The way a TOML file of ours is laid out: what a person wrote, in her order, with one look.

Taking a text apart is `pieces`, putting it together `layout`. What comes out is only given
when it says exactly the same.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal

from samenwerk.authoring.layout import WIDTH, laid_out
from samenwerk.authoring.pieces import lines_of

_comments = re.compile(
    r"""\"\"\"(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5} | '''(?:[^']++|'{1,2}(?!'))*+'{3,5}
      | "(?:[^"\\]++|\\.)*+" | '[^']*+' | (\#[^\n]*+)""",
    re.VERBOSE | re.DOTALL,
).finditer


class Unsure(Exception):
    """The layout would say something else than the text: a fault of ours, so nothing changes."""


def formatted(text: str, width: int = WIDTH, values: Mapping[str, object] | None = None) -> str:
    r"""A good TOML text in our layout, of lines of this width; it keeps its kind of line ends.

    Every comment and every value stays, in the same order. Who formats the outcome gets it
    back. The text must have been read before: what is no TOML is not seen here; who has its
    `values`, with fractions as Decimal, saves reading them again. Raises Unsure when the
    outcome would not say the same.

    >>> print(formatted("[ rule.a ]\nnl='Een'   # kort\nall = [ 'b' , ]\n"), end="")
    [rule.a]
    nl = "Een"  # kort
    all = ["b"]
    """
    plain = text.replace("\r\n", "\n")
    after = laid_out(lines_of(plain), width)
    if after != plain:
        before = repr(_values(plain) if values is None else values)
        if comments_of(plain) != comments_of(after) or before != repr(_values(after)):
            raise Unsure
    windows = text.count("\r\n") * 2 > text.count("\n")
    return after.replace("\n", "\r\n") if windows else after


def comments_of(text: str) -> list[str]:
    """The comments of a good TOML text in their order, without spaces at their ends.

    >>> comments_of("a = '#' # een\\n#twee")
    ['# een', '#twee']
    """
    return [found[1].rstrip() for found in _comments(text) if found[1]]


def _values(text: str) -> object:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError):
        return None
