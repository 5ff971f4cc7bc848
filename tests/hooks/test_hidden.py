"""A module that is called as a hook takes its place: that is told, by its name."""

import sys
from pathlib import Path

import pytest

from samenwerk import PluginError, Plugins
from samenwerk.hooks.gather import gather, source_of

PACKAGE = """
from samenwerk import PluginFacts, hookimpl


@hookimpl
def facts():
    from samenwerk_schuil.facts import collect
    return [PluginFacts("counter", ("counted",), collect)]


@hookimpl
def messages():
    return {}
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package whose hook `facts` is hidden as soon as it was asked once."""
    folder = tmp_path / "samenwerk_schuil"
    folder.mkdir()
    (folder / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    (folder / "facts.py").write_text("def collect(question):\n    return {}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [one for one in sys.modules if one.startswith("samenwerk_schuil")]:
        del sys.modules[name]
    return folder


def test_a_hook_that_is_hidden_is_named(package: Path) -> None:
    """Once its module was imported; before that nobody can tell."""
    import samenwerk_schuil  # type: ignore[import-not-found]

    assert ["counted"] == list(Plugins.of(samenwerk_schuil).named["schuil"].names["facts"])
    fault = gather([source_of(samenwerk_schuil)]).faults["schuil"]
    assert ("hidden", "facts", "samenwerk_schuil/facts.py") == (
        fault.params["what"], fault.params["hook"], fault.params["place"],
    )  # fmt: skip
    with pytest.raises(PluginError):
        Plugins.of(samenwerk_schuil)


def test_a_module_that_hides_nothing_may_be_called_so(package: Path) -> None:
    """Where no function of that name is defined, there is nothing to hide."""
    text = PACKAGE.replace("def facts():", '@hookimpl(specname="facts")\ndef counting():')
    text = text.replace('@hookimpl\n@hookimpl(specname="facts")', '@hookimpl(specname="facts")')
    (package / "__init__.py").write_text(text, encoding="utf-8")
    import samenwerk_schuil

    for _ in range(2):
        assert {} == gather([source_of(samenwerk_schuil)]).faults
