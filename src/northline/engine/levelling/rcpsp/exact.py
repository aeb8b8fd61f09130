"""CP-SAT for one integer-time problem: the request, and what becomes of the answers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

from northline.engine.levelling.cp_process import CpProcess
from northline.engine.levelling.rcpsp.arrays import Arrays, Ints


class Exact(CpProcess):
    """A CP-SAT process for one problem; `makespan` is that of its best answer."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.makespan = 1 << 60
        super().__init__(Path(__file__).with_name("cp_model.py"))

    def ask(
        self, *, finish: Ints, modes: Ints, makespan: int, lower: int, workers: int, seconds: float, seed: int
    ) -> None:
        """Send the problem with the best answer as a hint.

        The hint is an answer within the horizon, not one above it: CP-SAT's own local search starts from it.
        """
        request = _request(self.arrays, makespan, lower) | {
            "hint_starts": (finish - self.arrays.mode_duration[modes]).tolist(),
            "hint_modes": (modes - self.arrays.mode_ptr[:-1]).tolist(),
            "workers": workers,
            "seconds": seconds,
            "seed": seed,
        }
        self.send(request)

    def _note(self, message: dict[str, Any]) -> None:
        super()._note(message)
        if "starts" in message:
            durations = [m["duration"] for m in _picked(self.arrays, message["modes"])]
            ends = [s + d for s, d in zip(message["starts"], durations, strict=True)]
            self.makespan = max(ends)


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
