"""Writes docs/two-years.md from a story that is played: `python docs/make_two_years.py`."""

import contextlib
import io
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from samenwerk.cli.main import main
from samenwerk.packaged import find_workflow
from samenwerk.scenarios.folder import read_folder

PAGE = Path(__file__).parent / "two-years.md"
WORKFLOW, STORY, STORE = "achterhoek-2030", "twee_jaar", "twee-jaar.db"
CASE, STEP = "blijvend", "settle"

HEAD = """\
# Two years later

What a reader sees of a region after two years, in Dutch and 80 columns wide: where every case
stands, until when, who can do what, and on whom one open step waits. The story is `twee_jaar` of
`workflows/achterhoek-2030`, after those it goes on from. All parties, and all that they do, are
invented.

Wat een lezer na twee jaar van een regio ziet: waar elk dossier staat, tot wanneer, wie wat kan
doen, en op wie een open stap wacht. Het verhaal is verzonnen, en iedereen kan het zelf naspelen.

This page is made by `python docs/make_two_years.py`.
"""

PARTS = {
    "keep": "## Het verhaal naspelen en bewaren",
    "status": "## Waar alles staat",
    "due": "## Welke dagen eraan komen, en welke voorbij zijn",
    "todo": "## Wat ieder kan doen, en waarvoor hij nodig is",
    "blockers": "## Op wie het wacht om de borging af te ronden",
}


def page() -> str:
    """The whole page."""
    rows = [HEAD]
    for part, shown in _shown():
        if part is not None:
            rows.append(f"{PARTS[part]}\n")
        rows.append(shown)
    return "\n".join(rows)


def _shown() -> Iterator[tuple[str | None, str]]:
    """What stands on the page, with the heading that it begins under."""
    found = find_workflow(WORKFLOW)
    assert found is not None
    with _elsewhere():
        played = ("test", WORKFLOW, "--scenario", STORY, "--keep", STORE)
        _printed(*played)
        yield "keep", _code(_call(*played))
        yield "status", _asked("status")
        yield "due", _asked("due")
        first = True
        for party in read_folder(found).registers[""].parties:
            tasks = json.loads(_printed("todo", party.id, "--store", STORE, "--format", "json"))
            if tasks["tasks"]:
                yield "todo" if first else None, _asked("todo", party.id)
                first = False
        yield "blockers", _asked("blockers", CASE, STEP)
        yield None, _asked("needs", CASE, STEP)


def _asked(*words: str) -> str:
    """A call on the store, with its answer below it."""
    call = (*words, "--store", STORE)
    return _code(f"{_call(*call)}\n\n{_printed(*call)}")


def _call(*words: str) -> str:
    return f"$ samenwerk {' '.join(words)}"


def _code(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```\n"


def _printed(*words: str) -> str:
    """What samenwerk prints for these words; a wrong call is a fault of this script."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main(list(words))
    assert code in (0, 1), f"{words}: {code}"
    return out.getvalue()


@contextlib.contextmanager
def _elsewhere() -> Iterator[None]:
    """In an empty folder, speaking Dutch, 80 columns wide."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        os.environ.update(SAMENWERK_LANG="nl", COLUMNS="80")
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
