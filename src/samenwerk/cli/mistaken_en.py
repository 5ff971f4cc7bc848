"""What is said in English of a file or value that is not what was asked for, by id."""

TEXTS: dict[str, str] = {
    "file.named": "There is no {file} in the folder {folder}, but {found} is one. "
    "Rename {found} to {file}.",
    "file.named_hidden": "There is no {file} in the folder {folder}, but {found} is one. "
    'Rename it to {file}. On Windows the end of a name is seen with "View", "File name '
    'extensions".',
    "file.named_several": "There is no {file} in the folder {folder}, but these could be: {found}. "
    "Rename the right one to {file}.",
    "file.register": "{file} is a register, and no workflow. Give the folder of its workflow: "
    "{folder}",
    "file.register_alone": "{file} is a register, and no workflow. Put it beside the workflow.toml "
    "that it belongs to, and give that folder.",
    "file.scenarios": "{file} has stories in it, and no workflow. Give the folder of its workflow: "
    "{folder}",
    "file.scenarios_alone": "{file} has stories in it, and no workflow. Put it beside the "
    "workflow.toml that it belongs to, and give that folder.",
    "register.is_store": "{file} is a store, and no register. Give the file that says who take "
    "part, such as register.toml.",
    "register.is_workflow": "{file} is a workflow, and no register. Type:\n"
    "  samenwerk register {register}",
    "register.is_workflow_alone": "{file} is a workflow, and no register. Put who takes part in "
    "{register}, and give that file.",
    "register.is_scenarios": "{file} has stories in it, and no register. Type:\n"
    "  samenwerk register {register}",
    "register.is_scenarios_alone": "{file} has stories in it, and no register. Put who takes part "
    "in {register}, and give that file.",
    "file.store": "{file} is a store, and no workflow. Give the folder of the workflow. What is in "
    "the store is shown by:\n  samenwerk status --store {file}",
    "file.absent": "There is no file {file}. If it is in another folder, name that too.",
    "unknown.swapped": 'The case comes first, and then the step: type "{case} {step}".',
    "name.empty": "A name may not be empty. Type one, such as plan or plan-2.",
    "name.unseen": '"{name}" cannot be a name: there is something in it that nobody sees. Type '
    "letters, digits, - and _.",
    "usage.twice": "{name} is there twice. Give one.",
    "usage.store_folder": "{store} is a folder, and a store is a file. Type for instance:\n"
    "  --store {store}/samenwerk.db",
    "usage.too_many_store": "This is too much: {given}. If that is the store, type:\n"
    "  {command} --store {given}",
    "usage.number": "At {name} belongs a number from {low} to {high}.",
    "usage.number_from": "At {name} belongs a number, and at least {low}.",
    "usage.whole": "At {name} belongs a whole number from {low} to {high}.",
    "usage.whole_from": "At {name} belongs a whole number, and at least {low}.",
    "usage.value_unsure": '{name}: "{written}" can be read in two ways; type {many} or {few}.',
}
"""Id to sentence."""
