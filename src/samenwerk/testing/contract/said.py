"""What a plugin says and how its things are called: in Dutch and in English, and complete.

Sentences are looked for where they are offered, where they are used in an answer, and where the
code names one.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from samenwerk.front import catalogue_with
from samenwerk.hooks import languages
from samenwerk.hooks.languages import LANGUAGES
from samenwerk.hooks.plugins import Plugin
from samenwerk.language.template import holes, loose
from samenwerk.testing.contract.answers import Answered, messages_of


def unnamed(plugin: Plugin) -> Iterator[str]:
    """Things without a name for people in one of the languages."""
    for name, lang in languages.unnamed(plugin):
        yield f'{name} has no name for people in {lang}: labels={{"{lang}": "..."}}'
    for name, lang in languages.speechless(plugin):
        yield f"{name} says nothing in {lang}"
    for check in plugin.all("checks"):
        yield from _check_texts(check)
    for command in plugin.all("cli_commands"):
        if not command.help:
            yield f"cli_commands {command.name} has no help: give its function a docstring"


def _check_texts(check: Any) -> Iterator[str]:
    for code, texts in check.TEXTS.items():
        if all(lang in texts for lang in LANGUAGES):
            for field in ("what", "label", "why", "mend"):
                nl, en = (holes(getattr(texts[lang], field)) for lang in LANGUAGES)
                if nl != en:
                    yield f"checks {code}: {field} has other holes in nl than in en"
    if not (getattr(check, "good", "") and getattr(check, "bad", "")):
        yield f"checks {check.code} has no example: give it `good` and `bad`, two texts"


def unfinished(plugin: Plugin) -> Iterator[str]:
    """Sentences that are not there in both languages, with the same holes, under our own name."""
    tables, known = languages.sentences(plugin), catalogue_with().sentences
    for id, lang in languages.unsaid(plugin):
        yield f"message {id} has no sentence in {lang}"
    nl, en = (tables.get(lang, {}) for lang in LANGUAGES)
    for id in sorted(nl.keys() | en.keys()):
        if not id.startswith(f"{plugin.name}.") and id not in known["nl"]:
            yield f"message {id} does not begin with {plugin.name}., and is not one of samenwerk"
        for lang, table in (("nl", nl), ("en", en)):
            if loose(table.get(id, "")):
                yield f"message {id} has a brace in {lang} that fills nothing: write {{{{ or }}}}"
        if id in nl and id in en and holes(nl[id]) != holes(en[id]):
            there = [", ".join(sorted(holes(one))) or "none" for one in (nl[id], en[id])]
            yield f"message {id} has other holes in nl ({there[0]}) than in en ({there[1]})"


def unsaid(plugin: Plugin, answers: Iterable[Answered]) -> Iterator[str]:
    """Messages of answers that nobody can read: without a sentence, or with a hole unfilled."""
    tables, known = languages.sentences(plugin), catalogue_with().sentences
    told: dict[str, None] = {}
    for answered in answers:
        for message in messages_of(answered.first.answer):
            who = f"{answered.hook} {answered.name} says {message.id}"
            for hole, filler in message.params.items():
                if isinstance(filler, float):
                    odd = f"{who} with {hole} = {filler!r}, a float: give a Decimal or an int"
                    told[odd] = None
            for lang in LANGUAGES:
                sentence = tables.get(lang, {}).get(message.id) or known[lang].get(message.id)
                if sentence is None:
                    told[f"{who}, and there is no sentence for it in {lang}"] = None
                else:
                    for hole in sorted(holes(sentence) - set(message.params)):
                        told[f"{who}, and nothing fills {{{hole}}} in {lang}"] = None
    yield from told


def named_in_code(plugin: Plugin, package: Path) -> Iterator[str]:
    """Ids that the code gives to a Message as they stand, and that have no sentence."""
    known = {id for table in languages.sentences(plugin).values() for id in table}
    ours = catalogue_with().sentences["nl"]
    for path in sorted(package.rglob("*.py")) if package.is_dir() else [package]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or ast.unparse(node.func) != "Message":
                continue
            first = node.args[0] if node.args else None
            id = first.value if isinstance(first, ast.Constant) else None
            if isinstance(id, str) and id not in known and id not in ours:
                yield f"{path.name}:{node.lineno} says {id}, and there is no such sentence"
