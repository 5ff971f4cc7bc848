"""What is still needed as text: the tree of acts with who, by when and why, and how many.

The tree itself is worked out elsewhere; here equal acts of many parties become one line.
"""

from __future__ import annotations

import re

from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.language.clean import one_line
from samenwerk.language.layout import WIDTH, wrap
from samenwerk.language.shorter import brief
from samenwerk.language.sources import cited
from samenwerk.values.message import Name
from samenwerk.values.obligation import Obligation

_ROOM = 30
_FEW = 3
"""So many parties are named without counting them."""


def render_obligation(needed: Obligation, speaker: Speaker, width: int = WIDTH) -> str:
    """The whole tree as text of at most `width` places, without a newline at its end.

    Parts of `all`, `any` and `least` stand under what is asked of them, those of `then` are
    numbered. Parties that owe the same act are taken together: `nog 2 van deze 5: ...`.
    """
    explained = needed.explanations if needed.kind == "nothing" else ()
    needed = brief(needed)
    if explained:
        rows = [row for one in explained for row in _node(one, speaker, width, 2, "- ")]
        return "\n".join([speaker.words("needs.only"), *rows])
    if needed.kind == "nothing":
        return speaker.words("needs.nothing")
    if needed.kind in ("never", "unadvised"):
        rows = wrap(as_sentence(_leaf(needed, speaker), speaker.lang), width)
        if needed.parts:
            rows.append(speaker.words("needs.beside"))
            rows += [row for one in needed.parts for row in _node(one, speaker, width, 2, "- ")]
        return "\n".join(rows)
    if needed.kind in ("all", "then"):
        head = speaker.words("needs.head" if needed.kind == "all" else "needs.head.then")
        return "\n".join([head, *_parts(needed, speaker, width, 2)])
    return "\n".join([speaker.words("needs.head"), *_node(needed, speaker, width, 2, "- ")])


def _node(
    node: Obligation, speaker: Speaker, width: int, at: int, bullet: str
) -> list[str]:  # fmt: skip
    margin = " " * min(at, max(0, width - _ROOM)) + bullet
    if node.kind in ("all", "any", "least", "then"):
        id = f"needs.{node.kind}"
        head = speaker.words(id, count=node.count, total=len(node.parts))
        return [*wrap(head, width, margin), *_parts(node, speaker, width, at + len(bullet))]
    return wrap(_leaf(node, speaker), width, margin)


def _parts(node: Obligation, speaker: Speaker, width: int, at: int) -> list[str]:
    rows: list[str] = []
    for number, part in enumerate(node.parts, start=1):
        bullet = f"{number}. " if node.kind == "then" else "- "
        rows += _node(part, speaker, width, at, bullet)
    return rows


def leaf_text(node: Obligation, speaker: Speaker) -> str:
    """One thing that is needed, without what stands below it: who, what, by when and why."""
    return _leaf(node, speaker)


def _leaf(node: Obligation, speaker: Speaker) -> str:
    act = speaker.say(node.act) if node.act is not None else ""
    match node.kind:
        case "act":
            said = _doing(node, act, speaker)
        case "wait":
            id = "needs.wait" if node.earliest is not None else "needs.wait.bare"
            said = speaker.words(id, day=node.earliest)
        case "nothing":
            said = speaker.words("needs.part_nothing")
        case "never" | "unadvised":
            plain = node.act is None or node.act.id == "way.unadvised"
            advice = node.act is not None and node.act.id == "plugin_rule.advice"
            id = f"needs.{node.kind}" + (".bare" if plain else "")
            said = act if advice else speaker.words(id, why=act)
        case _:
            said = act or one_line(node.kind)
    if node.earliest is not None and node.kind != "wait":
        said += ", " + speaker.words("needs.earliest", day=node.earliest)
    if node.due is not None:
        said += ", " + speaker.words("needs.due", day=node.due)
    notes = _notes(node, said, speaker)
    return f"{said} [{'; '.join(notes)}]" if notes else said


def _doing(node: Obligation, act: str, speaker: Speaker) -> str:
    total = len(node.who)
    about = [_described(one, speaker) for one in node.about]
    names = speaker.parties(node.who)
    if node.act is not None and node.act.id in ("act.sent", "act.send_again"):
        return act  # nobody of those who take part does it
    if not node.who:
        if not about:
            return speaker.words("needs.nobody", doing=act)
        return speaker.words("needs.nobody_about", doing=act, about=about)
    if total == 1:
        same = not about or about == [names]
        described = names if same else speaker.words("needs.as", name=names, about=about)
        return speaker.words("needs.one", name=described, doing=act)
    which = "each" if node.count >= total else "one_of" if node.count == 1 else "some_of"
    told = {"count": node.count, "total": total, "doing": act}
    if total <= _FEW and which != "some_of":
        who = tuple(Name("party", one) for one in node.who)
        return speaker.words(f"needs.few.{which}", who=who, **told)
    return speaker.words(f"needs.{which}", names=names, **told)


def _described(about: str, speaker: Speaker) -> str:
    family, colon, name = about.partition(":")
    return speaker.labels.of(family, name) if colon else speaker.labels.party(about)


