"""Small texts that a proof could easily be wrong about: each gets an honest answer, in time."""

from pathlib import Path

import pytest
from tests.proof.test_edits_proved import all_answers

NASTY = Path(__file__).parent / "nasty"
ANSWERS = {
    "apart": {"broken": "broken"},
    "breach": {"broken": "broken", "kept": "proved"},
    "copies": {"broken": "broken", "kept": "proved", "members": "within_bounds"},
    "cycle": {"i": "within_bounds"},
    "empty_role": {"broken": "broken"},
    "fact_fact": {"broken": "broken", "kept": "proved"},
    "huge_count": {"i": "within_bounds"},
    "pool": {"broken": "broken", "kept": "not_decided"},
    "queue": {"first": "proved", "known": "broken"},
    "quorum5": {"i": "within_bounds"},
    "regions": {"broken": "broken"},
    "table_seats": {"broken": "not_decided", "two": "broken"},
    "two_holders": {"broken": "broken"},
    "versions": {"later": "not_decided"},
    "while_free": {"broken": "broken", "days": "broken"},
}
"""What is answered of each invariant. A group of more than three, which only a count of five or
fifty needs, is beyond the bounds that are told; what is not decided was not denied either."""


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_each_gets_an_honest_answer(name: str) -> None:
    """Nothing is proved that a larger group or an empty role would break, without saying so."""
    found = all_answers(NASTY / f"{name}.toml")
    assert ANSWERS[name] == {one: answer.verdict for one, answer in found.items()}
