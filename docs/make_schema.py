"""Writes docs/schema/*.json from the tables of the language: `python docs/make_schema.py`."""

from pathlib import Path

from samenwerk.definitions.pages.json_schema import schema_text, schemas

FOLDER = Path(__file__).parent / "schema"


def files() -> dict[str, str]:
    """The text of each file, by its name."""
    return {f"{file}.json": schema_text(schema) for file, schema in schemas().items()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
