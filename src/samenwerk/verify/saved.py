"""A story that breaks an invariant, written as TOML: a scenario and the register it needs.

What is written reads back as it was played; where files stand is the work of who saves them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

import tomli_w

from samenwerk.scenarios.story import Act, short
from samenwerk.values.case import Case
from samenwerk.values.register import Register, Span
from samenwerk.values.time import Term
from samenwerk.verify.drafts import Broken

WIDTH = 80


def scenario_text(
    found: Broken, name: str, labels: Mapping[str, str], register: str, remarks: Iterable[str] = ()
) -> str:
    """The story as a scenario of this name, with `remarks` above it; `register` is its file.

    Lines are short: where a line of the story would be too long, all get a table of their own.
    """
    lines = [_inline(line) for line in _lines(found)]
    head = [*(f"# {one}".rstrip() for one in remarks), "", f"[scenario.{name}]"]
    head += [f"{lang} = {_value(label)}" for lang, label in labels.items()]
    head.append(f"register = {_value(register)}")
    if all(len(line) + 3 <= WIDTH for line in lines):
        rows = [*head, "story = [", *(f"  {line}," for line in lines), "]"]
    else:
        rows = head
        for table in _lines(found):
            rows += ["", f"[[scenario.{name}.story]]"]
            rows += [row for key, value in table.items() for row in _pair(key, value)]
    return "\n".join(rows).lstrip("\n") + "\n"


def register_text(register: Register, remarks: Iterable[str] = ()) -> str:
    """A register as its own file has it."""
    rows = [f"# {one}".rstrip() for one in remarks]
    for party in register.parties:
        rows += ["", f"[register.party.{_key(party.id)}]", f"sort = {_value(party.sort)}"]
        rows += [f"{lang} = {_value(label)}" for lang, label in party.names]
        told = {"belongs_to": party.belongs_to, **_span(party.span)}
        rows += [f"{key} = {_value(value)}" for key, value in told.items() if value is not None]
    lists: dict[str, list[dict[str, object]]] = {
        "regions": [{"map": one.map, "region": one.region, "who": one.who, **_span(one.span)}
                    for one in register.regions],
        "sits": [{"table": one.table, "who": one.who, **_span(one.span)} for one in register.sits],
        "holds": [{"role": one.role, "who": one.who, **_span(one.span)} for one in register.holds],
        "gives": [{"mandate": one.mandate, "who": list(one.who), "to": one.to, **_span(one.span),
                   "on": list(one.subjects) or None, "basis": one.basis} for one in register.gives],
    }  # fmt: skip
    for name, tables in lists.items():
        for table in tables:
            rows += ["", f"[[register.{name}]]"]
            rows += [f"{key} = {_value(one)}" for key, one in table.items() if one is not None]
    return "\n".join(rows).lstrip("\n") + "\n"


def _span(span: Span) -> dict[str, object]:
    return {"starts": span.starts, "last_day": span.last_day}


def _lines(found: Broken) -> Iterator[dict[str, object]]:
    """The lines of the story, each with what it says: its day and case only where these change."""
    day: date | None = None
    last = ""
    for act in found.draft.acts:
        line: dict[str, object] = {}
        if act.on != day:
            line["on"] = day = act.on
        if act.who is not None:
            line["who"] = act.who
        if act.for_each or act.on_behalf_of is not None:
            line["for"] = list(act.for_each) or act.on_behalf_of
        opens = not _there(found, act)
        if act.kind != "settles" and (act.case != last or opens):
            line["case"] = last = act.case
        yield {**line, **_about(found, act, opens)}
        filled = {} if act.kind == "effect" else act.facts
        for name, value in (*filled.items(), *act.documents.items(), *act.roles.items()):
            many = isinstance(value, tuple)
            yield {"with": name, "is": list(value) if many else value}  # type: ignore[arg-type]
        if act.expected.verdict != "allowed":
            yield {"verdict": act.expected.verdict}
    broken = found.known.cases.get(found.broken.case)
    if broken is not None:
        other = {} if broken.id == last else {"case": broken.id}
        yield {"state": broken.state, **other}


def _there(found: Broken, act: Act) -> bool:
    """Whether the case of an act was there before it: an act that opens it comes first."""
    first = next(one for one in found.draft.acts if one.case == act.case)
    return first is not act


def _about(found: Broken, act: Act, opens: bool) -> dict[str, object]:
    match act.kind:
        case "says":
            told: dict[str, object] = {"says": act.position, "about": act.name}
            return told if act.reasons is None else {**told, "reasons": act.reasons}
        case "records":
            of = {} if act.of is None else {"of": act.of}
            return {"records": act.name, "is": act.value, **of}
        case "hands_in":
            return {"hands_in": act.name, "is": act.value}
        case "settles":
            return {"settles": True}
        case "effect":
            gives = {"gives": dict(act.facts)} if act.facts else {}
            return {"effect": act.name, "outcome": act.position, **gives}
    case: Case | None = found.known.cases.get(act.case)
    under = act.parent if opens and case is not None and case.parent is not None else None
    if under is not None and _only_one(found, under):
        under = None
    told = {
        "does": act.name, "under": under, "rests_on": act.rests_on, "explains": act.explains,
        "into": {new: list(who) for new, who in act.into.items()} or None, "heir": act.heir,
        "merges": list(act.merges) or None, "anyway": act.anyway or None,
    }  # fmt: skip
    return {key: value for key, value in told.items() if value is not None}


def _only_one(found: Broken, case: str) -> bool:
    """Whether a case is the only one of its lifecycle in the whole story."""
    kind = found.known.cases[case].lifecycle
    return len(found.known.by_lifecycle.get(kind, ())) == 1


def _inline(line: Mapping[str, object]) -> str:
    return "{ " + ", ".join(f"{key} = {_value(value)}" for key, value in line.items()) + " }"


def _pair(key: str, value: object) -> list[str]:
    """A key with its value; a list that does not fit on the line has one row for each."""
    whole = f"{key} = {_value(value)}"
    if len(whole) <= WIDTH or not isinstance(value, list):
        return [whole]
    return [f"{key} = [", *(f"  {_value(one)}," for one in value), "]"]


def _key(name: str) -> str:
    """A name as a key: between quotes where TOML asks that."""
    return tomli_w.dumps({name: 1}).rpartition(" = ")[0]


def _value(value: object) -> str:
    """A value as TOML has it; an amount and a term are texts.

    >>> _value(Decimal("12.50")), _value(["a", True])
    ('"12.50"', '["a", true]')
    """
    if isinstance(value, Decimal | Term):
        value = str(value)
    if isinstance(value, list):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, dict):
        return _inline(value)
    return tomli_w.dumps({"a": value}).removeprefix("a = ").rstrip("\n")


def story_name(invariant: str) -> str:
    """What the scenario of an invariant is called.

    >>> story_name("change.never_alone")
    'broken_never_alone'
    """
    return f"broken_{short(invariant)}"
