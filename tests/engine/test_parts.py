"""A part that a plugin brings: in what runs, in the record, and nowhere asked for again."""

from pathlib import Path

import pytest
from tests.hooks.zoo import plugin

from samenwerk import Engine, MemoryStore, Part, PluginError, Plugins, load
from samenwerk.hooks.families import LOADED
from samenwerk.hooks.gather import gather, source_of

LIFE = """
[lifecycle.collaboration]
nl = "Samenwerking"
[lifecycle.collaboration.state]
begun = { nl = "Begonnen" }
done = { nl = "Klaar", final = true }
[lifecycle.collaboration.step.begin]
nl = "Beginnen"
to = "begun"
by = "desk"
[lifecycle.collaboration.step.stop]
nl = "Stoppen"
from = "begun"
to = "done"
by = "desk"
needs = ["affordable"]
"""
RULE = """
[parameter.ceiling]
nl = "Plafond"
value = 100
[fact.cost]
nl = "Kosten"
type = "money"
by = "desk"
[rule.affordable]
nl = "Betaalbaar"
all = [{ fact = "cost", at_most = "ceiling" }]
"""
LABELS = {"nl": "Geldstroom", "en": "Stream"}


def text(folder: Path) -> Path:
    """A workflow that uses a part."""
    head = '[workflow]\nid = "small"\nversion = "1"\nnl = "Klein"\nplugins = ["geld>=1"]\n'
    people = 'uses = ["geld.stroom"]\n[sort.bureau]\nnl = "Bureau"\n[role.desk]\nnl = "Balie"\n'
    (folder / "workflow.toml").write_text(head + people + LIFE, encoding="utf-8")
    return folder


def bringing(ceiling: str = "100") -> Plugins:
    """The plugin with its part."""
    toml = RULE.replace("value = 100", f"value = {ceiling}")
    return Plugins.of(geld=plugin("1.0", parts=[Part("stroom", LABELS, {"a.toml": toml})]))


def test_a_collaboration_runs_replays_and_stands_without_the_plugin(tmp_path: Path) -> None:
    """The definition that a store keeps holds the part; the plugin is gone, nothing asks for it."""
    store = MemoryStore()
    workflow = load(text(tmp_path), plugins=bringing())
    room = Engine(store, plugins=bringing()).start(workflow, "region")
    later = Engine(store, plugins=Plugins.of()).room("region")
    assert workflow.digest == later.workflow.digest
    assert {"affordable"} == {*later.workflow.rules}
    asked = [one.do("collaboration.begin", case="een", actor="x") for one in (room, later)]
    assert asked[0].verdict == asked[1].verdict
    assert [] == [*later.due()]
    assert later.verify().whole


def test_another_text_of_the_part_is_another_definition(tmp_path: Path) -> None:
    """What was agreed does not change unseen when a plugin brings something else."""
    path = text(tmp_path)
    digests = {load(path, plugins=bringing(one)).digest for one in ("100", "100", "200")}
    assert 2 == len(digests)


@pytest.mark.parametrize(
    "answer",
    [None, "text", [RULE], [Part("a b", LABELS, {"a.toml": RULE})], [Part("a", LABELS, {})],
     [Part("a", LABELS, {"a.toml": 3})], [Part("a", LABELS, {"a.toml": RULE}, "landelijk")],
     [Part("a", LABELS, {"a.toml": RULE}), Part("a", LABELS, {"a.toml": RULE})]],
)  # fmt: skip
def test_what_is_no_part_is_named_with_its_plugin(answer: object) -> None:
    """Anything but parts with texts is refused, with the plugin and the hook."""
    found = gather([source_of(plugin("1", parts=answer), "geld")], LOADED)
    fault = found.faults["geld"]
    assert isinstance(fault, PluginError)
    assert ("geld", "parts") == (fault.params["plugin"], fault.params["hook"])
