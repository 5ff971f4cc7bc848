"""What `worker`, `outbox` and stories with effects say in English on the command line, by id."""

TEXTS: dict[str, str] = {
    "test.sends": "what is still to be sent then: {told}",
    "test.act.effect": '{on}: effect "{name}" in {case}: {position}.',
    "help.worker": "sends what is to be sent, and records what time brings",
    "long.worker": "Sends what is to be sent in the store: hands it to the plugin that does it, "
    "and records what came of it. When that fails it is tried again, later each time; after the "
    "last attempt a person decides (samenwerk outbox). It also records what time alone changes, "
    "such as a term that ends. Goes on until you stop it with Ctrl+C, or with --once, "
    "--until-empty or --limit. Several may work at once.",
    "help.outbox": "shows what is still to be sent, and what failed",
    "long.outbox": "Shows what is still to be sent, what is being sent now and what failed. With "
    "--again something is sent again, with --drop and --because it is given up; of the key its "
    "beginning is enough.",
    "option.once": "sends what can be sent now, and stops",
    "option.until-empty": "stops as soon as nothing waits any more",
    "option.limit": "stops after so many attempts",
    "option.seconds": "so long a plugin may take for an answer",
    "option.here": "asks plugins in this process, without limits",
    "option.log": "logs to this file what happens, a line of JSON each time; - is standard error",
    "option.counters": "keeps count of what happens in this file (JSON)",
    "metavar.log": "FILE|-",
    "option.listener": "also tells what happens to what this function gives",
    "listener.absent": "{name} is not there: {said}",
    "listener.wrong": "{name} gives no listener. Name a function that gives one.",
    "option.again": "sends this again",
    "option.drop": "gives this up",
    "option.because": "why",
    "worker.delivered": "Delivered: {effect}, of {collaboration} ({plugin}).",
    "worker.looked_up": "Turned out to be delivered: {effect}, of {collaboration} ({plugin}).",
    "worker.failed": "Failed: {effect}, of {collaboration} ({plugin}); again after {next}.",
    "worker.dead": "Failed, also the last time: {effect}, of {collaboration} ({plugin}). A person "
    "decides: samenwerk outbox",
    "worker.rests": "Could not be asked: {effect} of {collaboration} ({plugin}); again after "
    "{next}.",
    "worker.unknown": "Left to a person: something of {plugin} for {collaboration}, and there is "
    "no such collaboration in this store. See samenwerk outbox; --drop takes it away.",
    "worker.moved": "Brought up to date: {collaboration}; time added {count} {count|event|events}.",
    "worker.not_kept": "Cannot be brought up to date: {collaboration}. {said}",
    "option.remind": "reminds parties of what comes within so many days",
    "option.by": "by this effect, as voorbeeld.letter",
    "metavar.effect": "PLUGIN.EFFECT",
    "worker.remind_by": "Reminding takes a number of days and an effect: --remind 14 --by "
    "PLUGIN.EFFECT.",
    "worker.reminded": "A reminder is ready: {party}, case {case} of {collaboration}, {day}.",
    "worker.not_reminded": "No reminder was made: case {case} of {collaboration}. {said}",
    "worker.said": "It said: {said}",
    "worker.done": "{came} delivered, {failed} {failed|attempt|attempts} failed, {dead} left to a "
    "person; {waiting} still {waiting|waits|wait}.",
    "outbox.nothing": "There is nothing to be sent.",
    "outbox.dead": "Failed, a person decides ({count}):",
    "outbox.sending": "Being sent now ({count}):",
    "outbox.waiting": "Waiting ({count}):",
    "outbox.line.dead": "{effect}, of case {case} in {collaboration}, by {plugin}",
    "outbox.line.sending": "{effect}, of case {case} in {collaboration}, by {plugin}; nobody else "
    "takes it before {until}",
    "outbox.line.waiting": "{effect}, of case {case} in {collaboration}, by {plugin}; from {next}",
    "outbox.key": "key {key}, {count} {count|attempt|attempts}",
    "outbox.fault": "it said: {fault}",
    "outbox.how": "Again: samenwerk outbox --again KEY. Give up: samenwerk outbox --drop KEY "
    '--because "reason".',
    "outbox.again": "Sent again: {key} of {collaboration} ({plugin}).",
    "outbox.dropped": "Given up: {key} of {collaboration} ({plugin}).",
    "outbox.drop_because": "Giving up takes a key and a reason: --drop KEY --because "
    '"reason", and no --again.',
    "outbox.several": "More than one key begins with {key}. Write more of it.",
    "outbox.unknown": "No key begins with {key}. What there is, is shown by: samenwerk outbox",
    "misuse.effect": "What came of an effect is recorded by samenwerk worker; only in a rehearsal "
    "can you say so yourself.",
    "misuse.sending": "This is just being sent. Try again in a moment.",
}
