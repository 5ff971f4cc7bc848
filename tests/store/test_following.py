"""Who follows a PostgreSQL store loses nothing of a writer that takes its time."""

import contextlib
import threading

import pytest
from tests import postgres

from samenwerk.store.contract import Append
from samenwerk.testing.store import add, kept_for, lines_after

NAIVE = 'SELECT place, body FROM "{}".event WHERE place > %s ORDER BY place'


@pytest.fixture
def store():
    """A store of a tenant that nobody has yet."""
    from samenwerk.store.postgres import PostgresStore

    with postgres.tenant() as name:
        made = PostgresStore(postgres.address(), tenant=name)
        with contextlib.closing(made):
            yield made


@contextlib.contextmanager
def writing(store, collaboration: str, count: int = 1):
    """A writer that has added lines and has not said yet that they stand."""
    from samenwerk.store.postgres_append import statement_of

    lines = lines_after(store, collaboration, count)
    asked = Append(collaboration, 0, lines, (), kept_for(lines))
    with store._link.lent() as db, db.transaction():
        statement, values = statement_of((asked,))
        db.execute(store._sql(statement), values)
        yield lines


def seen(found) -> list[str]:
    return [one.line.event.collaboration for one in found]


def test_what_a_slow_writer_adds_is_not_passed_by(store) -> None:
    """Places are given out before they can be seen: who looked only at those would lose a line."""
    add(store, "before")
    with writing(store, "slow"):
        add(store, "quick")
        quick = postgres.asked(postgres.address(), NAIVE.format(store.tenant), 1)
        held = store.follow()
    naive = postgres.asked(postgres.address(), NAIVE.format(store.tenant), quick[-1][0])
    assert (["before"], ["slow", "quick"]) == (seen(held), seen(store.follow(held[-1].place)))
    assert [1, 0] == [len(quick), len(naive)], "a naive follower would have seen the slow one"


def test_a_slow_writer_holds_up_nobody_but_who_follows(store) -> None:
    """Others write on meanwhile, and what was there before it can be followed."""
    add(store, "before", 3)
    with writing(store, "slow", 2):
        for name in "abc":
            add(store, name)
        assert ["before"] * 3 == seen(store.follow())
        assert ("a", "b", "before", "c") == store.collaborations()
    assert ["slow", "slow", "a", "b", "c"] == seen(store.follow(3))


def test_a_writer_that_gave_up_leaves_a_gap_and_no_wait(store) -> None:
    """Its places are never given out again."""
    add(store, "before")
    with contextlib.suppress(KeyError), writing(store, "gave up"):
        raise KeyError
    add(store, "after")
    found = store.follow()
    assert (["before", "after"], [1, 3]) == (seen(found), [one.place for one in found])


def test_writers_of_several_at_once_are_waited_for_from_their_first_place(store) -> None:
    """Also when what they add first comes long before what they add last."""
    from samenwerk.store.postgres_append import statement_of

    with store._link.lent() as db, db.transaction():
        for name in ("slow one", "slow two"):
            lines = lines_after(store, name)
            asked = Append(name, 0, lines, (), kept_for(lines))
            statement, values = statement_of((asked,))
            db.execute(store._sql(statement), values)
            add(store, f"beside {name}")
        assert () == store.follow()
    wanted = ["slow one", "beside slow one", "slow two", "beside slow two"]
    assert wanted == seen(store.follow())


def test_tenants_do_not_wait_for_each_other(store) -> None:
    """A slow writer of one region holds up those who follow that region alone."""
    from samenwerk.store.postgres import PostgresStore

    with (
        postgres.tenant() as name,
        contextlib.closing(PostgresStore(postgres.address(), tenant=name)) as other,
        writing(store, "slow"),
    ):
        add(other, "elsewhere")
        assert (["elsewhere"], ()) == (seen(other.follow()), store.follow())


def test_places_beyond_four_thousand_million_are_followed(store) -> None:
    """What a lock can tell of a place are its last 32 bits: it is found which place is meant."""
    for start in (2**31 - 2, 2**32 - 2, 2**40 + 2**31 - 2):
        postgres.asked(
            postgres.address(), f'ALTER SEQUENCE "{store.tenant}".event_place_seq RESTART {start}'
        )
        add(store, f"b{start}")
        with writing(store, f"s{start}", 3):
            add(store, f"q{start}", 3)
            assert [f"b{start}"] == seen(store.follow(start - 1))
        names = [f"b{start}", *[f"s{start}"] * 3, *[f"q{start}"] * 3]
        assert names == seen(store.follow(start - 1))


def test_following_needs_to_see_what_came_in_between(store) -> None:
    """In a transaction that always sees the same it would lose lines: it is refused."""
    import psycopg

    with store._link.lent() as db, contextlib.suppress(psycopg.Rollback), db.transaction():
        db.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        with pytest.raises(psycopg.Error, match="read committed"):
            db.execute(store._sql("SELECT * FROM @.follow(0, 10)"))
        raise psycopg.Rollback


def test_many_writers_of_uneven_speed_are_followed_whole(store) -> None:
    """Every line once, each collaboration in its order, whatever came to stand when."""
    rounds, writers = 8, 6
    failed: list[BaseException] = []

    def write(writer: int) -> None:
        try:
            for number in range(rounds):
                if (number + writer) % 3:
                    add(store, f"c-{writer}", 1 + number % 2)
                else:
                    with writing(store, f"c-{writer}-{number}", 2):
                        add(store, f"c-{writer}", 1)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(writers)]
    got: list[tuple[str, int]] = []
    place = 0
    for thread in threads:
        thread.start()
    while True:
        last = not any(thread.is_alive() for thread in threads)
        found = store.follow(place, limit=5)
        got += [(one.line.event.collaboration, one.line.event.sequence) for one in found]
        place = found[-1].place if found else place
        if last and not found:
            break
    assert [] == failed
    wanted = [(id, line.event.sequence) for id in store.collaborations() for line in store.read(id)]
    assert wanted == sorted(got)
    for id in store.collaborations():
        order = [sequence for one, sequence in got if one == id]
        assert order == sorted(order)
