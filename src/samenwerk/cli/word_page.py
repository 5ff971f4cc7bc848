"""What a word of samenwerk means, for who asks `explain` about one: `verdict`, or `oordeel`.

The meanings themselves stand in `language.glossary`.
"""

from __future__ import annotations

from samenwerk.cli.door import Door
from samenwerk.language.catalogue import as_sentence
from samenwerk.language.glossary import GLOSSARY, Entry
from samenwerk.language.layout import wrap

OTHER = {"nl": "en", "en": "nl"}


def meant(name: str) -> tuple[Entry, ...]:
    """The words of this name, in the text or in either language; none when it is no word."""
    low = name.lower()
    return tuple(
        one
        for entries in GLOSSARY.values()
        for one in entries
        if low and low in (one.name, *one.words.values()) and any(one.means.values())
    )


def word_page(found: tuple[Entry, ...], door: Door) -> str:
    """Each of them: the word, what it is called elsewhere, and what it means."""
    blocks = []
    for one in found:
        id = "explain.word.written" if one.name else "explain.word"
        elsewhere = door.words(id, other=one.words[OTHER[door.lang]], written=one.name)
        rows = [
            one.words[door.lang],
            *wrap(as_sentence(one.means[door.lang], door.lang), door.width, "  "),
            *wrap(elsewhere, door.width, "  "),
        ]
        blocks.append("\n".join(rows))
    return "\n\n".join(blocks)


def word_data(found: tuple[Entry, ...]) -> list[dict[str, object]]:
    """The same as plain data, in both languages."""
    return [
        {"name": one.name, "words": dict(one.words), "means": dict(one.means)} for one in found
    ]
