"""A name in a line of a register: whether it is known, and what comes near when it is not.

The lines themselves are `register_file`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.people import labels
from samenwerk.definitions.spelling.called import called
from samenwerk.values.message import Message
from samenwerk.values.register import Party
from samenwerk.values.who import Declared

MOST_LISTED = 20
"""Names that are told when nothing comes near to what was written."""


def known_name(
    kind: str, node: Node | None, known: Mapping[str, object], faults: Faults
) -> str | None:
    """The name at a node if it is one of these; None when it is not, which is then reported.

    `known` are what has a name, by that name. What people call one thing comes nearer than a
    name that looks like it; where nothing comes near, the names are told if they are few.
    """
    text = None if node is None else node.text
    if node is None or text is None or text in known:
        return text
    near = None
    if faults.may_compare(len(known)):
        near = called(text, {name: _labels(one) for name, one in known.items()})
    near = near or faults.nearest(text, known)
    listed = near is None and 0 < len(known) <= MOST_LISTED
    faults.add("SW103", node, nearest=near, case="listed" if listed else "register", written=text,
               kind=Message(f"kind.{kind}"), known=tuple(known))  # fmt: skip
    return None


def _labels(one: object) -> Iterable[str]:
    """What people call a thing that a line of a register can name."""
    if isinstance(one, Node):
        return labels(one).values()
    if isinstance(one, Party):
        return [label for _, label in one.names]
    return one.labels.values() if isinstance(one, Declared) else ()
