"""What is said of plugins that are missing, do not fit or went wrong, in Dutch and English."""

WORDING = {
    "nl": {
        "error.plugin.missing": "Plug-in {plugin} is niet geïnstalleerd, en deze werkwijze heeft "
        "hem nodig. Installeer hem en probeer het opnieuw.",
        "error.plugin.version": "Van plug-in {plugin} staat hier versie {version}; deze werkwijze "
        "vraagt {wanted}. Installeer een versie die past.",
        "error.plugin.unfit": "Plug-in {plugin} {version} is gemaakt voor samenwerk {wanted}; hier "
        "staat {here}. Installeer versies die bij elkaar passen.",
        "error.plugin.import": "Plug-in {plugin} kan niet geladen worden: {detail}",
        "error.plugin.import.placed": "Plug-in {plugin} kan niet geladen worden, door {place}: "
        "{detail}",
        "plugin.loading.hung": "na {seconds} seconden was hij nog niet klaar, en is hij gestopt",
        "plugin.loading.busy": "na {seconds} seconden rekenen was hij nog niet klaar, en is hij "
        "gestopt",
        "plugin.loading.memory": "hij wilde meer geheugen dan {megabytes} MB",
        "plugin.loading.exited": "hij sloot het proces waarin hij geladen werd (code {code})",
        "plugin.loading.killed": "hij is bij het laden omgevallen ({signal})",
        "plugin.loading.garbled": "hij sloot de verbinding met ons",
        "plugin.mend.loading": "de maker moet dit verhelpen ({made}); wie zonder hem verder wil, "
        "installeert een versie die werkt of haalt hem uit plugins in de werkwijze",
        "plugin.mend.asking": "de maker moet dit verhelpen ({made}); wat niet op deze plug-in "
        "rust, kan gewoon doorgaan",
        "error.plugin.raised.placed": "Plug-in {plugin} ging mis bij {hook}, in {place}; er is "
        "niets vastgelegd. Wat hij meldde: {detail}",
        "error.plugin.raised": "Plug-in {plugin} ging mis bij {hook}; er is niets vastgelegd. "
        "Wat hij meldde: {detail}",
        "error.plugin.answered": "Plug-in {plugin} gaf bij {hook} een antwoord dat niet mag "
        "({answer}); gevraagd is {wanted}. Er is niets vastgelegd.",
        "wanted.days_off": "dagen, elk met wat voor dag het is",
        "wanted.days_of": "dagen van {year}, elk met wat voor dag het is",
        "wanted.amount": "een bedrag in hele centen, meer dan nul en minder dan 10^15",
        "wanted.cents": "een bedrag in hele centen, minder dan 10^15",
        "wanted.payee": "een ander dan wie betaalt",
        "wanted.key": "een sleutel die geen andere betaling van het dossier heeft",
        "wanted.due_items": "een lijst van DueItem",
        "wanted.due_items.most": "hoogstens {most} dagen",
        "wanted.due_item.once": "één DueItem met de sleutel {key}",
        "wanted.due_item.day": "een DueItem waarvan day een dag is, zonder uur",
        "wanted.due_item.what": "een DueItem waarvan what een Message is",
        "wanted.due_item.key": "een DueItem waarvan key een tekst is",
        "wanted.due_item.source": "een DueItem waarvan source een tekst is",
        "wanted.due_item.who": "een DueItem waarvan who een rij ids van partijen is: ('noord',)",
        "wanted.due_item.party": "een partij uit het register, niet {who}",
        "wanted.text": "een tekst",
        "wanted.text.most": "een tekst van hoogstens {most} tekens",
        "wanted.text.some": "een tekst die niet leeg is",
        "wanted.text.whole": "een tekst zonder halve tekens (UTF-8)",
        "wanted.bytes": "bytes",
        "wanted.bytes.most": "hoogstens {most} bytes",
        "wanted.rank": "een dag, een getal, ja of nee, of niets",
        "error.plugin.not_plain": "Plug-in {plugin} gaf bij {hook} iets dat geen gewone waarde is "
        "({answer}). Er is niets vastgelegd.",
        "error.plugin.unbalanced": "De posten die plug-in {plugin} geeft bij {hook}, sluiten niet: "
        "er blijft {amount} over. Wat de ene rekening krijgt, moet een andere geven.",
        "error.plugin.hooks": "Plug-in {plugin} vult haken in die er niet zijn: {hooks}.",
        "error.plugin.hidden": "Van plug-in {plugin} is haak {hook} niet te zien: {place} heet net "
        "zo en komt ervoor te staan. Geef dat bestand een andere naam.",
        "error.plugin.empty": "Plug-in {plugin} brengt niets mee: geen enkele haak is gemerkt "
        "met hookimpl.",
        "error.plugin.signature": "Plug-in {plugin} heeft een haak met een andere vorm dan "
        "afgesproken: {detail}",
        "error.plugin.twice": "Plug-in {plugin} brengt {name} twee keer mee ({hook}).",
        "error.plugin.clash": "Plug-ins {other} en {plugin} brengen allebei {name} mee ({hook}). "
        "Ze kunnen niet samen gebruikt worden.",
        "error.plugin.same_name": "Er zijn twee plug-ins die {plugin} heten: {first} en {second}. "
        "Geen van beide wordt gebruikt; verwijder er een.",
        "error.plugin.absent": "Plug-in {plugin} {version} brengt {name} niet mee ({hook}).",
        "error.plugin.parameters": "Wat de werkwijze aan regel {rule} van plug-in {plugin} "
        "meegeeft, past niet: {detail}",
        "error.plugin.set_aside": "Plug-in {plugin} ging {times} keer achter elkaar mis bij {hook} "
        "en wordt daar niet meer naar gevraagd. Opnieuw vragen kan met Engine.ask_anew, of door "
        "het programma opnieuw te starten. De laatste keer: {last}",
        "error.plugin.hung": "Plug-in {plugin} gaf bij {hook} binnen {seconds} seconden geen "
        "antwoord en is gestopt. Er is niets vastgelegd.",
        "error.plugin.busy": "Plug-in {plugin} rekende bij {hook} langer dan {seconds} seconden "
        "en is gestopt. Er is niets vastgelegd.",
        "error.plugin.memory": "Plug-in {plugin} wilde bij {hook} meer geheugen dan de "
        "{megabytes} MB die hij krijgt. Er is niets vastgelegd.",
        "error.plugin.exited": "Plug-in {plugin} sloot bij {hook} het proces waarin hij draait "
        "(code {code}). Er is niets vastgelegd.",
        "error.plugin.killed": "Plug-in {plugin} is bij {hook} omgevallen ({signal}). Er is "
        "niets vastgelegd.",
        "error.plugin.unfinished": "Plug-in {plugin} kwam bij {hook} nooit tot het einde, "
        "{times} {times|keer|keer}: misschien sluit hij het programma.",
        "error.plugin.garbled": "Plug-in {plugin} stuurde bij {hook} iets dat geen antwoord is. "
        "Er is niets vastgelegd.",
        "error.plugin.not_apart": "Plug-in {plugin} kan niet in een eigen proces gevraagd worden "
        "({hook}): hij is geen module die daar geladen kan worden.",
        "error.plugin.fact": "Plug-in {plugin} gaf voor {fact} een waarde die niet past "
        "({answer}). Er is niets vastgelegd.",
        "error.plugin.effect": "Wat plug-in {plugin} voor {effect} meekrijgt, past niet: {detail}",
        "error.plugin.facts_missing": "Plug-in {plugin} moet hier gegevens aanleveren, maar is "
        "er niet of werkt niet: {detail}",
    },
    "en": {
        "error.plugin.missing": "Plugin {plugin} is not installed, and this workflow needs it. "
        "Install it and try again.",
        "error.plugin.version": "Plugin {plugin} is here in version {version}; this workflow asks "
        "for {wanted}. Install a version that fits.",
        "error.plugin.unfit": "Plugin {plugin} {version} is made for samenwerk {wanted}; here is "
        "{here}. Install versions that fit each other.",
        "error.plugin.import": "Plugin {plugin} cannot be loaded: {detail}",
        "error.plugin.import.placed": "Plugin {plugin} cannot be loaded, by {place}: {detail}",
        "plugin.loading.hung": "after {seconds} seconds it was not ready, and was stopped",
        "plugin.loading.busy": "after {seconds} seconds of calculating it was not ready, and was "
        "stopped",
        "plugin.loading.memory": "it wanted more memory than {megabytes} MB",
        "plugin.loading.exited": "it closed the process in which it was loaded (code {code})",
        "plugin.loading.killed": "it fell over while it was loaded ({signal})",
        "plugin.loading.garbled": "it closed the line to us",
        "plugin.mend.loading": "who made it must mend this ({made}); to go on without it, install "
        "a version that works or take it out of plugins in the workflow",
        "plugin.mend.asking": "who made it must mend this ({made}); what does not rest on this "
        "plugin can go on",
        "error.plugin.raised.placed": "Plugin {plugin} went wrong at {hook}, in {place}; nothing "
        "was recorded. What it said: {detail}",
        "error.plugin.raised": "Plugin {plugin} went wrong at {hook}; nothing was recorded. "
        "What it said: {detail}",
        "error.plugin.answered": "Plugin {plugin} gave an answer to {hook} that it may not give "
        "({answer}); asked is {wanted}. Nothing was recorded.",
        "wanted.days_off": "days, each with what day it is",
        "wanted.days_of": "days of {year}, each with what day it is",
        "wanted.amount": "an amount in whole cents, more than nothing and below 10^15",
        "wanted.cents": "an amount in whole cents, below 10^15",
        "wanted.payee": "somebody else than who pays",
        "wanted.key": "a key that no other payment of the case has",
        "wanted.due_items": "a list of DueItem",
        "wanted.due_items.most": "at most {most} items",
        "wanted.due_item.once": "one item with the key {key}",
        "wanted.due_item.day": "a DueItem whose day is a date",
        "wanted.due_item.what": "a DueItem whose what is a Message",
        "wanted.due_item.key": "a DueItem with a key, which is a text",
        "wanted.due_item.source": "a DueItem whose source is a text",
        "wanted.due_item.who": "a DueItem whose who are ids of parties: ('noord',)",
        "wanted.due_item.party": "a party of the register, not {who}",
        "wanted.text": "a text",
        "wanted.text.most": "a text of at most {most} characters",
        "wanted.text.some": "a text that is not empty",
        "wanted.text.whole": "a text without half characters (UTF-8)",
        "wanted.bytes": "bytes",
        "wanted.bytes.most": "at most {most} bytes",
        "wanted.rank": "a day, a number, yes or no, or nothing",
        "error.plugin.not_plain": "Plugin {plugin} gave something at {hook} that is no plain value "
        "({answer}). Nothing was recorded.",
        "error.plugin.unbalanced": "The entries that plugin {plugin} gives at {hook} do not "
        "balance: {amount} is left. What one account gets, another must give.",
        "error.plugin.hooks": "Plugin {plugin} fills in hooks that are not there: {hooks}.",
        "error.plugin.hidden": "Hook {hook} of plugin {plugin} cannot be seen: {place} is called "
        "the same and takes its place. Give that file another name.",
        "error.plugin.empty": "Plugin {plugin} brings nothing: no hook is marked with hookimpl.",
        "error.plugin.signature": "Plugin {plugin} has a hook of another form than agreed: "
        "{detail}",
        "error.plugin.twice": "Plugin {plugin} brings {name} twice ({hook}).",
        "error.plugin.clash": "Plugins {other} and {plugin} both bring {name} ({hook}). "
        "They cannot be used together.",
        "error.plugin.same_name": "There are two plugins called {plugin}: {first} and {second}. "
        "Neither is used; remove one.",
        "error.plugin.absent": "Plugin {plugin} {version} does not bring {name} ({hook}).",
        "error.plugin.parameters": "What the workflow gives rule {rule} of plugin {plugin} does "
        "not fit: {detail}",
        "error.plugin.set_aside": "Plugin {plugin} went wrong at {hook} {times} times in a row "
        "and is no longer asked for it. Ask again with Engine.ask_anew, or by starting the "
        "program anew. The last time: {last}",
        "error.plugin.hung": "Plugin {plugin} gave no answer to {hook} within {seconds} seconds "
        "and was stopped. Nothing was recorded.",
        "error.plugin.busy": "Plugin {plugin} went on calculating at {hook} for more than "
        "{seconds} seconds and was stopped. Nothing was recorded.",
        "error.plugin.memory": "Plugin {plugin} wanted more memory at {hook} than the "
        "{megabytes} MB that it gets. Nothing was recorded.",
        "error.plugin.exited": "Plugin {plugin} closed the process it runs in at {hook} "
        "(code {code}). Nothing was recorded.",
        "error.plugin.killed": "Plugin {plugin} fell over at {hook} ({signal}). Nothing was "
        "recorded.",
        "error.plugin.unfinished": "Plugin {plugin} never came to the end of {hook}, {times} "
        "{times|time|times}: perhaps it closes the program.",
        "error.plugin.garbled": "Plugin {plugin} sent something at {hook} that is no answer. "
        "Nothing was recorded.",
        "error.plugin.not_apart": "Plugin {plugin} cannot be asked in a process of its own "
        "({hook}): it is no module that can be loaded there.",
        "error.plugin.fact": "Plugin {plugin} gave a value for {fact} that does not fit "
        "({answer}). Nothing was recorded.",
        "error.plugin.effect": "What plugin {plugin} gets along for {effect} does not fit: "
        "{detail}",
        "error.plugin.facts_missing": "Plugin {plugin} must supply facts here, but is not there "
        "or does not work: {detail}",
    },
}
"""Language to message id to sentence."""
