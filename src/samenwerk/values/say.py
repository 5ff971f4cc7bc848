"""Say: what those who do not decide may do before something is done: hear, ask, advise, agree.

Declarations only; where a say stands in a case is `core.says`.
"""

from __future__ import annotations

import attrs

from samenwerk.values.time import Term
from samenwerk.values.tree import Node
from samenwerk.values.who import Declared, Who

RIGHTS = ("be_told", "be_heard", "ask", "advise", "agree", "authorise")
CONSENTS = ("agree", "authorise")
"""The rights whose no is a no: without a yes, or what may replace it, nothing goes on."""
SILENCES = ("waits", "goes_on", "against")


@attrs.frozen(kw_only=True)
class Say(Declared):
    """The right of each of `by` to be told, be heard, ask, advise, agree or authorise.

    They were asked at the last doing of `opens_at` (else when the case was opened); what was
    said before that no longer counts. Where nobody has this say it is open, or met when
    `met_when_empty`. Once `answer_within` has passed, silence means `if_silent`;
    what is said later still counts. `before` are full names of steps that need this say.

    When somebody is against: `first` is a step to be done after it, `reasons` asks an explanation
    of who goes on, and `holds_up` must wait so long (`wait`) after `after`. `instead` is what may
    replace a yes.
    """

    by: tuple[Who, ...]
    right: str
    lifecycle: str | None = None
    opens_at: str | None = None
    before: tuple[str, ...] = ()
    notice: Term | None = None
    answer_within: Term | None = None
    if_silent: str = "waits"
    met_when_empty: bool = False
    first: str | None = None
    reasons: bool = False
    holds_up: str | None = None
    wait: Term | None = None
    after: str | None = None
    instead: Node | None = attrs.field(default=None, eq=False)

    @property
    def full_name(self) -> str:
        """The name it has outside its lifecycle."""
        return f"{self.lifecycle}.{self.name}" if self.lifecycle else self.name

    @property
    def consent(self) -> bool:
        """Whether a yes is needed, and not only a word."""
        return self.right in CONSENTS
