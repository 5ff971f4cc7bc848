"""Visiting pages without a network: one request at a time, straight to the application."""

import asyncio
import html
import re
from collections.abc import Mapping
from typing import Any

import httpx


def get(app: Any, path: str, method: str = "GET", **headers: str) -> httpx.Response:
    """What the application answers; `path` as a browser would ask it, headers by their names."""
    named: Mapping[str, str] = {name.replace("_", "-"): one for name, one in headers.items()}

    async def asked() -> httpx.Response:
        through = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=through, base_url="http://localhost") as client:
            return await client.request(method, path, headers=named)

    return asyncio.run(asked())


def text(answer: httpx.Response) -> str:
    """The text of a page, with one space between words."""
    bare = re.sub(r"<[^>]+>", "", answer.text)
    return " ".join(html.unescape(bare).split())
