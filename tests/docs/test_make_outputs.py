"""Who follows a page word for word gets exactly what it says."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_outputs", ROOT / "docs" / "make_outputs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE = maker()


@pytest.mark.parametrize("path", MADE.pages(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_page_shows_what_happens(path: Path) -> None:
    """What it shows is what is printed today; `python docs/make_outputs.py` makes it so."""
    assert MADE.page(path) == path.read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that a page is followed in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENWERK_LANG", "en")
    return tmp_path


def test_what_is_printed_takes_the_place_of_what_was_shown(folder: Path) -> None:
    """Only the outputs of a page are made anew; its own words and its commands stay."""
    text = (
        "Look.\n\n```console\n$ mkdir region\n$ samenwerk status\nSomething else.\n```\n\nDone.\n"
    )
    made = MADE.followed(text)
    assert "Something else." not in made
    assert made.startswith("Look.\n\n```console\n$ mkdir region\n$ samenwerk status\n")
    assert made.endswith("```\n\nDone.\n")
    assert (folder / "region").is_dir()


def test_a_tail_that_was_left_out_stays_out(folder: Path) -> None:
    """`...` alone at the end keeps as many lines as the page shows before it."""
    made = MADE.followed("```console\n$ samenwerk explain SW103\nx\n...\n```\n")
    shown = made.splitlines()[2:-1]
    assert (2, "...") == (len(shown), shown[-1])
    assert shown[0].startswith("SW103")


def test_what_differs_each_time_is_masked() -> None:
    """A head and a duration are `...`; nothing else is."""
    head = "a1" * 32
    assert "Head: ...\n4 in ... s (... a second)." == MADE._masked(
        f"Head: {head}\n4 in 0.02 s (776 a second)."
    )


STEPS = """\
Make the file `a.toml` with this in it:

```toml
one = 1
two = 2
```

Put this at the end of `a.toml`:

```toml
three = 3
```

Find in `a.toml`:

```toml
two = 2
```

and make it:

```toml
two = 22
```

In `a.toml` you find:

```toml
one = 1
two = 22
```

Take out of `a.toml`:

```toml
one = 1
```
"""


def test_a_block_goes_where_the_sentence_before_it_says(folder: Path) -> None:
    """Making, adding, changing, looking and taking away; the page itself stays as it is."""
    assert STEPS == MADE.followed(STEPS)
    assert "two = 22\n\nthree = 3\n" == (folder / "a.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "A block of which nobody knows where it goes:\n\n```toml\na = 1\n```\n",
        "Find in `a.toml`:\n\n```toml\nb = 1\n```\n",
        "In `a.toml` you find:\n\n```toml\na =\n```\n",
        "Find in `a.toml`:\n\n```toml\na = 1\n```\n\nAnd then nothing.\n",
        "```console\n$ pip install samenwerk\n```\n",
    ],
    ids=["nowhere", "not there", "half a line", "not said into what", "not ours to run"],
)
def test_what_cannot_be_followed_is_a_fault(folder: Path, text: str) -> None:
    """A page that leaves its reader standing is not a page."""
    (folder / "a.toml").write_text("a = 1\n", encoding="utf-8")
    with pytest.raises(MADE.Unfollowable):
        MADE.followed(text)
