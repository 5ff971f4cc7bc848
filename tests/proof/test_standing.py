"""What stands out in a workflow though nobody asked it: each flaw is found, and nothing else."""

from __future__ import annotations

import pytest

from samenwerk.core.compiled import compile_workflow
from samenwerk.definitions.read import read_text
from samenwerk.language.catalogue import Speaker
from samenwerk.proof.asked import Limits
from samenwerk.proof.standing import KINDS, Standing, standing

LIMITS = Limits(members=3, cases=1)

HEAD = """\
[workflow]
id = "a"
version = "1"
[sort]
provider = { nl = "aanbieder", en = "provider" }
city = { nl = "gemeente", en = "city" }
[role]
chair = { sort = "provider", exactly = 1, nl = "voorzitter", en = "chair" }
[document]
note = { by = "provider", nl = "nota", en = "note" }
[fact]
cost = { type = "whole_number", by = "provider", nl = "kosten", en = "cost" }
[lifecycle.plan]
nl = "plan"
en = "plan"
[lifecycle.plan.role]
maker = { nl = "maker", en = "maker" }
[lifecycle.plan.state]
made = { nl = "gemaakt", en = "made" }
asked = { nl = "gevraagd", en = "asked" }
done = { final = true, nl = "klaar", en = "done" }
[lifecycle.plan.step]
make = { to = "made", by = "provider", takes = "maker", nl = "maken", en = "make" }
"""
ASK = 'ask = { from = "made", to = "asked", by = "maker", nl = "vragen", en = "ask" }\n'
END = 'end = { from = "asked", to = "done", by = "chair", nl = "einden", en = "end" }\n'


def end(*needs: str) -> str:
    """The last step with these needs."""
    return END.replace(" }\n", f", needs = [{', '.join(needs)}] }}\n")


def found(text: str) -> list[Standing]:
    """What is found in a plan with these steps."""
    read = read_text(HEAD + text, checks=())
    assert () == read.diagnostics
    assert read.workflow is not None
    return list(standing(compile_workflow(read.workflow), LIMITS))


def told(text: str) -> list[tuple[str, str]]:
    """The same, as kind and name."""
    return [(one.kind, one.what.name) for one in found(text)]


LOW = '{ fact = "cost", at_most = 5 }'
HIGH = '{ fact = "cost", at_least = 6 }'


@pytest.mark.parametrize(
    "text",
    [
        ASK + END,
        ASK + end(LOW, '{ document = "note" }', '{ count = "city", at_least = 40 }'),
        ASK + end('"enough"') + f'[rule.enough]\nnl = "Genoeg"\nany = [{LOW}, {HIGH}]\n',
        ASK + end('"agreed"') + '[decision.agreed]\nby = ["provider", "city"]\n'
        'method = "majority"\n',
        ASK + end('"agreed"') + '[decision.agreed]\nby = "city"\nmethod = "unanimity"\n',
        ASK + end('{ count = "plan", at_least = 4 }'),
        ASK + end('{ no = "plan", in = "made" }'),
    ],
)
def test_nothing_is_found_where_nothing_is_wrong(text: str) -> None:
    """Not of conditions that are hard to meet, nor of many parties or cases that are asked."""
    assert [] == told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ASK + end(LOW, HIGH),
         [("never_done", "plan.end"), ("dead_end", "plan.asked"), ("unreachable", "plan.done"),
          ("cannot_end", "plan.made")]),
        (ASK + END + 'round = { from = "asked", to = "made", by = "maker", needs = ["no"] }\n'
         f'[rule.no]\nnl = "Nooit"\nall = [{LOW}, {HIGH}]\n',
         [("never_done", "plan.round"), ("never_met", "no")]),
        (ASK + end('"yes"')
         + '[rule.yes]\nnl = "Altijd"\nany = [{ document = "note" }, '
         '{ all = [] }]\n'.replace('{ all = [] }', '"less"')
         + '[rule.less]\nnl = "Minder"\nnone = [{ document = "note" }]\n',
         [("always_met", "yes")]),
        (ASK + end('"agreed"') + '[decision.agreed]\nby = ["provider", "city"]\n'
         'method = "qualified"\nshare = "1/100"\n',
         [("decides_alone", "agreed")]),
        (ASK + end('"agreed"') + '[decision.agreed]\nby = ["provider", "city"]\n'
         'method = "consent"\n',
         [("held_up_by_one", "agreed")]),
    ],
)  # fmt: skip
def test_each_flaw_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    """Steps and rules that can never be, states that nothing leads to or out of, and votes."""
    assert sorted(expected) == sorted(told(text))


def test_a_step_of_which_nobody_may_be_the_doer() -> None:
    """The role that it gives is not for the sort of who does it."""
    text = ASK + END.replace('by = "chair"', 'by = "city", takes = "maker"')
    head = HEAD.replace('maker = { nl', 'maker = { sort = "provider", nl')
    read = read_text(head + text, checks=())
    assert () == read.diagnostics
    assert read.workflow is not None
    kinds = [(one.kind, one.what.name)
             for one in standing(compile_workflow(read.workflow), LIMITS)]  # fmt: skip
    assert ("nobody", "plan.end") in kinds


def test_every_kind_is_told_in_both_languages() -> None:
    """With the names that people know."""
    one = found(ASK + end(LOW, HIGH))[0]
    assert ("never_done", "needs", True) == (one.kind, one.key, one.serious)
    read = read_text(HEAD + ASK + END, checks=())
    assert read.workflow is not None
    assert (
        "De stap einden kan nooit worden gezet: aan alles samen wat ervoor nodig is, kan niet "
        "worden voldaan." == Speaker("nl", read.workflow).sentence(one.message)
    )
    assert (
        "The step end can never be done: all that is needed for it cannot be met together."
        == Speaker("en", read.workflow).sentence(one.message)
    )
    for kind in KINDS:
        assert Speaker("nl").catalogue.sentence(f"standing.{kind}", "nl") is not None
        assert Speaker("en").catalogue.sentence(f"standing.{kind}", "en") is not None
