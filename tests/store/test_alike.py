"""The SQLite store does whatever the store in memory does, in any order of calls."""

import tempfile
from pathlib import Path

import attrs
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tests.strategies_events import events, texts

from samenwerk.core.chain import verify
from samenwerk.core.encode import line_of
from samenwerk.store.contract import Kept
from samenwerk.store.memory import MemoryStore
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import SamenwerkError
from samenwerk.values.event import SealedText

few = st.sampled_from(("a", "é", "z\x00"))
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
    """Every call goes to both stores, and every answer must be the same."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "s.db"
        self.memory = MemoryStore()
        self.sqlite = SqliteStore(self.path, durability="normal")

    def both(self, call):
        """The common answer of the two."""
        expected = outcome(lambda: call(self.memory))
        assert expected == outcome(lambda: call(self.sqlite))
        return expected

    @rule(
        id=few,
        new=st.lists(events, max_size=3),
        off=st.sampled_from((0, 0, 0, 0, 1, -1)),
        gap=st.sampled_from((0, 0, 0, 0, 1)),
        broken=st.booleans(),
        sealed=st.lists(st.builds(SealedText, few, texts, texts), max_size=2),
        kept=kept,
    )
    def append(self, id, new, off, gap, broken, sealed, kept):
        """Lines that follow, or that do not in some way."""
        sequence, head = self.memory.tip(id) or (0, "")
        lines = []
        for place, event in enumerate(new, sequence + 1):
            event = attrs.evolve(
                event, collaboration=id, sequence=place + gap * (place > sequence + 1), before=head
            )
            lines.append(line_of(event))
            head = lines[-1].hash if not broken else ""
        self.both(lambda store: store.append(id, sequence + off, lines, sealed, kept))

    @rule(id=few, after=st.integers(0, 6))
    def read(self, id, after):
        """A stream from some place on, with its tip."""
        self.both(lambda store: store.read(id, after))
        self.both(lambda store: store.rows(id, after))
        self.both(lambda store: store.tip(id))

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

    @rule()
    def reopen(self):
        """The file closed and opened again."""
        self.sqlite.close()
        self.sqlite = SqliteStore(self.path, create=False, durability="normal")

    @invariant()
    def alike(self):
        """Everything small is compared after every step, and every chain is whole."""
        for id in self.both(lambda store: store.collaborations()):
            assert verify(self.sqlite.rows(id), self.memory.tip(id)[1]).anchored
        for seal in ("a", "é", "z\x00"):
            self.both(lambda store, seal=seal: store.unseal(seal))

    def teardown(self):
        self.sqlite.close()
        self.folder.cleanup()


TestAlike = Alike.TestCase
TestAlike.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
