"""The forms: TOML that a workflow uses, as it lies in the folder `texts`.

What each form says stands in its own file; here only what it is called.
"""

from __future__ import annotations

from importlib.resources import files

from samenwerk import Part

LABELS = {
    "netwerk": ("informeel netwerk met consent", "informal network with consent"),
    "centrumregeling": ("centrumregeling", "centre arrangement"),
    "stichting": ("stichting met leden", "foundation with members"),
    "mandaathouder": ("mandaathouder voor alle gemeenten", "mandate holder for all municipalities"),
    "twee_verzekeraars": ("twee verzekeraars voor allen", "two insurers for all"),
    "medezeggenschap": ("cliëntenraad en ondernemingsraad", "client council and works council"),
}


def forms() -> tuple[Part, ...]:
    """Each form with its text."""
    folder = files("samenwerk_besluitvorming") / "texts"
    return tuple(
        Part(
            name, {"nl": nl, "en": en},
            {f"{name}.toml": (folder / f"{name}.toml").read_text(encoding="utf-8")},
        )
        for name, (nl, en) in LABELS.items()
    )  # fmt: skip
