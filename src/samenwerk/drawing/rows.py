"""What stands in a picture line by line: the text of a state, of a step, and of what stays.

Shared by the ways in which a drawing is written; lines come out short enough to stand in a box.
"""

from __future__ import annotations

from itertools import pairwise

from samenwerk.drawing.drawn import Drawing, DrawnState, DrawnStep

CLOCK, AGAIN, BACK, GEAR = "◷", "↻", "↩", "⚙"
"""Signs beside words, never instead of them."""

MOST_LINES = 2
"""A step from more states than this is not drawn with a line from each, but names them."""

_ENDINGS = ("heids", "ings", "schaps", "teits", "ties", "sies", "ments", "lijks")
_VOWELS = "aeiouyäëïöüáéíóúèêî"
_KEPT = ("ch", "sj", "st", "sp", "th", "ph", "ng", "tr", "br", "dr", "gr", "kr", "pr", "vr", "kl")


def broken(word: str, most: int) -> list[str]:
    """A word in parts of no more than so many characters, with hyphens where it is broken.

    It is broken at a joint of a compound when there is one, else between syllables, and only
    in the middle of letters when there is no other way.

    >>> broken("samenwerkingsovereenkomst", 16)
    ['samenwerkings-', 'overeenkomst']
    """
    parts = []
    while len(word) > most:
        at = _joint(word, most - 1)
        glue = "" if word[at - 1] == "-" else "-"
        parts.append(word[:at] + glue)
        word = word[at:]
    return [*parts, word]


def _joint(word: str, most: int) -> int:
    """Where a word that is too long is best broken, at most so many letters in."""
    if "-" in word[3:most]:
        return word.rindex("-", 3, most) + 1
    places = range(min(most, len(word) - 3), 2, -1)
    joint = next((at for at in places if word[:at].lower().endswith(_ENDINGS)), 0)
    if joint >= most // 3:
        return joint
    return next((at for at in places if _between_syllables(word.lower(), at)), most)


def _between_syllables(word: str, at: int) -> bool:
    """Whether one consonant follows here, between vowels, or the second of two."""
    if word[at] in _VOWELS or not word[at].isalpha() or word[at + 1] not in _VOWELS:
        return False
    before = word[at - 1]
    return before in _VOWELS or (before + word[at] not in _KEPT and word[at - 2] in _VOWELS)


def lines(text: str, most: int) -> list[str]:
    """A text in lines of no more than so many characters.

    >>> lines("een stap terug naar het begin", 12)
    ['een stap', 'terug naar', 'het begin']
    """
    rows = [""]
    for word in text.split(" "):
        for part in broken(word, most) if len(word) > most else [word]:
            joined = f"{rows[-1]} {part}" if rows[-1] else part
            if len(joined) <= most:
                rows[-1] = joined
            else:
                rows.append(part)
    return [row for row in rows if row] or [""]


def state_rows(state: DrawnState, drawing: Drawing) -> list[str]:
    """What stands below the name of a state: its term, and what can be done there alone."""
    rows = [f"{CLOCK} {state.due}"] if state.due else []
    if state.stops:
        rows.append(drawing.words["legend.stops"])
    return rows


def stays_at(state: str, drawing: Drawing) -> list[DrawnStep]:
    """The steps that can be done in this state alone, and that leave a case there."""
    return [one for one in drawing.steps if one.kind == "stays" and one.sources == (state,)]


def stays_anywhere(drawing: Drawing) -> list[DrawnStep]:
    """The steps that leave a case where it is, in any of several states."""
    return [one for one in drawing.steps if one.kind == "stays" and len(one.sources) != 1]


def goes_back_from_many(drawing: Drawing) -> list[DrawnStep]:
    """The steps back that are told in words: those that can lead to more than one place."""
    return [one for one in drawing.steps if one.kind == "back" and len(one.ways) > 1]


def drawn_from(step: DrawnStep, drawing: Drawing) -> tuple[str, ...]:
    """The states from which a line goes to a step; from the others it is told in words."""
    if len(step.sources) <= MOST_LINES:
        return step.sources
    if not step.main:
        return ()
    straight = set(pairwise(drawing.main))
    return tuple(one for one, to in step.ways if (one, to) in straight)


def from_text(step: DrawnStep, drawing: Drawing) -> str:
    """From which states a step can be done, as far as no line tells it; empty when all do."""
    drawn = drawn_from(step, drawing)
    return _from([one for one in step.sources if one not in drawn], drawing)


def from_all(step: DrawnStep, drawing: Drawing) -> str:
    """From which states a step can be done."""
    return _from(list(step.sources), drawing)


def _from(states: list[str], drawing: Drawing) -> str:
    names = ", ".join(drawing.state(one).label for one in states)
    return drawing.words["from"].replace("{states}", names) if states else ""


def step_rows(step: DrawnStep, drawing: Drawing) -> list[str]:
    """What stands below the name of a step: who, what it asks, and what else it does."""
    sign = CLOCK + " " if step.doer == "time" else GEAR + " " if step.doer == "itself" else ""
    rows = [f"({drawing.words['legend.open']})"] if step.mark == "open" else []
    rows += [sign + step.who] if step.who else []
    rows += [f"• {one}" for one in step.asks]
    rows += [f"+ {one}" for one in step.effects]
    return rows
