"""Every night, over all collaborations of a store: do the records still hold, and who must do what?

    python nightly.py region.db heads.json letters/

Writes a text for each organisation with what it must do within two weeks, in every collaboration
that it takes part in. Keep heads.json elsewhere than the store: with it, a record of which the end
was cut off, or that was written anew, shows. Exit code 1 when something is wrong, with what.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from samenwerk import Due, Engine, Name, SamenwerkError, open_store, render

LANG = "nl"
SOON = timedelta(days=14)


def nightly(engine: Engine, heads: dict[str, str], letters: Path, today: date) -> list[str]:
    """Do the work of a night; `heads` is brought up to date. Gives what is wrong."""
    wrong = [f"{id}: is weg" for id in sorted({*heads} - {*engine.collaborations()})]
    for done in engine.upkeep().due():  # records what time made due, and keeps the lists
        if done.fault is not None:
            wrong.append(f"{done.collaboration}: {render(done.fault, LANG)}")
    for id in engine.collaborations():
        try:
            report = engine.room(id).verify(heads.get(id))
        except SamenwerkError as fault:
            wrong.append(f"{id}: {render(fault, LANG)}")
            continue
        if report.what is None:
            heads[id] = report.head
        else:
            wrong.append(f"{id}: {render(report.what, LANG)}")
    letters.mkdir(exist_ok=True)
    for party, lines in waiting(engine, today + SOON).items():
        (letters / f"{party}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return wrong


def waiting(engine: Engine, until: date) -> dict[str, list[str]]:
    """What each organisation must see to by a day, as the lists of last night say."""
    told: dict[str, list[str]] = defaultdict(list)
    for one in engine.everywhere("due"):
        if isinstance(one.what, Due) and one.what.day <= until:
            room = engine.room(one.collaboration)
            for party in one.what.who:
                if not told[party]:
                    told[party] += [render(Name("party", party), LANG, room), ""]
                told[party].append(f"- {one.collaboration}: {render(one.what, LANG, room)}")
    return told


def main(store: str, heads: str, letters: str) -> int:
    """The same over files."""
    kept = Path(heads)
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    with Engine(open_store(store, create=False)) as engine:
        wrong = nightly(engine, known, Path(letters), date.today())
    kept.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print("\n".join(wrong) or f"{len(known)} records hold.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
