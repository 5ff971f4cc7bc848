"""A report on moving running cases, in words: as plain text, as Markdown, and as data.

What it tells was worked out by `migrating`.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.language.catalogue import Speaker
from samenwerk.language.layout import WIDTH, wrap
from samenwerk.language.moved_over import cannot
from samenwerk.language.obligations import leaf_text
from samenwerk.proof.asked import Limits
from samenwerk.upgrade.asked_now import Days, Turn
from samenwerk.upgrade.comparing import compare
from samenwerk.upgrade.difference import Side
from samenwerk.upgrade.migrating import KINDS, CasePlan, MovePlan
from samenwerk.upgrade.migrating_wording import WORDING
from samenwerk.upgrade.written import paper
from samenwerk.values.event import CaseKept, CaseMoved
from samenwerk.values.message import Name
from samenwerk.values.obligation import Obligation

MOST = 12
"""So many differences between the texts are named; the others are only counted."""
Row = tuple[int, str]
"""How deep a line stands, and what it says."""


@attrs.frozen
class Move:
    """A plan that can be told; `head` is that of the record once it was carried out.

    `texts` names what differs between the two texts.
    """

    plan: MovePlan
    old: Speaker
    new: Speaker
    head: str | None = None
    texts: tuple[str, ...] = ()

    def words(self, id: str, /, **params: object) -> str:
        """A sentence of the report."""
        return self.new.words(id, **params)


def move(plan: MovePlan, speaker: Speaker, head: str | None = None) -> Move:
    """A plan told by a speaker, who is given the labels of each of the two texts."""
    joined = speaker.catalogue.joined("samenwerk.upgrade.migrating_wording", WORDING)
    speaker = attrs.evolve(speaker, catalogue=joined)
    old, new = (
        attrs.evolve(speaker, workflow=one, earlier=(other,))
        for one, other in ((plan.old, plan.new), (plan.new, plan.old))
    )
    return Move(plan, old, new, head, _texts(plan, new))


def _texts(plan: MovePlan, speaker: Speaker) -> tuple[str, ...]:
    """What differs between the texts, by name; what that comes to, `samenwerk diff` works out."""
    if plan.old.digest == plan.new.digest:
        return ()
    sides = [Side(one.version, one) for one in (plan.old, plan.new)]
    report = compare(sides[0], sides[1], plan.day, Limits(worlds=1, members=0, cases=0))
    titles = dict.fromkeys(one.title for one in paper(report, speaker).told)
    return tuple(titles)


def as_text(made: Move, width: int = WIDTH, command: str = "") -> str:
    """The report as text of at most `width` places; `command` is what carries it out."""
    blocks = [wrap(row, width) for row in _intro(made)]
    counts = [row for one in _counts(made) for row in wrap(one, width, "  - ")]
    if counts:
        blocks[-1] += counts
    if made.texts:
        head = wrap(made.words("migrate.texts"), width)
        named = [row for one in _listed(made) for row in wrap(one, width, "  - ")]
        blocks.insert(2, [*head, *named])
    for kind in KINDS:
        those = made.plan.of(kind)
        if those:
            blocks.append(wrap(made.words(f"migrate.kind.{kind}").upper(), width))
        for one in those:
            rows = wrap(_title(one, made), width)
            for depth, said in _case(one, made):
                rows += wrap(said, width, "  " * (depth + 1) + "- ")
            blocks.append(rows)
    blocks += [wrap(row, width) for row in _ending(made)]
    if command and _dry(made):
        blocks.append([f"  {command}"])
    return "\n\n".join("\n".join(rows) for rows in blocks)


def as_markdown(made: Move, command: str = "") -> str:
    """The same as Markdown, a heading for each kind and each case."""
    first, *rest = _intro(made)
    rows = [f"# {first}", ""]
    for one in rest:
        rows += [one, ""]
    rows += [*(f"- {one}" for one in _counts(made)), ""]
    if made.texts:
        rows += [made.words("migrate.texts"), "", *(f"- {one}" for one in _listed(made)), ""]
    for kind in KINDS:
        those = made.plan.of(kind)
        if those:
            rows += [f"## {made.words(f'migrate.kind.{kind}')}", ""]
        for case in those:
            rows += [f"### {_title(case, made)}", ""]
            rows += ["  " * depth + f"- {said}" for depth, said in _case(case, made)]
            rows.append("")
    for ending in _ending(made):
        rows += [ending, ""]
    if command and _dry(made):
        rows += ["```sh", command, "```", ""]
    text = "\n".join(rows)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.rstrip() + "\n"


def as_data(made: Move) -> dict[str, object]:
    """The same as plain data."""
    plan = made.plan
    return {
        "collaboration": plan.collaboration,
        "day": plan.day.isoformat(),
        "old": _workflow(plan, "old"),
        "new": _workflow(plan, "new"),
        "looked_at": plan.head,
        "applied": made.head is not None,
        "head": made.head,
        "texts": list(made.texts),
        "counts": {kind: len(plan.of(kind)) for kind in KINDS},
        "cases": [_case_data(one, made) for one in plan.cases],
    }


def _workflow(plan: MovePlan, side: str) -> dict[str, object]:
    one = plan.old if side == "old" else plan.new
    return {"id": one.name, "version": one.version, "digest": one.digest}


def _intro(made: Move) -> list[str]:
    plan = made.plan
    told = {
        "collaboration": plan.collaboration, "old": plan.old.version, "new": plan.new.version,
        "workflow": Name("workflow", plan.new.name), "day": plan.day,
    }  # fmt: skip
    if plan.old.digest == plan.new.digest:
        rows = [made.words("migrate.already", **told)]
        rows += [made.words("migrate.about_again", **told)] if plan.cases else []
    else:
        same = plan.old.version == plan.new.version
        rows = [made.words("migrate.same_version" if same else "migrate.title", **told)]
        rows.append(made.words("migrate.about", **told))
    if plan.settled:
        rows.append(made.words("migrate.settled", count=plan.settled))
    id = "migrate.count" if plan.cases else "migrate.none"
    return [*rows, made.words(id, count=len(plan.cases))]


def _listed(made: Move) -> list[str]:
    more = len(made.texts) - MOST
    rest = [made.words("migrate.texts_more", count=more)] if more > 0 else []
    return [*made.texts[:MOST], *rest]


def _counts(made: Move) -> list[str]:
    counted = ((kind, len(made.plan.of(kind))) for kind in KINDS)
    return [made.words(f"migrate.count.{kind}", count=many) for kind, many in counted if many]


def _dry(made: Move) -> bool:
    return made.head is None and made.plan.effect


def _ending(made: Move) -> list[str]:
    if made.head is not None:
        return [made.words("migrate.done"), made.words("migrate.head", head=made.head)]
    return [made.words("migrate.dry" if made.plan.effect else "migrate.nothing")]


def _title(one: CasePlan, made: Move) -> str:
    case = one.before
    return made.old.words(
        "migrate.case", case=case.id, lifecycle=Name("lifecycle", case.lifecycle),
        state=Name("state", f"{case.lifecycle}.{case.state}"),
    )  # fmt: skip


def _case(one: CasePlan, made: Move) -> Iterator[Row]:
    if isinstance(one.what, CaseKept):
        yield from ((0, said) for said in _kept(one.what, made))
    else:
        yield from _moved(one, one.what, made)
    if one.parties:
        yield 0, made.words("migrate.who", who=made.new.parties(one.parties))


def _kept(what: CaseKept, made: Move) -> Iterator[str]:
    why = [cannot(reason, name, made.old) for reason, name in what.cannot]
    if what.clause is None:
        yield from (made.words("migrate.cannot", why=one) for one in why)
        yield made.words("migrate.stays")
        return
    declared = made.plan.new.transitions.get(what.clause)
    said = made.words("migrate.clause", clause=Name("transition", what.clause))
    yield said if declared is None or not declared.source else f"{said} [{declared.source}]"
    ending = "no_until" if what.until is None else "until_only" if why else "until"
    yield made.words(f"migrate.{ending}", until=what.until)
    yield from (made.words("migrate.else_cannot", why=one) for one in why)


def _moved(one: CasePlan, what: CaseMoved, made: Move) -> Iterator[Row]:
    lifecycle = one.before.lifecycle
    if one.before.state in dict(what.states):
        name = dict(what.states)[one.before.state]
        yield 0, made.words("migrate.state", state=Name("state", f"{lifecycle}.{name}"))
    yield from _turns(one.turns, lifecycle, made)
    for pair in one.days:
        yield 0, _day(pair, lifecycle, made)
    for event in one.follows:
        told = {
            "step": Name("step", f"{lifecycle}.{event.step}"),
            "state": Name("state", f"{lifecycle}.{event.to_state}"),
        }
        yield 0, made.words("migrate.follows", **told)


def _turns(each: tuple[Turn, ...], lifecycle: str, made: Move) -> Iterator[Row]:
    """What changes for each step; steps for which the same changes are told together."""
    alike: dict[tuple[str, tuple[Row, ...]], list[Turn]] = {}
    for turn in each:
        if not turn.same:
            id = "step" if turn.was and turn.there else "step_new" if turn.there else "step_gone"
            rows = tuple(_turn(turn, lifecycle, made)) if turn.there else ()
            alike.setdefault((id, rows), []).append(turn)
    for (id, rows), those in alike.items():
        speaker = made.old if id == "step_gone" else made.new
        steps = tuple(Name("step", one.step) for one in those)
        yield 0, speaker.words(f"migrate.{id}", step=steps)
        yield from rows


def _turn(turn: Turn, lifecycle: str, made: Move) -> Iterator[Row]:
    for act in turn.added:
        yield 1, made.words("migrate.added", what=_act(act, lifecycle, made.new))
    for act in turn.dropped:
        yield 1, made.words("migrate.dropped", what=_act(act, lifecycle, made.old))
    for was, now in turn.changed:
        yield 1, made.words("migrate.was", what=_act(was, lifecycle, made.old))
        yield 1, made.words("migrate.now", what=_act(now, lifecycle, made.new))


def _act(one: Obligation, lifecycle: str, speaker: Speaker) -> str:
    return leaf_text(attrs.evolve(one, case=None), speaker.inside(lifecycle))


def _day(pair: Days, lifecycle: str, made: Move) -> str:
    was, now = pair
    one = now or was
    assert one is not None
    inside = (made.old if now is None else made.new).inside(lifecycle)
    id = "day_gone" if now is None else "day_new" if was is None else "day"
    return made.words(
        f"migrate.{id}", what=inside.say(one.what), was=was and was.day, now=now and now.day
    )


def _case_data(one: CasePlan, made: Move) -> dict[str, object]:
    kept = one.what if isinstance(one.what, CaseKept) else None
    until = None if kept is None or kept.until is None else kept.until.isoformat()
    return {
        "case": one.before.id,
        "lifecycle": one.before.lifecycle,
        "state": one.before.state,
        "state_there": one.after.state,
        "kind": one.kind,
        "moves": kept is None,
        "clause": None if kept is None else kept.clause,
        "until": until,
        "cannot": [] if kept is None else [
            {"reason": reason, "name": name, "says": cannot(reason, name, made.old)}
            for reason, name in kept.cannot
        ],
        "steps": [_turn_data(turn, one, made) for turn in one.turns if not turn.same],
        "days": [
            {"says": _day(pair, one.before.lifecycle, made),
             "was": pair[0] and pair[0].day.isoformat(),
             "now": pair[1] and pair[1].day.isoformat()}
            for pair in one.days
        ],
        "follows": [f"{one.before.lifecycle}.{event.step}" for event in one.follows],
        "parties": list(one.parties),
    }  # fmt: skip


def _turn_data(turn: Turn, one: CasePlan, made: Move) -> dict[str, object]:
    def said(acts: tuple[Obligation, ...], speaker: Speaker) -> list[str]:
        return [_act(act, one.before.lifecycle, speaker) for act in acts]

    return {
        "step": turn.step,
        "was": turn.was,
        "there": turn.there,
        "added": said(turn.added, made.new),
        "dropped": said(turn.dropped, made.old),
        "changed": [
            {"was": was, "now": now}
            for was, now in zip(
                said(tuple(pair[0] for pair in turn.changed), made.old),
                said(tuple(pair[1] for pair in turn.changed), made.new), strict=True,
            )
        ],
    }  # fmt: skip
