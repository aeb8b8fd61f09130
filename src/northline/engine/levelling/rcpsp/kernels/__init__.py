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
    windows,
)

Evolve = Callable[[Any, Any, int], None]
Judge = Callable[[Any, Any], int]
Look = Callable[[Any, Any, Any, int, int], None]
PARTS = (chance, schedules, lists, ways, children, breeding)


@cache
def evolve() -> Evolve:
    """The kernel to use: NORTHLINE_JIT=off asks for the plain one, which is the twin of the compiled one."""
    if _plain():
        return breeding.evolve
    let_in(PARTS)
    return jit(_evolve(stamp_of((shapes, *PARTS))))


@cache
def judge() -> Judge:
    """The kernel that lays and justifies the child of a pool."""
    if _plain():
        return breeding.judge
    let_in(PARTS)
    return jit(_judge(stamp_of((shapes, *PARTS))))


@cache
def look() -> Look:
    """The kernel that breeds in a window."""
    if _plain():
        return windows.look
    let_in((*PARTS, windows))
    return jit(_look(stamp_of((shapes, *PARTS, windows))))


def _plain() -> bool:
    return os.environ.get("NORTHLINE_JIT") == "off" or find_spec("numba") is None


def _evolve(stamp: int) -> Evolve:
    run = breeding.evolve

    def entry(net: Any, pool: Any, until: int) -> None:
        if stamp >= 0:
            run(net, pool, until)

    return entry


def _judge(stamp: int) -> Judge:
    run = breeding.judge

    def entry(net: Any, pool: Any) -> int:
        return run(net, pool) if stamp >= 0 else 0

    return entry


def _look(stamp: int) -> Look:
    run = windows.look

    def entry(net: Any, pool: Any, window: Any, what: int, amount: int) -> None:
        if stamp >= 0:
            run(net, pool, window, what, amount)

    return entry
