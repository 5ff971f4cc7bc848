"""What `due`, `todo`, `report` and `export` say in English on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.report": "makes a report of a collaboration",
    "long.report": "Makes a report of a collaboration: the one of this name, or without a name a "
    "list of those there are. Plugins that the workflow names can bring more. With --output it "
    "is written to a new file.",
    "help.export": "writes a file about a collaboration for another program",
    "long.export": "Writes a file about a collaboration for another program: the one of this "
    "name, or without a name a list of those there are. Free text about people is left out, "
    "unless you ask for it with --texts.",
    "option.since": "the day from which to tell what happened",
    "option.force": "replace the file when it is there",
    "option.texts": "with the free texts, which can be about people",
    "option.report_format": "the form of the report, or JSON",
    "option.also": "another store, for the report portfolio; may be given more than once",
    "portfolio.label": "every collaboration of the store on one page",
    "portfolio.reading": "Reading collaborations",
    "portfolio.stuck": "{count} {count|collaboration|collaborations} could not be told in full: "
    "why stands at the end of the page.",
    "portfolio.whole": "The portfolio tells of all collaborations, as a page: leave out --in, "
    "--now, --since and other formats.",
    "portfolio.also": "--also only goes with the report portfolio.",
    "reports.head": "These reports can be made:",
    "reports.line": "{name}: {label} ({forms})",
    "exports.head": "These files can be made:",
    "export.output": "Say with --output to which file {name} should be written.",
    "report.ending": "This report is never a {ending}: its file ends in {endings|or}. With "
    "--format it may have any name.",
    "report.output": "This report is a file. Say with --output where it must go.",
    "report.page": "This report is a page for a browser. Write it to a file with "
    "--output {file}, and open that.",
    "misuse.report_format": "The report {name} cannot be made as {asked}, but as {formats|or}.",
    "output.there": "{file} is there already and stays as it is. Choose another name, or replace "
    "it with --force.",
    "due.nothing": "There is nothing that must be done by a day.",
    "due.line": "{day}, {case}: {told} Up to: {who}.",
    "due.late": "PASSED, {day}, {case}: {told} Up to: {who}.",
    "due.nobody": "nobody, it goes by itself",
    "todo.nothing": "There is nothing to do for {party} now.",
    "todo.ready": "{party} can now:",
    "todo.asked": "{party} is needed for this:",
    "todo.duty": "{case}: {said}",
    "todo.step": "{case}: {step} ({name})",
    "due.by_plugin": "{said} [plugin {plugin}]",
    "due.no_one": "nobody in particular",
    "due.fault": "Not everything is told: {why}",
}
"""The sentences, by id."""
