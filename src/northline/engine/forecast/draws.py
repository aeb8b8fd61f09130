"""What varies in a plan and how: one random value per task and sample, scaled to each stretch of its work.

The value depends on nothing but the seed, the task's id and the sample's number, so it is the same in every
scenario of a plan, in every order and on any number of threads. So it is with factors (by name) and risks (by id).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from northline.engine import kernels as k
from northline.engine.calendars import Ints
from northline.engine.compiled import CompiledPlan
from northline.engine.errors import UnknownId
from northline.engine.forecast import luck
from northline.engine.forecast.luck import Keys
from northline.engine.forecast.shapes import Table, empirical, lognormal, mode_of, three_points
from northline.engine.forecast.shared import Extras, Shared, extras_of, salt
from northline.engine.forecast.uncertain import Distribution, Doubt, Lognormal, ThreePoints
from northline.engine.forecast.values import Spread
from northline.engine.model import Project, Task

Flags = npt.NDArray[np.bool_]
CERTAIN = -1


@dataclass(frozen=True, slots=True)
class Draws:
    """Segment g of task v lasts `fixed[g]` + round((`low[g]` + `width[g]` · y) · … + …) minutes, y being task v's value.

    y comes from row `table[v]` of `tables` (CERTAIN: always 0) by the random bits of `key[v]`; `extras` and `shared`
    say what it shares with other tasks, minutes being added to a stretch in the proportion `part[g]`. No
    uncertain work lasts less than `least[v]` minutes; where nothing varies it is `sure[g]`.
    `fixed` is work already done. `estimated` and `defaulted` count tasks by where their spread came from.
    """

    key: Keys
    table: Ints
    tables: Table
    fixed: Ints
    low: Table
    width: Table
    part: Table
    least: Ints
    sure: Ints
    extras: Extras
    shared: Shared
    estimated: int
    defaulted: int

    @property
    def varies(self) -> Flags:
        """The tasks (n,) whose duration is not the same in all samples."""
        made: Flags = (self.table >= 0) | (np.diff(self.extras.ptr) > 0)
        return made


def draws_of(plan: CompiledPlan, project: Project, *, seed: int, doubt: Doubt) -> Draws:
    """The draws of every task; finished, hand-placed and inactive tasks and milestones do not vary by themselves."""
    return _Drawing(plan, project, seed=seed, doubt=doubt).run()


class _Drawing:
    def __init__(self, plan: CompiledPlan, project: Project, *, seed: int, doubt: Doubt) -> None:
        self.plan, self.project, self.seed, self.doubt = plan, project, seed, doubt
        segments, n = plan.segments, plan.size
        self.index = {name: v for v, name in enumerate(plan.ids)}
        self.rows: dict[object, int] = {}
        self.made: list[Table] = []
        self.table = np.full(n, CERTAIN, np.int64)
        self.fixed = np.zeros(len(segments.minutes), np.int64)
        self.low, self.width = segments.minutes.astype(np.float64), np.zeros(len(segments.minutes))
        self.part = np.ones(len(segments.minutes))
        self.least = np.zeros(n, np.int64)
        self.estimated = self.defaulted = 0

    def run(self) -> Draws:
        own = self._given()
        self.leaf = (self.plan.node_kind[: self.plan.size] == k.LEAF).tolist()
        bounds = self.plan.segments.ptr.tolist()
        minutes, rests = self.plan.segments.minutes.tolist(), self.plan.segments.rest.tolist()
        default = self._cut(self.doubt.spread, 1)
        usual = []
        for v, task in enumerate(self.project.tasks):
            if not self.leaf[v] or not _has_work(task, v in own):
                continue
            stretches = range(bounds[v], bounds[v + 1])
            if task.estimate is None and v not in own and task.actual_start is None and len(stretches) == 1:
                usual.append(v)
            else:
                self._stretches(v, task, self._own(v, task, own, default), stretches, minutes, rests)
        self._by_default(np.array(usual, np.int64), default)
        extras, shared = extras_of(
            self.doubt,
            index=self.index,
            leaf=self.leaf,
            seed=self.seed,
            cut=lambda given: self._cut(given, 1),
        )
        tables = (
            np.ascontiguousarray(np.stack(self.made)) if self.made else np.zeros((1, luck.CELLS), np.float32)
        )
        return Draws(
            _keys(self.plan.ids, self.seed), self.table, tables, self.fixed, self.low.astype(np.float32),
            self.width.astype(np.float32), self.part.astype(np.float32), self.least,
            np.floor(self.low + 0.5).astype(np.int64), extras, shared,
            self.estimated, self.defaulted,
        )  # fmt: skip

    def _given(self) -> dict[int, Distribution]:
        """The caller's own distributions by node; raises UnknownId."""
        missing = sorted({i for i, _ in self.doubt.durations if i not in self.index})
        if missing:
            raise UnknownId(f"A distribution names task {missing[0]}, which is not in the plan.", ids=missing)
        return {self.index[i]: d for i, d in self.doubt.durations}

    def _by_default(self, tasks: Ints, default: tuple[float, float, int]) -> None:
        """Most of a plan at once: one stretch of work, not begun, without an estimate."""
        low, width, self.table[tasks] = default
        own = self.plan.segments.ptr[tasks]
        minutes = self.plan.segments.minutes[own]
        self.low[own], self.width[own] = minutes * low, minutes * width
        self.least[tasks] = (minutes > 0) & (low + width > 0)
        self.defaulted += len(tasks)

    def _own(
        self, v: int, task: Task, own: dict[int, Distribution], default: tuple[float, float, int]
    ) -> tuple[float, float, int]:
        """Low and width as shares of the planned duration (minutes where none is planned), and the table's row."""
        given = own.get(v)
        if given is None and task.estimate is None:
            self.defaulted += 1
            return default
        self.estimated += 1
        if given is None and task.estimate is not None:
            e = task.estimate
            given = ThreePoints(e.optimistic, e.likely, e.pessimistic, self.doubt.spread.shape)
        assert given is not None
        return self._cut(given, 1 if given.as_share else task.duration or 1)

    def _stretches(
        self,
        v: int,
        task: Task,
        cut: tuple[float, float, int],
        own: range,
        minutes: list[int],
        rests: list[int],
    ) -> None:
        low, width, self.table[v] = cut
        started = task.actual_start is not None
        left = [(rests[g] if started else minutes[g]) if task.duration else 1 for g in own]
        self.least[v] = int(low + width > 0)
        for g, length in zip(own, left, strict=True):
            self.fixed[g] = minutes[g] - length if task.duration else 0
            self.low[g], self.width[g] = length * low, length * width
            self.part[g] = length / (max(left) or 1)
            if not length:
                self.least[v] = 0

    def _cut(self, given: Distribution | Spread, one: float) -> tuple[float, float, int]:
        """Low and width, divided by `one`, and the row of the table (CERTAIN where nothing varies)."""
        if isinstance(given, (ThreePoints, Spread)):
            low, width = given.low / one, (given.high - given.low) / one
            if width == 0:
                return low, 0.0, CERTAIN
            mode = mode_of(given.low, given.likely, given.high)
            key: object = (given.shape, mode)
            return low, width, self._row(key, lambda: three_points(given.shape, mode))
        if isinstance(given, Lognormal):
            if given.deviation == 0:
                return given.mean / one, 0.0, CERTAIN
            return 0.0, given.mean / one, self._row(given.sigma, lambda: lognormal(given.sigma))
        values = tuple(sorted(given.values))
        if values[0] == values[-1]:
            return values[0] / one, 0.0, CERTAIN
        return 0.0, values[-1] / one, self._row(values, lambda: empirical(values))

    def _row(self, key: object, make: Callable[[], Table]) -> int:
        if key not in self.rows:
            self.rows[key] = len(self.made)
            self.made.append(make())
        return self.rows[key]


