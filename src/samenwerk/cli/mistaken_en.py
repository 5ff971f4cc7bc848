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
    "register.is_workflow": "{file} is a workflow, and no register. Type: "
    "samenwerk register {register}",
    "register.is_workflow_alone": "{file} is a workflow, and no register. Put who takes part in "
    "{register}, and give that file.",
    "register.is_scenarios": "{file} has stories in it, and no register. Type: "
    "samenwerk register {register}",
    "register.is_scenarios_alone": "{file} has stories in it, and no register. Put who takes part "
    "in {register}, and give that file.",
    "usage.value_unsure": '{name}: "{written}" can be read in two ways; type {many} or {few}.',
}
"""Id to sentence."""
