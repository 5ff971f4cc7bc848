"""What every plugin promises, held against this one."""

import samenwerk_verantwoording
from samenwerk.testing.plugin import PluginContract


class TestContract(PluginContract):
    """Inherited whole; what this plugin means is tested beside it."""

    plugin = samenwerk_verantwoording
