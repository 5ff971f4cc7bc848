"""Ways round what a base has closed: each is refused, or is the base's own choice to leave open."""

from pathlib import Path

import pytest

from samenwerk.definitions.pages.reference_examples import EXAMPLES
from samenwerk.definitions.read import read_workflow
from samenwerk.definitions.reading import Reading
from samenwerk.values.tree import Versions

BASE = (
    "\n".join(EXAMPLES.values())
    + """
[lifecycle.jaarplan.rule.balies_klaar]
nl = "Geen balie loopt nog"
all = [{ no = "balie", fact = "dag", after = 2027-06-01 }]
[fact.vrij]
nl = "Vrij"
type = "whole_number"
by = "voorzitter"
[rule.weinig]
nl = "Weinig"
all = [{ fact = "vrij", at_most = 3 }]
[lifecycle.jaarplan.fact.dag]
nl = "Dag van het plan"
type = "date"
by = "voorzitter"
[rule.soms]
nl = "Soms"
overlay = "range"
chosen_on = "start"
[rule.soms.version]
eerst = { starts = 2027-01-01, all = [{ known = "kosten" }] }
dan = { starts = 2028-01-01, all = [{ document = "nota" }] }
[parameter.weinig_genoeg]
nl = "Zo weinig"
overlay = "stricter"
value = 3
[rule.genoeg]
nl = "Genoeg"
chosen_on = "start"
version.v1 = { starts = 2027-01-01, all = [{ fact = "vrij", at_most = "weinig_genoeg" }] }
[rule.niet_genoeg]
nl = "Niet genoeg"
none = ["genoeg"]
"""
)
HEAD = '[workflow]\nid = "kind"\nversion = "1"\nnl = "Kind"\nextends = "./basis.toml@2027.1"\n'


def over(folder: Path, more: str, base: str = BASE, **files: str) -> Reading:
    """A child with these lines over the base."""
    for name, text in {"basis": base, **files}.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    (folder / "workflow.toml").write_text(HEAD + more, encoding="utf-8")
    return read_workflow(folder / "workflow.toml", checks=())


def faults(reading: Reading) -> list[tuple[str, object, object]]:
    """Code, case and name of each fault."""
    shown = [(one.code, one.params.get("case"), one.params) for one in reading.diagnostics]
    return [(code, case, params.get("name", params.get("written"))) for code, case, params in shown]


def test_a_later_version_may_be_added_where_a_range_is_left(tmp_path: Path) -> None:
    """Only versions that begin after all others: what held stays as it was."""
    later = """[rule.soms.version.nieuw]
starts = 2029-01-01
all = [{ document = "nota" }, { known = "kosten" }]
"""
    reading = over(tmp_path, later)

    assert () == reading.diagnostics
    assert reading.workflow is not None
    part = reading.workflow.rules["soms"].part
    assert isinstance(part, Versions)
    assert ["eerst", "dan", "nieuw"] == [one.name for one in part.versions]


def test_a_version_from_the_beginning_lies_before_every_other(tmp_path: Path) -> None:
    """So any version with a day may be added to it, and no second one without."""
    base = BASE.replace("eerst = { starts = 2027-01-01,", "eerst = {").replace(
        'dan = { starts = 2028-01-01, all = [{ document = "nota" }] }\n', ""
    )
    new = '[rule.soms.version.nieuw]\nall = [{ document = "nota" }]\n'
    assert () == over(tmp_path, f"{new}starts = 2020-01-01\n", base).diagnostics
    assert [("SW113", "range versions", "soms")] == faults(over(tmp_path, new, base))


