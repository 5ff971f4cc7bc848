"""One text for one event: laws on random events, and texts that may never change."""

import json
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies_events import MOMENT, commands, events

from samenwerk.core.encode import (
    command_digest,
    decode,
    encode,
    hash_of,
    line_of,
    raise_to_current,
    to_raw,
)
from samenwerk.core.spell import HAPPENED, TYPES
from samenwerk.values.command import Do, Record, Settle
from samenwerk.values.errors import Misuse, RecordBroken, StoreError, StoreVersion
from samenwerk.values.event import (
    SCHEMA,
    CaseKept,
    CaseMoved,
    CollaborationStarted,
    DefinitionChanged,
    DocumentHandedIn,
    DocumentIn,
    EffectAgain,
    EffectAsked,
    EffectDone,
    EffectDropped,
    EffectFailed,
    Enrolled,
    FactRecorded,
    FactValue,
    Line,
    Merged,
    Movement,
    PositionGiven,
    RecordedEvent,
    Sealed,
    Split,
    StepDone,
    TextsErased,
)
from samenwerk.values.finding import FindingRecord
from samenwerk.values.register import Giving, Holding, Located, Party, Seat, Span
from samenwerk.values.time import Term

SEAL = "5" * 64


def event(what, **more):
    """An event that is plain in everything but what it is about."""
    plain = {
        "collaboration": "regio",
        "sequence": 1,
        "id": "e-1",
        "command": "c-1",
        "effective": date(2027, 2, 1),
        "recorded": MOMENT,
        "definition": "0" * 64,
        "before": "",
    }
    return RecordedEvent(what=what, **{**plain, **more})


def with_fact(type_, value):
    return event(FactRecorded(FactValue("amount", type_, value)))


@given(events)
def test_what_is_written_is_read_back(one):
    """Every event comes back from its text as it was, from one line of plain UTF-8."""
    text = encode(one)
    assert one == decode(text)
    assert text == encode(decode(text))
    assert "\n" not in text
    assert text.encode().decode() == text


@given(events, events)
def test_equal_events_and_only_those_have_equal_texts(one, other):
    """Two events have one text exactly when they are the same event."""
    assert (one == other) == (encode(one) == encode(other))


@given(events, st.data())
def test_every_field_shows_in_the_text(one, data):
    """An event that differs in one field alone has another text."""
    other = data.draw(events)
    field = data.draw(st.sampled_from([f.name for f in attrs.fields(RecordedEvent)]))
    changed = attrs.evolve(one, **{field: getattr(other, field)})
    assert (one == changed) == (encode(one) == encode(changed))


