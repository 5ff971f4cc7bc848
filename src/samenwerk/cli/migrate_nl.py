"""What `migrate` and `replay` say in Dutch on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.migrate": "toont wat een andere tekst betekent voor lopende dossiers, en zet ze over",
    "long.migrate": "Toont wat er met elk lopend dossier gebeurt als een samenwerking overgaat op "
    "een andere tekst van de werkwijze: wat er meer gevraagd wordt, wat vervalt, welke dagen "
    "veranderen en wie er aan zet is, wat door een overgangsregel blijft, en wat niet over kan, "
    "met de reden. Er wordt niets vastgelegd, tot u --apply toevoegt. Noem een map, een bestand "
    "of een werkwijze die bij samenwerk hoort.",
    "help.replay": "toont welke besluiten anders waren gegaan onder een andere tekst",
    "long.replay": "Beoordeelt alles wat in een samenwerking gedaan is opnieuw, op volgorde, zoals "
    "het er toen voor stond, volgens een andere tekst van de werkwijze, en toont wat anders was "
    "gegaan en waarom. Ook telt mee wat later met een eerdere dag is vastgelegd. Het logboek "
    "verandert niet, en geen plugin wordt opnieuw gevraagd.",
    "argument.collaboration": "SAMENWERKING",
    "argument.other": "ANDERE",
    "metavar.map": "LEVENSLOOP.FASE=NIEUW",
    "option.apply": "leg het vast; zonder dit wordt er niets vastgelegd",
    "option.map": "een fase die in de nieuwe tekst anders heet",
    "migrate.looking": "Dossiers bekijken",
    "migrate.faulty": "{name} is niet goed te lezen; kijk eerst na met: samenwerk check {name}",
    "migrate.map": "schrijf --map als levensloop.fase=nieuw, en niet {written}",
    "migrate.moved_on": "Er is intussen iets vastgelegd in {name}; er is niets overgezet. Bekijk "
    "eerst opnieuw wat er zou gebeuren, zonder --apply.",
    "migrate.repeated": "Dit was al vastgelegd: {head}",
    "due.moving": "wie de werkwijze beheert (samenwerk migrate)",
    "replay.judging": "Opnieuw beoordelen",
}
"""The sentences, by id."""
