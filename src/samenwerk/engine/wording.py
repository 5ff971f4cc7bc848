"""What the engine says when something was asked that makes no sense, in Dutch and English."""

WORDING = {
    "nl": {
        "error.misuse.started": "Er is al een samenwerking met de naam {name}.",
        "error.misuse.rehearsal": "{name} is geen oefening: alleen een oefening kan op een ander "
        "moment gespeeld worden.",
        "error.misuse.moment": "Dit moment zegt niet in welke tijdzone het is.",
        "error.misuse.id": "Een samenwerking heeft een naam nodig.",
        "error.misuse.report_format": "Het rapport {name} is er niet als {asked}, wel als "
        "{formats|of}.",
        "error.misuse.mapping": "Geef bij {name} namen met hun waarde.",
        "error.record_broken.definition": "De werkwijze waarmee deze samenwerking is begonnen, is "
        "niet meer wat die was of is weg. Het logboek is nog wel te lezen.",
    },
    "en": {
        "error.misuse.started": "There is a collaboration named {name} already.",
        "error.misuse.rehearsal": "{name} is no rehearsal: only a rehearsal can be played at "
        "another moment.",
        "error.misuse.moment": "This moment does not say in which time zone it is.",
        "error.misuse.id": "A collaboration needs a name.",
        "error.misuse.report_format": "The report {name} cannot be made as {asked}, but as "
        "{formats|or}.",
        "error.misuse.mapping": "Give names with their values for {name}.",
        "error.record_broken.definition": "The workflow that this collaboration was started by is "
        "no longer what it was, or gone. The record can still be read.",
    },
}
"""Language to message id to sentence."""
