"""What a plugin brings that has no words in Dutch, or none in English.

It is no fault: who reads that language sees the words of the other. The contract suite asks for
both, and `samenwerk plugins` shows what lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samenwerk.hooks.plugins import Plugin

LANGUAGES = ("nl", "en")
"""The languages in which a plugin speaks to people."""


def unnamed(plugin: Plugin) -> Iterator[tuple[str, str]]:
    """Things without a name for people, each with the language that lacks."""
    for hook, brought in plugin.brought.items():
        for one in brought:
            labels = getattr(one, "labels", None)
            if isinstance(labels, Mapping):
                name = f"{hook} {getattr(one, 'name', '')}"
                yield from _lacking(name, labels)
                for parameter in (*getattr(one, "parameters", ()), *getattr(one, "gives", ())):
                    yield from _lacking(f"{name}, parameter {parameter.name}", parameter.labels)
    for kind in plugin.all("leaf_kinds"):
        for key, told in kind.KEYS.items():
            names = {"nl": told.nl, "en": told.en}
            yield from _lacking(f"leaf_kinds {kind.word}, key {key}", names)


def speechless(plugin: Plugin) -> Iterator[tuple[str, str]]:
    """Checks that say nothing in a language, each with that language."""
    for check in plugin.all("checks"):
        for code, texts in check.TEXTS.items():
            yield from ((f"checks {code}", lang) for lang in LANGUAGES if lang not in texts)


def sentences(plugin: Plugin) -> Mapping[str, Mapping[str, str]]:
    """Its sentences by language: those of its messages, and those on its kinds of leaf."""
    tables = {lang: dict(table) for lang, table in plugin.all("messages")}
    for kind in plugin.all("leaf_kinds"):
        for lang, table in kind.WORDING.items():
            tables.setdefault(lang, {}).update(table)
    return tables


def unsaid(plugin: Plugin) -> Iterator[tuple[str, str]]:
    """Ids of sentences that are there in one language, each with the language that lacks."""
    tables = sentences(plugin)
    nl, en = (tables.get(lang, {}) for lang in LANGUAGES)
    for id in sorted(nl.keys() | en.keys()):
        yield from _lacking(id, {"nl": nl.get(id, ""), "en": en.get(id, "")})


def lacking(plugin: Plugin) -> Mapping[str, tuple[str, ...]]:
    """By language all that has no words in it and has them in the other; a language that has all
    its words is left out, and so is what is called nothing at all."""
    found: dict[str, list[str]] = {}
    nameless = tuple(unnamed(plugin))
    half = [one for one in nameless if not {(one[0], lang) for lang in LANGUAGES} <= {*nameless}]
    for name, lang in (*half, *speechless(plugin)):
        found.setdefault(lang, []).append(name)
    for id, lang in unsaid(plugin):
        found.setdefault(lang, []).append(f"messages {id}")
    return {lang: tuple(found[lang]) for lang in LANGUAGES if lang in found}


def _lacking(name: str, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for lang in LANGUAGES:
        if not str(words.get(lang, "")).strip():
            yield name, lang
