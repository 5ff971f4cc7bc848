"""The leaf kinds: one file each, which answers everything about its kind.

Composition (all, any, not, at least, each) is not here: it is the same for every leaf.
"""
