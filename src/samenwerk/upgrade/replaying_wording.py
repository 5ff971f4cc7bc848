"""The words of a report on a record that was judged again, in Dutch and in English."""

from __future__ import annotations

WORDING = {
    "nl": {
        "replay.title": "{collaboration} nagespeeld volgens {workflow}, versie {version}",
        "replay.about": "{acts} {acts|handeling is|handelingen zijn} opnieuw beoordeeld, elk zoals "
        "het er toen voor stond. Het logboek is niet veranderd.",
        "replay.same": "Alles was net zo gegaan.",
        "replay.count": "{count} {count|was|waren} anders gegaan:",
        "replay.count.refused": "{count} {count|was|waren} geweigerd",
        "replay.count.allowed": "{count} {count|mocht|mochten} dan wel",
        "replay.count.elsewhere": "{count} {count|leidt|leiden} dan naar een andere fase",
        "replay.count.absent": "{count} {count|bestaat|bestaan} dan niet",
        "replay.count.by_itself": "{count} {count|was|waren} vanzelf gebeurd",
        "replay.count.not_by_itself": "{count} {count|was|waren} niet vanzelf gebeurd",
        "replay.count.other_day": "{count} {count|was|waren} eerder vanzelf gebeurd",
        "replay.count.unknown": "{count} {count|is|zijn} niet te beoordelen: een plugin is toen "
        "niet gevraagd",
        "replay.count.late": "{count} {count|zou nu|zouden nu} geweigerd worden door wat later "
        "met een eerdere dag is vastgelegd",
        "replay.kind.refused": "Was geweigerd",
        "replay.kind.allowed": "Mocht dan wel",
        "replay.kind.elsewhere": "Leidt dan naar een andere fase",
        "replay.kind.absent": "Bestaat dan niet",
        "replay.kind.by_itself": "Was vanzelf gebeurd",
        "replay.kind.not_by_itself": "Was niet vanzelf gebeurd",
        "replay.kind.other_day": "Was eerder vanzelf gebeurd",
        "replay.kind.unknown": "Niet te beoordelen",
        "replay.kind.late": "Zou nu geweigerd worden",
        "replay.value": "dit gegeven is daar van een andere soort",
        "replay.unmet": "dit was niet zo: {what}",
        "replay.unknown": "dit was niet bekend: {what}",
        "replay.day": "dat was al op {day}",
        "replay.line": "vastlegging {sequence}: {what}",
        "replay.after": "na vastlegging {sequence}: {what}",
        "replay.to": "het dossier was dan {state}",
        "replay.later": "later vastgelegd: {what}",
    },
    "en": {
        "replay.title": "{collaboration} replayed under {workflow}, version {version}",
        "replay.about": "{acts} {acts|act was|acts were} judged again, each as it stood then. The "
        "record has not changed.",
        "replay.same": "Everything would have gone just so.",
        "replay.count": "{count} would have gone otherwise:",
        "replay.count.refused": "{count} would have been refused",
        "replay.count.allowed": "{count} would have been allowed",
        "replay.count.elsewhere": "{count} would have led to another state",
        "replay.count.absent": "{count} would not exist",
        "replay.count.by_itself": "{count} would have happened by {count|itself|themselves}",
        "replay.count.not_by_itself": "{count} would not have happened by "
        "{count|itself|themselves}",
        "replay.count.other_day": "{count} would have happened by {count|itself|themselves} "
        "earlier",
        "replay.count.unknown": "{count} cannot be judged: a plugin was not asked then",
        "replay.count.late": "{count} would be refused now, by what was recorded later with an "
        "earlier day",
        "replay.kind.refused": "Would have been refused",
        "replay.kind.allowed": "Would have been allowed",
        "replay.kind.elsewhere": "Would have led to another state",
        "replay.kind.absent": "Would not exist",
        "replay.kind.by_itself": "Would have happened by itself",
        "replay.kind.not_by_itself": "Would not have happened by itself",
        "replay.kind.other_day": "Would have happened by itself earlier",
        "replay.kind.unknown": "Cannot be judged",
        "replay.kind.late": "Would be refused now",
        "replay.value": "this fact is of another kind there",
        "replay.unmet": "this was not so: {what}",
        "replay.unknown": "this was not known: {what}",
        "replay.day": "that was on {day} already",
        "replay.line": "recorded event {sequence}: {what}",
        "replay.after": "after recorded event {sequence}: {what}",
        "replay.to": "the case would have been {state}",
        "replay.later": "recorded later: {what}",
    },
}
"""The sentences, by language and id."""
