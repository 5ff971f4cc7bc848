"""Values and days as people type them: taken when they mean one thing, else told what to type."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from tests.cli.world import Run

from samenwerk.cli.named import value_of
from samenwerk.language.written import day_from_words, moment_from_words, value_from_words
from samenwerk.values.cell import Value
from samenwerk.values.declared import Fact
from samenwerk.values.time import Term

COST = Fact(name="kosten", type="money")
COUNT = Fact(name="aantal", type="whole_number")
DAY = Fact(name="ingang", type="date")
TERM = Fact(name="looptijd", type="term")
TIED = Fact(name="akkoord", type="yes_no")
SIZE = Fact(name="omvang", type="choice", one_of=("groot", "klein"))
TEXT = Fact(name="toelichting", type="text")


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        (COST, "0,5", Decimal("0.5")), (COST, "1.250,50", Decimal("1250.50")),
        (COST, "€ 1.250,50", Decimal("1250.50")), (COST, "€ 5.000", Decimal("5000")),
        (COST, "1250.50", Decimal("1250.50")), (COST, "“1250,50”", Decimal("1250.50")),
        (COST, "5000,-", Decimal("5000")), (COST, "-12", Decimal("-12")),
        (COUNT, "12", 12), (COUNT, "1 250", 1250), (COUNT, "1.250.000", 1250000),
        (COUNT, "\u201312", -12), (COUNT, "twee", 2), (COUNT, "'12'", 12),
        (DAY, "1-3-2027", date(2027, 3, 1)), (DAY, "1 maart 2027", date(2027, 3, 1)),
        (DAY, "01/03/2027", date(2027, 3, 1)), (DAY, "“2027-03-01”", date(2027, 3, 1)),
        (TERM, "4 wk", Term(4, "week")), (TERM, "vier weken", Term(4, "week")),
        (TERM, "4\u00a0weken", Term(4, "week")), (TERM, "1 jaar", Term(1, "year")),
        (TERM, "4 weeks", Term(4, "week")),
        (TIED, "Ja", True), (TIED, "NEE", False), (TIED, "‘ja’", True), (TIED, "waar", True),
        (SIZE, "“groot”", "groot"), (SIZE, "Groot", "groot"),
        (TEXT, "“Ja”, zei zij, 1-3-2027", "“Ja”, zei zij, 1-3-2027"),
    ],
)  # fmt: skip
def test_what_can_mean_one_thing_is_taken(fact: Fact, typed: str, value: Value) -> None:
    """As the same writing in a file would be mended; a text stays as it was typed."""
    found = value_from_words(fact, typed)
    assert (value, type(value)) == (found, type(found))


@pytest.mark.parametrize(
    ("fact", "typed", "told"),
    [
        (COST, "5.000", 'kosten: "5.000" is op twee manieren te lezen; typ 5000 of 5.00.'),
        (COUNT, "5.000", 'aantal: "5.000" is op twee manieren te lezen; typ 5000 of 5.'),
        (COST, "50%", 'kosten kan niet "50%" zijn; dit is een bedrag, als 1250,50.'),
        (COST, "½", 'kosten kan niet "½" zijn; dit is een bedrag, als 1250,50.'),
        (COST, "0,505", 'kosten kan niet "0,505" zijn; dit is een bedrag, als 1250,50.'),
        (COUNT, "0,5", 'aantal kan niet "0,5" zijn; dit is een geheel getal, als 12.'),
        (COUNT, "€ 5", 'aantal kan niet "€ 5" zijn; dit is een geheel getal, als 12.'),
        (DAY, "1-3-27", 'ingang kan niet "1-3-27" zijn; dit is een dag, als 2027-02-01.'),
        (DAY, "30-2-2027", 'ingang kan niet "30-2-2027" zijn; dit is een dag, als 2027-02-01.'),
        (TERM, "4", 'looptijd kan niet "4" zijn; dit is een termijn, als 4 weken.'),
        (TIED, "misschien", 'akkoord kan niet "misschien" zijn; dit is ja of nee.'),
    ],
)
def test_what_cannot_is_told_what_to_type(fact: Fact, typed: str, told: str) -> None:
    """Nothing is guessed."""
    from samenwerk.cli.failing import Fail
    from samenwerk.cli.words import words

    with pytest.raises(Fail) as stopped:
        value_of(fact, typed, "nl")
    assert told == words("nl", stopped.value.id, **stopped.value.params)


@pytest.mark.parametrize("typed", ["2027-03-01", "1-3-2027", "1 mrt 2027", "1 March 2027"])
def test_a_day(typed: str) -> None:
    """With the day first, as it is written here."""
    assert date(2027, 3, 1) == day_from_words(typed)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2027-03-01T09:30", datetime(2027, 3, 1, 9, 30)),
        ("2027-03-01 09:30:15", datetime(2027, 3, 1, 9, 30, 15)),
        ("1-3-2027 9.30", datetime(2027, 3, 1, 9, 30)),
        ("1 maart 2027 om 9:30 uur", datetime(2027, 3, 1, 9, 30)),
        ("1-3-2027", datetime(2027, 3, 1, 12, 0)),
        ("1-3-2027 25:00", None), ("9:30", None), ("straks", None), ("2027-03-01T", None),
    ],
)  # fmt: skip
def test_a_moment(typed: str, moment: datetime | None) -> None:
    """A day alone is noon; a time alone is none."""
    assert moment == moment_from_words(typed)


def test_at_the_command_line(begun: Run) -> None:
    """A day, a moment and values as they are typed, all in one act; then a number in doubt."""
    now = ("--now", "3-2-2027 9.30")
    ran = begun("fact", "w", "cost", "€ 1.250,50", "--as", "noord", "--on", "3 feb 2027", *now)
    assert (0, "") == (ran.code, ran.err)
    ran = begun("fact", "w", "cost", "5.000", "--as", "noord", *now, "--lang", "en")
    told = 'cost: "5.000" can be read in two ways; type 5000 or 5.00.\n'
    assert (2, "", told) == (ran.code, ran.out, ran.err)
    ran = begun("fact", "w", "cost", "5", "--as", "noord", "--on", "30-2-2027", *now)
    assert (2, "") == (ran.code, ran.out)
    assert 'Bij --on: "30-2-2027" is geen dag; schrijf 2027-02-01.' == ran.err.splitlines()[0]
