"""The words of an invariant: what it is about, and the one thing that must hold of it.

Tables only, as in `families`; which words go together there is for `resolving.invariants`.
"""

from __future__ import annotations

from samenwerk.definitions.keys.schema import Family, Key
from samenwerk.values.declared import ALWAYS, COUNTED

TARGETS = ("to_reach", "while_in", "on_step", "always")
"""What an invariant is about: exactly one of these."""
ASKED = ("needs", "only_after", "at_most", "not_alone", "always")
"""What it asks of that: exactly one of these; `always` is both at once."""

INVARIANT = Family("invariant", "een waarborg", "an invariant", (
    Key("to_reach", "name", "om deze fase te bereiken", "to reach this state"),
    Key("while_in", "name", "zolang het in deze fase is", "while in this state"),
    Key("on_step", "name", "bij deze stap", "on this step"),
    Key("always", "word", "wat in elk lopend dossier blijft gelden",
        "what keeps holding in every case that is not over", words=ALWAYS),
    Key("needs", "conditions", "wat dan moet gelden", "what must hold then"),
    Key("held_since", "name", "wat bij needs staat, gold ook al bij deze stap en daarna steeds",
        "what stands at needs held at this step too, and ever since"),
    Key("only_after", "name", "eerst moet deze stap gezet zijn",
        "this step must have been done first"),
    Key("at_most", "number", "zo vaak in één dossier, of zo veel dossiers tegelijk in die fase",
        "so many times in one case, or so many cases in that state at once"),
    Key("not_alone", "true_or_name",
        "geen partij komt er alleen, of degene die u noemt niet",
        "no party gets there alone, or not the one that you name"),
    Key("mandates", "word",
        "wat op mandaat gebeurt, telt als gedaan door wie het gaf, en niet door wie het doet",
        "what is done on a mandate counts as done by who gave it, and not by who does it",
        words=COUNTED),
    Key("lifecycles", "names", "voor deze levenslopen; geen: voor alle",
        "for these lifecycles; none: for all"),
    Key("breaches", "flag", "ook langs wat niet mocht en toch gebeurde",
        "also along what was refused and happened all the same"),
), one_of=(TARGETS, ASKED))  # fmt: skip
