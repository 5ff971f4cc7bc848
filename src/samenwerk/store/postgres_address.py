"""The address of a PostgreSQL database: recognised, checked, and shown without a password."""

from __future__ import annotations

import os
import re

from samenwerk.store.contract import fault

SCHEMES = ("postgresql://", "postgres://")
TENANT = "samenwerk"
_TENANT = re.compile(r"[a-z][a-z0-9_]{0,62}")


def is_address(store: str | os.PathLike[str]) -> bool:
    """Whether this is the address of a database, and not the path of a file.

    >>> is_address("postgresql://localhost/zorg"), is_address("samenwerk.db")
    (True, False)
    """
    return isinstance(store, str) and store.startswith(SCHEMES)


def shown(address: str) -> str:
    """The address as it may be told to anybody: without password and options.

    >>> shown("postgresql://desk:secret@db.example.org:5432/zorg?sslmode=require&tenant=noord")
    'postgresql://desk@db.example.org:5432/zorg?tenant=noord'
    """
    address, tenant = apart(address)
    scheme, _, rest = address.partition("://")
    user, at, place = rest.partition("?")[0].rpartition("@")
    query = "" if tenant is None else f"?tenant={tenant}"
    return f"{scheme}://{user.partition(':')[0]}{at}{place}{query}"


def apart(address: str) -> tuple[str, str | None]:
    """The address as PostgreSQL knows it, and the tenant that it names.

    >>> apart("postgresql://localhost/zorg?tenant=noord")
    ('postgresql://localhost/zorg', 'noord')
    """
    place, _, query = address.partition("?")
    options = [one for one in query.split("&") if one]
    named = [one.partition("=")[2] for one in options if one.startswith("tenant=")]
    rest = "&".join(one for one in options if not one.startswith("tenant="))
    return f"{place}?{rest}" if rest else place, named[-1] if named else None


def with_tenant(address: str, tenant: str) -> str:
    """The address of another tenant in the same database.

    >>> with_tenant("postgresql://localhost/zorg?sslmode=require", "noord")
    'postgresql://localhost/zorg?sslmode=require&tenant=noord'
    """
    rest, _ = apart(address)
    return f"{rest}{'&' if '?' in rest else '?'}tenant={tenant}"


def check_address(address: str) -> None:
    """Raise StoreError (`address`) for what is no address, without repeating what it holds.

    A password in which signs stand bare that mean something else in an address would be read as
    a host or a port, and be told in messages.
    """
    rest = address.partition("://")[2]
    netloc, _, path = rest.partition("?")[0].partition("/")
    hosts = netloc.rpartition("@")[2]
    ports = [one.rpartition(":")[2] for one in hosts.split(",") if re.search(r":[^\]]*$", one)]
    bare = rest.count("@") > 1 or "@" in path or not is_address(address)
    if bare or any(port and not port.isdigit() for port in ports):
        raise fault("address")


def check_tenant(tenant: str) -> None:
    """Raise StoreError (`tenant`) for what cannot be the name of a tenant.

    A name is of small letters, digits and `_`, begins with a letter, and is not one that
    PostgreSQL keeps for itself.
    """
    if not _TENANT.fullmatch(tenant) or tenant.startswith("pg_") or tenant in _TAKEN:
        raise fault("tenant", tenant)


_TAKEN = ("public", "information_schema")
