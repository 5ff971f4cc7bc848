"""What stories touch both ways, read from findings and events, and what is missing where."""

from __future__ import annotations

from pathlib import Path, PurePath

from tests.cli.world import SCENARIOS, WORKFLOW
from tests.test_scenarios import DO, END, WITH, a_folder, player, story

from samenwerk.scenarios.coverage import Coverage, Seen, coverage, joined
from samenwerk.scenarios.folder import Folder
from samenwerk.values.place import Place


def seen(folder: Folder, *names: str) -> Coverage:
    """What the stories of these names (all, without any) touch."""
    assert () == folder.diagnostics
    assert folder.workflow is not None
    played = list(player(folder).play_all(names or None))
    assert all(one.passed for one in played)
    return coverage(folder.workflow, folder.reading, played)


def missing(found: Coverage) -> set[tuple[str, str, str, int]]:
    """What is missing, of what, and on which line."""
    return {(one.what, one.name, one.missing, one.place.line) for one in found.missing}


def line_of(text: str, part: str) -> int:
    """The line on which something begins."""
    return text[: text.index(part)].count("\n") + 1


def test_both_ways(tmp_path: Path) -> None:
    """A refusal and an adoption show a rule both ways; a paper that was always there only one."""
    found = seen(a_folder(tmp_path, SCENARIOS))
    assert {"rule": (1, 1), "step": (1, 5), "condition": (1, 2), "severity": (0, 0)} == {
        what: found.count(what) for what in ("rule", "step", "condition", "severity")
    }
    names = ("found", "end", "open", "withdraw")
    at = {name: line_of(WORKFLOW, f".step.{name}]") for name in names}
    assert {
        ("step", "collaboration.found", "unmet", at["found"]),
        ("step", "collaboration.end", "either", at["end"]),
        ("step", "change.open", "unmet", at["open"]),
        ("step", "change.withdraw", "either", at["withdraw"]),
        ("condition", "step change.adopt", "unmet", line_of(WORKFLOW, 'needs = ["carried"')),
    } == missing(found)


def test_only_what_was_played_counts(tmp_path: Path) -> None:
    """Without the story of the adoption nothing about it was seen."""
    found = seen(a_folder(tmp_path, SCENARIOS), "begin")
    assert {"either"} == {
        one.missing for one in found.missing if "adopt" in one.name or "carried" in one.name
    }


def test_who_it_is_not_for_is_refused(tmp_path: Path) -> None:
    """`not_for` is a refusal, and so is an `asks`; what is tried counts as done."""
    lines = (END + '|{ not_for = ["zuid"] }', END.replace("}", ", try = true }"),
             DO.replace("does", "asks") + f'|{WITH}|{{ verdict = "not_yet" }}')
    refused, tried, asked = (
        {one.name: one.missing for one in seen(a_folder(tmp_path, story(*each.split("|")))).missing
         if one.what == "step"}
        for each in lines
    )  # fmt: skip
    assert "change.withdraw" not in refused
    assert "unmet" == tried["change.withdraw"]
    assert "met" == asked["change.adopt"]


NOBODY = """\
needs = [{ any = ["carry", "carried"] }]
[lifecycle.change.step.lapse]
nl = "Vervallen"
from = "proposed"
to = "withdrawn"
by = "itself"
needs = ["carried", { rule = "noted", severity = "warn" }]
[lifecycle.change.rule.noted]
nl = "Er is een notitie"
none = [{ not = "carry" }, { every = "member", is = true, fact = "cost" }]
"""


