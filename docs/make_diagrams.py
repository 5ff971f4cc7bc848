"""Writes the pages of pictures, and a few as SVG: `python docs/make_diagrams.py`."""

from collections.abc import Iterator
from pathlib import Path

from samenwerk.drawing.draw import draw
from samenwerk.drawing.drawn import Drawing
from samenwerk.drawing.mermaid import mermaid
from samenwerk.drawing.svg import svg
from samenwerk.front import load
from samenwerk.language.catalogue import Speaker
from samenwerk.values.declared import Workflow

FOLDER = Path(__file__).parent
WORKFLOW = "landelijk"
LIFECYCLES = (
    "collaboration", "vision", "agenda", "line", "objective", "project", "embedding", "agreement",
    "change", "review", "experiment", "rule_space", "scheme", "application",
)  # fmt: skip
AS_SVG = ("project", "change", "agreement")

HEADS = {
    "nl": """\
# De levenslopen in beeld

[English](../en/diagrams.md)

Elke levensloop van de landelijke basis, zoals `samenwerk diagram landelijk` haar tekent. De dikke
lijn is de weg rechtdoor; een stippellijn gaat terug. Bij elke stap staat wie hem zet en wat ervoor
nodig is. Uw eigen werkwijze tekent u met `samenwerk diagram MIJN_MAP`, en een plaat om op te hangen
met `--format svg --output platen`. Waar een dossier staat, laat `--case` zien. Een bestand voor uw
modelleerprogramma maakt u [met `--format bpmn`](how-to/take-it-to-a-modeler.md).

Deze pagina wordt gemaakt door `python docs/make_diagrams.py`.
""",
    "en": """\
# The lifecycles in pictures

[Nederlands](../nl/diagrams.md)

Each lifecycle of the national base, as `samenwerk diagram landelijk` draws it. The thick line is
the way straight on; a dashed line goes back. With each step stands who does it and what it needs.
Draw your own workflow with `samenwerk diagram MY_FOLDER`, and a picture to hang on the wall with
`--format svg --output pictures`. Where a case is, `--case` shows. A file for your modeler you make
[with `--format bpmn`](how-to/take-it-to-a-modeler.md).

This page is made by `python docs/make_diagrams.py`.
""",
}


def files() -> Iterator[tuple[Path, str]]:
    """Every file that is written, with its text."""
    workflow = load(WORKFLOW)
    for lang, head in HEADS.items():
        drawings = [_drawn(workflow, name, lang) for name in LIFECYCLES]
        parts = [head, *(_part(one) for one in drawings)]
        yield FOLDER / lang / "diagrams.md", "\n".join(parts)
        for one in drawings:
            if one.name in AS_SVG:
                yield FOLDER / lang / "diagrams" / f"{one.name}.svg", svg(one)


def _drawn(workflow: Workflow, name: str, lang: str) -> Drawing:
    return draw(workflow, name, Speaker(lang, workflow))


def _part(drawing: Drawing) -> str:
    if drawing.name in AS_SVG:
        shown = f"![{drawing.about}](diagrams/{drawing.name}.svg)"
    else:
        shown = f"```mermaid\n{mermaid(drawing)}```"
    return f"## {drawing.title}\n\n{shown}\n"


def write() -> None:
    """Write every file."""
    for path, text in files():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
