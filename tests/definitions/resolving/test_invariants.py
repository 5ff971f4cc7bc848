"""Invariants as written: what a text becomes, how it is told, and what is wrong with it."""

import pytest

from samenwerk.core.leaves.document import Document as DocumentLeaf
from samenwerk.definitions.read import read_text
from samenwerk.language.catalogue import Speaker
from samenwerk.language.explained import explain_declared
from samenwerk.values.declared import Invariant
from samenwerk.values.tree import Ask

BASE = """\
[workflow]
id = "a"
version = "1"
[sort]
provider = {}
[document]
note = { by = "provider", en = "note", nl = "nota" }
[lifecycle.plan]
en = "plan"
nl = "plan"
[lifecycle.plan.role]
maker = { en = "maker", nl = "maker" }
[lifecycle.plan.state]
made = { en = "made", nl = "gemaakt" }
asked = { en = "asked", nl = "gevraagd" }
[lifecycle.plan.step]
make = { to = "made", by = "provider", takes = "maker", en = "make", nl = "maken" }
ask = { from = "made", to = "asked", by = "provider", en = "ask", nl = "vragen" }
[lifecycle.other]
under = "plan"
[lifecycle.other.state]
open = {}
[lifecycle.other.step]
begin = { to = "open", by = "provider" }
[invariant.it]
"""
LINE = BASE.count("\n")


def read(*lines: str):
    """The base with an invariant of these lines."""
    return read_text("\n".join((BASE.rstrip(), *lines, "")), checks=())


def it(*lines: str) -> Invariant:
    """That invariant, read without faults."""
    found = read(*lines)
    assert () == found.diagnostics
    assert found.workflow is not None
    return found.workflow.invariants["it"]


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (('to_reach = "plan.asked"', 'only_after = "plan.make"'),
         {"to_reach": "plan.asked", "only_after": "plan.make"}),
        (('to_reach = "other.open"', 'only_after = "plan.make"'),
         {"to_reach": "other.open", "only_after": "plan.make"}),
        (('on_step = "plan.ask"', "at_most = 2"), {"on_step": "plan.ask", "at_most": 2}),
        (('while_in = "plan.asked"', "at_most = 1", "breaches = true"),
         {"while_in": "plan.asked", "at_most": 1, "breaches": True}),
        (('to_reach = "plan.asked"', "not_alone = true"),
         {"to_reach": "plan.asked", "not_alone": True}),
        (('to_reach = "plan.asked"', "not_alone = true", 'mandates = "giver"'),
         {"to_reach": "plan.asked", "not_alone": True, "mandates": "giver"}),
        (('always = "can_end"',), {"always": "can_end"}),
        (('always = "escalates"', 'lifecycles = ["plan", "other"]'),
         {"always": "escalates", "lifecycles": ("plan", "other")}),
    ],
)  # fmt: skip
def test_each_form_becomes_a_value(lines: tuple[str, ...], fields: dict[str, object]) -> None:
    """With its states and steps by their full names."""
    assert Invariant(name="it", **fields) == it(*lines)


def test_what_must_have_held_since_a_step() -> None:
    """The conditions stand there resolved, with the step since when they hold."""
    found = it('to_reach = "plan.asked"', 'needs = [{ document = "note" }]',
               'held_since = "plan.make"')  # fmt: skip
    assert ("plan.asked", "plan.make", 1) == (found.to_reach, found.held_since, len(found.needs))
    asked = found.needs[0]
    assert isinstance(asked, Ask)
    assert isinstance(asked.leaf, DocumentLeaf)


def test_the_one_who_does_not_get_there_alone_is_a_role_of_the_case() -> None:
    """A name at not_alone is somebody, not a flag."""
    found = it('to_reach = "plan.asked"', 'not_alone = "plan.maker"').not_alone
    assert not isinstance(found, bool)
    assert ("role", "maker", "plan") == (found.kind, found.name, found.lifecycle)


