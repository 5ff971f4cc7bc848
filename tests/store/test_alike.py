"""Every store does whatever the store in memory does, in any order of calls."""

import contextlib
import functools
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tests import postgres
from tests.strategies_events import events, texts

from samenwerk.core.chain import verify
from samenwerk.core.encode import line_of
from samenwerk.store.contract import Append, Kept
from samenwerk.store.memory import MemoryStore
from samenwerk.store.outbox import Posting
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import SamenwerkError
from samenwerk.values.event import SealedText

few = st.sampled_from(("a", "é", "z\x01"))
moments = st.integers(0, 5).map(lambda hour: datetime(2027, 2, 1, hour, tzinfo=UTC))
faults = st.sampled_from((None, "é", "no post"))
kept = st.builds(
    Kept, few, st.sampled_from(("x", "y")), texts, st.integers(0, 9), st.integers(0, 9), texts
)


def outcome(call):
    """What a call gives, or which error it raises."""
    try:
        given = call()
    except SamenwerkError as error:
        return type(error).__name__
    return list(given) if hasattr(given, "__next__") else given


class Alike(RuleBasedStateMachine):
    """Every call goes to two stores, and every answer must be the same."""

    def __init__(self) -> None:
        super().__init__()
        self.after = contextlib.ExitStack()
        self.open = self.made()
        self.memory = MemoryStore()
        self.other = self.open()

    def both(self, call):
        """The common answer of the two."""
        expected = outcome(lambda: call(self.memory))
        assert expected == outcome(lambda: call(self.other))
        return expected

    @rule(
        id=few,
        new=st.lists(events, max_size=3),
        off=st.sampled_from((0, 0, 0, 0, 1, -1)),
        gap=st.sampled_from((0, 0, 0, 0, 1)),
        broken=st.booleans(),
        sealed=st.lists(st.builds(SealedText, few, texts, texts), max_size=2),
        kept=kept,
        several=st.booleans(),
    )
    def append(self, id, new, off, gap, broken, sealed, kept, several):
        """Lines that follow, or that do not in some way."""
        sequence, head = self.memory.tip(id) or (0, "")
        lines = []
        for place, event in enumerate(new, sequence + 1):
            event = attrs.evolve(
                event, collaboration=id, sequence=place + gap * (place > sequence + 1), before=head
            )
            lines.append(line_of(event))
            head = lines[-1].hash if not broken else ""
        asked = Append(id, sequence + off, lines, sealed, kept)
        if several:
            others = attrs.evolve(asked, collaboration="a"), attrs.evolve(asked, after=sequence)
            self.both(lambda store: [type(one) for one in store.append_all((*others, asked))])
        else:
            self.both(lambda store: store.append(id, sequence + off, lines, sealed, kept))

    @rule(id=few, after=st.integers(0, 6))
    def read(self, id, after):
        """A stream from some place on, with its tip."""
        self.both(lambda store: store.read(id, after))
        self.both(lambda store: store.rows(id, after))
        self.both(lambda store: store.tip(id))
        self.both(lambda store: [one.line for one in store.follow(limit=10_000)])

    @rule(id=few, command=few)
    def command(self, id, command):
        """What is kept of a command."""
        self.both(lambda store: store.kept(id, command))

    @rule(digest=few, effective=texts, sources=st.dictionaries(texts, texts, max_size=2))
    def keep(self, digest, effective, sources):
        """A definition kept, perhaps again."""
        self.both(lambda store: store.keep_definition(digest, effective, sources))
        self.both(lambda store: store.definition(digest))

    @rule(sealed=st.lists(few, max_size=2))
    def erase(self, sealed):
        """Texts erased, perhaps again."""
        self.both(lambda store: store.erase(sealed))

    @rule(key=few, changes=st.lists(
        st.sampled_from(("send", "restore", "dead", "done")), min_size=1, max_size=3
    ), at=moments, tried=st.booleans(), fault=faults)  # fmt: skip
    def post(self, key, changes, at, tried, fault):
        """Changes in what is to be sent; a key belongs to one effect of one collaboration."""
        posted = [Posting(one, key, 1, f"post.{key}", at, tried, fault) for one in changes]
        self.both(lambda store: store.post(key, posted))

    @rule(owner=few, now=moments, lasts=st.integers(0, 3), limit=st.integers(1, 3),
          without=st.lists(few.map("post.{}".format), max_size=1),
          only=st.none() | few)  # fmt: skip
    def lease(self, owner, now, lasts, limit, without, only):
        """What is due is given to somebody, and to nobody else before his time is up."""
        until = now + timedelta(hours=lasts)
        self.both(lambda store: store.lease(owner, now, until, limit, without, only))

    @rule(key=few, owner=few, again=moments, fault=faults, counted=st.booleans())
    def put_back(self, key, owner, again, fault, counted):
        """Something is given back by who had it, or by another."""
        self.both(lambda store: store.put_back(key, owner, again, fault, counted))

    @rule()
    def reopen(self):
        """The store closed and opened again."""
        self.other.close()
        self.other = self.open(create=False)

    @invariant()
    def alike(self):
        """Everything small is compared after every step, and every chain is whole."""
        for id in self.both(lambda store: store.collaborations()):
            assert verify(self.other.rows(id), self.memory.tip(id)[1]).anchored
        self.both(lambda store: store.outbox())
        self.both(lambda store: store.outbox("a"))
        for seal in ("a", "é", "z\x01"):
            self.both(lambda store, seal=seal: store.unseal(seal))

    def teardown(self):
        self.other.close()
        self.after.close()


class Sqlite(Alike):
    """On a file."""

    def made(self):
        """How its store is opened."""
        folder = self.after.enter_context(tempfile.TemporaryDirectory())
        return functools.partial(SqliteStore, Path(folder) / "s.db", durability="normal")


class Postgres(Alike):
    """On a server."""

    def made(self):
        """How its store is opened."""
        from samenwerk.store.postgres import PostgresStore

        tenant = self.after.enter_context(postgres.tenant())
        return functools.partial(PostgresStore, postgres.address(), tenant=tenant)


class TestSqlite(Sqlite.TestCase):
    """The store in a file and the one in memory."""

    settings = settings(max_examples=25, stateful_step_count=20, deadline=None)


class TestPostgres(Postgres.TestCase):
    """The store in PostgreSQL and the one in memory."""

    settings = settings(max_examples=12, stateful_step_count=20, deadline=None)

    @classmethod
    def setUpClass(cls):
        """Only where there is a server."""
        postgres.needed()
