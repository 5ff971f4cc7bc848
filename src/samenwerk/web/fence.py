"""What goes around every page: which hosts and ways of asking are answered, and what a browser is
told it may not do. It knows nothing of what is on a page.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NOTHING = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
STRICT = f"{_NOTHING}; style-src 'self'"
"""No script, no picture, no font, no frame and no other host: only our own style sheet."""
INLINE = f"{_NOTHING}; style-src 'unsafe-inline'"
"""For a report that is whole in one file, with its style in it; no script there either."""

HEADERS = {
    "content-security-policy": STRICT,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "cache-control": "no-store",
}
"""Sent with every answer, unless the page itself says otherwise."""
READS = ("GET", "HEAD")


class Fence:
    """An application behind a check of the host that is asked for, reading alone, with headers.

    A page of another site cannot have a browser read ours under a name of its own: a `Host` that
    is not among `hosts` gets no answer (None: any is fine).
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str] | None) -> None:
        self._app = app
        self._hosts = None if hosts is None else {one.casefold() for one in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def fenced(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        if not self._known(scope):
            await PlainTextResponse("unknown host\n", 421)(scope, receive, fenced)
        elif scope["method"] not in READS:
            allowed = {"allow": ", ".join(READS)}
            await PlainTextResponse("read only\n", 405, allowed)(scope, receive, fenced)
        else:
            await self._app(scope, receive, fenced)

    def _known(self, scope: Scope) -> bool:
        if self._hosts is None:
            return True
        asked = [value for name, value in scope["headers"] if name == b"host"]
        return len(asked) == 1 and host_of(asked[0].decode("latin-1")) in self._hosts


def host_of(header: str) -> str:
    """The name in a `Host` header, without the port.

    >>> host_of("LocalHost:8000"), host_of("[::1]:8000"), host_of("127.0.0.1")
    ('localhost', '[::1]', '127.0.0.1')
    """
    name, _, port = header.strip().casefold().rpartition(":")
    return name if name and port.isdigit() and not name.endswith(":") else header.casefold()
