"""What the command `samenwerk verify` says in English, by id."""

TEXTS: dict[str, str] = {
    "check.broken": "{file}:{line}: broken: {label}. How that can be, tells:",
    "help.verify": "proves that no path gets round an invariant, or shows one that does",
    "long.verify": "Looks for a path round each invariant. The answer is proved, proved within "
    "bounds (which are told), broken (with the shortest story that could be played) or not decided "
    "(with what stood in the way). Without a workflow it is the one in the folder you are in.",
    "option.invariant": "this invariant only (may be repeated)",
    "option.with-breaches": "also along what happened though it was not allowed",
    "option.group_members": "so many members a group has at most",
    "option.other_cases": "so many other cases there are at most",
    "option.possibilities": "so many possibilities are looked at for each question at most",
    "option.save": "keeps every story as a scenario, to be played with samenwerk test",
    "option.replace": "replaces what is there already",
    "metavar.number": "NUMBER",
    "verify.proving": "Proving",
    "verify.head": "{name} {version} ({path})",
    "verify.none": "{path}: there is no invariant here. Write one under [invariant.NAME].",
    "verify.unknown": 'There is no invariant "{name}"; there are: {names}.',
    "verify.unknown_near": 'There is no invariant "{name}". Did you mean "{near}"?',
    "verify.save_one": "--save takes one workflow at a time.",
    "verify.saved": "Saved: {files}.",
    "verify.there": "{file} is there already, and was not replaced. Choose another folder, or use "
    "--force.",
}
