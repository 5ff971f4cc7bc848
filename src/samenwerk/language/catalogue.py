"""The catalogue of sentences, and the speaker who says a message in one language.

Sentences stand beside what they speak of, in tables called WORDING; here they are gathered.
The syntax of a sentence is `template`, of a single value `values`, of a label `labels`.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from enum import Enum

import attrs
from immutables import Map

from samenwerk.language.clean import one_line
from samenwerk.language.labels import Labels
from samenwerk.language.template import filled, holes
from samenwerk.language.values import is_one, list_text, value_text
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import PluginError
from samenwerk.values.message import Message, Name
from samenwerk.values.register import Register
from samenwerk.values.who import Declared, Who

Wording = Mapping[str, Mapping[str, str]]
"""Language to message id to sentence: what a WORDING table is."""

ROOMS = ("samenwerk.core", "samenwerk.core.leaves", "samenwerk.language")
"""Where our own WORDING tables stand, on modules and on the leaf kinds in them."""

_ORDINALS = frozenset(
    {"sequence", "line", "nearest_line", "column", "year"}
    | {"first", "last", "wanted", "found", "known"}
)
"""Params that point at a place: their numbers are not written in groups."""

_CODED = ("position", "act", "severity", "method", "ground")
_DEEPEST = 20
_MISSING = "…"
_ARTICLE = re.compile(r"\ba (?=\{\w)")
_AWAITED = "\0"
"""Stands for an English "a" until it is known what follows: an organisation, a table."""

_AWAITING = re.compile(_AWAITED + "(.)")


@attrs.frozen
class Catalogue:
    """Sentences by language and id; a joined catalogue is a new one."""

    sentences: Map[str, Map[str, str]] = Map()

    def joined(self, owner: str, wording: Wording) -> Catalogue:
        """This catalogue with one more table, in any language.

        A sentence that stands can be translated, never replaced: raises PluginError, with
        `owner` and `message_id`, when `wording` says another one under the same id.
        """
        sentences = self.sentences
        for lang, table in wording.items():
            mine = sentences.get(lang, Map())
            for id, sentence in table.items():
                if mine.get(id, sentence) != sentence:
                    raise PluginError(
                        f"{owner} says {id} in {lang} in other words", owner=owner, message_id=id
                    )
            sentences = sentences.set(lang, mine.update(table))
        return attrs.evolve(self, sentences=sentences)

    def sentence(self, id: str, lang: str) -> str | None:
        """The sentence in this language, else in English or Dutch; None when nobody has it."""
        for one in (lang, "en", "nl"):
            found = self.sentences.get(one, Map()).get(id)
            if found is not None:
                return found
        return None


@functools.cache
def built_in() -> Catalogue:
    """The catalogue of everything that samenwerk itself says; made once."""
    sentences: dict[str, dict[str, str]] = {}
    for _, wording in own_tables():
        for lang, table in wording.items():
            sentences.setdefault(lang, {}).update(table)
    return Catalogue(Map({lang: Map(table) for lang, table in sentences.items()}))


def own_tables() -> Iterator[tuple[str, Wording]]:
    """Every WORDING table of our own rooms, with the module or class it stands on."""
    for room in ROOMS:
        for found in pkgutil.iter_modules(importlib.import_module(room).__path__):
            module = importlib.import_module(f"{room}.{found.name}")
            if "WORDING" in vars(module):
                yield module.__name__, module.WORDING
            for name, one in vars(module).items():
                mine = isinstance(one, type) and one.__module__ == module.__name__
                if mine and "WORDING" in vars(one):
                    yield f"{module.__name__}.{name}", one.WORDING


def gaps(wording: Wording) -> list[str]:
    """What a table lacks: ids not in both Dutch and English, or with other holes in them.

    >>> gaps({"nl": {"a": "{x} mag"}, "en": {"a": "{y} may", "b": "so"}})
    ['a: holes differ (nl: x; en: y)', 'b: not in nl']
    """
    nl, en = wording.get("nl", {}), wording.get("en", {})
    faults = []
    for id in sorted({*nl, *en}):
        absent = [lang for lang, table in (("nl", nl), ("en", en)) if id not in table]
        if absent:
            faults += [f"{id}: not in {lang}" for lang in absent]
        elif holes(nl[id]) != holes(en[id]):
            dutch, english = (", ".join(sorted(holes(table[id]))) for table in (nl, en))
            faults.append(f"{id}: holes differ (nl: {dutch}; en: {english})")
    return faults


@attrs.frozen
class Speaker:
    """Says messages in one language, with the labels of one workflow and register.

    `lifecycle` is the one whose own names come first, as inside one of its cases; `earlier` are
    workflows that were in effect before.

    >>> Speaker("nl").say(Message("test.at_least", {"bound": 3}))
    'minstens 3'
    """

    lang: str
    workflow: Workflow | None = None
    register: Register | None = None
    catalogue: Catalogue = attrs.field(factory=built_in)
    lifecycle: str | None = None
    earlier: tuple[Workflow, ...] = ()

    @property
    def labels(self) -> Labels:
        """The labels this speaker uses."""
        return Labels(self.lang, self.workflow, self.register, self.lifecycle, self.earlier)

    def inside(self, lifecycle: str | None) -> Speaker:
        """The same speaker, reading short names from this lifecycle."""
        return attrs.evolve(self, lifecycle=lifecycle)

    def say(self, message: Message) -> str:
        """The message as one line of clean text, without capital or full stop of its own.

        Never fails: an unknown id is printed with its params, an empty hole as `…`.
        """
        return self._said(message, 0)

    def sentence(self, message: Message) -> str:
        """The message as a whole sentence: a capital first, a full stop at the end."""
        return as_sentence(self.say(message), self.lang)

    def words(self, id: str, /, **params: object) -> str:
        """`say` for an id and its params, as the renderers of this room use it."""
        return self._said(Message(id, params), 0)

    def tell(self, value: object) -> str:
        """One param as text: a label, a value, a nested message, or a list of these."""
        return self._told("", value, 0)

    def fill(self, template: str, params: Mapping[str, object]) -> str:
        """A template that stands in no catalogue, filled: one line of clean text."""
        return self._filled(template, params, 0)

    def parties(self, ids: tuple[str, ...], most: int = 8) -> str:
        """Parties by their labels as one list, those beyond `most` as a number."""
        names = [self.labels.party(id) for id in ids]
        if len(names) > most + 1:
            more = self.words("list.more", count=len(names) - most)
            names = [*names[:most], more]
        return list_text(names, self.lang)

    def _said(self, message: Message, depth: int) -> str:
        template = self.catalogue.sentence(message.id, self.lang)
        if template is not None:
            return self._filled(template, message.params, depth)
        told = [f"{name}: {self._told(name, one, depth)}" for name, one in message.params.items()]
        return one_line(message.id + (f" ({', '.join(told)})" if told else ""))

    def _filled(self, template: str, params: Mapping[str, object], depth: int) -> str:
        def fill(name: str, forms: tuple[str, ...]) -> str:
            if name not in params:
                return _MISSING
            value = params[name]
            match forms:
                case (one, many):
                    return one if is_one(value) else many
                case (joiner,) if isinstance(value, list | tuple | set | frozenset):
                    return list_text(self._all(name, value, depth), self.lang, joiner)
            return self._told(name, value, depth)

        if self.lang != "en":
            return one_line(filled(template, fill))
        told = filled(_ARTICLE.sub(_AWAITED, template), fill)
        return one_line(_AWAITING.sub(_article, told))

    def _all(
        self, name: str, value: list[object] | tuple[object, ...] | set[object] | frozenset[object],
        depth: int,
    ) -> list[str]:  # fmt: skip
        told = [self._told(name, one, depth) for one in value]
        return sorted(told) if isinstance(value, set | frozenset) else told

    def _told(self, name: str, value: object, depth: int) -> str:
        if depth > _DEEPEST:
            return _MISSING
        match value:
            case Message():
                return self._said(value, depth + 1)
            case Name(family=family, name=own):
                return self._named(family, own)
            case Who(lifecycle=lifecycle):
                full = f"{lifecycle}.{value.name}" if lifecycle else value.name
                return self._named(value.kind, full)
            case Declared():
                label = self.labels.among(value.labels)
                return label or one_line(value.name.replace("_", " "))
            case list() | tuple() | set() | frozenset():
                return list_text(self._all(name, value, depth + 1), self.lang)
            case Enum():
                return self._told(name, value.value, depth + 1)
            case str() if name in _CODED:
                return self._named(name, value)
            case int() if name in _ORDINALS and not isinstance(value, bool):
                return str(value)
        return value_text(value, self.lang)

    def _named(self, family: str, name: str) -> str:
        if family == "settled_by":
            return self._settled_by(name)
        if family == "word":
            return self._word(*name.rpartition("=")[::2])
        word = self.catalogue.sentence(f"word.{family}.{name}", self.lang)
        return self.labels.of(family, name) if word is None else one_line(word)


    def _settled_by(self, parameter: str) -> str:
        """Who may set a parameter: by label or in the author's words, else whoever writes this."""
        known = {} if self.workflow is None else self.workflow.parameters
        found = known.get(parameter)
        if found is None or (found.settled_by is None and not found.settled_text):
            return self.words("word.settled_by.nobody")
        said = self.labels.among(found.settled_text)
        return said or self.tell(found.settled_by)

    def _word(self, fact: str, word: str) -> str:
        """A word that was or can be chosen: its label, else a word that everybody knows."""
        label = self.labels.word(fact, word)
        known = self.catalogue.sentence(f"word.answer.{word}", self.lang)
        return one_line(known) if known is not None and label == word else label


def _article(found: re.Match[str]) -> str:
    return ("an " if found[1].lower() in "aeio" else "a ") + found[1]


def as_sentence(text: str, lang: str) -> str:
    """A text with a capital first and a full stop at its end; a Dutch ij gets both capitals.

    >>> as_sentence("ijkpunt is bekend", "nl"), as_sentence("Is it?", "en")
    ('IJkpunt is bekend.', 'Is it?')
    """
    ended = text.endswith((".", "!", "?", "…", ":"))
    return capital(text, lang) + ("" if ended or not text else ".")


def capital(text: str, lang: str) -> str:
    """A text with a capital first, also behind a quotation mark.

    >>> capital('"ijken" is gedaan', "nl"), capital("is it", "en")
    ('"IJken" is gedaan', 'Is it')
    """
    at = 1 if text[:1] == '"' else 0
    end = at + (2 if lang == "nl" and text[at : at + 2] == "ij" else 1)
    return text[:at] + text[at:end].upper() + text[end:]
