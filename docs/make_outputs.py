"""Writes in the pages what their commands really print: `python docs/make_outputs.py [PAGE...]`.

A page is followed word for word in an empty folder: every `$ command` of a `console` block is
run, and every `toml` block goes where the sentence before it says. What a page only shows and
nobody can run here (installing) stands in a `sh` block. `...` stands for what differs each time.

The pages of `OWN_PYTHON` are followed in a Python of their own, in which no plugin is installed:
there `pip install --editable .` and `pytest` are run as well, and `python` and `markdown` blocks go
in files too.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

import samenwerk
from samenwerk.cli.main import main

ROOT = Path(__file__).resolve().parents[1]

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = r"`(?P<file>[^`]+)`"
SAID = {
    "append": (f"zet dit onderaan in {_FILE}", f"put this at the end of {_FILE}"),
    "write": (f"maak het bestand {_FILE} met daarin", f"make the file {_FILE} with this in it"),
    "find": (f"zoek in {_FILE}", f"find in {_FILE}"),
    "change": ("en maak ervan", "and make it"),
    "remove": (f"haal uit {_FILE} weg", f"take out of {_FILE}"),
    "shown": (f"in {_FILE} staat", f"in {_FILE} you find"),
}
"""What is done with a `toml` block: the words, in Dutch and in English, that end with its colon."""
CHANGING = (
    (re.compile(r"\b[0-9a-f]{64}\b"), "..."),
    (re.compile(r"\b\d+[.,]\d+ s \(\d+ (?=per\b|a\b)"), "... s (... "),
    (re.compile(r"\b\d+[.,]\d+ s\b"), "... s"),
    (re.compile(r"\bin \d+\.\d+s\b"), "in ... s"),
    (re.compile(r"\b\d+ ms\b(: [^\n]+)?"), "... ms"),
    (re.compile(r"(?m)(?<=^  is in      )/.+|(?<=^  staat in      )/.+"), "..."),
)
"""What is another each time: digests and heads, how long something took, where it is."""
ON_A_SERVER = ("CI", "BUILD_NUMBER")
"""By these pytest knows that nobody watches."""
OWN_PYTHON = ("docs/nl/plugin-tutorial.md", "docs/en/plugin-tutorial.md")
"""The pages on which somebody programs."""


class Unfollowable(Exception):
    """A page says something that a person who follows it cannot do."""


def pages() -> list[Path]:
    """The pages that are followed."""
    found = [ROOT / "README.md"]
    for lang in ("nl", "en"):
        found += sorted((ROOT / "docs" / lang).rglob("*.md"))
    return found


def page(path: Path) -> str:
    """The page with what its commands print now; Unfollowable where it cannot be followed."""
    lang = "nl" if "nl" in path.relative_to(ROOT).parts else "en"
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT).as_posix()
    with _in_an_empty_folder(lang):
        PREPARED.get(name, lambda: None)()
        if name not in OWN_PYTHON:
            return followed(text)
        with _own_python() as run:
            return followed(text, run, ("toml", "python", "markdown"))


Run = Callable[[list[str]], str]
"""Runs a command and gives what it prints."""


def followed(text: str, run: Run | None = None, put: tuple[str, ...] = ("toml",)) -> str:
    """A text with what its commands print, followed in the working folder.

    `run` runs a command (None: in this very process), `put` are the blocks that go in files.
    """
    rows, at, found = list[str](), 0, None
    for block in FENCE.finditer(text):
        before, body = text[at : block.start()], block[2]
        if block[1] == "console":
            body = _console(body, run or _run)
        elif block[1] in put:
            found = _toml(body, _sentence(before), found)
        rows += [before, f"```{block[1]}\n{body}```"]
        at = block.end()
    if found is not None:
        raise Unfollowable(f"what is to be made of this is not said:\n{found[1]}")
    return "".join([*rows, text[at:]])


def _sentence(before: str) -> str:
    """The last paragraph before a block, on one line."""
    return " ".join(before.strip().rpartition("\n\n")[2].split())


def _console(body: str, run: Run) -> str:
    """The commands of a block, each with what it prints now."""
    made = []
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        printed = _masked(run(shlex.split(command)))
        rows, wanted = printed.splitlines(), shown.splitlines()
        if wanted and wanted[-1] == "..." and len(rows) >= len(wanted):
            rows[len(wanted) - 1 :] = ["..."]  # the tail was left out, so that one sees the point
        made.append("\n".join([f"$ {command}", *rows]))
    return "\n".join(made) + "\n"


def _moved(words: list[str]) -> bool:
    """Make a folder or go to one, when that is what is asked."""
    if words[0] == "mkdir":
        Path(words[1]).mkdir()
    elif words[0] == "cd":
        os.chdir(words[1])
    return words[0] in ("mkdir", "cd")


def _run(words: list[str]) -> str:
    """What one command prints, on both streams in the order in which it comes."""
    if _moved(words):
        return ""
    if words[0] != "samenwerk":
        raise Unfollowable(f"this cannot be run here: {shlex.join(words)}")
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(words[1:])
    if code not in (0, 1, 2, 4):
        raise Unfollowable(f"{shlex.join(words)} ended with {code}:\n{out.getvalue()}")
    return out.getvalue()


@contextlib.contextmanager
def _own_python() -> Iterator[Run]:
    """A way to run commands in a Python of their own: all that is installed here, but no plugin."""
    with tempfile.TemporaryDirectory() as place:
        venv.create(place, with_pip=False)
        home = Path(place) / ("Scripts" if os.name == "nt" else "bin")
        (packages,) = Path(place).rglob("site-packages")
        for folder in (Path(one) for one in sys.path if one.endswith("site-packages")):
            for one in folder.iterdir():
                ours = one.name.startswith(("samenwerk", "__editable__")) or one.suffix == ".pth"
                if not ours and not (packages / one.name).exists():
                    (packages / one.name).symlink_to(one)
        env = {
            # there pytest prints more of what failed than a person sees
            **{name: said for name, said in os.environ.items() if name not in ON_A_SERVER},
            "PYTHONPATH": str(Path(samenwerk.__file__).parents[1]),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
            "PYTEST_ADDOPTS": "-p no:cacheprovider",
        }

        def run(words: list[str]) -> str:
            if _moved(words):
                return ""
            python = str(home / "python")
            commands = {
                "samenwerk": [python, "-m", "samenwerk"],
                "pytest": [python, "-m", "pytest"],
                "pip": [sys.executable, "-m", "pip", "-qq", "--python", python],
            }
            if words[0] not in commands:
                raise Unfollowable(f"this cannot be run here: {shlex.join(words)}")
            alone = ["--no-deps", "--no-index", "--no-build-isolation"]
            more = alone if words[0] == "pip" else []
            ran = subprocess.run(
                [*commands[words[0]], *words[1:], *more], env=env, check=False, text=True,
                encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
            if ran.returncode not in (0, 1, 2, 4) or (words[0] == "pip" and ran.returncode):
                raise Unfollowable(f"{shlex.join(words)} ended badly:\n{ran.stdout}")
            return ran.stdout

        yield run


def _masked(printed: str) -> str:
    for pattern, instead in CHANGING:
        printed = pattern.sub(instead, printed)
    return "\n".join(row.rstrip() for row in printed.splitlines())


Found = tuple[Path, str]
"""A file and the lines of it that the next block replaces."""


def _toml(body: str, sentence: str, found: Found | None) -> Found | None:
    """Do with a block what its sentence says; gives what the next block is to replace."""
    act, name = _said(sentence)
    if (act == "change") != (found is not None):
        raise Unfollowable(f"lines are found and then changed: {sentence}")
    if found is not None:
        file, old = found
        _replace(file, old, body)
        return None
    file = Path(name)
    if act == "write":
        file.write_text(body, encoding="utf-8", newline="\n")
        return None
    text = file.read_text(encoding="utf-8")
    if act == "append":
        file.write_text(f"{text.rstrip()}\n\n{body}", encoding="utf-8", newline="\n")
        return None
    if f"\n{text}".count(f"\n{body}") != 1:
        times = f"\n{text}".count(f"\n{body}")
        raise Unfollowable(f"this stands {times} times in {name}:\n{body}\n---\n{text}")
    if act == "remove":
        _replace(file, body, "")
    return (file, body) if act == "find" else None


def _said(sentence: str) -> tuple[str, str]:
    """What is to be done, and with which file ("" where the sentence before named it)."""
    for act, ways in SAID.items():
        for way in ways:
            match = re.search(rf"\b{way}:$", sentence, re.IGNORECASE)
            if match is not None:
                return act, match.groupdict().get("file", "")
    raise Unfollowable(f"where does this go? {sentence}")


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    made = f"\n{text}".replace(f"\n{old}", f"\n{new}", 1)[1:]
    file.write_text(made, encoding="utf-8", newline="\n")


def _desk() -> None:
    """The examples, and beside the shared desk a text with one name misspelt."""
    shutil.copytree(ROOT / "examples", "examples")
    desk = Path("examples/shared-desk")
    text = (desk / "workflow.toml").read_text(encoding="utf-8")
    misspelt = text.replace('to = "open"', 'to = "opne"')
    (desk / "misspelt.toml").write_text(misspelt, encoding="utf-8")


def _criteria() -> None:
    """The two texts of the region whose criteria change."""
    shutil.copytree(ROOT / "examples" / "new-criteria", "new-criteria")


def _plan() -> None:
    """The workflow of a transformation plan, in a folder of one's own."""
    shutil.copytree(ROOT / "workflows" / "transformatieplan", ".", dirs_exist_ok=True)


PREPARED: dict[str, Callable[[], None]] = {
    "README.md": _desk,
    "docs/nl/how-to/move-running-cases.md": _criteria,
    "docs/en/how-to/move-running-cases.md": _criteria,
    "docs/nl/how-to/report-to-a-board.md": _plan,
    "docs/en/how-to/report-to-a-board.md": _plan,
    "docs/nl/how-to/look-in-a-browser.md": _plan,
    "docs/en/how-to/look-in-a-browser.md": _plan,
    "docs/nl/how-to/into-other-tools.md": _plan,
    "docs/en/how-to/into-other-tools.md": _plan,
    "docs/nl/how-to/care-of-the-record.md": _plan,
    "docs/en/how-to/care-of-the-record.md": _plan,
}
"""What stands ready for who follows a page: that of a checkout."""


@contextlib.contextmanager
def _in_an_empty_folder(lang: str) -> Iterator[None]:
    """In an empty folder, in one language and 80 columns wide."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        os.environ.update(SAMENWERK_LANG=lang, COLUMNS="80")
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


if __name__ == "__main__":
    for path in [Path(one).resolve() for one in sys.argv[1:]] or pages():
        path.write_text(page(path), encoding="utf-8", newline="\n")
        print(path.relative_to(ROOT))
