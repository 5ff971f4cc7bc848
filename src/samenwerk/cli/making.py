"""Putting what was made on disk: a folder that comes there whole and right, or not at all.

What stands in the files is `authoring`.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from samenwerk.authoring.additions import Change
from samenwerk.authoring.judging import Judged, judged
from samenwerk.authoring.lesser import with_stories, without_rule
from samenwerk.cli.commands.schema import FOLDER
from samenwerk.cli.failing import Fail
from samenwerk.cli.placing import placed, usual_mode
from samenwerk.cli.rewriting import MARK, rewrite, target_of
from samenwerk.definitions.pages.json_schema import schema_text, schemas
from samenwerk.scenarios.folder import FILE


def make_folder(target: Path, files: Mapping[str, str], lang: str) -> Judged:
    """Make a folder with these files and the schemas, and say what came of judging it.

    It is written elsewhere first and gets its name when it is right: `right` of the answer says
    so. Raises Fail when it cannot be written, or is there.
    """
    beside = _beside(target)
    if is_there(target):
        raise Fail("new.exists", name=target.as_posix())
    try:
        shutil.rmtree(beside, ignore_errors=True)  # of one that was broken off
        beside.mkdir()
        for name, text in files.items():
            write(beside / name, text)
        found = judged(beside / FILE)
        if found.right:
            for path, text in _schemas(beside, found, lang).items():
                write(path, text)
            beside.rename(target)
        return found
    except OSError:
        if is_there(target):  # made meanwhile
            raise Fail("new.exists", name=target.as_posix()) from None
        raise Fail("new.unwritable", folder=target.absolute().parent.as_posix()) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def make_files(target: Path, files: Mapping[str, str]) -> None:
    """Make a folder with these files, whole or not at all; raises Fail, also when it is there."""
    beside = _beside(target)
    try:
        shutil.rmtree(beside, ignore_errors=True)  # of one that was broken off
        beside.mkdir()
        for name, text in files.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            write(beside / name, text)
        beside.rename(target)
    except OSError:
        if is_there(target):  # made meanwhile
            raise Fail("new.exists", name=target.as_posix()) from None
        raise Fail("new.unwritable", folder=target.absolute().parent.as_posix()) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def make_fitting(target: Path, files: Mapping[str, str], lang: str) -> tuple[Judged, bool]:
    """Make a folder with as much of these files as is right, and say whether the rule is in it.

    First all of it, then without the rule of the region itself, which a base can have already;
    of the stories those that go as they say. Where nothing fits, the answer is of the whole.
    """
    whole: Judged | None = None
    for ruled, some in ((True, files), (False, without_rule(files))):
        found = make_folder(target, some, lang)
        whole = whole or found
        going = [one.scenario.name for one in found.played if one.passed]
        if not found.right and going:
            found = make_folder(target, with_stories(some, going), lang)
        if found.right:
            return found, ruled
    assert whole is not None
    return whole, True


def add_to(
    found: Judged, changes: Iterable[Change], name: str, lang: str
) -> tuple[Change, Judged]:
    """Carry out the first change after which all is as right as it was; raises Fail.

    Each is tried on a copy first: where none fits, nothing is changed.
    """
    home = found.folder.path.absolute().parent
    beside = _beside(home)
    last: Judged | None = None
    for change in changes:
        try:
            _copy(home, beside)
            for path, text in change.files.items():
                write(beside / path.relative_to(home), text)
            last = judged(beside / found.folder.path.name)
            if last.sound and len(last.folder.diagnostics) <= len(found.folder.diagnostics):
                _carry_out(change, _known(found))
                if (home / FOLDER).is_dir():  # what an editor suggests goes along
                    for path, text in _schemas(home, last, lang).items():
                        _replace(path, text)
                return change, last
        except (OSError, ValueError):
            raise Fail("new.unwritable", folder=home.as_posix()) from None
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    raise Fail("new.no_fit", name=name)


def _known(found: Judged) -> dict[Path, str]:
    """What stood in each file of the author when it was judged."""
    return {Path(one.file).absolute(): one.text for one in found.folder.sources}


def _carry_out(change: Change, known: Mapping[Path, str]) -> None:
    """Write the files of a change, none of them when one is not what it was; raises Fail."""
    before: dict[Path, bytes | None] = {}
    for path in change.files:
        before[path] = data = path.read_bytes() if path.exists() else None
        if (None if data is None else data.removeprefix(MARK).decode()) != known.get(path):
            raise Fail("rewrite.changed", file=path.name)
        if data is not None:
            target_of(path)
    for path, text in change.files.items():
        data = before[path]
        if data is None:
            _replace(path, text)
        else:
            rewrite(path, data, _as_it_was(data, text))


def _as_it_was(before: bytes, text: str) -> bytes:
    """A text with the mark and the line ends of what stood there."""
    after = text.encode()
    if 0 < before.count(b"\n") == before.count(b"\r\n"):
        after = after.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return (MARK if before.startswith(MARK) else b"") + after


def _beside(home: Path) -> Path:
    """A folder beside this one in which to try: nobody else's, also not of who was stopped."""
    return home.with_name(f".{home.name}.{os.getpid()}.{time.monotonic_ns()}.new")


def _schemas(home: Path, found: Judged, lang: str) -> dict[Path, str]:
    """The schemas of a workflow, by the file that they stand in."""
    made = schemas(found.folder.workflow, lang=lang)
    return {home / FOLDER / f"{name}.json": schema_text(one) for name, one in made.items()}


def _copy(home: Path, beside: Path) -> None:
    """What can belong to a workflow, in a folder beside it: paths from there are the same."""
    shutil.rmtree(beside, ignore_errors=True)  # of one that was broken off
    beside.mkdir()
    for path in home.rglob("*.toml"):
        inside = path.relative_to(home)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            (beside / inside).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, beside / inside)


def _replace(path: Path, text: str) -> None:
    """Put a text in a file at once, so that it is never there half."""
    path.parent.mkdir(exist_ok=True)
    placed(path, text.encode(), usual_mode())


def is_there(path: Path) -> bool:
    """Whether something has this name, also where capitals make no difference elsewhere."""
    with contextlib.suppress(OSError):
        there = {one.name.casefold() for one in path.absolute().parent.iterdir()}
        return path.name.casefold() in there
    return False


def write(path: Path, text: str) -> None:
    """Write a text as UTF-8 with plain line ends; raises OSError."""
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
