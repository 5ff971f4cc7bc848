"""The pages for authors are the same in both languages, and lead to pages that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {lang: sorted((DOCS / lang).rglob("*.md")) for lang in ("nl", "en")}


def test_every_page_is_there_in_both_languages() -> None:
    """With the same name, and with as much to do: as many commands and as many blocks."""
    told = {
        lang: [
            (
                path.relative_to(DOCS / lang).as_posix(),
                len(re.findall(r"^\$ samenwerk (\w+)", path.read_text("utf-8"), re.MULTILINE)),
                re.findall(r"^```(\w+)$", path.read_text("utf-8"), re.MULTILINE),
                len(re.findall(r"^#+ ", _words(path), re.MULTILINE)),
            )
            for path in pages
        ]
        for lang, pages in PAGES.items()
    }
    assert told["nl"] == told["en"]


@pytest.mark.parametrize(
    "path", [*PAGES["nl"], *PAGES["en"]], ids=lambda path: path.relative_to(DOCS).as_posix()
)
def test_every_link_leads_somewhere(path: Path) -> None:
    """A page that is named by another is there."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", _words(path))
    assert [] == [one for one in links if not (path.parent / one).is_file()]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_how_to_is_in_the_index(lang: str) -> None:
    """And in the tutorial, which ends with them."""
    names = [f"how-to/{path.name}" for path in sorted((DOCS / lang / "how-to").glob("*.md"))]
    for page in ("README.md", "tutorial.md"):
        text = (DOCS / lang / page).read_text(encoding="utf-8")
        assert names == sorted(set(re.findall(r"\((how-to/[^)]+)\)", text)))


@pytest.mark.parametrize(
    "path",
    [path for pages in PAGES.values() for path in pages if "how-to" in path.parts],
    ids=lambda path: path.relative_to(DOCS).as_posix(),
)
def test_every_how_to_ends_well(path: Path) -> None:
    """The last time that the texts are checked and the stories played, all is right; where a page
    changes no text, there is nothing to check."""
    text = path.read_text(encoding="utf-8")
    if "```toml" not in text and "$ samenwerk check ." not in text:
        assert "$ samenwerk " in text
        return
    checked, tested = (text.rpartition(f"$ samenwerk {one} .")[2] for one in ("check", "test"))
    assert re.match(r"[^$]*(geen fouten|no faults) \(|.* --effective", checked)
    assert re.match(r"[^$]*\d+ [a-z]+, 0 (fout|wrong);", tested)


def _words(path: Path) -> str:
    """What a page says itself: without its blocks."""
    return re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
