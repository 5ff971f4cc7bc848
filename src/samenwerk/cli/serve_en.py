"""What `serve` says in English on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.serve": "shows collaborations in a browser",
    "long.serve": "Shows the collaborations of a store in a browser, on this computer: the wall, "
    "each case with why something can be done or not, what each party must do, what would happen "
    "if, and the record. Nothing is recorded. Stop with Ctrl-C.",
    "option.host": "where to listen; this computer alone, unless you say otherwise",
    "option.port": "at which port; 0 chooses a free one",
    "option.allow-host": "a name under which the pages may be asked for too",
    "option.reader": "show only what this party may see",
    "metavar.host": "ADDRESS",
    "metavar.port": "PORT",
    "serve.at": "To be seen at {address} (stop with Ctrl-C)",
    "serve.open": "Mind that everybody who can reach {host} reads all that can be seen here.",
    "serve.taken": "One cannot listen at {host} on port {port}: {why}",
}
"""The sentences, by id."""
