"""A small example of what regions set, and of rules that change or are silent, for the reference.

Part of the one workflow of `reference_examples`.
"""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "silent": """\
[silent.buiten_regio]
nl = "Een partij van buiten de regio"
looked_in = { nl = "de afspraken van 2026", en = "the agreements of 2026" }
by = "voorzitter"
""",
    "parameter": """\
[parameter.grens]
nl = "Hoogste kosten per jaar"
en = "Highest costs a year"
overlay = "range"
value = 60000
at_least = 10000
at_most = 100000

[parameter.uren_per_week]
nl = "Uren open per week"
en = "Hours open a week"
at_least = 1
settled_by = "voorzitter"
also_said = [{ value = 20, source = "Proef in Zuid, 2025" }]

[parameter.draagvlak]
nl = "Deel dat voor moet zijn"
en = "Share that must be for"
value = "2/3"
""",
    "version": """\
[rule.op_tijd]
nl = "Op tijd"
chosen_on = "start"
version.eerst = { all = [{ known = "kosten" }] }

[rule.op_tijd.version.later]
nl = "de regel met nota"
starts = 2028-01-01
all = [{ known = "kosten" }, { document = "nota" }]
""",
}
"""Of these families, as it stands in `workflow.toml`."""
