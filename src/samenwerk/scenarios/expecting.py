"""What a story expects of an act, and what it tells of an effect: the names in such lines.

The rest of a story is `read`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.scenarios.lines import names_in
from samenwerk.scenarios.naming import declared
from samenwerk.scenarios.several import Written
from samenwerk.scenarios.story import Act, short

if TYPE_CHECKING:
    from samenwerk.scenarios.read import _Story

_LISTED = ("because", "warns", "hints", "can", "not_for", "sends")


def expecting(story: _Story, act: Act, line: Written, before: frozenset[str]) -> Act:
    """The act with what a line expects of it; `before` are the words that stood above."""
    words: dict[str, Any] = dict(line.words)
    lines, faults = story.lines, story.lines.faults
    for twice in sorted(before & set(words)):
        faults.add("SW308", lines.place(*line.path), case="twice", written=twice)
    for key in _LISTED:
        if key in words:
            words[key] = names_in(words[key])
    for key in ("can", "not_for"):
        for one in words.get(key, ()):
            story.party(one, (*line.path, key))
    for key in ("because", "warns", "hints"):
        for one in words.get(key, ()):
            if short(one) not in story.names:
                lines.unknown((*line.path, key), "rule", one, story.names)
    for one in words.get("sends", ()):
        if one not in story.workflow.effects:
            lines.unknown((*line.path, "sends"), "effect", one, story.workflow.effects)
    _expected_state(story, act, words, line)
    return attrs.evolve(act, expected=attrs.evolve(act.expected, **words))


def _expected_state(story: _Story, act: Act, words: Mapping[str, Any], line: Written) -> None:
    if "state" not in words:
        return
    lifecycle = story.lifecycle(words.get("case", act.case), line)
    if lifecycle is not None:
        states = story.workflow.lifecycles[lifecycle].states
        if words["state"] not in states:
            story.lines.unknown((*line.path, "state"), "state", words["state"], states)


def effect_told(
    story: _Story, line: Written, shared: Mapping[str, Any], lifecycle: str
) -> Act | None:
    """What came of an effect of a step of this lifecycle; None for one that is not known."""
    words: Mapping[str, Any] = line.words
    effects = {
        name: one for name, one in story.workflow.effects.items() if one.lifecycle == lifecycle
    }
    effect = effects.get(words["effect"])
    if effect is None:
        story.lines.unknown((*line.path, "effect"), "effect", words["effect"], effects)
        return None
    gives, facts = dict(effect.gives), {}
    for name, value in words.get("gives", {}).items():
        at = (*line.path, "gives", name)
        if name not in gives:
            story.lines.unknown(at, "fact", name, gives)
            return None
        fact = declared(story.workflow, "fact", lifecycle, gives[name])
        facts[name] = story.value(fact, value, at)
    return Act(**shared, name=effect.name, position=words["outcome"], facts=facts)
