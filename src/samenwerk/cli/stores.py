"""The store that a command works on: a file, or the address of a database with its tenant.

What is asked of it once it is open is `rooms` and the commands themselves.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.store.contract import Store

FILE = "samenwerk.db"
"""The store of who names none."""
_HEADER = b"SQLite format 3\0"


def stored(lang: str, default: str | None = FILE) -> Callable[[Any], Any]:
    """The options that say which store; a command is given them as one, `store`."""
    def one(context: click.Context, option: click.Parameter, given: tuple[str, ...]) -> str | None:
        if len(given) > 1:
            also = any(known.name == "also" for known in context.command.params)
            id = "usage.stores_also" if also else "usage.stores"
            raise click.UsageError(words(lang, id, stores=tuple(map(told, given))), context)
        if given and os.path.isdir(given[0]):
            shown = os.path.normpath(given[0])
            raise click.UsageError(words(lang, "usage.store_folder", store=shown), context)
        return given[0] if given else None

    store = click.option(
        "--store", multiple=True, callback=one, default=None if default is None else (default,),
        show_default=default is not None, metavar=words(lang, "metavar.store"),
        help=words(lang, "option.store"),
    )  # fmt: skip
    tenant = click.option(
        "--tenant", metavar=words(lang, "metavar.tenant"), help=words(lang, "option.tenant")
    )
    return lambda function: store(tenant(function))


def named(given: dict[str, Any]) -> dict[str, Any]:
    """The options of a command, with the tenant inside its store.

    Raises StoreError when there can be no tenants in it.
    """
    if "tenant" not in given:
        return given
    rest = {name: value for name, value in given.items() if name != "tenant"}
    if given["tenant"] is None:
        return rest
    store = given["store"] or FILE
    from samenwerk.store.contract import fault
    from samenwerk.store.postgres_address import is_address, with_tenant

    if not is_address(store):
        raise fault("no_tenants", store)
    return {**rest, "store": with_tenant(store, given["tenant"])}


def there(store: str) -> bool:
    """Whether there can be a store: a file that is there, or any address of a database.

    Raises OSError when nobody can see whether a file is there: in a folder that is closed to this
    user, or under a name that is too long.
    """
    from samenwerk.store.postgres_address import is_address

    if is_address(store):
        return True
    try:
        os.stat(store)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    return True


def opened_there(store: str) -> Store:
    """The store that is there already; raises Fail when there is no such file, and StoreError."""
    from samenwerk.cli.failing import Fail
    from samenwerk.front import open_store

    if not there(store):
        raise Fail("store.missing", file=store)
    return open_store(store, create=False)


def is_store_file(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a store, or another file of SQLite; no when nobody can see."""
    try:
        if not os.path.isfile(path):  # a pipe may never end
            return False
        with open(path, "rb") as file:
            return file.read(len(_HEADER)) == _HEADER
    except (OSError, ValueError):
        return False


def told(store: str) -> str:
    """The store as it may be shown: without a password."""
    from samenwerk.store.postgres_address import is_address, shown

    return shown(store) if is_address(store) else store
