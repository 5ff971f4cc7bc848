"""The effect `payment_order`: one file in a folder for each payment, once for its key.

Whoever pays picks the files up and moves them, by the same name, into `processed` below it: so it
can be seen what was handed over, also when the order was carried out long ago.
"""

from __future__ import annotations

import csv
import io
import os
from decimal import Decimal
from pathlib import Path

from samenwerk import Delivered, Parameter, Party, PluginEffect, Sending

FOLDER, PROCESSED = "betaalopdrachten", "processed"
HEADS = ("reference", "day", "amount", "payer", "payee", "name", "about")


def deliver(sending: Sending) -> Delivered:
    """Put the order there, whole or not at all; never again for a key that was handed over."""
    path = path_of(sending)
    if look_up(sending) is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(f".{os.getpid()}.half")
        half.write_text(text_of(sending), encoding="utf-8", newline="")
        half.replace(path)
    return Delivered({"number": number_of(sending)})


def look_up(sending: Sending) -> Delivered | None:
    """Whether the order lies there, or was picked up."""
    path = path_of(sending)
    there = path.is_file() or (path.parent / PROCESSED / path.name).is_file()
    return Delivered({"number": number_of(sending)}) if there else None


def path_of(sending: Sending) -> Path:
    """The file of an order: its name is the key, which no other payment has."""
    return Path(str(sending.parameters["folder"])) / f"{sending.key}.csv"


def number_of(sending: Sending) -> int:
    """A number to find the order by, the same at every attempt."""
    return int(sending.key[:8], 16)


def text_of(sending: Sending) -> str:
    """The order as a table of one row, its amount in whole cents; accounts of banks are not in it.

    Raises ValueError for an amount that nobody can pay, and for more or less than one payee.
    """
    amount, payees = sending.parameters["amount"], sending.parameters["payee"]
    if not isinstance(amount, Decimal) or amount <= 0 or amount != round(amount, 2):
        raise ValueError(f"{amount} is no amount to pay")
    if not isinstance(payees, tuple) or len(payees) != 1:
        raise ValueError("an order is for one payee")
    (payee,) = payees
    payer = "" if sending.party is None else sending.party.id
    about = f"{sending.collaboration} {sending.case}"
    row = (sending.key, sending.day, f"{amount:.2f}", payer, payee.id, _name(payee), about)
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(HEADS)
    rows.writerow([_plain(str(one)) for one in row])
    return out.getvalue()


def _name(party: Party) -> str:
    return dict(party.names).get("nl", party.id)


def _plain(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


PAYMENT_ORDER = PluginEffect(
    name="payment_order",
    labels={"nl": "een betaalopdracht", "en": "a payment order"},
    deliver=deliver,
    look_up=look_up,
    parameters=(
        Parameter("amount", "money", None, {"nl": "hoeveel", "en": "how much"}),
        Parameter("payee", "parties", None, {"nl": "aan wie", "en": "to whom"}),
        Parameter("folder", "text", FOLDER, {"nl": "de map", "en": "the folder"}),
    ),
    gives=(Parameter("number", "whole_number", 0, {"nl": "nummer", "en": "number"}),),
)
