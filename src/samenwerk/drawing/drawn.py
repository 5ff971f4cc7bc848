"""A drawing: what stands in the picture of one lifecycle, in one language, without places.

Values only. How they are made of a workflow is `draw`; how they are written is `mermaid`, `dot`
and `svg`.
"""

from __future__ import annotations

import attrs

Way = tuple[str, str]
"""From which state to which state."""


@attrs.frozen(kw_only=True)
class DrawnState:
    """A state: its label and what stands below it.

    `due` says within which time it should be left. `mark` is "here" where a case is now,
    "been" where it was, else empty.
    """

    name: str
    label: str
    due: str = ""
    first: bool = False
    final: bool = False
    stops: bool = False
    mark: str = ""


@attrs.frozen(kw_only=True)
class DrawnStep:
    """A step: how it goes, who may do it, and what it asks, in a few words each.

    `kind` is "opens", "moves", "back" (to where the case was), or "stays". `ways` holds every
    way that it can go; of one that opens or stays, the same state twice. `returns`: it leads
    against the direction of reading. `doer` is "who", "itself" or "time". `mark` is "done" where
    a case took it, "open" where it can be done now; `walked` are the ways that were taken.
    `again`: it stays, but comes in anew, so that its days count from then. `anyway` is the state
    of a case in which it happened though it was refused; `takes_in` that of the other cases that
    it merges into this one.
    """

    name: str
    label: str
    kind: str
    ways: tuple[Way, ...]
    doer: str = "who"
    who: str = ""
    asks: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    main: bool = False
    returns: bool = False
    mark: str = ""
    walked: tuple[Way, ...] = ()
    again: bool = False
    anyway: str = ""
    takes_in: str = ""
    source: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The states from which it can be done, each once."""
        return () if self.kind == "opens" else tuple(dict.fromkeys(way[0] for way in self.ways))

    @property
    def targets(self) -> tuple[str, ...]:
        """The states that it can lead to, each once; none when the case stays."""
        return () if self.kind == "stays" else tuple(dict.fromkeys(way[1] for way in self.ways))

    @property
    def walked_from(self) -> frozenset[str]:
        """The states from which a case took it."""
        return frozenset(way[0] for way in self.walked) if self.kind != "opens" else frozenset()

    @property
    def walked_to(self) -> frozenset[str]:
        """The states to which it brought a case."""
        return frozenset(way[1] for way in self.walked)

    @property
    def dashed(self) -> bool:
        """Whether it goes back."""
        return self.returns or self.kind == "back"


@attrs.frozen(kw_only=True)
class Drawing:
    """The picture of one lifecycle.

    `main` are the states of the way straight on, in that order; `states` begin with them and
    `steps` stand in the order in which the author wrote them. `words` are the sentences of the
    picture itself (its legend), by id.
    """

    lang: str
    name: str
    title: str
    about: str
    states: tuple[DrawnState, ...]
    steps: tuple[DrawnStep, ...]
    main: tuple[str, ...]
    words: dict[str, str] = attrs.field(factory=dict)
    case: str = ""

    def state(self, name: str) -> DrawnState:
        """The state of this name; raises KeyError when there is none."""
        for one in self.states:
            if one.name == name:
                return one
        raise KeyError(name)


@attrs.frozen(kw_only=True)
class Standing:
    """Where a case is: its state, the ways that it took by step, and the steps that can be done."""

    case: str
    state: str
    walked: tuple[tuple[str, Way], ...] = ()
    open: frozenset[str] = frozenset()
