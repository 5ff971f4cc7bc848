"""Acts and questions on a store: what is printed, what is recorded, and the exit codes."""

import json
from pathlib import Path

import pytest
from tests.cli.world import Run


def test_a_refusal_is_shown_whole(begun: Run) -> None:
    """Verdict, each condition with its source, and what is still needed beside what was given."""
    ran = begun("do", "w", "adopt", "--as", "zuid", "--fill", "effect=2027-04-01")
    told = """\
Dit kan nog niet. Voor "Vaststellen" is nog niet alles geregeld.

  ?    De regio draagt de wijziging [Afspraken 2026, art. 4]
       ?    Draagvlak: nog open; 0 van 3 voor, nodig 2; nog niets gezegd: Zorg
            Noord, Zorg Zuid en Zorg West
  nee  Impactnotitie is nog niet ingediend
"""
    assert (1, "") == (ran.code, ran.err)
    assert told == ran.out[: len(told)]
    assert "vul daarbij in" not in ran.out
    assert ran.out.endswith("  2. Zorg Zuid (Voorzitter): Vaststellen\n")


def test_doing_all_that_is_needed(begun: Run) -> None:
    """A paper, two positions of which one by mandate, a day filled in: adopted."""
    for words in (
        ("document", "w", "note", "Nota 1", "--as", "noord"),
        ("say", "w", "carry", "voor", "--as", "noord"),
        ("say", "w", "carry", "for", "--as", "noord", "--for", "west"),
    ):
        assert 0 == begun(*words).code, words
    ran = begun("do", "w", "adopt", "--as", "zuid", "--fill", "effect=2027-04-01")
    assert 0 == ran.code, ran.out
    assert "Dossier w is nu: Vastgesteld. Vastgelegd als nummer 8." in ran.out
    told = begun("status").out
    assert "w (Wijziging): Vastgesteld, klaar sinds 1 februari 2027" in told


def test_only_asking_records_nothing(begun: Run) -> None:
    """`do --ask` gives the verdict and leaves the record as it was."""
    before = json.loads(begun("status", "--format", "json").out)["sequence"]
    ran = begun("do", "w", "withdraw", "--as", "noord", "--ask", "--format", "json")
    asked = json.loads(ran.out)
    assert (0, "allowed", False) == (ran.code, asked["verdict"], asked["carried_out"])
    assert before == json.loads(begun("status", "--format", "json").out)["sequence"]


def test_a_command_with_an_id_is_done_once(begun: Run) -> None:
    """The same words with the same id again: the old answer, nothing recorded; other words: 2."""
    first = begun("document", "w", "note", "Nota", "--as", "noord", "--id", "n1")
    again = begun("document", "w", "note", "Nota", "--as", "noord", "--id", "n1")
    other = begun("document", "w", "note", "Anders", "--as", "noord", "--id", "n1")
    assert (0, 0, 2) == (first.code, again.code, other.code)
    assert "Deze opdracht was al uitgevoerd" in again.out
    assert "n1" in other.err


def test_values_are_read_by_their_type(begun: Run) -> None:
    """An amount in Dutch spelling is an amount; a word is refused with what it should be."""
    ran = begun("fact", "w", "cost", "1250,50", "--as", "noord")
    assert 0 == ran.code, ran.err
    assert "Kosten is € 1.250,50" in begun("history").out
    wrong = begun("fact", "w", "cost", "veel", "--as", "noord")
    told = 'cost kan niet "veel" zijn; dit is een bedrag, als 1250,50.\n'
    assert (2, told) == (wrong.code, wrong.err)


