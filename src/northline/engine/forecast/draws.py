"""What varies in a plan and how: one random value per task and sample, scaled to each stretch of its work.

The value depends on nothing but the seed, the task's id and the sample's number (SplitMix64, Steele, Lea and
Flood 2014, used as a counter), so it is the same in every scenario of a plan, in every order and on any
number of threads.
"""

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.forecast.shapes import Floats, mode_of, quantiles
from northline.engine.forecast.values import Spread
from northline.engine.model import Project, Task

Keys = npt.NDArray[np.uint64]
STEP = np.uint64(0x9E3779B97F4A7C15)
MIX_1, MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
CERTAIN = -1


@dataclass(frozen=True, slots=True)
class Draws:
    """Segment g of task v lasts `fixed[g]` + round(`low[g]` + `width[g]` · y) minutes, y being task v's value.

    y lies in [0, 1] and comes from row `table[v]` of `tables` (CERTAIN: always 0) by the random numbers of
    `key[v]`.
    `fixed` is work already done. `estimated` and `defaulted` count tasks by where their spread came from.
    """

    key: Keys
    table: Ints
    tables: Floats
    fixed: Ints
    low: Floats
    width: Floats
    estimated: int
    defaulted: int


def draws_of(plan: CompiledPlan, project: Project, *, seed: int, spread: Spread) -> Draws:
    """The draws of every task; finished, hand-placed and inactive tasks and milestones do not vary."""
    segments, n = plan.segments, plan.size
    rows: dict[int, int] = {}
    table = np.full(n, CERTAIN, np.int64)
    fixed = np.zeros(len(segments.minutes), np.int64)
    low, width = segments.minutes.astype(np.float64), np.zeros(len(segments.minutes))
    estimated = defaulted = 0
    bounds, minutes, rests = segments.ptr.tolist(), segments.minutes.tolist(), segments.rest.tolist()
    leaf = (plan.node_kind[:n] == k.LEAF).tolist()
    for v, task in enumerate(project.tasks):
        if not leaf[v] or not _varies(task):
            continue
        points = _points(task, spread)
        if task.estimate is not None:
            estimated += 1
        else:
            defaulted += 1
        if points[2] > points[0]:
            mode = mode_of(*points)
            table[v] = rows.setdefault(mode, len(rows))
        started = task.actual_start is not None
        for g in range(bounds[v], bounds[v + 1]):
            left = (rests[g] if started else minutes[g]) if task.duration else 1
            fixed[g] = minutes[g] - left if task.duration else 0
            low[g], width[g] = left * points[0], left * (points[2] - points[0])
    made = [quantiles(spread.shape, mode) for mode in rows]
    tables = np.ascontiguousarray(np.stack(made)) if made else np.zeros((1, 2))
    return Draws(_keys(plan.ids, seed), table, tables, fixed, low, width, estimated, defaulted)


def _varies(task: Task) -> bool:
    placed = task.manual and task.manual_start is not None and task.manual_finish is not None
    work = task.duration or task.estimate is not None
    return bool(work) and task.active and not (task.milestone or placed or task.actual_finish)


def _points(task: Task, spread: Spread) -> tuple[float, float, float]:
    """Low, likely and high as shares of the planned duration (as minutes where none is planned)."""
    if task.estimate is None:
        return spread.low, spread.likely, spread.high
    one = task.duration or 1
    e = task.estimate
    return e.optimistic / one, e.likely / one, e.pessimistic / one


def _keys(ids: tuple[str, ...], seed: int) -> Keys:
    salt = blake2b(str(seed).encode(), digest_size=16).digest()
    joined = b"".join(blake2b(i.encode(), digest_size=8, key=salt).digest() for i in ids)
    return np.frombuffer(joined, dtype="<u8").astype(np.uint64)


def values(draws: Draws, v: int, first: int, last: int) -> Floats:
    """The values y of task v in samples `first` up to `last`, as the compiled kernel draws them."""
    if draws.table[v] == CERTAIN:
        return np.zeros(last - first)
    z = draws.key[v] + np.arange(first + 1, last + 1, dtype=np.uint64) * STEP
    z = (z ^ (z >> np.uint64(30))) * MIX_1
    z = (z ^ (z >> np.uint64(27))) * MIX_2
    z ^= z >> np.uint64(31)
    cell = (z >> np.uint64(54)).astype(np.int64)
    part = ((z >> np.uint64(22)) & np.uint64(0xFFFFFFFF)).astype(np.float64) * 2.0**-32
    row = draws.tables[draws.table[v]]
    made: Floats = row[cell] + (row[cell + 1] - row[cell]) * part
    return made


def minutes_of(draws: Draws, g: int, y: Floats) -> Ints:
    """The minutes that segment g still takes, given its task's values."""
    made: Ints = np.floor(draws.low[g] + draws.width[g] * y + 0.5).astype(np.int64)
    return made
