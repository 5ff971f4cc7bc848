"""What a step that is done for parties needs: each of its conditions, asked of every one of them.

For whom a step is done is `for_many`.
"""

from __future__ import annotations

from samenwerk.core.each import EachTree
from samenwerk.core.node import Tree
from samenwerk.core.view import View
from samenwerk.values.tree import Each, Need
from samenwerk.values.who import Who


class ForTree(EachTree):
    """What a step needs of each party that it is done for; its name is that of the need."""

    def __init__(self, each: Each, part: Tree, parties: tuple[str, ...] = ()) -> None:
        super().__init__(each, part)
        self.parties = parties
        self._key = part.key
        if parties:
            self._roll = lambda view: parties

    def views(self, view: View, narrow: bool = False) -> list[View]:
        """A view for each of the parties that are named; else of all who can be."""
        if not self.parties:
            return super().views(view, narrow)
        return [view.of_party(party) for party in self.parties]


def for_each(among: Who, need: Need, tree: Tree, parties: tuple[str, ...] = ()) -> ForTree:
    """A need of a step that is done for parties, asked of each of them."""
    return ForTree(Each("every", among, None, "", need.part), tree, parties)
