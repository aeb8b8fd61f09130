"""The kernels of plan levelling, compiled by numba or as plain Python: `kernels(jit)` hands out either."""

# ruff: noqa: PLC0415  numba costs half a second that small plans need not pay

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from functools import cache
from inspect import getsource
from types import ModuleType
from typing import Any

from northline.engine import fast, worktime
from northline.engine import kernels as passes

Run = Callable[..., int]


def kernels() -> Run:
    """The compiled kernel, or the twin where numba is off (NORTHLINE_JIT=off) or absent; see `evolve.run`."""
    if os.environ.get("NORTHLINE_JIT", "auto") == "off" or fast.compiled() is None:
        return twin()
    return compiled()


@cache
def twin() -> Run:
    """The same source, run by Python."""
    from northline.engine.levelling.plans.kernels.evolve import run

    return run


@cache
def compiled() -> Run:
    """Compiled and cached on disk under the hash of all sources that go into it."""
    import numba
    from numba.extending import register_jitable

    from northline.engine.levelling.plans.kernels import evolve, order, place, profile, shapes, tear

    own: tuple[ModuleType, ...] = (profile, tear, place, order, evolve)
    register_jitable(passes.forward)
    for module in own:
        for function in _functions(module):
            register_jitable(function)
    # numba's cache notices edits of one file only; the sum of all the others goes into the closure.
    text = "".join(getsource(m) for m in (worktime, passes, shapes, *own))
    stamp = int(hashlib.sha256(text.encode()).hexdigest()[:15], 16)
    return _jit(numba, _entry(stamp))


def _functions(module: ModuleType) -> list[Callable[..., Any]]:
    return [
        f for f in vars(module).values() if callable(f) and getattr(f, "__module__", "") == module.__name__
    ]


def _jit(numba: Any, function: Run) -> Run:
    try:
        made = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # no folder to keep the cache in
        made = numba.njit(nogil=True)(function)
    result: Run = made
    return result


def _entry(stamp: int) -> Run:
    from northline.engine.levelling.plans.kernels.evolve import run

    def entry(
        breed: bool, amount: int, net: Any, pool: Any, time: Any, call: Any, state: Any, herd: Any, floor: int
    ) -> int:
        if stamp < 0:
            return 0
        return run(breed, amount, net, pool, time, call, state, herd, floor)

    return entry
