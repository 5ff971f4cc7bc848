"""What the command `samenwerk money` says in Dutch, by id."""

TEXTS: dict[str, str] = {
    "help.money": "toont hoe het geld staat: betalingen en rekeningen",
    "long.money": "Toont welke betalingen uit het logboek volgen, en hoe elke rekening staat: de "
    "potten en dossiers, en wat plug-ins van geldstromen vertellen. Elke rekening sluit op niets. "
    "Er wordt niets vastgelegd.",
    "option.stream": "alleen deze geldstroom",
    "option.entries": "met elke post apart",
    "option.table": "als tekst, als JSON of als CSV",
    "metavar.stream": "STROOM",
    "money.no_stream": "Van geldstroom {name} is hier niets te vertellen; wel van: {names}.",
    "money.no_streams": "Hier vertelt geen plug-in van een geldstroom.",
}