def test_names_that_nothing_has(begun: Run) -> None:
    """A step, party, case, decision, document or fact that is not there: the nearest name."""
    for words, told in (
        (("do", "w", "adapt", "--as", "zuid"), 'geen stap met de naam "adapt". Bedoelde u "adopt"'),
        (("do", "w", "adopt", "--as", "zuit"), 'geen partij met de naam "zuit". Bedoelde u "zuid"'),
        (("do", "x", "adopt", "--as", "zuid"), 'geen dossier met de naam "x"; wel: s, w.'),
        (("say", "w", "cary", "for", "--as", "zuid"), 'Bedoelde u "carry"'),
        (("say", "w", "carry", "misschien", "--as", "zuid"), '"misschien" is geen standpunt'),
        (("document", "w", "nota", "x", "--as", "noord"), 'Bedoelde u "note"'),
        (("fact", "w", "kosten", "1", "--as", "noord"), 'geen gegeven met de naam "kosten"'),
        (("do", "w", "adopt", "--as", "zuid", "--fill", "x=1"), "wel: effect."),
        (("do", "w", "adopt", "--as", "zuid", "--fill", "effect"), "NAAM=WAARDE"),
    ):
        ran = begun(*words)
        assert (2, "") == (ran.code, ran.out), words
        assert told in ran.err, (words, ran.err)


def test_a_mandate_that_ended(begun: Run) -> None:
    """On the day after its last one the mandate no longer speaks, and it is said why."""
    words = ("say", "w", "carry", "for", "--as", "noord", "--for", "west")
    ran = begun(*words, "--now", "2027-03-01T09:00")
    assert 1 == ran.code
    assert "geldig tot en met 28 februari 2027" in " ".join(ran.out.split())


def test_needs_and_todo_and_blockers(begun: Run) -> None:
    """The tree of acts, the same for one party, and those without whom it cannot go on."""
    ran = begun("needs", "w", "adopt")
    assert 1 == ran.code
    assert "nog 2 van deze 3 (Zorg Noord, Zorg Zuid en Zorg West)" in " ".join(ran.out.split())
    todo = begun("todo", "noord")
    assert 0 == todo.code
    assert "w: Intrekken (change.withdraw)" in todo.out
    blocked = json.loads(begun("blockers", "w", "adopt", "--format", "json").out)
    assert [{"case": "w", "step": "change.adopt", "who": ["noord", "zuid"]}] == blocked["blockers"]


def test_due_days(begun: Run) -> None:
    """The term of a state, with the day and who can see to it; late once it has passed."""
    ran = begun("due")
    assert "15 maart 2027, w:" in ran.out
    assert "VOORBIJ, 15 maart 2027" in begun("due", "--now", "2027-03-16").out


def test_a_real_collaboration_cannot_pretend(run: Run) -> None:
    """Without `--rehearsal` no other moment is possible, at the start or later."""
    assert (2, "") == (run("start", "balie", "--now", "2027-02-01").code, run("status").out)
    assert 0 == run("start", "balie").code
    ran = run("todo", "noord", "--now", "2027-02-01")
    assert (2, "balie is geen oefening: daar kan het alleen nu zijn.\n") == (ran.code, ran.err)


def test_starting_twice_and_several(run: Run) -> None:
    """A name is taken once; with two collaborations one has to say which."""
    assert 0 == run("start", "balie", "--id", "een").code
    again = run("start", "balie", "--id", "een")
    assert (2, "Er is al een samenwerking een. Kies een andere naam met --id.\n") == (
        again.code,
        again.err,
    )
    assert 0 == run("start", "balie", "--id", "twee").code
    which = run("status")
    assert (2, "Er zijn meer samenwerkingen: een, twee. Kies er een met --in.\n") == (
        which.code,
        which.err,
    )
    assert 0 == run("status", "--in", "twee").code
    assert 'Bedoelde u "twee"?' in run("status", "--in", "twe").err


def test_no_store_yet(run: Run) -> None:
    """Without a store every command says how to begin, and makes none."""
    register = ("register", "balie/register.toml")
    for words in (("status",), ("todo", "noord"), ("history",), register):
        ran = run(*words)
        told = "Er is geen opslag samenwerk.db. Begin met: samenwerk start WERKWIJZE\n"
        assert (2, "", told) == (ran.code, ran.out, ran.err)
    assert not Path("samenwerk.db").exists()


