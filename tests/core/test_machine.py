"""The machine of a lifecycle agrees with the table that everything else is explained from."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from samenwerk.core.machine import BACK, LifecycleMachine, destination
from samenwerk.core.trail import NEW
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


def test_a_step_back_or_nowhere_has_no_state_of_its_own():
    """Where it leads is for the trail to say."""
    back = Step(name="back", lifecycle="it", sources=("d",), to="back")
    undo = Step(name="undo", lifecycle="it", sources=("d",), back_before="go")
    stays = Step(name="x", lifecycle="it", sources=("a",), to="stays")
    assert [None, BACK, BACK] == [destination(one) for one in (stays, back, undo)]
