"""`checks`: faults in workflows that a plugin looks for.

What a check is, is `definitions.checks`; here what a plugin raises in one is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from samenwerk.definitions.texts import Texts
from samenwerk.hooks.calling.contained import contained
from samenwerk.hooks.shapes import OWN, listed, wrong


def fits(plugin: str, answer: object) -> tuple[Any, ...]:
    """The checks a plugin gave; raises PluginError."""

    def right(one: Any) -> bool:
        return isinstance(one.code, str) and isinstance(one.TEXTS, Mapping) and callable(one.check)

    def odd() -> tuple[object, str] | None:
        for one in answer if isinstance(answer, list | tuple) else ():
            for code, texts in one.TEXTS.items():
                if not isinstance(texts, Mapping):
                    return texts, f"TEXTS[{code!r}]: Mapping[str, Texts], by language"
                for lang, said in texts.items():
                    if not isinstance(said, Texts):
                        return said, f"TEXTS[{code!r}][{lang!r}]: Texts"
        return None

    found = listed(plugin, "checks", answer, right, "Check")
    if plugin == OWN:
        return found
    unfit: tuple[object, str] | None = contained(plugin, "checks", odd)
    if unfit is not None:
        raise wrong(plugin, "checks", *unfit)
    return tuple(_Contained(plugin, check) for check in found)


def names(brought: tuple[Any, ...]) -> tuple[str, ...]:
    """The codes of the faults."""
    return tuple(check.code for check in brought)


class _Contained:
    """A plugin's check whose exceptions are named."""

    def __init__(self, plugin: str, check: Any) -> None:
        self._plugin, self._check = plugin, check
        self.code: str = check.code
        self.TEXTS = check.TEXTS
        self.good: str = getattr(check, "good", "")
        self.bad: str = getattr(check, "bad", "")

    def check(self, reading: Any) -> Iterator[Any]:
        """What the plugin's check finds."""
        from samenwerk.values.diagnostic import Diagnostic

        hook = f"check {self.code}"
        codes = sorted({key.partition(" ")[0] for key in self.TEXTS})
        found = contained(self._plugin, hook, lambda: list(self._check.check(reading)))
        for one in found:
            if not isinstance(one, Diagnostic):
                raise wrong(self._plugin, hook, one, "Diagnostic")
            if one.code not in codes:
                raise wrong(self._plugin, hook, one.code, f"Diagnostic.code: {' | '.join(codes)}")
            yield one
