"""Writes docs/api.md, every public name with what it takes and gives: `python docs/make_api.py`.

All of it is read from the signatures and docstrings; only the order stands here.
"""

import ast
import enum
import inspect
import itertools
import sys
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

import samenwerk

PAGE = Path(__file__).with_name("api.md")
WIDEST = 88
LEFT_OUT = object()
"""What a keyword is that may be left out and says no more."""
MANY = 14
"""A value with more fields is not made by hand: they are named, and not shown as a call."""
DOORS = ("Engine", "Room", "By", "RoomBy", "Seen", "Plugins", "Whole", "Sender", "Upkeep")
"""What is told with the whole of what each method says; of others that is its first paragraph."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Read a workflow and open a store": (
        "load", "check", "load_register", "open_store",
        "Workflow", "Reading", "Diagnostic", "Texts", "Store", "MemoryStore",
    ),
    "Run it": (
        "Engine", "Room", "Value", "Offices", "Apart",
        "Supposed", "Do", "Say", "Record", "HandIn", "Foreseen",
    ),
    "Let one party in": (
        "By", "RoomBy", "Seen", "Policy", "own_cases", "without_texts", "everything", "Sight",
    ),
    "What comes back": (
        "Outcome", "Verdict", "Finding", "Obligation", "Task", "Due", "Blocked", "Awaited",
        "Message", "Name",
    ),
    "Say it, and read what people type": ("render", "as_data", "fields", "typed", "Typed"),
    "What is recorded": (
        "Collaboration", "Case", "Register", "Party", "Seat", "Holding", "Giving", "Located",
        "Span", "Term", "Share", "Line", "RecordedEvent", "Sealed", "ChainReport",
        "Ledger", "Done", "Moved",
    ),
    "Errors": (
        "SamenwerkError", "Misuse", "UnknownName", "NotYou", "NotReadable", "StoreError",
        "Conflict", "CommandReused", "RecordBroken", "StoreVersion", "PluginError",
    ),
    "Keep it running": (
        "Upkeep", "Sender", "Plan", "Posted", "Attempt", "Reminded", "Summary", "Money", "Erased",
        "Found", "Calls", "Tell", "Happened", "Counters", "to_logging",
    ),
    "Write a plugin": (
        "hookimpl", "Plugins", "Parameter", "Question", "Answer", "PluginRule",
        "PluginMethod", "Vote", "Voter", "PluginFacts", "PluginRank", "PluginCalendar",
        "PluginEffect", "Sending", "Delivered", "PluginPayments", "PaymentQuestion", "Payment",
        "PluginAccount", "Entry", "PluginDue", "DueItem", "Part", "PluginReport", "PluginExport",
        "Whole", "Speaks", "Page", "Block", "Heading", "Paragraph", "Points", "Point", "Table",
    ),
}  # fmt: skip
"""Every public name once, in the order in which somebody meets them."""

HEAD = """# The interface in Python

