"""A role says who can hold it and what it keeps from its holder, a mandate what it lets do."""

from __future__ import annotations

import pytest

from samenwerk.front import load
from samenwerk.language.catalogue import Speaker
from samenwerk.language.explained import explain_declared
from samenwerk.values.declared import Workflow
from samenwerk.values.who import Role


@pytest.fixture(scope="module")
def base() -> Workflow:
    return load("landelijk")


def test_a_mandate_says_what_it_lets_do(base: Workflow) -> None:
    """What may be done with it, on what, and by whom it can be given."""
    mandate = base.mandates["representation"]
    assert [
        "Wie het heeft, mag namens wie het gaf spreken, vragen, voorstellen, adviseren, "
        "instemmen, stemmen en besluiten.",
        "Dat gaat over de samenwerking.",
        "Wie het kan geven: organisatie in de regio of vertegenwoordiger van de achterban.",
    ] == explain_declared(mandate, Speaker("nl", base))
    assert [
        "On behalf of whoever gave it, its holder may speak, ask, propose, advise, agree, vote "
        "and decide.",
        "It is about the collaboration.",
        "Who can give it: organisation in the region or representative of the rank and file.",
    ] == explain_declared(mandate, Speaker("en", base))


def test_a_role_says_what_it_keeps_from_its_holder(base: Workflow) -> None:
    """Of which sort its holder is, how many there are, and the acts that it never does."""
    assert [
        "Wie de rol heeft, is een kennisorganisatie.",
        "Wie de rol heeft, mag nooit voorstellen, instemmen, stemmen of besluiten.",
    ] == explain_declared(base.roles["supporter"], Speaker("nl", base))
    assert ["Exactly 1 party holds it."] == explain_declared(
        base.roles["chair"], Speaker("en", base)
    )


def test_a_role_for_one_kind_of_act() -> None:
    """Where only some acts are its holder's, they are named."""
    role = Role(name="watcher", many=True, may=("monitor", "report"))
    assert [
        "More than one party can hold it.",
        "Its holder may do this only: monitor and report.",
    ] == explain_declared(role, Speaker("en"))
