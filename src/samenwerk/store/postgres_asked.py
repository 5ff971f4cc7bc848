"""How the connections of a PostgreSQL store are asked things about the schema of its tenant."""

from __future__ import annotations

from typing import Any

from samenwerk.store.contract import check_text
from samenwerk.store.postgres_link import Link
from samenwerk.store.postgres_schema import within


class PostgresAsked:
    """What every part of a PostgreSQL store works with. In statements `@` is the schema."""

    def __init__(self, link: Link, tenant: str) -> None:
        self.tenant = tenant
        self._link = link
        self._texts: dict[str, bytes] = {}

    def _sql(self, statement: str) -> bytes:
        """A statement, on the schema of this tenant."""
        known = self._texts.get(statement)
        if known is None:
            known = self._texts[statement] = within(statement, self.tenant)
        return known

    def _asked(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows of a question that changes nothing."""
        check_text(*(one for one in values if isinstance(one, str)))
        with self._link.lent() as db:
            return db.execute(self._sql(statement), values).fetchall()

    def _changed(self, writes: str, statement: str, *values: object) -> int:
        """How many rows a statement changed; `writes` names what it changes."""
        with self._link.lent(writes) as db:
            return db.execute(self._sql(statement), values).rowcount
