"""The case that is measured: may a change of a precondition be adopted?

Six states, ten steps. `adopt` asks four things: enough members consent, three kinds of party are
present, the supporter is independent, and the region gains at least what the single party gains.
Here it stands as a definition; `by_hand.py` and `peers.py` have it in other ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

import attrs

from samenwerk.core.compiled import Compiled, CompiledStep, compile_workflow
from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.core.view import View
from samenwerk.definitions.read import read_text
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command, Do, Enrol, Record, Say, Start
from samenwerk.values.event import Line
from samenwerk.values.register import Holding, Party

TEXT = """\
[workflow]
id = "precondition"
version = "1"
nl = "Randvoorwaarde wijzigen"

[sort]
provider = { nl = "Zorgaanbieder" }
insurer = { nl = "Zorgverzekeraar" }
municipality = { nl = "Gemeente" }
knowledge = { nl = "Kennisorganisatie" }
bureau = { nl = "Bureau" }

[group]
member = { sort = ["provider", "insurer", "municipality"], nl = "Deelnemer" }

[role]
chair = { sort = "bureau", exactly = 1, nl = "Voorzitter" }
supporter = { sort = "knowledge", nl = "Ondersteuner" }

[lifecycle.collaboration]
nl = "Samenwerking"
[lifecycle.collaboration.state]
active = { nl = "Actief" }
ended = { nl = "Beëindigd", final = true }
[lifecycle.collaboration.step]
found = { nl = "Oprichten", to = "active", by = "chair" }
end = { nl = "Beëindigen", from = "active", to = "ended", by = "chair" }

[lifecycle.change]
nl = "Wijziging van een randvoorwaarde"
under = "collaboration"

[lifecycle.change.fact.tied]
nl = "Gebonden aan een partij"
type = "yes_no"
per = "party"
by = ["chair", "supporter"]

[lifecycle.change.fact.regional]
nl = "Wat de regio wint"
type = "whole_number"
by = ["chair", "supporter"]

[lifecycle.change.fact.single]
nl = "Wat een enkele partij hoogstens wint"
type = "whole_number"
by = ["chair", "supporter"]

[lifecycle.change.decision.carry]
nl = "Draagvlak van de deelnemers"
by = "member"
method = "qualified"
share = "2/3"
absent = "stays_open"

[lifecycle.change.rule.enough_consent]
nl = "Genoeg deelnemers dragen het"
all = ["carry"]

[lifecycle.change.rule.three_kinds]
nl = "Drie soorten partijen doen mee"
all = [
  { count = "provider", at_least = 1 },
  { count = "insurer", at_least = 1 },
  { count = "municipality", at_least = 1 },
]

[lifecycle.change.rule.supporter_independent]
nl = "De ondersteuner is ongebonden"
all = [{ every = "supporter", fact = "tied", is = false }]

[lifecycle.change.rule.not_for_one]
nl = "De regio wint minstens wat een enkele partij wint"
all = [{ fact = "regional", at_least = "single" }]

[lifecycle.change.state]
proposed = { nl = "Voorgesteld" }
tested = { nl = "Getoetst" }
consulting = { nl = "In raadpleging" }
paused = { nl = "Gepauzeerd" }
adopted = { nl = "Vastgesteld", final = true }
withdrawn = { nl = "Ingetrokken", final = true }

[lifecycle.change.step]
propose = { nl = "Voorstellen", to = "proposed", by = ["member", "chair"] }
correct = { nl = "Bijstellen", from = "proposed", to = "stays", by = "chair" }
test = { nl = "Toetsen", from = "proposed", to = "tested", by = "chair" }
redo = { nl = "Overdoen", from = "tested", to = "proposed", by = "chair" }
consult = { nl = "Raadplegen", from = "tested", to = "consulting", by = "chair" }
pause = { nl = "Pauzeren", from = "consulting", to = "paused", by = "chair" }
resume = { nl = "Hervatten", from = "paused", to = "consulting", by = "chair" }
reject = { nl = "Afwijzen", from = "consulting", to = "withdrawn", by = "chair" }

[lifecycle.change.step.withdraw]
nl = "Intrekken"
from = ["proposed", "tested"]
to = "withdrawn"
by = "chair"

