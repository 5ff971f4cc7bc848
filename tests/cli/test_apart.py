"""`--apart`: plugins are asked in processes of their own, and what they print is not ours."""

from pathlib import Path

import pytest
from tests.cli.world import WORKFLOW, Run
from tests.hooks.bad import animals

from samenwerk.hooks import installed
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
    """Apart it is shown beside what we say, a line at a time, with the name of the plugin."""
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
    assert apart == ("proef: I was here\n" in ran.err)
    assert apart != ("I was here" in ran.out)
