"""Whether what was written is right: a folder as it is read, with its stories played.

What is in a folder is `scenarios.folder`, how stories are played `scenarios.play`.
"""

from __future__ import annotations

from pathlib import Path

import attrs

from samenwerk.scenarios.folder import Folder, read_folder
from samenwerk.scenarios.play import Played, Player


@attrs.frozen(eq=False)
class Judged:
    """A folder with its stories as they went; they are played only when it has no faults."""

    folder: Folder
    played: tuple[Played, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing serious is wrong, and every story goes as it says."""
        return self.folder.sound and all(one.passed for one in self.played)

    @property
    def right(self) -> bool:
        """Whether there is no fault and no warning, and every story goes as it says."""
        return not self.folder.diagnostics and all(one.passed for one in self.played)


def judged(path: Path) -> Judged:
    """What comes of the workflow in this file, its register and its stories."""
    folder = read_folder(path)
    if not folder.sound or folder.workflow is None:
        return Judged(folder)
    player = Player(
        folder.workflow, folder.scenarios, folder.registers,
        workflow_with=lambda scenario: folder.variants[scenario.name],
    )  # fmt: skip
    return Judged(folder, tuple(player.play_all()))
