"""A new region is right at once, whatever its parties and names are."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from samenwerk.authoring.judging import Judged, judged
from samenwerk.authoring.parties import SORTS, invented, invented_supporter, named, sort_of
from samenwerk.authoring.region import Region, region_files
from samenwerk.scenarios.coverage import coverage

BASES = ["landelijk@2026.1", None]
LANGUAGES = ["nl", "en"]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


def put(region: Region, folder: Path) -> Judged:
    """The region in this folder, and what comes of it."""
    folder.mkdir(exist_ok=True)
    for name, text in region_files(region).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return judged(folder / "workflow.toml")


def usual(lang: str, extends: str | None) -> Region:
    """What somebody gets who answers nothing."""
    who = invented(lang)
    helper = None if extends is None else invented_supporter(lang, who)
    return Region(
        id="noord", lang=lang, nl="Noord", en="North", parties=who, chair=who[3],
        extends=extends, supporter=helper, invented=True,
    )  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("extends", BASES)
def test_the_usual_region_is_right(lang: str, extends: str | None, tmp_path: Path) -> None:
    """No fault, no warning, every story as it says; its own rules are seen both ways."""
    found = put(usual(lang, extends), tmp_path)
    assert ((), 4) == (found.folder.diagnostics, len(found.played))
    assert [] == [one.scenario.name for one in found.played if not one.passed]
    assert found.right
    workflow = found.folder.workflow
    assert workflow is not None
    seen = coverage(workflow, found.folder.reading, found.played).own(tmp_path.absolute())
    for kind in ("rule", "condition"):
        both, all_ = seen.count(kind)
        assert (kind, both) == (kind, all_)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("extends", BASES)
def test_what_we_write_fits_on_a_page(lang: str, extends: str | None) -> None:
    """No line of it is over 80 columns, none ends in spaces, and every file ends well."""
    for name, text in region_files(usual(lang, extends)).items():
        rows = text.split("\n")
        assert (name, "", True) == (name, rows[-1], bool(rows[-2]))
        prose = [row for row in rows if not row.startswith("|")]
        assert [] == [row for row in prose if len(row) > 80 or row != row.rstrip()]


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.sampled_from(LANGUAGES), st.sampled_from(BASES), TEXT, TEXT,
    st.lists(st.tuples(st.sampled_from(sorted(SORTS)), TEXT), min_size=1, max_size=5),
)  # fmt: skip
def test_any_names_give_a_right_region(
    tmp_path: Path, lang: str, extends: str | None, nl: str, en: str,
    told: list[tuple[str, str]],
) -> None:  # fmt: skip
    """Quotes, newlines, other scripts, signs with a meaning: names come back as they are."""
    who = named([("municipality", nl), *told], lang)
    helper = None if extends is None else invented_supporter(lang, who)
    region = Region(
        id="noord", lang=lang, nl=nl, en=en, parties=who, chair=who[0], extends=extends,
        supporter=helper,
    )  # fmt: skip
    found = put(region, tmp_path)
    assert () == found.folder.diagnostics
    assert found.right
    workflow = found.folder.workflow
    assert workflow is not None
    assert {"nl": nl, "en": en} == dict(workflow.labels)
    enrolled = found.folder.registers[""].parties
    assert [(one.name, {lang: one.called}) for one in who] == [
        (one.id, dict(one.names)) for one in enrolled if one.sort != "knowledge"
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sort_is_known_by_what_people_call_it(lang: str) -> None:
    """By its label in either language, with capitals or not."""
    for sort, told in SORTS.items():
        assert (sort, sort) == (sort_of(told[lang].upper()), sort_of(sort))
