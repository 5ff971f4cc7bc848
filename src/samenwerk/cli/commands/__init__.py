"""The commands, one file for each or for a few that belong together.

A file is only read when its command is used; which one that is, is `cli.lazy`.
"""
