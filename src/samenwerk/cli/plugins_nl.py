"""What the command `samenwerk plugins` says in Dutch, by id."""

TEXTS: dict[str, str] = {
    "help.plugins": "toont welke plug-ins er zijn, wat zij brengen en hoe het met ze gaat",
    "long.plugins": "Toont van elke plug-in die geïnstalleerd is waar hij vandaan komt, voor welke "
    "samenwerk hij gemaakt is, wat hij per haak meebrengt, welke gegevens hij leest en of er iets "
    "mis mee is. Noemt u een werkwijze, dan worden ook de verhalen ernaast gespeeld, en staat "
    "erbij hoe vaak elke plug-in iets gevraagd werd, hoe lang dat duurde en wat er misging.",
    "option.apart": "vraagt plug-ins waar dat kan in een eigen proces, met grenzen",
    "plugins.sentence": "1 zin",
    "plugins.sentences": "{count} zinnen",
    "plugins.names": "{count} namen",
    "plugins.none": "Er zijn geen plug-ins.",
    "plugins.head": "{name} {version}",
    "plugins.package": "pakket",
    "plugins.path": "staat in",
    "plugins.made_for": "gemaakt voor",
    "plugins.brings": "brengt mee",
    "plugins.reads": "leest",
    "plugins.loaded": "geladen in",
    "plugins.seconds": "{time}",
    "plugins.slow": "{time}: dat is traag",
    "plugins.without.nl": "zonder Nederlands",
    "plugins.without.en": "zonder Engels",
    "plugins.names_and_sentences": "{count} namen en zinnen",
    "plugins.taken": "let op",
    "plugins.taken_by": "{names}: zo heet al een opdracht van samenwerk; die van deze plug-in is "
    "niet te gebruiken",
    "failed.plugin": "Plug-in {plugin} ging mis in {place}. Wat hij meldde: {detail}. De "
    "maker moet dit verhelpen ({made}). Met SAMENWERK_DEBUG=1 ziet u meer.",
    "plugins.fault": "{name}: niet te gebruiken. {why}",
    "plugins.calls": "Gevraagd bij het spelen van de verhalen:",
    "plugins.call": "{plugin}, {hook}: {times} keer, samen {seconds}, het langst {slowest}",
    "plugins.call.slow": "{slow} keer traag",
    "plugins.call.failed": "{failed} keer mis",
    "plugins.call.aside": "niet meer gevraagd",
    "plugins.calls.none": "Bij het spelen van de verhalen is geen plug-in iets gevraagd.",
    "plugins.limits": "In een eigen proces (samenwerk worker, Engine met apart) begrenst dit "
    "systeem: {limits}.",
    "plugins.limit.seconds": "de tijd",
    "plugins.limit.megabytes": "het geheugen",
    "plugins.limit.processor": "de rekentijd",
    "plugins.still_loading": "Plug-in {plugin} wordt nog geladen ({seconds} seconden). "
    "Stoppen kan met Ctrl-C.",
    "plugins.unsound": "In {file} zitten fouten; kijk eerst met samenwerk check.",
}
"""Id to sentence."""
