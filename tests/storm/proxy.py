"""A way to a PostgreSQL server that can be cut at any byte, in either direction."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import threading
from pathlib import Path


class Proxy:
    """Passes on what goes to a server over its socket and back, until it is cut.

    `left` holds how many bytes still may pass `to` the server or `back` from it; None: all.
    What passed is counted in `passed`. A connection made after the cut is a new way, and whole:
    else whoever connects again behind our back takes of the bytes that were left.
    """

    def __init__(self, real: Path, folder: Path) -> None:
        self.real = real
        self.path = folder / real.name
        self.left: dict[str, int | None] = {"to": None, "back": None}
        self.passed = {"to": 0, "back": 0}
        self._round = 0
        self._counting = threading.Lock()
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listener.bind(str(self.path))
        self._listener.listen()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def cut(self, way: str, after: int) -> None:
        """From here on pass so many bytes that way, and then end both ends at once."""
        with self._counting:
            self._round += 1
            self.passed = {"to": 0, "back": 0}
            self.left = {"to": None, "back": None, way: after}

    def mend(self) -> None:
        """Everything passes again."""
        with self._counting:
            self.left = {"to": None, "back": None}

    def close(self) -> None:
        """Nobody is let in any more."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)
        os.unlink(self.path)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            far = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                far.connect(str(self.real))
            except OSError:
                near.close()
                continue
            threading.Thread(target=self._pass, args=(near, far), daemon=True).start()

    def _pass(self, near: socket.socket, far: socket.socket) -> None:
        ways = {near: ("to", far), far: ("back", near)}
        made = self._round
        with near, far, contextlib.suppress(OSError):
            while True:
                for ready in select.select([near, far], [], [])[0]:
                    way, other = ways[ready]
                    part = ready.recv(1 << 16)
                    some = self._counted(way, part, made)
                    if some:
                        other.sendall(some)
                    if not part or len(some) < len(part):
                        return

    def _counted(self, way: str, part: bytes, made: int) -> bytes:
        """What still may pass of a part, counted before it does: whoever has got the last byte
        finds it counted, and cuts or mends after it and not before."""
        with self._counting:
            left = self.left[way] if made < self._round else None
            some = part if left is None else part[:left]
            self.passed[way] += len(some)
            if left is not None:
                self.left[way] = left - len(some)
            return some
