"""Reading a register: who takes part, is where, holds and gave; sound lines and every fault.

One bad line does not spoil the others: what is sound can be enrolled, and each fault names its
place. What lines say together is `register_whole`; who is meant on a day, `core.who`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

import attrs

from samenwerk.definitions.keys.register_keys import DUTCH, LINES, PARTY_KEYS
from samenwerk.definitions.keys.schema import Key
from samenwerk.definitions.laying.as_meant import renamed_table
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.fitting import check_value, is_name, wrong_type
from samenwerk.definitions.laying.mending import unknown_key
from samenwerk.definitions.laying.merge import Node, node_of
from samenwerk.definitions.laying.structure import RESERVED, missing
from samenwerk.definitions.register_names import known_name
from samenwerk.definitions.register_whole import Row, Rows, Whole, overlap
from samenwerk.definitions.resolving.people import labels, texts
from samenwerk.definitions.resolving.resting import rings
from samenwerk.definitions.spelling.places import Source, Unreadable, read_bytes, read_source
from samenwerk.values.declared import Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.place import Place
from samenwerk.values.register import Giving, Holding, Located, Party, Register, Seat, Span

NOTHING = Register()
"""A register without lines."""


@attrs.frozen(eq=False)
class RegisterReading:
    """The sound lines of a register, in the order written, and every fault in reading order.

    `waiting` are the places of lines without a fault of their own that are left out because
    what they name has one.
    """

    parties: tuple[Party, ...]
    sits: tuple[Seat, ...]
    holds: tuple[Holding, ...]
    gives: tuple[Giving, ...]
    regions: tuple[Located, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Source, ...] = ()
    waiting: tuple[Place, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether there are faults, warnings apart."""
        return any(one.serious for one in self.diagnostics)

    @property
    def register(self) -> Register:
        """The sound lines as a register."""
        return Register(self.parties, self.sits, self.holds, self.gives, self.regions)


def read_register(
    path: Path, workflow: Workflow, standing: Register = NOTHING
) -> RegisterReading:
    """The register in a file, for a workflow. Never raises for a mistake of an author.

    >>> read_register(Path("register.toml"), workflow).diagnostics             # doctest: +SKIP
    ()
    """
    name = path.as_posix()
    try:
        data = read_bytes(path)
    except OSError:
        fault = Diagnostic("SW111", Place(name, 1, 1), {"case": "file", "written": name})
        return RegisterReading((), (), (), (), (), (fault,))
    return read_register_text(data, workflow, name, standing)


def read_register_text(
    data: str | bytes,
    workflow: Workflow,
    file: str = "register.toml",
    standing: Register = NOTHING,
) -> RegisterReading:
    """The register in a text; `file` is its name in messages.

    `standing` is what the collaboration has already: lines may name its parties, and may not
    contradict it.
    """
    data = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    try:
        source = read_source(data, file)
    except Unreadable as fault:
        lines = Source(file, "", fault.lines, {}, {}, {})
        return RegisterReading((), (), (), (), (), fault.diagnostics, (lines,))
    faults = Faults()
    written = node_of(source)
    table = renamed_table(written, ("register",), faults, {})
    for key, node in table.items():
        if key != "register":
            unknown_key(faults, node, key, ("register",), table, None)
    document = Node(table, source, written.path)
    found = register_of(document, workflow, faults, (source,), standing)
    if table.get("register") is written.get("register"):
        return found
    return RegisterReading((), (), (), (), (), found.diagnostics, found.sources)


def register_of(
    document: Node,
    workflow: Workflow,
    faults: Faults,
    sources: tuple[Source, ...] = (),
    standing: Register = NOTHING,
) -> RegisterReading:
    """The register that stands in a document, which may be a whole workflow."""
    register = document.get("register")
    reader = _Reader(workflow, faults, standing)
    if register is not None and not register.is_table:
        wrong_type(faults, register, "element")
    elif register is not None:
        reader.read(register)
    files = [source.file for source in sources]
    return RegisterReading(
        tuple(reader.parties.values()),
        tuple(row.line for row in reader.rows.sits),
        tuple(row.line for row in reader.rows.holds),
        tuple(row.line for row in reader.rows.gives),
        tuple(row.line for row in reader.rows.regions),
        faults.in_order(files),
        sources,
        tuple(node.place for node in reader.waiting),
    )


