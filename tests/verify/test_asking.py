"""Asking invariants: what is proved, what is broken, and what is not decided."""

from pathlib import Path

import pytest
from tests.verify.world import ASKED, FORGOTTEN, World, world

from samenwerk.values.declared import Invariant
from samenwerk.verify.answers import BROKEN, NOT_DECIDED, PROVED, Answer
from samenwerk.verify.asking import Asked, answered, verified


def answer(found: World, invariant: Invariant | None = None) -> Answer:
    """What becomes of an invariant, with the parties of the register."""
    register = found.folder.registers[""]
    return answered(found.running, invariant or found.invariant, Asked(register=register))


@pytest.mark.parametrize(("needs", "verdict"), [
    (ASKED, PROVED),
    (FORGOTTEN, BROKEN),
    ('needs = [{ decision = "carry" }]', PROVED),
])  # fmt: skip
def test_a_way_round_is_found_and_nothing_else(tmp_path: Path, needs: str, verdict: str) -> None:
    """Where every way in asks for it, it is proved; where one does not, broken with a story."""
    told = answer(world(tmp_path / "balie", needs))
    assert verdict == told.verdict
    assert (verdict == BROKEN) == (told.broken is not None)


def test_nobody_alone(tmp_path: Path) -> None:
    """Who proposes can withdraw alone; to adopt takes the chair beside the one who proposed."""
    found = world(tmp_path / "balie", 'needs = [{ document = "note" }]')
    withdraw = Invariant(name="one", to_reach="change.withdrawn", not_alone=True)
    told = answer(found, withdraw)
    assert (BROKEN, "alone") == (told.verdict, told.broken and told.broken.broken.how)
    assert told.broken is not None
    assert 1 == len({act.who for act in told.broken.draft.acts if act.case == "change"})


def test_who_interrupts_keeps_what_was_found(tmp_path: Path) -> None:
    """The answers so far come back, and that it is not all."""
    found = world(tmp_path / "balie")

    def stop(count: int) -> None:
        if count == 1:
            raise KeyboardInterrupt

    told = verified(found.running, [found.invariant] * 3, Asked(), stop)
    assert ([BROKEN], 3, False) == ([one.verdict for one in told.answers], told.asked, told.whole)


def test_what_was_not_decided_is_never_proved(tmp_path: Path) -> None:
    """An invariant of a form that is not searched is not decided, whatever it asks."""
    told = answer(world(tmp_path / "balie"), Invariant(name="one"))
    assert (NOT_DECIDED, "other_question") == (told.verdict, told.why)
