"""Made-up collaborations of an even size, to ask standing questions in.

Of each sort there are equally many parties; settings that vary each sort by itself, as a proof
does, are made in `settings`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from immutables import Map

from samenwerk.core.compiled import Compiled
from samenwerk.core.each import EachTree
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.tree import AskTree, Tree
from samenwerk.core.view import View
from samenwerk.proof.asked import Limits, Setting
from samenwerk.proof.making import Counts, made_up
from samenwerk.proof.placing import placed
from samenwerk.proof.surely import Sure
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.declared import Decision, Workflow
from samenwerk.values.share import Share

ROOM = 3
"""A role that many can hold is held by so many."""
MOST = 2
"""So many parties of each sort are made up at most; there are as many sorts as the text has."""


def grounds(
    compiled: Compiled, lifecycle: str, trees: Sequence[Tree], limits: Limits,
    *, cases: int | None = None, least: int = 1,
) -> Iterator[Setting]:  # fmt: skip
    """With one of each sort (or `least`), two, and so on up to the limit, once with as many as
    the text itself counts to, and once with everybody who can in the roles that are not counted;
    with so many cases (None: one) of each lifecycle that a tree looks at."""
    workflow = compiled.workflow
    most = max(min(limits.members, MOST), 1)
    counted = sorted(number + 1 for number in counts_in(trees) if most <= number < 30)
    roles = {
        f"{role.lifecycle}.{role.name}": ROOM for role in workflow.roles.values()
        if role.lifecycle is not None and role.many
    }  # fmt: skip
    everybody = {
        role.name: most * len(workflow.sorts) for role in workflow.roles.values()
        if role.lifecycle is None and role.exactly is None
    }  # fmt: skip
    sizes = [(size, roles) for size in (*range(least, most + 1), *counted[-1:])]
    for size, held in (*sizes, *([(most, roles | everybody)] if everybody else [])):
        sorts = dict.fromkeys(workflow.sorts, size)
        beside = dict.fromkeys(sorted(others_in(trees)), 1 if cases is None else cases)
        view = made_up(workflow, lifecycle, Counts(sorts, held, beside), spread=False)
        yield Setting(view, {**sorts, **beside})


def walk(trees: Iterable[Tree]) -> Iterator[Tree]:
    """The trees with all their parts."""
    for tree in trees:
        yield tree
        yield from walk(tree.parts)


def others_in(trees: Iterable[Tree]) -> frozenset[str]:
    """The lifecycles of which trees look at cases beside their own."""
    found: set[str] = set()
    for tree in walk(trees):
        if isinstance(tree, EachTree) and tree.each.cases is not None:
            found.add(tree.each.cases)
        elif isinstance(tree, AskTree) and isinstance(tree.leaf, CaseState):
            found |= {tree.leaf.lifecycle} if tree.leaf.where == "one" else set()
    return frozenset(found)


def counts_in(trees: Iterable[Tree]) -> Iterator[int]:
    """The numbers of parties or cases that trees count to."""
    for tree in walk(trees):
        yield from _count(tree)


def _count(tree: Tree) -> Iterator[int]:
    if isinstance(tree, EachTree):
        yield tree.each.count
    elif isinstance(tree, AskTree):
        decision = getattr(tree.leaf, "declared", None)
        quorum = decision.quorum if isinstance(decision, Decision) else None
        if quorum is not None and not isinstance(quorum, Share):
            yield quorum


def counts_beyond(trees: Iterable[Tree], members: int, cases: int) -> bool:
    """Whether trees count to more parties or cases than these."""
    for tree in walk(trees):
        of_cases = isinstance(tree, EachTree) and tree.each.cases is not None
        if any(number > (cases if of_cases else members) for number in _count(tree)):
            return True
    return False


def held_by(view: View, holders: int | None) -> View:
    """The view with so many holders of each role of its case (None: all who can be)."""
    if holders is None:
        return view
    roles = Map({name: who[:holders] for name, who in view.case.roles.items() if who[:holders]})
    case, known = view.case.changed(roles=roles), view.collaboration
    known = known.changed(cases=known.cases.set(case.id, case))
    return View(known, case, view.day, view.actor, view.speaks_for)


def standing_in(view: View, state: str, sure: Sure, *, holders: int | None = None) -> View:
    """The view with its case in a state, and in it nothing but what is sure there.

    `holders`: of the roles that somebody is sure to hold so many of those who could hold it, and
    of other roles nobody; None: everybody who could holds every role.
    """
    case, begun = view.case, view.collaboration.started
    entry = Entry(True, begun, case.opened.sequence)
    if holders is not None:
        held = {name: who for name, who in case.roles.items() if name in sure.roles}
        case = case.changed(roles=Map({name: who[:holders] for name, who in held.items()}))
    known = view.collaboration
    known = known.changed(cases=known.cases.set(case.id, case))
    contents: dict[Cell, Entry | None] = {
        Cell(case.id, "state", "state"): Entry(state, begun, case.opened.sequence)
    }
    contents |= {Cell(case.id, "step", name): entry for name in sure.steps}
    contents |= {Cell(case.id, "document", name): entry for name in sure.filled
                 if _is_document(view, case.lifecycle, name)}  # fmt: skip
    return placed(View(known, case, view.day), contents)


def _is_document(view: View, lifecycle: str, name: str) -> bool:
    text: Workflow | None = getattr(view.collaboration, "text", None)
    return text is not None and text.in_lifecycle(text.documents, lifecycle, name) is not None


def unlike(views: Iterable[View]) -> Iterator[View]:
    """Of the views of who acts those of one party of each sort, acting for itself; a view in
    which it does not matter who acts stays."""
    seen: set[str | None] = set()
    for view in views:
        party = view.collaboration.register.party(view.actor or "")
        sort = None if party is None else party.sort
        if view.actor == view.speaks_for and sort not in seen:
            seen.add(sort)
            yield view