class _Reader:
    def __init__(self, workflow: Workflow, faults: Faults, standing: Register) -> None:
        self.workflow = workflow
        self.faults = faults
        self.standing = standing
        self.before = {one.id: one for one in standing.parties}
        self.waiting: list[Node] = []
        self._waits = False
        self.parties: dict[str, Party] = {}
        self.known: dict[str, Node] = {}
        self.rows = Rows()
        self.spans: dict[tuple[object, ...], list[tuple[Span, Node]]] = {}

    def read(self, register: Node) -> None:
        """Everything below `[register]`; what stands under a misspelt key is read, and left out."""
        allowed = ("party", *LINES)
        written = register
        table = renamed_table(register, allowed, self.faults, DUTCH)
        register = Node(table, written.source, written.path)
        for key, node in table.items():
            if key not in allowed:
                unknown_key(self.faults, node, key, allowed, table, DUTCH)
        party = register.get("party")
        if party is not None and not party.is_table:
            wrong_type(self.faults, party, "element")
        elif party is not None:
            self._parties(party)
        for name, read in (
            ("regions", self._located), ("sits", self._seat), ("holds", self._holding),
            ("gives", self._giving),
        ):  # fmt: skip
            for node in self._lines(name, register):
                before, self._waits = len(self.faults), False
                read(node)
                if self._waits and len(self.faults) == before:
                    self.waiting.append(node)
        parties = {**self.before, **self.parties}
        Whole(self.workflow, self.faults, parties, self.rows, self.standing).check()
        renamed = [name for name in allowed if table.get(name) is not written.get(name)]
        if "party" in renamed:
            self.parties.clear()
        for name in LINES if "party" in renamed else renamed:
            getattr(self.rows, name).clear()

    def _parties(self, party: Node) -> None:
        for name, node in party.table.items():
            if name in LINES and isinstance(node.value, list):
                self.faults.add("SW130", node, key=True, written=name)
            elif not is_name(name):
                self.faults.add("SW102", node, key=True, case="name", written=name)
            elif name in RESERVED:
                self.faults.add("SW104", node, key=True, case="reserved", written=name)
            elif not node.is_table:
                wrong_type(self.faults, node, "element")
            else:
                self.known[name] = node
        for name, node in self.known.items():
            self._party(name, node)
        self._rings()
        self._left_out()

    def _rings(self) -> None:
        """Parties that belong to each other in a ring, or to themselves, do not come in."""
        above = {name: node.get("belongs_to") for name, node in self.known.items()}
        pointers = {name: at.text for name, at in above.items() if at is not None and at.text}
        pointers |= {
            one.id: one.belongs_to for one in self.standing.parties
            if one.belongs_to and one.id not in self.known
        }  # fmt: skip
        for ring in rings(pointers):
            mine = [name for name in ring if name in self.known]
            if mine:
                case = "party" if len(ring) > 1 else "itself"
                self.faults.add("SW110", self.known[mine[0]].table["belongs_to"], case=case,
                                written=mine[0], names=" → ".join((*ring, ring[0])))  # fmt: skip
            for name in mine:
                self.parties.pop(name, None)

    def _left_out(self) -> None:
        """Who belongs to a party that does not come in, waits for it."""
        below: dict[str, list[str]] = {}
        for one in self.parties.values():
            below.setdefault(one.belongs_to or "", []).append(one.id)
        lost = [name for name in self.known if name not in self.parties]
        while lost:
            for name in below.get(lost.pop(), ()):
                if self.parties.pop(name, None) is not None:
                    self.waiting.append(self.known[name])
                    lost.append(name)

    def _party(self, name: str, node: Node) -> None:
        sound, node = self._keys(PARTY_KEYS, node)
        self.known[name] = node
        sort = self._declared("sort", node.get("sort"), self.workflow.sorts)
        belongs = node.get("belongs_to")
        names = {**self.before, **self.known}
        above = None if belongs is None else self._declared("party", belongs, names)
        span, published, updated = self._span(node), *self._days(node, "published", "updated")
        if published and updated and updated < published:
            self.faults.add("SW139", node.table["updated"], serious=False, who=name,
                            nearest_at=node.table["published"], published=published,
                            updated=updated)  # fmt: skip
        if sound and sort is not None and span is not None and (belongs is None or above):
            source = texts(node.get("source"))
            self.parties[name] = Party(
                name, sort, tuple(sorted(labels(node).items())), above, span,
                source[0] if source else None, published, updated,
            )  # fmt: skip

    def _lines(self, name: str, register: Node) -> Iterator[Node]:
        listed = register.get(name)
        if listed is None:
            return
        if not isinstance(listed.value, list):
            wrong_type(self.faults, listed, "lines")
            return
        for node in listed.value:
            if node.is_table:
                yield node
            else:
                wrong_type(self.faults, node, "element")

    def _keys(self, keys: tuple[Key, ...], node: Node) -> tuple[bool, Node]:
        """Whether its keys are sound, and the node with the keys that must have been meant."""
        known = {key.name: key for key in keys}
        before = len(self.faults)
        table = renamed_table(node, tuple(known), self.faults, DUTCH)
        for name, item in table.items():
            if name not in known:
                unknown_key(self.faults, item, name, known, table, DUTCH)
            elif known[name].type != "date":
                check_value(known[name], item, self.faults)
        meant = Node(table, node.source, node.path)
        missing(keys, meant, self.faults)
        return len(self.faults) == before, meant

    def _days(self, node: Node, *keys: str) -> tuple[date | None, ...]:
        """The days at these keys; what is no day is reported, and is None."""
        days: list[date | None] = []
        for key in keys:
            written = node.get(key)
            value = None if written is None else written.value
            if isinstance(value, date) and not isinstance(value, datetime):
                days.append(value)
                continue
            days.append(None)
            if written is not None:
                wrong_type(self.faults, written, "date")
        return tuple(days)

    def _span(self, node: Node) -> Span | None:
        starts, last = self._days(node, "starts", "last_day")
        for key, day in (("starts", starts), ("last_day", last)):
            if day is None and node.get(key) is not None:
                return None
        if starts is not None and last is not None and last < starts:
            self.faults.add("SW131", node.table["last_day"], nearest_at=node.table["starts"],
                            starts=starts, last_day=last)  # fmt: skip
            return None
        return Span(starts, last)

    def _declared(self, kind: str, node: Node | None, known: Mapping[str, object]) -> str | None:
        """A name that must be known; None when it is not, which is then reported."""
        return known_name(kind, node, known, self.faults)

    def _sound_party(self, node: Node | None) -> str | None:
        """A party whose own line is sound, or that stood in the register before."""
        name = self._declared("party", node, {**self.before, **self.known})
        if name is None or name in self.parties or name not in self.known:
            return name
        self._waits = True
        return None

    def _located(self, node: Node) -> None:
        sound, node = self._keys(LINES["regions"].keys, node)
        map = self._declared("map", node.get("map"), self.workflow.maps)
        region = self._region(map, node.get("region"))
        who, span = self._sound_party(node.get("who")), self._span(node)
        if sound and map and region and who and span:
            located = Located(map, region, who, span)
            if self._new(node, ("regions", map, region, who), span):
                self.rows.regions.append(Row(located, node))

    def _region(self, map: str | None, node: Node | None) -> str | None:
        """A region of that map; where the map names none, any name is one."""
        known = self.workflow.maps[map].regions if map is not None else {}
        text = None if node is None else node.text
        if node is None or text is None or known:
            return self._declared("region", node, known) if known else None
        if not is_name(text):
            self.faults.add("SW102", node, case="name", written=text)
            return None
        return text

    def _seat(self, node: Node) -> None:
        sound, node = self._keys(LINES["sits"].keys, node)
        table = self._declared("table", node.get("table"), self.workflow.tables)
        who, span = self._sound_party(node.get("who")), self._span(node)
        if sound and table and who and span:
            seat = Seat(table, who, span)
            if self._new(node, ("sits", table, who), span):
                self.rows.sits.append(Row(seat, node))

    def _holding(self, node: Node) -> None:
        sound, node = self._keys(LINES["holds"].keys, node)
        roles = {name: role for name, role in self.workflow.roles.items() if not role.lifecycle}
        role = self._declared("role", node.get("role"), roles)
        who, span = self._sound_party(node.get("who")), self._span(node)
        if not (sound and role and who and span):
            return
        sort = (self.parties.get(who) or self.before[who]).sort
        if roles[role].sort and sort not in roles[role].sort:
            self.faults.add("SW134", node.table["who"], written=who, role=role,
                            found=sort, allowed=roles[role].sort)  # fmt: skip
            return
        if self._new(node, ("holds", role, who), span):
            self.rows.holds.append(Row(Holding(role, who, span), node))

    def _giving(self, node: Node) -> None:
        sound, node = self._keys(LINES["gives"].keys, node)
        mandate = self._declared("mandate", node.get("mandate"), self.workflow.mandates)
        listed = node.get("who")
        givers = [self._sound_party(one) for one in (listed.items if listed else [])]
        to, span = self._sound_party(node.get("to")), self._span(node)
        on = node.get("on")
        about = [self._declared("subject", one, self.workflow.subjects)
                 for one in (on.items if on else [])]  # fmt: skip
        who = tuple(one for one in givers if one is not None)
        subjects = tuple(one for one in about if one is not None)
        whole = len(who) == len(givers) and len(subjects) == len(about)
        if not (sound and mandate and who and to and span and whole):
            return
        basis = texts(node.get("basis"))
        giving = Giving(mandate, who, to, span, subjects, basis[0] if basis else None)
        if self._new(node, ("gives", mandate, who, to, subjects), span):
            self.rows.gives.append(Row(giving, node))

    def _new(self, node: Node, line: tuple[object, ...], span: Span) -> bool:
        """Whether no line before it says the same for one of its days."""
        before = self.spans.setdefault(line, [])
        at = bisect_left(before, span.starts or date.min, key=lambda one: one[0].starts or date.min)
        for other, there in before[max(at - 1, 0) : at + 1]:
            if overlap(span, other):
                self.faults.add("SW132", node, nearest_at=there.place)
                return False
        before.insert(at, (span, node))
        return True
