"""Names and conditions: what a text becomes, and every name or comparison that is wrong."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

from samenwerk.core.leaves.case import CaseState
from samenwerk.core.leaves.document import Document as DocumentLeaf
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.fact import Fact as FactLeaf
from samenwerk.core.leaves.known import Known
from samenwerk.core.leaves.open import Open
from samenwerk.core.leaves.window import Window as WindowLeaf
from samenwerk.definitions.read import read_text
from samenwerk.values.declared import Workflow
from samenwerk.values.given import Parameter
from samenwerk.values.message import Message
from samenwerk.values.operand import (
    Constant,
    DayInYear,
    DayOfStep,
    FactOf,
    FirstAfter,
    Latest,
    Shifted,
    Today,
)
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.tree import (
    All,
    Ask,
    AtLeast,
    Each,
    Named,
    Need,
    Node,
    Not,
    Rule,
    Some,
    Versions,
)
from samenwerk.values.who import ITSELF, TIME, Group, Role, Who

BASE = """\
[workflow]
id = "a"
version = "1"
[sort]
provider = {}
council = {}
[group]
member = { sort = "provider" }
others = { not_in = "member" }
[role]
chair = { sort = "provider", exactly = 1 }
[fact]
cost = { type = "money" }
clients = { type = "whole_number", per = "party" }
begin = { type = "date" }
kind = { type = "choice", one_of = ["small", "large"] }
remark = { type = "text" }
urgent_fact = { type = "yes_no", silence = false }
[open]
urgent = { answers = ["yes", "no"] }
[document]
note = { by = "chair" }
[parameter]
ceiling = { value = 5000 }
empty = { at_least = 1 }
part = { value = "2/3" }
[date]
last = { is = 2027-12-31 }
[decision]
agree = { by = "member", method = "qualified", share = "2/3" }
[window]
season = { opens = 2027-01-01, last_day = "last" }
[rule]
cheap = { all = [{ fact = "cost", at_most = "ceiling" }], severity = "explain" }
[lifecycle.collaboration]
[lifecycle.collaboration.fact]
size = { type = "whole_number" }
[lifecycle.collaboration.state]
active = {}
[lifecycle.collaboration.step.start]
to = "active"
by = "member"
[lifecycle.plan]
under = "collaboration"
[lifecycle.plan.state]
draft = {}
[lifecycle.plan.step.make]
to = "draft"
by = "chair"
[lifecycle.change]
under = "plan"
one = true
[lifecycle.change.role]
proposer = {}
[lifecycle.change.fact]
gain = { type = "money" }
[lifecycle.change.state]
open = {}
done = { final = true }
[lifecycle.change.step.propose]
to = "open"
by = "member"
takes = "proposer"
[lifecycle.change.step.adopt]
from = "open"
to = "done"
by = "chair"
"""
LINE = BASE.count("\n") + 1


def read(more: str) -> Workflow:
    """The workflow with these lines at its end; it must be without faults."""
    reading = read_text(BASE + more, checks=())
    assert () == reading.diagnostics
    assert reading.workflow is not None
    return reading.workflow


def needed(condition: str) -> tuple[Need, ...]:
    """What one condition becomes among the needs of the last step."""
    return read(f"needs = [{condition}]\n").lifecycles["change"].steps["adopt"].needs


MEMBER = Who("group", "member", group=Group(name="member", sorts=("provider",)))
COST = FactOf("cost", "money")
CHEAP = Rule(
    name="cheap",
    part=Ask(FactLeaf(COST, (("at_most", Constant(Decimal("5000.00"), "ceiling")),))),
    severity="explain",
)


@pytest.mark.parametrize(
    ("condition", "part"),
    [
        ('{ fact = "cost", at_most = 12.5 }',
         Ask(FactLeaf(COST, (("at_most", Constant(Decimal("12.50"))),)))),
        ('{ fact = "cost", at_most = 9, at_least = 2 }',
         Ask(FactLeaf(COST, (("at_least", Constant(Decimal(2))), ("at_most", Constant(Decimal(9)))
                             )))),
        ('{ fact = "gain", more_than = "cost" }',
         Ask(FactLeaf(FactOf("gain", "money", home="change"), (("more_than", COST),)))),
        ('{ fact = "kind", one_of = ["small", "large"] }',
         Ask(FactLeaf(FactOf("kind", "choice"), (("one_of", frozenset({"small", "large"})),)))),
        ('{ fact = "urgent_fact", is = false }',
         Ask(FactLeaf(FactOf("urgent_fact", "yes_no", silence=False), (("is", Constant(False)),)))),
        ('{ fact = "collaboration.size", is = 3 }',
         Ask(FactLeaf(FactOf("size", "whole_number", "collaboration"), (("is", Constant(3)),)))),
        ('{ fact = "collaboration.cost", is = 3 }',
         Ask(FactLeaf(FactOf("cost", "money", "collaboration"),
                      (("is", Constant(Decimal(3))),)))),
        ('{ fact = "today", after = "propose" }',
         Ask(FactLeaf(Today(), (("after", DayOfStep("propose", home="change")),)))),
        ('{ fact = "begin", before = "plan.make" }',
         Ask(FactLeaf(FactOf("begin", "date"), (("before", DayOfStep("make", "plan")),)))),
        ('{ fact = "begin", at_latest = { term = "4 weeks", before = "last" } }',
         Ask(FactLeaf(FactOf("begin", "date"), (
             ("at_latest", Shifted(Constant(date(2027, 12, 31)), Term(4, "week"), True)),)))),
        ('{ known = "remark" }', Ask(Known(FactOf("remark", "text")))),
        ('{ document = "note" }', Ask(DocumentLeaf("note", "note"))),
        ('{ open = "urgent", is = "yes" }',
         Ask(Open("urgent", "urgent", frozenset({"yes"}), frozenset({"yes", "no"})))),
        ('{ done = "propose", ago = "4 weeks" }',
         Ask(Done("propose", "change", ago=Term(4, "week")))),
        ('{ not_done = "plan.make", within = "1 year" }',
         Not(Ask(Done("make", "plan", "plan", within=Term(1, "year"))))),
        ('{ done = "propose", by = "member" }', Ask(Done("propose", "change", by=MEMBER))),
        ('{ parent = "plan", in = "draft" }',
         Ask(CaseState("above", "plan", frozenset({"draft"})))),
        ('{ case = "change", in = ["open", "done"] }',
         Ask(CaseState("one", "change", frozenset({"open", "done"})))),
        ('"season"', Ask(WindowLeaf("season", Constant(date(2027, 1, 1)),
                                    Constant(date(2027, 12, 31))))),
        ('{ window = "season" }', Ask(WindowLeaf("season", Constant(date(2027, 1, 1)),
                                                 Constant(date(2027, 12, 31))))),
        ('{ not = "season" }', Not(Ask(WindowLeaf("season", Constant(date(2027, 1, 1)),
                                                  Constant(date(2027, 12, 31)))))),
        ('{ any = ["cheap", "season"] }', Some((Named(CHEAP), Ask(
            WindowLeaf("season", Constant(date(2027, 1, 1)), Constant(date(2027, 12, 31))))))),
        ('{ every = "member", done = "propose" }',
         Each("every", MEMBER, None, "change", Ask(Done("propose", "change", by_bound=True)))),
        ('{ every = "member", rule = "cheap", when_empty = "met" }',
         Each("every", MEMBER, None, "change", Named(CHEAP), met_when_empty=True)),
        ('{ some = "member" }', Each("some", MEMBER, None, "change", None)),
        ('{ count = "member", at_least = 2, fact = "clients", more_than = 3 }',
         Each("count", MEMBER, None, "change", Ask(FactLeaf(
             FactOf("clients", "whole_number", per=True), (("more_than", Constant(3)),))), 2)),
        ('{ share = "member", at_least = "part", done = "propose" }',
         Each("share", MEMBER, None, "change", Ask(Done("propose", "change", by_bound=True)),
              share=Share(2, 3))),
        ('{ no = "change", in = "open" }',
         Each("no", None, "change", "plan", Ask(CaseState("here", "change", frozenset({"open"}))))),
        ('{ every = "plan", known = "cost" }',
         Each("every", None, "plan", "collaboration", Ask(Known(COST)))),
    ],
)  # fmt: skip
def test_a_condition_becomes_a_resolved_tree(condition: str, part: Node) -> None:
    """Names, types and the case that is meant are settled when a text is read."""
    assert (Need(part, "block"),) == needed(condition)


def test_a_rule_brings_its_severity_unless_its_use_says_otherwise() -> None:
    """Of the use, else of the rule, else block."""
    assert (
        Need(Named(CHEAP), "explain", CHEAP),
        Need(Named(CHEAP, "hint"), "hint", CHEAP),
    ) == needed('"cheap", { rule = "cheap", severity = "hint" }')


@pytest.mark.parametrize("written", ['"note"', '["note"]'])
def test_one_paper_with_an_explanation_may_stand_without_brackets(written: str) -> None:
    """A single name asks for the same document as a list of one."""
    rule = f'[rule.dear]\nall = ["cheap"]\nseverity = "explain"\nor_explain = {written}\n'
    assert ("note",) == read(rule).rules["dear"].papers


def test_forms_of_rules() -> None:
    """All, any, none, and at least so many of."""
    workflow = read(
        '[rule.two]\nat_least = 2\namong = ["cheap", "season", { known = "cost" }]\n'
        '[rule.neither]\nnone = ["cheap", { known = "cost" }]\n'
        '[rule.both]\nall = ["cheap", { known = "cost" }]\n'
        '[rule.one]\nany = ["cheap"]\n'
    )
    known, season = Ask(Known(COST)), workflow.windows["season"]
    window = Ask(WindowLeaf("season", season.opens, season.last_day))
    assert {
        "two": AtLeast(2, (Named(CHEAP), window, known)),
        "neither": Not(Some((Named(CHEAP), known))),
        "both": All((Named(CHEAP), known)),
        "one": Named(CHEAP),
        "cheap": CHEAP.part,
    } == {name: rule.part for name, rule in workflow.rules.items()}


def test_versions_of_a_rule_follow_each_other() -> None:
    """The earliest first, however they are written; each until the next one begins."""
    rule = read(
        '[rule.r]\nchosen_on = "propose"\n'
        '[rule.r.version.new]\nnl = "nieuw"\nstarts = 2028-01-01\nall = ["cheap"]\n'
        '[rule.r.version.old]\nstarts = 2027-01-01\nall = ["season"]\n'.replace(
            '"propose"', '"change.propose"'
        )
    ).rules["r"]
    day = DayOfStep("propose", "change")
    first, then = Constant(date(2027, 1, 1)), Constant(date(2028, 1, 1))

    assert isinstance(rule.part, Versions)
    assert ("r", day) == (rule.part.rule, rule.part.day)
    assert [
        ("old", date(2027, 1, 1), Ask(FactLeaf(day, (("at_earliest", first), ("before", then))))),
        ("new", date(2028, 1, 1), Ask(FactLeaf(day, (("at_earliest", then),)))),
    ] == [(one.name, one.starts, one.when) for one in rule.part.versions]
    assert [{}, {"nl": "nieuw"}] == [one.labels for one in rule.part.versions]


def test_equal_conditions_are_one_object() -> None:
    """The same line written twice is one condition for whoever compares by identity."""
    workflow = read(
        'needs = [{ known = "cost" }, "cheap"]\n[rule.r]\nall = [{ known = "cost" }, "cheap"]\n'
    )
    first, second = workflow.lifecycles["change"].steps["adopt"].needs
    inner = workflow.rules["r"].part
    assert isinstance(inner, All)
    assert isinstance(first.part, Ask)
    assert isinstance(inner.parts[0], Ask)
    assert first.part.leaf is inner.parts[0].leaf
    assert isinstance(inner.parts[1], Named)
    assert second.rule is inner.parts[1].rule


def test_a_rule_of_a_lifecycle_means_that_case_wherever_it_is_used() -> None:
    """Used in a case below, its own facts are still those of the case above."""
    workflow = read(
        'needs = ["plan.big"]\n'
        '[lifecycle.plan.fact]\nn = { type = "whole_number" }\n'
        '[lifecycle.plan.rule]\nbig = { all = [{ known = "n" }, { known = "cost" }] }\n'
    )
    own = workflow.rules["plan.big"].part
    (need,) = workflow.lifecycles["change"].steps["adopt"].needs
    assert need.rule is not None
    assert (
        All((Ask(Known(FactOf("n", "whole_number", home="plan"))), Ask(Known(COST)))),
        All((
            Ask(Known(FactOf("n", "whole_number", "plan"))),
            Ask(Known(FactOf("cost", "money", "plan"))),
        )),
    ) == (own, need.rule.part)  # fmt: skip


def test_named_days_in_all_their_forms() -> None:
    """A day after another, in a year, the first of a month, the latest of several."""
    workflow = read(
        "[lifecycle.change.date]\n"
        'a = { term = "2 weeks", after = "propose" }\n'
        'b = { day = "12-31", year = "begin", plus = "1 year" }\n'
        'c = { first = "new_month", after = "a" }\n'
        'd = { latest = ["a", "begin", 2027-05-05] }\n'
    )
    after = Shifted(DayOfStep("propose", home="change"), Term(2, "week"))
    begin = FactOf("begin", "date")
    assert {
        "change.a": after,
        "change.b": DayInYear(12, 31, begin, Term(1, "year")),
        "change.c": FirstAfter("new_month", after),
        "change.d": Latest((after, begin, Constant(date(2027, 5, 5)))),
        "last": Constant(date(2027, 12, 31)),
    } == {name: day.is_ for name, day in workflow.days.items()}


def test_steps_say_who_when_and_whereto() -> None:
    """Doers, automatic steps, going back, and days between which it can be done."""
    workflow = read(
        'not_before = 2027-01-01\nnot_after = "last"\n'
        '[lifecycle.change.step.lapse]\nfrom = "open"\nto = "done"\nby = "time"\n'
        'once_past = "last"\n'
        '[lifecycle.change.step.auto]\nfrom = "open"\nto = "stays"\nby = "itself"\n'
        '[lifecycle.change.step.undo]\nfrom = ["open", "done"]\nback_before = "adopt"\n'
        'by = ["chair", "proposer"]\nfill_in = ["gain", "note", "proposer"]\n'
    )
    steps = workflow.lifecycles["change"].steps
    day = (Constant(date(2027, 1, 1)), Constant(date(2027, 12, 31)))
    assert (
        Need(Ask(FactLeaf(Today(), (("at_earliest", day[0]),))), "block"),
        Need(Ask(FactLeaf(Today(), (("at_latest", day[1]),))), "block"),
    ) == steps["adopt"].needs
    assert ((TIME,), day[1]) == (steps["lapse"].by, steps["lapse"].once_past)
    assert ((ITSELF,), "stays") == (steps["auto"].by, steps["auto"].to)
    chair = Role(name="chair", sort=("provider",), exactly=1)
    proposer = Role(name="proposer", lifecycle="change")
    assert (
        ("open", "done"), "back", "adopt", ("gain", "note", "proposer"),
        (Who("role", "chair", role=chair), Who("role", "proposer", "change", role=proposer)),
    ) == (
        steps["undo"].sources, steps["undo"].to, steps["undo"].back_before,
        steps["undo"].fill_in, steps["undo"].by,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ('"chep"', (("SW103", 10, "cheap"),)),
        ('"cost"', (("SW103", 10, None),)),
        ('{ rule = "agree" }', (("SW103", 19, None),)),
        ('{ fact = "cots", at_most = 5 }', (("SW103", 19, "cost"),)),
        ('{ fact = "cost", at_most = "celing" }', (("SW103", 37, "ceiling"),)),
        ('{ fact = "cost" }', (("SW107", 10, None),)),
        ('{ fact = 5, is = 5 }', (("SW102", 19, None),)),
        ('{ fact = "cost", at_most = "part" }', (("SW117", 37, None),)),
        ('{ fact = "cost", at_most = "clients" }', (("SW117", 37, None),)),
        ('{ fact = "cost", is = "cheap" }', (("SW117", 32, None),)),
        ('{ fact = "cost", is = 1.005 }', (("SW117", 32, None),)),
        ('{ fact = "kind", is = "smal" }', (("SW106", 32, "small"),)),
        ('{ fact = "kind", at_least = "small" }', (("SW117", 27, None),)),
        ('{ fact = "begin", at_least = 2027-01-01 }', (("SW117", 28, None),)),
        ('{ fact = "urgent_fact", is = "ja" }', (("SW102", 39, None),)),
        ('{ fact = "remark", is = "x" }', (("SW119", 19, None),)),
        ('{ open = "urgent", is = "yess" }', (("SW106", 34, "yes"),)),
        ('{ open = "urgent" }', (("SW108", 10, None),)),
        ('{ done = "make" }', (("SW103", 19, "plan.make"),)),
        ('{ done = "propose", since = "1 week" }', (("SW101", 30, None),)),
        ('{ done = "propose", ago = "1 wek" }', (("SW102", 36, None),)),
        ('{ parent = "pln", in = "draft" }', (("SW103", 21, "plan"),)),
        ('{ parent = "plan", in = "daft" }', (("SW103", 34, "draft"),)),
        ('{ in = "open" }', (("SW116", 12, None),)),
        ('{ document = "nota" }', (("SW103", 23, "note"),)),
        ('{ every = "membr", done = "propose" }', (("SW103", 20, "member"),)),
        ('{ every = "member", paper = "note" }', (("SW116", 30, None),)),
        ('{ every = "member", some = "member" }', (("SW107", 30, None),)),
        ('{ count = "member" }', (("SW108", 10, None),)),
        ('{ count = "member", at_least = "2/3" }', (("SW102", 41, None),)),
        ('{ share = "member", at_least = 0.5 }', (("SW102", 41, None),)),
        ('{ fact = "cost", done = "propose" }', (("SW107", 27, None),)),
        ('{}', (("SW116", 10, None),)),
        ('{ not = 3 }', (("SW102", 18, None),)),
        ('{ any = "cheap" }', (("SW102", 18, None),)),
        ('{ decision = "agree", outcome = "for" }', (("SW106", 42, None),)),
        ('{ rule = "cheap", severity = "zwaar" }', (("SW106", 39, None),)),
        ('{ mandate = "signing" }', (("SW103", 22, None),)),
    ],
)  # fmt: skip
def test_a_condition_that_is_wrong_is_told_once_at_its_place(
    condition: str, expected: tuple[tuple[str, int, str | None], ...]
) -> None:
    """One mistake, one fault, with the nearest known name where there is one."""
    found = read_text(f"{BASE}needs = [{condition}]\n", checks=()).diagnostics
    assert expected == tuple((one.code, one.place.column, one.nearest) for one in found)
    assert {LINE} == {one.place.line for one in found}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ('[rule.a]\nall = ["b"]\n[rule.b]\nany = ["a"]\n', (("SW110", 3, 8),)),
        ('[rule.a]\nall = [{ not = "a" }]\n', (("SW110", 1, 16),)),
        ('[date.a]\nterm = "1 day"\nafter = "b"\n[date.b]\nis = "a"\n', (("SW110", 4, 6),)),
        ('[group.a]\nnot_in = "b"\n[group.b]\nnot_in = ["a"]\n', (("SW110", 3, 11),)),
        ('[subject.a]\npart_of = "b"\n[subject.b]\npart_of = "a"\n', (("SW110", 3, 11),)),
        ('[table.a]\nmembers = "b"\n[table.b]\nmembers = "a"\n', (("SW110", 3, 11),)),
        ('[lifecycle.a]\nunder = "b"\n[lifecycle.b]\nunder = "a"\n', (("SW110", 3, 9),)),
        ('[sort.a]\nbelongs_to = "a"\n', (("SW110", 1, 14),)),
        ('[fact.note]\ntype = "money"\n', (("SW104", 0, 7),)),
        ('[lifecycle.change.rule.cheap]\nall = [{ known = "cost" }]\n', (("SW104", 0, 24),)),
        ('[table.t]\nmembers = "change.proposer"\n', (("SW117", 1, 11),)),
        ('[group.t]\nrole = "change.proposer"\n', (("SW117", 1, 8),)),
        ('[window.cheap]\nopens = 2027-01-01\n', (("SW104", 0, 9),)),
        ('[parameter.p]\nvalue = 3\nat_least = 4\n', (("SW115", 1, 9),)),
        ('[parameter.p]\nvalue = "b"\none_of = ["a"]\n', (("SW115", 1, 9),)),
        ('[parameter.p]\nvalue = 0.67\nat_least = "1/2"\n', (("SW114", 1, 9),)),
        ('[parameter.p]\nvalue = 3\nat_least = "a"\n', (("SW117", 0, 12),)),
        ('[decision.d]\nby = "member"\nmethod = "double"\nweight = "cost"\n', (("SW117", 3, 10),)),
        ('[decision.d]\nby = "member"\nmethod = "joint"\nshare = "cost"\n', (("SW103", 3, 9),)),
        ('[fact.f]\ntype = "yes_no"\nsilence = "nee"\n', (("SW102", 2, 11),)),
        ('[invariant.i]\nto_reach = "change.don"\nneeds = ["cheap"]\n', (("SW103", 1, 12),)),
        ('[date.d]\nis = "cost"\n', (("SW117", 1, 6),)),
        ('[date.d]\nis = "4 weeks"\n', (("SW117", 1, 6),)),
        ('[decision.d]\nby = "member"\nmethod = "joint"\nshare = "ceiling"\n',
         (("SW114", -44, 21),)),
        ('[decision.d]\nby = "member"\nmethod = "joint"\nshare = "empty"\n',
         (("SW108", 3, 9),)),
        ('[parameter.p]\nvalue = 0.675\n', (("SW114", 1, 9),)),
        ('[parameter.p]\nvalue = "4 weeks"\nat_least = "1 month"\n', (("SW115", 1, 9),)),
        ('[decision.d]\nby = "member"\nmethod = "double"\nweight = "odd"\n[fact.odd]\n'
         'type = "mony"\n', (("SW106", 5, 8),)),
        ('[open.o]\nanswers = []\n[rule.r]\nall = [{ open = "o", is = "x" }]\n',
         (("SW102", 1, 11),)),
        ('[fact.f]\ntype = "choice"\none_of = []\n', (("SW102", 2, 10),)),
        ('[rule.r]\nchosen_on = "today"\n', (("SW107", 0, 7), ("SW108", 0, 7))),
        ('[rule.r]\n[rule.r.version.a]\nstarts = 2027-01-01\nall = ["cheap"]\n',
         (("SW108", 0, 7),)),
        ('[rule.r]\nchosen_on = "today"\nversion = {}\n', (("SW107", 2, 1),)),
        ('[rule.r]\nchosen_on = "cost"\n[rule.r.version.a]\nstarts = 2027-01-01\nall = ["cheap"]\n',
         (("SW117", 1, 13),)),
        ('[rule.r]\nchosen_on = "today"\n[rule.r.version.a]\nall = ["cheap"]\n'
         '[rule.r.version.b]\nany = ["cheap"]\n', (("SW105", 4, 17),)),
        ('[rule.r]\nchosen_on = "today"\n[rule.r.version.a]\nstarts = "2027"\nall = ["cheap"]\n',
         (("SW102", 3, 10),)),
        ('[rule.r]\nchosen_on = "today"\n[rule.r.version.a]\nstarts = 2027-01-01\nall = ["cheap"]\n'
         '[rule.r.version.b]\nstarts = 2027-01-01\nany = ["cheap"]\n', (("SW105", 6, 10),)),
        ('[rule.r]\nchosen_on = "today"\nall = ["cheap"]\n[rule.r.version.a]\n'
         'starts = 2027-01-01\nall = ["cheap"]\n', (("SW107", 3, 9),)),
        ('[rule.r]\nchosen_on = "today"\n[rule.r.version.a]\nstarts = 2027-01-01\nall = ["r"]\n',
         (("SW110", 4, 8),)),
        ('[parameter.p]\nvalue = 3\nalso_said = [{ value = 4 }]\n', (("SW108", 2, 14),)),
        ('[parameter.p]\nvalue = 3\nalso_said = [{ value = "x", source = "S" }]\n',
         (("SW117", 2, 24),)),
        ('[parameter.p]\nvalue = 3\nalso_said = [{ valeu = 4, source = "S" }]\n',
         (("SW108", 2, 14), ("SW101", 2, 16))),
        ('[parameter.p]\nvalue = 3\nalso_said = "S"\n', (("SW102", 2, 13),)),
        ('[parameter.p]\nat_least = "x"\n[rule.r]\nall = [{ fact = "cost", at_most = "p" }]\n',
         (("SW117", 3, 35),)),
        ('[parameter.p]\n[rule.r]\nall = [{ fact = "p", at_most = 3 }]\n', (("SW108", 2, 17),)),
        ('[parameter.p]\n[date.d]\nterm = "p"\nafter = "today"\n', (("SW108", 2, 8),)),
        ('[lifecycle.change.step.x]\nfrom = "open"\nto = "done"\nby = "time"\n'
         'once_past = 2027-01-01\ndone_anyway = "done"\n', (("SW107", 5, 1),)),
        ('[lifecycle.change.step.x]\nfrom = "open"\nto = "done"\nby = "chair"\n'
         'done_anyway = "gone"\n', (("SW103", 4, 15),)),
        ('[silent.s]\nby = "chair"\n', (("SW108", 0, 9),)),
        ('[silent.s]\nlooked_in = "x"\n', (("SW108", 0, 9),)),
        ('[silent.cost]\nlooked_in = "x"\nby = "chair"\n', (("SW104", 0, 9),)),
        ('[silent.s]\nlooked_in = 3\nby = "chair"\n', (("SW102", 1, 13),)),
        ('[silent.s]\nlooked_in = "x"\nby = "chair"\nword = { ja = "J" }\n', (("SW106", 3, 10),)),
        ('[rule.r]\nall = [{ silent = "cost" }]\n', (("SW103", 1, 19),)),
        ('[fact.f]\ntype = "choice"\none_of = ["a"]\n[fact.f.word]\nb = "B"\n', (("SW106", 4, 1),)),
        ('[fact.f]\ntype = "choice"\none_of = ["a"]\n[fact.f.word]\na = 3\n', (("SW102", 4, 5),)),
        ('[fact.f]\ntype = "choice"\none_of = ["a"]\nword = "a"\n', (("SW102", 3, 8),)),
        ('[fact.f]\ntype = "money"\n[fact.f.word]\na = "A"\n', (("SW107", 2, 9),)),
        ('[open.o]\nanswers = ["a"]\n[open.o.word]\na = { de = "A" }\n', (("SW101", 3, 7),)),
        ('[lifecycle.change.step.x]\nfrom = "open"\nto = "done"\nfill_in = ["gian"]\n',
         (("SW103", 3, 12),)),
        ('[rule.r]\nplugin = "voorbeeld.x"\n', (("SW120", 1, 10),)),
        ('[rule.r]\nat_least = 3\namong = ["cheap", "season"]\n', (("SW117", 1, 12),)),
        ('[lifecycle.change.step.x]\nfrom = "opn"\nto = "back"\nby = "proposr"\n',
         (("SW103", 1, 8), ("SW103", 3, 6))),
        ('[fact.f]\ntype = "money"\nown = true\n', (("SW108", 2, 1),)),
        ('[lifecycle.change.step.x]\nfrom = "open"\nto = "done"\nby = "chair"\npartly = true\n',
         (("SW108", 4, 1),)),
        ('[lifecycle.change.step.x]\nfrom = "open"\nto = "done"\nby = "itself"\n'
         'for = "member"\n', (("SW117", 4, 7),)),
        ('[lifecycle.change.step.x]\nfrom = "open"\nto = "done"\nby = "chair"\neach = true\n'
         'for = "member"\n', (("SW107", 5, 1),)),
        ('[lifecycle.change.step.x]\nfrom = "open"\nto = "done"\nby = "chair"\n'
         'fill_in = "clients"\n', (("SW117", 4, 11),)),
        ('[lifecycle.change.step.x]\nto = "stays"\nby = "chair"\n', (("SW103", 1, 6),)),
        ('[lifecycle.change.step.x]\nfrom = "open"\nto = "done"\ntakes = "chair"\n'
         'fill_in = "collaboration.size"\n', (("SW103", 3, 9), ("SW103", 4, 11))),
    ],
)  # fmt: skip
def test_a_declaration_that_is_wrong_is_told_once_at_its_place(
    more: str, expected: tuple[tuple[str, int, int], ...]
) -> None:
    """Rings, clashes, values outside their bounds, and names that nothing has."""
    found = read_text(BASE + more, checks=()).diagnostics
    assert expected == tuple((one.code, one.place.line - LINE, one.place.column) for one in found)


def test_what_could_not_be_read_is_not_unknown_elsewhere() -> None:
    """A fact with a wrong type is one fault, however often it is used."""
    more = 'needs = [{ known = "odd" }, "r"]\n[fact.odd]\ntype = "mony"\n[rule.r]\nall = [3]\n'
    found = read_text(BASE + more, checks=()).diagnostics
    assert (("SW106", 2), ("SW102", 4)) == tuple((one.code, one.place.line - LINE) for one in found)


def test_plugins_are_judged_by_what_is_installed() -> None:
    """Not there, another version, no such rule; and without faults when all is well."""
    text = BASE.replace('version = "1"', 'version = "1"\nplugins = ["voorbeeld>=0.1,<1"]')
    text += '[rule.r]\nplugin = "voorbeeld.eerlijk"\nwith = { grens = 3 }\n'
    cases: list[tuple[dict[str, str], dict[str, object]]] = [
        ({}, {}),
        ({"voorbeeld": "1.2"}, {"voorbeeld.eerlijk": 1}),
        ({"voorbeeld": "0.2"}, {"voorbeeld.eerlijker": 1}),
        ({"voorbeeld": "0.2"}, {"voorbeeld.eerlijk": 1}),
    ]
    found = [
        [(one.code, one.params["case"], one.nearest) for one in read_text(
            text, checks=(), plugins=plugins, plugin_rules=rules
        ).diagnostics]
        for plugins, rules in cases
    ]  # fmt: skip
    assert [
        [("SW120", "missing", None)],
        [("SW120", "version", None)],
        [("SW120", "rule", "voorbeeld.eerlijker")],
        [],
    ] == found


@attrs.frozen
class Method:
    """What of a plugin's method reading looks at."""

    parameters: tuple[Parameter, ...] = (Parameter("least", "whole_number"),)
    takes: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("method", "line", "expected"),
    [
        ("plug.points", "with = { least = 3 }", []),
        ("plug.points", "", [("SW120", "lacking")]),
        ("plug.points", 'with = { least = "3 weeks" }', [("SW120", "value")]),
        ("plug.points", "with = { least = 3, most = 4 }", [("SW120", "parameter")]),
        ("plug.point", "with = { least = 3 }", [("SW120", "method")]),
        ("plog.points", "with = { least = 3 }", [("SW120", "not_named")]),
        ("plug.points", 'share = "1/2"\nwith = { least = 3 }', [("SW107", "by_plugin")]),
        ("plug.points", 'looks_at = "cost"\nwith = { least = 3 }', [("SW107", "by_plugin")]),
        ("majority", "with = { least = 3 }", [("SW107", "no_plugin")]),
        ("majority", 'looks_at = "cost"', [("SW107", "no_plugin")]),
        ("plug.", "", [("SW106", None)]),
    ],
)
def test_a_method_of_a_plugin_gets_what_it_declares(
    method: str, line: str, expected: list[tuple[str, str | None]]
) -> None:
    """No less, no more, of the type it asks; and what is for our own methods is refused."""
    text = BASE.replace('version = "1"', 'version = "1"\nplugins = ["plug>=0.1"]')
    text += '[decision.d]\nby = "member"\n'
    text += f'method = "{method}"\n{line}\n'
    found = read_text(
        text, checks=(), plugins={"plug": "0.1"}, plugin_methods={"plug.points": Method()}
    ).diagnostics
    assert expected == [(one.code, one.params.get("case")) for one in found]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("with = { least = 3 }", []),
        ("", [("rule_lacking", None)]),
        ('with = { least = "cheap" }', [("rule_value", Message("given.whole_number"))]),
        ("with = { least = 3, most = 4 }", [("rule_parameter", None)]),
        (f"with = {{ least = {10**30} }}", [("rule_value", Message("given.whole_number"))]),
    ],
)
def test_a_rule_of_a_plugin_gets_what_it_declares(
    given: str, expected: list[tuple[str, Message | None]]
) -> None:
    """What does not fit is told where it stands, and not when the rule is asked."""
    text = BASE.replace('version = "1"', 'version = "1"\nplugins = ["plug>=0.1"]')
    text += f'[rule.r]\nplugin = "plug.enough"\n{given}\n'
    rules = {"plug.enough": Method()}
    found = read_text(text, checks=(), plugins={"plug": "0.1"}, plugin_rules=rules).diagnostics
    assert [("SW120", *one) for one in expected] == [
        (one.code, one.params["case"], one.params.get("kind")) for one in found
    ]


def test_a_method_takes_the_facts_that_it_declares() -> None:
    """A weight that the method cannot do without must stand there."""
    text = BASE.replace('version = "1"', 'version = "1"\nplugins = ["plug>=0.1"]')
    text += '[decision.d]\nby = "member"\nmethod = "plug.points"\n'
    methods = {"plug.points": Method((), ("weight",))}
    found = [
        read_text(text + more, checks=(), plugins={"plug": "0.1"}, plugin_methods=methods)
        for more in ("", 'weight = "clients"\n')
    ]
    assert [[("SW120", "takes")], []] == [
        [(one.code, one.params.get("case")) for one in reading.diagnostics] for reading in found
    ]
    workflow = found[1].workflow
    assert workflow is not None
    decision = workflow.decisions["d"]
    assert ("plug", "clients", ()) == (decision.plugin, decision.weight, decision.given)
