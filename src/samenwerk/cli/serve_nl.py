"""What `serve` says in Dutch on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.serve": "laat samenwerkingen zien in een browser",
    "long.serve": "Laat de samenwerkingen van een opslag zien in een browser, op deze computer: de "
    "muur, elk dossier met waarom iets kan of niet, wat elke deelnemer moet doen, wat er zou "
    "gebeuren als, en het logboek. Er wordt niets vastgelegd. Stop met Ctrl-C.",
    "option.host": "waar te luisteren; alleen deze computer, tenzij u anders zegt",
    "option.port": "op welke poort; 0 kiest een vrije",
    "option.allow-host": "een naam waaronder de pagina's ook gevraagd mogen worden",
    "option.reader": "laat alleen zien wat deze deelnemer mag zien",
    "metavar.host": "ADRES",
    "metavar.port": "POORT",
    "serve.at": "Te bekijken op {address} (stop met Ctrl-C)",
    "serve.open": "Let op: iedereen die {host} kan bereiken, leest alles wat hier te zien is.",
    "serve.taken": "Op {host} kan niet geluisterd worden op poort {port}: {why}",
}
"""The sentences, by id."""
