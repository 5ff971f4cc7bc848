"""`samenwerk test`: the scenarios of a workflow, played through the real engine."""

from __future__ import annotations

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.words import words


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
        option(lang, "--keep", metavar="FILE"),
    ])  # fmt: skip


def run(
    door: Door,
    paths: tuple[str, ...],
    scenarios: tuple[str, ...],
    coverage: bool,
    mutations: bool,
    least: int | None,
    keep: str | None,
) -> int:
    """Play the scenarios of each workflow; 1 when something went otherwise or has a fault.

    With `mutations` also whether they notice when conditions are weaker; 1 when that is less
    than `least` percent. With `keep` the one scenario that is played is put in that store.
    """
    from samenwerk.cli.definition import all_located
    from samenwerk.cli.playing import (
        all_noticed,
        must_be_known,
        player_of,
        seldom_collected,
        tested,
    )
    from samenwerk.cli.stories import stories_data, stories_text
    from samenwerk.scenarios.folder import read_folder

    files = [file for path in paths or (".",) for file in all_located(path)]
    if keep is not None:
        from samenwerk.cli.kept import may_keep

        may_keep(keep, len(files), scenarios)
    folders = [read_folder(file) for file in files]
    must_be_known(scenarios, folders)
    weak = mutations or least is not None
    with seldom_collected():
        found = [tested(door, folder, scenarios, weak) for folder in folders]
    code = FINE if all(one.passed for one in found) else FOUND
    head = None
    if keep is not None and code == FINE:
        from samenwerk.cli.kept import kept

        head = kept(player_of(folders[0]), scenarios[0], folders[0], keep)
    whole = all_noticed(found)
    less = least is not None and (whole is None or whole.percent < least)
    if less:
        code = FOUND

    def text() -> str:
        parts = [stories_text(door, found, coverage, weak)]
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
