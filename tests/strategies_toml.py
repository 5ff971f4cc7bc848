"""TOML texts as people write them: all kinds of values, and comments wherever they may be."""

from __future__ import annotations

from hypothesis import strategies as st

_BARE = st.text("abcz09_-", min_size=1, max_size=6)
_CHARS = st.characters(exclude_categories=("Cc", "Cs"), max_codepoint=0x2FFF)
_WORDS = st.text(_CHARS, max_size=30)
_SPACE = st.sampled_from(["", "", " ", "  ", "\t"])
_COMMENT = st.text(_CHARS, max_size=20).map(lambda said: f"#{said}")
_MAYBE_COMMENT = st.one_of(st.just(""), st.just(""), st.just(""), _COMMENT)
_END = st.sampled_from(["\n", "\n", "\n", "\n\n", "\n \n\n"])


def _quoted(said: str) -> str:
    return '"' + said.replace("\\", "\\\\").replace('"', '\\"') + '"'


_ATOM = st.one_of(
    st.integers(-5, 10**20).map(str),
    st.sampled_from(
        ["true", "false", "1.50", "6.02e23", "+1", "inf", "nan", "0xFF", "2027-01-31", "07:32:00",
         "1979-05-27 07:32:00Z", "1979-05-27T07:32:00.5+01:00", '""', "''",
         '"""\nEen\n  twee  \n"""', "'''drie\n\n'' vier'''", '"""een \\\n   twee"""', '""""a""""']
    ),
    _WORDS.map(_quoted),
    _WORDS.map(lambda said: "'" + said.replace("'", "") + "'"),
)  # fmt: skip
_KEY_PART = st.one_of(_BARE, _BARE, _WORDS.map(_quoted))


@st.composite
def _between(draw: st.DrawFn) -> str:
    """What may stand between two values of a list."""
    rows = draw(st.lists(st.tuples(_SPACE, _MAYBE_COMMENT, _END), max_size=2))
    return "".join(map("".join, rows)) + draw(_SPACE)


@st.composite
def _list(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    values = draw(st.lists(inner, max_size=5))
    text = "[" + draw(_between())
    for index, value in enumerate(values):
        text += value + draw(_between())
        if index < len(values) - 1 or draw(st.booleans()):
            text += "," + draw(_between())
    return text + "]"


@st.composite
def _braces(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    keys = draw(st.lists(_BARE, max_size=4, unique=True))
    pairs = [
        draw(_SPACE) + key + draw(_SPACE) + "=" + draw(_SPACE) + draw(inner) + draw(_SPACE)
        for key in keys
    ]
    return "{" + ",".join(pairs) + "}"


VALUE = st.recursive(_ATOM, lambda inner: st.one_of(_list(inner), _braces(inner)), max_leaves=12)


@st.composite
def toml_texts(draw: st.DrawFn) -> str:
    """A text that may be good TOML: only a name that stands twice can spoil it."""
    rows = []
    for _ in range(draw(st.integers(0, 12))):
        space, kind = draw(_SPACE), draw(st.sampled_from("eeeehn"))
        if kind == "n":
            rows.append(space + draw(_MAYBE_COMMENT))
        else:
            parts = draw(st.lists(_KEY_PART, min_size=1, max_size=3))
            key = (draw(_SPACE) + "." + draw(_SPACE)).join(parts) + draw(_SPACE)
            if kind == "e":
                row = f"{space}{key}={draw(_SPACE)}{draw(VALUE)}"
            else:
                double = draw(st.integers(0, 4)) == 0
                row = f"{space}[[{key}]]" if double else f"{space}[{draw(_SPACE)}{key}]"
            rows.append(row + draw(_SPACE) + draw(_MAYBE_COMMENT))
        rows.append(draw(_END))
    ends = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    return "".join(rows).replace("\n", ends)
