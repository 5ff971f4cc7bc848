"""Whether a TOML document fits a schema, as an editor of TOML judges it.

JSON has no days, and one kind of number. Here, and in such an editor, a `string` with the format
`date` is a day and nothing else; a `string` without a format is a text; a number with a point is
no `integer`. A moment, a time, and a number that is none (`inf`, `nan`) fit nothing.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from jsonschema import Draft7Validator, ValidationError, validators
from jsonschema.exceptions import best_match

from samenwerk.definitions.pages.json_schema import schemas


def _type_of(value: object) -> str | None:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case Decimal() | float():
            return "number" if value == value and abs(value) != float("inf") else None
        case str():
            return "string"
        case datetime():
            return None
        case date():
            return "date"
        case dict():
            return "object"
        case list():
            return "array"
    return None


def _typed(
    validator: Any, types: Any, value: object, schema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    wanted = {types} if isinstance(types, str) else set(types)
    if schema.get("format") == "date":
        wanted = {"date" if one == "string" else one for one in wanted}
    if "number" in wanted:
        wanted.add("integer")
    if _type_of(value) not in wanted:
        yield ValidationError(f"{value!r} is none of {sorted(wanted)}")


Validator = validators.extend(Draft7Validator, {"type": _typed})


@functools.cache
def validator(file: str) -> Any:
    """The validator of `workflow`, `register` or `scenarios`."""
    schema = schemas()[file]
    Draft7Validator.check_schema(schema)
    return Validator(schema)


def misfit(file: str, values: object, by: Any = None) -> str | None:
    """What is wrong with a document by the schema of its file, and where; None when it fits."""
    judge = by or validator(file)
    if judge.is_valid(values):
        return None
    found = best_match(judge.iter_errors(values))
    return f"{list(found.absolute_path)}: {json.dumps(found.message, default=str)[:200]}"
