"""Open connections that wait for whoever needs one next: to open one, which reads the whole schema, takes longer than
many an answer."""

from __future__ import annotations

import atexit
import os
import sqlite3
import threading
from typing import NamedTuple

# Requests that are answered at the same time are few; each connection keeps some megabytes of the file.
MOST_WAITING = 6


class Opened(NamedTuple):
    """A connection, and the device and inode of the file that it opened, which may be another file's by now; None where it
    opened none."""

    connection: sqlite3.Connection
    name: str
    file: tuple[int, int] | None


def file_at(name: str) -> tuple[int, int] | None:
    """The device and inode of the file of this name; None where there is none, as for a database in memory."""
    try:
        found = os.stat(name)
    except OSError:
        return None
    return found.st_dev, found.st_ino


_waiting: list[Opened] = []
_lock = threading.Lock()
# A process must not even close what it was forked with.
_of_the_parent: list[Opened] = []


def take(name: str) -> Opened | None:
    """The connection to this file that was left last; None where none waits."""
    file = file_at(name)
    with _lock:
        found = next((one for one in reversed(_waiting) if one.name == name), None)
        if found:
            _waiting.remove(found)
    if found and found.file != file:
        found.connection.close()
        return None
    return found


def leave(opened: Opened) -> None:
    """Keep a connection on which nothing is under way; the one that has waited longest goes where they are too many."""
    with _lock:
        _waiting.append(opened)
        gone = _waiting.pop(0) if len(_waiting) > MOST_WAITING else None
    if gone:
        gone.connection.close()


@atexit.register
def close_all() -> None:
    """Close what waits; the last one to close a file copies into it what was written beside it."""
    with _lock:
        gone, _waiting[:] = list(_waiting), []
    for one in gone:
        one.connection.close()


def _forget() -> None:
    _of_the_parent.extend(_waiting)
    _waiting.clear()
    _lock.release()


os.register_at_fork(before=_lock.acquire, after_in_parent=_lock.release, after_in_child=_forget)
