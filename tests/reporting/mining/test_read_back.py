"""pm4py, a tool of others, reads what is exported: the same traces, and a net that fits wholly."""

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.handmade import started, workflow
from tests.reporting.mining.played import STORIES, played

from samenwerk import Room
from samenwerk.core.encode import to_raw

ROOT = Path(__file__).resolve().parents[3]
# It names, once, another package that would read faster.
pytestmark = pytest.mark.filterwarnings("ignore:Install the optional requirement")


@pytest.fixture(scope="module")
def pm4py() -> Iterator[Any]:
    """pm4py, whose own warnings and progress are its own affair."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = pytest.importorskip("pm4py", reason="pm4py is not installed")
        found.util.constants.SHOW_PROGRESS_BAR = False
        yield found


def recorded(room: Room) -> dict[str, list[int]]:
    """By case the sequences of what happened in it, read from the lines of the record alone."""
    found: dict[str, list[int]] = {}
    for line in room.history():
        raw = to_raw(line.event)
        what = raw.get("what", {})
        made = [id for id, _ in what.get("split", {}).get("into", ())]
        for case in (raw.get("case"), *made, *what.get("merged", {}).get("cases", ())):
            if case is not None:
                found.setdefault(case, []).append(raw["sequence"])
    return found


def fits(pm4py: Any, log: Any) -> bool:
    """Whether every trace can be replayed on the net that is discovered from the log."""
    net = pm4py.discover_petri_net_inductive(log)
    replayed = pm4py.fitness_token_based_replay(log, *net)
    return (1.0, 100.0) == (replayed["log_fitness"], replayed["perc_fit_traces"])


def traces(found: Any, case: str, sequence: str) -> dict[str, list[int]]:
    """By case the sequences in the order in which pm4py has them."""
    return {id: [int(one) for one in rows[sequence]] for id, rows in found.groupby(case)}


@pytest.mark.parametrize(("work", "story"), STORIES)
def test_xes(pm4py: Any, tmp_path: Path, work: str, story: str) -> None:
    """A trace for each case, with the same events in the same order, and fitness 1.0."""
    room = played(work, story)
    file = tmp_path / "log.xes"
    file.write_bytes(room.export("xes"))
    found = pm4py.read_xes(str(file))
    assert recorded(room) == traces(found, "case:concept:name", "sequence")
    assert fits(pm4py, found)
    by_name = pm4py.read_xes(str(file), variant="iterparse")
    assert list(found["activity"]) == list(by_name["activity"])
    for lifecycle in set(found["case:lifecycle"]):
        assert fits(pm4py, found[found["case:lifecycle"] == lifecycle])


@pytest.mark.parametrize(("work", "story"), STORIES)
def test_ocel(pm4py: Any, tmp_path: Path, work: str, story: str) -> None:
    """Each event and object is there, and told by kind of object each net fits."""
    room = played(work, story)
    file = tmp_path / "log.json"
    file.write_bytes(room.export("ocel"))
    log = pm4py.read_ocel2_json(str(file))
    assert room.collaboration.sequence == len(log.events)
    parties = {f"party:{one.id}" for one in room.collaboration.register.parties}
    cases = {f"case:{one}" for one in room.collaboration.cases}
    assert parties | cases | {"whole"} == set(log.objects["ocel:oid"])
    found: dict[str, list[int]] = {}
    for type in pm4py.ocel_get_object_types(log):
        flat = pm4py.ocel_flattening(log, type)
        assert fits(pm4py, flat)
        if not set(flat["case:concept:name"]) & ({"whole"} | parties):
            # in the record a case is told of by others too: when one opens under it
            inside = traces(flat, "case:concept:name", "sequence")
            found |= {id.removeprefix("case:"): rows for id, rows in inside.items()}
    events = [line.event for line in room.history()]
    for case, sequences in recorded(room).items():
        assert [one for one in found[case] if one in sequences] == sequences
        for other in set(found[case]) - set(sequences):
            what = events[other - 1].what
            assert case in (what.opens, what.rests_on)


def test_history(pm4py: Any, tmp_path: Path) -> None:
    """As a table with a case, an activity and a time it is a log too."""
    pandas = pytest.importorskip("pandas")
    room = played(*STORIES[0])
    file = tmp_path / "log.csv"
    file.write_bytes(room.export("history"))
    table = pandas.read_csv(file)
    log = pm4py.format_dataframe(
        table[table["case"].notna()], case_id="case", activity_key="activity", timestamp_key="time"
    )
    assert recorded(room) == traces(log, "case:concept:name", "sequence")
    assert fits(pm4py, log)


def test_a_hostile_text_is_read_back(pm4py: Any, tmp_path: Path) -> None:
    """In both formats it comes back as it was written."""
    hostile = '"/></event>{"]}<!-- &amp; \u202e \t'
    room = started(workflow())[1]
    assert room.record("remark", hostile, case="b", actor="noord").carried_out
    for name, read in (("xes", pm4py.read_xes), ("json", pm4py.read_ocel2_json)):
        file = tmp_path / f"log.{name}"
        file.write_bytes(room.export("ocel" if name == "json" else name, texts=True))
        log = read(str(file))
        events = log if name == "xes" else log.events
        assert [hostile] == [one for one in events["fact.remark"] if isinstance(one, str)]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_program_in_the_manual_runs(
    pm4py: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Whoever copies it from the page gets a net that fits."""
    page = (ROOT / "docs" / lang / "how-to" / "into-other-tools.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("regio.xes").write_bytes(played("transformatieplan", "ingediend").export("xes"))
    exec(program, {})
    assert capsys.readouterr().out.endswith("1.0\n")
