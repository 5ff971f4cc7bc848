"""Writes the pages on edits that get round a rule: `python docs/make_edits.py`.

The edits are those of tests/proof/edits. The stories on the pages are what `samenwerk verify`
finds, played through the engine; nothing is copied by hand.
"""

from __future__ import annotations

from pathlib import Path

import attrs

from samenwerk.definitions.reading import Reading
from samenwerk.engine.shelf import Running, made_ready
from samenwerk.front import check
from samenwerk.hooks.installed import installed
from samenwerk.language.catalogue import as_sentence
from samenwerk.language.layout import wrap
from samenwerk.values.declared import Workflow
from samenwerk.verify.answers import BROKEN, PROVED, WITHIN, Answer
from samenwerk.verify.asking import Asked, answered
from samenwerk.verify.report import bounds_text, title
from samenwerk.verify.slips import slips
from samenwerk.verify.telling import acts, cast, slip_texts, speaker_of

ROOT = Path(__file__).parents[1]
EDITS = ROOT / "tests" / "proof" / "edits"
PAGES = {lang: ROOT / "docs" / lang / "ten-edits.md" for lang in ("nl", "en")}
WIDTH = 96

HEAD = {
    "nl": """\
# Tien wijzigingen die om een regel heen gaan

[English](../en/ten-edits.md)

Een regio mag veel zelf opschrijven. Wat de basis nooit toestaat, blijft staan als waarborg. Elke
tekst hieronder is zonder fouten, ziet er redelijk uit, en haalt toch een waarborg weg.
`samenwerk verify` vindt ze alle tien, met het kortste verhaal dat het laat zien. Bij elke wijziging
staat een andere die er sprekend op lijkt en die wel mag: daarvan wordt bewezen dat zij niets
wegneemt.

Alle teksten bouwen op [een kleine basis](../../tests/proof/edits/base.toml) over het wijzigen van
een randvoorwaarde. Alles is verzonnen. Deze pagina wordt gemaakt door `python docs/make_edits.py`.
""",
    "en": """\
# Ten edits that get round a rule

[Nederlands](../nl/ten-edits.md)

A region may write much by itself. What the base never allows stays, as an invariant. Each text
below is without faults, looks reasonable, and takes an invariant away all the same.
`samenwerk verify` finds all ten, with the shortest story that shows it. Beside each edit
stands another that is very much like it and that is all right: it is proved to take nothing away.

All texts build on [a small base](../../tests/proof/edits/base.toml) about changing a precondition.
Everything is made up. This page is made by `python docs/make_edits.py`.
""",
}
TOLD = {
    "nl": {
        "broken": "Doorbroken: *{title}*. In {count} handelingen:",
        "mend": "Zo verhelpt u het: {mend}",
        "kept": "Dit mag wel ([tekst](../../tests/proof/edits/kept/{name}.toml)): {kept}",
        "proved": "Alle {count} waarborgen zijn bewezen",
        "bounds": "; {some} daarvan {bounds}.",
    },
    "en": {
        "broken": "Broken: *{title}*. In {count} acts:",
        "mend": "To mend it: {mend}",
        "kept": "This is all right ([text](../../tests/proof/edits/kept/{name}.toml)): {kept}",
        "proved": "All {count} invariants are proved",
        "bounds": "; {some} of them {bounds}.",
    },
}


@attrs.frozen
class Edit:
    """An edit: its file, the invariant that it breaks, and what is said about it by language:
    a heading, why it looks innocent, what keeps the one that is like it, and how to mend it
    where no line of a step is to blame."""

    name: str
    breaks: str
    nl: tuple[str, str, str, str]
    en: tuple[str, str, str, str]

    def told(self, lang: str) -> tuple[str, str, str, str]:
        """What is said about it."""
        return self.nl if lang == "nl" else self.en


