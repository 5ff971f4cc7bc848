"""What the care of a record says in English on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.verify-store": "looks whether everything in a store is as it was written",
    "long.verify-store": "Looks at all of a store: every line of every record and how they hang "
    "together, commands, free texts, workflows and what is to be sent. Of each fault it says where "
    "it is and what to do. That something was cut off at the end or written anew can only be seen "
    "with heads that were noted earlier: note them with --write-anchors in a file that you keep "
    "elsewhere, and give that file with --anchors.",
    "option.anchors": "a file with heads that were noted earlier",
    "option.write-anchors": "note the heads of now in this file, beside those that are in it, when "
    "all is well",
    "anchors.none": "{file} holds no heads that samenwerk noted.",
    "verify_store.looking": "Looking",
    "verify_store.whole": "The store is whole: {events} {events|event|events} in {count} "
    "{count|collaboration|collaborations}, {texts} free {texts|text|texts}, {definitions} "
    "{definitions|workflow|workflows}.",
    "verify_store.broken": "The store is not whole: {faults} {faults|fault|faults}. Looked at: "
    "{events} {events|event|events} in {count} {count|collaboration|collaborations}, {texts} free "
    "{texts|text|texts}, {definitions} {definitions|workflow|workflows}.",
    "verify_store.anchored": "The heads that were noted earlier are in it, of {count} "
    "{count|collaboration|collaborations}: up to there nothing was taken away or changed.",
    "verify_store.do": "What to do:",
    "verify_store.more": "And {count} more; --format json tells all of them.",
    "verify_store.written": "Noted in {file}. Keep that file elsewhere.",
    "verify_store.not_written": "Nothing was noted in {file}: first the store must be whole.",
    "help.import": "takes in a whole record that was exported elsewhere",
    "long.import": "Takes in a record that somebody made with samenwerk export whole: a zip, or a "
    "folder with its files. Everything is verified first: the chain, the free texts, the workflows "
    "and the commands. A file that is broken, half or changed is refused with the place, and "
    "nothing comes in half. What was being sent is sent by nobody here until a person says so "
    "(samenwerk outbox).",
    "option.most_mb": "so much all its files together may be",
    "import.in": "Taken in: {name}, {count} {count|event|events}, in {store}. Head: {head}",
    "import.there": "{name} is in {store} already, with this record or further on. Nothing was "
    "changed.",
    "import.waits": "{count} {count|effect was|effects were} being sent. Nobody knows whether the "
    "former store has done so; here {count|it waits|they wait} for a person. Look there first, and "
    "then decide: samenwerk outbox",
    "import.held": "came along with the record; the former store may have sent it",
    "import.taken": "In {store} there is another record named {name}, or one that is not as far. "
    "Take this one into a new file: samenwerk import FILE --store NEW.db",
    "import.broken": "Nothing of {name} was taken in; {count} {count|fault|faults}:",
    "export.broken": "{name} cannot be exported as a whole; {count} {count|fault|faults}:",
    "export.whole": "Written to {file}: all of {name}, {count} {count|event|events} and {texts} "
    "free {texts|text|texts}. These can be about people: keep the file as you keep the store.",
    "export.sending": "{count} {count|effect is|effects are} still open. Go on in one of the two "
    "stores, never in both; who takes the record in decides about {count|it|them} himself.",
    "export.whole_label": "the whole record, for another store",
    "export.whole_only": "Of a whole record all is written, as it is now: leave out --on and "
    "--texts.",
    "misuse.bundle_none": "{place} is no whole record that samenwerk exported.",
    "misuse.bundle_newer": "{place} was written by a newer samenwerk (version {detail}). Update "
    "samenwerk and try again.",
    "misuse.bundle_name": "The file holds something that does not belong in it, or holds it twice: "
    "{place}",
    "misuse.bundle_large": "The file is larger than is allowed, at {place}. If you trust it, allow "
    "more with --most.",
    "misuse.bundle_missing": "The file is not whole: {place} is missing, or a part of it.",
    "misuse.bundle_changed": "{place} in the file was changed: it is not what the manifest says.",
    "misuse.bundle_line": "{place} cannot be read as what should stand there ({detail}).",
    "help.backup": "writes a sound copy of a store to a file",
    "long.backup": "Writes a copy of a store to a new file while others go on, looks at all of it, "
    "and only then gives it its name. A store that is not whole is not copied: what you would put "
    "back later would not be whole either. In the file are the free texts too.",
    "help.restore": "puts a copy of a backup in the place of a store",
    "long.restore": "Puts a copy of a backup in the place of a store, once all of it was looked "
    "at. A store that is there stays, unless with --replace: then it is kept beside it, its name "
    "ending in .replaced. Give the heads that you noted with --anchors: only they show whether the "
    "backup is as far as it should be. A text that was erased after the backup was made is back: "
    "erase it again.",
    "option.restore-replace": "take the place of the store that is there, which is kept under "
    "another name",
    "backup.done": "Written to {file}. Free texts about people are in it: keep it as you keep the "
    "store.",
    "backup.not": "No copy was written: the store is not whole.",
    "backup.server": "A store on a server is backed up with the tools of the server: pg_dump for a "
    "copy, its archive of the log for every moment. Or write each collaboration with samenwerk "
    "export whole.",
    "restore.done": "{store} now is what {file} holds.",
    "restore.not": "{store} was left as it is: the backup is not whole.",
    "restore.older": "{name}: the former store was at event {stood}, this one is at {comes}. What "
    "came between is only in the former.",
    "restore.back": "{count} {count|text that was|texts that were} erased since {count|is|are} "
    "back. Erase again: samenwerk erase {seals}",
    "restore.unread": "The former store is too damaged to be looked at: what it had beyond this "
    "one, and what was erased there, is not known.",
    "restore.kept": "The former store is kept as {file}.",
    "copy.there": "{file} is there already and stays as it is. Choose another name, or say that it "
    "may be replaced (backup --force, restore --replace).",
    "copy.replaced": "{file} is there already, from an earlier time. Put it elsewhere first.",
}
"""The sentences, by id."""
