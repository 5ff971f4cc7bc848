"""What `diff` says in Dutch on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.diff": "toont wat er verandert van de ene tekst van een werkwijze naar de andere",
    "long.diff": "Toont wat verandert tussen twee teksten van een werkwijze: wat nu mag en eerst "
    "niet, wat nu geweigerd wordt, wie beslist, plichten en termijnen, elk met een voorbeeld. Wat "
    "alleen anders is opgeschreven, is geen verschil. Noem een map, een bestand, een werkwijze die "
    "bij samenwerk hoort, of de eindcode van een tekst in de opslag (--store).",
    "argument.old": "OUD",
    "argument.new": "NIEUW",
    "option.rewritten": "noem ook wat alleen anders is opgeschreven",
    "option.search_members": "zoek met groepen tot zo veel partijen",
    "option.search_cases": "zoek met zo veel andere dossiers",
    "option.worlds": "probeer hoogstens zo veel situaties",
    "option.register-file": "wie er meedoen, om stemmen te tellen",
    "diff.looking": "Vergelijken",
    "diff.faulty": "{name} is niet goed te lezen; kijk eerst na met: samenwerk check {name}",
    "diff.faulty.register": "In het register {name} staan fouten; kijk het eerst na.",
}
"""The sentences, by id."""
