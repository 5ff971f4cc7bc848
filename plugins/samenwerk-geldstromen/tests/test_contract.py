"""What every plugin promises, of this one."""

import samenwerk_geldstromen
from samenwerk.testing.plugin import PluginContract


class TestContract(PluginContract):
    """The whole suite."""

    plugin = samenwerk_geldstromen
