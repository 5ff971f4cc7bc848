"""The effect `letter`: a letter put as a file in a folder, once for each key."""

from __future__ import annotations

import os
from pathlib import Path

from samenwerk import Delivered, Parameter, PluginEffect, Sending

FOLDER = "post"


def deliver(sending: Sending) -> Delivered:
    """Put the letter there; a second time it is the same file with the same words."""
    path = path_of(sending)
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}.half")
    half.write_text(text_of(sending), encoding="utf-8")
    half.replace(path)
    return Delivered({"number": number_of(sending)})


def look_up(sending: Sending) -> Delivered | None:
    """Whether the letter is there: its file is written whole or not at all."""
    return Delivered({"number": number_of(sending)}) if path_of(sending).is_file() else None


def path_of(sending: Sending) -> Path:
    """The file of a letter: its name is the key, which no other letter has."""
    return Path(str(sending.parameters["folder"])) / f"{sending.key}.txt"


def number_of(sending: Sending) -> int:
    """A number to find it back by, the same at every attempt."""
    return int(sending.key[:6], 16)


def text_of(sending: Sending) -> str:
    """The letter itself: to whom, of which day, about what."""
    to = sending.parameters["to"]
    names = [dict(one.names).get("nl", one.id) for one in to] if isinstance(to, tuple) else []
    head = [f"Aan: {', '.join(names)}", f"Datum: {sending.day}"]
    about = f"Betreft: {sending.parameters['subject']}"
    return "\n".join([*head, about, "", str(sending.parameters["text"]), ""])


LETTER = PluginEffect(
    name="letter",
    labels={"nl": "een brief in een map", "en": "a letter in a folder"},
    deliver=deliver,
    look_up=look_up,
    parameters=(
        Parameter("to", "parties", None, {"nl": "aan wie", "en": "to whom"}),
        Parameter("subject", "text", None, {"nl": "waarover", "en": "about what"}),
        Parameter("text", "text", "", {"nl": "wat erin staat", "en": "what it says"}),
        Parameter("folder", "text", FOLDER, {"nl": "de map", "en": "the folder"}),
    ),
    gives=(Parameter("number", "whole_number", 0, {"nl": "nummer", "en": "number"}),),
)
