"""A program of its own: kills processes that act through the engine, and looks at what they leave.

Run as `python crashing.py FOLDER KILLS SEED`; prints one JSON object. It stands apart from
pytest so that it can fork without threads or open files of others being around.
"""

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.handmade import NOON, started, workflow

from samenwerk import Engine, Plugins, open_store
from samenwerk.values.event import DocumentHandedIn, StepDone

PER_FILE = 25
LONGEST = 0.06


def act_until_killed(path, writer, known, pipe):
    """Do steps and hand in papers, each twice under one id, and tell of each on the pipe."""
    room = Engine(
        open_store(path), plugins=Plugins.of(), clock=lambda: NOON, known=[known]
    ).room("regio")
    done = 0
    while True:
        command = f"{writer}-{done}"
        for _ in range(2):
            if done % 3:
                outcome = room.do("budget.work", case="b", actor="noord", command_id=command)
            else:
                outcome = room.hand_in(
                    "note", f"text of {command}", case="b", actor="oost", command_id=command
                )
        last = outcome.lines[-1]
        os.write(pipe, f"{command} {last.event.sequence} {outcome.head}\n".encode())
        done += 1


def start(path, writer, known):
    """A forked actor: its process id, and the end of the pipe to read from."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            act_until_killed(path, writer, known, writing)
        finally:
            os._exit(1)
    os.close(writing)
    return child, reading


def told_by(pipe):
    """What an actor told before it died; a line that it did not finish does not count."""
    told = b""
    while part := os.read(pipe, 1 << 16):
        told += part
    os.close(pipe)
    return [line.split() for line in told.decode().split("\n")[:-1]]


def wrong_with(path, told, known):
    """What is not as it should be after a kill."""
    found = []
    engine = Engine(open_store(path), plugins=Plugins.of(), clock=lambda: NOON, known=[known])
    room = engine.room("regio")
    lines = list(room.history())
    report = room.verify(told[-1][2] if told else None)
    if not report.whole:
        found.append(f"the chain is broken: {report}")
    commands = [line.event.command for line in lines]
    if len(commands) != len(set(commands)):
        found.append("a command was doubled")
    heads = {line.event.command: (line.event.sequence, line.hash) for line in lines}
    for command, sequence, head in told:
        if heads.get(command) != (int(sequence), head):
            found.append(f"acknowledged and lost: {command}")
    for line in lines:
        what = line.event.what
        if isinstance(what, DocumentHandedIn) and what.document.title is not None:
            if room.text(what.document.title) != f"text of {line.event.command}":
                found.append(f"its text is not there: {line.event.command}")
    works = sum(isinstance(line.event.what, StepDone) and line.event.step == "work"
                for line in lines)  # fmt: skip
    entry = room.collaboration.cases["b"].entry("steps", "work")
    if works and (entry is None or room.collaboration.sequence != len(lines)):
        found.append("the collaboration is not what its lines tell")
    engine.close()
    return found


def main(folder, kills, seed):
    """So many kills, over fresh files in turn; in some rounds two actors race as they die."""
    chance = random.Random(seed)
    known = workflow()
    found, told, done, writer, total = [], [], 0, 0, 0
    while done < kills:
        path = Path(folder) / f"{done // PER_FILE}.db"
        if not path.exists():
            told = []
            engine, _ = started(known, store=open_store(path))
            engine.close()
        actors = []
        for _ in range(chance.choice((1, 1, 2))):
            writer += 1
            actors.append(start(path, f"w{writer}", known))
        if chance.random() < 0.8:
            # Mostly wait until somebody acts: the moments before that are few and soon seen.
            select.select([pipe for _, pipe in actors], [], [], 5)
        time.sleep(chance.random() * LONGEST)
        for child, _ in actors:
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
                found.append("an actor ended before it was killed")
            done += 1
        new = [one for _, pipe in actors for one in told_by(pipe)]
        total += len(new)
        told = sorted([*told, *new], key=lambda one: int(one[1]))
        found += wrong_with(path, told, known)
    print(json.dumps({"kills": done, "acknowledged": total, "found": found}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
