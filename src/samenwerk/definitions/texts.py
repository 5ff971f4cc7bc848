"""The shape of the sentences that belong to a code, and how the right ones are chosen.

The sentences themselves stand beside their check; printing them is the work of `language`.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerk.values.diagnostic import Diagnostic


@attrs.frozen
class Texts:
    """What a person is told about one fault; `{param}` fields are filled from its params.

    `what` says what is wrong, `label` stands under the author's own line, `why` tells
    why it matters and `mend` what to write instead.
    """

    what: str
    label: str
    why: str
    mend: str


TextsByCode = Mapping[str, Mapping[str, Texts]]
"""Code, or code and case with a space between, to language (`nl`, `en`) to texts."""


def choose_texts(texts: TextsByCode, diagnostic: Diagnostic, language: str) -> Texts:
    """The texts for a diagnostic: those of its case where they exist, else of its code.

    A check that tells several situations apart under one code names the situation in
    `params["case"]`; where one says under `nl` and `en` what is meant, one that does not has
    the case "alone". Raises KeyError when the code or the language is not there.

    >>> nl = Texts("fout", "hier", "daarom", "doe dit")
    >>> from samenwerk.values.place import Place
    >>> fault = Diagnostic("SW000", Place("a.toml", 1, 1), {"case": "rare"})
    >>> choose_texts({"SW000": {"nl": nl}}, fault, "nl").label
    'hier'
    """
    case = f"{diagnostic.code} {diagnostic.params.get('case', '')}"
    if case not in texts and "nl" not in diagnostic.params:
        case = f"{diagnostic.code} alone"
    return texts[case if case in texts else diagnostic.code][language]
