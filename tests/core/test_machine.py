"""The machine of a lifecycle agrees with the table that everything else is explained from."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from samenwerk.core.machine import (
    BACK,
    NEW,
    LifecycleMachine,
    destination,
    moved_trail,
    way_back,
)
from samenwerk.values.declared import Lifecycle, State, Step
from samenwerk.values.who import ITSELF, TIME, Who

STATES = ("a", "b", "c", "d")
SOMEBODY = Who("sort", "provider")


def some_lifecycle(random):
    """States and steps of every kind: opening, moving, staying, going back, done by nobody."""
    names = [f"step{n}" for n in range(random.randint(1, 6))]
    steps = {}
    for name in names:
        opens = random.random() < 0.2
        back = random.choice((None, None, random.choice(names)))
        steps[name] = Step(
            name=name,
            lifecycle="it",
            sources=() if opens else tuple(random.sample(STATES, random.randint(1, 3))),
            to=random.choice(STATES if opens else (*STATES, "stays", "back")),
            by=(random.choice((SOMEBODY, SOMEBODY, SOMEBODY, ITSELF, TIME)),),
            back_before=None if opens else back,
        )
    return Lifecycle(name="it", states={s: State(name=s) for s in STATES}, steps=steps)


def table(lifecycle, event, state, back, met):
    """The step an event takes and where it leads, read from the declarations."""
    for name, step in lifecycle.steps.items():
        called = (step.automatic or name) == event
        if called and state in (step.sources or (NEW,)) and met.get(name, False):
            to = destination(step)
            return name, back if to == BACK else state if to is None else to
    return None, state


seeds = st.integers(0, 2**32).map(Random)


def asked(random, lifecycle):
    """Every event of the lifecycle from every state, with random answers to its conditions."""
    for event in (*lifecycle.steps, "itself", "time", "nothing"):
        for state in (NEW, *STATES):
            met = {name: random.random() < 0.7 for name in lifecycle.steps}
            yield event, state, random.choice(STATES), met


@given(seeds)
def test_the_machine_takes_the_way_that_the_table_says(random):
    """The first step that is open and met, and then its state; else nothing moves."""
    lifecycle = some_lifecycle(random)
    machine = LifecycleMachine(lifecycle)
    for event, state, back, met in asked(random, lifecycle):
        token = machine.fire(event, state, back, met)
        assert table(lifecycle, event, state, back, met) == (token.took, token.state)


def test_eight_threads_share_one_machine():
    """No call sees anything of another one."""
    lifecycle = some_lifecycle(Random(8))
    machine = LifecycleMachine(lifecycle)
    questions = list(asked(Random(9), lifecycle)) * 20

    def fire(question):
        token = machine.fire(*question)
        return token.took, token.state

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(fire, questions))
    assert [table(lifecycle, *question) for question in questions] == found


def test_a_step_without_an_answer_is_not_met():
    """What nobody asked does not let a case move."""
    step = Step(name="go", lifecycle="it", sources=("a",), to="b", by=(SOMEBODY,))
    lifecycle = Lifecycle(
        name="it", states={s: State(name=s) for s in STATES}, steps={"go": step}
    )
    token = LifecycleMachine(lifecycle).fire("go", "a", None, {})
    assert (None, "a") == (token.took, token.state)


@given(st.lists(st.sampled_from(STATES), max_size=30))
def test_the_trail_never_repeats_and_never_outgrows_the_lifecycle(walk):
    """However long a case goes round, it remembers each state once, and not the one it is in."""
    trail, state = (), NEW
    for to in walk:
        trail, state = moved_trail(trail, state, to), to
        assert len(set(trail)) == len(trail) < len(STATES)
        assert state not in trail


def test_back_leads_where_the_case_came_from():
    """To the last state, or to the one before a named step, or nowhere."""
    lifecycle = Lifecycle(
        name="it",
        states={s: State(name=s) for s in STATES},
        steps={
            "go": Step(name="go", lifecycle="it", sources=("a", "b"), to="c"),
            "back": Step(name="back", lifecycle="it", sources=("d",), to="back"),
            "undo": Step(name="undo", lifecycle="it", sources=("d",), back_before="go"),
        },
    )
    back, undo = lifecycle.steps["back"], lifecycle.steps["undo"]
    trails = (("a", "b", "c"), ("a",), ("c",), ())
    assert ["c", "a", "c", None] == [way_back(back, lifecycle, trail) for trail in trails]
    assert ["b", "a", None, None] == [way_back(undo, lifecycle, trail) for trail in trails]
    assert [None, BACK, BACK] == [
        destination(one)
        for one in (Step(name="x", lifecycle="it", sources=("a",), to="stays"), back, undo)
    ]
