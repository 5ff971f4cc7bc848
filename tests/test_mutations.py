"""Weakened conditions: what a weaker one is, and which of them no story would notice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from tests.cli.world import SCENARIOS, WORKFLOW
from tests.test_coverage import COPIES
from tests.test_scenarios import DO, END, WITH, a_folder, player, story

from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.duty import Duty
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.say import Say
from samenwerk.core.leaves.window import Window
from samenwerk.packaged import find_workflow
from samenwerk.scenarios.folder import Folder, read_folder
from samenwerk.scenarios.limits import weaker
from samenwerk.scenarios.mutants import mutants, weakened
from samenwerk.scenarios.noticing import Noticed, noticed, severity_of
from samenwerk.scenarios.play import Player
from samenwerk.scenarios.sites import doers, sites, stands_in
from samenwerk.values.declared import Decision as Declared
from samenwerk.values.duty import Duty as Owed
from samenwerk.values.operand import Constant, FactOf, Operand, Shifted
from samenwerk.values.say import Say as Saying
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.tree import All, Ask, AtLeast, Each, Not
from samenwerk.values.who import Who

COST, DAY, ONE = FactOf("cost", "money"), Constant(date(2027, 3, 1)), Term(1, "day")
MEMBERS = Who("group", "member")


def fact(op: str, bound: Operand) -> Ask:
    """A comparison with the cost."""
    return Ask(Fact(COST, ((op, bound),)))


def decision(**told: object) -> Ask:
    """A decision of the members."""
    return Ask(Decision(Declared(name="carry", by=(MEMBERS,), method="qualified", **told)))  # type: ignore[arg-type]


LIMITS = {
    "at_least": (fact("at_least", Constant(3)), fact("at_least", Constant(2)),
                 fact("at_least", Constant(4))),
    "less_than": (fact("less_than", Constant(Decimal("2.50"))),
                  fact("less_than", Constant(Decimal("3.50"))),
                  fact("less_than", Constant(Decimal("1.50")))),
    "at_latest": (fact("at_latest", DAY), fact("at_latest", Shifted(DAY, ONE)),
                  fact("at_latest", Shifted(DAY, ONE, back=True))),
    "after": (fact("after", DAY), fact("after", Shifted(DAY, ONE, back=True)),
              fact("after", Shifted(DAY, ONE))),
    "within": (Ask(Done("a", "b", within=Term(2, "week"))),
               Ask(Done("a", "b", within=Term(3, "week"))),
               Ask(Done("a", "b", within=Term(1, "week")))),
    "ago": (Ask(Done("a", "b", ago=Term(2, "week"))), Ask(Done("a", "b", ago=Term(1, "week"))),
            Ask(Done("a", "b", ago=Term(3, "week")))),
    "window": (Ask(Window("w", None, DAY)), Ask(Window("w", None, Shifted(DAY, ONE))),
               Ask(Window("w", None, Shifted(DAY, ONE, back=True)))),
    "of several": (AtLeast(2, (All(()), All(()), All(()))), AtLeast(1, (All(()),) * 3),
                   AtLeast(3, (All(()),) * 3)),
    "so many": (Each("count", MEMBERS, None, "", None, 2),
                Each("count", MEMBERS, None, "", None, 1),
                Each("count", MEMBERS, None, "", None, 3)),
    "inside no": (Each("no", MEMBERS, None, "", fact("at_least", Constant(3))),
                  Each("no", MEMBERS, None, "", fact("at_least", Constant(4))),
                  Each("no", MEMBERS, None, "", fact("at_least", Constant(2)))),
    "inside every": (Each("every", MEMBERS, None, "", fact("at_least", Constant(3))),
                     Each("every", MEMBERS, None, "", fact("at_least", Constant(2))),
                     Each("every", MEMBERS, None, "", fact("at_least", Constant(4)))),
}  # fmt: skip


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_moved_by_one(name: str) -> None:
    """Towards being met sooner; under a not the other way."""
    node, sooner, later = LIMITS[name]
    assert [sooner] == [one for _, one in weaker(node)]
    assert [later] == [one for _, one in weaker(node, turned=True)]


def test_what_has_no_limit_is_not_moved() -> None:
    """Exact values, yes and no, comparisons with what is not written here, and the last one."""
    for node in (
        fact("is", Constant(3)), fact("at_least", Constant(True)), fact("at_least", COST),
        Ask(Fact(COST, (("one_of", frozenset({1, 2})),))), Not(fact("at_least", Constant(3))),
        AtLeast(1, (All(()), All(()))), Each("count", MEMBERS, None, "", None, 1),
    ):  # fmt: skip
        assert [] == list(weaker(node)), node


def test_a_decision_is_weakened_in_its_share_quorum_and_sorts() -> None:
    """Each on its own, and the rest stays as it was."""
    whole = decision(share=Share(2, 3), quorum=4, sorts=("a", "b"))
    assert [
        ("share", decision(share=Share(1, 3), quorum=4, sorts=("a", "b"))),
        ("quorum", decision(share=Share(2, 3), sorts=("a", "b"))),
        ("sorts", decision(share=Share(2, 3), quorum=4)),
    ] == list(weaker(whole))


def test_every_guard_of_a_decision_is_weakened_on_its_own() -> None:
    """A veto, a second person, weight, an older text, and the last day for an answer."""
    chair = Who("role", "chair")
    found = {
        how: node.leaf.declared  # type: ignore[attr-defined]
        for how, node in weaker(decision(
            weight_share=Share(3, 4), veto=(chair,), second_person=True, same_text="note",
            absent="left_out", answer_within=Term(2, "week"),
        ))
    }  # fmt: skip
    assert ["weight", "veto", "second", "text", "later"] == list(found)
    assert (Share(2, 4), (), False, None, Term(3, "week")) == (
        found["weight"].weight_share, found["veto"].veto, found["second"].second_person,
        found["text"].same_text, found["later"].answer_within,
    )  # fmt: skip
    closing = decision(absent="left_out", closes=DAY)
    assert [("later", decision(absent="left_out", closes=Shifted(DAY, ONE)))] == list(
        weaker(closing)
    )
    aim = decision(closes=DAY)  # nothing closes there for good: later votes count all the same
    assert [] == list(weaker(aim))


SAY = {"name": "heard", "lifecycle": "change", "by": (MEMBERS,), "right": "be_heard"}


def test_terms_of_a_say_and_a_duty_are_moved() -> None:
    """Each where it counts: notice and the time to answer before a step, the wait after a no."""
    told = Saying(**SAY, notice=Term(2, "week"), answer_within=Term(3, "week"), wait=ONE)  # type: ignore[arg-type]
    assert [
        ("moved", Saying(**SAY, notice=ONE, answer_within=Term(3, "week"), wait=ONE)),  # type: ignore[arg-type]
        ("later", Saying(**SAY, notice=Term(2, "week"), answer_within=Term(4, "week"), wait=ONE)),  # type: ignore[arg-type]
    ] == [
        (how, attrs.evolve(one.leaf.declared, notice=ONE) if how == "moved" else one.leaf.declared)  # type: ignore[attr-defined]
        for how, one in weaker(Ask(Say(told)))
    ]
    (how, waited), = weaker(Ask(Say(told, None, "waited")))
    assert ("moved", Term(0, "day")) == (how, waited.leaf.declared.wait)  # type: ignore[attr-defined]
    owed = Owed(name="report", lifecycle="change", by=(MEMBERS,), kind="document", must="note",
                due=Term(2, "week"))  # fmt: skip
    assert [("moved", Ask(Duty(attrs.evolve(owed, due=Term(3, "week")))))] == list(
        weaker(Ask(Duty(owed)))
    )
    assert [("by", Ask(Done("a", "b")))] == list(weaker(Ask(Done("a", "b", by=MEMBERS))))


def outcome(folder: Folder) -> Noticed:
    """What the stories of a folder notice."""
    assert () == folder.diagnostics
    assert folder.workflow is not None
    played = list(player(folder).play_all())
    assert all(one.passed for one in played), [one.acts[-1] for one in played if not one.passed]
    where = sites(folder.workflow, folder.reading)
    return noticed(folder.workflow, (*where, *doers(folder.workflow, folder.reading)), played)


def unnoticed(found: Noticed) -> list[tuple[str, str, tuple[int, ...]]]:
    """What nobody would miss, but for who may do a step."""
    told = [(one.how, one.site.owner, one.site.route) for one in found.unnoticed]
    return [one for one in told if one[0] != "anybody"]


def free(found: Noticed) -> set[str]:
    """The steps of which nobody would notice if anybody could do them."""
    return {one.site.owner for one in found.unnoticed if one.how == "anybody"}


def test_what_no_story_notices(tmp_path: Path) -> None:
    """The paper always was there; the rest is noticed where four of six was too few."""
    found = outcome(a_folder(tmp_path, SCENARIOS))
    assert [("dropped", "step change.adopt", (1,))] == unnoticed(found)
    assert (9, 4, 44) == (found.tried, found.noticed, found.percent)


def test_parts_of_what_is_not_missed_are_not_tried(tmp_path: Path) -> None:
    """A rule that no story rests on is named once, and not what it is made of."""
    found = outcome(a_folder(tmp_path, SCENARIOS[: SCENARIOS.index("[scenario.te_weinig]")]))
    adopt = "step change.adopt"
    assert [("dropped", adopt, (0,)), ("dropped", adopt, (1,))] == unnoticed(found)
    assert 2 + len(free(found)) == found.tried


RULES = WORKFLOW + """\
needs = [{ rule = "ready", severity = "warn" }]
[lifecycle.change.rule.ready]
nl = "Klaar"
any = [{ document = "note" }, "carry"]
"""


def test_an_alternative_and_a_lighter_severity(tmp_path: Path) -> None:
    """Only a story that says what warns notices them, and only the one way that it shows."""
    plain = outcome(a_folder(tmp_path, story(END), RULES))
    withdraw = [one for one in unnoticed(plain) if "adopt" not in one[1]]
    assert [("dropped", "step change.withdraw", (0,))] == withdraw
    shown = outcome(a_folder(tmp_path, story(END, "{ warns = [] }"), RULES))
    assert [("dropped", "step change.withdraw", (0,))] == [
        one for one in unnoticed(shown) if "adopt" not in one[1] and one[2] == (0,)
    ]
    text = story(END, '{ warns = "ready" }').replace(
        '{ on = 2027-02-03, who = "noord", case = "w", hands_in = "note", is = "Nota" },', ""
    )
    warned = outcome(a_folder(tmp_path, text, RULES))
    assert [("dropped", "rule change.ready", (0,)), ("dropped", "rule change.ready", (1,))] == [
        one for one in unnoticed(warned) if "adopt" not in one[1]
    ]


def test_an_alternative_that_a_story_takes_is_missed(tmp_path: Path) -> None:
    """Who takes it away refuses what a story says is allowed; the other way nobody takes."""
    hand_in = '{ on = 2027-02-03, who = "noord", case = "w", hands_in = "note", is = "Nota" }'
    text = story(END, '{ verdict = "not_yet", because = "ready" }', hand_in, END)
    text = text.replace(f"  {hand_in},\n]", "]", 1)
    found = outcome(a_folder(tmp_path, text, RULES.replace('"warn"', '"block"')))
    assert [("dropped", "rule change.ready", (1,))] == [
        one for one in unnoticed(found) if "adopt" not in one[1]
    ]


NOBODY = WORKFLOW + """\
[lifecycle.change.step.lapse]
nl = "Vervallen"
from = "proposed"
to = "withdrawn"
by = "itself"
needs = ["carry"]
"""


def test_a_step_that_comes_too_soon_is_noticed_later(tmp_path: Path) -> None:
    """Nobody does it, and the story in which it comes too soon does not look: the next one does."""
    vote = '{ on = 2027-02-04, who = "noord", case = "w", says = "%s", about = "carry" }'
    begin = SCENARIOS[: SCENARIOS.index("[scenario.te_weinig]")]
    begin = "\n".join(line for line in begin.splitlines() if "hands_in" not in line) + "\n"
    later = '[scenario.y]\nnl = "Y"\nafter = "begin"\nstory = [\n' + vote % "for"
    blind = outcome(a_folder(tmp_path, begin, NOBODY))
    assert ("dropped", "step change.lapse", (0,)) in unnoticed(blind)
    seen = outcome(a_folder(tmp_path, f"{begin}{later}\n]\n", NOBODY))
    assert ("dropped", "step change.lapse", (0,)) not in unnoticed(seen)


def test_copies_that_come_too_soon_are_noticed(tmp_path: Path) -> None:
    """Nobody opens them either; another step that may only come before them notices."""
    workflow = WORKFLOW + 'needs = [{ no = "reply", in = "asked" }]\n' + COPIES
    text = "\n".join(line for line in story(END).splitlines() if "hands_in" not in line)
    found = unnoticed(outcome(a_folder(tmp_path, text, workflow)))
    assert ("dropped", "step change.withdraw", (0,)) in found
    assert ("dropped", "step reply.ask", (0,)) not in found


def test_who_may_do_a_step_is_noticed_where_another_is_refused(tmp_path: Path) -> None:
    """By a story in which somebody else tries it, or is named as one who may not."""
    every = {"step change.adopt", "step change.withdraw", "step collaboration.found",
             "step collaboration.end"}  # fmt: skip
    assert every == free(outcome(a_folder(tmp_path, story(END))))
    other = END.replace("noord", "zuid")
    tried = story(other, '{ verdict = "not_you" }', END)
    named = story(END, '{ not_for = ["west"] }')
    for text in (tried, named):
        assert every - {"step change.withdraw"} == free(outcome(a_folder(tmp_path, text)))


VETO = WORKFLOW.replace('absent = "stays_open"', 'absent = "stays_open"\nveto = "chair"')


def test_a_veto_is_noticed_where_it_stops_something(tmp_path: Path) -> None:
    """Two of three are for; only the one who can veto it makes the difference."""
    def vote(who: str, word: str) -> str:
        more = ', reasons = "Te duur"' if word == "against" else ""
        return (f'{{ on = 2027-02-04, who = "{who}", case = "w", says = "{word}", '
                f'about = "carry"{more} }}')  # fmt: skip

    def missed(*lines: str) -> bool:
        found = unnoticed(outcome(a_folder(tmp_path, story(*lines), VETO)))
        return ("veto", "rule change.carried", ()) in found

    two = (vote("noord", "for"), vote("west", "for"))
    against = vote("zuid", "against")
    few = (vote("noord", "for"), DO, WITH, '{ verdict = "not_yet" }')
    assert not missed(*two, against, DO, WITH, '{ verdict = "not_yet" }')
    assert missed(*few, vote("west", "for"), vote("zuid", "for"), DO, WITH)


DENIED = WORKFLOW + """\
needs = [{ not = "ready" }]
[lifecycle.change.rule.ready]
nl = "Klaar"
all = [{ document = "note" }, { done = "collaboration.found" }]
"""


def test_a_rule_under_a_not_is_weakened_towards_the_step(tmp_path: Path) -> None:
    """It stands in the way when all of it is so: what is dropped there is an alternative."""
    hand_in = '{ on = 2027-02-04, who = "noord", case = "w", hands_in = "note", is = "Nota" }'
    text = story(END[:-2] + ", try = true }", hand_in, END, '{ verdict = "never" }')
    begin = next(line for line in text.splitlines() if "hands_in" in line)
    found = unnoticed(outcome(a_folder(tmp_path, text.replace(begin + "\n", "", 1), DENIED)))
    ours = [one for one in found if "adopt" not in one[1]]
    assert [("dropped", "rule change.ready", (1,))] == ours


TWICE = WORKFLOW + """\
needs = [{ fact = "cost", at_most = 10 }, "low"]
[lifecycle.change.rule.low]
nl = "Laag"
all = [{ fact = "cost", at_most = 20 }]
"""


def test_what_another_condition_says_already_does_not_count(tmp_path: Path) -> None:
    """What follows from the one beside it can vanish, and no story can ever show that."""
    cost = '{ on = 2027-02-04, who = "noord", case = "w", records = "cost", is = %d }'
    over = (cost % 11, END, '{ verdict = "not_yet" }', cost % 10, END)
    found = outcome(a_folder(tmp_path, story(*over), TWICE))
    assert [("dropped", "step change.withdraw", (1,))] == [
        (one.how, one.site.owner, one.site.route) for one in found.alike
    ]
    assert [] == [one for one in unnoticed(found) if "adopt" not in one[1]]
    other = outcome(a_folder(tmp_path, story(*over), TWICE.replace("at_most = 20", "at_most = 10")
                             .replace("at_most = 10", "at_most = 30", 1)))  # fmt: skip
    assert [("dropped", "step change.withdraw", (0,))] == [
        (one.how, one.site.owner, one.site.route) for one in other.alike
    ]


def test_settings_of_a_story_count(tmp_path: Path) -> None:
    """A limit is moved from where the story itself has set it."""
    text = WORKFLOW.replace("[lifecycle.collaboration]", """\
