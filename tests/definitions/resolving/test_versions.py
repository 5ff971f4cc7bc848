"""Which versions of a plugin a workflow accepts."""

import pytest

from samenwerk.definitions.resolving.versions import accepts, readable


@pytest.mark.parametrize(
    ("wanted", "version", "expected"),
    [
        ("", "0.1", True),
        ("  ", "anything", True),
        (">=0.1,<1", "0.1", True),
        (">=0.1,<1", "0.9.12", True),
        (">=0.1,<1", "1", False),
        (">=0.1,<1", "0.0.9", False),
        ("==1.2", "1.2.0", True),
        ("==1.2", "1.2.1", False),
        ("!=1.2", "1.2.1", True),
        ("!=1.2", "1.2", False),
        (">1,<=2", "2.0", True),
        (">1,<=2", "1", False),
        (">=0.1", "dev", False),
        (">=0.1", "0.2.dev3", True),
        ("0.1", "0.1", False),
    ],
)
def test_a_version_is_accepted_or_not(wanted: str, version: str, expected: bool) -> None:
    """By numbers, not by letters: 0.10 is newer than 0.9, and 1.2 is 1.2.0."""
    assert expected == accepts(wanted, version)


@pytest.mark.parametrize("wanted", [">=0.1", ">= 0.1 , < 1", "==1.2.3", "!=1,>0"])
def test_what_can_be_asked_for(wanted: str) -> None:
    """Comparisons with commas between them."""
    assert readable(wanted)


@pytest.mark.parametrize("wanted", ["", "1.0", "~1", ">=1.0.", ">=a", ">=1,", "=>1", "^1.2"])
def test_what_cannot(wanted: str) -> None:
    """Anything else could be read in two ways."""
    assert not readable(wanted)
