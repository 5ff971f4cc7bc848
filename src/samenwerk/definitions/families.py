"""The words of the language: every family with its keys, in Dutch and in English.

Tables only; what the columns mean stands in `schema`.
"""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.definitions.schema import Family, Key
from samenwerk.values.declared import FACT_TYPES, METHODS, SEVERITIES
from samenwerk.values.say import RIGHTS, SILENCES
from samenwerk.values.who import ACTS

OVERLAYS = ("closed", "stricter", "range", "open")
LEVELS = ("horizontal", "vertical", "theme", "steering", "bureau")
FORMS = ("mandaat", "volmacht", "machtiging")
SILENT = ("stays_open", "left_out", "against", "trusts")

COMMON = (
    Key("nl", "text", "de naam voor mensen, in het Nederlands", "the name for people, in Dutch"),
    Key("en", "text", "de naam voor mensen, in het Engels", "the name for people, in English"),
    Key("source", "text", "waar dit is afgesproken", "where this was agreed"),
    Key("way_out", "labels", "wat iemand kan doen die hier vastloopt",
        "what somebody can do who is stuck here"),
    Key("overlay", "word", "wat wie hierop voortbouwt mag veranderen",
        "what those who build on this may change", words=OVERLAYS),
    Key("remove", "flag", "haalt weg wat geërfd is", "takes away what is inherited"),
    Key("unencodable", "text", "wat hierin niet te schrijven was",
        "what could not be written here"),
)  # fmt: skip
"""The keys that everything with a name may have."""

DAY_KEYS = (
    Key("is", "day", "precies deze dag", "exactly this day"),
    Key("term", "term", "zo lang voor of na een andere dag", "so long before or after a day"),
    Key("after", "day", "na deze dag", "after this day"),
    Key("before", "day", "voor deze dag", "before this day"),
    Key("day", "text", 'een dag van het jaar, als "12-31"', 'a day of the year, as "12-31"'),
    Key("year", "day", "in het jaar van deze dag", "in the year of this day"),
    Key("plus", "term", "zo veel verder", "so much further"),
    Key("first", "word", "de eerste nieuwe maand of het eerste nieuwe jaar",
        "the first new month or new year", words=("new_month", "new_year")),
    Key("latest", "days", "de laatste van deze dagen", "the latest of these days"),
)  # fmt: skip
CALCULATION_FORMS = ("add", "sum", "percent", "least_of", "most_of")
DAY_FORMS = ("is", "term", "day", "first", "latest")

_FORMS = ("all", "any", "none", "among", "plugin")
_RULE_FORMS = (
    Key("all", "conditions", "al deze voorwaarden", "all of these conditions"),
    Key("any", "conditions", "een van deze voorwaarden", "any of these conditions"),
    Key("none", "conditions", "geen van deze voorwaarden", "none of these conditions"),
    Key("at_least", "number", "zo veel van de voorwaarden in among",
        "so many of the conditions in among"),
    Key("among", "conditions", "de voorwaarden waaruit at_least telt",
        "the conditions that at_least counts"),
    Key("plugin", "text", 'de regel van een plug-in, als "voorbeeld.regel"',
        'the rule of a plugin, as "voorbeeld.rule"'),
    Key("with", "table", "waarmee die regel rekent", "what that rule works with"),
)  # fmt: skip
_LIFECYCLE_OWN = (
    "role", "fact", "open", "silent", "document", "date", "calculation", "decision", "say", "duty",
    "rule", "window",
)  # fmt: skip

