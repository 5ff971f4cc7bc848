"""What plugins must be asked before a command is decided: the plugin conditions it rests on.

Only the questions; who asks them is the engine, and the answers travel with the command.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs
from immutables import Map

from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.copies import lacking, new_copy, places
from samenwerk.core.decide import decide
from samenwerk.core.evolve import evolve
from samenwerk.core.for_many import chosen
from samenwerk.core.holders import changed_by
from samenwerk.core.leaf import Consulting, consulting
from samenwerk.core.opening import parents_for, unopened
from samenwerk.core.tree import AskTree, EachTree, Tree
from samenwerk.core.view import View
from samenwerk.values.case import Case, Collaboration, Entries
from samenwerk.values.cell import Entry, Value
from samenwerk.values.command import Command, Do, Settle


@attrs.frozen(eq=False)
class Asking:
    """One plugin condition, and the view in which it is asked.

    `waiting` marks one of a step that nobody does: unanswered, that step just waits.
    """

    leaf: Consulting
    view: View
    waiting: bool = False

    @property
    def question(self) -> str:
        """The name under which the answer travels."""
        return self.leaf.question(self.view)


def askings(
    compiled: Compiled, known: Collaboration, command: Command
) -> tuple[Asking, ...]:
    """The plugin conditions that this command's own step rests on, each once.

    `known` stands as it is when the step is judged. A command that makes no sense has none.
    """
    if not isinstance(command, Do) or not compiled.asks_plugins:
        return ()
    return _each_once(_of_step(compiled, known, command), {})


def waiting_askings(
    compiled: Compiled, known: Collaboration, command: Settle, answers: Mapping[str, int]
) -> tuple[Asking, ...]:
    """The plugin conditions of steps that nobody does and that have no answer yet.

    Also those of states that are reached on the way: answer, and ask again until there are none.
    """
    if not compiled.waits_for_plugins:
        return ()
    found = list(_waiting(compiled, known, command))
    for line in decide(compiled, known, command, answers, seal=False, look=False).lines:
        known = evolve(known, line.event)
        found += _waiting(compiled, known, command)
    return _each_once(found, answers)


def _each_once(found: Iterable[Asking], answers: Mapping[str, int]) -> tuple[Asking, ...]:
    unanswered: dict[str, Asking] = {}
    for one in found:
        if (question := one.question) not in answers:
            unanswered.setdefault(question, one)
    return tuple(unanswered.values())


def open_askings(
    compiled: Compiled, known: Collaboration, command: Command, party: str | None = None
) -> tuple[Asking, ...]:
    """The plugin conditions of every step that is open now, as `party` would meet them."""
    found: list[Asking] = []
    steps = [(each, step) for each in compiled.each for step in each.steps.values()]
    for one, step in steps:
        for state in step.step.sources if step.asked else ():
            for id in known.by_state.get((step.lifecycle.name, state), ()):
                view = View(known, known.cases[id], command.day, party, party)
                if compiled.of(view.case) is one:
                    found += _in_needs(step, view, waiting=True)
    return _each_once(found, {})


def _of_step(compiled: Compiled, known: Collaboration, command: Do) -> Iterator[Asking]:
    compiled = compiled.at(known, command.case)
    found = compiled.step(command.step)
    case = None if found is None or not found.asked else at_hand(compiled, found, known, command)
    if found is not None and case is not None:
        party = command.on_behalf_of or command.actor
        view = View(known, case, command.day, command.actor, party)
        yield from _in_needs(chosen(found, command.for_each), view)


def at_hand(
    compiled: Compiled, found: CompiledStep, known: Collaboration, command: Do
) -> Case | None:
    """The case as the needs of a step will see it, with what is filled in; None: there is none."""
    party = command.on_behalf_of or command.actor
    if found.step.opens:
        parent = parents_for(found, known, command.parent)
        case: Case | None = unopened(found, known, command, parent, party)
    else:
        case = known.cases.get(command.case)
    if case is None or case.lifecycle != found.lifecycle.name:
        return None

    def entry(value: Value) -> Entries:
        return Map({None: Entry(value, command.day, known.sequence + 1, command.actor)})

    holders = changed_by(compiled.workflow, found.step, case, command.roles, party or "")
    return attrs.evolve(
        case,
        facts=case.facts.update({name: entry(one) for name, one in command.facts.items()}),
        documents=case.documents.update(
            {name: entry(one) for name, one in command.documents.items()}
        ),
        roles=holders.before(case.roles),
    )


def _waiting(compiled: Compiled, known: Collaboration, command: Settle) -> Iterator[Asking]:
    for one in compiled.each:
        for key, steps in one.automatic.items():
            asking = [step for step in steps if step.asked]
            for id in known.by_state.get(key, ()) if asking else ():
                view = View(known, known.cases[id], command.day)
                for step in asking if compiled.of(view.case) is one else ():
                    yield from _in_needs(step, view, waiting=True)
    for found in compiled.now(known).copying:
        per, name = found.step.per, found.lifecycle.name
        if per is None or not found.asked:
            continue
        for above in places(found.lifecycle, known):
            for party in lacking(per, name, known, above, command.day):
                view = View(known, new_copy(name, known, above, party, command.day), command.day)
                yield from _in_needs(found, view, waiting=True)


def _in_needs(found: CompiledStep, view: View, waiting: bool = False) -> Iterator[Asking]:
    for need in found.needs:
        yield from _in_tree(need.tree, view, waiting)


def _in_tree(tree: Tree, view: View, waiting: bool) -> Iterator[Asking]:
    if isinstance(tree, AskTree):
        leaf = consulting(tree.leaf)
        if leaf is not None:
            yield Asking(leaf, view, waiting)
        return
    views = tree.views(view) if isinstance(tree, EachTree) else [view]
    for one in views:
        for part in tree.parts:
            yield from _in_tree(part, one, waiting)
