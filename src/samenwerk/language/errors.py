"""An error of samenwerk as a sentence, by its id and params.

A refusal is no error: that is `outcome`. Faults in a text are `diagnostics`.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.language.template import holes
from samenwerk.values.errors import SamenwerkError
from samenwerk.values.message import Message, Name

_SAYS_ALL = ("not_a_store",)
"""What a sentence tells wholly: the words of the database add nothing to it."""


def say_error(error: SamenwerkError, speaker: Speaker) -> str:
    """What went wrong and what to do about it, on one line. Never fails.

    The most precise sentence is said for which the error has all params: that of its id and
    `what` (and its `place`), of its id, or of the class above it. `path` and `detail` are added
    where they are known and the sentence does not hold them; `mend` follows as a sentence.

    >>> from samenwerk.values.errors import CommandReused
    >>> say_error(CommandReused("", command="c1"), Speaker("nl"))
    'Opdracht c1 is al eerder gegeven, met een andere inhoud. Geef deze een nieuw nummer.'
    """
    params = _params(error)
    for id in _ids(error):
        template = speaker.catalogue.sentence(id, speaker.lang)
        if template is not None and holes(template) <= params.keys():
            said = as_sentence(speaker.fill(template, params), speaker.lang)
            more = ("path",) if error.params.get("what") in _SAYS_ALL else ("path", "detail")
            extra = [speaker.tell(params[name]) for name in more if params.get(name)]
            extra = [one for one in extra if one.rstrip(".") not in said]
            said = f"{said} ({'; '.join(extra)})" if extra else said
            mend = params.get("mend")
            return f"{said} {speaker.sentence(mend)}" if isinstance(mend, Message) else said
    return speaker.say(Message(error.id, params))


def _ids(error: SamenwerkError) -> Iterator[str]:
    ids = dict.fromkeys([error.id, *(getattr(one, "id", "") for one in type(error).__mro__)])
    what = error.params.get("what")
    for id in ids:
        if id:
            if error.params.get("place"):
                yield f"{id}.{what}.placed"
            yield f"{id}.{what}"
            if error.params.get("nearest"):
                yield f"{id}.nearest"
            yield f"{id}.full"
            yield id
    yield SamenwerkError.id


def _params(error: SamenwerkError) -> dict[str, object]:
    params = {name: value for name, value in error.params.items() if value not in (None, "")}
    params["message"] = str(error)
    what = params.get("what")
    if isinstance(what, str):
        params["what"] = Name("what", what)
        # The chain says what is wrong by the id of a message.
        if "." in what:
            known = {name: one for name, one in error.params.items() if name != "message"}
            params.setdefault("why", Message(what, known))
    return params


WORDING = {
    "nl": {
        "error.general": "Er ging bij samenwerk zelf iets mis: {message}",
        "error.misuse": "Dit kan zo niet gevraagd worden: {message}",
        "error.misuse.extra": "Hiervoor moet eerst meer geïnstalleerd worden: "
        "pip install 'samenwerk[{extra}]'.",
        "error.misuse.type": 'Het type "{name}" bestaat niet.',
        "error.misuse.value": 'Deze waarde is geen "{type}".',
        "error.misuse.fact_value": 'Deze waarde past niet bij {fact}: die is geen "{type}".',
        "error.misuse.moment_at_edge": "Dit moment ligt op de rand van de kalender. Kies er een in "
        "de jaren 2 tot en met 9998.",
        "error.misuse.text": "Deze tekst bevat een half teken ({half}) en kan niet bewaard worden.",
        "error.misuse.nul": "Deze tekst bevat een teken dat niet bewaard kan worden (U+0000).",
        "error.misuse.done_anyway": "Bij de stap {name} is niet gezegd waar het dossier heen gaat "
        "als die gebeurt terwijl het niet mag (done_anyway).",
        "error.unknown_name": 'Er is geen {what} met de naam "{name}".',
        "error.unknown_name.nearest": 'Er is geen {what} met de naam "{name}". '
        'Bedoelde u "{nearest}"?',
        "error.not_you": "Dit mag u niet doen: {why}",
        "error.not_readable": "De werkwijze is niet te lezen: {count} {count|fout|fouten}. "
        "Bekijk ze met samenwerk check.",
        "error.store": "De opslag kon dit niet doen: {message}",
        "error.store.address": "Dit is geen adres van een PostgreSQL-database. Een adres ziet er "
        "zo uit: postgresql://gebruiker@server/database. Schrijf leestekens in een wachtwoord als "
        "%40 en dergelijke.",
        "error.store.busy": "Alle verbindingen met de database zijn bezet. Probeer het zo weer.",
        "error.store.beside": "Wat het laatst is geschreven, staat nog naast dit bestand (op -wal "
        "of -journal), en is niet te lezen waar u niet mag schrijven. Kopieer de bestanden samen "
        "naar een eigen map, of vraag om een kopie van samenwerk backup.",
        "error.store.changed": "Terwijl u dit bestand las, schreef iemand anders erin. Probeer "
        "het zo weer.",
        "error.store.closed": "Deze opslag is al gesloten.",
        "error.store.cut_off": "De verbinding met de database viel weg. Er is niets veranderd; "
        "probeer het zo weer.",
        "error.store.damaged": "Het bestand van de opslag is beschadigd. "
        "Zet een reservekopie terug.",
        "error.store.disk": "De schijf kon de opslag niet lezen of schrijven.",
        "error.store.empty": "In dit bestand staat nog geen opslag.",
        "error.store.erase_waits": "De teksten zijn gewist, maar iemand leest de opslag nog. Wis "
        "straks nog een keer, dan verdwijnen ook de laatste sporen uit het bestand.",
        "error.store.failed": "De opslag werkt niet mee.",
        "error.store.foreign": "In dit schema van de database staan tabellen van een ander "
        "programma.",
        "error.store.full": "De schijf is vol.",
        "error.store.locked": "Iemand anders houdt de opslag te lang bezet. Probeer het zo weer.",
        "error.store.missing": "Dit bestand bestaat niet.",
        "error.store.moved": "Het bestand van de opslag is weggehaald of vervangen terwijl het in "
        "gebruik was. Er is niets veranderd. Zet het terug, of begin opnieuw met wat er staat.",
        "error.store.no_database": "Deze database bestaat niet.",
        "error.store.no_driver": "Voor een opslag in PostgreSQL ontbreekt een pakket. "
        "Installeer het met: pip install samenwerk[postgres]",
        "error.store.no_folder": "De map van dit bestand bestaat niet.",
        "error.store.no_rights": "Deze gebruiker mag dit niet in de database.",
        "error.store.no_tenant": "In de database staat nog geen opslag onder deze naam.",
        "error.store.no_tenants": "In een bestand past maar een opslag. Regio's naast elkaar gaan "
        "alleen in een database.",
        "error.store.not_a_store": "Dit bestand is geen opslag van samenwerk.",
        "error.store.not_openable": "Dit bestand is niet te openen.",
        "error.store.not_utf8": "Deze database bewaart teksten niet in UTF-8. Maak er een die dat "
        "wel doet.",
        "error.store.older": "Deze opslag is gemaakt door een oudere samenwerk, en u mag er niet "
        "in schrijven. Laat iemand die dat wel mag de opslag eerst een keer openen, bijvoorbeeld "
        "met samenwerk status.",
        "error.store.read_only": "U mag deze opslag lezen, maar er niet in schrijven.",
        "error.store.refused": "De database laat deze gebruiker niet binnen. Kijk naam en "
        "wachtwoord na.",
        "error.store.tenant": "Zo kan een regio in de database niet heten. Neem kleine letters, "
        "cijfers en _, en begin met een letter.",
        "error.store.unknown_outcome": "De verbinding viel weg voordat er antwoord was. Het is "
        "niet bekend of dit is vastgelegd. Geef dezelfde opdracht nog eens, met hetzelfde nummer: "
        "ze wordt nooit twee keer uitgevoerd.",
        "error.store.unreachable": "De database geeft geen antwoord.",
        "error.conflict": "Iemand anders was u voor in deze samenwerking. "
        "Kijk hoe het er nu voor staat en doe het opnieuw.",
        "error.command_reused": "Opdracht {command} is al eerder gegeven, met een andere inhoud. "
        "Geef deze een nieuw nummer.",
        "error.record_broken": "Het logboek klopt niet meer: er is iets veranderd, weggehaald "
        "of onleesbaar.",
        "error.record_broken.full": "Het logboek klopt niet vanaf nummer {sequence}: {why}",
        "error.store_version": "Dit is geschreven door een nieuwere samenwerk. Werk samenwerk "
        "bij en probeer het opnieuw.",
        "error.store_version.full": "Dit is geschreven door een nieuwere samenwerk (versie "
        "{found}; deze leest tot en met {known}). Werk samenwerk bij en probeer het opnieuw.",
        "error.plugin": "Een plugin ontbreekt, past niet of gaf een verkeerd antwoord: {message}",
    },
    "en": {
        "error.general": "Something went wrong in samenwerk itself: {message}",
        "error.misuse": "This cannot be asked in this way: {message}",
        "error.misuse.extra": "More must be installed for this first: "
        "pip install 'samenwerk[{extra}]'.",
        "error.misuse.type": 'There is no type "{name}".',
        "error.misuse.value": 'This value is no "{type}".',
        "error.misuse.fact_value": 'This value does not fit {fact}: it is no "{type}".',
        "error.misuse.moment_at_edge": "This moment lies at the edge of the calendar. Choose one "
        "in the years 2 to 9998.",
        "error.misuse.text": "This text holds half a character ({half}) and cannot be kept.",
        "error.misuse.nul": "This text holds a character that cannot be kept (U+0000).",
        "error.misuse.done_anyway": "The step {name} does not say where the case goes when it "
        "happens though it is not allowed (done_anyway).",
        "error.unknown_name": 'There is no {what} named "{name}".',
        "error.unknown_name.nearest": 'There is no {what} named "{name}". '
        'Did you mean "{nearest}"?',
        "error.not_you": "This is not yours to do: {why}",
        "error.not_readable": "The workflow cannot be read: {count} {count|fault|faults}. Look at "
        "them with samenwerk check.",
        "error.store": "The store could not do this: {message}",
        "error.store.address": "This is no address of a PostgreSQL database. An address looks like "
        "this: postgresql://user@server/database. Write signs in a password as %40 and the like.",
        "error.store.busy": "All connections to the database are in use. Try again shortly.",
        "error.store.beside": "What was written last still stands beside this file (in -wal or "
        "-journal), and cannot be read where you may not write. Copy the files together to a "
        "folder of your own, or ask for a copy made with samenwerk backup.",
        "error.store.changed": "Somebody else wrote in this file while you read it. Try again in "
        "a moment.",
        "error.store.closed": "This store was closed already.",
        "error.store.cut_off": "The connection to the database was lost. Nothing was changed; try "
        "again shortly.",
        "error.store.damaged": "The file of the store is damaged. Put a backup in its place.",
        "error.store.disk": "The disk could not read or write the store.",
        "error.store.empty": "There is no store in this file yet.",
        "error.store.erase_waits": "The texts are gone, but somebody is still reading the store. "
        "Erase once more later, and their last traces leave the file too.",
        "error.store.failed": "The store does not cooperate.",
        "error.store.foreign": "This schema of the database holds tables of another program.",
        "error.store.full": "The disk is full.",
        "error.store.locked": "Somebody else keeps the store occupied for too long. Try again "
        "shortly.",
        "error.store.missing": "This file does not exist.",
        "error.store.moved": "The file of the store was taken away or replaced while it was in "
        "use. Nothing was changed. Put it back, or begin again with the one that is there.",
        "error.store.no_database": "This database does not exist.",
        "error.store.no_driver": "A store in PostgreSQL needs a package that is missing. Install "
        "it with: pip install samenwerk[postgres]",
        "error.store.no_folder": "The folder of this file does not exist.",
        "error.store.no_rights": "This user may not do that in the database.",
        "error.store.no_tenant": "There is no store under this name in the database yet.",
        "error.store.no_tenants": "A file holds one store. Several tenants need a database.",
        "error.store.not_a_store": "This file is no samenwerk store.",
        "error.store.not_openable": "This file cannot be opened.",
        "error.store.not_utf8": "This database does not keep its texts in UTF-8. Make one that "
        "does.",
        "error.store.older": "This store was made by an older samenwerk, and you may not write to "
        "it. Let somebody who may open it once first, for instance with samenwerk status.",
        "error.store.read_only": "You may read this store, but not write to it.",
        "error.store.refused": "The database does not let this user in. Check name and password.",
        "error.store.tenant": "A tenant in the database cannot have this name. Use small letters, "
        "digits and _, and begin with a letter.",
        "error.store.unknown_outcome": "The connection was lost before there was an answer. "
        "Whether this was recorded is not known. Give the same command again, under the same "
        "number: it is never carried out twice.",
        "error.store.unreachable": "The database does not answer.",
        "error.conflict": "Somebody else was first in this collaboration. "
        "Look how things stand now and do it again.",
        "error.command_reused": "Command {command} was given before, with other content. "
        "Give this one a new number.",
        "error.record_broken": "The record is no longer right: something was changed, removed or "
        "made unreadable.",
        "error.record_broken.full": "The record is not right from number {sequence} on: {why}",
        "error.store_version": "This was written by a newer samenwerk. Update samenwerk and try "
        "again.",
        "error.store_version.full": "This was written by a newer samenwerk (version {found}; this "
        "one reads up to {known}). Update samenwerk and try again.",
        "error.plugin": "A plugin is missing, does not fit or gave a wrong answer: {message}",
    },
}
