"""Whether what a region makes of a base asks the same, more or less: rule by rule, step by step.

Judged on the merged steps that use a rule, so that it does not matter how deep it stands or
under how many denials. Who may write what in a layer is judged by `overlay`, on the text alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from samenwerk.core.compiled import Compiled, CompiledStep, compile_step, rules_of
from samenwerk.core.leaves.pool import Pool
from samenwerk.core.leaves.queue import Queue
from samenwerk.core.leaves.window import Window
from samenwerk.proof.anywhere import Somewhere
from samenwerk.proof.asked import Limits, Undecided
from samenwerk.proof.compare import USUAL, Compared, Shift, compare_steps
from samenwerk.proof.meaning import meaning
from samenwerk.proof.swapping import swapped
from samenwerk.values.declared import Workflow
from samenwerk.values.operand import Calculated, Constant, Unset
from samenwerk.values.tree import Named, Need, Rule
from samenwerk.values.who import Declared

NOTHING_KNOWN: Mapping[str, Compared] = {}
LOOSER = ("allowed", "unexplained")
STRICTER = ("refused", "explained")
_LEFT_OPEN = ("range", "open")
"""Words with which a base leaves it to those who build on it."""
_SHELVES: Mapping[str, str] = {
    "Decision": "decisions", "Say": "says", "Duty": "duties", "Group": "groups",
    "Table": "tables", "Role": "roles",
}  # fmt: skip


@attrs.frozen(eq=False)
class Strictness:
    """How strict a region's version of a rule or a step is, beside that of its base.

    `answer` is `same`, `stricter`, `looser`, `neither` (in one situation more, in another less),
    `undecided`, `unused` (another text, and no step asks it) or `gone`. `word` is what the base
    lets a region do, `step` the merged step on which it was judged. `shifts` are the situations,
    or why it is not decided. `through` are what the base left open and is the cause: without
    those it is not looser.
    """

    family: str
    name: str
    answer: str
    word: str
    step: str | None = None
    shifts: tuple[Shift, ...] = ()
    through: tuple[str, ...] = ()
    searched: bool = False

    @property
    def wrong(self) -> bool:
        """Whether the region allows what the base refuses and does not let go."""
        loose = self.answer in ("looser", "neither", "gone")
        return loose and self.word != "open" and not self.through

    @property
    def situation(self) -> Shift | None:
        """One that the base refuses and the region allows."""
        found = (one for one in self.shifts if isinstance(one.answer, Somewhere))
        return next((one for one in found if one.kind in LOOSER), None)


def strictness(
    base: Compiled, region: Compiled, limits: Limits = USUAL,
    known: Mapping[str, Compared] = NOTHING_KNOWN,
) -> tuple[Strictness, ...]:  # fmt: skip
    """Every rule and every step of a base that has needs, beside what a region makes of it.

    `known` are steps of the two that were compared already.
    """
    judge = _Judge(base, region, limits, known)
    rules = [judge.rule(name) for name in sorted(base.workflow.rules)]
    steps = [judge.step(name) for name in sorted(base.steps) if base.steps[name].needs]
    return (*rules, *steps)


@attrs.frozen(eq=False)
class _Judge:
    base: Compiled
    region: Compiled
    limits: Limits
    known: Mapping[str, Compared] = NOTHING_KNOWN

    def rule(self, name: str) -> Strictness:
        """A rule, on every step of the region that uses it."""
        old, new = self.base.workflow.rules[name], self.region.workflow.rules.get(name)
        word = old.overlay or _shut(self.base.workflow, name.rpartition(".")[0]) or "closed"
        if new is None:
            used = any(name in _rules(one) for one in self.base.steps.values())
            return Strictness("rule", name, "gone" if used else "same", word)
        same = meaning(old.part) == meaning(new.part)
        if same and (old.severity, old.unknown_too) == (new.severity, new.unknown_too):
            return Strictness("rule", name, "same", word)
        found: list[tuple[str, tuple[Shift, ...], bool]] = []
        through: tuple[str, ...] | None = None
        for full, step in sorted(self.region.steps.items()):
            if name not in _rules(step):
                continue
            shifts, searched = self._beside(with_rule(step, old), step)
            found.append((full, shifts, searched))
            if _answer(shifts) in ("looser", "neither"):
                mine = self._excused(with_rule(step, self._left(old)), step, old)
                through = mine if through is None else tuple(
                    one for one in through if mine
                )  # fmt: skip
        if not found:
            return Strictness("rule", name, "unused", word)
        step_name, shifts, _ = next(
            (one for one in found if _answer(one[1]) in ("looser", "neither")),
            next((one for one in found if _answer(one[1]) != "same"), found[0]),
        )
        everything = tuple(shift for _, those, _ in found for shift in those)
        searched = any(one for _, _, one in found)
        return Strictness("rule", name, _answer(everything), word, step_name, shifts,
                          through or (), searched)  # fmt: skip

    def step(self, name: str) -> Strictness:
        """What a step asks in all."""
        old, new = self.base.steps[name], self.region.steps.get(name)
        word = old.step.overlay or _shut(self.base.workflow, old.step.lifecycle) or "closed"
        if new is None:
            return Strictness("step", name, "same" if word == "open" else "gone", word)
        shifts, searched = self._beside(old, new, self.known.get(name))
        answer = _answer(shifts)
        through: tuple[str, ...] = ()
        if answer in ("looser", "neither"):
            left = attrs.evolve(old.step, needs=tuple(map(self._need_left, old.step.needs)))
            mild = compile_step(left, old.lifecycle, old.machine, {})
            through = self._excused(mild, new, old.step)
        return Strictness("step", name, answer, word, name, shifts, through, searched)

    def _beside(
        self, old: CompiledStep, new: CompiledStep, compared: Compared | None = None
    ) -> tuple[tuple[Shift, ...], bool]:
        if compared is None:
            compared = compare_steps(old, new, self.region, self.limits)
        told = tuple(one for one in compared.shifts if one.kind in (*LOOSER, *STRICTER))
        return told, compared.searched

    def _excused(self, mild: CompiledStep, new: CompiledStep, old: Any) -> tuple[str, ...]:
        """What was left open, if what the region did with that is all that makes it looser."""
        shifts, _ = self._beside(mild, new)
        if _answer(shifts) in ("looser", "neither", "undecided"):
            return ()
        return tuple(dict.fromkeys(self._opened(old)))

    def _left(self, value: Any) -> Any:
        """A value of the base with all that it leaves open as the region has it."""
        return swapped(value, self._chosen)

    def _need_left(self, need: Need) -> Need:
        return attrs.evolve(need, part=self._left(need.part))

    def _chosen(self, value: Any) -> Any:
        if isinstance(value, Constant | Unset) and value.name is not None:
            old = self.base.workflow.parameters.get(value.name)
            new = self.region.workflow.parameters.get(value.name)
            if old is not None and new is not None and old.overlay in _LEFT_OPEN:
                return Unset(new.name) if new.value is None else _like(value, new.value)
        if isinstance(value, Declared) and value.overlay in _LEFT_OPEN:
            return self._of_region(value)
        if isinstance(value, Window | Queue | Pool | Calculated):
            return self._made_of(value)
        return value

    def _made_of(self, value: Any) -> Any:
        """A window, queue, pool or calculation that the base leaves open, as the region has it."""
        family, name = _shelf_of(value)
        known = getattr(self.base.workflow, family).get(name)
        new = getattr(self.region.workflow, family).get(name)
        if known is None or new is None or known.overlay not in _LEFT_OPEN:
            return value
        match value:
            case Window(exception=None):
                return attrs.evolve(value, opens=new.opens, last_day=new.last_day)
            case Window(exception=exception):
                own = (one for one in new.exceptions if one.name == exception)
                found = next(own, None)
                return value if found is None else attrs.evolve(
                    value, opens=found.opens, last_day=found.last_day
                )  # fmt: skip
            case Queue():
                return attrs.evolve(value, state=new.state, order=new.order, ties=new.ties)
            case Pool():
                return attrs.evolve(value, held=new.held, last_day=new.last_day)
        return attrs.evolve(new.is_, above=value.above)

    def _of_region(self, value: Declared) -> Declared:
        shelf = _SHELVES.get(type(value).__name__)
        if shelf is None:
            return value
        known: Mapping[str, Declared] = getattr(self.region.workflow, shelf)
        home = getattr(value, "lifecycle", None)
        return known.get(f"{home}.{value.name}" if home else value.name, value)

    def _opened(self, value: Any) -> list[str]:
        """The names of what is left open in a value, and is otherwise in the region."""
        found: list[str] = []

        def look(one: Any) -> Any:
            chosen = self._chosen(one)
            if chosen is not one and meaning(chosen) != meaning(one):
                found.append(_shelf_of(one)[1])
            return one

        swapped(value, look)
        return found


def with_rule(step: CompiledStep, rule: Rule) -> CompiledStep:
    """A step with another version of a rule of the same name, wherever it uses it."""

    def change(value: Any) -> Any:
        if isinstance(value, Named) and value.rule.name == rule.name:
            return attrs.evolve(value, rule=rule)
        return value

    needs = []
    for need in step.step.needs:
        part = swapped(need.part, change)
        severity, own = need.severity, need.rule
        if own is not None and own.name == rule.name:
            written = part.severity if isinstance(part, Named) else None
            severity, own = written or rule.severity, rule
        needs.append(Need(part, severity, own))
    other = attrs.evolve(step.step, needs=tuple(needs))
    return compile_step(other, step.lifecycle, step.machine, {})


def _shelf_of(value: Any) -> tuple[str, str]:
    """The field of a workflow in which something stands, and its name there."""
    match value:
        case Window():
            return "windows", value.name
        case Queue():
            return "queues", value.name
        case Pool():
            return "pools", value.held.pool or ""
        case Calculated():
            return "calculations", value.full_name
    return "", str(value.name)


def _like(value: Constant | Unset, chosen: Any) -> Constant:
    return Constant(chosen, value.name)


def _rules(step: CompiledStep) -> frozenset[str]:
    return frozenset(name for need in step.needs for name in rules_of(need.tree))


def _shut(workflow: Workflow, lifecycle: str) -> str | None:
    found = workflow.lifecycles.get(lifecycle)
    return "closed" if found is not None and found.overlay == "closed" else None


def _answer(shifts: Iterable[Shift]) -> str:
    known = list(shifts)
    found = {one.kind for one in known if isinstance(one.answer, Somewhere)}
    looser, stricter = bool(found & {*LOOSER}), bool(found & {*STRICTER})
    if looser:
        return "neither" if stricter else "looser"
    if any(isinstance(one.answer, Undecided) and one.kind in LOOSER for one in known):
        return "undecided"
    if stricter:
        return "stricter"
    return "undecided" if known else "same"
