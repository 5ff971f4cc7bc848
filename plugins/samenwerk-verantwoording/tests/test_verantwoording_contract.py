"""What every plugin promises, asked of this one."""

import samenwerk_verantwoording
from samenwerk.testing.plugin import PluginContract


class TestContract(PluginContract):
    """The suite of the kit."""

    plugin = samenwerk_verantwoording
