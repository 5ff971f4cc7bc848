"""Several regions in one place: what is of one tenant is nowhere in another's."""

import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests import postgres
from tests.engine.posting import Office
from tests.engine.test_who_may import WORKFLOW

from samenwerk import Engine, Party, Plugins, StoreError, open_store
from samenwerk.store.contract import Store
from samenwerk.store.postgres_address import check_tenant
from samenwerk.testing.attempts import attempt
from samenwerk.testing.store import add
from samenwerk.values.errors import UnknownName
from samenwerk.values.event import PositionGiven

DOCS = Path(__file__).parents[2] / "docs"
Open = Callable[[], Store]


@pytest.fixture(params=["sqlite", "postgres"])
def tenants(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Open, Open]]:
    """What opens the stores of two tenants of one place."""
    if request.param == "sqlite":
        yield (lambda: open_store(tmp_path / "noord.db"), lambda: open_store(tmp_path / "zuid.db"))
        return
    address = postgres.address()
    with postgres.tenant() as one, postgres.tenant() as other:
        yield (lambda: open_store(address, tenant=one), lambda: open_store(address, tenant=other))


def whole(store: Store) -> dict[str, object]:
    """All that a store gives to who asks it."""
    ids = store.collaborations()
    return {
        "collaborations": ids,
        "rows": {id: list(store.rows(id)) for id in ids},
        "tips": {id: store.tip(id) for id in ids},
        "outbox": store.outbox(),
        "attempts": store.attempts(),
        "followed": store.follow(),
    }


EMPTY = {"collaborations": (), "rows": {}, "tips": {}, "outbox": (), "attempts": (), "followed": ()}


def test_tenants_do_not_see_each_other(tenants: tuple[Open, Open]) -> None:
    """Lines, commands, texts, definitions, outbox, attempts and what is followed are of one alone,
    also under the same names."""
    with ExitStack() as opened:
        noord, zuid = (opened.enter_context(closing(one())) for one in tenants)
        lines = add(noord, "regio", 3)
        noord.keep_attempt(attempt())
        noord.keep_definition("d", "text", {"workflow.toml": "x"})
        assert EMPTY == whole(zuid)
        assert zuid.kept("regio", lines[0].event.command) is None
        assert zuid.definition("d") is None
        theirs = add(zuid, "regio", 1, "other")
        assert lines == list(noord.read("regio"))
        assert theirs == list(zuid.read("regio"))
        assert [1] == [one.line.event.sequence for one in zuid.follow()]
        assert [1, 2, 3] == [one.line.event.sequence for one in noord.follow()]
        later = datetime(2100, 1, 1, tzinfo=UTC)
        assert (0, 1) == (zuid.forget_attempts(later), noord.forget_attempts(later))


def test_what_one_tenant_does_leaves_the_other_as_it_was(tenants: tuple[Open, Open]) -> None:
    """The same story in both, effects among it; then one erases, sends and goes on."""
    with ExitStack() as opened:
        noord, zuid = (opened.enter_context(closing(one())) for one in tenants)
        offices = [Office(store) for store in (noord, zuid)]
        keys = [office.ask() for office in offices]
        before = whole(zuid)
        assert keys[:1] == [one.key for one in noord.outbox()]
        assert "delivered" == (offices[0].sender().send() or pytest.fail("nothing sent")).how
        assert () == noord.outbox()
        assert before == whole(zuid)
        rooms = [
            Engine(store, plugins=Plugins.of()).start(WORKFLOW, "texts") for store in (noord, zuid)
        ]
        seals = []
        for room in rooms:
            room.enrol(parties=[Party("noord", "provider")])
            room.do("collaboration.found", case="c", actor="noord")
            room.do("budget.draft", case="b", actor="noord")
            what = room.say("support", "for", case="b", actor="noord", reasons="om Bram").events
            assert isinstance(what[-1].what, PositionGiven)
            seals.append(what[-1].what.reasons)
        assert seals[0] is not None
        assert seals[1] is not None
        assert rooms[1].text(seals[0]) is None
        with pytest.raises(UnknownName):
            rooms[1].erase(seals[0], because="Bram vroeg het")
        assert 1 == rooms[0].erase(seals[0], because="Bram vroeg het").count
        assert "om Bram" == rooms[1].text(seals[1])
        assert rooms[1].verify().whole


