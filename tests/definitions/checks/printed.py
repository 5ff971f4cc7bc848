"""What an author is shown for the faulty file in a folder: for the tests beside it.

Each folder has a `faulty.toml` (or a faulty `scenarios.toml`), with what is printed for it in
`nl.txt` and `en.txt`. Run this file to write those anew; then read them as the author would.
"""

import contextlib
from pathlib import Path

from samenwerk.cli.examples import Found, found_in
from samenwerk.definitions.checks import all_checks, texts_of
from samenwerk.definitions.checks.example import BASE
from samenwerk.definitions.checks.shown import Shown, bad_of
from samenwerk.definitions.read import read_text
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.register_file import RegisterReading, read_register_text
from samenwerk.definitions.spelling.places import LARGEST_FILE
from samenwerk.definitions.words import WORDING
from samenwerk.language.catalogue import Speaker, built_in
from samenwerk.language.diagnostics import render_diagnostics
from samenwerk.scenarios.faults import every_check, scenario_checks

HERE = Path(__file__).parent
LANGUAGES = ("nl", "en")
FOLDERS = sorted(path.name for path in HERE.iterdir() if (path / "nl.txt").is_file())

MADE = {"SW002": b"#" * (LARGEST_FILE + 1)}
"""What is too large to keep."""

STORY = "scenarios.toml"
OF_SCENARIOS = {check.code: check for check in scenario_checks()}
OF_REGISTER = [check.code for check in all_checks() if getattr(check, "of", "") == "register"]


def read_folder(name: str) -> Found:
    """What is found in the faulty file in a folder, whatever else lies beside it."""
    if name in OF_SCENARIOS:
        beside = bad_of(OF_SCENARIOS[name])[0].files
        return found_in(Shown((HERE / name / STORY).read_bytes(), "scenarios", beside))
    with contextlib.chdir(HERE / name):
        data = MADE[name] if name in MADE else Path("faulty.toml").read_bytes()
        if name in OF_REGISTER:
            workflow = read_text(BASE).workflow
            assert workflow is not None
            read: Reading | RegisterReading = read_register_text(data, workflow, "faulty.toml")
        else:
            read = read_text(data, file="faulty.toml")
    return Found(read.diagnostics, {source.file: source.lines for source in read.sources})


def printed(found: Found, language: str) -> str:
    """The faults as an author reads them, on a terminal of eighty columns."""
    speaker = Speaker(language, catalogue=built_in().joined("definitions.words", WORDING))
    texts = texts_of(every_check())
    return render_diagnostics(found.diagnostics, texts, found.lines, speaker, 80) + "\n"


if __name__ == "__main__":
    for folder in HERE.iterdir():
        if any((folder / name).is_file() for name in ("faulty.toml", STORY, "nl.txt")):
            for language in LANGUAGES:
                shown = printed(read_folder(folder.name), language)
                (folder / f"{language}.txt").write_text(shown, encoding="utf-8", newline="\n")
