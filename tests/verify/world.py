"""A small workflow on disk with one invariant, and a path on paper that breaks it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import attrs
from tests.cli.world import REGISTER, WORKFLOW

from samenwerk.core.tree import AllTree, compile_tree
from samenwerk.core.view import View
from samenwerk.engine.shelf import Running, made_ready
from samenwerk.hooks.installed import installed
from samenwerk.proof.answer import Candidate, Stride
from samenwerk.proof.asked import NOT_MET, Setting, Wish
from samenwerk.scenarios.folder import Folder, read_folder
from samenwerk.scenarios.stage import begun
from samenwerk.values.case import Case
from samenwerk.values.cell import Entry
from samenwerk.values.declared import Invariant

UNCARRIED = """
[invariant.never_uncarried]
nl = "Geen wijziging zonder draagvlak"
source = "Afspraken 2026, art. 4"
to_reach = "change.adopted"
needs = ["change.carried"]
"""
ASKED = 'needs = ["carried", { document = "note" }]'
FORGOTTEN = 'needs = [{ document = "note" }]'
DAY = date(2027, 1, 4)


@attrs.frozen(eq=False)
class World:
    """The folder as read, ready to run, and its first invariant."""

    folder: Folder
    running: Running

    @property
    def invariant(self) -> Invariant:
        """The first invariant."""
        return next(iter(self.running.workflow.invariants.values()))

    def setting(self) -> Setting:
        """Its register, with a case `s` and a change `w` under it that are still to be opened."""
        known = begun(self.running, self.folder.registers[""], DAY).known
        opened = Entry(True, DAY, 1)
        above = Case("s", "collaboration", "NEW", None, known.definition, opened, DAY, 1)
        change = Case("w", "change", "NEW", "s", known.definition, opened, DAY, 1)
        known = known.changed(cases=known.cases.set("s", above).set("w", change))
        return Setting(View(known, change, DAY))

    def candidate(self, step: str = "change.adopt") -> Candidate:
        """On paper: this step is done while what the invariant needs is not met."""
        needs = AllTree([compile_tree(one) for one in self.invariant.needs])
        stride = Stride(step, "w", wishes=(Wish(needs, NOT_MET),))
        return Candidate((stride,), self.setting())


def world(where: Path, needs: str = FORGOTTEN, invariant: str = UNCARRIED) -> World:
    """The workflow with these needs for adopting a change, and this invariant."""
    where.mkdir(exist_ok=True)
    text = WORKFLOW.replace(ASKED, needs) + invariant
    (where / "workflow.toml").write_text(text, encoding="utf-8")
    (where / "register.toml").write_text(REGISTER, encoding="utf-8")
    folder = read_folder(where / "workflow.toml")
    assert folder.workflow is not None, folder.diagnostics
    return World(folder, made_ready(folder.workflow, installed))
