"""Weakened conditions: what a weaker one is, and which of them no story would notice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.cli.world import SCENARIOS, WORKFLOW
from tests.test_coverage import COPIES
from tests.test_scenarios import END, a_folder, player, story

from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.window import Window
from samenwerk.packaged import find_workflow
from samenwerk.scenarios.folder import Folder, read_folder
from samenwerk.scenarios.mutants import mutants, weakened, weaker
from samenwerk.scenarios.noticing import Noticed, noticed, severity_of
from samenwerk.scenarios.play import Player
from samenwerk.scenarios.sites import sites, stands_in
from samenwerk.values.declared import Decision as Declared
from samenwerk.values.operand import Constant, FactOf, Operand, Shifted
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


def outcome(folder: Folder) -> Noticed:
    """What the stories of a folder notice."""
    assert () == folder.diagnostics
    assert folder.workflow is not None
    played = list(player(folder).play_all())
    assert all(one.passed for one in played), [one.acts[-1] for one in played if not one.passed]
    return noticed(folder.workflow, sites(folder.workflow, folder.reading), played)


def unnoticed(found: Noticed) -> list[tuple[str, str, tuple[int, ...]]]:
    """What nobody would miss."""
    return [(one.how, one.site.owner, one.site.route) for one in found.unnoticed]


def test_what_no_story_notices(tmp_path: Path) -> None:
    """The paper always was there; the rest is noticed where four of six was too few."""
    found = outcome(a_folder(tmp_path, SCENARIOS))
    assert [("dropped", "step change.adopt", (1,))] == unnoticed(found)
    assert (5, 4, 80) == (found.tried, found.noticed, found.percent)


def test_parts_of_what_is_not_missed_are_not_tried(tmp_path: Path) -> None:
    """A rule that no story rests on is named once, and not what it is made of."""
    found = outcome(a_folder(tmp_path, SCENARIOS[: SCENARIOS.index("[scenario.te_weinig]")]))
    adopt = "step change.adopt"
    assert [("dropped", adopt, (0,)), ("dropped", adopt, (1,))] == unnoticed(found)
    assert 2 == found.tried


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
