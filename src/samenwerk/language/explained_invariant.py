"""What an invariant says, in sentences: what never happens without what, or what always holds.

Whether it does hold is for `proof`, and telling that for who asks it.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.language.catalogue import Speaker
from samenwerk.language.explained_decision import who_names
from samenwerk.language.steps import condition_text
from samenwerk.values.declared import Invariant
from samenwerk.values.message import Name


def invariant_says(invariant: Invariant, speaker: Speaker) -> Iterator[str]:
    """What it is about and what it asks of that, a sentence for each condition."""
    target = invariant.to_reach or invariant.while_in or invariant.on_step or ""
    home = target.partition(".")[0]
    where = "on_step" if invariant.on_step else "while_in" if invariant.while_in else "to_reach"
    kind = "step" if invariant.on_step else "state"
    told = {"target": Name(kind, target), "case": Name("lifecycle", home)}
    for one in invariant.needs:
        asked = condition_text(one, speaker.inside(home or None))
        yield speaker.words(f"invariant.{where}.needs", condition=asked, **told)
    if invariant.held_since is not None:
        yield speaker.words("invariant.held_since", step=Name("step", invariant.held_since))
    if invariant.only_after is not None:
        step = Name("step", invariant.only_after)
        yield speaker.words(f"invariant.{where}.only_after", step=step, **told)
    if invariant.at_most is not None:
        yield speaker.words(f"invariant.{where}.at_most", count=invariant.at_most, **told)
    if isinstance(invariant.not_alone, bool):
        if invariant.not_alone:
            yield speaker.words(f"invariant.{where}.nobody_alone", **told)
    else:
        who = who_names((invariant.not_alone,))
        yield speaker.words(f"invariant.{where}.not_alone", who=who, **told)
    if invariant.mandates == "giver":
        yield speaker.words("invariant.mandates")
    if invariant.always is not None:
        yield speaker.words(f"invariant.{invariant.always}")
    if invariant.lifecycles:
        of = tuple(Name("lifecycle", one) for one in invariant.lifecycles)
        yield speaker.words("invariant.lifecycles", lifecycles=of)
    if invariant.breaches:
        yield speaker.words("invariant.breaches")


WORDING = {
    "nl": {
        "invariant.to_reach.needs": "een dossier ({case}) komt nooit in {target} zonder dat dit "
        "waar is: {condition}",
        "invariant.while_in.needs": "zolang een dossier ({case}) in {target} is, is dit waar: "
        "{condition}",
        "invariant.on_step.needs": "de stap {target} ({case}) wordt nooit gezet zonder dat dit "
        "waar is: "
        "{condition}",
        "invariant.held_since": "dat was ook al zo bij de stap {step}, en bij elke stap daarna",
        "invariant.to_reach.only_after": "een dossier ({case}) komt pas in {target} na de stap "
        "{step}",
        "invariant.on_step.only_after": "de stap {target} ({case}) komt altijd na de stap {step}",
        "invariant.on_step.at_most": "de stap {target} wordt in een dossier ({case}) niet vaker "
        "gezet dan {count} keer",
        "invariant.while_in.at_most": "van de dossiers ({case}) onder hetzelfde dossier zijn er "
        "nooit meer dan {count} tegelijk in {target}",
        "invariant.to_reach.nobody_alone": "geen partij krijgt een dossier ({case}) in haar eentje "
        "in {target}",
        "invariant.on_step.nobody_alone": "geen partij maakt in haar eentje de stap {target} "
        "({case}) mogelijk",
        "invariant.to_reach.not_alone": "een dossier ({case}) komt nooit in {target} door wat één "
        "partij doet, ook niet als dat deze is: {who|of}",
        "invariant.on_step.not_alone": "de stap {target} ({case}) komt er nooit door wat één "
        "partij doet, ook niet als dat deze is: {who|of}",
        "invariant.mandates": "wat een partij op mandaat doet, telt als gedaan door wie het gaf",
        "invariant.someone_can_act": "zolang een dossier loopt, is er altijd iemand die verder kan",
        "invariant.can_end": "elk dossier dat loopt, kan altijd nog eindigen",
        "invariant.escalates": "is een termijn voorbij, dan is er altijd een vervolg",
        "invariant.lifecycles": "dit geldt voor {lifecycles}",
        "invariant.breaches": "dit geldt ook langs wat niet mocht en toch gebeurde",
    },
    "en": {
        "invariant.to_reach.needs": "a case ({case}) never gets to {target} without this being "
        "so: {condition}",
        "invariant.while_in.needs": "as long as a case ({case}) is in {target}, this is so: "
        "{condition}",
        "invariant.on_step.needs": "the step {target} ({case}) is never done without this "
        "being so: {condition}",
        "invariant.held_since": "so it was at the step {step} too, and at every step since",
        "invariant.to_reach.only_after": "a case ({case}) gets to {target} only after the step "
        "{step}",
        "invariant.on_step.only_after": "the step {target} ({case}) always comes after the step "
        "{step}",
        "invariant.on_step.at_most": "in a case ({case}) the step {target} is done no more often "
        "than {count} times",
        "invariant.while_in.at_most": "of the cases ({case}) under the same case never more than "
        "{count} are in {target} at once",
        "invariant.to_reach.nobody_alone": "no party gets a case ({case}) to {target} on its own",
        "invariant.on_step.nobody_alone": "no party makes the step {target} ({case}) possible on "
        "its own",
        "invariant.to_reach.not_alone": "a case ({case}) never gets to {target} by what one "
        "party does, not even this one: {who|or}",
        "invariant.on_step.not_alone": "the step {target} ({case}) never comes about by what one "
        "party does, not even this one: {who|or}",
        "invariant.mandates": "what a party does on a mandate counts as done by who gave it",
        "invariant.someone_can_act": "as long as a case is not over, there is always somebody who "
        "can go on",
        "invariant.can_end": "every case that is not over can always still end",
        "invariant.escalates": "when a term has passed, there is always something that follows",
        "invariant.lifecycles": "this holds for {lifecycles}",
        "invariant.breaches": "this holds also along what was refused and happened all the same",
    },
}
