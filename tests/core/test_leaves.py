"""Every leaf kind passes the one contract suite."""

from hypothesis import strategies as st
from tests import strategies_core as world
from tests.strategies_core import CELLS, contents, views

from samenwerk.testing.leaves import LeafContract


class OfOurWorld(LeafContract):
    views = views()

    def cells(self, view):
        return CELLS

    def contents(self, cell):
        return contents(cell)


class TestFact(OfOurWorld):
    leaves = world.facts


class TestKnown(OfOurWorld):
    leaves = world.knowns


class TestDocument(OfOurWorld):
    leaves = world.documents


class TestDone(OfOurWorld):
    leaves = world.dones


class TestCaseState(OfOurWorld):
    leaves = world.case_states


class TestOpen(OfOurWorld):
    leaves = world.opens


class TestMandate(OfOurWorld):
    leaves = world.mandates


class TestWindow(OfOurWorld):
    leaves = world.windows


class TestAsked(OfOurWorld):
    leaves = world.askeds


_ABOUT = tuple(
    cell
    for cell in CELLS
    if cell.kind in ("position", "document", "step") or cell.name in ("load", "due")
)


class TestDecision(OfOurWorld):
    leaves = world.decisions
    views = st.one_of(views(_ABOUT, most=14), views())
