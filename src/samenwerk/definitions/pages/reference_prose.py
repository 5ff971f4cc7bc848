"""The sentences of the page about the language, around its tables, in Dutch and in English.

What the tables say stands with the tables; the page itself is made in `reference`.
"""

from __future__ import annotations

from collections.abc import Mapping

HEAD: Mapping[str, str] = {
    "nl": """\
# De taal

Alles wat in een werkwijze geschreven kan worden, zoals het nu gebouwd is. De woorden van de taal
zijn Engels; wat mensen lezen, staat bij `nl` en `en`. De voorbeelden hieronder vormen samen een
kleine werkwijze met een register en twee verhalen; een test leest ze en speelt ze na. Met
`samenwerk schema` vertelt een editor hetzelfde, en `samenwerk check` leest wat u schreef en
noemt elke fout op haar plek.

In English: [language.md](language.md). Deze bladzijde maakt `python docs/make_reference.py`.

## Hoe een tekst in elkaar zit

- Eén bestand `workflow.toml`, in TOML; `parts` kan meer bestanden noemen, in dezelfde map of
  daaronder. `register.toml` en `scenarios.toml` (of meer bestanden in `scenarios/`) staan
  ernaast.
- Alles heeft een naam: `[rule.betaalbaar]` beschrijft de regel `betaalbaar`. Een naam begint met
  een letter en bestaat uit letters zonder accent, cijfers, `_` en `-`. Sommige woorden betekenen
  zelf al iets en kunnen geen naam zijn: {reserved}.
- Binnen `[lifecycle.x]` heeft een levensloop eigen namen. Daarbinnen zijn ze kort, erbuiten
  schrijft u `x.naam`: dan zijn het die van het dichtstbijzijnde dossier van `x` erboven, te
  beginnen bij zichzelf.
- Waar een lijst van namen kan staan, kan ook één naam staan: `by = "chair"` en
  `by = ["chair"]` zijn hetzelfde. Om voorwaarden staan altijd haken: `needs = ["regel"]`.
- Na `is`, `is_not` en `one_of` is een tekst gewoon die tekst. Elders in een vergelijking is een
  tekst de naam van een gegeven, dag, instelling of stap (de dag waarop die het laatst gezet is),
  of `today`.
- Een instelling met een tekst die een termijn ("4 weeks"), een deel ("2/3") of een bedrag
  ("60000.00") spelt, is die termijn, dat deel of dat bedrag.

## Voortbouwen op een andere werkwijze

`extends = "landelijk@2026.1"` noemt één ouder met haar versie: een werkwijze die geïnstalleerd
is, of een bestand, als `"./map/workflow.toml@1"`. Tabellen komen bij elkaar op naam, en van losse
waarden wint die van het kind. Een lijst verandert alleen als dat er staat; een kale lijst over
een geërfde heen is een fout. Waar bij dat woord niets geërfd is, is een kale lijst goed.

```toml
[group.member]
sort = {{ add = ["housing"], remove = ["insurer"] }}   # of {{ replace = ["provider"] }}
[group.guest]
sort = ["municipality"]   # de basis kent deze groep niet, of zegt er geen `sort` van
[document.letter]
remove = true
```

Binnen een geërfde levensloop kan een kind eigen namen hebben. Een latere versie van de basis kan
dezelfde naam gaan gebruiken, en dan botsen ze (SW104): kies namen die duidelijk van u zijn, zoals
`noord_budget`.

`overlay` zegt wat wie op iets voortbouwt, mag veranderen:

| `overlay` | wat mag |
|---|---|
| `closed` | niets; standaard voor {guarded} en stappen met {needs} |
| `stricter` | alleen wat aantoonbaar meer vraagt: voorwaarden erbij, een zwaardere severity, een \
hoger deel of quorum, een instelling waarvan te zien is welke kant strenger is |
| `range` | de waarde van een instelling, binnen haar grenzen; een versie van een regel die later \
begint dan alle andere |
| `open` | alles; standaard voor al het andere |

De namen bij `nl` en `en`, `way_out` en `unencodable` kan het kind altijd zelf schrijven.

`uses = ["geldstromen.wlz"]` legt een deel dat een plug-in meebrengt tussen uw tekst en waarop u
voortbouwt, als een laag: wat in de basis `closed` is, is dat ook voor het deel, en wat in het deel
`closed` is, ook voor u. Wat een deel `overlay = "open"` geeft, past u aan als iets uit de basis. De
plug-in staat ook bij `plugins`. Delen liggen naast elkaar: van iets uit de basis mogen ze allebei
andere woorden wijzigen of aan dezelfde lijst toevoegen, maar zeggen ze van één naam verschillende
dingen, dan is dat een fout. Het deel staat in wat er geldt (`samenwerk check --effective`): een
lopende samenwerking heeft de plug-in daarvoor niet nodig.

""",
    "en": """\
# The language

Everything that can be written in a workflow, as it is built now. Keys are English words; what
people read stands at `nl` and `en`. The examples below form one small workflow with a register
and two stories; a test reads and plays them. With `samenwerk schema` an editor tells the same,
and `samenwerk check` reads what you wrote and tells every fault at its place.

In het Nederlands: [language.nl.md](language.nl.md). This page is made by
`python docs/make_reference.py`.

## How a text is laid out

- One file `workflow.toml`, in TOML; `parts` may name more files in the same folder or below it.
  `register.toml` and `scenarios.toml` (or several files in `scenarios/`) stand beside it.
- Everything has a name: `[rule.affordable]` declares the rule `affordable`. A name begins with a
  letter and has without accents, digits, `_` and `-`. Some words mean something by themselves
  and cannot be names: {reserved}.
- Inside `[lifecycle.x]` a lifecycle has names of its own. Inside it they are short, outside it
  they are written `x.name`: then those of the nearest case of `x` above, counting itself.
- One name stands where a list of names may stand: `by = "chair"` and `by = ["chair"]` mean the
  same. Conditions always have brackets around them: `needs = ["rule"]`.
- After `is`, `is_not` and `one_of` a text is itself. Elsewhere in a comparison a text is the name
  of a fact, day, parameter or step (the day it was last done), or `today`.
- A parameter that is a text which spells a term ("4 weeks"), a share ("2/3") or an amount
  ("60000.00") is that term, share or amount.

## Building on another workflow

`extends = "landelijk@2026.1"` names one parent with its version: a workflow that is installed, or
a file as `"./folder/workflow.toml@1"`. Tables merge by name and plain values of the child win. A
list changes only when that is written out; a bare list over an inherited one is a fault. Where
nothing was inherited at that key, a bare list is right.

```toml
[group.member]
sort = {{ add = ["housing"], remove = ["insurer"] }}   # or {{ replace = ["provider"] }}
[group.guest]
sort = ["municipality"]   # the base has no such group, or says no `sort` of it
[document.letter]
remove = true
```

Inside an inherited lifecycle a child may have names of its own. A later version of the base
could come to use the same one, and then they clash (SW104): choose names that are clearly yours,
such as `noord_budget`.

`overlay` says what those who build on something may change:

| `overlay` | what is allowed |
|---|---|
| `closed` | nothing; the default for {guarded} and steps with {needs} |
| `stricter` | only what is shown to ask more: conditions added, a heavier severity, a higher \
share or quorum, a parameter of which it shows which way is stricter |
| `range` | the value of a parameter, within its bounds; a version of a rule that begins later \
than all others |
| `open` | everything; the default for all else |

The names `nl` and `en`, `way_out` and `unencodable` are always the child's to write.

`uses = ["geldstromen.wlz"]` lays a part that a plugin brings between your text and what you build
on, as a layer: what the base has closed is closed for the part, and what the part has closed is
closed for you. What a part calls `overlay = "open"` you change as you would something of the base.
The plugin stands in `plugins` too. Parts lie side by side: of something in the base both may change
other keys or add to one list, but two that say different things of one name are a fault. The part
stands in what holds (`samenwerk check --effective`): a running collaboration does not need the
plugin for it.

""",
}
"""Everything above the tables."""

