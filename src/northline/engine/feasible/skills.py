"""Are the people chosen for a task's demands able, and enough?"""

from collections.abc import Iterator
from itertools import pairwise

from northline.engine.feasible.found import Violation
from northline.engine.model import Assignment, Demand, Project, Resource

ENOUGH = 1e-6


def unmet(project: Project, original: Project | None) -> Iterator[Violation]:
    """A violation for each task whose demands its people cannot fill at once.

    With the `original`, only people that it did not name already count: those have work of their own.
    """
    resources = {r.id: r for r in project.resources}
    # Finished work needs nobody any more.
    asleep = {t.id for t in project.tasks if not t.active or t.actual_finish}
    known = set() if original is None else set(original.assignments)
    by_task: dict[str, list[Demand]] = {}
    for demand in project.demands:
        if demand.task not in asleep:
            by_task.setdefault(demand.task, []).append(demand)
    chosen: dict[str, list[Assignment]] = {}
    for assignment in project.assignments:
        if assignment.task in by_task and assignment not in known:
            chosen.setdefault(assignment.task, []).append(assignment)
    for task, demands in by_task.items():
        asked = sum(d.units for d in demands)
        filled = _filled(demands, chosen.get(task, []), resources)
        if filled < asked - ENOUGH:
            skills = ", ".join(sorted({d.skill for d in demands}))
            message = f"{task} needs {asked:g} people who can {skills} and has {filled:g}."
            yield Violation("skill", task, message)


def can(resource: Resource, demand: Demand) -> bool:
    """Has the resource the skill, at the level asked for or a higher one?"""
    return any(s.name == demand.skill and s.level >= demand.level for s in resource.skills)


def _filled(demands: list[Demand], chosen: list[Assignment], resources: dict[str, Resource]) -> float:
    """The most units of the demands that these people can fill together: a flow by augmenting paths."""
    able = [[can(resources[a.resource], d) for a in chosen] for d in demands]
    given = [[0.0] * len(chosen) for _ in demands]
    left = [a.units for a in chosen]
    total = 0.0
    for number, demand in enumerate(demands):
        missing = demand.units
        while missing > ENOUGH:
            path = _path(number, able, given, left)
            if path is None:
                break
            missing -= (amount := _pushed(path, given, left, missing))
            total += amount
    return total


def _path(
    demand: int, able: list[list[bool]], given: list[list[float]], left: list[float]
) -> list[tuple[int, int]] | None:
    """(demand, person) pairs from a demand to a free person, each earlier person freed by the next pair."""
    came: dict[int, tuple[int, int | None]] = {}
    todo: list[tuple[int, int | None]] = [(demand, None)]
    while todo:
        here, through = todo.pop(0)
        for person, fits in enumerate(able[here]):
            if fits and person not in came:
                came[person] = (here, through)
                if left[person] > ENOUGH:
                    return _traced(person, came)
                todo += [(d, person) for d in range(len(able)) if given[d][person] > ENOUGH]
    return None


def _traced(person: int, came: dict[int, tuple[int, int | None]]) -> list[tuple[int, int]]:
    path: list[tuple[int, int]] = []
    here: int | None = person
    while here is not None:
        demand, before = came[here]
        path.append((demand, here))
        here = before
    return path[::-1]


def _pushed(
    path: list[tuple[int, int]], given: list[list[float]], left: list[float], missing: float
) -> float:
    """Move along the path as much as fits: each later demand hands its earlier person on."""
    amount = min(missing, left[path[-1][1]])
    for (_, person), (demand, _) in pairwise(path):
        amount = min(amount, given[demand][person])
    for place, (demand, person) in enumerate(path):
        given[demand][person] += amount
        if place + 1 < len(path):
            given[path[place + 1][0]][person] -= amount
    left[path[-1][1]] -= amount
    return amount
