"""The public kit for tests: what anybody who extends samenwerk can hold their own work against.

Nothing here is needed to run samenwerk, and only this room may import pytest or hypothesis.
"""
