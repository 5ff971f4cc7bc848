"""The leaf kinds that the language has by itself, by the word with which they are written."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.core.leaf import Leaf
from samenwerk.core.leaves.asked import Asked
from samenwerk.core.leaves.breach import Breach
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.document import Document
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.duty import Duty
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.known import Known
from samenwerk.core.leaves.mandate import Mandate
from samenwerk.core.leaves.open import Open
from samenwerk.core.leaves.pool import Pool
from samenwerk.core.leaves.queue import Queue
from samenwerk.core.leaves.say import Say
from samenwerk.core.leaves.silent import Silent
from samenwerk.core.leaves.window import Window

KINDS: Mapping[str, type[Leaf]] = {
    kind.word: kind
    for kind in (
        Fact, Known, Done, Breach, Decision, Say, Duty, Document, Open, Silent, Mandate,
        CaseState, Window, Pool, Queue, Asked,
    )
}  # fmt: skip
