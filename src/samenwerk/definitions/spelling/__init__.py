"""The text itself: its values, where each is written, and the slips of who wrote it.

What the values mean together is for `laying` and `resolving`.
"""
