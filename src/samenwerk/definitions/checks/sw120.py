"""A plugin that is named and cannot be used."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, changed, found_while_reading, plus
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW120"
title = {"nl": "Een plug-in die niet gebruikt kan worden", "en": "A plugin that cannot be used"}

TEXTS: TextsByCode = {
    "SW120 form": {
        "nl": Texts(
            "{written} wijst geen regel van een plug-in aan",
            "hier horen plug-in en regel",
            "zo is niet te zien welke plug-in de regel heeft.",
            'schrijf plug-in, punt, regel, als "voorbeeld.regel".',
        ),
        "en": Texts(
            "{written} does not point to a rule of a plugin",
            "plugin and rule belong here",
            "nobody can see which plugin has the rule.",
            'write plugin, point, rule, as "voorbeeld.rule".',
        ),
    },
    "SW120 effect_form": {
        "nl": Texts(
            "{written} wijst niets van een plug-in aan",
            "hier horen plug-in en wat die doet",
            "zo is niet te zien welke plug-in het moet doen.",
            'schrijf plug-in, punt, naam, als "voorbeeld.letter".',
        ),
        "en": Texts(
            "{written} does not point to anything of a plugin",
            "plugin and what it does belong here",
            "nobody can see which plugin is to do it.",
            'write plugin, point, name, as "voorbeeld.letter".',
        ),
    },
    "SW120 effect": {
        "nl": Texts(
            "de plug-in {plugin} kan {written} niet",
            "dit doet de plug-in niet",
            "wat geen plug-in doet, gebeurt nooit.",
            "kijk met samenwerk plugins wat de plug-in doet.",
        ),
        "en": Texts(
            "the plugin {plugin} cannot do {written}",
            "this the plugin does not do",
            "what no plugin does never happens.",
            "see with samenwerk plugins what the plugin does.",
        ),
    },
    "SW120 not_named": {
        "nl": Texts(
            "de plug-in {plugin} staat niet bij [workflow]",
            "deze plug-in is niet genoemd",
            "wie deze werkwijze gebruikt moet weten welke plug-ins nodig zijn.",
            'schrijf onder [workflow]: plugins = ["{plugin}>=0.1"].',
        ),
        "en": Texts(
            "the plugin {plugin} is not named at [workflow]",
            "this plugin is not named",
            "who uses this workflow must know which plugins it needs.",
            'write below [workflow]: plugins = ["{plugin}>=0.1"].',
        ),
    },
    "SW120 rule": {
        "nl": Texts(
            "de plug-in {plugin} heeft geen regel {written}",
            "deze regel is er niet",
            "zonder die regel komt er nooit een antwoord.",
            "kijk met samenwerk plugins welke regels er zijn.",
        ),
        "en": Texts(
            "the plugin {plugin} has no rule {written}",
            "this rule is not there",
            "without that rule there is never an answer.",
            "see with samenwerk plugins which rules there are.",
        ),
    },
    "SW120 part_form": {
        "nl": Texts(
            "{written} wijst geen deel van een plug-in aan",
            "hier horen plug-in en deel",
            "zo is niet te zien welke plug-in het deel meebrengt.",
            'schrijf plug-in, punt, deel, als "geldstromen.wlz".',
        ),
        "en": Texts(
            "{written} does not point to a part of a plugin",
            "plugin and part belong here",
            "nobody can see which plugin brings the part.",
            'write plugin, point, part, as "geldstromen.wlz".',
        ),
    },
    "SW120 part": {
        "nl": Texts(
            "de plug-in {plugin} brengt geen deel {written} mee",
            "dit deel is er niet",
            "zonder dat deel is niet bekend wat hier geldt.",
            "kijk met samenwerk plugins welke delen er zijn.",
        ),
        "en": Texts(
            "the plugin {plugin} brings no part {written}",
            "this part is not there",
            "without that part nobody knows what holds here.",
            "see with samenwerk plugins which parts there are.",
        ),
    },
    "SW120 part_says": {
        "nl": Texts(
            "het deel {part} zegt {written}, en dat kan alleen een werkwijze zelf",
            "dit hoort niet in een deel",
            "een deel wordt in een werkwijze gelegd en is er zelf geen.",
            "laat {written} weg uit het deel van de plug-in.",
        ),
        "en": Texts(
            "the part {part} says {written}, and only a workflow itself can",
            "this does not belong in a part",
            "a part is laid into a workflow and is none itself.",
            "leave {written} out of the part of the plugin.",
        ),
    },
    "SW120 fits": {
        "nl": Texts(
            "het deel {written} is geschreven voor {wanted}, en dit bouwt voort op {found}",
            "dit deel past hier niet",
            "een deel rekent op namen en afspraken van de werkwijze waarvoor het geschreven is.",
            "bouw voort op {wanted}, of neem een deel dat hier past.",
        ),
        "en": Texts(
            "the part {written} is written for {wanted}, and this builds on {found}",
            "this part does not fit here",
            "a part counts on names and agreements of the workflow it was written for.",
            "build on {wanted}, or take a part that fits here.",
        ),
    },
    "SW120 fits_nothing": {
        "nl": Texts(
            "het deel {written} is geschreven voor {wanted}, en dit bouwt daar niet op voort",
            "dit deel past hier niet",
            "een deel rekent op namen en afspraken van de werkwijze waarvoor het geschreven is.",
            "bouw met extends voort op {wanted}, of neem een deel dat hier past.",
        ),
        "en": Texts(
            "the part {written} is written for {wanted}, and this does not build on that",
            "this part does not fit here",
            "a part counts on names and agreements of the workflow it was written for.",
            "build on {wanted} with extends, or take a part that fits here.",
        ),
    },
    "SW120 need": {
        "nl": Texts(
            "{written} is geen naam van een plug-in met versies",
            "dit wordt niet begrepen",
            "zonder versie kan een plug-in ongemerkt anders gaan oordelen.",
            'schrijf naam en versies, als "voorbeeld>=0.1,<1".',
        ),
        "en": Texts(
            "{written} is no name of a plugin with versions",
            "this is not understood",
            "without versions a plugin could begin to judge otherwise unseen.",
            'write name and versions, as "voorbeeld>=0.1,<1".',
        ),
    },
    "SW120 missing": {
        "nl": Texts(
            "de plug-in {written} is niet geïnstalleerd",
            "deze plug-in is er niet",
            "zonder de plug-in kan niemand zijn regels beoordelen.",
            "installeer de plug-in, of haal hem hier weg als geen regel hem gebruikt.",
        ),
        "en": Texts(
            "the plugin {written} is not installed",
            "this plugin is not there",
            "without the plugin nobody can judge its rules.",
            "install the plugin, or take it away here if no rule uses it.",
        ),
    },
    "SW120 version": {
        "nl": Texts(
            "van de plug-in {written} is versie {found} geïnstalleerd, en nodig is {wanted}",
            "deze versie is er niet",
            "een andere versie kan anders oordelen.",
            "installeer een versie die past, of pas aan welke versies u aanvaardt.",
        ),
        "en": Texts(
            "of the plugin {written} version {found} is installed, and needed is {wanted}",
            "this version is not there",
            "another version may judge otherwise.",
            "install a version that fits, or change which versions you accept.",
        ),
    },
    "SW120 method": {
        "nl": Texts(
            "de plug-in {plugin} heeft geen methode {written}",
            "deze methode is er niet",
            "zonder die methode valt het besluit nooit.",
            "kijk met samenwerk plugins welke methoden er zijn.",
        ),
        "en": Texts(
            "the plugin {plugin} has no method {written}",
            "this method is not there",
            "without that method the decision is never taken.",
            "see with samenwerk plugins which methods there are.",
        ),
    },
    "SW120 parameter": {
        "nl": Texts(
            "de methode {plugin} kent {written} niet",
            "dit heeft de methode niet nodig",
            "de methode kijkt er niet naar, terwijl het iets lijkt te regelen.",
            "haal {written} weg, of verbeter de naam.",
        ),
        "en": Texts(
            "the method {plugin} does not know {written}",
            "the method does not need this",
            "the method does not look at it, while it seems to settle something.",
            "take {written} away, or mend its name.",
        ),
    },
    "SW120 lacking": {
        "nl": Texts(
            "de methode {plugin} heeft {written} nodig",
            "hier ontbreekt {written}",
            "zonder {written} kan de methode niet rekenen.",
            "schrijf bij het besluit: with = { {written} = ... }.",
        ),
        "en": Texts(
            "the method {plugin} needs {written}",
            "{written} is missing here",
            "without {written} the method cannot work.",
            "write with the decision: with = { {written} = ... }.",
        ),
    },
    "SW120 takes": {
        "nl": Texts(
            "de methode {plugin} rekent met {written}, en dat staat er niet",
            "bij dit besluit ontbreekt {written}",
            "zonder {written} weet de methode niet waarmee zij rekent.",
            "noem bij het besluit na {written} = het gegeven waar het om gaat.",
        ),
        "en": Texts(
            "the method {plugin} works with {written}, and that is not there",
            "{written} is missing from this decision",
            "without {written} the method does not know what to work with.",
            "name the fact it is about after {written} = in the decision.",
        ),
    },
    "SW120 value": {
        "nl": Texts(
            "{written} past niet bij wat de methode {plugin} vraagt",
            "hier hoort {kind}",
            "met een waarde van een andere soort kan de methode niet rekenen.",
            'schrijf hier {kind}, of een instelling: { parameter = "naam" }.',
        ),
        "en": Texts(
            "{written} does not fit what the method {plugin} asks",
            "{kind} belongs here",
            "the method cannot work with a value of another type.",
            'write {kind} here, or a parameter: { parameter = "name" }.',
        ),
    },
    "SW120 rule_parameter": {
        "nl": Texts(
            "de regel {plugin} kent {written} niet",
            "dit heeft de regel niet nodig",
            "de plug-in kijkt er niet naar, terwijl het iets lijkt te regelen.",
            "haal {written} weg, of verbeter de naam.",
        ),
        "en": Texts(
            "the rule {plugin} does not know {written}",
            "the rule does not need this",
            "the plugin does not look at it, while it seems to settle something.",
            "take {written} away, or mend its name.",
        ),
    },
    "SW120 rule_lacking": {
        "nl": Texts(
            "de regel {plugin} heeft {written} nodig",
            "hier ontbreekt {written}",
            "zonder {written} kan de plug-in niet oordelen.",
            "schrijf bij de regel: with = { {written} = ... }.",
        ),
        "en": Texts(
            "the rule {plugin} needs {written}",
            "{written} is missing here",
            "without {written} the plugin cannot judge.",
            "write with the rule: with = { {written} = ... }.",
        ),
    },
    "SW120 rule_value": {
        "nl": Texts(
            "{written} past niet bij wat de regel {plugin} vraagt",
            "hier hoort {kind}",
            "met een waarde van een andere soort kan de plug-in niet oordelen.",
            'schrijf hier {kind}, of een instelling: { parameter = "naam" }.',
        ),
        "en": Texts(
            "{written} does not fit what the rule {plugin} asks",
            "{kind} belongs here",
            "the plugin cannot judge with a value of another type.",
            'write {kind} here, or a parameter: { parameter = "name" }.',
        ),
    },
}

good = BASE
bad = changed('all = [{ fact = "kosten", at_most = "grens" }]', 'plugin = "rekenhulp.eerlijk"')
cases: Cases = {
    "form": plus('[rule.eerlijk]\nnl = "Eerlijk"\nplugin = "eerlijk"\n'),
    "effect_form": plus(
        '[effect.brief]\nnl = "Brief"\non_step = "collaboration.begin"\nplugin = "brief"\n'
    ),
    "need": changed('version = "1"', 'version = "1"\nplugins = ["voorbeeld>="]'),
    "part_form": changed('version = "1"', 'version = "1"\nuses = ["wlz"]'),
    "missing": changed('version = "1"', 'version = "1"\nplugins = ["rekenhulp>=1"]'),
}

check = found_while_reading
