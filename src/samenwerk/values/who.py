"""Who is meant: sorts, groups, tables, roles, mandates, as a workflow declares them.

Declarations only; which parties that are on a day is worked out in `core.who`.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

Labels = Mapping[str, str]
"""What something is called for people, by language ("nl", "en")."""

ACTS = (
    "speak", "ask", "propose", "prepare", "report", "advise", "agree", "vote", "decide",
    "refuse", "withdraw", "sign", "join", "apply", "account", "pay", "execute", "monitor",
    "authorise", "instruct",
)  # fmt: skip
"""The closed list of acts that mandates and roles speak of."""


@attrs.frozen(kw_only=True)
class Declared:
    """What everything in a workflow has: a name, labels, a source, a way out, what is left out."""

    name: str
    labels: Labels = attrs.field(factory=dict, eq=False)
    source: str | None = attrs.field(default=None, eq=False)
    way_out: Labels = attrs.field(factory=dict, eq=False)
    unencodable: str | None = attrs.field(default=None, eq=False)
    overlay: str | None = attrs.field(default=None, eq=False)


@attrs.frozen(kw_only=True)
class Sort(Declared):
    """A sort of party; `belongs_to` names the sort of party it speaks beside."""

    belongs_to: str | None = None


@attrs.frozen
class Who:
    """A doer: the parties of a sort, group, table or role, or nobody (itself, time).

    `lifecycle` is set for a role that lives in a case of that lifecycle. `of` narrows it to the
    one party that a copy of that lifecycle is of.
    """

    kind: str
    name: str
    lifecycle: str | None = None
    group: Group | None = None
    table: Table | None = None
    role: Role | None = None
    of: str | None = None

    @property
    def key(self) -> str:
        """Its name in the keys of conditions: who is narrowed to one party is somebody else."""
        return self.name if self.of is None else f"{self.name} of {self.of}"

    @property
    def full_name(self) -> str:
        """Its name anywhere: a role that lives in a case with the lifecycle it belongs to."""
        return self.name if self.lifecycle is None else f"{self.lifecycle}.{self.name}"

    @property
    def family(self) -> str:
        """The family of TOML words this name belongs to."""
        return self.kind


ITSELF = Who("itself", "itself")
TIME = Who("time", "time")


@attrs.frozen(kw_only=True, cache_hash=True)
class Group(Declared):
    """A finite set of parties on a day: all that are of one of the sorts, hold the role, sit at
    the table, lie on the map or in one of its regions (each that is written must hold), without
    those in `not_in`."""

    sorts: tuple[str, ...] = ()
    role: Who | None = None
    table: Who | None = None
    map: str | None = None
    regions: tuple[str, ...] = ()
    not_in: tuple[Who, ...] = ()


@attrs.frozen(kw_only=True)
class Region(Declared):
    """A region of a map."""


@attrs.frozen(kw_only=True)
class Map(Declared):
    """A map of regions; the register says which party is where.

    `one_region_each`: nobody is in two of its regions on one day. Without `regions` any name
    is a region.
    """

    one_region_each: bool = False
    regions: Mapping[str, Region] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True, cache_hash=True)
class Table(Declared):
    """A table where parties sit. Another table may speak at it, by its representatives.

    `speakers` are the tables whose `speaks_at` is this one; each counts as one voice here.
    `members` sit there by what they are, beside those the register seats.
    """

    level: str | None = None
    members: tuple[Who, ...] = ()
    speaks_at: str | None = None
    representatives: str | None = None
    speakers: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Role(Declared):
    """A role of the collaboration, or of one case when `lifecycle` is set.

    `never` fences its holder off from these acts, `may` from all others. Of a role of a case
    there is one holder at a time, or several when it is for `many`.
    """

    lifecycle: str | None = None
    sort: tuple[str, ...] = ()
    exactly: int | None = None
    many: bool = False
    may: tuple[str, ...] | None = None
    never: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Subject(Declared):
    """What can be decided on; a mandate on the whole covers its parts."""

    part_of: str | None = None


@attrs.frozen(kw_only=True)
class Mandate(Declared):
    """A mandate that can be given: which acts, on which subjects (empty: all), by whom."""

    may: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    giver: tuple[Who, ...] = ()
    form: str | None = None
