"""What the commands `samenwerk start` and `register` say in Dutch, by id."""

TEXTS: dict[str, str] = {
    "start.done": "Begonnen: {name}, volgens {workflow} {version}, in {file}.",
    "start.rehearsal": "Begonnen als oefening: {name}, volgens {workflow} {version}, in {file}.",
    "start.now": "--now kan alleen samen met --rehearsal: een echte samenwerking begint nu.",
    "register.done": "Opgenomen: {parts|en}.",
    "register.parties": "{count} {count|partij|partijen}",
    "register.sits": "{count} {count|plaats|plaatsen} aan tafel",
    "register.holds": "{count} {count|rol|rollen}",
    "register.gives": "{count} {count|mandaat|mandaten}",
    "register.regions": "{count} {count|plaats|plaatsen} in een regio",
    "register.nothing": "Uit {file} is niets opgenomen.",
    "register.strict": "Uit {file} is niets opgenomen, omdat er fouten in staan (--strict).",
    "register.waiting": "{count} {count|regel wacht|regels wachten} tot dit is hersteld, want "
    "daarin staat een partij met een fout: {lines}.",
}
