"""`samenwerk menukaart`: look through the offers, without any collaboration.

What it is shown with is imported when it is used: `samenwerk --help` looks at every command.
"""

from __future__ import annotations

import os
from datetime import date

import click

from samenwerk_menukaart.offers import KINDS, fitting
from samenwerk_menukaart.wording import SENTENCES, wording

_KINDS = {SENTENCES["nl"][f"menukaart.kind.{one}"]: one for one in KINDS}
_PROBLEMS = {
    "proces": "process", "mensen": "people", "geld": "money", "plan": "plan",
    "voorbeelden": "example", "technologie": "technology",
}  # fmt: skip


@click.command("menukaart")
@click.option("--soort", type=click.Choice(list(_KINDS)), help="Alleen deze soort.")
@click.option("--bij", type=click.Choice(list(_PROBLEMS)), help="Alleen wat hierbij helpt.")
@click.option("--op", type=click.DateTime(["%Y-%m-%d"]), help="De dag; anders vandaag.")
@click.option("--ook-afgelopen", is_flag=True, help="Ook wat er niet meer is.")
@click.option("--lang", type=click.Choice(["nl", "en"]), help="In welke taal.")
def command(
    soort: str | None, bij: str | None, op: date | None, ook_afgelopen: bool, lang: str | None
) -> None:
    """Toon welke ondersteuning er is voor samenwerken in de regio."""
    from samenwerk import Message, Page, Paragraph, Points
    from samenwerk.language.catalogue import Speaker, built_in
    from samenwerk_menukaart.card import point

    day = date.today() if op is None else date(op.year, op.month, op.day)
    spoken = lang or os.environ.get("SAMENWERK_LANG", "nl")[:2].lower()
    catalogue = built_in().joined("menukaart", wording())
    says = Speaker(spoken if spoken in SENTENCES else "nl", catalogue=catalogue)
    found = fitting(day, _KINDS.get(soort or ""), _PROBLEMS.get(bij or ""), ook_afgelopen)
    told = {"day": day, "count": len(found)}
    intro = Message("menukaart.intro", told) if found else Message("menukaart.none")
    page = Page(
        says.sentence(Message("menukaart.title")).removesuffix(":"),
        (
            Paragraph(says.sentence(intro)),
            Points(tuple(point(one, day, says) for one in found)),
        ),
    )
    click.echo(page.text.rstrip("\n"))
    if not found:
        raise SystemExit(1)
