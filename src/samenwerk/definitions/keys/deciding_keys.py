"""The words of deciding: a decision of the parties, and a say of those who do not decide.

Tables only, as in `families`.
"""

from __future__ import annotations

from samenwerk.definitions.keys.calendar_keys import BY_CALENDAR
from samenwerk.definitions.keys.schema import Family, Key
from samenwerk.values.declared import METHODS
from samenwerk.values.say import RIGHTS, SILENCES

SILENT = ("stays_open", "left_out", "against", "trusts")

DECISION = Family("decision", "een besluit", "a decision", (
    Key("by", "names", "wie besluiten", "who decide", True),
    Key("method", "method", "hoe er besloten wordt", "how it is decided", True, METHODS),
    Key("with", "given", "waarmee de methode van een plug-in rekent",
        "what a plugin's method works with"),
    Key("looks_at", "names", "naar welke gegevens de methode van een plug-in ook kijkt",
        "at which facts a plugin's method looks too"),
    Key("on", "names", "over welke onderwerpen", "on which subjects"),
    Key("share", "share", "welk deel voor moet zijn", "the share that must be for"),
    Key("share_of", "word", "waarvan het een deel is", "what it is a share of",
        words=("members", "present", "cast")),
    Key("weight", "name", "het gegeven waarin het gewicht van een stem staat",
        "the fact that says the weight of a vote"),
    Key("weight_share", "share", "welk deel van het gewicht voor moet zijn",
        "the share of the weight that must be for"),
    Key("quorum", "quorum", "hoeveel er moeten meedoen", "how many must take part"),
    Key("sorts", "names", "van elk van deze soorten minstens één stem voor",
        "at least one vote for, from each of these sorts"),
    Key("absent", "word", "wat zwijgen betekent als de ronde sluit",
        "what silence means when the round closes", words=SILENT),
    Key("abstain", "word", "wat onthouding betekent", "what abstaining means", words=SILENT),
    Key("may_ask", "names", "wie vragen mag stellen", "who may ask questions"),
    Key("veto", "names", "wie het met één tegenstem tegenhoudt",
        "who stops it with one vote against"),
    Key("second_person", "flag", "minstens één stem voor van een ander dan wie opende",
        "at least one vote for, by another than who opened"),
    Key("same_text", "name", "het stuk waarvan de laatste versie telt",
        "the document whose latest version counts"),
    Key("held", "word", "in vergadering of schriftelijk", "in a meeting or in writing",
        words=("meeting", "writing")),
    Key("opens_at", "name", "de stap waarmee de ronde begint",
        "the step with which the round begins"),
    Key("closes", "day", "de dag waarop de ronde sluit", "the day on which the round closes"),
    Key("answer_within", "term", "hoe lang de ronde duurt", "how long the round lasts"),
    BY_CALENDAR,
), not_both=(("closes", "answer_within"),))  # fmt: skip
SAY = Family("say", "inspraak", "a say", (
    Key("by", "names", "wie deze inspraak heeft: ieder van hen",
        "who has this say: each of them", True),
    Key("right", "word", "wat voor inspraak het is", "what kind of say it is", True, RIGHTS),
    Key("opens_at", "name", "de stap waarmee erom gevraagd wordt; geen: het openen van het "
        "dossier", "the step with which they are asked; none: the opening of the case"),
    Key("before", "names", "de stap die hierop wacht", "the step that waits for this"),
    Key("notice", "term", "hoeveel tijd er minstens is tussen de vraag en die stap",
        "how much time there is at least between asking and that step"),
    Key("answer_within", "term", "hoe lang een antwoord kan duren; daarna geldt if_silent",
        "how long an answer may take; after that if_silent holds"),
    Key("if_silent", "word", "wat zwijgen dan betekent", "what silence means then",
        words=SILENCES),
    BY_CALENDAR,
    Key("when_empty", "word", "wat het betekent als niemand deze inspraak heeft",
        "what it means when nobody has this say", words=("met",)),
), parts=(Family("if_against", "als iemand tegen is", "when somebody is against", (
    Key("first", "name", "de stap die dan eerst nog moet", "the step that must then be first"),
    Key("reasons", "flag", "wie toch doorgaat, legt uit waarom",
        "who goes on all the same explains why"),
    Key("holds_up", "name", "de latere stap die dan moet wachten",
        "the later step that must then wait"),
    Key("wait", "term", "hoe lang die stap wacht", "how long that step waits"),
    Key("after", "name", "na welke stap", "after which step"),
    Key("instead", "condition", "wat een ja kan vervangen: een regel, stuk of voorwaarde",
        "what can replace a yes: a rule, document or condition"),
)),))  # fmt: skip
