"""What the command `samenwerk money` says in English, by id."""

TEXTS: dict[str, str] = {
    "help.money": "shows how the money stands: payments and accounts",
    "long.money": "Shows which payments follow from the record, and how each account stands: the "
    "pools and cases, and what plugins tell of funding streams. Every account comes to nothing. "
    "Nothing is recorded.",
    "option.stream": "only this funding stream",
    "option.entries": "with every entry apart",
    "option.table": "as text, as JSON or as CSV",
    "metavar.stream": "STREAM",
    "money.no_stream": "There is nothing to tell of stream {name}; there is of: {names}.",
    "money.no_streams": "No plugin tells of a funding stream here.",
}
