"""Money that plugins tell of, in sentences: payments, accounts, and where entries come from.

How it is laid out for a command is `cli.money_told`.
"""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.language.catalogue import Speaker
from samenwerk.values.ledger import OUTSIDE
from samenwerk.values.message import Name


def account_text(
    account: str, words: Mapping[str, Mapping[str, str]], speaker: Speaker
) -> str:
    """What an account is called: in the plugin's own words, else as an end of the ledger."""
    for lang in (speaker.lang, "en", "nl"):
        if account in words.get(lang, {}):
            return words[lang][account]
    return end_text(account, speaker)


def end_text(end: str, speaker: Speaker) -> str:
    """An end of the ledger: a pool with its year, a case, or what lies outside."""
    if end == OUTSIDE:
        return speaker.words("money.outside")
    kind, _, name = end.partition(" ")
    if kind == "case":
        return speaker.words("money.case", case=name)
    if kind != "pool":
        return speaker.tell(end)
    pool, _, year = name.partition(" ")
    label = speaker.tell(Name("pool", pool))
    return f"{label} {year}" if year else label


WORDING = {
    "nl": {
        "money.outside": "buiten",
        "money.case": "dossier {case}",
        "money.step": "{step}, in dossier {case}",
        "money.begun": "wat in de pot komt",
        "money.lowered": "wat eraf gaat",
        "money.divided": "mee met een dossier dat splitst of opgaat",
        "money.recorded": "vastlegging {sequence}",
        "money.by_time": "de kalender; nog niet vastgelegd",
        "money.head": "Het geld op {day}",
        "money.payments": "Betalingen",
        "money.no_payments": "Er volgen geen betalingen uit het logboek.",
        "money.open": "{day}: {amount} van {payer} aan {payee}, {what} (dossier {case})",
        "money.paid": "{day}: {amount} van {payer} aan {payee}, {what} (dossier {case}); betaald "
        "op {paid}",
        "money.late": "{day}, VOORBIJ: {amount} van {payer} aan {payee}, {what} (dossier {case})",
        "money.because": "volgt uit {source}",
        "money.account": "Rekening: {account}",
        "money.account_of": "Rekening: {account}, {stream}",
        "money.sum": "samen",
        "money.entry": "{day} {amount} {account}: {what} ({source})",
        "money.none": "Er is nog niets verplaatst.",
        "money.fault": "Niet alles is te vertellen. {why}",
        "due.payment": "te betalen: {amount} aan {payee} ({what})",
        "act.pay": "betaal {amount} aan {payee} ({what})",
        "word.plugin_account.pools": "potten en dossiers",
    },
    "en": {
        "money.outside": "outside",
        "money.case": "case {case}",
        "money.step": "{step}, in case {case}",
        "money.begun": "what comes into the pool",
        "money.lowered": "what is taken off",
        "money.divided": "along with a case that splits or is merged",
        "money.recorded": "recorded event {sequence}",
        "money.by_time": "the calendar; not recorded yet",
        "money.head": "The money on {day}",
        "money.payments": "Payments",
        "money.no_payments": "No payments follow from the record.",
        "money.open": "{day}: {amount} from {payer} to {payee}, {what} (case {case})",
        "money.paid": "{day}: {amount} from {payer} to {payee}, {what} (case {case}); paid on "
        "{paid}",
        "money.late": "{day}, LATE: {amount} from {payer} to {payee}, {what} (case {case})",
        "money.because": "follows from {source}",
        "money.account": "Account: {account}",
        "money.account_of": "Account: {account}, {stream}",
        "money.sum": "together",
        "money.entry": "{day} {amount} {account}: {what} ({source})",
        "money.none": "Nothing was moved yet.",
        "money.fault": "Not everything can be told. {why}",
        "due.payment": "to be paid: {amount} to {payee} ({what})",
        "act.pay": "pay {amount} to {payee} ({what})",
        "word.plugin_account.pools": "pools and cases",
    },
}
