"""What plugins print in our process: marked, and kept out of our answers."""

import subprocess
import sys
import threading

import pytest

from samenwerk.hooks.calling.voices import alone, speaking

PROGRAM = """
import os, subprocess, sys, threading
from samenwerk.hooks.calling.voices import alone, speaking
print("before")
with alone({strict}) as aside:
    print("ours")
    with speaking("proef"):
        print("theirs")
        print("no end", end="")
        os.write(1, b"past Python\\n")
        subprocess.run([sys.executable, "-c", "print('of a child')"])
        sys.stdout.flush()
    one = threading.Thread(target=print, args=("of a thread",))
    one.start()
    one.join()
    aside.answers.write("answer\\n")
print("after")
"""


@pytest.mark.parametrize(
    ("strict", "ours", "others"),
    [(False, ["ours"], []), (True, [], ["ours"])],
)
def test_nothing_of_a_plugin_is_among_our_answers(
    strict: bool, ours: list[str], others: list[str]
) -> None:
    """Printed, written to the handle, by a child or by a thread: all of it goes to the side."""
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(strict=strict)], capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert ["before", *ours, "answer", "after"] == ran.stdout.splitlines()
    assert sorted([
        "proef: theirs", "proef: no end", "past Python", "of a child", "of a thread", *others,
    ]) == sorted(ran.stderr.splitlines())  # fmt: skip


def test_a_line_is_one_line_of_its_plugin(capsys: pytest.CaptureFixture[str]) -> None:
    """Also of two at a time, and whatever is in it."""
    with alone(), speaking("a"):
        print("one, ", end="")
        with speaking("b"):
            print("another\x1b[2J")
        print("two")
    assert ("", "b: another [2J\na: one, two\n") == capsys.readouterr()


def test_a_plugin_that_closes_standard_output_closes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is told that it tried, and our answer comes out as it was."""
    with alone():
        with speaking("proef"):
            sys.stdout.close()
            print("theirs")
        print("answer")
    assert ("answer\n", "proef: sys.stdout.close()\nproef: theirs\n") == capsys.readouterr()


def test_who_answers_in_another_way_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    """A program of your own prints where it printed."""
    with speaking("proef"):
        print("theirs")
    assert ("theirs\n", "") == capsys.readouterr()


def test_a_reader_that_is_gone_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """As without a plugin: the program hears that its pipe is closed, and says nothing more."""
    program = """
from samenwerk.hooks.calling.voices import alone, speaking
with alone():
    with speaking("proef"):
        pass
    input()
    print("x" * 100)
"""
    ran = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert ran.stdout is not None
    assert ran.stdin is not None
    assert ran.stderr is not None
    ran.stdout.close()
    ran.stdin.write("\n")
    ran.stdin.flush()
    assert ["BrokenPipeError: [Errno 32] Broken pipe"] == ran.stderr.read().splitlines()[-1:]
    ran.wait()
    ran.stdin.close()
    ran.stderr.close()


def test_threads_speak_for_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    """Two plugins in two threads are not taken for each other."""
    barrier = threading.Barrier(2)

    def say(plugin: str) -> None:
        with speaking(plugin):
            barrier.wait(10)
            print(f"I am {plugin}")
            barrier.wait(10)

    with alone():
        threads = [threading.Thread(target=say, args=(one,)) for one in "ab"]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    said = capsys.readouterr()
    assert ("", ["a: I am a", "b: I am b"]) == (said.out, sorted(said.err.splitlines()))
