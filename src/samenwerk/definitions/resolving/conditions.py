"""Conditions as written, made into the tree: rules by name, composition, quantifiers, leaves.

What a leaf makes of its own line is the leaf's, by `line`. A rule is made anew for each kind of
case in which it is asked, because the names of a lifecycle mean another case there; equal ones
are one object.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.core.leaf import Leaf
from samenwerk.core.leaves.window import Window as WindowLeaf
from samenwerk.definitions.keys.condition_keys import EACH, EMPTY, QUANTIFIERS, SAME, condition_keys
from samenwerk.definitions.keys.dutch import DUTCH
from samenwerk.definitions.laying.fitting import check_value, wrong_type
from samenwerk.definitions.laying.mending import key_repair, unknown_key
from samenwerk.definitions.laying.merge import Node as Written
from samenwerk.definitions.laying.structure import missing
from samenwerk.definitions.resolving.line import WrittenLine
from samenwerk.definitions.resolving.names import Context, Hit
from samenwerk.definitions.resolving.people import common, flag
from samenwerk.definitions.resolving.resting import Resting
from samenwerk.definitions.resolving.rule_versions import versions
from samenwerk.values.declared import SEVERITIES
from samenwerk.values.tree import All, Ask, AtLeast, Each, Named, Need, Node, Not, Rule, Some

if TYPE_CHECKING:
    from samenwerk.definitions.resolving.resolve import Resolver


class Conditions:
    """Makes the nodes of the tree; what has faults is None and was reported."""

    def __init__(self, resolver: Resolver, kinds: Mapping[str, type[Leaf]]) -> None:
        self.resolver = resolver
        self.names = resolver.names
        self.faults = resolver.faults
        self.kinds = kinds
        self.keys = condition_keys(kinds)
        self._leaves: dict[Any, Any] = {}
        self._equal: dict[Rule, Rule] = {}
        self.resting = Resting(self.faults)

    def needs(self, node: Written | None, context: Context) -> tuple[Need, ...]:
        """The lines of a `needs`, each with what it means when it is not met."""
        return tuple(need for one in _items(node) for need in self.need(one, context))

    def need(self, node: Written, context: Context) -> list[Need]:
        """One such line; a say may also ask for an explanation, a duty has its own severity."""
        word = next(iter(node.table)) if node.is_table and len(node.table) == 1 else "condition"
        name = node.get(word) if word in ("say", "duty") else node
        if name is not None and name.text is not None:
            hit = self.names.find(word if name is not node else "condition", name.text,
                                  context.scopes)  # fmt: skip
            if hit is not None and hit.family in ("say", "duty"):
                self.resting.count(1)
                says, duties = self.resolver.says, self.resolver.duties
                asked = says.said if hit.family == "say" else duties.needs
                return asked(hit, context, name)
        part = self.condition(node, context)
        if part is None:
            return []
        if isinstance(part, Named):
            return [Need(part, part.severity or part.rule.severity, part.rule)]
        return [Need(part, "block")]

    def all_of(self, node: Written | None, context: Context) -> tuple[Node, ...] | None:
        """Every condition of a list; None when one of them has faults."""
        found = [self.condition(one, context) for one in _items(node)]
        parts = tuple(one for one in found if one is not None)
        return parts if len(parts) == len(found) else None

    def condition(self, node: Written, context: Context) -> Node | None:
        """One condition: the name of a rule, decision, say or window, or a table."""
        self.resting.count(1)
        if node.text is not None:
            return self._by_name(node, context)
        if not node.is_table:
            wrong_type(self.faults, node, "condition")
            return None
        word = next((word for word in QUANTIFIERS if node.get(word) is not None), None)
        if word is not None and not (word == "share" and node.get("decision") is not None):
            return self._each(word, node, context)
        return self._asked(node, context)

    def _by_name(self, node: Written, context: Context) -> Node | None:
        hit = self.names.look_up("condition", node, context)
        if hit is None:
            return None
        if hit.family == "rule":
            rule = self.rule(hit, context, node)
            return None if rule is None else Named(rule)
        if hit.family == "say":
            return self.resolver.says.condition(hit, context, node)
        if hit.family == "duty":
            return self.resolver.duties.condition(hit, context, node)
        line = Written({hit.family: node}, node.source, node.path)
        if hit.family == "window":
            return self._window(line, context)
        return self._leaf(hit.family, line, context)

    def _word(self, node: Written, inner: bool) -> str | None:
        """The first word; the keys that do not fit it are reported."""
        words = [word for word in self.keys if word != "in" and node.get(word) is not None]
        if not words and inner and node.get("in") is not None:
            words = ["in"]
        if not words:
            known = tuple(key for key in (*self.keys, *QUANTIFIERS) if inner or key != "in")
            first = next(iter(node.table), "")
            near = self.faults.nearest(first, known, DUTCH)
            at = node.table[first] if first else node
            repair = key_repair(at, first, known, node.table) if first and near else None
            self.faults.add("SW116", at, key=True, nearest=near, repair=repair, written=first,
                            known=known)  # fmt: skip
            return None
        if len(words) > 1:
            one, two = words[0], words[1]
            self.faults.add("SW107", node.table[two], key=True, nearest_at=node.table[one],
                            case="both", written=two, other=one)  # fmt: skip
            return None
        return words[0]

    def _asked(self, node: Written, context: Context, inner: bool = False) -> Node | None:
        """A condition that is no quantifier; `inner`: about each case of one, so `in` is a word."""
        word = self._word(node, inner)
        if word is None or not self._keys_fit(word, node):
            return None
        if word == "rule":
            hit = self.names.look_up("rule", node.get("rule"), context)
            rule = None if hit is None else self.rule(hit, context, node.table["rule"])
            severity = node.get("severity")
            told = severity.text if severity is not None else None
            return None if rule is None else Named(rule, told)
        if word in ("say", "duty"):
            at = node.table[word]
            hit = self.names.look_up(word, at, context)
            made = self.resolver.says if word == "say" else self.resolver.duties
            return None if hit is None else made.condition(hit, context, at)
        if word == "not":
            part = self._by_name(node.table["not"], context)
            return None if part is None else Not(part)
        if word == "any":
            parts = [self._by_name(one, context) for one in node.table["any"].items]
            found = tuple(part for part in parts if part is not None)
            return Some(found) if found and len(found) == len(parts) else None
        if word == "window":
            return self._window(node, context)
        asked = self._leaf(SAME.get(word, word), node, context, word)
        turned = word == "not_done" or (word == "decision" and node.get("outcome") is not None)
        return Not(asked) if asked is not None and turned else asked

    def _keys_fit(self, word: str, node: Written) -> bool:
        keys = self.keys[word]
        fine = True
        for name, item in node.table.items():
            if name not in keys:
                unknown_key(self.faults, item, name, keys, node.table)
                fine = False
            else:
                check_value(keys[name], item, self.faults)
        missing(keys.values(), node, self.faults)
        return fine and all(
            not key.needed or node.get(name) is not None for name, key in keys.items()
        )

    def _leaf(
        self, kind: str, node: Written, context: Context, word: str | None = None
    ) -> Ask | None:
        rename = {"done": "not_done"} if word == "not_done" else {}
        line = WrittenLine(node, context, self.resolver, rename)
        leaf = self.kinds[kind].read(line)
        return None if leaf is None else self.ask(leaf)

    def _window(self, node: Written, context: Context) -> Node | None:
        """A window; one with exceptions is open on its own days, or on theirs with their needs."""
        asked = self._leaf("window", node, context)
        found = WrittenLine(node, context, self.resolver).declared("window", "window")
        if asked is None or found is None or not found[0].exceptions:
            return asked
        name = found[0].name
        parts = tuple(
            All((self.ask(WindowLeaf(name, one.opens, one.last_day, one.name)), *one.needs))
            for one in found[0].exceptions
        )
        return Some((asked, *parts))

    def ask(self, leaf: Leaf) -> Ask:
        """The node of a leaf; equal leaves are one object."""
        return Ask(self._leaves.setdefault(leaf, leaf))

    def _each(self, word: str, node: Written, context: Context) -> Node | None:
        mine = tuple(key.name for key in EACH[word])
        several = [one for one in QUANTIFIERS if one in node.table]
        if len(several) > 1:
            self.faults.add("SW107", node.table[several[1]], key=True, case="both",
                            nearest_at=node.table[several[0]], written=several[1],
                            other=several[0])  # fmt: skip
            return None
        count, share, fine = self._size(word, node, context)
        empty = node.get("when_empty")
        if empty is not None and "when_empty" in mine:
            check_value(EMPTY, empty, self.faults)
        hit = self.resolver.people.of_copy(node.table[word], context)
        hit = hit or self.names.look_up("among", node.table[word], context)
        if node.table[word].text is None:
            wrong_type(self.faults, node.table[word], "name")
        if hit is None:
            return None
        among = per = under = None
        inner, cases, home = attrs.evolve(context, bound="party"), None, context.home or ""
        if hit.family == "lifecycle":
            cases, home = hit.name, self.resolver.nearest_common(context.home, hit.name)
            inner = Context((hit.name, *context.scopes), hit.name, "case")
            per, under = self.resolver.lifecycles.per(hit.name)
        else:
            among = self.resolver.people.who(node.table[word], context)
            fine = fine and among is not None
        part: Node | None = None
        rest = {name: item for name, item in node.table.items() if name not in mine}
        if rest:
            part = self._asked(Written(rest, node.source, node.path), inner, cases is not None)
            fine = fine and part is not None
        met = empty is not None and empty.text == "met"
        if not fine:
            return None
        return Each(word, among, cases, home, part, count, share, met, per, under)

    def _size(self, word: str, node: Written, context: Context) -> tuple[int, Any, bool]:
        if word not in ("count", "share"):
            return 0, None, True
        least = node.get("at_least")
        if least is None:
            self.faults.add("SW108", node, case=f"key {word}", written="at_least")
            return 0, None, False
        check_value(EACH[word][1], least, self.faults)
        if word == "count":
            sound = type(least.value) is int and least.value >= 0
            return least.value if sound else 0, None, sound
        share = self.resolver.days.share(least, context)
        return 0, share, share is not None

    def rule(self, hit: Hit, context: Context, at: Written) -> Rule | None:
        """A declared rule, for a case of the context; `at` is where it is used."""
        scopes = (hit.lifecycle,) if hit.lifecycle else ()
        inner = Context(scopes, context.home, context.bound)

        def made() -> Rule | None:
            rule = self._rule(hit, inner) if hit.node.is_table else None
            return None if rule is None else self._equal.setdefault(rule, rule)

        return self.resting.once("rule", hit.full, at, made, context.home, context.bound)

    def _rule(self, hit: Hit, context: Context) -> Rule | None:
        node = hit.node
        part = self._part(node, context, hit.full)
        severity = node.get("severity")
        told = severity.text if severity is not None and severity.text else "block"
        papers = self._papers(node, context)
        if part is None or told not in SEVERITIES:
            return None
        return Rule(
            name=hit.full,
            part=part,
            severity=told,
            papers=papers,
            unknown_too=flag(node.get("unknown_too")),
            **common(node),
        )

    def _papers(self, node: Written, context: Context) -> tuple[str, ...]:
        written = node.get("or_explain")
        listed = [] if written is None else written.items
        hits = (self.names.look_up("document", one, context) for one in listed)
        return tuple(hit.name for hit in hits if hit is not None)

    def _part(self, node: Written, context: Context, rule: str) -> Node | None:
        if node.get("version") is not None:
            return versions(self, node, context, rule)
        return self.form(node, context)

    def form(self, node: Written, context: Context) -> Node | None:
        """What all, any, none, among or plugin of a rule or of one of its versions asks."""
        forms = [key for key in ("all", "any", "none", "among", "plugin") if key in node.table]
        if len(forms) != 1:
            return None
        if forms[0] == "plugin":
            return self._leaf("plugin_rule", node, context)
        listed = node.table[forms[0]]
        if not isinstance(listed.value, list):
            return None
        parts = self.all_of(listed, context)
        if not listed.value:
            self.faults.add("SW107", listed, case="empty", written=forms[0])
            return None
        if parts is None:
            return None
        match forms[0]:
            case "all":
                return All(parts) if len(parts) > 1 else parts[0]
            case "any":
                return Some(parts) if len(parts) > 1 else parts[0]
            case "none":
                return Not(Some(parts)) if len(parts) > 1 else Not(parts[0])
        least = node.get("at_least")
        if least is None or type(least.value) is not int:
            return None
        if not 1 <= least.value <= len(parts):
            self.faults.add("SW117", least, case="among", written=str(least.value), most=len(parts))
            return None
        return AtLeast(least.value, parts)


def _items(node: Written | None) -> list[Written]:
    if node is None or not isinstance(node.value, list):
        return []
    return node.value
