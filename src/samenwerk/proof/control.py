"""Control states: which cases there are, where each is, and what was done in it.

The slow things only. What facts, documents, positions and days make of a move is asked of worlds
(`proof.tables`); here a move is taken to be possible and its control state worked out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
from immutables import Map

from samenwerk.core.compiled import Compiled
from samenwerk.core.trail import NEW, moved_trail, way_back
from samenwerk.core.view import View
from samenwerk.proof.asked import Setting
from samenwerk.proof.question import Move, moves
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Entry


@attrs.frozen(cache_hash=True)
class Here:
    """One case: its state, where it came through, the steps done and breached in it.

    `count` is how often the step asked about was done (as far as it matters); `held` tells
    whether what must hold since a step did so: None before that step. `parted`: it came of a
    split. `answers` are those of conditions that can no longer change, by their keys.
    """

    state: str
    trail: tuple[str, ...] = ()
    done: frozenset[str] = frozenset()
    breached: frozenset[str] = frozenset()
    count: int = 0
    held: bool | None = None
    parted: bool = False
    answers: tuple[tuple[str, int], ...] = ()


Control = tuple[Here | None, ...]
"""For each place of a setting the case that is there; None as long as it is not opened."""


@attrs.frozen
class Place:
    """Where a case can come in a setting: its name, lifecycle, and the place of the one above."""

    id: str
    lifecycle: str
    above: int | None


@attrs.define(eq=False)
class Board:
    """A setting with its places, on which cases move. `looked_at` are the steps (full names) of
    which it is remembered whether they were done."""

    compiled: Compiled
    setting: Setting
    looked_at: frozenset[str]
    breaches: bool
    places: tuple[Place, ...] = ()
    moves: Mapping[str, tuple[Move, ...]] = attrs.field(factory=dict)
    _known: dict[Control, Collaboration] = attrs.field(factory=dict)
    _like: tuple[tuple[int, ...], ...] = ()
    _backs: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        """Lay out the places: those of the cases of the setting, each after the one above it."""
        known = self.setting.view.collaboration
        cases = {**known.cases}
        cases.setdefault(self.setting.view.case.id, self.setting.view.case)
        order: list[Case] = []
        waiting = list(cases.values())
        while waiting:
            ready = [one for one in waiting if one.parent not in {w.id for w in waiting}]
            order += ready
            waiting = [one for one in waiting if one not in ready]
        index = {case.id: at for at, case in enumerate(order)}
        self.places = tuple(
            Place(case.id, case.lifecycle, None if case.parent is None else index[case.parent])
            for case in order
        )
        self.moves = {
            name: moves(self.compiled, name, self.breaches)
            for name in dict.fromkeys(place.lifecycle for place in self.places)
        }
        # the trail matters only where one can go back
        self._backs = frozenset(
            name for name, those in self.moves.items() if any(one.how == "back" for one in those)
        )
        hung = {place.above for place in self.places}
        groups: dict[object, list[int]] = {}
        for at, place in enumerate(self.places):
            if at not in hung:
                key = (place.lifecycle, place.above, self._base(at).of)
                groups.setdefault(key, []).append(at)
        self._like = tuple(tuple(those) for those in groups.values() if len(those) > 1)

    @property
    def start(self) -> Control:
        """Before anything was opened."""
        return (None,) * len(self.places)

    def view(self, control: Control, place: int) -> View:
        """The view of the case at a place, or of the one that would be opened there."""
        known, base = self.collaboration(control), self._base(place)
        case = known.cases.get(base.id)
        if case is None:
            case = attrs.evolve(base, state=NEW, over=False, steps=Map(), trail=())
        before = self.setting.view
        return View(known, case, before.day, before.actor, before.speaks_for)

    def _base(self, place: int) -> Case:
        view, id = self.setting.view, self.places[place].id
        return view.collaboration.cases.get(id, view.case)

    def collaboration(self, control: Control) -> Collaboration:
        """The collaboration as it stands in a control state, nothing recorded but steps."""
        found = self._known.get(control)
        if found is not None:
            return found
        cases: dict[str, Case] = {}
        listed: dict[str, dict[str, int]] = {}
        shelves: dict[tuple[str, str], dict[str, int]] = {}
        for at, here in enumerate(control):
            if here is None:
                continue
            place, base = self.places[at], self._base(at)
            entry = Entry(True, base.opened.day, base.opened.sequence)
            alone = Map({None: entry})
            final = self.compiled.workflow.lifecycles[place.lifecycle].states[here.state].final
            cases[place.id] = base.changed(
                state=here.state, trail=here.trail, over=final,
                steps=Map(dict.fromkeys(here.done, alone)),
                breaches=Map(dict.fromkeys(here.breached, alone)),
            )
            listed.setdefault(place.lifecycle, {})[place.id] = at
            shelves.setdefault((place.lifecycle, here.state), {})[place.id] = at
        made = self.setting.view.collaboration.changed(
            cases=Map(cases),
            by_lifecycle=Map({name: Map(ids) for name, ids in listed.items()}),
            by_state=Map({key: Map(ids) for key, ids in shelves.items()}),
        )
        self._known[control] = made
        return made

    def first(self, place: int) -> str:
        """The state that the setting has the case at a place in."""
        return self._base(place).state

    def alike(self, control: Control) -> Control:
        """The same for control states that differ only in which of several like cases is where."""
        found = list(control)
        for those in self._like:
            order = sorted((control[one] for one in those), key=_order)
            for one, here in zip(those, order, strict=True):
                found[one] = here
        return tuple(found)

    def over(self, control: Control, place: int) -> bool:
        """Whether the case at a place is over."""
        here, lifecycle = control[place], self.places[place].lifecycle
        states = self.compiled.workflow.lifecycles[lifecycle].states
        return here is not None and states[here.state].final

    def open_to(self, control: Control) -> Iterator[tuple[int, Move]]:
        """Every move that the states of the cases leave open, with the place it is made at."""
        for at, here in enumerate(control):
            for move in self.moves[self.places[at].lifecycle]:
                if here is None:
                    if self._can_open(control, at, move):
                        yield at, move
                elif move.how == "merge":
                    if not self.over(control, at) and self.hosts(control, at, move):
                        yield at, move
                elif here.state in move.sources and (
                    move.how != "back" or self.back(here, move) is not None
                ):
                    yield at, move

    def _can_open(self, control: Control, at: int, move: Move) -> bool:
        if not move.found.step.opens or move.how == "merge":
            return False
        place = self.places[at]
        if place.above is not None and (
            control[place.above] is None or self.over(control, place.above)
        ):
            return False
        # of places that are alike the first is taken first
        return not any(
            control[earlier] is None
            and (other.lifecycle, other.above) == (place.lifecycle, place.above)
            and self._base(earlier).of == self._base(at).of
            for earlier, other in enumerate(self.places[:at])
        )

    def hosts(self, control: Control, at: int, move: Move) -> tuple[int, ...]:
        """The places of the cases that can take in the one at a place."""
        return tuple(
            other for other, here in enumerate(control)
            if other != at and here is not None and here.state in move.sources
            and self.places[other].lifecycle == self.places[at].lifecycle
        )  # fmt: skip

    def back(self, here: Here, move: Move) -> str | None:
        """Where a step back leads."""
        return way_back(move.found.step, move.found.lifecycle, here.trail)

    def after(
        self, control: Control, at: int, move: Move, held: bool | None, counting: int | None
    ) -> Control:
        """The control state after a move; `held` as in `Here`, `counting` None: nothing counted,
        else how often matters."""
        here, step = control[at], move.found.step
        if here is None:
            here = Here(NEW)
        to = self.back(here, move) if move.how == "back" else move.to
        trail = here.trail
        if move.how == "split":
            trail = ()
        elif to is not None:
            trail = moved_trail(trail, here.state, to)
        done, breached = here.done, here.breached
        if move.how != "merge" and step.full_name in self.looked_at:
            name = frozenset((step.name,))
            if move.how == "anyway":
                breached |= name
            else:
                done |= name
        count = here.count
        if counting is not None and move.how != "merge":
            count = min(count + 1, counting)
        keeps = self.places[at].lifecycle in self._backs
        new = Here(
            here.state if to is None else to, trail if keeps else (), done, breached, count, held,
            here.parted or move.how == "split", here.answers,
        )  # fmt: skip
        return (*control[:at], new, *control[at + 1:])



def _order(here: Here | None) -> tuple[object, ...]:
    if here is None:
        return ("",)
    return (
        here.state, here.trail, sorted(here.done), sorted(here.breached), here.count,
        str(here.held), here.parted, here.answers,
    )  # fmt: skip


def everything(board: Board, id: str, state: str | None = None, *, gone: bool = False) -> View:
    """The view of one case with every case of the setting there, each in its first state.

    This case is in `state`; or (`gone`) it is still to be opened, and nothing hangs under it.
    """
    own = next(number for number, one in enumerate(board.places) if one.id == id)
    control: list[Here | None] = []
    for number, place in enumerate(board.places):
        missing = place.above is not None and control[place.above] is None
        if missing or (gone and number == own):
            control.append(None)
        elif number == own and state is not None:
            control.append(Here(state))
        else:
            control.append(Here(board.first(number)))
    return board.view(tuple(control), own)


def standing(board: Board, state: str | None) -> View:
    """The view of the case that a setting is about, in a state (None: its first)."""
    return everything(board, board.setting.view.case.id, state)


def before(board: Board, move: Move) -> Iterator[View]:
    """The views in which a move of the case that a setting is about can begin."""
    id = board.setting.view.case.id
    if move.found.step.opens:
        yield everything(board, id, gone=True)
    for state in move.sources:
        yield everything(board, id, state)
