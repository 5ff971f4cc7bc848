"""A plugin whose facts, report and export say in which process they were asked."""

import os

from samenwerk import PluginExport, PluginFacts, PluginReport, Question, hookimpl

__version__ = "1.0"
LABELS = {"nl": "proces", "en": "process"}


def process(question: Question) -> dict[str, int]:
    """Where it is asked; goes wrong when there is an amount."""
    if question.fact("amount") is not None:
        raise ValueError("an amount")
    return {"process": os.getpid()}


@hookimpl
def facts() -> list[PluginFacts]:
    """The process in which it is asked."""
    return [PluginFacts("process", ("process",), process)]


@hookimpl
def reports() -> list[PluginReport]:
    """The same, with who is asked about."""
    def render(whole: object, lang: str, format: str) -> str:
        return f"{whole.collaboration.id} {lang} {os.getpid()}"  # type: ignore[attr-defined]

    return [PluginReport("process", LABELS, ("text",), render)]


@hookimpl
def exports() -> list[PluginExport]:
    """The same as bytes."""
    return [PluginExport("process", LABELS, "txt", lambda whole: str(os.getpid()).encode())]
