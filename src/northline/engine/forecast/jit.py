"""The simulation's loops compiled by numba, once a process and kept on disk.

Numba knows a kept loop by its own file alone: after an edit of what it calls (engine/kernels.py, luck.py, codes.py,
tracing.py, onetask.py), touch the loop's file too.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from northline.engine import fast
from northline.engine import kernels as scheduler
from northline.engine.forecast import (
    choosing,
    codes,
    crew,
    crewspace,
    driving,
    events,
    kernel,
    lookback,
    luck,
    offers,
    onetask,
    plain,
    steps,
    tracing,
)
from northline.engine.jitting import jit


@dataclass(frozen=True, slots=True)
class Loops:
    """One compiled loop per way to simulate, the one that looks back at the samples, and what lines steps up."""

    plain: Callable[..., None]
    general: Callable[..., None]
    look_back: Callable[..., None]
    crew: Callable[..., None]
    ranks: Callable[..., None]


HELPERS = (
    scheduler.forward, codes.encode, codes.decode, codes.edge_code,
    luck.draw, luck.look_up, luck.share_out, luck.values, luck.stretch, luck.draw_all,
    steps.places, plain.latest, plain.earliest, plain.keep_row, plain.added, plain.added_of, driving.tied,
    driving.one_edge, driving.two_edges,
    driving.ties_of, driving.handed_on, driving.trace, onetask.general, tracing.trace_codes,
    events.push, events.pop, events.rise, events.queue, events.touch, events.line_up, events.leave, events.served, events.owner,
    choosing.begins_at, choosing.scaled, choosing.fill, choosing.choose, choosing.fit,
    crewspace.draw_space, crewspace.node_space, crewspace.work_space, crewspace.drawn_of, crewspace.queue_space,
    crewspace.choice_space, crewspace.draw_block, crewspace.opened, crewspace.ask_all, crewspace.send_away, crewspace.rolled,
    crewspace.close, offers.first_of, offers.next_up,
)  # fmt: skip


def compiled() -> Loops:
    """The loops; only where `loops` is not None."""
    made = loops()
    assert made is not None
    return made


@cache
def loops() -> Loops | None:
    """The loops, or None where numba cannot be imported or NORTHLINE_JIT is off."""
    if os.environ.get("NORTHLINE_JIT") == "off" or fast.compiled() is None:
        return None
    from numba.extending import register_jitable  # noqa: PLC0415  half a second that only a forecast pays

    for helper in HELPERS:
        register_jitable(helper)
    return Loops(
        jit(plain.simulate_plain),
        jit(kernel.simulate_range),
        jit(lookback.look_back),
        jit(crew.simulate_crew),
        jit(steps.ranks),
    )
