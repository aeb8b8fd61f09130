"""Which kernels run: compiled by numba for large plans, the plain-Python twin for small ones or without
numba."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from northline.engine import cone, late, sorting, worktime
from northline.engine import kernels as plain
from northline.engine.jitting import jit

# Loading numba's cache costs about as much as passing this many tasks in plain Python.
WORTH_COMPILING = 3000


@dataclass(frozen=True, slots=True)
class Kernels:
    """The kernels, called with numpy arrays whichever twin runs."""

    topological: Callable[..., int]
    spread: Callable[..., None]
    gather: Callable[..., None]
    forward: Callable[..., None]
    backward: Callable[..., None]
    roll_up: Callable[..., None]
    slacks: Callable[..., None]
    forward_cone: Callable[..., int]
    backward_cone: Callable[..., int]


KERNELS: tuple[Callable[..., Any], ...] = (
    sorting.topological, sorting.spread, sorting.gather, plain.forward, late.backward, late.roll_up, late.slacks,
    cone.forward_cone, cone.backward_cone,
)  # fmt: skip
HELPERS: tuple[Callable[..., Any], ...] = (
    worktime.row_of, worktime.entry_of, worktime.work_at, worktime.date_of, worktime.shift, worktime.laid_from, worktime.laid_until,
    plain.forward, late.backward,
)  # fmt: skip


def kernels(size: int) -> Kernels:
    """The kernels to use for a plan of `size` nodes; NORTHLINE_JIT=off forces the twin, =on numba."""
    wish = os.environ.get("NORTHLINE_JIT", "auto")
    if wish == "off" or (wish != "on" and size < WORTH_COMPILING and "numba" not in sys.modules):
        return twin()
    return compiled() or twin()


@cache
def twin() -> Kernels:
    """Plain Python over lists; results are copied back into the arrays that were passed."""
    return Kernels(*map(_over_lists, KERNELS))


@cache
def compiled() -> Kernels | None:
    """The same functions compiled by numba, or None where numba cannot be imported."""
    try:
        from numba.extending import register_jitable  # noqa: PLC0415  half a second that small plans need not pay
    except ImportError:
        return None
    for helper in HELPERS:
        register_jitable(helper)
    return Kernels(*map(jit, KERNELS))


def _over_lists(function: Callable[..., Any]) -> Callable[..., Any]:
    def run(*arguments: Any) -> Any:
        lists = [a.tolist() if isinstance(a, np.ndarray) else a for a in arguments]
        answer = function(*lists)
        for argument, filled in zip(arguments, lists, strict=True):
            if isinstance(argument, np.ndarray):
                argument[:] = filled
        return answer

    return run
