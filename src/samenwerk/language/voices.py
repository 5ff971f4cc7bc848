"""What says and duties ask, in words: for the sentences of steps that rest on them.

How one turned out is said by its leaf; what one says as a whole is `explained`.
"""

from __future__ import annotations

from samenwerk.core.leaves.duty import Duty
from samenwerk.core.leaves.say import Say
from samenwerk.language.catalogue import Speaker
from samenwerk.values.message import Name


def voice_text(leaf: Say | Duty, speaker: Speaker) -> str:
    """What the condition asks, before any case."""
    if isinstance(leaf, Duty):
        return speaker.words("said.duty", duty=Name("duty", leaf.full_name))
    say = leaf.declared
    home = say.lifecycle or speaker.labels.lifecycle
    ending = say.right if leaf.asks == "said" else leaf.asks
    return speaker.words(
        f"said.say.{ending}", say=Name("say", leaf.full_name), term=say.wait,
        step=Name("step", f"{home}.{say.after}"),
    )  # fmt: skip


WORDING = {
    "nl": {
        "said.duty": "{duty} is op tijd gedaan",
        "said.say.be_told": "{say} is bekendgemaakt",
        "said.say.be_heard": "bij {say} is iedereen gehoord",
        "said.say.ask": "bij {say} konden vragen worden gesteld",
        "said.say.advise": "{say} is uitgebracht",
        "said.say.agree": "{say} is gegeven",
        "said.say.authorise": "{say} is gegeven",
        "said.say.followed": "bij {say} is niemand tegen",
        "said.say.waited": "bij {say} is niemand tegen, of het is {term} na {step}",
    },
    "en": {
        "said.duty": "{duty} was done in time",
        "said.say.be_told": "{say} was made known",
        "said.say.be_heard": "at {say} everyone was heard",
        "said.say.ask": "at {say} questions could be asked",
        "said.say.advise": "{say} was given",
        "said.say.agree": "{say} was given",
        "said.say.authorise": "{say} was given",
        "said.say.followed": "at {say} nobody is against",
        "said.say.waited": "at {say} nobody is against, or it is {term} after {step}",
    },
}
