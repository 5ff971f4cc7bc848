"""What `migrate` and `replay` say in English on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.migrate": "shows what another text means for running cases, and moves them to it",
    "long.migrate": "Shows what becomes of every running case when a collaboration moves to "
    "another text of its workflow: what is asked besides, what is dropped, which days and who "
    "change, what a transitional clause keeps, and what cannot be moved, with why. Nothing is "
    "recorded until you add --apply. Name a folder, a file or a workflow that comes with "
    "samenwerk.",
    "help.replay": "shows which decisions would have gone otherwise under another text",
    "long.replay": "Judges everything that was done in a collaboration again, in order, as it "
    "stood then, under another text of its workflow, and shows what would have gone otherwise and "
    "why. What was entered later with an earlier date is looked at too. The record does not "
    "change, and no plugin is asked again.",
    "argument.collaboration": "COLLABORATION",
    "argument.other": "OTHER",
    "metavar.map": "LIFECYCLE.STATE=NEW",
    "option.apply": "record it; without this nothing is recorded",
    "option.map": "a state that is called otherwise in the new text",
    "migrate.looking": "Looking at cases",
    "migrate.faulty": "{name} cannot be read well; first look at it with: samenwerk check {name}",
    "migrate.map": "write --map as lifecycle.state=new, and not {written}",
    "migrate.moved_on": "Something was recorded in {name} meanwhile; nothing was moved. Look "
    "again at what would happen, without --apply.",
    "migrate.repeated": "This was recorded before: {head}",
    "due.moving": "who looks after the workflow (samenwerk migrate)",
    "replay.judging": "Judging again",
}
"""The sentences, by id."""
