"""A figure: what was reached, against what, and what we aim at; and all of them as one table.

Nothing here measures, and nothing fails when a goal is missed: a figure is for people to read.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import attrs

PACKAGES = (
    "attrs", "cattrs", "immutables", "transitions", "python-statemachine", "SpiffWorkflow",
    "tomlkit", "psycopg", "dbos",
)  # fmt: skip
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
HEAD = ("Figure", "Ours", "Against", "Reached", "Goal", "Met")


@attrs.frozen(kw_only=True)
class Figure:
    """One line of the table.

    `ours` and `against` are seconds. With `ratio` that is the figure, else the time itself is;
    `goal` is in the same unit, None when the figure only informs. `missing` is why nothing was
    measured.
    """

    name: str
    ours: float | None = None
    against: float | None = None
    what: str = ""
    ratio: float | None = None
    goal: float | None = None
    missing: str = ""

    @property
    def reached(self) -> float | None:
        """The ratio, or the time when there is nothing to compare with."""
        return self.ours if self.ratio is None else self.ratio

    @property
    def met(self) -> str:
        """Yes or no; nothing without a goal."""
        if self.missing:
            return "not measured"
        if self.goal is None or self.reached is None:
            return ""
        return "yes" if self.reached <= self.goal else "**no**"

    def cells(self) -> tuple[str, ...]:
        """The line as texts."""
        if self.missing:
            return (self.name, "", self.missing, "", _amount(self, self.goal), self.met)
        against = self.what
        if self.against is not None:
            against = f"{self.what}, {_time(self.against)}"
        return (
            self.name, _time(self.ours), against, _amount(self, self.reached),
            _amount(self, self.goal), self.met,
        )  # fmt: skip


def _amount(figure: Figure, value: float | None) -> str:
    if value is None:
        return ""
    timed = not figure.what
    return _time(value) if timed else f"{value:.2f}x" if value < 10 else f"{value:.0f}x"


def _time(seconds: float | None) -> str:
    if seconds is None:
        return ""
    if seconds < 0:  # of a difference: what was added was less than nothing
        return f"-{_time(-seconds)}"
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            number = seconds / size
            return f"{number:.1f} {unit}" if number < 100 else f"{number:.0f} {unit}"
    return f"{seconds * 1e6:.2f} µs"


def machine() -> str:
    """On what this was measured, in a sentence."""
    packages = []
    for name in PACKAGES:
        try:
            packages.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return (
        f"Measured on {_processor()}, {os.cpu_count()} cores, {platform.system()}; "
        f"{platform.python_implementation()} {platform.python_version()}, SQLite "
        f"{sqlite3.sqlite_version}, {', '.join(packages)}."
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.processor() or platform.machine()


def as_text(figures: Sequence[Figure]) -> str:
    """The table for a terminal."""
    rows = [HEAD, *(figure.cells() for figure in figures)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEAD))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]]).replace("**", "")


def as_markdown(figures: Sequence[Figure]) -> str:
    """The table for a page, with the machine above it."""
    rows = [HEAD, ("---",) * len(HEAD), *(figure.cells() for figure in figures)]
    return "\n".join([machine(), "", *("| " + " | ".join(row) + " |" for row in rows)])


def written(page: str, figures: Sequence[Figure]) -> str:
    """The page with its table replaced; what stands around it stays."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{as_markdown(figures)}\n{END}{after}"
