"""Writes the signatures and the table in docs/plugins: `python docs/make_hooks.py`.

The rest of those pages is written by hand. A signature is that of the hook in `hooks.spec`, with
the fields of the values that its family brings.
"""

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from samenwerk.hooks import spec
from samenwerk.hooks.families import BOTH, FAMILIES, READ, RUN, Family

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "plugins"
MARK = "## Signature\n"
TABLE = "| hook | what it brings | names are | asked |\n| --- | --- | --- | --- |\n"
WHEN = {
    RUN: "when a workflow that names the plugin is run",
    READ: "when such a workflow is read",
    BOTH: "when it is read, and when it is run",
}


def signature(hook: str) -> str:
    """The hook as it is written, and the fields of what it brings, as a block."""
    source = inspect.getsource(getattr(spec, hook))
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    assert function.returns is not None
    lines = ["@hookimpl", f"def {hook}() -> {ast.unparse(function.returns)}: ..."]
    for one in values(hook, ast.unparse(function.returns)):
        lines += ["", "", f"class {one.name}:", *(f"    {line}" for line in fields(one))]
    return "\n".join(["```python", *lines, "```"])


def values(hook: str, named: str) -> Iterator[ast.ClassDef]:
    """The classes of a family that are named there, and those that their fields name."""
    room = ROOT / "src" / "samenwerk" / "hooks" / "families" / f"{hook}.py"
    body = ast.parse(room.read_text(encoding="utf-8")).body
    there = {one.name: one for one in body if isinstance(one, ast.ClassDef)}
    wanted = [named]
    while wanted:
        for word in re.findall(r"\w+", wanted.pop(0)):
            if word in there:
                one = there.pop(word)
                yield one
                wanted += fields(one)


def fields(value: ast.ClassDef) -> Iterator[str]:
    """The fields of such a class, each with its type and what it is when it is left out."""
    for one in value.body:
        if isinstance(one, ast.AnnAssign):
            line = f"{ast.unparse(one.target)}: {ast.unparse(one.annotation)}"
            default = _default(one.value)
            yield line if default is None else f"{line} = {default}"


def _default(value: ast.expr | None) -> str | None:
    if not isinstance(value, ast.Call) or ast.unparse(value.func) != "attrs.field":
        return None if value is None else ast.unparse(value)
    given = {one.arg: ast.unparse(one.value) for one in value.keywords}
    empty = {"dict": "{}", "tuple": "()", "list": "[]"}
    if "factory" in given:
        return empty.get(given["factory"], f"{given['factory']}()")
    return given.get("default")


def page(hook: str) -> str:
    """The page of a hook as it stands, with the signature as it is now."""
    text = (PAGES / f"{hook}.md").read_text(encoding="utf-8")
    before, mark, after = text.partition(MARK)
    rest = after[after.index("\n## ") :]
    return f"{before}{mark}\n{signature(hook)}\n{rest}"


def row(family: Family) -> str:
    """A hook in the table: what it is for is the heading of its page."""
    text = (PAGES / f"{family.hook}.md").read_text(encoding="utf-8")
    heading = text.partition("\n")[0].partition(": ")[2]
    names = "after the plugin's" if family.prefixed else "of one plugin alone"
    when = WHEN.get(family.when, "when somebody asks for it")
    return f"| [`{family.hook}`]({family.hook}.md) | {heading} | {names} | {when} |\n"


def overview() -> str:
    """The introduction as it stands, with the table of hooks as they are now."""
    text = (PAGES / "README.md").read_text(encoding="utf-8")
    table = TABLE + "".join(map(row, FAMILIES))
    return re.sub(r"\| hook \|.*\n(\|.*\n)+", lambda _: table, text, count=1)


def pages() -> dict[Path, str]:
    """Every page with what it should hold."""
    found = {PAGES / f"{one.hook}.md": page(one.hook) for one in FAMILIES}
    return {**found, PAGES / "README.md": overview()}


def main() -> int:
    """Write the pages, or with `--check` only say whether they are as they should be."""
    stale = [path for path, text in pages().items() if path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            print(f"{path.relative_to(ROOT)}: run python docs/make_hooks.py")
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages()[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
