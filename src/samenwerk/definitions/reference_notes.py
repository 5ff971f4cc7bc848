"""What the reference of the language adds to the table of a family, where the table is not enough.

Sentences only; the page around them is `reference`.
"""

from __future__ import annotations

from collections.abc import Mapping

NOTES: Mapping[str, str] = {
    "fact": "Nothing rests on facts of type `text` but that they are known: free text can be "
    "erased by law.",
    "table": "A table that speaks at another counts there as one voter under its own name, spoken "
    "for by the holders of its `representatives`.",
    "calculation": "Stands wherever the name of a fact can be compared or reckoned with; not known "
    "as long as a part is not known. `percent` needs `round`; a sum over nothing is nothing.",
    "map": "A map that names its regions has no others; a map without them takes any name.",
    "queue": "What is not known comes last, and of a yes_no fact yes comes first.",
    "pool": "What it holds is its amount with all that steps moved into it, less all they moved "
    "out; with `rows` each year has a balance of its own. A step with `moves` needs that its "
    "`out_of` holds the amount, whatever its `needs` say.",
    "date": "Wherever a day is asked, such a line may stand as well: "
    '`closes = { term = "4 weeks", after = "propose" }`.',
    "decision": "Positions are for, against, object, abstain and ask. `absent` other than "
    "`stays_open`, a `quorum`, and a `share_of` present or cast need `closes` or `answer_within`.",
    "say": "What each of `by` says is recorded as a position; against needs reasons. `be_told`: "
    "there was time enough since they were asked. `be_heard`: each said something, or the time to "
    "answer is over. `ask`: questions hold nothing up. `advise`: each said for, against, or "
    "abstains. `agree`, `authorise`: each said for. What was said before they were asked (again) "
    "no longer counts; what is said late still does. Where nobody has this say it stays "
    "open, unless `when_empty` says met. `instead` is the name of a rule, decision, say, window, "
    "silent or document (looked for in that order), or a condition.",
    "parameter": "What is compared with a parameter without a value is not known, and it is said "
    "who may set it. It gets a value by a new text (one that builds on this, or the next version), "
    "never by an act: what is settled along the way is an `open` question or a fact. A term or a "
    "share needs a value; a term that nobody has agreed on yet is a `silent` question, with a rule "
    'of severity `warn` that asks `{ silent = "x" }`. `settled_by` is a sort, group, table or '
    "role, or words. `also_said` keeps what other sources say: `samenwerk explain` shows it.",
    "duty": "It stands in `due`, `todo` and `explain`, and holds no step up by itself. As a "
    "condition it is met when it was done in time or does not hold, not met once the day has "
    "passed, and else not known. What counts is the last time that it was done.",
    "invariant": "Read and kept; that it holds along every path is not proved yet.",
    "version": "Which version holds follows from the day at `chosen_on` of the rule. One of them "
    "may do without `starts`: it holds from the beginning until the next. Without such a one the "
    "rule is not met before the first version. As long as the day is not known nobody can say.",
    "rule": "Of `at_least` and `among` both stand, or neither.",
    "step": "A step with `back_before` has no `to`. What a step `for` parties needs is asked of "
    "each of them, as after `every`; it is done for all or, with `partly`, for those for whom it "
    'can be. `{ every = "member", done = "pay" }` sees for whom it was done. A '
    "story names the parties in a list: `for=[\"north\", \"south\"]`; without it, it is for all. "
    "With `done_anyway` a breach can be recorded: the step was refused and happened all the same. "
    "It does not count as done; `{ breach = ... }` asks for it.",
}

CONDITION_NOTES: Mapping[str, str] = {
    "rests_on": "It reaches the state of that case and nothing else: not its facts, documents, "
    "decisions or what hangs under it. What a later case must know of it stands in a state of it "
    "or is recorded anew. It looks in this case first, then in those above.",
}
"""Below a condition, by its first word."""
