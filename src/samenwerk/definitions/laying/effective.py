"""The effective definition: what a workflow says after `extends`, in one canonical form.

Its digest names it for good; its text is kept by the store and reads back to the same digest.
Comments, order and the division over files are not part of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import tomli_w

from samenwerk.definitions.laying.merge import Node, plain

GRAMMAR = 1
"""The version of the language; a digest is of a text in one grammar."""

_NOT_PART = ("register", "scenario", "effective")
_OF_FILES = ("extends", "parts", "uses")


def effective_values(
    document: Node,
    extends: tuple[str, ...] = (),
    pinned: Mapping[str, str] | None = None,
    uses: tuple[str, ...] = (),
) -> dict[str, Any]:
    """The values of the effective definition, keys in order.

    `extends` is the chain it was made from, `pinned` the versions of the plugins it names, `uses`
    the parts of plugins that are in it.
    """
    values = {key: plain(node) for key, node in document.table.items() if key not in _NOT_PART}
    header = values.get("workflow")
    if isinstance(header, dict):
        values["workflow"] = {key: one for key, one in header.items() if key not in _OF_FILES}
    made: dict[str, Any] = {"grammar": GRAMMAR}
    if extends:
        made["extends"] = list(extends)
    if pinned:
        made["plugins"] = dict(pinned)
    if uses:
        made["uses"] = list(uses)
    ordered: dict[str, Any] = _ordered({**values, "effective": made})
    return ordered


def _ordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [_ordered(one) for one in value]
    return value


def effective_text(values: Mapping[str, Any]) -> str:
    """The effective definition as TOML that a person can read.

    >>> print(effective_text({"sort": {"provider": {"nl": "Aanbieder"}}}), end="")
    [sort.provider]
    nl = "Aanbieder"
    """
    return tomli_w.dumps(values)


def canonical_text(values: Mapping[str, Any]) -> str:
    """The same as canonical JSON: the text that the digest is of."""
    return json.dumps(
        values, default=_spelled, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def _spelled(value: object) -> dict[str, str]:
    # a name never begins with a dollar sign, so that no table can look like this
    if isinstance(value, date):
        return {"$day": value.isoformat()}
    return {"$number": str(value)}


def digest_of(values: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical text, as hex."""
    return hashlib.sha256(canonical_text(values).encode("utf-8")).hexdigest()
