"""Reading a register: what is sound is kept, and every fault is told at its own line."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.authoring.repairing import repaired
from samenwerk.definitions.checks.example import BASE, MAP, REGISTER
from samenwerk.definitions.read import read_text
from samenwerk.definitions.register_file import (
    RegisterReading,
    read_register,
    read_register_text,
)
from samenwerk.values.declared import Workflow
from samenwerk.values.register import Giving, Holding, Located, Party, Register, Seat, Span

JAN = date(2027, 1, 1)


@pytest.fixture(scope="module")
def workflow() -> Workflow:
    """The workflow that the registers are for."""
    found = read_text(BASE, checks=()).workflow
    assert found is not None
    return found


def lines(reading: RegisterReading) -> tuple[Any, ...]:
    """Everything sound in it."""
    return (reading.parties, reading.sits, reading.holds, reading.gives)


NOORD = Party("noord", "aanbieder", (("nl", "Noord"),))
ZUID = Party("zuid", "aanbieder", (("nl", "Zuid"),))
STAD = Party("stad", "gemeente", (("nl", "Stad"),))
PARTIES = (NOORD, ZUID, STAD)
NAMES = ("noord", "zuid", "stad")
SITS = (Seat("regiotafel", "noord", Span(JAN)),)
HOLDS = (Holding("voorzitter", "zuid", Span(JAN)),)
GIVES = (Giving("tekenen", ("noord",), "zuid", Span(JAN)),)


def test_a_register_without_faults(workflow: Workflow, tmp_path: Path) -> None:
    """Every line of the file, in the order written."""
    path = tmp_path / "register.toml"
    path.write_text(REGISTER)
    reading = read_register(path, workflow)
    assert ((PARTIES, SITS, HOLDS, GIVES), ()) == (lines(reading), reading.diagnostics)


def test_a_name_as_people_say_it(workflow: Workflow) -> None:
    """What people call a party leads to its name; where nothing comes near, the names are told."""
    text = REGISTER.replace('nl = "Noord"', 'nl = "Praktijk De Linde"')
    text = text.replace('table = "regiotafel"', 'table = "raad"')
    text = text.replace('who = "noord", starts', 'who = "De praktijk", starts')
    known = ("regiotafel",)
    assert [("raad", None, "listed", known), ("De praktijk", "noord", "register", NAMES)] == [
        (one.params["written"], one.nearest, one.params["case"], one.params["known"])
        for one in read_register_text(text, workflow).diagnostics
    ]


@pytest.mark.parametrize(
    ("old", "new", "faults", "kept"),
    [
        ('zuid = { sort = "aanbieder"', 'zuid = { sort = "aanbider"',
         [("SW103", "3:17", "aanbieder")], ((NOORD, STAD), SITS, (), ())),
        ('zuid = { sort = "aanbieder"', "zuid = { kleur = 3", [("SW108", "3:1", None),
         ("SW101", "3:10", None)], ((NOORD, STAD), SITS, (), ())),
        ('stad = { sort = "gemeente"', 'stad = { belongs_to = "nord", sort = "gemeente"',
         [("SW103", "4:23", "noord")], ((NOORD, ZUID), SITS, HOLDS, GIVES)),
        ('table = "regiotafel"', 'table = "regiotafl"', [("SW103", "6:19", "regiotafel")],
         (PARTIES, (), HOLDS, GIVES)),
        ('who = "noord", starts', 'who = "west", starts', [("SW103", "6:39", None)],
         (PARTIES, (), HOLDS, GIVES)),
        ('role = "voorzitter"', 'role = "voorzitster"', [("SW103", "7:19", "voorzitter")],
         (PARTIES, SITS, (), GIVES)),
        ('mandate = "tekenen"', 'mandate = "teken"', [("SW103", "8:22", "tekenen")],
         (PARTIES, SITS, HOLDS, ())),
        ('to = "zuid"', 'to = "zuid", on = ["bali"]', [("SW103", "8:69", "balie")],
         (PARTIES, SITS, HOLDS, ())),
        ('who = ["noord"]', 'who = ["stad"]', [("SW135", "8:39", None)],
         (PARTIES, SITS, HOLDS, ())),
        ('role = "voorzitter", who = "zuid"', 'role = "voorzitter", who = "stad"',
         [("SW134", "7:39", None)], (PARTIES, SITS, (), GIVES)),
        ('to = "zuid", starts = 2027-01-01', 'to = "zuid", starts = "1 januari"',
         [("SW102", "8:72", None)], (PARTIES, SITS, HOLDS, ())),
        ('to = "zuid", starts = 2027-01-01', 'to = "zuid", starts = 2027-01-02, '
         "last_day = 2027-01-01", [("SW131", "8:95", None)], (PARTIES, SITS, HOLDS, ())),
        ('sits = [', 'sits = [{ table = "regiotafel", who = "noord", last_day = 2027-01-01 }, ',
         [("SW132", "6:73", None)],
         (PARTIES, (Seat("regiotafel", "noord", Span(None, JAN)),), HOLDS, GIVES)),
        ('sits = [', 'sits = [{ table = "regiotafel", who = "noord", last_day = 2026-12-31 }, ',
         [], (PARTIES, (Seat("regiotafel", "noord", Span(None, date(2026, 12, 31))), *SITS), HOLDS,
              GIVES)),
        ('holds = [', 'holds = [{ role = "voorzitter", who = "noord", starts = 2027-03-01 }, ',
         [("SW133", "7:80", None)],
         (PARTIES, SITS, (Holding("voorzitter", "noord", Span(date(2027, 3, 1))), *HOLDS), GIVES)),
        ('[register]\n', "", [("SW130", "5:1", None), ("SW130", "6:1", None),
         ("SW130", "7:1", None)], (PARTIES, (), (), ())),
        ('[register]\n', "[register]\nzit = []\n", [("SW101", "6:1", "sits")],
         (PARTIES, SITS, HOLDS, GIVES)),
        ('[register]\n', "[sort]\n[register]\n", [("SW101", "5:2", None)],
         (PARTIES, SITS, HOLDS, GIVES)),
    ],
)  # fmt: skip
def test_one_fault_leaves_the_other_lines(
    workflow: Workflow, old: str, new: str, faults: list[Any], kept: tuple[Any, ...]
) -> None:
    """Lines about a party whose own line has a fault wait until that is mended."""
    assert old in REGISTER
    reading = read_register_text(REGISTER.replace(old, new, 1), workflow)
    found = [
        (one.code, f"{one.place.line}:{one.place.column}", one.nearest)
        for one in reading.diagnostics
    ]
    assert (faults, kept) == (found, lines(reading))


def test_a_gap_between_two_holders_is_told_with_its_first_day(workflow: Workflow) -> None:
    """A role that must have one holder has one on every day up to the last."""
    text = REGISTER.replace(
        "starts = 2027-01-01 }]\ngives",
        "starts = 2027-01-01, last_day = 2027-02-01 },\n"
        '{ role = "voorzitter", who = "noord", starts = 2027-03-01 }]\ngives',
    )
    (found,) = read_register_text(text, workflow).diagnostics
    expected = {"role": "voorzitter", "day": date(2027, 2, 2), "found": 0, "wanted": 1}
    assert ("SW133", expected) == (found.code, found.params)


def test_parties_that_belong_to_each_other_in_a_ring(workflow: Workflow) -> None:
    """Are told once."""
    text = (
        '[register.party]\na = { sort = "aanbieder", belongs_to = "b" }\n'
        'b = { sort = "aanbieder", belongs_to = "a" }\n'
    )
    assert ["SW110"] == [one.code for one in read_register_text(text, workflow).diagnostics]


@pytest.mark.parametrize(
    ("text", "codes"),
    [("", []), ("a =", ["SW007"]), ("register = 3", ["SW102"]), ("[register]\nsits = 3", ["SW102"]),
     ("[register]\nsits = [3]", ["SW102"]), ("[register]\nparty = 3", ["SW102"]),
     ("[register.party]\nx = 3", ["SW102"]), ("[register.party]\n'1' = {}", ["SW102"]),
     ("[register.party]\ntoday = {}", ["SW104"])],
)  # fmt: skip
def test_what_is_no_register(workflow: Workflow, text: str, codes: list[str]) -> None:
    """Is told, and nothing is kept."""
    reading = read_register_text(text, workflow)
    assert (codes, ((), (), (), ())) == ([one.code for one in reading.diagnostics], lines(reading))


def test_a_register_that_is_not_there(workflow: Workflow, tmp_path: Path) -> None:
    """Is a fault and no exception."""
    (found,) = read_register(tmp_path / "register.toml", workflow).diagnostics
    assert ("SW111", 1, 1) == (found.code, found.place.line, found.place.column)


ODD = st.one_of(
    st.booleans(), st.integers(), st.text(max_size=3), st.dates(), st.lists(st.text(max_size=3)),
    st.just(["noord"]), st.just("noord"), st.just("noord.x"), st.dictionaries(st.text("ab"),
                                                                              st.integers()),
)  # fmt: skip


@given(data=st.data())
def test_no_mistake_in_a_register_raises(workflow: Workflow, data: st.DataObject) -> None:
    """Whatever is written somewhere: faults, never an exception."""
    values = tomllib.loads(REGISTER)["register"]
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(["party", "sits", "holds", "gives"]))
        at = data.draw(st.sampled_from(["noord", "zuid"])) if name == "party" else 0
        key = data.draw(st.sampled_from(
            ["sort", "belongs_to", "table", "role", "mandate", "who", "to", "on", "starts", "x"]
        ))  # fmt: skip
        values[name][at][key] = data.draw(ODD)
    reading = read_register_text(tomli_w.dumps({"register": values}), workflow)
    assert reading.diagnostics == tuple(sorted(reading.diagnostics, key=lambda one: one.order))


# ------------------------------------------------------------------ lines together

HEAD = REGISTER[: REGISTER.index("[register]\n")]


def found(reading: RegisterReading) -> list[tuple[str, str]]:
    """The codes of what was told, with line and column."""
    return [(one.code, f"{one.place.line}:{one.place.column}") for one in reading.diagnostics]


def places(reading: RegisterReading) -> list[int]:
    """The lines that wait for another one."""
    return [one.line for one in reading.waiting]


def test_who_belongs_to_itself_or_in_a_ring_stays_out(workflow: Workflow) -> None:
    """The fault is told once; who belongs to such a party waits, and so do their lines."""
    text = """\
