"""An effect of a base is closed: a region sends no less, to nobody else, after no other step."""

from pathlib import Path

import pytest
from tests.hooks.zoo import plugin

from samenwerk import Delivered, Parameter, PluginEffect, Plugins, check

SUBJECT = Parameter("subject", "text")
LETTER = PluginEffect("letter", {}, lambda one: Delivered(), lambda one: None, (SUBJECT,))
PLUGINS = Plugins.of(small=plugin("1", effects=[LETTER]))
BASE = """
[workflow]
id = "base"
version = "1"
nl = "Basis"
plugins = ["small>=1"]

[sort.provider]
nl = "Aanbieder"

[lifecycle.talk]
nl = "Gesprek"

[lifecycle.talk.fact.sent]
nl = "Verzonden"
type = "yes_no"

[lifecycle.talk.state]
open = { nl = "Open" }
held = { nl = "Gehouden", final = true }

[lifecycle.talk.step.begin]
nl = "Beginnen"
to = "open"
by = "provider"

[lifecycle.talk.step.hold]
nl = "Houden"
from = "open"
to = "held"
by = "provider"

[effect.told]
nl = "Brief"
on_step = "talk.hold"
plugin = "small.letter"
with = { subject = "Gehouden" }
records = "sent"
"""
CHILD = '[workflow]\nid = "y"\nversion = "1"\nnl = "Y"\nextends = "./base.toml@1"\n'


def codes(more: str, folder: Path, word: str = "") -> list[str]:
    """The faults of a region that writes this, where the base says this word of its effect."""
    text = BASE.replace('nl = "Brief"\n', f'nl = "Brief"\n{word}')
    (folder / "base.toml").write_text(text, encoding="utf-8")
    (folder / "workflow.toml").write_text(CHILD + more, encoding="utf-8")
    found = check(folder, plugins=PLUGINS).diagnostics
    return [one.code for one in found if one.serious]


CHANGES = (
    'remove = true', 'on_step = "talk.begin"', 'with = { subject = "Niets" }', 'records = "other"',
)  # fmt: skip


@pytest.mark.parametrize("line", CHANGES)
def test_a_region_does_not_weaken_what_the_base_sends(line: str, tmp_path: Path) -> None:
    """Nor takes it away, nor sends it elsewhere or otherwise."""
    assert ["SW113"] == codes(f"[effect.told]\n{line}\n", tmp_path)


@pytest.mark.parametrize("line", CHANGES[:3])
def test_what_the_base_leaves_open_is_the_regions(line: str, tmp_path: Path) -> None:
    """With `overlay = "open"`, as of anything."""
    assert [] == codes(f"[effect.told]\n{line}\n", tmp_path, 'overlay = "open"\n')


def test_a_region_calls_it_in_its_own_words_and_sends_more(tmp_path: Path) -> None:
    """A name is always the region's; so is an effect of its own on the same step."""
    assert [] == codes('[effect.told]\nnl = "Onze brief"\n', tmp_path)
    own = '[effect.own]\nnl = "Nog een"\non_step = "talk.hold"\nplugin = "small.letter"\n'
    assert [] == codes(f'{own}with = {{ subject = "Ook" }}\n', tmp_path)
