"""Sight: what of a collaboration a reader may see, as plain sets.

Values only. Which sight a party has is a policy (`core.policies`, or the host's own); what is left
of a collaboration in it is `core.seen`.
"""

from __future__ import annotations

import attrs

Only = frozenset[str] | None


@attrs.frozen(kw_only=True)
class Sight:
    """What the party `who` may see; None is everything of that kind.

    `cases` and `parties` are ids; `facts` and `documents` names in the cases that are seen.
    `others`: what other parties said, and what is kept of each party apart. `texts`: free text,
    titles among it. `money`: amounts that went from one end to another, and pools. `mandates`:
    lines of the register by which others give one to others.
    """

    who: str
    cases: Only = None
    parties: Only = None
    facts: Only = None
    documents: Only = None
    others: bool = True
    texts: bool = True
    money: bool = True
    mandates: bool = True

    @property
    def whole(self) -> bool:
        """Whether nothing is out of sight."""
        sets = (self.cases, self.parties, self.facts, self.documents)
        return all(one is None for one in sets) and (
            self.others and self.texts and self.money and self.mandates
        )

    def party(self, id: str | None) -> bool:
        """Whether a party is seen; its own reader always is, and so is nobody."""
        return id is None or id == self.who or self.parties is None or id in self.parties

    def of(self, id: str | None) -> bool:
        """Whether what is kept of a party, or of nobody, is seen."""
        return id is None or id == self.who or (self.others and self.party(id))

    def case(self, id: str | None) -> bool:
        """Whether a case is seen."""
        return id is None or self.cases is None or id in self.cases

    def fact(self, name: str) -> bool:
        """Whether a fact of a case that is seen is."""
        return self.facts is None or name in self.facts

    def document(self, name: str) -> bool:
        """Whether a document of a case that is seen is."""
        return self.documents is None or name in self.documents
