"""The law on terms in a workflow: when a term ends, what stands in the definition, and stories."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import samenwerk_termijnen
from samenwerk import Engine, MemoryStore, Plugins, check, load, render
from samenwerk.scenarios.folder import read_folder
from samenwerk.scenarios.play import Player
from samenwerk.values.time import Term

FOLDER = Path(__file__).resolve().parents[1] / "workflow"
PLUGINS = Plugins.of(samenwerk_termijnen)
TEXT = """
[workflow]
id = "wet"
version = "1"
nl = "Wet"
plugins = ["termijnen>=0.1,<1"]
uses = ["termijnen.termijnenwet"]
"""


def written(folder: Path, more: str = "") -> Path:
    """A workflow that uses the law, with these lines."""
    (folder / "workflow.toml").write_text(TEXT + more, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("term", "day", "expected"),
    [
        ("6 weeks", date(2027, 2, 15), date(2027, 3, 30)),  # Easter Monday
        ("6 weeks", date(2027, 2, 12), date(2027, 3, 30)),  # Good Friday, and the days after it
        ("8 weeks", date(2026, 11, 6), date(2027, 1, 4)),  # New Year's Day, on a Friday
        ("3 days", date(2027, 3, 25), date(2027, 3, 31)),  # two ordinary days in it
        ("2 days", date(2027, 3, 25), date(2027, 3, 30)),
        ("3 months", date(2027, 1, 27), date(2027, 4, 28)),  # King's Day
        ("13 weeks", date(2027, 1, 26), date(2027, 4, 27)),  # too long for the law
        ("1 year", date(2026, 12, 25), date(2027, 12, 25)),
        ("1 week", date(2027, 4, 29), date(2027, 5, 7)),  # Ascension Day
    ],
)  # fmt: skip
def test_a_term_of_a_law_ends_as_the_law_says(
    tmp_path: Path, term: str, day: date, expected: date
) -> None:
    """Articles 1 to 4, by the calendar as a workflow has it."""
    law = load(written(tmp_path), plugins=PLUGINS).calendars["termijnenwet"]
    assert expected == Term.parse(term).by(law).after(day)


def test_a_region_adds_a_day_that_the_king_put_on_a_par(tmp_path: Path) -> None:
    """Days and years can be added; what the law says cannot be changed."""
    more = '[calendar.termijnenwet]\ndays_off = { 2027-05-07 = "Gelijkgesteld" }\n'
    law = load(written(tmp_path, more), plugins=PLUGINS).calendars["termijnenwet"]
    assert date(2027, 5, 10) == Term.parse("1 week").by(law).after(date(2027, 4, 29))
    for line in ('plugin = "termijnen.bank_days"', 'up_to = { add = ["1 year"] }',
                 "holds = 1", 'weekend = ["sunday"]'):  # fmt: skip
        found = check(written(tmp_path, f"[calendar.termijnenwet]\n{line}\n"), plugins=PLUGINS)
        assert ["SW113"] == [one.code for one in found.diagnostics if one.serious], line


def test_what_is_given_is_told_at_its_place(tmp_path: Path) -> None:
    """A parameter that the calendar does not know, and a calendar that is not there."""
    head = '[calendar.x]\nnl = "X"\nfirst_year = 2027\nlast_year = 2028\n'
    for more, case, told in (
        ('plugin = "termijnen.nederland"\nwith = { lustrum = 5 }\n', "with", "lustrum?"),
        ('plugin = "termijnen.nederlands"\n', "plugin", "termijnen.nederland\"?"),
    ):
        found = check(written(tmp_path, head + more), plugins=PLUGINS)
        assert [("SW125", case)] == [
            (one.code, one.params["case"]) for one in found.diagnostics if one.serious
        ]
        assert told in render(found, "nl", plugins=PLUGINS)


def test_stories_play_and_a_room_does_not_need_the_plugin(tmp_path: Path) -> None:
    """The definition holds the days off: the same digest, and the same days without it.

    Unless it uses the word that the plugin brings; but for that it needs nobody.
    """
    folder = read_folder(FOLDER / "workflow.toml", plugins=PLUGINS)
    workflow = folder.workflow
    assert workflow is not None
    stories = Player(workflow, folder.scenarios, folder.registers, plugins=lambda names: PLUGINS)
    assert [True] * 8 == [one.passed for one in stories.play_all()]
    text = (FOLDER / "workflow.toml").read_text(encoding="utf-8")
    word = '{ lies_ready = "papers", ago = "1 week" }'
    assert word in text
    (tmp_path / "workflow.toml").write_text(text.replace(word, '{ document = "papers" }'))
    workflow = load(tmp_path, plugins=PLUGINS)
    store = MemoryStore()
    moment = datetime(2027, 2, 15, 12, tzinfo=UTC)
    Engine(store, plugins=PLUGINS, clock=lambda: moment).start(workflow, "region")
    later = Engine(store, plugins=Plugins.of(), clock=lambda: moment).room("region")
    assert workflow.digest == later.workflow.digest
    assert workflow.calendars == later.workflow.calendars
