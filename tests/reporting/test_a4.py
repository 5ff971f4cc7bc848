"""The A4: one page whatever is on it, read back by libraries that are not ours."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import docx as word
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.handmade import NOON, started, workflow
from tests.reporting.test_wall_looked_at import LONG

from samenwerk import Engine, MemoryStore, Party, Plugins, Room
from samenwerk.cli.main import main
from samenwerk.reporting.a4.fitting import LENGTHS, MOST, clip, fitted, shortened
from samenwerk.reporting.a4.gathered import gathered
from samenwerk.reporting.a4.measured import height, on_one_page
from samenwerk.reporting.a4.sheet import Row, Section, Sheet
from samenwerk.reporting.a4.typeset import on_one_page as set_on_one_page
from samenwerk.reporting.a4.typeset import pdf
from samenwerk.reporting.a4.word import docx

HEADS = {
    "nl": ["Waarom we dit doen", "Wat we afspraken", "Wat er loopt", "Wat er nu nodig is",
           "Bij wie u terechtkunt"],
    "en": ["Why we do this", "What we agreed", "What is running", "What is needed now",
           "Who you can ask"],
}  # fmt: skip
ARABIC = "بلدية الشرق"


@pytest.fixture
def room() -> Iterator[Room]:
    """A room with a budget that waits for the support of its members."""
    engine, room = started(workflow())
    yield room
    engine.close()


def read(made: bytes) -> PdfReader:
    """A PDF as another library reads it."""
    return PdfReader(io.BytesIO(made))


def text_of(made: bytes) -> str:
    """What is read on it, on one line; where a long word may be parted is no text."""
    pages = (page.extract_text() for page in read(made).pages)
    return " ".join(" ".join(pages).replace("\u200b", "").split())


def paragraphs(made: bytes) -> list[tuple[str, str]]:
    """The paragraphs of a DOCX as another library reads them, with the style of each."""
    return [(one.style.name, one.text) for one in word.Document(io.BytesIO(made)).paragraphs]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_pdf_answers_five_questions_on_one_page(room: Room, lang: str) -> None:
    """Each section stands on it, in the language of who asks, which the file tells as well."""
    made = room.report_file("a4", lang)
    file = read(made)
    told = text_of(made)
    assert 1 == len(file.pages)
    assert HEADS[lang] == [one for one in HEADS[lang] if one in told]
    root: Any = file.trailer["/Root"]
    assert (lang, True) == (root["/Lang"], root["/MarkInfo"]["/Marked"])
    assert file.metadata is not None
    assert gathered(room.whole(), lang).title == file.metadata.title
    assert datetime(2027, 2, 10, tzinfo=UTC) == file.metadata.creation_date


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_word_processor_gets_headings_and_lists(room: Room, lang: str) -> None:
    """The same text, in styles by which it can be walked through."""
    made = room.report_file("a4", lang, "docx")
    found = paragraphs(made)
    sheet = gathered(room.whole(), lang)
    assert HEADS[lang] == [text for style, text in found if style == "Heading 1"]
    assert list(sheet.texts) == [text.removeprefix("! ") for _, text in found]
    told = word.Document(io.BytesIO(made)).core_properties
    assert (sheet.title, {"nl": "nl-NL", "en": "en-GB"}[lang]) == (told.title, told.language)


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_the_same_record_gives_the_same_file(room: Room, format: str) -> None:
    """No clock is in it."""
    made = room.report_file("a4", "nl", format)
    assert made == room.report_file("a4", "nl", format)
    assert made != room.report_file("a4", "en", format)


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of a region after two years; it is a story, and all in it is invented."""
    made = tmp_path_factory.mktemp("a4") / "region.db"
    story = ("test", "achterhoek-2030", "--scenario", "twee_jaar", "--keep", str(made))
    assert 0 == main([*story])
    return made


