"""The export `record`: the whole record as JSON Lines, as `docs/record.md` describes it.

Each line holds an event exactly as it was recorded, so that its hash can be worked out again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from samenwerk.hooks.whole import Whole, seals
from samenwerk.values.event import Line


def export(whole: Whole) -> bytes:
    """One JSON object a line: `event`, `hash`, and the `texts` behind its seals when asked for."""
    return "".join(f"{line}\n" for line in _lines(whole)).encode("utf-8")


def _lines(whole: Whole) -> Iterator[str]:
    for line in whole.record:
        # the body is put in as it is: spelled anew it might not be the text that was hashed
        told = f'{{"event":{line.body},"hash":"{line.hash}"'
        texts = _texts(line, whole)
        if texts:
            told += f',"texts":{texts}'
        yield told + "}"


def _texts(line: Line, whole: Whole) -> str:
    known = {seal: whole.texts[seal] for seal in seals(line) if seal in whole.texts}
    if not known:
        return ""
    return json.dumps(known, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
