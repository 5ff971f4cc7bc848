"""The pages: a collaboration to look at in a browser, served by `samenwerk serve` or by a host.

    app = pages(Engine(open_store("region.db")), reader=who_is_signed_in)

Nothing is recorded here. It takes the extra `web`, which is only read when pages are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from samenwerk.core.policies import Policy, own_cases
from samenwerk.values.errors import Misuse

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from samenwerk.engine import Engine
    from samenwerk.web.looking import Reader

__all__ = ["pages"]


def pages(
    engine: Engine,
    *,
    reader: Reader | None = None,
    policy: Policy = own_cases,
    hosts: Sequence[str] | None = None,
) -> Starlette:
    """An ASGI application with the pages, to run by itself or to mount in another.

    `reader` gives the party that a request is of, as the host established it, or None for who is
    not let in; what that party sees is the `policy`. Without a `reader` everybody who reaches the
    pages reads everything. `hosts` are the names under which it may be asked for (None: any, as
    where the application around it looks after that). Raises Misuse where the extra `web` is not
    installed.
    """
    try:
        from samenwerk.web.app import application
    except ModuleNotFoundError as absent:
        raise Misuse(f"{absent.name} is not installed", what="extra", extra="web") from absent
    return application(engine, reader, policy, hosts)