@given(events)
def test_keys_stand_in_order_and_nothing_is_padded(one):
    """The text is what JSON makes of it with sorted keys and no white space."""
    raw = json.loads(encode(one))
    plain = json.dumps(raw, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert plain == encode(one)
    assert raw == json.loads(json.dumps(to_raw(one)))


SEQUENCES = (2, 3)
GOLDEN = {
    "started": (
        event(CollaborationStarted("regioplan", "Europe/Amsterdam", False)),
        '{"before":"","collaboration":"regio","command":"c-1","definition":"' + "0" * 64 + '",'
        '"effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z","schema":1,'
        '"sequence":1,"type":"CollaborationStarted","what":{"rehearsal":false,'
        '"workflow":"regioplan","zone":"Europe/Amsterdam"}}',
        "7df5d9634d06d5c7ca0ada5bf3da4f58910156643944999e51310677e54098e5",
    ),
    "enrolled": (
        event(
            Enrolled(
                parties=(
                    Party("p-1", "provider", (("nl", "Zorggroep é 😀"),), "g-1"),
                    Party("p-2", "insurer", span=Span(date(2027, 1, 1)), source="kvk",
                          published=date(2023, 2, 10), updated=date(2022, 6, 27)),
                ),
                sits=(Seat("table", "p-1", Span(last_day=date(2027, 12, 31))),),
                holds=(Holding("chair", "p-2"),),
                gives=(Giving("speak", ("p-1",), "p-2", Span(), ("care",), "minutes"),),
                regions=(Located("care_map", "east", "p-2", Span(date(2027, 1, 1))),),
            ),
            actor="p-2",
        ),
        '{"actor":"p-2","before":"","collaboration":"regio","command":"c-1","definition":"'
        + "0" * 64
        + '","effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z","schema":1,'
        '"sequence":1,"type":"Enrolled","what":{"gives":[{"basis":"minutes","mandate":"speak",'
        '"subjects":["care"],"to":"p-2","who":["p-1"]}],"holds":[{"role":"chair","who":"p-2"}],'
        '"parties":[{"belongs_to":"g-1","id":"p-1","names":[["nl","Zorggroep é 😀"]],'
        '"sort":"provider"},{"id":"p-2","published":"2023-02-10","sort":"insurer","source":"kvk",'
        '"span":{"starts":"2027-01-01"},"updated":"2022-06-27"}],"regions":[{"map":"care_map","region":"east",'
        '"span":{"starts":"2027-01-01"},"who":"p-2"}],"sits":[{"span":{"last_day":"2027-12-31"},'
        '"table":"table","who":"p-1"}]}}',
        "afa40a8ea0c65a56ecb4d3b6d5f10d8bad6036448b3217708d9526e075ae22a6",
    ),
    "step": (
        event(
            StepDone(
                opens="",
                moved=False,
                waits=True,
                back=True,
                over=True,
                facts=(
                    FactValue("cost", "money", Decimal("12.5"), "p-1"),
                    FactValue("in_time", "yes_no", True),
                    FactValue("until", "date", date(2027, 3, 1)),
                    FactValue("pause", "term", Term(4, "week")),
                    FactValue("clients", "whole_number", 12),
                    FactValue("sort", "choice", "thuis"),
                ),
                documents=(DocumentIn("plan", Sealed(SEAL)), DocumentIn("letter", None)),
                roles=(("author", ("p-1",)), ("partner", ("p-2", "p-3"))),
                joined=(("participant", "p-1"),),
                left=(("reader", "p-1"),),
                moves=(Movement(Decimal("10"), "pool general 2027", "case"),),
                for_each=("p-2", "p-3"),
                explanation=Sealed(SEAL),
                cause=7,
            ),
            sequence=42,
            before="1" * 64,
            actor="p-1",
            on_behalf_of="p-2",
            mandate="speak",
            case="change-1",
            lifecycle="change",
            step="adopt",
            from_state="decide",
            to_state="adopted",
            recorded=MOMENT + timedelta(microseconds=1500),
            findings=(
                FindingRecord("adopt.needs.1", 2, SEQUENCES),
                FindingRecord("adopt.needs.2", 0),
                FindingRecord("adopt.needs.3", 1, (4,), "voorbeeld 1.0"),
                FindingRecord("decision all", 0, (5,), "plug 1.0", "decision all by plug.sum", 2),
            ),
        ),
        '{"actor":"p-1","before":"' + "1" * 64 + '","case":"change-1","collaboration":"regio",'
        '"command":"c-1","definition":"' + "0" * 64 + '","effective":"2027-02-01",'
        '"findings":[["adopt.needs.1","yes",[2,3]],["adopt.needs.2","no",[]],'
        '["adopt.needs.3","unknown",[4],"voorbeeld 1.0"],'
        '["decision all","no",[5],"plug 1.0","decision all by plug.sum","yes"]],'
        '"from_state":"decide","id":"e-1",'
        '"lifecycle":"change","mandate":"speak","on_behalf_of":"p-2",'
        '"recorded":"2027-02-01T09:30:00.001500Z","schema":1,"sequence":42,"step":"adopt",'
        '"to_state":"adopted","type":"StepDone","what":{"back":true,"cause":7,'
        '"documents":[{"name":"plan","title":{"sealed":"' + SEAL + '"}},{"name":"letter"}],'
        '"explanation":{"sealed":"' + SEAL + '"},"facts":['
        '{"name":"cost","type":"money","value":"12.50","who":"p-1"},'
        '{"name":"in_time","type":"yes_no","value":true},'
        '{"name":"until","type":"date","value":"2027-03-01"},'
        '{"name":"pause","type":"term","value":"4 weeks"},'
        '{"name":"clients","type":"whole_number","value":12},'
        '{"name":"sort","type":"choice","value":"thuis"}],"for_each":["p-2","p-3"],'
        '"joined":[["participant","p-1"]],'
        '"left":[["reader","p-1"]],"moved":false,'
        '"moves":[{"amount":"10.00","into":"case","out_of":"pool general 2027"}],'
        '"opens":"","over":true,'
        '"roles":[["author",["p-1"]],["partner",["p-2","p-3"]]],"waits":true}}',
        "df49f6765f0f875f91dea4fc1478d246d4eb777896894ce3848240c1ceaa1e42",
    ),
    "a split and a merger": (
        event(
            StepDone(
                over=True,
                stopped=3,
                split=Split("author", (("a", ("p-1",)), ("b", ("p-2", "p-3"))), "open", True, "a"),
                merged=Merged(("c", "d"), "merged"),
                of="p-1",
                rests_on="plan-1",
            )
        ),
        '{"before":"","collaboration":"regio","command":"c-1","definition":"' + "0" * 64 + '",'
        '"effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z","schema":1,'
        '"sequence":1,"type":"StepDone","what":{"merged":{"cases":["c","d"],"state":"merged"},'
        '"of":"p-1","over":true,"rests_on":"plan-1","split":{"heir":"a","into":[["a",["p-1"]],'
        '["b",["p-2","p-3"]]],"kept":true,"role":"author","state":"open"},"stopped":3}}',
        "d31d5b5422d74badc4859f49a371ba9cfeeb678545f3aad6b15a23d2df5558d4",
    ),
    "a step without anything": (
        event(StepDone()),
        '{"before":"","collaboration":"regio","command":"c-1","definition":"' + "0" * 64 + '",'
        '"effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z","schema":1,'
        '"sequence":1,"type":"StepDone"}',
        "a7dfe3c0a2348ba88dca9073c7e6c60c6cfe750b6443f7502d107d2386c8d6e7",
    ),
    "a breach": (
        event(StepDone(breach=True)),
        '{"before":"","collaboration":"regio","command":"c-1","definition":"' + "0" * 64 + '",'
        '"effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z","schema":1,'
        '"sequence":1,"type":"StepDone","what":{"breach":true}}',
        "4b9c978b483157d3f4ad15f47840c62cac350d651ce312fead13109efaabe0e3",
    ),
    "position": (
        event(PositionGiven("adopting", "object", Sealed(SEAL)), case="change-1"),
        '{"before":"","case":"change-1","collaboration":"regio","command":"c-1","definition":"'
        + "0" * 64
        + '","effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z","schema":1,'
        '"sequence":1,"type":"PositionGiven","what":{"decision":"adopting","position":"object",'
        '"reasons":{"sealed":"' + SEAL + '"}}}',
        "3a2c55b14c071e21dc483b2e5d3cfc7396b45ff938424a214761d9c84a658a74",
    ),
    "fact, written from right to left": (
        event(
            FactRecorded(FactValue("שם", "text", '\u202eשלום "\\/\u007f\n\t\x00\u2028 🧑‍⚕️ e\u0301'))
        ),
        '{"before":"","collaboration":"regio","command":"c-1","definition":"' + "0" * 64 + '",'
        '"effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z","schema":1,'
        '"sequence":1,"type":"FactRecorded","what":{"fact":{"name":"שם","type":"text",'
        '"value":"\u202eשלום \\"\\\\/\u007f\\n\\t\\u0000\u2028 🧑‍⚕️ e\u0301"}}}',
        "891c99c723d706b8d0cc3b3d4b022a42b5a4eb6d84c2713957ad3f3421ff27e9",
    ),
    "document": (
        event(DocumentHandedIn(DocumentIn("plan", Sealed(SEAL)))),
        '{"before":"","collaboration":"regio","command":"c-1","definition":"' + "0" * 64 + '",'
        '"effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z","schema":1,'
        '"sequence":1,"type":"DocumentHandedIn","what":{"document":{"name":"plan",'
        '"title":{"sealed":"' + SEAL + '"}}}}',
        "dc65297957faf2711a0c88879fa744e5ed734242fe7892e466a061d5ac6ed4a4",
    ),
    "another definition": (
        event(DefinitionChanged("regioplan", "1" * 64)),
        '{"before":"","collaboration":"regio","command":"c-1","definition":"'
        + "0" * 64
        + '","effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z","sch'
        'ema":1,"sequence":1,"type":"DefinitionChanged","what":{"was":"'
        + "1" * 64
        + '","workflow":"regioplan"}}',
        "e71f2be401b6e2d21931ea7ea1ede04585de540c4e5b45133b34b37177c85633",
    ),
    "a case that moves": (
        event(
            CaseMoved("1" * 64, (("open", "begun"),), ("draft",)),
            case="change-1", lifecycle="change", from_state="open", to_state="begun",
        ),
        '{"before":"","case":"change-1","collaboration":"regio","command":"c-1","defi'
        'nition":"'
        + "0" * 64
        + '","effective":"2027-02-01","from_state":"open","id":"e-1","lifecycle":"chang'
        'e","recorded":"2027-02-01T09:30:00Z","schema":1,"sequence":1,"to_state":"beg'
        'un","type":"CaseMoved","what":{"gone":["draft"],"states":[["open","begun"]],'
        '"was":"'
        + "1" * 64
        + '"}}',
        "c3894ff1a048f9e633f7c6e12e31d84ae588cd931fbff7dac75a41aef92472b9",
    ),
    "a case that stays": (
        event(
            CaseKept("1" * 64, "running", date(2027, 12, 31), (("state", "change.open"),)),
            case="change-1",
        ),
        '{"before":"","case":"change-1","collaboration":"regio","command":"c-1","defi'
        'nition":"'
        + "0" * 64
        + '","effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z","sch'
        'ema":1,"sequence":1,"type":"CaseKept","what":{"cannot":[["state","change.ope'
        'n"]],"clause":"running","instead_of":"'
        + "1" * 64
        + '","until":"2027-12-31"}}',
        "630a5ab40a16f9c1abc56e705c89e27ea7ef9312b3f1ceaeb58ee29c2e82c80d",
    ),
    "an effect asked": (
        event(
            EffectAsked(
                "letter", "voorbeeld.brief", "5" * 32, 4,
                (
                    FactValue("sum", "money", Decimal("12.5")),
                    FactValue("why", "text", Sealed(SEAL)),
                ),
                (("to", ("p-1", "p-2")),), "letter_sent", (("number", "tracking"),),
            ),
            case="change-1", lifecycle="change", step="adopt", actor="p-1",
        ),
        '{"actor":"p-1","before":"","case":"change-1","collaboration":"regio","co'
        'mmand":"c-1","definition":"'
        + "0" * 64 +
        '","effective":"2027-02-01","id":"e-1","lifecycle":"change","recorded":"2'
        '027-02-01T09:30:00Z","schema":1,"sequence":1,"step":"adopt","type":"Effe'
        'ctAsked","what":{"cause":4,"effect":"letter","given":[{"name":"sum","typ'
        'e":"money","value":"12.50"},{"name":"why","type":"text","value":{"sealed'
        '":"'
        + SEAL +
        '"}}],"gives":[["number","tracking"]],"key":"'
        + "5" * 32 +
        '","plugin":"voorbeeld.brief","records":"letter_sent","roles":[["to",["p-'
        '1","p-2"]]]}}',
        "dad7fa08394a065a4b832e1f49a1908cb94de27ab26c511a4da2734efcd6a114",
    ),
    "an effect that came about": (
        event(
            EffectDone(
                "letter", "5" * 32, "voorbeeld 0.1.0", 3, True,
                (FactValue("letter_sent", "yes_no", True),),
            ),
            case="change-1", lifecycle="change", step="adopt",
        ),
        '{"before":"","case":"change-1","collaboration":"regio","command":"c-1","'
        'definition":"'
        + "0" * 64 +
        '","effective":"2027-02-01","id":"e-1","lifecycle":"change","recorded":"2'
        '027-02-01T09:30:00Z","schema":1,"sequence":1,"step":"adopt","type":"Effe'
        'ctDone","what":{"attempts":3,"effect":"letter","facts":[{"name":"letter_'
        'sent","type":"yes_no","value":true}],"key":"'
        + "5" * 32 +
        '","looked_up":true,"plugin":"voorbeeld 0.1.0"}}',
        "70df2ccc9c241e8bd2476a1898f90488b7592db1e55a20154ca01ccec499d0a9",
    ),
    "an effect that failed": (
        event(
            EffectFailed("letter", "5" * 32, "voorbeeld 0.1.0", 8, "raised", Sealed(SEAL)),
            case="change-1", lifecycle="change", step="adopt",
        ),
        '{"before":"","case":"change-1","collaboration":"regio","command":"c-1","'
        'definition":"'
        + "0" * 64 +
        '","effective":"2027-02-01","id":"e-1","lifecycle":"change","recorded":"2'
        '027-02-01T09:30:00Z","schema":1,"sequence":1,"step":"adopt","type":"Effe'
        'ctFailed","what":{"attempts":8,"effect":"letter","fault":"raised","key":'
        '"'
        + "5" * 32 +
        '","plugin":"voorbeeld 0.1.0","said":{"sealed":"'
        + SEAL +
        '"}}}',
        "821fd0f22238be22bf66d4cd406546f13a5b6c46ad4840fa6a9814536b8e156c",
    ),
    "an effect that is sent again": (
        event(EffectAgain("letter", "5" * 32), case="change-1", actor="p-1"),
        '{"actor":"p-1","before":"","case":"change-1","collaboration":"regio","co'
        'mmand":"c-1","definition":"'
        + "0" * 64 +
        '","effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z",'
        '"schema":1,"sequence":1,"type":"EffectAgain","what":{"effect":"letter","'
        'key":"'
        + "5" * 32 +
        '"}}',
        "54a2131ea2be51fb47ba7f11ba06eacc2ed9eefa001e5572f56c9bf6818eb76d",
    ),
    "texts that were erased": (
        event(TextsErased((SEAL,), Sealed(SEAL)), actor="p-1"),
        '{"actor":"p-1","before":"","collaboration":"regio","command":"c-1","defini'
        'tion":"'
        + "0" * 64 +
        '","effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z","s'
        'chema":1,"sequence":1,"type":"TextsErased","what":{"because":{"sealed":"'
        + SEAL +
        '"},"seals":["'
        + SEAL +
        '"]}}',
        "3c1a7d65f82e0280c31a809e339b7cfa02bfc083b3726f35ee9d538d64bd49d1",
    ),
    "an effect that was given up": (
        event(EffectDropped("letter", "5" * 32, Sealed(SEAL)), case="change-1", actor="p-1"),
        '{"actor":"p-1","before":"","case":"change-1","collaboration":"regio","co'
        'mmand":"c-1","definition":"'
        + "0" * 64 +
        '","effective":"2027-02-01","id":"e-1","recorded":"2027-02-01T09:30:00Z",'
        '"schema":1,"sequence":1,"type":"EffectDropped","what":{"because":{"seale'
        'd":"'
        + SEAL +
        '"},"effect":"letter","key":"'
        + "5" * 32 +
        '"}}',
        "07ea8d22d23fe3b69012b2d5569c2563d402fc7fb3d2651b04aa8ed77e819ab0",
    ),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_texts_and_hashes_never_change(name):
    """These very bytes stand in records that are kept for decades."""
    one, text, digest = GOLDEN[name]
    assert text == encode(one)
    assert digest == hash_of(text)
    assert Line(one, text, digest) == line_of(one)
    assert one == decode(text)


def test_every_kind_of_event_has_a_golden_text():
    """No kind of event can be added without bytes that pin it."""
    assert set(HAPPENED.values()) == {type(one.what) for one, _, _ in GOLDEN.values()}


@pytest.mark.parametrize(("one", "other"), [("12.5", "12.50"), ("1E+5", "100000"), ("-0", "0.000")])
def test_equal_amounts_are_spelled_alike(one, other):
    """How an amount was typed does not show."""
    first, second = with_fact("money", Decimal(one)), with_fact("money", Decimal(other))
    assert encode(first) == encode(second)


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        ("money", 1.5),
        ("money", 5),
        ("money", Decimal("NaN")),
        ("money", Decimal("Infinity")),
        ("money", Decimal("1E+999999")),
        ("money", Decimal("1E-999999")),
        ("whole_number", True),
        ("whole_number", 2.0),
        ("whole_number", 10**5000),
        ("yes_no", 1),
        ("date", MOMENT),
        ("date", "2027-02-01"),
        ("term", Term(-1, "week")),
        ("term", Term(1, "fortnight")),
        ("text", 1),
        ("text", None),
        ("choice", ("a",)),
        ("number", 1),
    ],
    ids=lambda value: value if value in TYPES else type(value).__name__,
)
def test_a_value_of_another_type_is_misuse(type_, value):
    """What the declared type cannot hold is refused before it is recorded."""
    with pytest.raises(Misuse):
        encode(with_fact(type_, value))


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "half \ud83d"},
        {"what": PositionGiven("\udc00", "for")},
        {"what": FactRecorded(FactValue("a", "text", "\ud800"))},
        {"findings": (FindingRecord("\udfff", 2),)},
        {"findings": (FindingRecord("a", 3),)},
        {"recorded": datetime(2027, 2, 1)},
        {"recorded": datetime(2027, 2, 1, tzinfo=timezone(timedelta(hours=1)))},
        {"effective": MOMENT},
        {"what": "a text"},
        {"what": PositionGiven("a", 1.5)},
        {"id": object()},
        {"sequence": float("nan")},
        {"schema": SCHEMA + 1},
    ],
    ids=lambda wrong: "".join(wrong),
)
def test_what_cannot_be_recorded_is_misuse(wrong):
    """Half of a surrogate pair, an instant without UTC, a float: all are said, none crashes."""
    one = attrs.evolve(event(StepDone()), **wrong)
    with pytest.raises(Misuse):
        encode(one)


