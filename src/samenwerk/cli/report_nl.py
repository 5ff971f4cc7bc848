"""What `due`, `todo`, `report` and `export` say in Dutch on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.report": "maakt een rapport van een samenwerking",
    "long.report": "Maakt een rapport van een samenwerking: dat met deze naam, of zonder naam een "
    "lijst van wat er is. Plug-ins die de werkwijze noemt kunnen er meer meebrengen. Met "
    "--output komt het in een nieuw bestand.",
    "help.export": "schrijft een bestand over een samenwerking voor een ander programma",
    "long.export": "Schrijft een bestand over een samenwerking voor een ander programma: dat met "
    "deze naam, of zonder naam een lijst van wat er is. Vrije tekst over mensen blijft weg, "
    "tenzij u er met --texts om vraagt.",
    "option.since": "de dag vanaf welke verteld wordt wat er gebeurde",
    "option.force": "vervang het bestand als het er al is",
    "option.texts": "met de vrije teksten, die over mensen kunnen gaan",
    "option.report_format": "de vorm van het rapport, of JSON",
    "option.also": "nog een opslag, voor het rapport portfolio; mag meer dan eens",
    "portfolio.label": "alle samenwerkingen van de opslag op een pagina",
    "portfolio.reading": "Samenwerkingen lezen",
    "portfolio.stuck": "{count} {count|samenwerking kon|samenwerkingen konden} niet helemaal "
    "verteld worden: waarom staat onderaan de pagina.",
    "portfolio.whole": "De portfolio gaat over alle samenwerkingen, als pagina: laat --in, --now, "
    "--since en andere vormen weg.",
    "portfolio.also": "--also hoort alleen bij het rapport portfolio.",
    "reports.head": "Deze rapporten kunnen gemaakt worden:",
    "reports.line": "{name}: {label} ({forms})",
    "exports.head": "Deze bestanden kunnen gemaakt worden:",
    "export.output": "Zeg met --output naar welk bestand {name} geschreven moet worden.",
    "report.ending": "Dit rapport is nooit een {ending}: het bestand eindigt op {endings|of}. Met "
    "--format mag het elke naam hebben.",
    "report.output": "Dit rapport is een bestand. Zeg met --output waar het moet komen.",
    "report.page": "Dit rapport is een pagina voor een browser. Schrijf met --output {file} naar "
    "een bestand, en open dat.",
    "misuse.report_format": "Het rapport {name} is er niet als {asked}, wel als {formats|of}.",
    "output.there": "{file} is er al en blijft zoals het is. Kies een andere naam, of vervang het "
    "met --force.",
    "due.nothing": "Er is niets dat op een dag klaar moet zijn.",
    "due.line": "{day}, {case}: {told} Aan zet: {who}.",
    "due.late": "VOORBIJ, {day}, {case}: {told} Aan zet: {who}.",
    "due.nobody": "niemand, het gaat vanzelf",
    "todo.nothing": "Voor {party} is er nu niets te doen.",
    "todo.ready": "{party} kan nu:",
    "todo.asked": "Hiervoor is {party} nodig:",
    "todo.duty": "{case}: {said}",
    "todo.step": "{case}: {step} ({name})",
    "due.by_plugin": "{said} [plug-in {plugin}]",
    "due.no_one": "niemand in het bijzonder",
    "due.fault": "Niet alles is verteld: {why}",
}
"""The sentences, by id."""
