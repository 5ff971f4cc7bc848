"""Errors of samenwerk as sentences."""

import pytest

from samenwerk.language.catalogue import Speaker, built_in
from samenwerk.language.errors import say_error
from samenwerk.store.contract import FAULTS, fault
from samenwerk.values import errors
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.errors import (
    CommandReused,
    Conflict,
    Misuse,
    NotReadable,
    PluginError,
    RecordBroken,
    SamenwerkError,
    StoreVersion,
    UnknownName,
)
from samenwerk.values.message import Message
from samenwerk.values.place import Place

FAULT = Diagnostic("SW001", Place("a.toml", 1, 1))


@pytest.mark.parametrize(
    ("error", "nl", "en"),
    [
        (
            UnknownName("", what="step", name="afronde", nearest="afronden"),
            'Er is geen stap met de naam "afronde". Bedoelde u "afronden"?',
            'There is no step named "afronde". Did you mean "afronden"?',
        ),
        (
            UnknownName("", what="case", name="c\n9"),
            'Er is geen dossier met de naam "c 9".',
            'There is no case named "c 9".',
        ),
        (
            NotReadable((FAULT, FAULT)),
            "De werkwijze is niet te lezen: 2 fouten. Bekijk ze met samenwerk check.",
            "The workflow cannot be read: 2 faults. Look at them with samenwerk check.",
        ),
        (
            Misuse("no day", what="moment"),
            "Dit kan zo niet gevraagd worden: no day.",
            "This cannot be asked in this way: no day.",
        ),
        (
            Misuse("...", what="type", name="kleur"),
            'Het type "kleur" bestaat niet.',
            'There is no type "kleur".',
        ),
        (
            Conflict("", collaboration="regio", stands=3, expected=2),
            "Iemand anders was u voor in deze samenwerking. "
            "Kijk hoe het er nu voor staat en doe het opnieuw.",
            "Somebody else was first in this collaboration. "
            "Look how things stand now and do it again.",
        ),
        (
            CommandReused("", command="c1"),
            "Opdracht c1 is al eerder gegeven, met een andere inhoud. Geef deze een nieuw nummer.",
            "Command c1 was given before, with other content. Give this one a new number.",
        ),
        (
            RecordBroken("", sequence=12_345, what="x.y", why=Message("day.today")),
            "Het logboek klopt niet vanaf nummer 12345: vandaag.",
            "The record is not right from number 12345 on: today.",
        ),
        (
            RecordBroken("not an event", what="own.unreadable"),
            "Het logboek klopt niet meer: er is iets veranderd, weggehaald of onleesbaar.",
            "The record is no longer right: something was changed, removed or made unreadable.",
        ),
        (
            StoreVersion("", path="a.db", found=3, known=2),
            "Dit is geschreven door een nieuwere samenwerk (versie 3; deze leest tot en met 2). "
            "Werk samenwerk bij en probeer het opnieuw. (a.db)",
            "This was written by a newer samenwerk (version 3; this one reads up to 2). "
            "Update samenwerk and try again. (a.db)",
        ),
        (
            fault("full", "/data/a.db", "disk I/O"),
            "De schijf is vol. (/data/a.db; disk I/O)",
            "The disk is full. (/data/a.db; disk I/O)",
        ),
        (
            PluginError("voorbeeld raised", plugin="voorbeeld"),
            "Een plugin ontbreekt, past niet of gaf een verkeerd antwoord: voorbeeld raised.",
            "A plugin is missing, does not fit or gave a wrong answer: voorbeeld raised.",
        ),
        (
            SamenwerkError("boem\x1b[2J"),
            "Er ging bij samenwerk zelf iets mis: boem<U+001B>[2J.",
            "Something went wrong in samenwerk itself: boem<U+001B>[2J.",
        ),
    ],
)
def test_sentences(error: SamenwerkError, nl: str, en: str) -> None:
    """Each error says what went wrong, and what to do when something can be done."""
    assert (nl, en) == (say_error(error, Speaker("nl")), say_error(error, Speaker("en")))


def test_every_error_class_has_a_sentence() -> None:
    """No error that samenwerk raises falls back to that of the class above it."""
    classes = [
        one
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, SamenwerkError)
    ]

    assert [] == [one.id for one in classes if one.id not in built_in().sentences["nl"]]


def test_every_fault_of_a_store_has_a_sentence() -> None:
    """What a store can report is said in both languages."""
    ids = {f"error.store.{what}" for what in FAULTS}

    assert set() == ids - set(built_in().sentences["nl"])


def test_an_error_of_a_plugin_is_said_as_the_one_above_it() -> None:
    """A class that we do not know has a parent that we do."""

    class Strange(PluginError):
        id = "strange.error"

    assert "Een plugin ontbreekt, past niet of gaf een verkeerd antwoord: x." == say_error(
        Strange("x"), Speaker("nl")
    )