GOOD = json.loads(encode(GOLDEN["step"][0]))
POSITION = json.loads(encode(GOLDEN["position"][0]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        "{}",
        "[" * 100_000,
        '{"schema":' + "9" * 9999 + "}",
        json.dumps({**GOOD, "schema": 0}),
        json.dumps({**GOOD, "schema": True}),
        json.dumps({**GOOD, "schema": "1"}),
        json.dumps({**GOOD, "sequence": "42"}),
        json.dumps({**GOOD, "sequence": 42.0}),
        json.dumps({**GOOD, "type": "Unheard"}),
        json.dumps({**GOOD, "type": []}),
        json.dumps({**GOOD, "stranger": "a"}),
        json.dumps({**GOOD, "actor": 5}),
        json.dumps({**GOOD, "actor": None}),
        json.dumps({**GOOD, "id": "half \ud83d"}),
        json.dumps({**GOOD, "id": "half \ud83d"}, ensure_ascii=False),
        json.dumps({**GOOD, "effective": "1 februari"}),
        json.dumps({**GOOD, "recorded": "2027-02-01T09:30:00"}),
        json.dumps({**GOOD, "recorded": "2027-02-01T09:30:00+01:00"}),
        json.dumps({**GOOD, "findings": [["a"]]}),
        json.dumps({**GOOD, "findings": [[1, "yes", []]]}),
        json.dumps({**GOOD, "findings": [["a", "perhaps", []]]}),
        json.dumps({**GOOD, "findings": [["a", "yes", ["1"]]]}),
        json.dumps({**GOOD, "findings": [["a", "yes", [], 5]]}),
        json.dumps({**GOOD, "what": []}),
        json.dumps({**GOOD, "what": {"moved": 1}}),
        json.dumps({**GOOD, "what": {"opens": 1}}),
        json.dumps({**GOOD, "what": {"stranger": 1}}),
        json.dumps({**GOOD, "what": {"roles": [["a"]]}}),
        json.dumps({**GOOD, "what": {"roles": [["a", "bc"]]}}),
        json.dumps({**GOOD, "what": {"roles": [["a", [1]]]}}),
        json.dumps({**GOOD, "what": {"joined": [["a", ["b"]]]}}),
        json.dumps({**GOOD, "what": {"split": {"role": "a", "state": "b"}}}),
        json.dumps({**GOOD, "what": {"split": {"role": "a", "state": "b", "into": ["c"]}}}),
        json.dumps({**GOOD, "what": {"merged": {"cases": "a", "state": "b"}}}),
        json.dumps({**GOOD, "what": {"explanation": {"text": "a"}}}),
        json.dumps({**GOOD, "what": {"facts": [{"name": "a", "type": "money", "value": "1e5"}]}}),
        json.dumps({**GOOD, "what": {"facts": [{"name": "a", "type": "date", "value": 5}]}}),
        json.dumps({**GOOD, "what": {"facts": [{"name": "a", "type": "b", "value": "5"}]}}),
        json.dumps({**GOOD, "what": {"facts": [{"name": 1, "type": "text", "value": "5"}]}}),
        json.dumps({**POSITION, "what": {"decision": "a"}}),
        json.dumps({**POSITION, "what": {"decision": "a", "position": 1}}),
        json.dumps({**POSITION, "what": {"decision": "a", "position": "b", "c": "d"}}),
        json.dumps({name: GOOD[name] for name in GOOD if name != "id"}),
    ],
    ids=range(47),
)
def test_what_is_no_event_is_a_broken_record(text):
    """Whatever else a text is, it is refused as broken, and never half understood."""
    with pytest.raises(RecordBroken):
        decode(text)