def test_a_workflow_with_faults_begins_nothing(run: Run, folder: Path) -> None:
    """`start` shows the faults as `check` does, and no store is made."""
    path = folder / "balie" / "workflow.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n[rool.x]\n", encoding="utf-8")
    ran = run("start", "balie")
    assert 1 == ran.code
    assert "SW101" in ran.out
    assert not (folder / "samenwerk.db").exists()


def test_what_is_sound_in_a_register_is_taken_up(begun: Run, folder: Path) -> None:
    """One bad line is named with its place and the others go in: exit 1."""
    more = folder / "meer.toml"
    more.write_text(
        '[register.party]\noost = { sort = "provider", nl = "Zorg Oost" }\n'
        'midden = { sort = "providr", nl = "Zorg Midden" }\n',
        encoding="utf-8",
    )
    ran = begun("register", "meer.toml")
    assert 1 == ran.code
    assert ran.out.startswith("meer.toml:3:19: SW103 ")
    assert "Opgenomen: 1 partij.\n" in ran.out
    assert 0 == begun("todo", "oost").code
    assert 2 == begun("todo", "midden").code


TWO_REGISTERS = """\
[register.party]
oost = { sort = "provider", nl = "Zorg Oost" }
midden = { sort = "provider", nl = "Zorg Midden", belongs_to = "midden" }
[register]
gives = [
  { mandate = "speak_for", who = ["midden"], to = "oost" },
  { mandate = "speak_for", who = ["oost"], to = "noord" },
]
"""


def test_lines_about_a_party_with_a_fault_wait(begun: Run, folder: Path) -> None:
    """What is sound comes in as one event, also beside a party that was there; the rest is told."""
    (folder / "meer.toml").write_text(TWO_REGISTERS, encoding="utf-8")
    count = begun("history").out.count("in het register")
    ran = begun("register", "meer.toml", "--format", "json")
    told = json.loads(ran.out)
    counts = {"parties": 1, "sits": 0, "holds": 0, "gives": 1, "regions": 0}
    assert (1, counts) == (ran.code, told["enrolled"])
    assert (["SW110"], [{"line": 6, "column": 3}]) == (
        [one["code"] for one in told["faults"]], told["waiting"])  # fmt: skip
    assert count + 1 == begun("history").out.count("in het register")
    text = begun("register", "meer.toml").out
    assert "1 regel wacht tot dit is hersteld" in text


def test_a_strict_register_is_taken_up_whole_or_not_at_all(begun: Run, folder: Path) -> None:
    """With a fault nothing comes in; without one, all of it."""
    (folder / "meer.toml").write_text(TWO_REGISTERS, encoding="utf-8")
    before = begun("status", "--format", "json").out
    ran = begun("register", "meer.toml", "--strict")
    assert (1, before) == (ran.code, begun("status", "--format", "json").out)
    assert "Uit meer.toml is niets opgenomen, omdat er fouten in staan" in ran.out
    sound = TWO_REGISTERS.replace(', belongs_to = "midden"', "")
    (folder / "meer.toml").write_text(sound, encoding="utf-8")
    assert 0 == begun("register", "meer.toml", "--strict").code


def test_explaining_a_step_in_a_case(begun: Run) -> None:
    """May it be done now, and why: every condition, also when something must still be filled in."""
    ran = begun("explain", "adopt", "--case", "w")
    assert 1 == ran.code
    assert "De regio draagt de wijziging [Afspraken 2026, art. 4]" in ran.out
    assert "Impactnotitie is nog niet ingediend" in ran.out


