"""What the demo says between the answers of samenwerk, in Dutch and in English."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "nl": {
        "title": "samenwerk: afspraken die zeggen wat mag, waarom, en wat er nog nodig is",
        "intro": "U ziet twee werkwijzen uit de praktijk: een regioplan volgens het Integraal "
        "Zorgakkoord, en een tafel van zorgaanbieders die met één mond spreekt. De regels volgen "
        "openbare bronnen. Wie hier spreekt, stemt of bezwaar maakt, is verzonnen.",
        "plan.head": "1. Een regioplan op zijn echte dagen",
        "plan.start": "In september 2022 sprak het Integraal Zorgakkoord af hoe een regio haar "
        "regiobeeld en regioplan maakt. Zo loopt dat; regels met NEE zijn geweigerd, met de reden.",
        "plan.picture": "Het regiobeeld moest er voor 1 juli 2023 zijn. De marktleidende "
        "verzekeraar en de aangewezen gemeente starten samen: één van hen is niet genoeg.",
        "plan.adopt": "Daarna ontwerpt de delegatie, wordt de achterban gehoord en besluit de "
        "coalitie, voor 1 januari 2024. Eén gemeente stemt hier via een ander, met een mandaat.",
        "plan.time": "In 2028 wordt het plan herijkt. Dat onthoudt samenwerk: niemand hoeft "
        "die stap te zetten.",
        "one.head": "2. Een wijziging die één aanbieder helpt",
        "one.start": "Een andere regio. Aan de V&V-tafel wil Zorg Noord een randvoorwaarde "
        "wijzigen: als eerste personeel kiezen. Alle partijen zeggen wat het hun brengt.",
        "one.refused": "De ondersteuner toetst het voordeel. samenwerk weigert, en zegt bij elke "
        "voorwaarde waarop het antwoord rust:",
        "one.end": "Er valt niets te halen; de tafel trekt het voorstel in.",
        "all.head": "3. Een wijziging die de regio draagt",
        "all.start": "Opnieuw, met een voorstel dat de hele regio helpt:",
        "all.mandate": "Dan bepaalt de V&V-tafel haar standpunt. Zorg West gaf een volmacht aan "
        "Zorg Noord; die loopt nog. De volmacht van Zorg Oost liep af op 31 december 2026:",
        "all.stand": "Zorg Oost spreekt dus zelf, met een bezwaar. Bij een nieuwe tekst tellen de "
        "oude standpunten niet meer, en wordt iedereen opnieuw gevraagd:",
        "all.carry": "Nu de regiotafel. De V&V-tafel telt daar als één stem, en een "
        "vertegenwoordiger brengt die uit. Vier van de zes stemmen is nog te weinig:",
        "all.needs": "Wie moet nog wat doen? Dat zegt samenwerk needs:",
        "all.adopt": "Eén stem erbij is niet genoeg: ook van elke soort moet er iemand voor zijn. "
        "Pas als de gemeente voor is, draagt de regio de wijziging, en gaat zij op haar dag in:",
        "back.head": "4. Een stap terug, een pauze, en weer verder",
        "back.start": "In weer een ander verloop bleken de huisartsen niet gevraagd. De tafel doet "
        "een stap terug, en gaat later verder waar zij was:",
        "back.end": "Na de nieuwe raadpleging begint het tellen opnieuw. De laatste regel laat "
        "zien dat oude standpunten niet blijven hangen.",
        "plugin.head": "5. Een regel van een plug-in",
        "plugin.start": "Wat niet in een werkwijze te schrijven is, kan een plug-in. Hier "
        "beoordeelt samenwerk-voorbeeld of ieder naar draagkracht bijdraagt:",
        "plugin.missing": "De plug-in samenwerk-voorbeeld is hier niet geïnstalleerd; de regel "
        "die zij meebrengt slaan wij over.",
        "plugin.elsewhere": "De plug-in samenwerk-voorbeeld is geïnstalleerd, maar de werkwijze "
        "die haar laat zien ligt bij de broncode en niet hier; die slaan wij over.",
        "record.head": "6. Een vastlegging die laat zien of eraan geschoven is",
        "record.start": "Van alles hierboven is elke handeling vastgelegd. Klopt dat nog?",
        "record.change": "In een kopie veranderen wij één letter in vastlegging {sequence}: "
        "{before} wordt {after}.",
        "record.cut": "In een andere kopie halen wij de laatste vastlegging weg, nummer "
        "{sequence}. Zonder houvast is dat niet te zien:",
        "record.expect": "Maar wie de eindcode bewaarde die samenwerk bij elke handeling geeft, "
        "ziet het meteen (--expect):",
        "end.head": "Zelf verder kijken",
        "end.start": "Alles staat in {file}, als oefening. Probeer bijvoorbeeld:",
        "end.edit": "Een eigen werkwijze begint met een map en een workflow.toml; kijk haar na "
        "met samenwerk check en speel haar na met samenwerk test.",
        "line.for": "{who} namens {other}",
        "line.refused": "NEE. {why}",
        "line.unmet": "NEE. Nog niet in orde: {names}.",
        "line.says": "{position} ({decision})",
        "line.records": "legt vast: {fact}: {value}",
        "line.hands_in": "dient in: {document}",
        "line.moves": "{step} > {state}",
        "founding": "(De oprichting hieraan vooraf, {count} handelingen, slaan wij over.)",
    },
    "en": {
        "title": "samenwerk: agreements that say what may happen, why, and what is still needed",
        "intro": "You see two workflows from practice: a regional plan by the Dutch Integral Care "
        "Agreement, and a table of care providers that speaks with one voice. The rules follow "
        "public sources. Whoever speaks, votes or objects here is invented.",
        "plan.head": "1. A regional plan on its real dates",
        "plan.start": "In September 2022 the Integral Care Agreement settled how a region makes "
        "its picture and its plan. This is how it goes; lines with NO were refused, and why.",
        "plan.picture": "The regional picture was due before 1 July 2023. The leading insurer and "
        "the appointed municipality start together: one of them is not enough.",
        "plan.adopt": "Then the delegation drafts, the rank and file is heard and the coalition "
        "decides, before 1 January 2024. One municipality votes through another, by a mandate.",
        "plan.time": "In 2028 the plan is recalibrated. samenwerk remembers: nobody needs to do "
        "that step.",
        "one.head": "2. A change that helps one provider",
        "one.start": "Another region. At the care table Care North wants to change a "
        "precondition: to choose staff first. All parties say what it brings them.",
        "one.refused": "The supporter tests the benefit. samenwerk refuses, and says for every "
        "condition what the answer rests on:",
        "one.end": "There is nothing to be had; the table withdraws the proposal.",
        "all.head": "3. A change that the region carries",
        "all.start": "Again, with a proposal that helps the whole region:",
        "all.mandate": "Then the care table settles its position. Care West gave a power to Care "
        "North, which still runs. The power of Care East ended on 31 December 2026:",
        "all.stand": "So Care East speaks for itself, with an objection. With a new text the old "
        "positions no longer count, and everybody is asked again:",
        "all.carry": "Now the regional table. The care table counts as one voice there, given by "
        "a representative. Four of the six votes is still too few:",
        "all.needs": "Who must still do what? samenwerk needs says so:",
        "all.adopt": "One more vote is not enough: of every sort somebody must be for. Only when "
        "the municipality is for does the region carry the change, and on its day it takes effect:",
        "back.head": "4. A step back, a pause, and on again",
        "back.start": "In yet another course the general practitioners turned out not to have "
        "been asked. The table takes a step back, and later goes on where it was:",
        "back.end": "After the new consultation counting begins anew. The last line shows that "
        "old positions do not linger.",
        "plugin.head": "5. A rule of a plugin",
        "plugin.start": "What cannot be written in a workflow, a plugin can. Here "
        "samenwerk-voorbeeld judges whether everybody pays by what it can bear:",
        "plugin.missing": "The plugin samenwerk-voorbeeld is not installed here; we skip the rule "
        "that it brings.",
        "plugin.elsewhere": "The plugin samenwerk-voorbeeld is installed, but the workflow that "
        "shows it lies with its source and not here; we skip it.",
        "record.head": "6. A record that shows whether it was tampered with",
        "record.start": "Of all the above every act was recorded. Is that still right?",
        "record.change": "In a copy we change one letter in event {sequence}: {before} becomes "
        "{after}.",
        "record.cut": "In another copy we take the last event away, number {sequence}. Without "
        "anything to hold on to that cannot be seen:",
        "record.expect": "But who kept the head that samenwerk gives with every act sees it at "
        "once (--expect):",
        "end.head": "Explore it yourself",
        "end.start": "Everything is in {file}, as a rehearsal. Try for example:",
        "end.edit": "A workflow of your own begins with a folder and a workflow.toml; check it "
        "with samenwerk check and play it with samenwerk test.",
        "line.for": "{who} on behalf of {other}",
        "line.refused": "NO. {why}",
        "line.unmet": "NO. Not in order yet: {names}.",
        "line.says": "{position} ({decision})",
        "line.records": "records: {fact}: {value}",
        "line.hands_in": "hands in: {document}",
        "line.moves": "{step} > {state}",
        "founding": "(We skip the founding before this, {count} acts.)",
    },
}
