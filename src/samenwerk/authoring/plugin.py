"""The files of a new plugin: a package with what it brings, tests, and a workflow that needs it.

What stands in them is in the folder `templates`; nothing is written here. What can be brought is
`bringing`, a hook each: a module, sentences, a test, and a piece of the workflow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from samenwerk.authoring.bringing import BRINGS, REQUEST
from samenwerk.authoring.formatting import formatted
from samenwerk.authoring.writing import filled, is_template, quoted, template
from samenwerk.language.clean import one_line

_TOLD = {
    "nl": {
        "comment_workflow": "Een kleine werkwijze die deze plug-in nodig heeft. Alles verzonnen.",
        "comment_sharing": "verdeling",
        "comment_rule": "Deze regel beoordeelt de plug-in.",
        "comment_fact": "Dit gegeven levert de plug-in aan: niemand hoeft te tellen.",
        "comment_method": "Zo wordt besloten: de plug-in telt de stemmen.",
        "comment_effect_fact": "Dit gegeven komt van de verzending: niemand legt het vast.",
        "comment_calendar": "De vrije dagen van deze kalender noemt de plug-in.",
        "comment_rank": "Dit gegeven levert de plug-in aan voor wie in de rij staat.",
        "comment_leaf": "Het woord van deze voorwaarde is van de plug-in.",
        "comment_request": "verzoek",
        "comment_plain": "Een verdeling die wordt afgesproken. Alles is verzonnen.",
        "comment_stories": "Een verdeling die niet past, en een die wel past. Alles is verzonnen.",
        "invented": "Verzonnen partijen.",
    },
    "en": {
        "comment_workflow": "A small workflow that needs this plugin. All of it is invented.",
        "comment_sharing": "the sharing",
        "comment_rule": "This rule is judged by the plugin.",
        "comment_fact": "This fact is told by the plugin: nobody needs to count.",
        "comment_method": "So it is decided: the plugin counts the votes.",
        "comment_effect_fact": "This fact comes of the effect: nobody records it.",
        "comment_calendar": "The days off of this calendar are named by the plugin.",
        "comment_rank": "This fact is told by the plugin of those who stand in line.",
        "comment_leaf": "The word of this condition is the plugin's.",
        "comment_request": "the request",
        "comment_plain": "A sharing that is agreed. All of it is invented.",
        "comment_stories": "A sharing that does not fit, and one that does. All of it is invented.",
        "invented": "Invented parties.",
    },
}
_WIDEST = 100
"""So many characters are on a line of Python."""

_PIECE, _STORY, _SAYS = "workflow.toml", "scenarios.toml", "wording_nl.txt"


@attrs.frozen(kw_only=True)
class NewPlugin:
    """A plugin to be, as its author asked for it: `brings` are hooks of `BRINGS`."""

    name: str
    lang: str
    nl: str
    en: str
    brings: tuple[str, ...]

    @property
    def dashed(self) -> str:
        """The name as packages and commands have it.

        >>> NewPlugin(name="ons_plan", lang="nl", nl="", en="", brings=()).dashed
        'ons-plan'
        """
        return self.name.replace("_", "-")

    @property
    def module(self) -> str:
        """The name of the package in Python."""
        return f"samenwerk_{self.name}"

    @property
    def code(self) -> str:
        """The code of its first check: letters of its own, never ours."""
        letters = self.name.replace("_", "").upper()[:4]
        return f"{'P' if letters.startswith('SW') else ''}{letters}001"

    @property
    def hooks(self) -> tuple[str, ...]:
        """The hooks that its module fills in; who says anything has sentences."""
        chosen = tuple(one for one in BRINGS if one in self.brings)
        return (*chosen, "messages") if any(has(one, _SAYS) for one in chosen) else chosen


def plugin_files(new: NewPlugin) -> Mapping[str, str]:
    """The text of each file by its path in the folder of the package.

    >>> new = NewPlugin(name="x", lang="nl", nl="X", en="X", brings=("rules",))
    >>> [path for path in plugin_files(new) if path.endswith("share.py")]
    ['src/samenwerk_x/largest_share.py', 'tests/test_largest_share.py']
    """
    values = _values(new)
    home, chosen = f"src/{new.module}", [one for one in new.hooks if one in BRINGS]

    def own(*path: str) -> str:
        return filled(template("both", "plugin", *path), values)

    found = {
        "pyproject.toml": own("pyproject.toml.txt"),
        "README.md": filled(template(new.lang, "plugin", "README.md"), values),
        f"{home}/__init__.py": own("init.py.txt"),
        f"{home}/py.typed": "",
    }
    for hook in chosen:
        one = BRINGS[hook]
        found[f"{home}/{one.module}.py"] = own(hook, f"{one.module}.py.txt")
        found[f"tests/test_{one.module}.py"] = own(hook, "test.py.txt")
        if one.extra is not None:
            found[f"{home}/{one.extra}"] = formatted(own(hook, one.extra))
    if "messages" in new.hooks:
        found[f"{home}/wording.py"] = own("wording.py.txt")
    contract = ("effects",) if "effects" in chosen else ()
    found["tests/test_contract.py"] = own(*contract, "test_contract.py.txt")
    found["workflow/workflow.toml"] = formatted(own("workflow.toml"))
    found["workflow/register.toml"] = formatted(own("register.toml"))
    stories = own(*(("rules", _STORY) if "rules" in chosen else (_STORY,)))
    more = [hook for hook in chosen if hook != "rules" and has(hook, _STORY)]
    more += ["request"] if _requested(chosen) else []
    stories += "".join(own(hook, _STORY) for hook in more)
    found["workflow/scenarios.toml"] = formatted(stories)
    return found


def has(hook: str, file: str) -> bool:
    """Whether there is a template of this name for a hook.

    >>> has("rules", "wording_nl.txt"), has("facts", "wording_nl.txt")
    (True, False)
    """
    return is_template("both", "plugin", hook, file)


def _requested(hooks: Iterable[str]) -> bool:
    return any(one in REQUEST for one in hooks)


def _values(new: NewPlugin) -> dict[str, str]:
    title = one_line(new.nl if new.lang == "nl" else new.en) or new.name
    short = title if len(title) <= 60 else new.name
    values = {
        **_TOLD[new.lang],
        "name": new.name, "dashed": new.dashed, "module": new.module, "code": new.code,
        "id": quoted(new.dashed), "nl": quoted(new.nl), "en": quoted(new.en),
        "title": title, "short": short.replace('"', "'").replace("\\", "/"),
        "description": quoted(title),
        "imports": _imports(new.hooks),
    }  # fmt: skip
    chosen = [one for one in new.hooks if one in BRINGS]
    rows = (BRINGS[one].rows[new.lang] for one in chosen)
    values["rows"] = filled("\n".join(rows), values)
    values["use"] = filled("".join(BRINGS[one].use for one in chosen), values)
    values["uses"] = f'\nuses = ["{new.name}.review"]' if "parts" in chosen else ""
    values["needs"] = _needs(chosen, asked=False)
    values["hooks"] = _joined(new.hooks, "hook.py.txt", values).rstrip("\n")
    pieces = [one for one in chosen if has(one, _PIECE)]
    sharing = (one for one in pieces if one in ("rules", "facts"))
    values["pieces"] = _joined(sharing, _PIECE, values)
    values["more"] = _more(chosen, [one for one in pieces if one not in ("rules", "facts")], values)
    if "messages" in new.hooks:
        for lang in ("nl", "en"):
            said = (one for one in chosen if has(one, _SAYS))
            text = _joined(said, f"wording_{lang}.txt", values).rstrip("\n")
            values[f"sentences_{lang}"] = text
    return values


def _more(chosen: list[str], pieces: list[str], values: dict[str, str]) -> str:
    """What stands below the sharing: effects, calendars, and the request with what it needs."""
    apart = [one for one in pieces if one in ("effects", "calendars")]
    found = _joined(apart, _PIECE, values)
    if not _requested(chosen):
        return found
    told = [one for one in chosen if has(one, "story.toml")]
    values["request_story"] = _joined(told, "story.toml", values)
    values["request_pieces"] = _joined((one for one in pieces if one not in apart), _PIECE, values)
    due = 'due = "10 working days"\ncalendar = "office"\n'
    values["request_due"] = due if "calendars" in chosen else ""
    needs = _needs(chosen, asked=True)
    rows = [] if needs == "[]" else [f"needs = {needs}"]
    if "accounts" in chosen:
        rows.append('moves = { amount = "wish", out_of = "jar", into = "outside" }')
    values["request_needs"] = "\n".join(rows)
    return found + filled(template("both", "plugin", "request", _PIECE), values)


def _needs(chosen: Iterable[str], asked: bool) -> str:
    known = [one for one in map(BRINGS.get, chosen) if one is not None]
    return f"[{', '.join(one.needs for one in known if one.needs and one.asked is asked)}]"


def _joined(hooks: Iterable[str], file: str, values: Mapping[str, str]) -> str:
    return "".join(filled(template("both", "plugin", one, file), values) for one in hooks)


def _imports(hooks: Iterable[str]) -> str:
    hooks = tuple(hooks)
    typing = sorted({"Mapping" if one == "messages" else "Sequence" for one in hooks})
    ours = sorted(str(BRINGS[one].value) for one in hooks if one in BRINGS and BRINGS[one].value)
    rows = [f"from collections.abc import {', '.join(typing)}"]
    later = ["    import click"] if "cli_commands" in hooks else []
    if "leaf_kinds" in hooks:
        later += [*([""] if later else []), "    from samenwerk.core.leaf import Leaf"]
    if later:
        rows.append("from typing import TYPE_CHECKING")
    whole = f"from samenwerk import {', '.join([*ours, 'hookimpl'])}"
    if len(whole) > _WIDEST:
        listed = "".join(f"    {one},\n" for one in [*ours, "hookimpl"])
        whole = f"from samenwerk import (\n{listed})"
    rows += ["", whole]
    if later:
        rows += ["", "if TYPE_CHECKING:", *later]
    return "\n".join(rows)
