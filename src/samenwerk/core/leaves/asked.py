"""`plugin_rule`: a condition that a plugin judges; its answer is recorded before the decision."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import question, spelled
from samenwerk.core.view import View, advised
from samenwerk.core.ways import NOTHING_NEEDED, Unadvisable, Way
from samenwerk.values.cell import Cell, Value
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import Constant


@attrs.frozen
class Asked:
    """What a plugin's rule answered, with these parameters, in the case at hand.

    The engine asks the plugin once per decision; the leaf only reads the answer, so that a
    replay never asks again and a proof lets it be no, unknown or yes.
    """

    plugin: str
    rule: str
    given: tuple[tuple[str, Value], ...] = ()

    word: ClassVar[str] = "plugin_rule"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "plugin": Key("plugin_rule", "de regel van een plug-in", "a plugin's rule", needed=True),
        "with": Key("values", "waarmee de regel rekent", "what the rule works with"),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "plugin_rule.met": "{rule} is in orde volgens {plugin}",
            "plugin_rule.unmet": "{rule} is niet in orde volgens {plugin}",
            "plugin_rule.unknown": "{plugin} weet nog niet of {rule} in orde is",
            "plugin_rule.ask": 'plug-in {plugin} beoordeelt "{rule}"; daar is hier geen advies '
            "over",
            "plugin_rule.advice": "volgens plug-in {plugin} helpt dit: {ways}",
        },
        "en": {
            "plugin_rule.met": "{rule} is in order according to {plugin}",
            "plugin_rule.unmet": "{rule} is not in order according to {plugin}",
            "plugin_rule.unknown": "{plugin} does not know yet whether {rule} is in order",
            "plugin_rule.ask": 'plugin {plugin} judges "{rule}"; no advice on that here',
            "plugin_rule.advice": "plugin {plugin} says that this helps: {ways}",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `plugin = "voorbeeld.fair_share"`, `with = { ... }` in a rule."""
        found = line.declared("plugin", "plugin_rule")
        return None if found is None else found[0]

    @functools.cached_property
    def key(self) -> str:
        """As `plugin voorbeeld.fair_share limit=3`."""
        given = [f"{name}={spelled(Constant(value))}" for name, value in self.given]
        return " ".join([f"plugin {self.plugin}.{self.rule}", *given])

    @property
    def asks(self) -> str:
        """What the plugin is asked: the condition itself."""
        return self.key

    def question(self, view: View) -> str:
        """The name under which the answer travels with the command."""
        return question(Cell(view.case.id, "answer", self.key, view.who))

    def evaluate(self) -> Evaluate:
        """The answer; unknown when nobody asked."""
        return lambda view: view.answers.get(self.question(view), UNKNOWN)

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The answer alone."""
        return (Cell(view.case.id, "answer", self.key, view.who),)

    def message(self, view: View, truth: int) -> Message:
        """What the plugin thinks."""
        ending = {NO: "unmet", UNKNOWN: "unknown", YES: "met"}[truth]
        return Message(f"plugin_rule.{ending}", self._named())

    def _named(self) -> dict[str, object]:
        return {"rule": Name("plugin_rule", self.rule), "plugin": self.plugin}

    def ways(self, view: View, wanted: bool) -> Way:
        """Only the plugin could say; what it says goes along."""
        met = self.evaluate()(view)
        if met == (YES if wanted else NO):
            return NOTHING_NEEDED
        told = advised(view, self.question(view)) if wanted else ()
        if told:
            return Unadvisable(Message("plugin_rule.advice", {**self._named(), "ways": told}))
        return Unadvisable(Message("plugin_rule.ask", self._named()))

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """Its three answers."""
        words: frozenset[Value] = frozenset((NO, UNKNOWN, YES))
        return tuple(Cut(cell, words=words) for cell in self.reads(view))

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other
