"""The front door beside the engine: load and check a workflow, open a store, say it in words.

Everything is imported when it is used, so that opening the door costs nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from samenwerk.packaged import find_workflow, workflow_names
from samenwerk.values.checking import check_is, wrong_type
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.errors import Misuse, NotReadable, SamenwerkError, UnknownName
from samenwerk.values.message import Message, Name

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading
    from samenwerk.definitions.texts import TextsByCode
    from samenwerk.engine.by import RoomBy
    from samenwerk.engine.readable import Readable
    from samenwerk.engine.room import Room
    from samenwerk.engine.seen import Seen
    from samenwerk.hooks.plugins import Plugins
    from samenwerk.language.catalogue import Catalogue, Speaker
    from samenwerk.store.contract import Store
    from samenwerk.values.declared import Workflow
    from samenwerk.values.event import RecordedEvent
    from samenwerk.values.finding import Finding
    from samenwerk.values.obligation import Obligation
    from samenwerk.values.outcome import Outcome
    from samenwerk.values.register import Register
    from samenwerk.values.waiting import Blocked, Due, Task

LANGUAGES = ("nl", "en")
"""The languages that samenwerk speaks."""

Find: TypeAlias = Callable[[str], Path | None]
Shown: TypeAlias = (
    "Outcome | Obligation | Task | Due | Blocked | Message | Name | Reading | SamenwerkError"
)
Told: TypeAlias = "Outcome | Obligation | Task | Due | Finding | RecordedEvent"


def load(
    workflow: str | os.PathLike[str], *, plugins: Plugins | None = None, find: Find = find_workflow
) -> Workflow:
    """The workflow of this name, or in this folder or file.

    Raises NotReadable with every fault when there are any, and UnknownName when there is no
    workflow of that name. `plugins` are those there are (None: the installed ones).

    >>> load("landelijk").name                                                 # doctest: +SKIP
    'landelijk'
    """
    reading = check(workflow, plugins=plugins, find=find)
    if reading.workflow is None:
        raise NotReadable(reading.diagnostics)
    return reading.workflow


def check(
    workflow: str | os.PathLike[str], *, plugins: Plugins | None = None, find: Find = find_workflow
) -> Reading:
    """What came of reading a workflow: itself, or every fault with its place.

    The checks and words of plugins that it names take part. Raises UnknownName when there is
    nothing of that name, and PluginError when a plugin's check goes wrong, or a plugin that is
    there cannot say what it brings.
    """
    from samenwerk.definitions.read import read_workflow
    from samenwerk.hooks.families import READING
    from samenwerk.hooks.installed import InstalledVersions, installed, own

    path = located(workflow, find)
    _check_plugins(plugins)
    plain = own(READING)
    brought = {
        f"plugin_{hook}": _brought(hook, plugins)
        for hook in ("rules", "parts", "effects", "methods", "calendars")
    }
    versions = InstalledVersions() if plugins is None else plugins.versions
    reading = read_workflow(
        path, find=find, kinds=plain.kinds, checks=plain.checks, plugins=versions, **brought
    )
    named = named_in(reading)
    if not named:
        return reading
    offered = installed(named, READING) if plugins is None else plugins
    for name in sorted(named & offered.faults.keys()):  # else it would look as if it were not there
        raise offered.faults[name]
    taken = [one for name, one in offered.named.items() if name in named]
    if not any(one.all("leaf_kinds") or one.all("checks") for one in taken):
        return reading
    kinds = {kind.word: kind for one in taken for kind in one.all("leaf_kinds")}
    return read_workflow(
        path,
        find=find,
        kinds={**plain.kinds, **kinds},
        checks=(*plain.checks, *(check for one in taken for check in one.all("checks"))),
        plugins=versions,
        **brought,
    )


def _brought(hook: str, plugins: Plugins | None) -> Mapping[str, Any]:
    """What these plugins (None: the installed ones) bring by a hook, by `plugin.name`."""
    from samenwerk.hooks.installed import InstalledByName

    return InstalledByName(hook, needed=True) if plugins is None else plugins.by_name(hook)


def _check_plugins(plugins: Plugins | None) -> None:
    """Raise Misuse for what is no Plugins; where none are given nothing is imported for it."""
    if plugins is not None:
        from samenwerk.hooks.plugins import Plugins as Several

        check_is("plugins", plugins, (Several, type(None)), "as Plugins.of gives")


def named_in(reading: Reading) -> frozenset[str]:
    """The plugins that a workflow names, also when it has faults."""
    from samenwerk.definitions.resolving.versions import plugin_needs

    node = reading.node("workflow", "plugins")
    items = [] if node is None else node.items
    needs = plugin_needs(one.text for one in items if one.text is not None)
    return frozenset(need.name for need in needs)


def located(workflow: str | os.PathLike[str], find: Find = find_workflow) -> Path:
    """The file of a workflow by its name, folder or file; raises UnknownName."""
    check_is("workflow", workflow, (str, os.PathLike), "its name, or its folder or file")
    if not callable(find):
        raise wrong_type("find", find, "a function of a name, which gives its file or None")
    text = os.fspath(workflow)
    path = Path(text)
    try:
        if path.is_dir() and (path / "workflow.toml").is_file():
            return path / "workflow.toml"
        if path.is_file():
            return path
    except (OSError, ValueError):
        pass  # no path at all: then it is a name
    found = find(text)
    check_is("find", found, (Path, type(None)), "what it gives")
    if found is not None:
        return found
    import difflib

    near = difflib.get_close_matches(text, workflow_names(), 1)
    raise UnknownName(what="workflow", name=text, nearest=near[0] if near else None)


def load_register(register: str | os.PathLike[str], room: Room) -> Register:
    """The register in this file, or in this folder, for the collaboration of a room.

    Lines may name what is in the register already. Raises NotReadable with every fault when
    there are any: then nothing of it is given.

    >>> room.enrol(load_register("register.toml", room))                       # doctest: +SKIP
    """
    from samenwerk.definitions.register_file import read_register
    from samenwerk.engine.readable import Readable

    check_is("register", register, (str, os.PathLike), "its file or folder")
    check_is("room", room, Readable, "as Engine.room gives")
    path = Path(register)
    path = path / "register.toml" if path.is_dir() else path
    reading = read_register(path, room.workflow, room.collaboration.register)
    if reading.faulty:
        raise NotReadable(reading.diagnostics)
    return reading.register


def open_store(
    store: str | os.PathLike[str], *, create: bool = True, tenant: str | None = None
) -> Store:
    """The store in this SQLite file, or in the PostgreSQL database of this address.

    It is made when it is not there and `create` says so. In a database every `tenant` has a
    store of its own; it can stand in the address too, and without one it is the tenant
    `samenwerk`. Raises StoreError.

    >>> open_store("samenwerk.db").collaborations()                            # doctest: +SKIP
    ()
    >>> open_store("postgresql://localhost/zorg?tenant=noord")                 # doctest: +SKIP
    """
    from samenwerk.store.contract import fault
    from samenwerk.store.postgres_address import is_address, shown

    check_is("store", store, (str, os.PathLike), "its file, or the address of its database")
    if not is_address(store):
        from samenwerk.store.sqlite import SqliteStore

        if tenant is not None:
            raise fault("no_tenants", os.fspath(store))
        return SqliteStore(store, create=create)
    try:
        from samenwerk.store.postgres import PostgresStore
    except ModuleNotFoundError as missing:
        raise fault("no_driver", shown(str(store)), str(missing.name)) from missing
    return PostgresStore(str(store), tenant=tenant, create=create)


def render(
    shown: Shown | Iterable[Diagnostic],
    lang: str = "nl",
    room: Room | RoomBy | Seen | None = None,
    *,
    plugins: Plugins | None = None,
) -> str:
    """An outcome, obligation, thing that waits, message, name, reading, faults or error as text
    for a person.

    With the room that it came from, parties, steps and rules are called by their labels, and
    plugins speak in their own words. `plugins` are those a reading was made with (None: the
    installed ones).

    >>> render(room.do("change.adopt", case="c", actor="desk"), "en", room)    # doctest: +SKIP
    'This cannot be done yet. ...'
    >>> render(Name("state", "change.adopted"), "en", room)                    # doctest: +SKIP
    'adopted'
    """
    from samenwerk.language.errors import say_error
    from samenwerk.language.obligations import render_obligation
    from samenwerk.language.outcome import render_outcome
    from samenwerk.language.waiting import blocked_text, due_text, task_text
    from samenwerk.values.obligation import Obligation
    from samenwerk.values.outcome import Outcome
    from samenwerk.values.waiting import Blocked, Due, Task

    speaker = speaker_for(lang, room)
    match shown:
        case Outcome():
            return render_outcome(shown, speaker)
        case Obligation():
            return render_obligation(shown, speaker)
        case Task():
            return task_text(shown, speaker)
        case Due():
            return due_text(shown, speaker)
        case Blocked():
            return blocked_text(shown, speaker)
        case Message():
            return speaker.sentence(shown)
        case Name():
            return speaker.tell(shown)
        case NotReadable():
            return _faults(shown.diagnostics, speaker)
        case SamenwerkError():
            return say_error(shown, speaker)
    from samenwerk.definitions.reading import Reading

    if isinstance(shown, Iterable):
        faults = tuple(shown)
        for one in faults:
            check_is("render", one, Diagnostic)
        return _faults(faults, speaker)
    check_is("render", shown, Reading, "or an Outcome, Obligation, Task, Due, Blocked, Message, "
             "Name, SamenwerkError, or Diagnostics")  # fmt: skip
    from samenwerk.language.diagnostics import render_diagnostics

    lines = {one.file: one.lines for one in shown.sources}
    return render_diagnostics(shown.diagnostics, texts_for(shown, plugins), lines, speaker)


def as_data(
    told: Told, lang: str = "nl", room: Room | RoomBy | Seen | None = None
) -> dict[str, object]:
    """The same answers as plain data for JSON, spelled as the command line does (`docs/cli.md`).

    Names and numbers are those of the record; sentences are in this language.

    >>> as_data(room.ask("change.adopt", case="c", actor="desk"))["verdict"]   # doctest: +SKIP
    'not_yet'
    """
    from samenwerk.language import plain
    from samenwerk.values.event import RecordedEvent
    from samenwerk.values.finding import Finding
    from samenwerk.values.obligation import Obligation
    from samenwerk.values.outcome import Outcome
    from samenwerk.values.waiting import Due, Task

    match told:
        case RecordedEvent():
            return plain.event_data(told)
        case Outcome():
            return plain.outcome_data(told, speaker_for(lang, room))
        case Obligation():
            return plain.obligation_data(told, speaker_for(lang, room))
        case Task():
            return plain.task_data(told, speaker_for(lang, room))
        case Due():
            return plain.due_data(told, speaker_for(lang, room))
        case Finding():
            return plain.finding_data(told, speaker_for(lang, room))
    raise wrong_type("as_data", told, "Outcome, Obligation, Task, Due, Finding or RecordedEvent")


def _faults(faults: Iterable[Diagnostic], speaker: Speaker) -> str:
    from samenwerk.definitions.checks import all_checks, texts_of
    from samenwerk.language.diagnostics import render_diagnostics

    return render_diagnostics(faults, texts_of(all_checks()), {}, speaker)


def texts_for(reading: Reading, plugins: Plugins | None = None) -> TextsByCode:
    """The sentences of every check that a reading was asked, those of its plugins among them."""
    from samenwerk.definitions.checks import all_checks, texts_of
    from samenwerk.hooks.installed import installed

    _check_plugins(plugins)
    named = named_in(reading)
    offered = installed(named, ("checks",)) if plugins is None and named else plugins
    taken = [] if offered is None else [o for name, o in offered.named.items() if name in named]
    return texts_of((*all_checks(), *(check for one in taken for check in one.all("checks"))))


def speaker_for(lang: str, room: Readable | RoomBy | Seen | None = None) -> Speaker:
    """Who says things in a language, with the labels of a room and the words of its plugins.

    A room whose workflow cannot be read still speaks, in bare names. Raises Misuse for another
    language than nl and en.
    """
    from samenwerk.engine import speaking
    from samenwerk.engine.by import RoomBy
    from samenwerk.engine.readable import Readable
    from samenwerk.engine.seen import Seen

    if lang not in LANGUAGES:
        raise Misuse(f"there is no language {lang!r}; take nl or en", what="language", name=lang)
    check_is("room", room, (Readable, RoomBy, Seen, type(None)))
    return speaking.speaker_for(lang, room)


def catalogue_with(plugins: Plugins | None = None) -> Catalogue:
    """Everything that samenwerk says, and what these plugins do."""
    from samenwerk.engine import speaking

    return speaking.catalogue_with(plugins)
