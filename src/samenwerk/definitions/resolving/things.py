"""What is known and decided: facts, questions, documents, decisions, windows, named days.

Each is made of its node, with every name resolved; lifecycles and their steps are
`lifecycles`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from samenwerk.core.leaves.silent import WORDS
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.fitting import share_in, wrong_type
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.methods import Offers, method_of
from samenwerk.definitions.resolving.names import Context, Hit, Names
from samenwerk.definitions.resolving.people import People, common, flag, texts, told
from samenwerk.values.declared import FACT_TYPES, Day, Decision, Document, Fact
from samenwerk.values.share import Share

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.days import Days


def own_context(hit: Hit) -> Context:
    """Where the names of a declared thing are looked up: its own lifecycle first."""
    return Context((hit.lifecycle,), hit.lifecycle) if hit.lifecycle else Context()


class Things:
    """Makes each of them once; what has faults is None everywhere and reported once."""

    days: Days

    def __init__(
        self, names: Names, people: People, faults: Faults, offers: Callable[[], Offers]
    ) -> None:
        self.offers = offers
        self.names = names
        self.people = people
        self.faults = faults
        self._facts: dict[str, Fact | None] = {}
        self._decisions: dict[str, Decision | None] = {}

    def facts(self) -> dict[str, Fact]:
        """All facts and open questions without faults, by full name."""
        hits = [hit for family in _MAKERS for hit in self.names.everywhere(family)]
        found = ((hit.full, self.fact(hit)) for hit in hits)
        return dict(sorted((name, fact) for name, fact in found if fact is not None))

    def fact(self, hit: Hit) -> Fact | None:
        """A declared fact or question."""
        if hit.full not in self._facts:
            self._facts[hit.full] = None  # a fact that needs itself is no fact
            if hit.node.is_table:
                self._facts[hit.full] = _MAKERS[hit.family](self, hit)
        return self._facts[hit.full]

    def _fact(self, hit: Hit) -> Fact | None:
        node = hit.node
        kind = texts(node.get("type"))
        by = self.people.whos(node.get("by"), own_context(hit))
        fixed = self._step(node.get("fixed_from"), hit)
        if not kind or kind[0] not in FACT_TYPES:
            return None
        one_of = texts(node.get("one_of"))
        if kind[0] == "choice" and node.get("one_of") is None:
            self.faults.add("SW108", node, key=True, case="key one_of", written="one_of")
            return None
        if kind[0] == "choice" and not self._some(node.table["one_of"]):
            return None
        for key in ("one_of", "word"):
            if kind[0] != "choice" and node.get(key) is not None:
                self.faults.add("SW107", node.table[key], key=True, case="choice",
                                written=key, other=kind[0])  # fmt: skip
        per, own = texts(node.get("per")) == ("party",), flag(node.get("own"))
        if own and not per:
            self.faults.add("SW108", node.table["own"], key=True, case="own", written="per")
            return None
        silent = node.get("silence")
        silence = None if silent is None else self.days.value(kind[0], silent, one_of)
        return Fact(
            name=hit.name,
            type=kind[0],
            lifecycle=hit.lifecycle,
            one_of=one_of,
            per=per,
            own=own,
            by=by,
            fixed_from=fixed,
            silence=silence,
            words=self._words(node.get("word"), one_of) if kind[0] == "choice" else {},
            **common(node),
        )

    def _open(self, hit: Hit) -> Fact | None:
        node = hit.node
        by = self.people.whos(node.get("by"), own_context(hit))
        answers = node.get("answers")
        if answers is None or not self._some(answers):
            return None
        return Fact(
            name=hit.name,
            type="choice",
            lifecycle=hit.lifecycle,
            one_of=texts(answers),
            by=by,
            question=True,
            words=self._words(node.get("word"), texts(answers)),
            **common(node),
        )

    def _silent(self, hit: Hit) -> Fact | None:
        node = hit.node
        by = self.people.whos(node.get("by"), own_context(hit))
        looked_in = told(node.get("looked_in"))
        if not by or not looked_in:
            return None
        return Fact(
            name=hit.name,
            type="choice",
            lifecycle=hit.lifecycle,
            one_of=WORDS,
            by=by,
            question=True,
            looked_in=looked_in,
            words=self._words(node.get("word"), WORDS),
            **common(node),
        )

    def _words(self, node: Node | None, known: tuple[str, ...]) -> dict[str, Mapping[str, str]]:
        """The labels of words; one of a word that cannot be chosen is reported."""
        found = {}
        for word, item in (node.table if node is not None else {}).items():
            if word in known:
                found[word] = told(item)
            else:
                near = self.faults.nearest(word, known)
                self.faults.add("SW106", item, key=True, nearest=near, written=word, allowed=known)
        return found

    def _some(self, words: Node) -> bool:
        """Whether there is something to choose from; an empty list is reported."""
        if words.value == []:
            wrong_type(self.faults, words, "texts")
        return isinstance(words.value, list) and bool(texts(words))

    def _step(self, node: Node | None, hit: Hit) -> str | None:
        """A step by its short name in the own lifecycle of a thing, else by its full one."""
        found = self.names.look_up("step", node, own_context(hit))
        if found is None:
            return None
        return found.name if found.lifecycle == hit.lifecycle else found.full

    def documents(self) -> dict[str, Document]:
        """All documents without faults, by full name."""
        found = {hit.full: self.document(hit) for hit in self.names.everywhere("document")}
        return {name: one for name, one in found.items() if one is not None}

    def document(self, hit: Hit) -> Document | None:
        """A declared document."""
        if not hit.node.is_table:
            return None
        by = self.people.whos(hit.node.get("by"), own_context(hit))
        return Document(name=hit.name, lifecycle=hit.lifecycle, by=by, **common(hit.node))

    def decisions(self) -> dict[str, Decision]:
        """All decisions without faults, by full name."""
        found = {hit.full: self.decision(hit) for hit in self.names.everywhere("decision")}
        return {name: one for name, one in found.items() if one is not None}

    def decision(self, hit: Hit) -> Decision | None:
        """A declared decision."""
        if hit.full not in self._decisions:
            self._decisions[hit.full] = None
            if hit.node.is_table:
                self._decisions[hit.full] = self._decision(hit)
        return self._decisions[hit.full]

    def _decision(self, hit: Hit) -> Decision | None:
        node, context = hit.node, own_context(hit)
        people, days = self.people, self.days
        fields: dict[str, Any] = {
            "by": people.whos(node.get("by"), context),
            "on": people.full_names("subject", node.get("on")),
            "share": days.share(node.get("share"), context),
            "weight": self._weight(node.get("weight"), hit),
            "weight_share": days.share(node.get("weight_share"), context),
            "quorum": self._quorum(node.get("quorum"), context),
            "sorts": people.full_names("sort", node.get("sorts")),
            "may_ask": people.whos(node.get("may_ask"), context),
            "veto": people.whos(node.get("veto"), context),
            "second_person": flag(node.get("second_person")),
            "same_text": self._short("document", node.get("same_text"), context),
            "opens_at": self._short("step", node.get("opens_at"), context),
            "closes": days.day(node.get("closes"), context),
            "answer_within": days.term(node.get("answer_within"), context, node),
        }
        for word in ("share_of", "absent", "abstain", "held"):
            written = texts(node.get(word))
            if written:
                fields[word] = written[0]
        looks_at = self._looked_at(node.get("looks_at"), hit)
        given, fine = days.given(node.get("with"), context)
        method = method_of(node, given, self.offers(), self.faults) if fine else None
        if method is None or not fields["by"]:
            return None
        fields |= {"method": method[0], "given": method[1], "looks_at": looks_at}
        return Decision(name=hit.name, lifecycle=hit.lifecycle, **fields, **common(node))

    def _quorum(self, node: Node | None, context: Context) -> int | Share | None:
        if node is not None and type(node.value) is int:
            return int(node.value)
        return share_in(node) or self.days.share(node, context)

    def _looked_at(self, node: Node | None, hit: Hit) -> tuple[str, ...]:
        """The facts at which a method looks, by the case that they are of."""
        found = []
        for one in [] if node is None else node.items:
            fact = self.names.look_up("fact", one, own_context(hit))
            if fact is not None:
                found.append(f"{fact.qualifier}.{fact.name}" if fact.qualifier else fact.full)
        return tuple(found)

    def _weight(self, node: Node | None, hit: Hit) -> str | None:
        found = self.names.look_up("fact", node, own_context(hit))
        fact = None if found is None else self.fact(found)
        if found is None or fact is None or node is None:
            return None
        if fact.type != "whole_number" or not fact.per:
            self.faults.add("SW117", node, nearest_at=found.node, case="weight",
                            written=node.text)  # fmt: skip
            return None
        return f"{found.qualifier}.{found.name}" if found.qualifier else found.full

    def _short(self, kind: str, node: Node | None, context: Context) -> str | None:
        found = self.names.look_up(kind, node, context)
        return None if found is None else found.name

    def named_days(self) -> dict[str, Day]:
        """All named days without faults, by full name, each for a case of its own lifecycle."""
        made: dict[str, Day] = {}
        for hit in self.names.everywhere("date"):
            operand = self.days.named_day(hit, hit.node, own_context(hit))
            if operand is not None:
                made[hit.full] = Day(name=hit.full, is_=operand, **common(hit.node))
        return made


_MAKERS: Mapping[str, Callable[[Things, Hit], Fact | None]] = {
    "fact": Things._fact, "open": Things._open, "silent": Things._silent,
}  # fmt: skip
"""What is recorded as a fact, by family."""