REFUSED = {
    "a closed rule taken away": ("[rule]\nbetaalbaar.remove = true\n", "closed", "betaalbaar"),
    "taken away and written anew": (
        '[rule.betaalbaar]\nremove = true\nall = [{ known = "kosten" }]\n', "closed", "betaalbaar"),
    "all rules at once": ("[rule]\nremove = true\n", "family", "rule"),
    "all rules at once, and some anew": (
        '[rule]\nremove = true\nbetaalbaar.all = [{ known = "kosten" }]\n', "family", "rule"),
    "all steps of a lifecycle": (
        "[lifecycle.balie.step]\nremove = true\n", "family", "step"),
    "a lifecycle with closed steps": (
        "[lifecycle]\nbalie.remove = true\n", "closed", "plan"),
    "a lifecycle taken away and begun afresh": (
        '[lifecycle.balie]\nremove = true\nunder = "collaboration"\n', "closed", "plan"),
    "an invariant taken away": (
        "[invariant]\nnooit_alleen.remove = true\n", "closed", "nooit_alleen"),
    "an invariant that asks something else": (
        '[invariant.nooit_alleen]\nneeds = { replace = ["betaalbaar"] }\n', "closed",
        "nooit_alleen"),
    "a need taken from a step": (
        '[lifecycle.balie.step.openen]\nneeds = { remove = ["samen_open"] }\n', "closed", "openen"),
    "all needs taken from a step": (
        "[lifecycle.balie.step.openen]\nneeds = { remove = true }\n", "closed", "openen"),
    "another doer of a step with needs": (
        '[lifecycle.balie.step.openen]\nby = "iedereen"\n', "closed", "openen"),
    "a step with only a first day": (
        "[lifecycle.jaarplan.step.vaststel]\nnot_before = 2020-01-01\n", "closed", "vaststel"),
    "a lighter severity": ('[rule.voorbereid]\nseverity = "hint"\n', "closed", "voorbereid"),
    "the rule of a plugin in its place": (
        '[rule.voorbereid]\nplugin = "voorbeeld.altijd"\n', "closed", "voorbereid"),
    "a base opened up": ('[rule.voorbereid]\noverlay = "open"\n', "overlay", "voorbereid"),
    "a later version of a closed rule": (
        "[rule.op_tijd.version.nieuw]\nstarts = 2030-01-01\nall = [{ known = \"kosten\" }]\n",
        "closed", "op_tijd"),
    "an earlier version": (
        "[rule.soms.version.nieuw]\nstarts = 2027-06-01\nall = [{ known = \"kosten\" }]\n",
        "range versions",
        "soms"),
    "a version on a day that has one": (
        "[rule.soms.version.nieuw]\nstarts = 2028-01-01\nall = [{ known = \"kosten\" }]\n",
        "range versions",
        "soms"),
    "a version that is there already, later": (
        "[rule.soms.version.eerst]\nstarts = 2030-01-01\n", "range versions", "soms"),
    "a version taken away": (
        "[rule.soms.version.eerst]\nremove = true\n", "range versions", "soms"),
    "another day that chooses": ('[rule.soms]\nchosen_on = "today"\n', "range versions", "soms"),
    "what a version uses under a not": (
        "[parameter.weinig_genoeg]\nvalue = 2\n", "stricter number", "weinig_genoeg"),
    "a day": ("[date.start]\nis = 2020-01-01\n", "closed", "start"),
    "a window": ("[window.aanmelden]\nlast_day = 2099-12-31\n", "closed", "aanmelden"),
    "a sum": ("[calculation.onvoorzien]\npercent = 0\n", "closed", "onvoorzien"),
    "bounds moved": ("[parameter.grens]\nat_most = 999999\n", "range", "grens"),
}  # fmt: skip


@pytest.mark.parametrize("way", REFUSED)
def test_a_way_round_what_is_closed_is_refused(tmp_path: Path, way: str) -> None:
    """Whatever is closed stays as it was, and so does what would go with something else."""
    written, case, name = REFUSED[way]
    reading = over(tmp_path, written)
    assert ("SW113", case, name) == faults(reading)[0]
    assert {"SW113"} == {one.code for one in reading.diagnostics}
    assert reading.workflow is None


def test_a_part_of_a_child_may_do_no_more_than_the_child(tmp_path: Path) -> None:
    """What stands in another file of the same workflow is judged alike, at its own place."""
    reading = over(tmp_path, 'parts = ["deel.toml"]\n', deel="[rule]\nbetaalbaar.remove = true\n")
    assert [("SW113", "closed", "betaalbaar")] == faults(reading)
    assert tmp_path / "deel.toml" == Path(reading.diagnostics[0].place.file)


