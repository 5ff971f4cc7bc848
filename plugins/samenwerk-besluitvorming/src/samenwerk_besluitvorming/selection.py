"""The method `sociocratic`: choosing someone for a task, by open nomination and consent.

Each voter nominates somebody as a fact of its own. Whoever is then proposed was nominated, and is
chosen when nobody has an objection, the one who is proposed among them.
"""

from __future__ import annotations

from samenwerk import Answer, Message, Name, Parameter, PluginMethod, Vote


def decide(vote: Vote) -> Answer:
    """Yes when who is proposed was nominated and everyone consents; an objection is a no."""
    nomination, proposed = (str(vote.parameters[one]) for one in ("nomination", "proposed"))
    if not vote.voters:
        return Answer(0, Message("besluitvorming.nobody"))
    objecting = vote.of("against")
    if objecting:
        parties = tuple(Name("party", one.party) for one in objecting)
        return Answer(0, Message("besluitvorming.objection", {"parties": parties}),
                      (Message("besluitvorming.mend_or_propose"),))  # fmt: skip
    nominated = {one.party: one.facts.get(nomination) for one in vote.voters}
    lacking = [one.party for one in vote.of("for", "open") if nominated[one.party] is None]
    if lacking:
        parties = tuple(Name("party", one) for one in lacking)
        return Answer(1, Message("besluitvorming.nominate", {"parties": parties}))
    who = vote.facts.get(proposed)
    if who is None:
        return Answer(1, Message("besluitvorming.nobody_proposed"))
    label = Name("word", f"{nomination}={who}")
    if who not in nominated.values():
        return Answer(0, Message("besluitvorming.not_nominated", {"who": label}))
    waiting = tuple(Name("party", one.party) for one in vote.of("open"))
    if waiting:
        return Answer(1, Message("besluitvorming.consent_of", {"who": label, "parties": waiting}))
    if not vote.of("for"):
        return Answer(0, Message("besluitvorming.nobody"))
    times = sum(one == who for one in nominated.values())
    return Answer(2, Message("besluitvorming.selected", {"who": label, "times": times}))


SELECTION = PluginMethod(
    name="sociocratic",
    labels={"nl": "sociocratisch kiezen", "en": "sociocratic selection"},
    decide=decide,
    parameters=(
        Parameter("nomination", "text", None, {"nl": "gegeven per partij met haar voordracht",
                                               "en": "fact per party with its nomination"}),
        Parameter("proposed", "text", None, {"nl": "gegeven van het dossier met wie is voorgesteld",
                                             "en": "fact of the case with who is proposed"}),
    ),
    takes=("looks_at",),
)  # fmt: skip
