"""What an author is told of a file that goes beyond a limit, in Dutch and in English.

The limits themselves are in `places` and `scanner`; other faults of spelling are in
`syntax_texts`.
"""

from __future__ import annotations

from samenwerk.definitions.texts import Texts, TextsByCode

TEXTS: TextsByCode = {
    "SW002": {
        "nl": Texts(
            "dit bestand is groter dan {most} MB",
            "niets van dit bestand is gelezen",
            "een werkwijze die mensen nog kunnen lezen is veel kleiner.",
            "kijk of u het goede bestand noemde, of verdeel de werkwijze over meer bestanden.",
        ),
        "en": Texts(
            "this file is larger than {most} MB",
            "nothing of this file was read",
            "a way of working that people can still read is much smaller.",
            "check that you named the right file, or spread the workflow over several files.",
        ),
    },
    "SW002 many": {
        "nl": Texts(
            "in dit bestand staan meer dan {most} namen en waarden",
            "vanaf hier is het niet meer gelezen",
            "een werkwijze die mensen nog kunnen lezen is veel kleiner.",
            "kijk of u het goede bestand noemde, of verdeel de werkwijze over meer bestanden.",
        ),
        "en": Texts(
            "there are more than {most} names and values in this file",
            "from here it was not read",
            "a way of working that people can still read is much smaller.",
            "check that you named the right file, or spread the workflow over several files.",
        ),
    },
    "SW003": {
        "nl": Texts(
            "hier zitten te veel delen in elkaar",
            "dieper dan {most}",
            "wat zo diep in elkaar zit, kan niemand meer nalezen.",
            "geef een deel een eigen kop en een eigen naam, en noem hier die naam.",
        ),
        "en": Texts(
            "too many parts are inside each other here",
            "deeper than {most}",
            "nobody can read back what is nested this deep.",
            "give a part its own heading and its own name, and write that name here.",
        ),
    },
    "SW008": {
        "nl": Texts(
            "het getal {written} is te lang of te groot",
            "met dit getal kan niet gerekend worden",
            "een getal heeft hier hoogstens {most} tekens; geen bedrag of aantal komt daar in "
            "de buurt.",
            "kijk of er cijfers te veel staan; is het een nummer of code, zet het dan tussen "
            "aanhalingstekens.",
        ),
        "en": Texts(
            "the number {written} is too long or too large",
            "this number cannot be counted with",
            "a number has at most {most} characters here; no amount or count comes near that.",
            "check for digits too many; if it is a reference or code, put it between quotes.",
        ),
    },
}
