"""What a change in a decision comes to in votes, in words.

What groups can do was worked out by `core.coalitions`.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.core.coalitions import Coalitions
from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.upgrade.difference import Votes


def votes_rows(votes: Votes, speaker: Speaker) -> Iterator[str]:
    """How many voters, the smallest group that can decide, in silence too, and that can stop it."""
    old, new = votes.old, votes.new
    if old is None or new is None:
        yield as_sentence(speaker.words(f"diff.votes.why.{votes.why}"), speaker.lang)
        return
    told = {"was": len(old.voters), "now": len(new.voters)}
    rows = []
    if told["was"] != told["now"]:
        rows.append(speaker.words("diff.votes.voters", **told))
    for what in ("deciding", "deciding_in_silence", "blocking"):
        was, now = _size(old, what, speaker), _size(new, what, speaker)
        if was != now:
            rows.append(speaker.words(f"diff.votes.{what}", was=was, now=now))
    for what in ("vetoes", "alone"):
        before, after = getattr(old, what), getattr(new, what)
        if before != after:
            was, now = (_who(some, votes.made_up, speaker) for some in (before, after))
            rows.append(speaker.words(f"diff.votes.{what}", was=was, now=now))
    head = "diff.votes.made_up" if votes.made_up else "diff.votes.register"
    if rows:
        said = speaker.words(head, voters=len(new.voters), said="; ".join(rows))
        yield as_sentence(said, speaker.lang)


def _size(found: Coalitions, what: str, speaker: Speaker) -> str:
    group = getattr(found, what)
    if what == "deciding_in_silence" and not found.closes:
        return speaker.words("diff.votes.open")
    if group is None:
        return speaker.words("diff.votes.unknown")
    return speaker.words("diff.votes.size", count=len(group)) if group else (
        speaker.words("diff.votes.nobody")
    )  # fmt: skip


def _who(those: tuple[str, ...], made_up: bool, speaker: Speaker) -> str:
    if not those:
        return speaker.words("diff.votes.nobody")
    if made_up:
        return speaker.words("diff.votes.each", count=len(those))
    return speaker.parties(those)
