"""A report on two texts on paper: as plain text, as Markdown, and as data.

What each difference says was made by `telling`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs

from samenwerk.language.catalogue import Speaker
from samenwerk.language.layout import WIDTH, wrap
from samenwerk.upgrade.difference import Report
from samenwerk.upgrade.telling import Teller, Told
from samenwerk.upgrade.wording import with_words
from samenwerk.values.place import Place

_PARTS = ("need", "was", "now", "means", "example", "undecided")
_HEADS = {"example": "situation", "undecided": "mind"}


@attrs.frozen
class Paper:
    """A report in one language, ready to be laid out; `texts` also lists what is text alone."""

    report: Report
    teller: Teller
    told: tuple[Told, ...]
    texts: bool

    def words(self, id: str, /, **params: object) -> str:
        """A sentence of the report."""
        return self.teller.new.words(id, **params)


def paper(report: Report, speaker: Speaker, texts: bool = False) -> Paper:
    """A report told by a speaker, who is given the labels of each of the two texts."""
    known = with_words(speaker)
    old, new = (
        attrs.evolve(known, workflow=side.workflow, register=side.register)
        for side in (report.old, report.new)
    )
    teller = Teller(report, old, new)
    return Paper(report, teller, teller.all(), texts)


def as_text(made: Paper, width: int = WIDTH) -> str:
    """The report as text of at most `width` places."""
    blocks = [wrap(_head(made), width)]
    for kind, those in _by_kind(made.told):
        blocks.append(wrap(made.words(f"diff.kind.{kind}").upper(), width))
        blocks += [block(one, made, width) for one in those]
    blocks += [wrap(row, width) for row in _ending(made)]
    if made.texts:
        rows = made.teller.text_alone()
        head = made.words("diff.text.head" if rows else "diff.text.none")
        blocks.append([*wrap(head, width), *(line for row in rows
                                             for line in wrap(row, width, "  - "))])  # fmt: skip
    return "\n\n".join("\n".join(rows) for rows in blocks)


def as_markdown(made: Paper) -> str:
    """The same as Markdown, a heading for each kind."""
    rows = [f"# {_head(made)}", ""]
    for kind, those in _by_kind(made.told):
        rows += [f"## {made.words(f'diff.kind.{kind}')}", ""]
        for one in those:
            rows += block_markdown(one, made)
    rows += [row + "\n" for row in _ending(made)]
    if made.texts:
        those_rows = made.teller.text_alone()
        rows += [f"## {made.words('diff.text.head')}", ""] if those_rows else [
            made.words("diff.text.none")
        ]  # fmt: skip
        rows += [f"- {row}" for row in those_rows]
    return "\n".join(rows).rstrip() + "\n"


def block_markdown(one: Told, made: Paper) -> list[str]:
    """One difference as Markdown, under a heading of its own."""
    parts = [f"- **{head}** {' '.join(said)}" for head, said in _parts(one, made)]
    return [f"### {one.title}", "", *parts, ""]


def as_data(made: Paper) -> dict[str, object]:
    """The same as plain data."""
    report = made.report
    return {
        "old": _side(report.old.workflow.name, report.old.workflow.version,
                     report.old.workflow.digest, report.old.name),
        "new": _side(report.new.workflow.name, report.new.workflow.version,
                     report.new.workflow.digest, report.new.name),
        "same": not report.differences,
        "bounds": {"members": report.limits.members, "cases": report.limits.cases}
        if report.searched else None,
        "differences": [
            {**told_data(told), "keys": list(one.keys)}
            for told, one in zip(made.told, report.differences, strict=True)
        ],
        "texts": [{"family": family, "name": name} for family, name in report.texts],
    }  # fmt: skip


def _side(name: str, version: str, digest: str, path: str) -> dict[str, str]:
    return {"id": name, "version": version, "digest": digest, "path": path}


def told_data(told: Told) -> dict[str, object]:
    """One difference as plain data."""
    old, new = told.places
    return {
        "kind": told.kind, "family": told.family, "name": told.name, "title": told.title,
        "need": list(told.need), "was": list(told.was), "now": list(told.now),
        "means": list(told.means), "example": list(told.example),
        "undecided": list(told.undecided), "source": told.source,
        "old_place": _place(old), "new_place": _place(new),
    }  # fmt: skip


def _place(place: Place | None) -> dict[str, object] | None:
    return None if place is None else {"file": place.file, "line": place.line}


def _head(made: Paper) -> str:
    old, new = made.report.old, made.report.new
    names = [
        speaker.labels.among(side.workflow.labels) or side.workflow.name
        for speaker, side in ((made.teller.old, old), (made.teller.new, new))
    ]
    if names[0] == names[1]:
        names = [f"{name} {side.workflow.version}" for name, side in
                 zip(names, (old, new), strict=True)]  # fmt: skip
    if names[0] == names[1]:
        names = [old.name, new.name]
    return made.words("diff.head", old=names[0], new=names[1])


def _ending(made: Paper) -> Iterator[str]:
    report = made.report
    if report.differences:
        yield made.words("diff.count", count=len(report.differences))
    else:
        yield made.words("diff.none")
    if report.searched:
        yield made.words(
            "diff.bounds", members=report.limits.members, cases=report.limits.cases
        )


def _by_kind(told: Sequence[Told]) -> Iterator[tuple[str, list[Told]]]:
    for kind, those in groupby(told, key=lambda one: one.kind):
        yield kind, list(those)


def _parts(one: Told, made: Paper) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part in _PARTS:
        rows: tuple[str, ...] = getattr(one, part)
        if rows:
            yield made.words(f"diff.{_HEADS.get(part, part)}"), rows
    if one.source:
        yield made.words("diff.source"), (one.source,)
    where = _where(one, made)
    if where:
        yield made.words("diff.where"), (where,)


def _where(one: Told, made: Paper) -> str:
    old, new = (None if place is None else f"{place.file}:{place.line}" for place in one.places)
    if old and new:
        return made.words("diff.where.both", old=old, new=new)
    if old:
        return made.words("diff.where.old", old=old)
    return made.words("diff.where.new", new=new) if new else ""


def block(one: Told, made: Paper, width: int) -> list[str]:
    """One difference: its title, then each part with its heading in a column of its own."""
    parts = list(_parts(one, made))
    column = max((len(head) for head, _ in parts), default=0) + 3
    rows = wrap(one.title, width)
    for head, said in parts:
        first = f"  {head}".ljust(column)
        for number, row in enumerate(said):
            rows += wrap(row, width, first if number == 0 else " " * column)
    return rows
