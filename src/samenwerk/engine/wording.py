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
        "error.misuse.report_paper": "Het rapport {name} is dan geen tekst, maar een bestand.",
        "error.misuse.wrong_type": "Bij {name} hoort {wanted}, en dit is {given}.",
        "error.misuse.language": 'De taal "{name}" is er niet; kies nl of en.',
        "error.misuse.apart": "Een grens voor plug-ins ({name}) moet meer dan nul zijn, en niet "
        "zonder einde.",
        "error.misuse.mapping": "Geef bij {name} namen met hun waarde.",
        "seen.withheld": "wat hier meespeelt, mag u niet zien",
        "error.plugin.seen": "Plugin {plugin} gaf geen antwoord.",
        "error.misuse.bound": "Hier handelt een ander dan {name}.",
        "error.misuse.command_id": "Nummers die met effect/ beginnen, zijn voor het systeem: "
        "{name}.",
        "error.misuse.reminder": "{name} kan niet herinneren: een effect dat dat kan, krijgt to, "
        "subject en text mee.",
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
        "error.misuse.report_paper": "The report {name} is no text then, but a file.",
        "error.misuse.wrong_type": "What {name} takes is {wanted}, and this is {given}.",
        "error.misuse.language": 'There is no language "{name}"; take nl or en.',
        "error.misuse.apart": "A limit of plugins ({name}) must be more than nothing, and not "
        "without end.",
        "error.misuse.mapping": "Give names with their values for {name}.",
        "seen.withheld": "what matters here is not for you to see",
        "error.plugin.seen": "Plugin {plugin} gave no answer.",
        "error.misuse.bound": "Somebody else than {name} acts here.",
        "error.misuse.command_id": "Ids that begin with effect/ are for the system: {name}.",
        "error.misuse.reminder": "{name} cannot remind: an effect that can takes to, subject and "
        "text.",
        "error.record_broken.definition": "The workflow that this collaboration was started by is "
        "no longer what it was, or gone. The record can still be read.",
    },
}
"""Language to message id to sentence."""
