"""Watching a plugin while it answers: what it prints, where it looks, how long it takes.

Nothing is put in the place of anything: Python itself tells of files, connections and calls.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from types import FrameType
from typing import Any

import attrs

_OUTSIDE = (
    "open", "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.spawn",
    "os.posix_spawn", "os.listdir", "os.scandir", "sqlite3.connect", "urllib.Request", "shutil.",
)  # fmt: skip
_CLOCK = ("now", "utcnow", "today")
_ENVIRONMENT = getattr(type(os.environ), "__getitem__").__code__  # noqa: B009
_GLOBAL_CHANCE = getattr(random, "_inst")  # noqa: B009


class Endless(BaseException):
    """An answer that did not come in time; not for a plugin to catch."""


@attrs.frozen(eq=False)
class Seen:
    """What came of one call: the answer or what was raised, and what was seen meanwhile."""

    answer: Any = None
    raised: BaseException | None = None
    printed: str = ""
    outside: tuple[str, ...] = ()
    seconds: float = 0.0


@attrs.define(eq=False)
class _Watch:
    found: dict[str, None] = attrs.field(factory=dict)


_watching = threading.local()
_hooked: list[bool] = []


def watched(call: Callable[[], Any], patience: float) -> Seen:
    """Make the call and tell of it; whatever it raises is told as well.

    After `patience` seconds it is broken off, where the system can do that.
    """
    if not _hooked:
        sys.addaudithook(_audited)
        _hooked.append(True)
    watch, out = _Watch(), io.StringIO()
    answer, raised = None, None
    before = sys.getprofile()
    with (
        contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), _no_collecting(),
        _in_time(patience),
    ):  # fmt: skip
        started = time.perf_counter()
        _watching.now = watch
        sys.setprofile(_profiled)
        try:
            answer = call()
        except BaseException as fault:
            raised = fault
        finally:
            sys.setprofile(before)
            _watching.now = None
            seconds = time.perf_counter() - started
    if isinstance(raised, KeyboardInterrupt):
        raise raised
    return Seen(answer, raised, out.getvalue(), tuple(watch.found), seconds)


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Memory is collected later: what others do then would be taken for the plugin's."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@contextlib.contextmanager
def _in_time(patience: float) -> Iterator[None]:
    timed = hasattr(signal, "setitimer")
    if not timed or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise Endless(f"no answer within {patience:g} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, patience)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _audited(event: str, arguments: tuple[Any, ...]) -> None:
    watch = getattr(_watching, "now", None)
    if watch is None or not event.startswith(_OUTSIDE):
        return
    what = next((str(one) for one in arguments if isinstance(one, str | bytes)), "")
    if not _reading_code(what):
        watch.found[f"{event} {what[-60:]}".strip()] = None


def _reading_code(what: str) -> bool:
    """Whether Python is only reading a module, or the rules of a time zone."""
    if "zoneinfo" in what:
        return True
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def _profiled(frame: FrameType, event: str, argument: Any) -> None:
    watch = getattr(_watching, "now", None)
    if watch is None:
        return
    if event == "c_call":
        said = _looked(argument)
        if said:
            watch.found[said] = None
    elif event == "call" and frame.f_code is _ENVIRONMENT:
        watch.found["the environment (os.environ)"] = None


def _looked(function: Any) -> str:
    """What a function of Python itself looks at beside its arguments; empty: nothing."""
    name = getattr(function, "__name__", "")
    of, module = getattr(function, "__self__", None), getattr(function, "__module__", None)
    if name in _CLOCK and isinstance(of, type) and issubclass(of, date):
        return f"the clock ({of.__name__}.{name})"
    if module == "time" and name not in ("strftime", "strptime", "mktime"):
        return f"the clock (time.{name})"
    if of is _GLOBAL_CHANCE or name == "urandom":
        return f"chance ({name})"
    return ""
