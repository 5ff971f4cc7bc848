"""What `upkeep`, and `todo`, `due` and `blockers` over all collaborations, say in English."""

TEXTS: dict[str, str] = {
    "help.upkeep": "brings up to date what there is to do in all collaborations",
    "long.upkeep": "Records in each collaboration what time made happen by itself, and brings the "
    "lists up to date from which todo, due and blockers tell of all collaborations. What is up to "
    "date is passed over. Several may work at once. With --anew the lists are made once more from "
    "the record, also those that are up to date: where samenwerk verify-store found them wrong.",
    "long.todo": "Shows what a party can do, and what is asked of it. With several collaborations "
    "and none named with --in: of all of them; that comes from the lists of samenwerk upkeep, "
    "without rehearsals, and it says what is not up to date.",
    "long.due": "Shows what must be done by which day. With several collaborations and none named "
    "with --in: of all of them; that comes from the lists of samenwerk upkeep, without "
    "rehearsals, and it says what is not up to date.",
    "long.blockers": "Shows without whom it cannot go on. With several collaborations and none "
    "named with --in: of all of them; that comes from the lists of samenwerk upkeep, without "
    "rehearsals, and it says what is not up to date.",
    "option.everywhere": "over all collaborations of the store, also when there is only one",
    "option.concerning": "only what concerns this party",
    "option.most_collaborations": "stop after so many collaborations",
    "option.anew": "make the lists of all collaborations, or of the one in --in, once more",
    "option.anew_in": "only this collaboration (with --anew)",
    "upkeep.in": "--in only goes with --anew: all that is not up to date is brought up to date "
    "otherwise.",
    "upkeep.most": "--most does not go with --anew.",
    "upkeep.anew": "Made anew: the lists of {done} {done|collaboration|collaborations}. Steps "
    "that happened by themselves: {steps}.",
    "everywhere.in": "Choose: one collaboration with --in, or all of them with --everywhere.",
    "everywhere.day": "Over all collaborations it is about today: --on and --now only go with one "
    "collaboration (--in).",
    "everywhere.case": "A case belongs to one collaboration: choose that with --in, and leave out "
    "--everywhere.",
    "everywhere.head": "In {collaboration}:",
    "everywhere.more": "And {count} more. With --format json all of it is told.",
    "everywhere.stale": "{stale} of {count} collaborations not brought up to date since {since}. "
    "To do so: samenwerk upkeep --store {store}",
    "everywhere.never": "{stale} of {count} collaborations never brought up to date. To do so: "
    "samenwerk upkeep --store {store}",
    "everywhere.some": "{stale} of {count} collaborations not brought up to date: {never} never, "
    "the others not since {since}. To do so: samenwerk upkeep --store {store}",
    "everywhere.fault": "{collaboration} could not be brought up to date: {why}",
    "everywhere.faults": "And {count} more could not be brought up to date.",
    "upkeep.done": "Brought up to date: {done} of {collaborations} collaborations. Steps that "
    "happened by themselves: {steps}.",
    "upkeep.nothing": "All is up to date: {collaborations} collaborations.",
    "upkeep.left": "Not brought up to date yet: {stale}.",
}
"""The sentences, by id."""
