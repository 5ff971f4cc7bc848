"""Making a path on paper into a story that the real engine plays, and saving it."""

from pathlib import Path

import pytest
from tests.verify.world import ASKED, FORGOTTEN, world

from samenwerk.proof.answer import Candidate, Stride
from samenwerk.proof.asked import MET, NOT_MET, Wish
from samenwerk.scenarios.folder import read_folder
from samenwerk.scenarios.play import Player
from samenwerk.values.declared import Invariant
from samenwerk.verify.replaying import replayed
from samenwerk.verify.saved import register_text, scenario_text, story_name

SHORTEST = [
    ("zuid", "collaboration.found"), ("noord", "change.open"), ("noord", "note"),
    ("zuid", "change.adopt"),
]  # fmt: skip


def test_a_forgotten_need_has_the_shortest_story(tmp_path: Path) -> None:
    """Four acts of two parties on one day: nothing in it can be missed."""
    found = world(tmp_path / "balie")
    told = replayed(found.running, found.invariant, [found.candidate()])
    assert told is not None
    assert SHORTEST == [(act.who, act.name) for act in told.draft.acts]
    assert ["noord", "zuid"] == [one.id for one in told.draft.register.parties]
    assert 1 == len({act.on for act in told.draft.acts})
    assert ("unmet", "w", "change.adopt") == (
        told.broken.how, told.broken.case, told.broken.step,
    )  # fmt: skip


def test_what_cannot_be_played_is_no_story(tmp_path: Path) -> None:
    """Where the step asks for it, no path on paper becomes a story."""
    found = world(tmp_path / "balie", ASKED)
    assert None is replayed(found.running, found.invariant, [found.candidate()])


def test_a_candidate_that_fails_gives_way_to_the_next(tmp_path: Path) -> None:
    """One that cannot be brought about is passed over."""
    found = world(tmp_path / "balie")
    wish = found.candidate().steps[0].wishes[0]
    never = Stride("change.adopt", "w", wishes=(wish, Wish(wish.tree, MET)))
    candidates = [Candidate((never,), found.setting()), found.candidate()]
    assert None is not replayed(found.running, found.invariant, candidates)


def test_what_holds_only_meanwhile_can_lapse(tmp_path: Path) -> None:
    """An invariant about a state is broken by what is recorded later, without any step."""
    lapsing = """
[invariant.cheap]
nl = "Wat voorligt is goedkoop"
while_in = "change.proposed"
needs = [{ fact = "change.cost", at_most = 100 }]
"""
    found = world(tmp_path / "balie", FORGOTTEN, lapsing)
    tree = found.candidate().steps[0].wishes[0].tree
    path = (
        Stride("change.open", "w", how="opens"),
        Stride(None, "w", how="change", wishes=(Wish(tree, NOT_MET),)),
    )
    told = replayed(found.running, found.invariant, [Candidate(path, found.setting())])
    assert told is not None
    assert ("lapsed", "w", None) == (told.broken.how, told.broken.case, told.broken.step)


@pytest.mark.parametrize(("form", "how"), [
    ({"on_step": "change.adopt", "only_after": "change.withdraw"}, "not_before"),
    ({"on_step": "change.adopt", "at_most": 0}, "too_often"),
    ({"while_in": "change.adopted", "at_most": 0}, "too_often"),
    ({"to_reach": "change.adopted", "held_since": "change.open"}, "not_since"),
    ({"to_reach": "change.adopted", "held_since": "change.withdraw"}, "never_since"),
])  # fmt: skip
def test_every_form_has_its_own_break(
    tmp_path: Path, form: dict[str, object], how: str
) -> None:
    """What broke is told by its form."""
    found = world(tmp_path / "balie")
    needs = found.invariant.needs if "held_since" in form else ()
    path = Candidate((Stride("change.adopt", "w"),), found.setting())
    asked = Invariant(name="one", needs=needs, **form)  # type: ignore[arg-type]
    told = replayed(found.running, asked, [path])
    assert told is not None
    assert how == told.broken.how


def test_alone_is_who_did_all_in_the_case(tmp_path: Path) -> None:
    """One party that proposes, hands in and withdraws was alone; two that adopt were not."""
    found = world(tmp_path / "balie")

    def broken(step: str, state: str) -> str | None:
        asked = Invariant(name="one", to_reach=f"change.{state}", not_alone=True)
        path = Candidate((Stride(f"change.{step}", "w"),), found.setting())
        told = replayed(found.running, asked, [path])
        return None if told is None else told.broken.party

    assert "noord" == broken("withdraw", "withdrawn")
    assert None is broken("adopt", "adopted")


def test_a_saved_story_goes_as_it_says(tmp_path: Path) -> None:
    """Written as TOML, read back and played, every act goes as it went."""
    found = world(tmp_path / "balie")
    told = replayed(found.running, found.invariant, [found.candidate()])
    assert told is not None
    name = story_name(found.invariant.name)
    text = scenario_text(told, name, found.invariant.labels, "registers/a.toml", ["Bedacht."])
    for folder, file, said in (
        ("scenarios", "a.toml", text), ("registers", "a.toml", register_text(told.draft.register)),
    ):  # fmt: skip
        (tmp_path / "balie" / folder).mkdir()
        (tmp_path / "balie" / folder / file).write_text(said, encoding="utf-8")
    folder = read_folder(tmp_path / "balie" / "workflow.toml")
    assert [] == [one for one in folder.diagnostics if one.serious]
    assert folder.workflow is not None
    player = Player(folder.workflow, folder.scenarios, folder.registers)
    assert [(name, True)] == [(one.scenario.name, one.passed) for one in player.play_all()]
    assert [] == [line for line in text.splitlines() if len(line) > 80]
