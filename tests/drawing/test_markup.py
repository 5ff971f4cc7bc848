"""XML of ours: ids that are ids and no two the same, and texts that come back as they are shown."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as some

from samenwerk.drawing.markup import HEAD, element, id_of
from samenwerk.language.clean import clean, one_line

NAMES = some.text(some.characters(codec="utf-8"), min_size=1)


@given(one=NAMES, other=NAMES)
def test_an_id_is_one_and_tells_names_apart(one: str, other: str) -> None:
    """After a prefix any name can be an id, without a point, and each name has its own."""
    assert re.fullmatch(r"[A-Za-z0-9_-]+", id_of(one))
    assert (one == other) is (id_of(one) == id_of(other))


@given(text=some.text())
def test_any_text_comes_back(text: str) -> None:
    """In an attribute on one line, between tags with its lines; signs unseen are made seen."""
    rows = element("a", {"b": text}, [element("c", {}, text)])
    root = ElementTree.fromstring(HEAD + "\n".join(rows))
    assert (one_line(text), clean(text)) == (root.get("b"), root[0].text or "")
