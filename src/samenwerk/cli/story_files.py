"""The files of counter-examples: stories with their registers, which `samenwerk test` plays.

What stands in them is `verify.saved`; nothing that is there is replaced unless that was asked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from samenwerk.cli.door import Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.proving import Told
from samenwerk.scenarios.folder import FILE, MORE_SCENARIOS
from samenwerk.verify.answers import Answer
from samenwerk.verify.saved import register_text, scenario_text, story_name
from samenwerk.verify.telling import remarks, speaker_of

REGISTERS = "registers"


def written(door: Door, told: Told, save: str, force: bool) -> list[str]:
    """Write every story to a folder, and say which files were made.

    A folder without a workflow gets one that builds on that of the stories, so that they can be
    played there. Raises Fail, before anything is written, when a file is there and not `force`.
    """
    found = [] if told.verified is None else [one for one in told.verified.answers if one.broken]
    files = dict(_files(door, told, found, Path(save))) if found else {}
    if not force:
        for path in files:
            if path.exists():
                raise Fail("verify.there", file=path.as_posix())
    try:
        for path, said in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(said, encoding="utf-8", newline="\n")
    except (OSError, ValueError):
        raise Fail("output.unwritable", file=save) from None
    return [path.as_posix() for path in files]


def _files(
    door: Door, told: Told, found: list[Answer], folder: Path
) -> Iterator[tuple[Path, str]]:
    workflow = told.folder.workflow
    assert workflow is not None
    speaker = speaker_of(door.lang, workflow)
    if not (folder / FILE).exists():
        above = Path(os.path.relpath(told.folder.path.absolute(), folder.absolute())).as_posix()
        above = above if above.startswith(".") else f"./{above}"
        yield folder / FILE, (
            f'[workflow]\nid = "{workflow.name}-stories"\nversion = "{workflow.version}"\n'
            f'extends = "{above}@{workflow.version}"\n'
        )  # fmt: skip
    for answer in found:
        assert answer.broken is not None
        name = story_name(answer.invariant.name)
        register = f"{REGISTERS}/{name}.toml"
        labels = {
            lang: speaker_of(lang, workflow).words("verify.story", invariant=label)
            for lang, label in answer.invariant.labels.items()
        }
        yield folder / MORE_SCENARIOS / f"{name}.toml", scenario_text(
            answer.broken, name, labels, register, remarks(answer.invariant, speaker)
        )
        yield folder / register, register_text(
            answer.broken.draft.register, [speaker.words("verify.remark.register")]
        )
