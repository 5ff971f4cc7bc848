"""How the lines of a story are read, for the reference of the language.

What may stand in them is `story_keys`, the page around this `reference`, an example stands in
`reference_story`.
"""

from __future__ import annotations

from collections.abc import Mapping

ABOUT_STORIES: Mapping[str, str] = {
    "nl": """\
Elke regel van een verhaal is één handeling, gevolgd door wat erbij wordt ingevuld en door wat u
verwacht; zonder verwachting moet het mogen. Een dag (`on`) of dossier dat niet genoemd is, is
dat van de regel ervoor; een stap die een dossier opent, noemt het. Eén regel kan staan voor meer
handelingen, de een na de ander: `who = ["noord", "zuid"]` voor meer mensen die iets doen,
`hands_in = ["a", "b"]` voor meer stukken, `records = { cost = 5, seats = 2 }` voor meer
gegevens, en `records = "seats", is = { noord = 2, zuid = 3 }` voor meer partijen. Wat onder zo'n
regel staat, geldt voor elk van haar handelingen.

Naast `does`: `for` is de partij (of de lijst van partijen) waarvoor het gebeurt, `under` het
dossier waar het nieuwe onder hangt, `rests_on` het eerdere dossier waarop het voortbouwt
(zonder: het enige dat er is), `into = { oost = ["a", "b"], west = ["c", "d"] }` de nieuwe
dossiers van een stap met `splits`, met wie waarheen gaat, `heir` welke daarvan erft, `merges` de
dossiers die hierin opgaan. Met `anyway=true` gebeurde het hoewel het niet mocht: er wordt een
schending vastgelegd, als de stap `done_anyway` heeft. Met `try=true` wordt het beoordeeld en
niet gedaan.

- Een stap die om een uitleg vraagt en geen `explains` heeft, geeft `allowed_with_explanation`,
  en het dossier blijft waar het was: alleen aan `state` is te zien dat er niets gedaan is. Met
  `explains` is het oordeel hetzelfde, en wordt het gedaan.
- Een dag voor die van de regel erboven mag: wat dan gebeurde, wordt later vastgelegd, zoals in het
  echt. Het mag zo ver terug als `back_dating` zegt; daarvoor is het oordeel `never`.
- `after` noemt een verhaal uit dezelfde map; die van een ouder (`extends`) horen daar niet bij.
- Geen verwachting gaat over een plicht zelf: alleen als een stap ernaar vraagt, staat ze bij
  `because` of `warns`. Om te zien wat wanneer moet, begint u een oefening (`samenwerk start
  --rehearsal`) en kijkt u met `samenwerk due --on DAG` (of `todo PARTIJ`).
""",
    "en": """\
Each line of a story is one act, followed by what is filled in with it and by what is expected;
without an expectation it must be allowed. A day (`on`) or case that is left out is that of the
line before; a step that opens a case names it. One line can stand for several acts, one after
another: `who = ["noord", "zuid"]` for several doers, `hands_in = ["a", "b"]` for several
documents, `records = { cost = 5, seats = 2 }` for several facts, and
`records = "seats", is = { noord = 2, zuid = 3 }` for several parties. What stands below such a
line counts for each of its acts.

Beside `does`: `for` is the party (or list of parties) that it is done for, `under` the case that
it opens under, `rests_on` the earlier case that it builds on (left out: the only one there is),
`into = { east = ["a", "b"], west = ["c", "d"] }` the new cases of a step that `splits`, with who
goes where, `heir` which of these inherits, `merges` the cases that go up in this one. With
`anyway=true` it happened though it was not allowed: a breach is recorded, where the step has
`done_anyway`. With `try=true` it is judged and not done.

- A step that asks for an explanation and has no `explains` gives `allowed_with_explanation`, and
  the case stays where it was: only `state` shows that nothing was done. With `explains` the
  verdict is the same, and it is done.
- A day before that of the line above may stand: what happened then is recorded later, as it goes
  in real life. It may lie as far back as `back_dating` says; before that the verdict is `never`.
- `after` names a story of the same folder; those of a parent (`extends`) are not among them.
- No expectation is about a duty by itself: only where a step asks for it does it stand in
  `because` or `warns`. To see what is due when, begin a rehearsal (`samenwerk start --rehearsal`)
  and look with `samenwerk due --on DAY` (or `todo PARTY`).
""",
}
"""Below the keys of a story."""
