"""Proof: what holds on every path, or the shortest path on which it does not.

Pure functions over values and core: no text, no engine, no disk. Telling and replaying what is
found is the work of others.
"""
