"""The kernels of plan levelling, compiled by numba or as plain Python: `kernels(jit)` hands out either."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from inspect import getsource
from types import ModuleType
from typing import Any

from northline.engine import fast
from northline.engine import kernels as passes


@dataclass(frozen=True, slots=True)
class Kernels:
    """`improve` places one answer and justifies it, `evolve` breeds more."""

    improve: Callable[..., int]
    evolve: Callable[..., int]


def kernels() -> Kernels:
    """The compiled kernels, or the twin where numba is off (NORTHLINE_JIT=off) or absent."""
    if os.environ.get("NORTHLINE_JIT", "auto") == "off" or fast.compiled() is None:
        return twin()
    return compiled()


@cache
def twin() -> Kernels:
    """The same source, run by Python."""
    from northline.engine.levelling.plans.kernels import evolve

    return Kernels(evolve.improve, evolve.evolve)


@cache
def compiled() -> Kernels:
    """Compiled and cached on disk under the hash of all sources that go into it."""
    import numba
    from numba.extending import register_jitable

    from northline.engine.levelling.plans.kernels import evolve, order, place, profile, shapes

    own: tuple[ModuleType, ...] = (profile, place, order, evolve)
    register_jitable(passes.forward)
    for module in own:
        for function in _functions(module):
            register_jitable(function)
    # numba's cache notices edits of one file only; the sum of all the others goes into the closure.
    text = "".join(getsource(m) for m in (passes, shapes, *own))
    stamp = int(hashlib.sha256(text.encode()).hexdigest()[:15], 16)
    return Kernels(*(_entry(numba, stamp, f) for f in (_improve(stamp), _evolve(stamp))))


def _functions(module: ModuleType) -> list[Callable[..., Any]]:
    return [f for f in vars(module).values() if callable(f) and getattr(f, "__module__", "") == module.__name__]


def _entry(numba: Any, stamp: int, function: Callable[..., int]) -> Callable[..., int]:
    try:
        made = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # no folder to keep the cache in
        made = numba.njit(nogil=True)(function)
    result: Callable[..., int] = made
    return result


def _improve(stamp: int) -> Callable[..., int]:
    from northline.engine.levelling.plans.kernels.evolve import improve

    def run(net: Any, pool: Any, time: Any, call: Any, state: Any, herd: Any, rounds: int) -> int:
        if stamp < 0:
            return 0
        return improve(net, pool, time, call, state, herd, rounds)

    return run


def _evolve(stamp: int) -> Callable[..., int]:
    from northline.engine.levelling.plans.kernels.evolve import evolve

    def run(
        children: int, net: Any, pool: Any, time: Any, call: Any, state: Any, herd: Any, floor: int
    ) -> int:
        if stamp < 0:
            return 0
        return evolve(children, net, pool, time, call, state, herd, floor)

    return run
