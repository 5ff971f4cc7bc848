"""The small story that the examples of faults start from; its workflow is that of the checks."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, REGISTER, changed, found_while_reading

STORY = """\
[scenario.begin]
nl = "Beginnen"
story = [
  { on = 2027-02-01, who = "zuid", does = "collaboration.begin", case = "s" },
  { state = "lopend" },
  { on = 2027-02-02, who = "zuid", records = "kosten", is = 4000, case = "s" },
  { on = 2027-02-03, who = "zuid", does = "collaboration.stop", case = "s" },
  { verdict = "not_yet", because = "akkoord" },
]
"""
"""Scenarios without faults."""

BESIDE = {"workflow.toml": BASE, "register.toml": REGISTER}
"""What lies beside them."""


def changed_story(old: str, new: str, text: str = STORY) -> str:
    """The story with one thing written otherwise."""
    return changed(old, new, text)


__all__ = ["BESIDE", "STORY", "changed_story", "found_while_reading"]
