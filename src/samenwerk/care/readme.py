"""What stands in the README of a whole record: for whoever finds it, in Dutch and in English."""

README = """\
# Een heel logboek / A whole record

Samenwerking / collaboration: {collaboration}
Vastleggingen / events: {events}
Eindcode / head: {head}

## Nederlands

Dit is het hele logboek van een samenwerking, zoals samenwerk het bewaart. Een andere opslag van
samenwerk neemt het in zijn geheel op: `samenwerk import BESTAND --store NIEUW.db`. Ook zonder
samenwerk is het te lezen: het is JSON en TOML in UTF-8, en docs/record.md van samenwerk
beschrijft het.

- `events.jsonl`: de vastleggingen, elk op een regel, letterlijk zoals de code ervan berekend is.
- `commands.jsonl`: de opdrachten waar zij van kwamen, zodat geen opdracht twee keer telt.
- `texts.jsonl`: de vrije teksten, met zegel en zout. **Daar staan persoonsgegevens in.** Wat gewist
  is, staat er niet in. Wist u later een tekst, wis dan ook deze kopie.
- `definitions/`: elke werkwijze die werd toegepast, en de bestanden waar die uit gelezen is.
- `outbox.jsonl`: wat er verzonden werd toen dit gemaakt werd. Wie het logboek opneemt, verzendt
  daar niets van uit zichzelf: niemand weet of de vorige opslag het al deed. Een mens beslist
  (`samenwerk outbox`).
- `manifest.json`: welke bestanden erbij horen, met hun SHA-256.

Ga na het opnemen in een van beide opslagen verder, nooit in allebei: anders zijn er twee logboeken
met dezelfde naam.

## English

This is the whole record of a collaboration, as samenwerk keeps it. Another store of samenwerk takes
it in as it is: `samenwerk import FILE --store NEW.db`. It can be read without samenwerk too: it is
JSON and TOML in UTF-8, and docs/record.md of samenwerk describes it.

- `events.jsonl`: the events, one on each line, letter for letter as they were hashed.
- `commands.jsonl`: the commands that they came from, so that no command counts twice.
- `texts.jsonl`: the free texts, with seal and salt. **Personal data are among them.** What was
  erased is not in it. When you erase a text later, erase this copy too.
- `definitions/`: every workflow that was applied, and the files that it was read from.
- `outbox.jsonl`: what was being sent when this was made. Who takes the record in sends none of it
  by itself: nobody knows whether the former store did already. A person decides (`samenwerk
  outbox`).
- `manifest.json`: which files belong to it, with their SHA-256.

After taking it in, go on in one of the two stores, never in both: or there will be two records of
the same name.
"""
