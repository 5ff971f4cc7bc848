"""Offices: who may do what no step of a workflow is about, as the host of an engine gives it out.

Values only; who holds one on a day, and what is refused, is `core.authority`.
"""

from __future__ import annotations

import attrs

Held = tuple[str, ...]
"""Parties by their ids, or roles, groups, tables and sorts by their names in the workflow."""


def _held(given: str | tuple[str, ...] | list[str] | None) -> Held | None:
    if given is None:
        return None
    return (given,) if isinstance(given, str) else tuple(given)


@attrs.frozen(kw_only=True)
class Offices:
    """Who may start a collaboration, keep its register, move it to another workflow, decide about
    effects, have texts erased, and record that something happened though it was refused.

    An office names its holders: parties by id, or roles, groups, tables and sorts of the workflow
    by name (`start`, when there is no register yet, parties alone). An office that is None was
    given to nobody: it is the host's own, which may let it be exercised by any party of the
    register that it names, while nobody has it through `Engine.by`.

    `register` covers every line; `mandates` those alone that give one. With `own_mandates` a party
    gives and ends its own, as far as the workflow lets it give them.

    >>> Offices(register="desk", migrate=("board", "chair")).register
    ('desk',)
    """

    start: Held | None = attrs.field(default=None, converter=_held)
    register: Held | None = attrs.field(default=None, converter=_held)
    mandates: Held = attrs.field(default=(), converter=_held)
    own_mandates: bool = False
    migrate: Held | None = attrs.field(default=None, converter=_held)
    effects: Held | None = attrs.field(default=None, converter=_held)
    erase: Held | None = attrs.field(default=None, converter=_held)
    breach: Held | None = attrs.field(default=None, converter=_held)

    @property
    def closed(self) -> Offices:
        """The same for who comes in by name: what was given to nobody, nobody has."""
        return attrs.evolve(
            self, start=self.start or (), register=self.register or (),
            migrate=self.migrate or (), effects=self.effects or (), erase=self.erase or (),
            breach=self.breach or (),
        )  # fmt: skip


OF_THE_HOST = Offices()
"""Nothing was given out."""
