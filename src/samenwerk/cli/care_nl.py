"""What the care of a record says in Dutch on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.verify-store": "kijkt of alles in een opslag is zoals het geschreven werd",
    "long.verify-store": "Bekijkt een hele opslag: elke vastlegging van elk logboek en hoe zij op "
    "elkaar aansluiten, opdrachten, vrije teksten, werkwijzen en wat te verzenden is. Bij elke "
    "fout staat waar die zit en wat u kunt doen. Dat er aan het eind iets is weggehaald of dat "
    "alles opnieuw is geschreven, is alleen te zien met eindcodes die eerder genoteerd zijn: "
    "noteer ze met --write-anchors in een bestand dat u elders bewaart, en geef dat op met "
    "--anchors.",
    "option.anchors": "een bestand met eindcodes die eerder genoteerd zijn",
    "option.write-anchors": "noteert de eindcodes van nu in dit bestand, bij wat er al in staat, "
    "als alles klopt",
    "anchors.none": "In {file} staan geen eindcodes die samenwerk noteerde.",
    "verify_store.looking": "Bekijken",
    "verify_store.whole": "De opslag klopt: {events} {events|vastlegging|vastleggingen} in {count} "
    "{count|samenwerking|samenwerkingen}, {texts} vrije {texts|tekst|teksten}, {definitions} "
    "{definitions|werkwijze|werkwijzen}.",
    "verify_store.broken": "De opslag klopt niet: {faults} {faults|fout|fouten}. Bekeken: {events} "
    "{events|vastlegging|vastleggingen} in {count} {count|samenwerking|samenwerkingen}, {texts} "
    "vrije {texts|tekst|teksten}, {definitions} {definitions|werkwijze|werkwijzen}.",
    "verify_store.anchored": "De eindcodes die eerder genoteerd zijn staan erin, van {count} "
    "{count|samenwerking|samenwerkingen}: tot daar is niets weggehaald of veranderd.",
    "verify_store.do": "Wat u kunt doen:",
    "verify_store.more": "En nog {count}; --format json noemt ze alle.",
    "verify_store.written": "Genoteerd in {file}. Bewaar dat bestand elders.",
    "verify_store.not_written": "In {file} is niets genoteerd: eerst moet de opslag kloppen.",
    "help.import": "neemt een heel logboek op dat elders is uitgevoerd",
    "long.import": "Neemt een logboek op dat iemand maakte met samenwerk export whole: een zip, of "
    "een map met de bestanden ervan. Eerst wordt alles nagekeken: de keten, de vrije teksten, de "
    "werkwijzen en de opdrachten. Een bestand dat kapot, half of veranderd is, wordt geweigerd met "
    "de plaats erbij; er komt nooit iets half binnen. Wat verzonden werd, verzendt hier niemand "
    "tot een mens het zegt (samenwerk outbox).",
    "option.most_mb": "zo groot mogen alle bestanden samen zijn",
    "import.in": "Opgenomen: {name}, {count} {count|vastlegging|vastleggingen}, in {store}. "
    "Eindcode: {head}",
    "import.there": "{name} staat al in {store}, zoals in dit logboek of al verder. Er is niets "
    "veranderd.",
    "import.waits": "Er {count|was|waren} {count} {count|verzending|verzendingen} onderweg. "
    "Niemand weet of de vorige opslag die al deed; hier {count|wacht zij|wachten zij} op een mens. "
    "Kijk eerst daar, en beslis dan: samenwerk outbox",
    "import.held": "meegekomen met het logboek; misschien al verzonden door de vorige opslag",
    "import.taken": "In {store} staat een ander logboek met de naam {name}, of een dat minder ver "
    "is. Neem dit op in een nieuw bestand: samenwerk import BESTAND --store NIEUW.db",
    "import.broken": "Van {name} is niets opgenomen; {count} {count|fout|fouten}:",
    "export.broken": "{name} kan niet in zijn geheel worden uitgevoerd; {count} "
    "{count|fout|fouten}:",
    "export.whole": "Geschreven naar {file}: heel {name}, {count} "
    "{count|vastlegging|vastleggingen} en {texts} vrije {texts|tekst|teksten}. Die kunnen over "
    "mensen gaan: bewaar het bestand zoals u de opslag bewaart.",
    "export.sending": "{count} {count|verzending staat|verzendingen staan} nog open. Ga in een van "
    "beide opslagen verder, nooit in allebei; wie het logboek opneemt, beslist daar zelf over.",
    "export.whole_label": "het hele logboek, voor een andere opslag",
    "export.whole_only": "Van een heel logboek wordt alles geschreven zoals het nu is: laat --on "
    "en --texts weg.",
    "misuse.bundle_none": "{place} is geen heel logboek dat samenwerk uitvoerde.",
    "misuse.bundle_newer": "{place} is door een nieuwere samenwerk geschreven (versie {detail}). "
    "Werk samenwerk bij en probeer het opnieuw.",
    "misuse.bundle_name": "In het bestand zit iets dat er niet in hoort, of dat er twee keer in "
    "zit: {place}",
    "misuse.bundle_large": "Het bestand is groter dan mag, bij {place}. Vertrouwt u het, sta dan "
    "meer toe met --most.",
    "misuse.bundle_missing": "Het bestand is niet heel: {place} ontbreekt, of een deel ervan.",
    "misuse.bundle_changed": "{place} in het bestand is veranderd: het is niet wat in het manifest "
    "staat.",
    "misuse.bundle_line": "{place} is niet te lezen als wat daar hoort te staan ({detail}).",
    "help.backup": "schrijft een goede kopie van een opslag naar een bestand",
    "long.backup": "Schrijft een kopie van een opslag naar een nieuw bestand terwijl anderen "
    "doorgaan, bekijkt die helemaal, en geeft haar dan pas haar naam. Een opslag die niet klopt "
    "wordt niet gekopieerd: wat u later terugzet zou ook niet kloppen. In het bestand staan ook de "
    "vrije teksten.",
    "help.restore": "zet een kopie van een reservekopie op de plaats van een opslag",
    "long.restore": "Zet een kopie van een reservekopie op de plaats van een opslag, nadat alles "
    "bekeken is. Een opslag die er al is blijft, behalve met --replace: dan wordt die ernaast "
    "bewaard onder een naam die eindigt op .replaced. Geef met --anchors de eindcodes op die u "
    "noteerde: alleen daaraan is te zien of de reservekopie zo ver is als zij hoort te zijn. Een "
    "tekst die na de reservekopie gewist is, staat er weer in: wis die opnieuw.",
    "option.restore-replace": "neemt de plaats in van de opslag die er is; die wordt onder een "
    "andere naam bewaard",
    "backup.done": "Geschreven naar {file}. Er staan vrije teksten over mensen in: bewaar het "
    "zoals u de opslag bewaart.",
    "backup.not": "Er is geen kopie geschreven: de opslag klopt niet.",
    "backup.server": "Van een opslag op een server maakt u een reservekopie met wat bij de server "
    "hoort: pg_dump voor een kopie, het archief van zijn logboek voor elk moment. Of schrijf elke "
    "samenwerking weg met samenwerk export whole.",
    "restore.done": "{store} is nu wat in {file} staat.",
    "restore.not": "{store} bleef zoals het was: de reservekopie klopt niet.",
    "restore.older": "{name}: de vorige opslag was bij vastlegging {stood}, deze is bij {comes}. "
    "Wat daartussen kwam staat alleen in de vorige.",
    "restore.back": "{count} {count|tekst die sindsdien gewist was, staat|teksten die sindsdien "
    "gewist waren, staan} er weer in. Wis opnieuw: samenwerk erase {seals}",
    "restore.unread": "De vorige opslag is te beschadigd om te bekijken: wat die verder had, en "
    "wat daar gewist was, is niet bekend.",
    "restore.kept": "De vorige opslag is bewaard als {file}.",
    "copy.there": "{file} is er al en blijft zoals het is. Kies een andere naam, of zeg dat het "
    "vervangen mag worden (backup --force, restore --replace).",
    "copy.replaced": "{file} is er al, van een eerdere keer. Zet dat eerst ergens anders.",
}
"""The sentences, by id."""
