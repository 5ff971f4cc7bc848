"""The command `samenwerk`: from words to an exit code, and never a traceback for a mistake.

The commands themselves stand in `cli.commands`; which there are, in `cli.lazy`.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import sys
from collections.abc import Sequence

import attrs
import click

from samenwerk.cli.door import CLOSED, FINE, INTERRUPTED, WRONG, Door, early_format, early_language
from samenwerk.cli.lazy import COMMANDS, group

_FULL = (errno.ENOSPC, errno.EFBIG, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC))
"""What a system says when nothing more can be written."""

_UNUSABLE = (
    errno.ENAMETOOLONG, errno.EACCES, errno.EPERM, errno.ELOOP, errno.ENOTDIR, errno.EISDIR,
    errno.EROFS,
)  # fmt: skip
"""What a system says of a path that somebody named and that it can do nothing with."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code.

    0 is fine, 1 findings or a refusal, 2 wrong use or unreadable input, 3 a fault of ours.
    `argv` are the words after `samenwerk` (None: those of this process).

        >>> main(["nonsense", "--lang", "en"])                                  # doctest: +SKIP
        2
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if argv is None:  # a process of our own, for one command: what it makes it mostly keeps
        gc.set_threshold(50_000, 20, 100)
    _speak_utf8()
    lang = early_language(words)
    command = next((word for word in words if word in COMMANDS), "samenwerk")
    door = Door(command, lang, None, early_format(words))
    try:
        code = _run(words, lang, door)
        sys.stdout.flush()
    except OSError as fault:  # what there is to say could not be said
        with contextlib.suppress(OSError):
            return _failed(fault, attrs.evolve(door, format="text"))
        return WRONG
    return code


def _run(words: list[str], lang: str, door: Door) -> int:
    try:
        code = group(lang).main(args=words or ["--help"], prog_name="samenwerk",
                                standalone_mode=False)  # fmt: skip
        sys.stdout.flush()
        return code if isinstance(code, int) else FINE
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.ClickException as fault:
        from samenwerk.cli.failing import usage_error

        return usage_error(fault, door)
    except (KeyboardInterrupt, click.Abort):
        sys.stderr.write("\n")
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_stdout()
        return CLOSED
    except Exception as fault:
        if isinstance(fault, OSError) and fault.errno in _FULL:
            raise
        return _failed(fault, door)


def _failed(fault: Exception, door: Door) -> int:
    from samenwerk.cli.failing import Fail, failed

    if isinstance(fault, OSError) and fault.errno in _FULL:
        _let_go_of_stdout()
        fault = Fail("output.full")
    elif isinstance(fault, FileNotFoundError) and not _folder_is_there():
        fault = Fail("folder.gone")
    elif isinstance(fault, OSError) and fault.errno in _UNUSABLE and fault.filename:
        fault = Fail("file.unusable", file=os.fsdecode(fault.filename))
    return failed(fault, door)


def _folder_is_there() -> bool:
    try:
        os.getcwd()
    except OSError:
        return False
    return True


def _speak_utf8() -> None:
    if sys.stdout is None:  # somebody closed it: then nothing is to be told there
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change is not None:
            change(encoding="utf-8", errors="backslashreplace")


def _let_go_of_stdout() -> None:
    """The reader went away: nothing more can be said, also not when the process ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
