"""What the command `samenwerk plugins` says in English, by id."""

TEXTS: dict[str, str] = {
    "help.plugins": "shows which plugins there are, what they bring and how they fare",
    "long.plugins": "Shows of each installed plugin where it comes from, for which samenwerk it is "
    "made, what it brings by each hook, which facts it reads and whether anything is wrong with "
    "it. When you name a workflow, the stories beside it are played too, and it is told how often "
    "each plugin was asked something, how long that took and what went wrong.",
    "option.apart": "asks plugins in a process of their own where that can be, with limits",
    "plugins.sentence": "1 sentence",
    "plugins.sentences": "{count} sentences",
    "plugins.names": "{count} names",
    "plugins.none": "There are no plugins.",
    "plugins.head": "{name} {version}",
    "plugins.package": "package",
    "plugins.path": "is in",
    "plugins.made_for": "made for",
    "plugins.brings": "brings",
    "plugins.reads": "reads",
    "plugins.loaded": "loaded in",
    "plugins.seconds": "{time}",
    "plugins.slow": "{time}: that is slow",
    "plugins.without.nl": "no Dutch",
    "plugins.without.en": "no English",
    "plugins.names_and_sentences": "{count} names and sentences",
    "plugins.taken": "mind",
    "plugins.taken_by": "{names}: a command of samenwerk has that name; that of this plugin "
    "cannot be used",
    "failed.plugin": "Plugin {plugin} went wrong in {place}. What it said: {detail}. Who made it "
    "must mend this ({made}). With SAMENWERK_DEBUG=1 you see more.",
    "plugins.fault": "{name}: cannot be used. {why}",
    "plugins.calls": "Asked while the stories were played:",
    "plugins.call": "{plugin}, {hook}: {times} times, {seconds} together, {slowest} at most",
    "plugins.call.slow": "{slow} times slow",
    "plugins.call.failed": "{failed} times wrong",
    "plugins.call.aside": "no longer asked",
    "plugins.calls.none": "No plugin was asked anything while the stories were played.",
    "plugins.limits": "In a process of its own (samenwerk worker, Engine with apart) this system "
    "limits: {limits}.",
    "plugins.limit.seconds": "time",
    "plugins.limit.megabytes": "memory",
    "plugins.limit.processor": "processor time",
    "plugins.still_loading": "Plugin {plugin} is still being loaded ({seconds} seconds). "
    "Ctrl-C stops.",
    "plugins.unsound": "There are faults in {file}; look with samenwerk check first.",
}
"""Id to sentence."""
