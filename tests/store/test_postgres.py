"""The PostgreSQL store keeps the contract, and says what is wrong with a database."""

import pytest
from tests import postgres

from samenwerk.store.contract import Store
from samenwerk.testing.store import StoreContract


class TestPostgres(StoreContract):
    """The whole contract, on a server."""

    @pytest.fixture(autouse=True)
    def _tenant(self):
        self.address = postgres.address()
        with postgres.tenant() as self.tenant:
            yield

    def make_store(self) -> Store:
        from samenwerk.store.postgres import PostgresStore

        return PostgresStore(self.address, tenant=self.tenant)