[parameter.top]
nl = "Grens"
value = 50
at_least = 1
at_most = 90
[lifecycle.collaboration]""", 1).replace('type = "money"', 'type = "whole_number"') + """\
needs = [{ fact = "cost", at_most = "top" }]
"""  # fmt: skip
    cost = '{ on = 2027-02-04, who = "noord", case = "w", records = "cost", is = %s }'
    refused = '{ verdict = "not_yet" }'

    def moved(told: int, more: str = "") -> bool:
        folder = a_folder(tmp_path, story(cost % told, END, refused, more=more), text)
        return ("moved", "step change.withdraw", (0,)) not in unnoticed(outcome(folder))

    assert [True, False] == [moved(51), moved(52)]
    assert [True, False] == [moved(31, "set = { top = 30 }\n"), moved(51, "set = { top = 30 }\n")]


def test_the_same_as_playing_everything_again() -> None:
    """Playing only what a weaker step touches notices exactly what playing all of it would."""
    path = find_workflow("regioplan")
    assert path is not None
    folder = read_folder(path)
    workflow = folder.workflow
    assert workflow is not None
    played = list(player(folder).play_all())
    own = [one for one in sites(workflow, folder.reading) if stands_in(one.place, path.parent)]
    some = own[::8]
    assert len(some) >= 4
    for site in some:
        quick = unnoticed(noticed(workflow, [site], played))
        for mutant in mutants(site, severity_of(workflow, site)):
            slow = Player(
                weakened(workflow, mutant)[0], folder.scenarios, folder.registers,
                workflow_with=lambda one, mutant=mutant: weakened(  # type: ignore[misc]
                    folder.variants[one.name], mutant
                )[0],
            )  # fmt: skip
            missed = all(one.passed for one in slow.play_all())
            assert missed == ((mutant.how, site.owner, site.route) in quick), str(site.place)
            if missed:
                break
