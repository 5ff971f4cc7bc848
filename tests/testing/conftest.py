"""What the tests of the contract suite share."""

from pathlib import Path

import pytest
from tests.testing.contracts import REGISTER, STORIES, WORKFLOW


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a workflow that needs plugin `proef`, a register and stories."""
    (tmp_path / "workflow").mkdir()
    WORKFLOW.write(tmp_path / "workflow")
    (tmp_path / "workflow" / "register.toml").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "workflow" / "scenarios.toml").write_text(STORIES, encoding="utf-8")
    return tmp_path
