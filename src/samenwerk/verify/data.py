"""The answers about one workflow as plain data, for programs.

The shape is a contract: it stands in `docs/cli.md`.
"""

from __future__ import annotations

import attrs

from samenwerk.language.catalogue import Speaker
from samenwerk.proof.standing import Standing
from samenwerk.values.finding import YES, Finding
from samenwerk.verify.answers import VERDICTS, Answer, Verified
from samenwerk.verify.report import Where, detail, home, title
from samenwerk.verify.slips import Slip
from samenwerk.verify.telling import acts, slip_texts

_TRUTHS = ("no", "unknown", "yes")


def answers_data(found: Verified, speaker: Speaker, where: Where) -> dict[str, object]:
    """All answers, with the counts."""
    return {
        "answers": [_answer(one, speaker, where) for one in found.answers],
        "count": {one: found.count(one) for one in VERDICTS},
        "standing": [_standing(one, speaker, where) for one in found.standing],
        "asked": found.asked,
        "whole": found.whole,
        "worlds": found.worlds,
        "seconds": round(found.seconds, 3),
    }


def _answer(answer: Answer, speaker: Speaker, where: Where) -> dict[str, object]:
    place, _ = where(answer)
    return {
        "name": answer.invariant.name,
        "label": title(answer.invariant, speaker),
        "source": answer.invariant.source,
        "file": None if place is None else place.file,
        "line": None if place is None else place.line,
        "verdict": answer.verdict,
        "said": detail(answer, speaker) or None,
        "bounds": None if answer.bounds is None else attrs.asdict(answer.bounds),
        "why": answer.why or None,
        "worlds": answer.worlds,
        "control": answer.control,
        "story": _story(answer, speaker, where),
    }


def _standing(found: Standing, speaker: Speaker, where: Where) -> dict[str, object]:
    place, _ = where(found)
    return {
        "kind": found.kind,
        "family": found.what.family,
        "name": found.what.name,
        "serious": found.serious,
        "file": None if place is None else place.file,
        "line": None if place is None else place.line,
        "says": speaker.inside(home(found)).say(found.message),
    }


def _story(answer: Answer, speaker: Speaker, where: Where) -> dict[str, object] | None:
    found = answer.broken
    if found is None:
        return None
    inside = attrs.evolve(speaker, register=found.known.register)
    broken = found.broken
    return {
        "how": broken.how,
        "case": broken.case,
        "step": broken.step,
        "on": broken.day.isoformat(),
        "parties": [
            {"party": one.id, "sort": one.sort, "label": inside.labels.party(one.id)}
            for one in found.draft.register.parties
        ],
        "acts": acts(found, inside),
        "unmet": [] if broken.finding is None else _unmet(broken.finding),
        "look_at": [_slip(one, inside) for one in where(answer)[1]],
    }


def _unmet(finding: Finding) -> list[dict[str, str]]:
    parts = finding.children or (finding,)
    return [{"condition": one.leaf, "was": _TRUTHS[one.truth]} for one in parts if one.truth < YES]


def _slip(slip: Slip, speaker: Speaker) -> dict[str, object]:
    what, mend = slip_texts(slip, speaker)
    return {"file": slip.place.file, "line": slip.place.line, "what": what, "mend": mend}
