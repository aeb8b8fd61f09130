"""The kernels of plan levelling, compiled by numba or as plain Python: `kernels(jit)` hands out either."""

# ruff: noqa: PLC0415  numba costs half a second that small plans need not pay

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from typing import Any

from northline.engine import fast, worktime
from northline.engine import kernels as passes
from northline.engine.jitting import jit, let_in, stamp_of

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
    from numba.extending import register_jitable

    from northline.engine.levelling.plans.kernels import evolve, order, place, profile, seek, shapes, tear

    own = (profile, tear, seek, place, order, evolve)
    register_jitable(passes.forward)
    let_in(own)
    result: Run = jit(_entry(stamp_of((worktime, passes, shapes, *own))), makes_arrays=False)
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
