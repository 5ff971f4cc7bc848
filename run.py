"""The two commands for whoever works on samenwerk: they make `.venv` and run something in it.

Standard library only, so that a machine with nothing but Python and pip can start here.
What is checked, and how strictly, stands in pyproject.toml and not in this file.
"""

import contextlib
import glob
import hashlib
import importlib.util
import os
import subprocess
import sys
import time

USE = """\
python3 run.py                 make the environment, then play the demo
python3 run.py test [ARGS]     make the environment, then run every check (ARGS go to pytest)
python3 run.py bench [ARGS]    make the environment, then measure (ARGS go to pytest)
python3 run.py setup           make the environment and do nothing else"""

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
BIN = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""
PYTHON = os.path.join(BIN, "python" + SUFFIX)
SAMENWERK = os.path.join(BIN, "samenwerk" + SUFFIX)
CONSTRAINTS = os.path.join(ROOT, "constraints.txt")
STAMP = os.path.join(VENV, "samenwerk-stamp")
LOCK = os.path.join(ROOT, ".venv.lock")

OLDEST = (3, 11)
PEERS = "bench"
FLOORS = (("core", 95), ("definitions", 95))
# Two workers; who is done takes over from the other, so that no long test stands at the end alone.
AT_ONCE = ("-n", "2", "--dist", "worksteal")
# These would send an installation somewhere else than into .venv.
ASTRAY = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PYTHONHOME")


class SetUpError(Exception):
    """The environment cannot be made; the message says what a person can do about it."""


def main(words):
    """Do what the words ask and return the exit code: 0 fine, 1 a check failed, 2 wrong use,
    3 the environment could not be made."""
    if sys.version_info < OLDEST:
        major, minor = sys.version_info[:2]
        say(f"samenwerk needs Python 3.11 or newer; this is Python {major}.{minor}.")
        say("Start run.py with a newer one, for example: python3.11 run.py")
        return 2
    command, extra = (words[0], words[1:]) if words else ("demo", [])
    if command in ("-h", "--help", "help"):
        print(USE)
        return 0
    doers = {"demo": demo, "test": test, "bench": bench, "setup": lambda extra: 0}
    if command not in doers or (extra and command in ("demo", "setup")):
        say("run.py does not know: {}\n\n{}".format(" ".join(words), USE))
        return 2
    try:
        with one_at_a_time():
            make_environment()
    except SetUpError as fault:
        say(str(fault))
        return 3
    return doers[command](extra)


def demo(extra):
    """Play the demo in the working folder of the caller, where it leaves its store."""
    return run([SAMENWERK, "demo"], cwd=None)


def test(extra):
    """Run every check, also after one that failed, and say at the end which did."""
    with_plugins = [] if plugins() else ["src"]
    checks = [
        ("ruff", ["-m", "ruff", "check", "."]),
        ("mypy", ["-m", "mypy", *with_plugins]),
        ("imports", ["-c", "from importlinter.cli import lint_imports_command as c; c()"]),
        ("pytest", ["-m", "pytest", *AT_ONCE, "--benchmark-disable", "--cov", *extra]),
    ]
    failed = []
    for name, arguments in checks:
        say(f"\n== {name}")
        started = time.monotonic()
        if run([PYTHON, *arguments]) != 0:
            failed.append(name)
        say(f"-- {name}: {time.monotonic() - started:.1f} s")
    failed += coverage_below_floor(judge=not extra)
    say("\nFailed: " + ", ".join(failed) if failed else "\nEvery check passed.")
    return 1 if failed else 0


