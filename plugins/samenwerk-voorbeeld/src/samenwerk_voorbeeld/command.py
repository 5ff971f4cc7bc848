"""`samenwerk draagkracht`: reckon a sharing out before anybody brings it to the table."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

import click

from samenwerk import Share
from samenwerk_voorbeeld.fair_share import MARGIN
from samenwerk_voorbeeld.sharing import deviations


@click.command("draagkracht")
@click.argument("partij", nargs=-1, required=True)
@click.option("--marge", default=str(MARGIN), help='Toegestane afwijking, als "1/10".')
def command(partij: tuple[str, ...], marge: str) -> None:
    """Reken na of bijdragen passen bij de draagkracht.

    Geef per PARTIJ naam:bijdrage:draagkracht, bijvoorbeeld noord:400:1000.
    """
    contributions, capacities = {}, {}
    for one in partij:
        name, *amounts = one.split(":")
        try:
            given, able = (_amount(amount) for amount in amounts)
        except ValueError:
            raise click.BadParameter(
                f"{one}: schrijf naam:bijdrage:draagkracht, bijvoorbeeld noord:400:1000"
            ) from None
        contributions[name], capacities[name] = given, able
    try:
        margin = Share.parse(marge)
    except ValueError:
        raise click.BadParameter(f'{marge}: schrijf een deel als "1/10"') from None
    found = deviations(contributions, capacities, margin.fraction)
    for each in found:
        click.echo(f"{each.party}: {each.given} bijgedragen, naar draagkracht {each.fair}")
    if found:
        raise SystemExit(1)
    click.echo("Elke bijdrage past bij de draagkracht.")


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None
    if not amount.is_finite() or amount < 0:
        raise ValueError(text)
    return amount
