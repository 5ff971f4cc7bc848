"""Whether one party gets a case somewhere by its own acts."""

from __future__ import annotations

import pytest

from samenwerk.core.compiled import compile_workflow
from samenwerk.definitions.read import read_text
from samenwerk.proof.answer import Bounds, Candidate, Proved, Undecided
from samenwerk.proof.asked import Limits
from samenwerk.proof.prove import answers

HEAD = """\
[workflow]
id = "a"
version = "1"
[sort]
provider = {}
city = {}
[group]
member = { sort = ["provider", "city"] }
[role]
chair = { sort = "provider", exactly = 1 }
[document]
note = { by = "chair" }
[decision.agreed]
by = "member"
method = "qualified"
share = "2/3"
[rule.shared]
all = [{ every = "member", fact = "view", is = true }]
[fact]
view = { type = "yes_no", per = "party", by = "member", own = true }
seen = { type = "yes_no", per = "party", by = "chair" }
[lifecycle.plan]
[lifecycle.plan.role]
maker = {}
judge = {}
[lifecycle.plan.state]
made = {}
done = { final = true }
[lifecycle.plan.step.make]
to = "made"
by = "member"
takes = "maker"
"""


def all_answers(
    end: str, who: str = "true", to: str = "to_reach = \"plan.done\"", subject: str = ""
) -> tuple[Proved | Candidate | Undecided, ...]:
    """All answers of a plan with this last step, about this subject."""
    head = HEAD.replace("[lifecycle.plan]\n", f"[lifecycle.plan]\n{subject}\n")
    text = f"{head}[lifecycle.plan.step.end]\nfrom = \"made\"\nto = \"done\"\n{end}\n"
    text += f"[invariant.i]\n{to}\nnot_alone = {who}\n"
    found = read_text(text, checks=())
    assert () == found.diagnostics
    assert found.workflow is not None
    limits = Limits(members=2, cases=1)
    compiled = compile_workflow(found.workflow)
    return tuple(answers(compiled, found.workflow.invariants["i"], limits))


def answer(end: str, who: str = "true", to: str = "to_reach = \"plan.done\"") -> object:
    """The first answer of a plan with this last step."""
    return all_answers(end, who, to)[0]


@pytest.mark.parametrize(
    "end",
    [
        'by = "chair"\nneeds = ["agreed"]',
        'by = "chair"\nneeds = ["shared"]',
        'by = "member"\neach = true',
        'by = "chair"\nneeds = [{ some = "city", done = "make" }, { some = "city",'
        ' fact = "view", is = true }, { some = "provider", fact = "view", is = true }]',
    ],
)
def test_what_takes_more_than_one_is_proved(end: str) -> None:
    """A vote, what each says of itself, a step that each does, two who must act."""
    found = answer(end)
    assert isinstance(found, Proved)
    assert ("enumerated", Bounds(2)) == (found.how, found.bounds)


@pytest.mark.parametrize(
    "end",
    [
        'by = "chair"',
        'by = "maker"',
        'by = "chair"\nneeds = [{ document = "note" }]',
        'by = "chair"\nneeds = [{ every = "member", fact = "seen", is = true }]',
        'by = "chair"\nneeds = [{ some = "member", fact = "view", is = true }]',
        'by = "judge"\n[lifecycle.plan.step.name]\nfrom = "made"\nto = "stays"\n'
        'by = "maker"\nfill_in = "judge"',
        'by = "itself"\nneeds = [{ some = "member", fact = "view", is = true }]',
    ],
)
def test_what_one_can_do_has_a_path_of_its_acts(end: str) -> None:
    """Also where others could have done a part of it."""
    found = answer(end)
    assert isinstance(found, Candidate)
    assert ["plan.make", "plan.end"] == [one.step for one in found.steps]
    actors = {one.actor for one in found.steps if one.actor is not None}
    assert 1 == len(actors)


def test_one_who_is_named_is_looked_at_alone() -> None:
    """The maker alone does not end it, whoever that is; the chair does."""
    end = 'by = "chair"\nneeds = [{ some = "city", fact = "view", is = true }]'
    assert isinstance(answer(end, '"city"'), Proved)
    assert isinstance(answer('by = "chair"', '"city"'), Proved)
    assert isinstance(answer('by = "chair"', '"chair"'), Candidate)
    assert isinstance(answer('by = "maker"', '"plan.maker"'), Candidate)


