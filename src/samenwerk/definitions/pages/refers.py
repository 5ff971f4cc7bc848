"""Which names may stand at a key: of which family, or of which kind of names.

Only for suggesting names in an editor; what a name means is `names`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from samenwerk.definitions.keys.families import FAMILIES
from samenwerk.definitions.resolving.names import KINDS

_BY_TYPE: Mapping[str, str] = {
    "day": "operand", "days": "operand", "day_or_term": "operand", "operand": "operand",
    "operands": "operand", "named": "operand", "term": "term", "share": "share",
    "quorum": "share", "condition": "condition", "conditions": "condition",
}  # fmt: skip
"""What the names at a key of this type are, whatever the key is called."""

_BY_KEY: Mapping[str, str] = {
    "sort.belongs_to": "sort", "group.map": "map", "group.region": "region",
    "group.not_in": "who", "subject.part_of": "subject", "table.members": "who",
    "table.speaks_at": "table", "table.representatives": "role", "mandate.giver": "who",
    "fact.fixed_from": "step", "calculation.over": "among", "calculation.in": "state",
    "queue.holds": "full_state", "queue.order": "operand", "queue.ties": "operand",
    "rule.or_explain": "document", "decision.weight": "fact", "decision.sorts": "sort",
    "decision.may_ask": "who", "decision.veto": "who", "decision.same_text": "document",
    "say.before": "step", "if_against.first": "step", "if_against.holds_up": "step",
    "if_against.after": "step", "if_against.instead": "instead", "duty.must": "must",
    "duty.while_in": "state", "invariant.to_reach": "full_state",
    "invariant.while_in": "full_state", "invariant.on_step": "step",
    "invariant.held_since": "step", "invariant.only_after": "step",
    "invariant.not_alone": "who", "invariant.lifecycles": "lifecycle",
    "effect.on_step": "step", "effect.records": "fact", "handed.fact": "fact",
    "handed.date": "date", "handed.calculation": "calculation",
    "handed.parameter": "parameter", "handed.role": "who", "handed.document": "document",
    "transition.lifecycle": "lifecycle", "transition.while_in": "state",
    "lifecycle.under": "lifecycle", "lifecycle.per": "who",
    "lifecycle.rests_on": "lifecycle", "lifecycle.subject": "subject", "step.from": "state",
    "step.to": "to", "step.back_before": "step", "step.by": "doer", "step.for": "who",
    "step.fill_in": "filled", "step.takes": "role", "step.splits": "role",
    "step.gives_up": "role", "step.merges": "state", "step.done_anyway": "state",
    "moves.out_of": "end", "moves.into": "end", "party.belongs_to": "party",
    "regions.map": "map", "regions.region": "region", "sits.table": "table",
    "holds.role": "role", "gives.mandate": "mandate", "gives.to": "party",
    "scenario.after": "scenario",
    **dict.fromkeys(("regions.who", "sits.who", "holds.who", "gives.who"), "party"),
}  # fmt: skip
_OF_PLUGINS: Mapping[str, str] = {
    "rule.plugin": "plugin_rule", "effect.plugin": "plugin_effect",
    "version.plugin": "plugin_rule", "workflow.plugins": "plugin",
    "calendar.plugin": "plugin_calendar",
}  # fmt: skip
_EVERYWHERE: Mapping[str, str] = {
    "by": "who", "sort": "sort", "role": "role", "table": "table", "on": "subject",
    "opens_at": "step", "calendar": "calendar",
}  # fmt: skip
_WORDS: Mapping[str, tuple[str, ...]] = {
    "to": ("stays", "back"), "doer": ("itself", "time"), "end": ("this", "outside"),
    "operand": ("today",), "pool": ("this",),
}  # fmt: skip
_OF: Mapping[str, tuple[str, ...]] = {
    **KINDS, "to": ("state",), "doer": KINDS["who"], "end": ("pool",),
}  # fmt: skip


def kind_of_names(family: str, key: str, type: str) -> str | None:
    """What the names at a key are: a family or a kind of names; None where no name stands.

    >>> kind_of_names("step", "from", "names")
    'state'
    """
    if type in _BY_TYPE:
        return _BY_KEY.get(f"{family}.{key}", _BY_TYPE[type])
    if f"{family}.{key}" in _OF_PLUGINS:
        return _OF_PLUGINS[f"{family}.{key}"]
    if type in ("name", "names", "name_list"):
        return _BY_KEY.get(f"{family}.{key}", _EVERYWHERE.get(key))
    return None


def families_of(kind: str) -> tuple[str, ...]:
    """The families whose names may stand where this kind is asked.

    >>> families_of("doer")
    ('sort', 'group', 'table', 'role')
    """
    return _OF.get(kind, (kind,))


def words_of(kind: str) -> tuple[str, ...]:
    """The words of the language that may stand where a name of this kind may."""
    return _WORDS.get(kind, ())


def names_in(document: Mapping[str, Any]) -> dict[str, dict[str, dict[str, Any]]]:
    """By family, every name that a document declares with what is said of it.

    A name of a lifecycle stands there twice: short, as inside it, and in full. Of states only the
    short one: elsewhere their kind is `full_state`.
    """
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for family, name, table in _declared(document):
        kind = "full_state" if family == "state" and "." in name else family
        found.setdefault(kind, {})[name] = table
        for one in (table, *(inner for _, inner in _tables(table.get("version")))):
            if family == "rule" and isinstance(one.get("plugin"), str):
                found.setdefault("plugin_rule", {})[one["plugin"]] = {}
    return found


def _declared(document: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for family in FAMILIES:
        for name, table in _tables(document.get(family)):
            yield family, name, table
    for lifecycle, whole in _tables(document.get("lifecycle")):
        for family in FAMILIES["lifecycle"].below:
            for name, table in _tables(whole.get(family)):
                yield family, name, table
                yield family, f"{lifecycle}.{name}", table
    for _, whole in _tables(document.get("map")):
        for name, table in _tables(whole.get("region")):
            yield "region", name, table


def _tables(written: object) -> list[tuple[str, dict[str, Any]]]:
    if not isinstance(written, dict):
        return []
    return [(name, table) for name, table in written.items() if isinstance(table, dict)]
