"""What plugins rest on stays as it is: the hooks and their values, as `promised.txt` has them.

A change there is a change for everybody who wrote a plugin. Make it on purpose, with a note, and
then write the page anew: `python -m tests.hooks.test_promises`.
"""

import re
from pathlib import Path

from docs import make_hooks

from samenwerk.hooks import spec
from samenwerk.hooks.families import HOOKS

ROOT = Path(__file__).resolve().parents[2]
PAGE = Path(__file__).with_name("promised.txt")

VERSION = re.search(r'^version = "(\d+\.\d+)', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)


def since(hook: str) -> str:
    """Since which version a hook is there, as its specification ends."""
    found = re.search(r"Since (\d+\.\d+)\.$", " ".join((getattr(spec, hook).__doc__ or "").split()))
    assert found is not None, f"{hook} does not end with the version since which it is there"
    return found[1]


def promises() -> dict[str, str]:
    """Each hook with all that is promised of it: since when, its signature, its values."""
    signature = make_hooks.signature
    return {one: f"since {since(one)}\n{signature(one)}" for one in sorted(HOOKS)}


def promised() -> dict[str, str]:
    """The same as it was promised."""
    parts = re.split(r"^# (\w+)\n", PAGE.read_text(encoding="utf-8"), flags=re.M)[1:]
    return {name: text.strip() for name, text in zip(parts[::2], parts[1::2], strict=True)}


def test_what_was_promised_is_still_so() -> None:
    """No hook is gone, and of none the signature, a field, a type or a default is another."""
    now = promises()
    assert promised() == {hook: now.get(hook, "gone") for hook in promised()}


def test_what_is_not_promised_yet_is_new() -> None:
    """A hook that is not on the page is one of the version that is being made."""
    assert VERSION is not None
    new = [hook for hook in HOOKS if hook not in promised()]
    assert [] == [hook for hook in new if since(hook) != VERSION[1]]


def test_the_page_of_each_hook_says_the_same_version() -> None:
    """People look there."""
    for hook in HOOKS:
        text = (ROOT / "docs" / "plugins" / f"{hook}.md").read_text(encoding="utf-8")
        assert [since(hook)] == re.findall(r"Since (\d+\.\d+)\.$", text, re.M), hook


if __name__ == "__main__":
    made = "".join(f"# {hook}\n{text}\n\n" for hook, text in promises().items())
    PAGE.write_text(f"{made.strip()}\n", encoding="utf-8", newline="\n")
