"""run.py makes the environment once, makes it again when it must, and says what went wrong.

It is run for real on a small project of its own, which needs no package index.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

RUN = Path(__file__).resolve().parents[1] / "run.py"

PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "small"
version = "1"
"""

# Builds a wheel by hand; it fails or waits when the test has asked for that.
BACKEND = '''\
import pathlib
import time
import zipfile


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    if pathlib.Path("fail").exists():
        raise SystemExit("asked to fail")
    if pathlib.Path("wait").exists():
        pathlib.Path("waiting").touch()
        time.sleep(600)
    name = "small-1-py3-none-any.whl"
    info = "small-1.dist-info/"
    files = {
        "small.py": "import os\\ndef main():\\n    print('played in', os.getcwd())\\n",
        info + "METADATA": "Metadata-Version: 2.1\\nName: small\\nVersion: 1\\n"
        + "Provides-Extra: dev\\n",
        info + "WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
        info + "entry_points.txt": "[console_scripts]\\nsamenwerk = small:main\\n",
    }
    record = "".join(f"{path},,\\n" for path in [*files, info + "RECORD"])
    with zipfile.ZipFile(pathlib.Path(wheel_directory, name), "w") as wheel:
        for path, text in {**files, info + "RECORD": record}.items():
            wheel.writestr(path, text)
    return name


build_wheel = build_editable
'''

MAKING = "Making .venv"
UPDATING = "bringing .venv up to date"


