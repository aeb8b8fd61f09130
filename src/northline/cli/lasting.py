"""Work that lasts: a bar on standard error where that is a terminal, and Ctrl-C, which ends it with the best so far."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Tell = Callable[[float, str], None]


@contextmanager
def bar(label: str) -> Iterator[Tell]:
    """Yields whom to tell how far it is (0 to 1) and what has been found."""
    if not sys.stderr.isatty():
        yield _nobody
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[found]}", markup=False)
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as shown:
        task = shown.add_task(label, total=1.0, found="")
        yield lambda share, found: shown.update(task, completed=min(share, 1.0), found=found)


def _nobody(_share: float, _found: str) -> None:
    """Whoever is told where there is no terminal."""


@contextmanager
def stoppable() -> Iterator[Callable[[], bool]]:
    """Yields what says whether Ctrl-C was pressed; pressed again, it breaks the command off."""
    pressed = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield pressed.is_set
        return
    before = signal.getsignal(signal.SIGINT)

    def press(number: int, frame: Any) -> None:
        pressed.set()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)