TEN = (
    Edit(
        "second_path", "no_change_without_legitimacy",
        (
            "Een tweede weg",
            "Sommige dingen kunnen niet wachten, en er hoort een verslag bij.",
            "de spoedweg noemt één eigen regel, en daarin staan alle regels van de basis.",
            "",
        ),
        (
            "A second path",
            "Some things cannot wait, and there are minutes.",
            "the urgent way names one rule of its own, and that holds all rules of the base.",
            "",
        ),
    ),
    Edit(
        "any_for_all", "no_change_without_legitimacy",
        (
            "Een van beide in plaats van allebei",
            "Dezelfde voorwaarden, bij elkaar in één regel. Alleen staat er `any`.",
            "te kiezen is er alleen hoe het besluit op schrift komt.",
            "",
        ),
        (
            "Any for all",
            "The same conditions, together in one rule. Only it says `any`.",
            "all that can be chosen is how the decision is put in writing.",
            "",
        ),
    ),
    Edit(
        "wrong_side", "only_small_without_a_round",
        (
            "De drempel aan de verkeerde kant",
            "Kleine wijzigingen mochten al zonder besluit. Deze regel zegt weer wat klein is.",
            "`more_than` staat er ook, maar onder `none`.",
            "",
        ),
        (
            "The threshold on the wrong side",
            "Small changes could do without a decision already. This rule says again what is "
            "small.",
            "`more_than` stands there too, but under `none`.",
            "",
        ),
    ),
    Edit(
        "mandate_for_all", "nobody_alone",
        (
            "Een volmacht voor alles",
            "Wie niet kan komen, laat een ander gaan.",
            "de volmacht is voor alles, maar over een ander onderwerp.",
            "Geef een volmacht niet voor `vote`, of laat een stap vragen dat er meer zijn.",
        ),
        (
            "A mandate that covers everything",
            "Who cannot come sends another.",
            "the mandate is for everything, but on another subject.",
            "Do not give a mandate for `vote`, or have a step ask that there are more.",
        ),
    ),
    Edit(
        "empty_group", "everyone_was_heard",
        (
            "Een groep waar niemand in zit",
            "Elke organisatie wijst een aanspreekpunt aan, en die worden gehoord.",
            "de stap vraagt bovendien dat elke organisatie gehoord is.",
            "",
        ),
        (
            "A group with nobody in it",
            "Every organisation appoints a contact, and those are heard.",
            "the step asks moreover that every organisation was heard.",
            "",
        ),
    ),
    Edit(
        "step_back_skips", "tested_first",
        (
            "Een stap terug die iets overslaat",
            "Wie na een pauze verdergaat, hoeft niet alles over te doen.",
            "wie hervat komt nog verder uit, maar zonder ronde is er geen besluit.",
            "Laat `resume` teruggaan naar waar het dossier was: `to = \"back\"`.",
        ),
        (
            "A step back that skips",
            "Who goes on after a pause need not do everything again.",
            "who resumes comes out even further on, but without a round there is no decision.",
            "Have `resume` go back to where the case was: `to = \"back\"`.",
        ),
    ),
    Edit(
        "renamed_rule", "no_change_without_legitimacy",
        (
            "Een regel met een bekende naam",
            "Voor wie leest staat er nog steeds: regionale legitimiteit.",
            "de regel vraagt twee dingen van de drie, en twee daarvan zijn hetzelfde besluit.",
            "",
        ),
        (
            "A rule by a known name",
            "For who reads it still says: regional legitimacy.",
            "the rule asks two things of three, and two of those are the same decision.",
            "",
        ),
    ),
    Edit(
        "absent_consents", "nobody_alone",
        (
            "Wie zwijgt, stemt toe",
            "Een ronde mag niet eeuwig duren.",
            "wie zwijgt stemt toe, maar twee derde moet wel iets zeggen.",
            "Vraag een `quorum`, of laat wie zwijgt niet meetellen: `absent = \"left_out\"`.",
        ),
        (
            "Silence is consent",
            "A round should not last for ever.",
            "silence is consent, but two thirds must say something.",
            "Ask for a `quorum`, or leave out who says nothing: `absent = \"left_out\"`.",
        ),
    ),
    Edit(
        "plugin_between", "no_change_without_legitimacy",
        (
            "Een plug-in ertussen",
            "Wie eerlijk deelt, heeft draagvlak genoeg, en een plug-in rekent het na.",
            "wat de plug-in ook zegt, een van twee regels vraagt dan om het besluit.",
            "",
        ),
        (
            "A plugin in between",
            "Who shares fairly has support enough, and a plugin works it out.",
            "whatever the plugin says, one of two rules then asks for the decision.",
            "",
        ),
    ),
    Edit(
        "other_case", "no_change_without_legitimacy",
        (
            "Langs een ander dossier",
            "Groepen die verdergaan, kunnen meteen aan het werk.",
            "het dossier wordt pas verdeeld als het zelf vastgesteld kon worden.",
            "",
        ),
        (
            "Round by another case",
            "Groups that go on can start at once.",
            "the case is divided only when it could have been adopted itself.",
            "",
        ),
    ),
)  # fmt: skip


