"""A region beside its base, as `verify` and `diff` tell it."""

import json
from pathlib import Path

from tests.cli.world import Run
from tests.upgrade.edits import TEXT

REGION = '''\
[workflow]
id = "straat"
version = "1"
extends = "./basis.toml@1"
nl = "Tuin in de straat"

[lifecycle.plan.decision.agreed]
share = "{share}"
'''


def region(folder: Path, share: str) -> None:
    """A region in `straat/` in which that share is enough."""
    where = folder / "straat"
    where.mkdir()
    (where / "basis.toml").write_text(TEXT, encoding="utf-8")
    (where / "workflow.toml").write_text(REGION.replace("{share}", share), encoding="utf-8")


def test_a_region_that_goes_below_its_base_is_told(run: Run, folder: Path) -> None:
    """A smaller share makes a closed rule looser, though no word of that rule changed: exit 1."""
    region(folder, "1/2")
    ran = run("verify", "straat", "--members", "2", "--cases", "0")
    assert (1, "") == (ran.code, ran.err)
    said = " ".join(ran.out.split())
    assert "Naast Samen een tuin: 3 van 5 regels en stappen zijn even streng; 2 zijn losser" in said
    assert "Losser dan de basis; dat mag niet (overlay is closed)." in said
    assert "De basis weigert dit (instemming met het plan: nog open; 1 van 2 voor" in said


def test_a_region_that_asks_more_is_fine(run: Run, folder: Path) -> None:
    """A larger share is stricter; only the count is told, and JSON names each."""
    region(folder, "3/4")
    ran = run("verify", "straat", "--members", "3", "--cases", "0")
    assert 0 == ran.code
    assert "geen is losser dan mag. De andere: 2 strenger." in " ".join(ran.out.split())
    data = json.loads(run("verify", "straat", "--format", "json").out)
    [beside] = data["verified"][0]["strictness"]
    assert ("tuin", 5, 0) == (beside["base"], beside["judged"], beside["wrong"])
    assert {"plan.carried": "stricter", "plan.adopt": "stricter"} == {
        one["name"]: one["answer"] for one in beside["other"]
    }


def test_diff_tells_it_below_the_differences(run: Run, folder: Path) -> None:
    """Where the new text builds on the old one."""
    region(folder, "1/2")
    ran = run("diff", "straat/basis.toml", "straat", "--members", "2", "--cases", "0")
    assert 0 == run("diff", "straat", "straat").code
    assert 1 == ran.code
    assert "Naast Samen een tuin: 3 van 5" in ran.out
