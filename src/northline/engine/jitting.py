"""Compiling kernels with numba: kept on disk where there is a folder for it, and compiled again after any edit."""

import hashlib
from collections.abc import Callable, Sequence
from inspect import getsource
from types import ModuleType
from typing import Any


def jit(function: Callable[..., Any], *, makes_arrays: bool = True) -> Callable[..., Any]:
    """The function compiled; numba must be there.

    A kernel that makes no arrays need not count who holds them, which costs more than its work where it hands many on.
    """
    import numba  # noqa: PLC0415  half a second that small plans need not pay

    options: dict[str, Any] = {"nogil": True, "_nrt": makes_arrays}
    try:
        made = numba.njit(cache=True, **options)(function)
    except RuntimeError:  # no folder to keep the cache in
        made = numba.njit(**options)(function)
    result: Callable[..., Any] = made
    return result


def let_in(modules: Sequence[ModuleType]) -> None:
    """Let compiled kernels call the functions of these modules."""
    from numba.extending import register_jitable  # noqa: PLC0415

    for module in modules:
        for function in vars(module).values():
            if callable(function) and getattr(function, "__module__", "") == module.__name__:
                register_jitable(function)


def stamp_of(modules: Sequence[ModuleType]) -> int:
    """A number that changes with the source of any of these modules.

    Numba's cache notices edits of one file only: a kernel that calls others takes this into its closure.
    """
    text = "".join(map(getsource, modules))
    return int(hashlib.sha256(text.encode()).hexdigest()[:15], 16)
