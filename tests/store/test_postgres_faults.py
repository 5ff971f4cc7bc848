"""The PostgreSQL store says what is wrong with a database or the way to it, and no password."""

import contextlib
import os
import subprocess
import sys
import threading
import traceback

import pytest
from tests import postgres

from samenwerk.core.chain import verify
from samenwerk.front import open_store
from samenwerk.store.contract import FAULTS
from samenwerk.store.postgres_address import check_address, check_tenant, shown
from samenwerk.testing.store import add, kept_for, lines_after
from samenwerk.values.errors import Conflict, StoreError, StoreVersion


@pytest.fixture
def home():
    """The address of a tenant that nobody has yet."""
    address = postgres.address()
    with postgres.tenant() as name:
        yield f"{address}{'&' if '?' in address else '?'}tenant={name}"


def tenant_of(home: str) -> str:
    return home.rpartition("tenant=")[2]


def asked(home: str, statement: str, *values: object) -> list[tuple]:
    """What the database says by itself, of the schema that stands for `@`."""
    statement = statement.replace("@", f'"{tenant_of(home)}"')
    return postgres.asked(postgres.address(), statement, *values)


def opened(home: str, **options: object):
    """The store, closed again at the end."""
    from samenwerk.store.postgres import PostgresStore

    return contextlib.closing(PostgresStore(home, **options))


def what_of(call) -> str:
    """The word of the StoreError that a call ends in; each has a sentence."""
    with pytest.raises(StoreError) as refused:
        call()
    what = refused.value.params["what"]
    assert what in FAULTS
    assert "secret" not in "".join(traceback.format_exception(refused.value))
    return what


def elsewhere(home: str, **parts: str) -> str:
    """The address with something else in it, as psycopg writes it."""
    from psycopg.conninfo import conninfo_to_dict

    known = {**conninfo_to_dict(postgres.address()), **parts}
    database = known.pop("dbname", "postgres")
    options = "&".join(f"{name}={value}" for name, value in known.items() if value)
    return f"postgresql:///{database}?{options}&tenant={tenant_of(home)}"


def test_rows_can_be_read_without_samenwerk(home: str) -> None:
    """The table shows beside the text when, what and where, under plain names."""
    with opened(home) as store:
        (line,) = add(store, "regio")
    found = asked(home, "SELECT place, collaboration, sequence, recorded, effective, case_id, type,"
                        " body, hash FROM @.event")  # fmt: skip
    told = (1, "regio", 1, "2027-02-01T09:30:00Z", "2027-02-01", None, "StepDone")
    assert [(*told, line.body, line.hash)] == found


def test_a_name_in_the_address_is_the_tenant(home: str) -> None:
    """Tenants of one database know nothing of each other."""
    with postgres.tenant() as other, opened(home) as store, opened(home, tenant=other) as beside:
        add(store, "regio")
        assert (("regio",), ()) == (store.collaborations(), beside.collaborations())
        assert (tenant_of(home), other) == (store.tenant, beside.tenant)


def test_nothing_is_made_that_was_not_asked(home: str) -> None:
    """Without `create` a tenant that is not there is refused, and is not there afterwards."""
    assert "no_tenant" == what_of(lambda: open_store(home, create=False))
    schemas = "SELECT count(*) FROM pg_namespace WHERE nspname = %s"
    assert [(0,)] == asked(home, schemas, tenant_of(home))


def test_a_schema_that_is_empty_is_taken(home: str) -> None:
    """A schema that somebody else made for us, with the rights on it, is where the tables go."""
    asked(home, "CREATE SCHEMA @")
    assert "no_tenant" == what_of(lambda: open_store(home, create=False))
    with opened(home) as store:
        add(store, "regio")


