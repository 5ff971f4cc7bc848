"""A program of its own: kills processes that move a collaboration to and fro, and looks after.

Run as `python moving_crash.py FOLDER KILLS SEED`; prints one JSON object.
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

from tests.upgrade.plots import NEW, OLD, START, garden, made

from samenwerk import Engine, Plugins, open_store
from samenwerk.core.evolve import replay

OLDER, NEWER = made(OLD), made(NEW)
LONGEST = 0.03


def engine_on(path):
    """An engine on a file."""
    return Engine(open_store(path), plugins=Plugins.of(), clock=lambda: START,
                  known=[OLDER, NEWER])  # fmt: skip


def move_until_killed(path, writer, pipe):
    """Move to the one text and back, each twice under one id, and tell of each on the pipe."""
    room = engine_on(path).room("garden")
    turn = 0
    while True:
        command = f"{writer}-{turn}"
        there = NEWER if room.collaboration.definition == OLDER.digest else OLDER
        for _ in range(2):
            outcome = room.migrate(there, command_id=command)
        if outcome.lines:
            os.write(pipe, f"{command} {outcome.head}\n".encode())
        turn += 1


def start(path, writer):
    """A forked mover: its process id, and the end of the pipe to read from."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            move_until_killed(path, writer, writing)
        finally:
            os._exit(1)
    os.close(writing)
    return child, reading


def told_by(pipe):
    """What a mover told before it died; a line that it did not finish does not count."""
    told = b""
    while part := os.read(pipe, 1 << 16):
        told += part
    os.close(pipe)
    return [line.split() for line in told.decode().split("\n")[:-1]]


def wrong_with(path, told):
    """What is not as it should be after a kill."""
    engine = engine_on(path)
    room = engine.room("garden")
    lines, known = list(room.history()), room.collaboration
    found = [] if room.verify().whole else ["the chain is broken"]
    if {case.definition for case in known.cases.values()} != {known.definition}:
        found.append("moved by halves")
    again = replay(lines)
    if again is None or (again.cases, again.definition) != (known.cases, known.definition):
        found.append("the collaboration is not what its lines tell")
    heads = {line.hash for line in lines}
    found += [f"acknowledged and lost: {command}" for command, head in told if head not in heads]
    firsts = [line.event.command for line in lines if line.event.id.endswith("/1")]
    if len(firsts) != len(set(firsts)):
        found.append("a command was doubled")
    engine.close()
    return found


def main(folder, kills, seed):
    """So many kills; in some rounds two movers race as they die."""
    chance = random.Random(seed)
    path = Path(folder) / "garden.db"
    garden(open_store(path))
    found, told, done, writer = [], [], 0, 0
    while done < kills:
        actors = []
        for _ in range(chance.choice((1, 2))):
            writer += 1
            actors.append(start(path, f"w{writer}"))
        select.select([pipe for _, pipe in actors], [], [], 5)
        time.sleep(chance.random() * LONGEST)
        for child, _ in actors:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            done += 1
        told += [one for _, pipe in actors for one in told_by(pipe)]
        found += wrong_with(path, told)
    print(json.dumps({"kills": done, "acknowledged": len(told), "found": found}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
