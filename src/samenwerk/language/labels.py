"""What something is called: the label of a declared name, of a party, of who is meant.

Labels come from the workflow and the register; a name without one is printed as its own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from samenwerk.language.clean import one_line
from samenwerk.values.declared import Fact, Window, Workflow
from samenwerk.values.effect import REMINDER
from samenwerk.values.register import Register
from samenwerk.values.tree import Rule, Versions
from samenwerk.values.who import Declared

_SHELVES = {
    "sort": "sorts",
    "group": "groups",
    "table": "tables",
    "map": "maps",
    "role": "roles",
    "subject": "subjects",
    "mandate": "mandates",
    "fact": "facts",
    "open": "facts",
    "silent": "facts",
    "document": "documents",
    "date": "days",
    "calendar": "calendars",
    "parameter": "parameters",
    "calculation": "calculations",
    "pool": "pools",
    "queue": "queues",
    "rule": "rules",
    "decision": "decisions",
    "say": "says",
    "duty": "duties",
    "window": "windows",
    "invariant": "invariants",
    "lifecycle": "lifecycles",
    "transition": "transitions",
    "effect": "effects",
}
_OWN: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("effect", REMINDER): {"nl": "herinnering", "en": "reminder"},
}
"""What is called by no workflow."""


@attrs.frozen
class Labels:
    """Finds labels in one language; without a workflow or register names are their own words.

    `lifecycle` is the one from which short names are read: its own names come first. `earlier`
    are the workflows that were in effect before, for what the present one no longer has.
    """

    lang: str
    workflow: Workflow | None = None
    register: Register | None = None
    lifecycle: str | None = None
    earlier: tuple[Workflow, ...] = ()

    def of(self, family: str, name: str) -> str:
        """The label of `name` in `family` ("step", "change.adopt"); never fails.

        The other language stands in for a missing label; then the last part of the name, with
        spaces for its underscores.

        >>> Labels("nl").of("step", "change.hand_over")
        'hand over'
        """
        if family == "party":
            return self.party(name)
        if family == "case":
            return one_line(name)
        if family == "looked_in":
            return self.looked_in(name)
        if family == "version":
            return self.version(*name.rpartition("@")[::2])
        if family == "exception":
            return self.exception(*name.rpartition("@")[::2])
        if family == "word":
            return self.word(*name.rpartition("=")[::2])
        declared = self.declared(family, name)
        own = _OWN.get((family, name), {})
        label = self.among(own if declared is None else declared.labels)
        return label or one_line(name.rpartition(".")[2].replace("_", " "))

    def version(self, rule: str, version: str) -> str:
        """The label of a version of a rule; without one its name."""
        declared = self.declared("rule", rule)
        part = declared.part if isinstance(declared, Rule) else None
        known = part.versions if isinstance(part, Versions) else ()
        labels = next((one.labels for one in known if one.name == version), {})
        return self.among(labels) or one_line(version.replace("_", " "))

    def looked_in(self, name: str) -> str:
        """Where was looked in vain for what the rules are silent about."""
        declared = self.declared("fact", name)
        return (self.among(declared.looked_in) if isinstance(declared, Fact) else None) or "…"

    def exception(self, window: str, exception: str) -> str:
        """The label of an exception to a window; without one its name."""
        declared = self.declared("window", window)
        known = declared.exceptions if isinstance(declared, Window) else ()
        labels = next((one.labels for one in known if one.name == exception), {})
        return self.among(labels) or one_line(exception.replace("_", " "))

    def word(self, fact: str, word: str) -> str:
        """The label of a word that can be chosen for a fact or as an answer; else the word."""
        declared = self.declared("fact", fact)
        known = declared.words.get(word, {}) if isinstance(declared, Fact) else {}
        return self.among(known) or one_line(word.replace("_", " "))

    def party(self, id: str) -> str:
        """The label of a party, or of a table that speaks as one; else its id as words."""
        party = self.register.party(id) if self.register else None
        label = None if party is None else self.among(dict(party.names))
        if label is None and self.workflow is not None and id in self.workflow.tables:
            label = self.among(self.workflow.tables[id].labels)
        return label or one_line(id.replace("_", " "))

    def among(self, labels: Mapping[str, str]) -> str | None:
        """The label in this language, else in another; None when there is none.

        >>> Labels("nl").among({"en": "table"})
        'table'
        """
        for lang in dict.fromkeys((self.lang, "en", "nl", *sorted(labels))):
            label = one_line(labels.get(lang, ""))
            if label:
                return label
        return None

    def declared(self, family: str, name: str) -> Declared | None:
        """What is declared under a short or full name of a family; None when nothing is."""
        for workflow in (self.workflow, *self.earlier):
            found = None if workflow is None else self._declared(workflow, family, name)
            if found is not None:
                return found
        return None

    def _declared(self, workflow: Workflow, family: str, name: str) -> Declared | None:
        if family == "workflow":
            return workflow
        if family == "region":
            map, _, region = name.partition(".")
            found = workflow.maps.get(map)
            return None if found is None else found.regions.get(region)
        if family in ("step", "state"):
            return self._inside(workflow, family, name)
        shelf = getattr(workflow, _SHELVES.get(family, ""), None)
        if not isinstance(shelf, Mapping):
            return None
        return next(self._candidates(shelf, name), None)

    def _inside(self, workflow: Workflow, family: str, name: str) -> Declared | None:
        lifecycle, dot, short = name.partition(".")
        found = workflow.lifecycles.get(lifecycle if dot else self.lifecycle or "")
        if found is None:
            return None
        shelf: Mapping[str, Declared] = found.steps if family == "step" else found.states
        return shelf.get(short if dot else name)

    def _candidates(self, shelf: Mapping[str, Any], name: str) -> Iterator[Declared]:
        """What a short or full name can mean, the surest first."""
        short = name.rpartition(".")[2]
        for key in (f"{self.lifecycle}.{name}", name, short):
            if key in shelf:
                yield shelf[key]
        # A leaf may know only the short name of what one lifecycle alone declares.
        inside = [one for key, one in shelf.items() if key.rpartition(".")[2] == short]
        if inside and len({tuple(sorted(one.labels.items())) for one in inside}) == 1:
            yield inside[0]