@pytest.mark.parametrize("table", ["theirs (a int)", "store (a int)"])
def test_a_schema_of_another_program_is_left_alone(home: str, table: str) -> None:
    """Tables of somebody else, also of a name of ours, are refused and stay as they are."""
    asked(home, f"CREATE SCHEMA @; CREATE TABLE @.{table}")
    assert "foreign" == what_of(lambda: open_store(home))
    left = "SELECT count(*) FROM pg_tables WHERE schemaname = %s"
    assert [(1,)] == asked(home, left, tenant_of(home))


def test_a_schema_of_a_newer_samenwerk_is_refused(home: str) -> None:
    """It says which version there is, and which one is known."""
    from samenwerk.store.postgres_schema import STEPS

    open_store(home).close()
    asked(home, f"UPDATE @.store SET version = {len(STEPS) + 1}")
    with pytest.raises(StoreVersion) as refused:
        open_store(home)
    params = refused.value.params
    assert (len(STEPS) + 1, len(STEPS)) == (params["found"], params["known"])


def test_an_older_schema_is_raised_once(home: str) -> None:
    """Of many that open it at once, one raises it and the others find it raised."""
    import psycopg

    from samenwerk.store.postgres_schema import STEPS, raise_tables

    with opened(home) as store:
        head = add(store, "regio", 3)[-1].hash
    steps = (*STEPS, ("CREATE TABLE @.later (a int)", "INSERT INTO @.later VALUES (1)"))
    failed: list[BaseException] = []

    def raise_it() -> None:
        try:
            with psycopg.connect(postgres.address(), autocommit=True) as db:
                raise_tables(db, tenant_of(home), "shown", steps=steps)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=raise_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [] == failed
    assert [(1, len(steps))] == asked(home, "SELECT a, version FROM @.later, @.store")
    asked(home, f"DROP TABLE @.later; UPDATE @.store SET version = {len(STEPS)}")
    with opened(home) as store:
        assert verify(store.rows("regio"), head).anchored


def test_many_that_begin_at_once_all_get_in(home: str) -> None:
    """Of threads that open a tenant that is not there, one makes it and no other trips."""
    failed: list[BaseException] = []

    def begin(name: str) -> None:
        try:
            with opened(home) as store:
                add(store, name)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=begin, args=(name,)) for name in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [] == failed
    with opened(home) as store:
        assert tuple("abcdef") == store.collaborations()


def test_a_step_that_fails_leaves_the_older_schema(home: str) -> None:
    """Raising the tables happens whole or not at all."""
    import psycopg

    from samenwerk.store.postgres_schema import STEPS, raise_tables

    open_store(home).close()
    steps = (*STEPS, ("CREATE TABLE @.later (a int)", "no sql"))
    with (
        psycopg.connect(postgres.address(), autocommit=True) as db,
        pytest.raises(psycopg.errors.SyntaxError),
    ):
        raise_tables(db, tenant_of(home), "shown", steps=steps)
    assert [(len(STEPS),)] == asked(home, "SELECT version FROM @.store")
    assert [(None,)] == asked(home, "SELECT to_regclass('@.later')")


def test_a_database_that_is_not_there_is_said(home: str) -> None:
    """By a word of its own."""
    assert "no_database" == what_of(lambda: open_store(elsewhere(home, dbname="nowhere")))


def test_a_database_in_another_encoding_is_refused(home: str) -> None:
    """It could not keep every text."""
    name = tenant_of(home)
    postgres.asked(
        postgres.address(),
        f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0",
    )
    try:
        assert "not_utf8" == what_of(lambda: open_store(elsewhere(home, dbname=name)))
    finally:
        postgres.asked(postgres.address(), f"DROP DATABASE {name}")


def test_somebody_unknown_is_not_let_in(home: str) -> None:
    """A user that the server does not know is refused."""
    assert "refused" == what_of(lambda: open_store(elsewhere(home, user="nobody_here")))


