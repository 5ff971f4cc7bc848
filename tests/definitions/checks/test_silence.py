"""What checks over a workflow do not tell: echoes of another fault, and what may well be meant."""

from pathlib import Path

import pytest

from samenwerk.definitions.checks.example import BASE, HEAD
from samenwerk.definitions.read import read_text, read_workflow

ITSELF = 'needs = [{ document = "nota" }]'
STEP = "[lifecycle.collaboration.step."


def codes(text: str) -> list[str]:
    """The codes found in a text, in reading order."""
    return [one.code for one in read_text(text).diagnostics]


def changed(*pairs: tuple[str, str]) -> str:
    """The example workflow with some things written otherwise."""
    text = BASE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def step(name: str, start: str, to: str, by: str = "voorzitter", rest: str = "") -> str:
    """One step of the example's lifecycle."""
    lines = f'{STEP}{name}]\nnl = "{name}"\nfrom = "{start}"\nto = "{to}"\nby = "{by}"\n'
    return lines + (rest and rest + "\n")


def states(*names: str) -> tuple[str, str]:
    """More states for the example's lifecycle."""
    return "klaar = {", "".join(f'{one} = {{ nl = "{one}" }}\n' for one in names) + "klaar = {"


KLUS = """\
[lifecycle.klus]
nl = "Klus"
under = "collaboration"
one = true
[lifecycle.klus.state]
loopt = { nl = "Loopt" }
af = { nl = "Af", final = true }
[lifecycle.klus.step.open]
nl = "Openen"
to = "loopt"
by = "voorzitter"
[lifecycle.klus.step.rond_af]
nl = "Afronden"
from = "loopt"
to = "af"
by = "voorzitter"
"""

