"""An invariant whose words do not go together."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, TASK, Cases, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW121"
title = {
    "nl": "Een waarborg waarvan de woorden niet bij elkaar passen",
    "en": "An invariant whose words do not go together",
}

TEXTS: TextsByCode = {
    "SW121 held_since while_in": {
        "nl": Texts(
            "held_since kan niet bij while_in",
            "sinds wanneer, zolang het in een fase is?",
            "bij while_in geldt het al de hele tijd dat een dossier in die fase is.",
            "laat held_since weg, of schrijf to_reach in plaats van while_in.",
        ),
        "en": Texts(
            "held_since cannot stand beside while_in",
            "since when, while it is in a state?",
            "with while_in it holds all the time that a case is in that state.",
            "leave held_since out, or write to_reach instead of while_in.",
        ),
    },
    "SW121 only_after while_in": {
        "nl": Texts(
            "only_after kan niet bij while_in",
            "dit gaat over het bereiken van de fase",
            "wat eerst gedaan moet zijn, telt op het moment dat een dossier in de fase komt.",
            "schrijf to_reach in plaats van while_in.",
        ),
        "en": Texts(
            "only_after cannot stand beside while_in",
            "this is about reaching the state",
            "what must have been done first counts at the moment that a case gets to the state.",
            "write to_reach instead of while_in.",
        ),
    },
    "SW121 not_alone while_in": {
        "nl": Texts(
            "not_alone kan niet bij while_in",
            "dit gaat over het bereiken van de fase",
            "alleen ergens komen doet een partij op één moment, en niet zolang het duurt.",
            "schrijf to_reach in plaats van while_in.",
        ),
        "en": Texts(
            "not_alone cannot stand beside while_in",
            "this is about reaching the state",
            "a party gets somewhere alone at one moment, and not as long as it lasts.",
            "write to_reach instead of while_in.",
        ),
    },
    "SW121 at_most to_reach": {
        "nl": Texts(
            "at_most kan niet bij to_reach",
            "hoe vaak een stap gezet wordt, staat bij on_step",
            "een fase bereiken is niet te tellen zonder te zeggen langs welke stap.",
            "noem de stap met on_step, of schrijf while_in: zo veel dossiers tegelijk.",
        ),
        "en": Texts(
            "at_most cannot stand beside to_reach",
            "how often a step is done is told with on_step",
            "reaching a state cannot be counted without saying by which step.",
            "name the step with on_step, or write while_in: so many cases at once.",
        ),
    },
    "SW121 held_since alone": {
        "nl": Texts(
            "held_since hoort bij needs",
            "wat moet er sindsdien gelden?",
            "zonder voorwaarden bij needs is er niets dat sindsdien kan gelden.",
            "schrijf bij needs wat er moet gelden. Moet de stap alleen gezet zijn, schrijf dan "
            "only_after.",
        ),
        "en": Texts(
            "held_since goes with needs",
            "what must have held since then?",
            "without conditions at needs there is nothing that can hold since then.",
            "write at needs what must hold. If the step only has to be done, write only_after.",
        ),
    },
    "SW121 lifecycles alone": {
        "nl": Texts(
            "lifecycles hoort bij always",
            "hier volgt de levensloop uit de fase of de stap",
            "alleen wat altijd geldt, kan voor meer levenslopen tegelijk zijn.",
            "laat lifecycles weg.",
        ),
        "en": Texts(
            "lifecycles goes with always",
            "here the lifecycle follows from the state or the step",
            "only what always holds can be for several lifecycles at once.",
            "leave lifecycles out.",
        ),
    },
    "SW121 mandates alone": {
        "nl": Texts(
            "mandates hoort bij not_alone",
            "waarvoor telt hier een mandaat?",
            "alleen bij not_alone maakt het uit van wie is wat op mandaat gebeurt.",
            "laat mandates weg.",
        ),
        "en": Texts(
            "mandates goes with not_alone",
            "for what does a mandate count here?",
            "only with not_alone it matters whose act is what is done on a mandate.",
            "leave mandates out.",
        ),
    },
    "SW121 none": {
        "nl": Texts(
            "nul keer is geen grens",
            "dit moet minstens 1 zijn",
            "wat nooit mag, hoort er niet te staan.",
            "schrijf minstens 1, of haal de stap of de fase zelf weg.",
        ),
        "en": Texts(
            "zero times is no limit",
            "this must be 1 or more",
            "what may never be should not stand there.",
            "write 1 or more, or take the step or the state itself away.",
        ),
    },
    "SW121 itself": {
        "nl": Texts(
            "{written} kan niet pas na zichzelf",
            "dit is dezelfde stap",
            "de eerste keer zou dan nooit kunnen.",
            "noem bij only_after de stap die eerst moet.",
        ),
        "en": Texts(
            "{written} cannot come only after itself",
            "this is the same step",
            "then the first time could never be.",
            "name at only_after the step that must come first.",
        ),
    },
    "SW121 elsewhere": {
        "nl": Texts(
            "{written} is geen stap van {home}, of van een dossier daarboven",
            "deze stap hoort bij een ander dossier",
            "van een ander dossier kunnen er meer zijn, en dan is niet te zien welk bedoeld is.",
            "noem een stap van hetzelfde dossier. Over een ander dossier kunt u bij needs iets "
            'vragen, als {{ some = "...", in = "..." }}.',
        ),
        "en": Texts(
            "{written} is no step of {home}, or of a case above it",
            "this step belongs to another case",
            "there can be several of another case, and then nobody can see which one is meant.",
            'name a step of the same case. Of another case you can ask at needs, as '
            '{{ some = "...", in = "..." }}.',
        ),
    },
}

_HEAD = '\n[invariant.eerst]\nnl = "Eerst samen"\n'
_STOP = f'{BASE}{_HEAD}on_step = "collaboration.stop"\n'
_REACH = f'{BASE}{_HEAD}to_reach = "collaboration.klaar"\n'
_WHILE = f'{BASE}{_HEAD}while_in = "collaboration.lopend"\n'

good = f'{_REACH}only_after = "collaboration.begin"\n'
bad = f"{_REACH}at_most = 1\n"
cases: Cases = {
    "held_since while_in": (
        f'{_WHILE}needs = ["betaalbaar"]\nheld_since = "collaboration.begin"\n'
    ),
    "only_after while_in": f'{_WHILE}only_after = "collaboration.begin"\n',
    "not_alone while_in": f"{_WHILE}not_alone = true\n",
    "held_since alone": (
        f'{_REACH}not_alone = true\nheld_since = "collaboration.begin"\n'
    ),
    "lifecycles alone": f'{_REACH}not_alone = true\nlifecycles = "collaboration"\n',
    "mandates alone": f'{_REACH}only_after = "collaboration.begin"\nmandates = "giver"\n',
    "none": f"{_STOP}at_most = 0\n",
    "itself": f'{_STOP}only_after = "collaboration.stop"\n',
    "elsewhere": (
        f'{TASK}{_HEAD}to_reach = "collaboration.klaar"\nonly_after = "klus.open"\n'
    ),
}

check = found_while_reading
