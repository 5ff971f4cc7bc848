"""The store in memory keeps the contract of every store."""

from samenwerk.store.contract import Store
from samenwerk.store.memory import MemoryStore
from samenwerk.testing.store import StoreContract


class TestMemory(StoreContract):
    """The whole contract, on memory."""

    def make_store(self) -> Store:
        return MemoryStore()