def test_a_grandchild_may_do_no_more_than_the_base_says(tmp_path: Path) -> None:
    """A layer between that changes nothing gives nothing away."""
    between = HEAD.replace("kind", "tussen")
    (tmp_path / "tussen.toml").write_text(between)
    reading = over(tmp_path, "[rule]\nbetaalbaar.remove = true\n")
    child = (HEAD + "[rule]\nbetaalbaar.remove = true\n").replace(
        "basis.toml@2027.1", "tussen.toml@1"
    )
    (tmp_path / "workflow.toml").write_text(child)
    again = read_workflow(tmp_path / "workflow.toml", checks=())
    assert faults(reading) == faults(again)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # inside `no = "balie"` the names of balie come first: this would be asked instead
        ('[lifecycle.balie.fact.dag]\nnl = "D"\ntype = "date"\n', [("SW104", "between", "dag")]),
        # a name of a lifecycle before one of the whole workflow
        ('[lifecycle.balie.fact.kosten]\nnl = "K"\ntype = "money"\n',
         [("SW104", "inherited", "kosten")]),
        ('[lifecycle.balie.parameter.kosten]\nvalue = 0\n', [("SW101", None, "parameter")]),
        ('[lifecycle.balie.rule.betaalbaar]\nall = ["aanmelden"]\n',
         [("SW104", "inherited", "betaalbaar")]),
        ('[lifecycle.balie.role.deelnemer]\nnl = "R"\n', [("SW104", "inherited", "deelnemer")]),
        # a name of the same kind in another family
        ('[parameter.kosten]\nvalue = 0\n', [("SW104", "inherited", "kosten")]),
        ('[window.samen_open]\nopens = 2020-01-01\n', [("SW104", "inherited", "samen_open")]),
    ],
)  # fmt: skip
def test_a_name_of_the_child_cannot_stand_before_one_of_the_base(
    tmp_path: Path, written: str, expected: list[tuple[str, object, object]]
) -> None:
    """So a closed rule keeps its meaning, whatever names are added."""
    assert expected == faults(over(tmp_path, written))


def test_two_lifecycles_may_have_a_name_in_common(tmp_path: Path) -> None:
    """As long as no condition could mean both; a qualified name says which one is meant."""
    base = BASE.replace('fact = "dag"', 'fact = "jaarplan.dag"')
    assert [] == faults(over(tmp_path, '[lifecycle.balie.fact.dag]\ntype = "date"\n', base))


@pytest.mark.parametrize(
    ("word", "written", "expected"),
    [
        ("closed", 'back_dating = "9 years"\n', [("SW113", "closed", "workflow")]),
        ("closed", 'plugins = { add = ["ander"] }\n', [("SW113", "closed", "workflow")]),
        ("closed", 'overlay = "open"\n', [("SW113", "overlay", "workflow")]),
        ("closed", 'source = "Onze afspraken"\n', []),
        ("open", 'back_dating = "9 years"\n', []),
    ],
)
def test_the_heading_can_be_closed_too(
    tmp_path: Path, word: str, written: str, expected: list[tuple[str, object, object]]
) -> None:
    """Its zone, plugins and how far back an act may be dated; name and version never are."""
    base = BASE.replace('zone = "', f'overlay = "{word}"\nzone = "', 1)
    assert expected == faults(over(tmp_path, written, base))


