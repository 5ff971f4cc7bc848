"""The files of a new region: its workflow, register, stories and README, from what was asked.

Who its parties are is `parties`, what the files say stands in the folder `templates`. Nothing is
written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from samenwerk.authoring.formatting import formatted
from samenwerk.authoring.parties import SORTS, SUPPORTING, Party
from samenwerk.authoring.writing import WIDTH, filled, listed, quoted, template
from samenwerk.language.clean import one_line

RULE = {
    "region": {"nl": "inwoners_gehoord", "en": "residents_heard"},
    "alone": {"nl": "samen_beginnen", "en": "begin_together"},
}
"""What to have explained first, by kind of region and language."""

FILES = ("workflow.toml", "register.toml", "scenarios.toml", "README.md")

STORIES = 4
"""How many stories there are in the usual beginning."""

_LAWS = {"insurer": ("pays", "zvw"), "care_office": ("pays", "wlz")}
_LAWS["municipality"] = ("pays_along", "wmo")
_TABLE = {"nl": "overleg", "en": "meeting"}
_KNOWLEDGE = {"nl": "kennisorganisatie", "en": "knowledge organisation", "id": "kennis"}
_TOLD = {
    "nl": {
        "financiers": "# Elke financier zegt wat hij doet, en welke wet dat van hem vraagt.",
        "invented": " Deze\n# partijen zijn verzonnen: zet er de uwe voor in de plaats.",
        "readme": " Ook de partijen zijn verzonnen.",
    },
    "en": {
        "financiers": "# Every financier says what it does, and which law asks that of it.",
        "invented": " These\n# parties are invented: put your own in their place.",
        "readme": " The parties are invented too.",
    },
}


@attrs.frozen(kw_only=True)
class Region:
    """What a new region begins with, as its writer said it.

    `extends` is what it builds on, as `landelijk@2026.1`; None when it stands alone: then there is
    no supporter either. `invented` says whether the parties are ours.
    """

    id: str
    lang: str
    nl: str
    en: str
    parties: tuple[Party, ...]
    chair: Party
    extends: str | None = None
    supporter: Party | None = None
    invented: bool = False


def region_files(region: Region) -> Mapping[str, str]:
    """The text of each file by its name, with comments in the language of the region.

    >>> from samenwerk.authoring.parties import invented
    >>> few = invented("nl")
    >>> one = Region(id="x", lang="nl", nl="X", en="X", parties=few, chair=few[0])
    >>> list(region_files(one))
    ['workflow.toml', 'register.toml', 'scenarios.toml', 'README.md']
    """
    values = _values(region)
    kind = "alone" if region.extends is None else "region"
    found = {}
    for file in FILES:
        told = dict(values)
        if file == "README.md":
            told["invented"] = _TOLD[region.lang]["readme"] if region.invented else ""
        text = filled(template(region.lang, kind, file), told)
        found[file] = formatted(text) if file.endswith(".toml") else text
    return found


def _values(region: Region) -> dict[str, str]:
    lang, all_ = region.lang, [one.name for one in region.parties]
    enrolled = region.parties if region.supporter is None else (*region.parties, region.supporter)
    alone = region.extends is None
    table = _TABLE[lang] if alone else "regional_table"
    too_few = all_[: _needed(len(all_)) - 1]
    decision = f'about="{RULE["alone"][lang]}"'
    return {
        "id": quoted(region.id),
        "extends": quoted(region.extends or ""),
        "nl": quoted(region.nl),
        "en": quoted(region.en),
        "heading": one_line(region.nl if lang == "nl" else region.en) or region.id,
        "base": one_line(region.extends or ""),
        "invented": _TOLD[lang]["invented"] if region.invented else "",
        "sorts": "\n".join(_sorts(region)),
        "parties": "\n".join(_party(one, lang, alone) for one in enrolled),
        "sits": "\n".join(
            f"  {{ table = {quoted(table)}, who = {quoted(name)} }}," for name in all_
        ),
        "chair": quoted(region.chair.name),
        "supporter": quoted("" if region.supporter is None else region.supporter.name),
        "share": _act('on=2027-01-25, does="collaboration.share"', all_),
        "grant": _act('on=2027-02-15, does="collaboration.grant"', all_),
        "financiers": "\n".join(_financiers(region)),
        "all_for": _act(f'on=2027-02-15, says="for", {decision}', all_),
        "too_few": _act(f'on=2027-02-15, says="for", {decision}', too_few),
    }


def _needed(members: int) -> int:
    """How many members two thirds are, rounded up."""
    return -(-2 * members // 3)


def _act(said: str, who: list[str]) -> str:
    return listed(who, f"  {{{said}, who=", "  ") + "},"


def _party(party: Party, lang: str, alone: bool) -> str:
    sort = _sort_name(party.sort, lang) if alone else party.sort
    rows = (("sort", sort), (lang, party.called))
    short = f"{party.name} = {{ {', '.join(f'{key} = {quoted(value)}' for key, value in rows)} }}"
    if len(short) <= WIDTH:
        return short
    return "\n".join(f"{party.name}.{key} = {quoted(value)}" for key, value in rows)


def _sort_name(sort: str, lang: str) -> str:
    return _sort(sort)["id"] if lang == "nl" else sort


def _sort(sort: str) -> Mapping[str, str]:
    return _KNOWLEDGE if sort == SUPPORTING else SORTS[sort]


def _sorts(region: Region) -> Iterable[str]:
    for sort in dict.fromkeys(one.sort for one in region.parties):
        told = _sort(sort)
        name = _sort_name(sort, region.lang)
        yield f"{name} = {{ nl = {quoted(told['nl'])}, en = {quoted(told['en'])} }}"


def _financiers(region: Region) -> Iterable[str]:
    paying = [one for one in region.parties if one.sort in _LAWS]
    if paying:
        yield ""
        yield f"  {_TOLD[region.lang]['financiers']}"
    for one in paying:
        does, law = _LAWS[one.sort]
        records = f'records={{ financier_role="{does}", legal_duty="{law}" }}'
        whole = f"  {{who={quoted(one.name)}, {records}}},"
        if len(whole) <= WIDTH:
            yield whole
        else:
            yield f'  {{who={quoted(one.name)}, records="financier_role", is="{does}"}},'
            yield f'  {{who={quoted(one.name)}, records="legal_duty", is="{law}"}},'
    yield ""
