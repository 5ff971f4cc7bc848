"""A message as data: an id and what fills it. Sentences are made last, in `language`."""

from __future__ import annotations

from collections.abc import Mapping

import attrs


def _frozen(params: Mapping[str, object]) -> Mapping[str, object]:
    return dict(params)


@attrs.frozen(eq=True, slots=False)
class Message:
    """What to say, not yet how.

    `id` names a sentence in the catalogues ("step.over"); `params` fill it: names, numbers,
    days, money, lists of these, or other messages.
    """

    id: str
    params: Mapping[str, object] = attrs.field(factory=dict, converter=_frozen, hash=False)


@attrs.frozen(slots=False)
class Name:
    """A declared name inside a message's params, to be printed by its label.

    `family` and `name` find the label in the workflow ("step", "change.adopt").
    """

    family: str
    name: str

    @property
    def short(self) -> str:
        """The name as it is used inside its lifecycle: what stands behind the point.

        >>> Name("step", "change.adopt").short, Name("party", "noord").short
        ('adopt', 'noord')
        """
        return self.name.rpartition(".")[2]
