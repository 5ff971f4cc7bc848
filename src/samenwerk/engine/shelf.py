"""What an engine has at hand: collaborations as they stand, and the workflows they run by.

A cache over a store and nothing more: it can be emptied at any time. What becomes of a command is
`acting`, and plugins are asked by `consulting`.
"""

from __future__ import annotations

import difflib
import importlib
import threading
import tomllib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import attrs

from samenwerk.core.chain import checked
from samenwerk.core.compiled import Compiled, compile_workflow, together
from samenwerk.core.evolve import replay
from samenwerk.definitions.resolving.versions import plugin_needs
from samenwerk.engine.remembering import kept, remembered
from samenwerk.hooks.calling.caller import Caller, Calling, Calls
from samenwerk.hooks.families.facts import provided
from samenwerk.hooks.families.ranks import told_by_rank
from samenwerk.hooks.plugins import Plugins
from samenwerk.store.contract import Store
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.declared import PluginNeed, Workflow
from samenwerk.values.errors import Misuse, NotReadable, RecordBroken, UnknownName

MOST = 64
"""So many collaborations are held in memory; the one looked at longest ago goes first."""

MOST_WORKFLOWS = 64


@attrs.frozen(eq=False)
class Running:
    """A workflow ready to run: compiled, with the plugins it names and the facts they provide.

    `ranked` are the facts by which they rank the cases of its queues.

    `others` are all that the cases of one collaboration are judged by, by digest, itself among
    them; none where there is only this one.
    """

    compiled: Compiled
    caller: Caller
    provided: frozenset[str]
    ranked: frozenset[str] = frozenset()
    others: Mapping[str, Running] = attrs.field(factory=dict, repr=False)

    def of(self, case: Case | None) -> Running:
        """What a case is judged by."""
        return self if case is None else self.others.get(case.definition, self)

    @property
    def provides(self) -> bool:
        """Whether a plugin of any of them provides facts."""
        return any(one.provided for one in (self, *self.others.values()))

    @property
    def ranks(self) -> bool:
        """Whether a plugin of any of them ranks the cases of a queue."""
        return any(one.ranked for one in (self, *self.others.values()))

    @property
    def versions(self) -> Mapping[str, str]:
        """The versions of the plugins that any of them names."""
        each = [one.plugins.versions for one in (*self.others.values(), self)]
        return {name: version for versions in each for name, version in versions.items()}

    @property
    def workflow(self) -> Workflow:
        """The workflow itself."""
        return self.compiled.workflow

    @property
    def plugins(self) -> Plugins:
        """The plugins it names, and the faults of those that cannot be used."""
        return self.caller.plugins


def made_ready(
    workflow: Workflow,
    plugins: Callable[[Iterable[str]], Plugins],
    calling: Calling | None = None,
) -> Running:
    """A workflow ready to run; `plugins` gives the plugins for the names that it mentions."""
    chosen = plugins(need.name for need in workflow.plugins).chosen(workflow.plugins)
    compiled = compile_workflow(workflow)
    queues = any(step.queues for step in compiled.steps.values())
    ranked = told_by_rank(chosen) if queues else frozenset[str]()
    known = {one.name: one.value for one in workflow.parameters.values() if one.value is not None}
    caller = Caller(chosen, calling, MappingProxyType(known))
    return Running(compiled, caller, provided(chosen), ranked)


def side_by_side(running: Running, others: Iterable[Running]) -> Running:
    """The same, with the others that cases of the same collaboration are judged by."""
    each = {one.workflow.digest: one for one in (*others, running)}
    whole = together(running.compiled, [one.compiled for one in each.values()])
    shelf: dict[str, Running] = {}
    for digest, one in each.items():
        shelf[digest] = attrs.evolve(one, compiled=whole.others[digest], others=shelf)
    return shelf[running.workflow.digest]


