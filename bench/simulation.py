"""Forecasts timed beside a straightforward NumPy simulation of the same plan: `python bench/simulation.py`.

The NumPy version is the one that anybody would write: all samples of a task at once, one vector operation
per link, durations from NumPy's own beta generator, working minutes only (no calendars, no dates). The limits are
measured in the same run: how fast this machine streams memory, and how fast it can draw and add in the first
cache. `--write` puts the table into docs/speed.md and docs/engine.md.
"""

import os
import random
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numba
import numpy as np

from northline.engine import (
    Assignment,
    Lag,
    Link,
    LinkKind,
    Minutes,
    Project,
    Resource,
    Task,
    schedule,
    standard_calendar,
)
from northline.engine.compiled import compile_plan
from northline.engine.forecast import DEFAULT_SPREAD, simulate, warm

ROOT = Path(__file__).resolve().parents[1]
PEOPLE = 20
SAMPLES = 10_000
SIZES = (1_000, 2_000, 10_000)
REPEATS, PATIENCE = 9, 15.0  # rounds at most, and seconds after which no further round is begun
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
    times: list[float] = []
    while len(times) < REPEATS and sum(times) < PATIENCE:
        begin = time.perf_counter()
        call()
        times.append(time.perf_counter() - begin)
    return min(times)


def staffed(project: Project) -> Project:
    """The plan with every task on one of 20 people, who do one thing at a time."""
    luck = random.Random(1)
    people = tuple(Resource(f"r{n}") for n in range(PEOPLE))
    return replace(
        project,
        resources=people,
        assignments=tuple(Assignment(t.id, luck.choice(people).id) for t in project.tasks),
    )


@numba.njit(nogil=True)
def _stream(one: np.ndarray, other: np.ndarray) -> None:
    for i in range(len(one)):
        one[i] = max(one[i], other[i])


@numba.njit(nogil=True)
def _in_cache(rounds: int) -> int:
    """Per element and round what a task with two links cannot do without: a hash, two maxima, two additions."""
    at = np.zeros((3, 256), np.int32)
    key = np.uint32(7)
    for n in range(rounds):
        one, two, out = at[n % 3], at[(n + 1) % 3], at[(n + 2) % 3]
        for b in range(256):
            x = np.uint32(np.uint32(b * 0x9E3779B9) + key)
            x = np.uint32(x ^ (x >> np.uint32(16)))
            x = np.uint32(x * np.uint32(0x21F0AAAD))
            x = np.uint32(x ^ (x >> np.uint32(15)))
            x = np.uint32(np.uint32(x + key) * np.uint32(0xD35A2D97))
            x = np.uint32(x ^ (x >> np.uint32(15)))
            s = max(one[b], np.int32(two[b] + np.int32(1)))
            out[b] = np.int32(s + np.int32(x >> np.uint32(24)))
        key = np.uint32(key + np.uint32(11))
    return int(at.sum())


def on_all_cores(call: Callable[[int], object]) -> float:
    """The least time of one call per core, at once."""
    cores = os.cpu_count() or 1
    with ThreadPoolExecutor(cores) as pool:
        return best_of(lambda: list(pool.map(call, range(cores))))


def bandwidth() -> float:
    """Bytes a second through all cores for x = max(x, y) over arrays far larger than any cache."""
    cores, length = os.cpu_count() or 1, 16_000_000
    arrays = [(np.zeros(length, np.int32), np.ones(length, np.int32)) for _ in range(cores)]
    seconds = on_all_cores(lambda core: _stream(*arrays[core]))
    return cores * length * 12 / seconds


def peak() -> float:
    """Task-samples a second through all cores if nothing but a hash and its additions had to be done, in cache."""
    cores, rounds = os.cpu_count() or 1, 40_000
    return cores * rounds * 256 / on_all_cores(lambda _: _in_cache(rounds))


def rows() -> list[str]:
    """The table, line by line."""
    stream, most = bandwidth(), peak()
    lines = [
        f"{SAMPLES} samples, {os.cpu_count()} cores, best of at most {REPEATS}, from Project values to Forecast values. In the "
        f"same run memory streams {stream / 1e9:.0f} GB/s, and the least arithmetic of a task with two links (a hash, a "
        f"maximum, two additions, all in cache) runs {most / 1e9:.1f} thousand million times a second.",
        "",
        "| tasks | links | finish only | with drivers | 20 scarce people | NumPy | NumPy ÷ finish only | traffic of NumPy's way ÷ "
        "bandwidth | time at the arithmetic limit ÷ ours | one schedule() |",
        "| ---: " * 10 + "|",
    ]
    for size in SIZES:
        project = plan_of(size)
        crew = staffed(project)
        quick = best_of(lambda p=project: simulate(p, samples=SAMPLES, criticality=False))
        full = best_of(lambda p=project: simulate(p, samples=SAMPLES))
        scarce = best_of(lambda p=crew: simulate(p, samples=SAMPLES, with_resources=True))
        numpy = best_of(lambda p=project: by_numpy(p))
        once = best_of(lambda p=project: schedule(p))
        # One pass over memory per task (write) and link (read, read, write), four bytes each: what stays in cache here.
        traffic = SAMPLES * 4 * (size + 3 * len(project.links)) / stream
        least = SAMPLES * size / most
        figures = [f"{t * 1000:,.0f} ms" for t in (quick, full, scarce, numpy)]
        lines.append(
            f"| {size:,} | {len(project.links):,} | {' | '.join(figures)} | {numpy / quick:.1f}× | {traffic / quick:.2f} | "
            f"{least / quick:.2f} | {once * 1000:.0f} ms |"
        )
    return lines


def write(lines: list[str]) -> None:
    """Put the table between its markers."""
    for name in ("speed.md", "engine.md"):
        page = ROOT / "docs" / name
        text = page.read_text()
        begin, end = "<!-- simulation -->", "<!-- /simulation -->"
        if begin not in text or end not in text:
            raise SystemExit(f"docs/{name} has no {begin} markers.")
        before, after = text.split(begin)[0], text.split(end)[1]
        page.write_text("\n".join([before + begin, *lines, end + after]))


def main() -> int:
    """Print the table; with --write put it into the documents too."""
    warm()
    lines = rows()
    print("\n".join(lines))
    if "--write" in sys.argv[1:]:
        write(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