def test_a_step_can_be_what_nobody_does_alone() -> None:
    """Also one that moves nothing."""
    talk = 'by = "chair"\nneeds = ["agreed"]\n[lifecycle.plan.step.talk]\nfrom = "made"\n' \
        'to = "stays"\nby = "member"\n'
    found = answer(talk, to='on_step = "plan.talk"')
    assert isinstance(found, Candidate)
    assert ["plan.make", "plan.talk"] == [one.step for one in found.steps]
    assert isinstance(answer(talk, to='on_step = "plan.end"'), Proved)


GIVEN = """by = "chair"
needs = ["agreed"]
[mandate.power]
giver = "member"
"""


def test_what_is_done_for_another_is_done_by_who_does_it() -> None:
    """Who may be given a mandate to vote by all others can get there alone, and the register of
    the path says by whom it is given."""
    first, *_, last = all_answers(GIVEN)
    assert isinstance(first, Candidate)
    register = first.setting.view.collaboration.register
    assert [("power", ("provider-1",), "city-1")] == [
        (one.mandate, one.who, one.to) for one in register.gives
    ]
    assert {"city-1"} == {one.actor for one in first.steps}
    assert isinstance(last, Proved)  # each for itself, so that is said when no path plays
    assert ("enumerated", Bounds(2, mandates=True)) == (last.how, last.bounds)


def test_what_is_done_for_another_can_be_the_work_of_that_other() -> None:
    """When the invariant says so; the proof says that it was counted so."""
    (found,) = all_answers(GIVEN, 'true\nmandates = "giver"')
    assert isinstance(found, Proved)
    assert Bounds(2, mandates=True) == found.bounds


def test_who_can_give_no_mandate_may_have_no_seat() -> None:
    """That somebody sits at a table for whom nobody can speak is no protection."""
    seated = GIVEN.replace('giver = "member"', 'giver = "provider"').replace(
        'needs = ["agreed"]', 'needs = ["there"]\n[table.big]\n[decision.there]\nby = "big"\n'
        'method = "consent"'
    )  # fmt: skip
    assert isinstance(all_answers(seated)[0], Candidate)


@pytest.mark.parametrize(
    ("mandate", "path"),
    [
        ('may = ["vote"]', True),
        ('may = ["report"]', False),
        ('may = ["vote"]\non = ["desk"]', False),
        ('may = ["vote"]\non = ["street"]', True),
    ],
)
def test_only_a_mandate_that_covers_the_act_makes_one_of_two(mandate: str, path: bool) -> None:
    """By what may be done with it, and on which subject; a part of the subject is not enough."""
    about = '[subject]\nstreet = {}\ndesk = { part_of = "street" }\n'
    text = f'{about}[mandate.power]\ngiver = "member"\n{mandate}\n'
    found = all_answers('by = "chair"\nneeds = ["agreed"]\n' + text, subject='subject = "street"')
    assert path == isinstance(found[0], Candidate)
    assert isinstance(found[-1], Proved)
    assert Bounds(2, mandates=path) == found[-1].bounds


def test_a_mandate_that_is_needed_may_be_there() -> None:
    """Who gives one acts elsewhere, so that this is no protection."""
    end = 'by = "chair"\nneeds = [{ mandate = "power" }]\n[mandate.power]\ngiver = "member"\n'
    assert isinstance(answer(end), Candidate)


def test_who_speaks_for_a_table_acts_itself() -> None:
    """A table at a table has a vote of its own, and its representative gives it: two of three."""
    table = """[role.speaker]
sort = "provider"
exactly = 1
[table.big]
[table.small]
speaks_at = "big"
representatives = "speaker"
[decision.both]
by = "big"
method = "majority"
"""
    found = answer('by = "chair"\nneeds = ["both"]\n' + table)
    assert isinstance(found, Candidate)


def test_what_stands_in_another_case_is_no_protection() -> None:
    """It may be the work of others."""
    other = '[lifecycle.other]\nunder = "plan"\n[lifecycle.other.state]\nopen = {}\n' \
        '[lifecycle.other.step.begin]\nto = "open"\nby = "member"\n'
    end = 'by = "chair"\nneeds = [{ some = "other", in = "open" }]\n' + other
    assert isinstance(answer(end), Candidate | Undecided)
