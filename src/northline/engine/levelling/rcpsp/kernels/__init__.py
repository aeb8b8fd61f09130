"""The kernels of the genetic search, compiled by numba or as plain Python: `evolve()` hands out either."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Any

from northline.engine.jitting import jit, let_in, stamp_of
from northline.engine.levelling.rcpsp.kernels import (
    breeding,
    chance,
    children,
    lists,
    schedules,
    shapes,
    ways,
)

Evolve = Callable[[Any, Any, int], None]
PARTS = (chance, schedules, lists, ways, children, breeding)


@cache
def evolve() -> Evolve:
    """The kernel to use: NORTHLINE_JIT=off asks for the plain one, which is the twin of the compiled one."""
    if os.environ.get("NORTHLINE_JIT") == "off" or find_spec("numba") is None:
        return breeding.evolve
    let_in(PARTS)
    return jit(_entry(stamp_of((shapes, *PARTS))))


def _entry(stamp: int) -> Evolve:
    run = breeding.evolve

    def entry(net: Any, pool: Any, until: int) -> None:
        if stamp >= 0:
            run(net, pool, until)

    return entry
