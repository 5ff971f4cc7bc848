"""Random events and commands, of every kind, for properties about whatever may be recorded."""

from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import strategies as st

from samenwerk.core.spell import DIGITS, TYPES
from samenwerk.values import command, event, register
from samenwerk.values.finding import FindingRecord
from samenwerk.values.time import UNITS, Term

MOMENT = datetime(2027, 2, 1, 9, 30, tzinfo=UTC)

texts = st.one_of(
    st.sampled_from(
        ("", "a", "é", "e\u0301", "\u05d0\u05d1\u202e", "😀🧑‍⚕️", '"\\\n\t\x00\x7f\u2028')
    ),
    st.text(max_size=8),
)
names = st.sampled_from(("adopt", "p-1", "zorg é")) | texts
hashes = st.sampled_from(("0" * 64, "")) | texts
days = st.dates()
spans = st.builds(register.Span, st.none() | days, st.none() | days)
sealed = st.builds(event.Sealed, hashes)
amounts = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12)
amounts = amounts.filter(lambda amount: int(amount.as_tuple().exponent) >= -DIGITS)
amounts |= st.sampled_from((Decimal("1E+5"), Decimal("-0"), Decimal("12.5"), Decimal("12.50")))

values = {
    "text": texts,
    "choice": texts,
    "whole_number": st.integers(-(10**30), 10**30),
    "money": amounts,
    "date": days,
    "term": st.builds(Term, st.integers(0, 9999), st.sampled_from(UNITS)),
    "yes_no": st.booleans(),
}
assert set(values) == set(TYPES)

facts = st.sampled_from(TYPES).flatmap(
    lambda type_: st.builds(
        event.FactValue, names, st.just(type_), values[type_] | sealed, st.none() | names
    )
)
documents = st.builds(event.DocumentIn, names, st.none() | sealed)
pairs = st.tuples(names, names)


def some(strategy, most=2):
    """A short tuple of these."""
    return st.lists(strategy, max_size=most).map(tuple)


parties = st.builds(
    register.Party,
    names,
    names,
    some(pairs),
    st.none() | names,
    spans,
    st.none() | names,
    st.none() | days,
    st.none() | days,
)
seats = st.builds(register.Seat, names, names, spans)
holdings = st.builds(register.Holding, names, names, spans)
located = st.builds(register.Located, names, names, names, spans)
givings = st.builds(
    register.Giving, names, some(names), names, spans, some(names), st.none() | names
)
lines = {
    "parties": some(parties),
    "sits": some(seats),
    "holds": some(holdings),
    "gives": some(givings),
    "regions": some(located),
}

steps = st.builds(
    event.StepDone,
    opens=st.none() | names,
    moved=st.booleans(),
    waits=st.booleans(),
    back=st.booleans(),
    breach=st.booleans(),
    over=st.booleans(),
    facts=some(facts),
    documents=some(documents),
    roles=some(st.tuples(names, some(names))),
    joined=some(pairs),
    left=some(pairs),
    of=st.none() | names,
    rests_on=st.none() | names,
    moves=some(st.builds(event.Movement, st.decimals(0, 10**9, places=2), names, names)),
    for_each=some(names),
    stopped=st.none() | st.integers(1, 99),
    split=st.none() | st.builds(
        event.Split, names, some(st.tuples(names, some(names))), names, st.booleans(),
        st.none() | names,
    ),
    merged=st.none() | st.builds(event.Merged, some(names), names),
    explanation=st.none() | sealed,
    cause=st.none() | st.integers(0, 99),
)
happened = st.one_of(
    st.builds(event.CollaborationStarted, names, names, st.booleans()),
    st.builds(event.Enrolled, **lines),
    steps,
    st.builds(event.PositionGiven, names, names, st.none() | sealed),
    st.builds(event.FactRecorded, facts, st.none() | names),
    st.builds(event.DocumentHandedIn, documents),
    st.builds(event.DefinitionChanged, names, names),
    st.builds(event.CaseMoved, names, some(pairs), some(names)),
    st.builds(event.TextsErased, some(names), st.none() | sealed),
    st.builds(event.CaseKept, names, st.none() | names, st.none() | days, some(pairs)),
)
findings = st.builds(
    lambda leaf, truth, read, plugin, asked: FindingRecord(
        leaf, truth, read, plugin, *(() if plugin is None else asked)
    ),
    names, st.integers(0, 2), some(st.integers(0, 99), 3), st.none() | names,
    st.just(()) | st.tuples(names, st.integers(0, 2)),
)
moments = st.datetimes(timezones=st.just(UTC)) | st.just(MOMENT)
maybe = st.none() | names
events = st.builds(
    event.RecordedEvent,
    collaboration=names,
    sequence=st.integers(0, 10**9),
    id=names,
    command=names,
    effective=days,
    recorded=moments,
    definition=hashes,
    what=happened,
    before=hashes,
    actor=maybe,
    on_behalf_of=maybe,
    mandate=maybe,
    case=maybe,
    lifecycle=maybe,
    step=maybe,
    from_state=maybe,
    to_state=maybe,
    findings=some(findings, 3),
)

carried = {
    "id": names,
    "actor": maybe,
    "moment": moments,
    "day": days,
    "on_behalf_of": maybe,
    "salt": texts,
}
any_value = st.one_of(*values.values())
commands = st.one_of(
    st.builds(
        command.Start,
        **carried,
        collaboration=names,
        workflow=names,
        definition=names,
        zone=names,
        rehearsal=st.booleans(),
    ),
    st.builds(command.Enrol, **carried, **lines),
    st.builds(
        command.Do,
        **carried,
        case=names,
        step=names,
        parent=maybe,
        facts=st.dictionaries(names, any_value, max_size=2),
        documents=st.dictionaries(names, texts, max_size=2),
        roles=st.dictionaries(names, names | st.lists(names, max_size=3), max_size=2),
        explanation=maybe,
        rests_on=maybe,
        into=st.dictionaries(names, st.lists(names, max_size=3), max_size=2),
        heir=maybe,
        merges=st.lists(names, max_size=2).map(tuple),
    ),
    st.builds(command.Say, **carried, case=names, decision=names, position=names, reasons=maybe),
    st.builds(command.Record, **carried, case=names, fact=names, value=any_value, who=maybe),
    st.builds(command.HandIn, **carried, case=names, document=names, title=texts),
    st.builds(command.Settle, **carried),
)
