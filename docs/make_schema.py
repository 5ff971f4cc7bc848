"""Writes docs/schema/*.json from language, log and record: `python docs/make_schema.py`."""

from pathlib import Path

from samenwerk.definitions.pages.json_schema import schema_text, schemas
from samenwerk.reporting.record_schema import schema as of_the_record
from samenwerk.telling.logs import SCHEMA

FOLDER = Path(__file__).parent / "schema"


def files() -> dict[str, str]:
    """The text of each file, by its name."""
    made = {f"{file}.json": schema_text(schema) for file, schema in schemas().items()}
    others = {"log.json": SCHEMA, "record.json": of_the_record()}
    return {**made, **{file: schema_text(schema) for file, schema in others.items()}}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
