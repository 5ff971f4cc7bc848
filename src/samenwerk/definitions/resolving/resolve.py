"""From a merged document to a `Workflow`: every name resolved, every fault gathered.

Brings the makers together; what each of them does stands in its own file.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from samenwerk.core.leaf import Leaf
from samenwerk.core.leaves.asked import Asked
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.fitting import is_name
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.along import check_along
from samenwerk.definitions.resolving.calculations import Calculations
from samenwerk.definitions.resolving.calendars import Calendars
from samenwerk.definitions.resolving.conditions import Conditions
from samenwerk.definitions.resolving.days import Days
from samenwerk.definitions.resolving.duties import Duties
from samenwerk.definitions.resolving.effects import Effects
from samenwerk.definitions.resolving.invariants import Invariants
from samenwerk.definitions.resolving.lifecycles import Lifecycles
from samenwerk.definitions.resolving.methods import Offers, check_given
from samenwerk.definitions.resolving.names import Context, Hit, Names
from samenwerk.definitions.resolving.people import People, common, texts, told
from samenwerk.definitions.resolving.plugins_named import check_plugins, needs_of
from samenwerk.definitions.resolving.pools import Pools
from samenwerk.definitions.resolving.queues import Queues
from samenwerk.definitions.resolving.says import Says
from samenwerk.definitions.resolving.things import Things
from samenwerk.definitions.resolving.transitions import Transitions
from samenwerk.definitions.resolving.windows import Windows
from samenwerk.values.declared import PluginNeed, Workflow
from samenwerk.values.time import Term


class Resolver:
    """Makes everything of one document, each thing once."""

    def __init__(
        self,
        document: Node,
        faults: Faults,
        kinds: Mapping[str, type[Leaf]],
        plugin_rules: Mapping[str, object] | None,
        plugins: Mapping[str, str] | None,
        plugin_effects: Mapping[str, Any] | None = None,
        plugin_methods: Mapping[str, object] | None = None,
    ) -> None:
        self.document = document
        self.faults = faults
        self.names = Names(document, faults)
        self.people = People(self.names, faults)
        self.things = Things(self.names, self.people, faults, self._offers)
        self.calendars = Calendars(self.names, document, faults)
        self.days = self.things.days = Days(
            self.names, faults, self.things.fact, self.calendars
        )
        self.says = Says(self)
        self.duties = Duties(self)
        self.calculations = self.days.calculations = Calculations(self)
        self.windows = Windows(self)
        self.pools = Pools(self)
        self.queues = Queues(self)
        self.conditions = Conditions(self, kinds)
        self.lifecycles = Lifecycles(self)
        self.invariants = Invariants(self)
        self.transitions = Transitions(self)
        self.effects = Effects(self)
        self._plugin_rules = plugin_rules
        self._plugins = plugins
        self._plugin_effects = plugin_effects
        self._plugin_methods = plugin_methods

    def _offers(self) -> Offers:
        return Offers(self._needed, self._plugin_methods, self._plugins)

    def state(self, node: Node, lifecycle: str) -> str | None:
        """The short name of a state of a lifecycle."""
        if node.text is None:
            return None
        known = self.names.of("state", lifecycle)
        short = node.text.removeprefix(f"{lifecycle}.")
        if short not in known:
            self.names.tell_unknown("state", node.text, node, known)
            return None
        return short

    def declared(self, hit: Hit, context: Context) -> Any:
        """The value of something that a condition names."""
        match hit.family:
            case "document":
                return self.things.document(hit)
            case "decision":
                return self.things.decision(hit)
            case "say":
                return self.says.say(hit)
            case "queue":
                return self.queues.queue(hit)
            case "pool":
                return self.pools.pool(hit, context, hit.node)
            case "duty":
                return self.duties.duty(hit)
            case "window":
                return self.windows.window(hit, context, hit.node)
            case "open" | "silent":
                return self.things.fact(hit)
        return self.people.make(hit)

    def nearest_common(self, home: str | None, lifecycle: str) -> str:
        """The nearest lifecycle above `lifecycle` that is `home` or above it too.

        Empty for a lifecycle that hangs under nothing: then all of its cases are meant.
        """
        mine = [] if home is None else [home, *self.people.above(home)]
        above = self.people.above(lifecycle)
        return next((one for one in above if one in mine), above[-1] if above else "")

    def plugin_rule(self, rule: Node) -> Asked | None:
        """The question to a plugin that a rule is."""
        pair = self._of_plugin(rule.table["plugin"], "form")
        if pair is None:
            return None
        node, text = rule.table["plugin"], ".".join(pair)
        known = self._plugin_rules
        installed = self._plugins is None or pair[0] in self._plugins
        if known is not None and installed and text not in known:
            near = self.faults.nearest(text, known)
            self.faults.add("SW120", node, nearest=near, case="rule", written=text, plugin=pair[0])
            return None
        given, fine = self.days.given(rule.get("with"), Context())
        if not fine:
            return None
        declared = getattr(known[text], "parameters", None) if known and installed else None
        if declared is not None:
            check_given(given, node, declared, self.faults, "rule_")
        pairs = sorted((given.table if given is not None else {}).items())
        return Asked(*pair, tuple((key, one.value) for key, one in pairs))

    def plugin_effect(self, effect: Node) -> tuple[str, str] | None:
        """The plugin and the effect of it that an effect names."""
        node = effect.get("plugin")
        pair = self._of_plugin(node, "effect_form")
        known = self._plugin_effects
        if pair is None or node is None or known is None:
            return pair
        text = ".".join(pair)
        if self._plugins is not None and pair[0] not in self._plugins:
            return pair  # that it is missing is told at its name
        if text not in known:
            near = self.faults.nearest(text, known)
            self.faults.add("SW120", node, nearest=near, case="effect", written=text,
                            plugin=pair[0])  # fmt: skip
            return None
        check_along(effect, text, known[text], self.faults)
        return pair

    def brought(self, effect: str) -> Any:
        """What a plugin says of an effect; None when nobody looked, or when it is not there."""
        known = self._plugin_effects
        return None if known is None else known.get(effect)

    def _of_plugin(self, node: Node | None, form: str) -> tuple[str, str] | None:
        """The name of a plugin that the workflow names, and what stands behind the point."""
        if node is None or node.text is None:
            return None
        plugin, dot, name = node.text.partition(".")
        if not dot or not is_name(plugin) or not is_name(name):
            self.faults.add("SW120", node, case=form, written=node.text)
            return None
        if plugin not in self._needed:
            self.faults.add("SW120", node, case="not_named", written=node.text, plugin=plugin)
            return None
        return plugin, name

    @functools.cached_property
    def plugin_needs(self) -> tuple[PluginNeed, ...]:
        """The plugins that the workflow names, with the versions it accepts."""
        return needs_of(self.document)

    @functools.cached_property
    def _needed(self) -> frozenset[str]:
        return frozenset(one.name for one in self.plugin_needs)

    def workflow(self, **rest: Any) -> Workflow:
        """Everything there is, without what has faults; `rest` are the fields of a whole."""
        self.names.check_clashes()
        check_plugins(self.document, self._plugins, self.faults)
        header = self.document.get("workflow") or Node({}, self.document.source, ())
        zone = texts(header.get("zone"))
        back_dating = self.days.back_dating(header.get("back_dating"), Context())
        self._check_zone(header.get("zone"))
        own: dict[str, Any] = {
            "sorts": self.people.made("sort"),
            "groups": self.people.made("group"),
            "maps": self.people.made("map"),
            "tables": self.people.made("table"),
            "roles": self.people.made("role"),
            "subjects": self.people.made("subject"),
            "mandates": self.people.made("mandate"),
            "facts": self.things.facts(),
            "documents": self.things.documents(),
            "parameters": self._parameters(),
            "days": self.things.named_days(),
            "calendars": self.calendars.calendars(),
            "calculations": self.calculations.everything(),
            "decisions": self.things.decisions(),
            "says": self.says.says(),
            "pools": self.pools.pools(),
            "duties": self.duties.duties(),
            "queues": self.queues.queues(),
            "windows": self.windows.windows(),
            "lifecycles": self.lifecycles.lifecycles(),
            "rules": self._rules(),
            "invariants": self.invariants.invariants(),
            "transitions": self.transitions.transitions(),
            "effects": self.effects.effects(),
        }
        return Workflow(
            name=next(iter(texts(header.get("id"))), ""),
            version=next(iter(texts(header.get("version"))), ""),
            zone=zone[0] if zone else "Europe/Amsterdam",
            plugins=self.plugin_needs,
            back_dating=back_dating or Term(1, "year"),
            purpose=told(header.get("purpose")),
            **own,
            **common(header),
            **rest,
        )

    def _check_zone(self, node: Node | None) -> None:
        if node is not None and node.text is not None:
            from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

            try:
                ZoneInfo(node.text)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                self.names.tell_unknown("zone", node.text, node, {"Europe/Amsterdam": node})

    def _parameters(self) -> dict[str, Any]:
        found = {hit.full: self.days.parameter(hit) for hit in self.names.everywhere("parameter")}
        return {name: one for name, one in found.items() if one is not None}

    def _rules(self) -> dict[str, Any]:
        found = {}
        for hit in self.names.everywhere("rule"):
            rule = self.conditions.rule(hit, Context(home=hit.lifecycle), hit.node)
            if rule is not None:
                found[hit.full] = rule
        return found
