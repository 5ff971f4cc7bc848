"""`samenwerk export whole` and `import`: a record goes to another store as one file."""

import json
from pathlib import Path

from tests.cli.test_history import change_store, head_of
from tests.cli.world import Run


def test_there_and_back(begun: Run, folder: Path) -> None:
    """Written, taken in elsewhere, and acted on there; twice the same is a sentence."""
    begun("document", "w", "note", "Nota van Jansen", "--as", "noord")
    ran = begun("export", "whole", "--output", "balie.zip")
    assert (0, "") == (ran.code, ran.err)
    assert "heel balie, 5 vastleggingen en 1 vrije tekst." in " ".join(ran.out.split())
    told = json.loads(begun("import", "balie.zip", "--store", "n.db", "--format", "json").out)
    head = head_of(begun)
    assert (0, True, 5, head, []) == tuple(
        told[one] for one in ("exit", "taken_in", "events", "head", "held")
    )
    assert begun("history").out == begun("history", "--store", "n.db").out
    assert 0 == begun("import", "balie.zip", "--store", "n.db", "--expect", head).code
    assert "balie staat al in n.db" in begun("import", "balie.zip", "--store", "n.db").out
    ran = begun("do", "x", "change.open", "--as", "noord", "--store", "n.db")
    assert 0 == ran.code
    assert 0 == begun("verify-store", "--store", "n.db").code
    assert 1 == begun("import", "balie.zip", "--expect", "0" * 64, "--store", "o.db").code
    assert not (folder / "o.db").exists()


def test_another_record_of_that_name_is_told(begun: Run, run: Run) -> None:
    """It says what to do instead, and changes nothing."""
    assert 0 == begun("export", "whole", "--output", "balie.zip").code
    assert 0 == run("start", "balie", "--rehearsal", "--store", "o.db").code
    ran = run("import", "balie.zip", "--store", "o.db")
    assert (1, "") == (ran.code, ran.out)
    assert "Neem dit op in een nieuw bestand" in " ".join(ran.err.split())


def test_a_broken_record_does_not_leave(begun: Run, folder: Path) -> None:
    """The faults are told as verify-store tells them, and no file is made."""
    change_store("UPDATE event SET body = replace(body, 'noord', 'noorD') WHERE sequence = 4")
    ran = begun("export", "whole", "--output", "balie.zip")
    assert 1 == ran.code
    assert "vastlegging 4 is veranderd" in " ".join(ran.out.split()).lower()
    assert not (folder / "balie.zip").exists()


def test_wrong_use_is_told(begun: Run, folder: Path) -> None:
    """No file to write to, options that do not go with it, and a file that is none."""
    assert 2 == begun("export", "whole").code
    assert 2 == begun("export", "whole", "--texts", "--output", "b.zip").code
    assert 2 == begun("export", "whole", "--in", "weg", "--output", "b.zip").code
    (folder / "b.zip").write_bytes(b"PK")
    for words in (("b.zip",), ("weg.zip",), ("samenwerk.db",), ("balie",)):
        ran = begun("import", *words, "--store", "n.db")
        assert (2, "") == (ran.code, ran.out)
    assert not (folder / "n.db").exists()


def test_the_list_of_exports_names_it(begun: Run) -> None:
    """It stands first among what can be exported."""
    assert "- whole: het hele logboek, voor een andere opslag (zip)" in begun("export").out
