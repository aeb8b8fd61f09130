"""The parent's side of CP-SAT's process: start it early, send the request late, read what it finds, reap it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path
from typing import Any

from northline.engine.levelling.rcpsp.arrays import Arrays, Ints


class Exact:
    """A CP-SAT process for one problem; use as a context manager, which ends and reaps it."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.bound = 0
        self.starts: list[int] | None = None
        self.modes: list[int] = []
        self.makespan = 1 << 60
        self.done = threading.Event()
        self.asked = self.proved = self.missing = False
        self._process = subprocess.Popen(  # noqa: S603  our own file, run by our own interpreter
            [sys.executable, "-I", str(Path(__file__).with_name("cp_child.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Exact:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def ask(
        self, *, finish: Ints, modes: Ints, makespan: int, lower: int, workers: int, seconds: float, seed: int
    ) -> None:
        """Send the problem with the best answer as a hint; only better answers are looked for."""
        self.asked = True
        request = _request(self.arrays, makespan - 1, lower) | {
            "hint_starts": (finish - self.arrays.mode_duration[modes]).tolist(),
            "hint_modes": (modes - self.arrays.mode_ptr[:-1]).tolist(),
            "workers": workers,
            "seconds": seconds,
            "seed": seed,
        }
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
            durations = [m["duration"] for m in _picked(self.arrays, message["modes"])]
            ends = [s + d for s, d in zip(message["starts"], durations, strict=True)]
            self.starts, self.modes, self.makespan = message["starts"], message["modes"], max(ends)
        self.bound = max(self.bound, message.get("bound", 0))
        self.proved |= message.get("proved", False)


def _picked(arrays: Arrays, modes: list[int]) -> list[dict[str, Any]]:
    return [{"duration": int(arrays.mode_duration[arrays.mode_ptr[i] + k])} for i, k in enumerate(modes)]


def _request(arrays: Arrays, horizon: int, lower: int) -> dict[str, Any]:
    rows = [range(a, b) for a, b in pairwise(arrays.mode_ptr.tolist())]
    critical = int(arrays.late.max(initial=0))
    shortest = [int(min(arrays.mode_duration[r] for r in each)) for each in rows]
    return {
        "horizon": horizon,
        "lower": lower,
        "capacity": arrays.capacity.tolist(),
        "stock": arrays.stock.tolist(),
        "early": arrays.early.tolist(),
        "tail": (critical - arrays.late + shortest).tolist(),
        "after": [arrays.succ[a:b].tolist() for a, b in pairwise(arrays.succ_ptr.tolist())],
        "modes": [[_mode(arrays, row) for row in each] for each in rows],
    }


def _mode(arrays: Arrays, row: int) -> dict[str, Any]:
    return {
        "duration": int(arrays.mode_duration[row]),
        "needs": arrays.raw_need[row].tolist(),
        "uses": arrays.mode_use[row].tolist(),
    }