def test_steps_that_nobody_does(tmp_path: Path) -> None:
    """They are done without a refusal; while they wait, their conditions are seen unmet."""
    vote = '{ on = 2027-02-04, who = "%s", case = "w", says = "for", about = "carry" }'
    lines = vote % "noord", vote % "zuid"
    each = 'type = "yes_no"\nby = "member"\nper = "party"'
    workflow = (WORKFLOW + NOBODY).replace('type = "money"\nby = "member"', each)
    found = seen(a_folder(tmp_path, story(*lines), workflow))
    one = {(each.what, each.name): each for each in found.seen if "lapse" in each.name}
    assert {("step", "change.lapse"): "", ("severity", "step change.lapse"): "met"} == {
        key: each.missing for key, each in one.items()
    }
    inside = [each.missing for each in found.seen if each.name == "rule change.noted"]
    assert ["", "met"] == inside


COPIES = """\
[lifecycle.reply]
nl = "Antwoord"
under = "change"
per = "member"
[lifecycle.reply.state]
asked = { nl = "Gevraagd", final = true }
[lifecycle.reply.step.ask]
nl = "Vragen"
to = "asked"
by = "itself"
needs = [{ document = "change.note" }]
"""


def test_copies_that_come_by_themselves(tmp_path: Path) -> None:
    """Their opening is seen done, and its condition both while it waits and when it is met."""
    found = seen(a_folder(tmp_path, SCENARIOS, WORKFLOW + COPIES))
    assert [("step", ""), ("condition", "")] == [
        (one.what, one.missing) for one in found.seen if one.name.endswith("reply.ask")
    ]


def test_a_rule_with_versions_counts_each_of_them(tmp_path: Path) -> None:
    """Of the version that holds the conditions are seen, of the other nothing."""
    versions = """\
needs = ["timely"]
[lifecycle.change.rule.timely]
nl = "Op tijd"
chosen_on = "open"
[lifecycle.change.rule.timely.version.old]
nl = "Oud"
starts = 2027-01-01
all = [{ document = "note" }]
[lifecycle.change.rule.timely.version.new]
nl = "Nieuw"
starts = 2028-01-01
all = [{ document = "note" }, "carry"]
"""
    found = seen(a_folder(tmp_path, story(END), WORKFLOW + versions))
    line = line_of(WORKFLOW + versions, "starts = 2027-01-01") + 1
    assert [
        ("rule change.timely@old", "unmet", line),
        ("rule change.timely@new", "either", line + 4),
        ("rule change.timely@new", "either", line + 4),
    ] == [
        (one.name, one.missing, one.place.line)
        for one in found.seen
        if one.name.startswith("rule change.timely")
    ]


def test_settings_of_a_story_count(tmp_path: Path) -> None:
    """A comparison with a setting that only stories give is seen as they set it."""
    text = WORKFLOW.replace("[lifecycle.collaboration]", """\
[parameter.top]
nl = "Grens"
at_least = 1
settled_by = "chair"
[lifecycle.collaboration]""", 1).replace('type = "money"', 'type = "whole_number"') + """\
needs = [{ fact = "cost", at_most = "top" }]
"""  # fmt: skip
    cost = '{ on = 2027-02-04, who = "noord", case = "w", records = "cost", is = 50 }'
    met = seen(a_folder(tmp_path, story(cost, END, more="set = { top = 50 }\n"), text))
    assert ["unmet"] == [
        one.missing for one in met.seen
        if (one.what, one.name) == ("condition", "step change.withdraw")
    ]  # fmt: skip


def test_together_and_apart() -> None:
    """The same place in two workflows is one thing; own is what stands in the folder itself."""
    base, region = Place("land/a.toml", 3, 1), Place("werk/regio/workflow.toml", 3, 1)
    one = Coverage((Seen("rule", "a", base, met=True), Seen("rule", "b", region, unmet=True)))
    other = Coverage((Seen("rule", "a", Place("x/land/a.toml", 3, 1), unmet=True),))
    whole = joined([one, other])
    assert [("a", ""), ("b", "met")] == [(each.name, each.missing) for each in whole.seen]
    assert (1, 2) == whole.count("rule")
    assert "unmet" == one.seen[0].missing
    assert ["b"] == [each.name for each in one.own(PurePath("/elders/werk/regio")).seen]
