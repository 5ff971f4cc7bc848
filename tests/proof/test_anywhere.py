"""A world looked for around one that fulfils a part of what is wished."""

from __future__ import annotations

from samenwerk.core.compiled import Compiled, compile_workflow
from samenwerk.definitions.read import read_text
from samenwerk.proof.anywhere import directed
from samenwerk.proof.asked import MET, NOT_MET, Limits, Wish

TEXT = """\
[workflow]
id = "a"
version = "1"
[sort.provider]
[group.member]
sort = "provider"
[lifecycle.plan]
[lifecycle.plan.fact]
cost = { type = "whole_number", by = "member" }
ok = { type = "yes_no", by = "member" }
[lifecycle.plan.document.note]
by = "member"
[lifecycle.plan.rule.either]
any = [{ fact = "ok", is = true }, { document = "note" }]
[lifecycle.plan.state]
made = {}
done = { final = true }
[lifecycle.plan.step.make]
to = "made"
by = "member"
[lifecycle.plan.step.end]
from = "made"
to = "done"
by = "member"
needs = [
  { fact = "cost", at_most = 50 },
  "either",
  { fact = "cost", at_least = 40 },
  { fact = "cost", at_least = 60 },
]
"""
LIMITS = Limits(members=1, cases=1)


def asked() -> tuple[Compiled, list[Wish]]:
    """The needs of the last step: cheap, one of two, not too cheap, and dear."""
    found = read_text(TEXT, checks=())
    assert () == found.diagnostics
    assert found.workflow is not None
    compiled = compile_workflow(found.workflow)
    return compiled, [Wish(need.tree, MET) for need in compiled.steps["plan.end"].needs]


def test_every_wish_is_fulfilled_and_nothing_stands_there_for_nothing() -> None:
    """Of two that would each do, one is left."""
    compiled, (_, either, enough, _) = asked()
    found = directed(compiled, "plan", [enough], [either], LIMITS)
    assert found is not None
    assert [True, True] == [one.tree.truth(found.found.view) in one.truths
                            for one in (enough, either)]  # fmt: skip
    there = {cell.name for cell, entry in found.found.contents.items() if entry is not None}
    assert ("cost", 1) == (min(there), len(there - {"cost"}))


def test_what_contradicts_the_core_is_not_found() -> None:
    """Nor is it said that there is nothing."""
    compiled, (cheap, _, _, dear) = asked()
    assert None is directed(compiled, "plan", [cheap], [dear], LIMITS)
    assert None is directed(compiled, "plan", [cheap], [Wish(cheap.tree, NOT_MET)], LIMITS)
