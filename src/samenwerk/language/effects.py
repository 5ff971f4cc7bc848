"""Effects in words: what a step sets going outside, and what the record says became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from samenwerk.core.effected import EffectEvent
from samenwerk.core.wording import operand_name
from samenwerk.language.catalogue import Speaker
from samenwerk.language.values import quoted
from samenwerk.values.effect import Effect, Handed
from samenwerk.values.event import (
    EffectAgain,
    EffectAsked,
    EffectDone,
    EffectDropped,
    EffectFailed,
    Sealed,
)
from samenwerk.values.message import Name
from samenwerk.values.operand import Constant
from samenwerk.values.who import Who

Unseal = Callable[[str], str | None]


def effect_says(effect: Effect, speaker: Speaker) -> Iterator[str]:
    """What a declared effect does, after which step, with what, and where the outcome is kept."""
    yield speaker.words(
        "effect.after", step=Name("step", f"{effect.lifecycle}.{effect.on_step}"),
        plugin=effect.full_name,
    )  # fmt: skip
    if effect.handed:
        parts = tuple(_handed(one, effect.lifecycle, speaker) for one in effect.handed)
        yield speaker.words("effect.handed", parts=parts)
    if effect.records is not None:
        yield speaker.words("effect.records", fact=_fact(effect, effect.records))
    for name, fact in effect.gives:
        yield speaker.words("effect.gives", name=name, fact=_fact(effect, fact))


def _fact(effect: Effect, name: str) -> Name:
    return Name("fact", f"{effect.lifecycle}.{name}")


def _handed(one: Handed, lifecycle: str, speaker: Speaker) -> str:
    if one.who is not None:
        worth: object = _who(one.who)
    elif one.document is not None:
        worth = Name("document", f"{lifecycle}.{one.document}")
    elif isinstance(one.operand, Constant) and one.operand.name is None:
        worth = one.operand.value
    else:
        assert one.operand is not None
        worth = operand_name(one.operand)
    return speaker.words("effect.handed_one", name=one.name, worth=worth)


def _who(who: Who) -> Name:
    return Name(who.kind, f"{who.lifecycle}.{who.name}" if who.lifecycle else who.name)


def effect_happened(what: EffectEvent, case: str, speaker: Speaker) -> str:
    """What the record says of an effect, for its history."""
    effect = Name("effect", what.effect)
    match what:
        case EffectAsked(plugin=plugin):
            return speaker.words("history.effect.asked", effect=effect, plugin=plugin, case=case)
        case EffectDone(looked_up=True):
            return speaker.words("history.effect.looked_up", effect=effect, case=case)
        case EffectDone():
            return speaker.words("history.effect.done", effect=effect, case=case)
        case EffectFailed(attempts=attempts):
            return speaker.words("history.effect.failed", effect=effect, count=attempts, case=case)
        case EffectAgain():
            return speaker.words("history.effect.again", effect=effect, case=case)
        case EffectDropped():
            return speaker.words("history.effect.dropped", effect=effect, case=case)


def effect_extras(what: EffectEvent, speaker: Speaker, unseal: Unseal) -> list[str]:
    """What else an event about an effect says: by whom, why, and what was said."""
    told = []
    plugin = getattr(what, "plugin", None)
    if plugin and not isinstance(what, EffectAsked):
        told.append(speaker.words("history.effect.by", plugin=plugin))
    for key in ("said", "because"):
        sealed = getattr(what, key, None)
        if isinstance(sealed, Sealed):
            text = unseal(sealed.sealed)
            shown = speaker.words("history.erased") if text is None else quoted([text])[0]
            told.append(speaker.words(f"history.effect.{key}", text=shown))
    return told


WORDING = {
    "nl": {
        "effect.after": "na {step} doet {plugin} dit",
        "effect.handed": "de plug-in krijgt mee: {parts}",
        "effect.handed_one": "{name}: {worth}",
        "effect.records": "is het gelukt, dan wordt {fact} ja",
        "effect.gives": "wat terugkomt als {name}, staat bij {fact}",
        "history.effect.asked": "verzending {effect} staat klaar voor {plugin}, in dossier {case}",
        "history.effect.done": "verzending {effect} is bezorgd, in dossier {case}",
        "history.effect.looked_up": "verzending {effect} bleek al bezorgd, in dossier {case}",
        "history.effect.failed": "verzending {effect} is na {count} {count|poging|pogingen} niet "
        "gelukt, in dossier {case}",
        "history.effect.again": "verzending {effect} gaat opnieuw uit, in dossier {case}",
        "history.effect.dropped": "verzending {effect} is opgegeven, in dossier {case}",
        "history.effect.by": "door {plugin}",
        "history.effect.said": "gemeld: {text}",
        "history.effect.because": "reden: {text}",
        "reminder.subject": "Herinnering: {day}, dossier {case}",
        "reminder.text": "Op {day}: {what} Het gaat om dossier {case} van {collaboration}.",
    },
    "en": {
        "effect.after": "after {step} {plugin} does this",
        "effect.handed": "the plugin gets along: {parts}",
        "effect.handed_one": "{name}: {worth}",
        "effect.records": "when it came about, {fact} is answered with yes",
        "effect.gives": "what comes back as {name} is kept in {fact}",
        "history.effect.asked": "effect {effect} is ready for {plugin}, in case {case}",
        "history.effect.done": "effect {effect} came about, in case {case}",
        "history.effect.looked_up": "effect {effect} turned out to have come about, in case {case}",
        "history.effect.failed": "effect {effect} failed after {count} {count|attempt|attempts}, "
        "in case {case}",
        "history.effect.again": "effect {effect} is sent again, in case {case}",
        "history.effect.dropped": "effect {effect} was given up, in case {case}",
        "history.effect.by": "by {plugin}",
        "history.effect.said": "what it said: {text}",
        "history.effect.because": "reason: {text}",
        "reminder.subject": "Reminder: {day}, case {case}",
        "reminder.text": "On {day}: {what} This is about case {case} of {collaboration}.",
    },
}
