"""Less of the usual beginning of a region: without its own rule, or with some of its stories.

What the whole says is `region`; which part fits on a base is tried by who makes it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_HEADING = re.compile(r"^# -{10,} .*$", re.MULTILINE)
_STORY = re.compile(r"^(?:#(?!:).*\n)*\[scenario\.([\w-]+)\]$", re.MULTILINE)


def without_rule(files: Mapping[str, str]) -> dict[str, str]:
    """The same files without what stands under the last heading of the workflow: its own rule."""
    text = files["workflow.toml"]
    headings = [found.start() for found in _HEADING.finditer(text)]
    return {**files, "workflow.toml": text[: headings[-1]].rstrip() + "\n"}


def with_stories(files: Mapping[str, str], names: Collection[str]) -> dict[str, str]:
    """The same files with only these stories, each with the comment above it.

    >>> text = "# all\\n\\n[scenario.a]\\nx = 1\\n\\n# no\\n[scenario.b]\\nx = 2\\n"
    >>> with_stories({"scenarios.toml": text}, ["a"])
    {'scenarios.toml': '# all\\n\\n[scenario.a]\\nx = 1\\n'}
    """
    text = files["scenarios.toml"]
    found = list(_STORY.finditer(text))
    ends = [*(one.start() for one in found[1:]), len(text)]
    head = text[: found[0].start()]
    kept = [
        text[one.start() : end]
        for one, end in zip(found, ends, strict=True)
        if one.group(1) in names
    ]
    return {**files, "scenarios.toml": (head + "".join(kept)).rstrip() + "\n"}
