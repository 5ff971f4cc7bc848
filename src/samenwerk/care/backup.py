"""A sound copy of a store in a file, and a copy put back: looked at, and never half there.

What is right and wrong about a store is `care.verifying`.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import attrs

from samenwerk.care.anchors import Anchors, Noted
from samenwerk.care.faults import StoreReport
from samenwerk.care.verifying import verify_store
from samenwerk.core.personal import erased_by
from samenwerk.store.contract import fault
from samenwerk.store.link import translated
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import Misuse, RecordBroken, StoreError

BESIDE = ("-wal", "-shm", "-journal")
"""How the files end that SQLite keeps beside a store."""

REPLACED = ".replaced"
"""How the name of a store ends that another took the place of."""

Tell = Callable[[int], None]


@attrs.frozen
class Copied:
    """What came of making or putting back a copy: what was found in it, and where it is.

    `placed` is False when it was not whole: then nothing was put anywhere. `older` are the
    collaborations of a store that was replaced and was further, with how far either is, `back` the
    seals of texts that were erased there and are here again; it was kept as `kept`. Where that was
    too damaged to be looked at (`unread`), nobody knows those.
    """

    report: StoreReport
    placed: bool
    bytes: int = 0
    older: tuple[tuple[str, int, int], ...] = ()
    kept: Path | None = None
    back: tuple[str, ...] = ()
    unread: bool = False


def back_up(
    store: SqliteStore, target: Path, *, replace: bool = False, tell: Tell | None = None
) -> Copied:
    """Write a copy of a store to a file while others go on, look at it, and put it in its place.

    It holds at least what the store held when this began. A copy that is not whole is not put
    anywhere: then the store is not. Raises Misuse (`what` is "there") for a file that is there,
    unless it may be replaced, and StoreError.
    """
    if target.exists() and target.samefile(store.path):
        raise Misuse(f"{target} is the store itself", what="there", file=str(target))
    _check_free(target, replace)
    tips = {id: tip for id in store.collaborations() if (tip := store.tip(id)) is not None}
    noted = Anchors({id: (Noted(*tip),) for id, tip in tips.items()})
    with _made_beside(target) as made:
        store.copy_to(made)
        report = _looked_at(made, noted, tell)
        if not report.whole:
            return Copied(report, False)
        size = made.stat().st_size
        _put(made, target, replace)
    return Copied(report, True, size)


def restore(
    backup: Path,
    target: Path,
    *,
    anchors: Anchors | None = None,
    replace: bool = False,
    tell: Tell | None = None,
) -> Copied:
    """Put a copy of a backup in the place of a store, once it was looked at.

    The backup itself is not touched. With `replace` a store that is there is kept beside it under
    another name; somebody who still works with it makes this a StoreError. Raises Misuse (`what`
    is "there", or "replaced" when an older one is kept already) and StoreError.
    """
    if not backup.is_file():
        raise fault("missing", str(backup))
    _check_free(target, replace)
    with _made_beside(target) as made:
        _copied(backup, made)
        report = _looked_at(made, anchors, tell)
        if not report.whole:
            return Copied(report, False)
        size = made.stat().st_size
        older: tuple[tuple[str, int, int], ...] = ()
        kept, back, unread = None, tuple[str, ...](), False
        if target.exists():
            kept = target.with_name(target.name + REPLACED)
            if kept.exists():
                raise Misuse(f"{kept} is there already", what="replaced", file=str(kept))
            try:
                older, back = _further(target, made, report)
            except StoreError as error:
                if not _is_damage(error):
                    raise
                unread = True
            os.replace(target, kept)
            for end in BESIDE:  # or the copy would take these for its own
                with contextlib.suppress(FileNotFoundError):
                    os.replace(f"{target}{end}", f"{kept}{end}")
        _put(made, target, replace=False)
    return Copied(report, True, size, older, kept, back, unread)


def _is_damage(error: StoreError) -> bool:
    """Whether it says that a store can no longer be read: then there is nobody who works in it."""
    return isinstance(error, RecordBroken) or error.params.get("what") == "damaged"


def _check_free(target: Path, replace: bool) -> None:
    if not os.path.isdir(target.parent):  # never raises, whatever the path is
        raise fault("no_folder", str(target))
    for end in BESIDE:
        if not target.exists() and target.with_name(target.name + end).exists():
            # a new file would take these for its own
            raise Misuse(f"{target}{end} is there", what="there", file=str(target) + end)
    if target.exists() and (not replace or not target.is_file()):
        raise Misuse(f"{target} is there already", what="there", file=str(target))
    if target.exists():
        try:
            _alone(target)  # whoever works in it would lose what he writes
        except StoreError as error:
            if not _is_damage(error):
                raise


@contextlib.contextmanager
def _made_beside(target: Path) -> Iterator[Path]:
    """A name beside the target that nobody has; whatever comes there is gone afterwards."""
    made = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        yield made
    finally:
        for end in ("", *BESIDE):
            with contextlib.suppress(OSError):
                made.with_name(made.name + end).unlink()


def _copied(backup: Path, made: Path) -> None:
    """A copy of a file in one piece, also of a store that is in use."""
    source = f"{backup.absolute().as_uri()}?mode=ro"
    if not backup.with_name(f"{backup.name}-wal").exists():
        source += "&immutable=1"  # so that nothing has to be written beside it
    try:
        with (
            closing(sqlite3.connect(source, uri=True)) as old,
            closing(sqlite3.connect(made)) as new,
        ):
            old.backup(new)
    except (sqlite3.Error, UnicodeDecodeError) as error:  # what it says can quote bytes
        raise translated(error, str(backup)) or fault("failed", str(backup)) from error


def _looked_at(made: Path, noted: Anchors | None, tell: Tell | None) -> StoreReport:
    store = SqliteStore(made, create=False)
    try:
        report = verify_store(store, noted, tell=tell)
    finally:
        store.close()
    _alone(made)
    return report


def _alone(path: Path) -> None:
    """Bring a store into its one file; raises StoreError when somebody else has it open."""
    try:
        with closing(sqlite3.connect(path, timeout=1, isolation_level=None)) as file:
            file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (mode,) = file.execute("PRAGMA journal_mode = DELETE").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:  # what it says can quote bytes
        raise translated(error, str(path)) or fault("failed", str(path)) from error
    if mode != "delete":
        raise fault("locked", str(path))


def _further(
    target: Path, made: Path, report: StoreReport
) -> tuple[tuple[tuple[str, int, int], ...], tuple[str, ...]]:
    """Where the store that is replaced was further than the copy, and what was erased there that
    the copy still has."""
    comes = {one.collaboration: one.count for one in report.collaborations}
    store = SqliteStore(target, create=False)
    try:
        stands = {id: (store.tip(id) or (0, ""))[0] for id in store.collaborations()}
        further = {id: count for id, count in stands.items() if count > comes.get(id, 0)}
        erased = [
            seal
            for id in further
            for line in store.read(id, comes.get(id, 0))
            for seal in erased_by(line.event)
        ]
    finally:
        store.close()
    _alone(target)
    copy = SqliteStore(made, create=False)
    try:
        back = tuple(one.sealed for one in copy.sealed(erased))
    finally:
        copy.close()
    _alone(made)
    return tuple((id, count, comes.get(id, 0)) for id, count in further.items()), back


def _put(made: Path, target: Path, replace: bool) -> None:
    """Give a file its name, durably; nobody ever sees half of it."""
    try:
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, made)
        if replace:
            os.replace(made, target)
        else:
            _link(made, target)
        with contextlib.suppress(OSError):  # not every system lets a folder be opened
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    except FileExistsError:
        raise Misuse(f"{target} is there already", what="there", file=str(target)) from None
    except OSError as error:
        raise fault("disk", str(target), str(error)) from error


def _link(made: Path, target: Path) -> None:
    """Give a file a name that nobody has; raises FileExistsError where somebody was first."""
    try:
        os.link(made, target)  # a replacement would not fail there
    except FileExistsError:
        raise
    except OSError:  # a stick or a share that knows one name a file: take the name, then fill it
        target.open("xb").close()
        try:
            os.replace(made, target)
        except OSError:
            target.unlink()
            raise
