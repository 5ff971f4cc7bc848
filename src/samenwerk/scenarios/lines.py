"""The lines of a story as written: which words they have, and that each does one thing.

What the names in them mean is `read`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from samenwerk.definitions.keys.fixed_words import DUTCH_WORDS, certain_word
from samenwerk.definitions.keys.schema import Key
from samenwerk.definitions.keys.story_keys import (
    ACT_WORDS,
    EXPECTATIONS,
    EXPECTED,
    LINES,
    STORY_DUTCH,
    STORY_KEYS,
    TOP_DUTCH,
)
from samenwerk.definitions.laying.faults import Faults, nearest
from samenwerk.definitions.laying.mending import certain_key
from samenwerk.definitions.register_names import MOST_LISTED
from samenwerk.definitions.spelling.called import called
from samenwerk.definitions.spelling.meant import day_meant
from samenwerk.definitions.spelling.places import Source
from samenwerk.scenarios.several import Written
from samenwerk.values.message import Name
from samenwerk.values.place import Path, Place

_DAYS = ("day", "fact.date")


class Lines:
    """Reads the lines of one file; faults go to `faults`."""

    def __init__(self, source: Source, faults: Faults) -> None:
        self.source = source
        self.faults = faults

    def place(self, *path: str | int) -> Place:
        """Where something of the file stands."""
        return self.source.place(path)

    def of(self, path: Path, story: object) -> Iterator[Written]:
        """The lines of a story; one with a fault has no kind, and what it says may not fit."""
        if not isinstance(story, list):
            self.wrong_type(path, "lines")
            return
        for index, line in enumerate(story):
            at = (*path, index)
            if not isinstance(line, dict):
                self.wrong_type(at, "table")
                continue
            kind = self._kind(line, at)
            if kind is not None and self._sound(kind, line, at):
                yield Written(kind, line, at)
            else:
                yield Written("", _as_meant(line), at)

    def wrong_type(
        self, path: Path, wanted: str, allowed: tuple[str, ...] = (), written: object = None
    ) -> None:
        """Report that something else should stand here, with the day that is meant, if one is."""
        named = [part for part in path if isinstance(part, str)]
        params: dict[str, Any] = {"case": wanted, "word": named[-1], "allowed": allowed}
        place, repair = self.place(*path), None
        day = day_meant(written) if wanted in _DAYS and isinstance(written, str) else None
        if day is not None:
            repair = self.source.repair(place, day.isoformat())
            params |= {"case": "day_meant", "meant": day.isoformat()}
        self.faults.add("SW302", place, repair=repair, **params)

    def unknown(
        self, path: Path, what: str, written: str, known: Iterable[str],
        labels: Mapping[str, Iterable[str]] | None = None,
    ) -> None:  # fmt: skip
        """Report a name that nothing has; `labels` are what people call each that is known."""
        names = tuple(known)
        near = called(written, labels or {}) or nearest(written, names)
        params: dict[str, Any] = {"what": Name("what", what), "written": written}
        if near is None and 0 < len(names) <= MOST_LISTED:
            params |= {"case": "listed", "known": names}
        self.faults.add("SW305", self.place(*path), nearest=near, **params)

    def _kind(self, line: Mapping[str, object], at: Path) -> str | None:
        acts = [word for word in ACT_WORDS if word in line]
        kinds = [*acts, *(["with"] if "with" in line else [])]
        if any(word in line for word in EXPECTATIONS):
            kinds.append("expect")
        if len(kinds) == 1:
            return kinds[0]
        if not kinds:
            odd = [key for key in line if key not in _ALL_KEYS and _near(key, _ALL_WORDS)]
            if odd:
                self._strange(odd[0], line, at, _ALL_WORDS)
                return None
        found = tuple(kinds) or tuple(line)
        self.faults.add("SW303", self.place(*at), found=found, allowed=_ALL_WORDS)
        return None

    def _strange(
        self, key: str, line: Mapping[str, object], at: Path, allowed: tuple[str, ...]
    ) -> None:
        self.strange((*at, key), line, allowed)

    def strange(
        self,
        path: Path,
        beside: Mapping[str, object],
        allowed: tuple[str, ...],
        dutch: Mapping[str, str] = STORY_DUTCH,
    ) -> str | None:
        """Report a key that is not known, with its mend where that is certain; the nearest."""
        key, place = str(path[-1]), self.source.place(path, key=True)
        near = nearest(key, allowed, dutch)
        meant = certain_key(key, allowed, dutch)
        repair = None if meant is None or meant in beside else self.source.repair(place, meant)
        self.faults.add("SW301", place, nearest=near, repair=repair, written=key, allowed=allowed)
        return near

    def _sound(self, kind: str, line: Mapping[str, object], at: Path) -> bool:
        keys = _KEYS[kind]
        allowed = tuple(keys)
        needed = [name for name, key in keys.items() if key.needed]
        if kind == "records" and not isinstance(line["records"], dict):
            needed.append("is")
        sound = True
        meant = set()  # words that are there, spelled otherwise
        for key in line:
            if key not in allowed:
                self._strange(key, line, at, allowed)
                meant.add(_near(key, allowed))
                sound = False
        for key in needed:
            if key not in line and key not in meant:
                self.faults.add("SW304", self.place(*at), missing=key)
                sound = False
        for key, value in line.items():
            if key in keys:
                wanted = keys[key]
                if not fits(value, wanted.type):
                    self.wrong_type((*at, key), wanted.type, written=value)
                    sound = False
                elif wanted.words and value not in wanted.words:
                    self._not_a_word(wanted.words, str(value), (*at, key))
                    sound = False
        return sound

    def _not_a_word(self, words: tuple[str, ...], written: str, at: Path) -> None:
        near, meant = nearest(written, words, DUTCH_WORDS), certain_word(written, words)
        place = self.place(*at)
        repair = None if meant is None else self.source.repair(place, f'"{meant}"')
        self.faults.add("SW301", place, nearest=near, repair=repair, written=written, allowed=words)


def _as_meant(line: Mapping[str, object]) -> dict[str, object]:
    """A line by the keys that were meant, for what the lines below it go on from."""
    return {certain_key(key, _ALL_KEYS, STORY_DUTCH) or key: line[key] for key in line}


def _near(key: str, allowed: tuple[str, ...]) -> str | None:
    return nearest(key, allowed, STORY_DUTCH)


_ALL_WORDS = (*LINES, *EXPECTATIONS)
_ALL_KEYS = (*_ALL_WORDS, *STORY_KEYS)
_KEYS: Mapping[str, Mapping[str, Key]] = {
    **{word: line.keys for word, line in LINES.items()},
    "expect": {**EXPECTED, "case": STORY_KEYS["case"]},
}
"""What may stand in a line, by its kind."""


def fits(value: object, wanted: str) -> bool:
    """Whether a value is of a type of `STORY_TYPES`."""
    match wanted:
        case "text" | "name":
            return isinstance(value, str)
        case "day":
            return isinstance(value, date) and not isinstance(value, datetime)
        case "value":
            plain = isinstance(value, str | bool | int | Decimal | date)
            return plain and not isinstance(value, datetime)
        case "groups":
            return isinstance(value, dict) and all(fits(one, "names") for one in value.values())
        case "value_or_names":
            return fits(value, "value") or fits(value, "names")
        case "value_or_table":
            return fits(value, "value") or fits(value, "table")
        case "name_or_table":
            return isinstance(value, str) or fits(value, "table")
        case "table" | "named_values":
            return isinstance(value, dict) and all(fits(one, "value") for one in value.values())
        case "true":
            return value is True
        case "names":
            many = isinstance(value, list) and all(isinstance(one, str) for one in value)
            return isinstance(value, str) or many
    return False


def scenarios_in(lines: Lines) -> Iterator[tuple[str, Any]]:
    """Every scenario of one file by its name, as written."""
    source = lines.source
    for key in source.values:
        if key != "scenario":
            lines.strange((key,), source.values, ("scenario",), TOP_DUTCH)
    written = source.values.get("scenario", {})
    if isinstance(written, dict):
        yield from written.items()
    else:
        lines.wrong_type(("scenario",), "table")


def starts_with_act(words: Mapping[str, object]) -> bool:
    """Whether a line with a fault was meant as an act, as far as can be told."""
    below = {"with", *EXPECTATIONS} & set(words)
    return not below or any(word in words for word in ACT_WORDS)


def if_fits(words: Mapping[str, object], key: str) -> Any:
    """What stands at a key of a line, when it is what should stand there; else None."""
    return words[key] if key in words and fits(words[key], STORY_KEYS[key].type) else None


def names_in(value: object) -> tuple[str, ...]:
    """One name or a list of them, as a tuple.

    >>> names_in("west"), names_in(["west", "oost"])
    (('west',), ('west', 'oost'))
    """
    return (value,) if isinstance(value, str) else tuple(value)  # type: ignore[arg-type]