def _notes(node: Obligation, said: str, speaker: Speaker) -> list[str]:
    """Why, in which case and by which source; nothing that the line says already."""
    notes = []
    word, _, of = (node.ground or "").partition(" ")
    if node.ground and not (of and word in _TOLD):
        why = ground_text(node.ground, speaker)
        if why.casefold() not in said.casefold():
            notes.append(speaker.words("needs.ground", why=why))
    if node.case and not re.search(rf"\b{re.escape(one_line(node.case))}\b", said):
        notes.append(speaker.words("needs.case", case=node.case))
    if node.source:
        notes.append(cited(node.source))
    return notes


def ground_text(ground: str, speaker: Speaker) -> str:
    """The stable name of a condition by the label of what it is about.

    >>> ground_text("rule enough_support", Speaker("nl")), ground_text("support", Speaker("nl"))
    ('enough support', 'support')
    """
    if " " not in ground:
        return speaker.labels.of("rule", ground)
    named = declared_of(ground)
    return one_line(ground) if named is None else speaker.labels.of(named.family, named.name)


def declared_of(condition: str) -> Name | None:
    """What a condition is about, by the stable name of the condition; None when it has no name.

    >>> declared_of("done plan.announce ago 4 weeks"), declared_of("all")
    (Name(family='step', name='plan.announce'), None)
    """
    word, _, rest = condition.partition(" ")
    family = _FAMILIES.get(word)
    return Name(family, rest.split(" ")[0]) if family and rest else None


_TOLD = ("done", "not_done", "breach", "fact", "known", "open", "silent", "document")
"""What an act says already, and what a wait only counts from: it would not say what for."""

_FAMILIES = {
    "rule": "rule",
    "decision": "decision",
    "say": "say",
    "duty": "duty",
    "document": "document",
    "fact": "fact",
    "known": "fact",
    "open": "fact",
    "silent": "fact",
    "done": "step",
    "breach": "step",
    "not_done": "step",
    "mandate": "mandate",
    "window": "window",
    "pool": "pool",
    "queue": "queue",
}

WORDING = {
    "nl": {
        "needs.head": "Nog nodig:",
        "needs.head.then": "Nog nodig, in deze volgorde:",
        "needs.only": "Alleen dit nog:",
        "needs.nothing": "Er is niets meer nodig.",
        "needs.part_nothing": "niets meer",
        "needs.all": "dit alles:",
        "needs.any": "een van deze {total}:",
        "needs.least": "nog {count} van deze {total}:",
        "needs.then": "dit, in deze volgorde:",
        "needs.wait": "wachten tot {day}",
        "needs.wait.bare": "wachten; tot wanneer is nog niet bekend",
        "needs.never": "dit kan niemand: {why}",
        "needs.never.bare": "dit kan niemand",
        "needs.beside": "Wat hier wel bij hoort:",
        "needs.unadvised": "hierover is geen advies te geven: {why}",
        "needs.unadvised.bare": "hierover is geen advies te geven",
        "needs.nobody": "nu kan niemand dit doen: {doing}",
        "needs.nobody_about": "nu kan niemand dit doen, want er is geen {about|of}: {doing}",
        "needs.as": "{name} ({about})",
        "needs.one": "{name}: {doing}",
        "needs.few.each": "{who}, elk: {doing}",
        "needs.few.one_of": "{who|of}: {doing}",
        "needs.each": "elk van deze {total} ({names}): {doing}",
        "needs.one_of": "een van deze {total} ({names}): {doing}",
        "needs.some_of": "nog {count} van deze {total} ({names}): {doing}",
        "needs.parties": "voor {count} van deze {total}: {doing}",
        "needs.with.fill_in": "{doing}, en vul daarbij in: {names}",
        "needs.with.explain": "{doing}, met uitleg, want {why}",
        "needs.due": "uiterlijk {day}",
        "needs.earliest": "op zijn vroegst {day}",
        "needs.ground": "voor: {why}",
        "needs.case": "dossier {case}",
    },
    "en": {
        "needs.head": "Still needed:",
        "needs.head.then": "Still needed, in this order:",
        "needs.only": "This only:",
        "needs.nothing": "Nothing more is needed.",
        "needs.part_nothing": "nothing more",
        "needs.all": "all of this:",
        "needs.any": "one of these {total}:",
        "needs.least": "{count} more of these {total}:",
        "needs.then": "this, in this order:",
        "needs.wait": "wait until {day}",
        "needs.wait.bare": "wait; until when is not known yet",
        "needs.never": "nobody can do this: {why}",
        "needs.never.bare": "nobody can do this",
        "needs.beside": "What does go with it:",
        "needs.unadvised": "no advice can be given on this: {why}",
        "needs.unadvised.bare": "no advice can be given on this",
        "needs.nobody": "nobody can do this now: {doing}",
        "needs.nobody_about": "nobody can do this now, for there is no {about|or}: {doing}",
        "needs.as": "{name} ({about})",
        "needs.one": "{name}: {doing}",
        "needs.few.each": "{who}, each: {doing}",
        "needs.few.one_of": "{who|or}: {doing}",
        "needs.each": "each of these {total} ({names}): {doing}",
        "needs.one_of": "one of these {total} ({names}): {doing}",
        "needs.some_of": "{count} more of these {total} ({names}): {doing}",
        "needs.parties": "for {count} of these {total}: {doing}",
        "needs.with.fill_in": "{doing}, and fill in with it: {names}",
        "needs.with.explain": "{doing}, with an explanation, because {why}",
        "needs.due": "by {day}",
        "needs.earliest": "from {day}",
        "needs.ground": "for: {why}",
        "needs.case": "case {case}",
    },
}
