"""`samenwerk do`, `say`, `fact` and `document`: acts of a party, recorded or refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from samenwerk.cli.command import acting, argument, made, on_store, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.cli.rooms import At
    from samenwerk.values.outcome import Outcome


def build(name: str, lang: str) -> click.Command:
    """The command of this name."""
    own: dict[str, tuple[Callable[..., int], list[Any]]] = {
        "do": (do, [
            argument(lang, "case"), argument(lang, "step"),
            option(lang, "--fill", multiple=True, metavar=words(lang, "metavar.fill")),
            option(lang, "--explain", metavar=words(lang, "metavar.text")),
            option(lang, "--for-each", multiple=True, metavar=words(lang, "argument.party")),
            option(lang, "--under", metavar=words(lang, "argument.case")),
            option(lang, "--rests-on", metavar=words(lang, "argument.case")),
            option(lang, "--into", multiple=True, metavar=words(lang, "metavar.into")),
            option(lang, "--heir", metavar=words(lang, "argument.case")),
            option(lang, "--merge", multiple=True, metavar=words(lang, "argument.case")),
            option(lang, "--anyway", is_flag=True),
            option(lang, "--ask", is_flag=True),
        ]),
        "say": (say, [
            argument(lang, "case"), argument(lang, "decision"), argument(lang, "position"),
            option(lang, "--reasons", metavar=words(lang, "metavar.text")),
        ]),
        "fact": (fact, [
            argument(lang, "case"), argument(lang, "fact"), argument(lang, "value"),
            option(lang, "--of", metavar=words(lang, "argument.party")),
        ]),
        "document": (document, [
            argument(lang, "case"), argument(lang, "document"), argument(lang, "title"),
        ]),
    }  # fmt: skip
    run, options = own[name]
    kept = option(lang, "--record-refusals", is_flag=True)
    return made(name, lang, run, [*options, *acting(lang), kept, *on_store(lang)])


def do(
    door: Door, case: str, step: str, fill: tuple[str, ...], explain: str | None,
    for_each: tuple[str, ...], under: str | None, rests_on: str | None, into: tuple[str, ...],
    heir: str | None, merge: tuple[str, ...], anyway: bool, ask: bool, **given: Any,
) -> int:  # fmt: skip
    """Do a step, or with `--ask` only ask whether it may be done.

    With `--anyway` a step that is refused is recorded as a breach.
    """

    def act(at: At, who: dict[str, Any]) -> Outcome:
        from samenwerk.cli.named import case_of, filled, groups, new_name, party_of, step_of

        found = step_of(at.room, case, step)
        if not found.opens:
            case_of(at.room, case)
        elif case not in at.room.collaboration.cases:
            new_name(case)
        for one in (under, rests_on, *merge):
            if one is not None:
                case_of(at.room, one)
        told: dict[str, Any] = filled(at.room.workflow_of(case), found, fill, at.door.lang)
        for holders in told["roles"].values():
            for one in [holders] if isinstance(holders, str) else holders:
                party_of(at.room, one)
        if ask:
            del who["command_id"]
        parties = tuple(party_of(at.room, one) or one for one in for_each)
        told |= {
            "case": case, "parent": under, "explanation": explain, "rests_on": rests_on,
            "into": groups(at.room, into), "heir": heir, "merges": merge,
            "for_each": parties, **who,
        }  # fmt: skip
        if ask:
            return at.room.ask(found.full_name, **told)
        return at.room.do(found.full_name, anyway=anyway, **told)

    return _acted(door, act, given, case, step)


def say(
    door: Door, case: str, decision: str, position: str, reasons: str | None, **given: Any
) -> int:
    """Give a position in a decision."""

    def act(at: At, who: dict[str, Any]) -> Outcome:
        from samenwerk.cli.named import case_of, declared, position_of

        declared(at.room, "decision", case_of(at.room, case), decision)
        word = position_of(position, at.door.lang)
        return at.room.say(decision, word, case=case, reasons=reasons, **who)

    return _acted(door, act, given, case)


def fact(door: Door, case: str, fact: str, value: str, of: str | None, **given: Any) -> int:
    """Record a fact."""

    def act(at: At, who: dict[str, Any]) -> Outcome:
        from samenwerk.cli.named import case_of, declared, party_of, value_of

        found = declared(at.room, "fact", case_of(at.room, case), fact)
        worth = value_of(found, value, at.door.lang)
        return at.room.record(fact, worth, case=case, who=party_of(at.room, of), **who)

    return _acted(door, act, given, case)


def document(door: Door, case: str, document: str, title: str, **given: Any) -> int:
    """Hand in a document."""

    def act(at: At, who: dict[str, Any]) -> Outcome:
        from samenwerk.cli.named import case_of, declared

        declared(at.room, "document", case_of(at.room, case), document)
        return at.room.hand_in(document, title, case=case, **who)

    return _acted(door, act, given, case)


def _acted(
    door: Door,
    act: Callable[[At, dict[str, Any]], Outcome],
    given: dict[str, Any],
    case: str,
    step: str | None = None,
) -> int:
    from samenwerk.cli.named import party_of
    from samenwerk.cli.rooms import opened

    store: str = given["store"]
    collaboration: str | None = given["collaboration"]
    now: datetime | None = given["now"]
    day: date | None = given["day"]
    kept: bool = given["record_refusals"]
    with opened(door, store, collaboration, now, record_refusals=kept) as at:
        who = {
            "actor": party_of(at.room, given["actor"]),
            "on_behalf_of": party_of(at.room, given["on_behalf_of"]),
            "day": day,
            "command_id": given["command_id"],
        }
        outcome = act(at, who)
        return _told(at, outcome, case, step)


def _told(at: At, outcome: Outcome, case: str, step: str | None) -> int:
    from samenwerk.language.plain import outcome_data

    return at.door.answer(
        FINE if outcome.carried_out or _may(outcome) else FOUND,
        lambda: _text(at, outcome, case, step),
        lambda: outcome_data(outcome, at.speaker),
    )


def _may(outcome: Outcome) -> bool:
    """Whether something that was only asked may be done as it was asked."""
    lacks = outcome.headline is not None and outcome.headline.id == "decide.explain"
    return outcome.allowed and not lacks


def _text(at: At, outcome: Outcome, case: str, step: str | None) -> str:
    from samenwerk.language.layout import wrap
    from samenwerk.language.outcome import render_outcome

    speaker, door = at.speaker, at.door
    known = at.room.collaboration.cases.get(case)
    inside = speaker.inside(known.lifecycle) if known else speaker
    rows = [render_outcome(outcome, inside, door.width)]
    if outcome.carried_out and known is not None:
        state = inside.labels.of("state", f"{known.lifecycle}.{known.state}")
        numbers = [event.sequence for event in outcome.events]
        rows.append("")
        rows += wrap(
            door.words(
                "act.recorded_one" if len(numbers) == 1 else "act.recorded", case=case, state=state,
                first=numbers[0] if numbers else "", last=numbers[-1] if numbers else "",
            ),
            door.width,
        )  # fmt: skip
        rows.append(door.words("act.head", head=outcome.head))
    elif step is not None and not outcome.allowed and known is not None and not outcome.needs:
        rows += ["", door.words("act.needs", case=case, step=step)]
    return "\n".join(rows)
