"""What the reference of the language adds to the table of a family, where the table is not enough.

Sentences only, in Dutch and in English; the page around them is `reference`.
"""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.definitions.pages.reference_calendars import CALENDAR_NOTES
from samenwerk.definitions.pages.reference_effects import NOTE as EFFECT_NOTE

NOTES: Mapping[str, Mapping[str, str]] = {
    "fact": {
        "nl": "Op gegevens van het soort `text` rust niets, behalve dat ze bekend zijn: wie "
        "het vraagt, kan vrije tekst volgens de wet laten wissen.",
        "en": "Nothing rests on facts of type `text` but that they are known: free text can "
        "be erased by law.",
    },
    "table": {
        "nl": "Een tafel die aan een andere spreekt, telt daar als één stem onder haar eigen "
        "naam; wie de rol van haar `representatives` heeft, spreekt voor haar.",
        "en": "A table that speaks at another counts there as one voter under its own name, "
        "spoken for by the holders of its `representatives`.",
    },
    "calculation": {
        "nl": "Staat overal waar de naam van een gegeven vergeleken of meegerekend kan "
        "worden; niet bekend zolang een deel niet bekend is. `percent` heeft `round` "
        "nodig; een som over niets is niets.",
        "en": "Stands wherever the name of a fact can be compared or reckoned with; not "
        "known as long as a part is not known. `percent` needs `round`; a sum over "
        "nothing is nothing.",
    },
    "map": {
        "nl": "Een kaart die haar regio's noemt, heeft geen andere; een kaart zonder neemt "
        "elke naam aan.",
        "en": "A map that names its regions has no others; a map without them takes any "
        "name.",
    },
    "queue": {
        "nl": "Wat niet bekend is, komt achteraan, en van een gegeven met ja of nee komt ja "
        "vooraan.",
        "en": "What is not known comes last, and of a yes_no fact yes comes first.",
    },
    "pool": {
        "nl": "Erin zit het bedrag, met alles wat stappen erin deden, min alles wat ze eruit "
        "haalden; met `rows` heeft elk jaar een eigen saldo. Een stap met `moves` "
        "heeft nodig dat het bedrag in haar `out_of` zit, wat er ook bij `needs` "
        'staat. Met `amount = "all"` gaat alles wat daar dan in zit.',
        "en": "What it holds is its amount with all that steps moved into it, less all they "
        "moved out; with `rows` each year has a balance of its own. A step with "
        "`moves` needs that its `out_of` holds the amount, whatever its `needs` say. "
        'With `amount = "all"` goes all that it holds by then.',
    },
    "date": {
        "nl": "Overal waar een dag gevraagd wordt, kan zo'n regel ook staan: `closes = { "
        'term = "4 weeks", after = "propose" }`.',
        "en": 'Wherever a day is asked, such a line may stand as well: `closes = { term = "4 '
        'weeks", after = "propose" }`.',
    },
    **CALENDAR_NOTES,
    "decision": {
        "nl": "Standpunten zijn for, against, object, abstain en ask. Een andere `absent` "
        "dan `stays_open`, een `quorum`, en een `share_of` present of cast hebben "
        "`closes` of `answer_within` nodig. Een `method` met een punt is van een plug-in, als "
        "`besluitvorming.weighted`: zij krijgt wat in `with` staat, `weight` en `looks_at`, en "
        "`share`, `share_of` en `weight_share` horen er niet bij. De ronde, `quorum`, `veto`, "
        "`sorts` en `second_person` gelden ook dan.",
        "en": "Positions are for, against, object, abstain and ask. `absent` other than "
        "`stays_open`, a `quorum`, and a `share_of` present or cast need `closes` or "
        "`answer_within`. A `method` with a point is one of a plugin, as "
        "`besluitvorming.weighted`: it gets what stands in `with`, `weight` and `looks_at`, and "
        "`share`, `share_of` and `weight_share` do not go with it. The round, `quorum`, `veto`, "
        "`sorts` and `second_person` hold all the same.",
    },
    "say": {
        "nl": "Wat elk van `by` zegt, wordt vastgelegd als standpunt; against vraagt om "
        "redenen. `be_told`: er was tijd genoeg na de vraag. `be_heard`: ieder zei "
        "iets, of de tijd om te antwoorden is voorbij. `ask`: vragen houden niets op. "
        "`advise`: ieder zei for of against, of onthoudt zich. `agree`, `authorise`: "
        "ieder zei for. Wat gezegd is voordat het (opnieuw) gevraagd werd, telt niet "
        "meer; wat te laat gezegd wordt nog wel. Waar niemand deze inspraak heeft, "
        "blijft ze open, tenzij `when_empty` zegt dat eraan voldaan is. `instead` is "
        "de naam van een regel, besluit, inspraak, periode, zwijgende regeling of stuk "
        "(gezocht in die volgorde), of een voorwaarde.",
        "en": "What each of `by` says is recorded as a position; against needs reasons. "
        "`be_told`: there was time enough since they were asked. `be_heard`: each said "
        "something, or the time to answer is over. `ask`: questions hold nothing up. "
        "`advise`: each said for, against, or abstains. `agree`, `authorise`: each "
        "said for. What was said before they were asked (again) no longer counts; what "
        "is said late still does. Where nobody has this say it stays open, unless "
        "`when_empty` says met. `instead` is the name of a rule, decision, say, "
        "window, silent or document (looked for in that order), or a condition.",
    },
    "parameter": {
        "nl": "Wat vergeleken wordt met een instelling zonder waarde is niet bekend, en er "
        "wordt gezegd wie haar kan bepalen. Ze krijgt een waarde door een nieuwe tekst "
        "(een die hierop voortbouwt, of de volgende versie), nooit door een handeling: "
        "wat onderweg bepaald wordt, is een `open` vraag of een gegeven. Een termijn "
        "of deel heeft een waarde nodig; een termijn waarover niemand het nog eens is, "
        "is een `silent` vraag, met een regel van severity `warn` die vraagt om `{ "
        'silent = "x" }`. `settled_by` is een soort, groep, tafel of rol, of woorden. '
        "`also_said` bewaart wat andere bronnen zeggen: `samenwerk explain` laat het "
        "zien.",
        "en": "What is compared with a parameter without a value is not known, and it is "
        "said who may set it. It gets a value by a new text (one that builds on this, "
        "or the next version), never by an act: what is settled along the way is an "
        "`open` question or a fact. A term or a share needs a value; a term that "
        "nobody has agreed on yet is a `silent` question, with a rule of severity "
        '`warn` that asks `{ silent = "x" }`. `settled_by` is a sort, group, table or '
        "role, or words. `also_said` keeps what other sources say: `samenwerk explain` "
        "shows it.",
    },
    "duty": {
        "nl": "Staat in `due`, `todo` en `explain`, en houdt zelf geen stap tegen. Als "
        "voorwaarde is eraan voldaan als het op tijd gedaan is of niet geldt, niet als "
        "de dag voorbij is, en anders is het niet bekend. De laatste keer dat het "
        "gedaan is, telt.",
        "en": "It stands in `due`, `todo` and `explain`, and holds no step up by itself. As "
        "a condition it is met when it was done in time or does not hold, not met once "
        "the day has passed, and else not known. What counts is the last time that it "
        "was done.",
    },
    "invariant": {
        "nl": "Een waarborg zegt één ding: wat een dossier nooit kan bereiken of doen zonder dat, "
        "of wat altijd geldt. Fasen en stappen staan er met hun volle naam. Een gegeven dat "
        "later nog kan veranderen, waarborgt met `while_in` niets, tenzij `fixed_from` het "
        "vastzet. `at_most` telt bij `on_step` binnen één dossier, bij `while_in` de dossiers "
        "onder hetzelfde dossier. `not_alone` gaat over alles wat één partij zelf doet: "
        "stappen, standpunten en wat zij vastlegt, ook op mandaat van een ander; met "
        "`mandates = \"giver\"` is dat werk van wie het mandaat gaf. Bij "
        "`always` is `someone_can_act`: in elke fase kan iemand iets doen; "
        "`can_end`: elk dossier kan nog eindigen; "
        "`escalates`: als een termijn verstrijkt, kan er iets.",
        "en": "An invariant says one thing: what a case can never reach or do without, or what "
        "always holds. States and steps stand in it by their full name. A fact that can still "
        "change later guards nothing with `while_in`, unless `fixed_from` holds it. "
        "`at_most` counts within one case with `on_step`, and with `while_in` the cases under "
        "the same case. `not_alone` is about all that one party does itself: steps, positions "
        "and what it records, for another too; with `mandates = \"giver\"` that is the work of "
        "who gave the mandate. With `always`, `someone_can_act` is: in "
        "every state somebody can do something; `can_end`: every case can still end; "
        "`escalates`: when a term passes, something can be done.",
    },
    "transition": {
        "nl": "Staat in de nieuwe tekst, en werkt als een samenwerking daarop overgaat "
        "(`samenwerk migrate`): een dossier dat aan alles voldoet wat er staat, blijft onder de "
        "tekst waaronder het liep. Van meer dan één overgangsregel houdt de eerste die past het "
        "vast. Na de laatste dag gaat niets vanzelf over: dan doet `samenwerk migrate` het.",
        "en": "Stands in the new text, and works when a collaboration moves to it (`samenwerk "
        "migrate`): a case that fits everything it says stays under the text by which it ran. "
        "Of several clauses the first one that fits keeps it. After the last day nothing moves "
        "by itself: `samenwerk migrate` does it then.",
    },
    "version": {
        "nl": "Welke versie geldt, volgt uit de dag bij `chosen_on` van de regel. Eén ervan "
        "kan zonder `starts`: die geldt vanaf het begin tot de volgende. Is er zo geen, "
        "dan is vóór de eerste versie niet aan de regel voldaan. Zolang de dag niet "
        "bekend is, kan niemand het zeggen.",
        "en": "Which version holds follows from the day at `chosen_on` of the rule. One of "
        "them may do without `starts`: it holds from the beginning until the next. "
        "Without that the rule is not met before the first version. As long as "
        "the day is not known nobody can say.",
    },
    "effect": EFFECT_NOTE,
    "rule": {
        "nl": "Van `at_least` en `among` staan er beide, of geen van beide.",
        "en": "Of `at_least` and `among` both stand, or neither.",
    },
    "step": {
        "nl": "Een stap met `back_before` heeft geen `to`. Wat een stap `for` partijen nodig "
        "heeft, wordt van elk gevraagd, als na `every`; hij wordt gezet voor allen of, "
        'met `partly`, voor wie het kan. `{ every = "member", done = "pay" }` ziet '
        "voor wie hij gezet is. Een verhaal noemt de partijen in een lijst: "
        '`for=["north", "south"]`; zonder is het voor allen. Met `done_anyway` kan een '
        "schending worden vastgelegd: de stap mocht niet en gebeurde toch. Dan telt "
        "hij niet als gezet; `{ breach = ... }` vraagt ernaar.",
        "en": "A step with `back_before` has no `to`. What a step `for` parties needs is "
        "asked of each of them, as after `every`; it is done for all or, with "
        '`partly`, for those for whom it can be. `{ every = "member", done = "pay" }` '
        "sees for whom it was done. A story names the parties in a list: "
        '`for=["north", "south"]`; without it, it is for all. With `done_anyway` a '
        "breach can be recorded: the step was refused and happened all the same. It "
        "does not count as done; `{ breach = ... }` asks for it.",
    },
}
"""Below a family."""

CONDITION_NOTES: Mapping[str, Mapping[str, str]] = {
    "rests_on": {
        "nl": "Reikt tot de fase van dat dossier en niet verder: niet tot zijn gegevens, "
        "stukken en besluiten, of wat eronder hangt. Wat een later dossier ervan moet "
        "weten, staat in een fase van dat dossier of wordt opnieuw vastgelegd. Er "
        "wordt eerst in dit dossier gekeken, dan in die erboven.",
        "en": "It reaches the state of that case and nothing else: not its facts, documents, "
        "decisions or what hangs under it. What a later case must know of it stands in "
        "a state of it or is recorded anew. It looks in this case first, then in those "
        "above.",
    },
}
"""Below a condition, by its first word."""
