"""The contract suite of a leaf kind: inherit from `LeafContract`, say which leaves and views.

Every condition that an answer rests on keeps these laws, ours and a plugin's alike. What a kind
means (its own examples) is tested beside it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations, product
from random import Random
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from immutables import Map

from samenwerk.core.allowed import Allowed
from samenwerk.core.leaf import ACTOR
from samenwerk.core.operands import SHELVES, entry_in, question
from samenwerk.core.view import View
from samenwerk.core.ways import AnyOf, Bound, Bounds, Every, Hopeless, Least, Unadvisable, Want, Way
from samenwerk.core.who import turning_days
from samenwerk.language.catalogue import built_in
from samenwerk.language.template import holes
from samenwerk.values.case import NOTHING
from samenwerk.values.cell import TODAY, Cell, Entry, Value
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message

_LATER = (0, 1, 30, 400)
_MOST_TRIED = 2000
_RANDOM = st.integers(0, 2**32).map(Random)


def put(view: View, cell: Cell, entry: Entry | None) -> View:
    """The view with this entry in this cell, and nothing else changed; None empties the cell.

    Knows facts, documents, positions, steps, states, the day, and a plugin's answers.
    """
    if cell == TODAY:
        assert entry is not None
        return _with(view, day=entry.day)
    if cell.kind == "answer":
        asked = question(cell)
        answers = {name: one for name, one in view.answers.items() if name != asked}
        return _with(view, answers=answers if entry is None else {**answers, asked: entry.value})
    known = view.collaboration
    case = view.case if cell.case == view.case.id else known.cases[cell.case]
    if cell.kind == "state":
        assert entry is not None
        place = known.by_lifecycle[case.lifecycle][case.id]
        old, new = (case.lifecycle, case.state), (case.lifecycle, str(entry.value))
        shelves = known.by_state.set(old, known.by_state[old].delete(case.id))
        there: Map[str, int] = shelves.get(new, Map())
        known = attrs.evolve(known, by_state=shelves.set(new, there.set(case.id, place)))
        case = attrs.evolve(
            case, state=str(entry.value), entered=entry.day, state_since=entry.sequence
        )
    else:
        shelf = getattr(case, SHELVES[cell.kind])
        entries = shelf.get(cell.name, NOTHING)
        if entry is not None:
            shelf = shelf.set(cell.name, entries.set(cell.who, entry))
        elif cell.who in entries:
            rest = entries.delete(cell.who)
            shelf = shelf.set(cell.name, rest) if rest else shelf.delete(cell.name)
        case = attrs.evolve(case, **{SHELVES[cell.kind]: shelf})
    sequence = max(known.sequence, 0 if entry is None else entry.sequence)
    known = attrs.evolve(known, cases=known.cases.set(case.id, case), sequence=sequence)
    return _with(view, collaboration=known, case=known.cases[view.case.id])


def recorded(view: View, cell: Cell, value: Value, day: date | None = None) -> View:
    """The view after somebody put the value there, today or on a day, as the next event.

    A step that one of the parties did was done.
    """
    entry = Entry(value, day or view.day, view.collaboration.sequence + 1)
    if cell.kind == "step":
        view = put(view, attrs.evolve(cell, who=None), entry)
    return put(view, cell, entry)


def _with(view: View, **changes: Any) -> View:
    names = ("collaboration", "case", "day", "actor", "speaks_for", "answers", "who")
    return View(**{name: changes.get(name, getattr(view, name)) for name in names})


def _value(view: View, cell: Cell) -> Value | None:
    entry = entry_in(view, cell)
    return None if entry is None else entry.value


def _same_register(view: View, after: View) -> bool:
    days = turning_days(view.collaboration.register)
    return not any(view.day <= day <= after.day for day in days) or view.day == after.day


def fits(allowed: Allowed, cell: Cell, view: View) -> bool:
    """Whether what stands in the cell is allowed."""
    return allowed.holds(entry_in(view, cell), view.day, lambda other: _value(view, other))


def holds(way: Way, view: View) -> bool:
    """Whether everything that the way demands is so already, along one of its branches."""
    match way:
        case Want(cell=cell, allowed=allowed):
            return fits(allowed, cell, view)
        case Every(ways=ways):
            return all(holds(one, view) for one in ways)
        case AnyOf(ways=ways):
            return any(holds(one, view) for one in ways)
        case Least(count=count, ways=ways):
            return sum(holds(one, view) for one in ways) >= count
        case Bounds(bounds=bounds):
            return all(_reached(one, view) for one in bounds)
    return False


def _reached(bound: Bound, view: View) -> bool:
    weights = (weight for cell, weight in bound.cells if fits(bound.allowed, cell, view))
    return sum(weights) >= bound.total


def branch(way: Way, view: View, data: st.DataObject) -> dict[Cell, Allowed] | None:
    """The demands along one branch of a way, chosen at random; None where nobody can advise."""
    match way:
        case Want(cell=cell, allowed=allowed):
            return {cell: allowed}
        case Every(ways=ways):
            return _met(ways, view, data)
        case AnyOf(ways=ways):
            return branch(data.draw(st.sampled_from(ways)), view, data)
        case Least(count=count, ways=ways):
            mixed = data.draw(st.permutations(ways))
            return _met(mixed[:count], view, data)
        case Bounds(bounds=bounds):
            return _voices(bounds, view, data)
    return None


def _met(ways: Any, view: View, data: st.DataObject) -> dict[Cell, Allowed] | None:
    demands: dict[Cell, Allowed] = {}
    for one in ways:
        found = branch(one, view, data)
        if found is None:
            return None
        for cell, allowed in found.items():
            demands[cell] = demands[cell].meet(allowed) if cell in demands else allowed
    return demands


def _voices(
    bounds: tuple[Bound, ...], view: View, data: st.DataObject
) -> dict[Cell, Allowed] | None:
    """Cells that together reach every bound, of which none can be left out."""
    allowed = bounds[0].allowed
    everyone = list(dict.fromkeys(cell for one in bounds for cell, _ in one.cells))
    ready = {cell for cell in everyone if fits(allowed, cell, view)}

    def enough(cells: set[Cell]) -> bool:
        return all(
            sum(weight for cell, weight in one.cells if cell in cells) >= one.total
            for one in bounds
        )

    chosen = {*everyone}
    if not enough(chosen):
        return None
    for cell in data.draw(st.permutations(everyone)):
        if cell not in ready and enough(chosen - {cell}):
            chosen.discard(cell)
    return {cell: allowed for cell in everyone if cell in chosen}


_ORDER = ("step", "document", "fact", "state", "answer", "mandate", "position", "day")


def realised(
    demands: dict[Cell, Allowed], view: View, contents: Any
) -> View | None:
    """The view after the demanded changes, and no others; None when they cannot all be made.

    Steps come before documents, facts and positions, and the waiting comes last. What was
    recorded stays recorded, and no day comes back.
    """
    for day in _days(demands, view):
        found = _on(demands, view, day, contents)
        if found is not None:
            return found
    return None


def _days(demands: dict[Cell, Allowed], view: View) -> list[date]:
    days = {view.day}
    for cell, allowed in demands.items():
        entry = entry_in(view, cell)
        for test in allowed.tests:
            operand: Any = test.operand
            if test.op.startswith("aged_"):
                since = [view.day] if entry is None else [view.day, entry.day]
                days |= {operand.after(one) for one in since}
            elif cell == TODAY:
                linked = _value(view, operand) if isinstance(operand, Cell) else operand
                days |= {linked} if isinstance(linked, date) else set()
    near = {day + timedelta(days=more) for day in days for more in (0, 1) if day < date.max}
    return sorted(day for day in near if day >= view.day)


def _on(demands: dict[Cell, Allowed], view: View, day: date, contents: Any) -> View | None:
    order = sorted(demands, key=lambda cell: (_ORDER.index(cell.kind), cell.order))
    after = _with(view, day=day)
    for _ in range(3):
        for cell in order:
            if not fits(demands[cell], cell, after) and cell != TODAY:
                after = _filled(after, cell, demands[cell], view.day, contents)
        if all(fits(allowed, cell, after) for cell, allowed in demands.items()):
            return after
    return None


def _filled(view: View, cell: Cell, allowed: Allowed, start: date, contents: Any) -> View:
    if allowed.has("absent") or cell.kind == "mandate":
        return view
    value = allowed.choose(contents(cell), view.day, lambda other: _value(view, other))
    if value is None:
        return view
    for day in (start, view.day):
        tried = recorded(view, cell, value, day)
        if fits(allowed, cell, tried):
            return tried
    return view


def messages(way: Way) -> Iterator[Message]:
    """Every message that stands in a way."""
    match way:
        case Hopeless(ground=message) | Unadvisable(what=message):
            yield message
        case Every(ways=ways) | AnyOf(ways=ways) | Least(ways=ways):
            for one in ways:
                yield from messages(one)


def nested(message: Message) -> Iterator[Message]:
    """A message and those inside its params."""
    yield message
    for param in message.params.values():
        for one in param if isinstance(param, tuple) else (param,):
            if isinstance(one, Message):
                yield from nested(one)


def _tested(law: Callable[[Any, st.DataObject], None]) -> Callable[..., None]:
    def test(self: Any, data: st.DataObject) -> None:
        law(self, data)

    test.__doc__ = law.__doc__
    # ten laws for every kind: half of what one property is usually tried with
    half = max(5, settings.default.max_examples // 2) if settings.default else 50
    return settings(max_examples=half)(given(data=st.data())(test))


class LeafContract(ABC):
    """What every leaf kind promises.

    A class that inherits this names two strategies and lists the world its views show:

        class TestMine(LeafContract):
            leaves = st.builds(Mine, st.sampled_from(("a", "b")))
            views = my_views()

            def cells(self, view):   # every cell of that world, read by the kind or not
                return (Cell(view.case.id, "fact", "a"), Cell(view.case.id, "document", "b"))

            def contents(self, cell):   # some values that such a cell may hold
                return (1, 2, 3)

    `can_change` may be narrowed where a record cannot change any more (a round that is over). A
    class that has a test of the same name keeps its own.
    """

    leaves: st.SearchStrategy[Any]
    views: st.SearchStrategy[View]

    def __init_subclass__(cls) -> None:
        # a test of its own for each kind: what hypothesis learns of one is no news of another
        super().__init_subclass__()
        for name, law in vars(LeafContract).items():
            test = f"test_{name[4:]}"
            if name.startswith("law_") and hasattr(cls, "leaves") and test not in vars(cls):
                setattr(cls, test, _tested(law))

    @abstractmethod
    def cells(self, view: View) -> tuple[Cell, ...]:
        """Every cell of the world that the views show."""

    @abstractmethod
    def contents(self, cell: Cell) -> tuple[Value, ...]:
        """Some values that the cell may hold."""

    def can_change(self, leaf: Any, view: View, cell: Cell) -> bool:
        """Whether somebody may still put something in the cell."""
        return True

    def _asked(self, data: st.DataObject) -> tuple[Any, View]:
        """A leaf, and a view in which something stands in some of the cells it reads."""
        leaf = data.draw(self.leaves)
        return leaf, self._seen(leaf, data)

    def _seen(self, leaf: Any, data: st.DataObject) -> View:
        view, random = data.draw(self.views), data.draw(_RANDOM)
        read = [cell for cell in leaf.reads(view) if cell.kind in (*SHELVES, "answer")]
        for cell in random.sample(read, random.randint(0, min(len(read), 3))):
            day = view.day - timedelta(days=random.choice((0, 1, 27, 28, 29, 31)))
            view = recorded(view, cell, random.choice(self.contents(cell)), day)
        return view

    def law_the_same_view_gives_the_same_answer(self, data: st.DataObject) -> None:
        """Answers are no, unknown or yes, equal each time, and never an exception."""
        leaf, view = self._asked(data)
        evaluate = leaf.evaluate()
        truth = evaluate(view)
        assert truth in (0, 1, 2)
        assert (truth, truth) == (evaluate(view), leaf.evaluate()(view))
        assert leaf.reads(view) == leaf.reads(view)
        for wanted in (True, False):
            assert leaf.ways(view, wanted) == leaf.ways(view, wanted)

    def law_cells_that_are_not_read_change_nothing(self, data: st.DataObject) -> None:
        """A cell that `reads` leaves out can hold anything; so can the day, and who acts."""
        leaf, view = self._asked(data)
        evaluate, read = leaf.evaluate(), set(leaf.reads(view))
        truth, random = evaluate(view), data.draw(_RANDOM)
        for cell in self.cells(view):
            if cell in read:
                continue
            entry = Entry(random.choice(self.contents(cell)), view.day, 10**6)
            assert truth == evaluate(put(view, cell, entry)), cell
            if cell.kind != "state":
                assert truth == evaluate(put(view, cell, None)), cell
        if TODAY not in read:
            for more in (*_LATER, -1, -30, random.randint(-800, 800)):
                assert truth == evaluate(_with(view, day=view.day + timedelta(days=more)))
        if ACTOR not in read:
            actors = (None, "noord", "zuid")
            who = {"actor": random.choice(actors), "speaks_for": random.choice(actors)}
            assert truth == evaluate(_with(view, **who))

    def law_what_is_already_so_needs_no_act(self, data: st.DataObject) -> None:
        """A branch whose demands all hold is there exactly when the truth is the wanted one."""
        leaf, view = self._asked(data)
        truth = leaf.evaluate()(view)
        for wanted in (True, False):
            so = truth == (YES if wanted else NO)
            assert so == holds(leaf.ways(view, wanted), view), (wanted, leaf.ways(view, wanted))

    def law_every_way_ends_in_the_wanted_truth(self, data: st.DataObject) -> None:
        """Whoever makes the demanded changes, and no others, gets the truth that was wanted."""
        leaf, view = self._asked(data)
        wanted = data.draw(st.booleans())
        demands = branch(leaf.ways(view, wanted), view, data)
        after = None if demands is None else realised(demands, view, self.contents)
        # who is meant is taken as it is: a wait in which the register changes promises nothing
        if after is not None and _same_register(view, after):
            assert (YES if wanted else NO) == leaf.evaluate()(after), demands

    def law_nothing_reaches_what_is_hopeless(self, data: st.DataObject) -> None:
        """Where there is no way, no change of two cells and a wait brings the wanted truth."""
        leaf, view = self._asked(data)
        evaluate = leaf.evaluate()
        for wanted in (True, False):
            if not isinstance(leaf.ways(view, wanted), Hopeless):
                continue
            for after in self._changed(leaf, view):
                reached = evaluate(after)
                assert reached != (YES if wanted else NO), after.case

    def _changed(self, leaf: Any, view: View) -> Iterator[View]:
        read = [cell for cell in leaf.reads(view) if cell.kind in (*SHELVES, "state", "answer")]
        read = [cell for cell in read if self.can_change(leaf, view, cell)]
        changes = [(cell, value) for cell in read for value in self.contents(cell)]
        sets = [(), *((one,) for one in changes), *combinations(changes, 2)]
        for chosen, later in list(product(sets, _LATER))[:_MOST_TRIED]:
            for first in {0, later}:
                after = _with(view, day=view.day + timedelta(days=first))
                for cell, value in chosen:
                    after = recorded(after, cell, value)
                yield _with(after, day=view.day + timedelta(days=later))

    def law_equal_classes_give_equal_truth(self, data: st.DataObject) -> None:
        """Contents that the cuts do not tell apart do not change the answer."""
        leaf, view = self._asked(data)
        cuts = leaf.abstract(view)
        classes = [cut.class_of(view) for cut in cuts]
        truth = leaf.evaluate()(view)
        mine = sorted({cut.cell for cut in cuts} - {TODAY, ACTOR}, key=lambda cell: cell.order)
        others = self.cells(view)
        cells = [*mine * (1 + len(others) // max(1, len(mine))), *others]
        shifts, random = (0, 1, -1, 27, 28, 29, -28, 400), data.draw(_RANDOM)
        for _ in range(8):
            after = view
            for cell in random.sample(cells, random.randrange(3)):
                if cell.kind == "mandate":
                    continue
                day = view.day + timedelta(days=random.choice(shifts))
                after = recorded(after, cell, random.choice(self.contents(cell)), day)
            after = _with(after, day=view.day + timedelta(days=random.choice(shifts)))
            if random.random() < 0.5:
                after = _with(after, actor=random.choice((None, "noord", "oost")))
            if classes == [cut.class_of(after) for cut in cuts]:
                assert truth == leaf.evaluate()(after), (view.day, after.day, after.case)

    def law_what_implies_is_never_shown_when_false(self, data: st.DataObject) -> None:
        """A yes here that is shown to be one there is one there, and so for a no."""
        some = data.draw(st.lists(self.leaves, min_size=1, max_size=8))
        views = [self._seen(leaf, data) for leaf in some[:4]]
        for one, other in product(some, some):
            for wanted, truth in ((True, YES), (False, NO)):
                if one == other:
                    assert one.implies(other, wanted)
                elif one.implies(other, wanted):
                    for view in views:
                        if one.evaluate()(view) == truth:
                            assert truth == other.evaluate()(view), (one, other)

    def law_equal_leaves_have_equal_keys(self, data: st.DataObject) -> None:
        """A key names one condition, and always that one."""
        some = data.draw(st.lists(self.leaves, min_size=1, max_size=8))
        for one, other in product(some, some):
            assert (one == other) == (one.key == other.key), (one, other)
        for one in some:
            assert one.key == attrs.evolve(one).key
            assert one.key == one.key.strip()

    def law_everything_said_can_be_said_in_both_languages(self, data: st.DataObject) -> None:
        """Each message has a Dutch and an English sentence, and what fills them."""
        leaf, view = self._asked(data)
        said = [leaf.message(view, leaf.evaluate()(view))]
        for wanted in (True, False):
            said += messages(leaf.ways(view, wanted))
        catalogue = built_in()
        for message in (one for top in said for one in nested(top)):
            for lang in ("nl", "en"):
                own = leaf.WORDING[lang].get(message.id)
                sentence = own or catalogue.sentences[lang].get(message.id)
                assert sentence is not None, (message.id, lang)
                assert holes(sentence) <= set(message.params), (message, lang)

    def law_every_key_is_explained_in_both_languages(self, data: st.DataObject) -> None:
        """Schema and docs can say what each key of the kind means."""
        kind = type(data.draw(self.leaves))
        assert kind.word
        assert kind.WORDING["nl"].keys() == kind.WORDING["en"].keys()
        assert all(key.nl and key.en and key.type for key in kind.KEYS.values())
