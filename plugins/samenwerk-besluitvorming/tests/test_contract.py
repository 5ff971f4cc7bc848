"""What every plugin promises, of this one."""

import samenwerk_besluitvorming
from samenwerk.testing.plugin import PluginContract


class TestContract(PluginContract):
    """All that a plugin of ours must keep."""

    plugin = samenwerk_besluitvorming
