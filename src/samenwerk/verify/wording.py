"""What `samenwerk verify` says, in Dutch and in English, by id.

What is said of acts, findings and conditions stands with these, in `core` and `language`.
"""

WORDING = {
    "nl": {
        "verify.verdict.proved": "bewezen",
        "verify.verdict.within_bounds": "bewezen",
        "verify.verdict.broken": "DOORBROKEN",
        "verify.verdict.not_decided": "niet beslist",
        "verify.bounds": "binnen grenzen: {parts}",
        "verify.bounds.members": "groepen van 0 tot en met {count} {count|lid|leden}",
        "verify.bounds.members.one": "in elke groep of rol niemand of één",
        "verify.bounds.cases": "0 tot en met {count} andere {count|dossier|dossiers}",
        "verify.bounds.mandates": "wat iemand op mandaat doet, telt als gedaan door wie het gaf",
        "verify.bounds.none": "het kleinste geval",
        "verify.how": "Zo kan het misgaan. Het is nagespeeld; wat de partijen hier doen, is "
        "verzonnen.",
        "verify.cast": "Wie meedoen: {who}",
        "verify.cast.one": "{party} ({what})",
        "verify.nobody": "Niemand doet mee",
        "verify.should": "Bij de laatste handeling moest gelden wat hier niet geldt:",
        "verify.should.lapsed": "Daarna geldt niet meer wat moet blijven gelden:",
        "verify.should.not_since": "Bij {step} moest gelden wat hier niet geldt:",
        "verify.should.not_before": "{before} had eerst gemoeten, en is niet gedaan.",
        "verify.should.never_since": "Sinds {before} moest het gelden, maar die stap is nooit "
        "gezet.",
        "verify.should.too_often": "Dit is nu {count} keer zo, en hoogstens {most} keer mag.",
        "verify.should.alone": "{party} deed in dit dossier alles alleen.",
        "verify.should.stuck": "Hier kan dit dossier niet meer verder.",
        "verify.where": "Hier kon het doorheen:",
        "verify.mends": "Zo verhelpt u het:",
        "verify.slip.not_asked": "stap {step} vraagt hier niet of dit zo is: {what}",
        "verify.slip.explained": "stap {step} kan met een uitleg ook zonder dat dit zo is: "
        "{what}",
        "verify.slip.warns": "stap {step} waarschuwt hier alleen als dit niet zo is: {what}",
        "verify.slip.asked": "stap {step} vraagt dit wel, maar van een ander dossier of op een "
        "ander moment: {what}",
        "verify.slip.inside": "stap {step} kan ook langs een andere voorwaarde, zonder dat dit zo "
        "is: {what}",
        "verify.slip.rule": "hier staat de regel zelf: {what}",
        "verify.slip.not_before": "stap {step} kan zonder dat {before} gedaan is",
        "verify.slip.too_often": "stap {step} kan vaker",
        "verify.slip.too_often_in": "stap {step} opent er nog een",
        "verify.slip.alone": "stap {step} kan wie al het andere deed ook zelf zetten",
        "verify.slip.lapsed_fact": "{fact} kan nog veranderen in fase {state}",
        "verify.slip.lapsed": "in fase {state} blijft het niet zo",
        "verify.mend.not_asked": 'zet "{name}" bij needs van stap {step}',
        "verify.mend.not_asked_loose": "zet deze voorwaarde bij needs van stap {step}",
        "verify.mend.explained": 'geef "{name}" bij stap {step} de zwaarte block',
        "verify.mend.warns": 'geef "{name}" bij stap {step} de zwaarte block',
        "verify.mend.asked": "laat stap {step} dit vragen van het dossier waar het om gaat",
        "verify.mend.inside": 'laat stap {step} "{name}" ook los van het andere vragen',
        "verify.mend.rule": "haal de regel uit de keuze waarin hij staat",
        "verify.mend.not_before": 'zet { done = "{name}" } bij needs van stap {step}',
        "verify.mend.too_often": "laat stap {step} vragen dat zij niet eerder is gezet "
        "(not_done)",
        "verify.mend.too_often_in": "laat stap {step} vragen dat er niet te veel zijn (count)",
        "verify.mend.alone": "laat stap {step} door een ander zetten, of vragen dat meer partijen "
        "voor zijn",
        "verify.mend.lapsed_fact": 'zet fixed_from bij "{name}", zodat het vanaf een stap '
        "vaststaat; of laat een stap het opnieuw vragen",
        "verify.mend.lapsed": "laat een stap het opnieuw vragen, of verander de waarborg in "
        "to_reach",
        "verify.why.too_many": "er zijn meer mogelijkheden dan binnen de grens passen: {worlds} "
        "bekeken. Probeer het met meer: --limit {more}",
        "verify.why.no_cut": "niet alles wat hierbij telt, laat zich in een eindig aantal "
        "gevallen verdelen: {cells}. Bij {worlds} gevallen ging het goed",
        "verify.why.no_solver": "hier worden bedragen vergeleken die zich niet allemaal laten "
        "proberen: {cells}. Bij {worlds} gevallen ging het goed. Met pip install "
        "'samenwerk[verify]' is het misschien wel te beslissen",
        "verify.why.no_story": "op papier is er een weg, maar geen verhaal ervan liet zich "
        "naspelen. Of het echt kan, is dus niet gezegd",
        "verify.why.control": "er zijn meer wegen dan binnen de grens passen. Probeer het met "
        "meer: --limit {more}",
        "verify.why.other_question": "deze vorm van waarborg wordt nog niet doorzocht",
        "verify.why.other": "de zoektocht hield op ({why}), na {worlds} mogelijkheden",
        "verify.why.not_sure.nothing": "of één partij hier alleen kan komen, hangt af van wat "
        "hier niet te volgen is",
        "verify.why.not_sure": "van deze fasen is niet te zeggen of het er altijd kan: {cells}",
        "verify.why.stuck": "in deze fasen kan het nooit meer, als een dossier er al komt: "
        "{cells}",
        "verify.standing": "Wat verder opvalt aan deze werkwijze:",
        "verify.count": "{asked} {asked|vraag|vragen}: {parts}. In {seconds} s "
        "{worlds|werd|werden} {worlds} {worlds|mogelijkheid|mogelijkheden} bekeken.",
        "verify.count.at_once": "{asked} {asked|vraag|vragen}: {parts}, in {seconds} s.",
        "verify.count.proved": "{count} bewezen",
        "verify.count.within_bounds": "{count} bewezen binnen grenzen",
        "verify.count.broken": "{count} doorbroken",
        "verify.count.not_decided": "{count} niet beslist",
        "verify.stopped": "Gestopt: {done} van de {asked} vragen zijn bekeken.",
        "verify.remark.story": "Tegenvoorbeeld bij waarborg {name}, gevonden door samenwerk "
        "verify. Alles erin is verzonnen.",
        "verify.remark.mended": "Is de tekst verbeterd, zet dan achter de laatste handeling wat "
        'er nu uit moet komen: { verdict = "not_yet" }.',
        "verify.remark.register": "Het register bij een tegenvoorbeeld; alle partijen zijn "
        "verzonnen.",
        "verify.story": "Tegenvoorbeeld: {invariant}",
    },
    "en": {
        "verify.verdict.proved": "proved",
        "verify.verdict.within_bounds": "proved",
        "verify.verdict.broken": "BROKEN",
        "verify.verdict.not_decided": "not decided",
        "verify.bounds": "within bounds: {parts}",
        "verify.bounds.members": "groups of 0 to {count} {count|member|members}",
        "verify.bounds.members.one": "nobody or one in each group or role",
        "verify.bounds.cases": "0 to {count} other {count|case|cases}",
        "verify.bounds.mandates": "what is done on a mandate counts as done by who gave it",
        "verify.bounds.none": "the smallest case",
        "verify.how": "This is how it can go wrong. It was replayed; what the parties do here is "
        "made up.",
        "verify.cast": "Who take part: {who}",
        "verify.cast.one": "{party} ({what})",
        "verify.nobody": "Nobody takes part",
        "verify.should": "At the last act this should have held, and does not:",
        "verify.should.lapsed": "After that, what must go on holding no longer holds:",
        "verify.should.not_since": "At {step} this should have held, and did not:",
        "verify.should.not_before": "{before} should have been done first, and was not.",
        "verify.should.never_since": "It should have held since {before}, but that step was never "
        "done.",
        "verify.should.too_often": "This is so {count} times now, and at most {most} times is "
        "allowed.",
        "verify.should.alone": "{party} did everything in this case alone.",
        "verify.should.stuck": "This case can go no further from here.",
        "verify.where": "This is where it got through:",
        "verify.mends": "To mend it:",
        "verify.slip.not_asked": "step {step} does not ask here whether this is so: {what}",
        "verify.slip.explained": "step {step} can be done with an explanation without this: "
        "{what}",
        "verify.slip.warns": "step {step} here only warns when this is not so: {what}",
        "verify.slip.asked": "step {step} asks this, but in another case or at another moment: "
        "{what}",
        "verify.slip.inside": "step {step} can go by another condition, without this: {what}",
        "verify.slip.rule": "here stands the rule itself: {what}",
        "verify.slip.not_before": "step {step} can be done while {before} was not",
        "verify.slip.too_often": "step {step} can be done more often",
        "verify.slip.too_often_in": "step {step} opens one more",
        "verify.slip.alone": "step {step} can be done by who did all the rest",
        "verify.slip.lapsed_fact": "{fact} can still change in state {state}",
        "verify.slip.lapsed": "in state {state} it does not stay so",
        "verify.mend.not_asked": 'put "{name}" in the needs of step {step}',
        "verify.mend.not_asked_loose": "put this condition in the needs of step {step}",
        "verify.mend.explained": 'give "{name}" severity block at step {step}',
        "verify.mend.warns": 'give "{name}" severity block at step {step}',
        "verify.mend.asked": "have step {step} ask this of the case that it is about",
        "verify.mend.inside": 'have step {step} ask "{name}" apart from the rest as well',
        "verify.mend.rule": "take the rule out of the choice that it stands in",
        "verify.mend.not_before": 'put { done = "{name}" } in the needs of step {step}',
        "verify.mend.too_often": "have step {step} ask that it was not done before (not_done)",
        "verify.mend.too_often_in": "have step {step} ask that there are not too many (count)",
        "verify.mend.alone": "have step {step} done by somebody else, or have it ask that more "
        "parties are for it",
        "verify.mend.lapsed_fact": 'put fixed_from at "{name}", so that it stands from a step on; '
        "or have a step ask it again",
        "verify.mend.lapsed": "have a step ask it again, or change the invariant to to_reach",
        "verify.why.too_many": "there are more possibilities than fit within the limit: {worlds} "
        "were looked at. Try more: --limit {more}",
        "verify.why.no_cut": "not all that counts here can be divided into finitely many cases: "
        "{cells}. In {worlds} of them it went well",
        "verify.why.no_solver": "amounts are compared here that cannot all be tried: {cells}. In "
        "{worlds} cases it went well. With pip install 'samenwerk[verify]' it can perhaps be "
        "decided",
        "verify.why.no_story": "on paper there is a path, but no story of it could be played. So "
        "nothing is said of whether it can really happen",
        "verify.why.control": "there are more paths than fit within the limit. Try more: --limit "
        "{more}",
        "verify.why.other_question": "this form of invariant is not searched yet",
        "verify.why.other": "the search stopped ({why}), after {worlds} possibilities",
        "verify.why.not_sure.nothing": "whether one party alone can get there depends on what "
        "cannot be followed here",
        "verify.why.not_sure": "of these states it cannot be said whether it always can: {cells}",
        "verify.why.stuck": "in these states it never can any more, if a case gets there at all: "
        "{cells}",
        "verify.standing": "What else stands out in this workflow:",
        "verify.count": "{asked} {asked|question|questions}: {parts}. {worlds} "
        "{worlds|possibility was|possibilities were} looked at in {seconds} s.",
        "verify.count.at_once": "{asked} {asked|question|questions}: {parts}, in {seconds} s.",
        "verify.count.proved": "{count} proved",
        "verify.count.within_bounds": "{count} proved within bounds",
        "verify.count.broken": "{count} broken",
        "verify.count.not_decided": "{count} not decided",
        "verify.stopped": "Stopped: {done} of the {asked} questions were looked at.",
        "verify.remark.story": "Counter-example to invariant {name}, found by samenwerk verify. "
        "All in it is made up.",
        "verify.remark.mended": "Once the text is mended, put behind the last act what should now "
        'come of it: { verdict = "not_yet" }.',
        "verify.remark.register": "The register of a counter-example; all parties are made up.",
        "verify.story": "Counter-example: {invariant}",
    },
}
