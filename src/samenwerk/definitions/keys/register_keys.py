"""The lines of a register as tables: a party, and the lists of who is where and who gave what.

What the columns mean stands in `schema`; reading a register is `register_file`.
"""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.definitions.keys.dutch import DUTCH as OF_A_WORKFLOW
from samenwerk.definitions.keys.families import COMMON
from samenwerk.definitions.keys.schema import Family, Key

_STARTS = Key("starts", "date", "de eerste dag", "the first day")
_LAST = Key("last_day", "date", "de laatste dag, die nog meetelt", "the last day, which counts")
_SPAN = (_STARTS, _LAST)
_WHO = Key("who", "name", "de partij", "the party", True)

PARTY = Family("party", "een partij", "a party", (
    Key("sort", "name", "wat voor partij het is", "the sort of party", True),
    Key("belongs_to", "name", "de partij waar deze bij hoort", "the party it belongs to"),
    *_SPAN,
    Key("published", "date", "wanneer de pagina van source verscheen",
        "when the page that source names was published"),
    Key("updated", "date", "wanneer die pagina is bijgewerkt", "when that page was updated"),
))  # fmt: skip
LINES = {family.name: family for family in (
    Family("regions", "wie in welke regio ligt", "who is in which region", (
        Key("map", "name", "de kaart", "the map", True),
        Key("region", "name", "de regio op die kaart", "the region on that map", True),
        _WHO,
        *_SPAN,
    )),
    Family("sits", "wie waar zit", "who sits where", (
        Key("table", "name", "de tafel", "the table", True),
        _WHO,
        *_SPAN,
    )),
    Family("holds", "wie welke rol heeft", "who holds which role", (
        Key("role", "name", "de rol", "the role", True),
        _WHO,
        *_SPAN,
    )),
    Family("gives", "wie welk mandaat gaf", "who gave which mandate", (
        Key("mandate", "name", "het mandaat", "the mandate", True),
        Key("who", "names", "wie het gaf", "who gave it", True),
        Key("to", "name", "aan wie", "to whom", True),
        *_SPAN,
        Key("on", "names", "over welke onderwerpen", "on which subjects"),
        Key("basis", "text", "waar het op berust", "what it rests on"),
    )),
)}  # fmt: skip
"""The lists of a register."""

PARTY_KEYS = (*PARTY.keys, *(key for key in COMMON if key.name in ("nl", "en", "source")))
"""Everything that may stand at a party."""

DUTCH: Mapping[str, str] = {
    **OF_A_WORKFLOW,
    "partij": "party", "partijen": "party", "hoort_bij": "belongs_to", "wie": "who",
    "regios": "regions", "zit": "sits", "zitten": "sits", "heeft": "holds", "rollen": "holds",
    "geeft": "gives", "mandaten": "gives", "aan": "to", "berust_op": "basis", "grond": "basis",
    "vanaf": "starts", "begin": "starts", "begint": "starts", "eerste_dag": "starts",
    "tot_en_met": "last_day", "gepubliceerd": "published", "bijgewerkt": "updated",
}  # fmt: skip
"""Dutch words that people write for a word of a register."""