DEEPER = """\
[lifecycle.deel]
nl = "Deel"
under = "klus"
[lifecycle.deel.state]
af = { nl = "Af", final = true }
[lifecycle.deel.step.meld]
nl = "Melden"
to = "af"
by = "voorzitter"
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of a chain that nothing leads to, only where it begins
        (changed(states("a", "b", "c")) + step("een", "a", "b") + step("twee", "b", "c")
         + step("drie", "c", "klaar"), ["SW201"]),
        # of a ring that nothing leads to, one finding, and none for what comes after it
        (changed(states("a", "b", "c")) + step("een", "a", "b") + step("twee", "b", "a")
         + step("drie", "b", "c") + step("vier", "c", "klaar"), ["SW201"]),
        # a state that cannot be reached is no dead end besides
        (changed(states("a")), ["SW201"]),
        # who mends the name of a state or key has mended everything
        (changed(('to = "lopend"', 'to = "lopen"')), ["SW103"]),
        (changed(('from = "lopend"', 'vanuit = "lopend"')), ["SW101"]),
        (changed(('by = "deelnemer"\n[life', 'door = "deelnemer"\n[life')), ["SW101"]),
        (changed(("klaar = { nl", "kla = { nl")), ["SW103"]),
        # a fault elsewhere hides nothing
        (changed(("final = true", "due = 3")), ["SW102"]),
        (changed((", final = true", ""), ('method = "qualified"', 'method = "qualifid"')),
         ["SW106", "SW202"]),
        # an unasked rule that asks another: only the first is asked by nothing
        (BASE + '[rule.los]\nnl = "Los"\nall = ["vast"]\n[rule.vast]\nnl = "Vast"\n'
         'all = [{ document = "nota" }]\n', ["SW207"]),
        # a misspelt key that may have been the name
        (BASE + '[document.brief]\nln = "Brief"\n', ["SW101"]),
        # nothing opens the lifecycle above, so what hangs under it needs no finding of its own
        (BASE + KLUS.replace('to = "loopt"', 'from = "loopt"\nto = "loopt"')
         + DEEPER, ["SW210"]),
        # nobody comes there, so that nobody goes back from there needs no telling
        (changed(states("a")) + step("een", "a", "back"), ["SW201"]),
        # a step that leads to where it leaves from leads nowhere
        (changed((", final = true", "")) + step("rond", "klaar", "klaar"), ["SW202"]),
        # a step that never gets its turn in one of its states
        (changed(states("wacht")) + step("weg", "lopend", "wacht")
         + step("a", "lopend", "klaar", "itself", ITSELF)
         + step("b", "lopend", "klaar", "itself", ITSELF).replace(
             '"lopend"', '["lopend", "wacht"]'), ["SW205"]),
        # steps without their day cannot be compared
        (BASE + step("a", "lopend", "klaar", "time") + step("b", "lopend", "klaar", "time"),
         ["SW216", "SW216"]),
        (BASE + step("a", "lopend", "klaar", "itself", 'needs = [{ document = "nota" }]')
         + step("b", "lopend", "klaar", "time", 'needs = [{ document = "nota" }]'), ["SW216"]),
    ],
)  # fmt: skip
def test_one_cause_is_one_finding(text: str, expected: list[str]) -> None:
    """What follows from a fault is not told again."""
    assert expected == codes(text)



SOUND = {
    "two steps that cannot both be open": step("a", "lopend", "klaar", "itself", ITSELF)
    + '[rule.zonder]\nnl = "Zonder nota"\nnone = [{ document = "nota" }]\n'
    + step("b", "lopend", "klaar", "itself", 'needs = ["zonder"]'),
    "the first asks more than the second": step(
        "a", "lopend", "klaar", "itself", 'needs = [{ document = "nota" }, "akkoord"]'
    )
    + step("b", "lopend", "klaar", "itself", ITSELF),
    "one by itself and one on a day": step("a", "lopend", "klaar", "itself", ITSELF)
    + step("b", "lopend", "klaar", "time", "once_past = 2027-12-31"),
    "a warning does not tell steps apart, a condition does": step(
        "a", "lopend", "klaar", "itself", 'needs = ["akkoord"]'
    )
    + step("b", "lopend", "klaar", "itself", ITSELF),
    "a step that is done once": step(
        "a", "lopend", "stays", "itself", 'needs = [{ not_done = "a" }]'
    ),
    "a step that comes back after a while": step(
        "a", "lopend", "stays", "time", 'once_past = { term = "4 weeks", after = "a" }'
    ),
    "a document that anybody may hand in": '[document.brief]\nnl = "Brief"\n'
    + step("a", "lopend", "klaar", rest='needs = [{ document = "brief" }]'),
    "a fact that is filled in": '[fact.dag]\nnl = "Dag"\ntype = "date"\n'
    + step("a", "lopend", "klaar", rest='fill_in = ["dag"]\nneeds = [{ known = "dag" }]'),
    "a fact of one lifecycle that is filled in there": KLUS
    + '[lifecycle.klus.fact.dag]\nnl = "Dag"\ntype = "date"\n'
    + '[lifecycle.klus.step.meld]\nnl = "Melden"\nfrom = "loopt"\nto = "af"\n'
    + 'by = "voorzitter"\nfill_in = ["dag"]\nneeds = [{ known = "dag" }]\n',
    "a first step that leads back to where it is": step("a", "lopend", "lopend", "itself",
        'needs = [{ not_done = "a" }]')
    + step("b", "lopend", "klaar", "itself", 'needs = [{ not_done = "a" }, "akkoord"]'),
    "a fact that nobody asks for": '[fact.los]\nnl = "Los"\ntype = "date"\n',
    "a rule that only an invariant asks": '[rule.los]\nnl = "Los"\nall = [{ document = "nota" }]\n'
    '[invariant.altijd]\nnl = "Altijd"\nto_reach = "collaboration.klaar"\nneeds = ["los"]\n',
    "silence that leaves the round open": "[decision.stil]\n"
    'nl = "Stil"\nby = "deelnemer"\nmethod = "consent"\nabsent = "stays_open"\n'
    + step("a", "lopend", "klaar", rest='needs = ["stil"]'),
    "a decision at the opening that silence can take": """\
