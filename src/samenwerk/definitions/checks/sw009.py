"""A file that is written in another language than that of workflows."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW009"
title = {
    "nl": "Een bestand in een andere vorm",
    "en": "A file in another form",
}

_WHY = {
    "nl": 'een werkwijze bestaat uit koppen als [workflow] met regels als id = "regio".',
    "en": 'a workflow is made of headings such as [workflow] with lines such as id = "region".',
}

TEXTS: TextsByCode = {
    "SW009 json": {
        "nl": Texts(
            "dit bestand is geschreven als JSON",
            "zo begint geen werkwijze",
            _WHY["nl"],
            "begin met: samenwerk new region, en typ in wat daar staat uw eigen afspraken.",
        ),
        "en": Texts(
            "this file is written as JSON",
            "no workflow begins like this",
            _WHY["en"],
            "begin with: samenwerk new region, and type your own agreements into that.",
        ),
    },
    "SW009 yaml": {
        "nl": Texts(
            "dit bestand is geschreven als YAML",
            "zo begint geen werkwijze",
            _WHY["nl"],
            "typ een kop tussen [ en ] waar nu een naam met : staat, en = waar : voor een "
            "waarde staat.",
        ),
        "en": Texts(
            "this file is written as YAML",
            "no workflow begins like this",
            _WHY["en"],
            "type a heading between [ and ] where a name with : stands, and = where : stands "
            "before a value.",
        ),
    },
    "SW009 html": {
        "nl": Texts(
            "dit bestand is een webpagina",
            "zo begint geen werkwijze",
            _WHY["nl"],
            "haal het bestand zelf op en niet de pagina waarop het te zien is.",
        ),
        "en": Texts(
            "this file is a web page",
            "no workflow begins like this",
            _WHY["en"],
            "get the file itself and not the page on which it is shown.",
        ),
    },
    "SW009 mac": {
        "nl": Texts(
            "de regels van dit bestand eindigen zoals op een oude Mac",
            "alles staat hier achter elkaar",
            "zo is niet te zien waar een regel ophoudt.",
            "sla het bestand op met de regeleinden van Windows (CRLF) of Unix (LF).",
        ),
        "en": Texts(
            "the lines of this file end as on an old Mac",
            "it all stands in one row here",
            "this way it cannot be seen where a line ends.",
            "save the file with the line ends of Windows (CRLF) or Unix (LF).",
        ),
    },
}

good = BASE
bad = '{\n  "workflow": { "id": "regio", "version": "1" }\n}\n'
cases: Cases = {
    "yaml": "workflow:\n  id: regio\n  version: 1\n",
    "html": "<!DOCTYPE html>\n<html><body>[workflow]</body></html>\n",
    "mac": BASE.replace("\n", "\r"),
}

check = found_while_reading