FAMILIES: Mapping[str, Family] = {family.name: family for family in (
    Family("workflow", "de werkwijze", "the workflow", (
        Key("id", "text", "de naam waarmee anderen ernaar verwijzen", "the name others refer to",
            True),
        Key("version", "text", "welke versie dit is", "which version this is", True),
        Key("extends", "text", 'waarop dit voortbouwt, als "landelijk@2026.1"',
            'what this builds on, as "landelijk@2026.1"'),
        Key("plugins", "texts", 'plug-ins met hun versie, als "voorbeeld>=0.1,<1"',
            'plugins with their versions, as "voorbeeld>=0.1,<1"'),
        Key("parts", "texts", "andere bestanden van deze werkwijze",
            "other files of this workflow"),
        Key("zone", "text", "de tijdzone waarin dagen tellen", "the time zone in which days count"),
        Key("back_dating", "term", "hoe ver terug een dag mag liggen",
            "how far back an act may be dated"),
    ), single=True),
    Family("sort", "een soort partij", "a sort of party", (
        Key("belongs_to", "name", "bij welke soort deze hoort", "the sort that it speaks beside"),
    )),
    Family("group", "een groep partijen", "a group of parties", (
        Key("sort", "names", "alleen partijen van deze soort", "only parties of this sort"),
        Key("role", "name", "alleen wie deze rol heeft", "only those who hold this role"),
        Key("table", "name", "alleen wie aan deze tafel zit", "only those who sit at this table"),
        Key("map", "name", "alleen wie op deze kaart ligt", "only those who are on this map"),
        Key("region", "names", "alleen wie in deze regio van de kaart ligt",
            "only those who are in this region of the map"),
        Key("not_in", "names", "niet wie hierbij hoort", "not those who are one of these"),
    )),
    Family("map", "een kaart van regio's", "a map of regions", (
        Key("one_region_each", "flag", "niemand ligt op een dag in twee regio's",
            "nobody is in two regions on one day"),
    ), below=("region",)),
    Family("region", "een regio van een kaart", "a region of a map", ()),
    Family("subject", "een onderwerp", "a subject", (
        Key("part_of", "name", "waar dit een deel van is", "what this is a part of"),
    )),
    Family("table", "een tafel", "a table", (
        Key("level", "word", "wat voor tafel het is", "what kind of table it is", words=LEVELS),
        Key("members", "names", "wie er zit", "who sits there"),
        Key("speaks_at", "name", "de tafel waar deze met één stem spreekt",
            "the table where this one speaks with one voice"),
        Key("representatives", "name", "de rol van wie daar spreken",
            "the role of those who speak there"),
    )),
    Family("role", "een rol", "a role", (
        Key("sort", "names", "alleen partijen van deze soort", "only parties of this sort"),
        Key("exactly", "number", "zo veel partijen hebben de rol", "so many parties hold the role"),
        Key("many", "flag", "van een rol in een dossier: meer dan een partij kan die hebben",
            "of a role within a case: more than one party can hold it"),
        Key("may", "words", "alleen dit mag wie de rol heeft", "only this may its holder do",
            words=ACTS),
        Key("never", "words", "dit mag wie de rol heeft nooit", "this may its holder never do",
            words=ACTS),
    )),
    Family("mandate", "een mandaat", "a mandate", (
        Key("may", "words", "wat wie het heeft mag doen", "what its holder may do", words=ACTS),
        Key("on", "names", "over welke onderwerpen", "on which subjects"),
        Key("giver", "names", "wie het mag geven", "who may give it"),
        Key("form", "word", "welke vorm het heeft", "its legal form", words=FORMS),
    )),
    Family("fact", "een gegeven", "a fact", (
        Key("type", "word", "wat voor gegeven het is", "what kind of fact it is", True, FACT_TYPES),
        Key("one_of", "texts", "de woorden waaruit gekozen wordt", "the words to choose from"),
        Key("per", "word", "voor elke partij apart", "for each party apart", words=("party",)),
        Key("own", "flag", "elke partij legt het alleen voor zichzelf vast",
            "each party records it for itself only"),
        Key("by", "names", "wie het mag vastleggen; bij own: welke partijen",
            "who may record it; with own: which parties"),
        Key("fixed_from", "name", "de stap waarna het niet meer verandert",
            "the step after which it no longer changes"),
        Key("silence", "value", "wat geen antwoord betekent", "what no answer means"),
        Key("word", "word_labels", "hoe de woorden voor mensen heten",
            "what the words are called for people"),
    )),
    Family("open", "een vraag aan een mens", "a question to a person", (
        Key("why", "text", "waarom een mens dit moet beantwoorden", "why a person must answer"),
        Key("by", "names", "wie antwoordt", "who answers"),
        Key("answers", "texts", "de mogelijke antwoorden", "the possible answers", True),
        Key("word", "word_labels", "hoe de antwoorden voor mensen heten",
            "what the answers are called for people"),
    )),
    Family("silent", "iets waarover niets te vinden was", "something nothing was found about", (
        Key("looked_in", "labels", "waar er tevergeefs naar gezocht is",
            "where it was looked for in vain", True),
        Key("by", "names", "wie zegt of het mag", "who says whether it may", True),
        Key("word", "word_labels", "hoe yes en no voor mensen heten",
            "what yes and no are called for people"),
    )),
    Family("document", "een stuk", "a document", (
        Key("by", "names", "wie het indient", "who hands it in"),
    )),
    Family("date", "een dag met een naam", "a named day", DAY_KEYS,
           one_of=(DAY_FORMS,), not_both=(("after", "before"),)),
    Family("parameter", "een instelling", "a parameter", (
        Key("value", "value", "de waarde; geen waarde: een mens beslist",
            "the value; none: a person decides"),
        Key("at_least", "value", "de laagste waarde die mag", "the lowest value allowed"),
        Key("at_most", "value", "de hoogste waarde die mag", "the highest value allowed"),
        Key("one_of", "values", "de waarden die mogen", "the values allowed"),
        Key("also_said", "said", "wat andere bronnen hierover zeggen",
            "what other sources say about it"),
        Key("settled_by", "labels", "wie dit bepaalt: een naam, of in woorden",
            "who settles this: a name, or in words"),
    )),
    Family("calculation", "een berekening", "a calculation", (
        Key("add", "operands", "wat bij elkaar geteld wordt", "what is added up"),
        Key("less", "operands", "wat daar weer van afgaat", "what is taken off again"),
        Key("sum", "operand", "wat over een groep of levensloop wordt opgeteld",
            "what is added up over a group or lifecycle"),
        Key("over", "name", "waarover; bij een levensloop telt het dossier zelf mee",
            "over which; over a lifecycle the case itself counts too"),
        Key("in", "names", "alleen dossiers in deze fase", "only cases in this state"),
        Key("percent", "operand", "zoveel procent", "so many percent"),
        Key("of_amount", "operand", "waarvan", "of which"),
        Key("least_of", "operands", "de laagste van deze", "the least of these"),
        Key("most_of", "operands", "de hoogste van deze", "the most of these"),
        Key("round", "word", "hoe er wordt afgerond", "how it is rounded",
            words=("cent", "euro", "euro_up", "euro_down", "whole_up", "whole_down")),
        Key("not_below", "operand", "minder dan dit wordt het nooit",
            "it never becomes less than this"),
    ), one_of=(CALCULATION_FORMS,), not_both=(
        ("less", "sum", "percent", "least_of", "most_of"),
        ("over", "add", "percent", "least_of", "most_of"),
        ("in", "add", "percent", "least_of", "most_of"),
        ("of_amount", "add", "sum", "least_of", "most_of"),
    )),
    Family("pool", "een pot met geld", "a pool of money", (
        Key("amount", "operand", "hoeveel erin zit", "how much it holds"),
        Key("rows", "years", "hoeveel erin zit, per jaar", "how much it holds, by year"),
        Key("chosen_on", "day", "de dag die bepaalt welk jaar", "the day that decides which year"),
        Key("last_day", "day", "de laatste dag om eruit te betalen",
            "the last day to pay out of it"),
    ), one_of=(("amount", "rows"),), not_both=(("amount", "chosen_on"),)),
    Family("queue", "een wachtrij", "a queue", (
        Key("holds", "name", 'de fase waarin dossiers wachten, als "aanvraag.wacht"',
            'the state in which cases wait, as "application.queued"', True),
        Key("order", "name_list", "waarnaar de volgorde gaat: eerst wat het vroegst of laagst is",
            "by what they are ordered: the earliest or lowest first", True),
        Key("ties", "name", 'wat beslist bij gelijke stand; anders "opened": eerst geopend',
            'what decides between equals; else "opened": opened first'),
    )),
    Family("rule", "een regel", "a rule", (
        *_RULE_FORMS,
        Key("severity", "word", "hoe zwaar het is als er niet aan voldaan is",
            "what it means when it is not met", words=SEVERITIES),
        Key("or_explain", "names", "de stukken die bij een uitleg horen",
            "the documents that go with an explanation"),
        Key("unknown_too", "flag", "een uitleg dekt ook wat nog niet bekend is",
            "an explanation also covers what is not known"),
        Key("chosen_on", "day", "de dag die bepaalt welke versie geldt",
            "the day that decides which version holds"),
    ), one_of=((*_FORMS, "version"),), below=("version",)),
    Family("version", "een versie van een regel", "a version of a rule", (
        Key("starts", "date", "de eerste dag waarop deze geldt", "the first day on which it holds",
            True),
        *_RULE_FORMS,
    ), one_of=(_FORMS,)),
    Family("decision", "een besluit", "a decision", (
        Key("by", "names", "wie besluiten", "who decide", True),
        Key("method", "word", "hoe er besloten wordt", "how it is decided", True, METHODS),
        Key("on", "names", "over welke onderwerpen", "on which subjects"),
        Key("share", "share", "welk deel voor moet zijn", "the share that must be for"),
        Key("share_of", "word", "waarvan het een deel is", "what it is a share of",
            words=("members", "present", "cast")),
        Key("weight", "name", "het gegeven dat het gewicht van een stem zegt",
            "the fact that says the weight of a vote"),
        Key("weight_share", "share", "welk deel van het gewicht voor moet zijn",
            "the share of the weight that must be for"),
        Key("quorum", "quorum", "hoeveel er mee moeten doen", "how many must take part"),
        Key("sorts", "names", "van elk van deze soorten minstens een voor",
            "at least one for of each of these sorts"),
        Key("absent", "word", "wat zwijgen betekent als de ronde sluit",
            "what silence means when the round closes", words=SILENT),
        Key("abstain", "word", "wat onthouden betekent", "what abstaining means", words=SILENT),
        Key("may_ask", "names", "wie vragen mag stellen", "who may ask questions"),
        Key("veto", "names", "van wie een stem tegen genoeg is", "whose vote against is enough"),
        Key("second_person", "flag", "minstens een voor van een ander dan wie opende",
            "at least one for of another than who opened"),
        Key("same_text", "name", "het stuk waarvan de laatste versie telt",
            "the document whose latest version counts"),
        Key("held", "word", "in vergadering of schriftelijk", "in a meeting or in writing",
            words=("meeting", "writing")),
        Key("opens_at", "name", "de stap waarmee de ronde begint",
            "the step with which the round begins"),
        Key("closes", "day", "de dag waarop de ronde sluit", "the day on which the round closes"),
        Key("answer_within", "term", "hoe lang de ronde duurt", "how long the round lasts"),
    ), not_both=(("closes", "answer_within"),)),
    Family("say", "inspraak", "a say", (
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
    )),)),
    Family("duty", "een plicht", "a duty", (
        Key("by", "names", "wie het moet doen", "who must do it", True),
        Key("each", "flag", "ieder van hen apart", "every one of them apart"),
        Key("must", "name", "de stap, het stuk of het gegeven waarom het gaat",
            "the step, document or fact that it is about", True),
        Key("due", "day_or_term", "de laatste dag, of hoe lang na het begin van while_in",
            "the last day, or how long after the start of while_in", True),
        Key("while_in", "names", "in welke fasen dit geldt; geen: zolang het dossier open is",
            "in which states it holds; none: as long as the case is open"),
        Key("only_if", "conditions", "alleen als dit waar is", "only when this is so"),
        Key("severity", "word", "hoe zwaar het is als een stap ernaar vraagt",
            "what missing it means where a step asks for it", words=SEVERITIES),
    )),
    Family("window", "een periode", "a window", (
        Key("opens", "day", "de eerste dag", "the first day"),
        Key("last_day", "day", "de laatste dag, die nog meetelt", "the last day, which counts"),
    ), below=("exception",)),
    Family("exception", "een uitzondering op een periode", "an exception to a window", (
        Key("opens", "day", "de eerste dag; zonder: die van de periode",
            "the first day; without: that of the window"),
        Key("last_day", "day", "de laatste dag; zonder: die van de periode",
            "the last day; without: that of the window"),
        Key("needs", "conditions", "voor wie hieraan voldoet", "for whoever meets this", True),
    )),
    Family("invariant", "een waarborg", "an invariant", (
        Key("to_reach", "name", "om in deze fase te komen", "to reach this state"),
        Key("while_in", "name", "zolang het in deze fase is", "while in this state"),
        Key("on_step", "name", "bij deze stap", "on this step"),
        Key("needs", "conditions", "wat dan moet gelden", "what must hold then", True),
    ), one_of=(("to_reach", "while_in", "on_step"),)),
    Family("lifecycle", "een levensloop", "a lifecycle", (
        Key("under", "name", "de levensloop waar dit onder hangt", "the lifecycle it hangs under"),
        Key("one", "flag", "er is er nooit meer dan een", "there is never more than one"),
        Key("per", "name", "ieder van hen heeft er hoogstens een, onder hetzelfde dossier",
            "each of these has at most one, under the same case"),
        Key("rests_on", "name", "op een dossier van deze levensloop bouwt het voort",
            "it builds on a case of this lifecycle"),
        Key("subject", "names", "waar het over gaat", "what it is about"),
    ), not_both=(("one", "per"),), below=("state", "step", *_LIFECYCLE_OWN)),
    Family("state", "een fase", "a state", (
        Key("due", "term", "hoe lang dit hoort te duren", "how long this should take"),
        Key("final", "flag", "hier eindigt het", "it ends here"),
    )),
    Family("step", "een stap", "a step", (
        Key("from", "names", "vanuit welke fase; geen: het opent een dossier",
            "from which state; none: it opens a case"),
        Key("to", "name", 'naar welke fase, of "stays" of "back"',
            'to which state, or "stays" or "back"'),
        Key("back_before", "name", "terug naar waar het was voor deze stap",
            "back to where it was before this step"),
        Key("by", "names", 'wie het doet, of "itself" of "time"',
            'who does it, or "itself" or "time"'),
        Key("each", "flag", "ieder van hen doet het", "every one of them does it"),
        Key("act", "word", "wat voor handeling het is", "what kind of act it is", words=ACTS),
        Key("needs", "conditions", "wat er nodig is", "what is needed"),
        Key("fill_in", "names", "wat erbij ingevuld wordt", "what is filled in with it"),
        Key("takes", "name", "de rol die wie het doet krijgt", "the role its doer gets"),
        Key("gives_up", "name", "de rol die wie het doet neerlegt",
            "the role that its doer gives up"),
        Key("once_past", "day", "zodra deze dag voorbij is", "once this day has passed"),
        Key("on", "names", "over welke onderwerpen", "on which subjects"),
        Key("not_before", "day", "niet voor deze dag", "not before this day"),
        Key("not_after", "day", "niet na deze dag", "not after this day"),
        Key("moves", "moves", "welk geld waarvandaan waarnaartoe gaat",
            "which money goes from where to where"),
        Key("back_dating", "term", "hoe ver terug de dag mag liggen",
            "how far back it may be dated"),
    ), one_of=(("to", "back_before"),), not_both=(("takes", "gives_up"),)),
    Family("scenario", "een voorbeeldverhaal", "a scenario", (
        Key("register", "text", "het register waarmee het speelt", "the register it plays with"),
        Key("after", "name", "het verhaal waarop dit verder gaat", "the story it goes on from"),
        Key("set", "table", "andere instellingen", "other parameters"),
        Key("story", "lines", "wat er gebeurt", "what happens", True),
    )),
)}  # fmt: skip
"""Every family, by its word."""

