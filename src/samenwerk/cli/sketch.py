"""What a workflow calls its lifecycles and states, read from its kept text and nothing else.

For who only shows where cases stand: reading the whole definition costs more than the answer.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

from samenwerk.values.declared import Lifecycle, Pool, State, Workflow
from samenwerk.values.effect import Effect
from samenwerk.values.operand import Constant, Held
from samenwerk.values.time import Term
from samenwerk.values.who import Role


def sketch(effective: str, digest: str) -> Workflow | None:
    """A workflow of which only the states with their terms are there, roles for many, and pools
    with what they began with; None when unreadable.

    It cannot be run: it has no steps.

    >>> made = sketch('[workflow]\\nid = "regio"\\nversion = "1"\\n', "d")
    >>> made.name, dict(made.lifecycles)
    ('regio', {})
    """
    try:
        values = tomllib.loads(effective)
        header = values["workflow"]
        lifecycles = {
            name: _lifecycle(name, table, values.get("parameter", {}))
            for name, table in values.get("lifecycle", {}).items()
        }
        return Workflow(
            name=header["id"], version=header["version"], digest=digest, effective=values,
            labels=_labels(header), lifecycles=lifecycles, roles=_roles(values),
            pools=_pools(values), effects=_effects(values),
        )  # fmt: skip
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        return None


def _lifecycle(name: str, table: dict[str, Any], parameters: dict[str, Any]) -> Lifecycle:
    states = {
        state: State(
            name=state, labels=_labels(words), final=words.get("final") is True,
            due=_term(words.get("due"), parameters),
        )
        for state, words in table.get("state", {}).items()
    }  # fmt: skip
    return Lifecycle(name=name, labels=_labels(table), states=states)


def _roles(values: dict[str, Any]) -> dict[str, Role]:
    """The roles of cases that several parties can hold."""
    return {
        f"{lifecycle}.{name}": Role(
            name=name, lifecycle=lifecycle, many=True, labels=_labels(words)
        )
        for lifecycle, table in values.get("lifecycle", {}).items()
        for name, words in table.get("role", {}).items()
        if words.get("many") is True
    }


def _effects(values: dict[str, Any]) -> dict[str, Effect]:
    """The effects: their labels."""
    return {
        name: Effect(name=name, labels=_labels(words), lifecycle="", on_step="", plugin="",
                     brings="")
        for name, words in values.get("effect", {}).items()
    }  # fmt: skip


def _pools(values: dict[str, Any]) -> dict[str, Pool]:
    """The pools: their labels, and what they began with where that is written."""
    parameters = values.get("parameter", {})
    return {
        name: Pool(name=name, labels=_labels(words), held=_held(name, words, parameters))
        for name, words in values.get("pool", {}).items()
    }


def _held(name: str, words: dict[str, Any], parameters: dict[str, Any]) -> Held:
    written = words.get("amount")
    if isinstance(written, str) and written in parameters:
        written = parameters[written].get("value")
    begun = _amount(written)
    rows = ((int(year), _amount(one)) for year, one in words.get("rows", {}).items())
    return Held(
        name, None if begun is None else Constant(begun),
        tuple((year, one) for year, one in rows if one is not None),
    )  # fmt: skip


def _amount(written: object) -> Decimal | None:
    """An amount as written; None for the name of what is known only in a case."""
    try:
        return None if written is None else Decimal(str(written)).quantize(Decimal("0.01"))
    except InvalidOperation:
        return None


def _term(written: str | None, parameters: dict[str, Any]) -> Term | None:
    """A term as written, or the value of the parameter of that name."""
    if written is None:
        return None
    return Term.parse(parameters[written]["value"] if written in parameters else written)


def _labels(table: dict[str, Any]) -> dict[str, str]:
    return {lang: table[lang] for lang in ("nl", "en") if lang in table}
