"""What waits as text: one thing asked of a party, one day that is coming, one step that is held up.

Each is one line that can stand by itself; lists with headings are of the doors.
"""

from __future__ import annotations

from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.values.message import Name
from samenwerk.values.waiting import Blocked, Due, Task


def task_text(task: Task, speaker: Speaker) -> str:
    """What a party is asked, for which step, by which day; with what a step must explain."""
    asked = task.obligation
    said = "" if asked.act is None else speaker.say(asked.act)
    if task.step and not task.ready:
        said = speaker.words("task.for", act=said, step=Name("step", task.step))
    if asked.due is not None:
        said += ", " + speaker.words("needs.due", day=asked.due)
    explained = [one.act for one in asked.explanations if one.act is not None]
    return " ".join([as_sentence(said, speaker.lang), *map(speaker.sentence, explained)])


def due_text(due: Due, speaker: Speaker) -> str:
    """A day that is coming or past, what happens then, and who can see to it."""
    told = {"day": due.day, "told": speaker.sentence(due.what)}
    if not due.who:
        return speaker.words("due.told", **told)
    return speaker.words("due.told_who", **told, who=speaker.parties(due.who))


def blocked_text(blocked: Blocked, speaker: Speaker) -> str:
    """A step, and without whom it cannot be done."""
    who = speaker.parties(blocked.who)
    return as_sentence(
        speaker.words("blocked.told", step=Name("step", blocked.step), who=who), speaker.lang
    )


WORDING = {
    "nl": {
        "task.for": "{act} (nodig voor: {step})",
        "due.told": "{day}: {told}",
        "due.told_who": "{day}: {told} Aan zet: {who}.",
        "blocked.told": "{step}: niet zonder {who}",
    },
    "en": {
        "task.for": "{act} (needed for: {step})",
        "due.told": "{day}: {told}",
        "due.told_who": "{day}: {told} Up to: {who}.",
        "blocked.told": "{step}: not without {who}",
    },
}
