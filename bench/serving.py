"""Processes of Northline beside a benchmark, and a way in: what the benchmarks that ask a server share."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NORTHLINE = str(Path(sys.executable).parent / "northline")


@contextmanager
def running(*arguments: str) -> Iterator[None]:
    """A `northline` process with these arguments."""
    with open(os.devnull, "w") as nowhere:
        process = subprocess.Popen([NORTHLINE, *arguments], stdout=nowhere, stderr=nowhere)
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)


@contextmanager
def served(*arguments: str) -> Iterator[str]:
    """The address of a server of its own, once it answers."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with running("serve", "--port", str(port), *arguments):
        awaited(f"{address}/readyz")
        yield address


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def awaited(address: str) -> None:
    """Wait until an address answers; ends the program after minutes without."""
    until = time.monotonic() + 240
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{address} did not answer.")


def session_of(person: Any) -> str:
    """The key of a session that was stored for a person, as signing in does."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from northline.accounts.sessions import SessionStore

    store = SessionStore()
    store[SESSION_KEY], store[HASH_SESSION_KEY] = str(person.pk), person.get_session_auth_hash()
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store.save()
    return str(store.session_key)
