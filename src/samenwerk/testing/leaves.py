"""The contract suite of a leaf kind: inherit from `LeafContract`, say which leaves and views.

Every condition that an answer rests on keeps these laws, ours and a plugin's alike. What a kind
means (its own examples) is tested beside it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import combinations, product
from random import Random
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk.core.leaf import ACTOR, possible
from samenwerk.core.operands import SHELVES
from samenwerk.core.view import View
from samenwerk.core.ways import Hopeless
from samenwerk.language.catalogue import built_in
from samenwerk.language.template import holes
from samenwerk.testing.views import (
    branch,
    changed,
    holds,
    messages,
    nested,
    put,
    realised,
    recorded,
    same_register,
)
from samenwerk.values.cell import TODAY, Cell, Entry, Value
from samenwerk.values.finding import NO, YES

_LATER = (0, 1, 30, 400)
_MOST_TRIED = 2000
_RANDOM = st.integers(0, 2**32).map(Random)


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
        read = [cell for cell in leaf.reads(view) if cell.kind in (*SHELVES, "answer", "pool")]
        for cell in random.sample(read, random.randint(0, min(len(read), 3))):
            day = view.day - timedelta(days=random.choice((0, 1, 27, 28, 29, 31)))
            view = recorded(view, cell, random.choice(self.contents(cell)), day)
        return view

    def law_the_same_view_gives_the_same_answer(self, data: st.DataObject) -> None:
        """Answers are no, unknown or yes, equal each time, and never an exception."""
        leaf, view = self._asked(data)
        evaluate = leaf.evaluate()
        truth = evaluate(view)
        assert truth in possible(leaf)
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
                assert truth == evaluate(changed(view, day=view.day + timedelta(days=more)))
        if ACTOR not in read:
            actors = (None, "noord", "zuid")
            who = {"actor": random.choice(actors), "speaks_for": random.choice(actors)}
            assert truth == evaluate(changed(view, **who))

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
        if after is not None and same_register(view, after):
            assert (YES if wanted else NO) == leaf.evaluate()(after), demands

    def law_nothing_reaches_what_is_hopeless(self, data: st.DataObject) -> None:
        """Where there is no way, no change of two cells and a wait brings the wanted truth."""
        leaf, view = self._asked(data)
        evaluate = leaf.evaluate()
        for wanted in (True, False):
            if not isinstance(leaf.ways(view, wanted), Hopeless):
                continue
            for after in self._after(leaf, view):
                reached = evaluate(after)
                assert reached != (YES if wanted else NO), after.case

    def _after(self, leaf: Any, view: View) -> Iterator[View]:
        read = [cell for cell in leaf.reads(view) if cell.kind in (*SHELVES, "state", "answer")]
        read = [cell for cell in read if self.can_change(leaf, view, cell)]
        changes = [(cell, value) for cell in read for value in self.contents(cell)]
        sets = [(), *((one,) for one in changes), *combinations(changes, 2)]
        for chosen, later in list(product(sets, _LATER))[:_MOST_TRIED]:
            for first in {0, later}:
                after = changed(view, day=view.day + timedelta(days=first))
                for cell, value in chosen:
                    after = recorded(after, cell, value)
                yield changed(after, day=view.day + timedelta(days=later))

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
            after = changed(after, day=view.day + timedelta(days=random.choice(shifts)))
            if random.random() < 0.5:
                after = changed(after, actor=random.choice((None, "noord", "oost")))
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