Everything that `from samenwerk import ...` gives, in the order in which you meet it. How to use it
is in [Build it in](en/build-it-in.md), what a plugin brings in
[Writing a plugin](plugins/README.md), and the kit for tests in `help(samenwerk.testing)`. What is
here is [promised](plugins/README.md#what-is-promised); whatever else can be imported is not.

A value is frozen: it can be compared, copied and given to another thread. `Engine`, `Room`, `By`,
`RoomBy`, `Seen` and stores are safe from several threads, and are neither copied nor pickled.

This page is made by `python docs/make_api.py`.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for heading, names in GROUPS.items():
        anchors = ", ".join(f"[`{name}`](#{name.lower()})" for name in names)
        parts += [f"## {heading}\n", f"{anchors}\n"]
        parts += [part for name in names for part in entry(name)]
    return "\n".join(parts)


def entry(name: str) -> Iterator[str]:
    """One name: how it is called, what its docstring says, and its methods."""
    found: Any = getattr(samenwerk, name)
    yield f"### {name}\n"
    if inspect.isfunction(found):
        yield block(call(name, inspect.signature(found)))
        yield said(inspect.getdoc(found) or "")
    elif inspect.isclass(found):
        yield block(head(found))
        yield said(vars(found).get("__doc__") or "")
        if attrs.has(found) and len(attrs.fields(found)) > MANY:
            names = ", ".join(f"`{one.name}`" for one in attrs.fields(found))
            yield f"It holds {names}.\n"
        if issubclass(found, enum.Enum):
            yield "".join(f"- `{one.name}`: `{one.value}`\n" for one in found)
        if name != "MemoryStore":  # it has those of Store
            yield from methods(found)
    else:
        yield said(beside(name))


def head(kind: type) -> str:
    """A class as one makes it, or with what it builds on where nobody makes one."""
    if attrs.has(kind) and len(attrs.fields(kind)) > MANY:
        return f"class {kind.__name__}"
    if attrs.has(kind):
        made = inspect.signature(kind)
        return call(kind.__name__, made.replace(return_annotation=inspect.Signature.empty))
    bases = ", ".join(one.__name__ for one in kind.__bases__ if one is not object)
    if kind.__name__ in ("Engine", "Plugins", "Counters", "MemoryStore"):
        made = inspect.signature(kind)
        return call(kind.__name__, made.replace(return_annotation=inspect.Signature.empty))
    known = {*samenwerk.__all__, *BUILT_IN}
    public = bases and known.issuperset(bases.split(", "))
    return f"class {kind.__name__}({bases})" if public else f"class {kind.__name__}"


BUILT_IN = ("Exception", "Enum", "Protocol", "dict")


def methods(kind: type) -> Iterator[str]:
    """What can be asked of it, and what stands in it, by the order of the text."""
    seen: set[str] = set()
    for owner in kind.__mro__:
        if not owner.__module__.startswith("samenwerk"):
            continue
        for name, one in vars(owner).items():
            if name.startswith("_") or name in seen:
                continue
            seen.add(name)
            bare = getattr(one, "fget", None) or getattr(one, "func", None)
            bare = bare or getattr(one, "__func__", one)
            if not inspect.isfunction(bare):
                continue
            told, doc = inspect.signature(bare), inspect.getdoc(bare) or ""
            if bare is one or hasattr(one, "__func__"):
                rest = [each for each in told.parameters.values()
                        if each.name not in ("self", "cls")]  # fmt: skip
                shown = call(f".{name}", told.replace(parameters=[*opened(rest, bare)]))
            else:
                shown = f".{name} -> {told.return_annotation}"
            if kind.__name__ in DOORS:
                yield block(shown)
                yield said(doc)
            else:
                first = " ".join(doc.split("\n\n")[0].split())
                yield f"- `.{name}{' '.join(shown.split())[len(name) + 1:]}`: {first}\n"


def opened(rest: list[inspect.Parameter], bare: Any) -> Iterator[inspect.Parameter]:
    """The parameters, with the keywords of a TypedDict written out."""
    for one in rest:
        if not str(one.annotation).startswith("Unpack["):
            yield one
            continue
        kind = vars(sys.modules[bare.__module__])[one.annotation[len("Unpack[") : -1]]
        for name, typed in kind.__annotations__.items():
            yield one.replace(name=name, annotation=typed.__forward_arg__, default=LEFT_OUT,
                              kind=one.KEYWORD_ONLY)  # fmt: skip


def call(name: str, told: inspect.Signature) -> str:
    """A signature on one line, or with a line for each parameter."""
    marks: list[str] = []
    for one in told.parameters.values():
        if one.kind is one.KEYWORD_ONLY and not any(mark.startswith("*") for mark in marks):
            marks.append("*")
        marks.append(parameter(one))
    back = told.return_annotation
    gives = "" if back is inspect.Signature.empty else f" -> {plain(back)}"
    short = f"{name}({', '.join(marks)}){gives}"
    if len(short) <= WIDEST:
        return short
    return "\n".join([f"{name}(", *(f"    {one}," for one in marks), f"){gives}"])


def parameter(one: inspect.Parameter) -> str:
    """A parameter with its type, and what it is when it is left out."""
    star = {one.VAR_POSITIONAL: "*", one.VAR_KEYWORD: "**"}.get(one.kind, "")
    typed = "" if one.annotation is one.empty else f": {plain(one.annotation)}"
    if one.default is one.empty:
        return f"{star}{one.name}{typed}"
    usual = one.default
    if usual is LEFT_OUT:
        return f"{one.name}{typed} = ..."
    if usual is attrs.NOTHING or type(usual).__module__ not in ("builtins", "enum"):
        shown = "..."
    else:
        shown = repr(usual)
    if callable(usual):
        shown = getattr(usual, "__name__", "...")
    return f"{one.name}{typed} = {shown}"


def plain(annotation: object) -> str:
    """A type as it is written."""
    return annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "")


def block(text: str) -> str:
    """A line of code, set apart."""
    return f"```python\n{text}\n```\n"


def said(doc: str) -> str:
    """A docstring as a page: paragraphs, and its examples as code."""
    parts = []
    for part in inspect.cleandoc(doc).split("\n\n"):
        lines = part.splitlines()
        if part.startswith((">>>", "    ")):
            shown = [line.split("# doctest:")[0].rstrip() for line in lines]
            parts.append(f"```pycon\n{textwrap.dedent(chr(10).join(shown))}\n```")
        else:
            parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def beside(name: str) -> str:
    """What stands below a name that is no class or function, where it is made."""
    if name == "hookimpl":
        return "Marks a function as the hook of its name: `@hookimpl` above `def rules(): ...`."
    room = f"samenwerk.{samenwerk._WHERE[name]}"
    source = inspect.getsource(sys.modules[room])
    body = ast.parse(source).body
    for one, after in itertools.pairwise(body):
        targets = one.targets if isinstance(one, ast.Assign) else [getattr(one, "target", None)]
        if name in [getattr(each, "id", None) for each in targets] and isinstance(after, ast.Expr):
            assert isinstance(one, ast.Assign | ast.AnnAssign)
            assert one.value is not None
            assert isinstance(after.value, ast.Constant)
            return f"`{ast.unparse(one.value)}`\n\n{after.value.value}"
    raise LookupError(f"nothing is said below {name} in {room}")


def main() -> int:
    """Write the page, or with `--check` only say whether it is as it should be."""
    text = page()
    if "--check" in sys.argv:
        if PAGE.read_text(encoding="utf-8") == text:
            return 0
        print("docs/api.md: run python docs/make_api.py")
        return 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
