"""The rule `largest_share`, in stories of a few lines."""

from decimal import Decimal

import samenwerk_voorbeeld
from samenwerk.testing import Story, building, gathered, given

PLUGINS = gathered(samenwerk_voorbeeld)
WORKFLOW = (
    building("small", "voorbeeld>=0.1")
    .lifecycle("sharing", "open", "agreed")
    .fact("contribution", "money", per="party")
    .rule("spread", "voorbeeld.largest_share", with_={"most": "2/3"})
    .step("agree", "open", "agreed", needs=["spread"])
)


def sharing(**amounts: int) -> Story:
    """A sharing in which each party contributes this."""
    story = given(WORKFLOW, plugins=PLUGINS).does("sharing.begin")
    for party, amount in amounts.items():
        story.records("contribution", Decimal(amount), of=party)
    return story


def test_nobody_bears_too_much() -> None:
    """Exactly that part is not too much."""
    then = sharing(noord=200, zuid=50, oost=50).when.does("sharing.agree")
    assert ("allowed", "agreed") == (then.verdict, then.state())


def test_who_bears_too_much_is_named() -> None:
    """With what would help."""
    then = sharing(noord=400, zuid=50, oost=50).when.does("sharing.agree")
    assert ("not_yet", ("spread",), "open") == (then.verdict, then.because, then.state())
    assert "Noord" in then.says("en")


def test_without_contributions_it_is_not_known() -> None:
    """And that is no yes."""
    then = sharing().when.asks("sharing.agree")
    assert {"spread": 1} == then.truths
