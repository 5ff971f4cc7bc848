"""The sentences of the standing questions: what was found in a workflow though nobody asked it.

What is found is worked out in `proof.standing`.
"""

from __future__ import annotations

WORDING = {
    "nl": {
        "standing.never_done": "de stap {step} kan nooit worden gezet: aan alles samen wat ervoor "
        "nodig is, kan niet worden voldaan",
        "standing.nobody": "de stap {step} kan door niemand worden gezet",
        "standing.unreachable": "een dossier kan nooit in {state} komen",
        "standing.dead_end": "wie in {state} is, komt er nooit meer uit, en daar eindigt niets",
        "standing.cannot_end": "vanuit {state} kan een dossier nooit meer eindigen",
        "standing.never_met": "aan {rule} kan nooit worden voldaan",
        "standing.always_met": "aan {rule} is altijd voldaan: de regel houdt niets tegen",
        "standing.never_decided": "over {decision} kan nooit worden besloten, ook niet als "
        "iedereen voor is",
        "standing.decides_alone": "over {decision} kan één partij alleen beslissen, tegen alle "
        "anderen in",
        "standing.held_up_by_one": "{decision} blijft open zolang één partij niets zegt, en er is "
        "geen dag waarop dat ophoudt",
    },
    "en": {
        "standing.never_done": "the step {step} can never be done: all that is needed for it "
        "cannot be met together",
        "standing.nobody": "the step {step} can be done by nobody",
        "standing.unreachable": "a case can never get to {state}",
        "standing.dead_end": "what is in {state} never gets out, and nothing ends there",
        "standing.cannot_end": "from {state} a case can never end any more",
        "standing.never_met": "{rule} can never be met",
        "standing.always_met": "{rule} is always met: the rule stops nothing",
        "standing.never_decided": "{decision} can never be decided, not even when everyone is for",
        "standing.decides_alone": "one party alone can decide {decision}, against all others",
        "standing.held_up_by_one": "{decision} stays open as long as one party says nothing, and "
        "there is no day on which that ends",
    },
}
