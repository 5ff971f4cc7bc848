"""The part `counted`: the fact `participants`, and a rule about it that a region can set."""

from __future__ import annotations

from importlib.resources import files

from samenwerk import Part

TEXT = files("samenwerk_voorbeeld").joinpath("counted.toml").read_text(encoding="utf-8")

COUNTED = Part(
    name="counted",
    labels={"nl": "Genoeg deelnemers", "en": "Enough members"},
    texts={"counted.toml": TEXT},
)
