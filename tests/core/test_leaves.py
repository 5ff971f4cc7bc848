"""Every leaf kind passes the one contract suite."""

from decimal import Decimal
from random import Random

import attrs
from hypothesis import strategies as st
from tests import strategies_core as world
from tests.strategies_core import CELLS, contents, views

from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.duty import Duty
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.known import Known, bare
from samenwerk.core.leaves.pool import Pool
from samenwerk.core.leaves.say import Say
from samenwerk.core.votes import count
from samenwerk.testing.leaves import LeafContract
from samenwerk.testing.views import recorded
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Decision as Declared
from samenwerk.values.operand import Constant, FactOf, Held
from samenwerk.values.say import Say as DeclaredSay


class OfOurWorld(LeafContract):
    views = views()

    def cells(self, view):
        return CELLS

    def contents(self, cell):
        return contents(cell)


class TestFact(OfOurWorld):
    leaves = world.facts


class TestNumbers(OfOurWorld):
    leaves = world.numbers

    def test_what_silence_means_is_told_apart(self):
        """An amount on either side of what an unanswered question stands for."""
        leaf = Fact(world.fact("amount"), (("at_most", world.fact("quiet", 10)),))
        empty = world.some_view(Random(1), most=1)
        views = [recorded(empty, Cell("c", "fact", "amount"), value) for value in (9, 10, 11)]
        assert [2, 2, 0] == [leaf.evaluate()(view) for view in views]
        classes = [tuple(cut.class_of(view) for cut in leaf.abstract(empty)) for view in views]
        assert 3 == len(set(classes))


class TestCalculations(OfOurWorld):
    leaves = world.calculations


class TestQueue(OfOurWorld):
    leaves = world.queues


class TestPool(OfOurWorld):
    leaves = world.pools

    def test_equal_leaves_have_equal_keys(self):
        """A workflow has one pool of each name, so that its name and the tests are enough."""
        pot, this = Held("pot", Constant(Decimal("1.00"))), Held(None)
        tests = (("at_least", Constant(Decimal("2.00"))),)
        assert ["pool pot at_least 2.00", "pool this at_least 2.00"] == [
            Pool(held, tests).key for held in (pot, this)
        ]


class TestKnown(OfOurWorld):
    leaves = world.knowns

    def test_free_text_is_not_told(self):
        """Of free text a finding says that it is there; what stands there is only its seal."""
        view = world.some_view(Random(1), most=1)
        cell = Cell("c", "fact", "note")
        for type, told in (("text", "known.text"), ("choice", "known.met")):
            leaf = Known(FactOf("note", type))
            assert told == leaf.message(recorded(view, cell, "x"), 2).id


class TestKnownOutcomes(OfOurWorld):
    leaves = world.reckoned.map(lambda one: Known(bare(one)))


class TestDocument(OfOurWorld):
    leaves = world.documents


class TestDone(OfOurWorld):
    leaves = world.dones


class TestCaseState(OfOurWorld):
    leaves = world.case_states


class TestOpen(OfOurWorld):
    leaves = world.opens


class TestBreach(OfOurWorld):
    leaves = world.breaches


class TestSilent(OfOurWorld):
    leaves = world.silents


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

    def can_change(self, leaf, view, cell):
        """Nobody speaks any more in a round that is over."""
        found = count(leaf.declared, leaf.above, view)
        return cell.kind != "position" or found is None or not found.closed

    def test_equal_leaves_have_equal_keys(self):
        """A workflow has one decision of each name, so that its name is enough."""
        plain = Declared(name="adopt_it", by=(world.MEMBER,), method="consent")
        inside = attrs.evolve(plain, lifecycle="change")
        assert ["decision adopt_it", "decision change.adopt_it"] == [
            Decision(plain).key, Decision(inside).key
        ]  # fmt: skip


class TestDecisionByMethod(TestDecision):
    leaves = world.by_method
    views = st.one_of(views(_ABOUT, most=14), views())

    def test_equal_leaves_have_equal_keys(self):
        """Whose method it is does not matter: a workflow has one decision of each name."""
        plain = Declared(name="adopt_it", by=(world.MEMBER,), method="voorbeeld.points")
        assert "decision adopt_it" == Decision(plain).key


_HEARD = tuple(cell for cell in CELLS if cell.kind in ("position", "step") and cell.case == "c")


class TestSay(OfOurWorld):
    leaves = world.says
    views = st.one_of(views(_HEARD, most=14), views())

    def test_equal_leaves_have_equal_keys(self):
        """A workflow has one say of each name; what is asked of it tells its leaves apart."""
        plain = DeclaredSay(name="adopt_it", by=(world.MEMBER,), right="advise")
        inside = attrs.evolve(plain, lifecycle="change")
        assert ["say adopt_it", "say change.adopt_it", "say adopt_it followed"] == [
            Say(plain).key, Say(inside).key, Say(plain, asks="followed").key
        ]  # fmt: skip


class TestDuty(OfOurWorld):
    leaves = world.duties

    def test_equal_leaves_have_equal_keys(self):
        """A lifecycle has one duty of each name, so that its name is enough."""
        made = world.DeclaredDuty(
            name="account", lifecycle="change", by=(world.MEMBER,), kind="document", must="note",
            due=world.Term(1, "month"),
        )  # fmt: skip
        assert "duty change.account" == Duty(made).key
