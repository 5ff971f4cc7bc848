"""A record judged again under another text: what would have gone otherwise, and why."""

from datetime import date, timedelta

import pytest
from tests.upgrade.plots import LATER, NEW, OLD, START, changed, garden, made

from samenwerk import Engine, Holding, Plugins, Room, Span
from samenwerk.upgrade.replaying import Replayed, replayed


def lived(text: str = OLD) -> Room:
    """A garden of which one plot was given out and the other lapsed."""
    room = garden(text=text)
    for act in (
        room.record("size", 3, case="iris", actor="cees"),
        room.hand_in("plan", "a plan", case="iris", actor="cees"),
        room.do("plot.give", case="iris", actor="anna"),
    ):
        assert act.carried_out
    store = room._desk.store
    later = Engine(store, plugins=Plugins.of(), clock=lambda: START + timedelta(days=400))
    room = later.room("garden")
    assert room.settle().lines
    return room


def again(room: Room, text: str) -> Replayed:
    """Its record judged under a text."""
    return replayed("garden", list(room.history()), made(text))


def ways(found: Replayed) -> list[tuple[str, str | None, str | None]]:
    """What went otherwise: how, in which case, at which step."""
    return [(one.kind, one.event.case, one.event.step) for one in found.otherwise]


def test_under_the_same_text_nothing_goes_otherwise() -> None:
    """Every act is judged just as it was."""
    room = lived()
    found = again(room, OLD)
    assert (0, 8) == (len(found.otherwise), found.acts)


def test_under_another_text_the_acts_that_differ_are_named_with_why() -> None:
    """A refusal has its findings, and a step that comes sooner has its day."""
    room = lived()
    before = [line.hash for line in room.history()]
    found = again(room, NEW)
    assert [("refused", "iris", "give"), ("other_day", "rosa", "lapse")] == ways(found)
    assert date(2027, 8, 11) == found.of("other_day")[0].day
    (refused,) = found.of("refused")
    assert refused.outcome is not None
    assert "not_you" == refused.outcome.verdict.value
    assert before == [line.hash for line in room.history()]


OTHER = {
    "stricter": (('needs = [{ document = "plan" }]',
                  'needs = [{ document = "plan" }, { document = "soil" }]'),),
    "a step that is gone": (("step.weigh]", "step.rank]"),),
    "a type": (('type = "whole_number"', 'type = "yes_no"'),),
    "elsewhere": (('from = "asked"\nto = "weighed"', 'from = "asked"\nto = "given"'),),
    "a longer term": (('term = "1 year"', 'term = "2 years"'),),
    "by itself": (('from = "asked"\nto = "weighed"\nby = "chair"',
                   'from = "asked"\nto = "weighed"\nby = "itself"'),),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "ways_then"),
    [
        ("stricter", [("refused", "iris", "give")]),
        ("a step that is gone", [("absent", "iris", "weigh")]),
        ("a type", [("absent", "iris", None)]),
        ("elsewhere", [("elsewhere", "iris", "weigh")]),
        ("by itself", [("by_itself", "rosa", "weigh"), ("by_itself", "iris", "weigh"),
                       ("refused", "iris", "weigh")]),
        ("a longer term", [("not_by_itself", "rosa", "lapse")]),
    ],
)
def test_each_way_of_going_otherwise(
    name: str, ways_then: list[tuple[str, str | None, str | None]]
) -> None:
    """One change of the text, and the one act that differs by it; what follows is not blamed."""
    assert ways_then == ways(again(lived(), changed(OLD, *OTHER[name])))


BREACH = changed(OLD, ('needs = [{ document = "plan" }]',
                       'done_anyway = "given"\nneeds = [{ document = "plan" }]'))  # fmt: skip


def test_a_breach_that_another_text_allows_is_told() -> None:
    """What was refused and happened all the same was allowed then."""
    room = garden(text=BREACH)
    breach = room.do("plot.give", case="iris", actor="anna", anyway=True)
    assert "breach" == breach.verdict.value
    assert [] == ways(again(room, BREACH))
    lax = changed(BREACH, ('needs = [{ document = "plan" }]', "needs = []"))
    assert [("allowed", "iris", "give")] == ways(again(room, lax))


WEIGHED = changed(OLD, ('from = "asked"\nto = "weighed"\nby = "chair"',
                        'from = "asked"\nto = "weighed"\nby = "chair"\n'
                        'needs = [{ fact = "size", at_most = 5 }]'))  # fmt: skip


def test_what_was_entered_later_with_an_earlier_day_is_held_against_it() -> None:
    """Decisions stand; the report says that they would be refused now, and by which line."""
    text = changed(WEIGHED, ('by = "gardener"\n\n[lifecycle.plot.document.plan]',
                             'by = "gardener"\nsilence = 0\n\n[lifecycle.plot.document.plan]'))
    room = garden(text=text)
    room.do("plot.weigh", case="rosa", actor="anna")
    store = room._desk.store
    later = Engine(store, plugins=Plugins.of(), clock=lambda: START + timedelta(days=20))
    fact = later.room("garden").record("size", 9, case="iris", actor="cees", day=START.date())
    found = again(room, text)
    assert [("late", "iris", "weigh")] == ways(found)
    assert [fact.events[0].sequence] == [one.sequence for one in found.otherwise[0].later]


def test_a_role_that_turns_out_to_have_ended_is_held_against_it() -> None:
    """Who was no chair any more on the day could not have weighed it."""
    room = garden()
    store = room._desk.store
    later = Engine(store, plugins=Plugins.of(), clock=lambda: START + timedelta(days=20))
    ended = Span(date(2027, 1, 1), START.date() - timedelta(days=2))
    later.room("garden").enrol(holds=[Holding("chair", "anna", ended)])
    assert [("late", "iris", "weigh")] == ways(again(room, OLD))


def test_a_record_that_was_moved_over_is_replayed_whole() -> None:
    """Lines about moving are no acts, and each act is judged by the one text that is asked of."""
    room = lived()
    room.migrate(made(NEW), day=LATER + timedelta(days=400))
    found = again(room, OLD)
    assert [] == ways(found)
