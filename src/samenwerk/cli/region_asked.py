"""What a new region begins with, from flags, answers and defaults.

Making it is `commands.new_region`; what its files say is `authoring.region`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from samenwerk.authoring.bases import NOTHING, USUAL, Base, base_named
from samenwerk.authoring.parties import (
    FINANCIERS,
    SORTS,
    SUPPORTING,
    Party,
    invented,
    invented_supporter,
    named,
    sort_of,
)
from samenwerk.authoring.region import Region
from samenwerk.cli.asking import Asker
from samenwerk.cli.failing import Fail
from samenwerk.definitions.laying.faults import nearest


def asked_region(
    asker: Asker, name: str, target: Path, given: Mapping[str, str | None], parties: tuple[str, ...]
) -> tuple[Region, Base | None]:
    """The region with what it builds on; raises Fail for what was given and cannot be."""
    door = asker.door
    lang = door.lang
    other = "en" if lang == "nl" else "nl"
    people = " ".join(word.capitalize() for word in name.replace("_", "-").split("-"))
    titles = {one: door.words_in(one, "new.region.title", name=people) for one in ("nl", "en")}
    own = asker.answer("new.ask.title", given[lang], given[other] or titles[lang], filled_in)
    usual = titles[other] if own == titles[lang] else own
    told = given[other]
    titles = {lang: own, other: filled_in(usual if told is None else told)}
    base = asker.answer(
        "new.ask.extends", given["extends"], USUAL, lambda said: _base(said, target),
        nothing=NOTHING[1 if lang == "nl" else 0],
    )  # fmt: skip
    who, ours = _parties(asker, parties)
    if base is not None and all(one.sort not in FINANCIERS for one in who):
        raise Fail("new.party.financier", names=[SORTS[one][lang] for one in FINANCIERS])
    first = next((one for one in who if one.sort == "municipality"), who[0])
    chair = asker.answer(
        "new.ask.chair", given["chair"], first.called, lambda said: _among(who, said)
    )
    helper = None
    if base is None:
        if given["supporter"] is not None:
            raise Fail("new.supporter.alone")
    else:
        helper = invented_supporter(lang, who)
        taken = {one.name for one in who}

        def supporting(said: str) -> Party:
            if helper is not None and said == helper.called:
                return helper
            return named([(SUPPORTING, filled_in(said))], lang, taken)[0]

        helper = asker.answer("new.ask.supporter", given["supporter"], helper.called, supporting)
    region = Region(
        id=name, lang=lang, nl=titles["nl"], en=titles["en"], parties=who, chair=chair,
        extends=None if base is None else base.extends, supporter=helper, invented=ours,
    )  # fmt: skip
    return region, base


def filled_in(said: str) -> str:
    """The text without spaces around it; raises Fail when nothing is left."""
    text = said.strip()
    if not text:
        raise Fail("new.empty")
    return text


def _base(said: str, target: Path) -> Base | None:
    from samenwerk.packaged import workflow_names

    if said.strip().casefold() in NOTHING:
        return None
    found = base_named(said.strip(), target)
    if found is None:
        near = nearest(said.partition("@")[0], workflow_names())
        raise Fail("file.nothing_near" if near else "file.nothing", name=said, near=near,
                   names=workflow_names())  # fmt: skip
    return found


def _parties(asker: Asker, given: tuple[str, ...]) -> tuple[tuple[Party, ...], bool]:
    """The parties, and whether they are ours."""
    lang = asker.door.lang
    told = [_party(said, lang) for said in given]
    if not given and asker.asks:
        asker.tell("new.ask.parties", sorts=[one[lang] for one in SORTS.values()])
        while True:
            try:
                said = asker.answer("new.ask.party", None, "", str, number=len(told) + 1)
                if not said.strip():
                    break
                told.append(_party(said, lang))
            except Fail as fault:
                asker.tell(fault.id, **fault.params)
    if not told:
        return invented(lang), True
    if len(told) < 2:
        raise Fail("new.party.few")
    return named(told, lang), False


def _party(said: str, lang: str) -> tuple[str, str]:
    """The sort and the name of `sort: name`; raises Fail."""
    at = min((said.find(sign) for sign in ":=" if sign in said), default=-1)
    sorts = [one[lang] for one in SORTS.values()]
    if at < 0:
        raise Fail("new.party.shape", written=said, sort=sorts[0])
    sort, called = said[:at].strip(), said[at + 1 :].strip()
    found = sort_of(sort)
    if found is None:
        raise Fail("new.party.sort", written=sort, names=sorts)
    if not called:
        raise Fail("new.party.shape", written=said, sort=sort)
    return found, called


def _among(who: tuple[Party, ...], said: str) -> Party:
    """The party that is called this, for people or in files; raises Fail."""
    wanted = said.strip().casefold()
    for party in who:
        if wanted in (party.called.casefold(), party.name):
            return party
    raise Fail("new.chair.unknown", written=said, names=[one.called for one in who])
