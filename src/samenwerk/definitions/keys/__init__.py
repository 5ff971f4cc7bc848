"""The words of the language as tables: the one source of which keys there are.

A text is looked at against them in `laying`; here nothing is read.
"""
