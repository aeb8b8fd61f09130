"""The engine's two passes over one plan, as the arguments that their kernels would get, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from inspect import signature
from typing import Any

import numpy as np

from northline.engine import kernels as k
from northline.engine import late
from northline.engine.calendars import Horizon, Ints, to_minute
from northline.engine.compiled import CompiledPlan
from northline.engine.cpm import Passes
from northline.engine.fast import kernels
from northline.engine.model import Project

FORWARD, BACKWARD = tuple(signature(k.forward).parameters), tuple(signature(late.backward).parameters)
SCALARS = tuple(n for n in FORWARD if n in ("honour", "project_start", "status"))


@dataclass(frozen=True)
class Captured:
    """A compiled plan, the arguments of its passes by name, and its project's start in absolute minutes."""

    plan: CompiledPlan
    forward: dict[str, Any]
    backward: dict[str, Any]
    begin: int

    @property
    def early(self) -> tuple[Ints, Ints]:
        """Starts and finishes as the plan stands, its delays left out."""
        arguments = self.forward | {"order": self.plan.order, "flag": np.zeros(1, np.int64)}
        arguments["delay"] = np.zeros_like(arguments["delay"])
        start, finish, driver = (np.zeros(len(self.plan.order), np.int64) for _ in range(3))
        arguments |= {"start": start, "finish": finish, "driver": driver}
        kernels(len(start)).forward(*(arguments[name] for name in FORWARD))
        return start, finish


def capture(plan: CompiledPlan, project: Project, *, horizon: Horizon, status: int) -> Captured:
    """Bind the passes to a plan over a horizon, run nothing, and keep what they were bound to."""
    plan = replace(plan, horizon=horizon, tables=plan.book.tables(horizon))
    # The passes renumber nodes by the plan's order; in this order every node keeps its number.
    as_numbered = np.arange(len(plan.order), dtype=np.int64)
    run = Passes(replace(plan, order=as_numbered), honour=project.honour_constraints, status=status)
    seen: list[tuple[Any, ...]] = []
    run._kernels = replace(run._kernels, forward=_recorder(seen), backward=_recorder(seen))
    begin = run._aligned(to_minute(project.start))
    nothing = np.full(len(plan.order), k.NONE, np.int64)
    run.forward(begin, nothing)
    run.backward((nothing, nothing, nothing), begin)
    named = [
        dict(zip(names, found, strict=True)) for names, found in zip((FORWARD, BACKWARD), seen, strict=True)
    ]
    return Captured(plan, named[0], named[1], begin)


def _recorder(seen: list[tuple[Any, ...]]) -> Callable[..., None]:
    def record(*arguments: Any) -> None:
        seen.append(arguments)
        arguments[-1][:] = k.NONE  # no edge drives anything: there may be none

    return record


def latest(found: Captured, *, pins: dict[int, int], free: set[int], until: int) -> tuple[Ints, Ints]:
    """Latest starts and finishes (nodes,) such that `pins` (node → start) stand and nothing ends after `until`.

    Deadlines and delays count for nothing; the nodes in `free` keep to nobody's links.
    """
    arguments = dict(found.backward)
    early = found.early
    count = len(arguments["late_start"])
    active = arguments["active"].copy()
    active[list(free)] = 0
    honours = bool(found.forward["honour"])
    constraint = arguments["constraint"].copy() if honours else np.zeros(count, np.int64)
    at = arguments["at"].copy()
    for node, start in pins.items():
        constraint[node], at[node] = k.SNLT, start
    arguments |= {
        "order": found.plan.order,
        "deadline": np.full(count, k.NONE, np.int64),
        "delay": np.zeros(count, np.int64),
        "constraint": constraint,
        "at": at,
        "active": active,
        "start": early[0],
        "finish": early[1],
        "project_finish": until,
        "flag": np.zeros(1, np.int64),
    }
    kernels(count).backward(*(arguments[name] for name in BACKWARD))
    return np.asarray(arguments["late_start"]).copy(), np.asarray(arguments["late_finish"]).copy()
