"""From nothing to a plugin in use, by the commands of its own README, in an empty environment.

Made, built as a wheel, installed from that wheel beside the wheel of samenwerk, tested, used by a
workflow, seen by `samenwerk plugins`. What each step does is tested where it belongs.
"""

import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.test_wheel import NOT_FOUND, ROOT, UNREACHABLE, clean_environment

from samenwerk.authoring.bringing import BRINGS
from samenwerk.authoring.plugin import NewPlugin, plugin_files

Ran = subprocess.CompletedProcess[str]
PLUGIN = NewPlugin(name="zorgpot", lang="en", nl="Zorgpot", en="Care pot", brings=tuple(BRINGS))


def built(folder: Path, target: Path) -> Path:
    """The wheel of a project, built with the tools that are already here."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target)]
    ran = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    name = folder.name.replace("-", "_") if folder != ROOT else "samenwerk"
    (wheel,) = target.glob(f"{name}-*.whl")
    return wheel


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new plugin that brings everything a new one can, as `samenwerk new plugin` makes it."""
    home = tmp_path_factory.mktemp("new") / "samenwerk-zorgpot"
    for name, text in plugin_files(PLUGIN).items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8", newline="\n")
    return home


@pytest.fixture(scope="module")
def call(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Ran]:
    """Runs a command of an environment with both wheels and pytest, in the folder of the plugin.

    The source of the plugin is out of reach there: what runs is what was installed.
    """
    wheels, place = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("env") / "env"
    both = [str(built(folder, wheels)) for folder in (ROOT, home)]
    venv.create(place, with_pip=False)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "-qq"]
    answer = subprocess.run(
        [*pip, "-c", str(ROOT / "constraints.txt"), *both, "pytest"],
        capture_output=True, text=True, check=False, env=clean_environment(),
    )  # fmt: skip
    said = answer.stdout + answer.stderr
    if answer.returncode != 0 and any(word in said for word in (*UNREACHABLE, *NOT_FOUND)):
        pytest.skip(f"pip reaches no package index from here: {said.strip().splitlines()[-1]}")
    assert answer.returncode == 0, said

    def call(command: str, *arguments: str) -> Ran:
        return subprocess.run(
            [str(scripts / command), *arguments], cwd=home, env=clean_environment(),
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    return call


def test_installed_from_its_wheel_it_keeps_every_promise(call: Callable[..., Ran]) -> None:
    """Its tests pass, the contract suite among them, on what was installed."""
    tested = call("python", "-m", "pytest", "-q", "-p", "no:cacheprovider")
    assert 0 == tested.returncode, tested.stdout + tested.stderr
    where = call("python", "-c", "import samenwerk_zorgpot as one; print(one.__file__)").stdout
    assert "site-packages" in where


def test_a_workflow_uses_it(call: Callable[..., Ran]) -> None:
    """It is checked and tested by the commands that the README names."""
    checked = call("samenwerk", "check", "workflow", "--lang", "en")
    assert (0, "") == (checked.returncode, checked.stderr)
    assert "no faults (zorgpot 2027.1: 6 steps, 3 rules, 3 parties, 4 scenarios)" in checked.stdout
    tested = call("samenwerk", "test", "workflow", "--lang", "en")
    assert (0, "") == (tested.returncode, tested.stderr)
    assert "4 scenarios, 0 wrong" in tested.stdout


def test_it_is_seen_and_so_is_what_it_brings(call: Callable[..., Ran]) -> None:
    """`samenwerk plugins` names it, and its command is one of samenwerk's."""
    seen = call("samenwerk", "plugins", "--lang", "en")
    assert (0, "") == (seen.returncode, seen.stderr)
    assert seen.stdout.startswith("zorgpot 0.1.0\n")
    for name in ("samenwerk-zorgpot", "largest_share", "zorgpot_parties", "ZORG001", "letter",
                 "overview", "review", "office", "ahead", "zorgpot_turn", "zorgpot_slept_on"):
        assert name in seen.stdout
    shown = call("samenwerk", "zorgpot", "noord:300", "zuid:100")
    assert (0, "noord: 300 (75%)\nzuid: 100 (25%)\n") == (shown.returncode, shown.stdout)
