"""What every plugin promises, of this one."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import samenwerk_geldstromen
from samenwerk import Party, Sending
from samenwerk.testing.plugin import PluginContract


class TestContract(PluginContract):
    """The whole suite."""

    plugin = samenwerk_geldstromen

    def sendings(self, folder: Path) -> Mapping[str, Sequence[Sending]]:
        """An order for one payee, in a folder that is there for it."""
        told = {"amount": Decimal("10.00"), "payee": (Party("oost", "provider"),),
                "folder": str(folder)}  # fmt: skip
        one = Sending("a1b2c3d4e5", "payment_order", "regio", "a", date(2027, 2, 8), told)
        return {"payment_order": [one]}
