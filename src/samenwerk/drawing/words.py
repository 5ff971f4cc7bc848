"""What a picture itself says: its legend, and the few words beside labels of the author.

Labels are the workflow's own; how a condition is told in full is `language`.
"""

from __future__ import annotations

import attrs

from samenwerk.language.catalogue import Speaker

LEGEND = (
    "main", "side", "back", "walked", "here", "been", "first", "final", "stops", "time",
    "itself", "stays", "open",
)  # fmt: skip
"""The parts of a legend, in the order in which they are shown."""


def with_words(speaker: Speaker) -> Speaker:
    """The same speaker, who also knows the sentences of pictures."""
    joined = speaker.catalogue.joined("samenwerk.drawing.words", WORDING)
    return attrs.evolve(speaker, catalogue=joined)


WORDING = {
    "nl": {
        "drawn.title": "{lifecycle}",
        "drawn.case": "{lifecycle}: dossier {case}",
        "drawn.about": "Levensloop van {lifecycle} in {workflow}: {states} "
        "{states|fase|fasen} en {steps} {steps|stap|stappen}. {main}",
        "drawn.about.main": "Rechtdoor: {states}.",
        "drawn.about.here": "Dossier {case} staat nu in: {state}.",
        "drawn.due": "binnen {term}",
        "drawn.itself": "vanzelf",
        "drawn.time": "na {day}",
        "drawn.each": "ieder: {who}",
        "drawn.doers": "{who|of}",
        "drawn.more": "en nog {count}",
        "drawn.explain": "{said} (of met uitleg)",
        "drawn.warn": "{said} (anders een waarschuwing)",
        "drawn.hint": "{said} (tip)",
        "drawn.splits": "splitst in nieuwe dossiers",
        "drawn.merged": "andere dossiers gaan hierin op en eindigen in: {state}",
        "drawn.copies": "een eigen dossier voor: {who}",
        "drawn.rests": "bouwt voort op: {lifecycle}",
        "drawn.anyway": "mag het niet en gebeurt het toch: {state}",
        "drawn.from": "vanuit: {states}",
        "drawn.also": "ook vanuit: {states}",
        "drawn.back": "terug naar waar het was",
        "drawn.stays": "Zonder van fase te veranderen",
        "drawn.here": "hier staat dit dossier nu",
        "drawn.begin": "begin",
        "drawn.end": "einde",
        "drawn.states": "fasen",
        "drawn.taken": "gaat op in een ander dossier",
        "drawn.refused": "mag het niet en gebeurt het toch",
        "drawn.legend": "Legenda",
        "drawn.legend.main": "rechtdoor",
        "drawn.legend.side": "andere stap",
        "drawn.legend.back": "stap terug",
        "drawn.legend.walked": "gezette stap",
        "drawn.legend.here": "hier is het dossier",
        "drawn.legend.been": "hier was het",
        "drawn.legend.first": "begin",
        "drawn.legend.final": "einde",
        "drawn.legend.stops": "de tijd staat stil",
        "drawn.legend.time": "gaat vanzelf door de tijd",
        "drawn.legend.itself": "gaat vanzelf",
        "drawn.legend.stays": "de fase blijft",
        "drawn.legend.open": "kan nu",
        "drawn.source": "{workflow} {version}",
    },
    "en": {
        "drawn.title": "{lifecycle}",
        "drawn.case": "{lifecycle}: case {case}",
        "drawn.about": "Lifecycle of {lifecycle} in {workflow}: {states} "
        "{states|state|states} and {steps} {steps|step|steps}. {main}",
        "drawn.about.main": "Straight on: {states}.",
        "drawn.about.here": "Case {case} is now in: {state}.",
        "drawn.due": "within {term}",
        "drawn.itself": "by itself",
        "drawn.time": "after {day}",
        "drawn.each": "each: {who}",
        "drawn.doers": "{who|or}",
        "drawn.more": "and {count} more",
        "drawn.explain": "{said} (or with an explanation)",
        "drawn.warn": "{said} (else a warning)",
        "drawn.hint": "{said} (tip)",
        "drawn.splits": "splits into new cases",
        "drawn.merged": "other cases are merged into it and end in: {state}",
        "drawn.copies": "a case of its own for: {who}",
        "drawn.rests": "builds on: {lifecycle}",
        "drawn.anyway": "if it may not be but happens: {state}",
        "drawn.from": "from: {states}",
        "drawn.also": "also from: {states}",
        "drawn.back": "back to where it was",
        "drawn.stays": "Without changing the state",
        "drawn.here": "this case is here now",
        "drawn.begin": "begin",
        "drawn.end": "end",
        "drawn.states": "states",
        "drawn.taken": "is merged into another case",
        "drawn.refused": "if it may not be but happens",
        "drawn.legend": "Key",
        "drawn.legend.main": "straight on",
        "drawn.legend.side": "another step",
        "drawn.legend.back": "step back",
        "drawn.legend.walked": "step taken",
        "drawn.legend.here": "the case is here",
        "drawn.legend.been": "the case was here",
        "drawn.legend.first": "begin",
        "drawn.legend.final": "end",
        "drawn.legend.stops": "time stands still",
        "drawn.legend.time": "goes by itself with time",
        "drawn.legend.itself": "goes by itself",
        "drawn.legend.stays": "the state stays",
        "drawn.legend.open": "can be done now",
        "drawn.source": "{workflow} {version}",
    },
}
