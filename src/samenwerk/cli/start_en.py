"""What the commands `samenwerk start` and `register` say in English, by id."""

TEXTS: dict[str, str] = {
    "start.done": "Begun: {name}, by {workflow} {version}, in {file}.",
    "start.rehearsal": "Begun as a rehearsal: {name}, by {workflow} {version}, in {file}.",
    "start.now": "--now goes with --rehearsal only: a real record begins now.",
    "register.done": "Taken up: {parts|and}.",
    "register.parties": "{count} {count|party|parties}",
    "register.sits": "{count} {count|seat|seats} at a table",
    "register.holds": "{count} {count|role|roles}",
    "register.gives": "{count} {count|mandate|mandates}",
    "register.regions": "{count} {count|place|places} in a region",
    "register.nothing": "Nothing of {file} was taken up.",
    "register.strict": "Nothing of {file} was taken up, because there are faults in it (--strict).",
    "register.waiting": "{count} {count|line waits|lines wait} until this is mended, for a party "
    "with a fault stands there: {lines}.",
}
