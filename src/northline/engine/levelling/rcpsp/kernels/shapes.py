"""What the kernels of the genetic search work on: flat int64 arrays.

`free[t * words + w]` is what is free in time unit t, with guard bits (see `arrays`).
"""

from typing import Any, NamedTuple

# Where the figures of a pool lie.
SEED, USED, BEST, TARGET, IDLE, FILLED, STAMP = range(7)
# Added to the fitness of answers that overdraw a stock; larger than any makespan.
OVERDRAWN = 1 << 40


class Net(NamedTuple):
    """The problem: activities in topological order, rows of modes, links both ways."""

    words: int
    mode_ptr: Any
    mode_duration: Any
    mode_need: Any
    mode_use: Any
    stock: Any
    pred_ptr: Any
    pred: Any
    succ_ptr: Any
    succ: Any
    full: Any
    guard: Any
    late: Any
    thrifty: Any


class Pool(NamedTuple):
    """A population with its best answer, random state and scratch arrays."""

    orders: Any
    modes: Any
    fitness: Any
    figures: Any
    best_finish: Any
    best_modes: Any
    child: Any
    child_modes: Any
    duration: Any
    need: Any
    left: Any
    finish: Any
    back: Any
    order: Any
    marks: Any
    bins: Any
    free: Any


class Window(NamedTuple):
    """A stretch of a list: its members in topological order, their order in the list, and scratch arrays."""

    members: Any
    line: Any
    keys: Any
    mirror: Any
