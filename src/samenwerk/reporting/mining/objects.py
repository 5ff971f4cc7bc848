"""What a case, a party and the whole are for a tool: attributes, and what they hang together with.

A case changes; from which event on it was what, is told by walking through the events in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samenwerk.core.facts import facts_of
from samenwerk.hooks.whole import Speaks, Whole
from samenwerk.reporting.mining.attribute import Attribute, Unseal, attribute, of_facts
from samenwerk.reporting.mining.happenings import Happening
from samenwerk.values.case import Case
from samenwerk.values.event import CaseMoved, StepDone
from samenwerk.values.message import Name
from samenwerk.values.register import Party

Change = tuple[str, Happening, tuple[Attribute, ...]]
"""A case, the event by which it changed, and what it was from then on."""


def belongings(case: Case) -> Iterator[Attribute]:
    """What is told of a case as it stands, but for its state: its lifecycle, and whose it is."""
    yield attribute("lifecycle", case.lifecycle)
    yield attribute("opened", case.opened.day)
    for key, value in (("under", case.parent), ("of", case.of), ("rests_on", case.rests_on)):
        if value is not None:
            yield attribute(key, value)
    for role in sorted(case.roles):
        yield attribute(f"role.{role}", "; ".join(case.roles[role]))


def standing(case: Case) -> Iterator[Attribute]:
    """Its state, and whether it is over."""
    yield attribute("state", case.state)
    yield attribute("over", case.over)


def of_party(id: str, party: Party | None, speaker: Speaks) -> Iterator[Attribute]:
    """What is told of a party, or of who acts without standing in the register."""
    yield attribute("label", speaker.tell(Name("party", id)))
    if party is not None:
        yield attribute("sort", party.sort)
        given = {
            "belongs_to": party.belongs_to, "starts": party.span.starts,
            "last_day": party.span.last_day, "source": party.source,
        }  # fmt: skip
        yield from (attribute(key, one) for key, one in given.items() if one is not None)


def of_whole(whole: Whole) -> Iterator[Attribute]:
    """What is told of the collaboration itself."""
    known = whole.collaboration
    yield attribute("workflow", whole.workflow.name)
    yield attribute("version", whole.workflow.version)
    yield attribute("definition", known.definition)
    yield attribute("zone", known.zone)
    yield attribute("rehearsal", known.rehearsal)


def changes(found: Iterable[Happening], unseal: Unseal) -> Iterator[Change]:
    """Each time that a case came to stand otherwise, in order: its state, and its facts."""
    states: dict[str, str] = {}
    for happening in found:
        for case, state, over in _stood(happening, states):
            told = [] if state == states.get(case) else [attribute("state", state)]
            if over or case not in states:
                told.append(attribute("over", over))
            states[case] = state
            if told:
                yield case, happening, tuple(told)
        facts = tuple(of_facts(facts_of(happening.event.what), unseal))
        if facts and happening.event.case is not None:
            yield happening.event.case, happening, facts


def _stood(happening: Happening, states: dict[str, str]) -> Iterator[tuple[str, str, bool]]:
    event, what = happening.event, happening.event.what
    case = event.case or ""
    if isinstance(what, CaseMoved):
        after = dict(what.states).get(states.get(case, ""))
        if after is not None:
            yield case, after, False
    if not isinstance(what, StepDone):
        return
    if event.to_state is not None:
        yield case, event.to_state, what.over
    if what.split is not None:
        yield from ((id, what.split.state, False) for id, _ in what.split.into)
    if what.merged is not None:
        yield from ((id, what.merged.state, True) for id in what.merged.cases)