def test_a_host_that_does_not_answer_is_said() -> None:
    """No password stands in what is said, nor in what it was made of."""
    postgres.needed()
    for address in ("postgresql://desk:secret@127.0.0.1:1/zorg",
                    "postgresql://desk:secret@host.invalid/zorg",
                    "postgresql:///zorg?host=/nowhere/at/all&password=secret"):  # fmt: skip
        assert "unreachable" == what_of(lambda address=address: open_store(address))


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://desk:sec@ret@localhost/zorg",
        "postgresql://desk:secret/x@localhost/zorg",
        "postgresql://desk:secret?x@localhost/zorg",
        "postgresql://localhost:secret/zorg",
        "postgresql://localhost/zorg?nonsense=secret",
        "postgresql://localhost/%zz",
    ],
)
def test_an_address_that_cannot_be_read_is_not_repeated(address: str) -> None:
    """A password with bare signs in it would be taken for a host or a port, and be told."""
    postgres.needed()
    assert "address" == what_of(lambda: open_store(address))


def test_an_address_is_shown_without_password() -> None:
    """Nor with anything else that an option says."""
    whole = "postgresql://desk:secret@db.example.org:5432/zorg?password=secret&tenant=noord"
    check_address(whole)
    assert "postgresql://desk@db.example.org:5432/zorg?tenant=noord" == shown(whole)


def test_a_store_is_one_line_in_a_log(home: str) -> None:
    """Where it is, and in whose name; no password and no options."""
    with opened(f"{home}&password=secret&connect_timeout=5") as store:
        assert f"PostgresStore({shown(home)!r})" == repr(store)
        assert tenant_of(home) in repr(store)
        assert "secret" not in repr(store)


@pytest.mark.parametrize("tenant", ["", "Noord", "pg_noord", "public", 'a"; drop', "a" * 64, "é"])
def test_not_everything_is_the_name_of_a_tenant(tenant: str) -> None:
    """What PostgreSQL keeps for itself, or would have to be quoted, is refused."""
    postgres.needed()
    assert "tenant" == what_of(lambda: check_tenant(tenant))


def test_a_file_has_no_tenants(tmp_path) -> None:
    """Whoever asks one is told so."""
    assert "no_tenants" == what_of(lambda: open_store(tmp_path / "s.db", tenant="noord"))


def test_somebody_without_rights_is_told(home: str) -> None:
    """Who may read reads; who may not write is a StoreError, and nothing was written."""
    with opened(home) as store:
        add(store, "regio")
    role = tenant_of(home)
    asked(home, f"CREATE ROLE {role} LOGIN; GRANT USAGE ON SCHEMA @ TO {role};"
                f" GRANT SELECT ON ALL TABLES IN SCHEMA @ TO {role}")  # fmt: skip
    try:
        with opened(elsewhere(home, user=role)) as store:
            assert 1 == len(list(store.read("regio")))
            assert "no_rights" == what_of(lambda: add(store, "regio"))
            assert 1 == len(list(store.read("regio")))
    finally:
        asked(home, f"DROP OWNED BY {role}; DROP ROLE {role}")


def test_a_database_that_only_reads_is_told(home: str) -> None:
    """As one that follows another does: reading goes on, writing is a StoreError."""
    open_store(home).close()
    with opened(elsewhere(home, options="-c%20default_transaction_read_only%3Don")) as store:
        assert () == store.collaborations()
        assert "read_only" == what_of(lambda: add(store, "regio"))


def test_an_older_schema_that_may_only_be_read_is_told(home: str) -> None:
    """By who has no rights to raise it, and by a database that only reads; it stays as it is."""
    from samenwerk.store.postgres_schema import STEPS

    open_store(home).close()
    role, older = tenant_of(home), len(STEPS) - 1
    asked(home, f"UPDATE @.store SET version = {older}; CREATE ROLE {role} LOGIN")
    asked(home, f"GRANT USAGE ON SCHEMA @ TO {role}; GRANT SELECT ON @.store TO {role}")
    only = elsewhere(home, options="-c%20default_transaction_read_only%3Don")
    try:
        for address in (elsewhere(home, user=role), only):
            assert "older" == what_of(lambda address=address: open_store(address))
    finally:
        asked(home, f"DROP OWNED BY {role}; DROP ROLE {role}")
    assert [(older,)] == asked(home, "SELECT version FROM @.store")