[decision.stil]
nl = "Stil"
by = "deelnemer"
method = "consent"
absent = "trusts"
closes = 2027-01-01
"""
    + KLUS.replace('by = "voorzitter"', 'by = "voorzitter"\nneeds = ["klus.stil"]', 1),
    "the only case of a lifecycle that this one does not hang under": KLUS
    + step("a", "lopend", "klaar", rest='needs = [{ case = "klus", in = "af" }]'),
    "a role of one case, whoever holds it": KLUS
    + '[lifecycle.klus.role.keurder]\nnl = "Keurder"\nexactly = 0\n'
    + '[lifecycle.klus.decision.keuring]\nnl = "Keuring"\nby = "keurder"\nmethod = "joint"\n'
    + '[lifecycle.klus.step.keur]\nnl = "Keuren"\nfrom = "loopt"\nto = "af"\n'
    + 'by = "voorzitter"\nneeds = ["keuring"]\n',
    "two opposite conditions of which one only warns": step(
        "a", "lopend", "klaar",
        rest='needs = [{ rule = "betaalbaar", severity = "warn" }, { not = "betaalbaar" }]',
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_may_well_be_meant_is_no_fault(text: str) -> None:
    """Only what is certain is told."""
    assert [] == codes(BASE + text)


def test_a_ring_that_a_condition_ends_is_no_fault() -> None:
    """Two steps that cannot both be open follow each other only when something changes."""
    ring = changed(states("wacht")) + (
        '[rule.zonder]\nnl = "Zonder nota"\nnone = [{ document = "nota" }]\n'
        + step("weg", "lopend", "wacht", "itself", ITSELF)
    )
    assert [] == codes(ring + step("terug", "wacht", "lopend", "itself", 'needs = ["zonder"]'))
    endless = step("terug", "wacht", "lopend", "itself", 'needs = ["akkoord"]')
    asked = step("a", "lopend", "klaar", rest='needs = ["zonder"]')
    assert ["SW206"] == codes(ring + endless + asked)


RING = changed(states("wacht")) + KLUS


@pytest.mark.parametrize(
    ("away", "home", "expected"),
    [
        ('{ some = "klus", in = "loopt" }', '{ no = "klus", in = "loopt" }', []),
        ('{ some = "klus", in = "loopt" }', '{ no = "klus", in = "af" }', ["SW206"]),
        ('{ document = "nota" }', '"geen_van_beide"', []),
        ('{ document = "nota" }', '{ not_done = "weg" }', []),
    ],
)
def test_a_ring_ends_by_conditions_that_exclude_each_other(
    away: str, home: str, expected: list[str]
) -> None:
    """As some and none of the same, or one of those of which none may hold."""
    neither = '[rule.geen_van_beide]\nnl = "Geen"\nnone = [{ document = "nota" }, "akkoord"]\n'
    text = RING + step("weg", "lopend", "wacht", "itself", f"needs = [{away}]")
    text += step("terug", "wacht", "lopend", "itself", f"needs = [{home}]")
    asked = step("vraag", "lopend", "klaar", rest='needs = ["geen_van_beide"]')
    assert expected == codes(text + neither + asked)


def test_a_step_of_the_same_name_elsewhere_ends_nothing() -> None:
    """A step that asks whether its namesake above was done goes on for ever."""
    again = "[lifecycle.klus.step.stop]\n" + 'nl = "Stop"\nfrom = "loopt"\nto = "stays"\n'
    again += 'by = "itself"\nneeds = [{{ not_done = "{}" }}]\n'
    assert [] == codes(BASE + KLUS + again.format("stop"))
    assert ["SW206"] == codes(BASE + KLUS + again.format("collaboration.stop"))


@pytest.mark.parametrize(
    "text",
    [
        # about each case of another lifecycle
        BASE + KLUS + '[lifecycle.klus.fact.bedrag]\nnl = "Bedrag"\ntype = "money"\n'
        + step("a", "lopend", "klaar",
               rest='needs = [{ every = "klus", fact = "bedrag", at_most = 3 }]'),
        # about the day on which a decision of the case above closes
        BASE + KLUS + '[lifecycle.collaboration.fact.dag]\nnl = "Dag"\ntype = "date"\n'
        '[lifecycle.collaboration.decision.eind]\nnl = "Eind"\nby = "deelnemer"\n'
        'method = "consent"\nabsent = "trusts"\ncloses = "dag"\n'
        '[lifecycle.klus.step.keur]\nnl = "Keuren"\nfrom = "loopt"\nto = "af"\n'
        'by = "voorzitter"\nneeds = ["collaboration.eind"]\n',
    ],
)  # fmt: skip
def test_a_fact_is_known_in_whichever_case_it_is_asked(text: str) -> None:
    """What nobody can record is found through other lifecycles too."""
    assert ["SW211"] == codes(text)


def test_going_back_after_a_detour_is_possible() -> None:
    """Where a case has been elsewhere before, there is a way back."""
    text = changed(states("wacht")) + step("weg", "lopend", "wacht")
    assert [] == codes(text + step("terug", "wacht", "back"))
    round_trip = text + step("verder", "wacht", "lopend")
    assert ["SW212"] == codes(round_trip + step("terug", "lopend", "back"))


def test_going_back_is_possible_where_a_case_may_have_begun_elsewhere() -> None:
    """A state in which one case begins may be the second of another."""
    text = changed(states("wacht")) + step("weg", "wacht", "lopend")
    text += f'{STEP}anders]\nnl = "Anders"\nto = "wacht"\nby = "voorzitter"\n'
    assert [] == codes(text + step("terug", "lopend", "back"))
    before = f'{STEP}terug]\nnl = "Terug"\nfrom = "lopend"\nby = "voorzitter"\nback_before = '
    assert [] == codes(text + before + '"weg"\n')
    assert ["SW212"] == codes(text + step("uit", "wacht", "klaar") + before + '"stop"\n')


def test_no_way_back_to_what_comes_after_only() -> None:
    """A step back to before a step that leaves from somewhere further on is told."""
    text = changed(states("een", "twee")) + step("naar_een", "lopend", "een")
    text += step("naar_twee", "lopend", "twee") + step("uit", "twee", "klaar")
    back = f'{STEP}terug]\nnl = "Terug"\nfrom = "een"\nby = "voorzitter"\nback_before = '
    assert ["SW212"] == codes(text + back + '"uit"\n')
    assert [] == codes(text + back + '"naar_twee"\n')


def test_a_warning_withholds_nothing() -> None:
    """A workflow with only warnings can be used; one with a fault cannot."""
    warned = read_text(changed((', nl = "Nota"', "")))
    assert ["SW208"] == [one.code for one in warned.diagnostics]
    assert warned.workflow is not None
    faulty = read_text(changed((', nl = "Nota"', ""), (", final = true", "")))
    assert ["SW208", "SW202"] == [one.code for one in faulty.diagnostics]
    assert faulty.workflow is None


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        # what is inherited is no concern of who inherits it
        ("", []),
        ('[rule.los]\nnl = "Losse regel"\n', []),
        ('[document.brief]\nby = "voorzitter"\n', []),
        ('[lifecycle.collaboration.step.stop]\nen = "Stop"\n', []),
        # what is new is
        ('[rule.nieuw]\nnl = "Nieuw"\nall = ["betaalbaar"]\n', ["SW207"]),
        ('[document.nieuw]\nby = "voorzitter"\n', ["SW208"]),
        ('[lifecycle.collaboration.state]\nlos = { nl = "Los" }\n', ["SW201"]),
    ],
)
def test_only_what_an_author_declares_is_told_to_that_author(
    own: str, expected: list[str], tmp_path: Path
) -> None:
    """Its base has a rule that nothing asks, and that author was told. Without the base nothing
    of this is certain."""
    base = BASE + '[rule.los]\nnl = "Los"\nall = [{ document = "nota" }]\n'
    base += '[document.brief]\nnl = "Brief"\n'
    (tmp_path / "basis.toml").write_text(base, encoding="utf-8")
    (tmp_path / "workflow.toml").write_text(HEAD + own, encoding="utf-8")
    found = read_workflow(tmp_path / "workflow.toml").diagnostics
    assert expected == [one.code for one in found]
    (tmp_path / "basis.toml").unlink()
    found = read_workflow(tmp_path / "workflow.toml").diagnostics
    assert [] == [one.code for one in found if one.code.startswith("SW2")]


def test_a_plugin_may_know_what_nobody_records() -> None:
    """Where a workflow names a plugin, a fact that nobody records may come from there."""
    text = changed(('type = "money", by = "voorzitter"', 'type = "money"'))
    assert ["SW211"] == codes(text)
    assert [] == codes(text.replace('version = "1"', 'version = "1"\nplugins = ["rekenhulp>=1"]'))


@pytest.mark.parametrize(
    ("by", "back", "expected"),
    [("voorzitter", "", []), ("itself", "", ["SW206"]),
     ("voorzitter", 'back_before = "s1"', ["SW212"])],
)  # fmt: skip
def test_thousands_of_states_are_judged(by: str, back: str, expected: list[str]) -> None:
    """A ring of two thousand states is one finding at most, and is read before anyone tires."""
    size = 2000
    text = changed(states(*(f"r{one}" for one in range(size)))) + step("in", "lopend", "r0")
    for one in range(size):
        text += step(f"s{one}", f"r{one}", f"r{(one + 1) % size}", by)
    if back:
        text += f'{STEP}terug]\nnl = "Terug"\nfrom = "r1"\n{back}\nby = "voorzitter"\n'
    else:
        text += step("uit", "r5", "klaar")
    assert expected == codes(text)
