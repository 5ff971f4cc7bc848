"""Writes docs/language.md and docs/language.nl.md from the tables of the language:
`python docs/make_reference.py`."""

from pathlib import Path

from samenwerk.definitions.pages.reference import reference

PAGES = {"en": "language.md", "nl": "language.nl.md"}
"""The file of each language."""

if __name__ == "__main__":
    for lang, name in PAGES.items():
        page = Path(__file__).parent / name
        page.write_text(reference(lang=lang), encoding="utf-8", newline="\n")
