"""Obligations: what is still needed, as a tree of acts; never a flat list.

Data only: who is meant by name, until when, and for which condition. How it is worked out is
`core.obligations`, how it reads is `language`.
"""

from __future__ import annotations

from datetime import date

import attrs

from samenwerk.values.message import Message, Name


@attrs.frozen
class Obligation:
    """One node of what is still needed.

    `kind` is one of:
    `act` (do `act`; `count` different ones of `who` must, each of them may; `who` empty: nobody
    can yet), `all`, `any`, `least` (`count` of the `parts`), `wait` (until `earliest`), `then`
    (the parts one after another, because a later one is undone by an earlier one),
    `nothing` (it may happen now; its `parts` are what goes with the step, and the step),
    `never` (`act` says why nobody can), `unadvised` (`act` says what cannot be advised).

    `due` is the day by which it should be done, `ground` the stable name of the condition that
    asks it, `about` the parties it is asked of by their description ("role:chair").
    """

    kind: str
    act: Message | None = None
    who: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    count: int = 1
    parts: tuple[Obligation, ...] = ()
    due: date | None = None
    earliest: date | None = None
    ground: str | None = None
    source: str | None = None
    case: str | None = None

    @property
    def explanations(self) -> tuple[Obligation, ...]:
        """The explanations that are to go with what may happen now."""
        return tuple(
            one for one in self.parts if one.act is not None and one.act.id == "act.explain"
        )

    @property
    def what(self) -> Name | None:
        """What the act is about: the step to do, the decision (or say) to give a position in, the
        fact to record or the document to hand in. None for other acts, and where there is none.
        """
        params = {} if self.act is None else self.act.params
        for family in ("step", "decision", "say", "fact", "document"):
            found = params.get(family)
            if isinstance(found, Name):
                return found
        return None

    @property
    def acts(self) -> tuple[Obligation, ...]:
        """Every act in the tree, in order."""
        if self.kind == "act":
            return (self,)
        return tuple(act for part in self.parts for act in part.acts)
