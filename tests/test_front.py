"""The front door: loading and checking a workflow, and saying things in words."""

import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.handmade import OF_PLUGIN, TEXT, started
from tests.hooks.zoo import plugin, rule, small, working

import samenwerk
from samenwerk import (
    Diagnostic,
    Misuse,
    NotReadable,
    PluginError,
    Plugins,
    Texts,
    UnknownName,
    check,
    load,
    render,
)
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.engine.wording import WORDING
from samenwerk.hooks.families import HOOKS
from samenwerk.hooks.gather import gather, source_of
from samenwerk.hooks.wording import WORDING as OF_PLUGINS
from samenwerk.language.catalogue import gaps


def written(folder: Path, plugins: str = "", needs: str = '"support"', more: str = "") -> Path:
    """The workflow of the tests as a file."""
    path = folder / "workflow.toml"
    path.write_text(TEXT.format(plugins=plugins, needs=needs) + more, encoding="utf-8")
    return path


def codes(path: Path, plugins: Plugins) -> list[tuple[str, object]]:
    """The codes of what is seriously wrong, with their case."""
    found = check(path, plugins=plugins).diagnostics
    return [(one.code, one.params.get("case")) for one in found if one.serious]


def test_a_workflow_by_name_folder_or_file(tmp_path: Path) -> None:
    """One resolver serves names of workflows that come along, folders and files."""
    path = written(tmp_path)
    assert load(path).digest == load(tmp_path).digest == load(str(path)).digest
    assert "landelijk" == load("landelijk").name
    for name in ("landelyk", "", "a\0b"):
        with pytest.raises(UnknownName):
            load(name)
    with pytest.raises(UnknownName) as unknown:
        load("landelyk")
    assert "landelijk" == unknown.value.params["nearest"]


def test_faults_come_together(tmp_path: Path) -> None:
    """`load` raises with every fault, `check` gives them, and `render` shows them."""
    path = written(tmp_path, needs='"suport"')
    with pytest.raises(NotReadable) as raised:
        load(path)
    reading = check(path)
    assert reading.diagnostics == raised.value.diagnostics != ()
    assert "workflow.toml:" in render(reading)
    assert "suport" in render(raised.value, "en")
    assert "suport" in render(reading.diagnostics)


@pytest.mark.parametrize(
    ("wanted", "plugins", "cases"),
    [
        ("proef>=1", Plugins.of(proef=working()), []),
        ("proef>=2", Plugins.of(proef=working()), ["version"]),
        ("proef", Plugins.of(), ["missing"]),
        ("proef", Plugins.of(proef=plugin("1", rules=[rule(small, "other")])), ["rule"]),
    ],
)
def test_a_plugin_that_does_not_fit_is_a_fault_of_the_text(
    tmp_path: Path, wanted: str, plugins: Plugins, cases: list[str]
) -> None:
    """A missing plugin, a wrong version and an unknown rule have their place in the text."""
    path = written(tmp_path, f'plugins = ["{wanted}"]', '"judged"', OF_PLUGIN)
    assert [("SW120", case) for case in cases] == codes(path, plugins)


def test_the_checks_of_a_plugin_take_part(tmp_path: Path) -> None:
    """The checks of the plugins that a workflow names are asked after our own, and no others."""

    def find(reading: samenwerk.Reading) -> list[Diagnostic]:
        return [Diagnostic("XX001", reading.place("workflow", "plugins"))]

    texts = {"XX001": {lang: Texts("een eigen fout", "b", "c", "d") for lang in ("nl", "en")}}
    made = SimpleNamespace(code="XX001", TEXTS=texts, check=find)
    plugins = gather([source_of(plugin("1", checks=[made], rules=[]), "proef")], HOOKS)
    named = written(tmp_path, 'plugins = ["proef"]', '"support"')
    assert [("XX001", None)] == codes(named, plugins)
    said = render(check(named, plugins=plugins), "nl", plugins=plugins)
    assert "XX001 een eigen fout" in said
    assert "plugins = " in said
    assert [] == codes(written(tmp_path), plugins)


def test_a_new_word_of_a_plugin_can_be_read_and_run(tmp_path: Path) -> None:
    """A leaf kind of a plugin is a word in workflows that name it, also from the store."""

    class Surely(KINDS["known"]):  # type: ignore[misc, name-defined]
        word = "surely"
        KEYS = {"surely": KINDS["known"].KEYS["known"]}  # noqa: RUF012

        @classmethod
        def read(cls, line):  # type: ignore[no-untyped-def]
            operand = line.operand("surely")
            return None if operand is None else cls(operand)

    plugins = Plugins.of(proef=plugin("1", leaf_kinds=[Surely]))
    named = written(
        tmp_path, 'plugins = ["proef"]', '"sure"',
        '[lifecycle.budget.rule.sure]\nnl = "x"\nen = "x"\nall = [{ surely = "amount" }]\n',
    )  # fmt: skip
    assert [] == codes(named, plugins)
    engine, room = started(load(named, plugins=plugins), plugins)
    assert not room.do("budget.agree", case="b", actor="zuid").carried_out
    room.record("amount", 3, case="b", actor="noord")
    store = engine._desk.store
    fresh = samenwerk.Engine(store, plugins=plugins, clock=engine._desk.clock).room("regio")
    assert fresh.do("budget.agree", case="b", actor="zuid").carried_out
    gone = samenwerk.Engine(store, plugins=Plugins.of()).room("regio")
    assert 6 == len(list(gone.history()))
    assert "agreed" == gone.collaboration.cases["b"].state
    with pytest.raises(PluginError) as raised:
        _ = gone.workflow
    assert "missing" == raised.value.params["what"]


def test_everything_can_be_said_in_words() -> None:
    """Outcomes, obligations, messages and errors, with the labels of a room or without it."""
    _, room = started()
    outcome = room.do("budget.agree", case="b", actor="zuid")
    for shown in (outcome, room.needs("budget.agree", case="b"), outcome.way_out[0],
                  UnknownName(what="case", name="x"), Misuse("zo niet")):  # fmt: skip
        for lang in ("nl", "en"):
            assert render(shown, lang, room).strip()
            assert render(shown, lang).strip()
    assert "Vaststellen" in render(outcome, "nl", room)
    assert "Agree" in render(outcome, "en", room)


def test_the_sentences_of_the_engine_and_of_plugins_are_in_both_languages() -> None:
    """Nothing is said in one language alone, or with other holes."""
    assert [] == gaps(WORDING)
    assert [] == gaps(OF_PLUGINS)
    engine, _ = started()
    with pytest.raises(Misuse) as raised:
        engine.start(engine.room("regio").workflow, "regio")
    assert "Er is al een samenwerking met de naam regio." == render(raised.value)


def test_names_are_fetched_by_several_threads_at_once() -> None:
    """The door may be opened from everywhere at the same time."""
    found: list[object] = []

    def fetch() -> None:
        found.extend(getattr(samenwerk, name) for name in samenwerk.__all__)

    threads = [threading.Thread(target=fetch) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert 4 * len(samenwerk.__all__) == len(found)
    assert set(samenwerk.__all__) <= set(dir(samenwerk))
    with pytest.raises(AttributeError):
        _ = samenwerk.nothing
