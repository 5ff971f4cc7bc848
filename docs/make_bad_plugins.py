"""Writes docs/plugins/bad-plugins.md from the zoo of the tests: `python docs/make_bad_plugins.py`.

What each bad plugin does stands in tests/hooks/bad/animals.py, what is seen of it in seen.toml
beside it; the tests see to it that both are true.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
PAGE = ROOT / "docs" / "plugins" / "bad-plugins.md"
SEEN = ROOT / "tests" / "hooks" / "bad" / "seen.toml"

HEAD = """\
# What a bad plugin can do

A zoo of bad plugins is kept with the tests. Each does one thing, once as a rule, which is asked in
our process, and once as a fact, which is asked in a process of its own (`Engine(store,
apart=Apart(seconds=10, megabytes=512))`). After each of them the record is verified, a good plugin
beside it answers, and a step that rests on neither is done; except where the program itself is
gone: then the record is opened again and verified.

- **bounded**: it goes so far and no further, whatever the plugin does;
- **only reported**: it happens, and `Engine.calls`, `samenwerk plugins` or an error says so;
- **harmless**: it changes nothing, neither the answer nor the record;
- **not bounded**: it happens and nobody is told. Who installs a plugin trusts it so far.

What goes wrong three times in a row is set aside until somebody asks for it anew. Behind what a
plugin did stands who is to mend it, which is left out here: *Who made it must mend this
(samenwerk-proef 1.0); what does not rest on this plugin can go on.*

| the plugin | a rule, in the process: what you see | | a fact, apart: what you see | |
| --- | --- | --- | --- | --- |
"""

LOADED = """
## Before it is asked anything

What is loaded, is loaded in our process, and no limit holds there: whoever waits long for a plugin
is told for which, and can stop. With limits (`Engine(store, apart=...)`, `--apart`, and by itself
in `samenwerk worker`) an installed plugin is loaded in a process of its own first. What hangs,
ends or eats there is stopped, and never loaded in ours; what comes through is loaded in ours after
that. A plugin that only behaves badly the second time is not found out in this way.

| the plugin | what you see when a collaboration is started with it | | loaded apart first | |
| --- | --- | --- | --- | --- |
"""

GONE = "The program ends; the record is whole."

FOOT = """
This page is made by `python docs/make_bad_plugins.py`.
"""


def page() -> str:
    """The whole page."""
    from tests.hooks.bad.animals import ANIMALS, LOADING

    seen = tomllib.loads(SEEN.read_text(encoding="utf-8"))
    rows = [
        _row(one.does, f"{_told(seen[name].get('rule'))} {one.note}".strip(), one.rule,
             _told(seen[name]["fact"]), one.fact)
        for name, one in ANIMALS.items()
    ]
    loaded = [
        _row(one.does, _loaded(seen["loading"].get(name), one), one.done,
             _told(seen["loading_apart"].get(name), "The same."), one.apart or one.done)
        for name, one in LOADING.items()
    ]
    return HEAD + "".join(rows) + LOADED + "".join(loaded) + FOOT


def _loaded(seen: Mapping[str, Any] | None, one: Any) -> str:
    told = "" if one.ends else _told(seen, "Nothing: it starts.")
    return f"{told} {one.note}".strip()


def _row(*cells: str) -> str:
    return "| " + " | ".join(one.replace("|", "\\|") for one in cells) + " |\n"


def _told(seen: Mapping[str, Any] | None, nothing: str = GONE) -> str:
    return " ".join(_parts(seen)) if seen else nothing


def _parts(seen: Mapping[str, Any]) -> Iterator[str]:
    first = seen["en"].partition("\n")[0].partition(" Who made it must mend this")[0]
    yield {"This may happen.": "The step is done."}.get(first, first)
    if first.startswith("This cannot"):
        yield "(It is taken at its worth, which is no.)"
    for line in seen.get("lines", ()):
        yield f"Kept as a line of the plugin: `{line}`."


def main() -> int:
    """Write the page, or with `--check` only say whether it is as it should be."""
    stale = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page()
    if "--check" in sys.argv:
        if stale:
            print(f"{PAGE.relative_to(ROOT)}: run python docs/make_bad_plugins.py")
        return int(stale)
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
