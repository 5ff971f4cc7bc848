"""The page about checks says what the checks say."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from samenwerk.cli.main import main

ROOT = Path(__file__).resolve().parents[2]


def maker() -> ModuleType:
    """The script that makes the pages."""
    spec = importlib.util.spec_from_file_location("make_checks", ROOT / "docs" / "make_checks.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_pages_are_what_the_checks_make_of_them() -> None:
    """Whoever changes a sentence makes the pages anew: `python docs/make_checks.py`."""
    checks = maker()
    assert checks.page() == (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    written = {
        path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs/checks").iterdir()
    }
    assert checks.pages() == written


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("code", ["SW004", "SW104", "SW133", "SW201", "SW305"])
def test_the_command_tells_the_page(
    code: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """`samenwerk explain` and the page in the docs say the same."""
    assert 0 == main(["explain", code, "--lang", lang])
    page = (ROOT / "docs" / "checks" / f"{code}.md").read_text(encoding="utf-8")
    chapter = page.split("## ")[1 if lang == "nl" else 2]
    told = [row.strip() for row in capsys.readouterr().out.splitlines() if row.strip()]
    shown = [row.strip() for row in chapter.splitlines() if row.strip()]
    assert told == [row for row in shown if row[:3] != "```"][1 : len(told) + 1]