SAID: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "families": "## Families\n\n### Bij alles wat een naam heeft\n\n",
        "key": "woord", "says": "wat het zegt", "stands": "wat er kan staan", "needed": "nodig",
        "one": "Precies één van {words}.", "most": "Hoogstens één van {words}.",
        "below": "Eronder: {words}.", "part": "Eronder `{name}`: {said}.",
        "conditions": "## Voorwaarden\n\nWat er staat bij `needs`, en bij `all`, `any`, `none` en "
        "`among` van een regel: de naam van een regel, besluit, inspraak of periode als tekst, of "
        "een voorwaarde tussen accolades. Het eerste woord zegt wat gevraagd wordt.\n\n",
        "each": "### every, some, no, count, share\n\nVraagt één voorwaarde van elk van een "
        "aantal: van de partijen die een soort, groep, tafel of rol betekent, of van de andere "
        "dossiers van een levensloop onder het dichtstbijzijnde dossier erboven. Naast het woord "
        "staat hoogstens één voorwaarde over elk (een van de woorden hierboven, of `in` bij "
        "dossiers). Over niets gaan `every` en `share` niet op, tenzij "
        '`when_empty = "met"` dat zegt. Het gaat om wie er die dag bij hoort, en `done` over een '
        "van hen gaat op zodra die het in dit dossier ooit deed. Wie een rol nu heeft, vraagt u "
        "daarom met de rol zelf: `count` van de rol. Van een levensloop met een dossier `per` "
        "partij telt iedereen mee die er een kan hebben: wie er nog geen heeft, voldoet niet."
        "\n\n",
        "register": "## Het register\n\nIn `register.toml`. Een `last_day` telt nog mee.\n\n"
        "### party\n\n",
        "stories": "## Verhalen\n\nIn `scenarios.toml`, in meer bestanden `scenarios/*.toml`, of "
        "in allebei, als `[scenario.naam]`; een naam geldt over al die bestanden.\n\n",
        "line": "regel", "happens": "wat er gebeurt", "beside": "ernaast (nodig · mag)",
        "can": "Ernaast kan staan:", "expected": "Wat u kunt verwachten, in één regel of in meer:",
        "types": "## Wat er bij een woord kan staan\n\n", "kind": "soort",
    },
    "en": {
        "families": "## Families\n\n### On anything that has a name\n\n",
        "key": "key", "says": "what it says", "stands": "what may stand there", "needed": "needed",
        "one": "Exactly one of {words}.", "most": "At most one of {words}.",
        "below": "Below it: {words}.", "part": "Below it `{name}`: {said}.",
        "conditions": "## Conditions\n\nWhat stands in `needs`, and in `all`, `any`, `none` and "
        "`among` of a rule: the name of a rule, decision, say or window as a text, or one line "
        "between braces. Its first word says what is asked.\n\n",
        "each": "### every, some, no, count, share\n\nAsk one condition of each of a set: of the "
        "parties that a sort, group, table or role means, or of the other cases of a lifecycle "
        "under the nearest case above. Beside the word stands at most one condition about each "
        "(any of the words above, or `in` for cases). Over nothing, `every` and `share` are not "
        'met unless `when_empty = "met"` says so. The set is who belongs to it on that day, and '
        "`done` about one of them is met once it ever did that in this case. So who holds a role "
        "now is asked with the role itself: `count` of the role. Of a lifecycle with a case `per` "
        "party the set is every party that can have one: who has none yet does not meet it."
        "\n\n",
        "register": "## The register\n\nIn `register.toml`. A `last_day` still counts.\n\n"
        "### party\n\n",
        "stories": "## Stories\n\nIn `scenarios.toml`, in several files `scenarios/*.toml`, or in "
        "both, as `[scenario.name]`; a name counts over all of them.\n\n",
        "line": "line", "happens": "what happens", "beside": "beside it (needed · may)",
        "can": "Beside it can stand:",
        "expected": "What can be expected, in one line or in several:",
        "types": "## What may stand at a key\n\n", "kind": "kind",
    },
}  # fmt: skip
"""The sentences and headings between the tables."""