def _has_work(task: Task, given: bool) -> bool:
    """Is there anything left that may vary?"""
    placed = task.manual and task.manual_start is not None and task.manual_finish is not None
    work = task.duration or task.estimate is not None or given
    return bool(work) and task.active and not (task.milestone or placed or task.actual_finish)


def _keys(ids: tuple[str, ...], seed: int) -> Keys:
    return np.frombuffer(_digests(ids, seed), dtype="<u4").astype(np.uint32).reshape(-1, 2)


@lru_cache(maxsize=16)
def _digests(ids: tuple[str, ...], seed: int) -> bytes:
    """Of each task eight bytes; of the plans worked with last they are at hand."""
    key = salt(seed)
    return b"".join(blake2b(i.encode(), digest_size=8, key=key).digest() for i in ids)


def values(draws: Draws, v: int, first: int, last: int) -> Table:
    """The values y of task v in samples `first` up to `last`, as the compiled kernel draws them."""
    if draws.table[v] == CERTAIN:
        return np.zeros(last - first, np.float32)
    made: Table = draws.tables[draws.table[v]][luck.drawn(draws.key[v], first, last) >> luck.TO_CELL]
    return made


def shared_values(draws: Draws, r: int, first: int, last: int) -> Table:
    """What row r of the shared rows multiplies or adds in samples `first` up to `last`."""
    s = draws.shared
    y = draws.tables[s.table[r]][luck.drawn(s.key[2 * r], first, last) >> luck.TO_CELL]
    happens = luck.drawn(s.key[2 * r + 1], first, last) <= s.limit[r]
    made: Table = np.where(happens, s.low[r] + s.width[r] * y, s.otherwise[r])
    return made


def minutes_of(draws: Draws, v: int, g: int, y: Table, first: int = 0) -> Ints:
    """The minutes that segment g of task v still takes, given its values in the samples from `first` on."""
    if not draws.varies[v]:
        return np.full(len(y), draws.sure[g], np.int64)
    made: Table = draws.low[g] + draws.width[g] * y
    for x in range(draws.extras.ptr[v], draws.extras.ptr[v + 1]):
        row = shared_values(draws, int(draws.extras.row[x]), first, first + len(y))
        made = made * row if draws.extras.kind[x] == luck.MULTIPLY else made + draws.part[g] * row
    whole = np.minimum(made + luck.HALF, luck.LONGEST).astype(np.int64)
    answer: Ints = np.maximum(draws.least[v], whole)
    return answer
