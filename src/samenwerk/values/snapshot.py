"""A snapshot: a collaboration as it stood after one of its lines, written down as a text.

A cache over the record and never more than that. What the text says is `core.snapshot`.
"""

from __future__ import annotations

import hashlib

import attrs


@attrs.frozen
class Snapshot:
    """A collaboration as it stood after the line `sequence`, whose hash is `head`.

    `shape` is the version of the spelling of `body`; `digest` is over all of it, so that a row
    that was damaged is known for one.
    """

    collaboration: str
    sequence: int
    head: str
    shape: int
    body: str
    digest: str

    @classmethod
    def of(cls, collaboration: str, sequence: int, head: str, shape: int, body: str) -> Snapshot:
        """One with its digest."""
        told = (collaboration, sequence, head, shape, body)
        return cls(*told, _digest(*told))

    @property
    def sound(self) -> bool:
        """Whether it still is what was kept."""
        told = (self.collaboration, self.sequence, self.head, self.shape, self.body)
        return _digest(*told) == self.digest


def _digest(*told: object) -> str:
    text = "\0".join(map(str, told))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
