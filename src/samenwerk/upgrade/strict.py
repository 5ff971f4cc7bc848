"""What a region makes of its bases, in words: where it is stricter, and where looser than it may.

How that is judged is `proof.strictness`; sentences of an example are those of a difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from samenwerk.core.compiled import compile_workflow
from samenwerk.front import check
from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.language.layout import WIDTH, wrap
from samenwerk.packaged import find_workflow
from samenwerk.proof.asked import Limits, Undecided
from samenwerk.proof.compare import USUAL, Compared
from samenwerk.proof.strictness import NOTHING_KNOWN, Strictness, strictness
from samenwerk.upgrade.difference import Difference, Report, Side
from samenwerk.upgrade.telling import Teller, Told
from samenwerk.upgrade.wording import with_words
from samenwerk.upgrade.written import Paper, block, block_markdown, told_data
from samenwerk.values.who import Declared

_ORDER = ("gone", "neither", "looser", "undecided", "unused", "stricter", "same")


@attrs.frozen(eq=False)
class Beside:
    """A region beside one of its bases: every rule and step, those that are wrong first."""

    base: Side
    region: Side
    found: tuple[Strictness, ...]
    limits: Limits

    @property
    def wrong(self) -> tuple[Strictness, ...]:
        """Where the region allows what the base refuses and does not let go."""
        return tuple(one for one in self.found if one.wrong)

    @property
    def other(self) -> tuple[Strictness, ...]:
        """What is not the same, the gravest first."""
        some = [one for one in self.found if one.answer != "same"]
        return tuple(sorted(some, key=lambda one: (not one.wrong, _ORDER.index(one.answer))))


def bases_of(path: Path, extends: Iterable[str]) -> Iterator[Side]:
    """The workflows that one in a file builds on, nearest first, by its `name@version` chain.

    One that cannot be read on its own is left out.
    """
    for told in extends:
        name = told.rpartition("@")[0] or told
        beside = name.startswith(("./", "../"))
        found = path.parent / name if beside else find_workflow(name)
        if found is None:
            return
        path = found
        reading = check(found)
        if reading.workflow is not None:
            folder, shown = ("", "") if beside else (found.parent.as_posix(), name)
            yield Side(found.as_posix(), reading.workflow, reading, None, folder, shown)


def beside(
    base: Side, region: Side, limits: Limits = USUAL,
    known: Mapping[str, Compared] = NOTHING_KNOWN,
) -> Beside:  # fmt: skip
    """A region beside one base, judged; `known` are steps that were compared already."""
    compiled = (compile_workflow(base.workflow), compile_workflow(region.workflow))
    return Beside(base, region, strictness(*compiled, limits, known), limits)


def beside_bases(region: Side, path: Path, limits: Limits = USUAL) -> tuple[Beside, ...]:
    """A region in a file beside each of its bases, nearest first."""
    bases = bases_of(path, region.workflow.extends)
    return tuple(beside(base, region, limits) for base in bases)


def strict_text(found: Beside, speaker: Speaker, width: int = WIDTH) -> str:
    """What is not the same, with a situation for each that is looser, as text."""
    paper, told = _paper(found, speaker, found.other)
    blocks = [wrap(_head(found, paper), width)]
    blocks += [block(one, paper, width) for one in told]
    return "\n\n".join("\n".join(rows) for rows in blocks)


def strict_short(found: Beside, speaker: Speaker, width: int = WIDTH) -> str:
    """The count, and only what is wrong."""
    paper, told = _paper(found, speaker, found.wrong)
    blocks = [wrap(_head(found, paper), width), *(block(one, paper, width) for one in told)]
    return "\n\n".join("\n".join(rows) for rows in blocks)


def strict_markdown(found: Beside, speaker: Speaker) -> str:
    """The same as Markdown."""
    paper, told = _paper(found, speaker, found.wrong)
    rows = [_head(found, paper), "", *(row for one in told for row in block_markdown(one, paper))]
    return "\n".join(rows).rstrip() + "\n"


def strict_data(found: Beside, speaker: Speaker) -> dict[str, object]:
    """The same as plain data."""
    _, told = _paper(found, speaker, found.other)
    rows = [
        {**told_data(said), "answer": one.answer, "wrong": one.wrong, "overlay": one.word,
         "step": one.step, "through": list(one.through)}
        for one, said in zip(found.other, told, strict=True)
    ]  # fmt: skip
    return {
        "base": found.base.workflow.name, "version": found.base.workflow.version,
        "judged": len(found.found), "wrong": len(found.wrong), "other": rows,
    }  # fmt: skip


def _paper(
    found: Beside, speaker: Speaker, those: Iterable[Strictness]
) -> tuple[Paper, tuple[Told, ...]]:
    teller = _teller(found, speaker)
    told = tuple(_told(one, teller) for one in those)
    return Paper(teller.report, teller, told, False), told


def _teller(found: Beside, speaker: Speaker) -> Teller:
    known = with_words(speaker)
    base, region = (
        attrs.evolve(known, workflow=side.workflow) for side in (found.base, found.region)
    )
    report = Report(found.base, found.region, (), True, found.limits)
    return Teller(report, base, region, "strict.then")


def _head(found: Beside, paper: Paper) -> str:
    counts = {"all": len(found.found), "same": len(found.found) - len(found.other)}
    label = paper.teller.old.labels.among(found.base.workflow.labels) or found.base.name
    wrong = len(found.wrong)
    id = "strict.head.wrong" if wrong else "strict.head"
    head = paper.words(id, base=label, wrong=wrong, **counts)
    rest = [one.answer for one in found.other if not one.wrong]
    parts = [paper.words(f"strict.count.{kind}", count=rest.count(kind))
             for kind in reversed(_ORDER) if kind in rest]  # fmt: skip
    return f"{head} {paper.words('strict.rest', parts=', '.join(parts))}" if parts else head


def _told(one: Strictness, teller: Teller) -> Told:
    report, shift = teller.report, one.situation or next(iter(one.shifts), None)
    old, new = (_declared(one, side) for side in (report.old, report.new))
    told = teller.told(Difference("allowed", one.family, one.name, old, new, shift=shift))
    means = as_sentence(_answer(one, shift is not None, teller.new.words), teller.new.lang)
    if shift is None:
        told = attrs.evolve(told, need=(), was=(), now=())
    elif isinstance(shift.answer, Undecided):
        told = attrs.evolve(told, undecided=(), example=())
    if one.step is not None and one.family == "rule":
        at = teller.new.words("strict.at", step=_step_label(one.step, teller))
        return attrs.evolve(told, kind=one.answer, means=(means, as_sentence(at, teller.new.lang)))
    return attrs.evolve(told, kind=one.answer, means=(means,))


def _declared(one: Strictness, side: Side) -> Declared | None:
    if one.family == "rule":
        return side.workflow.rules.get(one.name)
    return side.workflow.step(one.name)


def _step_label(name: str, teller: Teller) -> str:
    return f'"{teller.new.labels.of("step", name)}" ({name})'


def _answer(one: Strictness, shown: bool, words: Callable[..., str]) -> str:
    if one.answer == "undecided":
        why = next((shift.answer.why for shift in one.shifts
                    if isinstance(shift.answer, Undecided)), "too_many")  # fmt: skip
        return words("strict.undecided", why=words(f"diff.why.{why}"))
    if one.answer not in ("looser", "neither", "gone"):
        return words(f"strict.{one.answer}")
    said = words(f"strict.{one.answer}")
    if one.wrong:
        return words("strict.wrong", said=said, word=one.word)
    if one.through:
        return words("strict.through", said=said, names=", ".join(one.through))
    return words("strict.open", said=said)


def wrong_in(found: Sequence[Beside]) -> bool:
    """Whether a region goes below any of its bases."""
    return any(one.wrong for one in found)
