"""Levers tried one by one and together, all with the same random numbers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from northline.engine.errors import BadDate, BadValue
from northline.engine.forecast import (
    DEFAULT_SPREAD,
    Distribution,
    Factor,
    Forecast,
    Historical,
    Lognormal,
    Risk,
    Spread,
    ThreePoints,
    simulate,
)
from northline.engine.forecast.simulate import NO_DURATIONS
from northline.engine.model import Project
from northline.engine.recovery.changes import SECOND
from northline.engine.recovery.packages import Packer
from northline.engine.recovery.trials import State, Trials, as_it_is
from northline.engine.recovery.values import Change, Idea, Lever, LeverKind, Recovery, Terms
from northline.engine.remaining import with_remaining_work

NO_VALUES: Mapping[str, float] = MappingProxyType({})
FOR_SINGLES = 0.6


def recovery(
    project: Project,
    *,
    deadline: datetime | None = None,
    target: float = 0.8,
    values: Mapping[str, float] = NO_VALUES,
    budget: float | None = None,
    terms: Terms = Terms(),  # noqa: B008  frozen
    samples: int = 2000,
    seed: int = 0,
    default_spread: Spread = DEFAULT_SPREAD,
    durations: Mapping[str, Distribution] = NO_DURATIONS,
    factors: Sequence[Factor] = (),
    risks: Sequence[Risk] = (),
    with_resources: bool = False,
    status_date: datetime | None = None,
    simulations: int = 80,
    fitted: Callable[[Change], Change | None] = as_it_is,
    cancelled: Callable[[], bool] = lambda: False,
    on_progress: Callable[[int, int], None] | None = None,
) -> Recovery:
    """What can be done so that the deadline (None: the project's) is met with the `target` probability.

    `durations`, `factors` and `risks` are those of `simulate`; a lever that shortens a task shortens its distribution in
    proportion. `values` is the product value of tasks that may be dropped or deferred, by id. Packages cost no more than
    `budget`. `fitted` is asked for each change before it is tried: it answers that, another that suits better, or None for one that must
    not be made. At most `simulations` plans are simulated, `samples` times each, with the same random numbers;
    `cancelled` is asked before each and ends the search with what was found, `on_progress(used, most)` is told after
    each how many there have been. Done and begun work, and tasks
    pinned by hand, stay as they are. Raises BadDate without a deadline, BadValue, and what `simulate` raises.

    >>> from northline.engine.model import Minutes, Task, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a", name="Shed", duration=Minutes(2400)),), deadline=datetime(2026, 3, 5, 17))
    >>> recovery(shed, samples=100).packages[0].reached
    True
    """
    by = deadline or project.deadline
    if by is None:
        raise BadDate("There is no deadline to be met. Give one, or set the project's.", ids=[project.id])
    if not 0 < target <= 1 or simulations < 1:
        raise BadValue(f"A target of {target} lies above 0 and up to 1; one simulation is the least.")

    project = with_remaining_work(project)
    shares = in_shares(project, durations)

    def forecast(plan: Project, criticality: bool) -> Forecast:
        return simulate(
            plan, samples=samples, seed=seed, deadline=by, default_spread=default_spread,
            durations=with_halves(plan, shares), factors=shared_by_halves(plan, factors), risks=risks,
            criticality=criticality, milestones=False, with_resources=with_resources, status_date=status_date,
        )  # fmt: skip

    trials = Trials(
        by,
        target,
        terms,
        values,
        budget,
        with_resources,
        simulations,
        cancelled,
        forecast,
        fitted,
        on_progress,
    )
    base = State(project, trials.simulated(project, criticality=True))
    found = trials.ideas_for(base)
    tried = _singles(trials, base, found)
    known = {lever.change for lever in tried}
    packages = Packer(trials, base).packages([i for i in found if i.change in known])
    moved = [] if trials.reached(base) else [trials.moved(base)]
    return Recovery(
        deadline=by, target=target, probability=base.chance(by), p50=base.forecast.p50, p80=base.forecast.p80,
        levers=tuple(sorted([*tried, *moved], key=trials.worth)), packages=packages,
        simulations=trials.used,
    )  # fmt: skip


def in_shares(project: Project, durations: Mapping[str, Distribution]) -> dict[str, Distribution]:
    """Distributions in minutes as shares of the planned durations, so that they follow when a task is resized."""
    planned = {t.id: int(t.duration) for t in project.tasks}
    return {t: _in_shares(d, planned.get(t, 0)) for t, d in durations.items()}


def with_halves(plan: Project, durations: Mapping[str, Distribution]) -> dict[str, Distribution]:
    """The same also for the second parts of tasks that were split."""
    halves = {t: t.removesuffix(SECOND) for t in _second_parts(plan)}
    return {**durations, **{t: durations[whole] for t, whole in halves.items() if whole in durations}}


def shared_by_halves(plan: Project, factors: Sequence[Factor]) -> tuple[Factor, ...]:
    """Factors that strike the second parts of split tasks too."""
    halves = _second_parts(plan)
    return tuple(
        replace(f, tasks=(*f.tasks, *(t for t in halves if t.removesuffix(SECOND) in f.tasks)))
        for f in factors
    )


def _second_parts(plan: Project) -> list[str]:
    ids = {t.id for t in plan.tasks}
    return [t.id for t in plan.tasks if t.id.endswith(SECOND) and t.id.removesuffix(SECOND) in ids]


def _in_shares(given: Distribution, planned: int) -> Distribution:
    if given.as_share or not planned:
        return given
    if isinstance(given, Historical):
        return Historical(tuple(v / planned for v in given.values), as_share=True)
    if isinstance(given, Lognormal):
        return Lognormal(given.mean / planned, given.deviation / planned, as_share=True)
    points = (given.low / planned, given.likely / planned, given.high / planned)
    return ThreePoints(*points, given.shape, as_share=True)


def _singles(trials: Trials, base: State, found: list[Idea]) -> list[Lever]:
    """Each lever alone, the most promising of each kind first, as far as the simulations go."""
    made = []
    for idea in _fairly(found):
        if trials.used >= max(2, int(trials.most * FOR_SINGLES)) or not trials.may_go_on():
            break
        state = trials.with_lever(base, idea)
        if state is not None:
            made.append(state.levers[-1])
    return made


def _fairly(found: list[Idea]) -> list[Idea]:
    """The best of each kind in turn."""
    kinds: dict[LeverKind, list[Idea]] = {}
    for idea in found:
        kinds.setdefault(idea.kind, []).append(idea)
    rows = max((len(row) for row in kinds.values()), default=0)
    return [row[n] for n in range(rows) for row in kinds.values() if n < len(row)]