def test_the_file_is_what_its_name_says(region: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that ends in .docx makes that; a report that cannot be that says what it can be."""
    asked = ("report", "a4", "--lang", "nl", "--store", str(region), "--output")
    for end, begins in ((".pdf", b"%PDF-"), (".docx", b"PK")):
        made = region.with_name(f"sheet{end}")
        assert 0 == main([*asked, str(made)])
        assert made.read_bytes().startswith(begins)
    assert 0 != main([*asked, str(region.with_name("sheet.html"))])
    assert "pdf of docx" in capsys.readouterr().err
    assert 0 != main([*asked[:-1]])
    assert "--output" in capsys.readouterr().err
    assert not region.with_name("sheet.html").exists()


def test_free_texts_stand_on_it_only_when_asked_for(region: Path) -> None:
    """Else it says that there are such, and not what they say."""
    told = []
    for number, more in enumerate(((), ("--texts",))):
        made = region.with_name(f"texts{number}.pdf")
        asked = ("report", "a4", "--lang", "nl", "--store", str(region))
        asked = (*asked, "--output", str(made))
        assert 0 == main([*asked, *more])
        told.append(text_of(made.read_bytes()))
    purpose = "Een loket voor leefstijl in elke kern"
    assert [False, True] == [purpose in one for one in told]
    assert [True, False] == ["staat in 5 vrije teksten" in one for one in told]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("nl", "Waarom we dit doen • In 2030 zijn alle inwoners van de Achterhoek gezond"),
     ("en", "Why we do this • In 2030 all who live in the Achterhoek are healthy and happy.")],
)  # fmt: skip
def test_what_it_is_for_comes_first(region: Path, lang: str, expected: str) -> None:
    """In the words of the workflow itself, without asking for the free texts of cases."""
    made = region.with_name(f"why-{lang}.pdf")
    asked = ("report", "a4", "--lang", lang, "--store", str(region), "--output", str(made))
    assert 0 == main([*asked])
    assert expected in text_of(made.read_bytes())


def test_a_workflow_that_says_it_in_one_language_is_told_in_that(room: Room) -> None:
    """Words that are there go before words that are not; of none it says nothing."""
    whole = room.whole()
    said = [
        gathered(attrs.evolve(whole, workflow=attrs.evolve(whole.workflow, purpose=purpose)), "en")
        .sections[0].rows[0].text
        for purpose in ({"nl": "Langer thuis."}, {"nl": "Langer thuis.", "en": " "}, {})
    ]  # fmt: skip
    since = "This has been worked on since 10 February 2027, now by 3 parties."
    assert ["Langer thuis.", "Langer thuis.", since] == said


def test_what_is_needed_is_what_the_tree_says(room: Room) -> None:
    """Who must do what for which step, and after the day it says since when it is late."""
    told = text_of(room.report_file("a4", "nl"))
    assert "dien in: Nota (b, voor: Vaststellen)" in told
    assert room.hand_in("note", "Nota", case="b", actor="noord").carried_out
    assert "dien in: Nota" not in text_of(room.report_file("a4", "nl"))


def test_sixty_parties_and_long_names_still_make_one_page(room: Room) -> None:
    """Much is left out then, and it says how much."""
    names = [f"{LONG} {at}" if at % 3 else f"{ARABIC} {at}" for at in range(60)]
    parties = [
        Party(f"p{at}", "provider", names=(("nl", name), ("en", name)))
        for at, name in enumerate(names)
    ]
    assert room.enrol(parties=parties).carried_out
    for at in range(24):
        case = f"{LONG}_{at}" if at % 2 else f"{ARABIC} {at}"
        assert room.do("budget.draft", case=case, parent="c", actor=f"p{at}").carried_out
    made = room.report_file("a4", "nl")
    assert 1 == len(read(made).pages)
    told = text_of(made)
    assert re.search(r"zijn \d+ punten weggelaten", told)
    assert re.search(r"En nog \d+ punten", told)
    assert f"{LONG}_1" in told
    sheet = gathered(room.whole(), "nl")
    kept = [text for style, text in paragraphs(docx(fitted(sheet, on_one_page)))
            if style == "List Bullet"]  # fmt: skip
    gone = sum(len(one.rows) for one in sheet.sections) - len(kept)
    assert f"{gone} punten weggelaten" in fitted(sheet, on_one_page).short


def test_without_cases_it_says_so() -> None:
    """A collaboration that only began has an A4 too, with every section."""
    with Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: NOON) as engine:
        told = text_of(engine.start(workflow(), "regio").report_file("a4", "en"))
    for one in ("Nothing has begun yet.", "Nothing was agreed yet.", "Nothing is running now.",
                "Nothing is needed now.", "Nobody was appointed yet."):  # fmt: skip
        assert one in told


@pytest.mark.parametrize(
    "name",
    ["#panic()", "*vet* _x_ $x$ @noot", "<script>", "\u202eabc", '"\\', "#[= kop]", "`` ` //"],
)
def test_a_name_stays_text(room: Room, name: str) -> None:
    """Whatever a case is called, nothing of it is markup."""
    assert room.do("budget.draft", case=name, parent="c", actor="noord").carried_out
    shown = name.replace("\u202e", "<U+202E>")
    assert "".join(shown.split()) in "".join(text_of(room.report_file("a4", "nl")).split())
    assert any(shown in text for _, text in paragraphs(room.report_file("a4", "nl", "docx")))


WORDS = st.text("abcdefg ijw MW-é字ب", max_size=400)
ROWS = st.builds(Row, WORDS, st.just("") | WORDS, st.booleans())
SHEETS = st.builds(
    Sheet,
    lang=st.sampled_from(["nl", "en"]),
    title=st.text("Wmi é", min_size=1, max_size=300).map(lambda one: f"x{one}"),
    said=WORDS,
    sections=st.lists(
        st.builds(Section, st.just("Kop"), st.lists(ROWS, min_size=1, max_size=24).map(tuple)),
        min_size=5, max_size=5,
    ).map(tuple),
    count_more=st.just(lambda count: f"en nog {count}"),
    count_short=st.just(lambda rows, texts: f"weg {rows}, korter {texts}"),
    day=st.just((2027, 2, 10)),
)  # fmt: skip


@given(SHEETS)
@settings(max_examples=4)
def test_whatever_is_on_it_it_is_one_page(sheet: Sheet) -> None:
    """As PDF and as reckoned for a word processor; every section keeps a point."""
    for fits in (set_on_one_page, on_one_page):
        made = fitted(sheet, fits)
        assert fits(made)
        assert all(one.rows for one in made.sections)
        assert attrs.evolve(sheet, title=made.title, said=made.said) == made or made.short
    assert 1 == len(read(pdf(fitted(sheet, set_on_one_page))).pages)


@given(SHEETS)
def test_what_is_left_out_is_counted(sheet: Sheet) -> None:
    """What each section tells and what it says it does not tell is all there was."""
    made = fitted(sheet, on_one_page)
    for old, new in zip(sheet.sections, made.sections, strict=True):
        gone = len(old.rows) - len(new.rows)
        assert (f"en nog {gone}" if gone else "") == new.more


@given(SHEETS, st.sampled_from(LENGTHS))
def test_fewer_points_never_take_more_room(sheet: Sheet, longest: int) -> None:
    """By that the fullest sheet that fits is found by halving."""
    much = shortened(sheet, (MOST,) * 5, longest)
    less = shortened(sheet, (2,) * 5, longest)
    lines = 5 * 12 + 2 * 12  # what it says of what it left out takes some lines of its own
    assert height(less) <= height(much) + lines


@pytest.mark.parametrize(
    ("text", "longest", "left"),
    [
        ("precies tien", 12, "precies tien"),
        ("een lange zin", 12, "een lange…"),
        ("samenwerkingsverband", 12, "samenwerkin…"),
        ("de samenwerkingsovereenkomst", 12, "de samenwer…"),
        ("een lange, zin", 12, "een lange…"),
        ("", 12, ""),
    ],
)
def test_a_text_is_broken_off_between_words_where_that_saves_most_of_it(
    text: str, longest: int, left: str
) -> None:
    """In a word where else half of the room would stay empty; never longer than it may be."""
    assert left == clip(text, longest)
    assert len(left) <= longest
