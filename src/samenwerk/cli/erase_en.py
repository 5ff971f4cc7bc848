"""What erasing says in English on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.erase": "erases free texts that the law wants gone",
    "long.erase": "Shows the free texts of a collaboration, those of a party, with some words in "
    "them, of one event or by the beginning of a seal. With --because and --as they are erased, "
    "with all that would let anybody guess them: only their seals stay in the record, which goes "
    "on verifying, and that they were erased, by whom and why. The reason is a free text too; name "
    "nobody in it. Backups, exports and what was sent are not reached: erase there as well.",
    "option.texts-of": "the texts that came from this party or are kept of it",
    "option.containing": "the texts with these words in them, capitals or not",
    "option.event": "the texts of this event",
    "option.seal": "the text with this seal; its beginning is enough",
    "option.erase-because": "erase them, for this reason",
    "option.erase-again": "erase what the record says was erased, and is still there or there "
    "again",
    "erase.none": "There is no such free text (any more).",
    "erase.found": "{count} free {count|text|texts}:",
    "erase.line": "event {sequence}, {kind}, of {who}: {text}",
    "erase.reasons": "reasons of a position",
    "erase.explanation": "explanation of a step",
    "erase.title": "title of a document",
    "erase.fact": "a fact",
    "erase.said": "what was said of an effect that failed",
    "erase.because": "reason of giving up or erasing",
    "erase.how": 'Nothing was erased. To erase all of these: the same command with --because '
    '"reason" --as PARTY.',
    "erase.done": "Erased: {count} {count|text|texts}. That it was done is event {sequence}.",
    "erase.done_again": "Erased again: {count} {count|text|texts}.",
    "erase.busy": "What a plugin said is still in the outbox, because it is being sent now: "
    "{keys}. Do this shortly: samenwerk erase --again",
    "erase.elsewhere": "Copies may still be in backups and former stores (samenwerk backup, "
    "restore), in files that were exported (samenwerk export whole, or with --texts), in reports, "
    "and at those to whom something was sent. Erase there too. Names in the register are no free "
    "texts, and stay.",
    "erase.again_alone": "Erasing again goes for all that was erased before: give --again alone.",
    "erase.which": "Say which texts: with --of, --containing, --event or --seal.",
    "erase.who": "Say who erases: --as PARTY.",
    "erase.unknown": "There is no text (any more) with a seal that begins with {seal}.",
    "erase.several": "More than one seal begins with {seal}. Write more of it.",
    "what.text": "text",
    "misuse.erase_because": "Erasing takes a reason.",
    "misuse.erase_nothing": "No text was named.",
}
"""The sentences, by id."""
