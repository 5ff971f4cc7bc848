"""Rules and workflows for organisations that decide together.

    room = Engine(open_store("region.db")).start(load("landelijk"), "region")

This is the front door: every name here is fetched when it is first used. Begin with `load`,
`open_store` and `Engine`; `Engine.start` and `Engine.room` give a `Room` for your own program,
`Engine.by(...).room` a `RoomBy` for one party that you let in. Every act gives an `Outcome`, which
`render` says to a person and `as_data` to a program; what was asked wrongly raises a
`SamenwerkError`. A plugin begins with `hookimpl`. docs/api.md has every name, in this order.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it; importing typing would cost most of the time
if TYPE_CHECKING:
    from typing import Any

    __version__: str

    from samenwerk.core.chain import ChainReport as ChainReport
    from samenwerk.core.policies import Policy as Policy
    from samenwerk.core.policies import everything as everything
    from samenwerk.core.policies import own_cases as own_cases
    from samenwerk.core.policies import without_texts as without_texts
    from samenwerk.core.retrying import Plan as Plan
    from samenwerk.definitions.reading import Reading as Reading
    from samenwerk.definitions.texts import Texts as Texts
    from samenwerk.engine import Engine as Engine
    from samenwerk.engine.by import By as By
    from samenwerk.engine.by import RoomBy as RoomBy
    from samenwerk.engine.erasing import Erased as Erased
    from samenwerk.engine.erasing import Found as Found
    from samenwerk.engine.everywhere import Awaited as Awaited
    from samenwerk.engine.migrating import Foreseen as Foreseen
    from samenwerk.engine.money import Money as Money
    from samenwerk.engine.reminding import Reminded as Reminded
    from samenwerk.engine.room import Room as Room
    from samenwerk.engine.seen import Seen as Seen
    from samenwerk.engine.sending import Sender as Sender
    from samenwerk.engine.supposing import Supposed as Supposed
    from samenwerk.engine.upkeep import Upkeep as Upkeep
    from samenwerk.front import as_data as as_data
    from samenwerk.front import check as check
    from samenwerk.front import load as load
    from samenwerk.front import load_register as load_register
    from samenwerk.front import open_store as open_store
    from samenwerk.front import render as render
    from samenwerk.hooks.calling.apart import Apart as Apart
    from samenwerk.hooks.calling.health import Calls as Calls
    from samenwerk.hooks.families.accounts import Entry as Entry
    from samenwerk.hooks.families.accounts import PluginAccount as PluginAccount
    from samenwerk.hooks.families.calendars import PluginCalendar as PluginCalendar
    from samenwerk.hooks.families.due_items import DueItem as DueItem
    from samenwerk.hooks.families.due_items import PluginDue as PluginDue
    from samenwerk.hooks.families.effects import Delivered as Delivered
    from samenwerk.hooks.families.effects import PluginEffect as PluginEffect
    from samenwerk.hooks.families.effects import Sending as Sending
    from samenwerk.hooks.families.exports import PluginExport as PluginExport
    from samenwerk.hooks.families.facts import PluginFacts as PluginFacts
    from samenwerk.hooks.families.methods import PluginMethod as PluginMethod
    from samenwerk.hooks.families.parts import Part as Part
    from samenwerk.hooks.families.payments import Payment as Payment
    from samenwerk.hooks.families.payments import PaymentQuestion as PaymentQuestion
    from samenwerk.hooks.families.payments import PluginPayments as PluginPayments
    from samenwerk.hooks.families.ranks import PluginRank as PluginRank
    from samenwerk.hooks.families.reports import PluginReport as PluginReport
    from samenwerk.hooks.families.rules import PluginRule as PluginRule
    from samenwerk.hooks.plugins import Plugins as Plugins
    from samenwerk.hooks.spec import hookimpl as hookimpl
    from samenwerk.hooks.values import Answer as Answer
    from samenwerk.hooks.values import Parameter as Parameter
    from samenwerk.hooks.values import Question as Question
    from samenwerk.hooks.whole import Point as Point
    from samenwerk.hooks.whole import Speaks as Speaks
    from samenwerk.hooks.whole import Whole as Whole
    from samenwerk.language.typed import Typed as Typed
    from samenwerk.language.typed import fields as fields
    from samenwerk.language.typed import typed as typed
    from samenwerk.reporting.page import Block as Block
    from samenwerk.reporting.page import Heading as Heading
    from samenwerk.reporting.page import Page as Page
    from samenwerk.reporting.page import Paragraph as Paragraph
    from samenwerk.reporting.page import Points as Points
    from samenwerk.reporting.page import Table as Table
    from samenwerk.reporting.portfolio.told import Summary as Summary
    from samenwerk.store.contract import Store as Store
    from samenwerk.store.memory import MemoryStore as MemoryStore
    from samenwerk.store.outbox import Posted as Posted
    from samenwerk.telling.counters import Counters as Counters
    from samenwerk.telling.happened import Happened as Happened
    from samenwerk.telling.happened import Tell as Tell
    from samenwerk.telling.logs import to_logging as to_logging
    from samenwerk.values.attempt import Attempt as Attempt
    from samenwerk.values.case import Case as Case
    from samenwerk.values.case import Collaboration as Collaboration
    from samenwerk.values.cell import Value as Value
    from samenwerk.values.command import Do as Do
    from samenwerk.values.command import HandIn as HandIn
    from samenwerk.values.command import Record as Record
    from samenwerk.values.command import Say as Say
    from samenwerk.values.declared import Workflow as Workflow
    from samenwerk.values.diagnostic import Diagnostic as Diagnostic
    from samenwerk.values.errors import CommandReused as CommandReused
    from samenwerk.values.errors import Conflict as Conflict
    from samenwerk.values.errors import Misuse as Misuse
    from samenwerk.values.errors import NotReadable as NotReadable
    from samenwerk.values.errors import NotYou as NotYou
    from samenwerk.values.errors import PluginError as PluginError
    from samenwerk.values.errors import RecordBroken as RecordBroken
    from samenwerk.values.errors import SamenwerkError as SamenwerkError
    from samenwerk.values.errors import StoreError as StoreError
    from samenwerk.values.errors import StoreVersion as StoreVersion
    from samenwerk.values.errors import UnknownName as UnknownName
    from samenwerk.values.event import Line as Line
    from samenwerk.values.event import RecordedEvent as RecordedEvent
    from samenwerk.values.event import Sealed as Sealed
    from samenwerk.values.finding import Finding as Finding
    from samenwerk.values.ledger import Done as Done
    from samenwerk.values.ledger import Ledger as Ledger
    from samenwerk.values.ledger import Moved as Moved
    from samenwerk.values.message import Message as Message
    from samenwerk.values.message import Name as Name
    from samenwerk.values.obligation import Obligation as Obligation
    from samenwerk.values.offices import Offices as Offices
    from samenwerk.values.outcome import Outcome as Outcome
    from samenwerk.values.outcome import Verdict as Verdict
    from samenwerk.values.register import Giving as Giving
    from samenwerk.values.register import Holding as Holding
    from samenwerk.values.register import Located as Located
    from samenwerk.values.register import Party as Party
    from samenwerk.values.register import Register as Register
    from samenwerk.values.register import Seat as Seat
    from samenwerk.values.register import Span as Span
    from samenwerk.values.share import Share as Share
    from samenwerk.values.sight import Sight as Sight
    from samenwerk.values.time import Term as Term
    from samenwerk.values.vote import Vote as Vote
    from samenwerk.values.vote import Voter as Voter
    from samenwerk.values.waiting import Blocked as Blocked
    from samenwerk.values.waiting import Due as Due
    from samenwerk.values.waiting import Task as Task

_ROOMS = {
    "core.chain": ("ChainReport",),
    "core.policies": ("Policy", "everything", "own_cases", "without_texts"),
    "core.retrying": ("Plan",),
    "definitions.reading": ("Reading",),
    "definitions.texts": ("Texts",),
    "engine": ("Engine",),
    "engine.by": ("By", "RoomBy"),
    "engine.erasing": ("Erased", "Found"),
    "engine.everywhere": ("Awaited",),
    "engine.migrating": ("Foreseen",),
    "engine.money": ("Money",),
    "engine.reminding": ("Reminded",),
    "engine.room": ("Room",),
    "engine.seen": ("Seen",),
    "engine.sending": ("Sender",),
    "engine.supposing": ("Supposed",),
    "engine.upkeep": ("Upkeep",),
    "front": ("as_data", "check", "load", "load_register", "open_store", "render"),
    "hooks.calling.apart": ("Apart",),
    "hooks.calling.health": ("Calls",),
    "hooks.families.accounts": ("Entry", "PluginAccount"),
    "hooks.families.calendars": ("PluginCalendar",),
    "hooks.families.due_items": ("DueItem", "PluginDue"),
    "hooks.families.effects": ("Delivered", "PluginEffect", "Sending"),
    "hooks.families.exports": ("PluginExport",),
    "hooks.families.facts": ("PluginFacts",),
    "hooks.families.methods": ("PluginMethod",),
    "hooks.families.parts": ("Part",),
    "hooks.families.payments": ("Payment", "PaymentQuestion", "PluginPayments"),
    "hooks.families.ranks": ("PluginRank",),
    "hooks.families.reports": ("PluginReport",),
    "hooks.families.rules": ("PluginRule",),
    "hooks.plugins": ("Plugins",),
    "hooks.spec": ("hookimpl",),
    "hooks.values": ("Answer", "Parameter", "Question"),
    "hooks.whole": ("Point", "Speaks", "Whole"),
    "language.typed": ("Typed", "fields", "typed"),
    "reporting.page": ("Block", "Heading", "Page", "Paragraph", "Points", "Table"),
    "reporting.portfolio.told": ("Summary",),
    "store.contract": ("Store",),
    "store.memory": ("MemoryStore",),
    "store.outbox": ("Posted",),
    "telling.counters": ("Counters",),
    "telling.happened": ("Happened", "Tell"),
    "telling.logs": ("to_logging",),
    "values.attempt": ("Attempt",),
    "values.case": ("Case", "Collaboration"),
    "values.cell": ("Value",),
    "values.command": ("Do", "HandIn", "Record", "Say"),
    "values.declared": ("Workflow",),
    "values.diagnostic": ("Diagnostic",),
    "values.errors": (
        "CommandReused", "Conflict", "Misuse", "NotReadable", "NotYou", "PluginError",
        "RecordBroken", "SamenwerkError", "StoreError", "StoreVersion", "UnknownName",
    ),
    "values.event": ("Line", "RecordedEvent", "Sealed"),
    "values.finding": ("Finding",),
    "values.ledger": ("Done", "Ledger", "Moved"),
    "values.message": ("Message", "Name"),
    "values.obligation": ("Obligation",),
    "values.offices": ("Offices",),
    "values.outcome": ("Outcome", "Verdict"),
    "values.register": ("Giving", "Holding", "Located", "Party", "Register", "Seat", "Span"),
    "values.share": ("Share",),
    "values.sight": ("Sight",),
    "values.time": ("Term",),
    "values.vote": ("Vote", "Voter"),
    "values.waiting": ("Blocked", "Due", "Task"),
}  # fmt: skip
_WHERE = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    room = _WHERE.get(name)
    if name == "__version__":
        from samenwerk.hooks.fitting import own_version

        return own_version() or "0"
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    found = globals()[name] = getattr(importlib.import_module(f"{__name__}.{room}"), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
