"""What goes wrong with PostgreSQL, by a word of ours: no password and no foreign error gets out.

Who connects is `store.postgres_link`.
"""

from __future__ import annotations

import psycopg

from samenwerk.store.contract import fault
from samenwerk.values.errors import Misuse, StoreError

_BY_STATE = {
    "3D000": "no_database",
    "3F000": "no_tenant",
    "42P01": "no_tenant",
    "42883": "no_tenant",
    "42501": "no_rights",
    "25006": "read_only",
    "53100": "full",
    "53300": "busy",
    "40001": "locked",
    "40P01": "locked",
    "55P03": "locked",
    "57014": "locked",
}
_BY_CLASS = {"28": "refused", "58": "disk", "XX": "damaged"}
_TEXT = ("22021", "22P05", "22003", "22001")

# A server that does not let somebody in says so in its own language; without these words we can
# only say that there was no connection.
_SAID = (
    ("password authentication failed", "refused"),
    ("no password supplied", "refused"),
    ("no pg_hba.conf entry", "refused"),
    ("authentication failed", "refused"),
    ("role ", "refused"),
    ("database ", "no_database"),
    ("too many clients", "busy"),
    ("remaining connection slots", "busy"),
    ("too many connections", "busy"),
    ("permission denied for database", "no_rights"),
)


def translated(
    error: BaseException, shown: str, writes: str | None, lost: bool = False
) -> StoreError | Misuse | None:
    """Our error for one of psycopg, or None for one that is no concern of the store.

    `writes` names what was being written, `lost` says that the connection is gone.
    """
    if isinstance(error, UnicodeEncodeError | OverflowError):
        return Misuse("no store can hold this text or number", what="text")
    if not isinstance(error, psycopg.Error):
        return None
    state = error.sqlstate or ""
    # Without a word of the server the error is of the way to it.
    lost = lost or (not state and isinstance(error, psycopg.OperationalError))
    if lost or state[:2] == "08" or state in ("57P01", "57P02", "57P03"):
        return fault("cut_off", shown) if writes is None else unknown(shown, writes)
    if state in _TEXT or (not state and isinstance(error, psycopg.DataError)):
        return Misuse("no store can hold this text or number", what="text")
    what = _BY_STATE.get(state) or _BY_CLASS.get(state[:2], "failed")
    return fault(what, shown, _first_line(error))


def unknown(shown: str, writes: str) -> StoreError:
    """The error of a writer that was cut off before it was answered."""
    error = fault("unknown_outcome", shown)
    error.params["command"] = writes
    return error


def why_not_connected(error: BaseException, shown: str) -> StoreError:
    """Our error for a connection that did not come about."""
    said = _first_line(error)
    if isinstance(error, psycopg.ProgrammingError | UnicodeError):
        return fault("address", shown)
    if isinstance(error, psycopg.OperationalError) and error.pgconn is not None:
        if error.pgconn.needs_password:
            return fault("refused", shown, said)
    for words, what in _SAID:
        if words in said and (words != "role " or "does not exist" in said):
            if words != "database " or "does not exist" in said:
                return fault(what, shown, said)
    return fault("unreachable", shown, said)


def _first_line(error: BaseException) -> str:
    """The last thing that was tried, on one line."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else ""