LEFT_OPEN = {
    "what an unknown fact counts as": "[fact.kosten]\nsilence = 1\n",
    "who may record a fact": '[fact.kosten]\nby = "iedereen"\n',
    "who belongs to a group": '[group.deelnemer]\nrole = "voorzitter"\n',
    "who holds a role": '[role.voorzitter]\nsort = "raad"\n',
    "how parties decide": '[decision.samen_open]\nmethod = "majority"\n',
    "the share of a decision": '[parameter.draagvlak]\nvalue = "1/3"\n',
    "what a lifecycle hangs under": '[lifecycle.jaarplan]\nunder = "balie"\n',
    "a second way to the same state": (
        '[lifecycle.balie.step.sluipweg]\nfrom = "gepland"\nto = "open"\nby = "iedereen"\n'),
    "a step without needs": '[lifecycle.jaarplan.step.schrijf]\nby = "iedereen"\n',
    "a whole new lifecycle": (
        '[lifecycle.los]\nunder = "collaboration"\n[lifecycle.los.state]\na = { final = true }\n'
        '[lifecycle.los.step]\nb = { to = "a", by = "iedereen" }\n'),
    "a parameter in the place of a fact": (
        "[fact]\nvrij.remove = true\n[parameter]\nvrij = { value = 0 }\n"),
    "how many cases there may be": "[lifecycle.jaarplan]\none = false\n",
    "where a case ends": "[lifecycle.balie.state]\nopen = { final = true }\n",
    "the zone": 'zone = "UTC"\n',
}  # fmt: skip


@pytest.mark.parametrize("way", LEFT_OPEN)
def test_what_a_base_leaves_open_is_the_childs(tmp_path: Path, way: str) -> None:
    """Also where a closed rule rests on it: only proof over the merged steps can tell."""
    assert [] == faults(over(tmp_path, LEFT_OPEN[way]))


@pytest.mark.parametrize(
    ("family", "name", "written"),
    [
        ("fact", "kosten", "silence = 1"),
        ("group", "deelnemer", 'role = "voorzitter"'),
        ("decision", "samen_open", 'method = "majority"'),
        ("role", "voorzitter", 'sort = "raad"'),
        ("table", "regiotafel", 'members = "iedereen"'),
        ("document", "nota", 'by = { replace = ["voorzitter"] }'),
    ],
)
def test_a_base_closes_what_a_rule_rests_on(
    tmp_path: Path, family: str, name: str, written: str
) -> None:
    """With one word, for every family."""
    child = f"[{family}.{name}]\n{written}\n"
    shut = f'\n[{family}.{name}]\noverlay = "closed"\n'
    base = BASE.replace(f"\n[{family}.{name}]\n", shut) if f"[{family}.{name}]" in BASE else (
        BASE.replace(f"{name} = {{", f'{name} = {{ overlay = "closed",', 1))  # fmt: skip
    assert [("SW113", "closed", name)] == faults(over(tmp_path, child, base))
    assert [] == faults(over(tmp_path, child))


@pytest.mark.parametrize(
    ("value", "expected"),
    [("70000", []), ('"60000.01"', []), ("50000", ["SW113"]), ('"veel"', ["SW113"])],
)
def test_a_stricter_amount_may_be_quoted(tmp_path: Path, value: str, expected: list[str]) -> None:
    """An amount is an amount, however it is written."""
    base = BASE.replace('overlay = "range"', 'overlay = "stricter"').replace(
        'at_most = "grens"', 'at_least = "grens"'
    )
    found = over(tmp_path, f"[parameter.grens]\nvalue = {value}\n", base).diagnostics
    assert expected == [one.code for one in found]


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("", {"nl": "Wie zorg zoekt, vraagt één keer.", "en": "Who looks for care asks once."}),
        ('purpose = "Korter wachten."\n', {"nl": "Korter wachten."}),
        ('[workflow.purpose]\nnl = "Korter."\nen = "Shorter."\n',
         {"nl": "Korter.", "en": "Shorter."}),
        ('purpose = { nl = "Korter.", en = "" }\n', {"nl": "Korter."}),
        ("purpose = {}\n", {"nl": "Wie zorg zoekt, vraagt één keer.",
                            "en": "Who looks for care asks once."}),
    ],
)  # fmt: skip
def test_who_says_nothing_of_its_own_is_there_for_what_the_base_is(
    tmp_path: Path, own: str, expected: dict[str, str]
) -> None:
    """And who says it goes before the base, in its own words."""
    reading = over(tmp_path, own)

    assert () == reading.diagnostics
    assert reading.workflow is not None
    assert expected == dict(reading.workflow.purpose)
