"""What a condition on each, some or none of a group says, in Dutch and English.

Which of these sentences is told, and about whom, is `steps`.
"""

WORDING = {
    "nl": {
        "said.every.who": "voor elke partij die {group} is: {part}",
        "said.every.table": "voor elke partij aan tafel bij {group}: {part}",
        "said.every.cases": "voor elk dossier van {group}: {part}",
        "said.some.who": "voor minstens één partij die {group} is: {part}",
        "said.some.table": "voor minstens één partij aan tafel bij {group}: {part}",
        "said.some.cases": "voor minstens één dossier van {group}: {part}",
        "said.no.who": "voor geen enkele partij die {group} is: {part}",
        "said.no.table": "voor geen enkele partij aan tafel bij {group}: {part}",
        "said.no.cases": "voor geen enkel dossier van {group}: {part}",
        "said.count.who": "voor minstens {count} {count|partij|partijen} die {group} "
        "{count|is|zijn}: {part}",
        "said.count.table": "voor minstens {count} {count|partij|partijen} aan tafel bij "
        "{group}: {part}",
        "said.count.cases": "voor minstens {count} {count|dossier|dossiers} van {group}: {part}",
        "said.share.who": "voor minstens {share} van de partijen die {group} zijn: {part}",
        "said.share.table": "voor minstens {share} van de partijen aan tafel bij {group}: {part}",
        "said.share.cases": "voor minstens {share} van de dossiers van {group}: {part}",
        "said.every.alone": "iedereen hoort bij {group}",
        "said.some.alone": "er is minstens één in {group}",
        "said.no.alone": "er is niemand in {group}",
        "said.count.alone": "er zijn er minstens {count} in {group}",
        "said.share.alone": "er is minstens {share} van {group}",
    },
    "en": {
        "said.every.who": "for each {group}: {part}",
        "said.every.table": "for each party at {group}: {part}",
        "said.every.cases": "for each {group}: {part}",
        "said.some.who": "for at least one {group}: {part}",
        "said.some.table": "for at least one party at {group}: {part}",
        "said.some.cases": "for at least one {group}: {part}",
        "said.no.who": "for no {group}: {part}",
        "said.no.table": "for no party at {group}: {part}",
        "said.no.cases": "for no {group}: {part}",
        "said.count.who": "for at least {count} {count|party|parties} ({group}): {part}",
        "said.count.table": "for at least {count} {count|party|parties} at {group}: {part}",
        "said.count.cases": "for at least {count} {count|case|cases} ({group}): {part}",
        "said.share.who": "for at least {share} of the parties ({group}): {part}",
        "said.share.table": "for at least {share} of the parties at {group}: {part}",
        "said.share.cases": "for at least {share} of the cases ({group}): {part}",
        "said.every.alone": "everyone belongs to {group}",
        "said.some.alone": "there is at least one in {group}",
        "said.no.alone": "there is nobody in {group}",
        "said.count.alone": "there are at least {count} in {group}",
        "said.share.alone": "there is at least {share} of {group}",
    },
}
