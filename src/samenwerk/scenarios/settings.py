"""A workflow with other settings, for a scenario that sets parameters.

The settings are laid over the effective definition, so that everything else stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from samenwerk.definitions.laying.effective import effective_text
from samenwerk.values.declared import Parameter, Workflow
from samenwerk.values.errors import Misuse
from samenwerk.values.share import Share
from samenwerk.values.time import Term


def with_settings(
    workflow: Workflow, settings: Mapping[str, object], read: Callable[[str], Workflow]
) -> Workflow:
    """The workflow with these values for its parameters; `read` reads an effective text.

    Raises NotReadable when the workflow cannot be read with them, and Misuse (`setting`, with
    its `name`) for a value beyond the bounds of its parameter.
    """
    parameters = dict(workflow.effective.get("parameter", {}))
    for name, value in settings.items():
        parameters[name] = {**parameters.get(name, {}), "value": value}
    changed = read(effective_text({**workflow.effective, "parameter": parameters}))
    for name in settings:
        if not _within(changed.parameters[name]):
            raise Misuse("beyond the bounds of the parameter", what="setting", name=name)
    return changed


def _within(parameter: Parameter) -> bool:
    value = _size(parameter.value)
    if parameter.one_of and parameter.value not in parameter.one_of:
        return False
    low, high = _size(parameter.at_least), _size(parameter.at_most)
    try:
        return (low is None or low <= value) and (high is None or value <= high)
    except TypeError:
        return False


def _size(value: Any) -> Any:
    """Something that compares: terms by about how many days they are."""
    if isinstance(value, Share):
        return value.fraction
    if isinstance(value, Term):
        days = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
        return value.count * days[value.unit]
    return value
