"""`samenwerk test`: the scenarios of a workflow, played through the real engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, FOUND, INTERRUPTED, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.cli.playing import Tested


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "paths", nargs=-1),
        option(lang, "--scenario", "scenarios", multiple=True,
               metavar=words(lang, "argument.name")),
        option(lang, "--coverage", is_flag=True),
        option(lang, "--mutations", is_flag=True),
        option(lang, "--mutations-at-least", "least", type=click.IntRange(0, 100),
               metavar=words(lang, "argument.percent")),
        option(lang, "--keep", metavar=words(lang, "metavar.file")),
        option(lang, "--watch", is_flag=True),
    ])  # fmt: skip


def run(
    door: Door,
    paths: tuple[str, ...],
    scenarios: tuple[str, ...],
    coverage: bool,
    mutations: bool,
    least: int | None,
    keep: str | None,
    watch: bool,
) -> int:
    """Play the scenarios of each workflow; 1 when something went otherwise or has a fault.

    With `mutations` also whether they notice when conditions are weaker; 1 when that is less
    than `least` percent. With `keep` the one scenario that is played is put in that store. With
    `watch` it plays again whenever something changes.
    """
    from samenwerk.cli.definition import all_given
    from samenwerk.cli.playing import (
        Asked,
        all_noticed,
        must_be_known,
        play_folder,
        player_of,
        seldom_collected,
    )
    from samenwerk.cli.stories import stories_data, stories_text
    from samenwerk.scenarios.folder import read_folder

    files = all_given(paths or (".",))
    if keep is not None:
        from samenwerk.cli.kept import may_keep

        may_keep(keep, len(files), scenarios)
    weak = mutations or least is not None
    asked = Asked(scenarios=scenarios, coverage=coverage, mutations=weak)
    if watch:
        from samenwerk.cli.watching import watch as watching

        if keep is not None or least is not None:
            raise Fail("watch.alone")
        return watching(door, files, asked)
    folders = [read_folder(file) for file in files]
    must_be_known(scenarios, folders)
    with seldom_collected():
        found = list(_until_stopped(play_folder(door, folder, asked) for folder in folders))
    code = FINE if all(one.passed for one in found) else FOUND
    head = None
    if keep is not None and code == FINE:
        from samenwerk.cli.kept import kept

        head = kept(player_of(folders[0]), scenarios[0], folders[0], keep)
    whole = all_noticed(found)
    less = least is not None and (whole is None or whole.percent < least)
    if less:
        code = FOUND
    if whole is not None and not whole.whole:
        code = INTERRUPTED

    def text() -> str:
        parts = [stories_text(door, found, asked)]
        if less:
            parts.append(door.words("test.noticed.less", least=least))
        if keep is not None:
            from samenwerk.cli.kept import told

            parts.append(told(door.with_workflow(folders[0].workflow), keep, head))
        return "\n\n".join(parts)

    def data() -> dict[str, object]:
        more = {} if keep is None else {"kept": None if head is None else {
            "store": keep, "head": head}}  # fmt: skip
        return {"tested": stories_data(door, found, coverage), **more}

    return door.answer(code, text, data)


def _until_stopped(found: Iterable[Tested]) -> Iterator[Tested]:
    """All of them, up to the one that somebody stopped."""
    for one in found:
        yield one
        if one.noticed is not None and not one.noticed.whole:
            return
