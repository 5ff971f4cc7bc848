"""One durable step in two libraries that keep the state of running work, for comparing.

A step does nothing but be remembered: when it returns, a crash loses it no more. Neither of them
asks a rule, keeps findings, or hashes what it wrote; what ours does is in `test_scale`.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

Step: TypeAlias = Callable[[], object]
STEPS = 10
"""So many steps go in one call of `dbos`, whose workflows are functions that end."""


@contextmanager
def by_bare_sqlite(path: Path) -> Iterator[Step]:
    """One row inserted and committed, safe against a power cut."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE step (number INTEGER PRIMARY KEY, what TEXT NOT NULL)")
    yield lambda: db.execute("INSERT INTO step (what) VALUES (?)", ("x" * 300,))
    db.close()


@contextmanager
def by_bare_postgres(address: str) -> Iterator[Step]:
    """The same on a PostgreSQL server."""
    import psycopg

    with psycopg.connect(address, autocommit=True, prepare_threshold=1) as db:
        db.execute("DROP TABLE IF EXISTS bare_step")
        db.execute("CREATE TABLE bare_step (number bigserial PRIMARY KEY, what text NOT NULL)")
        yield lambda: db.execute("INSERT INTO bare_step (what) VALUES (%s)", ("x" * 300,))


@contextmanager
def by_dbos(address: str) -> Iterator[Step]:
    """`dbos`: ten steps of a workflow, each kept in its own tables when it returns."""
    from dbos import DBOS

    DBOS(config={"name": "steps", "system_database_url": address, "log_level": "ERROR",
                 "run_admin_server": False})  # fmt: skip

    @DBOS.step()
    def step(number: int) -> int:
        return number

    @DBOS.workflow()
    def ten() -> int:
        return sum(step(number) for number in range(STEPS))

    DBOS.launch()
    try:
        yield ten
    finally:
        DBOS.destroy(destroy_registry=True)


@contextmanager
def by_spiff(path: Path) -> Iterator[Step]:
    """SpiffWorkflow: a task is run, and the workflow written as JSON to a row of SQLite.

    It brings a serializer and leaves keeping to its user; this is the least that is durable. A
    loop of one task, so that the workflow stays as small as it can.
    """
    from SpiffWorkflow.serializer.json import JSONSerializer
    from SpiffWorkflow.specs.Simple import Simple
    from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec
    from SpiffWorkflow.util.task import TaskState
    from SpiffWorkflow.workflow import Workflow

    spec = WorkflowSpec(name="steps", addstart=True)
    before = spec.start
    for number in range(STEPS):
        task = Simple(spec, f"step{number}", manual=True)
        before.connect(task)
        before = task
    serializer = JSONSerializer()
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE workflow (number INTEGER PRIMARY KEY, state TEXT NOT NULL)")
    state: dict[str, Any] = {"workflow": None, "number": 0}

    def step() -> None:
        workflow = state["workflow"]
        if workflow is None or workflow.is_completed():
            workflow = state["workflow"] = Workflow(spec)
            workflow.run_next()
            state["number"] += 1
        workflow.get_next_task(state=TaskState.READY).run()
        text = workflow.serialize(serializer)
        db.execute("INSERT OR REPLACE INTO workflow VALUES (?, ?)",
                   (state["number"], text if isinstance(text, str) else json.dumps(text)))

    yield step
    db.close()


def there(package: str) -> bool:
    """Whether a library is installed here."""
    import importlib.util

    return importlib.util.find_spec(package) is not None and os.name != "nt"
