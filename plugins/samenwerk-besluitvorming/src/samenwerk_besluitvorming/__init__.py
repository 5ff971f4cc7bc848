"""Forms of collaboration and ways of deciding: a plugin of samenwerk. This file only introduces.

The forms are in `forms` and the folder `texts`, the methods in `weighted`, `sorts`,
`preference` and `selection`, and every sentence in `wording`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenwerk import Part, PluginMethod, hookimpl

__version__ = "0.1.0"


@hookimpl
def parts() -> Sequence[Part]:
    """Zes vormen van samenwerking, als tekst die een werkwijze gebruikt."""
    from samenwerk_besluitvorming.forms import forms

    return forms()


@hookimpl
def methods() -> Sequence[PluginMethod]:
    """Gewogen, per soort even zwaar, bij voorkeur, en sociocratisch kiezen."""
    from samenwerk_besluitvorming.preference import PREFERENCE
    from samenwerk_besluitvorming.selection import SELECTION
    from samenwerk_besluitvorming.sorts import SORTS
    from samenwerk_besluitvorming.weighted import WEIGHTED

    return [WEIGHTED, SORTS, PREFERENCE, SELECTION]


@hookimpl
def messages() -> Mapping[str, Mapping[str, str]]:
    """Wat de methoden zeggen, in het Nederlands en het Engels."""
    from samenwerk_besluitvorming.wording import WORDING

    return WORDING