def coverage_below_floor(judge):
    """Report branch coverage of the two rooms that everything stands on, each by itself.

    It is judged only when the whole suite ran: a part of the tests covers a part of the code.
    """
    say("\n== coverage")
    failed = []
    for room, floor in FLOORS:
        if not os.path.isdir(os.path.join(ROOT, "src", "samenwerk", room)):
            continue
        command = [PYTHON, "-m", "coverage", "report", "--precision=1", "--format=total"]
        answer = subprocess.run(
            [*command, f"--include=*/samenwerk/{room}/*"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        total = answer.stdout.strip()
        if answer.returncode != 0:
            say(f"{room}: nothing measured")
            failed += [f"coverage of {room}"] if judge else []
            continue
        say(f"{room}: {total}% of lines and branches, asked is {floor}%")
        if judge and float(total) < floor:
            failed.append(f"coverage of {room}")
    return failed


def bench(extra):
    """Measure everything in benchmarks/ in one run, one process, so that ratios mean something."""
    if not os.path.isdir(os.path.join(ROOT, "benchmarks")):
        say("There is no benchmarks/ folder to measure.")
        return 1
    try:
        with one_at_a_time():
            add_peers()
    except SetUpError as fault:
        say(str(fault))
        return 3
    return run([PYTHON, "-m", "pytest", "-p", "no:xdist", "--benchmark-only", "benchmarks", *extra])


def make_environment():
    """See to it that `.venv` is whole and up to date.

    The stamp is taken away first and written last: what was interrupted is made anew.
    """
    identity, contents = identity_now(), contents_now()
    stamped = read_stamp()
    whole = os.path.exists(PYTHON) and os.path.exists(SAMENWERK)
    if whole and stamped[:2] == [identity, contents]:
        return
    with contextlib.suppress(FileNotFoundError):
        os.remove(STAMP)
    if whole and stamped[:1] == [identity]:
        say("Something changed in what samenwerk needs: bringing .venv up to date ...")
        pip = [PYTHON, "-m", "pip"] if has_module(PYTHON, "pip") else pip_from_outside()
    else:
        say("Making .venv; the first time this takes a minute or two ...")
        pip = make_venv()
    install(pip)
    with open(STAMP + ".new", "w", encoding="utf-8") as file:
        file.write(identity + "\n" + contents + "\n")
    os.replace(STAMP + ".new", STAMP)


def add_peers():
    """Put beside it, once, what only the benchmarks compare with; the stamp remembers that."""
    if read_stamp()[2:] == [PEERS]:
        return
    say("Installing what the benchmarks compare with ...")
    pip = [PYTHON, "-m", "pip"] if has_module(PYTHON, "pip") else pip_from_outside()
    install(pip, f"dev,{PEERS}")
    with open(STAMP, "a", encoding="utf-8") as file:
        file.write(PEERS + "\n")


def make_venv():
    """Make an empty `.venv` by the first way that this machine has, and return its pip."""
    ways = [
        ("venv", [base_python(), "-m", "venv", "--clear", VENV], [PYTHON, "-m", "pip"]),
        (
            "venv without ensurepip",
            [base_python(), "-m", "venv", "--clear", "--without-pip", VENV],
            pip_from_outside(),
        ),
        (
            "virtualenv",
            [base_python(), "-m", "virtualenv", "--clear", VENV],
            [PYTHON, "-m", "pip"],
        ),
    ]
    said = []
    for name, command, pip in ways:
        made = subprocess.run(command, env=environment(), capture_output=True, text=True)
        if made.returncode == 0 and works([*pip, "--version"]):
            return pip
        lines = (made.stdout + made.stderr).strip().splitlines()
        said.append(f"  {name}: {lines[0] if lines else 'it makes no pip that runs'}")
    tried = "\n".join(said)
    raise SetUpError(
        f"No environment could be made with {base_python()}. Tried were:\n{tried}\n"
        "It takes one of: the venv module with ensurepip, venv with pip, or virtualenv.\n"
        "On Debian and Ubuntu: apt-get install python3-venv"
    )


def install(pip, extras="dev"):
    """Install samenwerk and every plugin of the house, editable, at the versions pinned.

    The build tools come first and at their pinned versions too: a build in isolation would fetch
    others.
    """
    quiet = ["-qq", "--disable-pip-version-check", "--no-input"]
    command = [*pip, "install", *quiet, "-c", CONSTRAINTS]
    tools = build_tools()
    editable = ["-e", f".[{extras}]"]
    for folder in plugins():
        editable += ["-e", os.path.join(".", os.path.relpath(folder, ROOT))]
    steps = [[*command, *tools]] if tools else []
    steps.append([*command, "--no-build-isolation", *editable])
    for step in steps:
        if subprocess.call(step, cwd=ROOT, env=environment()) != 0:
            raise SetUpError(
                "pip could not install what samenwerk needs; what it said stands above.\n"
                "Can this machine reach a package index? Then run the same command again."
            )


def build_tools():
    """What the projects of this house ask for before they can be built."""
    import tomllib  # newer than the Python that must still be able to read this file

    tools = []
    for path in projects():
        with open(path, "rb") as file:
            tools += tomllib.load(file).get("build-system", {}).get("requires", [])
    return sorted(set(tools))


def plugins():
    """The plugins of the house that can be installed."""
    found = glob.glob(os.path.join(glob.escape(ROOT), "plugins", "*", "pyproject.toml"))
    return sorted(os.path.dirname(path) for path in found)


def projects():
    """Every pyproject.toml that has a say in the environment."""
    return [os.path.join(folder, "pyproject.toml") for folder in (ROOT, *plugins())]


def identity_now():
    """Whose environment it is: this Python, at this place. Another one cannot take it over."""
    return digest(sys.version.encode(), sys.base_prefix.encode(), os.fsencode(ROOT))


def contents_now():
    """What must be in it: any change in these files asks for an installation."""
    parts = []
    for path in (*projects(), CONSTRAINTS, os.path.abspath(__file__)):
        with open(path, "rb") as file:
            parts += [os.fsencode(os.path.relpath(path, ROOT)), file.read()]
    return digest(*parts)


def digest(*parts):
    """One name for several pieces of bytes, told apart by their lengths."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(b"%d:" % len(part) + part)
    return sha.hexdigest()


def read_stamp():
    """The lines of the stamp; none when the environment was never finished."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read().split()
    except (OSError, ValueError):
        return []


def base_python():
    """The Python to build on: never the one inside the `.venv` that may be about to go."""
    if os.path.realpath(sys.prefix) == os.path.realpath(VENV):
        return sys._base_executable
    return sys.executable


def pip_from_outside():
    """The running Python's pip, at work in `.venv`: for a machine without ensurepip."""
    return [base_python(), "-m", "pip", "--python", PYTHON]


def has_module(python, name):
    """Whether that Python can import this."""
    return works([python, "-c", f"import {name}"])


def works(command):
    """Whether a command runs and is content."""
    quiet = subprocess.DEVNULL
    try:
        return subprocess.call(command, stdout=quiet, stderr=quiet, env=environment()) == 0
    except OSError:
        return False


def environment():
    """The caller's environment without what would lead an installation astray."""
    return {name: value for name, value in os.environ.items() if name not in ASTRAY}


@contextlib.contextmanager
def one_at_a_time():
    """Two runs at once may not build in each other's `.venv`: the second waits."""
    if importlib.util.find_spec("fcntl") is None:
        yield
        return
    import fcntl

    with open(LOCK, "a", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Another run is making .venv; waiting for it ...")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def run(command, cwd=ROOT):
    """Run a command in sight of the caller and return its exit code."""
    sys.stdout.flush()
    return subprocess.call(command, cwd=cwd, env=environment())


def say(text):
    """Tell the person at the keyboard; what a command prints stays on its own stream."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("\nInterrupted.")
        sys.exit(130)
