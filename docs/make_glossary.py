"""Writes docs/nl/glossary.md and docs/en/glossary.md: `python docs/make_glossary.py`.

The words come from `samenwerk.language.glossary`, the lifecycles from the national base.
"""

from collections.abc import Iterator
from pathlib import Path

from samenwerk.front import load
from samenwerk.language.glossary import GLOSSARY, Entry

DOCS = Path(__file__).parent
OTHER = {"nl": "en", "en": "nl"}

HEAD = {
    "nl": """\
# Woordenlijst

Elk ding heeft één woord, in het Nederlands en in het Engels. In een werkwijze schrijft u het
woord uit de kolom **in de tekst**; dat is altijd Engels, zodat een werkwijze in elke taal gelezen
kan worden. Wat mensen lezen, schrijft u zelf bij `nl` en `en`.

Deze pagina is gemaakt met `python docs/make_glossary.py`.
""",
    "en": """\
# Glossary

Each thing has one word, in English and in Dutch. In a workflow you write the word in the column
**in the text**; it is always English, so that a workflow can be read in any language. What people
read you write yourself at `nl` and `en`.

This page is made by `python docs/make_glossary.py`.
""",
}
COLUMNS = {
    "nl": ("in de tekst", "Nederlands", "Engels", "wat het is"),
    "en": ("in the text", "English", "Dutch", "what it is"),
}
SECTIONS = {
    "whole": ("Het geheel", "The whole"),
    "families": ("Waaruit een werkwijze bestaat", "What a workflow is made of"),
    "stories": ("Verhalen en oefenen", "Stories and rehearsing"),
    "answers": ("Wat samenwerk antwoordt", "What samenwerk answers"),
    "plugins": ("Plug-ins, geld en verzendingen", "Plugins, money and effects"),
    "proof": ("Wat verify antwoordt", "What verify answers"),
    "verdicts": ("Oordelen", "Verdicts"),
    "truths": ("Hoe het met een voorwaarde staat", "How a condition stands"),
    "severities": ("Hoe zwaar een regel is", "How heavy a rule is"),
    "positions": ("Standpunten", "Positions"),
    "methods": ("Manieren om te besluiten", "Ways to decide"),
    "acts": ("Soorten handelingen", "Kinds of acts"),
    "lifecycles": ("Levenslopen van de landelijke basis", "Lifecycles of the national base"),
}

LIFECYCLES = {
    "collaboration": ("de samenwerking zelf, van verkennen tot stoppen",
                      "the collaboration itself, from exploring to ending"),
    "vision": ("wat de regio wil bereiken, en hoe dat actueel blijft",
               "what the region wants to reach, and how that stays current"),
    "change": ("een afspraak waarop iedereen rekent, samen veranderen",
               "changing together an agreement that everybody counts on"),
    "agenda": ("wat de regio dit jaar verandert", "what the region changes this year"),
    "line": ("een onderwerp van de veranderagenda", "one theme of the change agenda"),
    "objective": ("wat een ontwikkellijn wil bereiken, en wanneer",
                  "what a development line wants to reach, and when"),
    "project": ("werk met een begin en een eind, van idee tot afsluiten",
                "work with a beginning and an end, from idea to closing"),
    "embedding": ("wat een project opleverde een vaste plek geven",
                  "giving what a project brought a lasting place"),
    "agreement": ("afspraken op papier, van opstellen tot beëindigen",
                  "agreements on paper, from drafting to ending"),
    "rule_space": ("vragen of een regel een initiatief niet in de weg hoeft te staan",
                   "asking whether a rule need not stand in the way of an initiative"),
    "review": ("nagaan wat iets opleverde, en doen wat daaruit volgt",
               "finding out what something brought, and doing what follows"),
    "experiment": ("iets proberen op kleine schaal, en dan verder of stoppen",
                   "trying something on a small scale, then going on or stopping"),
    "scheme": ("geld dat iemand beschikbaar stelt, met voorwaarden",
               "money that somebody makes available, with conditions"),
    "application": ("vragen om geld uit een regeling", "asking for money from a scheme"),
}  # fmt: skip


def page(lang: str) -> str:
    """The whole page in one language."""
    parts = [HEAD[lang]]
    for section, entries in {**GLOSSARY, "lifecycles": tuple(lifecycles())}.items():
        parts.append(f"## {SECTIONS[section][lang == 'en']}\n\n{_table(entries, lang)}")
    return "\n".join(parts)


def lifecycles() -> Iterator[Entry]:
    """Those of the national base, the collaboration first."""
    base = load("landelijk").lifecycles
    for name, (nl, en) in LIFECYCLES.items():
        yield Entry(name, dict(base[name].labels), {"nl": nl, "en": en})


def _table(entries: tuple[Entry, ...], lang: str) -> str:
    told = any(one.means[lang] for one in entries)
    columns = COLUMNS[lang] if told else COLUMNS[lang][:3]
    rows = [columns, ("---",) * len(columns)]
    for one in entries:
        name = f"`{one.name}`" if one.name else ""
        cells = (name, one.words[lang], one.words[OTHER[lang]], one.means[lang])
        rows.append(cells[: len(columns)])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


if __name__ == "__main__":
    for lang in OTHER:
        target = DOCS / lang / "glossary.md"
        target.parent.mkdir(exist_ok=True)
        target.write_text(page(lang), encoding="utf-8", newline="\n")
