"""What a declared thing says, before any case: a rule, a decision, a fact, a step, a setting.

How it turned out in a case is `outcome`.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.core.leaves.window import open_days
from samenwerk.core.wording import operand_name, plain_form
from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.language.effects import effect_says
from samenwerk.language.explained_calendar import calendar_says
from samenwerk.language.explained_decision import decision_says, who_names
from samenwerk.language.explained_invariant import invariant_says
from samenwerk.language.explained_people import mandate_says, role_says
from samenwerk.language.explained_transition import transition_says
from samenwerk.language.steps import condition_text, step_sentence
from samenwerk.values.calendar import Calendar
from samenwerk.values.declared import (
    Calculation,
    Day,
    Decision,
    Document,
    Fact,
    Invariant,
    Lifecycle,
    Parameter,
    Pool,
    Queue,
    Step,
    Window,
    WindowException,
    Workflow,
)
from samenwerk.values.duty import Duty
from samenwerk.values.effect import Effect
from samenwerk.values.message import Message, Name
from samenwerk.values.say import Say
from samenwerk.values.time import Term
from samenwerk.values.transition import Transition
from samenwerk.values.tree import Rule
from samenwerk.values.who import Declared, Group, Mandate, Map, Role


def explain_declared(thing: Declared, speaker: Speaker) -> list[str]:
    """What it says, in whole sentences; none for what has a label alone.

    >>> explain_declared(Parameter(name="limit", value=3), Speaker("en"))
    ['The value is 3.']
    """
    return [as_sentence(said, speaker.lang) for said in _said(thing, speaker)]


def _said(thing: Declared, speaker: Speaker) -> Iterator[str]:
    match thing:
        case Workflow():
            why = speaker.labels.among(thing.purpose)
            if why:
                yield speaker.words("explained.purpose", purpose=why)
        case Step():
            yield step_sentence(thing, speaker)
        case Rule():
            home = thing.name.rpartition(".")[0]
            asked = condition_text(thing.part, speaker.inside(home or None))
            yield speaker.words(f"explained.{thing.severity}", condition=asked)
        case Decision():
            yield from decision_says(thing, speaker)
        case Say():
            yield from _say(thing, speaker)
        case Duty():
            yield from _duty(thing, speaker)
        case Invariant():
            yield from invariant_says(thing, speaker)
        case Effect():
            yield from effect_says(thing, speaker)
        case Transition():
            yield from transition_says(thing, speaker)
        case Fact():
            if thing.looked_in:
                where = speaker.labels.among(thing.looked_in)
                yield speaker.words("explained.looked_in", where=where)
            if thing.one_of:
                full = f"{thing.lifecycle}.{thing.name}" if thing.lifecycle else thing.name
                words = tuple(Name("word", f"{full}={word}") for word in thing.one_of)
                yield speaker.words("explained.one_of", words=words)
            if thing.own:
                who = who_names(thing.by) or (speaker.words("explained.any_party"),)
                yield speaker.words("explained.own", who=who)
            elif thing.by:
                yield speaker.words("explained.recorded_by", who=who_names(thing.by))
        case Group():
            yield from _group(thing, speaker)
        case Map():
            if thing.one_region_each:
                yield speaker.words("explained.one_region")
            if thing.regions:
                names = tuple(Name("region", f"{thing.name}.{one}") for one in thing.regions)
                yield speaker.words("explained.regions", regions=names)
        case Role():
            yield from role_says(thing, speaker)
        case Mandate():
            yield from mandate_says(thing, speaker)
        case Lifecycle():
            if thing.per is not None:
                yield speaker.words("explained.per", who=who_names((thing.per,)))
            if thing.rests_on is not None:
                base = Name("lifecycle", thing.rests_on)
                yield speaker.words("explained.rests_on", base=base)
        case Document():
            if thing.by:
                yield speaker.words("explained.handed_in_by", who=who_names(thing.by))
        case Calculation():
            yield from _calculation(thing, speaker)
        case Queue():
            state = Name("state", f"{thing.lifecycle}.{thing.state}")
            parts = tuple(operand_name(one) for one in (*thing.order, thing.ties) if one)
            yield speaker.words("explained.queue", state=state, parts=parts)
        case Pool():
            yield from _pool(thing, speaker)
        case Day():
            inside = speaker.inside(thing.name.rpartition(".")[0] or None)
            yield inside.words("explained.day", day=operand_name(thing.is_))
        case Calendar():
            yield from calendar_says(thing, speaker)
        case Window():
            yield from _window(thing, speaker)
        case Parameter():
            if thing.value is not None:
                yield speaker.words("explained.value", value=thing.value)
            else:
                yield speaker.words("explained.unset", who=Name("settled_by", thing.name))
            for bound in ("at_least", "at_most"):
                if getattr(thing, bound) is not None:
                    yield speaker.words(f"explained.{bound}", value=getattr(thing, bound))
            if thing.one_of:
                yield speaker.words("explained.among", values=thing.one_of)
            for other in thing.also_said:
                told = {"value": other.value, "source": other.source}
                yield speaker.words("explained.also_said", **told)
            if thing.value is not None and (thing.settled_by or thing.settled_text):
                yield speaker.words("explained.settled_by", who=Name("settled_by", thing.name))


def _group(group: Group, speaker: Speaker) -> Iterator[str]:
    if group.map is not None and group.regions:
        told = tuple(Name("region", f"{group.map}.{one}") for one in group.regions)
        yield speaker.words("explained.in_region", map=Name("map", group.map), regions=told)
    elif group.map is not None:
        yield speaker.words("explained.on_map", map=Name("map", group.map))


def _calculation(calculation: Calculation, speaker: Speaker) -> Iterator[str]:
    form = calculation.is_
    speaker = speaker.inside(calculation.name.rpartition(".")[0] or None)
    yield speaker.tell(plain_form(form))
    if form.round is not None:
        yield speaker.words(f"explained.round.{form.round}")
    if form.not_below is not None:
        yield speaker.words("explained.not_below", value=operand_name(form.not_below))


def _pool(pool: Pool, speaker: Speaker) -> Iterator[str]:
    held = pool.held
    if held.amount is not None:
        yield speaker.words("explained.pool", value=operand_name(held.amount))
    for year, amount in held.rows:
        yield speaker.words("explained.pool.year", year=year, value=amount)
    if held.chosen_on is not None:
        yield speaker.words("explained.pool.chosen_on", day=operand_name(held.chosen_on))
    if pool.last_day is not None:
        yield speaker.words("explained.pool.last_day", day=operand_name(pool.last_day))


def _window(window: Window, speaker: Speaker) -> Iterator[str]:
    speaker = speaker.inside(window.name.rpartition(".")[0] or None)
    yield speaker.words("explained.window", days=_open_days(window))
    for one in window.exceptions:
        needs = tuple(condition_text(part, speaker) for part in one.needs)
        told = {"exception": Name("exception", f"{window.name}@{one.name}"), "needs": needs}
        yield speaker.words("explained.exception", days=_open_days(one), **told)


def _open_days(one: Window | WindowException) -> Message:
    days = (None if day is None else operand_name(day) for day in (one.opens, one.last_day))
    return open_days(*days)


def _duty(duty: Duty, speaker: Speaker) -> Iterator[str]:
    """Who must do what by when, and when it holds at all."""
    must = Name(duty.kind, f"{duty.lifecycle}.{duty.must}")
    ending = "each" if duty.each else "by"
    yield speaker.words(f"explained.duty.{ending}", who=who_names(duty.by), must=must)
    if isinstance(duty.due, Term):
        since = "while" if duty.while_in else "opened"
        yield speaker.words(f"explained.duty.{since}", term=duty.due)
    else:
        yield speaker.words("explained.duty.day", day=operand_name(duty.due))
    if duty.while_in:
        states = tuple(Name("state", f"{duty.lifecycle}.{one}") for one in duty.while_in)
        yield speaker.words("explained.duty.states", states=states)
    for one in duty.only_if:
        asked = condition_text(one, speaker.inside(duty.lifecycle))
        yield speaker.words("explained.duty.only_if", condition=asked)


def _say(say: Say, speaker: Speaker) -> Iterator[str]:
    """Who has it and what it is, when it is asked, and what silence and a no do."""
    yield speaker.words(f"explained.say.{say.right}", who=who_names(say.by))

    def step(name: str) -> Name:
        home = say.lifecycle or speaker.labels.lifecycle
        return Name("step", f"{home}.{name}" if home else name)

    if say.opens_at is not None:
        yield speaker.words("explained.say.opens_at", step=step(say.opens_at))
    if say.before:
        steps = tuple(Name("step", one) for one in say.before)
        yield speaker.words("explained.say.before", steps=steps)
    if say.notice is not None:
        yield speaker.words("explained.say.notice", term=say.notice)
    if say.answer_within is not None:
        yield speaker.words("explained.answer_within", term=say.answer_within)
        if say.right in ("advise", "agree", "authorise"):
            yield speaker.words(f"explained.say.silent.{say.if_silent}")
    if say.first is not None:
        yield speaker.words("explained.say.first", step=step(say.first))
    if say.reasons:
        yield speaker.words("explained.say.reasons")
    if say.holds_up is not None and say.after is not None:
        held, after = Name("step", say.holds_up), step(say.after)
        yield speaker.words("explained.say.holds_up", held=held, term=say.wait, step=after)
    if say.instead is not None:
        asked = condition_text(say.instead, speaker.inside(say.lifecycle))
        yield speaker.words("explained.say.instead", condition=asked)


WORDING = {
    "nl": {
        "explained.block": "dit moet waar zijn: {condition}",
        "explained.explain": "dit moet waar zijn, of er moet uitleg bij: {condition}",
        "explained.warn": "als dit niet waar is, volgt een waarschuwing: {condition}",
        "explained.hint": "als dit niet waar is, volgt een tip: {condition}",
        "explained.duty.by": "{who|of} moet zorgen voor: {must}",
        "explained.duty.each": "elke {who|of} moet zelf zorgen voor: {must}",
        "explained.duty.while": "de laatste dag is {term} nadat het dossier in deze fase kwam",
        "explained.duty.opened": "de laatste dag is {term} nadat het dossier is geopend",
        "explained.duty.day": "de laatste dag is {day}",
        "explained.duty.states": "dit geldt zolang het dossier is in {states|of}",
        "explained.duty.only_if": "dit geldt alleen als dit waar is: {condition}",
        "explained.say.be_told": "dit moet op tijd weten: {who}",
        "explained.say.be_heard": "hierover wordt gehoord: {who}",
        "explained.say.ask": "hierover mag vragen stellen: {who}",
        "explained.say.advise": "hierover adviseert: {who}",
        "explained.say.agree": "hiermee moet instemmen: {who}",
        "explained.say.authorise": "hiervoor geeft toestemming: {who}",
        "explained.say.opens_at": "de vraag komt met de stap {step}",
        "explained.say.before": "dit is nodig voor {steps|of}",
        "explained.say.notice": "daarvoor is minstens {term} tijd",
        "explained.say.silent.waits": "wie zwijgt, wordt niet overgeslagen: het wachten gaat door",
        "explained.say.silent.goes_on": "wie dan niets heeft gezegd, houdt niets meer op",
        "explained.say.silent.against": "wie dan niets heeft gezegd, geldt als tegen",
        "explained.queue": "hier wachten dossiers in {state}, op volgorde van {parts}, en bij "
        "gelijke stand van opening",
        "explained.pool": "er zit {value} in, met wat erbij komt en zonder wat eruit gaat",
        "explained.pool.year": "voor {year} zit er {value} in",
        "explained.pool.chosen_on": "welk jaar het is, volgt uit {day}",
        "explained.pool.last_day": "eruit betalen kan tot en met {day}",
        "explained.day": "dit is {day}",
        "explained.window": "open is het {days}",
        "explained.exception": "bij uitzondering ({exception}) is het open {days}, voor wie "
        "hieraan voldoet: {needs}",
        "explained.round.cent": "de uitkomst wordt afgerond op hele centen",
        "explained.round.euro": "de uitkomst wordt afgerond op hele euro's",
        "explained.round.euro_up": "de uitkomst wordt naar boven afgerond op hele euro's",
        "explained.round.euro_down": "de uitkomst wordt naar beneden afgerond op hele euro's",
        "explained.round.whole_up": "de uitkomst wordt naar boven afgerond op een heel getal",
        "explained.round.whole_down": "de uitkomst wordt naar beneden afgerond op een heel getal",
        "explained.not_below": "minder dan {value} wordt het nooit",
        "explained.looked_in": "hierover is niets gevonden in {where}; daarom zegt een mens of het "
        "mag",
        "explained.say.first": "is er iemand tegen, dan volgt eerst {step}",
        "explained.say.reasons": "wie doorgaat terwijl er iemand tegen is, legt uit waarom",
        "explained.say.holds_up": "is er iemand tegen, dan kan {held} pas {term} na {step}",
        "explained.say.instead": "dit kan een ja vervangen: {condition}",
        "explained.one_of": "het antwoord is {words|of}",
        "explained.recorded_by": "dit legt vast: {who|of}",
        "explained.own": "dit legt elke {who|of} voor zichzelf vast",
        "explained.any_party": "partij die meedoet",
        "explained.handed_in_by": "dit dient in: {who|of}",
        "explained.one_region": "een partij ligt hier op elke dag in hoogstens één regio",
        "explained.regions": "de regio's zijn {regions}",
        "explained.in_region": "erbij hoort wie volgens de kaart {map} in {regions|of} ligt",
        "explained.on_map": "erbij hoort wie op de kaart {map} ligt",
        "explained.per": "ieder hiervan heeft er hoogstens één: {who}",
        "explained.rests_on": "elk dossier bouwt voort op een {base}",
        "explained.value": "de waarde is {value}",
        "explained.unset": "dit heeft nog niemand bepaald; dat kan {who}",
        "explained.among": "een regio kiest een van: {values|of}",
        "explained.also_said": "een andere bron zegt {value}: {source}",
        "explained.purpose": "waarvoor: {purpose}",
        "explained.settled_by": "dit bepaalt {who}",
        "explained.at_least": "een regio kiest minstens {value}",
        "explained.at_most": "een regio kiest hoogstens {value}",
    },
    "en": {
        "explained.block": "this must be so: {condition}",
        "explained.explain": "this must be so, or be explained: {condition}",
        "explained.warn": "when this is not so, a warning follows: {condition}",
        "explained.hint": "when this is not so, a tip follows: {condition}",
        "explained.duty.by": "{who|or} must see to: {must}",
        "explained.duty.each": "each {who|or} must itself see to: {must}",
        "explained.duty.while": "the last day is {term} after the case came into this state",
        "explained.duty.opened": "the last day is {term} after the case was opened",
        "explained.duty.day": "the last day is {day}",
        "explained.duty.states": "this holds as long as the case is in {states|or}",
        "explained.duty.only_if": "this holds only when this is so: {condition}",
        "explained.say.be_told": "this must be made known in time to {who}",
        "explained.say.be_heard": "on this is heard: {who}",
        "explained.say.ask": "questions about this may be asked by {who}",
        "explained.say.advise": "on this advises: {who}",
        "explained.say.agree": "with this must agree: {who}",
        "explained.say.authorise": "this is authorised by {who}",
        "explained.say.opens_at": "they are asked with the step {step}",
        "explained.say.before": "this is needed for {steps|or}",
        "explained.say.notice": "there is at least {term} of time before that",
        "explained.say.silent.waits": "who keeps silent is not passed over: the waiting goes on",
        "explained.say.silent.goes_on": "who has said nothing by then holds nothing up any more",
        "explained.say.silent.against": "who has said nothing by then counts as against",
        "explained.queue": "cases in {state} wait here, in the order of {parts}, and of opening "
        "where these are equal",
        "explained.pool": "it holds {value}, with what comes in and without what goes out",
        "explained.pool.year": "for {year} it holds {value}",
        "explained.pool.chosen_on": "which year it is follows from {day}",
        "explained.pool.last_day": "it can be drawn from up to and including {day}",
        "explained.day": "this is {day}",
        "explained.window": "it is open {days}",
        "explained.exception": "by exception ({exception}) it is open {days}, for whoever meets "
        "this: {needs}",
        "explained.round.cent": "the outcome is rounded to whole cents",
        "explained.round.euro": "the outcome is rounded to whole euros",
        "explained.round.euro_up": "the outcome is rounded up to whole euros",
        "explained.round.euro_down": "the outcome is rounded down to whole euros",
        "explained.round.whole_up": "the outcome is rounded up to a whole number",
        "explained.round.whole_down": "the outcome is rounded down to a whole number",
        "explained.not_below": "it never becomes less than {value}",
        "explained.looked_in": "nothing was found about this in {where}; so a person says whether "
        "it may be",
        "explained.say.first": "when somebody is against, {step} follows first",
        "explained.say.reasons": "who goes on while somebody is against explains why",
        "explained.say.holds_up": "when somebody is against, {held} can be only {term} after "
        "{step}",
        "explained.say.instead": "this can replace a yes: {condition}",
        "explained.one_of": "the answer is {words|or}",
        "explained.recorded_by": "this is recorded by {who|or}",
        "explained.own": "this is recorded by each {who|or} for itself",
        "explained.any_party": "party that takes part",
        "explained.handed_in_by": "this is handed in by {who|or}",
        "explained.one_region": "on every day a party is in one region here at most",
        "explained.regions": "the regions are {regions}",
        "explained.in_region": "one of these is who is in {regions|or} on the map {map}",
        "explained.on_map": "one of these is who is on the map {map}",
        "explained.per": "each of these has at most one: {who}",
        "explained.rests_on": "each case builds on a {base}",
        "explained.value": "the value is {value}",
        "explained.unset": "nobody has set this yet; {who} may",
        "explained.among": "a region chooses one of: {values|or}",
        "explained.also_said": "another source says {value}: {source}",
        "explained.purpose": "what for: {purpose}",
        "explained.settled_by": "this is settled by {who}",
        "explained.at_least": "a region chooses at least {value}",
        "explained.at_most": "a region chooses at most {value}",
    },
}
