"""What somebody typed into a form for a step: read by what the workflow asks."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from samenwerk import Misuse, Name, UnknownName, Workflow, fields, load, render, typed
from samenwerk.language.typed import Typed

DESK = Path(__file__).parents[2] / "examples" / "shared-desk"


@pytest.fixture(scope="module")
def desk() -> Workflow:
    """The shared desk of the examples."""
    return load(DESK)


def test_each_field_becomes_what_the_step_takes(desk: Workflow) -> None:
    """Amounts and days as people write them; what is empty or not asked for is left alone."""
    form = {"costs": "€ 48.000,00", "impact_note": "Nota", "csrf": "x", "step": "desk.plan"}
    assert Typed(
        facts={"costs": Decimal("48000.00")}, documents={"impact_note": "Nota"}, roles={}
    ) == typed("desk.plan", form, desk)
    assert {"trial_end": date(2027, 12, 31)} == typed(
        "desk.begin", {"trial_end": "31 december 2027"}, desk
    )["facts"]
    assert Typed(facts={}, documents={}, roles={}) == typed("desk.plan", {"costs": " "}, desk)


def test_a_step_names_its_fields(desk: Workflow) -> None:
    """In the order of the text, each of its family, so that a page can label it."""
    assert (Name("document", "desk.impact_note"), Name("fact", "desk.costs")) == fields(
        "desk.plan", desk
    )
    assert () == fields("desk.drop", desk)


@pytest.mark.parametrize(
    ("words", "nl", "en"),
    [
        ("veel", 'Kosten per jaar kan niet "veel" zijn; dit is een bedrag, als 1250,50.',
         'Costs a year cannot be "veel"; this is an amount, as 1250.50.'),
        ("5.000", 'Kosten per jaar: "5.000" is op twee manieren te lezen; typ 5000 of 5.00.',
         'Costs a year: "5.000" can be read in two ways; type 5000 or 5.00.'),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_what_would(
    desk: Workflow, words: str, nl: str, en: str
) -> None:
    """A form can show the sentence beside the field, which the error names."""
    with pytest.raises(Misuse) as fault:
        typed("desk.plan", {"costs": words}, desk)
    assert "costs" == fault.value.params["fact"]
    from samenwerk import Engine, MemoryStore

    room = Engine(MemoryStore()).start(desk, "balie", rehearsal=True)
    assert (nl, en) == (render(fault.value, "nl", room), render(fault.value, "en", room))


def test_a_step_that_is_not_there(desk: Workflow) -> None:
    """A form for another workflow is a mistake of the program."""
    with pytest.raises(UnknownName):
        typed("desk.open", {}, desk)