TOP = (
    "workflow", "sort", "group", "map", "subject", "table", "role", "mandate", "fact", "open",
    "silent", "document", "date", "parameter", "calculation", "pool", "queue", "rule", "decision",
    "say", "window", "invariant", "lifecycle", "register", "scenario",
)  # fmt: skip
"""The families at the top of a file."""

DUTCH: Mapping[str, str] = {
    "werkwijze": "workflow", "soort": "sort", "groep": "group", "onderwerp": "subject",
    "tafel": "table", "kaart": "map", "regio": "region",
    "rol": "role", "mandaat": "mandate", "gegeven": "fact", "vraag": "open",
    "stuk": "document", "datum": "date", "dag": "date", "instelling": "parameter",
    "berekening": "calculation", "pot": "pool", "wachtrij": "queue", "verplaatst": "moves",
    "procent": "percent", "afronden": "round", "min": "less",
    "regel": "rule", "besluit": "decision", "inspraak": "say", "plicht": "duty",
    "periode": "window", "waarborg": "invariant",
    "levensloop": "lifecycle", "fase": "state", "stap": "step", "verhaal": "scenario",
    "versie": "version", "van": "from", "vanuit": "from", "naar": "to", "door": "by",
    "nodig": "needs", "voorwaarden": "needs", "bron": "source", "onder": "under",
    "waarde": "value", "minstens": "at_least", "hoogstens": "at_most", "een_van": "one_of",
    "alle": "all", "geen": "none", "niet": "not", "gedaan": "done", "bekend": "known",
    "ieder": "every", "elke": "every", "aantal": "count", "deel": "share", "methode": "method",
    "leden": "members", "niveau": "level", "eind": "final", "einde": "final",
    "laatste_dag": "last_day", "uitzondering": "exception",
    "antwoorden": "answers", "waarom": "why", "over": "on",
    "uitweg": "way_out", "delen": "parts", "neemt": "takes", "invullen": "fill_in",
    "legt_neer": "gives_up",
}  # fmt: skip
"""Dutch words that people write for a word of the language."""
