"""Rules and workflows for organisations that decide together.

    room = Engine(open_store("region.db")).start(load("landelijk"), "region")

This is the front door: every name here is fetched when it is first used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers know it; importing typing would cost most of the time
if TYPE_CHECKING:
    from typing import Any

    from samenwerk.definitions.reading import Reading as Reading
    from samenwerk.definitions.texts import Texts as Texts
    from samenwerk.engine import Engine as Engine
    from samenwerk.engine.room import Room as Room
    from samenwerk.front import check as check
    from samenwerk.front import load as load
    from samenwerk.front import open_store as open_store
    from samenwerk.front import render as render
    from samenwerk.hooks.calling.apart import Apart as Apart
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
    from samenwerk.reporting.page import Block as Block
    from samenwerk.reporting.page import Heading as Heading
    from samenwerk.reporting.page import Page as Page
    from samenwerk.reporting.page import Paragraph as Paragraph
    from samenwerk.reporting.page import Points as Points
    from samenwerk.reporting.page import Table as Table
    from samenwerk.store.memory import MemoryStore as MemoryStore
    from samenwerk.values.declared import Workflow as Workflow
    from samenwerk.values.diagnostic import Diagnostic as Diagnostic
    from samenwerk.values.errors import CommandReused as CommandReused
    from samenwerk.values.errors import Conflict as Conflict
    from samenwerk.values.errors import Misuse as Misuse
    from samenwerk.values.errors import NotReadable as NotReadable
    from samenwerk.values.errors import PluginError as PluginError
    from samenwerk.values.errors import RecordBroken as RecordBroken
    from samenwerk.values.errors import SamenwerkError as SamenwerkError
    from samenwerk.values.errors import StoreError as StoreError
    from samenwerk.values.errors import StoreVersion as StoreVersion
    from samenwerk.values.errors import UnknownName as UnknownName
    from samenwerk.values.finding import Finding as Finding
    from samenwerk.values.ledger import Done as Done
    from samenwerk.values.ledger import Ledger as Ledger
    from samenwerk.values.ledger import Moved as Moved
    from samenwerk.values.message import Message as Message
    from samenwerk.values.message import Name as Name
    from samenwerk.values.obligation import Obligation as Obligation
    from samenwerk.values.outcome import Outcome as Outcome
    from samenwerk.values.outcome import Verdict as Verdict
    from samenwerk.values.register import Giving as Giving
    from samenwerk.values.register import Holding as Holding
    from samenwerk.values.register import Party as Party
    from samenwerk.values.register import Seat as Seat
    from samenwerk.values.register import Span as Span
    from samenwerk.values.share import Share as Share
    from samenwerk.values.time import Term as Term
    from samenwerk.values.vote import Vote as Vote
    from samenwerk.values.vote import Voter as Voter

_ROOMS = {
    "engine": ("Engine",),
    "front": ("check", "load", "open_store", "render"),
    "engine.room": ("Room",),
    "store.memory": ("MemoryStore",),
    "hooks.calling.apart": ("Apart",),
    "hooks.plugins": ("Plugins",),
    "hooks.spec": ("hookimpl",),
    "hooks.families.accounts": ("Entry", "PluginAccount"),
    "hooks.families.calendars": ("PluginCalendar",),
    "hooks.families.due_items": ("DueItem", "PluginDue"),
    "hooks.families.effects": ("Delivered", "PluginEffect", "Sending"),
    "hooks.families.exports": ("PluginExport",),
    "hooks.families.facts": ("PluginFacts",),
    "hooks.families.parts": ("Part",),
    "hooks.families.payments": ("Payment", "PaymentQuestion", "PluginPayments"),
    "hooks.families.ranks": ("PluginRank",),
    "hooks.families.reports": ("PluginReport",),
    "hooks.families.methods": ("PluginMethod",),
    "hooks.families.rules": ("PluginRule",),
    "hooks.values": ("Answer", "Parameter", "Question"),
    "hooks.whole": ("Point", "Speaks", "Whole"),
    "reporting.page": ("Block", "Heading", "Page", "Paragraph", "Points", "Table"),
    "definitions.reading": ("Reading",),
    "definitions.texts": ("Texts",),
    "values.declared": ("Workflow",),
    "values.diagnostic": ("Diagnostic",),
    "values.errors": (
        "CommandReused", "Conflict", "Misuse", "NotReadable", "PluginError", "RecordBroken",
        "SamenwerkError", "StoreError", "StoreVersion", "UnknownName",
    ),
    "values.finding": ("Finding",),
    "values.ledger": ("Done", "Ledger", "Moved"),
    "values.message": ("Message", "Name"),
    "values.obligation": ("Obligation",),
    "values.outcome": ("Outcome", "Verdict"),
    "values.register": ("Giving", "Holding", "Party", "Seat", "Span"),
    "values.share": ("Share",),
    "values.time": ("Term",),
    "values.vote": ("Vote", "Voter"),
}  # fmt: skip
_WHERE = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    room = _WHERE.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    found = globals()[name] = getattr(importlib.import_module(f"{__name__}.{room}"), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
