"""`samenwerk serve`: it says where it can be seen, answers there, and stops when it is told to."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
from tests.cli.world import Run


def test_it_serves_the_store_until_it_is_stopped(begun: Run, folder: Path) -> None:
    """On a free port of this computer alone; another name for it is not answered."""
    words = (sys.executable, "-m", "samenwerk", "serve", "--port", "0", "--lang", "en")
    served = subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True, env={**os.environ})  # fmt: skip
    try:
        assert served.stdout is not None
        said = served.stdout.readline()
        assert said.startswith("To be seen at http://127.0.0.1:")
        address = said.split()[4]
        page = httpx.get(address, headers={"accept-language": "nl"}, timeout=10)
        assert (200, True) == (page.status_code, "Samenwerkingen" in page.text)
        assert 421 == httpx.get(address, headers={"host": "evil.example"}, timeout=10).status_code
        served.send_signal(signal.SIGINT)
        served.wait(10)
    finally:
        if served.poll() is None:
            served.kill()
        _, told = served.communicate(timeout=10)
    assert "Traceback" not in told


def test_a_port_that_is_taken_is_told(begun: Run) -> None:
    """With the reason of the system, and no traceback."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = begun("serve", "--port", port)
    assert (2, "") == (ran.code, ran.out)
    assert f"Op 127.0.0.1 kan niet geluisterd worden op poort {port}" in ran.err


def test_it_asks_a_store_that_is_there(run: Run) -> None:
    """It makes none."""
    ran = run("serve", "--store", "nergens.db")
    assert 2 == ran.code
    assert "nergens.db" in ran.err
    assert not Path("nergens.db").exists()


def test_a_reader_whom_nobody_knows_is_told_at_once(begun: Run) -> None:
    """With the party that is meant, before anything is served."""
    ran = begun("serve", "--port", "0", "--reader", "nord")
    assert (2, "") == (ran.code, ran.out)
    assert 'Er is geen partij met de naam "nord". Bedoelde u "noord"?' in ran.err


def test_of_two_stores_none_is_passed_over(begun: Run) -> None:
    """The last would silently replace the first; where --also can be used, it says so."""
    ran = begun("status", "--store", "a.db", "--store", "b.db", "--lang", "en")
    assert (2, "") == (ran.code, ran.out)
    assert "One store at a time; a.db, b.db were given." in ran.err
    assert "--also" not in ran.err
    secret = "postgresql://me:hidden@host/db"
    told = begun("report", "portfolio", "--store", secret, "--store", "b.db", "--lang", "en").err
    assert "Name the others with --also." in " ".join(told.split())
    assert "hidden" not in told
