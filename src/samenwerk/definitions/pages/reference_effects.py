"""The example of an effect on the reference page, and what it says beside it."""

EFFECT = """\
[fact.brief_verstuurd]
nl = "De brief is verstuurd"
en = "The letter was sent"
type = "yes_no"

[effect.brief]
nl = "Brief over de balie"
en = "Letter about the desk"
on_step = "balie.openen"
plugin = "voorbeeld.letter"
with = { to = { role = "iedereen" }, subject = "De balie is open" }
records = "brief_verstuurd"
"""
"""As in the example that the page builds up."""

NOTE = {
    "nl": "De stap staat eerst vast; daarna stuurt `samenwerk worker` wat er te doen is naar de "
    "plug-in, zo vaak als nodig, en legt vast wat ervan kwam. Wat in `with` staat is tekst, een "
    "getal of een dag zoals geschreven, of wordt met `{ fact = ... }` en dergelijke uit het "
    "dossier gehaald zoals het na de stap is; wat niet bekend is, gaat niet mee. Een schending en "
    "een oefening zetten niets in gang. Wie op een basis voortbouwt mag een verzending niet "
    "veranderen, tenzij haar `overlay` open is.",
    "en": "The step is recorded first; then `samenwerk worker` hands what is to be done to the "
    "plugin, as often as it takes, and records what came of it. What stands in `with` is a "
    "text, a number or a day as written, or is taken from the case with `{ fact = ... }` and the "
    "like, as it stands after the step; what is not known does not go along. A breach and a "
    "rehearsal set nothing going. Who builds on a base may not change an effect unless its "
    "`overlay` is open.",
}
"""Below the family."""
