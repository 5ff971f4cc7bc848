"""Beginning a collaboration: the one command that comes before there is a room.

What else becomes of commands is `acting`.
"""

from __future__ import annotations

from datetime import date

from samenwerk.core.authority import not_theirs
from samenwerk.core.decide import decide
from samenwerk.core.encode import command_digest
from samenwerk.core.evolve import replay
from samenwerk.definitions.laying.effective import effective_text
from samenwerk.engine.acting import Desk, append, repeated
from samenwerk.engine.shelf import Running, check_id
from samenwerk.engine.telling import command_told
from samenwerk.values.checking import check_is
from samenwerk.values.command import Start
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import Conflict, Misuse, NotYou
from samenwerk.values.outcome import Outcome


def begin(
    desk: Desk,
    workflow: Workflow,
    collaboration: str,
    actor: str | None,
    rehearsal: bool,
    day: date | None,
    command_id: str | None,
) -> None:
    """Record that a collaboration began, and keep its workflow; raises as `Engine.start` says.

    There is no register yet, so that who may is asked of the offices alone.
    """
    check_is("workflow", workflow, Workflow, "as load gives")
    check_is("collaboration", collaboration, str)
    id = check_id(collaboration, "collaboration")
    if desk.pretends and not rehearsal:
        raise Misuse("only a rehearsal can be at another moment", what="rehearsal", name=id)
    command = desk.command(
        Start, workflow.zone, day, command_id, actor=actor, collaboration=id,
        workflow=workflow.name, definition=workflow.digest, zone=workflow.zone,
        rehearsal=rehearsal,
    )  # fmt: skip
    starters = desk.offices.start
    if actor is not None and starters is not None and actor not in starters:
        outcome = not_theirs("start", actor, starters)
        desk.refused("", command, outcome)  # not under a name that is still free
        raise NotYou("starting is up to others", why=outcome.headline)
    running = desk.shelf.know(workflow)
    running.plugins.check()

    def begun() -> Outcome:
        return _begun(desk, workflow, running, command, day is None)

    if desk.tell is None:
        begun()
    else:
        command_told(desk.tell, id, "start", begun)


def _begun(
    desk: Desk, workflow: Workflow, running: Running, command: Start, any_day: bool
) -> Outcome:
    """What came of starting; raises Misuse when another command started it before."""
    id, content = command.collaboration, command_digest(command)
    if desk.store.tip(id) is None:
        text = effective_text(workflow.effective)
        desk.store.keep_definition(workflow.digest, text, workflow.sources)
        outcome = decide(running.compiled, None, command)
        try:
            append(desk.store, id, None, outcome, command, content)
        except Conflict:
            pass  # somebody was first; perhaps it was this same command
        else:
            started = replay(outcome.lines)
            if started is not None:
                desk.shelf.begun(started)
            return outcome
    before = repeated(desk.store, id, command, content, any_day)
    if before is None:
        raise Misuse(f"it was started before: {id}", what="started", name=id)
    return before
