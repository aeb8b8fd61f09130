"""The values of a resource-constrained project scheduling problem over integer time, refused where they are
impossible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from northline.engine.errors import BadValue, Cycle, DuplicateId, NegativeDuration, PlanError, UnknownId
from northline.engine.natural import natural


class BeyondCapacity(PlanError):
    """An activity that needs more of a resource than there ever is."""

    code = "plan.beyond_capacity"


class NothingFits(PlanError):
    """Activities that together use up more of a consumable resource than there is, whatever their modes."""

    code = "plan.nothing_fits"


@dataclass(frozen=True, slots=True)
class Mode:
    """One way of doing an activity: time units, need of each renewable and use of each consumable resource.

    >>> Mode(3, (2, 0))
    Mode(duration=3, needs=(2, 0), uses=())
    """

    duration: int
    needs: tuple[int, ...] = ()
    uses: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity with its modes (numbered from 1 in their order) and the ids of those that wait for its end."""

    id: str
    modes: tuple[Mode, ...]
    successors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Problem:
    """Activities, capacities of the renewable resources per time unit and stocks of the consumable ones.

    Raises DuplicateId, UnknownId, Cycle, NegativeDuration, BadValue, or BeyondCapacity naming the activities
    that fit in no mode. Model: Pritsker, Watters and Wolfe (1969); modes: Talbot (1982).

    >>> Problem((Activity("a", (Mode(3, (2,)),)),), capacities=(2,)).order
    (0,)
    """

    activities: tuple[Activity, ...]
    capacities: tuple[int, ...] = ()
    stocks: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        _check_ids(self)
        _check_figures(self)
        assert len(self.order) == len(self.activities)
        _check_capacities(self)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Position by id."""
        return {activity.id: at for at, activity in enumerate(self.activities)}

    @cached_property
    def canonical(self) -> Problem:
        """The same with activities and successors in the natural order of their ids; itself where they are so already."""
        ordered = tuple(
            replace(a, successors=successors)
            if (successors := tuple(sorted(a.successors, key=natural))) != a.successors
            else a
            for a in sorted(self.activities, key=lambda a: natural(a.id))
        )
        return self if ordered == self.activities else replace(self, activities=ordered)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Positions such that everybody comes after those waited for; raises Cycle."""
        waits = [0] * len(self.activities)
        for activity in self.activities:
            for successor in activity.successors:
                waits[self.index[successor]] += 1
        found = [at for at, count in enumerate(waits) if count == 0]
        for at in found:
            for successor in self.activities[at].successors:
                waits[self.index[successor]] -= 1
                if waits[self.index[successor]] == 0:
                    found.append(self.index[successor])
        if len(found) < len(self.activities):
            _refuse_circle(self, {at for at, count in enumerate(waits) if count})
        return tuple(found)


def _check_ids(problem: Problem) -> None:
    if len(problem.index) < len(problem.activities):
        seen: set[str] = set()
        twice = [a.id for a in problem.activities if a.id in seen or seen.add(a.id)]  # type: ignore[func-returns-value]
        raise DuplicateId(f"More than one activity is called {_named(twice)}. Rename one.", ids=twice)
    for activity in problem.activities:
        unknown = [successor for successor in activity.successors if successor not in problem.index]
        if unknown:
            raise UnknownId(
                f"Activity {activity.id} is followed by {_named(unknown)}, which is not there.", ids=unknown
            )


def _check_figures(problem: Problem) -> None:
    if min((*problem.capacities, *problem.stocks), default=0) < 0:
        raise BadValue("A capacity is below zero. Give zero or more.")
    for activity in problem.activities:
        if not activity.modes:
            raise BadValue(f"Activity {activity.id} has no mode. Give it a duration.", ids=[activity.id])
        for mode in activity.modes:
            _check_mode(problem, activity, mode)


def _check_mode(problem: Problem, activity: Activity, mode: Mode) -> None:
    if mode.duration < 0:
        raise NegativeDuration(f"Activity {activity.id} has a duration below zero.", ids=[activity.id])
    if min((*mode.needs, *mode.uses), default=0) < 0:
        raise BadValue(f"Activity {activity.id} needs less than nothing of a resource.", ids=[activity.id])
    if len(mode.needs) > len(problem.capacities) or len(mode.uses) > len(problem.stocks):
        raise BadValue(
            f"Activity {activity.id} names more resources than there are capacities.", ids=[activity.id]
        )


def _check_capacities(problem: Problem) -> None:
    beyond = [a for a in problem.activities if not any(fits(problem, mode) for mode in a.modes)]
    if beyond:
        ids = [activity.id for activity in beyond]
        raise BeyondCapacity(
            f"Activity {_named(ids)} needs more than there is{_shortfall(problem, beyond[0])}. "
            "Raise the capacity or lower the need.",
            ids=ids,
        )
    for at, stock in enumerate(problem.stocks):
        least = sum(min(use(m, at) for m in a.modes if fits(problem, m)) for a in problem.activities)
        if least > stock:
            raise NothingFits(
                f"Consumable resource {at + 1} holds {stock}, and even the thriftiest modes use {least}. "
                "Raise the stock or add thriftier modes."
            )


def fits(problem: Problem, mode: Mode) -> bool:
    """Whether a mode alone stays within every capacity and stock; a milestone occupies nobody."""
    room = mode.duration == 0 or all(n <= c for n, c in zip(mode.needs, problem.capacities, strict=False))
    return room and all(u <= s for u, s in zip(mode.uses, problem.stocks, strict=False))


def use(mode: Mode, resource: int) -> int:
    """What a mode uses of a consumable resource; resources not mentioned are not used."""
    return mode.uses[resource] if resource < len(mode.uses) else 0


def _shortfall(problem: Problem, activity: Activity) -> str:
    for mode in activity.modes:
        for at, (need, there) in enumerate(zip(mode.needs, problem.capacities, strict=False)):
            if need > there:
                return f" ({need} of resource {at + 1}, which has {there})"
        for at, (need, there) in enumerate(zip(mode.uses, problem.stocks, strict=False)):
            if need > there:
                return f" ({need} of consumable resource {at + 1}, which holds {there})"
    return ""


def _refuse_circle(problem: Problem, inside: set[int]) -> None:
    at = _on_circle(problem, inside)
    circle = [at]
    while (at := next(_within(problem, at, inside))) != circle[0]:
        circle.append(at)
    ids = [problem.activities[at].id for at in circle]
    raise Cycle(f"Activities {_named(ids)} wait for each other in a circle. Remove one link.", ids=ids)


def _on_circle(problem: Problem, inside: set[int]) -> int:
    # Those that only wait for a circle lie outside it: peel them off from the end.
    peeled = True
    while peeled:
        loose = {at for at in inside if not any(_within(problem, at, inside))}
        loose = {at for at in loose if next(_within(problem, at, inside), None) is None}
        inside -= loose
        peeled = bool(loose)
    seen: list[int] = [min(inside)]
    while (at := next(_within(problem, seen[-1], inside))) not in seen:
        seen.append(at)
    return at


def _within(problem: Problem, at: int, inside: set[int]) -> Iterator[int]:
    return (problem.index[s] for s in problem.activities[at].successors if problem.index[s] in inside)


def _named(ids: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(ids))