HOSTILE = [
    "", " ", "noord zuid", "Noord", "1noord", "_noord", "noord-zuid", "noord.zuid", 'noord"',
    'a"; DROP SCHEMA public CASCADE; --', "noord'", "noord;", "nöord", "a" * 64, "pg_catalog",
    "pg_x", "public", "information_schema", "@", "%s", "a\x00", "a\n", "../noord", "noord/zuid",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_tenant_has_a_plain_name(name: str) -> None:
    """What is not plain is refused before any server is asked."""
    with pytest.raises(StoreError) as refused:
        check_tenant(name)
    assert "tenant" == refused.value.params["what"]
    with pytest.raises(StoreError) as refused:
        open_store("postgresql://nowhere.invalid/none", tenant=name)
    assert "tenant" == refused.value.params["what"]
    with pytest.raises(StoreError) as refused:
        open_store(f"postgresql://nowhere.invalid/none?tenant={name}")
    assert refused.value.params["what"] in ("tenant", "address")


def test_a_file_has_one_tenant(tmp_path: Path) -> None:
    """With SQLite a tenant is a file; to name one as well is an error, and makes no file."""
    with pytest.raises(StoreError) as refused:
        open_store(tmp_path / "s.db", tenant="noord")
    assert ("no_tenants", []) == (refused.value.params["what"], list(tmp_path.iterdir()))


def page(lang: str) -> list[str]:
    """The statements of the page about several regions."""
    text = (DOCS / lang / "running" / "several-regions.md").read_text(encoding="utf-8")
    return re.findall(r"^```sql\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_both_pages_have_the_same_statements() -> None:
    """In both languages an administrator does the same."""
    assert page("nl") == page("en")


@pytest.fixture
def roles() -> Iterator[Callable[[str, str], Store]]:
    """Two regions as the page says, in a database of their own; gives what opens a tenant as a
    role."""
    import psycopg

    address = postgres.address()
    mark = f"r{secrets.token_hex(4)}"
    base = f"{mark}_zorg"
    postgres.asked(address, f"CREATE DATABASE {base}")
    info = psycopg.conninfo.conninfo_to_dict(address)
    parts = {"host": info["host"], **({"port": str(info["port"])} if "port" in info else {})}
    as_owner = psycopg.conninfo.make_conninfo(address, dbname=base)

    def opened(role: str, tenant: str) -> Store:
        query = "&".join(f"{name}={value}" for name, value in parts.items())
        word = "one-secret" if role.endswith("_owner") else "another-secret"
        return open_store(f"postgresql://{mark}_{role}:{word}@/{base}?{query}",
                          tenant=f"{mark}_{tenant}")  # fmt: skip

    once, each, after = page("en")
    made = []
    postgres.asked(as_owner, once.replace("zorg", base))
    for name in ("noord", "zuid"):
        named = each.replace("noord", f"{mark}_{name}")
        for statement in named.split(";"):
            if statement.strip():
                postgres.asked(as_owner, statement)
        made += [f"{mark}_{name}", f"{mark}_{name}_owner"]
        opened(f"{name}_owner", name).close()
        postgres.asked(as_owner, after.replace("noord", f"{mark}_{name}"))
    yield opened
    postgres.asked(address, f"DROP DATABASE {base} WITH (FORCE)")
    for role in made:
        postgres.asked(address, f"DROP ROLE {role}")


def test_a_role_does_its_daily_work_and_no_more(roles: Callable[[str, str], Store]) -> None:
    """As the page gives it rights, a role acts, sends, erases and follows in its own region; it
    cannot change a line, nor open or read the region of another."""
    with closing(roles("noord", "noord")) as noord, closing(roles("zuid", "zuid")) as zuid:
        for store in (noord, zuid):
            office = Office(store)
            office.ask()
            sent = office.sender().send()
            assert sent is not None
            assert "delivered" == sent.how
            store.keep_attempt(attempt())
            assert 1 == len(store.attempts())
            assert 1 == store.forget_attempts(datetime.now(UTC) + timedelta(days=36500))
            assert 0 == store.erase(["unknown"])
            assert store.follow()
            assert office.room.verify().whole
        lines = list(noord.rows("regio"))
        for statement in (
            "UPDATE @.event SET body = ''", "DELETE FROM @.event", "TRUNCATE @.event",
            "DELETE FROM @.command", "UPDATE @.sealed SET text = ''", "DROP TABLE @.event",
            "UPDATE @.store SET version = 0", "DELETE FROM @.definition",
            "CREATE TABLE @.mine (a int)", "ALTER TABLE @.event DISABLE TRIGGER ALL",
        ):  # fmt: skip
            assert "InsufficientPrivilege" == _refused(noord, statement, noord.tenant)  # type: ignore[attr-defined]
        for statement in (
            "SELECT * FROM @.event", "SELECT * FROM @.sealed", "SELECT @.last_place()",
            "INSERT INTO @.outbox DEFAULT VALUES", "SELECT * FROM @.follow(0, 10)",
            "SELECT * FROM @.attempt",
        ):  # fmt: skip
            assert "InsufficientPrivilege" == _refused(noord, statement, zuid.tenant)  # type: ignore[attr-defined]
        assert lines == list(noord.rows("regio"))
        for role, other in (("noord", "zuid"), ("zuid", "noord"), ("noord", "new")):
            with pytest.raises(StoreError):
                roles(role, other)


def _refused(store: Any, statement: str, tenant: str) -> str:
    """The name of the error that PostgreSQL gives to a statement of this role."""
    import psycopg

    with pytest.raises(psycopg.Error) as refused:
        postgres.asked(store._link._address, statement.replace("@", tenant))
    return type(refused.value).__name__
