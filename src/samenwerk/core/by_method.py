"""What can still be done about a decision that a plugin's method works out.

Who may speak is known here, what that comes to is not: so each way ends with that nobody can say.
"""

from __future__ import annotations

from samenwerk.core.allowed import THERE, allow
from samenwerk.core.operands import spelled
from samenwerk.core.reaching import Reaching
from samenwerk.core.ways import Unadvisable, Want, Way
from samenwerk.values.case import Case
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Decision
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import Constant


def method_name(decision: Decision) -> Name:
    """The method of a decision, to be printed as people call it."""
    plugin, _, name = decision.method.partition(".")
    return Name("plugin_method", name) if name else Name("method", plugin)


def spelled_method(decision: Decision) -> str:
    """The method with what it is given and looks at, as `plug.points least=3 of load`."""
    given = [f"{name}={spelled(Constant(value))}" for name, value in decision.given]
    looked = (decision.weight, *decision.looks_at)
    return " ".join([decision.method, *given, *(f"of {one}" for one in looked if one)])


def by_method(reaching: Reaching, case: Case, decision: Name, wanted: bool) -> list[Way]:
    """The round opened, or everyone heard who can still speak; and the rest is for the plugin."""
    found, declared = reaching.found, reaching.decision
    asked: list[Way] = []
    if declared.opens_at is not None and (not found.opened or (found.closed and wanted)):
        entry = case.entry("steps", declared.opens_at)
        demand = THERE if entry is None else THERE.meet(allow("newer", entry.sequence))
        asked.append(Want(Cell(reaching.case, "step", declared.opens_at), demand, reaching.why))
    elif not found.closed:
        word = reaching.says("for" if wanted else reaching.refusal)
        asked += [Want(reaching.cell(one), word, reaching.why) for one in found.open]
    told = {"decision": decision, "method": method_name(declared)}
    return [*asked, Unadvisable(Message("decision.method.ask", told))]
