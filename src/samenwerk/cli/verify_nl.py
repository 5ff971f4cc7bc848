"""What the command `samenwerk verify` says in Dutch, by id."""

TEXTS: dict[str, str] = {
    "check.broken": "{file}:{line}: doorbroken: {label}. Hoe dat kan, zegt:",
    "help.verify": "bewijst dat geen weg om een waarborg heen gaat, of laat er een zien",
    "long.verify": "Zoekt bij elke waarborg of er een weg omheen is. Het antwoord is bewezen, "
    "bewezen binnen grenzen (die erbij staan), doorbroken (met het kortste verhaal dat zich liet "
    "naspelen) of niet beslist (met wat er in de weg zat). Noemt u geen werkwijze, dan is het die "
    "in de map waarin u staat.",
    "option.invariant": "alleen deze waarborg (mag vaker)",
    "option.with-breaches": "ook langs wat toch gebeurde, hoewel het niet mocht",
    "option.group_members": "zoveel leden heeft een groep hoogstens",
    "option.other_cases": "zoveel andere dossiers zijn er hoogstens",
    "option.possibilities": "zoveel mogelijkheden worden er per vraag hoogstens bekeken",
    "option.save": "bewaart elk verhaal als scenario, om met samenwerk test na te spelen",
    "option.replace": "overschrijft wat er al staat",
    "metavar.number": "AANTAL",
    "verify.proving": "Bewijzen",
    "verify.head": "{name} {version} ({path})",
    "verify.none": "{path}: hier staat geen waarborg. Schrijf er een onder [invariant.NAAM].",
    "verify.unknown": 'Er is geen waarborg "{name}"; wel: {names}.',
    "verify.unknown_near": 'Er is geen waarborg "{name}". Bedoelde u "{near}"?',
    "verify.save_one": "Met --save kan er maar één werkwijze tegelijk.",
    "verify.saved": "Bewaard: {files}.",
    "verify.there": "{file} bestaat al, en is niet overschreven. Kies een andere map, of doe het "
    "toch met --force.",
}
