"""What is seen of a bad plugin: a step that rests on it, and how things stand afterwards.

`python -m tests.hooks.bad.seeing` writes what is seen now in `seen.toml`; read what changed.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import tomli_w
from tests.handmade import NOON, OF_PLUGIN, TEXT, enrolled, read
from tests.hooks.bad import animals
from tests.hooks.bad.animals import ANIMALS, LOADING, TURNS, Loading

from samenwerk import Engine, MemoryStore, PluginError, Plugins, Room, render
from samenwerk.front import catalogue_with
from samenwerk.hooks.calling.apart import Apart
from samenwerk.hooks.calling.trying import try_anew, try_first, trying
from samenwerk.hooks.fitting import own_version
from samenwerk.hooks.gather import Source, gather
from samenwerk.language.catalogue import Speaker
from samenwerk.language.errors import say_error

FILE = Path(__file__).parent / "seen.toml"
PLACE = re.compile(r"\btests/hooks/bad/animals\.py:\d+")
SLOW = ("waits", "counts")
"""Those that take longer than anybody wants to wait."""
FACT = """
[lifecycle.budget.fact.good]
nl = "Goed"
en = "Good"
type = "whole_number"
"""


def rule_here(name: str) -> tuple[Engine, Room]:
    """A room whose `agree` rests on the bad rule, asked in this process."""
    return _opened("RULES", name, '"judged"', None)


def fact_apart(name: str) -> tuple[Engine, Room]:
    """A room whose `agree` rests on the bad fact, asked in a process of its own."""
    limits = Apart(seconds=2 if name in SLOW else 30, megabytes=400)
    return _opened("FACTS", name, '"counted_enough"', limits)


def _opened(kind: str, name: str, needs: str, apart: Apart | None) -> tuple[Engine, Room]:
    room = animals.__name__
    bad = Source("proef", "1.0", lambda: getattr(getattr(animals, kind), name),
                 origin=f"{room}:{kind}.{name}")  # fmt: skip
    good = Source("goed", "1.0", lambda: animals.GOOD, origin=f"{room}:GOOD")
    text = TEXT.format(plugins='plugins = ["proef", "goed"]', needs=needs) + OF_PLUGIN + FACT
    engine = Engine(MemoryStore(), plugins=gather([bad, good]), clock=lambda: NOON, apart=apart)
    return engine, begun(engine, text)


def begun(engine: Engine, text: str) -> Room:
    """A rehearsal in which a budget is open."""
    room = engine.start(read(text), "regio", rehearsal=True)
    enrolled(room)
    assert room.do("collaboration.found", case="c", actor="noord").carried_out
    assert room.do("budget.draft", case="b", actor="noord").carried_out
    return room


def seen(room: Room, engine: Engine) -> dict[str, Any]:
    """What somebody sees who does the step: the whole text by language, or what came of it."""
    del TURNS[1:]
    try:
        outcome = room.do("budget.agree", case="b", actor="zuid")
    except PluginError as fault:
        told = said(fault)
    else:
        told = {lang: render(outcome, lang, room) for lang in ("nl", "en")}
    return {**told, "lines": [f"{name}: {line}" for name, line in engine.said]}


def loading(name: str) -> dict[str, Any]:
    """What somebody sees who starts a collaboration with it, by language; nothing when that goes.

    A plugin that is slow is told as such by `samenwerk plugins`.
    """
    return _started(LOADING[name], gather(LOADING[name].sources))


def loading_apart(name: str) -> dict[str, Any]:
    """The same, where it is loaded in a process of its own first."""
    hangs = name in ("import_hangs", "import_counts")
    with trying(Apart(seconds=2 if hangs else 30, megabytes=400)):
        try_anew("proef")
        return _started(LOADING[name], gather(LOADING[name].sources, tried=try_first))


def _started(case: Loading, plugins: Plugins) -> dict[str, Any]:
    engine = Engine(MemoryStore(), plugins=plugins, clock=lambda: NOON)
    text = TEXT.format(plugins=f'plugins = ["{case.needs}"]', needs='"support"')
    try:
        begun(engine, text)
    except PluginError as fault:
        assert () == engine.collaborations()
        return said(fault)
    return {}


def said(fault: PluginError) -> dict[str, Any]:
    """The whole text of an error by language, with a place that stays the same."""
    speakers = [Speaker(lang, catalogue=catalogue_with()) for lang in ("nl", "en")]
    here = own_version() or "0"
    told = {one.lang: say_error(fault, one).replace(here, "0.1.0") for one in speakers}
    return {lang: PLACE.sub("samenwerk_proef/rules.py:12", text) for lang, text in told.items()}


def main() -> None:
    """Write down what is seen now."""
    found: dict[str, dict[str, Any]] = {}
    found["loading"] = {name: loading(name) for name, one in LOADING.items() if not one.ends}
    found["loading_apart"] = {name: loading_apart(name) for name, one in LOADING.items()
                              if one.apart}  # fmt: skip
    for name, animal in ANIMALS.items():
        for kind, make in (("rule", rule_here), ("fact", fact_apart)):
            if kind == "fact" or not animal.ends:
                engine, room = make(name)
                found.setdefault(name, {})[kind] = seen(room, engine)
                engine.close()
    FILE.write_text(tomli_w.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
