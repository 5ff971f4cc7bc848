"""A zoo of bad plugins: each does one bad thing, as a rule in the process and as a fact apart.

The kinds of harm stand here, with what is done about each; what somebody sees of it stands in
`seen.toml`, and `test_bad.py` looks whether all that is true.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import attrs
from tests.hooks.zoo import facts, plugin, rule

from samenwerk import Answer, Question
from samenwerk.hooks.gather import Source

HELD_UP = "(You wait as long as it does, here 0.7 seconds; `slow` in `Engine.calls`.)"
BOUNDED = "bounded"
"""It goes so far and no further, whatever the plugin does."""
REPORTED = "only reported"
"""It happens; `Engine.calls`, `samenwerk plugins` or a fault says that it did."""
HARMLESS = "harmless"
"""It changes nothing: neither the answer nor the record."""
TRUSTED = "not bounded"
"""It happens, and nobody is told: who installs a plugin trusts it so far."""

Act = Callable[[Question, Any], Any]
"""Gets the question and a good answer; gives what the plugin answers."""


@attrs.frozen
class Animal:
    """One bad plugin: what it does, and what is done about it as a rule and as a fact."""

    does: str
    act: Act
    rule: str
    fact: str
    note: str = ""
    """What else is to be said of the rule."""
    ends: bool = False
    """Whether the rule ends the process that asks it."""


class Base(BaseException):
    """What nobody expects."""


class Other(dict[str, Any]):
    """A mapping that equals everything and shows other things to who goes through it."""

    __class__ = int  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]

    def items(self) -> Any:
        return [("counted", "rubbish")]


class Yes(Answer):
    """A no that says of itself that it is a yes."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]

    def __getattribute__(self, name: str) -> Any:
        return 2 if name == "truth" else super().__getattribute__(name)


def raises(question: Question, good: Any) -> Any:
    raise ValueError("no connection")


def raises_base(question: Question, good: Any) -> Any:
    raise Base("out of order")


def raises_unsayable(question: Question, good: Any) -> Any:
    class Unsayable(Exception):
        def __str__(self) -> str:
            raise SystemExit(9)

    raise Unsayable


def exits(question: Question, good: Any) -> Any:
    sys.exit(3)


def ends(question: Question, good: Any) -> Any:
    os._exit(3)


def kills(question: Question, good: Any) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def waits(question: Question, good: Any) -> Any:
    time.sleep(0.7 if isinstance(good, Answer) else 3600)
    return good


def counts(question: Question, good: Any) -> Any:
    until = time.perf_counter() + (0.7 if isinstance(good, Answer) else 3600)
    while time.perf_counter() < until:
        pass
    return good


def eats(question: Question, good: Any) -> Any:
    return bytearray(2**60) if isinstance(good, Answer) else bytearray(2**30)


def prints(question: Question, good: Any) -> Any:
    print("I was here")
    return good


def rubbish(question: Question, good: Any) -> Any:
    return object()


def another_type(question: Question, good: Any) -> Any:
    return "yes" if isinstance(good, Answer) else {"counted": "three"}


def fickle(question: Question, good: Any) -> Any:
    TURNS.append(turn := TURNS[-1] + 1)
    return Answer(2 - 2 * (turn % 2)) if isinstance(good, Answer) else {"counted": 3 - turn % 2}


def changes_input(question: Question, good: Any) -> Any:
    question.case.facts["counted"] = 99  # type: ignore[index]


def forces_input(question: Question, good: Any) -> Any:
    object.__setattr__(question.case, "state", "agreed")
    object.__setattr__(question.collaboration, "cases", {})
    return good


def changes_answer(question: Question, good: Any) -> Any:
    if isinstance(good, Answer):
        later(lambda: object.__setattr__(good, "truth", 0))
    else:
        later(lambda: good.update(counted=0))
    return good


def lies(question: Question, good: Any) -> Any:
    return Yes(0) if isinstance(good, Answer) else Other(counted=1)


