"""The processes in which plugins are asked apart: one for each plugin, kept warm between answers.

A process that fails in any way is stopped, with all that it started, and the next question gets a
new one. What it sends is read as data and never carried out.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Mapping
from types import MappingProxyType
from typing import IO, Any

from samenwerk.hooks.calling.apart import Apart
from samenwerk.hooks.calling.contained import went_wrong
from samenwerk.hooks.calling.packed import unpacked
from samenwerk.hooks.calling.serving import END, LENGTH
from samenwerk.hooks.plugins import Plugin
from samenwerk.hooks.shapes import not_plain
from samenwerk.values.errors import PluginError

START = 60.0
"""So many seconds may pass before a new process stands ready, its plugin not yet loaded."""
MOST_SENT = 64 * 1024 * 1024
"""So many bytes can be one answer."""
HEARD = 1.0
"""So many seconds are waited for what a plugin printed, once its answer is there."""
LINES, WIDE = 100, 500
"""So many lines of what a plugin prints are kept, and so much of each."""


class Rooms:
    """The processes of one engine. Safe from several threads; a plugin answers one at a time."""

    def __init__(self, apart: Apart) -> None:
        self._apart = apart
        self._rooms: dict[str, _Room] = {}
        self._lock = threading.Lock()
        self._said: deque[tuple[str, str]] = deque(maxlen=LINES)

    @property
    def said(self) -> tuple[tuple[str, str], ...]:
        """The last lines that plugins printed, each with the name of the plugin."""
        return tuple(self._said)

    def asked(self, plugin: Plugin, hook: str, what: str, call: str, given: tuple[Any, ...]) -> Any:
        """What the plugin answers, in plain values; raises PluginError for whatever goes wrong."""
        if plugin.origin is None or not sys.executable:
            raise PluginError(
                f"plugin {plugin.name} cannot be imported elsewhere",
                what="not_apart", plugin=plugin.name, hook=f"{hook} {what}",
            )  # fmt: skip
        with self._lock:
            room = self._rooms.get(plugin.name)
            if room is None:
                room = self._rooms[plugin.name] = _Room(plugin, self._apart, self._said)
        return room.asked(hook, what, call, given)

    def close(self) -> None:
        """Stop them all."""
        with self._lock:
            for room in self._rooms.values():
                room.stop()
            self._rooms.clear()


class _Room:
    """The process of one plugin: started when it is asked, stopped when it fails."""

    def __init__(self, plugin: Plugin, apart: Apart, said: deque[tuple[str, str]]) -> None:
        self._plugin = plugin
        self._apart = apart
        self._said = said
        self._lock = threading.Lock()
        self._number = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[Mapping[str, Any] | None] = queue.SimpleQueue()
        self._heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._ears: tuple[threading.Thread, ...] = ()

    def asked(self, hook: str, what: str, call: str, given: tuple[Any, ...]) -> Any:
        """One question and its answer."""
        with self._lock:
            well = False
            try:
                answer = self._answered(hook, what, call, given)
                found = self._read(f"{hook} {what}", answer)
                well = not answer.get("threads")  # who left something running starts anew
                return found
            finally:
                if not well:
                    self.stop()

    def _answered(
        self, hook: str, what: str, call: str, given: tuple[Any, ...]
    ) -> Mapping[str, Any]:
        named = f"{hook} {what}"
        if self._process is None:
            self._start()
            self._next(named, START)
        self._number += 1
        self._send({
            "number": self._number, "hook": hook, "what": what, "call": call,
            "given": _pickled(given), "seconds": self._apart.seconds,
        })  # fmt: skip
        answer = self._next(named, self._apart.seconds)
        with contextlib.suppress(queue.Empty):  # what it printed belongs to this answer
            self._heard.get(timeout=HEARD)
        if answer.get("number") != self._number:
            raise self._fault("garbled", named)
        return answer

    def _read(self, named: str, answer: Mapping[str, Any]) -> Any:
        name = self._plugin.name
        match answer:
            case {"answer": str(text)}:
                try:
                    return unpacked(text)
                except ValueError:
                    raise self._fault("garbled", named) from None
            case {"refused": str(detail)}:
                raise not_plain(name, named, detail)
            case {"memory": True}:
                raise self._fault("memory", named)
            case {"raised": str(detail), "doing": str(doing), "place": str() | None as place}:
                raise went_wrong(name, "import" if doing == "import" else named, detail, place)
        raise self._fault("garbled", named)

    def _start(self) -> None:
        command = [sys.executable, "-m", "samenwerk.hooks.calling.serving"]
        path = os.pathsep.join(filter(None, sys.path))
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path}, start_new_session=True,
        )  # fmt: skip
        self._process = process
        self._answers, self._heard = queue.SimpleQueue(), queue.SimpleQueue()
        assert process.stdout is not None
        assert process.stderr is not None
        self._ears = (
            threading.Thread(target=_listen, args=(process.stdout, self._answers), daemon=True),
            threading.Thread(target=self._overhear, args=(process.stderr,), daemon=True),
        )
        for ear in self._ears:
            ear.start()
        self._send({
            "name": self._plugin.name, "version": self._plugin.version,
            "origin": self._plugin.origin, "path": sys.path, "megabytes": self._apart.megabytes,
        })  # fmt: skip

    def _send(self, what: Mapping[str, Any]) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        text = pickle.dumps(what)
        with contextlib.suppress(OSError):  # it is gone: the answer tells how
            self._process.stdin.write(LENGTH.pack(len(text)) + text)
            self._process.stdin.flush()

    def _next(self, named: str, seconds: float) -> Mapping[str, Any]:
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise self._fault("hung", named, seconds=_told(seconds)) from None
        if answer is not None:
            return answer
        assert self._process is not None
        try:
            code = self._process.wait(1)
        except subprocess.TimeoutExpired:  # it closed its side and runs on
            raise self._fault("garbled", named) from None
        if code == -getattr(signal, "SIGXCPU", 0):
            raise self._fault("busy", named, seconds=_told(self._apart.seconds))
        if code < 0:
            raise self._fault("killed", named, signal=signal.Signals(-code).name)
        raise self._fault("exited", named, code=code)

    def _fault(self, what: str, named: str, **more: Any) -> PluginError:
        name = self._plugin.name
        if what == "memory":
            more["megabytes"] = self._apart.megabytes
        return PluginError(f"plugin {name}: {what} at {named}", what=what, plugin=name,
                           hook=named, **more)  # fmt: skip

    def _overhear(self, stream: IO[bytes]) -> None:
        with stream:
            while line := stream.readline(WIDE):
                if line.startswith(END):
                    self._heard.put(line)
                elif line.strip():
                    self._said.append((self._plugin.name, line.decode("utf-8", "replace").rstrip()))

    def stop(self) -> None:
        """Stop the process, and whatever it started."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait()
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
        for ear in self._ears:
            ear.join(HEARD)


def _listen(stream: IO[bytes], answers: queue.SimpleQueue[Mapping[str, Any] | None]) -> None:
    """Pass on what comes in, until it ends or is no answer."""
    with contextlib.suppress(OSError, ValueError), stream:
        while len(head := stream.read(LENGTH.size)) == LENGTH.size:
            (length,) = LENGTH.unpack(head)
            if length > MOST_SENT:
                answers.put({})
                return
            text = stream.read(length)
            if len(text) < length:
                break
            told = json.loads(text)
            answers.put(told if isinstance(told, dict) else {})
    answers.put(None)


class _Pickler(pickle.Pickler):
    """Questions as they are, with what cannot be changed made again on the other side."""

    def reducer_override(self, one: Any) -> Any:
        if type(one) is MappingProxyType:
            return _unchangeable, (dict(one),)
        return NotImplemented


def _pickled(given: tuple[Any, ...]) -> bytes:
    stream = io.BytesIO()
    _Pickler(stream).dump(given)
    return stream.getvalue()


def _unchangeable(one: dict[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType(one)


def _told(seconds: float) -> str:
    return f"{seconds:g}"
