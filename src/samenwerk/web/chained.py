"""What if, one after another: acts that were tried before, which the next is tried after.

They stand in the address, each whole; nothing is recorded, and who sees a part tries one at a time.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

import attrs

from samenwerk.values.errors import SamenwerkError
from samenwerk.web.asked import Asked, NotAsked, read_day
from samenwerk.web.looking import Look, not_far
from samenwerk.web.trying import act_asked, acts_of, command_of

MOST = 8
"""So many acts go before another at most."""
_WITHOUT = ("in", "try", *(f"s{at}" for at in range(1, MOST + 1)))


@attrs.frozen
class Before:
    """An act that is supposed to have been done: what, by whom and when."""

    act: str
    case: str
    who: str
    day: str


def chain_of(asked: Asked) -> dict[str, str]:
    """The acts that go before, by their place in the address."""
    found = {}
    for at in range(1, MOST + 1):
        written = asked.given.get(f"s{at}")
        if written is None:
            break
        found[f"s{at}"] = written
    return found


def longer(asked: Asked, look: Look) -> dict[str, str] | None:
    """The same with the act of this page behind them; None where no more can go before."""
    chain = chain_of(asked)
    if len(chain) == MOST:
        return None
    own = {name: one for name, one in asked.given.items() if name not in _WITHOUT}
    written = urlencode({**own, "day": look.whole.day.isoformat()})
    return {**chain, f"s{len(chain) + 1}": written}


def supposing(look: Look, asked: Asked) -> tuple[Look, tuple[Before, ...]]:
    """How it would stand after the acts that go before, and what those were.

    Raises NotAsked where one of them cannot be done, or lies before the one ahead of it.
    """
    found: list[Before] = []
    for written in chain_of(asked).values():
        if look.party is not None:
            raise NotAsked("asked.act")
        given = dict(parse_qsl(written))
        day = read_day(given.pop("day", ""))
        own = attrs.evolve(asked, given=given, day=day)
        look = after(look, own)
        case = look.case(own.one("case"))
        speaker = look.speaker(asked.lang).inside(case.lifecycle)
        act = act_asked(acts_of(look, case, speaker), own)
        if act is None:
            raise NotAsked("asked.act")
        kind, told = command_of(act, look, case, own)
        try:
            _, supposed = look.suppose(kind, **told)
        except SamenwerkError:
            supposed = None
        if supposed is None or not supposed.events:
            raise NotAsked("asked.chain", act=act.label, case=case.id)
        found.append(Before(act.label, case.id, speaker.labels.party(told["actor"]),
                            look.whole.speaker(asked.lang).tell(look.whole.day)))  # fmt: skip
        look = attrs.evolve(look, room=supposed.room, latest=look.whole.day, day=look.whole.day)
    return after(look, asked), tuple(found)


def after(look: Look, asked: Asked) -> Look:
    """The same on the day that is asked; raises NotAsked for one before what goes before."""
    if asked.day in (None, look.day or look.latest):
        return look
    not_far(asked.day, look.latest)
    if asked.day < look.latest:
        raise NotAsked("asked.passed", day=asked.day, today=look.latest)
    return attrs.evolve(look, day=asked.day)
