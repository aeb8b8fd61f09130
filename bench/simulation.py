"""Forecasts timed beside a straightforward NumPy simulation of the same plan: `python bench/simulation.py`.

The NumPy version is the one that anybody would write: all samples of a task at once, one vector operation
per link, durations from NumPy's own beta generator, working minutes only (no calendars, no dates).
"""

import os
import random
import sys
import time
from collections.abc import Callable
from datetime import datetime

import numpy as np

from northline.engine import Lag, Link, LinkKind, Minutes, Project, Task, schedule, standard_calendar
from northline.engine.compiled import compile_plan
from northline.engine.forecast import DEFAULT_SPREAD, simulate, warm

SAMPLES = 10_000
SIZES = (1_000, 2_000, 10_000)
REPEATS = 5
KINDS = [LinkKind.FS] * 8 + [LinkKind.SS, LinkKind.FF]


def plan_of(size: int) -> Project:
    """A random plan: one to three predecessors per task, one link in five not finish-to-start, some lags."""
    luck = random.Random(size)
    tasks = tuple(
        Task(id=f"t{n}", duration=Minutes(luck.choice([240, 480, 960, 1440, 2400]))) for n in range(size)
    )
    pairs = sorted(
        {(max(0, n - luck.randint(1, 40)), n) for n in range(1, size) for _ in range(luck.randint(1, 3))}
    )
    links = tuple(
        Link(f"t{a}", f"t{b}", luck.choice(KINDS), Lag(luck.choice([0, 0, 0, 480]))) for a, b in pairs
    )
    calendar = standard_calendar()
    return Project(
        id="bench",
        name="bench",
        start=datetime(2026, 3, 2, 8),
        calendars=(calendar,),
        tasks=tasks,
        links=links,
    )


def by_numpy(project: Project) -> np.ndarray:
    """Finishes in working minutes from the start of the project (samples,)."""
    plan, edges = compile_plan(project), compile_plan(project).edges
    luck = np.random.default_rng(0)
    low, likely, high = DEFAULT_SPREAD.low, DEFAULT_SPREAD.likely, DEFAULT_SPREAD.high
    mode = (likely - low) / (high - low)
    start = np.zeros((plan.size, SAMPLES))
    finish = np.zeros((plan.size, SAMPLES))
    for v in plan.order.tolist():
        planned = project.tasks[v].duration
        length = planned * (low + (high - low) * luck.beta(1 + 4 * mode, 5 - 4 * mode, SAMPLES))
        for e in range(edges.ptr[v], edges.ptr[v + 1]):
            p, lag, kind = edges.source[e], edges.lag[e], edges.kind[e]
            bound = (start[p] if kind == 1 else finish[p]) + lag
            np.maximum(start[v], bound - length if kind == 2 else bound, out=start[v])
        finish[v] = start[v] + length
    return finish.max(axis=0)


def best_of(call: Callable[[], object]) -> float:
    """The least of some times, in seconds: other work on the machine only ever adds."""
    times = []
    for _ in range(REPEATS):
        begin = time.perf_counter()
        call()
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> int:
    """Print the table."""
    warm()
    print(f"{SAMPLES} samples, {os.cpu_count()} cores, best of {REPEATS}, from Project to Forecast\n")
    print(
        "| tasks | links | finish only | with drivers | one thread | NumPy | NumPy ÷ finish only | one schedule() |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for size in SIZES:
        project = plan_of(size)
        quick = best_of(lambda p=project: simulate(p, samples=SAMPLES, criticality=False))
        full = best_of(lambda p=project: simulate(p, samples=SAMPLES))
        alone = best_of(lambda p=project: simulate(p, samples=SAMPLES, criticality=False, workers=1))
        numpy = best_of(lambda p=project: by_numpy(p))
        once = best_of(lambda p=project: schedule(p))
        figures = [f"{t * 1000:.0f} ms" for t in (quick, full, alone, numpy)]
        print(
            f"| {size} | {len(project.links)} | {' | '.join(figures)} | {numpy / quick:.1f}× | {once * 1000:.0f} ms |"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
