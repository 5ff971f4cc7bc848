"""From a workflow to the drawing of one of its lifecycles, in the words of its author.

What stands where on paper is decided elsewhere; so is what a condition says in full.
"""

from __future__ import annotations

from itertools import pairwise

import attrs

from samenwerk.core.wording import operand_name
from samenwerk.drawing.drawn import Drawing, DrawnState, DrawnStep, Standing, Way
from samenwerk.drawing.order import main_way, ways_of, written_order
from samenwerk.drawing.words import LEGEND, with_words
from samenwerk.language.catalogue import Speaker
from samenwerk.language.clean import one_line
from samenwerk.language.steps import condition_text
from samenwerk.values.declared import Lifecycle, State, Step, Workflow
from samenwerk.values.message import Name
from samenwerk.values.tree import Need

MOST_ASKED = 5
LONGEST_ASKED = 60


def draw(
    workflow: Workflow, lifecycle: str, speaker: Speaker, standing: Standing | None = None
) -> Drawing:
    """The drawing of a lifecycle of the workflow, in the language of the speaker.

    With a standing it also shows where that case is, and how it came there. Raises KeyError when
    the workflow has no such lifecycle.
    """
    found = workflow.lifecycles[lifecycle]
    speaker = attrs.evolve(with_words(speaker), workflow=workflow, lifecycle=lifecycle)
    order = written_order(workflow, lifecycle)
    main = main_way(found, order)
    rest = [name for name in order.by_state(found.states) if name not in main]
    states = tuple(_state(found.states[name], found, speaker, standing) for name in (*main, *rest))
    ranks = {name: index for index, name in enumerate(main)}
    steps = tuple(
        _step(step, found, speaker, ranks, standing) for step in order.by_step(found.steps.values())
    )
    steps = _main_marked(steps, main)
    case = one_line(standing.case) if standing else ""
    id = "drawn.case" if standing else "drawn.title"
    title = speaker.words(id, lifecycle=Name("lifecycle", lifecycle), case=case)
    return Drawing(
        lang=speaker.lang,
        name=lifecycle,
        title=title[:1].upper() + title[1:],
        about=_about(workflow, found, states, steps, main, speaker, standing),
        states=states,
        steps=steps,
        main=main,
        words=_words(workflow, speaker),
        case=case,
    )


def _state(
    state: State, lifecycle: Lifecycle, speaker: Speaker, standing: Standing | None
) -> DrawnState:
    due = "" if state.due is None else speaker.words("drawn.due", term=state.due)
    mark = ""
    if standing is not None:
        been = {name for _, way in standing.walked for name in way}
        mark = "here" if state.name == standing.state else "been" if state.name in been else ""
    return DrawnState(
        name=state.name,
        label=speaker.labels.of("state", f"{lifecycle.name}.{state.name}"),
        due=due,
        first=any(step.opens and step.to == state.name for step in lifecycle.steps.values()),
        final=state.final,
        stops=state.stops,
        mark=mark,
    )


def _step(
    step: Step, lifecycle: Lifecycle, speaker: Speaker, ranks: dict[str, int],
    standing: Standing | None,
) -> DrawnStep:  # fmt: skip
    ways = ways_of(step, lifecycle)
    kind = "opens" if step.opens else "moves"
    if step.to in ("stays", "back"):
        kind = step.to
    if step.back_before is not None:
        kind = "back"
    if kind == "moves" and all(a == b for a, b in ways):
        kind = "stays"  # it comes in again where it was
    returns = kind == "moves" and all(
        a in ranks and b in ranks and ranks[b] < ranks[a] for a, b in ways
    )
    walked = tuple(way for name, way in standing.walked if name == step.name) if standing else ()
    mark = "done" if walked else ""
    if standing is not None and step.name in standing.open:
        mark = "open"
    return DrawnStep(
        name=step.name,
        label=speaker.labels.of("step", step.full_name),
        kind=kind,
        ways=ways,
        doer=step.automatic or "who",
        who=_who(step, speaker),
        asks=_asks(step, speaker),
        effects=_effects(step, lifecycle, speaker),
        returns=returns,
        mark=mark,
        walked=tuple(dict.fromkeys(walked)),
        again=kind == "stays" and step.to != "stays",
        anyway=step.done_anyway or "",
        takes_in=step.merges or "",
        source=step.source or "",
    )


