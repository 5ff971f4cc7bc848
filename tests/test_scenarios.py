"""Scenarios: every fault of a story at its place, and stories played through the real engine."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.cli.world import REGISTER, SCENARIOS, WORKFLOW

from samenwerk.definitions.checks import texts_of
from samenwerk.language.template import holes
from samenwerk.packaged import find_workflow, workflow_names
from samenwerk.scenarios.compare import Mismatch, earliest_day
from samenwerk.scenarios.faults import scenario_checks
from samenwerk.scenarios.folder import Folder, read_folder, set_for
from samenwerk.scenarios.play import Played, Player
from samenwerk.values.obligation import Obligation


def a_folder(path: Path, scenarios: str = SCENARIOS, workflow: str = WORKFLOW) -> Folder:
    """The small workflow with these scenarios."""
    (path / "workflow.toml").write_text(workflow, encoding="utf-8")
    (path / "register.toml").write_text(REGISTER, encoding="utf-8")
    (path / "scenarios.toml").write_text(scenarios, encoding="utf-8")
    return read_folder(path / "workflow.toml")


def player(folder: Folder) -> Player:
    """Who plays the stories of a folder."""
    workflow = folder.workflow
    assert workflow is not None
    return Player(
        workflow, folder.scenarios, folder.registers,
        workflow_with=lambda scenario: set_for(workflow, scenario),
    )  # fmt: skip


def played(path: Path, scenarios: str) -> dict[str, Played]:
    """These scenarios, played, by name."""
    folder = a_folder(path, scenarios)
    assert () == folder.diagnostics
    return {one.scenario.name: one for one in player(folder).play_all()}


def story(*lines: str, more: str = "") -> str:
    """One scenario after `begin`, with these lines."""
    begin = SCENARIOS[: SCENARIOS.index("[scenario.te_weinig]")]
    body = "".join(f"  {line},\n" for line in lines)
    return f'{begin}[scenario.x]\nnl = "X"\nafter = "begin"\n{more}story = [\n{body}]\n'


DO = '{ on = 2027-02-04, who = "zuid", does = "change.adopt", case = "w" }'
WITH = '{ with = "effect", is = 2027-03-01 }'

OPEN = '{ on = 2027-02-04, who = "noord", does = "change.open", case = "v" }'
END = '{ on = 2027-02-04, who = "noord", does = "change.withdraw", case = "w" }'

FAULTS = {
    "unknown word": (('{ on = 2027-02-04, who = "zuid", doet = "x" }',), "SW301", "does"),
    "unknown word beside": ((DO.replace("who", "whoo"),), "SW301", "who"),
    "unknown verdict": ((DO, '{ verdict = "allow" }'), "SW301", "allowed"),
    "unknown position": (
        ('{ on = 2027-02-04, who = "zuid", case = "w", says = "forr", about = "carry" }',),
        "SW301",
        "for",
    ),
    "no day": ((DO.replace("2027-02-04", '"4 februari"'),), "SW302", None),
    "a moment for a day": ((DO.replace("2027-02-04", "2027-02-04T10:00:00"),), "SW302", None),
    "a wrong value": ((DO, '{ with = "effect", is = "morgen" }'), "SW302", None),
    "no table": (("3",), "SW302", None),
    "two acts": ((DO.replace("case", 'says = "for", case'),), "SW303", None),
    "nothing done": (('{ on = 2027-02-04, who = "zuid", case = "w" }',), "SW303", None),
    "nobody": ((DO.replace('who = "zuid", ', ""),), "SW304", None),
    "no fact for a value": (
        ('{ on = 2027-02-04, who = "noord", records = { efect = 3 } }',), "SW305", "effect",
    ),
    "a list for a value": (
        ('{ on = 2027-02-04, who = "noord", records = "effect", is = [3] }',), "SW302", None,
    ),
    "an unknown party among several": (
        ('{ on = 2027-02-04, who = ["noord", "wezt"], says = "for", about = "carry" }',), "SW305",
        "west",
    ),
    "a new case without a name": (
        ('{ on = 2027-02-04, who = "noord", does = "change.open" }',), "SW304", None,
    ),
    "no day at all": (('{ who = "noord", does = "change.open", case = "v" }',), "SW304", None),
    "no value": (('{ on = 2027-02-04, who = "noord", case = "w", records = "cost" }',), "SW304",
                 None),
    "verdict in Dutch": ((DO, '{ verdict = "mag" }'), "SW301", "allowed"),
    "part of a name": ((DO.replace("zuid", "zorg"),), "SW305", None),
    "unknown step": ((DO.replace("adopt", "adapt"),), "SW305", "change.adopt"),
    "unknown party": ((DO.replace("zuid", "zuit"),), "SW305", "zuid"),
    "unknown case": ((DO.replace('"w"', '"v"'),), "SW305", None),
    "unknown filled": ((DO, '{ with = "efect", is = 2027-03-01 }'), "SW305", "effect"),
    "unknown reason": ((DO, '{ verdict = "not_yet", because = "caried" }'), "SW305", "carried"),
    "unknown warning": ((DO, '{ warns = ["carryed"] }'), "SW305", "carried"),
    "unknown tip": ((DO, '{ verdict = "not_yet", hints = "notte" }'), "SW305", "note"),
    "warnings that are no names": ((DO, "{ warns = [3] }"), "SW302", None),
    "unknown state": ((DO, '{ state = "adoptd" }'), "SW305", "adopted"),
    "expected of nothing": (('{ state = "adopted" }',), "SW307", None),
    "filled in with nothing": ((WITH,), "SW307", None),
    "filled in with a vote": (
        ('{ on = 2027-02-04, who = "zuid", case = "w", says = "for", about = "carry" }', WITH),
        "SW307",
        None,
    ),
    "expected twice": ((DO, '{ state = "adopted" }', '{ state = "proposed" }'), "SW308", None),
    "reasons without verdict": ((DO, '{ because = "carried" }'), "SW308", None),
    "a ground without never": ((DO, '{ verdict = "not_yet", ground = "over" }'), "SW308", None),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_faults_of_a_story(tmp_path: Path, name: str) -> None:
    """Each is found where it stands, with the nearest known name, and alone."""
    lines, code, nearest = FAULTS[name]
    folder = a_folder(tmp_path, story(*lines))
    told = [(one.code, one.nearest) for one in folder.diagnostics]
    assert [(code, nearest)] == told
    (fault,) = folder.diagnostics
    assert fault.place.file.endswith("/scenarios.toml")
    assert fault.place.line >= 11


AS_PEOPLE_SAY_IT = {
    "a party": (DO.replace('"zuid"', '"Zorg Zuid"'), "SW305", "zuid", None),
    "a step": (DO.replace("change.adopt", "Vaststellen"), "SW305", "change.adopt", None),
    "a decision": (
        '{ on = 2027-02-04, who = "zuid", case = "w", says = "for", about = "draagvlak" }',
        "SW305", "carry", None,
    ),
    "a day in quotes": (
        DO.replace("2027-02-04", '"4 februari 2027"'), "SW302", None, "2027-02-04",
    ),
    "a day first": (DO.replace("2027-02-04", "4-2-2027"), "SW007", None, "2027-02-04"),
    "a day without its noughts": (
        DO.replace("2027-02-04", "2027-2-4"), "SW007", None, "2027-02-04",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", AS_PEOPLE_SAY_IT)
def test_a_story_written_as_people_say_it(tmp_path: Path, name: str) -> None:
    """The name that is meant is told, and a day is mended."""
    line, code, nearest, mend = AS_PEOPLE_SAY_IT[name]
    folder = a_folder(tmp_path, story(line))
    assert [(code, nearest, mend)] == [
        (one.code, one.nearest, None if one.repair is None else one.repair.text)
        for one in folder.diagnostics
    ]


HEADS = {
    "unknown key": ('vervolg = "begin"\n', "SW301"),
    "no register": ('register = "er_niet.toml"\n', "SW309"),
    "a register outside": ('register = "../register.toml"\n', "SW309"),
    "unknown parameter": ("set = { steun = 3 }\n", "SW305"),
}


@pytest.mark.parametrize("name", HEADS)
def test_faults_of_a_scenario(tmp_path: Path, name: str) -> None:
    """What stands above the story is looked at too."""
    more, code = HEADS[name]
    folder = a_folder(tmp_path, story(DO, WITH, more=more))
    assert [code] == [one.code for one in folder.diagnostics]


def test_stories_in_several_files(tmp_path: Path) -> None:
    """All files in `scenarios/` are one reading: a story goes on from one in another file."""
    more = tmp_path / "scenarios"
    more.mkdir()
    begin, other = story(END).split("[scenario.x]")
    (more / "b.toml").write_text(begin, encoding="utf-8")
    (more / "a.toml").write_text("[scenario.x]" + other, encoding="utf-8")
    (more / "kladje.txt").write_text("geen verhaal", encoding="utf-8")
    folder = a_folder(tmp_path, "")
    assert () == folder.diagnostics
    assert ["x", "begin"] == [one.name for one in folder.scenarios]
    assert ["a.toml", "b.toml"] == [Path(one.place.file).name for one in folder.scenarios]
    assert all(one.passed for one in player(folder).play_all())


def test_faults_in_several_files(tmp_path: Path) -> None:
    """Each fault is told with the file it stands in; a name counts over all files."""
    more = tmp_path / "scenarios"
    more.mkdir()
    (more / "a.toml").write_text(story(DO.replace("zuid", "zuit")), encoding="utf-8")
    (more / "b.toml").write_text('[scenario.y]\nafter = "begin"\nset = { a = 1 }\nstory = []\n',
                                 encoding="utf-8")  # fmt: skip
    (more / "c.toml").write_text("[scenario\n", encoding="utf-8")
    folder = a_folder(tmp_path, story(DO, WITH))
    assert [
        ("SW311", "a.toml", "begin"), ("SW311", "a.toml", "x"),
        ("SW305", "b.toml", "a"), ("SW004", "c.toml", "[scenario"),
    ] == [
        (one.code, Path(one.place.file).name, one.params.get("written"))
        for one in folder.diagnostics
    ]  # fmt: skip


CONTRADICTIONS = {
    ('{ state = "adopted" }', '{ state = "proposed" }'): ("twice", "state"),
    ('{ because = "carried" }',): ("no_verdict", "because"),
    ('{ ground = "over" }',): ("no_verdict", "ground"),
    ('{ verdict = "not_yet", ground = "over" }',): ("ground", "not_yet"),
}


@pytest.mark.parametrize("lines", CONTRADICTIONS)
def test_expectations_that_do_not_go_together(tmp_path: Path, lines: tuple[str, ...]) -> None:
    """It is told which of them: a word that stands twice, a reason or a ground out of place."""
    found = a_folder(tmp_path, story(DO, WITH, *lines)).diagnostics
    told = [(one.code, one.params["case"], one.params["written"]) for one in found]
    assert [("SW308", *CONTRADICTIONS[lines])] == told


def test_a_ring_of_scenarios(tmp_path: Path) -> None:
    """Scenarios that go on from each other begin nowhere; each of them is named."""
    text = "".join(
        f'[scenario.{name}]\nnl = "A"\nafter = "{after}"\nstory = []\n'
        for name, after in (("a", "b"), ("b", "a"), ("c", "a"), ("d", "e"))
    )
    folder = a_folder(tmp_path, text)
    assert [("SW306", 3), ("SW306", 7), ("SW305", 15)] == [
        (one.code, one.place.line) for one in folder.diagnostics
    ]
    assert () == folder.scenarios


def test_the_rest_is_read_all_the_same(tmp_path: Path) -> None:
    """A scenario with a fault is left out; the sound ones are there."""
    folder = a_folder(tmp_path, story(DO.replace("adopt", "adapt")))
    assert ["begin"] == [one.name for one in folder.scenarios]


ONCE = {
    "a misspelled word beside the opening": (
        OPEN.replace("who", "whoo"), '{ who = "noord", does = "change.withdraw" }', ("SW301",)),
    "an unknown step, so nobody knows what the case is": (
        OPEN.replace("change.open", "change.opn"), '{ who = "noord", does = "change.withdraw" }',
        ("SW305",)),
    "a misspelled act": (
        OPEN.replace("does", "doees"), '{ who = "noord", does = "change.withdraw" }', ("SW301",)),
    "what is filled in below it": (OPEN.replace("who", "whoo"), WITH, ("SW301",)),
    "an opening that names no case": (
        OPEN.replace(', case = "v"', ""), '{ who = "noord", records = "effect", is = 2027-03-01 }',
        ("SW304",)),
    "no day at all": (
        '{ who = "noord", does = "change.open", case = "v" }',
        '{ who = "noord", does = "change.withdraw" }', ("SW304",)),
    "two faults are both told": (
        OPEN.replace("who", "whoo"), '{ who = "noord", does = "change.withdrw" }',
        ("SW301", "SW305")),
}  # fmt: skip


@pytest.mark.parametrize("name", ONCE)
def test_a_line_with_a_fault_does_not_make_faults_of_those_below(tmp_path: Path, name: str) -> None:
    """Its day and its case still count for the next lines, which are judged by themselves."""
    first, second, codes = ONCE[name]
    begin = SCENARIOS[: SCENARIOS.index("[scenario")]
    alone = f'{begin}[scenario.x]\nnl = "X"\nstory = [\n  {first},\n  {second},\n]\n'
    assert codes == tuple(one.code for one in a_folder(tmp_path, alone).diagnostics)


def test_settings_beyond_their_bounds(tmp_path: Path) -> None:
    """A story can set a parameter within its bounds, and not beyond them."""
    parameter = '[parameter.share]\nnl = "Deel"\nvalue = "2/3"\nat_least = "1/2"\n'
    workflow = WORKFLOW.replace('share = "2/3"', 'share = "share"') + parameter
    for value, codes in (("1/2", []), ("1/3", ["SW310"]), ("veel", ["SW310"])):
        more = f'set = {{ share = "{value}" }}\n'
        folder = a_folder(tmp_path, story(DO, WITH, more=more), workflow)
        assert codes == [one.code for one in folder.diagnostics], value
        if value == "1/3":  # which bound was broken is told
            params = folder.diagnostics[0].params
            assert ("least", "share", "1/2") == tuple(params[k] for k in ("case", "name", "low"))


def test_one_line_for_several_acts(tmp_path: Path) -> None:
    """Many doers, parties or facts on one line are so many acts; a day or case left out is that
    of the line before, and what is expected below counts for each of them."""
    facts = (
        '[fact.places]\ntype = "whole_number"\nper = "party"\nby = "member"\n'
        '[fact.price]\ntype = "whole_number"\nby = "member"\n'
    )
    both = '{ on = 2027-02-03, who = ["noord", "west"], case = "w", says = "for", about = "carry" }'
    lines = (
        both, '{ who = "noord", records = "places", is = { noord = 2, west = 3 } }',
        '{ who = "noord", records = { price = 5 } }', '{ state = "proposed" }',
    )  # fmt: skip
    folder = a_folder(tmp_path, story(*lines), WORKFLOW + facts)
    assert {"SW208"} == {one.code for one in folder.diagnostics}  # nothing rests on these facts
    one = player(folder).play("x")
    assert one.passed
    assert [
        ("says", "noord", None, None), ("says", "west", None, None),
        ("records", "noord", "noord", 2), ("records", "noord", "west", 3),
        ("records", "noord", None, 5),
    ] == [(it.act.kind, it.act.who, it.act.of, it.act.value) for it in one.acts]  # fmt: skip
    assert {(date(2027, 2, 3), "w")} == {(it.act.on, it.act.case) for it in one.acts}
    assert ["proposed"] == [it.act.expected.state for it in one.acts if it.act.expected.state]


def test_settings_change_what_is_allowed(tmp_path: Path) -> None:
    """With a smaller share one position fewer is enough; the story before it is played anew."""
    parameter = '[parameter.share]\nnl = "Deel"\nvalue = "2/3"\nat_least = "1/3"\n'
    workflow = WORKFLOW.replace('share = "2/3"', 'share = "share"') + parameter
    vote = '{ on = 2027-02-03, who = "noord", case = "w", says = "for", about = "carry" }'
    text = story(vote, DO, WITH, '{ state = "adopted" }', more='set = { share = "1/3" }\n')
    folder = a_folder(tmp_path, text, workflow)
    assert () == folder.diagnostics
    assert [True, True] == [one.passed for one in player(folder).play_all()]


def test_stories_that_go_as_they_say(tmp_path: Path) -> None:
    """Acts, refusals with reasons and doers, mandates, states: all of them as expected."""
    found = played(tmp_path, SCENARIOS)
    assert {"begin": (3, True), "te_weinig": (4, True)} == {
        name: (len(one.acts), one.passed) for name, one in found.items()
    }


def test_what_went_otherwise(tmp_path: Path) -> None:
    """Verdict, reasons, doers, ground, earliest day and state: each point with what was got."""
    expected = (
        '{ verdict = "never", because = ["note", "carried"], can = ["west"], ground = "over",'
        ' earliest = 2028-01-01, state = "adopted" }'
    )
    one = played(tmp_path, story(DO, WITH, expected))["x"]
    can = one.acts[0].wrong[2].got
    assert isinstance(can, tuple)
    assert ("noord", "west", "zuid") == tuple(sorted(can))
    assert (
        Mismatch("verdict", "never", "not_yet"),
        Mismatch("because", ("note", "carried"), ("carried",)),
        Mismatch("can", ("west",), can),
        Mismatch("ground", "over", None),
        Mismatch("earliest", date(2028, 1, 1), date(2027, 2, 4)),
        Mismatch("state", "adopted", "proposed"),
    ) == one.acts[0].wrong
    assert not one.passed


def test_no_expectation_means_allowed(tmp_path: Path) -> None:
    """An act without expectation that is refused makes the story fail."""
    one = played(tmp_path, story(DO, WITH))["x"]
    assert [Mismatch("verdict", "allowed", "not_yet")] == list(one.acts[0].wrong)


def test_a_story_stops_where_it_is_lost(tmp_path: Path) -> None:
    """After an act that went otherwise the rest means nothing, nor what goes on from there."""
    text = story(DO, WITH, DO, WITH) + '[scenario.y]\nnl = "Y"\nafter = "x"\nstory = []\n'
    found = played(tmp_path, text)
    assert (1, "x") == (len(found["x"].acts), found["y"].stuck)


def test_a_wrong_reason_alone_does_not_stop_it(tmp_path: Path) -> None:
    """Only the expectation was wrong: the rest is played, and so is what goes on from it."""
    wrong = '{ verdict = "not_yet", because = "note" }'
    text = story(DO, WITH, wrong) + '[scenario.y]\nnl = "Y"\nafter = "x"\nstory = []\n'
    found = played(tmp_path, text)
    assert (False, True) == (found["x"].passed, found["y"].passed)


def test_tried_acts_are_forgotten(tmp_path: Path) -> None:
    """What is tried goes as it says, and the story goes on as if it never was."""
    vote = '{ on = 2027-02-04, who = "noord", case = "w", says = "for", about = "carry"%s }'
    tries = [vote % ", try = true", (vote % ", try = true").replace("noord", "zuid")]
    found = played(tmp_path, story(*tries, DO, WITH, '{ verdict = "not_yet" }'))["x"]
    assert found.passed
    assert 0 == found.steps


def test_what_is_tried_later_moves_no_clock(tmp_path: Path) -> None:
    """A story goes on from the day it was, and not from the day of what was tried."""
    later = DO.replace("2027-02-04", "2027-06-01")[:-2] + ", try = true }"
    found = played(tmp_path, story(later, WITH, '{ verdict = "not_yet" }', END))["x"]
    assert found.passed
    assert found.end is not None
    assert date(2027, 2, 4) == found.end.moment.date()


def test_asking_and_letting_time_pass(tmp_path: Path) -> None:
    """`asks` records nothing; `settles` lets the days go by; a state can be asked of any case."""
    lines = (
        DO.replace("does", "asks"), WITH, '{ verdict = "not_yet" }',
        "{ on = 2027-02-10, settles = true }", '{ state = "active", case = "s" }',
    )  # fmt: skip
    assert played(tmp_path, story(*lines))["x"].passed


WARNING = """\
needs = [{ rule = "carried", severity = "warn" }, "noted", "had"]
[lifecycle.change.rule.noted]
nl = "Er is een notitie"
severity = "hint"
all = [{ document = "note" }]
[lifecycle.change.rule.had]
nl = "Er was een besluit"
severity = "hint"
all = [{ done = "adopt" }]
"""


def test_what_warns_and_what_hints(tmp_path: Path) -> None:
    """Not written it is not looked at; written it is exactly what warns, in any order."""
    wrong = END, '{ warns = [], hints = ["noted"] }'
    right = END, '{ warns = "change.carried", hints = ["had"] }'
    for lines in ((END,), wrong, right):
        folder = a_folder(tmp_path, story(*lines), WORKFLOW + WARNING)
        assert () == folder.diagnostics
        one = player(folder).play("x")
        expected = () if lines is not wrong else (
            Mismatch("warns", (), ("carried",)), Mismatch("hints", ("noted",), ("had",)),
        )  # fmt: skip
        assert expected == one.acts[0].wrong


def test_what_can_never_be(tmp_path: Path) -> None:
    """A refusal to which no way is left is `never`, also where nobody asks who can do what."""
    never = WORKFLOW + 'needs = [{ not_done = "open" }]\n'
    expected = '{ verdict = "never", ground = "over" }'
    assert player(a_folder(tmp_path, story(END, expected), never)).play("x").passed
    wrong = player(a_folder(tmp_path, story(END, '{ verdict = "not_yet" }'), never)).play("x")
    assert (Mismatch("verdict", "not_yet", "never"),) == wrong.acts[0].wrong


def test_who_can_act_is_only_worked_out_when_it_is_asked(tmp_path: Path) -> None:
    """A refusal as expected has no advice, unless the story names who can do something."""
    plain, asked = '{ verdict = "not_yet" }', '{ verdict = "not_yet", can = ["noord", "zuid"] }'
    for expected, has in ((plain, False), (asked, True), ('{ verdict = "never" }', True)):
        one = played(tmp_path, story(DO, WITH, expected))["x"].acts[0]
        assert one.outcome is not None
        assert has == bool(one.outcome.can and one.outcome.way_out)


def test_those_it_is_not_for(tmp_path: Path) -> None:
    """`not_for` asks for each of them, and names who could all the same."""
    end = '{ on = 2027-02-04, who = "noord", does = "change.withdraw", case = "w" }'
    good = played(tmp_path, story(end, '{ not_for = ["zuid", "west"] }'))["x"]
    assert good.passed
    wrong = played(tmp_path, story(end, '{ not_for = ["zuid", "noord"] }'))["x"]
    assert [Mismatch("not_for", ("zuid", "noord"), ("zuid",))] == list(wrong.acts[0].wrong)


REFUSED = {
    "refused": (OPEN.replace('"noord"', '"zuid", for = "west"'), '{ verdict = "not_you" }'),
    "tried": (OPEN.replace("{ on", "{ try = true, on"),),
    "asked": (OPEN.replace("does", "asks"),),
}
LATER = '{ on = 2027-02-05, who = "noord", does = "change.withdraw" }'


@pytest.mark.parametrize("name", REFUSED)
def test_a_case_that_never_came_is_not_taken_by_the_next_line(tmp_path: Path, name: str) -> None:
    """A line without a case takes the last one that is there; one that was opened counts."""
    for opening, case in ((REFUSED[name], "w"), ((OPEN,), "v")):
        found = played(tmp_path, story(*opening, LATER, '{ state = "withdrawn" }'))["x"]
        assert (case, True) == (found.scenario.story[-1].case, found.passed)


def test_a_line_after_a_story_that_opened_nothing_must_name_its_case(tmp_path: Path) -> None:
    """When the first opening of all is refused there is no case to take, and that is said."""
    first = '{ on = 2027-02-01, who = "noord", does = "collaboration.found", case = "s" }'
    later = '{ on = 2027-02-02, who = "zuid", does = "collaboration.end" }'
    lines = f'  {first},\n  {{ verdict = "not_you" }},\n  {later},\n'
    found = a_folder(tmp_path, f'[scenario.x]\nnl = "X"\nstory = [\n{lines}]\n').diagnostics
    assert [("SW304", "case")] == [(one.code, one.params["missing"]) for one in found]


def test_an_act_that_makes_no_sense(tmp_path: Path) -> None:
    """A case that is opened twice is no refusal but an error, told with its act."""
    again = '{ on = 2027-02-04, who = "noord", does = "change.open", case = "w" }'
    one = played(tmp_path, story(again))["x"]
    assert one.acts[0].error is not None
    assert not one.passed


@pytest.mark.parametrize("name", workflow_names())
def test_packaged_stories(name: str) -> None:
    """The stories of the workflows that come with samenwerk go as they say."""
    path = find_workflow(name)
    assert path is not None
    folder = read_folder(path)
    assert [] == [one for one in folder.diagnostics if one.serious]
    found = list(player(folder).play_all())
    assert [] == [one.scenario.name for one in found if not one.passed]
    assert found


def test_texts_in_both_languages() -> None:
    """Every code has its sentences in Dutch and English, with the same holes."""
    for code, by in texts_of(scenario_checks()).items():
        assert {"nl", "en"} == set(by), code
        for name in ("what", "label", "why", "mend"):
            nl, en = (getattr(by[lang], name) for lang in ("nl", "en"))
            assert holes(nl) == holes(en), (code, name)
    assert {f"SW3{n:02}" for n in range(1, 14)} == {
        code[:5] for code in texts_of(scenario_checks())
    }


def test_the_earliest_day_of_a_tree() -> None:
    """Of all the latest, of any the soonest, of least the one that completes it, of never none."""
    today = date(2027, 2, 1)
    waits = tuple(Obligation("wait", earliest=date(2027, month, 1)) for month in (3, 4, 5))
    assert date(2027, 5, 1) == earliest_day(Obligation("all", parts=waits), today)
    assert date(2027, 3, 1) == earliest_day(Obligation("any", parts=waits), today)
    assert date(2027, 4, 1) == earliest_day(Obligation("least", count=2, parts=waits), today)
    assert today == earliest_day(Obligation("nothing"), today)
    never = Obligation("never")
    assert None is earliest_day(Obligation("all", parts=(never, *waits)), today)
    assert date(2027, 3, 1) == earliest_day(Obligation("any", parts=(never, *waits)), today)


def test_what_is_the_same_still_is_not_played_again(tmp_path: Path) -> None:
    """Of a text that changed: only a story that changed, and all that goes on from it."""
    def again(before: Player | None, scenarios: str, workflow: str = WORKFLOW) -> Player:
        folder = a_folder(tmp_path, scenarios, workflow)
        assert folder.workflow is not None
        return Player(folder.workflow, folder.scenarios, folder.registers, before=before)

    def kept(scenarios: str, workflow: str = WORKFLOW) -> list[bool]:
        other = again(first, scenarios, workflow)
        return [new is old for new, old in zip(other.play_all(), whole, strict=True)]

    first = again(None, SCENARIOS)
    whole = list(first.play_all())
    assert [True, True] == kept(SCENARIOS)
    assert [True, False] == kept(SCENARIOS.replace("2027-02-07", "2027-02-08"))
    assert [False, False] == kept(SCENARIOS.replace('is = "Nota"', 'is = "Notitie"'))
    assert [False, False] == kept(SCENARIOS, WORKFLOW.replace('share = "2/3"', 'share = "1/2"'))
    folder = a_folder(tmp_path, SCENARIOS)
    assert folder.workflow is not None
    other = Player(folder.workflow, folder.scenarios, {}, before=first)
    assert other.play("begin") is not whole[0]


def test_a_day_before_that_of_the_line_above_is_recorded_later(tmp_path: Path) -> None:
    """What happened earlier may be told later, no further back than the language allows."""
    told = story(
        '{ on = 2027-03-01, who = "noord", does = "change.open", case = "v" }',
        '{ on = 2027-02-10, who = "noord", does = "change.open", case = "x" }',
        '{ on = 2026-02-28, who = "noord", does = "change.open", case = "y" }',
        '{ verdict = "never" }',
    )
    acts = played(tmp_path, told)["x"].acts
    assert [(True, True), (True, True), (True, False)] == [
        (one.passed, one.outcome is not None and one.outcome.carried_out) for one in acts
    ]
