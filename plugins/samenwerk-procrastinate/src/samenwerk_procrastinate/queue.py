"""The queue in the database: its tables, and a trigger that fills it in the transaction of a step.

The queue is work and no record: it can be thrown away and made anew. What is due stands in the
outbox, and that is made of the record.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from samenwerk_procrastinate.names import LONGEST

QUEUE = "samenwerk"
"""The name under which jobs stand in the queue."""
SEND = "samenwerk.send"
LOOK = "samenwerk.look"
KEEP_UP = "samenwerk.keep_up"

# Whoever changes the outbox, from whatever program, has a job made in the same transaction, also
# when he knows nothing of a queue and may not look into it.
_DEFER = """CREATE OR REPLACE FUNCTION {queue}.defer_sending() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = {queue}, pg_temp AS $$
    BEGIN
        PERFORM procrastinate_defer_jobs_v1(ARRAY[ROW(
            {name}, {task}, 0, NULL, NULL, jsonb_build_object('key', NEW.key), NEW.next_try
        )::procrastinate_job_to_defer_v1]);
        RETURN NULL;
    END $$"""
_TRIGGER = """CREATE TRIGGER fleet AFTER INSERT OR UPDATE ON {outbox}
    FOR EACH ROW WHEN (NOT NEW.dead AND NEW.owner IS NULL)
    EXECUTE FUNCTION {queue}.defer_sending()"""
_THERE = """SELECT to_regclass(%s) IS NOT NULL, EXISTS (
    SELECT FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgname = 'fleet')"""


def schema_of(tenant: str) -> str:
    """The schema in which the queue of a tenant stands; raises ValueError for too long a name."""
    if len(tenant) > LONGEST:
        raise ValueError(f"{tenant}: at most {LONGEST} letters")
    return f"{tenant}_fleet"


def options_of(address: str, tenant: str) -> str:
    """By which `options` a connection finds the queue of a tenant, with those of the address."""
    own = conninfo_to_dict(address).get("options")
    path = f"-c search_path={schema_of(tenant)}"
    return f"{own} {path}" if own else path


def prepare(address: str, tenant: str) -> bool:
    """Make the queue of a tenant where it is not there; says whether anything was made.

    The store of the tenant must be there. Several may do so at once.
    """
    queue = schema_of(tenant)
    names = (f'"{queue}".procrastinate_jobs', f'"{tenant}".outbox')
    with psycopg.connect(address) as db:
        db.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (queue,))
        tables, trigger = db.execute(_THERE, names).fetchone() or (False, False)
        if not tables:
            _make(db, queue)
        if not trigger:
            db.execute(_within(_DEFER, tenant))
            db.execute(_within(_TRIGGER, tenant))
    return not (tables and trigger)


def throw_away(address: str, tenant: str) -> None:
    """Throw away the queue of a tenant, with its trigger; nothing is lost but who was at what."""
    with psycopg.connect(address) as db:
        db.execute("SET LOCAL client_min_messages = error")
        db.execute(_within("DROP SCHEMA IF EXISTS {queue} CASCADE", tenant))


def _make(db: psycopg.Connection[Any], queue: str) -> None:
    text = (resources.files("procrastinate.sql") / "schema.sql").read_text(encoding="utf-8")
    db.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(queue)))
    db.execute(sql.SQL("SET LOCAL search_path = {}").format(sql.Identifier(queue)))
    db.execute(text.encode())


def _within(statement: str, tenant: str) -> sql.Composed:
    return sql.SQL(statement).format(
        queue=sql.Identifier(schema_of(tenant)), outbox=sql.Identifier(tenant, "outbox"),
        name=sql.Literal(QUEUE), task=sql.Literal(SEND),
    )  # fmt: skip
