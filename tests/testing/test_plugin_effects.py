"""What the contract suite asks of an effect: once for a key, and known afterwards."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.testing.contracts import LABELS, contract, good

from samenwerk import Delivered, Parameter, PluginEffect, Sending


class Post:
    """Letters by their keys, with one thing wrong."""

    def __init__(self, wrong: str) -> None:
        self.wrong, self.sent = wrong, list[str]()

    def deliver(self, sending: Sending) -> Any:
        """Send it, once more when that is what is wrong."""
        if sending.key not in self.sent or self.wrong == "again":
            self.sent.append(sending.key)
        if self.wrong == "raises":
            raise OSError("no post")
        return Delivered({"number": len(self.sent)} if self.wrong != "odd" else {"size": 1})

    def look_up(self, sending: Sending) -> Any:
        """Whether it was sent."""
        if sending.key in self.sent and self.wrong != "forgets":
            return Delivered({"number": len(self.sent)})
        return Delivered() if self.wrong == "knows" else None


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("", ""),
        ("again", "a second attempt with the same key gives"),
        ("forgets", "does not know it after it was delivered: it would be sent twice"),
        ("knows", "look_up knows a key that was never delivered"),
        ("raises", "effects letter: plugin proef"),
        ("odd", "asked is one of number"),
    ],
    ids=["right", "again", "forgets", "knows", "raises", "odd"],
)
def test_an_effect_comes_about_once(wrong: str, sentence: str, home: Path, tmp_path: Path) -> None:
    """For a key, however often it is asked."""
    post = Post(wrong)
    number = Parameter("number", "whole_number", 0, LABELS)
    effect = PluginEffect("letter", LABELS, post.deliver, post.look_up, (), (number,))
    sending = Sending("abc", "letter", "region", "t", date(2027, 2, 1))
    suite = contract(
        good(effects=[effect]), home, sendings=lambda self, folder: {"letter": [sending]}
    )()
    if not wrong:
        suite.test_an_effect_comes_about_once_for_a_key(tmp_path)
        return
    with pytest.raises(pytest.fail.Exception) as fault:
        suite.test_an_effect_comes_about_once_for_a_key(tmp_path)
    assert sentence in str(fault.value)


def test_an_effect_that_is_not_tried(home: Path, tmp_path: Path) -> None:
    """Its author says with what, or that it is tried elsewhere."""
    effect = PluginEffect("letter", LABELS, lambda sending: Delivered(), lambda sending: None)
    with pytest.raises(pytest.fail.Exception, match="effects letter is not tried"):
        contract(good(effects=[effect]), home)().test_an_effect_comes_about_once_for_a_key(tmp_path)
    suite = contract(good(effects=[effect]), home, outside=("letter",))
    suite().test_an_effect_comes_about_once_for_a_key(tmp_path)
