"""What is printed for every mistake in `mistakes`: for the tests beside it.

Run this file to write `nl.txt` and `en.txt` anew; then read them as the author would.
"""

from __future__ import annotations

from pathlib import Path

from tests.definitions.checks.printed import LANGUAGES, printed
from tests.definitions.shapes.mistakes import made

from samenwerk.cli.examples import Found
from samenwerk.definitions.read import read_text

HERE = Path(__file__).parent
SIGN = "=== "


def page(language: str) -> dict[str, str]:
    """What is printed for each mistake, by what the mistake is."""
    return {
        name: printed(found(text), language)
        for name, text in made().items()
    }


def found(text: str) -> Found:
    """What is wrong in a text, with its lines."""
    read = read_text(text, file="workflow.toml")
    return Found(read.diagnostics, {source.file: source.lines for source in read.sources})


def kept(language: str) -> dict[str, str]:
    """The same as it stands in the file."""
    whole = (HERE / f"{language}.txt").read_text(encoding="utf-8")
    parts = (one.partition("\n") for one in whole.split(SIGN)[1:])
    return {name: told.removesuffix("\n") for name, _, told in parts}


if __name__ == "__main__":
    for one in LANGUAGES:
        said = "".join(f"{SIGN}{name}\n{told}\n" for name, told in page(one).items())
        (HERE / f"{one}.txt").write_text(said, encoding="utf-8", newline="\n")
