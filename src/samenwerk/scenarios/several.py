"""Lines of a story that stand for several acts: many doers, facts, parties or documents at once.

Only how such a line is taken apart; what each act means is `read`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from samenwerk.values.place import Path


@attrs.frozen
class Written:
    """One line without faults of its own: what kind it is (an act word, `with`, `expect`).

    `value_path` is where its value stands, and `name_path` its name.
    """

    kind: str
    words: Mapping[str, object]
    path: Path
    value_path: Path = ()
    name_path: Path = ()


def single(line: Written) -> Iterator[Written]:
    """The acts that a line stands for, in the order in which they are written."""
    for one in _each_doer(line):
        yield from _each_thing(one)


def _each_doer(line: Written) -> Iterator[Written]:
    who = line.words.get("who")
    if not isinstance(who, list):
        yield line
        return
    for one in who:
        yield attrs.evolve(line, words={**line.words, "who": one})


def _each_thing(line: Written) -> Iterator[Written]:
    named, value = line.words.get(line.kind), line.words.get("is")
    at, name_at = (*line.path, "is"), (*line.path, line.kind)
    if isinstance(named, list):
        for index, one in enumerate(named):
            yield _one(line, one, value, at, (*name_at, index))
    elif isinstance(named, Mapping):
        for one, its in named.items():
            yield _one(line, one, its, (*name_at, one), (*name_at, one))
    elif isinstance(value, Mapping):
        for party, its in value.items():
            found = _one(line, named, its, (*at, party), name_at)
            yield attrs.evolve(found, words={**found.words, "of": party})
    else:
        yield attrs.evolve(line, value_path=at, name_path=name_at)


def _one(line: Written, name: object, value: object, at: Path, name_at: Path) -> Written:
    words = {**line.words, line.kind: name, "is": value}
    return attrs.evolve(line, words=words, value_path=at, name_path=name_at)
