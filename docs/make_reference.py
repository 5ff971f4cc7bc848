"""Writes docs/language.md from the tables of the language: `python docs/make_reference.py`."""

from pathlib import Path

from samenwerk.definitions.reference import reference

PAGE = Path(__file__).parent / "language.md"

if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8", newline="\n")
