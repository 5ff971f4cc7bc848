"""What every plugin promises."""

import samenwerk_termijnen
from samenwerk.testing.plugin import PluginContract


class TestContract(PluginContract):
    """These calendars keep the contract too."""

    plugin = samenwerk_termijnen
