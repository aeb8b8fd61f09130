"""Plans simulated with one more lever each, all with the same random numbers, and how they compare."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from northline.engine.calendars import to_minute
from northline.engine.errors import PlanError
from northline.engine.forecast import Forecast
from northline.engine.model import Project
from northline.engine.recovery.changes import apply
from northline.engine.recovery.ideas import ideas
from northline.engine.recovery.values import Change, Idea, Lever, LeverKind, MoveDate, Terms


def as_it_is(change: Change) -> Change:
    """Every change may be made."""
    return change


@dataclass(slots=True)
class State:
    """A plan on the way: what was changed, and its forecast."""

    project: Project
    forecast: Forecast
    levers: tuple[Lever, ...] = ()

    def chance(self, deadline: datetime) -> float:
        """The probability of a date."""
        return self.forecast.probability_by(deadline)


@dataclass(slots=True)
class Trials:
    """What every trial shares, how many were `used`, and the last `scores` of levers."""

    deadline: datetime
    target: float
    terms: Terms
    values: Mapping[str, float]
    budget: float | None
    with_resources: bool
    most: int
    cancelled: Callable[[], bool]
    forecast: Callable[[Project, bool], Forecast]
    fitted: Callable[[Change], Change | None] = as_it_is
    on_progress: Callable[[int, int], None] | None = None
    used: int = 0
    scores: dict[Change, float] = field(default_factory=dict)

    def ideas_for(self, state: State) -> list[Idea]:
        """The levers on what is critical in a state, each change once."""
        found = ideas(
            state.project, state.forecast, deadline=self.deadline, terms=self.terms, values=self.values,
            with_resources=self.with_resources,
        )  # fmt: skip
        fitting: dict[Change, Idea] = {}
        for idea in found:
            change = self.fitted(idea.change)
            if change is not None:
                fitting.setdefault(change, idea if change == idea.change else replace(idea, change=change))
        return list(fitting.values())

    def with_lever(self, state: State, idea: Idea) -> State | None:
        """The state after one more lever; None where it does not fit."""
        try:
            project = apply(state.project, idea.change)
            forecast = self.simulated(project)
        except PlanError:
            return None
        before, after = state.chance(self.deadline), forecast.probability_by(self.deadline)
        lever = Lever(
            kind=idea.kind, change=idea.change, cost=idea.cost, value_lost=idea.value_lost, probability=after,
            gain=after - before, p50_earlier=state.forecast.p50 - forecast.p50,
            p80_earlier=state.forecast.p80 - forecast.p80, sentence=idea.sentence,
        )  # fmt: skip
        made = State(project, forecast, (*state.levers, lever))
        self.scores[idea.change] = self.score(state, made, idea)
        return made

    def again(self, base: State, levers: list[Lever]) -> State | None:
        """The same levers from the start; the last state only is simulated, gains are shared out by what was told."""
        try:
            project = apply(base.project, *(lever.change for lever in levers))
        except PlanError:
            return None
        return State(project, self.simulated(project), tuple(levers))

    def moved(self, state: State) -> Lever:
        """Promise the date that holds with the target probability instead."""
        to = max(state.forecast.quantile(self.target), self.deadline)
        days = (to - self.deadline) / timedelta(days=1)
        after = state.forecast.probability_by(to)
        return Lever(
            kind=LeverKind.MOVE_DATE, change=MoveDate(to), cost=days * self.terms.late_day,
            value_lost=days * self.terms.late_value, probability=after,
            gain=after - state.chance(self.deadline), p50_earlier=timedelta(0), p80_earlier=timedelta(0),
            sentence=f"Promise {to:%Y-%m-%d %H:%M} instead of {self.deadline:%Y-%m-%d %H:%M}.",
        )  # fmt: skip

    def reached(self, state: State) -> bool:
        """Whether the target is met."""
        return state.chance(self.deadline) >= self.target - 1e-9

    def gap(self, state: State) -> int:
        """Minutes by which the date of the target probability misses the deadline."""
        return max(0, to_minute(state.forecast.quantile(self.target)) - to_minute(self.deadline))

    def score(self, before: State, after: State, idea: Idea) -> float:
        """Gained probability per price. Where a plan is far too late no lever gains any, so that a part of the
        gap closed counts too, a tenth as much."""
        gain = after.chance(self.deadline) - before.chance(self.deadline)
        gap = self.gap(before)
        closed = (gap - self.gap(after)) / gap if gap else 0.0
        return (gain + 0.1 * closed) / (self.price(idea.cost, idea.value_lost) + self.terms.hour)

    def price(self, cost: float, value_lost: float) -> float:
        """Cost and value lost in one figure; savings count as nothing."""
        return max(0.0, cost + self.terms.value_price * value_lost)

    def worth(self, lever: Lever) -> tuple[float, timedelta, str]:
        """Best first: gained probability per price, then how much sooner."""
        price = self.price(lever.cost, lever.value_lost) + (self.terms.hour or 1.0)
        return (-lever.gain / price, -lever.p80_earlier, lever.sentence)

    def left(self) -> int:
        """How many simulations are left."""
        return max(0, self.most - self.used)

    def may_go_on(self) -> bool:
        """Whether a simulation is left and nobody has cancelled."""
        return self.used < self.most and not self.cancelled()

    def simulated(self, project: Project, *, criticality: bool = False) -> Forecast:
        """One simulation."""
        self.used += 1
        found = self.forecast(project, criticality)
        if self.on_progress is not None:
            self.on_progress(self.used, self.most)
        return found