def test_waiting_for_somebody_else_ends(home: str) -> None:
    """Who keeps a table longer than we wait is a StoreError; afterwards all goes on."""
    import psycopg

    with opened(home, connections=1) as store, psycopg.connect(postgres.address()) as other:
        other.execute(f'LOCK TABLE "{tenant_of(home)}".event')
        with store._link.lent() as db:
            assert ("5s",) == db.execute("SHOW lock_timeout").fetchone()
            db.execute("SET lock_timeout = '100ms'")  # from the start, connecting had no more
        assert "locked" == what_of(lambda: add(store, "regio"))
        other.rollback()
        add(store, "regio")
        assert verify(store.rows("regio")).whole


def test_more_at_once_than_there_are_connections_wait_and_are_told(home: str) -> None:
    """When none comes free in time it is said that all are in use."""
    with opened(home, connections=1) as store, store._link.lent():
        store._link._pool.timeout = 0.1  # from the start, connecting had no more
        assert "busy" == what_of(lambda: store.tip("regio"))
    with opened(home, connections=1) as store:
        threads = [threading.Thread(target=add, args=(store, f"c-{n}")) for n in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert 6 == len(store.collaborations())


def test_what_is_acknowledged_is_on_disk_also_where_the_server_would_not_wait(home: str) -> None:
    """A database that does not wait for the disk is told to, for each append."""
    with opened(elsewhere(home, options="-c%20synchronous_commit%3Doff")) as store:
        lines = lines_after(store, "regio")
        with store._link.lent() as db, db.transaction():
            assert ("off",) == db.execute("SHOW synchronous_commit").fetchone()
            from samenwerk.store.contract import Append
            from samenwerk.store.postgres_append import statement_of

            asked_of = Append("regio", 0, lines, (), kept_for(lines))
            statement, values = statement_of((asked_of,))
            db.execute(store._sql(statement), values)
            assert ("on",) == db.execute("SHOW synchronous_commit").fetchone()


def test_who_comes_second_by_a_hair_is_a_conflict(home: str) -> None:
    """Two that see nothing of each other: the key of the table lets one of them through."""
    with opened(home) as store, opened(home) as other:
        ours, theirs = lines_after(store, "regio"), lines_after(store, "regio", word="theirs")
        told: list[object] = []

        def late() -> None:
            try:
                other.append("regio", 0, theirs, (), kept_for(theirs, "c-theirs"))
            except Conflict as conflict:
                told.append(conflict.params["stands"])

        with store._link.lent() as db, db.transaction():
            from samenwerk.store.contract import Append
            from samenwerk.store.postgres_append import statement_of

            mine = Append("regio", 0, ours, (), kept_for(ours))
            statement, values = statement_of((mine,))
            db.execute(store._sql(statement), values)
            thread = threading.Thread(target=late)
            thread.start()
            waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'transactionid'"
            while postgres.asked(postgres.address(), waiting) == [(0,)]:
                pass
        thread.join()
        assert [1] == told
        assert ours == list(store.read("regio"))


def test_a_connection_that_the_server_ended_is_not_used_again(home: str) -> None:
    """After a server went down and came back, nobody notices who was not just asking."""
    with opened(home) as store:
        add(store, "regio")
        ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = %s"
        with store._link.lent() as db:
            own = db.info.backend_pid
        assert [(True,)] == postgres.asked(postgres.address(), ended, own)
        there = "SELECT count(*) FROM pg_stat_activity WHERE pid = %s"
        while postgres.asked(postgres.address(), there, own) != [(0,)]:
            pass
        add(store, "regio")
        assert 2 == len(list(store.read("regio")))


def test_a_program_with_many_files_open_is_served(home: str) -> None:
    """A host with more than a thousand connections of its own gets its answers too."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard not in (resource.RLIM_INFINITY, max(hard, 1400)):
        pytest.skip("this machine lets nobody have so many files open")
    with contextlib.ExitStack() as held:
        if soft not in (resource.RLIM_INFINITY, max(soft, 1400)):
            resource.setrlimit(resource.RLIMIT_NOFILE, (1400, hard))
            held.callback(resource.setrlimit, resource.RLIMIT_NOFILE, (soft, hard))
        for _ in range(1100):
            held.enter_context(open(os.devnull, "rb"))
        with opened(home) as store:
            assert ((), ()) == (store.collaborations(), store.collaborations())


def test_a_writer_that_is_cut_off_is_told_that_nobody_knows(home: str) -> None:
    """Cut off before the answer came: the same command again finds out, and is carried out once."""
    with opened(home, wait=20) as store:
        lines = lines_after(store, "regio")
        told: list[object] = []

        def write() -> None:
            try:
                store.append("regio", 0, lines, (), kept_for(lines))
            except StoreError as error:
                told.append((error.params["what"], error.params["command"]))

        thread = threading.Thread(target=write)
        import psycopg

        with psycopg.connect(postgres.address()) as other:
            other.execute(f'LOCK TABLE "{tenant_of(home)}".command')
            thread.start()
            stuck = (
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE wait_event_type = 'Lock' AND query LIKE %s"
            )
            while not postgres.asked(postgres.address(), stuck, f'%"{tenant_of(home)}".append%'):
                pass
            thread.join()
        assert [("unknown_outcome", "c-1")] == told
        store.append("regio", 0, lines, (), kept_for(lines))
        with pytest.raises(Conflict):
            store.append("regio", 0, lines, (), kept_for(lines))
        assert lines == list(store.read("regio"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forking is of Unix")
def test_a_forked_process_gets_its_own_connections(home: str) -> None:
    """A store that was open before forking can be used on both sides, and both are recorded."""
    program = """
import os, sys
from samenwerk.store.postgres import PostgresStore
from samenwerk.testing.store import add
store = PostgresStore(sys.argv[1])
add(store, "regio")
child = os.fork()
for _ in range(10):
    add(store, "child" if child == 0 else "parent")
if child == 0:
    store.close()
    sys.exit(0)
_, status = os.waitpid(child, 0)
add(store, "parent")
store.close()
sys.exit(os.waitstatus_to_exitcode(status))
"""
    subprocess.run([sys.executable, "-W", "ignore", "-c", program, home], check=True, timeout=60)
    with opened(home) as store:
        counts = {one: verify(store.rows(one)).count for one in store.collaborations()}
    assert {"child": 10, "parent": 11, "regio": 1} == counts


def test_without_the_package_it_is_said_what_to_install() -> None:
    """Nothing needs psycopg but a store in PostgreSQL, and that says how to get it."""
    program = """
import sys
sys.modules["psycopg"] = None
from samenwerk.front import open_store, render
from samenwerk.values.errors import StoreError
try:
    open_store("postgresql://desk:secret@localhost/zorg")
except StoreError as error:
    print(render(error, "en"))
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith(
        "A store in PostgreSQL needs a package that is missing. "
        "Install it with: pip install samenwerk[postgres]"
    )
    assert "secret" not in ran.stdout


def test_psycopg_is_left_alone_until_it_is_needed(tmp_path) -> None:
    """Whoever works with files never loads it."""
    program = """
import sys
import samenwerk.front, samenwerk.engine, samenwerk.cli.main
samenwerk.front.open_store(sys.argv[1]).close()
print([one for one in sys.modules if one.startswith("psycopg")])
"""
    ran = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "s.db"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "[]\n" == ran.stdout