@given(events, st.data())
def test_damaged_texts_never_crash(one, data):
    """A text with some characters changed is an event or a StoreError, and nothing else."""
    text = encode(one)
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 5))
    spoilt = text[:start] + data.draw(st.text(max_size=5)) + text[start + length :]
    try:
        decode(spoilt)
    except StoreError:
        return


def test_a_newer_schema_is_refused_by_name():
    """What a newer samenwerk wrote is said to be newer, not to be broken."""
    with pytest.raises(StoreVersion) as refused:
        decode(json.dumps({"schema": SCHEMA + 1, "all": "new"}))
    assert (SCHEMA + 1, SCHEMA) == (refused.value.params["found"], refused.value.params["known"])


def test_older_schemas_are_raised_step_by_step():
    """Each step takes the raw event to the next schema; what is current is left as it is."""
    steps = {
        1: lambda raw: {**raw, "seen": ["one"]},
        2: lambda raw: {**raw, "seen": [*raw["seen"], "two"]},
    }
    seen = {"schema": 3, "seen": ["one", "two"]}
    assert seen == raise_to_current({"schema": 1}, steps, 3)
    assert {"schema": 3, "seen": ["two"]} == raise_to_current({"schema": 2, "seen": []}, steps, 3)
    assert {"schema": 3} == raise_to_current({"schema": 3}, steps, 3)
    assert {"schema": SCHEMA} == raise_to_current({"schema": SCHEMA})