def _main_marked(steps: tuple[DrawnStep, ...], main: tuple[str, ...]) -> tuple[DrawnStep, ...]:
    """The same with the steps of the way straight on marked: of each pair the first written.

    One that opens a case where that way begins belongs to it.
    """
    wanted: set[Way] = set(pairwise(main))
    chosen: set[str] = set()
    for fewest in (True, False):  # a step of its own before one that leads there from many states
        for step in steps:
            hit = wanted.intersection(step.ways)
            if step.kind == "moves" and hit and (len(step.sources) == 1) is fewest:
                chosen.add(step.name)
                wanted -= hit
    opens = next((one.name for one in steps if one.kind == "opens"), None)
    return tuple(
        attrs.evolve(one, main=one.name in chosen or one.name == opens) for one in steps
    )


def _who(step: Step, speaker: Speaker) -> str:
    if step.automatic == "itself":
        return speaker.words("drawn.itself")
    if step.automatic == "time":
        if step.once_past is None:
            return speaker.words("drawn.itself")
        return speaker.words("drawn.time", day=_day(step, speaker))
    who = tuple(speaker.tell(one) for one in step.by)
    told = speaker.words("drawn.doers", who=tuple(dict.fromkeys(who)))
    return speaker.words("drawn.each", who=told) if step.each else told


def _day(step: Step, speaker: Speaker) -> object:
    """The day that must have passed: by the name that the author gave it, if any."""
    days = {} if speaker.workflow is None else speaker.workflow.days
    for name, day in days.items():
        if day.is_ == step.once_past and name.rpartition(".")[0] in ("", step.lifecycle):
            return Name("date", name)
    return operand_name(step.once_past) if step.once_past is not None else ""


def _asks(step: Step, speaker: Speaker) -> tuple[str, ...]:
    """A few words of each need; those beyond the most are counted."""
    told = [_ask(need, speaker) for need in step.needs]
    if len(told) > MOST_ASKED + 1:
        more = speaker.words("drawn.more", count=len(told) - MOST_ASKED)
        told = [*told[:MOST_ASKED], more]
    return tuple(told)


def _ask(need: Need, speaker: Speaker) -> str:
    said = condition_text(need.part, speaker)
    said = shortened(said, LONGEST_ASKED)
    known = f"drawn.{need.severity}"
    return said if need.severity == "block" else speaker.words(known, said=said)


def shortened(text: str, most: int) -> str:
    """The text with no more than so many characters, broken off between words.

    >>> shortened("het stuk plan is ingediend", 14)
    'het stuk plan …'
    """
    if len(text) <= most:
        return text
    cut = text[: most + 1].rpartition(" ")[0] or text[:most]
    return cut.rstrip(" ,;:") + " …"


def _effects(step: Step, lifecycle: Lifecycle, speaker: Speaker) -> tuple[str, ...]:
    """What a step does to other cases, and what happens when it is done though it may not."""
    found = []
    if step.splits is not None:
        found.append(speaker.words("drawn.splits"))
    if step.merges is not None:
        state = Name("state", f"{lifecycle.name}.{step.merges}")
        found.append(speaker.words("drawn.merged", state=state))
    if step.per is not None:
        found.append(speaker.words("drawn.copies", who=step.per))
    if step.opens and lifecycle.rests_on is not None:
        rests = Name("lifecycle", lifecycle.rests_on)
        found.append(speaker.words("drawn.rests", lifecycle=rests))
    if step.done_anyway is not None:
        state = Name("state", f"{lifecycle.name}.{step.done_anyway}")
        found.append(speaker.words("drawn.anyway", state=state))
    return tuple(found)


def _about(
    workflow: Workflow, lifecycle: Lifecycle, states: tuple[DrawnState, ...],
    steps: tuple[DrawnStep, ...], main: tuple[str, ...], speaker: Speaker,
    standing: Standing | None,
) -> str:  # fmt: skip
    """The picture in sentences, for who does not see it."""
    names = " → ".join(next(one.label for one in states if one.name == name) for name in main)
    said = [speaker.words(
        "drawn.about", lifecycle=Name("lifecycle", lifecycle.name), workflow=workflow,
        states=len(states), steps=len(steps),
        main=speaker.words("drawn.about.main", states=names),
    )]  # fmt: skip
    if standing is not None:
        state = Name("state", f"{lifecycle.name}.{standing.state}")
        said.append(speaker.words("drawn.about.here", case=standing.case, state=state))
    return " ".join(said)


def _words(workflow: Workflow, speaker: Speaker) -> dict[str, str]:
    ids = ["stays", "back", "here", "begin", "end", "legend", "states", "taken", "refused"]
    ids += [f"legend.{one}" for one in LEGEND]
    found = {id: speaker.words(f"drawn.{id}") for id in ids}
    source = speaker.words("drawn.source", workflow=workflow, version=workflow.version)
    told = {id: speaker.words(f"drawn.{id}", states="{states}") for id in ("from", "also")}
    return {**found, **told, "source": source}
