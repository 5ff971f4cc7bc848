"""Every command works on a database as on a file, and shows no password."""

import json
import re
import shlex
from pathlib import Path

import pytest
from tests import postgres
from tests.cli.conftest import Run

NOW = ("--now", "2027-02-01T09:00")


@pytest.fixture
def store():
    """The options that say which store: a tenant that nobody has yet."""
    address = postgres.address()
    with postgres.tenant() as name:
        yield ("--store", address, "--tenant", name)


def test_a_collaboration_lives_in_a_database(run: Run, store: tuple[str, ...]) -> None:
    """It is begun, acted in, looked at and verified as one in a file is."""
    for words in (
        ("start", "balie", "--rehearsal", *NOW),
        ("register", "balie/register.toml", *NOW),
        ("do", "s", "found", "--as", "zuid", *NOW),
        ("do", "w", "change.open", "--as", "noord", *NOW),
        ("status",),
        ("todo", "zuid"),
        ("history", "--verify"),
        ("verify-store",),
        ("worker", "--until-empty"),
        ("outbox",),
        ("explain", "change.open"),
    ):
        ran = run(*words, *store)
        assert (0, "") == (ran.code, ran.err), ran.out
    events = json.loads(run("history", *store, "--format", "json").out)["events"]
    assert "CollaborationStarted" == events[0]["type"]


def test_a_tenant_that_is_not_there_is_said(run: Run, store: tuple[str, ...]) -> None:
    """Only beginning makes one."""
    for lang, said in (
        ("nl", "In de database staat nog geen opslag onder deze naam."),
        ("en", "There is no store under this name in the database yet."),
    ):
        ran = run("status", *store, "--lang", lang)
        assert (2, True) == (ran.code, ran.err.replace("\n", " ").startswith(said)), ran.err


def test_a_password_is_not_shown(run: Run, store: tuple[str, ...]) -> None:
    """Neither in what goes well nor in what goes wrong, in text or in JSON."""
    address, tenant = store[1], store[3]
    secret = f"{address}{'&' if '?' in address else '?'}password=secret"
    whole = ("--store", secret, "--tenant", tenant, *NOW, "--rehearsal")
    wrong = ("status", "--store", "postgresql://desk:secret@127.0.0.1:1/zorg")
    for words, code in (
        (("start", "balie", *whole), 0),
        (("start", "balie", "--id", "b", *whole, "--format", "json"), 0),
        (wrong, 2),
        ((*wrong, "--format", "json"), 2),
    ):
        ran = run(*words)
        assert (code, False) == (ran.code, "secret" in ran.out + ran.err), ran.out + ran.err
        assert "postgresql://" in ran.out + ran.err


def test_a_file_has_no_tenant(run: Run) -> None:
    """Whoever names one is told what it is for."""
    ran = run("status", "--tenant", "noord", "--lang", "en")
    assert (2, True) == (ran.code, ran.err.startswith("A file holds one store."))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_the_page_says_can_be_done(run: Run, store: tuple[str, ...], lang: str) -> None:
    """The page about PostgreSQL is followed: begun, and brought over from a file."""
    page = Path(__file__).parents[2] / "docs" / lang / "postgresql.md"
    assert 0 == run("start", "balie", "--id", "region", "--lang", "en").code
    done = []
    with postgres.tenant() as other:
        for line in re.findall(r"^samenwerk (.*)$", page.read_text("utf-8"), re.MULTILINE):
            words = shlex.split(line)
            if "--tenant" in words:
                words = [other if one == "gooi" else one for one in words]
            else:
                words += ["--tenant", store[3]] if "samenwerk.db" not in words else []
            words = [
                store[1] if one == "postgresql://desk@db.example.org/zorg"
                else "balie" if one == "landelijk" else one for one in words
            ]  # fmt: skip
            ran = run(*words)
            assert (0, "") == (ran.code, ran.err), (words, ran.out)
            done.append(words[0])
    assert ["start", "status", "start", "verify-store", "export", "import", "verify-store"] == done
