"""`--apart`: plugins are asked in processes of their own, and what they print is not ours."""

from pathlib import Path

import pytest
from tests.cli.world import WORKFLOW, Run
from tests.hooks.bad import animals

from samenwerk.hooks import installed
from samenwerk.hooks.calling.trying import try_anew
from samenwerk.hooks.gather import Source

FACT = """
[lifecycle.change.fact.counted]
nl = "Geteld"
type = "whole_number"
"""


@pytest.mark.parametrize("apart", [True, False])
def test_what_a_plugin_prints(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, apart: bool
) -> None:
    """It is shown beside what we say, a line at a time, with the name of the plugin."""
    bad = Source("proef", "1.0", lambda: animals.FACTS.prints,
                 origin=f"{animals.__name__}:FACTS.prints")  # fmt: skip
    monkeypatch.setattr(installed, "sources", lambda: (bad,))
    text = WORKFLOW.replace('id = "balie"\n', 'id = "balie"\nplugins = ["proef"]\n', 1) + FACT
    (folder / "balie" / "workflow.toml").write_text(text, encoding="utf-8")
    run("start", "balie", "--rehearsal", "--now", "2027-02-01T09:00")
    run("register", "balie/register.toml")
    run("do", "s", "found", "--as", "zuid")
    run("do", "w", "change.open", "--as", "noord")
    ran = run("do", "w", "withdraw", "--as", "noord", *(("--apart",) if apart else ()))
    assert 0 == ran.code, ran
    assert "proef: I was here\n" == ran.err
    assert "I was here" not in ran.out
    assert "Dit mag." in ran.out


def test_the_command_line_tries_it_too(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With `--apart` nothing of the command is loaded before it; the reason and the remedy are
    told."""
    (source,) = animals.LOADING["import_ends"].sources
    monkeypatch.setattr(installed, "sources", lambda: (source,))
    try_anew("proef")
    text = WORKFLOW.replace('id = "balie"\n', 'id = "balie"\nplugins = ["proef"]\n', 1)
    (folder / "balie" / "workflow.toml").write_text(text, encoding="utf-8")
    ran = run("start", "balie", "--rehearsal", "--apart")
    assert 1 == ran.code
    assert (
        "Plug-in proef kan niet geladen worden: hij sloot het proces waarin hij geladen werd "
        "(code 3). De maker moet dit verhelpen (samenwerk-proef 1.0); wie zonder hem verder wil, "
        "installeert een versie die werkt of haalt hem uit plugins in de werkwijze."
    ) == " ".join(ran.err.split())
    ran = run("plugins", "--apart")
    assert 1 == ran.code
    assert "proef: niet te gebruiken." in ran.out