@pytest.mark.parametrize(
    ("lines", "nl", "en"),
    [
        (('to_reach = "plan.asked"', 'needs = [{ document = "note" }]',
          'held_since = "plan.make"'),
         ["Een dossier (plan) komt nooit in gevraagd zonder dat dit waar is: het stuk nota "
          "is ingediend.",
          "Dat was ook al zo bij de stap maken, en bij elke stap daarna."],
         ["A case (plan) never gets to asked without this being so: the document note was "
          "handed in.",
          "So it was at the step make too, and at every step since."]),
        (('to_reach = "plan.asked"', 'not_alone = "plan.maker"'),
         ["Een dossier (plan) komt nooit in gevraagd door wat één partij doet, ook niet als "
          "dat deze is: maker."],
         ["A case (plan) never gets to asked by what one party does, not even this one: "
          "maker."]),
        (('to_reach = "plan.asked"', "not_alone = true", 'mandates = "giver"'),
         ["Geen partij krijgt een dossier (plan) in haar eentje in gevraagd.",
          "Wat een partij op mandaat doet, telt als gedaan door wie het gaf."],
         ["No party gets a case (plan) to asked on its own.",
          "What a party does on a mandate counts as done by who gave it."]),
        (('while_in = "plan.asked"', "at_most = 1", "breaches = true"),
         ["Van de dossiers (plan) onder hetzelfde dossier zijn er nooit meer dan 1 tegelijk "
          "in gevraagd.", "Dit geldt ook langs wat niet mocht en toch gebeurde."],
         ["Of the cases (plan) under the same case never more than 1 are in asked at once.",
          "This holds also along what was refused and happened all the same."]),
        (('always = "can_end"', 'lifecycles = "plan"'),
         ["Elk dossier dat loopt, kan altijd nog eindigen.", "Dit geldt voor plan."],
         ["Every case that is not over can always still end.", "This holds for plan."]),
    ],
)  # fmt: skip
def test_each_form_is_told_in_sentences(lines: tuple[str, ...], nl: list[str], en: list[str]
                                        ) -> None:  # fmt: skip
    """In both languages, with the names that people know."""
    workflow = read(*lines).workflow
    assert workflow is not None
    found = workflow.invariants["it"]
    assert nl == explain_declared(found, Speaker("nl", workflow))
    assert en == explain_declared(found, Speaker("en", workflow))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (('to_reach = "plan.asked"',), (("SW107", 0, 12),)),
        (('needs = [{ document = "note" }]',), (("SW107", 0, 12),)),
        (('to_reach = "plan.asked"', 'while_in = "plan.made"', 'needs = [{ document = "note" }]'),
         (("SW107", 2, 1),)),
        (('to_reach = "plan.asked"', 'needs = [{ document = "note" }]', "not_alone = true"),
         (("SW107", 3, 1),)),
        (('to_reach = "plan.asked"', "at_most = 1"), (("SW121", 2, 1),)),
        (('to_reach = "plan.nowhere"', "not_alone = true"), (("SW103", 1, 12),)),
        (('on_step = "plan.ask"', 'only_after = "plan.nothing"'), (("SW103", 2, 14),)),
        (('on_step = "plan.ask"', 'only_after = "other.begin"'), (("SW121", 2, 14),)),
        (('on_step = "plan.ask"', 'only_after = "plan.ask"'), (("SW121", 2, 14),)),
        (('on_step = "plan.ask"', "at_most = 0"), (("SW121", 2, 11),)),
        (('on_step = "plan.ask"', "at_most = -1"), (("SW102", 2, 11),)),
        (('on_step = "plan.ask"', "not_alone = false"), (("SW102", 2, 13),)),
        (('on_step = "plan.ask"', 'not_alone = "plan.nobody"'), (("SW103", 2, 13),)),
        (('always = "forever"',), (("SW106", 1, 10),)),
        (('always = "can_end"', 'lifecycles = "plans"'), (("SW103", 2, 14),)),
        (('to_reach = "plan.asked"', "not_alone = true", 'lifecycles = "plan"'),
         (("SW121", 3, 1),)),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_once_at_its_place(
    lines: tuple[str, ...], expected: tuple[tuple[str, int, int], ...]
) -> None:
    """Words that do not go together, names that nothing has, and values of another kind."""
    found = read(*lines).diagnostics
    assert expected == tuple((one.code, one.place.line - LINE, one.place.column) for one in found)
