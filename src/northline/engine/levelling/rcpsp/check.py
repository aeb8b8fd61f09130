"""An independent checker of answers; it knows nothing of the solvers."""

from __future__ import annotations

from collections.abc import Mapping

from northline.engine.levelling.rcpsp.model import Mode, Problem


def violations(problem: Problem, starts: Mapping[str, int], modes: Mapping[str, int]) -> list[str]:
    """A sentence for each rule that an answer breaks; nothing if it is feasible.

    >>> from northline.engine.levelling.rcpsp.model import Activity
    >>> problem = Problem((Activity("a", (Mode(2),), ("b",)), Activity("b", (Mode(1),))))
    >>> violations(problem, {"a": 0, "b": 1}, {"a": 1, "b": 1})
    ['b starts at 1, before a ends at 2.']
    """
    found = []
    chosen: dict[str, Mode] = {}
    for activity in problem.activities:
        if activity.id not in starts or not 1 <= modes.get(activity.id, 0) <= len(activity.modes):
            return [f"{activity.id} has no start or no mode."]
        if starts[activity.id] < 0:
            found.append(f"{activity.id} starts before time 0.")
        chosen[activity.id] = activity.modes[modes[activity.id] - 1]
    for activity in problem.activities:
        end = starts[activity.id] + chosen[activity.id].duration
        found += [
            f"{after} starts at {starts[after]}, before {activity.id} ends at {end}."
            for after in activity.successors
            if starts[after] < end
        ]
    return found + _overloads(problem, starts, chosen) + _overdrafts(problem, chosen)


def _overloads(problem: Problem, starts: Mapping[str, int], chosen: Mapping[str, Mode]) -> list[str]:
    found = []
    for resource, capacity in enumerate(problem.capacities):
        changes: dict[int, int] = {}
        for each, mode in chosen.items():
            if resource < len(mode.needs) and mode.duration:
                changes[starts[each]] = changes.get(starts[each], 0) + mode.needs[resource]
                end = starts[each] + mode.duration
                changes[end] = changes.get(end, 0) - mode.needs[resource]
        load = 0
        for time in sorted(changes):
            load += changes[time]
            if load > capacity:
                found.append(f"Resource {resource + 1} has {capacity} and is used {load} at {time}.")
    return found


def _overdrafts(problem: Problem, chosen: Mapping[str, Mode]) -> list[str]:
    found = []
    for resource, stock in enumerate(problem.stocks):
        used = sum(mode.uses[resource] for mode in chosen.values() if resource < len(mode.uses))
        if used > stock:
            found.append(f"Consumable resource {resource + 1} holds {stock}, {used} are used.")
    return found
