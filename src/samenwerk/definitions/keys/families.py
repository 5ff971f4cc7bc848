"""The words of the language: every family with its keys, in Dutch and in English.

Tables only; what the columns mean stands in `schema`.
"""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.definitions.keys.calendar_keys import BY_CALENDAR, CALENDAR, USUAL_CALENDAR
from samenwerk.definitions.keys.deciding_keys import DECISION, SAY
from samenwerk.definitions.keys.effect_keys import EFFECT
from samenwerk.definitions.keys.invariant_keys import INVARIANT
from samenwerk.definitions.keys.schema import Family, Key
from samenwerk.values.declared import FACT_TYPES, SEVERITIES
from samenwerk.values.who import ACTS

OVERLAYS = ("closed", "stricter", "range", "open")
LEVELS = ("horizontal", "vertical", "theme", "steering", "bureau")
FORMS = ("mandaat", "volmacht", "machtiging")

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
    Key("day", "day_of_year", 'een dag van het jaar, als "12-31"', 'a day of the year, as "12-31"'),
    Key("year", "day", "in het jaar van deze dag", "in the year of this day"),
    Key("plus", "term", "zo veel verder", "so much further"),
    Key("first", "word", "de eerste nieuwe maand of het eerste nieuwe jaar",
        "the first new month or new year", words=("new_month", "new_year")),
    Key("latest", "days", "de laatste van deze dagen", "the latest of these days"),
    BY_CALENDAR,
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
    Key("with", "given", "waarmee die regel rekent", "what that rule works with"),
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
        Key("uses", "texts", 'delen die een plug-in meebrengt, als "geldstromen.wlz"',
            'parts that a plugin brings, as "geldstromen.wlz"'),
        USUAL_CALENDAR,
        Key("zone", "text", "de tijdzone waarin dagen tellen", "the time zone in which days count"),
        Key("back_dating", "term", "hoe ver terug een dag mag liggen",
            "how far back an act may be dated"),
        Key("purpose", "labels", "waarvoor de partijen dit samen doen",
            "what the parties do this together for"),
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
        Key("many", "flag", "van een rol in een dossier: meer dan één partij kan die hebben",
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
        Key("looked_in", "labels", "waar niets te vinden was", "where nothing was found", True),
        Key("by", "names", "wie zegt of het mag", "who says whether it may", True),
        Key("word", "word_labels", "hoe yes en no voor mensen heten",
            "what yes and no are called for people"),
    )),
    Family("document", "een stuk", "a document", (
        Key("by", "names", "wie het indient", "who hands it in"),
    )),
    Family("date", "een dag met een naam", "a named day", DAY_KEYS,
           one_of=(DAY_FORMS,), not_both=(("after", "before"),)),
    CALENDAR,
    Family("parameter", "een instelling", "a parameter", (
        Key("value", "value", "de waarde; geen waarde: een mens beslist",
            "the value; none: a person decides"),
        Key("at_least", "value", "de laagste waarde die mag", "the lowest value allowed"),
        Key("at_most", "value", "de hoogste waarde die mag", "the highest value allowed"),
        Key("one_of", "values", "de waarden die mogen", "the values allowed"),
        Key("also_said", "said", "wat andere bronnen zeggen", "what other sources say"),
        Key("settled_by", "labels", "wie dit bepaalt, of een tekst", "who settles it, or a text"),
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
        Key("starts", "date", "de eerste dag dat ze geldt; geen: vanaf het begin",
            "the first day that it holds; none: from the beginning"), *_RULE_FORMS,
    ), one_of=(_FORMS,)),
    DECISION,
    SAY,
    Family("duty", "een plicht", "a duty", (
        Key("by", "names", "wie het moet doen", "who must do it", True),
        Key("each", "flag", "ieder van hen apart", "every one of them apart"),
        Key("must", "name", "de stap, het stuk of het gegeven waarom het gaat",
            "the step, document or fact that it is about", True),
        Key("due", "day_or_term", "de laatste dag, of hoe lang na het begin van while_in",
            "the last day, or how long after the start of while_in", True),
        BY_CALENDAR,
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
    EFFECT,
    INVARIANT,
    Family("transition", "een overgangsregel", "a transitional clause", (
        Key("lifecycle", "name", "welke lopende dossiers onder de oude versie blijven",
            "which running cases stay under the old version", True),
        Key("while_in", "names", "alleen als ze dan in een van deze fasen zijn",
            "only if they are in one of these states then"),
        Key("opened_before", "day", "alleen als ze voor deze dag zijn geopend",
            "only if they were opened before this day"),
        Key("needs", "conditions", "alleen als ze hieraan voldoen", "only if they meet this"),
        Key("until", "day", "tot en met deze dag; daarna kunnen ze over",
            "until this day, which counts; after it they can be moved"),
    )),
    Family("lifecycle", "een levensloop", "a lifecycle", (
        Key("under", "name", "de levensloop waar dit onder hangt", "the lifecycle it hangs under"),
        Key("one", "flag", "er is er nooit meer dan één", "there is never more than one"),
        Key("per", "name", "ieder van hen heeft er hoogstens één, onder hetzelfde dossier",
            "each of these has at most one, under the same case"),
        Key("rests_on", "name", "op een dossier van deze levensloop bouwt het voort",
            "it builds on a case of this lifecycle"),
        Key("subject", "names", "waar het over gaat", "what it is about"),
    ), not_both=(("one", "per"),), below=("state", "step", *_LIFECYCLE_OWN)),
    Family("state", "een fase", "a state", (
        Key("due", "term", "hoe lang dit hoort te duren", "how long this should take"),
        BY_CALENDAR,
        Key("final", "flag", "hier eindigt het", "it ends here"),
        Key("clock", "word", "deze dagen tellen niet mee voor de fase waar het naar teruggaat",
            "these days do not count for the state that it goes back to", words=("stops",)),
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
        Key("for", "name", "voor wie het is, voor allen tegelijk; wat nodig is, geldt voor elk",
            "for whom it is, for all at once; what is needed, is needed of each"),
        Key("partly", "flag", "voor wie het niet kan, blijft het achterwege; voor de anderen niet",
            "it is left out for whom it cannot be, and done for the others"),
        Key("act", "word", "wat voor handeling het is", "what kind of act it is", words=ACTS),
        Key("needs", "conditions", "wat er nodig is", "what is needed"),
        Key("fill_in", "names", "wat erbij ingevuld wordt", "what is filled in with it"),
        Key("takes", "name", "de rol die wie het doet krijgt", "the role its doer gets"),
        Key("splits", "name", "de rol waarvan wie meedoet over nieuwe dossiers wordt verdeeld",
            "the role whose holders are divided over new cases"),
        Key("group_at_least", "number", "zo veel horen er bij elk nieuw dossier",
            "so many belong in each new case"),
        Key("carry", "table", "wat nieuwe dossiers meenemen: clocks, state en heir",
            "what new cases take along: clocks, state and heir"),
        Key("merges", "name", "de fase waarin dossiers eindigen die hierin opgaan",
            "the state in which cases end that are merged into this one"),
        Key("gives_up", "name", "de rol die wie het doet neerlegt",
            "the role that its doer gives up"),
        Key("once_past", "day", "zodra deze dag voorbij is", "once this day has passed"),
        Key("done_anyway", "name", "naar welke fase als het gebeurt terwijl het niet mag",
            "to which state when it happens though it is not allowed"),
        Key("on", "names", "over welke onderwerpen", "on which subjects"),
        Key("not_before", "day", "niet voor deze dag", "not before this day"),
        Key("not_after", "day", "niet na deze dag", "not after this day"),
        Key("moves", "moves", "welk geld waarvandaan waarnaartoe gaat",
            "which money goes from where to where"),
        Key("back_dating", "term", "hoe ver terug de dag mag liggen",
            "how far back it may be dated"),
    ), one_of=(("to", "back_before"),),
       not_both=(("takes", "gives_up"), ("each", "for"), ("moves", "for"), ("splits", "merges"),
                 ("splits", "each"), ("merges", "each"), ("splits", "for"), ("merges", "for"),
                 ("done_anyway", "for"), ("done_anyway", "splits"), ("done_anyway", "merges"))),
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
    "silent", "document", "date", "calendar", "parameter", "calculation", "pool", "queue", "rule",
    "decision", "say", "window", "effect", "invariant", "transition", "lifecycle", "register",
)  # fmt: skip
"""The families at the top of a workflow; stories stand in a file of their own."""