def endless(question: Question, good: Any) -> Any:
    def numbers() -> Iterator[Any]:
        while True:
            yield question.day

    return Answer(2, None, numbers()) if isinstance(good, Answer) else numbers()  # type: ignore[arg-type]


def deep(question: Question, good: Any) -> Any:
    return deep(question, good)


def bottomless(question: Question, good: Any) -> Any:
    found: list[Any] = []
    found.append(found)
    return found


def leaves_threads(question: Question, good: Any) -> Any:
    threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
    return good


def forges(question: Question, good: Any) -> Any:
    for handle in () if isinstance(good, Answer) else range(3, 10):
        try:
            os.write(handle, b'\x00\x00\x00\x11{"answer":"null"}')
        except OSError:
            continue
    return good


def later(do: Callable[[], Any]) -> None:
    """Have something done a moment after the answer was given."""
    threading.Timer(0.3, do).start()


TURNS = [-1]
"""How often the fickle one was asked."""

ANIMALS = {
    "raises": Animal("raises an exception", raises, BOUNDED, BOUNDED),
    "raises_base": Animal("raises something that is no `Exception`", raises_base, BOUNDED, BOUNDED),
    "raises_unsayable": Animal(
        "raises an exception that exits when somebody reads it", raises_unsayable, BOUNDED, BOUNDED
    ),
    "exits": Animal("calls `sys.exit`", exits, BOUNDED, BOUNDED),
    "ends": Animal("ends the process (`os._exit`)", ends, TRUSTED, BOUNDED, ends=True),
    "kills": Animal("kills the process by a signal", kills, TRUSTED, BOUNDED, ends=True),
    "waits": Animal("waits, and does not come back", waits, REPORTED, BOUNDED, HELD_UP),
    "counts": Animal("calculates without end", counts, REPORTED, BOUNDED, HELD_UP),
    "eats": Animal("asks for more memory than there is", eats, REPORTED, BOUNDED,
                   "(What memory there is, it gets.)"),
    "deep": Animal("calls itself without end", deep, BOUNDED, BOUNDED),
    "prints": Animal("prints to standard output", prints, REPORTED, BOUNDED,
                     "(A program of your own prints it; on the command line it is a line "
                     "`proef: I was here` on standard error.)"),
    "rubbish": Animal("answers with an object of its own", rubbish, BOUNDED, BOUNDED),
    "another_type": Animal("answers with another type", another_type, BOUNDED, BOUNDED),
    "fickle": Animal("answers differently each time", fickle, HARMLESS, HARMLESS),
    "changes_input": Animal("tries to change what it is given", changes_input, BOUNDED, BOUNDED),
    "forces_input": Animal(
        "forces a change of what it is given (`object.__setattr__`)", forces_input,
        TRUSTED, HARMLESS,
    ),
    "changes_answer": Animal(
        "changes its answer after giving it", changes_answer, HARMLESS, HARMLESS
    ),
    "lies": Animal("answers with a class that lies about what it is", lies, BOUNDED, BOUNDED),
    "endless": Animal("answers with a list that never ends", endless, BOUNDED, BOUNDED),
    "bottomless": Animal("answers with a list that holds itself", bottomless, BOUNDED, BOUNDED),
    "leaves_threads": Animal("leaves threads behind", leaves_threads, TRUSTED, BOUNDED),
    "forges": Animal("writes into the pipe of its answers", forges, HARMLESS, BOUNDED),
}  # fmt: skip


@attrs.frozen
class Loading:
    """A plugin that is bad before it is asked anything: how it is found, and what is done."""

    does: str
    sources: tuple[Source, ...]
    done: str
    needs: str = "proef"
    apart: str = ""
    """What is done when it is loaded apart first; nothing where that is no other thing."""
    note: str = ""
    """What else is to be said of it in our process."""
    ends: bool = False
    """Whether it ends or holds up the process in which it is loaded."""


def _import(do: Callable[[], Any]) -> Source:
    return Source("proef", "1.0", do)


