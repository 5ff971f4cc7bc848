"""What the contract suite of plugins looks at, a matter to a file; `plugin` makes tests of it.

Each gives sentences about what is not as agreed, for whoever wrote the plugin.
"""
