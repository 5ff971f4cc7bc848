"""A small workflow and register by hand, and a speaker for each language."""

import pytest

from samenwerk.language.catalogue import Speaker
from samenwerk.values.declared import Decision, Document, Fact, Lifecycle, State, Step, Workflow
from samenwerk.values.register import Party, Register
from samenwerk.values.time import Term
from samenwerk.values.tree import All, Rule
from samenwerk.values.who import Mandate, Role, Table


def labels(nl: str, en: str) -> dict[str, str]:
    return {"nl": nl, "en": en}


@pytest.fixture(scope="session")
def workflow() -> Workflow:
    """Changing an agreement: drafted, decided on, adopted."""
    change = Lifecycle(
        name="change",
        labels=labels("Wijziging", "Change"),
        under="collaboration",
        states={
            "draft": State(name="draft", labels=labels("concept", "draft")),
            "asked": State(
                name="asked", labels=labels("voorgelegd", "submitted"), due=Term(4, "week")
            ),
            "adopted": State(name="adopted", labels=labels("vastgesteld", "adopted"), final=True),
        },
        steps={
            "open": Step(name="open", lifecycle="change", labels=labels("Beginnen", "Begin")),
            "submit": Step(
                name="submit", lifecycle="change", labels=labels("Voorleggen", "Submit")
            ),
            "adopt": Step(name="adopt", lifecycle="change", labels=labels("Vaststellen", "Adopt")),
        },
    )
    root = Lifecycle(
        name="collaboration",
        labels=labels("Samenwerking", "Collaboration"),
        states={"running": State(name="running", labels=labels("lopend", "running"))},
    )
    return Workflow(
        name="regio",
        labels=labels("Regio", "Region"),
        version="2027.1",
        digest="d",
        effective={},
        lifecycles={"change": change, "collaboration": root},
        tables={"horizontal": Table(name="horizontal", labels={"nl": "Horizontale tafel"})},
        roles={
            "change.lead": Role(
                name="lead", lifecycle="change", labels=labels("trekker", "project lead")
            )
        },
        mandates={"vote": Mandate(name="vote", labels=labels("stemmandaat", "voting mandate"))},
        facts={
            "cost": Fact(name="cost", type="money", labels=labels("kosten", "cost")),
            "change.benefit": Fact(
                name="benefit", type="money", lifecycle="change", labels=labels("baat", "benefit")
            ),
        },
        documents={
            "impact_note": Document(
                name="impact_note", labels=labels("effectnotitie", "impact note")
            )
        },
        decisions={
            "adoption": Decision(
                name="adoption", method="consent", by=(), labels=labels("Vaststelling", "Adoption")
            )
        },
        rules={
            "support": Rule(name="support", part=All(()), labels=labels("Draagvlak", "Support"))
        },
    )


@pytest.fixture(scope="session")
def register() -> Register:
    """Three providers and an insurer."""
    names = {"west": "Zorg West", "oost": "Zorg Oost", "noord": "Zorg Noord"}
    providers = [Party(id, "provider", (("nl", name),)) for id, name in names.items()]
    insurer = Party("polis", "insurer", (("nl", "Polis"), ("en", "Policy")))
    return Register(parties=(*providers, insurer))


@pytest.fixture
def nl(workflow: Workflow, register: Register) -> Speaker:
    """Who speaks Dutch."""
    return Speaker("nl", workflow, register)


@pytest.fixture
def en(workflow: Workflow, register: Register) -> Speaker:
    """Who speaks English."""
    return Speaker("en", workflow, register)
