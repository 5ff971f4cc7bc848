"""What a new plugin can bring, a hook each: its module, its line in the README, its pieces.

Which files come of that is `plugin`; what stands in them is in the folder `templates`.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen(kw_only=True)
class Brings:
    """What a new plugin brings by one hook.

    `module` is the file of it, `value` what its introduction imports from samenwerk. `needs` is
    what a step of the workflow then asks for: of the sharing, or with `asked` of the request.
    `extra` is a file beside the module; `rows` and `use` are for the README, by language.
    """

    module: str
    value: str | None = None
    rows: Mapping[str, str]
    needs: str | None = None
    asked: bool = False
    extra: str | None = None
    use: str = ""


BRINGS: Mapping[str, Brings] = {
    "rules": Brings(
        module="largest_share", value="PluginRule", needs='"not_alone"',
        rows={
            "nl": "| regel `largest_share` | draagt niemand meer dan een deel van het geheel? |",
            "en": "| rule `largest_share` | does nobody bear more than a part of the whole? |",
        },
        use='\n[rule.not_alone]\nnl = "Niemand draagt het bijna alleen"\n'
        'plugin = "{{name}}.largest_share"\nwith = { most = "2/3" }\n',
    ),
    "facts": Brings(
        module="taking_part", value="PluginFacts", needs='"enough"',
        rows={
            "nl": "| gegeven `{{name}}_parties` | hoeveel partijen die dag meedoen |",
            "en": "| fact `{{name}}_parties` | how many parties take part on the day |",
        },
    ),
    "methods": Brings(
        module="ahead", value="PluginMethod", needs='{ decision = "help" }', asked=True,
        rows={
            "nl": "| manier van beslissen `ahead` | zoveel meer voor dan tegen |",
            "en": "| way of deciding `ahead` | so many more for than against |",
        },
    ),
    "effects": Brings(
        module="letter", value="PluginEffect",
        rows={
            "nl": "| verzending `letter` | een brief als bestand in een map |",
            "en": "| effect `letter` | a letter as a file in a folder |",
        },
    ),
    "due_items": Brings(
        module="yearly", value="PluginDue",
        rows={
            "nl": "| dagen `yearly` | elk jaar kijken of de verdeling nog past |",
            "en": "| days `yearly` | look each year whether the sharing still fits |",
        },
    ),
    "reports": Brings(
        module="overview", value="PluginReport",
        rows={
            "nl": "| rapport `overview` | de verdelingen, met wat ieder bijdraagt |",
            "en": "| report `overview` | the sharings, with what each contributes |",
        },
    ),
    "exports": Brings(
        module="contributions", value="PluginExport",
        rows={
            "nl": "| uitvoer `contributions` | de bijdragen als tabel, in CSV |",
            "en": "| export `contributions` | the contributions as a table, in CSV |",
        },
    ),
    "parts": Brings(
        module="review", value="Part", extra="review.toml",
        rows={
            "nl": "| deel `review` | terugblikken: een levensloop die u kunt gebruiken |",
            "en": "| part `review` | looking back: a lifecycle for you to use |",
        },
    ),
    "calendars": Brings(
        module="days_off", value="PluginCalendar",
        rows={
            "nl": "| kalender `office` | de dagen waarop kantoor dicht is |",
            "en": "| calendar `office` | the days on which the office is closed |",
        },
    ),
    "ranks": Brings(
        module="turn", value="PluginRank", needs='{ queue = "requests", first = true }',
        asked=True,
        rows={
            "nl": "| volgorde `{{name}}_turn` | wie nog niets kreeg, gaat voor |",
            "en": "| rank `{{name}}_turn` | who was given nothing yet goes first |",
        },
    ),
    "payments": Brings(
        module="collecting", value="PluginPayments",
        rows={
            "nl": "| betalingen `collecting` | wat ieder betaalt als de verdeling is afgesproken |",
            "en": "| payments `collecting` | what each pays once the sharing is agreed on |",
        },
    ),
    "accounts": Brings(
        module="spending", value="PluginAccount", asked=True,
        rows={
            "nl": "| rekening `spending` | wat er is uitgegeven, en waarvoor |",
            "en": "| account `spending` | what was spent, and for what |",
        },
    ),
    "leaf_kinds": Brings(
        module="slept_on", needs='"slept_on"', asked=True,
        rows={
            "nl": "| woord `{{name}}_slept_on` | een voorwaarde: het stuk lag er een nacht |",
            "en": "| word `{{name}}_slept_on` | a condition: the document was slept on |",
        },
    ),
    "checks": Brings(
        module="per_party",
        rows={
            "nl": "| controle `{{code}}` | een bijdrage wordt per partij vastgelegd |",
            "en": "| check `{{code}}` | a contribution is recorded for each party |",
        },
    ),
    "cli_commands": Brings(
        module="command",
        rows={
            "nl": "| opdracht `samenwerk {{dashed}}` | laat zien wie welk deel draagt |",
            "en": "| command `samenwerk {{dashed}}` | shows who bears which part |",
        },
    ),
}  # fmt: skip
"""What can be asked for, in the order in which it comes into the package."""

ALL = "all"
"""Said instead of the names of all hooks."""

REQUEST = ("methods", "calendars", *(hook for hook, one in BRINGS.items() if one.asked))
"""Whoever brings one of these has a second lifecycle in the workflow: asking for money."""
