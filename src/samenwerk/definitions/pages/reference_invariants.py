"""Examples of invariants for the page of the language: one of most forms.

What their keys mean stands in `keys.invariant_keys`.
"""

from __future__ import annotations

INVARIANTS = """\
[invariant.nooit_alleen]
nl = "Niemand opent de balie alleen"
en = "Nobody opens the desk alone"
to_reach = "balie.open"
needs = ["samen_open"]

[invariant.niet_door_de_indiener]
nl = "Wie de balie voorstelt, opent haar niet alleen"
en = "Who proposes the desk does not open it alone"
to_reach = "balie.open"
not_alone = "balie.initiatiefnemer"

[invariant.eerst_voorgesteld]
nl = "Een balie opent pas na een voorstel"
en = "A desk opens only after a proposal"
to_reach = "balie.open"
only_after = "balie.plan"

[invariant.altijd_verder]
nl = "Elke balie kan altijd nog eindigen"
en = "Every desk can always still end"
always = "can_end"
lifecycles = ["balie"]
"""
