"""What a transitional clause says, in sentences: which running cases it keeps, and how long."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.core.wording import operand_name
from samenwerk.language.catalogue import Speaker
from samenwerk.language.steps import condition_text
from samenwerk.values.message import Name
from samenwerk.values.transition import Transition


def transition_says(clause: Transition, speaker: Speaker) -> Iterator[str]:
    """What it keeps, a sentence for each thing that a case must fit, and until when."""
    home = clause.lifecycle
    yield speaker.words("transition.keeps", case=Name("lifecycle", home))
    if clause.while_in:
        states = tuple(Name("state", f"{home}.{one}") for one in clause.while_in)
        yield speaker.words("transition.while_in", states=states)
    if clause.opened_before is not None:
        yield speaker.words("transition.opened_before", day=operand_name(clause.opened_before))
    for one in clause.needs:
        asked = condition_text(one, speaker.inside(home))
        yield speaker.words("transition.needs", condition=asked)
    if clause.until is not None:
        yield speaker.words("transition.until", day=operand_name(clause.until))


WORDING = {
    "nl": {
        "transition.keeps": "een dossier ({case}) dat al loopt, blijft onder de vorige tekst",
        "transition.while_in": "dat geldt voor wat is in {states|or}",
        "transition.opened_before": "dat geldt alleen voor wat vóór {day} is geopend",
        "transition.needs": "daarvoor moet dit waar zijn: {condition}",
        "transition.until": "dat duurt tot en met {day}",
    },
    "en": {
        "transition.keeps": "a case ({case}) that runs already stays under the former text",
        "transition.while_in": "that goes for what is in {states|or}",
        "transition.opened_before": "that goes only for what was opened before {day}",
        "transition.needs": "for that this must be true: {condition}",
        "transition.until": "that lasts until {day}",
    },
}
