"""The reference of the language as one page: every family, key and condition, with an example.

Made of the same tables that check a text, so that page and check cannot disagree. The examples
stand in `reference_examples`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from samenwerk.core.leaf import Leaf
from samenwerk.definitions.keys.condition_keys import EACH, QUANTIFIERS, condition_keys
from samenwerk.definitions.keys.families import COMMON, FAMILIES
from samenwerk.definitions.keys.inner_keys import INNER
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.definitions.keys.register_keys import LINES, PARTY_KEYS
from samenwerk.definitions.keys.schema import TYPES, Family, Key, Type
from samenwerk.definitions.keys.story_keys import EXPECTED, SCENARIO_KEYS, STORY_KEYS, STORY_TYPES
from samenwerk.definitions.keys.story_keys import LINES as STORY_LINES
from samenwerk.definitions.laying.overlay import GUARDED, STEP_NEEDS
from samenwerk.definitions.laying.structure import RESERVED
from samenwerk.definitions.pages.reference_conditions import CONDITIONS
from samenwerk.definitions.pages.reference_examples import EXAMPLES
from samenwerk.definitions.pages.reference_lines import ABOUT_STORIES
from samenwerk.definitions.pages.reference_notes import CONDITION_NOTES, NOTES
from samenwerk.definitions.pages.reference_prose import HEAD, SAID
from samenwerk.definitions.pages.reference_story import REGISTER, SCENARIO


def reference(kinds: Mapping[str, type[Leaf]] = KINDS, lang: str = "en") -> str:
    """The whole page as Markdown, in one language.

    >>> reference().splitlines()[0]
    '# The language'
    """
    return "".join(_Page(lang).parts(kinds))


@attrs.frozen
class _Page:
    lang: str

    def parts(self, kinds: Mapping[str, type[Leaf]]) -> Iterator[str]:
        """Everything on it, from the top."""
        reserved = ", ".join(f"`{word}`" for word in RESERVED)
        guarded, needs = _words(GUARDED), _words(STEP_NEEDS)
        yield HEAD[self.lang].format(reserved=reserved, guarded=guarded, needs=needs)
        yield self.said("families") + self.keys(COMMON) + "\n"
        for family in FAMILIES.values():
            if family.name != "scenario":
                yield self.family(family, EXAMPLES[family.name])
        yield from self.conditions(kinds)
        yield from self.beside()
        yield self.said("types") + self.types()

    def said(self, id: str, **filled: str) -> str:
        """A sentence or heading of the page."""
        return SAID[self.lang][id].format(**filled) if filled else SAID[self.lang][id]

    def told(self, one: Key | Family | Type) -> str:
        """What a table says of something, in the language of the page."""
        return one.nl if self.lang == "nl" else one.en

    def family(self, family: Family, example: str) -> str:
        """A family with its keys and an example."""
        where = f"[{family.name}]" if family.single else f"[{family.name}.name]"
        above = {
            "state": "lifecycle", "step": "lifecycle", "region": "map", "version": "rule",
            "exception": "window",
        }.get(family.name)  # fmt: skip
        if above is not None:
            where = f"[{above}.x.{family.name}.name]"
        lines = [f"### {family.name}\n", f"`{where}`: {self.told(family)}.\n"]
        lines += [self.keys(family.keys)] if family.keys else []
        lines += [f"{said}\n"] if (said := self._about(family)) else []
        for part in family.parts:
            told = self.said("part", name=part.name, said=self.told(part))
            lines.append(f"{told}\n\n{self.keys(part.keys)}")
        return "\n".join([*lines, f"```toml\n{example}```\n\n"])

    def _about(self, family: Family) -> str:
        said = [self.said("one", words=_words(group)) for group in family.one_of]
        said += [self.said("most", words=_words(group)) for group in family.not_both]
        if family.below:
            said.append(self.said("below", words=_words(family.below)))
        note = NOTES.get(family.name)
        return " ".join([*said, *([note[self.lang]] if note else [])])

    def keys(self, keys: Iterable[Key], types: Mapping[str, Type] = TYPES) -> str:
        """A table of keys, and of the small tables that stand at some of them."""
        rows = [self.row("key", "says", "stands")]
        inner = []
        for key in keys:
            needed = f" ({self.said('needed')})" if key.needed else ""
            stands = _words(key.words) if key.words else self.told(types[key.type])
            rows.append(f"| `{key.name}`{needed} | {self.told(key)} | {stands} |")
            inner += [key] if key.type in INNER and types is TYPES else []
        found = "\n".join(rows) + "\n"
        for key in inner:
            part = self.said("part", name=key.name, said=self.told(key))
            found += f"\n{part}\n\n{self.keys(INNER[key.type])}"
        return found

    def row(self, *names: str) -> str:
        """The head of a table."""
        return f"| {' | '.join(self.said(name) for name in names)} |\n{'|---' * len(names)}|"

    def conditions(self, kinds: Mapping[str, type[Leaf]]) -> Iterator[str]:
        """Every condition with its keys and an example."""
        yield self.said("conditions")
        for word, keys in condition_keys(kinds).items():
            if word in CONDITIONS:
                keys = {**keys, word: attrs.evolve(keys[word], needed=True)}
                example = f"```toml\n{CONDITIONS[word]}\n```\n\n"
                yield f"### {word}\n\n{self.keys(keys.values())}\n{example}"
                note = CONDITION_NOTES.get(word)
                yield f"{note[self.lang]}\n\n" if note else ""
        yield self.said("each")
        for word in QUANTIFIERS:
            yield f"{self.keys(EACH[word])}\n```toml\n{CONDITIONS[word]}\n```\n\n"

    def beside(self) -> Iterator[str]:
        """What stands in the files beside a workflow."""
        yield self.said("register") + self.keys(PARTY_KEYS)
        for family in LINES.values():
            yield f"\n### {family.name}\n\n{self.told(family)}.\n\n{self.keys(family.keys)}"
        yield f"\n```toml\n{REGISTER}```\n\n"
        yield self.said("stories") + self.keys(SCENARIO_KEYS)
        yield f"\n{ABOUT_STORIES[self.lang]}\n"
        yield self.row("line", "happens", "stands", "beside") + "\n"
        for word, line in STORY_LINES.items():
            beside = " · ".join(_words(some) for some in (line.needed, line.may) if some)
            stands = _words(line.key.words) or self.told(STORY_TYPES[line.key.type])
            yield f"| `{word}` | {self.told(line.key)} | {stands} | {beside} |\n"
        yield f"\n{self.said('can')}\n\n{self.keys(STORY_KEYS.values(), STORY_TYPES)}"
        yield f"\n{self.said('expected')}\n\n{self.keys(EXPECTED.values(), STORY_TYPES)}"
        yield f"\n```toml\n{SCENARIO}```\n\n"

    def types(self) -> str:
        """What each kind of value is."""
        rows = [self.row("kind", "stands")]
        rows += [f"| {name} | {self.told(type)} |" for name, type in TYPES.items()]
        return "\n".join(rows) + "\n"


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