def page(lang: str) -> str:
    """The page in a language."""
    rows = [HEAD[lang]]
    for number, edit in enumerate(TEN, 1):
        heading, innocent, kept, mend = edit.told(lang)
        rows += [f"## {number}. {heading}", "", innocent, "", "```TOML", _lines(edit), "```", ""]
        rows += [*_broken(edit, lang, mend), "", *_kept(edit, lang, kept), ""]
    return "\n".join(rows)


def _lines(edit: Edit) -> str:
    """The edit itself, without what every file begins with."""
    text = (EDITS / "broken" / f"{edit.name}.toml").read_text(encoding="utf-8")
    return text.partition("[workflow]")[2].partition("\n\n")[2].strip()


def _read(kind: str, edit: Edit) -> tuple[Reading, Workflow, Running]:
    reading = check(EDITS / kind / f"{edit.name}.toml")
    assert reading.workflow is not None
    return reading, reading.workflow, made_ready(reading.workflow, installed)


def _broken(edit: Edit, lang: str, mend: str) -> list[str]:
    reading, workflow, running = _read("broken", edit)
    invariant = workflow.invariants[edit.breaks]
    found = answered(running, invariant, Asked())
    if found.verdict != BROKEN or found.broken is None:
        raise SystemExit(f"{edit.name}: {edit.breaks} is not broken but {found.verdict}")
    speaker = speaker_of(lang, workflow, found.broken.known.register)
    told = acts(found.broken, speaker)
    say = TOLD[lang]
    rows = [say["broken"].format(title=title(invariant, speaker), count=len(told)), "", "```text"]
    rows += wrap(cast(found.broken, speaker), WIDTH, "")
    for number, one in enumerate(told, 1):
        rows += wrap(one, WIDTH, f"{number:>2}. ")
    places = slips(found.broken, invariant, running.compiled, reading)
    mends = [as_sentence(slip_texts(one, speaker)[1], lang) for one in places]
    told_mend = mend or " ".join(dict.fromkeys(mends))
    return [*rows, "```", "", say["mend"].format(mend=told_mend)]


def _kept(edit: Edit, lang: str, kept: str) -> list[str]:
    _, workflow, running = _read("kept", edit)
    found = [answered(running, one, Asked()) for one in workflow.invariants.values()]
    open_ = [one.invariant.name for one in found if one.verdict not in (PROVED, WITHIN)]
    if open_:
        raise SystemExit(f"{edit.name}: not proved: {', '.join(open_)}")
    say = TOLD[lang]
    proved = say["proved"].format(count=len(found)) + _bounds(found, lang, workflow)
    return [say["kept"].format(name=edit.name, kept=kept), proved]


def _bounds(found: list[Answer], lang: str, workflow: Workflow) -> str:
    within = [one for one in found if one.verdict == WITHIN]
    if not within:
        return "."
    speaker = speaker_of(lang, workflow)
    bounds = dict.fromkeys(bounds_text(one.bounds, speaker).rstrip(".") for one in within)
    whole = [one for one in bounds if not any(
        other != one and other.startswith(one) for other in bounds
    )]  # fmt: skip
    short = "; ".join(one[:1].lower() + one[1:] for one in whole)
    return TOLD[lang]["bounds"].format(some=len(within), bounds=short)


if __name__ == "__main__":
    for lang, path in PAGES.items():
        path.write_text(page(lang), encoding="utf-8", newline="\n")
        print(path.relative_to(ROOT))
