"""A store whose file goes away while it is in use: nothing is written where nobody finds it."""

import os
from pathlib import Path

import pytest

from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import StoreError


@pytest.mark.parametrize("how", ["removed", "renamed", "replaced"])
def test_a_file_that_went_away(tmp_path: Path, how: str) -> None:
    """Asking and writing are refused; a file that is put back is used on."""
    path, away = tmp_path / "samenwerk.db", tmp_path / "weg.db"
    store = SqliteStore(path)
    store.keep_definition("a" * 64, "eerste", {})
    if how == "removed":
        path.unlink()
    else:
        os.replace(path, away)
    if how == "replaced":
        SqliteStore(path).close()
    for ask in (store.collaborations, lambda: store.keep_definition("b" * 64, "tweede", {})):
        with pytest.raises(StoreError) as fault:
            ask()
        assert ("moved", str(path)) == (fault.value.params["what"], fault.value.params["path"])
    if how == "renamed":
        os.replace(away, path)
        store.keep_definition("b" * 64, "tweede", {})
        assert ("tweede", {}) == store.definition("b" * 64)
    store.close()
