"""Numbers that a solver looks for: what it says is what the conditions say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product
from random import Random
from typing import Any

import pytest
import tomli_w

from samenwerk.core.compiled import Compiled, compile_workflow
from samenwerk.core.leaf import Leaf
from samenwerk.core.node import AskTree
from samenwerk.core.tree import Tree
from samenwerk.definitions.read import read_text
from samenwerk.proof.asked import MET, NOT_MET, Found, Limits, Nowhere, Undecided, Wish
from samenwerk.proof.components import Site, at
from samenwerk.proof.contents import PLAIN
from samenwerk.proof.numbers import has_solver, reckoned
from samenwerk.proof.placing import placed
from samenwerk.proof.settings import settings
from samenwerk.proof.worlds import find
from samenwerk.values.cell import Cell, Entry

solver = pytest.mark.skipif(not has_solver(), reason="z3-solver (the extra verify) is not here")

AMOUNTS = ("-3.50", "0.00", "0.05", "49.99", "50.00", "50.01", "99.99", "100.00", "1000.00")


def text(needs: list[Any], calculations: dict[str, Any]) -> str:
    """A workflow with amounts `a` and `b`, a number `c`, a pool, and a step with these needs."""
    def fact(kind: str, **more: Any) -> dict[str, Any]:
        return {"nl": "x", "type": kind, "by": "member", **more}

    return tomli_w.dumps({
        "workflow": {"id": "sums", "version": "1", "nl": "Sommen", "en": "Sums"},
        "sort": {"member": {"nl": "Lid"}},
        "calculation": {name: {"nl": "x", **made} for name, made in calculations.items()},
        "fact": {"a": fact("money"), "b": fact("money", silence="5.00"),
                 "c": fact("whole_number"), "own": fact("money", per="party")},
        "pool": {"pot": {"nl": "Pot", "amount": "a"}},
        "lifecycle": {"work": {
            "nl": "Werk",
            "state": {"here": {"nl": "Hier"}, "there": {"nl": "Daar"}},
            "step": {
                "begin": {"nl": "Begin", "to": "here", "by": "member"},
                "go": {"nl": "Ga", "from": "here", "to": "there", "by": "member", "needs": needs},
            },
        }},
    })  # fmt: skip


def compiled(needs: list[Any], calculations: dict[str, Any]) -> Compiled | None:
    """The same, read; None when it says something twice."""
    reading = read_text(text(needs, calculations), checks=())
    assert {"SW105"} >= {one.code for one in reading.diagnostics}, reading.diagnostics
    return None if reading.workflow is None else compile_workflow(reading.workflow)


def calculation(dice: Random) -> dict[str, Any]:
    """A calculation of any form."""
    def part() -> Any:
        return dice.choice(("a", "b", 50))

    match dice.randrange(5):
        case 0:
            return {"add": [part(), "a"], "less": [part()]}
        case 1:
            how = dice.choice(("cent", "euro", "euro_up", "euro_down"))
            return {"percent": dice.choice((10, 33, 150)), "of_amount": "a", "round": how}
        case 2:
            return {dice.choice(("least_of", "most_of")): ["a", "b"]}
        case 3:
            return {"sum": "own", "over": "member"}
    return {"add": ["a"], "less": ["b"], "not_below": dice.choice((0, "b"))}


def condition(dice: Random) -> dict[str, Any]:
    """A condition about some of it."""
    op = dice.choice(("at_least", "at_most", "more_than", "less_than"))
    if dice.randrange(6) == 0:
        return {"known": dice.choice(("reckoned", "a"))}
    if dice.randrange(6) == 0:
        return {"pool": "pot", op: dice.choice(("b", 50))}
    subject = dice.choice(("a", "b", "reckoned", "reckoned", "other"))
    return {"fact": subject, op: dice.choice([one for one in ("a", "b", "reckoned", 50, 100)
                                              if one != subject])}  # fmt: skip


def leaves(trees: list[Tree]) -> list[Leaf]:
    """The leaves of some trees."""
    found = [one.leaf for one in trees if isinstance(one, AskTree)]
    return found + [leaf for one in trees for leaf in leaves(list(one.parts))]


@solver
def test_the_solver_finds_all_that_trying_finds() -> None:
    """Over any conditions about amounts, every combination of truths that some contents give is
    one that the solver found; what it found is confirmed by the conditions themselves."""
    reached = 0
    for seed in range(40):
        dice = Random(seed)
        made = compiled([condition(dice) for _ in range(dice.randint(1, 3))],
                        {"reckoned": calculation(dice), "other": calculation(dice)})  # fmt: skip
        if made is None:
            continue
        trees = [need.tree for need in made.steps["work.go"].needs]
        setting = dice.choice(list(settings(made, "work", trees, Limits(members=2))))
        view = setting.view
        sites = [Site(leaf, view.case.id, None) for leaf in leaves(trees)]
        free = {cell for one in sites for cell in one.leaf.reads(at(view, (one.case, None)))
                if cell.kind in ("fact", "pool")}  # fmt: skip
        rows = reckoned(sites, sorted(free, key=lambda cell: cell.order), view, {})
        if rows is None:
            continue
        reached += 1
        for contents in tried(dice, sorted(free, key=lambda cell: cell.order)):
            there = placed(view, contents)
            row = tuple(one.leaf.evaluate()(at(there, (one.case, None))) for one in sites)
            assert row in rows, (seed, sites, contents, row)
    assert reached > 25, reached


def tried(dice: Random, free: list[Cell]) -> list[dict[Cell, Entry | None]]:
    """Some hundred contents of these cells."""
    values = [None, *(Entry(Decimal(one), date(2027, 1, 1), PLAIN) for one in AMOUNTS)]
    if len(free) <= 2:
        return [dict(zip(free, each, strict=True)) for each in product(values, repeat=len(free))]
    return [{cell: dice.choice(values) for cell in free} for _ in range(150)]


def test_without_a_solver_it_is_said_what_may_decide_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where z3 is not installed, what it could decide stays open, and says so."""
    monkeypatch.setattr("samenwerk.proof.tables.has_solver", lambda: False)
    answer = asked([{"fact": "reckoned", "at_most": 100}, {"fact": "b", "at_least": 0}],
                   {"fact": "a", "at_most": 100})  # fmt: skip
    assert isinstance(answer, Undecided)
    assert "no_solver" == answer.why
    assert {"a", "b"} == {cell.name for cell in answer.cells}


