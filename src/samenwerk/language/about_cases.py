"""What a step does to its case, and to who takes part in it, beside moving it."""

from __future__ import annotations

from samenwerk.language.catalogue import Speaker
from samenwerk.values.declared import Step
from samenwerk.values.message import Name


def about_cases(step: Step, speaker: Speaker) -> list[str]:
    """Parts of its sentence: a role taken or given up, a case split or others merged."""
    said = []
    for id, name in (
        ("takes", step.takes), ("gives_up", step.gives_up), ("splits", step.splits),
    ):  # fmt: skip
        if name is not None:
            role = Name("role", f"{step.lifecycle}.{name}")
            said.append(speaker.words(f"said.{id}", role=role, least=step.group_at_least))
    if step.merges is not None:
        state = Name("state", f"{step.lifecycle}.{step.merges}")
        said.append(speaker.words("said.merges", state=state))
    return said


WORDING = {
    "nl": {
        "said.takes": ", en wordt zo {role}",
        "said.gives_up": ", en is dan geen {role} meer",
        "said.splits": ", en iedere {role} gaat verder in een van de nieuwe dossiers, met minstens "
        "{least} in elk",
        "said.merges": ", en andere dossiers gaan hierin op ({state})",
    },
    "en": {
        "said.takes": ", and so becomes {role}",
        "said.gives_up": ", and is then no {role} any more",
        "said.splits": ", and each {role} goes on in one of the new cases, with at least {least} "
        "in each",
        "said.merges": ", and other cases are merged into it ({state})",
    },
}
