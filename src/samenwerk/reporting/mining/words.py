"""What the exports for process mining say, in Dutch and English."""

from __future__ import annotations

WORDING = {
    "nl": {
        "mining.position": "standpunt: {what}",
        "mining.fact": "gegeven: {what}",
        "mining.document": "stuk: {what}",
        "mining.effect_asked": "gevraagd: {what}",
        "mining.effect_done": "gelukt: {what}",
        "mining.effect_failed": "mislukt: {what}",
        "mining.effect_again": "opnieuw gevraagd: {what}",
        "mining.effect_dropped": "opgegeven: {what}",
        "mining.started": "samenwerking begonnen",
        "mining.enrolled": "register bijgewerkt",
        "mining.definition_changed": "werkwijze gewijzigd",
        "mining.case_moved": "overgegaan naar een andere werkwijze",
        "mining.case_kept": "gebleven bij de eigen werkwijze",
        "mining.texts_erased": "teksten gewist",
        "mining.party": "partij",
        "mining.whole": "hele samenwerking",
    },
    "en": {
        "mining.position": "position: {what}",
        "mining.fact": "fact: {what}",
        "mining.document": "document: {what}",
        "mining.effect_asked": "asked: {what}",
        "mining.effect_done": "came about: {what}",
        "mining.effect_failed": "failed: {what}",
        "mining.effect_again": "asked again: {what}",
        "mining.effect_dropped": "given up: {what}",
        "mining.started": "collaboration started",
        "mining.enrolled": "register updated",
        "mining.definition_changed": "workflow changed",
        "mining.case_moved": "moved to another workflow",
        "mining.case_kept": "stayed with its own workflow",
        "mining.texts_erased": "texts erased",
        "mining.party": "party",
        "mining.whole": "whole collaboration",
    },
}
"""Language to message id to sentence."""
