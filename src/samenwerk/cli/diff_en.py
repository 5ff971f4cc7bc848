"""What `diff` says in English on the command line itself, by id."""

TEXTS: dict[str, str] = {
    "help.diff": "shows what changes from one text of a workflow to another",
    "long.diff": "Shows what changes between two texts of a workflow: what is allowed now and was "
    "not, what is refused now, who decides, duties and terms, each with an example. What is only "
    "written otherwise is no difference. Name a folder, a file, a workflow that comes with "
    "samenwerk, or the digest of a text in the store (--store).",
    "argument.old": "OLD",
    "argument.new": "NEW",
    "option.rewritten": "also name what is only written otherwise",
    "option.search_members": "search with groups of up to so many parties",
    "option.search_cases": "search with so many other cases",
    "option.worlds": "try at most so many situations",
    "option.register-file": "who take part, to count votes",
    "diff.looking": "Comparing",
    "diff.faulty": "{name} cannot be read well; first look at it with: samenwerk check {name}",
    "diff.faulty.register": "The register {name} has faults; look at it first.",
}
"""The sentences, by id."""
