"""The files of a new plugin: a package with what it brings, tests, and a workflow that needs it.

What stands in them is in the folder `templates`; nothing is written here. What can be brought is
`BRINGS`, a hook each: a module, sentences, a test, and a piece of the workflow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from samenwerk.authoring.formatting import formatted
from samenwerk.authoring.writing import filled, quoted, template
from samenwerk.language.clean import one_line


@attrs.frozen(kw_only=True)
class Brings:
    """What a new plugin brings by one hook.

    `module` is the file of it, `value` what it imports from samenwerk, `needs` the rule of the
    workflow that a step then asks for. `rows` and `use` are for the README, by language.
    """

    module: str
    value: str | None
    rows: Mapping[str, str]
    needs: str | None = None
    use: str = ""


BRINGS: Mapping[str, Brings] = {
    "rules": Brings(
        module="largest_share", value="PluginRule", needs="not_alone",
        rows={
            "nl": "| regel `largest_share` | draagt niemand meer dan een deel van het geheel? |",
            "en": "| rule `largest_share` | does nobody bear more than a part of the whole? |",
        },
        use='\n[rule.not_alone]\nnl = "Niemand draagt het bijna alleen"\n'
        'plugin = "{{name}}.largest_share"\nwith = { most = "2/3" }\n',
    ),
    "facts": Brings(
        module="taking_part", value="PluginFacts", needs="enough",
        rows={
            "nl": "| gegeven `{{name}}_parties` | hoeveel partijen die dag meedoen |",
            "en": "| fact `{{name}}_parties` | how many parties take part on the day |",
        },
    ),
    "checks": Brings(
        module="per_party", value=None,
        rows={
            "nl": "| controle `{{code}}` | een bijdrage wordt per partij vastgelegd |",
            "en": "| check `{{code}}` | a contribution is recorded for each party |",
        },
    ),
    "cli_commands": Brings(
        module="command", value=None,
        rows={
            "nl": "| opdracht `samenwerk {{dashed}}` | laat zien wie welk deel draagt |",
            "en": "| command `samenwerk {{dashed}}` | shows who bears which part |",
        },
    ),
}  # fmt: skip
"""What can be asked for, in the order in which it comes into the package."""

_TOLD = {
    "nl": {
        "comment_workflow": "Een kleine werkwijze die deze plug-in nodig heeft. Alles verzonnen.",
        "comment_sharing": "verdeling",
        "comment_rule": "Deze regel beoordeelt de plug-in.",
        "comment_fact": "Dit gegeven levert de plug-in aan: niemand hoeft te tellen.",
        "comment_plain": "Een verdeling die wordt afgesproken. Alles is verzonnen.",
        "comment_stories": "Een verdeling die niet past, en een die wel past. Alles is verzonnen.",
        "invented": "Verzonnen partijen.",
    },
    "en": {
        "comment_workflow": "A small workflow that needs this plugin. All of it is invented.",
        "comment_sharing": "the sharing",
        "comment_rule": "This rule is judged by the plugin.",
        "comment_fact": "This fact is told by the plugin: nobody needs to count.",
        "comment_plain": "A sharing that is agreed. All of it is invented.",
        "comment_stories": "A sharing that does not fit, and one that does. All of it is invented.",
        "invented": "Invented parties.",
    },
}
_SAYS = ("rules",)
_TYPING = {"rules": "Sequence", "facts": "Sequence", "checks": "Sequence",
           "cli_commands": "Sequence", "messages": "Mapping"}  # fmt: skip


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
        return (*chosen, "messages") if any(one in _SAYS for one in chosen) else chosen


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
        module = BRINGS[hook].module
        found[f"{home}/{module}.py"] = own(hook, f"{module}.py.txt")
        found[f"tests/test_{module}.py"] = own(hook, "test.py.txt")
    if "messages" in new.hooks:
        found[f"{home}/wording.py"] = own("wording.py.txt")
    found["tests/test_contract.py"] = own("test_contract.py.txt")
    stories = ("rules", "scenarios.toml") if "rules" in chosen else ("scenarios.toml",)
    found["workflow/workflow.toml"] = formatted(own("workflow.toml"))
    found["workflow/register.toml"] = formatted(own("register.toml"))
    found["workflow/scenarios.toml"] = formatted(own(*stories))
    return found


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
    chosen = [BRINGS[one] for one in new.hooks if one in BRINGS]
    values["rows"] = filled("\n".join(one.rows[new.lang] for one in chosen), values)
    values["use"] = filled("".join(one.use for one in chosen), values)
    values["needs"] = f"[{', '.join(quoted(one.needs) for one in chosen if one.needs)}]"
    values["hooks"] = _joined(new.hooks, "hook.py.txt", values).rstrip("\n")
    with_pieces = (one for one in ("rules", "facts") if one in new.hooks)
    values["pieces"] = _joined(with_pieces, "workflow.toml", values)
    if "messages" in new.hooks:
        for lang in ("nl", "en"):
            said = (one for one in new.hooks if one in _SAYS)
            text = _joined(said, f"wording_{lang}.txt", values).rstrip("\n")
            values[f"sentences_{lang}"] = text
    return values


def _joined(hooks: Iterable[str], file: str, values: Mapping[str, str]) -> str:
    return "".join(filled(template("both", "plugin", one, file), values) for one in hooks)


def _imports(hooks: Iterable[str]) -> str:
    hooks = tuple(hooks)
    typing = sorted({_TYPING[one] for one in hooks})
    ours = sorted(str(BRINGS[one].value) for one in hooks if one in BRINGS and BRINGS[one].value)
    rows = [f"from collections.abc import {', '.join(typing)}"]
    if "cli_commands" in hooks:
        rows.append("from typing import TYPE_CHECKING")
    rows += ["", f"from samenwerk import {', '.join([*ours, 'hookimpl'])}"]
    if "cli_commands" in hooks:
        rows += ["", "if TYPE_CHECKING:", "    import click"]
    return "\n".join(rows)
