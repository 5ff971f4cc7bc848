"""What a workflow declares: facts, documents, decisions, rules, lifecycles, and the whole.

Every name in these values is resolved already: they are what `definitions` makes of a text
without faults, and all that `core` needs to judge by.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from samenwerk.values.calendar import Calendar
from samenwerk.values.cell import Value
from samenwerk.values.duty import Duty
from samenwerk.values.effect import Effect
from samenwerk.values.message import Name
from samenwerk.values.operand import Calculated, Held, Operand
from samenwerk.values.say import Say
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.transition import Transition
from samenwerk.values.tree import Need, Node, Rule
from samenwerk.values.who import (
    Declared,
    Group,
    Labels,
    Mandate,
    Map,
    Role,
    Sort,
    Subject,
    Table,
    Who,
)

FACT_TYPES = ("text", "whole_number", "money", "date", "term", "yes_no", "choice")
POSITIONS = ("for", "against", "object", "abstain", "ask")
METHODS = ("unanimity", "consent", "majority", "qualified", "double", "joint")
SEVERITIES = ("block", "explain", "warn", "hint")
COUNTED = ("giver",)
ALWAYS = ("someone_can_act", "can_end", "escalates")


@attrs.frozen(kw_only=True)
class Fact(Declared):
    """A recorded fact. `lifecycle` None: it can be recorded in any case.

    `by` says who may record it alone (empty: only with a step that has it filled in);
    after the step `fixed_from` it no longer changes. `question` marks an open question, whose
    answer a person must give. `words` are the labels of what can be chosen; `looked_in` says
    where an answer was looked for in vain (`silent`). `own`: kept per
    party, and each party records it of itself only; then `by` says which parties have it (empty:
    all that take part).
    """

    type: str
    lifecycle: str | None = None
    one_of: tuple[str, ...] = ()
    per: bool = False
    own: bool = False
    by: tuple[Who, ...] = ()
    fixed_from: str | None = None
    silence: Value | None = None
    question: bool = False
    words: Mapping[str, Labels] = attrs.field(factory=dict, eq=False)
    looked_in: Labels = attrs.field(factory=dict, eq=False)


    @property
    def family(self) -> str:
        """The word under which it is declared."""
        return "silent" if self.looked_in else "open" if self.question else "fact"


@attrs.frozen(kw_only=True)
class Document(Declared):
    """A document that can be handed in, in a case, by `by`."""

    lifecycle: str | None = None
    by: tuple[Who, ...] = ()


@attrs.frozen(kw_only=True)
class Decision(Declared):
    """How parties decide together.

    `share_of` is what the share is a share of: members, present or cast. `absent` and
    `abstain` are stays_open, left_out, against or trusts. A round begins at the last doing of
    `opens_at` (else with the case); it closes on `closes`, or `answer_within` after it opened.
    Positions given before the round, or on an older `same_text`, do not count. A `method` with a
    point is one of a plugin, which gets what is `given` and the facts of `looks_at`.
    """

    by: tuple[Who, ...]
    method: str
    lifecycle: str | None = None
    on: tuple[str, ...] = ()
    share: Share | None = None
    share_of: str = "members"
    weight: str | None = None
    weight_share: Share | None = None
    quorum: int | Share | None = None
    sorts: tuple[str, ...] = ()
    absent: str = "stays_open"
    abstain: str | None = None
    may_ask: tuple[Who, ...] = ()
    veto: tuple[Who, ...] = ()
    second_person: bool = False
    same_text: str | None = None
    held: str | None = None
    opens_at: str | None = None
    closes: Operand | None = None
    answer_within: Term | None = None
    given: tuple[tuple[str, Value], ...] = ()
    looks_at: tuple[str, ...] = ()

    @property
    def plugin(self) -> str:
        """The plugin whose method this is decided by; empty for a method of ours."""
        return self.method.partition(".")[0] if "." in self.method else ""


@attrs.frozen
class AlsoSaid:
    """What another source says about the same."""

    value: Value | Share
    source: str


@attrs.frozen(kw_only=True)
class Parameter(Declared):
    """A value that a region may set within bounds; no value means that a person decides.

    `also_said` keeps what other sources say. Who settles it is somebody with a name
    (`settled_by`) or told in words (`settled_text`).
    """

    value: Value | Share | None = None
    at_least: Value | Share | None = None
    at_most: Value | Share | None = None
    one_of: tuple[Value, ...] = ()
    also_said: tuple[AlsoSaid, ...] = attrs.field(default=(), eq=False)
    settled_by: Name | None = attrs.field(default=None, eq=False)
    settled_text: Labels = attrs.field(factory=dict, eq=False)


@attrs.frozen(kw_only=True)
class Day(Declared):
    """A named day."""

    is_: Operand


@attrs.frozen(kw_only=True)
class Calculation(Declared):
    """A named amount or number that follows from others."""

    is_: Calculated


@attrs.frozen(kw_only=True)
class Invariant(Declared):
    """What must hold on every path: to reach a state, while in one, or on a step.

    States and steps by their full name. `held_since`: `needs` were met when that step was done,
    and at every step of the case from then on. `only_after`: that step was done before, in the
    same case or one above. `at_most`: so many times in one case, or so many cases in that state
    at once under one parent. `not_alone`: no single party gets there by its own acts; a Who: not
    the holder of that; `mandates` says whose act is what is done on one. `always`: what every open
    case can (`someone_can_act`, `can_end`, `escalates`), in `lifecycles` (empty: all). `breaches`:
    also along what happened anyway.
    """

    to_reach: str | None = None
    while_in: str | None = None
    on_step: str | None = None
    needs: tuple[Node, ...] = ()
    held_since: str | None = None
    only_after: str | None = None
    at_most: int | None = None
    not_alone: bool | Who = False
    mandates: str | None = None
    always: str | None = None
    lifecycles: tuple[str, ...] = ()
    breaches: bool = False


@attrs.frozen(kw_only=True)
class State(Declared):
    """A state of a lifecycle. `due` counts from each entry; a final state ends the case.

    In one that `stops` the clock, the days do not count for the state that it goes back to.
    """

    final: bool = False
    due: Term | None = None
    stops: bool = False


@attrs.frozen
class Carry:
    """What new cases take along from the one that was split: since when they are in their state
    (`clocks` keep or restart), which state that is (None: where it was), and whether one of them
    alone inherits the documents and the cases below."""

    clocks: str = "keep"
    state: str | None = None
    heir: bool = False


@attrs.frozen(kw_only=True)
class Pool(Declared):
    """An amount of money to be spent, by year if it has rows; after `last_day` no more of it."""

    held: Held
    last_day: Operand | None = None


@attrs.frozen(kw_only=True)
class Queue(Declared):
    """The cases of a lifecycle that wait in a state: earliest first by each of `order`.

    What is equal goes by `ties`, and else by the order of opening.
    """

    lifecycle: str
    state: str
    order: tuple[Operand, ...] = ()
    ties: Operand | None = None


@attrs.frozen
class Moves:
    """What a step moves from one end to another; an end that is None lies outside."""

    amount: Operand
    out_of: Held | None
    into: Held | None


@attrs.frozen(kw_only=True)
class Step(Declared):
    """A step: the event that moves a case.

    No `sources`: it opens a case. `to` is a state, "stays" or "back"; `back_before` goes back to
    where the case was before that step. `each`: every doer does it, the last one moves the case.
    `done_anyway` is the state of a case in which it happened though it was refused.
    The doer gets the role that it `takes` (`takes_sorts`: of which sorts that role asks it to
    be), and no longer has the one that it `gives_up`. A step
    with `per` opens a copy: each party that is meant has at most one under the same case.
    With `for_each` it is done for parties at once, for all or, with `partly`, for those for whom
    it can be. One that `splits` a role divides its holders over new cases; one that `merges`
    takes in other cases of the lifecycle, which end in that state.
    """

    lifecycle: str
    sources: tuple[str, ...] = ()
    to: str = "stays"
    by: tuple[Who, ...] = ()
    each: bool = False
    act: str | None = None
    needs: tuple[Need, ...] = ()
    fill_in: tuple[str, ...] = ()
    takes: str | None = None
    takes_sorts: tuple[str, ...] = ()
    gives_up: str | None = None
    per: Who | None = None
    for_each: Who | None = None
    partly: bool = False
    splits: str | None = None
    group_at_least: int = 1
    carry: Carry = Carry()
    merges: str | None = None
    once_past: Operand | None = None
    back_before: str | None = None
    on: tuple[str, ...] = ()
    back_dating: Term | None = None
    moves: Moves | None = None
    done_anyway: str | None = None

    @property
    def opens(self) -> bool:
        """Whether this step begins a case."""
        return not self.sources

    @property
    def automatic(self) -> str | None:
        """`itself` or `time` when nobody does it, else None."""
        return self.by[0].kind if self.by and self.by[0].kind in ("itself", "time") else None

    @property
    def full_name(self) -> str:
        """`lifecycle.step`, the name it has outside its lifecycle."""
        return f"{self.lifecycle}.{self.name}"


@attrs.frozen(kw_only=True)
class Lifecycle(Declared):
    """A lifecycle: its states and steps, and what it hangs under (None: the root).

    `per`: each of those that are meant has at most one copy, under the same case. `rests_on`:
    each case builds on an earlier one of that lifecycle.
    """

    under: str | None = None
    one: bool = False
    per: Who | None = None
    rests_on: str | None = None
    subject: tuple[str, ...] = ()
    states: Mapping[str, State] = attrs.field(factory=dict)
    steps: Mapping[str, Step] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class PluginNeed:
    """A plugin that a workflow names, with the versions it accepts."""

    name: str
    versions: str


@attrs.frozen(kw_only=True, eq=False)
class Workflow(Declared):
    """A whole definition, checked and resolved; its identity is its digest.

    `effective` is what it says after `extends`, as values in order; `sources` are the files it
    was made from, by name. `purpose` says to people what it is for, by language. Facts,
    documents, decisions, says and roles of one lifecycle stand under `lifecycle.name`; those of
    any case under their bare name.
    """

    version: str
    digest: str
    effective: Mapping[str, Any]
    zone: str = "Europe/Amsterdam"
    sources: Mapping[str, str] = attrs.field(factory=dict)
    extends: tuple[str, ...] = ()
    plugins: tuple[PluginNeed, ...] = ()
    sorts: Mapping[str, Sort] = attrs.field(factory=dict)
    groups: Mapping[str, Group] = attrs.field(factory=dict)
    maps: Mapping[str, Map] = attrs.field(factory=dict)
    tables: Mapping[str, Table] = attrs.field(factory=dict)
    roles: Mapping[str, Role] = attrs.field(factory=dict)
    subjects: Mapping[str, Subject] = attrs.field(factory=dict)
    mandates: Mapping[str, Mandate] = attrs.field(factory=dict)
    facts: Mapping[str, Fact] = attrs.field(factory=dict)
    documents: Mapping[str, Document] = attrs.field(factory=dict)
    days: Mapping[str, Day] = attrs.field(factory=dict)
    calendars: Mapping[str, Calendar] = attrs.field(factory=dict)
    calculations: Mapping[str, Calculation] = attrs.field(factory=dict)
    queues: Mapping[str, Queue] = attrs.field(factory=dict)
    pools: Mapping[str, Pool] = attrs.field(factory=dict)
    parameters: Mapping[str, Parameter] = attrs.field(factory=dict)
    rules: Mapping[str, Rule] = attrs.field(factory=dict)
    decisions: Mapping[str, Decision] = attrs.field(factory=dict)
    says: Mapping[str, Say] = attrs.field(factory=dict)
    duties: Mapping[str, Duty] = attrs.field(factory=dict)
    windows: Mapping[str, Window] = attrs.field(factory=dict)
    invariants: Mapping[str, Invariant] = attrs.field(factory=dict)
    transitions: Mapping[str, Transition] = attrs.field(factory=dict)
    effects: Mapping[str, Effect] = attrs.field(factory=dict)
    lifecycles: Mapping[str, Lifecycle] = attrs.field(factory=dict)
    back_dating: Term = attrs.field(default=Term(1, "year"))
    purpose: Labels = attrs.field(factory=dict, eq=False)

    def __repr__(self) -> str:  # all of it would be a million characters
        return f"Workflow({self.name!r}, version={self.version!r}, digest={self.digest[:12]!r})"

    def step(self, full_name: str) -> Step | None:
        """The step of this `lifecycle.step` name, or None."""
        lifecycle, _, step = full_name.partition(".")
        found = self.lifecycles.get(lifecycle)
        return None if found is None else found.steps.get(step)

    def in_lifecycle(self, family: Mapping[str, Any], lifecycle: str, name: str) -> Any:
        """The declared thing of this name as seen from a lifecycle: its own one first."""
        return family.get(f"{lifecycle}.{name}") or family.get(name)


@attrs.frozen(kw_only=True)
class WindowException(Declared):
    """Other days of a window, for whoever meets all of `needs`."""

    needs: tuple[Node, ...]
    opens: Operand | None = None
    last_day: Operand | None = None


@attrs.frozen(kw_only=True)
class Window(Declared):
    """A stretch of days in which something is open; both days count."""

    opens: Operand | None = None
    last_day: Operand | None = None
    exceptions: tuple[WindowException, ...] = ()

