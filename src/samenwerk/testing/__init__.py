"""The public kit for tests: what anybody who extends samenwerk can hold their own work against.

    from samenwerk.testing import building, gathered, given

Contract suites stand in `store`, `leaves` and `plugin`. Nothing here is needed to run samenwerk,
and only this room may import pytest or hypothesis.
"""

from samenwerk.testing.building import Building, building, gathered
from samenwerk.testing.telling import Story, Then, When, given

__all__ = ["Building", "Story", "Then", "When", "building", "gathered", "given"]
