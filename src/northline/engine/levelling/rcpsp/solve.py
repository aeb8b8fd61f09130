"""The anytime solver: a genetic search on every core, and CP-SAT beside it for bound, proof and more."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter

from northline.engine.errors import BadValue
from northline.engine.levelling.rcpsp.arrays import Arrays, compile_problem
from northline.engine.levelling.rcpsp.bounds import lower_bound
from northline.engine.levelling.rcpsp.exact import Exact
from northline.engine.levelling.rcpsp.model import Activity, Mode, NothingFits, Problem
from northline.engine.levelling.rcpsp.search import Search
from northline.engine.levelling.rcpsp.windows import LARGE, Windows

# Below this many seconds the start of another process costs more than it brings.
WORTH_EXACT = 1.5
DEFAULT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """Starts and mode numbers by activity id, the makespan with a lower bound, and what it took.

    `optimal` says that the two are proved equal; `schedules` how many were made; `notes` what was missing.
    """

    starts: Mapping[str, int]
    modes: Mapping[str, int]
    makespan: int
    lower_bound: int
    optimal: bool
    seconds: float
    schedules: int
    notes: tuple[str, ...] = ()


Progress = Callable[[int, int], None]


def solve(
    problem: Problem,
    *,
    seconds: float | None = None,
    schedules: int | None = None,
    workers: int = 2,
    seed: int = 0,
    on_progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Answer:
    """The shortest schedule found within `seconds` of wall clock, or with `schedules` made.

    With a number of schedules and no seconds, the answer depends on problem, seed and that number only, and not on the
    order in which the problem lists its activities. Else CP-SAT joins, where OR-Tools can be imported.
    `on_progress(makespan, lower_bound)` is called on every change. Raises NothingFits where no choice of modes within the
    stocks was found, BadValue for impossible limits.

    >>> from northline.engine.levelling.rcpsp.model import Activity, Mode
    >>> two = (Activity("a", (Mode(3, (1,)),)), Activity("b", (Mode(2, (1,)),)))
    >>> answer = solve(Problem(two, capacities=(1,)), schedules=100)
    >>> answer.makespan, answer.lower_bound, answer.optimal
    (5, 5, True)
    """
    began = perf_counter()
    if (seconds is not None and not seconds > 0) or (schedules is not None and schedules < 1) or workers < 1:
        raise BadValue("Seconds, schedules and workers must be above zero.")
    if seconds is None and schedules is None:
        seconds = DEFAULT_SECONDS
    problem = problem.canonical
    arrays = compile_problem(problem)
    run = _Run(
        arrays=arrays,
        deadline=began + seconds if seconds is not None else None,
        schedules=schedules,
        workers=workers,
        seed=seed,
        on_progress=on_progress,
        cancelled=cancelled or (lambda: False),
    )
    run.go()
    return run.answer(problem, began)


def warm() -> None:
    """Compile the kernels and keep them on disk."""
    five = tuple(Activity(name, (Mode(1, (1,)),)) for name in "abcde")
    solve(Problem(five, capacities=(1,)), schedules=10)
    search = Windows(compile_problem(Problem(five, capacities=(1,))), seed=0, target=0, schedules=None)
    with ThreadPoolExecutor(1) as threads:
        while not search.halves[0].laid:
            search.step(threads, seconds=1.0, lanes=1)


class _Run:
    def __init__(
        self,
        *,
        arrays: Arrays,
        deadline: float | None,
        schedules: int | None,
        workers: int,
        seed: int,
        on_progress: Progress | None,
        cancelled: Callable[[], bool],
    ) -> None:
        self.arrays = arrays
        self.deadline = deadline
        self.schedules = schedules
        self.workers = workers
        self.seed = seed
        self.on_progress = on_progress
        self.cancelled = cancelled
        self.bound = lower_bound(arrays)
        self.told: tuple[int, int] | None = None
        self.notes: list[str] = []
        self.search = self._search()

    def _search(self) -> Search | Windows:
        arrays, seed, target = self.arrays, self.seed, self.bound
        if arrays.single and arrays.size >= LARGE:
            return Windows(arrays, seed=seed, target=target, schedules=self.schedules)
        return Search(arrays, seed=seed, target=target, schedules=self.schedules, seconds=self.left())

    def left(self) -> float:
        """Seconds that remain."""
        return 1e9 if self.deadline is None else self.deadline - perf_counter()

    def finished(self) -> bool:
        """Whether a limit, a proof or a cancellation ends the run."""
        self.tell()
        if self.search.makespan <= self.bound:
            return True
        # However late it is, there is an answer.
        return self.search.used > 0 and (self.left() <= 0 or self.cancelled())

    def tell(self) -> None:
        """Report a change of makespan or bound."""
        now = (self.search.makespan, self.bound)
        if self.on_progress is not None and now != self.told and self.search.feasible:
            self.on_progress(*now)
        self.told = now

    def go(self) -> None:
        """Breed, with CP-SAT beside it where there is time for that."""
        if self.arrays.size == 0:
            return
        with self._exact() as exact, ThreadPoolExecutor(self.workers) as threads:
            while not self.finished() and not self.search.exhausted:
                if exact is not None:
                    self._consult(exact)
                    if self.finished():
                        break
                self.search.step(threads, seconds=self.left(), lanes=self._lanes(exact))
            self.search.conclude()
            self.tell()

    @contextlib.contextmanager
    def _exact(self) -> Iterator[Exact | None]:
        # Of problems for windows CP-SAT proved nothing that the simple bound does not.
        counted = self.schedules is not None or isinstance(self.search, Windows)
        if counted or self.left() < WORTH_EXACT:
            yield None
            return
        try:
            with Exact(self.arrays) as exact:
                yield exact
        except FileNotFoundError:
            yield None

    def _lanes(self, exact: Exact | None) -> int:
        """How many islands breed while CP-SAT takes part."""
        if exact is None or exact.done.is_set() or not exact.asked:
            return self.workers
        return max(1, self.workers - 1)

    def _consult(self, exact: Exact) -> None:
        search = self.search
        assert isinstance(search, Search)
        if not exact.asked and search.ripe:
            makespan, finish, modes = search.best()
            exact.ask(
                finish=finish,
                modes=modes,
                makespan=min(makespan, self.arrays.horizon),
                lower=self.bound,
                # Where modes must be chosen, CP-SAT finds more than breeding does.
                workers=1 if self.arrays.single else self.workers,
                seconds=self.left(),
                seed=self.seed,
            )
        if exact.missing and not self.notes:
            self.notes.append("OR-Tools cannot be imported: no bound and no proof beyond the simple ones.")
        if exact.found is not None and exact.makespan < search.makespan:
            search.adopt(*exact.found)
        self.bound = max(self.bound, min(exact.bound, search.makespan))
        if exact.proved and search.feasible:
            self.bound = search.makespan

    def answer(self, problem: Problem, began: float) -> Answer:
        """The best answer in the problem's own terms."""
        if not self.search.feasible:
            raise NothingFits(
                "No choice of modes within the stocks was found. Raise the stocks or the limit."
            )
        makespan, finish, modes = self.search.best()
        ids = [problem.activities[at].id for at in self.arrays.where]
        starts = (finish - self.arrays.mode_duration[modes]).tolist()
        numbers = self.arrays.mode_number[modes].tolist()
        return Answer(
            starts=dict(zip(ids, starts, strict=True)),
            modes=dict(zip(ids, numbers, strict=True)),
            makespan=makespan,
            lower_bound=min(self.bound, makespan),
            optimal=self.bound >= makespan,
            seconds=perf_counter() - began,
            schedules=self.search.used,
            notes=tuple(self.notes),
        )
