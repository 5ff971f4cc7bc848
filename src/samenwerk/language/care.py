"""Whether a store is whole, as text: every fault with its place and what to do, and what is not
known.

How it is found out is `care.verifying`; what a chain says is `language.chain`.
"""

from __future__ import annotations

WORDING = {
    "nl": {
        "care.place.event": "{name}, vastlegging {sequence}",
        "care.place.collaboration": "{name}",
        "care.place.store": "de hele opslag",
        "care.spelled": "vastlegging {sequence} is anders gespeld dan een vastlegging hoort te "
        "zijn",
        "care.no_event": "vastlegging {sequence} is geen gebeurtenis die samenwerk kent",
        "care.newer": "vastlegging {sequence} is door een nieuwere samenwerk geschreven (vorm "
        "{schema}) en niet bekeken",
        "care.column": 'de kolom {column} naast vastlegging {sequence} zegt "{there}"; in de '
        'vastlegging zelf staat "{wanted}"',
        "care.place": "vastlegging {sequence} staat in de opslag voor een eerdere vastlegging",
        "care.command_missing": "vastlegging {sequence} kwam van opdracht {command}, en die staat "
        "niet bij de opdrachten",
        "care.command_lines": "opdracht {command} zegt dat zij {first} tot en met {last} "
        "vastlegde; van haar zijn: {sequences}",
        "care.command_head": "opdracht {command} noemt als eindcode {there}; het is {wanted}",
        "care.command_word": 'bij opdracht {command} staat in de kolom {column} "{there}", en dat '
        "kan niet",
        "care.command_alone": "opdracht {command} wijst naar een samenwerking die er niet is",
        "care.effect_key": "verzending {key} heeft een sleutel die niet bij vastlegging {sequence} "
        "hoort",
        "care.text_changed": "een vrije tekst is veranderd: het zegel {seal} past er niet bij (het "
        "zou {there} zijn)",
        "care.text_alone": "er staat een vrije tekst waar geen vastlegging naar wijst: zegel "
        "{seal}",
        "care.text_missing": "de vrije tekst bij zegel {seal} is weg, en nergens staat dat die "
        "gewist is",
        "care.text_back": "de vrije tekst bij zegel {seal} is volgens het logboek gewist, maar "
        "staat er nog of weer",
        "care.definition_missing": "werkwijze {digest}, die hier werd toegepast, is niet bewaard",
        "care.definition_changed": "werkwijze {digest} is veranderd: de tekst is die van {there}",
        "care.definition_spelled": "werkwijze {digest} is anders opgeschreven dan zij bewaard werd",
        "care.definition_alone": "werkwijze {digest} wordt door geen vastlegging toegepast",
        "care.outbox_alone": "op de verzendlijst staat iets dat niet meer open is: {key}",
        "care.outbox_missing": "op de verzendlijst ontbreekt een verzending die open is: {key}",
        "care.outbox_differs": "op de verzendlijst staat bij verzending {key} in de kolom {column} "
        '"{there}"; volgens het logboek is dat "{wanted}"',
        "care.snapshot": "de tussenstand bij deze vastlegging zegt iets anders dan het logboek",
        "care.lists_differ": "de werklijsten vertellen iets anders dan het logboek: er "
        "{lacking|ontbreekt|ontbreken} {lacking} en er {beyond|staat|staan} {beyond} te veel op",
        "care.lists_wake": "de werklijsten worden pas opnieuw bekeken op {there}; volgens het "
        "logboek moet dat op {wanted} (een streepje betekent: als iemand iets doet)",
        "care.lists_torn": "de rijen van de werklijsten horen niet bij elkaar",
        "care.lists_alone": "op de werklijsten staat iets van een samenwerking die er niet is",
        "care.anchor_gone": "deze samenwerking is genoteerd, en is er niet meer",
        "care.anchor_cut": "genoteerd is vastlegging {last}; na {count} is er niets meer: "
        "{first} tot en met {last} zijn weggehaald",
        "care.anchor_rewritten": "vastlegging {last} is niet die genoteerd werd: van {first} tot "
        "en met {last} is er iets opnieuw geschreven (er staat {there}, genoteerd is {wanted})",
        "care.anchor_head": "de eindcode die u opgaf ({head}) staat er niet in",
        "care.anchor_commands": "de opdrachten bij vastlegging {first} tot en met {last} zijn niet "
        "die genoteerd werden",
        "care.anchor_sources": "de bestanden van werkwijze {digest} zijn niet die genoteerd werden",
        "care.anchor_definition": "werkwijze {digest} is genoteerd, en is er niet meer",
        "care.damage_page": "het bestand zelf is beschadigd: {about}",
        "care.damage_table": "de opslag heeft een tabel, index of trigger die niet is zoals "
        "samenwerk die maakt: {about}",
        "care.damage_parent": "een rij hangt onder iets dat er niet is: {about}",
        "care.damage_source": "een bestand hoort bij een werkwijze die er niet is: {about}",
        "care.damage_line": "er staat een vastlegging met een nummer dat niet kan: {about}",
        "care.damage_moment": "op de verzendlijst staat een tijdstip dat er geen is: {about}",
        "care.unreadable": "de tabel {table} is niet te lezen: {detail}",
        "care.do.restore": "bewaar dit bestand zoals het is, en zet een reservekopie van ervoor in "
        "een nieuw bestand terug (samenwerk restore); vergelijk daarna wat verschilt",
        "care.do.update": "werk samenwerk bij en kijk opnieuw",
        "care.do.column": "het logboek zelf is niet geraakt; uitvoeren en elders invoeren schrijft "
        "dit opnieuw (samenwerk export whole, samenwerk import)",
        "care.do.text": "haal deze tekst uit een reservekopie van ervoor",
        "care.do.alone": "zoek uit wie dit schreef: samenwerk doet dat niet",
        "care.do.missing": "haal de tekst uit een reservekopie; is hij bewust gewist, leg dat dan "
        "alsnog vast (samenwerk erase)",
        "care.do.erase": "wis opnieuw: samenwerk erase --again",
        "care.do.nothing": "u hoeft niets te doen",
        "care.do.outbox": "samenwerk outbox maakt de verzendlijst weer gelijk aan het logboek; een "
        "rij die dan nog anders is, mag weg en komt vanzelf terug",
        "care.do.snapshot": "haal de rij uit de tabel snapshot en zoek uit wie haar schreef; wat "
        "er daarna is besloten, ziet u terug met samenwerk replay",
        "care.do.lists": "laat deze werklijsten opnieuw uit het logboek opmaken ({command}); het "
        "kan van een nieuwe versie van samenwerk komen, zoek anders uit wie die rijen schreef",
        "care.do.lists_all": "laat alle werklijsten opnieuw uit het logboek opmaken ({command}), "
        "en zoek uit wie die rijen schreef",
        "care.unknown.all": "Er zijn geen eerder genoteerde eindcodes opgegeven. Of er aan het "
        "eind iets is weggehaald, of alles opnieuw is geschreven, is daarom niet te zien. Ook niet "
        "of er iets veranderd is aan wat een opdracht inhield, en aan de bestanden van een "
        "werkwijze.",
        "care.unknown.fresh": "Van {names} is nog niets genoteerd: daar is niet te zien of er aan "
        "het eind iets is weggehaald.",
        "care.unknown.later": "Na de laatste notitie ging verder: {names}. Van wat daarna kwam is "
        "niet te zien of er aan het eind iets is weggehaald.",
    },
    "en": {
        "care.place.event": "{name}, event {sequence}",
        "care.place.collaboration": "{name}",
        "care.place.store": "the whole store",
        "care.spelled": "event {sequence} is spelled otherwise than an event should be",
        "care.no_event": "event {sequence} is none that samenwerk knows",
        "care.newer": "event {sequence} was written by a newer samenwerk (schema {schema}) and was "
        "not looked at",
        "care.column": 'the column {column} beside event {sequence} says "{there}"; the event '
        'itself says "{wanted}"',
        "care.place": "event {sequence} stands in the store before an earlier one",
        "care.command_missing": "event {sequence} came from command {command}, which is not among "
        "the commands",
        "care.command_lines": "command {command} says that it recorded {first} up to and including "
        "{last}; of it are: {sequences}",
        "care.command_head": "command {command} names {there} as its head; it is {wanted}",
        "care.command_word": 'command {command} has "{there}" in the column {column}, which cannot '
        "be",
        "care.command_alone": "command {command} points to a collaboration that is not there",
        "care.effect_key": "effect {key} has a key that does not belong to event {sequence}",
        "care.text_changed": "a free text was changed: the seal {seal} does not fit it (it would "
        "be {there})",
        "care.text_alone": "there is a free text that no event points to: seal {seal}",
        "care.text_missing": "the free text of seal {seal} is gone, and nothing says that it was "
        "erased",
        "care.text_back": "the free text of seal {seal} was erased according to the record, but is "
        "still there, or there again",
        "care.definition_missing": "workflow {digest}, which was applied here, is not kept",
        "care.definition_changed": "workflow {digest} was changed: its text is that of {there}",
        "care.definition_spelled": "workflow {digest} is written otherwise than it was kept",
        "care.definition_alone": "workflow {digest} is applied by no event",
        "care.outbox_alone": "the outbox holds an effect that is not open any more: {key}",
        "care.outbox_missing": "the outbox lacks an effect that is open: {key}",
        "care.outbox_differs": 'the outbox has "{there}" for effect {key} in the column {column}; '
        'by the record it is "{wanted}"',
        "care.snapshot": "the snapshot at this event says something else than the record",
        "care.lists_differ": "the worklists tell something else than the record: {lacking} "
        "{lacking|is|are} missing and {beyond} {beyond|does|do} not belong there",
        "care.lists_wake": "the worklists are looked at again at {there}; by the record that is "
        "{wanted} (a dash means: when somebody acts)",
        "care.lists_torn": "the rows of the worklists do not belong together",
        "care.lists_alone": "the worklists hold something of a collaboration that is not there",
        "care.anchor_gone": "this collaboration was noted, and is not there any more",
        "care.anchor_cut": "event {last} was noted; after {count} there is nothing: {first} up to "
        "and including {last} were taken away",
        "care.anchor_rewritten": "event {last} is not the one that was noted: from {first} up to "
        "and including {last} something was written anew (there is {there}, noted is {wanted})",
        "care.anchor_head": "the head that you gave ({head}) is not in it",
        "care.anchor_commands": "the commands of events {first} up to and including {last} are not "
        "those that were noted",
        "care.anchor_sources": "the files of workflow {digest} are not those that were noted",
        "care.anchor_definition": "workflow {digest} was noted, and is not there any more",
        "care.damage_page": "the file itself is damaged: {about}",
        "care.damage_table": "the store has a table, index or trigger that is not as samenwerk "
        "makes it: {about}",
        "care.damage_parent": "a row hangs under something that is not there: {about}",
        "care.damage_source": "a file belongs to a workflow that is not there: {about}",
        "care.damage_line": "there is an event with a sequence that cannot be: {about}",
        "care.damage_moment": "the outbox has a moment that is none: {about}",
        "care.unreadable": "the table {table} cannot be read: {detail}",
        "care.do.restore": "keep this file as it is, and put a backup from before it into a new "
        "file (samenwerk restore); then compare what differs",
        "care.do.update": "update samenwerk and look again",
        "care.do.column": "the record itself is not touched; to export it and import it elsewhere "
        "writes this anew (samenwerk export whole, samenwerk import)",
        "care.do.text": "take this text from a backup from before it",
        "care.do.alone": "find out who wrote this: samenwerk does not",
        "care.do.missing": "take the text from a backup; if it was erased on purpose, record that "
        "after all (samenwerk erase)",
        "care.do.erase": "erase again: samenwerk erase --again",
        "care.do.nothing": "you need not do anything",
        "care.do.outbox": "samenwerk outbox sets the outbox right by the record; a row that still "
        "differs then may be removed and comes back by itself",
        "care.do.snapshot": "take the row out of the table snapshot and find out who wrote it; "
        "what was decided since can be seen with samenwerk replay",
        "care.do.lists": "have these worklists made anew from the record ({command}); a new "
        "version of samenwerk can be the cause, otherwise find out who wrote those rows",
        "care.do.lists_all": "have all worklists made anew from the record ({command}), and "
        "find out who wrote those rows",
        "care.unknown.all": "No heads that were noted earlier were given. So it cannot be seen "
        "whether something was cut off at the end, or all of it written anew. Nor whether anything "
        "was changed in what a command asked, and in the files of a workflow.",
        "care.unknown.fresh": "Of {names} nothing was noted yet: there it cannot be seen whether "
        "something was cut off at the end.",
        "care.unknown.later": "After the last note these went on: {names}. Of what came since it "
        "cannot be seen whether something was cut off at the end.",
    },
}
