"""What every plugin promises."""

import samenwerk_procrastinate
from samenwerk.testing.plugin import PluginContract


class TestContract(PluginContract):
    """A plugin that brings one command keeps the contract too."""

    plugin = samenwerk_procrastinate

    # No workflow names it: it is for who runs the machines.
    test_the_workflow_beside_it_is_right = None
    test_the_stories_beside_it_go_as_they_say = None
