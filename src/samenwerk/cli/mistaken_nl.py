"""What is said in Dutch of a file or value that is not what was asked for, by id."""

TEXTS: dict[str, str] = {
    "file.named": "In de map {folder} staat geen {file}; {found} is er wel een. "
    "Hernoem {found} tot {file}.",
    "file.named_hidden": "In de map {folder} staat geen {file}; {found} is er wel een. Hernoem dat "
    'tot {file}. Op Windows ziet u het einde van een naam met "Beeld", "Bestandsnaamextensies".',
    "file.named_several": "In de map {folder} staat geen {file}; dit kan er een zijn: {found}. "
    "Hernoem het juiste bestand tot {file}.",
    "file.register": "{file} is een register en geen werkwijze. Geef de map van de werkwijze: "
    "{folder}",
    "file.register_alone": "{file} is een register en geen werkwijze. Zet het naast de "
    "workflow.toml waar het bij hoort, en geef die map.",
    "file.scenarios": "In {file} staan verhalen en geen werkwijze. Geef de map van de werkwijze: "
    "{folder}",
    "file.scenarios_alone": "In {file} staan verhalen en geen werkwijze. Zet het naast de "
    "workflow.toml waar het bij hoort, en geef die map.",
    "register.is_workflow": "{file} is een werkwijze en geen register. Typ: "
    "samenwerk register {register}",
    "register.is_workflow_alone": "{file} is een werkwijze en geen register. Zet wie meedoen in "
    "{register}, en geef dat bestand.",
    "register.is_scenarios": "In {file} staan verhalen en geen register. Typ: "
    "samenwerk register {register}",
    "register.is_scenarios_alone": "In {file} staan verhalen en geen register. Zet wie meedoen in "
    "{register}, en geef dat bestand.",
    "usage.value_unsure": '{name}: "{written}" is op twee manieren te lezen; typ {many} of {few}.',
}
"""Id to sentence."""
