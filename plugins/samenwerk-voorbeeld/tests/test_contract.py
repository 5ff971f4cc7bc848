"""What every plugin promises, held against this one."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import samenwerk_voorbeeld
from samenwerk import Sending
from samenwerk.testing.plugin import PluginContract


class TestContract(PluginContract):
    """Inherited whole; what this plugin means is tested beside it."""

    plugin = samenwerk_voorbeeld

    def sendings(self, folder: Path) -> Mapping[str, Sequence[Sending]]:
        """A letter to nobody, in a folder that is there for it."""
        told = {"to": (), "subject": "Een brief", "text": "", "folder": str(folder)}
        return {"letter": [Sending("a1b2c3d4", "letter", "regio", "a", date(2027, 2, 8), told)]}