class Shelf:
    """Collaborations and workflows at hand, safe from several threads.

    `plugins` gives the plugins for the names that a workflow mentions, `calling` is how they are
    asked.
    """

    def __init__(
        self,
        store: Store,
        plugins: Callable[[Iterable[str]], Plugins],
        most: int = MOST,
        calling: Calling | None = None,
    ) -> None:
        self.calling = calling or Calling()
        self._store = store
        self._plugins = plugins
        self._most = most
        self._lock = threading.Lock()
        self._known: OrderedDict[str, Collaboration] = OrderedDict()
        self._snapshots: dict[str, int] = {}
        self._running: OrderedDict[str, Running] = OrderedDict()
        self._together: OrderedDict[tuple[str, ...], Running] = OrderedDict()

    def collaboration(self, id: str) -> Collaboration:
        """A collaboration as it stands in the store; raises UnknownName when there is none."""
        found = self.find(id)
        if found is None:
            known = self._store.collaborations()
            near = difflib.get_close_matches(id, known, 1)
            raise UnknownName(what="collaboration", name=id, nearest=near[0] if near else None)
        return found

    def find(self, id: str) -> Collaboration | None:
        """The same, or None; only lines that are newer than those at hand are fetched, or newer
        than the snapshot in the store.

        Raises RecordBroken when the lines do not form one chain.
        """
        tip = self._store.tip(id)
        if tip is None:
            self.forget(id)
            return None
        with self._lock:
            known = self._known.get(id)
            if known is not None:
                self._known.move_to_end(id)
        if known is not None and (known.sequence, known.head) == tip:
            return known
        if known is not None and known.sequence < tip[0]:
            try:
                newer = checked(self._store.read(id, known.sequence), known.sequence, known.head)
                found = replay(newer, known)
                if found is not None:
                    self.recorded(found)
                return found
            except RecordBroken:
                pass  # what is at hand is not what the store has: all of it is read anew
        self.forget(id)
        found, since = remembered(self._store, id, tip)
        if found is not None:
            self._check_end(found, tip)
            self.keep(found)
            self._since(id, since)
        return found

    def _check_end(self, found: Collaboration, tip: tuple[int, str]) -> None:
        """Raise RecordBroken when the store says of its last line what does not stand in it:
        nothing could ever be written behind that, and nobody would be told why."""
        if (found.sequence, found.head) != tip and self._store.tip(found.id) == tip:
            raise RecordBroken(
                "the last line is not where the store has it", what="chain.order",
                sequence=found.sequence, found=found.sequence, wanted=tip[0],
            )  # fmt: skip

    def keep(self, known: Collaboration) -> None:
        """Have this one at hand, unless a newer one is."""
        with self._lock:
            at_hand = self._known.get(known.id)
            if at_hand is None or at_hand.sequence < known.sequence:
                self._known[known.id] = known
            self._known.move_to_end(known.id)
            while len(self._known) > self._most:
                self._snapshots.pop(self._known.popitem(last=False)[0], None)

    def begun(self, known: Collaboration) -> None:
        """Have one at hand that was just begun, and of which there is no snapshot."""
        self.keep(known)
        self._since(known.id, 0)

    def recorded(self, known: Collaboration) -> None:
        """Have this one at hand, as it was just recorded, and in the store a snapshot of it now
        and then."""
        self.keep(known)
        with self._lock:
            since = self._snapshots.get(known.id)
        if since is not None:
            self._since(known.id, kept(self._store, known, since))

    def _since(self, id: str, sequence: int) -> None:
        with self._lock:
            if id in self._known:
                self._snapshots[id] = sequence

    def forget(self, id: str) -> None:
        """Let go of a collaboration: the next look reads it from the store."""
        with self._lock:
            self._known.pop(id, None)
            self._snapshots.pop(id, None)

    def know(self, workflow: Workflow) -> Running:
        """Have this workflow at hand, ready to run."""
        with self._lock:
            found = self._running.get(workflow.digest)
        if found is not None:
            return found
        running = made_ready(workflow, self._plugins, self.calling)
        with self._lock:
            running = self._running.setdefault(workflow.digest, running)
            while len(self._running) > MOST_WORKFLOWS:
                self._running.popitem(last=False)
        return running

    def look_again(self) -> None:
        """Look for plugins anew where one was missing or did not fit."""
        importlib.invalidate_caches()
        with self._lock:
            for digest in [one for one, it in self._running.items() if it.plugins.faults]:
                del self._running[digest]
            self._together.clear()

    def running(self, digest: str) -> Running:
        """The workflow of this digest, from the store when it is not at hand.

        Raises RecordBroken when the store has no such definition or another under its digest,
        and PluginError when it cannot be read for want of a plugin.
        """
        with self._lock:
            found = self._running.get(digest)
        if found is not None:
            return found
        definition = self._store.definition(digest)
        if definition is None:
            raise RecordBroken("the definition is not kept", what="definition", digest=digest)
        workflow = self._read(*definition)
        if workflow.digest != digest:
            raise RecordBroken("the definition was changed", what="definition", digest=digest)
        return self.know(workflow)

    def judging(self, known: Collaboration, *also: str) -> Running:
        """What a collaboration runs by, with what its older cases are judged by beside it.

        `also` are digests of more definitions. Raises as `running` does.
        """
        digests = tuple(dict.fromkeys((known.definition, *known.earlier, *also)))
        if len(digests) == 1:
            return self.running(known.definition)
        with self._lock:
            found = self._together.get(digests)
        if found is None:
            first, *others = [self.running(one) for one in digests]
            found = side_by_side(first, others)
            with self._lock:
                self._together[digests] = found
                while len(self._together) > MOST_WORKFLOWS:
                    self._together.popitem(last=False)
        return found

    def _read(self, effective: str, sources: Mapping[str, str]) -> Workflow:
        from samenwerk.definitions.read import read_effective

        needs = _plugins_in(effective)
        plugins = self._plugins(need.name for need in needs).chosen(needs)
        try:
            return read_effective(effective, kinds=plugins.kinds, sources=sources)
        except NotReadable:
            plugins.check()  # a word that a plugin brings cannot be read without it
            raise

    @property
    def calls(self) -> tuple[Calls, ...]:
        """How often plugins were asked, and how long that took."""
        return tuple(self.calling.health)


def _plugins_in(effective: str) -> tuple[PluginNeed, ...]:
    """The plugins that an effective text names; none for a text that is none."""
    if "plugins" not in effective:
        return ()
    try:
        listed = tomllib.loads(effective).get("workflow", {}).get("plugins", ())
    except (tomllib.TOMLDecodeError, AttributeError):
        return ()
    return plugin_needs(one for one in listed if isinstance(one, str))


def check_id(id: str, what: str) -> str:
    """The id itself; raises Misuse for one that is empty or no text."""
    if not id.strip():
        raise Misuse(f"a {what} needs an id", what="id", name=id)
    return id
