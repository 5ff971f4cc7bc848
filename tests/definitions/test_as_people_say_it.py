"""A name or fixed word in the words of people: what the fault says was meant, and its mend."""

from pathlib import Path

import pytest

from samenwerk.definitions.read import read_workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.message import Message

HOUSE = """\
[workflow]
id = "huis"
version = "1"
nl = "Huis"
[sort.provider]
nl = "Zorgaanbieder"
[role.chair]
nl = "Voorzitter"
[group.member]
nl = "Deelnemer aan de tafel"
sort = "provider"
[subject.plan]
nl = "Het plan"
[lifecycle.elsewhere]
nl = "Elders"
[lifecycle.elsewhere.role.guest]
nl = "Deelnemer"
[lifecycle.house]
nl = "Huis"
[lifecycle.house.state.a]
nl = "Begin"
[lifecycle.house.document.plan]
nl = "Plan"
[lifecycle.house.rule.runs]
nl = "De samenwerking loopt"
all = [{ document = "plan" }]
[lifecycle.house.step.open]
nl = "Openen"
to = "a"
"""


def faults(line: str, tmp_path: Path) -> list[Diagnostic]:
    """What is said of a step that has this line too."""
    path = tmp_path / "workflow.toml"
    path.write_text(HOUSE + line + "\n", encoding="utf-8")
    return [one for one in read_workflow(path).diagnostics if one.code < "SW200"]


@pytest.mark.parametrize(
    ("line", "code", "nearest", "mend"),
    [
        ('by = "voorzitter"', "SW103", "chair", None),
        ('by = "deelnemer"', "SW103", "member", None),  # before the one of another lifecycle
        ('by = "zorgaanbieder"', "SW103", "provider", None),
        ('needs = ["samenwerking_loopt"]', "SW103", "runs", None),
        ('act = "voorstellen"', "SW106", "propose", '"propose"'),
        ('act = "Propose"', "SW106", "propose", '"propose"'),
        ('act = "propos"', "SW106", "propose", None),
        ('needs = ["plan"]', "SW103", None, '{ document = "plan" }'),
        ('needs = "runs"', "SW102", None, '["runs"]'),
        ('needs = { document = "plan" }', "SW102", None, '[{ document = "plan" }]'),
    ],
)  # fmt: skip
def test_what_was_meant(
    line: str, code: str, nearest: str | None, mend: str | None, tmp_path: Path
) -> None:
    """By what people call it; a mend is there only for what can mean one thing."""
    found = [
        (one.code, one.nearest, None if one.repair is None else one.repair.text)
        for one in faults(line, tmp_path)
    ]
    assert [(code, nearest, mend)] == found


def test_what_stands_in_the_lifecycle_itself_comes_first(tmp_path: Path) -> None:
    """`plan` is a document of this lifecycle and a subject of the whole: the document is told."""
    (found,) = faults('needs = ["plan"]', tmp_path)
    assert ("asked", Message("kind.document")) == (found.params["case"], found.params["other"])
