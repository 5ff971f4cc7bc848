"""What we answer ourselves about an invariant: proof, with its candidates replayed."""

from __future__ import annotations

import attrs

from samenwerk.engine.shelf import made_ready
from samenwerk.hooks.installed import installed
from samenwerk.proof.asked import Limits
from samenwerk.values.declared import Workflow
from samenwerk.verify.asking import Asked, answered


@attrs.frozen
class Ours:
    """`proved` (also within bounds), `broken` after so many acts, or `not_decided` (`why`)."""

    verdict: str
    acts: int | None = None
    why: str = ""
    story: tuple[str, ...] = ()


def our_answer(workflow: Workflow, name: str, limits: Limits) -> Ours:
    """The answer that `samenwerk verify` gives, for any register."""
    running = made_ready(workflow, installed)
    found = answered(running, workflow.invariants[name], Asked(limits=limits))
    if found.broken is None:
        verdict = "proved" if found.verdict == "within_bounds" else found.verdict
        return Ours(verdict, why=found.why)
    acts = found.broken.draft.acts
    told = tuple(
        f"{act.on} {act.who} {act.kind} {act.name} {act.position or act.value or ''} "
        f"{dict(act.facts)}" for act in acts
    )  # fmt: skip
    return Ours("broken", len([one for one in acts if one.kind != "settles"]), story=told)
