"""The genetic search compiled by numba where it can be imported, else as plain Python."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from typing import Any

from northline.engine.levelling.rcpsp import kernels as plain

Evolve = Callable[[Any, Any, int], None]
HELPERS = (
    "draw", "overdraft", "load_mode", "load_modes", "take_mode", "repair", "gap", "count", "sort_falling", "sort_mirrored",
    "sort_rising", "place", "place_choosing", "remember", "settle", "judge", "tournament", "found", "inherit", "cross",
    "mutate", "swap", "nearer",
)  # fmt: skip


@cache
def evolve() -> Evolve:
    """The kernel to use: NORTHLINE_JIT=off asks for the plain one."""
    if os.environ.get("NORTHLINE_JIT") == "off":
        return plain.evolve
    return _compiled() or plain.evolve


def _compiled() -> Evolve | None:
    try:
        import numba  # noqa: PLC0415  a quarter of a second
        from numba.extending import register_jitable  # noqa: PLC0415
    except ImportError:
        return None
    for helper in HELPERS:
        register_jitable(getattr(plain, helper))
    try:
        kernel: Evolve = numba.njit(cache=True, nogil=True)(plain.evolve)
    except RuntimeError:  # no folder to keep the cache in
        kernel = numba.njit(nogil=True)(plain.evolve)
    return kernel
