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
    "register.is_store": "{file} is een opslag en geen register. Geef het bestand waarin staat wie "
    "meedoen, zoals register.toml.",
    "register.is_workflow": "{file} is een werkwijze en geen register. Typ:\n"
    "  samenwerk register {register}",
    "register.is_workflow_alone": "{file} is een werkwijze en geen register. Zet wie meedoen in "
    "{register}, en geef dat bestand.",
    "register.is_scenarios": "In {file} staan verhalen en geen register. Typ:\n"
    "  samenwerk register {register}",
    "register.is_scenarios_alone": "In {file} staan verhalen en geen register. Zet wie meedoen in "
    "{register}, en geef dat bestand.",
    "file.store": "{file} is een opslag en geen werkwijze. Geef de map van de werkwijze. Wat er in "
    "de opslag staat, ziet u met:\n  samenwerk status --store {file}",
    "file.absent": "Er is geen bestand {file}. Staat het in een andere map, noem die er dan bij.",
    "unknown.swapped": 'Eerst komt het dossier en dan de stap: typ "{case} {step}".',
    "name.empty": "Een naam mag niet leeg zijn. Typ er een, zoals plan of plan-2.",
    "name.unseen": '"{name}" kan geen naam zijn: er staat iets in wat niemand ziet. Typ letters, '
    "cijfers, - en _.",
    "usage.twice": "{name} staat er twee keer. Geef er één.",
    "usage.store_folder": "{store} is een map, en een opslag is een bestand. Typ bijvoorbeeld:\n"
    "  --store {store}/samenwerk.db",
    "usage.too_many_store": "Dit is te veel: {given}. Is dat de opslag, typ dan:\n"
    "  {command} --store {given}",
    "usage.number": "Bij {name} hoort een getal van {low} tot en met {high}.",
    "usage.number_from": "Bij {name} hoort een getal, en minstens {low}.",
    "usage.whole": "Bij {name} hoort een geheel getal van {low} tot en met {high}.",
    "usage.whole_from": "Bij {name} hoort een geheel getal, en minstens {low}.",
    "usage.value_unsure": '{name}: "{written}" is op twee manieren te lezen; typ {many} of {few}.',
}
"""Id to sentence."""
