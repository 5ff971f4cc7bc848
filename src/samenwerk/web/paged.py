"""The pages by their names: what each shows to whoever looks.

Which address asks for one, and what is said when it cannot be made, is `app`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from samenwerk.core.policies import Policy
from samenwerk.engine import Engine, summing
from samenwerk.engine.acting import civil_day
from samenwerk.engine.before import moment
from samenwerk.language.history import event_line
from samenwerk.values.message import Name
from samenwerk.web.asked import Asked, NotAsked
from samenwerk.web.case import kept_of, steps_of, track_of
from samenwerk.web.chained import chain_of, longer, supposing
from samenwerk.web.kept import Kept
from samenwerk.web.looking import Look, collaborations, looked_at, not_far, not_known
from samenwerk.web.standing import asked_of, cases_of, days_of, kind_of, named_in
from samenwerk.web.trying import act_asked, acts_of, complete, fields_of, grouped, tried
from samenwerk.web.written import bar, written

LISTED = 50
LINES = 50
"""So many lines of the record stand on one page."""


@attrs.frozen(eq=False)
class Visit:
    """One request of one reader; `party` is None for who reads everything.

    `kept` is what was worked out for the portfolio in requests before it.
    """

    engine: Engine
    asked: Asked
    party: str | None
    policy: Policy
    kept: Kept

    def today(self) -> Look:
        """The same as it stands today, for what is supposed to happen from there."""
        return looked_at(self.engine, self.asked.one("in"), self.party, self.policy, None)

    def look(self) -> Look:
        """The collaboration that is asked for, as its reader sees it."""
        return looked_at(self.engine, self.asked.one("in"), self.party, self.policy,
                         self.asked.day)  # fmt: skip


def listed(visit: Visit) -> str:
    """The collaborations that the reader may come into."""
    ids = list(collaborations(visit.engine, visit.party))
    page = visit.asked.number("page", 1)
    return written("list", visit.asked, ids=ids[(page - 1) * LISTED : page * LISTED], page=page,
                   pages=max(1, -(-len(ids) // LISTED)))  # fmt: skip


def standing(visit: Visit) -> str:
    """How a collaboration stands."""
    look, asked = visit.look(), visit.asked
    voice = look.whole.speaker(asked.lang)
    page, over = asked.number("page", 1), asked.given.get("show") == "over"
    return written(
        "standing", asked, **_around(look, asked),
        cases=cases_of(look.whole, voice, over, page), over=over, page=page,
        days=tuple(days_of(look.whole, voice)), workflow=look.whole.workflow,
        faults=[voice.fault(one) for one in look.whole.faults], tell=voice.tell,
    )  # fmt: skip


def wall(visit: Visit) -> str:
    """The wall as it stands now, with a way back above it."""
    look, asked = visit.look(), visit.asked
    page = (look.seen or look.room).report("wall", asked.lang, day=look.day)
    before, body, rest = page.partition("<body>")
    return f"{before}{body}{bar(asked, look.id)}{rest}"


def portfolio(visit: Visit) -> str:
    """The collaborations of the reader side by side, each with a way to its own pages."""
    engine, asked = visit.engine, visit.asked
    today = civil_day(moment(engine), "UTC")
    if asked.day is not None and asked.day < today:
        raise NotAsked("asked.passed", day=asked.day, today=today)
    not_far(asked.day, today)
    found = visit.kept.summaries(engine, visit.party, visit.policy, asked.day, asked.lang)
    page = summing.portfolio(found, asked.lang, lambda id: asked.link("standing", **{"in": id}))
    before, body, rest = page.partition("<body>")
    return f"{before}{body}{bar(asked)}{rest}"


def case(visit: Visit) -> str:
    """One case with the tree of findings of each of its steps."""
    look, asked = visit.look(), visit.asked
    found = look.case(asked.one("case"))
    voice = look.whole.speaker(asked.lang)
    speaker = look.speaker(asked.lang).inside(found.lifecycle)
    cases = look.whole.collaboration.cases
    return written(
        "case", asked, **_around(look, asked), case=found, kind=kind_of(found, voice),
        track=track_of(look, found, speaker), tell=voice.tell,
        steps=tuple(steps_of(look, found, speaker, voice)),
        kept=kept_of(look, found, speaker), days=tuple(days_of(look.whole, voice, found.id)),
        above=found.parent if found.parent in cases else None,
        below=[
            (one.id, kind_of(one, voice), voice.tell(Name("state", f"{one.lifecycle}.{one.state}")))
            for one in look.whole.cases if one.parent == found.id
        ],
        roles=[
            (speaker.labels.of("role", f"{found.lifecycle}.{role}"), speaker.parties(who))
            for role, who in sorted(found.roles.items()) if who
        ],
        name=speaker.labels.party,
    )  # fmt: skip


def what_if(visit: Visit) -> str:
    """An act that is tried in a case, without recording it; perhaps after others."""
    asked = visit.asked
    look, before = supposing(visit.today(), asked)
    found = look.case(asked.one("case"))
    speaker = look.speaker(asked.lang).inside(found.lifecycle)
    acts = acts_of(look, found, speaker)
    act = act_asked(acts, asked)
    shown: dict[str, Any] = {"fields": (), "told": None, "after": None, "fault": ""}
    if act is not None:
        shown["fields"] = fields_of(act, look, found, speaker, asked)
        if complete(act, shown["fields"], asked):
            result = tried(act, look, found, speaker, asked)
            shown["told"], shown["after"], shown["fault"] = result
    goes_on = longer(asked, look) if shown["after"] is not None else None
    return written("try", asked, **_around(look, asked), case=found, act=act, groups=grouped(acts),
                   chain=chain_of(asked), before=before, goes_on=goes_on, **shown)  # fmt: skip


def parties(visit: Visit) -> str:
    """Who takes part."""
    look, asked = visit.look(), visit.asked
    speaker = look.speaker(asked.lang)
    found = [(one, speaker.labels.party(one)) for one in look.parties()]
    found.sort(key=lambda one: one[1].casefold())
    own = look.party
    return written("parties", asked, **_around(look, asked), tell=speaker.tell,
                   found=[(id, label, own in (None, id)) for id, label in found])  # fmt: skip


def party(visit: Visit) -> str:
    """What a party can do now, and what others wait for from it."""
    look, asked = visit.look(), visit.asked
    id = asked.one("party")
    known = look.whole.collaboration.register.party(id)
    if known is None or look.party not in (None, id):
        raise not_known("party", id, look.parties())
    voice = look.whole.speaker(asked.lang)
    return written("party", asked, **_around(look, asked), label=voice.tell(Name("party", id)),
                   tasks=asked_of(look.whole.todo(id), voice))  # fmt: skip


def record(visit: Visit) -> str:
    """A page of the record, the last line first."""
    look, asked = visit.look(), visit.asked
    last = look.whole.collaboration.sequence
    before = asked.number("before", last + 1)
    events = look.events(min(before, last + 1), LINES)
    texts = look.texts(events)
    speaker, zone = look.speaker(asked.lang), look.whole.collaboration.zone
    cases = look.whole.collaboration.cases
    lines = []
    for one in events:
        said, _, what = event_line(one, speaker, texts.get, zone).partition("  ")
        lines.append((one.sequence, said, *named_in(what, one.case if one.case in cases else None)))
    older = events[-1].sequence if events and events[-1].sequence > 1 else None
    return written("record", asked, **_around(look, asked), lines=lines, older=older,
                   newest=before <= last)  # fmt: skip


def _around(look: Look, asked: Asked) -> dict[str, Any]:
    """What every page about a collaboration has."""
    party = look.party
    label = None if party is None else look.speaker(asked.lang).labels.party(party)
    return {"here_in": look.id, "party": label, "day": look.whole.day, "today": look.latest,
            "rehearsal": look.whole.collaboration.rehearsal}  # fmt: skip


PAGES: dict[str, Callable[[Visit], str]] = {
    "": listed,
    "standing": standing,
    "wall": wall,
    "portfolio": portfolio,
    "case": case,
    "try": what_if,
    "parties": parties,
    "party": party,
    "record": record,
}
"""Address to page."""
