"""What `worker`, `outbox` and stories with effects say in Dutch on the command line, by id."""

TEXTS: dict[str, str] = {
    "test.sends": "wat dan nog te verzenden is: {told}",
    "test.act.effect": '{on}: verzending "{name}" in {case}: {position}.',
    "help.worker": "verzendt wat te verzenden is, en legt vast wat de tijd meebrengt",
    "long.worker": "Verzendt wat in de opslag te verzenden is: geeft het aan de plug-in die het "
    "doet, en legt vast wat ervan kwam. Lukt het niet, dan later opnieuw, steeds later; na de "
    "laatste poging beslist een mens (samenwerk outbox). Legt ook vast wat door de tijd vanzelf "
    "verandert, zoals een termijn die afloopt. Gaat door tot u stopt met Ctrl+C, of met --once, "
    "--until-empty of --limit. Er mogen er meer tegelijk werken.",
    "help.outbox": "toont wat nog te verzenden is, en wat niet lukte",
    "long.outbox": "Toont wat nog te verzenden is, wat nu verzonden wordt en wat niet lukte. Met "
    "--again gaat iets opnieuw uit, met --drop en --because wordt het opgegeven; van de sleutel is "
    "het begin genoeg.",
    "option.once": "verzendt wat nu kan, en stopt",
    "option.until-empty": "stopt zodra er niets meer wacht",
    "option.limit": "stopt na zoveel pogingen",
    "option.seconds": "zo lang mag een plug-in over een antwoord doen",
    "option.here": "vraagt plug-ins in dit proces, zonder grenzen",
    "option.log": "logt in dit bestand wat er gebeurt, steeds een regel JSON; - is standaardfout",
    "option.counters": "houdt in dit bestand (JSON) bij hoe vaak alles gebeurde",
    "metavar.log": "BESTAND|-",
    "option.listener": "geeft wat er gebeurt ook aan wat deze functie oplevert",
    "listener.absent": "{name} is er niet: {said}",
    "listener.wrong": "{name} levert geen luisteraar op. Noem een functie die er een geeft.",
    "option.again": "verzendt dit opnieuw",
    "option.drop": "geeft dit op",
    "option.because": "waarom",
    "worker.delivered": "Bezorgd: {effect}, van {collaboration} ({plugin}).",
    "worker.looked_up": "Bleek al bezorgd: {effect}, van {collaboration} ({plugin}).",
    "worker.failed": "Niet gelukt: {effect}, van {collaboration} ({plugin}); opnieuw na {next}.",
    "worker.dead": "Niet gelukt, ook de laatste keer niet: {effect}, van {collaboration} "
    "({plugin}). Een mens beslist: samenwerk outbox",
    "worker.rests": "Kon niet gevraagd worden: {effect} van {collaboration} ({plugin}); opnieuw na "
    "{next}.",
    "worker.unknown": "Voor een mens: iets van {plugin} voor {collaboration}, en die samenwerking "
    "staat niet in deze opslag. Zie samenwerk outbox; met --drop gaat het weg.",
    "worker.moved": "Bijgewerkt: {collaboration}; door de tijd {count|kwam|kwamen} er {count} "
    "{count|gebeurtenis|gebeurtenissen} bij.",
    "worker.not_kept": "Niet bij te werken: {collaboration}. {said}",
    "option.remind": "herinnert partijen aan wat binnen zoveel dagen komt",
    "option.by": "met dit effect, zoals voorbeeld.letter",
    "metavar.effect": "PLUGIN.EFFECT",
    "worker.remind_by": "Herinneren gaat met een aantal dagen en een effect: --remind 14 --by "
    "PLUGIN.EFFECT.",
    "worker.reminded": "Herinnering staat klaar: {party}, dossier {case} van {collaboration}, "
    "{day}.",
    "worker.not_reminded": "Geen herinnering gemaakt: dossier {case} van {collaboration}. {said}",
    "worker.said": "Gemeld: {said}",
    "worker.done": "{came} bezorgd, {failed} {failed|poging|pogingen} niet gelukt, {dead} voor een "
    "mens; er {waiting|wacht|wachten} nog {waiting}.",
    "outbox.nothing": "Er is niets te verzenden.",
    "outbox.dead": "Niet gelukt, een mens beslist ({count}):",
    "outbox.sending": "Wordt nu verzonden ({count}):",
    "outbox.waiting": "Wacht ({count}):",
    "outbox.line.dead": "{effect}, van dossier {case} in {collaboration}, door {plugin}",
    "outbox.line.sending": "{effect}, van dossier {case} in {collaboration}, door {plugin}; "
    "niemand anders neemt het voor {until}",
    "outbox.line.waiting": "{effect}, van dossier {case} in {collaboration}, door {plugin}; vanaf "
    "{next}",
    "outbox.key": "sleutel {key}, {count} {count|poging|pogingen}",
    "outbox.fault": "gemeld: {fault}",
    "outbox.how": "Opnieuw: samenwerk outbox --again SLEUTEL. Opgeven: samenwerk outbox --drop "
    'SLEUTEL --because "reden".',
    "outbox.again": "Gaat opnieuw uit: {key} van {collaboration} ({plugin}).",
    "outbox.dropped": "Opgegeven: {key} van {collaboration} ({plugin}).",
    "outbox.drop_because": "Opgeven gaat met een sleutel en een reden: --drop SLEUTEL --because "
    '"reden", en zonder --again.',
    "outbox.several": "Meer dan één sleutel begint met {key}. Schrijf meer ervan.",
    "outbox.unknown": "Geen sleutel begint met {key}. Wat er is, toont: samenwerk outbox",
    "misuse.effect": "Wat er van een verzending kwam, legt samenwerk worker vast; zelf zeggen kan "
    "alleen in een oefening.",
    "misuse.sending": "Dit wordt nu net verzonden. Probeer het straks opnieuw.",
}