[lifecycle.change.step.adopt]
nl = "Vaststellen"
from = "consulting"
to = "adopted"
by = "chair"
needs = [
  "enough_consent",
  "three_kinds",
  "supporter_independent",
  "not_for_one",
]
"""

DAY = date(2027, 2, 1)
MOMENT = datetime(2027, 2, 1, 9, 30, tzinfo=UTC)
CASE = "wijziging-1"
CHAIR, SUPPORTER = "bureau", "gids"
SIX: Mapping[str, str] = {
    "noord": "provider",
    "zuid": "provider",
    "oost": "provider",
    "brug": "insurer",
    "dal": "municipality",
    "berg": "municipality",
}
ROADS: Mapping[str, tuple[str, ...]] = {
    "proposed": (),
    "tested": ("test",),
    "consulting": ("test", "consult"),
    "paused": ("test", "consult", "pause"),
    "adopted": ("test", "consult", "adopt"),
    "withdrawn": ("withdraw",),
}


@attrs.frozen
class Situation:
    """One change as it stands, in plain values: what every rival is asked about.

    `kinds` gives the sort of each member, `tied` whether a supporter is bound to a party (a
    supporter that is not in it has not been asked).
    """

    state: str = "consulting"
    kinds: Mapping[str, str] = SIX
    positions: Mapping[str, str] = attrs.field(
        factory=lambda: dict.fromkeys(("noord", "zuid", "brug", "dal"), "for")
    )
    supporters: tuple[str, ...] = (SUPPORTER,)
    tied: Mapping[str, bool] = attrs.field(factory=lambda: {SUPPORTER: False})
    regional: int | None = 5
    single: int | None = 4


MET = Situation()


def large(members: int) -> Situation:
    """The same with more members, of whom two thirds are for."""
    sorts = ("provider", "insurer", "municipality")
    kinds = {f"partij-{n}": sorts[n % 3] for n in range(members)}
    return Situation(kinds=kinds, positions=dict.fromkeys(list(kinds)[: 2 * members // 3], "for"))


def compiled() -> Compiled:
    """The definition, read and made ready."""
    reading = read_text(TEXT, file="precondition.toml")
    assert reading.workflow is not None, reading.diagnostics
    return compile_workflow(reading.workflow)


def do(id: str, step: str, case: str = CASE) -> Do:
    """The command to do a step of a change, by the chair."""
    return Do(id=id, actor=CHAIR, moment=MOMENT, day=DAY, case=case, step=f"change.{step}")


ADOPT = do("adopt", "adopt")


def founded(ready: Compiled, situation: Situation = MET) -> Collaboration:
    """A collaboration with these parties, in which no change was proposed yet."""
    known: Collaboration | None = None
    for command in _founding(ready, situation):
        known = after(ready, known, command)
    assert known is not None
    return known


def _founding(ready: Compiled, situation: Situation) -> tuple[Command, ...]:
    stamp = {"moment": MOMENT, "day": DAY}
    parties = {**situation.kinds, **dict.fromkeys(situation.supporters, "knowledge")}
    parties[CHAIR] = "bureau"
    holds = (Holding("chair", CHAIR), *(Holding("supporter", one) for one in situation.supporters))
    return (
        Start(id="start", actor=CHAIR, collaboration="regio", workflow="precondition",
              definition=ready.workflow.digest, **stamp),
        Enrol(id="enrol", actor=CHAIR, holds=holds,
              parties=tuple(Party(id, sort) for id, sort in parties.items()), **stamp),
        Do(id="found", actor=CHAIR, case="root", step="collaboration.found", **stamp),
    )  # fmt: skip


def commands_of(situation: Situation, case: str = CASE) -> Iterator[Command]:
    """What was done in a change until it stood as in the situation."""
    stamp = {"moment": MOMENT, "day": DAY, "case": case}
    yield do(f"{case}.propose", "propose", case)
    for who, tied in situation.tied.items():
        yield Record(id=f"{case}.{who}", actor=CHAIR, fact="tied", value=tied, who=who, **stamp)
    for fact in ("regional", "single"):
        value = getattr(situation, fact)
        if value is not None:
            yield Record(id=f"{case}.{fact}", actor=CHAIR, fact=fact, value=value, **stamp)
    for who, position in situation.positions.items():
        yield Say(id=f"{case}.{who}", actor=who, decision="carry", position=position, **stamp)
    for step in ROADS[situation.state]:
        yield do(f"{case}.{step}", step, case)


def collaboration(ready: Compiled, situation: Situation = MET) -> Collaboration:
    """The collaboration with one change in it, each act decided and recorded."""
    known = founded(ready, situation)
    for command in commands_of(situation):
        known = after(ready, known, command)
    return known


def after(
    ready: Compiled, known: Collaboration | None, command: Command, *, seal: bool = True
) -> Collaboration:
    """The collaboration after a command that is carried out."""
    outcome = decide(ready, known, command, seal=seal, look=False)
    assert outcome.carried_out, (command, outcome)
    made = replay(outcome.lines, known)
    assert made is not None
    return made


def step_and_view(ready: Compiled, known: Collaboration) -> tuple[CompiledStep, View]:
    """What `adopt` is judged by, and what it is asked about."""
    step = ready.step("change.adopt")
    assert step is not None
    return step, View(known, known.cases[CASE], DAY, CHAIR, CHAIR)


def stream(ready: Compiled) -> Iterator[Line]:
    """The lines of a collaboration in which one change after another is adopted, without end."""
    known: Collaboration | None = None
    number = 0
    adopted = attrs.evolve(MET, state="adopted")
    commands = _founding(ready, MET)
    while True:
        for command in commands:
            outcome = decide(ready, known, command, look=False)
            yield from outcome.lines
            known = replay(outcome.lines, known)
        number += 1
        commands = tuple(commands_of(adopted, f"wijziging-{number}"))