def test_explaining_names_and_codes(begun: Run) -> None:
    """A rule with where it is needed; a code with why and an example; nothing for nonsense."""
    rule = begun("explain", "carried")
    assert """\
De regio draagt de wijziging (regel change.carried)
  Wat waar moet zijn:
  - over Draagvlak is besloten
  Zolang dit niet zo is, kan de stap niet.
  Bron: Afspraken 2026, art. 4

  Waar het naar kijkt, en hoe dat er komt:
  - Draagvlak (besluit change.carry): hierover beslissen: Deelnemer; bij
    gekwalificeerde meerderheid
      samenwerk say DOSSIER carry STANDPUNT --as PARTIJ

  Wat een regio mag kiezen:
  - aan deze regel zelf verandert een regio niets

  Nodig bij:
  - Vaststellen (stap change.adopt)
""" == rule.out
    page = begun("explain", "SW103")
    assert (0, True) == (page.code, "Zo is het goed:" in page.out)
    assert (2, "") == (begun("explain", "SW999").code, begun("explain", "niets").out)


def test_explaining_tells_what_could_not_be_written(begun: Run) -> None:
    """What a text leaves to people stands on its page, as text and as data."""
    told = begun("explain", "segment", "--workflow", "heerenveen")
    assert "Wat hierin niet te schrijven was: Dat sociale senioren" in told.out
    data = begun("explain", "segment", "--workflow", "heerenveen", "--format", "json")
    assert '"unencodable": "Dat sociale senioren een gemiddelde opleiding' in data.out


def test_before_the_register_is_taken_up_the_answer_is_to_do_so(run: Run) -> None:
    """Whoever begins without a register is told what comes first, and not that a name is wrong."""
    run("start", "balie", "--rehearsal", "--now", "2027-02-01T09:00")
    ran = run("do", "s", "found", "--as", "zuid")
    assert (
        2,
        '"zuid" doet niet mee, want er doet nog niemand mee. Neem eerst op wie er\n'
        "meedoen: samenwerk register register.toml\n",
    ) == (ran.code, ran.err)


@pytest.mark.parametrize("format", ["text", "json"])
def test_a_register_is_not_taken_up_for_who_is_not_in_it(
    begun: Run, folder: Path, format: str
) -> None:
    """Who does not stand in the register is refused, and nothing is said to be taken up."""
    more = '[register.party]\noost = { sort = "provider", nl = "Zorg Oost" }\n'
    (folder / "meer.toml").write_text(more, encoding="utf-8")
    before = begun("history").out
    ran = begun("register", "meer.toml", "--as", "nobody", "--format", format)
    said = "not_you" if format == "json" else "niet in het register"
    assert (1, True) == (ran.code, said in " ".join(ran.out.split()))
    assert before == begun("history").out
    assert 0 == begun("register", "meer.toml", "--as", "noord").code


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("do", "w", "Vaststellen", "--as", "zuid"), 'Bedoelde u "adopt"?'),
        (("do", "w", "vastellen", "--as", "zuid"), 'Bedoelde u "adopt"?'),
        (("do", "w", "adopt", "--as", "Zorg Zuid"), 'Bedoelde u "zuid"?'),
        (("document", "w", "impactnota", "Nota", "--as", "noord"), 'Bedoelde u "note"?'),
        (("explain", "draagvlakk"), 'Bedoelde u "change.carry"?'),
    ],
)
def test_what_people_call_it_leads_to_the_name(
    begun: Run, words: tuple[str, ...], told: str
) -> None:
    """A label, or nearly one, in the place of a name: the name is told."""
    ran = begun(*words)
    assert 2 == ran.code
    assert ran.err.replace("\n", " ").strip().endswith(told), ran.err


def test_which_positions_there_are(begun: Run) -> None:
    """What is no position is told with those there are, in the language of the call alone."""
    ran = begun("say", "w", "carry", "ja", "--as", "noord")
    assert (2, "") == (ran.code, ran.out)
    told = '"ja" is geen standpunt; mogelijk is: voor, tegen, bezwaar, onthouding, vraag om uitleg.'
    assert told == " ".join(ran.err.split())