[register.party]
noord = { sort = "aanbieder" }
zuid = { sort = "aanbieder", belongs_to = "zuid" }
a = { sort = "aanbieder", belongs_to = "b" }
b = { sort = "aanbieder", belongs_to = "a" }
onder = { sort = "aanbieder", belongs_to = "lager" }
lager = { sort = "aanbieder", belongs_to = "zuid" }
[register]
sits = [
  { table = "regiotafel", who = "onder" },
  { table = "regiotafel", who = "noord" },
  { table = "regiotafl", who = "a" },
]
"""
    reading = read_register_text(text, workflow)
    assert [("SW110", "3:43"), ("SW110", "4:40"), ("SW103", "12:13")] == found(reading)
    assert ((Party("noord", "aanbieder"),), (Seat("regiotafel", "noord"),)) == lines(reading)[:2]
    assert [7, 6, 10] == places(reading)


def register(*lists: str, parties: str = HEAD) -> str:
    """The three parties with these lists."""
    return parties + "[register]\n" + "\n".join(lists)


def regions(*written: str) -> str:
    """The list of who is where on the map."""
    rows = [f'  {{ map = "zorgkaart", {one} }},\n' for one in written]
    return f"regions = [\n{''.join(rows)}]"


OOST, WEST = 'region = "oost", who = "noord"', 'region = "west", who = "noord"'


@pytest.mark.parametrize(
    ("written", "faults", "kept"),
    [
        ((OOST, WEST.replace("noord", "zuid")), [], 2),
        ((f"{OOST}, last_day = 2027-01-31", f"{WEST}, starts = 2027-02-01"), [], 2),
        ((f"{OOST}, last_day = 2027-02-01", f"{WEST}, starts = 2027-02-01"),
         [("SW136", "8:3")], 0),
        ((f"{WEST}, starts = 2027-02-01", f"{OOST}, last_day = 2027-02-01"),
         [("SW136", "7:3")], 0),
        ((OOST, WEST, WEST.replace("noord", "zuid")), [("SW136", "8:3")], 1),
        ((OOST, OOST), [("SW132", "8:3")], 1),
        ((OOST.replace("oost", "zuid-oost 9"),), [("SW102", "7:33")], 0),
        ((OOST.replace("noord", "nord"),), [("SW103", "7:47")], 0),
    ],
)  # fmt: skip
def test_a_party_is_in_one_region_of_a_map(
    workflow: Workflow, written: tuple[str, ...], faults: list[Any], kept: int
) -> None:
    """Of two lines that contradict each other neither comes in, whichever stands first."""
    reading = read_register_text(register(regions(*written)), workflow)
    assert (faults, kept) == (found(reading), len(reading.regions))


def giving(to: str, more: str = "", who: str = '["noord"]') -> str:
    """A line of a mandate."""
    return f'  {{ mandate = "tekenen", who = {who}, to = "{to}"{more} }},\n'


@pytest.mark.parametrize(
    ("written", "faults", "kept"),
    [
        ((giving("zuid"), giving("stad")), ["8:3"], 0),
        ((giving("zuid", ", last_day = 2027-03-31"), giving("stad", ", starts = 2027-04-01")),
         [], 2),
        ((giving("zuid", ', on = ["balie"]'), giving("stad", ', on = ["balie"]')), ["8:3"], 0),
        ((giving("zuid"), giving("stad", who='["zuid"]')), [], 2),
        ((giving("zuid"), giving("stad", who='["zuid", "noord"]')), ["8:3"], 0),
        ((giving("zuid"), giving("stad"), giving("stad", ", starts = 2027-01-01", '["zuid"]')),
         ["8:3"], 1),
    ],
)  # fmt: skip
def test_a_giver_has_one_holder_for_the_same(
    workflow: Workflow, written: tuple[str, ...], faults: list[str], kept: int
) -> None:
    """On one day, for one act, on one subject; of two such lines neither comes in."""
    reading = read_register_text(register(f"gives = [\n{''.join(written)}]"), workflow)
    told = [("SW137", place) for place in faults]
    assert (told, kept) == (found(reading), len(reading.gives))


def test_days_in_an_odd_order_are_told_and_taken_up(workflow: Workflow) -> None:
    """A warning is no fault: the line comes in as it stands."""
    text = (
        '[register.party]\nnoord = { sort = "aanbieder", published = 2023-02-10,'
        " updated = 2022-06-27 }\n"
    )
    reading = read_register_text(text, workflow)
    (told,) = reading.diagnostics
    days = (date(2023, 2, 10), date(2022, 6, 27))
    assert ("SW139", False, False) == (told.code, told.serious, reading.faulty)
    assert (Party("noord", "aanbieder", published=days[0], updated=days[1]),) == reading.parties


# ------------------------------------------------------------------ what stood before

STOOD = Register(
    (NOORD, ZUID, STAD), SITS, HOLDS, GIVES, (Located("zorgkaart", "oost", "noord", Span(JAN)),)
)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (REGISTER, []),
        ("[register]\nsits = [{ table = 'regiotafel', who = 'zuid' }]", []),
        ("[register]\nsits = [{ table = 'regiotafel', who = 'west' }]", [("SW103", "2:39")]),
        ("[register]\nsits = [{ table = 'regiotafel', who = 'noord', starts = 2028-01-01 }]",
         [("SW132", "2:9")]),
        ("[register]\nsits = [{ table = 'regiotafel', who = 'noord', starts = 2028-01-01 },\n"
         "{ table = 'regiotafel', who = 'noord', starts = 2027-01-01, last_day = 2027-12-31 }]",
         []),
        ("[register]\n" + regions(f"{WEST}, starts = 2028-01-01"), [("SW136", "3:3")]),
        ("[register]\n" + regions(f"{WEST}, starts = 2028-01-01",
         f"{OOST}, starts = 2027-01-01, last_day = 2027-12-31"), []),
        ("[register]\ngives = [\n" + giving("stad") + "]", [("SW137", "3:3")]),
        ("[register]\nholds = [{ role = 'voorzitter', who = 'noord', starts = 2028-01-01 }]",
         [("SW133", "2:19")]),
        ("[register.party]\nstad = { sort = 'gemeente', belongs_to = 'noord' }", []),
        ("[register.party]\nstad = { sort = 'gemeente', belongs_to = 'stad' }",
         [("SW110", "2:42")]),
    ],
)  # fmt: skip
def test_a_part_of_a_register_fits_what_stood_before(
    workflow: Workflow, text: str, faults: list[Any]
) -> None:
    """It may name parties that stand already, end their lines, and not contradict them."""
    assert faults == found(read_register_text(text, workflow, standing=STOOD))


def test_the_same_register_again_changes_nothing(workflow: Workflow) -> None:
    """Read after itself it has no faults and the same lines."""
    once = read_register_text(MAP, workflow)
    twice = read_register_text(MAP, workflow, standing=once.register)
    assert ((), once.register.lines) == (twice.diagnostics, twice.register.lines)


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("[register.party]", "[register.partij]", ((), (), (), ())),
        ("[register.party]", "[Register.party]", ((), (), (), ())),
        ("sits =", "zit =", (PARTIES, (), HOLDS, GIVES)),
        ("holds =", "heeft =", (PARTIES, SITS, (), GIVES)),
        ("gives =", "geeft =", (PARTIES, SITS, HOLDS, ())),
        ("role =", "rol =", (PARTIES, SITS, (), GIVES)),
        ("mandate =", "mandaat =", (PARTIES, SITS, HOLDS, ())),
        ("table =", "tafel =", (PARTIES, (), HOLDS, GIVES)),
        ("who =", "wie =", (PARTIES, (), HOLDS, GIVES)),
        ("starts =", "vanaf =", (PARTIES, (), HOLDS, GIVES)),
        (" to =", " aan =", (PARTIES, SITS, HOLDS, ())),
    ],
)  # fmt: skip
def test_a_word_that_must_have_been_meant(
    workflow: Workflow, old: str, new: str, kept: tuple[Any, ...]
) -> None:
    """Told once, with its mend, and read on as meant; what it is about waits for the mend."""
    assert old in REGISTER
    text = REGISTER.replace(old, new, 1)
    reading = read_register_text(text, workflow)
    assert [("SW101", "meant")] == [
        (one.code, one.params["case"]) for one in reading.diagnostics
    ]
    assert kept == lines(reading)
    mends = [one.repair for one in reading.diagnostics if one.repair is not None]
    assert REGISTER == repaired(text, mends)
