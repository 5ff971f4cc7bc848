"""A small world for properties of the core: registers, cases with entries, views, leaves, trees."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import attrs
from hypothesis import strategies as st
from immutables import Map

from samenwerk.core.leaves.asked import Asked
from samenwerk.core.leaves.breach import Breach
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.document import Document
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.duty import Duty
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.known import Known
from samenwerk.core.leaves.mandate import Mandate
from samenwerk.core.leaves.open import Open
from samenwerk.core.leaves.pool import Pool
from samenwerk.core.leaves.queue import Queue
from samenwerk.core.leaves.say import Say
from samenwerk.core.leaves.silent import Silent
from samenwerk.core.leaves.window import Window
from samenwerk.core.view import View
from samenwerk.testing.views import put, recorded
from samenwerk.values.calendar import Calendar
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.declared import METHODS
from samenwerk.values.declared import Decision as Declared
from samenwerk.values.duty import Duty as DeclaredDuty
from samenwerk.values.operand import (
    Added,
    Calculated,
    Constant,
    DayInYear,
    DayOfStep,
    Extreme,
    FactOf,
    FirstAfter,
    Held,
    Latest,
    Percent,
    Shifted,
    Summed,
    Today,
)
from samenwerk.values.register import Giving, Holding, Located, Party, Register, Seat, Span
from samenwerk.values.say import RIGHTS, SILENCES
from samenwerk.values.say import Say as DeclaredSay
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.tree import (
    All,
    Ask,
    AtLeast,
    Each,
    Named,
    Not,
    Rule,
    Some,
    Version,
    Versions,
)
from samenwerk.values.who import Group, Role, Table, Who

START = date(2027, 2, 1)
OFFSETS = (0, 1, 27, 28, 29, 31, 60, 365)
DAYS = tuple(START + timedelta(days=one) for one in (-40, *OFFSETS))
SORTS = {"noord": "provider", "zuid": "provider", "oost": "insurer", "west": "citizen"}
PARTIES = tuple(SORTS)
STATES = ("drafted", "proposed", "adopted")
WORDS = ("for", "against", "object", "abstain", "ask")

MEMBER = Who("group", "member", group=Group(name="member", sorts=("provider", "insurer")))
EVERYONE = Who("group", "everyone", group=Group(name="everyone"))
CHAIR = Who("role", "chair", role=Role(name="chair"))
PROPOSER = Who("role", "proposer", "change", role=Role(name="proposer", lifecycle="change"))
TABLE = Who("table", "care", table=Table(name="care"))
PROVIDER = Who("sort", "provider")
EAST = Who("group", "east", group=Group(name="east", map="map", regions=("east",)))
NOBODY = Who("group", "nobody", group=Group(name="nobody", sorts=("ministry",)))
WHOS = (MEMBER, EVERYONE, CHAIR, PROPOSER, TABLE, PROVIDER, EAST, NOBODY)

FACTS = {
    ("c", "amount"): (1, 5, 6, 10, 11),
    ("c", "limit"): (1, 5, 10),
    ("c", "quiet"): (5, 10, 12),
    ("c", "price"): (Decimal("1.00"), Decimal("9.99"), Decimal("10.00")),
    ("c", "due"): DAYS,
    ("c", "start"): DAYS,
    ("c", "kind"): ("plain", "urgent", "odd"),
    ("c", "agreed"): (True, False),
    ("c", "outside"): ("yes", "no"),
    ("c", "load"): (0, 1, 2, 7),
    ("p", "ceiling"): (5, 10),
    ("p", "until"): DAYS,
}
PER = ("load",)
CELLS = (
    *(
        Cell(case, "fact", name, who)
        for case, name in FACTS
        for who in (PARTIES if name in PER else (None,))
    ),
    *(Cell("c", "document", name) for name in ("note", "letter")),
    *(Cell("c", "breach", "adopt", who) for who in (None, *PARTIES)),
    Cell("p", "document", "plan_note"),
    *(
        Cell(case, "step", name, who)
        for case, name in (("c", "announce"), ("c", "adopt"), ("p", "publish"))
        for who in (None, *PARTIES)
    ),
    *(Cell("c", "position", "adopt_it", who) for who in PARTIES),
    *(Cell(case, "state", "state") for case in ("c", "c2", "p")),
    *(Cell("c", "answer", f"plugin voorbeeld.fair limit={one}") for one in (1, 2)),
)
"""Every cell of the world; those of the case at hand are in `c`, above it is `p`."""


def contents(cell):
    """Some values that a cell of this world may hold."""
    match cell.kind:
        case "pool":
            return (Decimal("-5.00"), Decimal("0.01"), Decimal("5.00"))
        case "fact":
            return next(values for (_, name), values in FACTS.items() if name == cell.name)
        case "position":
            return WORDS
        case "state":
            return STATES
        case "answer":
            return (0, 1, 2)
        case "step" | "breach":
            return (True,)
    return ("paper",)


def some_span(random):
    """Always, or from and until some of the days."""
    ends = (None, None, *DAYS)
    return Span() if random.random() < 0.6 else Span(random.choice(ends), random.choice(ends))


def some_parties(random):
    """At most two of the parties."""
    return random.sample(PARTIES, random.randrange(3))


def some_register(random):
    """Four parties with their roles, seats and mandates, some of them only for a while."""
    return Register(
        tuple(Party(one, sort, span=some_span(random)) for one, sort in SORTS.items()),
        tuple(Seat("care", one, some_span(random)) for one in some_parties(random)),
        tuple(Holding("chair", one, some_span(random)) for one in some_parties(random)),
        tuple(
            Giving(
                random.choice(("signing", "speaking")),
                tuple(random.sample(PARTIES, random.randint(1, 2))),
                random.choice(PARTIES),
                some_span(random),
            )
            for _ in range(random.randrange(4))
        ),
        tuple(
            Located("map", random.choice(("east", "west")), one, some_span(random))
            for one in some_parties(random)
        ),
    )


def opened(id, lifecycle, parent, sequence, **more):
    """A case as it is right after it was opened."""
    entry = Entry(True, START, sequence, "noord")
    return Case(id, lifecycle, "drafted", parent, "d", entry, START, sequence, **more)


def world(register, roles=()):
    """A collaboration of a root, a plan, and two changes under the plan."""
    cases = (
        opened("r", "collaboration", None, 1),
        opened("p", "plan", "r", 2),
        opened("c", "change", "p", 3, roles=Map(dict(roles)), rests_on="p"),
        opened("c2", "change", "p", 4),
    )
    lists, states = {}, {}
    for place, case in enumerate(cases, 1):
        lists.setdefault(case.lifecycle, {})[case.id] = place
        states.setdefault((case.lifecycle, case.state), {})[case.id] = place
    return Collaboration(
        "k", "w", "d", START, "Europe/Amsterdam", False, register, 9,
        cases=Map({case.id: case for case in cases}),
        by_state=Map({key: Map(one) for key, one in states.items()}),
        by_lifecycle=Map({key: Map(one) for key, one in lists.items()}),
    )  # fmt: skip


def some_view(random, cells=CELLS, most=10, register=None):
    """A view of the change `c`, after random events about some of the cells."""
    register = some_register(random) if register is None else register
    known = world(register, random.choice(((), (("proposer", ("zuid",)),))))
    view = View(
        known, known.cases["c"], START, random.choice((None, *PARTIES)),
        random.choice((None, *PARTIES)), who=random.choice((None, "noord", "oost")),
    )  # fmt: skip
    days = sorted(random.choice(OFFSETS) for _ in range(random.randint(1, most)))
    for offset in days[:-1]:
        cell = random.choice(cells)
        value = random.choice(contents(cell))
        view = recorded(view, cell, value, START + timedelta(days=offset))
    return put(view, Cell("", "day", "today"), Entry(True, START + timedelta(days=days[-1]), 0))


def views(cells=CELLS, most=10, register=None):
    """Views of the change `c`. They grow from one number: thousands of them must be cheap."""
    return st.integers(0, 2**32).map(lambda seed: some_view(Random(seed), cells, most, register))


def fact(name, silence=None):
    """The operand of a fact of this world."""
    types = {bool: "yes_no", int: "whole_number", Decimal: "money", date: "date", str: "choice"}
    case = next(case for case, one in FACTS if one == name)
    type_ = types[type(FACTS[case, name][0])]
    return FactOf(name, type_, "plan" if case == "p" else None, name in PER, silence)


CALENDAR = Calendar(
    name="work", first=START - timedelta(days=20), last=START + timedelta(days=45),
    days_off={START + timedelta(days=one): "off" for one in (1, 28, 31)},
)  # fmt: skip
"""Working days of a stretch that some of the days lie outside."""
MOVING = attrs.evolve(CALENDAR, name="law", moves=True, holds=2, holds_from=1)
terms = st.sampled_from((
    Term(0, "day"), Term(1, "day"), Term(4, "week"), Term(1, "month"),
    Term(2, "working day", CALENDAR), Term(0, "day", MOVING), Term(4, "week", MOVING),
))  # fmt: skip
number_facts = st.sampled_from(
    (fact("amount"), fact("limit"), fact("quiet", 10), fact("load"), fact("ceiling"))
)
day_facts = st.sampled_from((fact("due"), fact("start"), fact("until")))
steps = st.sampled_from(
    (DayOfStep("announce"), DayOfStep("adopt"), DayOfStep("publish", "plan"))
)
plain_days = st.one_of(
    day_facts, steps, st.just(Today()), st.sampled_from(DAYS).map(Constant),
    st.builds(Constant, st.sampled_from(DAYS), st.just("a_day")),
)  # fmt: skip
days = st.recursive(
    plain_days,
    lambda inner: st.one_of(
        st.builds(Shifted, inner, terms, st.booleans()),
        st.builds(DayInYear, st.sampled_from((2, 12)), st.sampled_from((28, 29, 30)), inner,
                  st.none() | terms),
        st.builds(FirstAfter, st.sampled_from(("new_month", "new_year")), inner),
        st.lists(inner, min_size=1, max_size=2).map(lambda some: Latest(tuple(some))),
    ),
    max_leaves=2,
)  # fmt: skip

_ORDER = ("is", "is_not", "at_least", "at_most", "more_than", "less_than")
_TIME = ("is", "before", "at_latest", "at_earliest", "after")


@st.composite
def _fact_leaves(draw):
    match draw(st.sampled_from(("number", "day", "plain_day", "money", "choice", "yes_no"))):
        case "number":
            bounds = number_facts | st.sampled_from((1, 5, 10)).map(Constant)
            subject, tests = draw(number_facts), st.tuples(st.sampled_from(_ORDER), bounds)
        case "day":
            subject, tests = draw(days), st.tuples(st.sampled_from(_TIME), days)
        case "plain_day":
            subject = draw(day_facts | st.just(Today()))
            tests = st.tuples(st.sampled_from(_TIME), plain_days)
        case "money":
            amounts = st.sampled_from((Decimal("9.99"), Decimal("10.00"))).map(Constant)
            subject, tests = fact("price"), st.tuples(st.sampled_from(_ORDER), amounts)
        case "choice":
            sets = st.frozensets(st.sampled_from(contents(CELLS[6])), min_size=1, max_size=2)
            words = st.sampled_from(("plain", "urgent")).map(Constant)
            subject = fact("kind")
            tests = st.tuples(st.just("one_of"), sets) | st.tuples(st.just("is"), words)
        case _:
            subject = fact("agreed", False)
            tests = st.tuples(st.just("is"), st.booleans().map(Constant))
    return Fact(subject, tuple(draw(st.lists(tests, min_size=1, max_size=2))))


assert CELLS[6].name == "kind"

facts = _fact_leaves()
_numbers = st.sampled_from((fact("amount"), fact("quiet", 10)))
_limits = _numbers | st.builds(
    Constant, st.sampled_from((5, 6, 10)), st.sampled_from((None, "ceiling"))
)
numbers = st.builds(
    lambda subject, *tests: Fact(subject, tests), _numbers,
    st.tuples(st.sampled_from(("at_most", "at_least", "less_than")), _limits),
)  # fmt: skip
"""Leaves about few things, so that two of them often have to do with each other."""


def calculated(form, type="whole_number", round=None, not_below=None):
    """A calculation that is called after what it says, so that no two share a name.

    Without points: in a name what stands before one is a lifecycle.
    """
    name = repr((form, type, round, not_below)).replace(".", ",")
    return Calculated(name, type, form, round, not_below)


_SUMS = (
    Summed(fact("amount"), None, "change", "plan"),
    Summed(fact("quiet", 10), None, "change", "plan", ("drafted", "adopted")),
    Summed(FactOf("ceiling", "whole_number"), None, "plan"),
    Summed(fact("load"), MEMBER, None),
    Summed(attrs.evolve(fact("load"), silence=1), EVERYONE, None),
    Summed(fact("load"), PROPOSER, None),
    Summed(fact("load"), NOBODY, None),
)
sums = st.sampled_from(_SUMS).map(calculated)
_parts = number_facts | st.sampled_from((0, 5)).map(Constant)


def _grown(inner):
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    forms = st.one_of(
        st.builds(Added, several, st.lists(inner, max_size=1).map(tuple)),
        st.builds(Extreme, several, st.booleans()),
    )
    shares = st.sampled_from((-10, 0, 25, Decimal("12.5"))).map(Constant) | number_facts
    return st.builds(
        lambda form, least: calculated(form, not_below=least), forms, st.none() | _parts
    ) | st.builds(
        lambda share, of, round: calculated(Percent(share, of), round=round),
        shares, inner, st.sampled_from(("whole_up", "whole_down")),
    )  # fmt: skip


_deep = st.recursive(_parts | sums, _grown, max_leaves=4)
reckoned = st.one_of(sums, _grown(_parts), _grown(_deep))
"""Whole numbers that follow from others."""
amounts = st.builds(
    lambda share, round: calculated(Percent(Constant(share), fact("price")), "money", round),
    st.sampled_from((-1, 50, 110)), st.sampled_from(("cent", "euro", "euro_up", "euro_down")),
)  # fmt: skip
_bounds = number_facts | reckoned | st.sampled_from((1, 5, 10, 21)).map(Constant)
calculations = st.one_of(
    st.builds(lambda one, *tests: Fact(one, tests), reckoned,
              st.tuples(st.sampled_from(_ORDER), _bounds)),
    st.builds(lambda one, *tests: Fact(one, tests), reckoned, st.tuples(
        st.just("one_of"), st.just(frozenset((5, 10))))),
    st.builds(lambda one, two, op: Fact(one, ((op, two),)), number_facts, reckoned,
              st.sampled_from(_ORDER)),
    st.builds(lambda one, op, bound: Fact(one, ((op, Constant(bound)),)), amounts,
              st.sampled_from(_ORDER), st.sampled_from((Decimal("5.00"), Decimal("11.00")))),
)  # fmt: skip
"""Comparisons of what is reckoned."""
knowns = st.builds(Known, number_facts.map(lambda one: FactOf(one.name, one.type, one.above,
                                                              one.per)) | days)  # fmt: skip
documents = st.sampled_from(
    (Document("note", "change.note"), Document("letter", "letter"),
     Document("plan_note", "plan.plan_note", "plan"), Document("lost", "far.lost", "far"))
)  # fmt: skip
dones = st.builds(
    lambda place, who, within, ago: Done(
        *place, by=who if isinstance(who, Who) else None, by_bound=who == "bound",
        within=within, ago=ago,
    ),
    st.sampled_from((("announce", "change"), ("adopt", "change"), ("publish", "plan", "plan"),
                     ("lost", "far", "far"))),
    st.sampled_from((None, None, "bound", CHAIR, MEMBER, PROPOSER)),
    st.none() | terms,
    st.none() | terms,
)  # fmt: skip
case_states = st.builds(
    CaseState,
    st.just("here"),
    st.just("change"),
    st.frozensets(st.sampled_from(STATES), min_size=1, max_size=2),
) | st.builds(
    CaseState,
    st.sampled_from(("above", "one", "base")),
    st.sampled_from(("plan", "far")),
    st.frozensets(st.sampled_from(STATES), min_size=1, max_size=2),
)
_POSSIBLE = frozenset(("plain", "urgent", "odd"))
opens = st.builds(
    Open,
    st.just("kind"),
    st.just("change.kind"),
    st.frozensets(st.sampled_from(sorted(_POSSIBLE)), min_size=1),
    st.just(_POSSIBLE),
) | st.just(Open("kind", "far.kind", frozenset(("plain",)), _POSSIBLE, "far"))
breaches = st.builds(
    lambda place, bound: Breach(*place, bound),
    st.sampled_from((("adopt", "change", None), ("lost", "far", "far"))),
    st.booleans(),
)
silents = st.sampled_from(
    (Silent("outside", "change.outside"), Silent("outside", "far.outside", "far"))
)
mandates = st.sampled_from((Mandate("signing"), Mandate("speaking")))
_sides = st.none() | plain_days | days
windows = st.builds(
    lambda opens, last, exception: Window(f"{opens}/{last}", opens, last, exception),
    _sides, _sides, st.sampled_from((None, None, "late")),
)  # fmt: skip
askeds = st.sampled_from(
    (Asked("voorbeeld", "fair", (("limit", 1),)), Asked("voorbeeld", "fair", (("limit", 2),)))
)

shares = st.sampled_from((Share(1, 2), Share(2, 3), Share(3, 4), Share(1, 1), Share(1, 3)))
_whos = st.sampled_from((MEMBER, EVERYONE, EVERYONE, TABLE, NOBODY))


@st.composite
def declared_decisions(draw, rounds=True):
    """Every way of deciding that the language knows, wise or not."""
    method = draw(st.sampled_from(METHODS))
    more = {}
    if rounds:
        closing = draw(st.sampled_from((None, None, "within", "day", "fact", "step")))
        more["opens_at"] = draw(st.sampled_from((None, None, None, "announce")))
        more["same_text"] = draw(st.sampled_from((None, None, "note")))
        more["answer_within"] = draw(terms) if closing == "within" else None
        more["closes"] = {
            "day": Constant(draw(st.sampled_from(DAYS))),
            "fact": fact("due"),
            "step": Shifted(DayOfStep("adopt"), Term(4, "week")),
        }.get(closing)
    return Declared(
        name="adopt_it",
        lifecycle="change",
        by=(draw(_whos), *draw(st.sampled_from(((), (CHAIR,))))),
        method=method,
        share=draw(st.none() | shares),
        share_of=draw(st.sampled_from(("members", "present", "cast"))),
        weight=draw(st.sampled_from((None, "load"))),
        weight_share=draw(st.none() | shares),
        quorum=draw(st.none() | shares | st.integers(1, 4)),
        sorts=draw(st.sampled_from(((), (), ("provider",), ("provider", "insurer")))),
        absent=draw(st.sampled_from(("stays_open", "left_out", "against", "trusts"))),
        abstain=draw(st.sampled_from((None, "stays_open", "left_out", "against", "trusts"))),
        veto=draw(st.sampled_from(((), (), (CHAIR,), (PROVIDER,)))),
        second_person=draw(st.booleans()),
        **more,
    )


decisions = declared_decisions().map(Decision)
by_method = st.builds(
    lambda declared, looks_at: Decision(
        attrs.evolve(declared, method="voorbeeld.points", looks_at=looks_at)
    ),
    declared_decisions(),
    st.sampled_from(((), ("load",), ("load", "due"))),
)

leaves = st.one_of(
    facts, knowns, documents, dones, case_states, opens, silents, breaches, mandates, windows,
    askeds, decisions,
)


DECIDING = (fact("due"), DayOfStep("adopt"), Shifted(DayOfStep("adopt"), Term(4, "week")), Today())
"""Days that decide which version of a rule holds."""


def versions(day, parts, first):
    """A version for each part, the first one from `first` on, the others each a month later."""
    starts = [Term(at, "month").after(first) for at in range(len(parts))]
    found = []
    for at, part in enumerate(parts):
        tests = [("at_earliest", Constant(starts[at]))]
        tests += [("before", Constant(one)) for one in starts[at + 1 : at + 2]]
        when = Ask(Fact(day, tuple(tests)))
        found.append(Version(name=f"v{at}", starts=starts[at], when=when, part=part))
    return Versions("one", day, tuple(found))


def trees(inner=leaves, most=6):
    """Trees of conditions over the leaves."""
    rule = st.sampled_from(("one", "two"))

    def grown(nodes):
        several = st.lists(nodes, min_size=1, max_size=3).map(tuple)
        part = st.none() | nodes
        return st.one_of(
            several.map(All),
            several.map(Some),
            several.flatmap(
                lambda parts: st.builds(AtLeast, st.integers(1, len(parts)), st.just(parts))
            ),
            nodes.map(Not),
            st.builds(lambda name, part: Named(Rule(name=name, part=part)), rule, nodes),
            st.builds(versions, st.sampled_from(DECIDING), st.lists(nodes, min_size=1, max_size=3),
                      st.sampled_from(DAYS)),
            st.builds(
                Each, quantifiers, st.sampled_from(WHOS), st.none(), st.just("change"), part,
                st.integers(0, 3), shares, st.booleans(),
            ),
            st.builds(
                Each, quantifiers, st.none(), st.sampled_from(("change", "plan", "far")),
                st.sampled_from(("plan", "collaboration", "far")), part, st.integers(0, 3), shares,
                st.booleans(),
            ),
        )  # fmt: skip

    return st.recursive(inner.map(Ask), grown, max_leaves=most)


quantifiers = st.sampled_from(("every", "some", "no", "count", "share"))


@st.composite
def declared_says(draw):
    """Every kind of say that the language knows, wise or not."""
    right = draw(st.sampled_from(RIGHTS))
    # silence is never consent: no text may say so
    consents = right in ("agree", "authorise")
    silences = [one for one in SILENCES if not (consents and one == "goes_on")]
    return DeclaredSay(
        name="adopt_it",
        lifecycle="change",
        by=(draw(_whos), *draw(st.sampled_from(((), (CHAIR,))))),
        right=right,
        opens_at=draw(st.sampled_from((None, "announce"))),
        notice=draw(st.none() | terms),
        answer_within=draw(st.none() | terms),
        if_silent=draw(st.sampled_from(silences)),
        met_when_empty=draw(st.booleans()),
        first=draw(st.sampled_from((None, "adopt"))) if right in ("be_heard", "advise") else None,
        wait=draw(terms),
        after="adopt",
    )


says = st.builds(Say, declared_says(), st.sampled_from((None, None, None, "far")),
                 st.sampled_from(("said", "said", "followed", "waited")))  # fmt: skip


HELDS = (
    Held(None), Held("pot", Constant(Decimal("10.00"))), Held("own", fact("price")),
    Held("year", None, ((2027, Decimal("5.00")), (2028, Decimal("9.99"))), fact("due")),
    Held("step", None, ((2027, Decimal("9.99")),), DayOfStep("announce")),
)  # fmt: skip
_asked = st.sampled_from(
    (fact("price"), Constant(Decimal("5.00")), Constant(Decimal("10.00"), "ceiling"))
)
pools = st.builds(
    lambda held, last, *tests: Pool(held, tests, last),
    st.sampled_from(HELDS),
    st.sampled_from((None, None, Constant(DAYS[3]), fact("start"))),
    st.tuples(st.sampled_from(("at_least", "at_most", "more_than", "less_than")), _asked),
)  # fmt: skip
"""What is held, compared; a pool has one last day."""
@st.composite
def declared_duties(draw):
    """Every kind of duty that the language knows, wise or not."""
    each = draw(st.booleans())
    kinds = (("step", "adopt"), ("fact", "load")) if each else (
        ("step", "adopt"), ("document", "note"), ("fact", "amount"),
    )  # fmt: skip
    kind, must = draw(st.sampled_from(kinds))
    return DeclaredDuty(
        name="account", lifecycle="change", by=(draw(_whos),), kind=kind, must=must, each=each,
        due=draw(terms | days),
        while_in=draw(st.sampled_from(((), ("drafted",), ("proposed", "adopted")))),
    )  # fmt: skip


duties = st.builds(Duty, declared_duties(), st.sampled_from((None, None, None, "far")))


queues = st.builds(
    lambda state, order, ties: Queue(repr((state, order, ties)), "change", state, order, ties),
    st.sampled_from(STATES),
    st.lists(st.sampled_from((DayOfStep("announce"), fact("due"), fact("agreed"))), max_size=2)
    .map(tuple),
    st.sampled_from((None, fact("amount"))),
)
"""Two changes wait, or one, or none."""
