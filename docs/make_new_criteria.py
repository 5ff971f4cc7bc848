"""Writes the paper on four plans in mid-flight: `python docs/make_new_criteria.py`.

`docs/nl/new-criteria.md` and `docs/en/new-criteria.md` are what `samenwerk migrate` and `replay`
print as Markdown for the story of `examples/new-criteria`.
"""

import contextlib
import io
import os
import re
import shutil
import tempfile
from pathlib import Path

from samenwerk.cli.main import main

ROOT = Path(__file__).resolve().parents[1]
HEADS = {
    "nl": "> Een stuk zoals een bestuur het krijgt, gemaakt met `python docs/make_new_criteria.py` "
    "uit het\n> verhaal van [lopende dossiers overzetten](how-to/move-running-cases.md). De regio, "
    "haar partijen en\n> alles wat zij doen, zijn verzonnen.\n",
    "en": "> A paper as a board gets it, made with `python docs/make_new_criteria.py` from the "
    "story of\n> [moving running cases](how-to/move-running-cases.md). The region, its parties and "
    "all that they do\n> are invented.\n",
}
STORE = ("--store", "regio.db")
MOVING = ("migrate", "lindedaal", "2027", *STORE, "--now", "2027-01-04T12:00")
AGAIN = ("replay", "lindedaal", "2027", *STORE)


def page(lang: str) -> str:
    """The paper in one language."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        os.environ.update(SAMENWERK_LANG=lang, COLUMNS="80")
        shutil.copytree(ROOT / "examples" / "new-criteria", ".", dirs_exist_ok=True)
        try:
            _printed("test", "2026", "--scenario", "vier_plannen", "--keep", "regio.db")
            moving, again = (_printed(*one, "--format", "markdown") for one in (MOVING, AGAIN))
        finally:
            os.environ.clear()
            os.environ.update(before)
    title, rest = moving.split("\n", 1)
    whole = f"{title}\n\n{HEADS[lang]}{rest}\n{again.replace('# ', '## ', 1)}"
    return re.sub(r"\b[0-9a-f]{64}\b", "...", whole).rstrip() + "\n"


def _printed(*words: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main(list(words))
    assert code in (0, 1), f"{words}: {code}"
    return out.getvalue()


if __name__ == "__main__":
    for lang in HEADS:
        (ROOT / "docs" / lang / "new-criteria.md").write_text(page(lang), encoding="utf-8")
