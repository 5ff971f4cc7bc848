"""A drawing as Mermaid and as DOT: whole texts, and texts that stay text whatever a label holds."""

import itertools
import re
from pathlib import Path

import attrs
import pytest
from tests.drawing.world import WALKED, drawn, festival

from samenwerk.drawing.dot import dot
from samenwerk.drawing.drawn import Drawing
from samenwerk.drawing.mermaid import mermaid
from samenwerk.drawing.written import drawing_data, page
from samenwerk.front import load

HERE = Path(__file__).parent
HOSTILE = (
    'een "aanhaling" en een \'andere\'',
    "<script>alert(1)</script>",
    "end",
    "subgraph x; end",
    "[haak] {krul} (boog) |streep|",
    "%%{init: {}}%%",
    "#35; #quot; &amp; &#34;",
    "`code` **vet** _schuin_",
    "1. een lijst",
    "- een streepje",
    "s0 --> s1",
    "\\N \\G \\",
    "<b>",
    "]]></svg>",
    "שלום",
    "日本語",
    "x" * 300,
    "🎉",
)

_TEXT = r"(?:[^\W_]|[ ,.:()/?!'’…→↻↩◷⚙•·–—-]|#\d+;|<br/>|</?b>|</?small>)*"
GRAMMAR = re.compile(
    r"---|title: \"(?:[^\"\\]|\\.)*\"|flowchart TD"
    r"|  acc(?:Title|Descr): [^\n#;\"<>{}\[\]|`%]*"
    rf"|  [stn]\d+(?:\[|\(|\(\[)\"{_TEXT}\"(?:\]|\)|\]\)):::[a-z]+"
    r"|  [st]\d+ (?:==>|-->|-.->|===|---|-.-) [st]\d+"
    r"|  linkStyle [\d,]+ stroke:#[0-9a-f]{6},stroke-width:4px"
    r"|  classDef [a-z]+ [a-z0-9:#,. -]+"
)
"""The forms of a line that we write: what Mermaid reads of them was tried with Mermaid itself."""


def hostile(drawing: Drawing, text: str) -> Drawing:
    """The same drawing with this text for every label of the author."""
    return attrs.evolve(
        drawing,
        title=text,
        about=text,
        states=tuple(attrs.evolve(one, label=text, due=text) for one in drawing.states),
        steps=tuple(
            attrs.evolve(one, label=text, who=text, asks=(text,), effects=(text,))
            for one in drawing.steps
        ),
    )


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(("ending", "write"), [("mmd", mermaid), ("dot", dot)])
def test_a_whole_text(lang: str, ending: str, write: object, tmp_path: Path) -> None:
    """The text of a small lifecycle, with a case in it, is this and nothing else."""
    drawing = drawn(festival(tmp_path), "party", lang, WALKED)
    assert callable(write)
    expected = (HERE / f"party.{lang}.{ending}").read_text(encoding="utf-8")
    assert expected == write(drawing)


def test_a_drawing_is_the_same_each_time(tmp_path: Path) -> None:
    """Two readings of one workflow give the same text, letter for letter."""
    first, second = (drawn(festival(tmp_path), "party") for _ in range(2))
    assert (mermaid(first), dot(first)) == (mermaid(second), dot(second))


@pytest.mark.parametrize("name", ["landelijk", "set-regeling", "zuidoost-friesland"])
def test_everything_is_drawn_once(name: str) -> None:
    """Each state and each step of each lifecycle stands once in the drawing and in the texts."""
    workflow = load(name)
    for lifecycle in workflow.lifecycles.values():
        drawing = drawn(workflow, lifecycle.name)
        assert sorted(lifecycle.states) == sorted(one.name for one in drawing.states)
        assert sorted(lifecycle.steps) == sorted(one.name for one in drawing.steps)
        marked = attrs.evolve(
            drawing,
            states=tuple(
                attrs.evolve(one, label=f"S{number}X")
                for number, one in enumerate(drawing.states)
            ),
            steps=tuple(
                attrs.evolve(one, label=f"T{number}X", who="", asks=(), effects=())
                for number, one in enumerate(drawing.steps)
            ),
            words={**drawing.words, "from": ""},
        )
        for text in (mermaid(marked), dot(marked)):
            counted = {
                sign: text.count(sign)
                for sign in [f"S{number}X" for number in range(len(drawing.states))]
                + [f"T{number}X" for number in range(len(drawing.steps))]
            }
            assert dict.fromkeys(counted, 1) == counted
        rows = mermaid(drawing).splitlines()
        assert [] == [row for row in rows if not GRAMMAR.fullmatch(row)]


