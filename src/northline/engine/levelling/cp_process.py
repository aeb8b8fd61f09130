"""The parent's side of CP-SAT's process: start it early, send the request late, read what it finds, reap it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, Self


class CpProcess:
    """A CP-SAT process for the model in `file`; use as a context manager, which ends and reaps it.

    `found` are the starts and modes of the best answer told so far, `bound` is the best bound; `proved` says that nothing better
    exists within the horizon of the request, `missing` that OR-Tools cannot be imported.
    """

    def __init__(self, file: Path) -> None:
        self.bound = 0
        self.found: tuple[list[int], list[int]] | None = None
        self.done = threading.Event()
        self.asked = self.proved = self.missing = False
        self._process = subprocess.Popen(  # noqa: S603  our own files, run by our own interpreter
            [sys.executable, "-I", str(Path(__file__).with_name("cp_child.py")), str(file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            # Ctrl-C stops the search, which then asks what has been found; without its parent the process ends.
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def send(self, request: dict[str, Any]) -> None:
        """Hand over the request, once."""
        self.asked = True
        try:
            assert self._process.stdin is not None
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
        except OSError:
            self.done.set()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            try:
                self._note(json.loads(line))
            except ValueError:
                break  # killed in the middle of a line
        self.done.set()

    def _note(self, message: dict[str, Any]) -> None:
        self.missing |= "missing" in message
        if "starts" in message:
            # In one piece: this runs in a thread of its own, and the other may look in between.
            self.found = message["starts"], message["modes"]
        self.bound = max(self.bound, message.get("bound", 0))
        self.proved |= message.get("proved", False)
