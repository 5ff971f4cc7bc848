"""What docs/record.md tells a reader in twenty years is true today."""

import re
from pathlib import Path

from tests.core.test_chain import HEAD, ROWS
from tests.core.test_encode import GOLDEN

from samenwerk.core.encode import hash_of
from samenwerk.core.spell import HAPPENED, TYPES
from samenwerk.store.schema import FIRST, SECOND

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")


def test_the_worked_line_is_a_golden_one():
    """The bytes and the hash on the page are those that the tests pin."""
    _, text, digest = GOLDEN["started"]
    assert f"```json\n{text}\n```" in PAGE
    assert f"```text\n{digest}\n```" in PAGE
    assert f"{len(text.encode())} bytes" in PAGE
    assert digest == hash_of(text)


def test_the_program_on_the_page_verifies():
    """A dozen lines of Python, and nothing of ours, find what our own verification finds."""
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    page: dict = {}
    exec(program, page)
    verify = page["verify"]
    assert verify(ROWS) is None
    assert verify(ROWS, HEAD) is None
    assert verify(ROWS[:-1], HEAD) == len(ROWS)
    assert verify([ROWS[0], ROWS[2]]) == 2
    assert verify([*ROWS[:3], (4, ROWS[3][1].replace("c-4", "c-5"), ROWS[3][2])]) == 4


def test_every_type_table_and_column_is_on_the_page():
    """Nothing was added to the record without telling its readers."""
    for name in (*HAPPENED, *TYPES):
        assert f"`{name}`" in PAGE
    for statement in (*FIRST, SECOND[0]):
        table = re.match(r"CREATE TABLE (\w+)", statement)[1]
        found = re.findall(rf"^\| `{table}` \|.*$", PAGE, re.M)
        assert found, table
        for column in re.findall(r"^\s+([a-z_]+) (?:TEXT|INTEGER)", statement, re.M):
            assert column == "number" or f"`{column}`" in found[0]
