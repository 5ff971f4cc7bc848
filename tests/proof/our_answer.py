"""What we answer ourselves about an invariant: proof, with its candidates replayed."""

from __future__ import annotations

import attrs

from samenwerk.engine.shelf import made_ready
from samenwerk.hooks.installed import installed
from samenwerk.proof.answer import Candidate, Proved
from samenwerk.proof.asked import Limits
from samenwerk.proof.prove import answers
from samenwerk.values.declared import Workflow
from samenwerk.verify.replaying import replayed

MOST = 12
"""So many paths on paper are tried."""


@attrs.frozen
class Ours:
    """`proved`, `broken` after so many acts, or `not_decided` (`why`)."""

    verdict: str
    acts: int | None = None
    why: str = ""
    story: tuple[str, ...] = ()


def our_answer(workflow: Workflow, name: str, limits: Limits) -> Ours:
    """The first candidate that replays, else what is left when none does."""
    running = made_ready(workflow, installed)
    invariant = workflow.invariants[name]
    for tried, answer in enumerate(answers(running.compiled, invariant, limits)):
        if isinstance(answer, Proved):
            return Ours("proved", why=answer.how)
        if not isinstance(answer, Candidate):
            return Ours("not_decided", why=answer.why)
        if tried == MOST:
            return Ours("not_decided", why="no_story")
        found = replayed(running, invariant, [answer])
        if found is not None:
            told = tuple(
                f"{act.on} {act.who} {act.kind} {act.name} {act.position or act.value or ''} "
                f"{dict(act.facts)}" for act in found.draft.acts
            )  # fmt: skip
            return Ours("broken", len([one for one in found.draft.acts if one.kind != "settles"]),
                        story=told)  # fmt: skip
    return Ours("not_decided", why="no_more")
