"""The parts: lifecycles with the duties that TOML can say, one file each in `delen/`."""

from __future__ import annotations

from importlib.resources import files

from samenwerk import Part

LABELS = {
    "uitkering": {"nl": "een uitkering verantwoorden", "en": "accounting for a grant"},
    "plannen": {"nl": "plannen met mijlpalen", "en": "plans with milestones"},
    "proef": {"nl": "een experiment volgens de NZa", "en": "an experiment by the NZa"},
    "audit": {"nl": "de audit van een VIPP-regeling", "en": "the audit of a VIPP scheme"},
}


def _part(name: str) -> Part:
    file = f"{name}.toml"
    text = files("samenwerk_verantwoording").joinpath("delen", file).read_text("utf-8")
    return Part(name, LABELS[name], {file: text})


PARTS = tuple(map(_part, LABELS))
