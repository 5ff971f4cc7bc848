"""Where a text lets a story through that breaks an invariant, and what would mend it.

Messages with places; nothing is changed here, and which mend is right only the writer knows.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.core.compiled import Compiled, CompiledNeed
from samenwerk.core.node import Tree
from samenwerk.core.tree import compile_tree
from samenwerk.definitions.reading import Reading
from samenwerk.scenarios.sites import rule_place, step_place
from samenwerk.scenarios.story import short
from samenwerk.values.declared import Invariant, Step
from samenwerk.values.finding import YES, Finding
from samenwerk.values.message import Message, Name
from samenwerk.values.place import Place
from samenwerk.values.tree import Named, Node
from samenwerk.verify.drafts import Broken


@attrs.frozen
class Slip:
    """A place that lets it through: what it says or does not say there, and what would mend it.

    `asked` is a condition that a message speaks of as `what`.
    """

    place: Place
    what: Message
    mend: Message
    asked: Node | None = attrs.field(default=None, eq=False)


def slips(
    found: Broken, invariant: Invariant, compiled: Compiled, reading: Reading
) -> tuple[Slip, ...]:
    """Every place that plays a part, the step that should have been refused first."""
    return tuple(dict.fromkeys(_slips(found, invariant, compiled, reading)))


def _slips(
    found: Broken, invariant: Invariant, compiled: Compiled, reading: Reading
) -> Iterator[Slip]:
    broken = found.broken
    step = None if broken.step is None else compiled.workflow.step(broken.step)
    if broken.how == "lapsed":
        yield from _lapsed(found, compiled, reading)
    if step is None:
        if broken.how == "too_often" and invariant.while_in is not None:
            lifecycle = invariant.while_in.rpartition(".")[0]
            for one in compiled.opening(lifecycle):
                yield _simple("too_often_in", step_place(reading, one.step), one.step)
        return
    place = step_place(reading, step)
    if broken.how in ("unmet", "not_since"):
        yield from _not_asked(found, invariant, compiled, reading, step, place)
    elif broken.how in ("not_before", "never_since"):
        before = invariant.only_after or invariant.held_since or ""
        told = {"step": Name("step", step.full_name), "before": Name("step", before)}
        mend = {**told, "name": short(before)}
        yield Slip(place, Message("verify.slip.not_before", told),
                   Message("verify.mend.not_before", mend))  # fmt: skip
    else:
        yield _simple(broken.how, place, step)


def _simple(how: str, place: Place, step: Step) -> Slip:
    told = {"step": Name("step", step.full_name)}
    return Slip(place, Message(f"verify.slip.{how}", told), Message(f"verify.mend.{how}", told))


def _not_asked(
    found: Broken,
    invariant: Invariant,
    compiled: Compiled,
    reading: Reading,
    step: Step,
    place: Place,
) -> Iterator[Slip]:
    """What the invariant needs and the step does not ask, or asks in vain."""
    needs = compiled.steps[step.full_name].needs
    for part in invariant.needs:
        tree = compile_tree(part)
        if not _unmet(found.broken.finding, tree):
            continue
        told: dict[str, object] = {"step": Name("step", step.full_name)}
        family, _, name = tree.key.partition(" ")
        named = family in ("rule", "decision") and " " not in name
        told["name"] = short(name)
        how = _how(needs, tree)
        id = how if named or how != "not_asked" else "not_asked_loose"
        yield Slip(place, Message(f"verify.slip.{how}", told), Message(f"verify.mend.{id}", told),
                   part)  # fmt: skip
        if how == "inside" and isinstance(part, Named):
            at = rule_place(reading, part.rule.name)
            yield Slip(at, Message("verify.slip.rule", told), Message("verify.mend.rule", told),
                       part)  # fmt: skip


def _unmet(finding: Finding | None, tree: Tree) -> bool:
    """Whether this part of what was needed was not met."""
    if finding is None:
        return True
    return any(one.leaf == tree.key and one.truth < YES for one in finding.children)


def _how(needs: tuple[CompiledNeed, ...], tree: Tree) -> str:
    """How a step asks for something: not at all, with an excuse, as a warning, or inside more."""
    for need in needs:
        if need.tree.key == tree.key:
            return {"explain": "explained", "block": "asked"}.get(need.severity, "warns")
    if any(_inside(need.tree, tree.key) for need in needs):
        return "inside"
    return "not_asked"


def _inside(tree: Tree, key: str) -> bool:
    return tree.key == key or any(_inside(part, key) for part in tree.parts)


def _lapsed(found: Broken, compiled: Compiled, reading: Reading) -> Iterator[Slip]:
    """What could still change while it should have stayed as it was."""
    last = found.draft.acts[-1]
    case = found.known.cases[found.broken.case]
    if last.kind == "records":
        workflow = compiled.workflow
        about = found.known.cases[last.case].lifecycle
        full = f"{about}.{last.name}"
        own = full in workflow.facts
        path = ("lifecycle", about, "fact", last.name) if own else ("fact", last.name)
        told: dict[str, object] = {
            "fact": Name("fact", full if own else last.name), "name": last.name,
            "state": Name("state", f"{case.lifecycle}.{case.state}"),
        }  # fmt: skip
        yield Slip(reading.place(*path), Message("verify.slip.lapsed_fact", told),
                   Message("verify.mend.lapsed_fact", told))  # fmt: skip
        return
    place = reading.place("lifecycle", case.lifecycle, "state", case.state)
    told = {"state": Name("state", f"{case.lifecycle}.{case.state}")}
    yield Slip(place, Message("verify.slip.lapsed", told), Message("verify.mend.lapsed", told))