@solver
@pytest.mark.parametrize(("needs", "goal", "answer"), [
    # the sum is within the limit: then each part of it that is not below zero is as well
    ([{"fact": "reckoned", "at_most": "limit"}, {"fact": "b", "at_least": 0}],
     {"fact": "a", "at_most": "limit"}, Nowhere),
    ([{"fact": "reckoned", "at_most": "limit"}], {"fact": "a", "at_most": "limit"}, Found),
])  # fmt: skip
def test_a_sum_is_proved_or_a_world_is_found(needs: Any, goal: Any, answer: type) -> None:
    """What follows from a sum is proved for all amounts; what does not has a world."""
    limited = [{key: 100 if one == "limit" else one for key, one in line.items()}
               for line in [*needs, goal]]  # fmt: skip
    assert isinstance(asked(limited[:-1], limited[-1]), answer)


def asked(needs: list[Any], goal: dict[str, Any]) -> Found | Nowhere | Undecided:
    """Whether the goal can be unmet while what is needed is met; `reckoned` is a and b added."""
    made = compiled([*needs, goal], {"reckoned": {"add": ["a", "b"]}})
    assert made is not None
    *met, unmet = [need.tree for need in made.steps["work.go"].needs]
    (setting, *_) = settings(made, "work", [*met, unmet], Limits())
    return find(setting.view, [*(Wish(tree, MET) for tree in met), Wish(unmet, NOT_MET)])
