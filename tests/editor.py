"""An editor with tombi's language server behind it, as far as a test needs one.

It speaks the Language Server Protocol over a pipe. What a writer sees comes a moment after the
text: so whatever is asked is asked again until there is something to see.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

TOMBI = shutil.which("tombi", path=os.pathsep.join([str(Path(sys.executable).parent), os.defpath]))
PATIENCE = 60.0
"""Seconds for an answer that does not come; only a server that hangs takes them."""


class Editor:
    """A folder that is open in an editor. A `|` in a text is where the writer is."""

    def __init__(self, folder: Path) -> None:
        assert TOMBI is not None
        self.folder = folder
        home = folder / "home"
        home.mkdir()
        self._server = subprocess.Popen(
            [TOMBI, "lsp", "--offline"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, cwd=folder,
            env={**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home)},
        )  # fmt: skip
        self._said: queue.Queue[dict[str, Any]] = queue.Queue()
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        self._count = 0
        self._ask("initialize", {
            "processId": None, "rootUri": folder.as_uri(), "capabilities": {},
            "workspaceFolders": [{"uri": folder.as_uri(), "name": "region"}],
        })  # fmt: skip
        self._tell("initialized", {})

    def close(self) -> None:
        """Leave; the server goes too."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait(PATIENCE)
        self._reader.join(PATIENCE)
        self._server.stdout.close()

    def completions(self, file: str, text: str) -> dict[str, str]:
        """What can be written at the `|`, each with what is told of it."""
        found = self._at("textDocument/completion", file, text)
        items = found if isinstance(found, list) else found["items"]
        told = {one["label"]: one.get("documentation") or {} for one in items}
        return {label: said.get("value", "") for label, said in told.items()}

    def hover(self, file: str, text: str) -> str:
        """What is told of what stands at the `|`."""
        return str(self._at("textDocument/hover", file, text)["contents"]["value"])

    def faults(self, file: str, text: str) -> list[str]:
        """What is underlined; a text without faults is told apart from one not looked at yet by
        the outline that it has."""
        document = self._open(file, text)
        self._until("textDocument/documentSymbol", document)
        found = self._ask("textDocument/diagnostic", document)
        return [one["message"] for one in found["items"]]

    def _at(self, method: str, file: str, text: str) -> Any:
        before, _, after = text.partition("|")
        line, _, column = before.rpartition("\n")
        place = {"line": line.count("\n") + bool(_), "character": len(column)}
        document = self._open(file, before + after)
        return self._until(method, {**document, "position": place})

    def _open(self, file: str, text: str) -> dict[str, Any]:
        self._count += 1  # a file of its own, so that nothing is left of another text
        path = self.folder / f"{self._count}-{file}"
        path.write_text(text, encoding="utf-8")
        document = {"uri": path.as_uri()}
        opened = {**document, "languageId": "toml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": opened})
        return {"textDocument": document}

    def _until(self, method: str, params: Any) -> Any:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self._ask(method, params)
            if found and found != {"items": []}:
                return found
            time.sleep(0.02)
        raise AssertionError(f"{method}: nothing was shown")

    def _ask(self, method: str, params: Any) -> Any:
        self._count += 1
        id = self._count
        self._send({"id": id, "method": method, "params": params})
        while True:
            message = self._said.get(timeout=PATIENCE)
            if "method" in message and "id" in message:  # it asks us something: we know nothing
                self._send({"id": message["id"], "result": None})
            elif message.get("id") == id:
                assert "error" not in message, message["error"]
                return message["result"]

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def _listen(self) -> None:
        out = self._server.stdout
        assert out is not None
        while header := out.readline():
            length = 0
            while header.strip():
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                header = out.readline()
            if length:
                self._said.put(json.loads(out.read(length)))
