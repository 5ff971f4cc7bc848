"""Operands: the names and constants that conditions compare.

Which value an operand has at a moment is worked out in `core.operands`, and that of a
calculation in `core.calculating`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

import attrs

from samenwerk.values.cell import Value
from samenwerk.values.time import Term
from samenwerk.values.who import Who


@attrs.frozen
class Constant:
    """A value written in the text, or a parameter's value (then `name` says which)."""

    value: Value
    name: str | None = None


@attrs.frozen
class Unset:
    """A parameter that nobody has set, of the type that its bounds show; never known."""

    name: str
    type: str | None = None


@attrs.frozen
class FactOf:
    """A recorded fact of the case at hand, or of the nearest case above it of `above`.

    `per` tells that it is kept per party: then it is the one of the party that is bound.
    `silence` is what no answer means; None: not known. `home` is the lifecycle that declares it,
    so that two of one short name are told apart; None: of the whole workflow, or that of `above`.
    """

    name: str
    type: str
    above: str | None = None
    per: bool = False
    silence: Value | None = None
    home: str | None = None

    @property
    def full_name(self) -> str:
        """The name it has outside its lifecycle, for its label."""
        home = self.above or self.home
        return f"{home}.{self.name}" if home else self.name


@attrs.frozen
class Today:
    """The day on which the act is judged."""


@attrs.frozen
class DayOfStep:
    """The day on which a step was last done in the case at hand or the one above it.

    `home` is the lifecycle of the step.
    """

    step: str
    above: str | None = None
    home: str | None = None

    @property
    def full_name(self) -> str:
        """The name it has outside its lifecycle, for its label."""
        home = self.above or self.home
        return f"{home}.{self.step}" if home else self.step


@attrs.frozen
class Shifted:
    """A day a term after or before another."""

    base: Operand
    term: Term
    back: bool = False


@attrs.frozen
class DayInYear:
    """A day of the calendar ("12-31") in the year of another day, a term further on."""

    month: int
    day: int
    year: Operand
    plus: Term | None = None


@attrs.frozen
class FirstAfter:
    """The first new month or new year on or after a day."""

    what: str
    base: Operand


@attrs.frozen
class Latest:
    """The latest known of several days."""

    parts: tuple[Operand, ...]


@attrs.frozen
class Added:
    """All of `add` together, without those of `less`."""

    add: tuple[Operand, ...]
    less: tuple[Operand, ...] = ()


@attrs.frozen
class Summed:
    """`part` of each party of `among`, or in each case of the lifecycle `cases`, together.

    Cases are those under the nearest one of `home`, the case at hand among them; with `states`
    only those that are in one of them.
    """

    part: Operand
    among: Who | None
    cases: str | None
    home: str | None = None
    states: tuple[str, ...] = ()


@attrs.frozen
class Percent:
    """So much of every hundred of an amount."""

    percent: Operand
    of: Operand


@attrs.frozen
class Extreme:
    """The least, or the most, of several."""

    parts: tuple[Operand, ...]
    most: bool


Form: TypeAlias = Added | Summed | Percent | Extreme
"""The ways in which a calculation comes to its outcome."""


@attrs.frozen
class Calculated:
    """A declared calculation, of type money or whole_number; not known when a part is not.

    `full_name` is what it is declared as, `above` the lifecycle whose case it is about.
    `round` is cent, euro, euro_up, euro_down, whole_up or whole_down; after that the outcome
    is never below `not_below`.
    """

    full_name: str
    type: str
    form: Form
    round: str | None = None
    not_below: Operand | None = None
    above: str | None = None

    @property
    def parts(self) -> tuple[Operand, ...]:
        """The operands it is made of, in the order of the text."""
        bound = () if self.not_below is None else (self.not_below,)
        match self.form:
            case Added(add=add, less=less):
                return (*add, *less, *bound)
            case Summed(part=part):
                return (part, *bound)
            case Percent(percent=percent, of=of):
                return (percent, of, *bound)
            case Extreme(parts=parts):
                return (*parts, *bound)


@attrs.frozen
class Held:
    """What a pool holds, or the case at hand (`pool` None): its amount with all that was moved.

    `rows` are amounts by the year of the day `chosen_on`, each with a balance of its own.
    """

    pool: str | None
    amount: Operand | None = None
    rows: tuple[tuple[int, Decimal], ...] = ()
    chosen_on: Operand | None = None


Operand: TypeAlias = (
    Constant | Unset | FactOf | Today | DayOfStep | Shifted | DayInYear | FirstAfter | Latest
    | Calculated | Held
)  # fmt: skip
