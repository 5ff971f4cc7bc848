"""What moving to another definition makes of a collaboration, from what the record says of it.

No definition is needed. Which cases move, and which cannot, is `core.migrating`.
"""

from __future__ import annotations

from typing import Any

from immutables import Map

from samenwerk.core.dividing import moved_shelf
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.event import CaseKept, CaseMoved, DefinitionChanged, RecordedEvent


def migrated(
    known: Collaboration, event: RecordedEvent, what: DefinitionChanged | CaseMoved | CaseKept
) -> dict[str, Any]:
    """The fields of the collaboration that are otherwise after the event."""
    if isinstance(what, DefinitionChanged):
        earlier = tuple(one for one in (*known.earlier, what.was) if one != event.definition)
        return {
            "workflow": what.workflow,
            "definition": event.definition,
            "earlier": tuple(dict.fromkeys(earlier)),
        }
    assert event.case is not None
    case = known.cases[event.case]
    if isinstance(what, CaseKept):
        return {"cases": known.cases.set(case.id, case.changed(kept=what))}
    return _moved(known, case, event, what)


def _moved(
    known: Collaboration, case: Case, event: RecordedEvent, what: CaseMoved
) -> dict[str, Any]:
    called, old = dict(what.states), case.state
    case = case.changed(
        definition=event.definition,
        kept=None,
        state=called.get(old, old),
        trail=tuple(called.get(one, one) for one in case.trail if one not in what.gone),
        clocks=Map({called.get(one, one): day for one, day in case.clocks.items()}),
    )
    changes: dict[str, Any] = {"cases": known.cases.set(case.id, case)}
    if case.state != old:
        order = known.by_lifecycle[case.lifecycle][case.id]
        changes["by_state"] = moved_shelf(known.by_state, case, old, order)
    return changes
