"""What every plugin promises."""

import samenwerk_voorbeeld
from samenwerk.testing.plugin import PluginContract


class TestContract(PluginContract):
    """The example keeps the contract too."""

    plugin = samenwerk_voorbeeld
