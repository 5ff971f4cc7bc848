"""Installed plugins: found by entry point, loaded only when they are needed."""

import subprocess
import sys
from pathlib import Path

import pytest

from samenwerk.hooks import installed as room
from samenwerk.hooks.fitting import required_by
from samenwerk.hooks.gather import Source
from samenwerk.hooks.installed import InstalledByName, InstalledVersions, installed, sources

PACKAGE = """
from samenwerk import Answer, PluginRule, hookimpl

@hookimpl
def rules():
    print("asked")
    return [PluginRule("yes", {"nl": "ja", "en": "yes"}, lambda question: Answer(2))]

print("imported")
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder in which two plugins are installed, one of which cannot be imported."""
    for name, text in (("goed", PACKAGE), ("stuk", "raise ValueError('boem')")):
        (tmp_path / f"samenwerk_{name}.py").write_text(text)
        info = tmp_path / f"samenwerk_{name}-1.5.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: samenwerk-{name}\nVersion: 1.5\n"
        )
        (info / "entry_points.txt").write_text(f"[samenwerk]\n{name} = samenwerk_{name}\n")
    return tmp_path


def ran(site: Path, program: str) -> list[str]:
    """The lines that a program prints where these plugins are installed."""
    start = f"import sys; sys.path.insert(0, {str(site)!r})\n"
    return subprocess.run(
        [sys.executable, "-c", start + program], capture_output=True, text=True, check=True
    ).stdout.splitlines()


def test_an_installed_plugin_is_found_with_its_version(site: Path) -> None:
    """Name, version and distribution come from the installation, without importing anything."""
    program = """
from samenwerk.hooks.installed import InstalledVersions, sources
versions = InstalledVersions()
print(versions["goed"], versions["stuk"], "weg" in versions)
print([one.distribution for one in sources() if one.name in ("goed", "stuk")])
"""
    assert ["1.5 1.5 False", "['samenwerk-goed', 'samenwerk-stuk']"] == ran(site, program)


def test_only_what_is_named_is_imported(site: Path) -> None:
    """A plugin that nobody names is not even imported, and a broken one harms nobody else."""
    program = """
from samenwerk.hooks.installed import installed
print(sorted(installed(["weg"]).named))
print(sorted(installed(["goed"]).named))
both = installed(["goed", "stuk"])
print(sorted(both.named), {name: one.params["what"] for name, one in both.faults.items()})
"""
    assert ["[]", "imported", "asked", "['goed']", "asked", "['goed'] {'stuk': 'import'}"] == ran(
        site, program
    )


def test_rules_are_looked_up_when_they_are_asked_for(site: Path) -> None:
    """Whoever checks a workflow imports only the plugins whose rules it uses."""
    program = """
from samenwerk.hooks.installed import InstalledByName
rules = InstalledByName("rules")
print(len(rules), "weg.yes" in rules)
print("goed.yes" in rules, "goed.no" in rules, "stuk.yes" in rules, list(rules), len(rules))
"""
    assert ["0 False", "imported", "asked", "True False False ['goed.yes'] 1"] == ran(site, program)


def test_a_workflow_without_plugins_looks_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking for installed plugins takes time, and happens only when a name asks for it."""

    def looked() -> tuple[Source, ...]:
        raise AssertionError("looked for plugins")

    monkeypatch.setattr(room, "sources", looked)
    assert {} == installed([]).named


def test_the_front_door_opens_without_plugins_or_pluggy() -> None:
    """`import samenwerk` imports none of its rooms, and no library."""
    program = (
        "import sys; before = set(sys.modules); import samenwerk; "
        "print(sorted(m for m in set(sys.modules) - before if m.partition('.')[0] in "
        "('samenwerk', 'attr', 'attrs', 'pluggy', 'click', 'cattrs', 'immutables')))"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert "['samenwerk']\n" == told.stdout


def test_what_is_installed_here_can_be_listed() -> None:
    """Every entry point has a name and a version, in the order of the names."""
    found = sources()
    assert sorted(one.name for one in found) == [one.name for one in found]
    assert {one.name: one.version for one in found} == dict(InstalledVersions())
    assert len(InstalledVersions()) == len({one.name for one in found})
    assert [] == list(InstalledByName("rules"))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("samenwerk>=0.1,<1", ">=0.1,<1"),
        ("samenwerk<1,>=0.1", "<1,>=0.1"),
        ("samenwerk (>=0.1)", ">=0.1"),
        ("samenwerk>=0.1 ; python_version >= '3.11'", ">=0.1"),
        ("samenwerk", None),
        ("samenwerk~=0.1", None),
        ("samenwerk-voorbeeld>=0.1", None),
        ("attrs>=25", None),
    ],
)
def test_what_a_package_asks_of_samenwerk(line: str, found: str | None) -> None:
    """Versions that can be read count; what cannot be read is left to who installs it."""
    assert found == required_by(("Name: proef", f"Requires-Dist: {line}"))
