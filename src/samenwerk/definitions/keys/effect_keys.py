"""The word `effect`: what a step sets going outside, and what the plugin gets along.

A table only; what the columns mean stands in `schema`.
"""

from __future__ import annotations

from samenwerk.definitions.keys.schema import Family, Key

EFFECT = Family("effect", "wat een stap buiten in gang zet", "what a step sets going outside", (
    Key("on_step", "name", 'na welke stap, als "application.decide"',
        'after which step, as "application.decide"', True),
    Key("plugin", "text", 'welke plug-in het doet, als "voorbeeld.letter"',
        'which plugin does it, as "voorbeeld.letter"', True),
    Key("with", "handed", "wat de plug-in meekrijgt", "what the plugin gets along"),
    Key("records", "name", "het gegeven (yes_no) dat waar wordt als het gelukt is",
        "the fact (yes_no) that becomes true when it came about"),
    Key("gives", "facts", "in welke gegevens komt wat de plug-in teruggeeft",
        "in which facts what the plugin gives back is kept"),
))  # fmt: skip
