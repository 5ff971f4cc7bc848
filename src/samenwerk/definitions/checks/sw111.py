"""A file or workflow that is not there, or of another version."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, changed, found_while_reading, over
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW111"
title = {
    "nl": "Een bestand of werkwijze die er niet is",
    "en": "A file or workflow that is not there, or of another version",
}

TEXTS: TextsByCode = {
    "SW111": {
        "nl": Texts(
            "{written} is niet te vinden",
            "dit is niet gevonden",
            "zonder dit bestand is niet bekend wat hier geldt.",
            "kijk of de naam klopt en of het bestand er is.",
        ),
        "en": Texts(
            "{written} cannot be found",
            "this was not found",
            "without this file nobody knows what holds here.",
            "see whether the name is right and the file is there.",
        ),
    },
    "SW111 parent": {
        "nl": Texts(
            "er is geen werkwijze met de naam {written}",
            "deze werkwijze is niet gevonden",
            "zonder de werkwijze waarop u voortbouwt, is niet bekend wat u erft.",
            "kijk of de naam klopt; een bestand naast dit ene schrijft u als "
            '"./map/workflow.toml@versie".',
        ),
        "en": Texts(
            "there is no workflow called {written}",
            "this workflow was not found",
            "without the workflow that you build on, nobody knows what you inherit.",
            "see whether the name is right; a file beside this one is written as "
            '"./folder/workflow.toml@version".',
        ),
    },
    "SW111 version": {
        "nl": Texts(
            "u vraagt {written}, en er is versie {found}",
            "deze versie is er niet",
            "een andere versie kan andere afspraken bevatten; die neemt u alleen bewust over.",
            "schrijf versie {found} achter @ als u daarop wilt voortbouwen.",
        ),
        "en": Texts(
            "you ask for {written}, and there is version {found}",
            "this version is not there",
            "another version may hold other agreements; you take those over only on purpose.",
            "write version {found} after @ if you want to build on that.",
        ),
    },
    "SW111 no_version": {
        "nl": Texts(
            "bij {written} staat geen versie",
            "hier ontbreekt de versie",
            "zo verandert uw werkwijze nooit vanzelf als de andere verandert.",
            'schrijf de naam met de versie, als "landelijk@2026.1".',
        ),
        "en": Texts(
            "{written} does not say which version",
            "the version is missing here",
            "this way your workflow never changes by itself when the other one does.",
            'write the name with its version, as "landelijk@2026.1".',
        ),
    },
    "SW111 part": {
        "nl": Texts(
            "het deel {written} is niet te lezen",
            "dit bestand is niet gevonden",
            "een werkwijze waarvan een deel ontbreekt, kan niet gelden.",
            "zet het bestand in dezelfde map of eronder, en schrijf zijn naam zonder .. ervoor.",
        ),
        "en": Texts(
            "the part {written} cannot be read",
            "this file was not found",
            "a workflow of which a part is missing cannot hold.",
            "put the file in the same folder or below it, and write its name without .. before it.",
        ),
    },
    "SW111 grammar": {
        "nl": Texts(
            "deze tekst is geen werkwijze in deze versie van de taal",
            "geschreven in versie {written} van de taal",
            "een tekst in een andere versie van de taal zou verkeerd gelezen kunnen worden.",
            "gebruik de versie van samenwerk waarmee de tekst gemaakt is, of een nieuwere.",
        ),
        "en": Texts(
            "this text is not a workflow in this version of the language",
            "written in language version {written}",
            "a text in another version of the language could be read wrongly.",
            "use the version of samenwerk with which it was made, or a newer one.",
        ),
    },
}

good = BASE
bad = changed('nl = "Voorbeeld"', 'extends = "nergens@1"\nnl = "Voorbeeld"')
cases: Cases = {
    "version": over("", asked="./basis.toml@2"),
    "no_version": over("", asked="./basis.toml"),
    "part": changed('version = "1"', 'version = "1"\nparts = ["../extra.toml"]'),
}

check = found_while_reading
