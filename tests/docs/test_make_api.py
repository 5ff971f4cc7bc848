"""The page of the interface is whole and current, and what it names can be imported."""

import inspect
import re

import pytest
from docs import make_api

import samenwerk

ELSEWHERE = {
    "Any", "Callable", "Decimal", "Iterable", "Iterator", "Literal", "Mapping", "None", "PathLike",
    "Protocol", "Sequence", "Unpack", "BaseException", "TracebackType",
}  # fmt: skip
"""What the standard library calls the types in our signatures."""

NOT_NAMED = {
    "Desk": "what an engine makes its rooms with; a host makes none itself",
    "Find": "a function from a name to a path; the usual one is meant",
    "Shown": "all that `render` can say, each of which is public",
    "Told": "all that `as_data` can say; and keywords that the page writes out",
    "Asked": "keywords that the page writes out",
    "Once": "keywords that the page writes out",
    "Failed": "a function of a PluginError",
    "Speaker": "as `Speaks`, which is public",
    "Command": "what `Do`, `Say`, `Record` and `HandIn` are",
}
"""Types that a host need not name, with why."""


def test_the_page_is_current() -> None:
    """It is what the script makes of the signatures and docstrings as they are."""
    assert make_api.page() == make_api.PAGE.read_text(encoding="utf-8")


def test_every_public_name_stands_on_the_page_once() -> None:
    """In one group, and nothing else does."""
    shown = [name for names in make_api.GROUPS.values() for name in names]
    assert sorted(samenwerk.__all__) == sorted(shown)


@pytest.mark.parametrize("door", ["Engine", "Room", "By", "RoomBy", "Seen"])
def test_what_a_door_takes_and_gives_can_be_named(door: str) -> None:
    """A program that is typed can annotate what it hands on, by names that are promised."""
    kind = getattr(samenwerk, door)
    unnamed = {
        f"{name}: {word}"
        for owner in kind.__mro__[:-1]
        for name, one in vars(owner).items()
        if not name.startswith("_")
        if inspect.isfunction(bare := getattr(one, "fget", None) or one)
        for annotation in inspect.get_annotations(bare).values()
        for word in re.findall(r"\b[A-Z]\w+", annotation)
        if word not in {*samenwerk.__all__, *ELSEWHERE, *NOT_NAMED}
    }
    assert set() == unnamed
