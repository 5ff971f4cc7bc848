"""What a command does not import: most of the time of a short command is reading modules."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.world import Run

PROGRAM = """
import sys
sys.path[:] = {path!r}
from samenwerk.cli.main import main
main({words!r})
print("IMPORTED", *sorted(sys.modules))
"""
INTERRUPTED = """
import sys

class CtrlC:
    @staticmethod
    def find_spec(name, *_):
        if name == {module!r}:
            raise KeyboardInterrupt

sys.path[:] = {path!r}
sys.meta_path.insert(0, CtrlC)
from samenwerk.__main__ import run
sys.argv = ["samenwerk", "check", "landelijk"]
sys.exit(run())
"""
READ_LATER = {
    "--help": ("samenwerk.values.event", "samenwerk.values.declared", "samenwerk.hooks.whole",
               "samenwerk.language.catalogue", "importlib.metadata", "psycopg"),
    "check": ("samenwerk.values.event", "samenwerk.core.evolve", "samenwerk.core.encode",
              "samenwerk.engine", "importlib.metadata", "cattrs", "jinja2", "transitions",
              "samenwerk.core.compiled", "samenwerk.verify.quick", "samenwerk.language.catalogue",
              "samenwerk.definitions.spelling.syntax_faults", "difflib", "tempfile", "traceback",
              "zoneinfo"),
    "status": ("samenwerk.values.command", "samenwerk.core.machine", "samenwerk.core.compiled",
               "samenwerk.definitions", "samenwerk.engine", "transitions", "difflib", "tempfile",
               "traceback"),
}  # fmt: skip


@pytest.mark.parametrize("command", READ_LATER)
def test_a_short_command_reads_no_more_than_it_needs(
    begun: Run, folder: Path, command: str
) -> None:
    """No more of ours than the answer takes, nor what only a fault or a plugin's command needs."""
    words = ["check", "balie/workflow.toml"] if command == "check" else [command]
    # without what the start of a Python imports by itself
    told = subprocess.run(
        [sys.executable, "-S", "-c", PROGRAM.format(path=sys.path, words=words)],
        capture_output=True, text=True, check=True, cwd=folder,
    ).stdout  # fmt: skip
    imported = set(told.rpartition("IMPORTED")[2].split())
    assert "samenwerk.cli.main" in imported
    assert () == tuple(one for one in READ_LATER[command] if one in imported)


@pytest.mark.parametrize("module", ["samenwerk.cli.main", "click", "samenwerk.cli.commands.check"])
def test_who_stops_a_command_that_is_still_starting_sees_no_traceback(module: str) -> None:
    """Ctrl-C while a module is being read ends it as Ctrl-C does later on."""
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(module=module, path=sys.path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (130, "", "") == (ended.returncode, ended.stdout, ended.stderr.strip())
