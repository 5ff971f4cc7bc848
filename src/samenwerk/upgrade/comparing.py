"""Two texts of a workflow side by side: everything that differs, in order of weight.

What a difference in a condition comes to is worked out by `proof`; words are for `telling`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import attrs

from samenwerk.core.coalitions import coalitions, fresh
from samenwerk.core.compiled import compile_workflow
from samenwerk.definitions.keys.families import FAMILIES
from samenwerk.definitions.laying.merge import Node, plain
from samenwerk.language.deciding import round_by_register
from samenwerk.proof.asked import Limits, Undecided
from samenwerk.proof.compare import USUAL, Compared, Shift, compare_steps
from samenwerk.proof.declared import Changed, changed_things
from samenwerk.upgrade.asked_votes import Method, asked_votes, no_method
from samenwerk.upgrade.difference import Difference, Report, Side, Votes, kind_of
from samenwerk.values.declared import Decision
from samenwerk.values.register import Register

_WHOLE = ("decision", "say", "duty", "role", "mandate", "pool", "window", "queue", "calendar",
          "invariant", "effect")
"""Families of which all that they say is told at once."""
_INSIDE = FAMILIES["lifecycle"].below
_MADE_UP = (3, 5, 8, 12)
"""Sizes of a group for which votes are counted where no register tells who votes."""
Step = Callable[[str], None]


def compare(
    old: Side, new: Side, day: date, limits: Limits = USUAL,
    told: Callable[[int, int], None] = lambda done, total: None, method: Method = no_method,
) -> Report:  # fmt: skip
    """Everything that differs between two texts.

    `day` is the one on which the registers are read; `told` hears how far it is; `method` finds
    what a plugin decides by.
    """
    found = list(_things(old, new, day, method))
    searched = False
    compared: dict[str, Compared] = {}
    before, after = compile_workflow(old.workflow), compile_workflow(new.workflow)
    names = [name for name in before.steps if name in after.steps]
    for done, name in enumerate(names):
        told(done, len(names))
        one = compare_steps(before.steps[name], after.steps[name], after, limits)
        compared[name] = one
        searched = searched or one.searched
        for shift in _once(one.shifts):
            kind = "undecided" if isinstance(shift.answer, Undecided) else shift.kind
            found.append(Difference(
                kind, "step", name, before.steps[name].step, after.steps[name].step, shift=shift,
            ))  # fmt: skip
    told(len(names), len(names))
    found.sort(key=lambda one: one.rank)
    texts = tuple(_texts(old, new, found))
    return Report(old, new, tuple(found), searched, limits, texts, compared)


def _once(shifts: Iterable[Shift]) -> Iterator[Shift]:
    """The shifts; all that is not decided of one step is told at once, as the last."""
    open_: list[Shift] = []
    for shift in shifts:
        if isinstance(shift.answer, Undecided):
            open_.append(shift)
        else:
            yield shift
    if not open_:
        return
    kinds = {one.kind for one in open_}
    kind = open_[0].kind if len(kinds) == 1 else "undecided"
    was, now = (
        tuple({line.meaning: line for one in open_ for line in getattr(one, side)}.values())
        for side in ("was", "now")
    )
    yield attrs.evolve(open_[0], kind=kind, was=was, now=now)


def _things(old: Side, new: Side, day: date, method: Method) -> Iterator[Difference]:
    for one in changed_things(old.workflow, new.workflow):
        votes = tuple(_votes(one, old, new, day, method))
        if one.old is None or one.new is None:
            kind = kind_of(one.family, None)
            yield Difference(kind, one.family, one.name, one.old, one.new, votes=votes)
            continue
        for kind, keys in _by_kind(one).items():
            yield Difference(kind, one.family, one.name, one.old, one.new, keys, votes=votes)
        if not one.keys and votes:
            kind = kind_of(one.family, None)
            yield Difference(kind, one.family, one.name, one.old, one.new, (), votes=votes)


def _by_kind(one: Changed) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key in one.keys:
        kind = kind_of(one.family, key)
        if one.family in _WHOLE and found:
            kind = next(iter(found))
        found[kind] = (*found.get(kind, ()), key)
    return found


def _votes(
    one: Changed, old: Side, new: Side, day: date, method: Method
) -> Iterator[Votes]:
    """What it comes to in votes where that differs, for the parties at hand or for made-up ones."""
    before, after = one.old, one.new
    if not isinstance(before, Decision) or not isinstance(after, Decision):
        return
    register = new.register or old.register
    if before.plugin or after.plugin:
        yield from asked_votes(before, after, register, day, method)
        return
    if register is not None and register.parties:
        counted = list(_counted(before, after, register, day))
        if counted:
            yield from counted
            return
    if before.weight or after.weight or before.sorts or after.sorts or before.veto or after.veto:
        return
    for size in _MADE_UP:
        voters = tuple(f"party {number + 1}" for number in range(size))
        counts = Votes(coalitions(fresh(before, voters)), coalitions(fresh(after, voters)), True)
        if counts.differs:
            yield counts


def _counted(
    before: Decision, after: Decision, register: Register, day: date
) -> Iterator[Votes]:
    """By the same register for both: only the text makes the difference."""
    rounds = (round_by_register(before, register, day), round_by_register(after, register, day))
    if rounds[0] is None or rounds[1] is None or not rounds[0].voters or not rounds[1].voters:
        return
    counts = Votes(coalitions(rounds[0]), coalitions(rounds[1]))
    if counts.differs:
        yield counts


def _texts(old: Side, new: Side, found: Iterable[Difference]) -> Iterator[tuple[str, str]]:
    """What is written otherwise and makes no difference: as far as both were read from files."""
    if old.reading is None or new.reading is None:
        return
    told = {(one.family, one.name) for one in found}
    before, after = dict(_written(old.reading.merged)), dict(_written(new.reading.merged))
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name) and name not in told:
            yield name


def _written(merged: Node) -> Iterator[tuple[tuple[str, str], object]]:
    """Everything with a name as it is written, by family and name."""
    for family, node in merged.table.items():
        if family in ("effective", "register", "scenario"):
            continue
        if family == "workflow":
            yield (family, ""), plain(node)
            continue
        for name, item in node.table.items():
            if family != "lifecycle":
                yield (family, name), plain(item)
                continue
            own = {key: plain(one) for key, one in item.table.items() if key not in _INSIDE}
            yield (family, name), own
            for inner in (key for key in item.table if key in _INSIDE):
                for short, one in item.table[inner].table.items():
                    yield (inner, f"{name}.{short}"), plain(one)
