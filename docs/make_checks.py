"""Writes docs/checks.md and a page for each code: `python docs/make_checks.py`."""

import re
from pathlib import Path

from samenwerk.cli.code_page import code_markdown, titles_of
from samenwerk.cli.door import Door
from samenwerk.definitions.checks import Check
from samenwerk.scenarios.faults import every_check

PAGE = Path(__file__).parent / "checks.md"
FOLDER = Path(__file__).parent / "checks"

HEAD = """\
# What is checked · Wat er nagekeken wordt

Everything that reading a workflow, a register or scenarios can find, by its code. `samenwerk check`
prints each finding with its place, your own line, why it matters and how to mend it;
`samenwerk explain CODE` tells the page of a code. A fault keeps a workflow from being used; a
warning does not.

Alles wat bij het lezen van een werkwijze, een register of verhalen gevonden kan worden.
`samenwerk check` drukt elke vondst af met haar plaats, uw eigen regel, waarom zij ertoe doet en
wat u dan schrijft; `samenwerk explain CODE` vertelt wat op de pagina van een code staat. Met een
fout is een werkwijze niet te gebruiken, met een waarschuwing wel.

These pages are made by `python docs/make_checks.py`.
"""

PARTS = (
    ("SW0", "The file itself · Het bestand zelf"),
    ("SW1", "Words, names and values · Woorden, namen en waarden"),
    ("SW13", "The register · Het register"),
    ("SW2", "The workflow as a whole · De werkwijze als geheel"),
    ("SW3", "Scenarios · Verhalen"),
)


def page() -> str:
    """The index."""
    parts = [HEAD]
    for prefix, title in PARTS:
        rows = [_row(check) for check in every_check() if _part(check) == prefix]
        table = ["| Code | What it is about | Waar het over gaat |", "|---|---|---|", *rows]
        parts.append("\n".join([f"## {title}\n", *table]) + "\n")
    return "\n".join(parts)


def pages() -> dict[str, str]:
    """The page of each code, by the name of its file."""
    return {f"{check.code}.md": code_page_of(check) for check in every_check()}


def code_page_of(check: Check) -> str:
    """One page: what `samenwerk explain` tells, in Dutch and in English."""
    titles = titles_of(check)
    parts = [f"# {check.code}\n\n{titles['nl']} · {titles['en']}\n"]
    for lang, name in (("nl", "Nederlands"), ("en", "English")):
        told = code_markdown(check.code, Door("explain", lang, lang))
        parts.append(f"## {name}\n\n{told}\n")
    parts.append(
        "Made by `python docs/make_checks.py` from the check itself; the example is read as an "
        "author's\nfile is.\n"
    )
    return "\n".join(parts)


def _part(check: Check) -> str:
    return max((prefix for prefix, _ in PARTS if check.code.startswith(prefix)), key=len)


def _row(check: Check) -> str:
    titles = titles_of(check)
    cells = (f"[{check.code}](checks/{check.code}.md)", titles["en"], titles["nl"])
    return "| " + " | ".join(re.sub(r"([|<])", r"\\\1", cell) for cell in cells) + " |"


def write() -> None:
    """All of it, and nothing of a code that is no more."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