DO = Do(
    id="c-1",
    actor="p-1",
    moment=MOMENT,
    day=date(2027, 2, 1),
    case="change-1",
    step="adopt",
    facts={"cost": Decimal("12.5"), "pause": Term(4, "week"), "naam": "😀"},
    salt="a",
)


def test_a_digest_of_a_command_never_changes():
    """A command that is sent again after an upgrade is still known as the same."""
    assert "6e82f3d5bc265ee8a21579b53c4d7560390f7f8a6ad5aa288d6435f358ae3e79" == command_digest(DO)


@given(commands, commands)
def test_a_digest_is_of_everything_but_moment_and_salt(one, other):
    """Two commands have one digest exactly when they ask the same thing under the same id."""

    def asked(command):
        return type(command), attrs.asdict(
            command, filter=lambda f, _: f.name not in ("moment", "salt")
        )

    moved = attrs.evolve(one, moment=other.moment, salt=other.salt)
    assert command_digest(one) == command_digest(moved)
    same = repr(asked(one)) == repr(asked(other))
    if same or asked(one) != asked(other):
        assert same == (command_digest(one) == command_digest(other))


def test_values_of_other_types_have_other_digests():
    """A yes, a one, the text "1", an amount of 1 and a day are five different things to say."""
    said = (True, 1, "1", Decimal(1), date(2027, 2, 1), "2027-02-01", Term(1, "day"), "1 day")
    carried = {"id": "c", "actor": None, "moment": MOMENT, "day": date(2027, 2, 1)}
    made = {command_digest(Record(**carried, case="a", fact="b", value=one)) for one in said}
    assert len(said) == len(made)


def test_the_order_of_facts_does_not_matter():
    """A mapping is what it says, however it was filled."""
    turned = attrs.evolve(DO, facts=dict(reversed(DO.facts.items())))
    assert command_digest(DO) == command_digest(turned)


@pytest.mark.parametrize("wrong", [1.5, "\ud800", MOMENT, b"a"], ids=range(4))
def test_a_command_that_cannot_be_recorded_has_no_digest(wrong):
    """A value that no fact can hold is refused at the door, as misuse."""
    carried = {"id": "c", "actor": None, "moment": MOMENT, "day": date(2027, 2, 1)}
    with pytest.raises(Misuse):
        command_digest(Record(**carried, case="a", fact="b", value=wrong))
    with pytest.raises(Misuse):
        command_digest(Settle(**{**carried, "id": wrong}))