@pytest.mark.parametrize("text", HOSTILE)
def test_labels_stay_text_in_dot(text: str, tmp_path: Path) -> None:
    """Graphviz reads back the same nodes and lines, whatever stands in the labels."""
    pygraphviz = pytest.importorskip(
        "pygraphviz", reason="pygraphviz, of the extra dev, is not installed"
    )
    drawing = drawn(festival(tmp_path), "party", "nl", WALKED)
    plain = pygraphviz.AGraph(string=dot(drawing))
    graph = pygraphviz.AGraph(string=dot(hostile(drawing, text)))
    assert sorted(plain.nodes()) == sorted(graph.nodes())
    assert sorted(plain.edges()) == sorted(graph.edges())


@pytest.mark.parametrize("text", HOSTILE)
def test_labels_stay_text_in_mermaid(text: str, tmp_path: Path) -> None:
    """Whatever stands in the labels, every line keeps to the few forms that we write."""
    drawing = drawn(festival(tmp_path), "party", "nl", WALKED)
    plain, found = (mermaid(one).splitlines() for one in (drawing, hostile(drawing, text)))
    assert len(plain) == len(found)
    assert [] == [row for row in found if not GRAMMAR.fullmatch(row)]


def test_mermaid_itself_draws_it(tmp_path: Path) -> None:
    """Mermaid makes as many boxes and lines of labels that are full of its own signs."""
    mermaidx = pytest.importorskip(
        "mermaidx", reason="mermaidx, of the extra dev, is not installed"
    )
    drawing = drawn(festival(tmp_path), "party", "nl", WALKED)
    texts = itertools.cycle(HOSTILE)
    full = attrs.evolve(
        drawing,
        title=" ".join(HOSTILE),
        states=tuple(attrs.evolve(one, label=next(texts)) for one in drawing.states),
        steps=tuple(
            attrs.evolve(one, label=next(texts), who=next(texts), asks=(next(texts),))
            for one in drawing.steps
        ),
    )
    svg = mermaidx.render(mermaid(full)).svg()
    nodes = len(drawing.states) + len([one for one in drawing.steps if one.kind != "stays"])
    lines = len(re.findall(r" (?:==>|-->|-.->|===|---|-.-) ", mermaid(drawing)))
    assert (nodes, lines) == (svg.count('class="node '), svg.count('data-edge="true"'))
    assert "<script>alert" not in svg


def test_several_lifecycles_are_a_page(tmp_path: Path) -> None:
    """A page has a heading for each, in which no sign means anything, and its Mermaid below."""
    drawing = attrs.evolve(drawn(festival(tmp_path), "party"), title="a*b")
    expected = f"## a\\*b\n\n```mermaid\n{mermaid(drawing)}```\n"
    assert f"{expected}\n{expected}" == page([drawing, drawing])


def test_a_drawing_as_data(tmp_path: Path) -> None:
    """JSON tells of each step its ways, what it asks in words, and where it stands."""
    data = drawing_data(drawn(festival(tmp_path), "party", "en", WALKED))
    assert ["planned", "agreed", "held"] == data["main"]
    steps = data["steps"]
    assert isinstance(steps, list)
    assert {
        "step": "agree",
        "label": "agree",
        "kind": "moves",
        "ways": [["planned", "agreed"]],
        "doer": "who",
        "who": "neighbour",
        "asks": ["the street is free (or with an explanation)"],
        "effects": [],
        "main": True,
        "dashed": False,
        "mark": "done",
        "walked": [["planned", "agreed"]],
    } == steps[1]
