"""A program of its own: kills writers at random moments and looks at what they leave behind.

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

from samenwerk.core.chain import verify
from samenwerk.store.sqlite import SqliteStore
from samenwerk.testing.store import kept_for, lines_after
from samenwerk.values.errors import Conflict
from samenwerk.values.event import SealedText

PER_FILE = 20
LONGEST = 0.02


def write_until_killed(path, durability, writer, pipe):
    """Append commands of one to four lines and acknowledge each on the pipe, for ever."""
    store = SqliteStore(path, durability=durability)
    done = 0
    while True:
        lines = lines_after(store, "regio", 1 + done % 4, word=f"{writer}-{done}" * 50)
        command, last = f"{writer}-{done}", lines[-1].event.sequence
        text = SealedText(command, "salt", "text" * 100)
        try:
            first = lines[0].event.sequence
            store.append("regio", first - 1, lines, [text], kept_for(lines, command))
        except Conflict:
            continue
        os.write(pipe, f"{command} {first} {last} {lines[-1].hash}\n".encode())
        done += 1


def start(path, durability, writer):
    """A forked writer: its process id, and the end of the pipe to read from."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            write_until_killed(path, durability, writer, writing)
        finally:
            os._exit(1)
    os.close(writing)
    return child, reading


def acknowledged(pipe):
    """What a writer told before it died; a line that it did not finish telling does not count."""
    told = b""
    while part := os.read(pipe, 1 << 16):
        told += part
    os.close(pipe)
    return [line.split() for line in told.decode().split("\n")[:-1]]


def wrong_with(path, told):
    """What is not as it should be after a kill."""
    found = []
    store = SqliteStore(path)
    rows = list(store.rows("regio"))
    report = verify(rows)
    if not report.whole:
        found.append(f"the chain is broken: {report}")
    heads = {sequence: digest for sequence, _, digest in rows}
    ids = [json.loads(body)["id"] for _, body, _ in rows]
    if len(ids) != len(set(ids)) or len(rows) != len(heads):
        found.append("something was doubled")
    for command, first, last, head in told:
        kept = store.kept("regio", command)
        if heads.get(int(last)) != head:
            found.append(f"acknowledged and lost: {command}")
        if kept is None or (kept.first, kept.last, kept.head) != (int(first), int(last), head):
            found.append(f"the command is not known: {command}")
        if store.unseal(command) is None:
            found.append(f"its text is not there: {command}")
    with store._link() as db:
        commands = db.execute("SELECT first, last FROM command ORDER BY first").fetchall()
        (texts,) = db.execute("SELECT count(*) FROM sealed").fetchone()
    covered = [place for first, last in commands for place in range(first, last + 1)]
    if covered != [sequence for sequence, _, _ in rows] or texts != len(commands):
        found.append("lines, texts and commands do not belong together")
    store.close()
    return found


def main(folder, kills, seed):
    """So many kills, over fresh files in turn; in some rounds two writers race as they die."""
    chance = random.Random(seed)
    found, told, done, writer = [], [], 0, 0
    total = 0
    while done < kills:
        path = Path(folder) / f"{done // PER_FILE}.db"
        if not path.exists():
            told = []
        durability = ("full", "normal")[done // PER_FILE % 2]
        writers = []
        for _ in range(chance.choice((1, 1, 2))):
            writer += 1
            writers.append(start(path, durability, f"w{writer}"))
        if chance.random() < 0.7:
            # Mostly wait until somebody writes: the moments before that are few and soon seen.
            select.select([pipe for _, pipe in writers], [], [], 5)
        time.sleep(chance.random() * LONGEST)
        for child, _ in writers:
            os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
                found.append("a writer ended before it was killed")
            done += 1
        for _, pipe in writers:
            new = acknowledged(pipe)
            total += len(new)
            told += new
        found += wrong_with(path, told)
    print(json.dumps({"kills": done, "acknowledged": total, "found": found}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
