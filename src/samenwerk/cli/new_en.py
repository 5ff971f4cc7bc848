"""What `samenwerk new` says in English, by id."""

TEXTS: dict[str, str] = {
    "help.new": "makes something to begin with: a region, lifecycle, rule, story or plugin",
    "long.new": "Makes something to begin with: small, explained, and without faults. You change "
    "it to your own agreements afterwards. What is there already is never overwritten.",
    "help.new region": "a folder with a workflow, register and stories",
    "long.new region": "Makes the folder NAME with a workflow, a register and stories that are "
    "right at once. At a terminal it asks a few questions; Enter takes what stands between [ ]. "
    "With --yes, or without a terminal, that is taken everywhere.",
    "help.new lifecycle": "a lifecycle with a story, in a workflow that is there",
    "help.new rule": "a rule that a step asks for, in a workflow that is there",
    "help.new scenario": "a story, for a workflow that is there",
    "long.new lifecycle": "Adds a lifecycle to a workflow, with states, steps, a rule and a story "
    "that is right at once. What was there stays.",
    "long.new rule": "Adds a rule to a workflow, with the document that it asks for, and lets a "
    "step ask for it. At first it only warns, so that all stories stay right.",
    "long.new scenario": "Adds a story to a workflow that is right at once: it goes on from "
    "another one, and asks what can be done there. You make it your own story afterwards.",
    "option.after": "the story that it goes on from",
    "option.step": "the step that asks for it, as lifecycle.step",
    "new.taken": '"{name}" is the name of something in this workflow already. Type for '
    "instance:\n  samenwerk new {kind} {near}",
    "new.not_right": "What is there must be right first: do samenwerk check {path} and samenwerk "
    "test {path}, and mend what they say. Nothing was changed.",
    "new.no_fit": "There is no place here for {name} with which all stays right. Nothing was "
    "changed. Name another story with --after, or another step with --step.",
    "new.no_place": "In {file}, near line {line}, it is not certain where this belongs. Nothing "
    "was changed. Name another step, or write it there yourself.",
    "new.no_step": "This workflow has no step that somebody does: begin with samenwerk new "
    "lifecycle.",
    "new.no_story": "There is no story yet that ends with a case that is open: make a lifecycle "
    "first with samenwerk new lifecycle.",
    "new.ask.name": "What is this called for people?",
    "new.ask.step": "Which step asks for it?",
    "new.piece.made": "{name} is made and checked: no faults, and all {count} stories go as they "
    "say. Made or added to:",
    "new.piece.next": "Change it to what you agreed. Then check again:",
    "option.nl": "the name for people, in Dutch",
    "option.en": "the name for people, in English",
    "option.extends": "what it builds on: a workflow, a folder, or none",
    "option.party": 'a party, as "municipality: Municipality of Lindedaal" (may be repeated)',
    "option.chair": "who is the chair",
    "option.supporter": "who supports, tied to none of the parties",
    "option.yes": "ask no questions",
    "metavar.kind": "KIND NAME",
    "metavar.sorted": "SORT:NAME",
    "new.no_kind": '"{name}" cannot be made; what can be: {names}.',
    "new.no_kind_near": '"{name}" cannot be made. Did you mean "{near}"?',
    "new.name.shape": '"{name}" cannot be a name: a name is made of small letters without '
    "accents, digits, - and _, and begins with a letter. Type for instance:\n  samenwerk new "
    "{kind} {near}",
    "new.name.long": "This name is too long: it has at most 60 characters. Type for instance:\n  "
    "samenwerk new {kind} {near}",
    "new.name.word": '"{name}" is a fixed word of the language and cannot be a name. Type for '
    "instance:\n  samenwerk new {kind} {near}",
    "new.name.system": 'No folder or file can be called "{name}" on Windows. Type for instance:\n '
    " samenwerk new {kind} {near}",
    "new.name.packaged": '"{name}" is already a workflow that comes with samenwerk. Type for '
    "instance:\n  samenwerk new {kind} {near}",
    "new.exists": "{name} is here already, and all in it stays as it is. Choose another name, or "
    "go to another folder first.",
    "new.unwritable": "Nothing can be made in this folder: {folder}",
    "new.empty": "A name cannot be empty.",
    "new.base_differs": "The usual beginning does not fit on {base}: {why} Nothing was made. Build "
    "on something else with --extends, or on nothing with --extends {nothing}.",
    "new.base_strange": "The usual beginning does not fit on {base}: none of its stories goes "
    "there as it says. Nothing was made. Build on something else with --extends, or on nothing "
    "with --extends {nothing}.",
    "new.supporter.alone": "--supporter goes with a base that asks for a supporter; without a "
    "base there is none. Leave it out.",
    "new.party.shape": '"{written}" is no party as written: write the sort and the name, as '
    '"{sort}: Name of the party".',
    "new.party.sort": '"{written}" is no sort of party; possible are: {names}.',
    "new.party.few": "It takes at least two parties to collaborate. Name another with --party.",
    "new.party.financier": "The base asks for one financier at least. Add a party of one of these "
    "sorts with --party: {names}.",
    "new.chair.unknown": '"{written}" is none of the parties; those are: {names}.',
    "new.region.title": "{name} collaboration",
    "new.ask.title": "What is your collaboration called for people?",
    "new.ask.extends": "What do you build on ({nothing}: nothing)?",
    "new.ask.parties": "Who takes part? Write the sort and the name of each party, as "
    '"municipality: Municipality of Lindedaal". Sorts are: {sorts}. An empty line ends it; if '
    "nothing is there by then, you get five invented parties.",
    "new.ask.party": "Party {number}",
    "new.ask.chair": "Who is the chair?",
    "new.ask.supporter": "Who supports, tied to none of the parties?",
    "new.region.made": "The folder {name} is made and checked: no faults, and {count} stories "
    "that go as they say.",
    "new.region.made.one": "The folder {name} is made and checked: no faults, and one story that "
    "goes as it says.",
    "new.region.less.rule": "The region's own rule of the usual beginning was left out: on {base} "
    "it does not fit, or is there already.",
    "new.region.less.stories": "Some of the usual stories were left out: on {base} they go "
    "otherwise.",
    "new.chosen": "Without questions this was chosen:",
    "new.region.chosen.on": "it builds on {base};",
    "new.region.chosen.alone": "it stands alone;",
    "new.region.chosen.invented": "{count} invented parties; the chair is {chair}. Otherwise? See "
    "samenwerk new region --help.",
    "new.region.chosen.who": "{count} parties; the chair is {chair}. Otherwise? See samenwerk new "
    "region --help.",
    "new.next": "Open workflow.toml and change it. Then check again:",
    "help.new plugin": "a package with a plugin, in Python",
    "long.new plugin": "Makes the package samenwerk-NAME: a plugin in Python that works, with "
    "tests, a README, and a workflow with register and stories that needs it. --with says what "
    "it brings: the names of hooks with commas between (rules, facts, methods, effects, "
    "due_items, reports, exports, parts, calendars, ranks, payments, accounts, leaf_kinds, "
    "checks, cli_commands), or all for everything; without it, a rule.",
    "option.with": "what it brings, with commas between",
    "metavar.hooks": "HOOKS",
    "new.name.plugin_shape": '"{name}" cannot be the name of a plugin: that is made of '
    "small letters "
    "without accents, digits and _, begins with a letter, and has no samenwerk before it. Type for "
    "instance:\n  samenwerk new {kind} {near}",
    "new.name.plugin": '"{name}" is already the name of a plugin that is installed here. Type '
    "for instance:\n  samenwerk new {kind} {near}",
    "new.plugin.no_hook": 'A new plugin cannot begin with "{name}"; what can be: {names}, '
    "or all.",
    "new.plugin.no_hook_near": 'A new plugin cannot begin with "{name}". Did you mean "{near}"?',
    "new.plugin.made": "The package {name} is made. It brings: {hooks}.",
    "new.plugin.next": "Install it where you work on it, and see that all is well:",
}
"""Id to sentence."""
