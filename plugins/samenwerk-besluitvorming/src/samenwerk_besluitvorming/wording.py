"""Every sentence of this plugin, in Dutch and English."""

from __future__ import annotations

WORDING = {
    "nl": {
        "besluitvorming.nobody": "er is niemand die meetelt",
        "besluitvorming.number_missing": "van {parties} is nog niet bekend hoeveel stemmen daarbij "
        "horen",
        "besluitvorming.scale": "zo zijn er geen stemmen te tellen: {detail}",
        "besluitvorming.weighed.met": "{yes} van {all} stemmen voor, nodig {needed}",
        "besluitvorming.weighed.unmet": "{yes} van {all} stemmen voor; nodig {needed}, en dat "
        "wordt niet meer gehaald",
        "besluitvorming.weighed.open": "{yes} van {all} stemmen voor, nodig {needed}; nog {short} "
        "te gaan",
        "besluitvorming.heads": "de stemmen zijn er, maar {heads} van {members} leden zijn voor, "
        "nodig {least}",
        "besluitvorming.too_few_block": "{yes} van {all} stemmen voor; met zo weinig leden is het "
        "niet tegen te houden",
        "besluitvorming.has_votes": "{party} heeft {votes} {votes|stem|stemmen}",
        "besluitvorming.of_sort": "{sort} {share}%",
        "besluitvorming.sorts.met": "elke soort telt even zwaar; voor: {shares}",
        "besluitvorming.sorts.unmet": "elke soort telt even zwaar; voor: {shares}, en dat is niet "
        "genoeg",
        "besluitvorming.sorts.open": "elke soort telt even zwaar; tot nu toe voor: {shares}",
        "besluitvorming.ballots": "er {parties|ontbreekt nog een keuze|ontbreken nog keuzes} van "
        "{parties}",
        "besluitvorming.no_winner": "na {rounds} {rounds|ronde|ronden} is er geen winnaar",
        "besluitvorming.vote_again": "laat de leden opnieuw hun keuze opgeven",
        "besluitvorming.won": "{winner} wint met {votes} van {counted} na {rounds} "
        "{rounds|ronde|ronden}",
        "besluitvorming.won_not_adopted": "{winner} wint met {votes} van {counted}; dat is nog "
        "niet vastgelegd",
        "besluitvorming.another_won": "niet dit, maar {winner} wint, met {votes} van {counted} na "
        "{rounds} {rounds|ronde|ronden}",
        "besluitvorming.record_winner": "leg {winner} vast als keuze",
        "besluitvorming.objection": "bezwaar van {parties}",
        "besluitvorming.mend_or_propose": "bespreek het bezwaar, of stel iemand anders voor",
        "besluitvorming.nominate": "nog geen voordracht van {parties}",
        "besluitvorming.nobody_proposed": "er is nog niemand voorgesteld",
        "besluitvorming.not_nominated": "{who} is door niemand voorgedragen",
        "besluitvorming.consent_of": "{who} is voorgesteld; nog niet gehoord: {parties}",
        "besluitvorming.selected": "{who} is gekozen zonder bezwaar, {times} keer voorgedragen",
    },
    "en": {
        "besluitvorming.nobody": "there is nobody who counts",
        "besluitvorming.number_missing": "it is not known yet how many votes go with {parties}",
        "besluitvorming.scale": "no votes can be counted in this way: {detail}",
        "besluitvorming.weighed.met": "{yes} of {all} votes for, needed {needed}",
        "besluitvorming.weighed.unmet": "{yes} of {all} votes for; needed {needed}, and that can "
        "no longer be reached",
        "besluitvorming.weighed.open": "{yes} of {all} votes for, needed {needed}; {short} to go",
        "besluitvorming.heads": "the votes are there, but {heads} of {members} members are for, "
        "needed {least}",
        "besluitvorming.too_few_block": "{yes} of {all} votes for; so few members cannot stop it",
        "besluitvorming.has_votes": "{party} has {votes} {votes|vote|votes}",
        "besluitvorming.of_sort": "{sort} {share}%",
        "besluitvorming.sorts.met": "each sort weighs the same; for: {shares}",
        "besluitvorming.sorts.unmet": "each sort weighs the same; for: {shares}, and that is not "
        "enough",
        "besluitvorming.sorts.open": "each sort weighs the same; for until now: {shares}",
        "besluitvorming.ballots": "a choice is still missing from {parties}",
        "besluitvorming.no_winner": "after {rounds} {rounds|round|rounds} nothing has won",
        "besluitvorming.vote_again": "have the members give their choices again",
        "besluitvorming.won": "{winner} wins with {votes} of {counted} after {rounds} "
        "{rounds|round|rounds}",
        "besluitvorming.won_not_adopted": "{winner} wins with {votes} of {counted}; that has not "
        "been recorded yet",
        "besluitvorming.another_won": "not this, but {winner} wins, with {votes} of {counted} "
        "after {rounds} {rounds|round|rounds}",
        "besluitvorming.record_winner": "record {winner} as the choice",
        "besluitvorming.objection": "objection by {parties}",
        "besluitvorming.mend_or_propose": "talk about the objection, or propose somebody else",
        "besluitvorming.nominate": "nominated nobody yet: {parties}",
        "besluitvorming.nobody_proposed": "nobody has been proposed yet",
        "besluitvorming.not_nominated": "{who} was nominated by nobody",
        "besluitvorming.consent_of": "{who} is proposed; not heard yet: {parties}",
        "besluitvorming.selected": "{who} is chosen without objection, nominated {times} "
        "{times|time|times}",
    },
}
