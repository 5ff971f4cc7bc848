"""A region that crosses what its base allows: every family against every word of `overlay`."""

from pathlib import Path

import pytest

from samenwerk.definitions.checks.example import BASE, FACTS, HEAD, TASK
from samenwerk.definitions.laying.overlay import GUARDED
from samenwerk.definitions.read import read_workflow

MORE = """
[open.vraag]
nl = "Vraag"
by = "voorzitter"
answers = ["ja", "nee"]
[say.advies]
nl = "Advies"
by = "aanbieder"
right = "advise"
before = "collaboration.stop"
[window.zomer]
nl = "Zomer"
opens = 2027-07-01
last_day = 2027-08-31
[date.peildag]
nl = "Peildag"
is = 2027-03-01
[calculation.tiende]
nl = "Tiende"
percent = 10
of_amount = "kosten"
round = "cent"
[pool.budget]
nl = "Budget"
amount = 5000
[queue.rij]
nl = "Rij"
holds = "collaboration.lopend"
order = ["ingang"]
[invariant.altijd]
nl = "Altijd"
to_reach = "collaboration.klaar"
needs = ["betaalbaar"]
[lifecycle.collaboration.duty.sturen]
nl = "Sturen"
by = "voorzitter"
must = "nota"
due = "4 weeks"
[lifecycle.klus.fact.aantal]
nl = "Aantal"
type = "whole_number"
by = "keurder"
"""
WHOLE = TASK + FACTS.removeprefix(BASE) + MORE

CHANGES = {
    "sort.aanbieder": 'source = "Anders"',
    "group.deelnemer": 'sort = { remove = ["gemeente"] }',
    "map.zorgkaart": "one_region_each = false",
    "table.regiotafel": 'members = "aanbieder"',
    "role.voorzitter": "exactly = 2",
    "subject.balie": 'source = "Anders"',
    "mandate.tekenen": 'giver = "gemeente"',
    "fact.ingang": 'by = "deelnemer"',
    "open.vraag": 'by = "deelnemer"',
    "document.nota": 'by = "deelnemer"',
    "parameter.grens": "at_most = 12000",
    "rule.betaalbaar": 'all = { replace = ["akkoord"] }',
    "decision.akkoord": 'method = "consent"',
    "say.advies": 'by = "gemeente"',
    "window.zomer": "last_day = 2027-09-30",
    "date.peildag": "is = 2027-04-01",
    "calculation.tiende": "percent = 20",
    "pool.budget": "amount = 6000",
    "queue.rij": 'order = { replace = ["kosten"] }',
    "invariant.altijd": 'needs = { replace = ["akkoord"] }',
    "lifecycle.klus": "one = true",
    "lifecycle.collaboration.duty.sturen": 'due = "9 weeks"',
    "lifecycle.collaboration.state.lopend": 'due = "9 weeks"',
    "lifecycle.collaboration.step.stop": 'by = "deelnemer"',
    "lifecycle.klus.fact.aantal": 'by = "voorzitter"',
    "lifecycle.klus.role.keurder": "exactly = 2",
}
"""A thing of the base, and something else that a region says of it."""

STANDING = {"closed", "stricter", "range", "open", None}


def cases() -> list[tuple[str, str | None]]:
    """Each thing with each word, and without one."""
    return [(name, word) for name in CHANGES for word in sorted(STANDING, key=str)]


def with_overlay(name: str, word: str | None) -> str:
    """The base with that word at one thing."""
    if word is None:
        return WHOLE
    heading, said = f"[{name}]\n", f'overlay = "{word}"\n'
    if heading in WHOLE:
        return WHOLE.replace(heading, heading + said)
    above, _, last = name.rpartition(".")
    start = WHOLE.index(f"{last} = {{", WHOLE.index(f"[{above}]\n"))
    at = start + len(f"{last} = {{")
    return f"{WHOLE[:at]} {said.strip()},{WHOLE[at:]}"


def allowed(name: str, word: str | None) -> bool:
    """Whether anything may be changed of it."""
    family = name.split(".")[-2]
    return (
        word == "open"
        or (word is None and family not in GUARDED and family != "step")
        or (word is None and name == "lifecycle.klus")
    )


@pytest.mark.parametrize(("name", "word"), cases())
def test_a_crossing_names_both_places(name: str, word: str | None, tmp_path: Path) -> None:
    """The author's own, and that of the base; what is open may be changed."""
    base = with_overlay(name, word)
    (tmp_path / "basis.toml").write_text(base, encoding="utf-8")
    (tmp_path / "workflow.toml").write_text(f"{HEAD}[{name}]\n{CHANGES[name]}\n", encoding="utf-8")
    found = read_workflow(tmp_path / "workflow.toml", checks=()).diagnostics
    told = [(one.code, Path(one.place.file).name, one.place.line) for one in found]
    if allowed(name, word):
        assert [] == told
        return
    assert [("SW113", "workflow.toml", HEAD.count("\n") + 2)] == told
    near = found[0].nearest_place
    assert near is not None
    assert "basis.toml" == Path(near.file).name
    key = CHANGES[name].split(" ")[0]
    line = base.splitlines()[near.line - 1]
    assert key in line or name.split(".")[-1] in line
