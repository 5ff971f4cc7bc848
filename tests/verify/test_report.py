"""How far a proof reaches, in words."""

from pathlib import Path

import pytest
from tests.verify.world import world

from samenwerk.proof.answer import Bounds
from samenwerk.verify.report import bounds_text
from samenwerk.verify.telling import speaker_of


@pytest.mark.parametrize(
    ("lang", "bounds", "told"),
    [
        ("en", Bounds(3), "within bounds: groups of 0 to 3 members"),
        ("en", Bounds(1), "within bounds: nobody or one in each group or role"),
        ("nl", Bounds(1), "binnen grenzen: in elke groep of rol niemand of één"),
        ("en", Bounds(1, 1), "within bounds: nobody or one in each group or role and 0 to 1 other "
         "case"),
    ],
)  # fmt: skip
def test_of_one_it_is_not_said_that_there_are_groups(
    tmp_path: Path, lang: str, bounds: Bounds, told: str
) -> None:
    """A role that one party has is no group of zero to one."""
    speaker = speaker_of(lang, world(tmp_path / "balie").running.workflow)
    assert told == bounds_text(bounds, speaker)
