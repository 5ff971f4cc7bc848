"""A real browser for tests that look at a page: Chromium, steered by Playwright.

Where there is none the tests are skipped, and say so. `.ci/run` sees to it that there is one.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ALONE = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
"""A browser that starts nothing of itself: what it asks for then is what the page asks for."""


@contextmanager
def browser() -> Iterator[Any]:
    """A browser of its own; skips the test where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no chromium on this machine")
    with playwright.sync_playwright() as steering:
        opened = steering.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        try:
            yield opened
        finally:
            opened.close()


def serious(page: Any) -> list[tuple[str, str, list[str]]]:
    """What an automatic check finds that keeps people out: the rule, what it says, and where."""
    axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe is not installed")
    # Of what holds it need not send every element: with many that takes longer than the looking.
    found = axe.Axe().run(page, options={"resultTypes": ["violations"]})
    return [
        (one["id"], one["help"], [node["html"][:120] for node in one["nodes"][:3]])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]