class Loads:
    """Plugins that are bad when somebody gets hold of them."""

    @property
    def hangs(self) -> Any:
        time.sleep(3600)

    @property
    def counts(self) -> Any:
        while True:
            pass

    @property
    def eats(self) -> Any:
        return [bytearray(2**30)]

    @property
    def ends(self) -> Any:
        os._exit(3)

    @property
    def prints(self) -> Any:
        print("I am here")
        return GOOD


LOADS = Loads()


def _loads(name: str) -> Source:
    return Source("proef", "1.0", lambda: getattr(LOADS, name), "samenwerk-proef",
                  f"{__name__}:LOADS.{name}")  # fmt: skip


def _slowly() -> Any:
    time.sleep(0.7)
    return GOOD


def _counting(name: str) -> Source:
    return Source(name, "1.0", lambda: plugin(facts=[facts(dict)]), f"samenwerk-{name}")


def _made_for(versions: str) -> Any:
    made = plugin(rules=[])
    made.__samenwerk__ = versions
    return made


def _fault(fault: BaseException) -> Any:
    raise fault


LOADING = {
    "import_raises": Loading(
        "raises while it is imported", (_import(lambda: _fault(ImportError("no driver"))),), BOUNDED
    ),
    "import_exits": Loading(
        "calls `sys.exit` while it is imported", (_import(lambda: sys.exit(3)),), BOUNDED
    ),
    "import_slow": Loading("is imported slowly", (_import(_slowly),), REPORTED),
    "import_hangs": Loading(
        "does not come back from being imported", (_loads("hangs"),), REPORTED, apart=BOUNDED,
        note="After 5 seconds, and then again: Plugin proef is still being loaded (5 seconds). "
        "Ctrl-C stops.", ends=True,
    ),
    "import_counts": Loading(
        "calculates without end while it is imported", (_loads("counts"),), REPORTED, apart=BOUNDED,
        note="The same.", ends=True,
    ),
    "import_eats": Loading(
        "asks for more memory than there is while it is imported", (_loads("eats"),), REPORTED,
        apart=BOUNDED, note="What memory there is, it gets.", ends=True,
    ),
    "import_ends": Loading(
        "ends the process while it is imported (`os._exit`)", (_loads("ends"),), TRUSTED,
        apart=BOUNDED, note="The program ends; the record is whole.", ends=True,
    ),
    "import_prints": Loading(
        "prints while it is imported", (_loads("prints"),), REPORTED,
        note="(As above, for a rule that prints.)",
    ),
    "missing": Loading("is not installed", (), BOUNDED),
    "version": Loading(
        "is there in another version than the workflow accepts",
        (Source("proef", "2.0", lambda: GOOD),), BOUNDED, "proef<2",
    ),
    "unfit": Loading(
        "is made for another version of samenwerk",
        (_import(lambda: _made_for(">=99")),), BOUNDED,
    ),
    "clash": Loading(
        "brings what another brings too", (_counting("proef"), _counting("ander")), BOUNDED
    ),
    "twice": Loading(
        "is installed twice, in two packages",
        (_counting("proef"), Source("proef", "1.1", lambda: GOOD, "anders-proef")), BOUNDED,
    ),
    "misspelt": Loading(
        "misspells a hook", (_import(lambda: plugin(rulez=[])),), BOUNDED
    ),
    "no_list": Loading(
        "gives something else by a hook", (_import(lambda: plugin(rules="small")),), BOUNDED
    ),
}  # fmt: skip


def _rule(act: Act) -> Any:
    return plugin("1.0", rules=[rule(lambda question: act(question, Answer(2)))])


def _fact(act: Act) -> Any:
    return plugin("1.0", facts=[facts(lambda question: act(question, {"counted": 3}))])


RULES = SimpleNamespace(**{name: _rule(one.act) for name, one in ANIMALS.items()})
FACTS = SimpleNamespace(**{name: _fact(one.act) for name, one in ANIMALS.items()})
"""The plugins by name, each with a rule or a fact; a process of its own can load one from here."""
GOOD = plugin("1.0", facts=[facts(lambda question: {"good": len(question.parties())}, "good")])
"""The plugin beside them, with which nothing is wrong."""
