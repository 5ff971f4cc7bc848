"""What runs in the process of a plugin: it loads one plugin and answers for it, call by call.

Its questions come in on standard input, its answers go out where standard output was; whatever the
plugin prints goes to standard error. Started by `rooms`, as `python -m`, and by nobody else.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import pickle
import queue
import struct
import sys
import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from samenwerk.hooks.calling.contained import place_of, told
from samenwerk.hooks.calling.packed import packed
from samenwerk.hooks.calling.plain import NotPlain

if TYPE_CHECKING:
    from samenwerk.hooks.plugins import Plugins

END = b"\0"
"""With this begins the line that says that all is printed for an answer."""
LENGTH = struct.Struct("!I")
MIB = 1024 * 1024


def main() -> None:
    """Serve until the other side is gone."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # what the plugin prints, also by itself, is not taken for an answer
    sys.stdout = io.TextIOWrapper(os.fdopen(1, "wb", buffering=0), "utf-8", write_through=True)
    asked: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(sys.stdin.buffer, asked), daemon=True).start()
    start = asked.get()
    sys.path[:] = start["path"]
    kept = _limited(start["megabytes"])
    own = _Serving(start)
    _tell(answers, {"kept": kept})
    threads = threading.active_count()
    while True:
        question = asked.get()
        _count(question["seconds"])
        answer = own.answered(question)
        answer["number"] = question["number"]
        answer["threads"] = threading.active_count() - threads
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(Exception):
                stream.flush()
        os.write(2, END + str(question["number"]).encode() + b"\n")
        _tell(answers, answer)


class _Serving:
    """One plugin, loaded when it is first asked."""

    def __init__(self, start: Mapping[str, Any]) -> None:
        self._start = start
        self._members: dict[tuple[str, str], Any] = {}

    def answered(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """An answer to send: what was answered, or what went wrong."""
        key = (question["hook"], question["what"])
        doing = "import"
        try:
            if question["hook"] == "import":
                self._gathered(question["what"].split())
                return {"answer": packed(None)}
            member = self._members.get(key) or self._member(*key)
            doing = "call"
            given = pickle.loads(question["given"])
            return {"answer": packed(getattr(member, question["call"])(*given))}
        except NotPlain as fault:
            return {"refused": str(fault)}
        except MemoryError:
            return {"memory": True}
        except BaseException as fault:
            if isinstance(fault.__cause__, MemoryError):  # while it was loaded
                return {"memory": True}
            return {"raised": told(fault), "doing": doing, "place": place_of(fault)}

    def _member(self, hook: str, what: str) -> Any:
        gathered = self._gathered((hook,))
        self._members[hook, what] = gathered.found(hook, self._start["name"], what)
        return self._members[hook, what]

    def _gathered(self, hooks: Sequence[str]) -> Plugins:
        from samenwerk.hooks.gather import Source, gather

        found = Source(self._start["name"], self._start["version"], self._load)
        gathered = gather([found], hooks)
        for fault in gathered.faults.values():
            raise fault
        return gathered

    def _load(self) -> Any:
        room, _, attribute = self._start["origin"].partition(":")
        found: Any = importlib.import_module(room)
        for part in filter(None, attribute.split(".")):
            found = getattr(found, part)
        return found


def _read(stream: BinaryIO, asked: queue.SimpleQueue[Any]) -> None:
    while True:
        head = stream.read(LENGTH.size)
        if len(head) < LENGTH.size:
            os._exit(0)  # nobody is left to answer to
        asked.put(pickle.loads(stream.read(LENGTH.unpack(head)[0])))


def _tell(answers: Any, answer: Mapping[str, Any]) -> None:
    text = json.dumps(answer).encode()
    whole = memoryview(LENGTH.pack(len(text)) + text)
    while whole:
        whole = whole[answers.write(whole) :]


def _limited(megabytes: int) -> list[str]:
    """Limit memory, where this system can; says what is limited."""
    try:
        import resource
    except ImportError:
        return ["seconds"]
    kept = ["seconds", "processor"]
    most = megabytes * MIB
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        kept.append("megabytes")
    except (ValueError, OSError):
        pass  # not on this system
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return kept


def _count(seconds: float) -> None:
    """From now on so many seconds of a processor: then the system ends this process."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
