"""What erasing says in Dutch on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.erase": "wist vrije teksten die volgens de wet weg moeten",
    "long.erase": "Toont de vrije teksten van een samenwerking, die van een partij, met bepaalde "
    "woorden erin, van een vastlegging of met het begin van een zegel. Met --because en --as "
    "worden zij gewist, met alles waaruit iemand ze kon raden: alleen het zegel blijft in het "
    "logboek, dat blijft kloppen, en dat zij gewist zijn, door wie en waarom. Ook de reden is een "
    "vrije tekst; noem er niemand in. Reservekopieën, uitgevoerde bestanden en wat verzonden is "
    "worden niet bereikt: wis ook daar.",
    "option.texts-of": "de teksten die van deze partij kwamen of van haar bewaard worden",
    "option.containing": "de teksten met deze woorden erin, met of zonder hoofdletters",
    "option.event": "de teksten van deze vastlegging",
    "option.seal": "de tekst met dit zegel; het begin is genoeg",
    "option.erase-because": "wist ze, om deze reden",
    "option.erase-again": "wist wat volgens het logboek gewist is, en er nog of weer staat",
    "erase.none": "Er is (nu) geen vrije tekst die u zo bedoelt.",
    "erase.found": "{count} vrije {count|tekst|teksten}:",
    "erase.line": "vastlegging {sequence}, {kind}, van {who}: {text}",
    "erase.reasons": "redenen bij een standpunt",
    "erase.explanation": "toelichting bij een stap",
    "erase.title": "titel van een stuk",
    "erase.fact": "een gegeven",
    "erase.said": "wat er gemeld werd bij een verzending die niet lukte",
    "erase.because": "reden van opgeven of wissen",
    "erase.how": 'Er is niets gewist. Deze alle wissen: dezelfde opdracht met --because "reden" '
    '--as PARTIJ.',
    "erase.done": "Gewist: {count} {count|tekst|teksten}. Dat het gebeurde is vastlegging "
    "{sequence}.",
    "erase.done_again": "Opnieuw gewist: {count} {count|tekst|teksten}.",
    "erase.busy": "Wat een plug-in meldde staat nog bij wat te verzenden is, want dat wordt nu net "
    "verzonden: {keys}. Doe straks: samenwerk erase --again",
    "erase.elsewhere": "Kopieën kunnen nog staan in reservekopieën en vorige opslagen (samenwerk "
    "backup, restore), in uitgevoerde bestanden (samenwerk export whole, of met --texts), in "
    "rapporten, en bij wie iets toegestuurd kreeg. Wis ook daar. Namen in het register zijn geen "
    "vrije tekst, en blijven.",
    "erase.again_alone": "Opnieuw wissen geldt voor alles wat eerder gewist is: geef --again "
    "alleen op.",
    "erase.which": "Zeg welke teksten: met --of, --containing, --event of --seal.",
    "erase.who": "Zeg wie wist: --as PARTIJ.",
    "erase.unknown": "Er is (nu) geen tekst met een zegel dat begint met {seal}.",
    "erase.several": "Meer dan één zegel begint met {seal}. Schrijf meer ervan.",
    "what.text": "tekst",
    "misuse.erase_because": "Wissen gaat met een reden.",
    "misuse.erase_nothing": "Er is geen tekst genoemd.",
}
"""The sentences, by id."""
