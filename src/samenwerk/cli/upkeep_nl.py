"""What `upkeep`, and `todo`, `due` and `blockers` over all collaborations, say in Dutch."""

TEXTS: dict[str, str] = {
    "help.upkeep": "werkt bij wat in alle samenwerkingen te doen is",
    "long.upkeep": "Legt in elke samenwerking vast wat door de tijd vanzelf gebeurde, en werkt de "
    "lijsten bij waaruit todo, due en blockers over alle samenwerkingen vertellen. Wat bij is, "
    "wordt overgeslagen. Er mogen er meer tegelijk werken. Met --anew worden de lijsten opnieuw "
    "uit het logboek opgemaakt, ook wat bij is: waar samenwerk verify-store ze fout vond.",
    "long.todo": "Toont wat een partij kan doen, en wat van haar gevraagd wordt. Zijn er meer "
    "samenwerkingen en noemt u er geen met --in, dan van alle; dat komt uit de lijsten van "
    "samenwerk upkeep, zonder oefeningen, en er staat bij wat niet bij is.",
    "long.due": "Toont wat voor welke dag klaar moet zijn. Zijn er meer samenwerkingen en noemt u "
    "er geen met --in, dan van alle; dat komt uit de lijsten van samenwerk upkeep, zonder "
    "oefeningen, en er staat bij wat niet bij is.",
    "long.blockers": "Toont zonder wie het niet verder kan. Zijn er meer samenwerkingen en noemt u "
    "er geen met --in, dan van alle; dat komt uit de lijsten van samenwerk upkeep, zonder "
    "oefeningen, en er staat bij wat niet bij is.",
    "option.everywhere": "over alle samenwerkingen in de opslag, ook als er maar een is",
    "option.concerning": "alleen wat deze partij aangaat",
    "option.most_collaborations": "stopt na zoveel samenwerkingen",
    "option.anew": "maakt de lijsten van alle samenwerkingen, of van die bij --in, opnieuw op",
    "option.anew_in": "alleen deze samenwerking (met --anew)",
    "upkeep.in": "--in kan alleen met --anew: anders wordt alles bijgewerkt wat niet bij is.",
    "upkeep.most": "--most kan niet met --anew.",
    "upkeep.anew": "Opnieuw opgemaakt: de lijsten van {done} "
    "{done|samenwerking|samenwerkingen}. Stappen die vanzelf gebeurden: {steps}.",
    "everywhere.in": "Kies: een samenwerking met --in, of allemaal met --everywhere.",
    "everywhere.day": "Over alle samenwerkingen gaat het om vandaag: --on en --now kunnen alleen "
    "met een samenwerking (--in).",
    "everywhere.case": "Een dossier hoort bij een samenwerking: kies die met --in, en laat "
    "--everywhere weg.",
    "everywhere.head": "In {collaboration}:",
    "everywhere.more": "En nog {count}. Met --format json staat alles er.",
    "everywhere.stale": "{stale} van {count} samenwerkingen niet bijgewerkt sinds {since}. "
    "Bijwerken: samenwerk upkeep --store {store}",
    "everywhere.never": "{stale} van {count} samenwerkingen nog nooit bijgewerkt. Bijwerken: "
    "samenwerk upkeep --store {store}",
    "everywhere.some": "{stale} van {count} samenwerkingen niet bijgewerkt: {never} nog nooit, de "
    "andere niet sinds {since}. Bijwerken: samenwerk upkeep --store {store}",
    "everywhere.fault": "{collaboration} kon niet worden bijgewerkt: {why}",
    "everywhere.faults": "En nog {count} konden niet worden bijgewerkt.",
    "upkeep.done": "Bijgewerkt: {done} van {collaborations} samenwerkingen. Stappen die vanzelf "
    "gebeurden: {steps}.",
    "upkeep.nothing": "Alles is bij: {collaborations} samenwerkingen.",
    "upkeep.left": "Nog niet bijgewerkt: {stale}.",
}
"""The sentences, by id."""
