"""What the benchmarks share: a list of figures, shown as one table at the end of the run.

`--write-figures` puts the table in `docs/figures.md` too. No figure makes a run fail.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from benchmarks import figures as pages
from benchmarks.figures import Figure
from benchmarks.turns import Call, Prepared, Taken

PAGE = Path(__file__).resolve().parents[1] / "docs" / "figures.md"
FIGURES: pytest.StashKey[list[Figure]] = pytest.StashKey()

Note: TypeAlias = Callable[..., None]
Repeat: TypeAlias = Callable[[Call | Prepared, int], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one option of ours."""
    parser.addoption(
        "--write-figures", action="store_true", help="write the table into docs/figures.md"
    )


def pytest_configure(config: pytest.Config) -> None:
    """An empty list, to be filled while measuring."""
    config.stash[FIGURES] = []


@pytest.fixture
def note(request: pytest.FixtureRequest, benchmark: Any) -> Note:
    """Adds a figure to the table, and to what pytest-benchmark keeps."""

    def add(name: str, ours: Taken, base: Taken | None = None, **told: Any) -> None:
        whole = {"ours": ours.median}
        if base is not None:
            whole |= {"against": base.median, "ratio": ours.over(base)}
        figure = Figure(name=name, **whole, **told)
        request.config.stash[FIGURES].append(figure)
        benchmark.extra_info[name] = {"reached": figure.reached, "goal": figure.goal}

    return add


@pytest.fixture
def missing(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Puts in the table that something was not measured and why, and skips the test."""

    def skip(name: str, reason: str, **told: Any) -> None:
        request.config.stash[FIGURES].append(Figure(name=name, missing=reason, **told))
        pytest.skip(reason)

    return skip


@pytest.fixture
def repeat(benchmark: Any) -> Repeat:
    """Lets pytest-benchmark time a call too, for its own table and for comparing runs."""

    def run(call: Call | Prepared, times: int) -> None:
        if isinstance(call, Prepared):
            prepare = call.prepare
            benchmark.pedantic(
                lambda ready: ready(), setup=lambda: ((prepare(),), {}), rounds=times
            )
        else:
            benchmark.pedantic(call, rounds=times, iterations=1, warmup_rounds=1)

    return run


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: Any, exitstatus: int, config: pytest.Config) -> None:
    """The table, and where it was written."""
    found = config.stash[FIGURES]
    if not found:
        return
    terminalreporter.section("figures")
    terminalreporter.write_line(pages.machine())
    terminalreporter.write_line("")
    terminalreporter.write_line(pages.as_text(found))
    if not config.getoption("write_figures"):
        return
    if exitstatus != 0:
        terminalreporter.write_line("Not written: the run was not whole.")
        return
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(pages.written(page, found), encoding="utf-8")
    terminalreporter.write_line(f"Written: {PAGE.name}")
