"""The hooks: what a plugin may bring. Each docstring is a contract.

A plugin is a module (or any object) registered under entry-point group `samenwerk`; each hook is
a function in it of the same name, marked with `hookimpl`. All of them are asked once, when the
plugin is gathered, take nothing and give values; leaving a hook out brings nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    import click

    from samenwerk.core.leaf import Leaf
    from samenwerk.definitions.checks import Check
    from samenwerk.hooks.families.accounts import PluginAccount
    from samenwerk.hooks.families.calendars import PluginCalendar
    from samenwerk.hooks.families.due_items import PluginDue
    from samenwerk.hooks.families.effects import PluginEffect
    from samenwerk.hooks.families.exports import PluginExport
    from samenwerk.hooks.families.facts import PluginFacts
    from samenwerk.hooks.families.methods import PluginMethod
    from samenwerk.hooks.families.parts import Part
    from samenwerk.hooks.families.payments import PluginPayments
    from samenwerk.hooks.families.ranks import PluginRank
    from samenwerk.hooks.families.reports import PluginReport
    from samenwerk.hooks.families.rules import PluginRule

GROUP = "samenwerk"
"""The entry-point group, and the name of the project among those that use pluggy."""

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def leaf_kinds() -> Sequence[type[Leaf]]:  # type: ignore[empty-body]
    """Kinds of conditions: classes that keep the protocol `core.leaf.Leaf`.

    Asked once, of every plugin that the workflow names, before the workflow is read. Gives
    classes; each `word` is the first key of its lines, and no two may have the same. Nothing
    given: no new words. If you raise, or give something else, the workflow is not read and your
    plugin is named. samenwerk's own leaves come in by this hook. Since 0.1.
    """


@hookspec
def rules() -> Sequence[PluginRule]:  # type: ignore[empty-body]
    """Rules: conditions that TOML cannot say, judged by your function.

    Asked once. A workflow uses rule `r` of plugin `p` as `plugin = "p.r"`. Its `judge` is asked
    once per decision, for each place where the decision rests on it, and before the decision
    is taken: the answer travels with the command and stands in the record, so that no replay asks
    again. Comes in: a `Question`, which cannot be changed. Must come back: an `Answer`; say 1
    when you do not know. If you raise or give something else, nothing is recorded and the caller
    gets a PluginError that names your plugin and rule. It is asked in our process and without
    a time limit: keep it short and pure. Since 0.1.
    """


@hookspec
def methods() -> Sequence[PluginMethod]:  # type: ignore[empty-body]
    """Methods: ways of deciding that TOML cannot say, worked out by your function.

    Asked once. A decision uses method `m` of plugin `p` as `method = "p.m"`, with what it needs in
    `with`. Its `decide` is asked once per decision that rests on it, before that is taken: the
    answer travels with the command and stands in the record, so that no replay asks again. Comes
    in: a `Vote`, which cannot be changed: who decides, how each counts, and what is known. Must
    come back: an `Answer`; say 1 as long as somebody can still turn it. What the decision asks
    beside the method (a quorum, a veto, sorts, a second person) is looked after before. If you
    raise or give something else, nothing is recorded and the caller gets a PluginError that
    names your plugin and method. It is asked in our process and without a time limit: keep it
    short and pure. samenwerk's own methods come in by this hook. Since 0.1.
    """


@hookspec
def facts() -> Sequence[PluginFacts]:  # type: ignore[empty-body]
    """Facts that you can find out: what your region knows about a case.

    Asked once. Its `collect` is asked before a step is decided in a case whose workflow declares
    one of the facts you provide, outside any transaction; not for a step that opens a case. Comes
    in: a `Question`. May come back: values by name, of the declared type; leave out what you do
    not know, and what was recorded stays. What differs from the record is recorded, with your
    plugin's name, just before the step's own events; when the step is refused nothing is. Two
    plugins that provide one fact are refused, naming both. If you raise, nothing is recorded and
    your plugin is named. Not for deciding (that is `rules`). Since 0.1.
    """


@hookspec
def effects() -> Sequence[PluginEffect]:  # type: ignore[empty-body]
    """Effects: what your plugin brings about outside, once a step is done.

    Asked once. A workflow asks effect `e` of plugin `p` as `plugin = "p.e"` in `[effect.x]`. That
    it is asked stands in the record with the step; after that `samenwerk worker` asks `deliver`,
    until it gives a `Delivered`, and records what came of it. Comes in: a `Sending` with what the
    workflow gives along and a key that is of this effect alone. `deliver` can be asked more than
    once: before every attempt after the first your `look_up` is asked whether it came about
    already. Must come back: `Delivered`, from `look_up` also None when it did not. If you raise or
    give something else, it is tried again, later each time, and at last left to a person. No
    decision waits for you. Never asked for a rehearsal, a scenario or a replay. Since 0.1.
    """


@hookspec
def ranks() -> Sequence[PluginRank]:  # type: ignore[empty-body]
    """Ranks: the order of a queue that a workflow cannot say.

    Asked once. A queue whose `order` or `ties` names fact `r` of its cases is ranked by your rank
    `r`: before a decision that looks at that queue, `rank` is asked for every case that waits in
    it, and what it answers is recorded as that fact of the case, with your plugin's name and
    version. Comes in: a `Question` about the case that waits. May come back: a value of the
    declared type, or None: what was recorded stays. If you raise or give something else, the
    decision is not taken and your plugin is named; a step that nobody does waits. Two plugins
    that rank by one fact are refused, naming both. Asked in our process: keep it short and
    pure. Since 0.1.
    """


@hookspec
def payments() -> Sequence[PluginPayments]:  # type: ignore[empty-body]
    """Payments: which payments follow from what was recorded of a case.

    Asked once. `pay` is asked for every case of its `lifecycles`, whenever somebody asks what is
    to be paid (`money`, `due`, `todo`), and for no decision. Comes in: a `PaymentQuestion`, with
    the steps done in the case and what they moved. Must come back: `Payment`s, each with a key
    that stays the same; none when nothing is to be paid. Nothing is recorded. If you raise or
    give something else, your payments are missing, your plugin is named, and all else is told.
    Since 0.1.
    """


@hookspec
def accounts() -> Sequence[PluginAccount]:  # type: ignore[empty-body]
    """Accounts: where the money stands, as dated entries with their source.

    Asked once. `account` is asked whenever somebody asks how the money stands (`money`), and for
    no decision. Comes in: the `Ledger`, every movement in order. Must come back: `Entry`s, which
    of each stream come to nothing together; none when there is no money of yours. Nothing is
    recorded. If you raise or give something else, your account is missing, your plugin is named,
    and all else is told. samenwerk's own account of pools comes in by this hook. Since 0.1.
    """


@hookspec
def messages() -> Mapping[str, Mapping[str, str]]:  # type: ignore[empty-body]
    """Sentences: language to message id to text, with `{holes}` for the params.

    Asked once. Ids of your own begin with the name of your plugin and a point; a sentence of
    samenwerk in a language it does not speak may be given under its own id, never replaced.
    Give every sentence in `nl` and `en`. Nothing given: your messages are shown by their ids.
    A wrong shape is a PluginError that names your plugin. Since 0.1.
    """


@hookspec
def checks() -> Sequence[Check]:  # type: ignore[empty-body]
    """Checks of definitions, in the form of `definitions.checks.Check`.

    Asked once. Each is asked of a workflow that names your plugin, after our own; it gives
    diagnostics with their places. No two checks may have the same code. If a check raises,
    reading stops with a PluginError that names your plugin. samenwerk's own checks come in by
    this hook. Since 0.1.
    """


@hookspec
def parts() -> Sequence[Part]:  # type: ignore[empty-body]
    """Parts: TOML that a workflow lays between itself and what it builds on.

    Asked once, when the text of a workflow is read that uses a part `p.x` of your plugin `p` by
    `uses = ["p.x"]`. Comes in: nothing. Must come back: `Part` values with at least one text each.
    A part is a layer: what the base closed is closed for it, what it closes is closed for who
    uses it; two parts of one workflow that say different things of one name are a fault that
    names both. What is wrong in a text is a fault of the reading, at its line. It then stands in
    the definition and its digest: a running collaboration never asks you. Nothing given: a
    workflow that uses one is told that it is not there. If you raise or give something else,
    the workflow is not read and your plugin is named. Since 0.1.
    """


@hookspec
def due_items() -> Sequence[PluginDue]:  # type: ignore[empty-body]
    """Days that you know of: beside those that a workflow says itself with `[duty.x]`.

    Asked once. Its `items` are asked for each open case of the lifecycles that you name (of all,
    when you name none), whenever somebody asks what is due or what a party must do, and for a
    report. Comes in: a `Question` about the case. Must come back: `DueItem`s, each with a key that
    stays the same as long as it is the same thing; give none for what is done. They stand in
    `due` and `todo` with the name of your plugin; nothing is recorded, no step waits for them. If
    you raise or give something else, nothing of it is told, your plugin is named below the
    list, and all others are told. Since 0.1.
    """


@hookspec
def reports() -> Sequence[PluginReport]:  # type: ignore[empty-body]
    """Reports: a whole collaboration as a text for people.

    Asked once. Its `render` is asked by `samenwerk report PLUGIN.NAME` and `Room.report`, for a
    collaboration whose workflow names your plugin. Comes in: a `Whole`, which cannot be
    changed, a language and one of your formats. Must come back: a text that is not empty, in that
    language (`nl` or `en`). If you raise or give something else, there is no report, and your
    plugin is named; a file that was there is as it was. samenwerk's own reports come in by this
    hook. Since 0.1.
    """


@hookspec
def exports() -> Sequence[PluginExport]:  # type: ignore[empty-body]
    """Exports: a whole collaboration as bytes for another program.

    Asked once. Its `export` is asked by `samenwerk export PLUGIN.NAME` and `Room.export`, for a
    collaboration whose workflow names your plugin. Comes in: a `Whole`, in which free texts are
    only when they were asked for. Must come back: bytes. If you raise or give something else,
    nothing is written and your plugin is named. samenwerk's own exports come in by this hook.
    Since 0.1.
    """


@hookspec
def calendars() -> Sequence[PluginCalendar]:  # type: ignore[empty-body]
    """Calendars: which days are off, for terms in working days and last days that move.

    Asked once, when a text is read with `plugin = "p.x"` in a `[calendar]`. Its `days_off` is then
    asked for each year that the calendar says. Comes in: the year, and what the workflow gives in
    `with` for the parameters you declare. Must come back: days of that year with what day each
    is; the same for the same. They stand in the definition and its digest from then on: no
    decision, replay or proof asks you. Nothing given: a workflow that names one is told that it is
    not there. If you raise or give something else, the workflow is not read and your plugin is
    named; a parameter that you do not know is a fault in the text. Since 0.1.
    """


@hookspec
def cli_commands() -> Sequence[click.Command]:  # type: ignore[empty-body]
    """Commands for the command line: `samenwerk NAME ...`.

    Asked when the command line is asked for a command that is not its own, or for help, of every
    installed plugin. A name that is taken is refused. If you raise, your commands are missing
    and `samenwerk plugins` says why; everything else works. Since 0.1.
    """


def manager() -> Any:
    """A plugin manager of pluggy that knows these hooks, and no plugin yet."""
    import samenwerk.hooks.spec as spec

    made = pluggy.PluginManager(GROUP)
    made.add_hookspecs(spec)
    return made