class Small:
    """A small project with a copy of run.py in it."""

    def __init__(self, root: Path) -> None:
        root.mkdir()
        self.root = root
        self.stamp = root / ".venv" / "samenwerk-stamp"
        (root / "run.py").write_bytes(RUN.read_bytes())
        (root / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
        (root / "backend.py").write_text(BACKEND, encoding="utf-8")
        (root / "constraints.txt").touch()

    def command(self, *words: str) -> list[str]:
        """The command line that runs this project's run.py."""
        return [sys.executable, str(self.root / "run.py"), *words]

    def run(
        self, *words: str, cwd: Path | None = None, path: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run run.py; `path` is a folder with modules that stand before Python's own."""
        extra = {} if path is None else {"PYTHONPATH": str(path)}
        return subprocess.run(
            self.command(*words),
            cwd=cwd or self.root,
            env=os.environ | extra,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """A project that has no environment yet, in a folder with a space in its name."""
    return Small(tmp_path / "a small one")


def outcome(answer: subprocess.CompletedProcess[str]) -> tuple[int, str, str]:
    """The exit code, what was printed, and which of the two announcements was made."""
    heard = [words for words in (MAKING, UPDATING) if words in answer.stderr]
    assert answer.returncode == 0 or answer.stderr
    return answer.returncode, answer.stdout.strip(), " ".join(heard)


def test_installs_once_and_again_only_when_something_changed(small: Small, tmp_path: Path) -> None:
    """The first run makes the environment; the next ones go straight to the demo, in the caller's
    folder, until the project or its environment has changed."""
    played = f"played in {small.root}"
    assert (0, played, MAKING) == outcome(small.run())
    assert (0, f"played in {tmp_path}", "") == outcome(small.run(cwd=tmp_path))

    (small.root / "constraints.txt").write_text("# another line\n", encoding="utf-8")
    assert (0, played, UPDATING) == outcome(small.run())
    assert (0, played, "") == outcome(small.run())

    small.stamp.write_text("of-another-python " + small.stamp.read_text().split()[1])
    assert (0, played, MAKING) == outcome(small.run())

    for python in [*(small.root / ".venv").glob("*/python"), *small.root.glob(".venv/*/*.exe")]:
        python.unlink()
    assert (0, played, MAKING) == outcome(small.run())


def test_plugin_that_appears_is_installed(small: Small) -> None:
    """A folder in plugins/ with a project in it belongs to the environment from then on."""
    assert (0, "", MAKING) == outcome(small.run("setup"))
    plugin = small.root / "plugins" / "tiny"
    plugin.mkdir(parents=True)
    (plugin / "pyproject.toml").write_text(PROJECT.replace("small", "tiny"), encoding="utf-8")
    backend = BACKEND.replace("small", "tiny").replace("samenwerk = ", "tiny = ")
    (plugin / "backend.py").write_text(backend, encoding="utf-8")
    assert (0, "", UPDATING) == outcome(small.run("setup"))
    assert [] != list((small.root / ".venv").glob("*/tiny*"))


def test_failed_installation_leaves_no_stamp(small: Small) -> None:
    """When pip fails, the exit code and a sentence say so, and the next run begins anew."""
    (small.root / "fail").touch()
    answer = small.run("setup")
    assert (3, "", MAKING) == outcome(answer)
    assert "pip could not install what samenwerk needs" in answer.stderr
    assert not small.stamp.exists()
    (small.root / "fail").unlink()
    assert (0, "", MAKING) == outcome(small.run("setup"))


@pytest.mark.skipif(os.name == "nt", reason="the end of a whole process group is tried on POSIX")
def test_killed_installation_leaves_no_stamp(small: Small) -> None:
    """Also a run that was killed while it brought the environment up to date is made good."""
    assert (0, "", MAKING) == outcome(small.run("setup"))
    (small.root / "constraints.txt").write_text("# another line\n", encoding="utf-8")
    (small.root / "wait").touch()
    running = subprocess.Popen(
        small.command("setup"),
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not (small.root / "waiting").exists():
        assert running.poll() is None
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert not small.stamp.exists()
    (small.root / "wait").unlink()
    assert (0, "", MAKING) == outcome(small.run("setup"))


def shadow(folder: Path, name: str, body: str) -> None:
    """Put a module before Python's own, as a machine that lacks something would have it."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(body, encoding="utf-8")


def test_machine_without_ensurepip(small: Small, tmp_path: Path) -> None:
    """Where venv cannot bring pip along, the pip that is there does the work from outside."""
    shadow(
        tmp_path / "machine",
        "venv",
        "import subprocess, sys\n"
        "if '--without-pip' not in sys.argv:\n"
        "    sys.exit('ensurepip is not available')\n"
        "sys.exit(subprocess.call([sys.executable, '-I', '-m', 'venv', *sys.argv[1:]]))\n",
    )
    played = f"played in {small.root}"
    assert (0, played, MAKING) == outcome(small.run(path=tmp_path / "machine"))
    assert [] == list((small.root / ".venv").glob("*/pip*"))
    (small.root / "constraints.txt").write_text("# another line\n", encoding="utf-8")
    assert (0, played, UPDATING) == outcome(small.run(path=tmp_path / "machine"))


def test_machine_with_nothing_to_build_on(small: Small, tmp_path: Path) -> None:
    """Where no way works, each is named with what it said, and what to install."""
    for name in ("venv", "virtualenv"):
        shadow(tmp_path / "machine", name, f"raise SystemExit('no {name} here')\n")
    answer = small.run(path=tmp_path / "machine")
    assert (3, "", MAKING) == outcome(answer)
    assert "  venv: no venv here\n" in answer.stderr
    assert "  virtualenv: no virtualenv here\n" in answer.stderr
    assert "apt-get install python3-venv" in answer.stderr
    assert not small.stamp.exists()


@pytest.mark.parametrize("words", [("tset",), ("setup", "more"), ("demo", "--lang")])
def test_wrong_use(small: Small, words: tuple[str, ...]) -> None:
    """What run.py does not know is answered with what it does know, and nothing is made."""
    answer = small.run(*words)
    assert (2, "", "") == outcome(answer)
    assert f"run.py does not know: {' '.join(words)}\n" in answer.stderr
    assert "python3 run.py test [ARGS]" in answer.stderr
    assert not (small.root / ".venv").exists()


def test_help(small: Small) -> None:
    """Asked for help, it gives the commands."""
    answer = small.run("--help")
    assert 0 == answer.returncode
    assert answer.stdout.startswith("python3 run.py  ")


def test_python_that_is_too_old(small: Small) -> None:
    """An older Python can still read the file, and says what is wrong."""
    code = "import runpy, sys; sys.version_info = (3, 10, 4, 'final', 0); "
    code += "runpy.run_path(sys.argv[1], run_name='__main__')"
    answer = subprocess.run(
        [sys.executable, "-c", code, str(small.root / "run.py")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert 2 == answer.returncode
    assert "needs Python 3.11 or newer; this is Python 3.10." in answer.stderr
    assert not (small.root / ".venv").exists()
