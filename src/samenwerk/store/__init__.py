"""Where the record stands: the contract of a store, one in memory and one in a SQLite file.

A store keeps and gives back; what a line means is worked out in `core`.
"""
