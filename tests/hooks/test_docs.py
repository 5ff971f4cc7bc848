"""The pages for who writes a plugin: one for each hook, true and whole, and what they show runs."""

import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from docs import make_hooks

from samenwerk.hooks import builtin, spec
from samenwerk.hooks.families import FAMILIES, HOOKS, family
from samenwerk.hooks.gather import gather, source_of

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "plugins"
ROWS = ("asked", "comes in", "comes back", "left out", "raises")
"""What the table of every page tells, in this order."""


def text(page: str) -> str:
    """A page."""
    return (FOLDER / f"{page}.md").read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    """The blocks of a page in one language, in order, without the signature."""
    whole = re.sub(r"## Signature\n.*?(?=\n## )", "", text(page), flags=re.DOTALL)
    return re.findall(rf"```{language}\n(.*?)```", whole, re.DOTALL)


def ran(page: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The Python of a page, one block after another, as a module."""
    module = ModuleType("samenwerk_small")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    for block in blocks(page, "python"):
        exec(compile(block, f"docs/plugins/{page}.md", "exec"), module.__dict__)
    return module


def test_the_python_of_the_introduction_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its blocks, one after another, are a working plugin."""
    assert ["small.small_enough"] == list(ran("README", monkeypatch).__dict__["plugins"].rules)


def test_the_toml_of_the_introduction_can_be_read() -> None:
    """Its other blocks are TOML."""
    package, workflow = (tomllib.loads(block) for block in blocks("README", "toml"))
    assert {"small": "samenwerk_small"} == package["project"]["entry-points"]["samenwerk"]
    assert "small.small_enough" == workflow["rule"]["affordable"]["plugin"]


def test_every_hook_has_a_specification_and_a_page() -> None:
    """One line in the registry, one function, one page: no more and no fewer of any."""
    specified = [name for name, one in vars(spec).items() if hasattr(one, "samenwerk_spec")]
    assert sorted(HOOKS) == sorted(specified)
    about = [path.stem for path in FOLDER.glob("*.md") if text(path.stem).startswith("# `")]
    assert sorted(HOOKS) == sorted(about)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_page_tells_what_its_hook_promises(hook: str) -> None:
    """Heading, signature, the table of when and what, an example, and since when."""
    page = text(hook)
    assert page.startswith(f"# `{hook}`: ")
    headings = re.findall(r"^## (.*)$", page, re.MULTILINE)
    assert ["Signature", "The contract", "Example"] == [
        one for one in headings if one in ("Signature", "The contract", "Example")
    ]
    told = re.findall(r"^\| ([a-z ]+) \| \S", page, re.MULTILINE)
    assert list(ROWS) == [one for one in told if one in ROWS]
    since = re.search(r"Since \d+\.\d+", (getattr(spec, hook).__doc__ or ""))
    assert since is not None
    assert since.group() in page


@pytest.mark.parametrize("hook", HOOKS)
def test_a_page_shows_the_signature_as_it_is(hook: str) -> None:
    """The hook and the fields of its values stand on the page as they are written in the code."""
    assert make_hooks.page(hook) == text(hook), "run python docs/make_hooks.py"


def test_the_introduction_has_every_hook() -> None:
    """Its table is made from the registry and the headings of the pages."""
    assert make_hooks.overview() == text("README"), "run python docs/make_hooks.py"


@pytest.mark.parametrize("hook", HOOKS)
def test_the_example_of_a_page_runs(hook: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its Python is a plugin that brings something by the hook; its TOML can be read."""
    gathered = gather([source_of(ran(hook, monkeypatch))], HOOKS)
    assert {} == gathered.faults
    assert hook in gathered.named["small"].names
    for block in blocks(hook, "toml"):
        tomllib.loads(block)


@pytest.mark.parametrize("hook", HOOKS)
def test_a_plugin_of_ours_uses_the_hook(hook: str) -> None:
    """The plugin that a page names fills in the hook, or samenwerk itself does."""
    line = text(hook)[text(hook).index("Uses it here: ") :]
    named = re.findall(r"`(samenwerk-\w+)`", line)
    for name in named:
        source = ROOT / "plugins" / name / "src" / name.replace("-", "_") / "__init__.py"
        assert f"@hookimpl\ndef {hook}(" in source.read_text(encoding="utf-8")
    assert named or ("samenwerk itself" in line and hasattr(builtin, hook))


def test_a_family_is_found_by_its_hook() -> None:
    """The registry gives the family of a hook, and nothing for one that is not there."""
    assert list(FAMILIES) == [family(hook) for hook in HOOKS]
    with pytest.raises(KeyError):
        family("ruls")
