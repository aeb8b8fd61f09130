"""A throw-away PostgreSQL for one test run: Debian's binaries, a unix socket, no durability.

The first process of the run starts it and leaves its place in the environment, where the workers of
pytest-xdist find it. The server dies with the process that started it, however that ends.
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

PLACE = "NORTHLINE_TEST_POSTGRES"
SECONDS_TO_START = 60


def address(database: str = "northline") -> str:
    """The address of a database in this run's PostgreSQL, which is started when nobody has.

    Raises RuntimeError where the binaries are missing or the server does not come up.
    """
    return f"postgresql://northline@/{database}?host={_place()}"


def run(program: str, *arguments: str) -> str:
    """What one of PostgreSQL's own programs says about this run's server.

    Raises CalledProcessError where it refuses.
    """
    command = [_binaries() / program, f"--host={_place()}", "--username=northline", *arguments]
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def has(database: str) -> bool:
    """Whether there is such a database."""
    listed = run("psql", "--list", "--tuples-only", "--csv").splitlines()
    # Their owners are called like one of them.
    return database in {line.partition(",")[0] for line in listed}


def _place() -> str:
    """The folder of the server's socket."""
    if PLACE not in os.environ:
        place = Path(tempfile.mkdtemp(prefix="northline-pg-"))
        atexit.register(shutil.rmtree, place, ignore_errors=True)
        start(place)
        os.environ[PLACE] = str(place)
    return os.environ[PLACE]


def start(place: Path) -> None:
    """Start a PostgreSQL whose data and socket are in the folder; the data are made where there are none."""
    binaries, become = _binaries(), _become(place)
    if not (place / "data").exists():
        _init(binaries, place, become)
    settings = [
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "listen_addresses=",
        "max_connections=200",
        "autovacuum=off",
    ]
    server = subprocess.Popen(
        [*become, binaries / "postgres", "-D", place / "data", "-k", place, *(part for it in settings for part in ("-c", it))],
        stdout=subprocess.DEVNULL, stderr=(place / "log").open("w"), cwd=place,
    )  # fmt: skip
    atexit.register(_stop, server)
    _wait(binaries, place, server)


def _init(binaries: Path, place: Path, become: list[str | Path]) -> None:
    made = subprocess.run(
        [*become, binaries / "initdb", "-D", place / "data", "-U", "northline", "-A", "trust", "-E", "UTF8",
         "--locale=C.UTF-8", "--no-sync", "--no-instructions"],
        capture_output=True, text=True, check=False, cwd=place,
    )  # fmt: skip
    if made.returncode:
        raise RuntimeError(f"initdb refused: {made.stderr}")


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda file: int(file.parts[4]))
    if not found:
        raise RuntimeError("No PostgreSQL under /usr/lib/postgresql. Install Debian's package postgresql.")
    return found[-1].parent


def _become(place: Path) -> list[str | Path]:
    """How to run a program as somebody who is not root, which PostgreSQL insists on, and to let it die with us."""
    die_with_us = ["setpriv", "--pdeathsig", "QUIT"]
    if os.geteuid() != 0:
        return die_with_us
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(place, user.pw_uid, user.pw_gid)
    return [*die_with_us, f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _wait(binaries: Path, place: Path, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    ready = [binaries / "pg_isready", "-q", "-h", place]
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL did not start: {(place / 'log').read_text()}")
        time.sleep(0.1)


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGQUIT)
    server.wait(timeout=20)
