"""`samenwerk serve`: the pages of a store in a browser, on this computer."""

from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import logged, made, option
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.stores import stored
from samenwerk.cli.words import words
from samenwerk.values.errors import SamenwerkError

if TYPE_CHECKING:
    from samenwerk.engine import Engine
    from samenwerk.values.register import Holding, Located, Seat

LOCAL = ("127.0.0.1", "localhost", "[::1]")
"""The names that this computer has for itself."""


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        option(lang, "--host", default=LOCAL[0], show_default=True,
               metavar=words(lang, "metavar.host")),
        option(lang, "--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
               metavar=words(lang, "metavar.port")),
        option(lang, "--allow-host", multiple=True, metavar=words(lang, "metavar.host")),
        option(lang, "--reader", metavar=words(lang, "argument.party")),
        stored(lang),
        option(lang, "--apart", is_flag=True),
        logged(lang),
    ])  # fmt: skip


def run(
    door: Door, host: str, port: int, allow_host: tuple[str, ...], reader: str | None, store: str
) -> int:
    """Serve until somebody stops it; says first where."""
    from samenwerk.cli.logging_to import logging_to
    from samenwerk.cli.stores import opened_there
    from samenwerk.engine import Engine
    from samenwerk.hooks.calling.apart import Apart
    from samenwerk.values.errors import Misuse
    from samenwerk.web import pages

    try:
        import uvicorn
    except ModuleNotFoundError as absent:
        raise Misuse("uvicorn is not installed", what="extra", extra="web") from absent
    apart = Apart() if door.apart else None
    with logging_to(door) as tell, Engine(opened_there(store), apart=apart, tell=tell) as engine:
        asked = None if reader is None else (lambda request: reader)
        if reader is not None:
            _known(engine, reader)
        app = pages(engine, reader=asked, hosts=(*LOCAL, _named(host), *allow_host))
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, server_header=False, lifespan="off"
        )
        listening = _listening(host, port)
        try:
            at = f"http://{_named(host)}:{listening.getsockname()[1]}/"
            if _named(host) not in LOCAL:
                sys.stderr.write(door.words("serve.open", host=host) + "\n")
            code = door.answer(FINE, lambda: door.words("serve.at", address=at),
                               lambda: {"address": at})  # fmt: skip
            sys.stdout.flush()
            uvicorn.Server(config).run(sockets=[listening])
        finally:
            listening.close()
    return code


def _known(engine: Engine, reader: str) -> None:
    """Raise Fail for a reader who stands in no register, and has never done."""
    from samenwerk.cli.named import unknown

    parties: dict[str, None] = {}
    for id in engine.collaborations():
        try:
            register = engine.room(id).collaboration.register
        except SamenwerkError:
            continue  # the pages tell what is wrong with it
        named: tuple[Seat | Holding | Located, ...] = (
            *register.sits, *register.holds, *register.regions,
        )  # fmt: skip
        parties |= dict.fromkeys((
            *(one.id for one in register.parties), *(one.who for one in named),
            *(one.to for one in register.gives),
        ))  # fmt: skip
        if reader in parties:
            return
    raise unknown("party", reader, parties)


def _named(host: str) -> str:
    """A host as an address has it."""
    return f"[{host}]" if ":" in host else host.casefold()


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens; raises Fail where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
    except OSError as fault:
        made.close()
        raise Fail("serve.taken", host=host, port=port, why=fault.strerror or fault) from fault
    return made
