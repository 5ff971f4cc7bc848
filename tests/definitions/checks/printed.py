"""What an author is shown for the faulty file in a folder: for the tests beside it.

Each folder has a `faulty.toml`, with what is printed for it in `nl.txt` and `en.txt`. Run this
file to write those anew; then read them as the author would.
"""

import contextlib
from pathlib import Path

from samenwerk.definitions.checks import all_checks, texts_of
from samenwerk.definitions.checks.example import BASE
from samenwerk.definitions.places import LARGEST_FILE
from samenwerk.definitions.read import read_text
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.register_file import RegisterReading, read_register_text
from samenwerk.definitions.syntax_texts import TEXTS
from samenwerk.definitions.words import WORDING
from samenwerk.language.catalogue import Speaker, built_in
from samenwerk.language.diagnostics import render_diagnostics

HERE = Path(__file__).parent
LANGUAGES = ("nl", "en")
FOLDERS = sorted(path.name for path in HERE.iterdir() if (path / "nl.txt").is_file())

MADE = {"SW002": b"#" * (LARGEST_FILE + 1)}
"""What is too large to keep."""

OF_REGISTER = [check.code for check in all_checks() if getattr(check, "of", "") == "register"]


def read_folder(name: str) -> Reading | RegisterReading:
    """The reading of the faulty file in a folder, whatever else lies beside it."""
    with contextlib.chdir(HERE / name):
        data = MADE[name] if name in MADE else Path("faulty.toml").read_bytes()
        if name not in OF_REGISTER:
            return read_text(data, file="faulty.toml")
        workflow = read_text(BASE).workflow
        assert workflow is not None
        return read_register_text(data, workflow, "faulty.toml")


def printed(reading: Reading | RegisterReading, language: str) -> str:
    """The faults as an author reads them, on a terminal of eighty columns."""
    speaker = Speaker(language, catalogue=built_in().joined("definitions.words", WORDING))
    texts = {**TEXTS, **texts_of(all_checks())}
    lines = {source.file: source.lines for source in reading.sources}
    return render_diagnostics(reading.diagnostics, texts, lines, speaker, 80) + "\n"


if __name__ == "__main__":
    for folder in HERE.iterdir():
        if (folder / "faulty.toml").is_file() or folder.name in MADE:
            for language in LANGUAGES:
                shown = printed(read_folder(folder.name), language)
                (folder / f"{language}.txt").write_text(shown, encoding="utf-8", newline="\n")
