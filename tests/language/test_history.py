"""The record as a reader sees it: one line for each event."""

from datetime import UTC, date, datetime
from decimal import Decimal

from samenwerk.language.catalogue import Speaker
from samenwerk.language.clean import clean
from samenwerk.language.history import event_line, render_history
from samenwerk.values.event import (
    CollaborationStarted,
    DocumentHandedIn,
    DocumentIn,
    Enrolled,
    FactRecorded,
    FactValue,
    Happened,
    PositionGiven,
    RecordedEvent,
    Sealed,
    StepDone,
)
from samenwerk.values.register import Giving, Holding, Located, Party, Seat
from samenwerk.values.time import Term

TEXTS = {"d1": "Effecten,\nversie 2", "d2": "Wij zien \x1b[31mgeen bezwaar"}


def event(sequence: int, what: Happened, **more: object) -> RecordedEvent:
    given: dict[str, object] = {
        "collaboration": "regio-1",
        "sequence": sequence,
        "id": f"e{sequence}",
        "command": f"c{sequence}",
        "effective": date(2027, 3, 3),
        "recorded": datetime(2027, 3, 3, 9, 0, tzinfo=UTC),
        "definition": "d",
        "what": what,
        "before": "",
        "actor": "west",
        **more,
    }
    return RecordedEvent(**given)


IN_CHANGE = {"case": "change-1", "lifecycle": "change"}
MOVED = {"step": "adopt", "from_state": "asked", "to_state": "adopted", **IN_CHANGE}
EVENTS = (
    event(1, CollaborationStarted("regio", "Europe/Amsterdam", False), actor=None),
    event(
        2,
        Enrolled(
            parties=(Party("west", "provider"), Party("oost", "provider")),
            sits=(Seat("horizontal", "west"),),
            holds=(Holding("chair", "west"),),
            gives=(Giving("vote", ("oost",), "west"), Giving("vote", ("noord",), "west")),
            regions=(Located("map", "east", "west"),),
        ),
        actor=None,
    ),
    event(
        3,
        StepDone(
            opens="",
            facts=(
                FactValue("cost", "money", Decimal("1250")),
                FactValue("benefit", "money", Decimal("3000"), "oost"),
                FactValue("term", "term", Term(3, "month")),
                FactValue("remark", "text", Sealed("gone")),
            ),
            documents=(DocumentIn("impact_note", Sealed("d1")), DocumentIn("plan", None)),
            roles=(("lead", ("west",)),),
        ),
        step="open",
        to_state="draft",
        **IN_CHANGE,
    ),
    event(
        4,
        PositionGiven("adoption", "for", Sealed("d2")),
        on_behalf_of="oost",
        mandate="vote",
        effective=date(2027, 3, 1),
        **IN_CHANGE,
    ),
    event(5, PositionGiven("adoption", "object", Sealed("gone")), **IN_CHANGE),
    event(6, FactRecorded(FactValue("cost", "money", Decimal(5)), "voorbeeld"), **IN_CHANGE),
    event(7, DocumentHandedIn(DocumentIn("impact_note", Sealed("gone"))), **IN_CHANGE),
    event(
        8,
        StepDone(moved=False, waits=True, explanation=Sealed("d2")),
        step="submit",
        from_state="draft",
        to_state="draft",
        on_behalf_of="west",
        **IN_CHANGE,
    ),
    event(9, StepDone(back=True), **{**MOVED, "to_state": "draft"}),
    event(10, StepDone(over=True), **{**MOVED, "actor": None}),
)


def test_a_record_in_dutch(nl: Speaker) -> None:
    """Sequence, day, who and what; erased texts show as erased, hidden signs as what they are."""
    expected = """\
   1  3 maart 2027  het systeem: de samenwerking is begonnen, volgens werkwijze
      regio
   2  3 maart 2027  het systeem: in het register: 2 partijen, 1 plaats aan
      tafel, 1 rol, 2 mandaten en 1 plaats in een regio
   3  3 maart 2027  Zorg West: Beginnen; dossier change-1 (Wijziging) is nu
      concept; kosten is € 1.250,00; baat van Zorg Oost is € 3.000,00; term is 3
      maanden; remark is (tekst gewist); effectnotitie "Effecten, versie 2";
      plan; trekker: Zorg West
   4  1 maart 2027 (vastgelegd op 3 maart 2027)  Zorg West (namens Zorg Oost,
      met mandaat stemmandaat): standpunt voor over Vaststelling, in dossier
      change-1; reden: "Wij zien <U+001B>[31mgeen bezwaar"
   5  3 maart 2027  Zorg West: standpunt bezwaar over Vaststelling, in dossier
      change-1; reden: (tekst gewist)
   6  3 maart 2027  Zorg West: kosten is € 5,00, in dossier change-1; volgens
      plugin voorbeeld
   7  3 maart 2027  Zorg West: effectnotitie (tekst gewist) ingediend, in
      dossier change-1
   8  3 maart 2027  Zorg West: Voorleggen, in dossier change-1; uitleg: "Wij
      zien <U+001B>[31mgeen bezwaar"; het wachten is op de anderen
   9  3 maart 2027  Zorg West: Vaststellen; dossier change-1 gaat terug van
      voorgelegd naar concept
  10  3 maart 2027  vanzelf: Vaststellen; dossier change-1 gaat van voorgelegd
      naar vastgesteld; hiermee is het dossier klaar"""

    assert expected == render_history(EVENTS, nl, TEXTS.get)


def test_an_event_in_english_is_one_line(en: Speaker) -> None:
    """A line for a log or a table, without its sequence."""
    assert (
        "3 March 2027  Zorg West: Begin; case change-1 (Change) is now draft; cost is €1,250.00; "
        "benefit of Zorg Oost is €3,000.00; term is 3 months; remark is (text erased); "
        'impact note "Effecten, versie 2"; plan; project lead: Zorg West'
        == event_line(EVENTS[2], en, TEXTS.get)
    )


def test_the_day_of_recording_is_that_of_the_workflows_zone(en: Speaker) -> None:
    """Half past eleven at night in Greenwich is the next day in Amsterdam."""
    late = datetime(2027, 3, 28, 23, 30, tzinfo=UTC)
    step = event(1, StepDone(), **{**MOVED, "recorded": late, "effective": date(2027, 3, 29)})

    assert event_line(step, en, TEXTS.get).startswith("29 March 2027  Zorg West")
    assert event_line(step, en, TEXTS.get, "UTC").startswith(
        "29 March 2027 (recorded on 28 March 2027)  Zorg West"
    )


def test_a_rehearsal_is_called_one(nl: Speaker) -> None:
    """Nobody takes a rehearsal for the real thing."""
    rehearsal = event(1, CollaborationStarted("regio", "UTC", True), actor=None)

    assert "een oefening is begonnen" in event_line(rehearsal, nl, TEXTS.get)


def test_a_record_can_be_read_without_its_workflow() -> None:
    """Names stand in for labels when a definition or plugin is gone."""
    text = render_history(EVENTS, Speaker("nl"), lambda sealed: None)

    assert "west: open; dossier change-1 (change) is nu draft; cost is € 1.250,00" in " ".join(
        text.split()
    )
    assert text == clean(text)
    assert "" == render_history((), Speaker("nl"), TEXTS.get)
