"""What is said of plugins that are missing, do not fit or went wrong, in Dutch and English."""

WORDING = {
    "nl": {
        "error.plugin.missing": "Plug-in {plugin} is niet geïnstalleerd, en deze werkwijze heeft "
        "die nodig. Installeer hem en probeer het opnieuw.",
        "error.plugin.version": "Van plug-in {plugin} staat hier versie {version}; deze werkwijze "
        "vraagt {wanted}. Installeer een versie die past.",
        "error.plugin.import": "Plug-in {plugin} kan niet geladen worden: {detail}",
        "error.plugin.raised": "Plug-in {plugin} ging mis bij {hook}; er is niets vastgelegd. "
        "Wat hij meldde: {detail}",
        "error.plugin.answered": "Plug-in {plugin} gaf bij {hook} een antwoord dat niet mag "
        "({answer}); gevraagd is {wanted}. Er is niets vastgelegd.",
        "error.plugin.hooks": "Plug-in {plugin} vult haken in die er niet zijn: {hooks}.",
        "error.plugin.empty": "Plug-in {plugin} brengt niets mee: geen enkele haak is gemerkt "
        "met hookimpl.",
        "error.plugin.signature": "Plug-in {plugin} heeft een haak met een andere vorm dan "
        "afgesproken: {detail}",
        "error.plugin.twice": "Plug-in {plugin} brengt {name} twee keer mee ({hook}).",
        "error.plugin.clash": "Plug-ins {other} en {plugin} brengen allebei {name} mee ({hook}). "
        "Ze kunnen niet samen gebruikt worden.",
        "error.plugin.absent": "Plug-in {plugin} {version} brengt {name} niet mee ({hook}).",
        "error.plugin.parameters": "Wat de werkwijze aan regel {rule} van plug-in {plugin} "
        "meegeeft, past niet: {detail}",
        "error.plugin.fact": "Plug-in {plugin} gaf voor {fact} een waarde die niet past "
        "({answer}). Er is niets vastgelegd.",
        "error.plugin.facts_missing": "Plug-in {plugin} moet hier gegevens aanleveren, maar is "
        "er niet of werkt niet: {detail}",
    },
    "en": {
        "error.plugin.missing": "Plugin {plugin} is not installed, and this workflow needs it. "
        "Install it and try again.",
        "error.plugin.version": "Plugin {plugin} is here in version {version}; this workflow asks "
        "for {wanted}. Install a version that fits.",
        "error.plugin.import": "Plugin {plugin} cannot be loaded: {detail}",
        "error.plugin.raised": "Plugin {plugin} went wrong at {hook}; nothing was recorded. "
        "What it said: {detail}",
        "error.plugin.answered": "Plugin {plugin} gave an answer to {hook} that it may not give "
        "({answer}); asked is {wanted}. Nothing was recorded.",
        "error.plugin.hooks": "Plugin {plugin} fills in hooks that are not there: {hooks}.",
        "error.plugin.empty": "Plugin {plugin} brings nothing: no hook is marked with hookimpl.",
        "error.plugin.signature": "Plugin {plugin} has a hook of another form than agreed: "
        "{detail}",
        "error.plugin.twice": "Plugin {plugin} brings {name} twice ({hook}).",
        "error.plugin.clash": "Plugins {other} and {plugin} both bring {name} ({hook}). "
        "They cannot be used together.",
        "error.plugin.absent": "Plugin {plugin} {version} does not bring {name} ({hook}).",
        "error.plugin.parameters": "What the workflow gives rule {rule} of plugin {plugin} does "
        "not fit: {detail}",
        "error.plugin.fact": "Plugin {plugin} gave a value for {fact} that does not fit "
        "({answer}). Nothing was recorded.",
        "error.plugin.facts_missing": "Plugin {plugin} must supply facts here, but is not there "
        "or does not work: {detail}",
    },
}
"""Language to message id to sentence."""
