"""A condition with one of its own limits moved, so that it is met sooner: a share, a day, a veto.

Dropping a condition as a whole, and putting the weaker one in its workflow, is `mutants`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.duty import Duty
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.say import Say
from samenwerk.core.leaves.window import Window
from samenwerk.core.votes import closes_for_good
from samenwerk.values.declared import Decision as Declared
from samenwerk.values.operand import Constant, Operand, Shifted
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.tree import Ask, AtLeast, Each, Node

_MORE = ("at_most", "less_than", "before", "at_latest")
_LESS = ("at_least", "more_than", "at_earliest", "after")
_DAY = Term(1, "day")
EITHER_WAY = ("later", "text")
"""What may let more happen, and less: a round that ends later may also not be over yet."""


def weaker(node: Node, turned: bool = False) -> Iterator[tuple[str, Node]]:
    """A condition with one limit of its own moved, so that it is met sooner.

    With `turned` it is met later: then whatever it stands under is met sooner.

    >>> list(weaker(AtLeast(2, ())))
    [('fewer', AtLeast(count=1, parts=()))]
    """
    match node:
        case AtLeast(count=count, parts=parts):
            if 1 <= (fewer := count + (1 if turned else -1)) <= max(count, len(parts)):
                yield "fewer", attrs.evolve(node, count=fewer)
        case Each(quantifier=quantifier, count=count, share=share, part=part):
            if quantifier == "count" and (turned or count > 1):
                yield "fewer", attrs.evolve(node, count=count + (1 if turned else -1))
            if share is not None and not turned:
                yield "share", attrs.evolve(node, share=lower(share))
            inner = turned != (quantifier == "no")
            for how, one in () if part is None else weaker(part, inner):
                yield how, attrs.evolve(node, part=one)
        case Ask(leaf=leaf):
            for how, other in _weaker_leaf(leaf, turned):
                yield how, Ask(other)


def lower(share: Share) -> Share:
    """A smaller share that few groups cannot tell from it.

    >>> [str(lower(Share.parse(one))) for one in ("2/3", "1/2", "75/100")]
    ['1/3', '1/3', '65/100']
    """
    if share.whole >= 50:
        return Share(max(share.part - share.whole // 10, 1), share.whole)
    return Share(share.part - 1, share.whole) if share.part > 1 else Share(1, share.whole + 1)


def _weaker_leaf(leaf: object, turned: bool) -> Iterator[tuple[str, object]]:
    match leaf:
        case Fact(tests=tests):
            for number, (op, bound) in enumerate(tests):
                moved = None if isinstance(bound, frozenset) else _moved(op, bound, turned)
                if moved is not None:
                    more = (*tests[:number], (op, moved), *tests[number + 1 :])
                    yield "moved", attrs.evolve(leaf, tests=more)
        case Done(within=within, ago=ago, by=by):
            if within is not None:
                yield "moved", attrs.evolve(leaf, within=_longer(within, -1 if turned else 1))
            if ago is not None:
                yield "moved", attrs.evolve(leaf, ago=_longer(ago, 1 if turned else -1))
            if by is not None and not leaf.by_bound and not turned:
                yield "by", attrs.evolve(leaf, by=None)
        case Window(last_day=last) if last is not None:
            yield "moved", attrs.evolve(leaf, last_day=Shifted(last, _DAY, back=turned))
        case Duty(declared=duty):
            due = duty.due
            other = (_longer(due, -1 if turned else 1) if isinstance(due, Term)
                     else Shifted(due, _DAY, back=turned))  # fmt: skip
            yield "moved", attrs.evolve(leaf, declared=attrs.evolve(duty, due=other))
        case Say(declared=say, asks=asks) if not turned:
            if asks == "said" and say.notice is not None:
                less = _longer(say.notice, -1)
                yield "moved", attrs.evolve(leaf, declared=attrs.evolve(say, notice=less))
            if asks == "said" and say.answer_within is not None:
                longer = _longer(say.answer_within, 1)
                yield "later", attrs.evolve(leaf, declared=attrs.evolve(say, answer_within=longer))
            if asks == "waited" and say.wait is not None:
                less = _longer(say.wait, -1)
                yield "moved", attrs.evolve(leaf, declared=attrs.evolve(say, wait=less))
        case Decision(declared=declared) if not turned:
            for how, easier in _easier(declared):
                yield how, attrs.evolve(leaf, declared=easier)


def _easier(decision: Declared) -> Iterator[tuple[str, Declared]]:
    """A decision that is taken sooner, each time by one thing."""
    if decision.share is not None:
        yield "share", attrs.evolve(decision, share=lower(decision.share))
    if decision.weight_share is not None:
        yield "weight", attrs.evolve(decision, weight_share=lower(decision.weight_share))
    if decision.quorum is not None:
        yield "quorum", attrs.evolve(decision, quorum=None)
    if decision.sorts:
        yield "sorts", attrs.evolve(decision, sorts=())
    if decision.veto:
        yield "veto", attrs.evolve(decision, veto=())
    if decision.second_person:
        yield "second", attrs.evolve(decision, second_person=False)
    if decision.same_text is not None:
        yield "text", attrs.evolve(decision, same_text=None)
    if closes_for_good(decision):
        if decision.closes is not None:
            yield "later", attrs.evolve(decision, closes=Shifted(decision.closes, _DAY))
        elif decision.answer_within is not None:
            longer = _longer(decision.answer_within, 1)
            yield "later", attrs.evolve(decision, answer_within=longer)


def _moved(op: str, bound: Operand, turned: bool) -> Operand | None:
    """The bound of a comparison one further, or None where it has none that can move."""
    more = (op in _MORE) != turned
    if op in ("before", "at_latest", "at_earliest", "after"):
        return Shifted(bound, _DAY, back=not more)
    if op not in _MORE + _LESS or not isinstance(bound, Constant):
        return None
    value = bound.value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Constant(value + 1 if more else value - 1)


def _longer(term: Term, by: int) -> Term:
    return attrs.evolve(term, count=max(term.count + by, 0))
