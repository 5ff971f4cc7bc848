"""The built wheel works on its own, from any folder, with its workflows inside.

How the demo goes is for the tests of the demo; here it only has to come to its end.
"""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from samenwerk import packaged

ROOT = Path(__file__).resolve().parents[1]

# What pip says when it cannot reach a package index.
UNREACHABLE = ("NewConnectionError", "ConnectTimeout", "Max retries", "ProxyError", "SSLError")
NOT_FOUND = ("No matching distribution found for",)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout with the build tools that are already here."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target)]
    built = subprocess.run([*command, str(ROOT)], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = target.glob("samenwerk-*.whl")
    return wheel


def clean_environment() -> dict[str, str]:
    """An environment in which only the wheel can be found."""
    left_out = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return kept | {"PYTHONUTF8": "1"}


def install(wheel: Path, place: Path) -> Path:
    """Install the wheel with its core dependencies in an empty environment; gives its scripts."""
    venv.create(place, with_pip=False)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(scripts / "python"), "install", "-qq"]
    answer = subprocess.run(
        [*pip, "-c", str(ROOT / "constraints.txt"), str(wheel)],
        capture_output=True,
        text=True,
        check=False,
        env=clean_environment(),
    )
    said = answer.stdout + answer.stderr
    if answer.returncode != 0 and any(word in said for word in (*UNREACHABLE, *NOT_FOUND)):
        pytest.skip(f"pip reaches no package index from here: {said.strip().splitlines()[-1]}")
    assert answer.returncode == 0, said
    return scripts


def test_the_wheel_holds_package_and_workflows(wheel: Path) -> None:
    """Every file of the workflows is in the wheel, beside the package, its licence and its type
    mark; nothing of the tests or the plugins is."""
    names = set(zipfile.ZipFile(wheel).namelist())
    folder = packaged.workflows_folder()
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    expected = {f"samenwerk/_workflows/{name}" for name in files}
    assert expected == {name for name in names if name.startswith("samenwerk/_workflows/")}
    assert {"samenwerk/py.typed", "samenwerk/packaged.py"} <= names
    assert {"samenwerk", "samenwerk-0.1.0.dist-info"} == {name.split("/")[0] for name in names}
    assert "samenwerk-0.1.0.dist-info/licenses/LICENSE" in names


def test_the_installed_wheel_plays_the_demo(wheel: Path, tmp_path: Path) -> None:
    """In an empty environment and an empty folder, the workflows are found and the demo comes to
    its end, leaves its store, and says which example it cannot show: the plugin is not there."""
    scripts = install(wheel, tmp_path / "env")
    empty = tmp_path / "empty"
    empty.mkdir()

    def call(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=empty,
            env=clean_environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    ask = "from samenwerk.packaged import workflow_names as names; print(*names(), sep='\\n')"
    found = call(str(scripts / "python"), "-c", ask)
    assert "\n".join(packaged.workflow_names()) == found.stdout.strip(), found.stderr

    played = call(str(scripts / "samenwerk"), "demo", "--lang", "nl")
    assert (0, "") == (played.returncode, played.stderr)
    assert "samenwerk-voorbeeld" in played.stdout
    assert (empty / "samenwerk-demo.db").is_file()
