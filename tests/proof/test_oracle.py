"""What proof answers, held against who knows nothing of how it looks: brute force, and clingo.

Each test takes some random workflows; `SAMENWERK_RANDOM=3000` takes so many, and then each is
looked at further. A disagreement is printed as the smallest text that still shows it.
"""

from __future__ import annotations

import os
from collections import Counter
from functools import reduce
from typing import Any

import pytest
import tomli_w
from tests.proof.answer_sets import shortest
from tests.proof.brute import Answer, Watch, brute, explore
from tests.proof.every_act import Looked, acts, companies, form, tried
from tests.proof.our_answer import Ours, our_answer
from tests.proof.random_workflows import Table, compiled, workflow
from tests.proof.smaller import smaller

from samenwerk.core.evolve import evolve
from samenwerk.proof.asked import Limits
from samenwerk.values.declared import Invariant

MANY = int(os.environ.get("SAMENWERK_RANDOM", "0"))
FURTHEST = 6 if MANY else 4
"""How many acts clingo looks ahead."""
OPEN = 0.2
"""Of so many questions at most we may have no answer."""


def test_random_workflows_use_the_words_of_the_language() -> None:
    """Among random workflows every word they can be made of occurs, and each can be read."""
    texts = "\n".join(tomli_w.dumps(workflow(seed)) for seed in range(60))
    wanted = (
        "fixed_from", "fill_in", "each", "final", "under", "unanimity", "majority", "qualified",
        "consent", "answer_within", "absent", "same_text", "second_person", "veto", "done",
        "not_done", "within", "ago", "not", "any", "none", "at_least", "among", "every", "some",
        "count", "known", "document", "outcome", "parent", '"itself"', '"back"', "held_since",
        "only_after", "at_most", "not_alone", "clerk", "while_in", "to_reach", "on_step",
    )  # fmt: skip
    assert [] == [word for word in wanted if word not in texts]


def test_what_is_taken_for_the_same_goes_on_the_same() -> None:
    """In two situations of one form the same acts lead to situations of the same forms."""
    for seed in range(MANY or 8):
        tables = workflow(seed)
        made = compiled(tables)
        looked = Looked.at(made, tables, 1)
        for company in companies(made, 2):
            seen: dict[object, set[object]] = {}

            def look(at: Any, company=company, looked=looked, seen=seen) -> None:
                led = set()
                for alternatives in acts(at, looked, company, None):
                    came = [tried(at, looked, one) for one in alternatives]
                    day, lines = next((one for one in came if one), (at.day, ()))
                    known = reduce(lambda known, line: evolve(known, line.event), lines, at.known)
                    led.add(form(known, day, looked, company))
                assert led == seen.setdefault(form(at.known, at.day, looked, company), led)

            never = Watch.of("never", Invariant(name="never"))
            explore(looked, company, [never], 40, each=look, merge=False)


def test_brute_force_and_clingo_agree() -> None:
    """A program that clingo solves, made of the text alone, breaks the same invariants after as
    few acts as brute force does."""
    pytest.importorskip("clingo", reason="clingo is not installed here")
    counted: Counter[str] = Counter()
    for seed in range(MANY or 10):
        tables = workflow(seed, plain=True)
        ours = _by_force(tables)
        for name in tables["invariant"]:
            said = _two_answers(tables, name, ours[name])
            assert said[0] == said[1], _shown(seed, name, tables, *said)
            counted["holds" if said[0] is None else "broken"] += 1
    assert min(counted["holds"], counted["broken"]) > sum(counted.values()) // 5, counted


def _by_force(tables: Table) -> dict[str, Answer]:
    return brute(compiled(tables), tables, most=2000 if MANY else 300)


def _two_answers(tables: Table, name: str, ours: Answer) -> tuple[int | None, int | None]:
    """After how many acts it breaks: by brute force, and by clingo."""
    far = FURTHEST if ours.closed or ours.acts is not None else min(FURTHEST, ours.depth - 1)
    mine = ours.acts if ours.acts is not None and ours.acts <= far else None
    found = [shortest(tables, size, name, far) for size in range(3)]
    return mine, min((one for one in found if one is not None), default=None)


def _shown(seed: int, name: str, tables: Table, mine: object, other: object) -> str:
    def differs(left: Table) -> bool:
        if name not in left.get("invariant", {}):
            return False
        try:
            one, two = _two_answers(left, name, _by_force(left)[name])
        except (KeyError, IndexError, StopIteration):
            return False  # too little is left for the program to be made
        return one != two

    small = tomli_w.dumps(smaller(tables, differs))
    return f"seed {seed}, {name}: brute force says {mine}, clingo {other}\n{small}"


def test_proof_never_contradicts_brute_force() -> None:
    """What we call proved, brute force does not break; what we call broken, it does not close
    without; and where both break it our story is as short, nearly always."""
    counted: Counter[str] = Counter()
    longer: Counter[int] = Counter()
    for seed in range(MANY or 8):
        tables = workflow(seed)
        for name, (force, ours) in _both(tables).items():
            assert not _contradict(force, ours), _told(seed, name, tables, force, ours)
            if name == "together" and ours.verdict == "not_decided":
                continue  # nobody looks for this form on paper
            counted[ours.verdict if ours.verdict != "not_decided" else f"open: {ours.why}"] += 1
            if force.acts is not None and ours.acts is not None:
                longer[ours.acts - force.acts] += 1
    print(f"\n{dict(counted)}\nour story is so much longer: {dict(sorted(longer.items()))}")
    total = sum(counted.values())
    still_open = sum(count for said, count in counted.items() if said.startswith("open"))
    assert still_open <= OPEN * total, counted
    assert min(counted["proved"], counted["broken"]) > total // 5, counted
    assert sum(count for more, count in longer.items() if more > 0) <= 0.2 * sum(longer.values())


def _both(tables: Table, only: str | None = None) -> dict[str, tuple[Answer, Ours]]:
    """What brute force says of each invariant, and what we say."""
    forms = {name: one for name, one in tables["invariant"].items() if only in (None, name)}
    made = compiled({**tables, "invariant": forms})
    limits = Limits(worlds=20_000, members=2, cases=2)
    most = 1500 if MANY else 300
    found = {}
    forced = brute(made, tables, members=limits.members, most=most)
    for name in forms:
        ours, force = our_answer(made.workflow, name, limits), forced[name]
        if force.acts is None and (force.closed or name == "few"):
            if ours.verdict == "broken" or name == "few":
                alone = compiled({**tables, "invariant": {name: forms[name]}})
                force = brute(alone, tables, members=limits.members, cases=2, most=most)[name]
        found[name] = (force, ours)
    return found


def _contradict(force: Answer, ours: Ours) -> bool:
    if force.acts is not None:
        return ours.verdict == "proved"
    return force.closed and ours.verdict == "broken"


def _told(seed: int, name: str, tables: Table, force: Answer, ours: Ours) -> str:
    def wrong(left: Table) -> bool:
        try:
            return _contradict(*_both(left, name)[name])
        except (KeyError, ValueError):
            return False  # too little is left to try it on

    small = tomli_w.dumps(smaller(tables, wrong))
    return f"seed {seed}, {name}: brute force says {force}, we say {ours}\n{small}"
