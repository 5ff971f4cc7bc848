"""What the command line says: each sentence has an id of its own."""

import importlib
import pkgutil

import pytest
from tests.cli.world import Run

import samenwerk.cli
from samenwerk.cli.words import texts


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_two_sentences_have_one_id(lang: str) -> None:
    """A sentence of one command is never said by another."""
    rooms = [one.name for one in pkgutil.iter_modules(samenwerk.cli.__path__)]
    told = [
        (room, id, text)
        for room in rooms
        if room.endswith(f"_{lang}")
        for id, text in importlib.import_module(f"samenwerk.cli.{room}").TEXTS.items()
    ]
    assert len(told) > 500
    assert [] == [(room, id) for room, id, text in told if texts(lang).get(id, text) != text]


def test_each_command_tells_its_own_option(run: Run) -> None:
    """One name of an option, three meanings."""
    names = ("worker", "verify", "diff")
    said = {name: " ".join(run(name, "--help").out.split()) for name in names}
    assert "stopt na zoveel pogingen" in said["worker"]
    assert "zoveel mogelijkheden worden er per vraag hoogstens bekeken" in said["verify"]
    assert "probeer hoogstens zo veel situaties" in said["diff"]
    assert "met de vrije teksten, die over mensen" in " ".join(run("export", "--help").out.split())
