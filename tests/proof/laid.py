"""The edits of a region, each laid in a folder of its own with its story and its register."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

EDITS = Path(__file__).parent / "edits"


def names(kind: str) -> tuple[str, ...]:
    """The edits of a kind: broken, kept, or refused by check."""
    found = (path.stem for path in (EDITS / kind).glob("*.toml"))
    return tuple(sorted(name for name in found if name.isidentifier()))


def laid(folder: Path, kind: str, name: str, base: str = "streekbasis") -> Path:
    """The file of an edit, with the text it builds on, its story and registers beside it.

    `base` is the small base of these edits, or an installed workflow as "landelijk@2026.1".
    """
    text = (EDITS / kind / f"{name}.toml").read_text(encoding="utf-8")
    on = "./streekbasis.toml@1" if base == "streekbasis" else base
    text = re.sub(r'^extends = ".*"$', f'extends = "{on}"', text, flags=re.MULTILINE)
    file = folder / "workflow.toml"
    file.write_text(text, encoding="utf-8")
    if base == "streekbasis":
        shutil.copy(EDITS / "base.toml", folder / "streekbasis.toml")
        for register in ("register.toml", "gives.toml"):
            shutil.copy(EDITS / register, folder / register)
        story = EDITS / kind / f"{name}.story.toml"
        if story.is_file():
            shutil.copy(story, folder / "scenarios.toml")
    return file
